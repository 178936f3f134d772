"""Where an agreement stands at the end of a day, from what has been folded by then."""

from __future__ import annotations

from typing import Final

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import IsWorkingDay, days_between, next_day
from ioplife.duties import Goal
from ioplife.facts import facts
from ioplife.lifecycle.course import last_of
from ioplife.lifecycle.register import Register
from ioplife.lifecycle.schedule import Done, Key, Slot
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.states import BINDING, FINAL, IN_FORCE, OVER, State
from ioplife.terms import UNKNOWN, Absent, Unknown

_OWING: Final = BINDING | OVER
"""From the signatures on; what is left undone stays owed after the end."""


def stand(register: Register, day: Date, is_working_day: IsWorkingDay | None = None) -> Standing:
    """Where the agreement stands at the end of the day."""
    period, number = register.course.period_of(day)
    binds = register.state in BINDING
    firsts = register.first_days
    last_day = _last_day(register, day)
    over = register.state in FINAL
    return Standing(
        on=day,
        state=register.state,
        in_force=in_force(register, day),
        first_day=firsts[-1] if firsts else UNKNOWN,
        last_day=last_day,
        days_left=days_between(day, last_day) if isinstance(last_day, Date) else last_day,
        last_days=register.last_days,
        ends=register.course.ends,
        period=period,
        number=number,
        extensions=register.course.extensions,
        option_latest=register.option_latest if binds else None,
        notice_latest=register.notice_latest if binds else None,
        uncounted=binds and register.end_open,
        final=tuple(one.finality(day, is_working_day) for one in register.rulings),
        demands=register.demands,
        left=tuple(party for party, _last in register.left),
        endings=register.endings,
        doubts=tuple(one.number for one in register.doubts),
        reason=register.reason if over else None,
        signed_by=tuple(sorted(register.signed_by)),
        unsigned=_unsigned(register),
        condition=register.condition if register.state is State.APPROVED else None,
        open=() if over else register.open,
        renewal_decided=register.renewal_decided,
        ending_decided=register.ending_decided,
        renewed=register.renewed,
        successor=register.successor,
        entered=None if register.entry is None else register.entry[1],
        seen=register.seen,
        closed=register.closed,
        anomalies=register.anomalies,
        occurrences=_occurrences(register, day),
        answered=register.answered,
        because=_because(register, last_day),
    )


def in_force(register: Register, day: Date) -> Answer:
    """Whether the parties are bound on that day (RULES §3, decision 001)."""
    firsts, lasts, state = register.first_days, register.last_days, register.state
    before = bool(firsts) and day < firsts[0]
    if state in (None, State.APPROVED):
        after = bool(lasts) and day > lasts[-1]
        return Answer.NO if before or after else Answer.UNKNOWN
    if state is State.SIGNED:
        unread = not firsts and not isinstance(register.terms.first_day, Absent)
        return Answer.UNKNOWN if unread or (firsts and not before) else Answer.NO
    if state not in IN_FORCE or before:
        return Answer.NO
    between = bool(firsts) and day < firsts[-1]
    doubted = any(day > one.on for one in register.doubts)
    if between or doubted:
        return Answer.UNKNOWN
    if lasts:
        return Answer.YES if day <= lasts[0] else Answer.UNKNOWN
    if register.terms.open_ended:
        return Answer.YES
    shown = register.shown is not None and day <= register.shown
    return Answer.YES if shown else Answer.UNKNOWN


def _occurrences(register: Register, day: Date) -> tuple[Occurrence, ...]:
    """What is owed and how far it has come, from the signatures on."""
    if register.state not in _OWING:
        return ()
    done: dict[Key, Done] = {}
    for one in register.done:  # what was waived may be done all the same, later
        done[one.key] = one
    return tuple(
        _occurrence(register, slot, done.get(slot.key), day) for slot in register.schedule.slots
    )


def _occurrence(register: Register, slot: Slot, done: Done | None, day: Date) -> Occurrence:
    return Occurrence(
        slot.id,
        slot.kind,
        slot.ordinal,
        slot.first,
        slot.last,
        slot.due,
        _progress(register, slot, done, day),
        None if done is None else done.number,
        UNKNOWN if isinstance(slot.owed, Goal) else slot.owed.who,
        slot.basis,
        slot.owed.source,
    )


def _progress(register: Register, slot: Slot, done: Done | None, day: Date) -> Progress:
    if done is not None:
        return Progress.WAIVED if done.waived else Progress.FULFILLED
    if register.unrecorded(slot):
        return Progress.UNRECORDED
    if slot.last is not None and day > slot.last:
        return Progress.OVERDUE
    return Progress.OPEN if day >= register.opens(slot) else Progress.COMING


def edges(register: Register, is_working_day: IsWorkingDay | None = None) -> set[Date]:
    """The days on which time alone may change the answers, while the state stays."""
    return {
        *register.first_days,
        *(next_day(day) for day in register.last_days),
        *(next_day(one.on) for one in register.doubts),
        *(() if register.shown is None else (next_day(register.shown),)),
        *(next_day(last_of(one)) for one in register.course.periods if one.last is not None),
        *(day for one in register.rulings for day in one.edges(is_working_day)),
    }


def _last_day(register: Register, day: Date) -> Date | None | Unknown:
    """The earliest reading that is still to come, else the latest."""
    lasts = register.last_days
    if not lasts:
        return None if register.terms.open_ended else UNKNOWN
    return next((last for last in lasts if last >= day), lasts[-1])


def _unsigned(register: Register) -> tuple[str, ...] | Unknown:
    if register.state is not State.APPROVED:
        return ()
    if isinstance(register.terms.parties, Unknown):
        return UNKNOWN
    return tuple(sorted(register.terms.party_ids - register.signed_by))


def _because(register: Register, last_day: Date | None | Unknown) -> tuple[Cause, ...]:
    state = () if register.cause is None else (register.cause,)
    return (*state, _last_day_cause(register, last_day))


def _last_day_cause(register: Register, last_day: Date | None | Unknown) -> Cause:
    if last_day is None:
        return Cause("open-ended")
    if isinstance(last_day, Unknown):
        return Cause("last-day-unknown")
    ending = register.ending
    if ending is not None and ending.last_day == last_day:
        return Cause("ended-by", facts(number=ending.number, last_day=last_day))
    readings = register.course.ends
    source = next((one.source for one in readings if one.day == last_day), None)
    if len(register.last_days) > 1:
        return Cause("last-day-conflict", facts(readings=register.last_days), source)
    code = "last-day-stated" if register.course.made is None else "last-day-extended"
    return Cause(code, facts(last_day=last_day), source)
