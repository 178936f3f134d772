"""What must hold when a breach is answered: a demand, its time, and a cancellation."""

from __future__ import annotations

from pendulum import Date

from ioplife.dates import next_day
from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import Cancelled, DemandCorrected
from ioplife.guards.weighing import without_effect
from ioplife.sources import DESIGN, UNVERIFIED
from ioplife.standing import Demand
from ioplife.terms import Absent, Breach, Unknown


@guard("breach-clause", source=UNVERIFIED)
def breach_clause(case: Case) -> Finding:
    """The agreement gives the right to cancel for a breach that is not corrected."""
    match case.terms.breach:
        case Absent(source=source):
            return not_met(source)
        case Breach(source=source):
            return met(source)
        case _:
            return unknown()


@guard("demand-written", source=UNVERIFIED)
def demand_written(case: Case, event: Cancelled) -> Finding:
    """The demand was made in writing where the agreement says so."""
    clause = case.terms.breach
    source = clause.source if isinstance(clause, Breach) else None
    if isinstance(clause, Absent) or (isinstance(clause, Breach) and clause.written is False):
        return not_called_for()
    meant = _meant(case, event.demand)
    if not meant:
        return not_called_for()
    if len(meant) > 1:
        return unknown(source, needs=("demand",), demands=[one.number for one in meant])
    demand = meant[0]
    if isinstance(demand.written, Unknown):
        return unknown(source, demand=demand.number)
    if demand.written:
        return met(source, demand=demand.number, written=True)
    says = not_met if isinstance(clause, Breach) and clause.written is True else unknown
    return says(source, demand=demand.number, written=False)


@guard("cure-over", source=UNVERIFIED)
def cure_over(case: Case, event: Cancelled) -> Finding:
    """The time to correct what was demanded is over, and it is not corrected."""
    clause = case.terms.breach
    source = clause.source if isinstance(clause, Breach | Absent) else None
    meant = _meant(case, event.demand)
    if len(meant) > 1:
        return unknown(source, needs=("demand",), demands=[one.number for one in meant])
    if not meant:
        named = None if isinstance(event.demand, Unknown) else event.demand
        return not_met(source, demand=named)
    demand = meant[0]
    if demand.corrected is not None:
        return not_met(source, demand=demand.number, corrected=demand.corrected)
    match demand.cure_ends:
        case Date() as ends if case.on > ends:
            # one that was corrected may be this one, where nobody can tell which it was
            says = unknown if without_effect(case, DemandCorrected) else met
            return says(source, demand=demand.number, cure_ends=ends)
        case Date() as ends:
            return not_met(source, next_day(ends), demand=demand.number, cure_ends=ends)
        case None:
            return not_met(source, demand=demand.number, began=False)
        case Unknown():
            return unknown(source, demand=demand.number)


@guard("demand-open", source=DESIGN)
def demand_open(case: Case, event: DemandCorrected) -> Finding:
    """The demand is on record, and what it asks for has not been corrected before."""
    meant = _meant(case, event.demand)
    if len(meant) > 1:
        return unknown(needs=("demand",), demands=[one.number for one in meant])
    if not meant:
        return not_met(demand=None if isinstance(event.demand, Unknown) else event.demand)
    demand = meant[0]
    if demand.corrected is not None:
        return not_met(demand=demand.number, corrected=demand.corrected)
    return (unknown if without_effect(case, DemandCorrected) else met)(demand=demand.number)


def _meant(case: Case, number: int | Unknown) -> tuple[Demand, ...]:
    """The demand that is named; where none is, those that are not corrected."""
    if isinstance(number, Unknown):
        return tuple(one for one in case.standing.demands if one.corrected is None)
    return tuple(one for one in case.standing.demands if one.number == number)
