"""What is owed and when, instance by instance, and which of them an event answers (RULES §8)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain
from typing import TypeAlias

import attrs
from pendulum import Date

from ioplife.dates import LAST_DAY, Period, day_before, next_day
from ioplife.duties import (
    FOLLOWED_UP,
    FORESEEN,
    Basis,
    Calls,
    Duty,
    DutyKind,
    Goal,
    Horizon,
    Window,
)
from ioplife.events import FollowedUp, Fulfilled, Waived
from ioplife.lifecycle.course import Course, last_of
from ioplife.lifecycle.versions import Versions
from ioplife.terms import End, Instalment, PaymentPlan, Terms

Owed: TypeAlias = Duty | PaymentPlan | Goal
"""A clause by which something is owed."""

Answering: TypeAlias = FollowedUp | Fulfilled | Waived
"""The events that answer what is owed."""

Key: TypeAlias = tuple[str, int, Date]
"""An instance of what is owed: the id of its clause, its number, the first day of its window."""


@attrs.frozen(eq=False)
class Slot:
    """One instance of what is owed, from the terms and the days alone.

    Attributes:
        owed: the clause.
        id: its id; a payment plan's is ``payment``, or ``payment:`` and its label.
        kind: what is owed.
        ordinal: its number, from 1.
        first: the first day on which it may be done.
        last: the last day, included; None: an assessment has none.
        due: the day it is due.
        opens: the day from which it waits; a follow-up then holds the state.
        terms: the terms by which it is owed: those that hold when it is due.
        window: its window and number as these terms give it, of a payment with what it pays
            for; None for a goal.
    """

    owed: Owed
    id: str
    kind: DutyKind
    ordinal: int
    first: Date
    last: Date | None
    due: Date
    opens: Date
    terms: Terms
    window: Window | Instalment | None = None

    @property
    def key(self) -> Key:
        """What tells it from every other; a window that is cut, or moved with its end, stays."""
        return self.id, self.ordinal, self.first

    @property
    def basis(self) -> Basis:
        """What it rests on; a payment plan is a clause of the agreement."""
        return Basis.AGREEMENT if isinstance(self.owed, PaymentPlan) else self.owed.basis

    @property
    def holds_the_state(self) -> bool:
        """Whether the agreement is in follow-up while this one waits."""
        return self.kind is DutyKind.FOLLOW_UP and self.basis.binds


@attrs.frozen
class Done:
    """An instance that an event has fulfilled or waived.

    Attributes:
        id: the id of the duty, the goal or the payment plan.
        ordinal: the number of the instance.
        first: the first day of its window; by it, what an amendment gives the same number is
            another.
        number: the number of the event.
        waived: whether it is waived, not fulfilled.
    """

    id: str
    ordinal: int
    first: Date
    number: int
    waived: bool = attrs.field(kw_only=True)

    @property
    def key(self) -> Key:
        """The instance it is of."""
        return self.id, self.ordinal, self.first


@attrs.frozen(eq=False)
class Schedule:
    """Everything that is owed, in the order of the clauses.

    Attributes:
        slots: every instance.
        periods: the periods, one after the other, as agreed; none where they are not clear.
    """

    slots: tuple[Slot, ...]
    periods: tuple[Period, ...] = ()

    @cached_property
    def follow_ups(self) -> tuple[Slot, ...]:
        """What holds the state while it waits, in the order in which it opens."""
        found = (slot for slot in self.slots if slot.holds_the_state)
        return tuple(sorted(found, key=lambda slot: slot.opens))

    @cached_property
    def _reach(self) -> tuple[Date, ...]:
        """Beside each follow-up, the latest last day of those up to it."""
        return tuple(accumulate((lasts(slot) for slot in self.follow_ups), max))

    def follow_ups_from(self, day: Date) -> Iterator[Slot]:
        """The follow-ups whose windows are not past on a day, in the order they open."""
        for place in range(bisect_left(self._reach, day), len(self.follow_ups)):
            if lasts(self.follow_ups[place]) >= day:
                yield self.follow_ups[place]

    def meant_by(self, event: Answering, done: Iterable[Done], *, called: bool) -> Slot | None:
        """The instance that an event means; None: none, it is an extra.

        The one it names, done or not; else, unless it answers a call that comes on top, the
        one that is not done and whose window holds its day, earliest due first.

        Args:
            event: what was done or waived.
            done: what has been fulfilled or waived before.
            called: whether it answers, or may answer, a call.
        """
        meant, which = self._meant(event), event.occurrence
        if which is None and event.duty is not None and [slot.last for slot in meant] == [None]:
            which = 1  # a goal that is named has one instance
        if isinstance(which, int):
            named = [slot for slot in meant if slot.ordinal == which]
            return named[0] if len(named) == 1 else None
        if which is not None:
            return None
        before = {one.key for one in done}
        waiting = [
            slot
            for slot in meant
            if slot.key not in before
            and slot.last is not None
            and slot.first <= event.on <= slot.last
            and not (called and not _counts_calls(slot.owed))
        ]
        return min(waiting, key=lambda slot: slot.due, default=None)

    def answered_by(self, event: Answering, done: Sequence[Done], *, called: bool) -> Slot | None:
        """The instance that an event fulfils or waives: the one it means, if that is not done.

        What was waived may be done all the same.
        """
        slot = self.meant_by(event, done, called=called)
        if slot is None:
            return None
        before = [one for one in done if one.key == slot.key]
        late = bool(before) and before[-1].waived and not isinstance(event, Waived)
        return slot if late or not before else None

    def _meant(self, event: Answering) -> list[Slot]:
        """The instances of the duty an event names; of every follow-up, if it names none.

        A follow-up is held of a follow-up that is owed, or of a goal.
        """
        if event.duty is None:
            return [slot for slot in self.slots if slot.kind is DutyKind.FOLLOW_UP]
        kinds = FOLLOWED_UP if isinstance(event, FollowedUp) else DutyKind
        return [slot for slot in self.slots if slot.id == event.duty and slot.kind in kinds]


def lasts(slot: Slot) -> Date:
    """The last day of its window; an assessment, which has none, waits for ever."""
    return LAST_DAY if slot.last is None else slot.last


def _counts_calls(owed: Owed) -> bool:
    return isinstance(owed, Duty) and owed.calls is Calls.COUNT


def schedule(
    versions: Versions,
    course: Course,
    *,
    began: Date | None,
    last: Date | None,
    end: End | None = None,
) -> Schedule:
    """What is owed, from the first day to the last.

    Nothing can be told of terms whose first day is unknown or in conflict. What was due before an
    amendment applies stays; from then on its own series counts, from its own first day, and
    the numbers run on.

    Args:
        versions: what is agreed, version by version; one that says no first day has that with
            which the agreement began.
        course: from when until when it runs. Where the readings of its first day differ, the
            first period of a version begins on the first day that version says.
        began: the day it came into force, where that is known.
        last: the last day; None where none is known: fifty years ahead.
        end: that day, where something ends it before its period does.
    """
    slots: list[Slot] = []
    turns = versions.in_turn
    for version, after in zip(turns, (*turns[1:], None), strict=True):
        days = version.terms.first_days or versions.stays
        if len(days) != 1:
            continue
        (first,) = days
        foreseen = min(day_before(FORESEEN.after(first)), LAST_DAY)
        until = foreseen if last is None else min(last, LAST_DAY)
        if until < first:
            continue
        starts = first if began is None else max(first, began)
        periods = course.longest or course.longest_from(first)
        agreed = until
        if end is not None:
            last_agreed = periods[-1].last if periods else None
            agreed = max(until, foreseen if last_agreed is None else last_agreed)
        found: Iterable[Slot] = chain(
            _payments(version.terms, _within(periods, Period(first, agreed)), starts, until, end),
            _slots(version.terms, _within(periods, Period(first, until)), starts),
        )
        ends = None if after is None else after.applies_from
        if len(turns) > 1:  # it was amended
            found = _due(found, version.applies_from, ends)
        slots += found if version is turns[0] else _numbered_on(slots, found)
    return Schedule(tuple(slots), course.longest)


def _within(periods: Sequence[Period], whole: Period) -> tuple[Period, ...]:
    """The periods that make up a stretch of days, from its first day to its last."""
    begins = [
        one.first
        for one in periods
        if one.first <= last_of(whole) and (one.last is None or one.last >= whole.first)
    ]
    last = periods[-1].last if periods else None
    if begins and last is not None and last < last_of(whole):  # it may have gone on to there
        begins.append(next_day(last))
    starts = (whole.first, *begins[1:])
    ends = (*(day_before(day) for day in starts[1:]), last_of(whole))
    return tuple(Period(first, last) for first, last in zip(starts, ends, strict=True))


def _due(found: Iterable[Slot], since: Date, until: Date | None) -> Iterator[Slot]:
    """What is due while a version holds."""
    return (slot for slot in found if since <= slot.due and (until is None or slot.due < until))


def _numbered_on(before: Sequence[Slot], found: Iterable[Slot]) -> list[Slot]:
    """What a later version owes, numbered on from what was owed before it applied."""
    numbers: Counter[str] = Counter()
    for slot in before:
        numbers[slot.id] = max(numbers[slot.id], slot.ordinal)
    ran_on = []
    for slot in found:
        numbers[slot.id] += 1
        ran_on.append(attrs.evolve(slot, ordinal=numbers[slot.id]))
    return ran_on


def _slots(terms: Terms, periods: tuple[Period, ...], starts: Date) -> Iterator[Slot]:
    for duty in terms.duties if isinstance(terms.duties, tuple) else ():
        for window in duty.windows(*periods):
            if window.last >= starts:  # what was over before it began is not owed
                yield _slot(terms, duty, window, starts)
    for goal in terms.goals if isinstance(terms.goals, tuple) else ():
        if isinstance(goal.horizon, Horizon):
            day = goal.horizon.day(periods[0].first)
            yield Slot(goal, goal.id, DutyKind.ASSESSMENT, 1, day, None, day, day, terms)


def _payments(
    terms: Terms, periods: tuple[Period, ...], starts: Date, until: Date, end: End | None
) -> Iterator[Slot]:
    for plan in terms.plans:
        for one in plan.instalments(*periods, end=end):
            if one.last >= starts or starts <= until:
                yield _payment(terms, plan, one, starts)


def _payment(terms: Terms, plan: PaymentPlan, window: Instalment, starts: Date) -> Slot:
    """A payment whose month was over before it began is owed on the day it began."""
    first, last = (starts, starts) if window.last < starts else (window.first, window.last)
    number, kind = window.ordinal, DutyKind.PAYMENT
    return Slot(plan, plan.id, kind, number, first, last, last, first, terms, window)


def _slot(terms: Terms, duty: Duty, window: Window, starts: Date) -> Slot:
    opens = max(window.first, starts)
    if duty.kind is DutyKind.FOLLOW_UP:
        opens = max(opens, duty.lead.latest(window.due))
    return Slot(
        duty,
        duty.id,
        duty.kind,
        window.ordinal,
        window.first,
        window.last,
        window.due,
        opens,
        terms,
        window,
    )
