"""When a plan pays, for which days, and which part of a year: by hand, right to the day."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import ioplife as iop
from ioplife.terms import End, Instalment

QUARTERS = iop.InMonths([1, 4, 7, 10])


def told(
    plan: iop.PaymentPlan, *periods: tuple[str, str], end: End | None = None
) -> list[tuple[str, str, str]]:
    """The first and the last day for each payment, and the days it pays for."""
    return [
        (str(one.first), str(one.last), str(one.covers)) for one in found(plan, *periods, end=end)
    ]


def found(
    plan: iop.PaymentPlan, *periods: tuple[str, str], end: End | None = None
) -> tuple[Instalment, ...]:
    return plan.instalments(*(iop.Period(*days) for days in periods), end=end)


def covered(plan: iop.PaymentPlan, *periods: tuple[str, str]) -> list[str]:
    return [covers for _first, _last, covers in told(plan, *periods)]


# --- in advance and in arrears -----------------------------------------------------------


def test_in_advance_a_quarter_is_paid_in_its_first_month() -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="advance")
    assert [
        ("2016-10-01", "2016-10-31", "2016-10-01..2016-12-31"),
        ("2017-01-01", "2017-01-31", "2017-01-01..2017-03-31"),
    ] == told(plan, ("2016-10-01", "2017-03-31"))


def test_in_arrears_in_the_month_after_it_and_the_last_after_the_end() -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="arrears")
    assert [
        ("2017-01-01", "2017-01-31", "2016-10-01..2016-12-31"),
        ("2017-04-01", "2017-04-30", "2017-01-01..2017-03-31"),
    ] == told(plan, ("2016-10-01", "2017-03-31"))


@pytest.mark.parametrize(
    ("months", "timing", "expected"),
    [
        # The month of the payment, and the first month of what it pays for.
        ([1], "advance", {1: 1}),
        ([12], "arrears", {12: 1}),  # the year that ends with it
        ([1], "arrears", {1: 1}),
        ([2, 8], "advance", {2: 1, 8: 7}),
        ([2, 8], "arrears", {2: 7, 8: 1}),
        ([6, 12], "arrears", {6: 1, 12: 7}),
        ([3, 6, 9, 12], "advance", {3: 4, 6: 7, 9: 10, 12: 1}),  # the month before the quarter
        ([3, 6, 9, 12], "arrears", {3: 1, 6: 4, 9: 7, 12: 10}),
        ([1, 5, 9], "advance", {1: 1, 5: 5, 9: 9}),
        ([1, 2], "advance", {1: 1, 2: 7}),  # each has a half-year of its own
        (range(1, 13), "advance", {month: month for month in range(1, 13)}),
        (range(1, 13), "arrears", {month: (month - 2) % 12 + 1 for month in range(1, 13)}),
    ],
)
def test_which_span_of_the_calendar_a_month_pays_for(
    months: Any,  # noqa: ANN401 - a row of numbers
    timing: str,
    expected: dict[int, int],
) -> None:
    plan = iop.PaymentPlan(iop.InMonths(list(months)), timing=timing)
    pays = found(plan, ("2020-01-01", "2025-12-31"))
    whole = [one for one in pays if 2021 <= one.last.year <= 2024]
    assert set(expected.items()) == {
        (one.last.month, one.covers.first.month) for one in whole if one.covers
    }


@pytest.mark.parametrize(
    ("months", "first", "timing", "expected"),
    [
        # A broken year is that of the agreement, where its months begin it or end it.
        ([10], "2021-10-01", "advance", "2021-10-01..2022-09-30"),
        ([9], "2021-10-01", "arrears", "2021-10-01..2022-09-30"),
        ([10], "2021-10-01", "arrears", "2021-10-01..2022-09-30"),
        ([2, 5, 8, 11], "2023-02-01", "advance", "2023-02-01..2023-04-30"),
        # Else it is the calendar's.
        ([1], "2021-10-01", "advance", "2021-10-01..2021-12-31"),
        ([1, 4, 7, 10], "2023-02-01", "advance", "2023-02-01..2023-03-31"),
        ([1, 4, 7, 10], "2023-01-15", "advance", "2023-01-15..2023-03-31"),
    ],
)
def test_from_which_day_the_spans_tile(
    months: list[int], first: str, timing: str, expected: str
) -> None:
    plan = iop.PaymentPlan(iop.InMonths(months), timing=timing)
    assert expected == covered(plan, (first, "2025-12-31"))[0]


def test_a_paper_may_say_from_which_day_they_tile() -> None:
    october = iop.PaymentPlan(iop.InMonths([10]), timing="advance", calendar=True)
    assert ["2021-10-01..2021-12-31", "2022-01-01..2022-12-31"] == covered(
        october, ("2021-10-01", "2022-12-31")
    )
    mid_month = iop.PaymentPlan(iop.InMonths([2]), timing="advance", calendar=False)
    assert ["2023-02-15..2024-02-14", "2024-02-15..2025-02-14"] == covered(
        mid_month, ("2023-02-15", "2025-02-14")
    )


@pytest.mark.parametrize(
    ("day", "timing", "expected"),
    [
        (25, "advance", "2024-04-01..2024-04-30"),  # near the month to come
        (10, "advance", "2024-03-01..2024-03-31"),
        (25, "arrears", "2024-02-01..2024-02-29"),
        (31, "arrears", "2024-03-01..2024-03-31"),  # the month is over with that day
    ],
)
def test_on_a_day_of_the_month(day: int, timing: str, expected: str) -> None:
    plan = iop.PaymentPlan(iop.OnDay(day), timing=timing)
    (march,) = (
        one for one in found(plan, ("2023-01-01", "2025-12-31")) if f"{one.last:%Y-%m}" == "2024-03"
    )
    assert (day, expected) == (march.last.day, str(march.covers))


def test_a_month_that_is_too_short_pays_on_its_last_day() -> None:
    plan = iop.PaymentPlan(iop.OnDay(31))
    assert ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30"] == [
        str(one.last) for one in found(plan, ("2024-01-01", "2024-04-30"))
    ]


@pytest.mark.parametrize(
    ("timing", "expected"),
    [
        ("advance", ["2024-01-01..2024-03-31", "2024-04-01..2024-06-30"]),
        ("arrears", ["2024-01-01..2024-03-31", "2024-04-01..2024-06-30"]),
        (iop.UNKNOWN, ["None", "None"]),
    ],
)
def test_the_first_week_of_a_quarter(timing: Any, expected: list[str]) -> None:  # noqa: ANN401
    plan = iop.PaymentPlan(iop.FirstDays(7, "P3M"), timing=timing)
    windows = found(plan, ("2024-01-01", "2024-06-30"))
    later = 1 if timing == "arrears" else 0
    assert expected == [str(one.covers) for one in windows]
    assert [(1, 7, 3 * (later + k) % 12 + 1) for k in range(2)] == [
        (one.first.day, one.last.day, one.first.month) for one in windows
    ]


def test_the_first_week_of_a_tertial_that_tiles_from_the_first_day() -> None:
    plan = iop.PaymentPlan(iop.FirstDays(7, "P4M", calendar=False), timing="advance")
    assert [
        ("2024-02-15", "2024-02-21", "2024-02-15..2024-06-14"),
        ("2024-06-15", "2024-06-21", "2024-06-15..2024-10-14"),
    ] == told(plan, ("2024-02-15", "2024-10-14"))


def test_in_windows_of_time_each_is_paid_within_what_it_pays_for() -> None:
    days = ("2024-01-01", "2024-12-31")
    twice = iop.PerWindow(2, "P1Y")
    halves = ["2024-01-01..2024-06-30", "2024-07-01..2024-12-31"]
    assert [
        ("2024-01-01", "2024-06-30", halves[0]),
        ("2024-07-01", "2024-12-31", halves[1]),
    ] == told(iop.PaymentPlan(twice), days)
    assert [
        ("2024-01-01", "2024-01-01", halves[0]),
        ("2024-07-01", "2024-07-01", halves[1]),
    ] == told(iop.PaymentPlan(twice, timing="advance"), days)
    assert [
        ("2024-07-01", "2024-12-31", halves[0]),
        ("2025-01-01", "2025-06-30", halves[1]),
    ] == told(iop.PaymentPlan(twice, timing="arrears"), days)


# --- what is cut -------------------------------------------------------------------------


def test_what_should_be_paid_before_the_first_day_is_paid_on_it() -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="advance")
    windows = [days[:2] for days in told(plan, ("2024-02-15", "2024-12-31"))]
    assert ("2024-02-15", "2024-02-15") == windows[0]
    windows = [days[:2] for days in told(plan, ("2024-01-31", "2024-12-31"))]
    assert ("2024-01-31", "2024-01-31") == windows[0]
    windows = [days[:2] for days in told(plan, ("2024-01-30", "2024-12-31"))]
    assert ("2024-01-30", "2024-01-31") == windows[0]


def test_in_advance_nothing_is_paid_after_the_last_day() -> None:
    plan = iop.PaymentPlan(iop.InMonths([2, 8]), timing="advance")
    assert ("2024-07-31", "2024-07-31", "2024-07-01..2024-07-31") == (
        told(plan, ("2024-01-01", "2024-07-31"))[-1]
    )
    assert ("2024-08-01", "2024-08-15", "2024-07-01..2024-08-15") == (
        told(plan, ("2024-01-01", "2024-08-15"))[-1]
    )


def test_a_cut_span_that_is_dropped_is_not_paid() -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="advance", stub="drop")
    assert ["2024-04-01..2024-06-30"] == covered(plan, ("2024-01-02", "2024-09-29"))
    assert 3 == len(found(plan, ("2024-01-01", "2024-09-30")))
    assert [1, 2, 3] == [one.ordinal for one in found(plan, ("2023-12-02", "2024-10-31"))]


EARLY = End(iop.Period("2024-05-15").first, iop.Period("2024-04-10").first)
"""On 2024-04-10 it is known to end on 2024-05-15."""


@pytest.mark.parametrize(
    ("decided", "covers"),
    [
        ("2024-04-30", "2024-04-01..2024-05-15"),
        ("2024-05-01", "2024-04-01..2024-06-30"),  # its window was past
    ],
)
def test_a_payment_whose_window_was_past_when_the_end_was_known_stays(
    decided: str, covers: str
) -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="advance", stub="prorate", by="days")
    end = attrs.evolve(EARLY, decided=iop.Period(decided).first)
    last = found(plan, ("2024-01-01", "2025-12-31"), end=end)[-1]
    assert (2, covers, "2024-04-01..2024-06-30") == (
        last.ordinal,
        str(last.covers),
        str(last.agreed),
    )


@pytest.mark.parametrize(
    ("decided", "expected"), [("2024-03-31", 1), ("2024-04-01", 2), ("2024-05-01", 2)]
)
def test_and_one_that_could_be_paid_by_then_is_not_dropped(decided: str, expected: int) -> None:
    plan = iop.PaymentPlan(QUARTERS, timing="advance", stub="drop")
    end = attrs.evolve(EARLY, decided=iop.Period(decided).first)
    assert expected == len(found(plan, ("2024-01-01", "2025-12-31"), end=end))


# --- which part of a year ----------------------------------------------------------------


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        (iop.InMonths([7]), [(1, 1, 0)] * 3),
        (iop.InMonths([1, 7]), [(1, 2, 0), (1, 2, 1), (1, 2, 0)]),
        (iop.OnDay(25), [(1, 12, 0), (1, 12, 1), (1, 12, 2)]),
        (iop.FirstDays(7, "P3M"), [(1, 4, 0), (1, 4, 1), (1, 4, 2)]),
        (iop.PerWindow(1, "P1Y"), [(1, 1, 0)] * 3),
        (iop.PerWindow(3, "P1Y"), [(1, 3, 0), (1, 3, 1), (1, 3, 2)]),
        (iop.PerWindow(1, "P3M"), [(1, 4, 0), (1, 4, 1), (1, 4, 2)]),
        (iop.PerWindow(2, "P6M"), [(1, 4, 0), (1, 4, 1), (1, 4, 2)]),
        (iop.PerWindow(1, "P2Y"), [(2, 1, 0), (2, 1, 0)]),
        (iop.PerWindow(1, "P18M"), [(3, 2, 0), (3, 2, 1)]),
        (iop.PerWindow(1, "P5M"), [(5, 12, 0), (5, 12, 1), (5, 12, 2)]),
        (iop.Every("P18M", first="P6M"), [(1, 2, 1), (3, 2, 0), (3, 2, 1)]),
        (iop.Once("2024-11-30"), [(1, 1, 0)]),
    ],
)
def test_a_payment_carries_a_part_of_so_many_years(
    cadence: Any,  # noqa: ANN401 - a cadence
    expected: list[tuple[int, int, int]],
) -> None:
    plan = iop.PaymentPlan(cadence)
    parts = [one.part for one in found(plan, ("2024-01-01", "2027-12-31"))][:3]
    assert expected == [(part.years, part.parts, part.place) for part in parts][: len(expected)]


def test_what_is_paid_in_stretches_is_shared_between_those_of_one_year() -> None:
    days = ["2024-11-01", "2025-09-30", "2025-10-01", "2026-01-01", "2026-09-30"]
    plan = iop.PaymentPlan(iop.Fixed([iop.Period(day, day) for day in days]))
    pays = found(plan, ("2024-10-01", "2026-09-30"))
    assert [(2, 0), (2, 1), (3, 0), (3, 1), (3, 2)] == [
        (one.part.parts, one.part.place) for one in pays
    ]


# --- days of its own, and extensions -----------------------------------------------------


def test_a_plan_has_days_of_its_own() -> None:
    days = ("2023-01-01", "2025-12-31")
    plan = iop.PaymentPlan(QUARTERS, timing="advance", first="2024-02-01", last="2024-06-30")
    assert ["2024-02-01..2024-03-31", "2024-04-01..2024-06-30"] == covered(plan, days)
    plain = attrs.evolve(plan, timing=iop.UNKNOWN)
    assert ["2024-04-30"] == [str(one.last) for one in found(plain, days)]
    assert [] == covered(attrs.evolve(plan, first="2026-01-01", last=None), days)
    assert "2023-01-01..2023-03-31" == covered(attrs.evolve(plan, first="2022-01-01"), days)[0]


PERIODS = (("2024-01-01", "2024-11-15"), ("2024-11-16", "2025-11-15"))


@pytest.mark.parametrize(
    ("on_extension", "expected"),
    [
        (
            "continue",
            ["2024-01-01..2024-06-30", "2024-07-01..2024-12-31", "2025-01-01..2025-06-30"],
        ),
        ("stop", ["2024-01-01..2024-06-30", "2024-07-01..2024-11-15"]),
        (
            "restart",
            ["2024-01-01..2024-06-30", "2024-07-01..2024-11-15", "2024-11-16..2025-05-15"],
        ),
    ],
)
def test_what_becomes_of_it_with_an_extension(on_extension: str, expected: list[str]) -> None:
    plan = iop.PaymentPlan(iop.PerWindow(1, "P6M"), on_extension=on_extension)
    assert expected == covered(plan, *PERIODS)[:3]
    assert list(range(1, 1 + len(found(plan, *PERIODS)))) == [
        one.ordinal for one in found(plan, *PERIODS)
    ]


def test_without_a_period_nothing_is_paid() -> None:
    assert () == iop.PaymentPlan(QUARTERS).instalments()


def test_until_further_notice_fifty_years_are_foreseen() -> None:
    plan = iop.PaymentPlan(iop.InMonths([1]), timing="advance")
    pays = plan.instalments(iop.Period("2024-01-01"))
    assert (50, "2073-01-01..2073-12-31") == (len(pays), str(pays[-1].covers))
