"""What the machine draws: agreements to begin from, and events that may come next."""

from __future__ import annotations

from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import FIRST_DAY, LAST_DAY, Period
from ioplife.events import (
    EVENTS,
    TAG_OF,
    Annulled,
    Approved,
    Assessed,
    Cancelled,
    ConditionFailed,
    Corrected,
    EndingLifted,
    Entered,
    Event,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    OfDecision,
    PartyLeft,
    Proposed,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Voided,
    Waived,
    Withdrawn,
)
from ioplife.lifecycle import LIFECYCLE
from ioplife.policy import Policy
from ioplife.terms import Terms
from ioplife.testing import strategies
from ioplife.testing._clauses import breaches, notices, renewals
from ioplife.testing._code import code
from ioplife.testing._draws import number, one_of, rarely, shifted
from ioplife.testing._duties import duties_of
from ioplife.testing._life import Life
from ioplife.testing._scenes import Scene


class Drawn:
    """A value that Hypothesis prints as the Python that makes it.

    No attrs class, of which it would print the fields.

    Args:
        value: the value.
    """

    def __init__(self, value: Any) -> None:  # noqa: ANN401 - whatever is drawn
        self.value = value

    def __repr__(self) -> str:
        return code(self.value)


def _kept(day: Date, by: int) -> Date:
    """So many days after a day, or before, within the calendar."""
    ordinal = day.toordinal() + by
    return Date.fromordinal(min(max(ordinal, FIRST_DAY.toordinal()), LAST_DAY.toordinal()))


# --- agreements to begin from ------------------------------------------------------------

_LENGTHS: Final = ("P1Y", "P2Y", "P3Y", "P6M", "P18M")


@st.composite
def some_terms(draw: DrawFn) -> Terms:
    """Terms that have been read in full, as a rule; others are such as papers hold."""
    if rarely(draw, 5):
        return draw(strategies.terms())
    first, length = Date(2024, one_of(draw, (1, 7, 3)), 1), one_of(draw, _LENGTHS)
    made = Life(
        first,
        length,
        renewal=draw(renewals()),
        notice=draw(notices()),
        breach=draw(breaches()),
        duties=duties_of(draw, ("a", "b"), Period.of(first, length)),
    )
    return made.agreement.terms


@st.composite
def beginnings(draw: DrawFn, terms: SearchStrategy[Terms]) -> Agreement:
    """Agreements of which nothing is recorded, or that have come as far as their signatures."""
    life = Life(terms=draw(terms))
    way = one_of(draw, ("nothing", "proposed", "approved", *["signed"] * 5))
    first = Scene.of(life.agreement.terms).span[0]
    if way == "proposed":
        life = life.proposed(_kept(first, -90))
    elif way != "nothing":
        life = life.approved(_kept(first, -60))
    if way == "signed":
        life = life.signed(_kept(first, -30))
    return life.agreement


def first_asked(draw: DrawFn, agreement: Agreement) -> Date:
    """The day from which time passes: the agreement's first, or before it."""
    first = Scene.of(agreement.terms).span[0]
    recorded = max((event.on for event in agreement.events), default=_kept(first, -120))
    return max(recorded, first) if one_of(draw, (False, True, True)) else recorded


# --- what may come next -------------------------------------------------------------------

_RARE: Final = frozenset(
    {
        Annulled,
        Cancelled,
        ConditionFailed,
        PartyLeft,
        Rescinded,
        Voided,
        Withdrawn,
    }
)
"""What ends a life, and is drawn seldom, so that most go on for a while."""

_ONWARD: Final = frozenset({Initiated, Proposed, Approved, Signed, Renewed})
"""What leads on, and is drawn the oftenest."""

_WHILE_IT_BINDS: Final = EVENTS.index(FollowUpCalled)
_LIVELY_FIRST: Final = (*EVENTS[_WHILE_IT_BINDS:], *EVENTS[:_WHILE_IT_BINDS])
"""What is drawn first is drawn the oftenest: not what only assesses and announces."""

_NAMES_NONE: Final = frozenset({Corrected, Entered, Resolved, Started})
"""What mends a slip, settles a doubt or stands in for what is not known: it is drawn elsewhere."""


@st.composite
def likely(draw: DrawFn, agreement: Agreement, on: Date, policy: Policy) -> Event:
    """An event of a day that has a row where the agreement stands, said as people would."""
    standing = agreement.on(on)
    fitting = [kind for kind in _LIVELY_FIRST if standing.state in LIFECYCLE.sources(kind)]
    fitting = [kind for kind in fitting if kind not in _NAMES_NONE]
    often = [kind for kind in fitting if kind not in _RARE]
    onward = [kind for kind in fitting if kind in _ONWARD]
    kind = one_of(draw, (*(onward * 4), *(often * 2), *fitting))
    life = Life.of(agreement)
    arguments: tuple[object, ...] = ()
    if kind is Assessed:
        criteria = policy.criteria
        arguments = (one_of(draw, [one.name for one in criteria.criteria] or ["no_market"]),)
    elif kind in (Fulfilled, Waived):
        owed = [(one.duty, one.ordinal) for one in standing.occurrences] or [("report", 1)]
        arguments = one_of(draw, owed)
    elif issubclass(kind, OfDecision) and standing.final:
        arguments = (one_of(draw, [one.number for one in standing.final]),)
    elif kind is EndingLifted:
        arguments = (one_of(draw, [one.number for one in standing.endings] or [1]),)
    written: Life = getattr(life, TAG_OF[kind])(on, *arguments)
    return written.agreement.events[len(agreement.events)]


def later(draw: DrawFn, agreement: Agreement, day: Date) -> Date:
    """A later day: the next, one on which something changes or its eve, or any."""
    way = one_of(draw, ("next", *["change"] * 2, "eve", *["some"] * 2))
    if way == "some":
        return _kept(day, number(draw, 1, 400))
    change = None if way == "next" else agreement.next_change(day)
    if change is None:
        return _kept(day, 1)
    return max(day, shifted(change.on, -1 if way == "eve" else 0))
