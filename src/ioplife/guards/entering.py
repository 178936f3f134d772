"""What must hold when an agreement is entered in a register mid-life."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from pendulum import Date

from ioplife.dates import LAST_DAY, Duration, next_day, whole_months
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met
from ioplife.errors import BadValue
from ioplife.events import Entered
from ioplife.guards.lasting import not_after_last_day
from ioplife.sources import DESIGN, PERIOD
from ioplife.states import BINDING
from ioplife.terms import AutomaticRenewal, RenewalOption, Terms, Unknown, Unlimited


@guard("entered-once", source=DESIGN)
def entered_once(case: Case) -> Finding:
    """The agreement has not been entered before."""
    number = case.standing.entered
    return met() if number is None else not_met(number=number)


@guard("not-after-last-day", source=PERIOD)
def entered_in_force(case: Case, event: Entered) -> Finding:
    """An agreement that is entered as binding is not past a clear last day.

    Where the last day is unread or in conflict, the paper that shows the state stands; so it
    does where the agreement may have gone on by itself until then. Whether an option was
    used before the entry is not known: what is entered is the last day it gave.
    """
    if event.state not in BINDING:
        return not_called_for(state=event.state)
    finding = not_after_last_day.rule(case, event)
    if finding.found is Found.UNKNOWN:
        return not_called_for()
    if finding.found is Found.MET or case.standing.endings:
        return finding
    match case.terms.renewal:
        case Unknown() | RenewalOption():
            return attrs.evolve(finding, found=Found.UNKNOWN)
        case AutomaticRenewal() as clause if _may_have_gone_on(case, clause):
            return not_called_for()
        case _:
            return finding


def _may_have_gone_on(case: Case, clause: AutomaticRenewal) -> bool:
    """Whether an agreement that goes on by itself may have done so until the day."""
    if isinstance(clause.times, Unlimited) or isinstance(clause.length, Unknown):
        return True
    left = clause.times - sum(one.automatic for one in case.standing.extensions)
    return any(
        case.on < day
        for one in case.standing.ends
        for day in _days_after(case.terms, one.day, clause.length, left)
    )


def _days_after(terms: Terms, end: Date, length: Duration, times: int) -> Iterator[Date]:
    """The day after so many extensions of a period that ends on a day.

    Counted from the first day, and, where no whole months lie between, from the end.
    """
    spans = [(first, whole_months(first, end)) for first in terms.first_days]
    counted = [(first, Duration(months=months)) for first, months in spans if months is not None]
    for anchor, span in counted or [(next_day(end), Duration())]:
        try:
            yield span.plus(length, times).after(anchor)
        except BadValue:  # beyond the calendar
            yield next_day(LAST_DAY)
