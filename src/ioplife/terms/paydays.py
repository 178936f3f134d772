"""Days on which money is paid, beside the cadences of what else is owed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import ClassVar, Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import is_flag, is_whole, row
from ioplife.dates import Duration, DurationLike, as_positive_duration, month_end
from ioplife.duties import Every, Fixed, InMonths, Once, PerWindow, Stretch, Stub, Window
from ioplife.errors import BadValue

YEAR: Final = 12
"""Months."""

_MONTH: Final = Duration(months=1)
_LONGEST_MONTH: Final = 31
_SHORTEST_MONTH: Final = 28


def _day(value: int) -> int:
    if is_whole(value, "OnDay.day", 1) > _LONGEST_MONTH:
        raise BadValue("OnDay.day", value, "must be a day of the month, 1 to 31")
    return value


def _months(values: Iterable[int]) -> tuple[int, ...]:
    found = row(int, values, "OnDay.in_months")
    for month in found:
        if isinstance(month, bool) or not 1 <= month <= YEAR:
            raise BadValue("OnDay.in_months", month, "must be a month, 1 to 12")
    if not found or len(set(found)) < len(found):
        raise BadValue("OnDay.in_months", found, "must give at least one month, and each once")
    return tuple(sorted(found))


@attrs.frozen
class OnDay:
    """On a day of the month, in each month or in some ("den 25 i varje månad").

    Args:
        day: the day, 1 to 31; a month that is too short pays on its last, so that 31 is the
            last day of each.
        in_months: the months, 1 to 12; every month where none are given.
    """

    day: int = attrs.field(converter=_day)
    in_months: tuple[int, ...] = attrs.field(
        default=tuple(range(1, YEAR + 1)), converter=_months, kw_only=True
    )

    tail: ClassVar[bool] = False
    tiles: ClassVar[bool] = False

    @property
    def months(self) -> tuple[int, ...]:
        """The months."""
        return self.in_months

    def in_month(self, year: int, month: int) -> tuple[Date, Date]:
        """The window in a month: that day alone."""
        end = month_end(Date(year, month, 1))
        day = end.replace(day=min(self.day, end.day))
        return day, day

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        ordinal = 0
        for year in range(stretch.first.year, stretch.last.year + 1):
            for month in self.months:
                day, _ = self.in_month(year, month)
                if stretch.first <= day <= stretch.last:
                    ordinal += 1
                    yield Window(ordinal, day, day, day)


def _days(value: int) -> int:
    return is_whole(value, "FirstDays.days", 1)


def _every(value: DurationLike) -> Duration:
    length = as_positive_duration(value, "FirstDays.every")
    if length.days:
        raise BadValue("FirstDays.every", str(length), "must be whole months or years")
    return length


@attrs.frozen
class FirstDays:
    """In the first days of each window of time ("första veckan i kvartalet").

    A week is seven days, counted from the window's first (ioplife default, unverified): the
    paper's own words stand as the plan's ``text``.

    Args:
        days: how many days, 1 or more.
        every: the window's length, in whole months or years (a quarter is P3M, a tertial P4M).
        calendar: whether the windows are those of the calendar; else they tile from the
            first day.

    Raises:
        BadValue: for more days than the window is sure to have, or a calendar window that
            does not divide the year.
    """

    days: int = attrs.field(converter=_days)
    every: Duration = attrs.field(converter=_every)
    calendar: bool = attrs.field(default=True, validator=is_flag, kw_only=True)

    tail: ClassVar[bool] = False

    def __attrs_post_init__(self) -> None:
        months = self.every.total_months
        if self.days > _SHORTEST_MONTH * months:
            rule = f"must be at most the {_SHORTEST_MONTH * months} days of the window"
            raise BadValue("FirstDays.days", self.days, rule)
        if self.calendar and YEAR % months:
            raise BadValue("FirstDays.every", str(self.every), "must divide the calendar year")

    @property
    def tiles(self) -> bool:
        """Whether its windows tile from a first day, and so can begin anew from another."""
        return not self.calendar

    def within(self, first: Date) -> tuple[Date, Date]:
        """The first days of a window that begins on a day."""
        return first, Duration(days=self.days - 1).after(first)

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        anchor = Date(stretch.anchor.year, 1, 1) if self.calendar else stretch.anchor
        ordinal = 0
        for before in count(0, self.every.total_months):
            first, last = self.within(_MONTH.after(anchor, before))
            if last > stretch.last:
                return
            if first >= stretch.first:
                ordinal += 1
                yield Window(ordinal, first, last, last)


PayCadence: TypeAlias = InMonths | OnDay | FirstDays | PerWindow | Every | Fixed | Once
"""How often something is paid."""


_PAY_CADENCES: Final[tuple[type, ...]] = (InMonths, OnDay, FirstDays, PerWindow, Every, Fixed, Once)


def as_pay_cadence(value: PayCadence, field: str) -> PayCadence:
    """The one way in for how often something is paid."""
    if isinstance(value, Every) and (value.length.days or (value.first and value.first.days)):
        raise BadValue(field, str(value.length), "must be whole months or years, where it is paid")
    if isinstance(value, Every) and value.stub is Stub.PRORATE:
        rule = "must keep or drop what is cut: what it pays for cannot be told"
        raise BadValue(field, value.stub.value, rule)
    if isinstance(value, _PAY_CADENCES):
        return value
    rule = "must be InMonths, OnDay, FirstDays, PerWindow, Every, Fixed or Once"
    raise BadValue(field, value, rule)
