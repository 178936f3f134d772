"""What must hold when the option to extend the same agreement is used."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.dates import Duration
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.errors import BadValue
from ioplife.events import Extended
from ioplife.guards.weighing import by_every_reading, without_effect
from ioplife.sources import UNVERIFIED
from ioplife.terms import Absent, AutomaticRenewal, RenewalOption, Unknown, Unlimited


@guard("option-left", source=UNVERIFIED)
def option_left(case: Case) -> Finding:
    """The agreement has an option to extend it that is not used up."""
    match case.terms.renewal:
        case Absent(source=source):
            return not_met(source)
        case AutomaticRenewal(source=source):
            return not_met(source, automatic=True)
        case RenewalOption(source=source, times=times):
            used = sum(not one.automatic for one in case.standing.extensions)
            if isinstance(times, Unlimited):
                return met(source, used=used, unlimited=True)
            if used < times <= used + without_effect(case, Extended):
                return unknown(source, used=used, times=times)
            says = met if used < times else not_met
            return says(source, used=used, times=times)
        case _:
            return unknown()


@guard("option-in-time", source=UNVERIFIED)
def option_in_time(case: Case) -> Finding:
    """The option is used on or before the last day for it."""
    clause = case.terms.renewal
    if isinstance(clause, Unknown):
        return unknown()
    if not isinstance(clause, RenewalOption):
        return not_called_for()
    if case.terms.open_ended:  # there is no day to use it before, and nothing to extend
        return not_met(clause.source, on=case.on)
    ends = sorted({reading.day for reading in case.standing.ends})
    before = clause.ask_before
    if isinstance(before, Unknown):
        past = ends and case.on > ends[-1] and not without_effect(case, Extended)
        says = not_met if past else unknown
        return says(clause.source, on=case.on, last_days=ends)
    latest = [_latest(before, end) for end in ends]
    finding = by_every_reading(
        (day is not None and case.on <= day for day in latest),
        clause.source,
        on=case.on,
        latest=[day for day in latest if day is not None],
        last_days=ends,
    )
    if finding.found is Found.NOT_MET and without_effect(case, Extended):
        return attrs.evolve(finding, found=Found.UNKNOWN)  # it may end later than it seems
    return finding


def _latest(before: Duration | None, end: Date) -> Date | None:
    """The last day so long before the end; None where the calendar has none."""
    if before is None:
        return end
    try:
        return before.latest(end)
    except BadValue:
        return None


@guard("option-length", source=UNVERIFIED)
def option_length(case: Case, event: Extended) -> Finding:
    """It is known how long it is extended, and that is as long as the clause says."""
    clause, given = case.terms.renewal, event.length
    if isinstance(clause, Unknown):
        return unknown(needs=("length",) if isinstance(given, Unknown) else ())
    if not isinstance(clause, RenewalOption):
        return not_called_for()
    agreed = clause.length
    if isinstance(given, Unknown):
        return unknown(clause.source, needs=("length",))
    if isinstance(agreed, Unknown):
        if given is None:
            return unknown(clause.source, needs=("length",))
        return met(clause.source, length=given)
    says = met if given is None or _same(given, agreed) else not_met
    return says(clause.source, length=agreed if given is None else given, agreed=agreed)


def _same(one: Duration, other: Duration) -> bool:
    """Whether two lengths are as long, a year being twelve months."""
    return (one.total_months, one.days) == (other.total_months, other.days)
