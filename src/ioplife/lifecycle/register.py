"""What has been folded so far, and how each event adds to it.

The register is the fold's working sheet: mutable while a day is folded, kept as a copy at
the day's end. Its fields hold values that never change.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import day_before, month_end
from ioplife.events import (
    Approved,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Declined,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Noted,
    NoticeGiven,
    Reason,
    RenewalDecided,
    Renewed,
    Rescinded,
    Signed,
    Started,
    Waived,
    Withdrawn,
)
from ioplife.lifecycle.schedule import Answering, Done, Schedule, Slot, schedule
from ioplife.standing import Anomaly, Answered, Cause, Ending
from ioplife.states import FINAL, IN_FORCE, State
from ioplife.terms import UNKNOWN, Absent, Notice, NoticeEnd, Terms, Unknown

DAWN: Final = Date(1, 1, 1)
"""Before every day that can be asked about."""

WRONG_STATE: Final = "wrong-state"
NO_CLAUSE: Final = "no-effect-without-clause"
NO_SUCH_EVENT: Final = "no-such-event"

_TIES: Final = (Reason.NOTICE, Reason.RESCINDED)
"""Of endings on one day, the first of these says why (RULES §2)."""


@attrs.define(slots=False, eq=False)
class Register:
    """What has been folded so far.

    Attributes:
        terms: what is agreed, with what has been resolved; once it is recorded to have
            started, with that day as its first.
        today: the day that is being folded.
        state: the state; None before the first event.
        cause: why it is in that state.
        condition: what the approval waits for; None: nothing.
        signed_by: the parties that have signed.
        entry: the day and the number of the register entry, with ``entered_as`` the state
            it shows and ``seen`` its latest paper.
        shown: the last day a record shows it in force.
        began: the day on which it came into force; None while it has not, and where it was
            entered in force.
        open: the calls and changes that wait for an answer, by number.
        endings: what has set a last day besides the period.
        doubts: events that end it on a day that cannot be told: number and own day.
        renewal_decided, ending_decided: the decision that stands, by number.
        renewed: the number of the event that names the successor.
        reason: why it is over.
        closed: whether what was left is settled.
        anomalies: events without effect.
        called: the numbers of the calls for a follow-up.
        done: what has been fulfilled or waived.
        answered: the flags that somebody has answered.
    """

    terms: Terms
    today: Date = DAWN
    state: State | None = None
    cause: Cause | None = None
    condition: str | None | Unknown = None
    signed_by: frozenset[str] = frozenset()
    entry: tuple[Date, int] | None = None
    entered_as: State | None = None
    seen: Date | None | Unknown = None
    shown: Date | None = None
    began: Date | None = None
    open: tuple[int, ...] = ()
    endings: tuple[Ending, ...] = ()
    doubts: tuple[tuple[int, Date], ...] = ()
    renewal_decided: int | None = None
    ending_decided: int | None = None
    renewed: int | None = None
    successor: str | None | Unknown = None
    reason: Reason | None | Unknown = None
    closed: bool = False
    anomalies: tuple[Anomaly, ...] = ()
    called: frozenset[int] = frozenset()
    done: tuple[Done, ...] = ()
    answered: tuple[Answered, ...] = ()
    _schedule: Schedule | None = None

    def kept(self) -> Register:
        """A copy that later events leave alone."""
        twin = object.__new__(Register)
        twin.__dict__.update(self.__dict__)
        return twin

    # --- the days that follow ----------------------------------------------------------

    @property
    def first_days(self) -> tuple[Date, ...]:
        """Every reading of the first day, earliest first."""
        return self.terms.first_days

    @property
    def ending(self) -> Ending | None:
        """The ending that comes first; of several on one day, the one that says why."""
        if not self.endings:
            return None
        return min(self.endings, key=lambda one: (one.last_day, _rank(one.reason)))

    @property
    def last_days(self) -> tuple[Date, ...]:
        """Every day that may be the last, earliest first, none after the first ending."""
        ending = self.ending
        days = self.terms.last_days
        if ending is None:
            return days
        if not days:
            return (ending.last_day,)
        return tuple(sorted({min(day, ending.last_day) for day in days}))

    @property
    def owed_until(self) -> Date | None:
        """The last day of what is owed; None where no day is known."""
        days = self.last_days
        last = days[-1] if days else None
        if self.entry is not None and self.entered_as in FINAL:
            before = day_before(self.entry[0])
            last = before if last is None else min(last, before)
        return last

    @property
    def schedule(self) -> Schedule:
        """What is owed and when; worked out anew where terms or days have changed."""
        place = (self.terms, self.began, self.owed_until)
        if self._schedule is None or self._schedule.place != place:
            self._schedule = schedule(*place)
        return self._schedule

    def waiting(self) -> Iterator[Slot]:
        """The follow-ups that wait today or will: not done, unrecorded or past; as they open."""
        done = {(one.id, one.ordinal) for one in self.done}
        for slot in self.schedule.follow_ups_from(self.today):
            if (slot.id, slot.ordinal) not in done and not self.unrecorded(slot):
                yield slot

    def opens(self, slot: Slot) -> Date:
        """The day from which it waits; never before the entry in the register."""
        return slot.opens if self.entry is None else max(slot.opens, self.entry[0])

    def unrecorded(self, slot: Slot) -> bool:
        """Whether it was due when a paper vouched for the entry: nobody knows if it was done."""
        if self.entry is None:
            return False
        return slot.due <= (self.seen if isinstance(self.seen, Date) else self.entry[0])

    # --- what an event adds --------------------------------------------------------------

    def take(  # noqa: C901, PLR0912 - one case an event, and nothing else
        self, number: int, event: Event
    ) -> str | None:
        """Fold in an event's own facts; where it can have no effect, say by which code."""
        self.today = event.on
        self.answer(number, event)
        match event:
            case Approved():
                self.condition = event.condition
            case ConditionMet():
                self.condition = None
            case ConditionFailed():
                self.condition = None
                self.reason = Reason.CONDITION_FAILED
            case Declined():
                self.reason = _declined(event.referred_to)
            case Withdrawn():
                self.reason = Reason.WITHDRAWN
            case Signed():
                self._sign(event.by)
            case Entered():
                self._enter(number, event)
            case Started():
                self.terms = self.terms.resolve("first_day", event.on)
                self.began = event.on
            case FollowUpCalled():
                self.open = (*self.open, number)
                self.called |= {number}
            case ChangeRaised():
                self.open = (*self.open, number)
            case FollowedUp():
                self._close_call(event.answers)
            case NoticeGiven():
                return self._give_notice(number, event)
            case RenewalDecided():
                self.renewal_decided, self.ending_decided = number, None
            case EndingDecided():
                self.renewal_decided, self.ending_decided = None, number
            case Rescinded():
                last = event.on if event.last_day is None else event.last_day
                self._end(number, event.on, last, Reason.RESCINDED)
                self._close_call(event.answers)
            case EndingLifted():
                self._lift(event.ending)
            case Renewed():
                self._renew(number, event)
            case Closed():
                self.closed = True
            case Noted():
                if isinstance(event.answers, str):
                    self.answered = (*self.answered, Answered(event.answers, number, event.by))
            case _:
                pass
        return None

    def show(self, day: Date) -> None:
        """Keep the last day on which a record shows the agreement in force."""
        self.shown = day if self.shown is None else max(self.shown, day)

    def answer(self, number: int, event: Event) -> None:
        """Keep what an event fulfils or waives, be there a row for it or not (RULES §1.3)."""
        if isinstance(event, FollowedUp | Fulfilled | Waived):
            slot = self.answered_by(event)
            if slot is not None:
                waived = isinstance(event, Waived)
                self.done = (*self.done, Done(slot.id, slot.ordinal, number, waived=waived))

    def answered_by(self, event: Answering) -> Slot | None:
        """The instance that an event fulfils or waives; None: none, it is an extra."""
        return self.schedule.answered_by(event, self.done, called=self._on_call(event))

    def meant_by(self, event: Answering) -> Slot | None:
        """The instance that an event means, done or not; None: none, it is an extra."""
        return self.schedule.meant_by(event, self.done, called=self._on_call(event))

    def _on_call(self, event: Answering) -> bool:
        """Whether an event answers, or may answer, a call."""
        call = event.answers if isinstance(event, FollowedUp) else None
        return isinstance(call, Unknown) or call in self.called

    def set_aside(self, number: int, event: Event, code: str) -> None:
        """Keep an event that has no effect; what no row stood for before the entry is none."""
        if code != WRONG_STATE or self.entry is None or (event.on, number) > self.entry:
            anomaly = Anomaly(number, event.on, event.tag, code)
            self.anomalies = (*self.anomalies, anomaly)

    def _sign(self, by: str | Unknown) -> None:
        party = None if isinstance(by, Unknown) else self.terms.actors.get(by)
        if party is not None:
            self.signed_by |= {party}

    def _enter(self, number: int, event: Entered) -> None:
        self.entry, self.entered_as, self.seen = (event.on, number), event.state, event.seen
        self.reason = event.reason
        # what an approval waits for is in no entry, and nobody has said that it is nothing
        self.condition = UNKNOWN if event.state is State.APPROVED else None
        self.anomalies = tuple(one for one in self.anomalies if one.code != WRONG_STATE)
        if event.state in IN_FORCE:
            self.show(event.on if isinstance(event.seen, Unknown) else event.seen)

    def _close_call(self, number: int | None | Unknown) -> None:
        self.open = tuple(one for one in self.open if one != number)

    def _end(self, number: int, on: Date, last_day: Date | Unknown, reason: Reason | None) -> None:
        if isinstance(last_day, Unknown):
            self.doubts = (*self.doubts, (number, on))
        else:
            self.endings = (*self.endings, Ending(number, on, last_day, reason))

    def _give_notice(self, number: int, event: NoticeGiven) -> str | None:
        clause = self.terms.notice
        if isinstance(clause, Absent):
            return NO_CLAUSE
        last = notice_ends(clause, event.on) if isinstance(clause, Notice) else UNKNOWN
        self._end(number, event.on, last, Reason.NOTICE)
        return NO_CLAUSE if isinstance(last, Unknown) else None

    def _lift(self, number: int | Unknown) -> None:
        """Lift an ending; which one may be left out where there is one."""
        standing = (*(one.number for one in self.endings), *(one for one, _on in self.doubts))
        if isinstance(number, Unknown) and len(standing) == 1:
            (number,) = standing
        self.endings = tuple(one for one in self.endings if one.number != number)
        self.doubts = tuple(one for one in self.doubts if one[0] != number)

    def _renew(self, number: int, event: Renewed) -> None:
        self.renewed, self.successor, self.reason = number, event.successor, None
        if self.state in IN_FORCE and not self.last_days:
            period = event.period
            last = UNKNOWN if isinstance(period, Unknown) else day_before(period.first)
            self._end(number, event.on, last, None)


def notice_ends(clause: Notice, on: Date) -> Date | Unknown:
    """The last day that notice of this day sets; UNKNOWN where the clause has no length."""
    if isinstance(clause.length, Unknown):
        return UNKNOWN
    day = clause.length.after(on)
    return month_end(day) if clause.ends is NoticeEnd.MONTH_END else day


def _rank(reason: Reason | None) -> int:
    return _TIES.index(reason) if reason in _TIES else len(_TIES)


def _declined(referred_to: str | None | Unknown) -> Reason | Unknown:
    if isinstance(referred_to, Unknown):
        return UNKNOWN
    return Reason.DECLINED if referred_to is None else Reason.REFERRED
