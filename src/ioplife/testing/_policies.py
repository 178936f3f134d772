"""Strategies for policies: their own guards, what they harden, their numbers and meetings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ioplife.criteria import FORUM_SEVEN, FORUM_SIX, LINKOPING_2020, CriteriaSet
from ioplife.decisions import Case, Finding, Guard, guard, met, not_called_for, not_met, unknown
from ioplife.events import EVENTS, Approved, NoticeGiven, Signed
from ioplife.lifecycle import LIFECYCLE
from ioplife.meetings import Meeting
from ioplife.norms import DECIDE_LEAD, NOTICE_WITHIN, PAPERS_LEAD, PUBLIC_SHARE, URGENT_WITHIN, Norm
from ioplife.policy import Policy
from ioplife.sources import Source
from ioplife.terms import Unknown
from ioplife.testing._draws import EARLIEST, LATEST, day_of, number, one_of, rarely

_OWN: Final = Source("Guidelines of a test")


@guard("own:no-july", source=_OWN, sentence_sv="Inget sker i juli.")
def no_july(case: Case) -> Finding:
    """Nothing is done in July."""
    july = 7
    return not_met(month=july) if case.on.month == july else met()


@guard("own:no-july-advised", source=_OWN, soft=True, sentence_sv="Inget bör ske i juli.")
def no_july_advised(case: Case) -> Finding:
    """Nothing should be done in July."""
    return no_july.rule(case, Approved(case.on))


@guard("own:open-ended-notice", source=_OWN, sentence_sv="Bara det som löper på sägs upp.")
def only_open_ended(case: Case, _event: NoticeGiven) -> Finding:
    """Notice is given of what is open-ended alone."""
    return met() if case.terms.open_ended else not_called_for()


@guard("own:signer-known", source=_OWN, sentence_sv="Det är känt vem som skriver under.")
def signer_known(_case: Case, event: Signed) -> Finding:
    """It is known who signs."""
    return unknown(needs=("by",)) if isinstance(event.by, Unknown) else met()


@guard("own:never-approved", source=_OWN, sentence_sv="Inget godkänns.")
def never_approved(_case: Case, _event: Approved) -> Finding:
    """Nothing is approved."""
    return not_met()


GUARDS: Final[tuple[Guard[Any], ...]] = (
    no_july,
    no_july_advised,
    only_open_ended,
    signer_known,
    never_approved,
)
"""Guards that a drawn policy may have: hard and soft, of any event and of one, met and not."""

_SOFT: Final = tuple(
    sorted({rule.code for event in EVENTS for rule in LIFECYCLE.guards(event) if rule.soft})
)
_NUMBERS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (PUBLIC_SHARE, ("50", "0", "100")),
    (URGENT_WITHIN, ("P1M", "P1D", "P6M")),
    (NOTICE_WITHIN, ("P3M", "P1Y")),
    (DECIDE_LEAD, ("P1M", "P2M", "P6M")),
    (PAPERS_LEAD, ("P14D", "P1M")),
)
CRITERIA: Final[tuple[CriteriaSet, ...]] = (FORUM_SIX, FORUM_SEVEN, LINKOPING_2020)


def _some(draw: DrawFn, options: Sequence[Any], most: int) -> tuple[Any, ...]:
    """Some of several, none of them twice; shrinks to none."""
    count = number(draw, 0, min(most, len(options)))
    start = number(draw, 0, len(options) - 1) if count else 0
    return tuple((*options, *options)[start : start + count])


@st.composite
def policies(draw: DrawFn, given: Mapping[str, SearchStrategy[Any]], *, soft: bool | None) -> Any:  # noqa: ANN401 - a composite's own type says it
    """Policies; see the public ``policies``."""
    found: dict[str, Any] = {name: draw(asked) for name, asked in given.items()}
    if "guards" not in found:
        fit = tuple(rule for rule in GUARDS if soft is None or rule.soft is soft)
        found["guards"] = _some(draw, fit, 2)
    if "hardened" not in found:
        found["hardened"] = frozenset(_some(draw, _SOFT, 2))
    if "norms" not in found:
        found["norms"] = tuple(
            Norm(name, one_of(draw, values), source=_OWN)
            for name, values in _some(draw, _NUMBERS, 2)
        )
    if "criteria" not in found:
        found["criteria"] = one_of(draw, CRITERIA)
    if "meetings" not in found and rarely(draw, 6):
        met_on = sorted({day_of(draw, EARLIEST, LATEST) for _ in range(number(draw, 1, 3))})
        found["meetings"] = tuple(Meeting(day) for day in met_on)
    return Policy(found.pop("name", "own"), **found)
