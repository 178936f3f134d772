"""What must hold when a successor follows."""

from __future__ import annotations

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import day_before
from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import Renewed
from ioplife.guards.lasting import last_days
from ioplife.guards.weighing import by_every_reading
from ioplife.sources import ALL_SIGNED, DESIGN, UNVERIFIED
from ioplife.terms import Unknown


@guard("successor-starts-later", source=DESIGN)
def successor_starts_later(case: Case, event: Renewed) -> Finding:
    """The successor starts after the first day of this agreement."""
    began = case.standing.first_day
    firsts = case.terms.first_days or ((began,) if isinstance(began, Date) else ())
    if isinstance(event.period, Unknown):
        return unknown(needs=("period",), first_days=firsts)
    starts = event.period.first
    return by_every_reading(
        (starts > first for first in firsts), first_days=firsts, successor_first=starts
    )


@guard("successor-signed", source=ALL_SIGNED, soft=True)
def successor_signed(case: Case, event: Renewed) -> Finding:
    """The successor is signed by all its parties."""
    if isinstance(event.successor, Unknown):
        return unknown(needs=("successor",))
    link = None if case.chain is None else case.chain.link(event.successor)
    match None if link is None else link.signed:
        case Answer.YES:
            return met(successor=event.successor)
        case Answer.NO:
            return not_met(successor=event.successor)
        case _:
            return unknown(successor=event.successor)


@guard("no-gap", source=UNVERIFIED, soft=True)
def no_gap(case: Case, event: Renewed) -> Finding:
    """The successor starts no later than the day after this agreement's last day."""
    last = last_days(case)
    if last is None:
        return not_called_for()
    if isinstance(event.period, Unknown):
        return unknown(needs=("period",), last_days=last.days)
    starts = event.period.first
    return by_every_reading(
        last.reach(day_before(starts)), last_days=last.days, successor_first=starts
    )


@guard("no-overlap", source=UNVERIFIED, soft=True)
def no_overlap(case: Case, event: Renewed) -> Finding:
    """The successor starts after this agreement's last day."""
    last = last_days(case)
    if last is None:
        return not_called_for()
    if isinstance(event.period, Unknown):
        return unknown(needs=("period",), last_days=last.days)
    starts = event.period.first
    return by_every_reading(
        (not lasts for lasts in last.reach(starts)), last_days=last.days, successor_first=starts
    )
