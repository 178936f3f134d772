"""Which part of a span of time some of its days are."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from pendulum import Date

from ioplife.dates import Period, day_before
from ioplife.terms import CountedIn


def part_of(days: Period, span: Period, months: Sequence[Date], by: CountedIn) -> Fraction:
    """Which part of a span some of its days are: so many of its days, or of its months.

    A month counts whole if some of the days lie in it. (ioplife default, unverified.)

    Args:
        days: the days, within the span.
        span: the span; it has a last day.
        months: the first days of its months.
        by: what is counted.
    """
    if by is CountedIn.DAYS:
        return Fraction(length(days), length(span))
    return Fraction(len(begun(days, span, months)), len(months))


def begun(days: Period, span: Period, months: Sequence[Date]) -> list[Date]:
    """The first days of those months of a span in which some of the days lie."""
    ends = (*map(day_before, months[1:]), last_of(span))
    return [
        first
        for first, last in zip(months, ends, strict=True)
        if first <= last_of(days) and last >= days.first
    ]


def common(one: Period, other: Period) -> Period | None:
    """The days of both; None where they have none."""
    first, last = max(one.first, other.first), min(last_of(one), last_of(other))
    return Period(first, last) if first <= last else None


def length(days: Period) -> int:
    """How many days, both ends counted."""
    assert days.days is not None  # a span has a last day  # noqa: S101
    return days.days


def last_of(days: Period) -> Date:
    """The last day, of what has one."""
    assert days.last is not None  # a span has a last day  # noqa: S101
    return days.last
