"""Days and months counted anew, for whoever reads the library's own counting as well.

Lengths are taken as years, months and days; nothing here asks the library to count.
"""

from calendar import monthrange
from collections.abc import Iterable

from pendulum import Date

from ioplife.dates import Duration


def days_after(day: Date, days: int) -> Date:
    return Date.fromordinal(day.toordinal() + days)


def end_of_month(day: Date) -> Date:
    return Date(day.year, day.month, monthrange(day.year, day.month)[1])


def months_after(day: Date, months: int) -> Date:
    """So many months on: that day of the month, or the month's last where it has none such."""
    year, month = day.year, day.month
    for _ in range(months):
        month += 1
        if month > 12:
            year, month = year + 1, 1
    return Date(year, month, min(day.day, monthrange(year, month)[1]))


def months_at(day: Date, months: int) -> Date:
    """So many months on, or back where that is below nothing; the same clamping."""
    if months >= 0:
        return months_after(day, months)
    year, month = day.year, day.month
    for _ in range(-months):
        month -= 1
        if month < 1:
            year, month = year - 1, 12
    return Date(year, month, min(day.day, monthrange(year, month)[1]))


def after(day: Date, lengths: Duration | Iterable[Duration]) -> Date:
    """All the months of some lengths at once, then all their days; counted from one anchor."""
    parts = (lengths,) if isinstance(lengths, Duration) else tuple(lengths)
    months = sum(part.years * 12 + part.months for part in parts)
    return days_after(months_after(day, months), sum(part.days for part in parts))


def latest(end: Date, length: Duration) -> Date:
    """The last day D with D and the length no later than the end, tried a day at a time."""
    day = end
    while after(day, length) > end:
        day = days_after(day, -1)
    return day


def months_between(first: Date, last: Date) -> int | None:
    """How many months, counted from the first day, end on the last; None: no whole number."""
    months = 1
    while days_after(months_after(first, months), -1) < last:
        months += 1
    return months if days_after(months_after(first, months), -1) == last else None
