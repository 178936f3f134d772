"""Lengths added up, and whole months told from two days, against pendulum and dateutil."""

from __future__ import annotations

import calendar
import datetime

from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped] # ships no types
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from ioplife.dates import LAST_DAY, Duration, Period, day_before, next_day, whole_months
from tests.properties.covered import covered
from tests.properties.test_dates import days, durations, plain

MONTHS = range(1, 601)
"""Fifty years, one month at a time."""


def told_by_dateutil(first: Date, last: Date) -> int | None:
    """The months that dateutil finds between two days, if it finds no day besides."""
    found = relativedelta(plain(next_day(last)), plain(first))
    months: int = found.years * 12 + found.months
    return months if months > 0 and not found.days else None


@given(days, durations, durations, st.integers(0, 5))
def test_lengths_together_end_where_pendulum_ends(
    day: Date, one: Duration, other: Duration, times: int
) -> None:
    """The months of all of them first, then their days, from one anchor."""
    both = one.plus(other, times)

    assert both.after(day) == day.add(
        years=one.years + other.years * times,
        months=one.months + other.months * times,
        days=one.days + other.days * times,
    )
    covered("lengths together", sums=1, mixed=bool(both.total_months and both.days))


@given(durations, durations, st.integers(0, 5))
def test_so_many_times_a_length_is_that_length_so_many_times(
    one: Duration, other: Duration, times: int
) -> None:
    """``plus(b, 3)`` is ``plus(b).plus(b).plus(b)``; the order counts for nothing."""
    found = one
    for _ in range(times):
        found = found.plus(other)

    assert found == one.plus(other, times)
    assert one.plus(other) == other.plus(one)
    assert found == found.plus(Duration(), times)
    assert one == found.plus(other, -times)
    covered("lengths so many times", sums=1)


def test_whole_months_gives_back_the_months_of_a_period() -> None:
    """``whole_months(first, Period.of(first, m months).last)`` is m, clamped or not.

    Every day of a leap year, 1 to 600 months: no first day is an exception, for the day after
    the last is the anniversary itself, and each length has its own, in a month of its own.
    What clamping makes ambiguous is the first day: three may share a last one.
    """
    tried = clamped = 0
    for number in range(Date(2024, 1, 1).toordinal(), Date(2025, 1, 1).toordinal()):
        first = Date.fromordinal(number)
        for months in MONTHS:
            anniversary = Duration(months=months).after(first)

            assert months == whole_months(first, day_before(anniversary)), (first, months)
            tried += 1
            clamped += anniversary.day < first.day
    covered("months of a period", periods=tried, clamped=clamped)


@given(days, st.integers(1, 600) | st.integers(1, 12_000))
def test_whole_months_gives_back_any_months(first: Date, months: int) -> None:
    """From any day of the calendar; a day more or less is no whole month."""
    length = Duration(months=months)
    if length.after(first) > LAST_DAY:
        return
    last = Period.of(first, length).last
    assert last is not None

    assert months == whole_months(first, last)
    assert whole_months(first, day_before(last)) is None
    assert whole_months(first, next_day(last)) is None
    covered("whole months", periods=1, clamped=next_day(last).day < first.day)


def near(first: datetime.date) -> st.SearchStrategy[tuple[Date, Date]]:
    """A first day and a last one that ends about whole months, or none."""
    beside = st.just(0) | st.integers(-3, 3)
    return st.tuples(st.integers(-2, 60), beside).map(
        lambda found: (
            Date(first.year, first.month, first.day),
            Date(first.year, first.month, first.day).add(months=found[0], days=found[1] - 1),
        )
    )


month_ends = st.builds(
    lambda year, month, back: datetime.date(
        year, month, calendar.monthrange(year, month)[1] - back
    ),
    st.integers(1901, 2990),
    st.integers(1, 12),
    st.integers(0, 3),
)


@given((month_ends | st.dates(datetime.date(1901, 1, 1), datetime.date(2990, 1, 1))).flatmap(near))
def test_whole_months_are_what_dateutil_and_pendulum_tell(ends: tuple[Date, Date]) -> None:
    """The one length in months, if any, whose anniversary is the day after the last."""
    first, last = ends
    found = whole_months(first, last)
    by_trying = [months for months in range(1, 64) if first.add(months=months) == next_day(last)]

    assert by_trying == ([] if found is None else [found])
    assert found == told_by_dateutil(first, last)
    covered("whole months told", pairs=1, whole=found is not None)
