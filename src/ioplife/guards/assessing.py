"""Criteria and consultations as guards of a proposal: a set of them is data."""

from __future__ import annotations

from typing import Final

from ioplife.criteria import CriteriaSet, Criterion
from ioplife.decisions import (
    Case,
    Finding,
    Guard,
    guard,
    met,
    not_called_for,
    not_met,
    unknown,
)
from ioplife.events import Assessed, Outcome, Proposed
from ioplife.guards.weighing import if_a_partnership
from ioplife.terms import UNKNOWN, Unknown

CRITERION: Final = "criterion"
CONSULTATION: Final = "consultation"

FAMILIES: Final = (CRITERION, CONSULTATION)
"""What stands before the colon in the codes of these guards."""


def guards_of(criteria: CriteriaSet) -> tuple[Guard[Proposed], ...]:
    """A guard of a proposal for each criterion and each consultation of a set, in its order."""
    families = ((CRITERION, criteria.criteria), (CONSULTATION, criteria.consultations))
    return tuple(
        _guard(family, one, criteria.partly_suffices) for family, row in families for one in row
    )


def _guard(family: str, criterion: Criterion, partly: bool | Unknown) -> Guard[Proposed]:  # noqa: FBT001 - a clause of the set
    def rule(case: Case, _event: Proposed) -> Finding:
        return if_a_partnership(case.terms, _assessed(case, criterion.name, partly))

    rule.__doc__ = criterion.sentence
    return guard(
        f"{family}:{criterion.name}",
        source=criterion.source,
        soft=not criterion.hard,
        sentence_sv=criterion.sentence_sv,
    )(rule)


def _assessed(case: Case, matter: str, partly: bool | Unknown) -> Finding:  # noqa: FBT001 - the same
    """What has been assessed on a matter."""
    number, outcome = _latest(case, matter)
    match outcome:
        case None:
            return unknown()
        case Unknown():
            return unknown(number=number)
        case Outcome.MET:
            return met(number=number)
        case Outcome.NOT_MET:
            return not_met(number=number)
        case Outcome.NOT_CALLED_FOR:
            return not_called_for(number=number)
        case Outcome.PARTLY:
            if isinstance(partly, Unknown):
                return unknown(number=number, partly=True)
            return (met if partly else not_met)(number=number, partly=True)


def _latest(case: Case, matter: str) -> tuple[int, Outcome | Unknown | None]:
    """The latest assessment of a matter and its number; None where there is none.

    An assessment of nobody knows what may be of this matter too: unless it came out the same,
    it leaves unknown what stands.
    """
    number: int = 0
    outcome: Outcome | Unknown | None = None
    for place, event in case.events:
        if isinstance(event, Assessed):
            if event.matter == matter:
                number, outcome = place, event.outcome
            elif event.matter is UNKNOWN and event.outcome != outcome:
                number, outcome = place, UNKNOWN
    return number, outcome
