"""Days, lengths and periods, by the days that the papers and the law give.

On both sides of each: the last day a rule holds, and the first it does not.
"""

from __future__ import annotations

import datetime

import pendulum
import pytest
from pendulum import Date

from ioplife.dates import (
    Duration,
    Period,
    as_day,
    as_duration,
    as_positive_duration,
    day_before,
    days_between,
    month_end,
    next_day,
    whole_months,
)
from ioplife.errors import BadValue


def day(text: str) -> Date:
    return Date.fromisoformat(text)


def after(start: str, length: str, times: int = 1) -> str:
    return Duration.parse(length).after(start, times).isoformat()


# --- the term --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "length", "last", "days"),
    [
        ("2021-10-01", "P2Y", "2023-09-30", 730),  # SON 2021-404
        ("2018-01-01", "P3Y", "2020-12-31", 1096),  # IOGT-NTO and Sion
        ("2024-02-29", "P1Y", "2025-02-27", 365),  # the anniversary clamps to 2025-02-28
        ("2024-02-29", "P4Y", "2028-02-28", 1461),
        ("2023-03-01", "P1Y", "2024-02-29", 366),
        ("2024-01-31", "P1M", "2024-02-28", 29),
        ("2023-01-31", "P1M", "2023-02-27", 28),
        ("2024-01-01", "P1D", "2024-01-01", 1),
        ("2024-01-01", "P2W", "2024-01-14", 14),
        ("2024-01-31", "P1M1D", "2024-02-29", 30),  # months first, then days
    ],
)
def test_a_term_ends_the_day_before_its_anniversary(
    first: str, length: str, last: str, days: int
) -> None:
    period = Period.of(first, length)

    assert (day(first), day(last)) == (period.first, period.last)
    assert days == period.days
    assert day(last) in period
    assert next_day(day(last)) not in period
    assert day(first) in period
    assert day_before(day(first)) not in period


def test_a_leap_day_tiles() -> None:
    """The next periods begin on the clamped anniversary, and on the leap day when there is one."""
    firsts = [after("2024-02-29", "P1Y", times) for times in range(5)]

    assert ["2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] == firsts


@pytest.mark.parametrize(
    ("first", "length", "parts", "last"),
    [
        ("2021-10-01", "P1Y", 2, "2023-09-30"),  # "minst 1 gång/år": two agreement years
        ("2021-10-01", "P3M", 8, "2023-09-30"),  # "en gång i kvartalet"
        ("2018-01-01", "P6M", 6, "2020-12-31"),  # "två gånger per år"
    ],
)
def test_windows_of_a_term_tile_it(first: str, length: str, parts: int, last: str) -> None:
    assert last == day_before(day(after(first, length, parts))).isoformat()


def test_months_are_counted_from_the_anchor() -> None:
    """31 January and two months is 31 March; a month at a time it would be 28 March."""
    assert "2023-03-31" == after("2023-01-31", "P1M", 2)
    assert "2023-03-28" == after(after("2023-01-31", "P1M"), "P1M")
    assert ["2023-02-28", "2023-04-30", "2023-12-31", "2024-02-29"] == [
        after("2023-01-31", "P1M", times) for times in (1, 3, 11, 13)
    ]


def test_years_months_and_days_are_added_together() -> None:
    assert "2025-08-31" == after("2024-02-29", "P1Y6M2D")
    assert "2026-03-08" == after("2024-02-29", "P1Y4D", 2)  # 2026-02-28 and eight days
    assert "2024-01-31" == after("2024-01-31", "P1Y", 0)
    assert "2023-01-31" == after("2024-01-31", "P1Y", -1)


def test_between_years() -> None:
    """ "2023 - 2025" is three calendar years."""
    assert Period("2023-01-01", "2025-12-31") == Period.of("2023-01-01", "P3Y")


def test_the_stub_of_a_calendar_quarter() -> None:
    assert 47 == Period("2025-11-15", "2025-12-31").days


# --- the latest day --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("end", "length", "latest"),
    [
        ("2026-12-31", "P6M", "2026-06-30"),
        ("2026-12-31", "P3M", "2026-09-30"),
        ("2026-12-31", "P9M", "2026-03-31"),
        ("2026-09-30", "P6M", "2026-03-31"),  # by subtraction 30 March
        ("2026-02-28", "P3M", "2025-11-30"),  # by subtraction 28 November
        ("2028-02-29", "P3M", "2027-11-30"),  # by subtraction 29 November
        ("2028-02-28", "P3M", "2027-11-28"),  # not the month's last day: the same in both
        ("2023-09-30", "P1Y", "2022-09-30"),
        ("2025-02-28", "P1Y", "2024-02-29"),
        ("2024-02-29", "P1Y", "2023-02-28"),
        ("2024-03-30", "P1M", "2024-02-29"),
        ("2024-03-31", "P1M", "2024-02-29"),
        ("2024-03-29", "P1M", "2024-02-29"),
        ("2024-03-28", "P1M", "2024-02-28"),
        ("2024-03-01", "P30D", "2024-01-31"),
        ("2024-03-31", "P1M2D", "2024-02-29"),  # 31 March less two days, then the month
        ("2024-03-02", "P1M2D", "2024-01-31"),
    ],
)
def test_the_latest_day_is_the_last_from_which_the_length_fits(
    end: str, length: str, latest: str
) -> None:
    duration = Duration.parse(length)
    found = duration.latest(end)

    assert latest == found.isoformat()
    assert duration.after(found) <= day(end) < duration.after(next_day(found))


