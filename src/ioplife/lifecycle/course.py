"""From when until when an agreement runs: its period, and what extends it (RULES §2, §5).

The period's own end alone; what ends the agreement before it is the register's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.dates import (
    LAST_DAY,
    LONGEST_MONTHS,
    Duration,
    Period,
    day_before,
    next_day,
    whole_months,
)
from ioplife.errors import BadValue
from ioplife.sources import Source
from ioplife.standing import Extension
from ioplife.terms import (
    UNKNOWN,
    AutomaticRenewal,
    Reading,
    RenewalOption,
    Terms,
    Times,
    Unknown,
    Unlimited,
)

_NOT_LONGER: Final = Duration()

Ground: TypeAlias = tuple[object, ...]
"""What a period rests on: what the terms say of it, and each extension."""


@attrs.frozen(eq=False)
class Course:
    """The period that is agreed, with its extensions.

    Each extension is a course of its own that knows the one before it, so that an agreement
    that goes on by itself for a hundred years is kept for each of them without a copy.

    Attributes:
        terms: the terms that say it.
        made: the last extension; None: there is none.
        before: the course before that.
        longer: how much longer its extensions make it, all together; None beyond the calendar.
        used: how many times it was extended by the option, and how many by itself.
        doubted: how much longer it is if it has gone on by itself, where it was entered in the
            register after the latest day for notice and nobody knows; None: no such doubt.
        halted: whether it is settled that it does not go on by itself.
        unmeasured: the numbers of the extensions of which nobody knows the length.
    """

    terms: Terms
    made: Extension | None = None
    before: Course | None = None
    longer: Duration | None = _NOT_LONGER
    used: tuple[int, int] = (0, 0)
    doubted: Duration | None = None
    halted: bool = False
    unmeasured: tuple[int, ...] = ()

    @property
    def extensions(self) -> tuple[Extension, ...]:
        """What has extended it, in order."""
        found: list[Extension] = []
        course: Course | None = self
        while course is not None:
            found += [] if course.made is None else [course.made]
            course = course.before
        return tuple(reversed(found))

    @property
    def extended_times(self) -> int:
        """How many extensions there are."""
        return sum(self.used)

    @cached_property
    def ground(self) -> Ground:
        """What the period rests on; another where an amendment or an extension changes it."""
        said = (self.terms.first_days, self.terms.last_days, self.terms.open_ended)
        return *said, *((one.number, one.on, one.length) for one in self.extensions)

    # --- the days ------------------------------------------------------------------------

    @cached_property
    def ends(self) -> tuple[Reading, ...]:
        """Every reading of the last day of the period, with its extensions."""
        found = tuple(self._readings(self.longer))
        if self.doubted is not None:
            found += tuple(self._readings(_plus(self.longer, self.doubted)))
        return found

    @cached_property
    def last_days(self) -> tuple[Date, ...]:
        """The distinct days read as the last, earliest first."""
        return tuple(sorted({one.day for one in self.ends}))

    @property
    def day_after(self) -> Date | None:
        """The day after the latest day read as the last; None where none can be read."""
        return next_day(self.last_days[-1]) if self.last_days else None

    @cached_property
    def periods(self) -> tuple[Period, ...]:
        """The first period and one for each extension; none where its days are not clear."""
        return () if len(self.terms.last_days) > 1 else self.longest

    @cached_property
    def longest(self) -> tuple[Period, ...]:
        """The same by the latest reading of the last day."""
        if len(self.terms.first_days) != 1:
            return ()
        (first,) = self.terms.first_days
        return self.longest_from(first)

    def longest_from(self, first: Date) -> tuple[Period, ...]:
        """The same again, where the first period is taken to begin on a day."""
        lasts = self.terms.last_days
        if not lasts:
            return (Period(first, None),) if self.terms.open_ended else ()
        last = lasts[-1]
        if last < first:
            return ()
        found = [Period(first, last)]
        longer: Duration | None = _NOT_LONGER
        for one in self.extensions:
            longer = _plus(longer, one.length)
            ends = self._end(last, longer)
            if ends is None:
                break
            found.append(Period(next_day(last_of(found[-1])), ends))
        return tuple(found)

    def period_of(self, day: Date) -> tuple[Period | None, int]:
        """The period that holds a day, and its number; the first before it, the last after.

        No period where its days are not clear; its number then by the latest last day.
        """
        told = bool(self.periods)
        for number, period in enumerate(self.longest, 1):
            if period.last is None or day <= period.last:
                return period if told else None, number
        if self.longest:
            return self.longest[-1] if told else None, len(self.longest)
        ends = (*self.terms.last_days[-1:], *(one.last_day for one in self.extensions))
        past = sum(isinstance(end, Date) and end < day for end in ends[: self.extended_times])
        return None, 1 + past

    def _readings(self, longer: Duration | None) -> Iterator[Reading]:
        for one in self.terms.last_readings:
            day = self._end(one.day, longer)
            if day is not None:
                yield one if day == one.day else attrs.evolve(one, day=day, source=self._source)

    def _end(self, last: Date, longer: Duration | None) -> Date | None:
        """The last day of a period that is so much longer, counted from the first day at once.

        None beyond the calendar. Never from the previous end: periods from a leap day, or
        from the end of a month, would drift.
        """
        if longer is None or longer.is_zero:
            return None if longer is None else last
        anchor, first_period = self._anchor(last)
        try:
            end = day_before(first_period.plus(longer).after(anchor))
        except BadValue:
            return None
        return end if end <= LAST_DAY else None

    def _anchor(self, last: Date) -> tuple[Date, Duration]:
        """What extensions are counted from, and how long the first period is from there."""
        if len(self.terms.first_days) == 1:
            (first,) = self.terms.first_days
            stated = self.terms.length
            if isinstance(stated, Duration) and day_before(stated.after(first)) == last:
                return first, stated
            months = whole_months(first, last)
            if months is not None and months <= LONGEST_MONTHS:
                return first, Duration(months=months)
        return next_day(last), Duration()

    def under(self, terms: Terms) -> Course:
        """The same course by terms that may read its days otherwise."""
        course = attrs.evolve(self, terms=terms)
        read = (self.terms.first_days, self.terms.last_days, self.terms.length)
        if read == (terms.first_days, terms.last_days, terms.length):
            return course
        return course.counted(self.extensions)

    def counted(self, extensions: Iterable[Extension]) -> Course:
        """The course with these extensions alone, their days counted anew."""
        course = attrs.evolve(self, made=None, before=None, longer=_NOT_LONGER, used=(0, 0))
        for one in extensions:
            course = course.extended(one.number, one.on, one.length)
        return course

    # --- how it may go on -----------------------------------------------------------------

    @property
    def option(self) -> RenewalOption | None:
        """The option to extend it, used or not."""
        renewal = self.terms.renewal
        return renewal if isinstance(renewal, RenewalOption) else None

    @property
    def automatic(self) -> AutomaticRenewal | None:
        """That it goes on by itself, for as many times as it may."""
        renewal = self.terms.renewal
        return renewal if isinstance(renewal, AutomaticRenewal) else None

    @cached_property
    def option_latest(self) -> Date | None | Unknown:
        """The last day to use the option, by the earliest last day; None: none is left."""
        if isinstance(self.terms.renewal, Unknown) and not self.terms.open_ended:
            return UNKNOWN
        option = self.option
        if option is None or self.terms.open_ended or not _left(option.times, self.used[0]):
            return None
        if not self.last_days or isinstance(option.ask_before, Unknown) or self.unmeasured:
            return UNKNOWN
        first = self.last_days[0]
        return first if option.ask_before is None else option.ask_before.latest_or_first(first)

    @cached_property
    def notice_latest(self) -> Date | None | Unknown:
        """The last day for notice before it goes on by itself; None: it goes on no more."""
        if isinstance(self.terms.renewal, Unknown) and not self.terms.open_ended:
            return UNKNOWN
        return self._latest_for_notice(0)

    def _latest_for_notice(self, place: int) -> Date | None | Unknown:
        """The last day for notice, by one of the readings of the last day."""
        automatic = self._automatic_left
        if automatic is None:
            return None
        if isinstance(automatic.notice_before, Unknown) or not self.last_days or self.unmeasured:
            return UNKNOWN
        return automatic.notice_before.latest_or_first(self.last_days[place])

    @property
    def _automatic_left(self) -> AutomaticRenewal | None:
        automatic = self.automatic
        if automatic is None or self.terms.open_ended or self.halted:
            return None
        return automatic if _left(automatic.times, self.used[1]) else None

    @property
    def _half_read(self) -> bool:
        """Whether it goes on by itself and nobody can tell when, or for how long."""
        automatic = self._automatic_left
        return automatic is not None and (
            len(self.last_days) > 1
            or isinstance(automatic.length, Unknown)
            or isinstance(automatic.notice_before, Unknown)
        )

    def uncounted(self, stopped: Date | None) -> bool:
        """Whether nobody can tell how long it goes on after its latest last day (decision 021).

        Args:
            stopped: the day on which something stopped its going on by itself; None: nothing
                has. On or before the latest day for notice, that settles the matter.
        """
        if self.unmeasured:
            return True
        latest = self._latest_for_notice(0 if self.doubted is None else -1)
        in_time = stopped is not None and isinstance(latest, Date) and stopped <= latest
        return self._half_read and not in_time

    @cached_property
    def goes_on(self) -> Date | None:
        """The day it goes on by itself, the day after the latest for notice.

        None where it does not, and where nobody can count it. Past the calendar it goes on to
        a day that nobody can tell (decision 005).
        """
        notice = self.notice_latest
        if not isinstance(notice, Date) or self.uncounted(None):
            return None
        return next_day(notice)

    def gone_on(self, day: Date) -> Course:
        """The course once it has gone on by itself, on a day."""
        automatic = self.automatic
        assert automatic is not None  # the caller has asked  # noqa: S101
        assert isinstance(automatic.length, Duration)  # the same  # noqa: S101
        return self.extended(None, day, automatic.length)

    def extended(self, number: int | None, on: Date, length: Duration) -> Course:
        """The course with one extension more."""
        longer = _plus(self.longer, length)
        ends = {self._end(one.day, longer) for one in self.terms.last_readings}
        (last,) = ends if len(ends) == 1 else (None,)
        option, itself = self.used
        return attrs.evolve(
            self,
            made=Extension(number, on, length, UNKNOWN if last is None else last),
            before=self,
            longer=longer,
            used=(option, itself + 1) if number is None else (option + 1, itself),
        )

    def unmeasured_by(self, number: int) -> Course:
        """The course with one extension more, of which nobody knows the length."""
        return attrs.evolve(self, unmeasured=(*self.unmeasured, number))

    def without(self, number: int) -> Course:
        """The course without the extension that an event made."""
        if number in self.unmeasured:
            left = tuple(one for one in self.unmeasured if one != number)
            return attrs.evolve(self, unmeasured=left)
        extensions = self.extensions
        if all(one.number != number for one in extensions):
            return self
        return self.counted(one for one in extensions if one.number != number)

    def entered(self, seen: Date, *, in_force: bool, settled: bool) -> Course:
        """The course of an agreement that a paper of a day shows signed, or in force.

        It has gone on by itself as often as it must have to be in force then. If the latest
        day for notice was before it, nobody knows whether notice was given, unless what is
        the last day is settled.
        """
        course = self
        over = in_force and self._past(seen)
        while over and course._past(seen) and course.goes_on:
            course = course.gone_on(course.goes_on)
        notice = course.notice_latest
        if isinstance(notice, Date) and notice < seen and len(course.last_days) == 1:
            if settled and not over:  # what is settled of a period that is over says no more
                return attrs.evolve(course, halted=True)
            return course.in_doubt()
        return course

    def _past(self, day: Date) -> bool:
        """Whether the latest day read as the last is before a day."""
        return bool(self.last_days) and self.last_days[-1] < day

    def in_doubt(self) -> Course:
        """The course where nobody knows whether it has gone on by itself once more."""
        length = None if self.automatic is None else self.automatic.length
        return attrs.evolve(self, doubted=length if isinstance(length, Duration) else None)

    @property
    def _source(self) -> Source | None:
        renewal = self.option or self.automatic
        return None if renewal is None else renewal.source


def _plus(longer: Duration | None, length: Duration) -> Duration | None:
    try:
        return None if longer is None else longer.plus(length)
    except BadValue:  # no calendar is so long
        return None


def _left(times: Times, used: int) -> bool:
    return isinstance(times, Unlimited) or used < times


def last_of(period: Period) -> Date:
    """The last day of a period that has one."""
    assert period.last is not None  # an open-ended one is never extended  # noqa: S101
    return period.last
