"""What must hold when the end is decided, agreed on, or lifted."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.dates import Period, day_before
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import EndingDecided, EndingLifted, Event, Renewed, Rescinded
from ioplife.guards.lasting import clause
from ioplife.sources import DESIGN, DIALOGUE, PERIOD, UNVERIFIED
from ioplife.terms import Terms, Unknown


@guard("early-end", source=PERIOD)
def early_end(case: Case, event: EndingDecided) -> Finding:
    """The day decided is the last day of the period that runs."""
    if case.terms.open_ended:
        return not_called_for()
    ends = sorted({reading.day for reading in case.standing.ends})
    if isinstance(event.last_day, Unknown):
        return unknown(clause(case), needs=("last_day",), last_days=ends)
    if not ends or event.last_day in ends[:-1]:
        return unknown(clause(case), last_day=event.last_day, last_days=ends)
    says = met if event.last_day == ends[-1] else not_met
    return says(clause(case), last_day=event.last_day, last_days=ends)


@guard("last-day-not-past", source=DESIGN)
def last_day_not_past(case: Case, event: Event) -> Finding:
    """The last day that is named is not past on the day of the event."""
    match event:
        case Rescinded(last_day=None):
            return met(on=case.on, last_day=case.on)
        case EndingDecided(last_day=Date() as named) | Rescinded(last_day=Date() as named):
            says = met if named >= case.on else not_met
            return says(on=case.on, last_day=named)
        case EndingDecided() | Rescinded():
            return unknown(needs=("last_day",), on=case.on)
        case Renewed(period=Period(first=first)) if not case.standing.last_days:
            named = day_before(first)  # a successor fixes the day where none is fixed
            says = met if named >= case.on else not_met
            return says(on=case.on, last_day=named)
        case _:
            return not_called_for()


@guard("notice-not-given", source=UNVERIFIED, soft=True)
def notice_not_given(case: Case) -> Finding:
    """Notice is given where the agreement runs until further notice."""
    if not case.terms.open_ended:
        return not_called_for()
    if case.standing.endings:
        return met(endings=tuple(ending.number for ending in case.standing.endings))
    doubts = case.standing.doubts
    return unknown(numbers=doubts) if doubts else not_met()


@guard("all-agreed", source=DIALOGUE)
def all_agreed(case: Case, event: Event) -> Finding:
    """Every party has agreed."""
    match event:
        case Rescinded(agreed_by=agreed_by) | EndingLifted(agreed_by=agreed_by):
            return _agreed(case.terms, agreed_by)
        case _:
            return not_called_for()


@guard("dialogue", source=DIALOGUE, soft=True)
def dialogue(case: Case, event: Event) -> Finding:
    """Every party has taken part in the dialogue, which whoever agrees has done."""
    finding = all_agreed.rule(case, event)
    if finding.found is not Found.NOT_MET:
        return finding
    return attrs.evolve(finding, found=Found.UNKNOWN)  # not to agree is not to keep away


def _agreed(terms: Terms, agreed_by: tuple[str, ...] | Unknown) -> Finding:
    if isinstance(agreed_by, Unknown):
        return unknown(needs=("agreed_by",))
    if isinstance(terms.parties, Unknown):
        return unknown(agreed_by=agreed_by)
    agreed = {terms.actors[one] for one in agreed_by if one in terms.actors}
    lacking = tuple(party.id for party in terms.parties if party.id not in agreed)
    return not_met(lacking=lacking) if lacking else met(agreed_by=agreed_by)


@guard("ending-named", source=DESIGN)
def ending_named(case: Case, event: EndingLifted) -> Finding:
    """The ending that is lifted is one that stands."""
    standing = tuple(ending.number for ending in case.standing.endings)
    doubted = case.standing.doubts
    if isinstance(event.ending, Unknown):
        if doubted or len(standing) > 1:
            return unknown(needs=("ending",), endings=standing + doubted)
        return met(endings=standing) if standing else not_met(endings=standing)
    if event.ending in doubted:
        return unknown(ending=event.ending, endings=standing)
    says = met if event.ending in standing else not_met
    return says(ending=event.ending, endings=standing)
