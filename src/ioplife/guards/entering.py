"""What must hold when an agreement is entered in a register mid-life."""

from __future__ import annotations

from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met
from ioplife.events import Entered
from ioplife.guards.lasting import not_after_last_day
from ioplife.sources import DESIGN, PERIOD
from ioplife.states import BINDING


@guard("entered-once", source=DESIGN)
def entered_once(case: Case) -> Finding:
    """The agreement has not been entered before."""
    number = case.standing.entered
    return met() if number is None else not_met(number=number)


@guard("not-after-last-day", source=PERIOD)
def entered_in_force(case: Case, event: Entered) -> Finding:
    """An agreement that is entered as binding is not past a clear last day.

    Where the last day is unread or in conflict, the paper that shows the state stands.
    """
    if event.state not in BINDING:
        return not_called_for(state=event.state)
    finding = not_after_last_day.rule(case, event)
    return not_called_for() if finding.found is Found.UNKNOWN else finding
