"""What is decided about what follows, and what becomes of each decision (RULES §6)."""

from __future__ import annotations

from pendulum import Date

from ioplife.events import (
    TAG_OF,
    Amended,
    Annulled,
    Approved,
    EndingDecided,
    OfDecision,
    Reason,
    RenewalDecided,
)
from ioplife.lifecycle.ending import end, lift, restore
from ioplife.lifecycle.register import NO_SUCH_EVENT, Decided, Register
from ioplife.lifecycle.rulings import Ruling
from ioplife.states import FINAL, State
from ioplife.terms import Unknown


def decide(register: Register, number: int, event: RenewalDecided | EndingDecided) -> None:
    """What follows the period that runs is decided."""
    one = Decided(
        number,
        renews=isinstance(event, RenewalDecided),
        last_day=event.last_day if isinstance(event, EndingDecided) else None,
        ground=register.course.ground,
    )
    register.decided = (*register.decided, one)


def rule(register: Register, number: int, event: OfDecision) -> str | None:
    """Keep what becomes of a decision; which one may be left out where there is one."""
    which = event.decision
    if isinstance(which, Unknown) and len(register.rulings) == 1:
        which = register.rulings[0].number
    found = next((one for one in register.rulings if one.number == which), None)
    if found is None:
        return NO_SUCH_EVENT
    register.rulings = tuple(
        one.after(number, event) if one is found else one for one in register.rulings
    )
    if isinstance(event, Annulled):
        _annul(register, number, event.on, found)
    return None


def _annul(register: Register, number: int, on: Date, ruling: Ruling) -> None:
    """The decision has no effect from that day (RULES §6); what is over it moves no more."""
    if register.state in FINAL:
        return
    if ruling.tag == TAG_OF[Approved]:
        if register.state is State.APPROVED:
            register.reason = Reason.ANNULLED
        else:
            end(register, number, on, on, Reason.ANNULLED)
    elif ruling.tag == TAG_OF[Amended]:
        register.agree(register.versions.without(ruling.number))
        restore(register, ruling.number)
    lift(register, ruling.number)
    register.decided = tuple(one for one in register.decided if one.number != ruling.number)
    register.shorten(ruling.number)
