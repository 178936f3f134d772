"""Days and months counted anew, for whoever reads the library's own counting as well.

Lengths are taken as years, months and days; nothing here asks the library to count.
"""

from calendar import monthrange
from collections.abc import Iterable
from functools import cache
from typing import Final

from pendulum import Date

from ioplife.dates import Duration


def days_after(day: Date, days: int) -> Date:
    return Date.fromordinal(day.toordinal() + days)


@cache
def days_in(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def end_of_month(day: Date) -> Date:
    return Date(day.year, day.month, days_in(day.year, day.month))


@cache
def months_at(day: Date, months: int) -> Date:
    """So many months on, or back: that day of the month, or its last where it has none such."""
    count = 12 * day.year + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return Date(year, month, min(day.day, days_in(year, month)))


def months_after(day: Date, months: int) -> Date:
    """So many months on."""
    return months_at(day, months)


def after(day: Date, lengths: Duration | Iterable[Duration]) -> Date:
    """All the months of some lengths at once, then all their days; counted from one anchor."""
    parts = (lengths,) if isinstance(lengths, Duration) else tuple(lengths)
    months = sum(part.years * 12 + part.months for part in parts)
    return days_after(months_after(day, months), sum(part.days for part in parts))


SHORTEST: Final = 28
"""No month has fewer days."""


@cache
def latest(end: Date, length: Duration) -> Date:
    """The last day D with D and the length no later than the end, tried a day at a time."""
    day = days_after(end, -(SHORTEST * (12 * length.years + length.months) + length.days))
    while after(day, length) > end:
        day = days_after(day, -1)
    return day


@cache
def months_between(first: Date, last: Date) -> int | None:
    """How many months, counted from the first day, end on the last; None: no whole number."""
    months = 1
    while days_after(months_after(first, months), -1) < last:
        months += 1
    return months if days_after(months_after(first, months), -1) == last else None
