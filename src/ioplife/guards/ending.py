"""What must hold when the end is decided, set, or lifted."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.dates import Period, day_before
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import (
    Amended,
    Cancelled,
    EndingDecided,
    EndingLifted,
    Event,
    PartyLeft,
    Renewed,
    Rescinded,
    Voided,
)
from ioplife.guards.amending import perhaps_lifted, sets_no_past_day
from ioplife.guards.lasting import clause
from ioplife.sources import DESIGN, PERIOD, UNVERIFIED
from ioplife.terms import AutomaticRenewal, Unknown


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
        case (
            EndingDecided(last_day=named)
            | Rescinded(last_day=named)
            | Cancelled(last_day=named)
            | PartyLeft(last_day=named)
            | Voided(last_day=named)
        ):
            return _not_past(case, case.on if named is None else named)
        case Renewed(period=period) if not case.standing.last_days:
            return _fixed_by_successor(case, period)
        case Amended():
            return sets_no_past_day(case, event)
        case _:
            return not_called_for()


def _not_past(case: Case, named: Date | Unknown) -> Finding:
    if isinstance(named, Unknown):
        return unknown(needs=("last_day",), on=case.on)
    says = met if named >= case.on else not_met
    return says(on=case.on, last_day=named)


def _fixed_by_successor(case: Case, period: Period | Unknown) -> Finding:
    """Where no last day is fixed, it is the day before the successor's first."""
    if isinstance(period, Unknown):
        return unknown(needs=("period",), on=case.on)
    finding = _not_past(case, day_before(period.first))
    if finding.found is Found.NOT_MET and not case.terms.open_ended:
        return attrs.evolve(finding, found=Found.UNKNOWN)  # one that nobody has read may be fixed
    return finding


@guard("notice-not-given", source=UNVERIFIED, soft=True)
def notice_not_given(case: Case) -> Finding:
    """Notice is given where the agreement would else run on, or go on by itself."""
    terms, standing = case.terms, case.standing
    if not terms.open_ended and not isinstance(terms.renewal, AutomaticRenewal | Unknown):
        return not_called_for()
    if standing.endings:
        return met(endings=tuple(ending.number for ending in standing.endings))
    if standing.doubts:
        return unknown(numbers=standing.doubts)
    if terms.open_ended:
        return not_met()
    if isinstance(terms.renewal, Unknown):
        return unknown()
    source, latest = terms.renewal.source, standing.notice_latest
    if isinstance(latest, Unknown):
        return unknown(source, renewal=True)
    if latest is None or latest < case.on:
        return not_called_for()
    return not_met(source, notice_latest=latest)


@guard("ending-named", source=DESIGN)
def ending_named(case: Case, event: EndingLifted) -> Finding:
    """The ending that is lifted is one that stands."""
    standing = tuple(ending.number for ending in case.standing.endings)
    doubted = case.standing.doubts
    if isinstance(event.ending, Unknown):
        if doubted or len(standing) > 1 or perhaps_lifted(case):
            return unknown(needs=("ending",), endings=standing + doubted)
        return met(endings=standing) if standing else not_met(endings=standing)
    if event.ending in doubted or event.ending in perhaps_lifted(case):
        return unknown(ending=event.ending, endings=standing)
    says = met if event.ending in standing else not_met
    return says(ending=event.ending, endings=standing)