@pytest.mark.parametrize(
    ("received", "length", "last"),
    [
        ("2025-09-16", "P1M", "2025-10-16"),  # from a day to the same day of the month
        ("2025-08-29", "P6M", "2026-02-28"),
        ("2025-08-30", "P6M", "2026-02-28"),
        ("2025-08-31", "P6M", "2026-02-28"),
        ("2025-08-28", "P6M", "2026-02-28"),
        ("2025-08-27", "P6M", "2026-02-27"),
        ("2025-09-01", "P6M", "2026-03-01"),
        ("2027-08-31", "P6M", "2028-02-29"),
        ("2027-08-29", "P6M", "2028-02-29"),
        ("2027-08-28", "P6M", "2028-02-28"),
    ],
)
def test_rolling_notice_ends_a_length_after_it(received: str, length: str, last: str) -> None:
    assert last == after(received, length)


def test_notice_to_the_end_of_the_month() -> None:
    assert "2025-10-31" == month_end(Duration.parse("P1M").after("2025-09-16")).isoformat()


def test_horizons_and_steps() -> None:
    """A goal within six months, one beyond two years, the yearly index step, three years of aid."""
    assert "2022-04-01" == after("2021-10-01", "P6M")
    assert "2022-03-31" == Period.of("2021-10-01", "P6M").last.isoformat()  # type: ignore[union-attr]
    assert "2023-10-02" == next_day(day(after("2021-10-01", "P24M"))).isoformat()
    assert ["2022-10-01", "2023-10-01"] == [after("2021-10-01", "P12M", times) for times in (1, 2)]
    assert "2021-05-08" == after("2024-05-08", "P3Y", -1)


def test_days_left() -> None:
    """SON 2021-404 on the day of its memo."""
    assert 145 == days_between(day("2023-05-08"), day("2023-09-30"))
    assert 0 == days_between(day("2023-09-30"), day("2023-09-30"))
    assert -1 == days_between(day("2023-10-01"), day("2023-09-30"))


# --- periods ---------------------------------------------------------------------------


def test_both_ends_of_a_period_are_in_it() -> None:
    period = Period("2021-10-01", "2023-09-30")

    assert [False, True, True, False] == [
        day(text) in period for text in ("2021-09-30", "2021-10-01", "2023-09-30", "2023-10-01")
    ]


def test_an_open_ended_period_has_no_last_day() -> None:
    period = Period("2024-01-01")

    assert None is period.last
    assert None is period.days
    assert day("2999-12-31") in period
    assert day("2023-12-31") not in period


def test_a_period_may_be_one_day() -> None:
    assert 1 == Period("2024-01-01", "2024-01-01").days
    with pytest.raises(BadValue):
        Period("2024-01-02", "2024-01-01")


def test_a_period_prints_its_days() -> None:
    assert "2021-10-01..2023-09-30" == str(Period("2021-10-01", "2023-09-30"))
    assert "2021-10-01.." == str(Period("2021-10-01"))


