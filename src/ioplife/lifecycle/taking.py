"""What each event adds to what has been folded. Total: it never raises, and asks no guard."""

from __future__ import annotations

from ioplife.dates import day_before
from ioplife.events import (
    DECISIONS,
    Amended,
    Approved,
    Cancelled,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Noted,
    NoticeGiven,
    OfDecision,
    PartyLeft,
    Reason,
    RenewalDecided,
    Renewed,
    Rescinded,
    Signed,
    Started,
    Voided,
    Withdrawn,
)
from ioplife.lifecycle.deciding import decide, rule
from ioplife.lifecycle.ending import demand, end, end_it, give_notice, lift, mark_demand
from ioplife.lifecycle.parting import leave
from ioplife.lifecycle.register import (
    NO_CLAUSE,
    WRONG_STATE,
    Register,
)
from ioplife.lifecycle.rulings import Ruling
from ioplife.lifecycle.versions import Version
from ioplife.standing import Answered
from ioplife.states import BINDING, IN_FORCE, State
from ioplife.terms import (
    UNKNOWN,
    Unknown,
)


def take(  # noqa: C901, PLR0912 - one case an event, and nothing else
    register: Register, number: int, event: Event
) -> str | None:
    """Fold in an event's own facts; where it can have no effect, say by which code."""
    register.today = event.on
    register.answer(number, event)
    if isinstance(event, DECISIONS):
        register.rulings = (*register.rulings, Ruling(number, event.on, event.tag))
    match event:
        case Approved():
            register.condition = event.condition
        case ConditionMet():
            register.condition = None
        case ConditionFailed():
            register.condition = None
            register.reason = Reason.CONDITION_FAILED
        case Declined():
            register.reason = _declined(event.referred_to)
        case Withdrawn():
            register.reason = Reason.WITHDRAWN
        case OfDecision():
            return rule(register, number, event)
        case Signed():
            _sign(register, event.by)
        case Entered():
            _enter(register, number, event)
        case Started():
            register.start(event.on)
        case Closed():
            register.closed = True
        case Noted(answers=str() as key):
            register.answered = (*register.answered, Answered(key, number, event.by))
        case _:
            return _while_it_binds(register, number, event)
    return None


def _while_it_binds(  # noqa: C901, PLR0912 - one case an event, and nothing else
    register: Register, number: int, event: Event
) -> str | None:
    match event:
        case FollowUpCalled():
            register.open = (*register.open, number)
            register.called |= {number}
        case ChangeRaised():
            register.open = (*register.open, number)
        case FollowedUp():
            register.close_call(event.answers)
        case Amended():
            _amend(register, number, event)
        case NoticeGiven():
            return give_notice(register, number, event)
        case RenewalDecided() | EndingDecided():
            decide(register, number, event)
        case Extended():
            return _extend(register, number, event)
        case Rescinded() | Cancelled() | Voided():
            end_it(register, number, event)
        case EndingLifted():
            lift(register, event.ending)
        case DemandMade():
            demand(register, number, event)
        case DemandCorrected():
            return mark_demand(register, number, event)
        case PartyLeft():
            return leave(register, number, event)
        case Renewed():
            _renew(register, number, event)
        case _:
            pass
    return None


# --- the beginning -------------------------------------------------------------------------


def _sign(register: Register, by: str | Unknown) -> None:
    party = None if isinstance(by, Unknown) else register.terms.actors.get(by)
    if party is not None:
        register.signed_by |= {party}


def _enter(register: Register, number: int, event: Entered) -> None:
    register.entry, register.entered_as = (event.on, number), event.state
    register.seen, register.reason = event.seen, event.reason
    # what an approval waits for is in no entry, and nobody has said that it is nothing
    register.condition = UNKNOWN if event.state is State.APPROVED else None
    register.anomalies = tuple(one for one in register.anomalies if one.code != WRONG_STATE)
    seen = event.on if isinstance(event.seen, Unknown) else event.seen
    in_force = event.state in IN_FORCE
    if in_force:
        register.show(seen)
    if event.state in BINDING:
        register.course = register.course.entered(seen, in_force=in_force, settled=register.settled)


def _declined(referred_to: str | None | Unknown) -> Reason | Unknown:
    if isinstance(referred_to, Unknown):
        return UNKNOWN
    return Reason.DECLINED if referred_to is None else Reason.REFERRED


# --- how it goes on ------------------------------------------------------------------------


def _amend(register: Register, number: int, event: Amended) -> None:
    """From the day it applies; from its own where nobody has said, or where that is before."""
    applies = event.on if isinstance(event.applies_from, Unknown) else event.applies_from
    version = Version(number, event.on, max(applies, event.on), event.terms)
    register.agree(register.versions.amended(version))
    register.close_call(event.answers)
    if isinstance(event.lifts, int):
        lift(register, event.lifts, by=number)


def _extend(register: Register, number: int, event: Extended) -> str | None:
    length = event.length
    if length is None:
        option = register.course.option
        if option is None and not isinstance(register.terms.renewal, Unknown):
            return NO_CLAUSE
        length = UNKNOWN if option is None else option.length
    if isinstance(length, Unknown):
        register.course = register.course.unmeasured_by(number)
        return NO_CLAUSE
    register.course = register.course.extended(number, event.on, length)
    return None


def _renew(register: Register, number: int, event: Renewed) -> None:
    """A successor follows; where no last day is fixed, the day before its first."""
    register.renewed, register.renewed_on = number, event.on
    register.successor, register.reason = event.successor, None
    told = not register.uncounted or (register.endings and len(register.last_days) == 1)
    if register.state not in IN_FORCE or (register.last_days and told):
        return
    period = event.period
    last = UNKNOWN if isinstance(period, Unknown) else day_before(period.first)
    if not register.last_days or isinstance(last, Unknown) or last >= register.last_days[-1]:
        end(register, number, event.on, last, None)
