"""What must hold when a call or a change is answered."""

from __future__ import annotations

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import Amended, Event, FollowedUp, Rescinded
from ioplife.sources import CALLS
from ioplife.terms import Unknown


@guard("call-open", source=CALLS)
def call_open(case: Case, event: Event) -> Finding:
    """The call or the change that is answered waits for an answer."""
    waiting = case.standing.open
    match event:
        case FollowedUp(answers=answers) | Rescinded(answers=answers) | Amended(answers=answers):
            if answers is None:
                return not_called_for()
            if isinstance(answers, Unknown):
                return unknown(needs=("answers",), waiting=waiting)
            says = met if answers in waiting else not_met
            return says(answers=answers, waiting=waiting)
        case _:
            return not_called_for()
