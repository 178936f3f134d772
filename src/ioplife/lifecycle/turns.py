"""When the clock rows are due, where the forks lead, and by what else a row stands.

All of them are total and pure, and read only what has been folded.
"""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from pendulum import Date

from ioplife.dates import next_day
from ioplife.events import Entered, FollowedUp, Reason, Renewed, Started
from ioplife.facts import facts
from ioplife.lifecycle.register import DAWN, Register
from ioplife.lifecycle.rows import Fork, Only
from ioplife.lifecycle.schedule import Slot, lasts
from ioplife.standing import Cause
from ioplife.states import State
from ioplife.terms import Unknown


def first_day(register: Register) -> Date | None:
    """It starts on its first day: the latest, where there are several readings."""
    days = register.first_days
    return days[-1] if days else None


def day_after_the_last(register: Register) -> Date | None:
    """It runs out the day after its last day: the latest, where there are several readings.

    Before it has begun, an ending before its first day ends it at once.
    """
    if not register.endings:
        return None if register.uncounted else register.course.day_after
    first = first_day(register)
    if register.state is State.SIGNED and first is not None:
        early = [one.on for one in register.endings if one.last_day < first]
        if early:
            return min(early)
    return next_day(register.last_days[-1])


def when_amended(register: Register) -> Date | None:
    """What was amended holds from the day it applies from."""
    return register.versions.next_day


def when_it_goes_on(register: Register) -> Date | None:
    """It goes on by itself the day after the latest day for notice."""
    return register.goes_on


def when_something_is_open(register: Register) -> Date | None:
    """The follow-up opens when one that is owed does, and at once for a call or a change."""
    if register.open:
        return DAWN
    return next((register.opens(slot) for slot in register.waiting()), None)


def when_nothing_is_open(register: Register) -> Date | None:
    """The follow-up closes when nothing waits any more; what is owed, until its window ends."""
    if register.open:
        return None
    day = register.today
    for slot in register.waiting():
        if register.opens(slot) > day:
            break
        day = max(day, next_day(lasts(slot)))
    return day


def follow_ups(register: Register) -> tuple[Slot, ...]:
    """The follow-ups that are owed and wait on the day that is being folded."""
    return tuple(takewhile(lambda slot: register.opens(slot) <= register.today, register.waiting()))


def started(register: Register, day: Date) -> Cause:
    """It came into force, which shows that it was in force that day."""
    register.show(day)
    register.began = day
    source = next(
        (one.source for one in register.terms.first_readings if one.day == first_day(register)),
        None,
    )
    return Cause("~starts", facts(first_day=first_day(register)), source)


def ran_out(register: Register, _day: Date) -> Cause:
    """It is over: for the reason of the ending that came, else because the period is."""
    ending, last_day = register.ending, register.last_days[-1]
    if register.renewed is not None:
        return Cause("~runs-out", facts(last_day=last_day, successor=register.successor))
    if ending is not None and ending.last_day == last_day:
        register.reason = ending.reason
        return Cause("~runs-out", facts(last_day=last_day, ended_by=ending.number))
    decided = register.ending_decided is not None
    register.reason = Reason.NOT_RENEWED if decided else Reason.EXPIRED
    source = next(one.source for one in register.course.ends if one.day == last_day)
    return Cause("~runs-out", facts(last_day=last_day, reason=register.reason), source)


def amended(register: Register, _day: Date) -> Cause:
    """An amendment holds from now on."""
    register.agree(register.versions)
    return Cause("~amends", facts(number=register.versions.holds))


def went_on(register: Register, day: Date) -> Cause:
    """It went on by itself, for nobody gave notice in time."""
    clause = register.course.automatic
    source = None if clause is None else clause.source
    register.course = register.course.gone_on(day)
    made = register.course.made
    assert made is not None  # it has just been made  # noqa: S101
    last = None if isinstance(made.last_day, Unknown) else made.last_day
    values = facts(
        extension=register.course.extended_times,
        length=made.length,
        last_day=last,
    )
    return Cause("~extends", values, source)


def opened(register: Register, _day: Date) -> Cause:
    """A follow-up opened, for what waits for an answer or is due."""
    if register.open:
        return Cause("~follow-up-opens", facts(open=register.open))
    slot = min(follow_ups(register), key=lambda one: one.due)
    values = facts(duty=slot.id, occurrence=slot.ordinal, due=slot.due)
    return Cause("~follow-up-opens", values, slot.owed.source)


def closed(_register: Register, _day: Date) -> Cause:
    """The follow-up closed: nothing waits any more."""
    return Cause("~follow-up-closes")


def _all_signed(register: Register) -> State:
    parties = register.terms.party_ids
    return State.SIGNED if parties and parties <= register.signed_by else State.APPROVED


def _anything_open(register: Register) -> State:
    waits = register.open or follow_ups(register)
    return State.FOLLOW_UP if waits else State.ACTIVE


def _annulled(register: Register) -> State:
    return State.DECLINED if register.reason is Reason.ANNULLED else State.APPROVED


def _successor(register: Register) -> State:
    return State.TERMINATED if register.renewed is None else State.RENEWED


def _as_entered(register: Register) -> State:
    assert register.entered_as is not None  # the row's own event says so  # noqa: S101
    return register.entered_as


SIGNED_BY_ALL: Final = Fork(
    "signed when every party has signed", (State.APPROVED, State.SIGNED), _all_signed
)
ANYTHING_OPEN: Final = Fork(
    "active when nothing is open", (State.ACTIVE, State.FOLLOW_UP), _anything_open
)
IF_APPROVAL: Final = Fork(
    "declined when the approval is annulled", (State.APPROVED, State.DECLINED), _annulled
)
SUCCESSOR: Final = Fork(
    "renewed when a successor follows", (State.TERMINATED, State.RENEWED), _successor
)
AS_ENTERED: Final = Fork(
    "the state that the paper shows",
    tuple(state for state in State if state is not State.FOLLOW_UP),
    _as_entered,
    rises=True,
)


def _outranks(register: Register, event: Entered) -> bool:
    return register.state is None or register.state.rank < event.state.rank


def _no_first_day(register: Register, _event: Started) -> bool:
    return not register.first_days


def _ran_out(register: Register, _event: Renewed) -> bool:
    return register.reason in (Reason.EXPIRED, Reason.NOT_RENEWED)


def _answers_one(register: Register, event: FollowedUp) -> bool:
    return register.meant_by(event) is not None


ANSWERS_ONE: Final = Only("it answers what was owed", _answers_one)
HIGHER_RANK: Final = Only("the state entered has a higher rank", _outranks)
NO_FIRST_DAY: Final = Only("no first day can be read", _no_first_day)
RAN_OUT: Final = Only("it expired or was not renewed", _ran_out)
