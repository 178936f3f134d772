"""What must hold when what was agreed is changed."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import Amended, EndingLifted, Event, Extended
from ioplife.guards.weighing import by_every_reading
from ioplife.sources import DESIGN, UNVERIFIED
from ioplife.terms import UNKNOWN, Absent, Terms, Unknown


@guard("applies-later", source=DESIGN)
def applies_later(case: Case, event: Amended) -> Finding:
    """The change applies from the day it is agreed, or later."""
    if isinstance(event.applies_from, Unknown):
        return unknown(needs=("applies_from",), on=case.on)
    says = met if event.applies_from >= case.on else not_met
    return says(on=case.on, applies_from=event.applies_from)


@guard("ending-stands", source=UNVERIFIED)
def ending_stands(case: Case, event: Event) -> Finding:
    """No ending stands where the period is moved, unless that lifts it."""
    match event:
        case Extended():
            return _none_stands(case)
        case Amended(lifts=None, terms=terms):
            touched = _touches_period(case.terms, terms)
            if touched is False:
                return not_called_for()
            finding = _none_stands(case)
            unclear = touched is None and finding.found is Found.NOT_MET
            return attrs.evolve(finding, found=Found.UNKNOWN) if unclear else finding
        case Amended(lifts=int() | Unknown() as lifts):
            return _lifted(case, lifts)
        case _:
            return not_called_for()


def _none_stands(case: Case) -> Finding:
    endings = tuple(ending.number for ending in case.standing.endings)
    if endings:
        lifted = perhaps_lifted(case)
        return (unknown if lifted.issuperset(endings) else not_met)(endings=endings)
    doubts = case.standing.doubts
    return unknown(numbers=doubts) if doubts else met()


def perhaps_lifted(case: Case) -> frozenset[int]:
    """The endings that stand and may have been lifted: nobody has said which of several was.

    Where one stood alone it was lifted, and stands no more.
    """
    places = [
        (event.on, number)
        for number, event in case.events
        if isinstance(event, EndingLifted) and isinstance(event.ending, Unknown)
    ]
    return frozenset(
        one.number
        for one in case.standing.endings
        if any((one.on, one.number) < place for place in places)
    )


def _lifted(case: Case, lifts: int | Unknown) -> Finding:
    endings = tuple(ending.number for ending in case.standing.endings)
    if isinstance(lifts, Unknown):
        return unknown(needs=("lifts",), endings=endings)
    if lifts in case.standing.doubts or lifts in perhaps_lifted(case):
        return unknown(lifts=lifts)
    says = met if lifts in endings else not_met
    return says(lifts=lifts, endings=endings)


def sets_no_past_day(case: Case, event: Amended) -> Finding:
    """Whether the last day that a change sets is not before its own day."""
    before, after = _last_days(case.terms), _last_days(event.terms)
    if isinstance(after, Unknown):
        return unknown(on=case.on)
    if not after or after == before:
        return not_called_for()
    finding = by_every_reading((day >= case.on for day in after), on=case.on, last_days=after)
    if finding.found is Found.NOT_MET and _days_differ(before, after) is not True:
        return attrs.evolve(finding, found=Found.UNKNOWN)  # it may leave it as it was
    return finding


def _touches_period(before: Terms, after: Terms) -> bool | None:
    """Whether a change moves the period or how it is extended; None where nobody can tell."""
    found = {
        _days_differ(_first_days(before), _first_days(after)),
        _days_differ(_last_days(before), _last_days(after)),
        _differ(before.open_ended, after.open_ended),
        _differ(_renewal(before), _renewal(after)),
    }
    return True if True in found else None if None in found else False


def _days_differ(
    before: tuple[Date, ...] | Unknown, after: tuple[Date, ...] | Unknown
) -> bool | None:
    """Whether other days are read; None where some of several readings stay."""
    if isinstance(before, Unknown) or isinstance(after, Unknown):
        return None
    if before == after:
        return False
    return True if set(before).isdisjoint(after) else None


def _differ(before: object, after: object) -> bool | None:
    if isinstance(before, Unknown) or isinstance(after, Unknown):
        return None
    return before != after


def _first_days(terms: Terms) -> tuple[Date, ...] | Unknown:
    """The days read as the first; none where the terms fix none."""
    if terms.first_days or isinstance(terms.first_day, Absent):
        return terms.first_days
    return UNKNOWN


def _last_days(terms: Terms) -> tuple[Date, ...] | Unknown:
    """The days read as the last; none where the terms fix none."""
    fixes_none = isinstance(terms.last_day, Absent) and isinstance(terms.length, Absent)
    return terms.last_days if terms.last_days or terms.open_ended or fixes_none else UNKNOWN


def _renewal(terms: Terms) -> object:
    """How it may go on, without the words that say so."""
    match terms.renewal:
        case Absent():
            return None
        case Unknown():
            return UNKNOWN
        case clause:
            return attrs.evolve(clause, text="", source=None)
