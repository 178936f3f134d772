"""The date rules hold on every day, against oracles that count another way."""

from __future__ import annotations

import calendar
import datetime
from itertools import pairwise

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped] # ships no types
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from ioplife.dates import (
    Duration,
    Period,
    as_day,
    day_before,
    days_between,
    month_end,
    next_day,
)
from ioplife.errors import BadValue
from tests.properties.covered import covered

FIRST, LAST = Date(1900, 1, 1), Date(2999, 12, 31)


def plain(day: Date) -> datetime.date:
    return datetime.date(day.year, day.month, day.day)


def ours(day: datetime.date) -> Date:
    return Date(day.year, day.month, day.day)


def is_month_end(day: datetime.date) -> bool:
    return day.day == calendar.monthrange(day.year, day.month)[1]


def taken(text: str) -> tuple[Date | None, object]:
    """The day that a text is, or else the value that the refusal shows."""
    try:
        return as_day(text), None
    except BadValue as error:
        return None, error.value


month_ends = st.builds(
    lambda year, month: Date(year, month, calendar.monthrange(year, month)[1]),
    st.integers(1900, 2999),
    st.integers(1, 12),
)
"""Where counting back and counting forward part."""

days = st.one_of(st.dates(plain(FIRST), plain(LAST)).map(ours), month_ends)
few = st.integers(0, 3)
months = few | st.integers(0, 150)
whole_months = st.builds(Duration, few | st.integers(0, 20), months)
durations = whole_months | st.builds(
    Duration, few | st.integers(0, 20), months, few | st.integers(0, 800)
)
positive = durations.filter(lambda length: not length.is_zero)


@given(days, durations, st.integers(-12, 12))
def test_after_adds_as_pendulum_and_dateutil_do(day: Date, length: Duration, times: int) -> None:
    """``day`` and ``times`` lengths is the day that pendulum and dateutil come to."""
    found = length.after(day, times)

    assert found == day.add(
        years=length.years * times, months=length.months * times, days=length.days * times
    )
    # dateutil adds years, then months: the years go in as months, or a leap day clamps twice
    assert plain(found) == plain(day) + relativedelta(
        months=length.total_months * times, days=length.days * times
    )
    clamped = Duration(0, length.total_months).after(day, times).day < day.day
    covered("after", days=1, month_ends=is_month_end(day), clamped=clamped, back=times < 0)


@given(days.filter(lambda day: day.year >= 1950), whole_months | durations)
def test_the_latest_day_fits_and_the_next_does_not(end: Date, length: Duration) -> None:
    """``latest(E, N) ⊕ N ≤ E < (latest(E, N) + 1 day) ⊕ N``."""
    found = length.latest(end)

    assert length.after(found) <= end < length.after(next_day(found))
    subtracted = plain(end) - relativedelta(months=length.total_months, days=length.days)
    covered(
        "latest",
        days=1,
        month_ends=is_month_end(end),
        not_by_subtraction=subtracted != plain(found),
    )


def test_the_latest_day_is_the_last_of_all_that_fit() -> None:
    """Every last day from one leap year to the next, up to 25 months, by trying every day."""
    first, last = Date(2023, 12, 1).toordinal(), Date(2028, 3, 2).toordinal()
    tried = 0
    for length in (
        Duration(0, count, some) for count in (*range(14), 18, 24, 25) for some in (0, 1, 30)
    ):
        fits_until: dict[int, int] = {}  # the day a length ends on: the last day it is begun
        for begun in range(first - 31 * 27, last + 2):
            ends = length.after(Date.fromordinal(begun)).toordinal()
            fits_until[ends] = max(begun, fits_until.get(ends, begun))
        latest = max(begun for ends, begun in fits_until.items() if ends < first)
        for number in range(first, last):
            latest = max(latest, fits_until.get(number, latest))
            end = Date.fromordinal(number)

            assert latest == length.latest(end).toordinal(), (end, length)
            tried += 1
    covered("latest, by trying every day", days=tried)


@given(days, positive, st.integers(1, 12))
def test_periods_tile(first: Date, length: Duration, count: int) -> None:
    """Consecutive periods, each counted from the anchor, leave no gap and no overlap."""
    if length.after(first, count + 1) > LAST:
        return
    starts = [length.after(first, number) for number in range(count + 1)]
    tiles = [Period(start, day_before(end)) for start, end in pairwise(starts)]

    assert Period.of(first, length) == tiles[0]
    assert sum(tile.days or 0 for tile in tiles) == days_between(starts[0], starts[-1])
    for before, behind in pairwise(tiles):
        assert before.last is not None
        assert next_day(before.last) == behind.first
        assert before.last not in behind
        assert behind.first not in before
    covered("periods", tiles=count, leap_days=(first.month, first.day) == (2, 29))


