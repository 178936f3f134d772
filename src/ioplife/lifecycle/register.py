"""What has been folded so far.

The register is the fold's working sheet: mutable while a day is folded, kept as a copy at
the day's end. Its fields hold values that never change. How each event adds to it stands in
``taking``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import day_before, month_end
from ioplife.events import Event, FollowedUp, Fulfilled, Reason, Waived
from ioplife.lifecycle.course import Course, Ground
from ioplife.lifecycle.rulings import Ruling
from ioplife.lifecycle.schedule import Answering, Done, Schedule, Slot, schedule
from ioplife.lifecycle.versions import Version, Versions
from ioplife.standing import Anomaly, Answered, Cause, Demand, Ending
from ioplife.states import FINAL, IN_FORCE, State
from ioplife.terms import UNKNOWN, Absent, End, NoticeEnd, Terms, Unknown

DAWN: Final = Date(1, 1, 1)
"""Before every day that can be asked about."""

WRONG_STATE: Final = "wrong-state"
NO_CLAUSE: Final = "no-effect-without-clause"
NO_SUCH_EVENT: Final = "no-such-event"

_TIES: Final = (
    Reason.VOID,
    Reason.ANNULLED,
    Reason.BREACH,
    Reason.NOTICE,
    Reason.RESCINDED,
    Reason.PARTY_LEFT,
)
"""Of endings on one day, the first of these says why (RULES §2)."""


@attrs.frozen
class Decided:
    """A decision about what follows the period that runs.

    Attributes:
        number: its number.
        renews: whether a successor shall follow; else it ends.
        last_day: the day it was decided to end on; None for a renewal.
        ground: the period it was of.
    """

    number: int
    renews: bool
    last_day: Date | None | Unknown
    ground: Ground


@attrs.frozen
class Doubt:
    """An event that ends the agreement, or may, on a day that nobody can tell.

    Attributes:
        number: its number.
        on: its day.
        ends: whether it surely ends it, so that it does not go on by itself.
    """

    number: int
    on: Date
    ends: bool


@attrs.define(slots=False, eq=False)
class Register:
    """What has been folded so far.

    Attributes:
        versions: the terms as first recorded, with what has been resolved, and every
            amendment; once it is recorded to have started, with that day as its first.
        course: from when until when it runs, with what has extended it.
        superseded: the courses that an amendment has taken the place of.
        today: the day that is being folded.
        state: the state; None before the first event.
        cause: why it is in that state.
        condition: what the approval waits for; None: nothing.
        signed_by: the parties that have signed.
        settled: whether what is the last day has been resolved.
        entry: the day and the number of the register entry, with ``entered_as`` the state
            it shows and ``seen`` its latest paper.
        shown: the last day a record shows it in force.
        began: the day on which it came into force; None while it has not, and where it was
            entered in force.
        open: the calls and changes that wait for an answer, by number.
        endings: what has set a last day besides the period.
        doubts: events that end it, or may, on a day that cannot be told.
        lifted: what an amendment has lifted of these, with the amendment's number.
        decided: the decisions about what follows, in order; the last that stands counts.
        rulings: what becomes of each decision that can be appealed.
        demands: the demands that a breach be corrected.
        left: the parties that have left, each with its last day.
        renewed: the number of the event that names the successor, with ``renewed_on`` its day.
        reason: why it is over.
        closed: whether what was left is settled.
        anomalies: events without effect.
        called: the numbers of the calls for a follow-up.
        done: what has been fulfilled or waived.
        answered: the flags that somebody has answered.
    """

    versions: Versions
    course: Course
    superseded: tuple[tuple[int, Course], ...] = ()
    today: Date = DAWN
    state: State | None = None
    cause: Cause | None = None
    condition: str | None | Unknown = None
    signed_by: frozenset[str] = frozenset()
    settled: bool = False
    entry: tuple[Date, int] | None = None
    entered_as: State | None = None
    seen: Date | None | Unknown = None
    shown: Date | None = None
    began: Date | None = None
    open: tuple[int, ...] = ()
    endings: tuple[Ending, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    lifted: tuple[tuple[int, Ending | Doubt], ...] = ()
    decided: tuple[Decided, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    demands: tuple[Demand, ...] = ()
    left: tuple[tuple[str, Date | Unknown], ...] = ()
    renewed: int | None = None
    renewed_on: Date | None = None
    successor: str | None | Unknown = None
    reason: Reason | None | Unknown = None
    closed: bool = False
    anomalies: tuple[Anomaly, ...] = ()
    called: frozenset[int] = frozenset()
    done: tuple[Done, ...] = ()
    answered: tuple[Answered, ...] = ()
    _schedule: Schedule | None = None
    _scheduled: tuple[object, ...] = ()

    @classmethod
    def of(cls, terms: Terms) -> Register:
        """The register before anything is folded."""
        versions = Versions((Version(0, DAWN, DAWN, terms),))
        return cls(versions, Course(terms))

    def kept(self) -> Register:
        """A copy that later events leave alone."""
        twin = object.__new__(Register)
        twin.__dict__.update(self.__dict__)
        return twin

    # --- the terms ---------------------------------------------------------------------

    @property
    def terms(self) -> Terms:
        """What is agreed today, with what has been resolved."""
        return self.versions.terms

    def agree(self, versions: Versions) -> None:
        """Take in versions of the terms; a period that is changed is counted anew."""
        before = self.versions
        self.versions = versions.on(self.today, begun=self.state in IN_FORCE)
        terms, since = self.versions.terms, self.versions.period_since
        if since != before.period_since:  # an annulled amendment gives way to what was before
            past = dict(self.superseded)
            self.superseded = (*self.superseded, (before.period_since, self.course))
            self.course = past.get(since, Course(terms))
        self.course = self.course.under(terms)

    def shorten(self, number: int) -> None:
        """An extension has no effect any more, in the course that runs and in those before."""
        self.course = self.course.without(number)
        self.superseded = tuple((since, one.without(number)) for since, one in self.superseded)

    def start(self, day: Date) -> None:
        """It is recorded to have started, where no first day can be read."""
        self.versions = self.versions.with_first_day(day)
        self.course = self.course.under(self.terms)
        self.began = day

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
        days = self.course.last_days
        if ending is None:
            return days
        found = {min(day, ending.last_day) for day in days}
        if not found or self.uncounted:  # it may have gone on to there
            found.add(ending.last_day)
        return tuple(sorted(found))

    @property
    def stopped(self) -> Date | None:
        """The first day on which something came that stops its going on; None: nothing has.

        An ending, be its last day known or not, and a successor.
        """
        days = [one.on for one in self.endings]
        days += [one.on for one in self.doubts if one.ends]
        days += [] if self.renewed_on is None else [self.renewed_on]
        return min(days, default=None)

    @property
    def goes_on(self) -> Date | None:
        """The day it goes on by itself; None where it does not."""
        return self.course.goes_on if self.stopped is None else None

    @property
    def uncounted(self) -> bool:
        """Whether nobody can tell how long it goes on after its latest last day."""
        return self.course.uncounted(self.stopped)

    @property
    def end_open(self) -> bool:
        """Whether nobody can tell how long it goes on, and nothing ends it on a day."""
        return self.uncounted and not self.endings

    @property
    def option_latest(self) -> Date | None | Unknown:
        """The last day to use the option to extend; None: none is left."""
        return self.course.option_latest if self.stopped is None else None

    @property
    def notice_latest(self) -> Date | None | Unknown:
        """The last day for notice against what would go on otherwise; None: there is none."""
        if self.stopped is not None:
            return None
        if self.terms.open_ended:  # once notice is given, be its effect known or not, it is past
            return None if self.doubts else self._notice_for_end()
        return self.course.notice_latest

    def _notice_for_end(self) -> Date | None | Unknown:
        """Where it runs until further notice, the last day for notice to end it as decided."""
        decided, clause = self.stands_decided, self.terms.notice
        if decided is None or decided.last_day is None or isinstance(clause, Absent):
            return None
        end = decided.last_day
        if isinstance(end, Unknown) or isinstance(clause, Unknown):
            return UNKNOWN
        if isinstance(clause.length, Unknown):
            return UNKNOWN
        if clause.ends is NoticeEnd.MONTH_END and end != month_end(end):
            end = day_before(end.replace(day=1))
        return clause.length.latest_or_first(end)

    @property
    def stands_decided(self) -> Decided | None:
        """The decision that stands about what follows the period.

        A decision to end is of the period that ran; once that is extended or changed, it
        says nothing any more.
        """
        return next(
            (
                one
                for one in reversed(self.decided)
                if one.renews or one.ground == self.course.ground
            ),
            None,
        )

    @property
    def renewal_decided(self) -> int | None:
        """The number of the decision to renew, where that stands."""
        one = self.stands_decided
        return one.number if one is not None and one.renews else None

    @property
    def ending_decided(self) -> int | None:
        """The number of the decision to end, where that stands."""
        one = self.stands_decided
        return one.number if one is not None and not one.renews else None

    # --- what is owed ------------------------------------------------------------------

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
        until = self.owed_until
        ending = self.ending
        early = None if ending is None or ending.last_day != until else ending
        end = None if early is None else End(early.last_day, early.on)
        place = (self.versions, self.course, self.began, until, end)
        if self._schedule is None or self._scheduled != place:
            self._schedule = schedule(
                self.versions, self.course, began=self.began, last=until, end=end
            )
            self._scheduled = place
        return self._schedule

    def waiting(self) -> Iterator[Slot]:
        """The follow-ups that wait today or will: not done, unrecorded or past; as they open."""
        if not self.versions.follow_up:
            return  # nothing to work out
        done = {one.key for one in self.done}
        for slot in self.schedule.follow_ups_from(self.today):
            if slot.key not in done and not self.unrecorded(slot):
                yield slot

    def opens(self, slot: Slot) -> Date:
        """The day from which it waits; never before the entry in the register."""
        return slot.opens if self.entry is None else max(slot.opens, self.entry[0])

    def unrecorded(self, slot: Slot) -> bool:
        """Whether it was due when a paper vouched for the entry: nobody knows if it was done."""
        if self.entry is None:
            return False
        return slot.due <= (self.seen if isinstance(self.seen, Date) else self.entry[0])

    def close_call(self, number: int | None | Unknown) -> None:
        """A call, or a change that was raised, is answered; None: none is."""
        self.open = tuple(one for one in self.open if one != number)

    def show(self, day: Date) -> None:
        """Keep the last day on which a record shows the agreement in force."""
        self.shown = day if self.shown is None else max(self.shown, day)

    def answer(self, number: int, event: Event) -> None:
        """Keep what an event fulfils or waives, be there a row for it or not (RULES §1.3)."""
        if isinstance(event, FollowedUp | Fulfilled | Waived):
            slot = self.answered_by(event)
            if slot is not None:
                waived = isinstance(event, Waived)
                self.done = (*self.done, Done(*slot.key, number, waived=waived))

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


def _rank(reason: Reason | None) -> int:
    return _TIES.index(reason) if reason in _TIES else len(_TIES)