def test_a_plain_date_is_found_in_a_period() -> None:
    assert datetime.date(2021, 10, 1) in Period("2021-10-01", "2023-09-30")
    assert datetime.date(2021, 9, 30) not in Period("2021-10-01", "2023-09-30")


@pytest.mark.parametrize(
    "value",
    [
        "2021-10-01",
        datetime.datetime(2021, 10, 1),  # noqa: DTZ001 - what openpyxl hands over
        pendulum.datetime(2021, 10, 1),
        20211001,
    ],
    ids=["text", "datetime", "DateTime", "number"],
)
def test_a_period_answers_for_days_alone(value: object) -> None:
    """Text is a day, as everywhere; what is none is refused, as everywhere."""
    period = Period("2021-10-01", "2023-09-30")
    if isinstance(value, str):
        assert value in period
    else:
        with pytest.raises(BadValue):
            value in period  # type: ignore[operator]  # noqa: B015 - it must not answer


# --- the calendar ----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["1900-01-01", "2999-12-31", "2000-02-29", "2024-02-29"])
def test_a_day_of_the_calendar_is_taken(text: str) -> None:
    assert text == as_day(text).isoformat()


@pytest.mark.parametrize("text", ["1899-12-31", "3000-01-01", "1900-02-29", "2023-02-29"])
def test_a_day_beside_it_is_not(text: str) -> None:
    with pytest.raises(BadValue):
        as_day(text)


def test_what_is_worked_out_may_leave_the_years_that_are_taken() -> None:
    assert "3999-12-31" == after("2999-12-31", "P1000Y")
    assert "0900-01-01" == Duration(1000).latest("1900-01-01").isoformat()


def test_no_length_leads_out_of_the_calendar() -> None:
    with pytest.raises(BadValue):
        Duration(1000, 0, 366_000).latest("1900-01-01")


def test_the_month_ends() -> None:
    assert ["2023-02-28", "2024-02-29", "2024-04-30", "2024-12-31"] == [
        month_end(day(text)).isoformat()
        for text in ("2023-02-01", "2024-02-29", "2024-04-15", "2024-12-31")
    ]


def test_the_days_around_a_day() -> None:
    assert "2024-03-01" == next_day(day("2024-02-29")).isoformat()
    assert "2024-02-29" == day_before(day("2024-03-01")).isoformat()
    assert "2024-01-01" == next_day(day("2023-12-31")).isoformat()


# --- lengths ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "parts", "printed"),
    [
        ("P2Y", (2, 0, 0), "P2Y"),
        ("P6M", (0, 6, 0), "P6M"),
        ("P30D", (0, 0, 30), "P30D"),
        ("P1Y6M", (1, 6, 0), "P1Y6M"),
        ("P12M", (0, 12, 0), "P12M"),
        ("P2W", (0, 0, 14), "P14D"),
        ("P1Y2M3W4D", (1, 2, 25), "P1Y2M25D"),
        ("P0D", (0, 0, 0), "P0D"),
        ("P0Y", (0, 0, 0), "P0D"),
        ("P06M", (0, 6, 0), "P6M"),
        ("P1000Y", (1000, 0, 0), "P1000Y"),
        ("P12000M", (0, 12_000, 0), "P12000M"),
        ("P366000D", (0, 0, 366_000), "P366000D"),
    ],
)
def test_a_length_is_read_and_printed(text: str, parts: tuple[int, int, int], printed: str) -> None:
    duration = Duration.parse(text)

    assert parts == (duration.years, duration.months, duration.days)
    assert printed == str(duration)
    assert duration == Duration.parse(printed)


def test_a_year_and_twelve_months_are_the_same_length_and_different_values() -> None:
    year, months = Duration(1), Duration(0, 12)

    assert year != months
    assert year.total_months == months.total_months
    assert year.after("2024-02-29") == months.after("2024-02-29")


def test_a_month_is_not_thirty_days() -> None:
    assert Duration(0, 1) != Duration(0, 0, 30)


def test_lengths_have_no_order() -> None:
    with pytest.raises(TypeError):
        Duration(1) < Duration(2)  # type: ignore[operator]  # noqa: B015 - it must not answer