@given(days, positive)
def test_a_period_of_a_length_ends_the_day_before_its_anniversary(
    first: Date, length: Duration
) -> None:
    """The last day is the latest from which nothing is left, and both ends are in it."""
    if length.after(first) > LAST:
        return
    period = Period.of(first, length)

    assert period.last is not None
    assert next_day(period.last) == length.after(first)
    assert first in period
    assert period.last in period
    assert day_before(first) not in period
    assert next_day(period.last) not in period
    assert days_between(first, period.last) + 1 == period.days
    covered("terms", periods=1)


@given(st.builds(Duration, st.integers(0, 1000), st.just(0), st.integers(0, 366_000)) | durations)
def test_a_length_reads_back_what_it_prints(length: Duration) -> None:
    """``parse(str(length))`` is the length."""
    assert length == Duration.parse(str(length))
    covered("lengths", read=1, mixed=bool(length.total_months and length.days))


numbers = st.none() | st.integers(0, 900)


@given(numbers, numbers, numbers, numbers)
def test_a_length_prints_what_it_reads(
    years: int | None, months: int | None, weeks: int | None, days: int | None
) -> None:
    """Whatever parts stand in the text, what is printed adds the same and reads the same."""
    written = zip((years, months, weeks, days), "YMWD", strict=True)
    text = "P" + "".join(f"{number}{unit}" for number, unit in written if number is not None)
    if text == "P":
        return
    length = Duration.parse(text)

    assert Duration(years or 0, months or 0, (weeks or 0) * 7 + (days or 0)) == length
    assert length == Duration.parse(str(length))
    covered("texts of lengths", read=1, weeks=weeks is not None)


@given(days)
def test_a_day_reads_back_what_it_prints(day: Date) -> None:
    """``as_day`` takes the text, the plain date and the day itself to one day of one type."""
    for come_in in (day.isoformat(), plain(day), day):
        assert (Date, day) == (type(as_day(come_in)), as_day(come_in))
    covered("days", read=1)


@given(
    st.text(max_size=12)
    | st.from_regex(r"\d{4}-\d\d-\d\d.?", fullmatch=True)
    | st.builds("{}{}".format, days, st.sampled_from(["", "\n", " ", "Z", "T00:00:00"]))
    | st.from_regex(r"(19|2[0-9])[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True)
)
def test_text_is_a_day_or_refused(text: str) -> None:
    """Whatever the text, it is a day that prints the same, or a BadValue that shows the text."""
    day, refused = taken(text)

    assert text == (day.isoformat() if day else refused)
    covered("texts", days=day is not None, refused=day is None)


@given(days)
def test_the_month_end_is_the_last_day_of_the_month(day: Date) -> None:
    """No day of the month comes after it, and the day after it is the first of the next."""
    end = month_end(day)

    assert (day.year, day.month) == (end.year, end.month)
    assert 1 == next_day(end).day
    assert day <= end
    assert end == day.end_of("month")
    covered("month ends", days=1, already=is_month_end(day))


@given(days, days)
def test_days_between_is_what_plain_dates_say(one: Date, other: Date) -> None:
    """The count of the standard library, and nothing when the days change places."""
    assert (plain(other) - plain(one)).days == days_between(one, other)
    assert -days_between(other, one) == days_between(one, other)
    assert ours(plain(one) + datetime.timedelta(days_between(one, other))) == other
    covered("differences", days=1)


@given(days, durations, durations)
def test_a_longer_length_never_ends_sooner(day: Date, one: Duration, other: Duration) -> None:
    """More months and more days come to a later day or the same, and so from a later day."""
    both = Duration(one.years + other.years, one.months + other.months, one.days + other.days)

    assert one.after(day) <= both.after(day)
    if day < LAST:
        assert one.after(day) <= one.after(next_day(day))
    covered("order", days=1)


@pytest.mark.parametrize("year", [1900, 1904, 2000, 2023, 2024, 2999])
def test_every_day_of_a_year_is_taken_and_no_other(year: int) -> None:
    """Of the texts of fourteen months of 34 days, those that the standard library has."""
    real = {datetime.date(year, 1, 1) + datetime.timedelta(number) for number in range(366)}
    found = set()
    for month in range(14):
        for number in range(34):
            day, _ = taken(f"{year}-{month:02}-{number:02}")
            if day:
                found.add(plain(day))

    assert {day for day in real if day.year == year} == found
    covered("years", years=1, days=len(found))
