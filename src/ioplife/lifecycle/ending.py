"""How each event ends the agreement, or keeps an end from coming."""

from __future__ import annotations

from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import month_end
from ioplife.events import (
    Cancelled,
    DemandCorrected,
    DemandMade,
    NoticeGiven,
    Reason,
    Rescinded,
    Under,
    Voided,
)
from ioplife.lifecycle.register import NO_CLAUSE, NO_SUCH_EVENT, Doubt, Register
from ioplife.standing import Demand, Ending
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Breach,
    Notice,
    NoticeEnd,
    Unknown,
)


def end(
    register: Register, number: int, on: Date, last_day: Date | Unknown, reason: Reason | None
) -> None:
    """It ends: on a day, or on one that nobody can tell."""
    if isinstance(last_day, Unknown):
        register.doubts = (*register.doubts, Doubt(number, on, ends=True))
    else:
        register.endings = (*register.endings, Ending(number, on, last_day, reason))


def may_end(register: Register, number: int, on: Date) -> None:
    """It ends, or it does not: nobody can tell."""
    register.doubts = (*register.doubts, Doubt(number, on, ends=False))


_REASONS: Final = {
    Rescinded: Reason.RESCINDED,
    Cancelled: Reason.BREACH,
    Voided: Reason.VOID,
}


def end_it(register: Register, number: int, event: Rescinded | Cancelled | Voided) -> None:
    """What is rescinded, cancelled or void ends on the day it says, else on its own."""
    last = event.on if event.last_day is None else event.last_day
    end(register, number, event.on, last, _REASONS[type(event)])
    if isinstance(event, Rescinded):
        register.close_call(event.answers)
    elif isinstance(event, Cancelled):
        mark_demand(register, number, event)


def give_notice(register: Register, number: int, event: NoticeGiven) -> str | None:
    """Against its going on by itself, or at any time: by the clause it is given under."""
    under = event.under
    if under is None or isinstance(under, Unknown):
        against = register.course.automatic is not None or _against_perhaps(register)
        any_time = isinstance(register.terms.notice, Notice)
        if against and any_time:  # it ends, but by which of two clauses?
            end(register, number, event.on, UNKNOWN, Reason.NOTICE)
            return None
        if isinstance(under, Unknown) and _two_perhaps(register):
            may_end(register, number, event.on)
            return None
        under = Under.RENEWAL if against else Under.NOTICE
    if under is Under.RENEWAL:
        return _notice_against(register, number, event)
    return _notice_at_any_time(register, number, event)


def _two_perhaps(register: Register) -> bool:
    """Whether it may have both clauses for notice, of which one at the least is unread."""
    renewal, notice = register.terms.renewal, register.terms.notice
    against = isinstance(renewal, AutomaticRenewal | Unknown)
    return against and isinstance(notice, Notice | Unknown)


def _against_perhaps(register: Register) -> bool:
    """Whether the one clause it can be given under is one of renewal that nobody has read."""
    renewal, notice = register.terms.renewal, register.terms.notice
    return isinstance(renewal, Unknown) and isinstance(notice, Absent)


def _notice_against(register: Register, number: int, event: NoticeGiven) -> str | None:
    """It ends with the period until which it is bound."""
    if register.course.automatic is None:
        if isinstance(register.terms.renewal, Unknown):
            may_end(register, number, event.on)
        return NO_CLAUSE
    days = register.course.last_days
    told = bool(days) and not register.course.uncounted(event.on)
    end(register, number, event.on, days[-1] if told else UNKNOWN, Reason.NOTICE)
    return None


def _notice_at_any_time(register: Register, number: int, event: NoticeGiven) -> str | None:
    """It ends as long after as the clause says."""
    clause = register.terms.notice
    if isinstance(clause, Absent):
        return NO_CLAUSE
    last = _notice_ends(clause, event.on) if isinstance(clause, Notice) else UNKNOWN
    if isinstance(last, Unknown):
        may_end(register, number, event.on)
        return NO_CLAUSE
    end(register, number, event.on, last, Reason.NOTICE)
    return None


def _notice_ends(clause: Notice, on: Date) -> Date | Unknown:
    """The last day that notice of this day sets; UNKNOWN where the clause has no length."""
    if isinstance(clause.length, Unknown):
        return UNKNOWN
    day = clause.length.after(on)
    return month_end(day) if clause.ends is NoticeEnd.MONTH_END else day


def lift(register: Register, number: int | Unknown, *, by: int | None = None) -> None:
    """Lift an ending; which one may be left out where there is one.

    Args:
        register: what has been folded.
        number: the number of the event that set it.
        by: the number of the amendment that lifts it, so that it can stand again.
    """
    standing: tuple[Ending | Doubt, ...] = (*register.endings, *register.doubts)
    if isinstance(number, Unknown) and len(standing) == 1:
        number = standing[0].number
    if by is None:  # for good, also where an amendment had lifted it
        register.lifted = tuple(pair for pair in register.lifted if pair[1].number != number)
    else:
        register.lifted += tuple((by, one) for one in standing if one.number == number)
    register.endings = tuple(one for one in register.endings if one.number != number)
    register.doubts = tuple(one for one in register.doubts if one.number != number)


def restore(register: Register, by: int) -> None:
    """What an amendment lifted stands again, for the amendment has no effect any more."""
    for number, one in register.lifted:
        if number == by and isinstance(one, Ending):
            register.endings = (*register.endings, one)
        elif number == by and isinstance(one, Doubt):
            register.doubts = (*register.doubts, one)
    register.lifted = tuple(pair for pair in register.lifted if pair[0] != by)


def demand(register: Register, number: int, event: DemandMade) -> None:
    """A demand has a clock of its own, if the clause gives it one."""
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


def mark_demand(register: Register, number: int, event: DemandCorrected | Cancelled) -> str | None:
    """Keep what became of a demand; which one may be left out where one waits."""
    waiting = [one.number for one in register.demands if one.corrected is None]
    which = event.demand
    if isinstance(which, Unknown) and len(waiting) == 1:
        (which,) = waiting
    if which not in waiting:  # one on record that waits no more is marked already
        return None if which in {one.number for one in register.demands} else NO_SUCH_EVENT
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
