"""What each event adds to what has been folded. Total: it never raises, and asks no guard."""

from __future__ import annotations

from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import day_before, month_end
from ioplife.events import (
    DECISIONS,
    TAG_OF,
    Amended,
    Annulled,
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
    Under,
    Voided,
    Withdrawn,
)
from ioplife.lifecycle.register import NO_CLAUSE, NO_SUCH_EVENT, WRONG_STATE, Decided, Register
from ioplife.lifecycle.rulings import Ruling
from ioplife.lifecycle.versions import Version
from ioplife.standing import Answered, Demand, Ending
from ioplife.states import IN_FORCE, State
from ioplife.terms import UNKNOWN, Absent, Breach, Notice, NoticeEnd, Party, Sector, Unknown


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
            return _rule(register, number, event)
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
            _close_call(register, event.answers)
        case Amended():
            _amend(register, number, event)
        case NoticeGiven():
            return _give_notice(register, number, event)
        case RenewalDecided() | EndingDecided():
            _decide(register, number, event)
        case Extended():
            return _extend(register, number, event)
        case Rescinded() | Cancelled() | Voided():
            _end_it(register, number, event)
        case EndingLifted():
            _lift(register, event.ending)
        case DemandMade():
            _demand(register, number, event)
        case DemandCorrected():
            return _mark_demand(register, number, event)
        case PartyLeft():
            _leave(register, number, event)
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
    if event.state in IN_FORCE:
        seen = event.on if isinstance(event.seen, Unknown) else event.seen
        register.show(seen)
        register.course = register.course.entered(seen, settled=register.settled)


def _declined(referred_to: str | None | Unknown) -> Reason | Unknown:
    if isinstance(referred_to, Unknown):
        return UNKNOWN
    return Reason.DECLINED if referred_to is None else Reason.REFERRED


# --- how it goes on ------------------------------------------------------------------------


def _close_call(register: Register, number: int | None | Unknown) -> None:
    register.open = tuple(one for one in register.open if one != number)


def _amend(register: Register, number: int, event: Amended) -> None:
    """From the day it applies; from its own where nobody has said, or where that is before."""
    applies = event.on if isinstance(event.applies_from, Unknown) else event.applies_from
    version = Version(number, event.on, max(applies, event.on), event.terms)
    register.agree(register.versions.amended(version))
    _close_call(register, event.answers)
    if isinstance(event.lifts, int):
        _lift(register, event.lifts)


def _extend(register: Register, number: int, event: Extended) -> str | None:
    option = register.course.option
    length = event.length
    if length is None:
        length = UNKNOWN if option is None else option.length
    if isinstance(length, Unknown):
        return NO_CLAUSE
    register.course = register.course.extended(number, event.on, length)
    return None


def _decide(register: Register, number: int, event: RenewalDecided | EndingDecided) -> None:
    one = Decided(
        number,
        renews=isinstance(event, RenewalDecided),
        last_day=event.last_day if isinstance(event, EndingDecided) else None,
        version=register.versions.period_since,
        extensions=len(register.course.extensions),
    )
    register.decided = (*register.decided, one)


def _renew(register: Register, number: int, event: Renewed) -> None:
    register.renewed, register.successor, register.reason = number, event.successor, None
    if register.state in IN_FORCE and not register.last_days:
        period = event.period
        last = UNKNOWN if isinstance(period, Unknown) else day_before(period.first)
        _end(register, number, event.on, last, None)


# --- how it ends ---------------------------------------------------------------------------


def _end(
    register: Register, number: int, on: Date, last_day: Date | Unknown, reason: Reason | None
) -> None:
    if isinstance(last_day, Unknown):
        register.doubts = (*register.doubts, (number, on))
    else:
        register.endings = (*register.endings, Ending(number, on, last_day, reason))


_REASONS: Final = {
    Rescinded: Reason.RESCINDED,
    Cancelled: Reason.BREACH,
    Voided: Reason.VOID,
}


def _end_it(register: Register, number: int, event: Rescinded | Cancelled | Voided) -> None:
    last = event.on if event.last_day is None else event.last_day
    _end(register, number, event.on, last, _REASONS[type(event)])
    if isinstance(event, Rescinded):
        _close_call(register, event.answers)
    elif isinstance(event, Cancelled):
        _mark_demand(register, number, event)


def _give_notice(register: Register, number: int, event: NoticeGiven) -> str | None:
    """Against its going on by itself, or at any time: by the clause it is given under.

    Where it has both and nobody says which, it ends on a day that nobody can tell.
    """
    clause, goes_on = register.terms.notice, register.course.automatic is not None
    any_time = isinstance(clause, Notice)
    under = event.under
    if under is Under.RENEWAL or (under is not Under.NOTICE and goes_on and not any_time):
        return _notice_against(register, number, event)
    if goes_on and any_time and under is not Under.NOTICE:
        _end(register, number, event.on, UNKNOWN, Reason.NOTICE)
        return None
    if isinstance(clause, Absent):
        return NO_CLAUSE
    last = notice_ends(clause, event.on) if isinstance(clause, Notice) else UNKNOWN
    _end(register, number, event.on, last, Reason.NOTICE)
    return NO_CLAUSE if isinstance(last, Unknown) else None


