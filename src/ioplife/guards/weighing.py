"""What several readings say together, and what a rule for partnerships says of other kinds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from ioplife.decisions import Case, Finding, Found, not_called_for
from ioplife.events import TAG_OF, Event
from ioplife.facts import facts
from ioplife.sources import Source
from ioplife.terms import Kind, Terms, Unknown

_FOUND: Final = {frozenset({True}): Found.MET, frozenset({False}): Found.NOT_MET}


def by_every_reading(
    holds: Iterable[bool], clause: Source | None = None, **values: object
) -> Finding:
    """Met where it holds by every reading, not met where by none, else unknown.

    Args:
        holds: whether it holds, by each reading there is.
        clause: the place in the agreement, where there is one.
        values: the facts.
    """
    return Finding(_FOUND.get(frozenset(holds), Found.UNKNOWN), clause, facts(**values))


def if_a_partnership(terms: Terms, finding: Finding) -> Finding:
    """What a rule for partnerships says of these terms, which may be something else."""
    if terms.kind is Kind.IOP:
        return finding
    if not isinstance(terms.kind, Unknown):
        return not_called_for(kind=terms.kind)
    unsure = finding.found is Found.NOT_MET
    return attrs.evolve(finding, found=Found.UNKNOWN) if unsure else finding


def without_effect(case: Case, kind: type[Event]) -> int:
    """How many events of a kind are on record that have no effect, for something is not known.

    What stood in the wrong state is not among them: that it has no effect is known.
    """
    tag = TAG_OF[kind]
    return sum(one.tag == tag and one.code != "wrong-state" for one in case.standing.anomalies)