def test_no_length_at_all() -> None:
    assert [True, False, False, False] == [
        length.is_zero for length in (Duration(), Duration(1), Duration(0, 1), Duration(0, 0, 1))
    ]
    assert Duration() == as_duration("P0D")
    with pytest.raises(BadValue):
        as_positive_duration(Duration())


def test_a_length_passes_as_it_is() -> None:
    assert Duration(0, 6) == as_duration("P6M")
    assert Duration(0, 6) == as_positive_duration(Duration(0, 6))


# --- lengths added up, and told from two days --------------------------------------------


@pytest.mark.parametrize(
    ("length", "other", "times", "both"),
    [
        ("P2Y", "P1Y", 1, "P3Y"),
        ("P2Y", "P1Y", 2, "P4Y"),  # two extensions of a year
        ("P2Y", "P6M", 3, "P2Y18M"),  # part by part: months stay months
        ("P1M", "P30D", 1, "P1M30D"),
        ("P1Y2M3D", "P4Y5M6D", 2, "P9Y12M15D"),
        ("P6M", "P1Y", 0, "P6M"),
        ("P0D", "P6M", 1, "P6M"),
        ("P3Y", "P1Y", -1, "P2Y"),
    ],
)
def test_a_length_and_others_are_one(length: str, other: str, times: int, both: str) -> None:
    found = Duration.parse(length).plus(Duration.parse(other), times)

    assert Duration.parse(both) == found
    assert both == str(found)


def test_lengths_together_are_counted_from_one_anchor() -> None:
    """A month and a month from 31 January end on 31 March, not where the first one ended."""
    month = Duration.parse("P1M")

    assert "2023-03-31" == month.plus(month).after("2023-01-31").isoformat()
    assert "2023-03-28" == month.after(month.after("2023-01-31")).isoformat()


def test_lengths_together_have_the_bounds_of_one() -> None:
    assert Duration(1000) == Duration(999).plus(Duration(1))
    with pytest.raises(BadValue):
        Duration(1000).plus(Duration(months=1))
    with pytest.raises(BadValue):
        Duration(1).plus(Duration(1), -2)


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2021-10-01", "2023-09-30", 24),  # SON 2021-404
        ("2018-01-01", "2020-12-31", 36),  # IOGT-NTO and Sion
        ("2021-10-01", "2021-10-31", 1),
        ("2024-01-15", "2024-02-14", 1),
        ("2024-01-31", "2024-02-28", 1),  # the anniversary is clamped to 29 February
        ("2023-01-31", "2023-02-27", 1),
        ("2024-01-30", "2024-02-28", 1),
        ("2024-01-29", "2024-02-28", 1),
        ("2024-01-28", "2024-02-27", 1),
        ("2024-02-29", "2025-02-27", 12),
        ("2024-02-29", "2028-02-28", 48),
        ("2023-03-01", "2024-02-29", 12),
        ("1900-01-01", "2999-12-31", 13_200),
    ],
)
def test_whole_months_from_a_first_day_to_a_last(first: str, last: str, months: int) -> None:
    assert months == whole_months(day(first), day(last))
    assert None is whole_months(day(first), day_before(day(last)))
    assert None is whole_months(day(first), next_day(day(last)))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2021-10-01", "2023-09-29"),
        ("2021-10-01", "2023-10-01"),
        ("2021-10-01", "2021-10-01"),
        ("2021-10-01", "2021-09-30"),  # no month at all
        ("2021-10-01", "2020-09-30"),  # and none backwards
        ("2024-02-29", "2025-02-28"),  # a year by the other reading, which does not tile
        ("2023-01-31", "2023-02-28"),
    ],
)
def test_between_other_days_there_are_none(first: str, last: str) -> None:
    assert None is whole_months(day(first), day(last))


def test_three_first_days_may_share_a_last_one_and_its_months() -> None:
    """So the months do not tell the first day; they are told by it."""
    firsts = ("2023-01-29", "2023-01-30", "2023-01-31")

    assert {"2023-02-27"} == {str(Period.of(first, "P1M").last) for first in firsts}
    assert [1, 1, 1] == [whole_months(day(first), day("2023-02-27")) for first in firsts]