def _notice_against(register: Register, number: int, event: NoticeGiven) -> str | None:
    """It ends with the period until which it is bound."""
    if register.course.automatic is None:
        if register.terms.renewal is UNKNOWN:
            _end(register, number, event.on, UNKNOWN, Reason.NOTICE)
        return NO_CLAUSE
    days = register.course.last_days
    _end(register, number, event.on, days[-1] if days else UNKNOWN, Reason.NOTICE)
    return None


def notice_ends(clause: Notice, on: Date) -> Date | Unknown:
    """The last day that notice of this day sets; UNKNOWN where the clause has no length."""
    if isinstance(clause.length, Unknown):
        return UNKNOWN
    day = clause.length.after(on)
    return month_end(day) if clause.ends is NoticeEnd.MONTH_END else day


def _lift(register: Register, number: int | Unknown) -> None:
    """Lift an ending; which one may be left out where there is one."""
    standing = (*(one.number for one in register.endings), *(one for one, _on in register.doubts))
    if isinstance(number, Unknown) and len(standing) == 1:
        (number,) = standing
    register.endings = tuple(one for one in register.endings if one.number != number)
    register.doubts = tuple(one for one in register.doubts if one[0] != number)


def _demand(register: Register, number: int, event: DemandMade) -> None:
    ends = _cure_ends(register.terms.breach, event)
    register.demands = (*register.demands, Demand(number, event.on, event.written, ends))


def _cure_ends(clause: Breach | Absent | Unknown, event: DemandMade) -> Date | None | Unknown:
    """The last day to correct it; an oral demand never starts it where it must be written."""
    if isinstance(clause, Absent):
        return None
    if isinstance(clause, Unknown):
        return UNKNOWN
    if clause.written is True and event.written is False:
        return None
    may_be_oral = clause.written is False or event.written is True
    if not may_be_oral or isinstance(clause.cure, Unknown):
        return UNKNOWN
    return clause.cure.after(event.on)


def _mark_demand(register: Register, number: int, event: DemandCorrected | Cancelled) -> str | None:
    """Keep what became of a demand; which one may be left out where one waits."""
    waiting = [one.number for one in register.demands if one.corrected is None]
    which = event.demand
    if isinstance(which, Unknown) and len(waiting) == 1:
        (which,) = waiting
    if which not in waiting:
        return NO_SUCH_EVENT
    corrected = isinstance(event, DemandCorrected)
    register.demands = tuple(
        one
        if one.number != which
        else attrs.evolve(one, corrected=number)
        if corrected
        else attrs.evolve(one, cancelled=number)
        for one in register.demands
    )
    return None


def _leave(register: Register, number: int, event: PartyLeft) -> None:
    """It ends where no civil or no public party remains; unknown where that cannot be told."""
    last = event.on if event.last_day is None else event.last_day
    parties = register.terms.parties
    if isinstance(parties, Unknown):
        _end(register, number, event.on, UNKNOWN, Reason.PARTY_LEFT)
        return
    if isinstance(event.party, Unknown):
        remaining = [one for one in parties if one.id not in register.left]
        ends = [_lacks(_without(remaining, one.id)) for one in remaining]
        if any(answer is not False for answer in ends):
            surely = bool(ends) and all(answer is True for answer in ends)
            _end(register, number, event.on, last if surely else UNKNOWN, Reason.PARTY_LEFT)
        return
    register.left |= {register.terms.actors.get(event.party, event.party)}
    lacks = _lacks([one for one in parties if one.id not in register.left])
    if lacks is not False:
        _end(register, number, event.on, UNKNOWN if lacks is None else last, Reason.PARTY_LEFT)


def _without(parties: list[Party], one: str) -> list[Party]:
    return [party for party in parties if party.id != one]


def _lacks(parties: list[Party]) -> bool | None:
    """Whether no civil or no public party is among them; None where nobody knows."""
    sectors = [party.sector for party in parties]
    lacking = [sector for sector in (Sector.CIVIL, Sector.PUBLIC) if sector not in sectors]
    if not lacking:
        return False
    return True if len(lacking) > sectors.count(UNKNOWN) else None


# --- decisions -----------------------------------------------------------------------------


def _rule(register: Register, number: int, event: OfDecision) -> str | None:
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
    """The decision has no effect from that day (RULES §6)."""
    if ruling.tag == TAG_OF[Approved]:
        if register.state is State.APPROVED:
            register.reason = Reason.ANNULLED
        else:
            _end(register, number, on, on, Reason.ANNULLED)
    elif ruling.tag == TAG_OF[Amended]:
        register.agree(register.versions.without(ruling.number))
    _lift(register, ruling.number)
    register.decided = tuple(one for one in register.decided if one.number != ruling.number)
    register.course = register.course.without(ruling.number)
