"""How often something is owed: by hand on both sides of each day, and against dateutil."""

from __future__ import annotations

import datetime
from itertools import pairwise, product
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped] # ships no types
from pendulum import Date

from ioplife.dates import Period
from ioplife.duties import (
    Cadence,
    Duty,
    Every,
    Fixed,
    InMonths,
    Once,
    OnExtension,
    PerWindow,
    Stub,
    Window,
    windows,
)
from ioplife.errors import BadValue

YEAR = Period("2024-01-01", "2024-12-31")
LATE = Period("2025-11-15", "2026-12-31")
"""It begins in the middle of a quarter (the stub of 47 days)."""

FIRST, SECOND, THIRD = (
    Period("2024-01-01", "2025-06-30"),
    Period("2025-07-01", "2026-06-30"),
    Period("2026-07-01", "2027-06-30"),
)
"""Eighteen months, and two extensions of a year."""


def dues(cadence: Cadence, *periods: Period, **own: Any) -> list[str]:  # noqa: ANN401 - days of its own
    return [str(one.due) for one in windows(cadence, *periods, **own)]


def spans(cadence: Cadence, *periods: Period, **own: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    return [(str(one.first), str(one.last)) for one in windows(cadence, *periods, **own)]


# --- so many times in each window ----------------------------------------------------------


@pytest.mark.parametrize(
    ("times", "every", "expected"),
    [
        (1, "P6M", ["2024-06-30", "2024-12-31"]),
        (1, "P4M", ["2024-04-30", "2024-08-31", "2024-12-31"]),
        (2, "P4M", ["2024-02-29", "2024-04-30", "2024-06-30", "2024-08-31", "2024-10-31"]),
        (3, "P4M", ["2024-01-31", "2024-02-29", "2024-04-30", "2024-05-31", "2024-06-30"]),
        (2, "P3M", ["2024-01-31", "2024-03-31", "2024-04-30", "2024-06-30", "2024-07-31"]),
        (5, "P6M", ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-06-30"]),
        (4, "P1Y", ["2024-03-31", "2024-06-30", "2024-09-30", "2024-12-31"]),
        (1, "P1M", ["2024-01-31", "2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"]),
    ],
)
def test_so_many_times_a_year_half_year_tertial_quarter_and_month(
    times: int, every: str, expected: list[str]
) -> None:
    """RULES §8: the window and ⌊k·M/n⌋ months, less a day; the year is one of the calendar too."""
    assert expected == dues(PerWindow(times, every), YEAR)[:5]
    assert expected == dues(PerWindow(times, every, calendar=True), YEAR)[:5]


@pytest.mark.parametrize(
    ("anchor", "every"),
    list(
        product(
            ["2024-02-29", "2024-01-31", "2023-12-31", "2024-08-31", "2025-03-30", "2021-10-01"],
            [1, 2, 3, 4, 6, 12, 18, 24],
        )
    ),
)
def test_due_days_are_counted_from_the_anchor_as_dateutil_counts(anchor: str, every: int) -> None:
    first = datetime.date.fromisoformat(anchor)
    period = Period.of(anchor, "P6Y")
    for times in range(1, every + 1):
        expected = [
            first + relativedelta(months=window * every + k * every // times, days=-1)
            for window in range(72 // every)
            for k in range(1, times + 1)
        ]

        assert [str(day) for day in expected] == dues(PerWindow(times, f"P{every}M"), period)


def test_a_quarter_of_the_calendar_is_cut_by_the_first_day() -> None:
    """DOMAIN 3b: a start on 2025-11-15 gives a first calendar quarter of 47 days."""
    quarterly = PerWindow(1, "P3M", calendar=True)
    (stub, *_) = windows(quarterly, LATE)

    assert Window(1, Date(2025, 11, 15), Date(2025, 12, 31), Date(2025, 12, 31)) == stub
    assert 47 == Period(stub.first, stub.last).days
    assert ["2025-12-31", *_of_2026("03-31", "06-30", "09-30", "12-31")] == dues(quarterly, LATE)
    assert _of_2026("03-31", "06-30", "09-30", "12-31") == dues(
        PerWindow(1, "P3M", calendar=True, stub="drop"), LATE
    )


def _of_2026(*days: str) -> list[str]:
    return [f"2026-{day}" for day in days]


def test_agreement_quarters_of_the_same_stretch_are_cut_by_the_last_day() -> None:
    quarterly = PerWindow(1, "P3M")

    assert ["2026-02-14", "2026-05-14", "2026-08-14", "2026-11-14", "2026-12-31"] == dues(
        quarterly, LATE
    )
    assert ["2026-02-14", "2026-05-14", "2026-08-14", "2026-11-14"] == dues(
        PerWindow(1, "P3M", stub="drop"), LATE
    )


@pytest.mark.parametrize("calendar", [False, True])
@pytest.mark.parametrize("stub", Stub)
@pytest.mark.parametrize(
    ("last", "whole", "cut"),
    [
        ("2024-06-29", [], "2024-06-29"),
        ("2024-06-30", ["2024-06-30"], None),
        ("2024-07-01", ["2024-06-30"], "2024-07-01"),
        ("2024-12-30", ["2024-06-30"], "2024-12-30"),
        ("2024-12-31", ["2024-06-30", "2024-12-31"], None),
    ],
)
def test_a_stub_is_a_part_that_the_last_day_cuts(
    last: str,
    whole: list[str],
    cut: str | None,
    stub: Stub,
    calendar: bool,  # noqa: FBT001 - a row
) -> None:
    """Two a year: each side of the end of either half."""
    cadence = PerWindow(2, "P1Y", stub=stub, calendar=calendar)
    kept = [] if cut is None or stub is Stub.DROP else [cut]

    assert [*whole, *kept] == dues(cadence, Period("2024-01-01", last))


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2024-01-01", ["2024-06-30", "2024-12-31"]),
        ("2024-01-02", ["2024-12-31"]),
        ("2024-06-30", ["2024-12-31"]),
        ("2024-07-01", ["2024-12-31"]),
        ("2024-07-02", []),
    ],
)
def test_or_that_the_first_day_cuts(first: str, expected: list[str]) -> None:
    period = Period(first, "2024-12-31")

    assert expected == dues(PerWindow(2, "P1Y", calendar=True, stub="drop"), period)
    kept = ["2024-06-30", "2024-12-31"] if first < "2024-07-01" else ["2024-12-31"]
    assert kept == dues(PerWindow(2, "P1Y", calendar=True), period)


def test_what_is_kept_of_a_window_that_is_cut_may_be_done_until_the_last_day() -> None:
    """Its first half is whole, and its window is cut all the same."""
    cadence = PerWindow(2, "P1Y", stub="drop")

    assert [("2024-01-01", "2024-09-30")] == spans(cadence, Period("2024-01-01", "2024-09-30"))


# --- every Nth month -----------------------------------------------------------------------


def test_first_after_a_year_and_then_yearly() -> None:
    """ "12 months after the start, then yearly": on the anniversary, not the day before it."""
    cadence = Every("P1Y")

    assert ["2025-01-01", "2026-01-01"] == dues(cadence, Period("2024-01-01", "2026-01-01"))
    assert [("2024-01-01", "2025-01-01"), ("2025-01-02", "2026-01-01")] == spans(
        cadence, Period("2024-01-01", "2026-01-01")
    )


@pytest.mark.parametrize(
    ("stub", "last", "expected"),
    [
        ("keep", "2024-12-31", ["2024-12-31"]),
        ("keep", "2025-01-01", ["2025-01-01"]),
        ("keep", "2025-01-02", ["2025-01-01", "2025-01-02"]),
        ("prorate", "2025-01-02", ["2025-01-01", "2025-01-02"]),
        ("drop", "2024-12-31", []),
        ("drop", "2025-01-01", ["2025-01-01"]),
        ("drop", "2025-12-31", ["2025-01-01"]),
        ("drop", "2026-01-01", ["2025-01-01", "2026-01-01"]),
    ],
)
def test_the_last_day_cuts_one_that_is_due_after_it(
    stub: str, last: str, expected: list[str]
) -> None:
    cadence = Every("P1Y", stub=stub)

    assert expected == dues(cadence, Period("2024-01-01", last))


def test_every_eighteenth_month() -> None:
    """ "var 18:e månad"."""
    assert ["2025-07-01", "2027-01-01", "2028-07-01"] == dues(
        Every("P18M"), Period("2024-01-01", "2028-07-01")
    )


def test_the_first_may_come_sooner_or_later_than_the_others() -> None:
    period = Period("2024-01-01", "2027-01-01")

    assert ["2024-04-01", "2025-04-01", "2026-04-01"] == dues(
        Every("P1Y", first="P3M", stub="drop"), period
    )
    assert ["2026-01-01", "2026-07-01", "2027-01-01"] == dues(Every("P6M", first="P2Y"), period)


def test_every_other_week_is_counted_in_days() -> None:
    assert ["2024-02-14", "2024-02-28", "2024-03-13"] == dues(
        Every("P2W"), Period("2024-01-31", "2024-03-13")
    )


@pytest.mark.parametrize(
    ("anchor", "length", "first"),
    list(
        product(
            ["2024-02-29", "2024-01-31", "2023-12-31", "2024-08-31", "2021-10-01"],
            [1, 2, 3, 12, 18],
            [1, 6, 12, 13],
        )
    ),
)
def test_each_is_counted_from_the_anchor_at_once_as_dateutil_counts(
    anchor: str, length: int, first: int
) -> None:
    start = datetime.date.fromisoformat(anchor)
    expected = [
        str(start + relativedelta(months=months)) for months in range(first, first + 60, length)
    ]
    period = Period(anchor, expected[-1])

    assert expected == dues(Every(f"P{length}M", first=f"P{first}M"), period)


def test_the_end_of_a_month_is_kept_where_the_month_has_it() -> None:
    """Counted from the anchor, never from the clamped day before: 31 March, not 29."""
    assert ["2024-02-29", "2024-03-31", "2024-04-30", "2024-05-31"] == dues(
        Every("P1M"), Period("2024-01-31", "2024-05-31")
    )
    assert ["2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"] == dues(
        Every("P1Y"), Period("2024-02-29", "2028-02-29")
    )


def test_each_begins_the_day_after_the_one_before_was_due() -> None:
    found = windows(Every("P1M", first="P45D"), Period("2024-01-31", "2025-01-31"))

    assert found[0].first == Date(2024, 1, 31)
    for before, after in pairwise(found):
        assert after.first.toordinal() == before.due.toordinal() + 1
        assert before.last == before.due


def test_a_length_that_outlasts_the_calendar_is_reached_once() -> None:
    assert ["2999-12-31"] == dues(Every("P1000Y"), Period("2998-01-01"))
    assert ["2500-01-01", "2999-12-31"] == dues(Every("P600Y"), Period("1900-01-01", "2999-12-31"))


# --- once ----------------------------------------------------------------------------------


def test_once_by_a_day_from_the_first_day_on() -> None:
    """ "följas upp senast våren 2020" of an agreement of three years: read as 31 May."""
    spring = Once("2020-05-31", precision="season")

    assert [("2018-01-01", "2020-05-31")] == spans(spring, Period("2018-01-01", "2020-12-31"))


@pytest.mark.parametrize(
    ("tail", "period", "expected"),
    [
        (False, Period("2018-01-01", "2020-05-31"), [("2018-01-01", "2020-05-31")]),
        (False, Period("2018-01-01", "2020-05-30"), [("2018-01-01", "2020-05-30")]),
        (False, Period("2020-05-31", "2021-05-31"), [("2020-05-31", "2020-05-31")]),
        (False, Period("2020-06-01", "2021-05-31"), []),
        (True, Period("2018-01-01", "2020-05-30"), [("2018-01-01", "2020-05-31")]),
        (True, Period("2018-01-01", "2019-05-30"), [("2018-01-01", "2020-05-31")]),
        (True, Period("2020-06-01", "2021-05-31"), []),
    ],
)
def test_the_last_day_cuts_it_unless_it_is_a_tail(
    tail: bool,  # noqa: FBT001 - a row
    period: Period,
    expected: list[tuple[str, str]],
) -> None:
    assert expected == spans(Once("2020-05-31", tail=tail), period)


# --- its own first and last day ------------------------------------------------------------


def test_windows_are_counted_from_its_own_first_day() -> None:
    assert ["2024-12-31", "2025-03-31"] == dues(
        PerWindow(1, "P1Y"), Period("2023-07-01", "2025-03-31"), first=Date(2024, 1, 1)
    )
    assert ["2024-07-01", "2025-01-01"] == dues(
        Every("P6M"), Period("2023-07-01", "2025-01-01"), first=Date(2024, 1, 1)
    )
    assert [("2024-03-01", "2024-05-31")] == spans(
        Once("2024-05-31"), Period("2023-07-01", "2025-01-01"), first=Date(2024, 3, 1)
    )


def test_one_before_the_agreements_moves_what_they_are_counted_from_and_no_more() -> None:
    """A report by 31 March each year: windows from the first of April before."""
    yearly = PerWindow(1, "P1Y")
    period, first = Period("2024-01-01", "2025-12-31"), Date(2023, 4, 1)

    assert [("2024-01-01", "2024-03-31"), ("2024-04-01", "2025-03-31")] == spans(
        PerWindow(1, "P1Y"), Period("2024-01-01", "2025-03-31"), first=first
    )
    assert ["2024-03-31", "2025-03-31", "2025-12-31"] == dues(yearly, period, first=first)
    assert ["2025-03-31"] == dues(PerWindow(1, "P1Y", stub="drop"), period, first=first)
    assert [
        *(("2024-01-01", "2024-04-01"), ("2024-04-02", "2025-04-01"), ("2025-04-02", "2025-12-31")),
    ] == spans(Every("P1Y"), period, first=first)
    assert ["2025-04-01"] == dues(Every("P1Y", stub="drop"), period, first=first)


def test_its_own_last_day_cuts_as_the_agreements_does() -> None:
    last = Date(2024, 8, 31)

    assert ["2024-06-30", "2024-08-31"] == dues(PerWindow(1, "P6M"), YEAR, last=last)
    assert ["2024-07-31"] == dues(InMonths([1, 7, 9]), YEAR, last=last, first=Date(2024, 1, 2))
    assert ["2024-08-31"] == dues(
        Fixed([Period("2024-08-15", "2024-09-15"), Period("2024-09-01", "2024-09-30")]),
        YEAR,
        last=last,
    )
    assert ["2024-12-31"] == dues(PerWindow(1, "P1Y"), YEAR, last=Date(2025, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-01-01", "2023-12-31", []),
        ("2023-01-01", "2024-01-01", ["2024-01-01"]),
        ("2024-12-31", "2025-12-31", ["2024-12-31"]),
        ("2025-01-01", "2025-12-31", []),
    ],
)
def test_days_of_its_own_outside_the_agreement_leave_nothing(
    first: str, last: str, expected: list[str]
) -> None:
    own = {"first": Date.fromisoformat(first), "last": Date.fromisoformat(last)}

    assert expected == dues(PerWindow(1, "P5Y"), YEAR, **own)
    assert expected == dues(Once("2026-12-31"), YEAR, **own)


def test_only_a_tail_passes_the_last_day_and_its_own_cuts_that_too() -> None:
    final = Fixed([Period("2025-01-01", "2025-03-31")], tail=True)
    by = Once("2025-03-31", tail=True)

    assert ["2025-03-31"] == dues(final, YEAR) == dues(by, YEAR)
    assert ["2025-02-28"] == dues(final, YEAR, last=Date(2025, 2, 28))
    assert ["2025-02-28"] == dues(by, YEAR, last=Date(2025, 2, 28))
    assert [] == dues(final, YEAR, last=Date(2024, 12, 31))
    assert [("2025-02-01", "2025-03-31")] == spans(final, YEAR, first=Date(2025, 2, 1))
    assert [("2025-02-01", "2025-03-31")] == spans(by, YEAR, first=Date(2025, 2, 1))
    assert [] == dues(by, YEAR, last=Date(2023, 12, 31))


def test_the_first_day_cuts_a_tail_as_anything_else() -> None:
    tail = Fixed(
        [Period("2023-10-01", "2023-12-31"), Period("2023-12-01", "2025-01-31")], tail=True
    )

    assert [("2024-01-01", "2025-01-31")] == spans(tail, YEAR)
    assert [("2024-01-01", "2025-01-31")] == spans(tail, YEAR, first=Date(2023, 11, 1))
    assert [("2024-03-01", "2025-01-31")] == spans(tail, YEAR, first=Date(2024, 3, 1))
    assert [("2024-01-01", "2024-03-31")] == spans(
        Once("2024-03-31", tail=True), YEAR, first=Date(2023, 11, 1)
    )


# --- when the agreement is extended ----------------------------------------------------------


def test_windows_go_on_over_an_extension_from_the_same_day() -> None:
    """That the period ended is seen nowhere: the window of 2025 is whole."""
    yearly = PerWindow(1, "P1Y")

    assert ["2024-12-31", "2025-06-30"] == dues(yearly, FIRST)
    assert ["2024-12-31", "2025-12-31", "2026-06-30"] == dues(yearly, FIRST, SECOND)
    assert dues(yearly, FIRST, SECOND, THIRD) == dues(yearly, Period(FIRST.first, THIRD.last))
    assert dues(Every("P1Y"), FIRST, SECOND) == dues(Every("P1Y"), Period(FIRST.first, SECOND.last))


def test_or_end_with_the_first_period() -> None:
    for cadence in (
        PerWindow(1, "P1Y"),
        Every("P1Y"),
        InMonths([7]),
        Fixed([Period("2025-06-01", "2025-07-31")]),
        Once("2025-07-31"),
    ):
        alone = windows(cadence, FIRST)

        assert alone == windows(cadence, FIRST, SECOND, on_extension=OnExtension.STOP)
        assert alone != windows(cadence, FIRST, SECOND)


def test_or_begin_anew_with_each_extension() -> None:
    """Cut by the end of each period, and numbered on."""
    found = windows(PerWindow(1, "P1Y"), FIRST, SECOND, THIRD, on_extension=OnExtension.RESTART)

    assert [
        (1, "2024-01-01", "2024-12-31"),
        (2, "2025-01-01", "2025-06-30"),
        (3, "2025-07-01", "2026-06-30"),
        (4, "2026-07-01", "2027-06-30"),
    ] == [(one.ordinal, str(one.first), str(one.last)) for one in found]
    assert ["2025-01-01", "2025-06-30", "2026-06-30"] == dues(
        Every("P1Y"), FIRST, SECOND, on_extension=OnExtension.RESTART
    )
    assert ["2025-01-01"] == dues(
        Every("P1Y", stub="drop"), FIRST, SECOND, on_extension=OnExtension.RESTART
    )


def test_a_stub_that_is_dropped_is_dropped_in_each_period_that_begins_anew() -> None:
    dropped = PerWindow(1, "P1Y", stub="drop")

    assert ["2024-12-31", "2026-06-30"] == dues(
        dropped, FIRST, SECOND, on_extension=OnExtension.RESTART
    )
    assert ["2024-12-31", "2025-12-31"] == dues(dropped, FIRST, SECOND)


def test_its_own_first_day_holds_until_the_next_extension_begins() -> None:
    """It begins within the second period, and anew with the third."""
    own = Date(2025, 9, 1)

    assert ["2026-02-28", "2026-06-30", "2026-12-31", "2027-06-30"] == dues(
        PerWindow(1, "P6M"), FIRST, SECOND, THIRD, first=own, on_extension=OnExtension.RESTART
    )
    assert ["2026-02-28", "2026-08-31", "2027-02-28", "2027-06-30"] == dues(
        PerWindow(1, "P6M"), FIRST, SECOND, THIRD, first=own
    )
    assert [] == dues(PerWindow(1, "P6M"), FIRST, SECOND, first=own, on_extension=OnExtension.STOP)


def test_one_before_the_first_period_is_not_counted_from_in_the_second() -> None:
    assert ["2024-09-30", "2025-03-31", "2025-06-30", "2025-12-31", "2026-06-30"] == [
        due
        for due in dues(
            PerWindow(1, "P6M"),
            FIRST,
            SECOND,
            first=Date(2023, 10, 1),
            on_extension=OnExtension.RESTART,
        )
        if due > "2024-04-01"
    ]


def test_no_period_gives_no_window() -> None:
    assert () == windows(PerWindow(1, "P1Y"))


# --- what contradicts itself -----------------------------------------------------------------


def duty(cadence: Cadence, **given: Any) -> Duty:  # noqa: ANN401 - any field
    return Duty("a", "meeting", cadence, **given)


def test_a_duty_has_windows_by_its_own_days() -> None:
    one = duty(PerWindow(1, "P1Y"), first="2024-07-01", last="2025-12-31", on_extension="stop")

    assert windows(
        one.cadence,
        FIRST,
        first=Date(2024, 7, 1),
        last=Date(2025, 12, 31),
        on_extension=OnExtension.STOP,
    ) == one.windows(FIRST, SECOND)
    assert ["2025-06-30"] == [str(window.due) for window in one.windows(FIRST, SECOND)]


def test_a_last_day_is_not_before_the_first() -> None:
    assert Date(2024, 1, 1) == duty(Once("2024-01-01"), first="2024-01-01", last="2024-01-01").last
    with pytest.raises(BadValue, match=r"Duty\.last: must not be before the first day, 2024-01-02"):
        duty(Once("2024-01-01"), first="2024-01-02", last="2024-01-01")


@pytest.mark.parametrize(
    "cadence",
    [
        PerWindow(1, "P1Y", calendar=True),
        InMonths([7]),
        Fixed([Period("2024-11-01", "2024-11-30")]),
        Once("2024-11-30"),
    ],
)
def test_only_windows_that_tile_from_a_first_day_begin_anew(cadence: Cadence) -> None:
    assert OnExtension.STOP is duty(cadence, on_extension="stop").on_extension
    with pytest.raises(BadValue, match=r"Duty\.on_extension: must be continue or stop"):
        duty(cadence, on_extension="restart")


@pytest.mark.parametrize("on_extension", ["stop", "restart"])
@pytest.mark.parametrize(
    "cadence",
    [Fixed([Period("2024-11-01", "2024-11-30")], tail=True), Once("2024-11-30", tail=True)],
)
def test_nothing_becomes_of_a_tail_with_an_extension(cadence: Cadence, on_extension: str) -> None:
    assert OnExtension.CONTINUE is duty(cadence).on_extension
    with pytest.raises(BadValue, match="must be continue: a tail follows no period"):
        duty(cadence, on_extension=on_extension)


@pytest.mark.parametrize(
    ("build", "fields", "field"),
    [
        (Every, {"length": "P0D"}, "Every.length"),
        (Every, {"length": "-P1M"}, "Every.length"),
        (Every, {"length": "P1Y", "first": "P0M"}, "Every.first"),
        (Every, {"length": "P1Y", "stub": "cut"}, "Every.stub"),
        (PerWindow, {"times": 1, "every": "P1Y", "stub": "cut"}, "PerWindow.stub"),
        (Once, {"by": "våren 2020"}, "Once.by"),
        (Once, {"by": "2020-05-31", "precision": "year"}, "Once.precision"),
        (Once, {"by": "2020-05-31", "tail": 1}, "Once.tail"),
        (
            Duty,
            {"id": "a", "kind": "meeting", "cadence": Every("P1Y"), "first": "2020"},
            "Duty.first",
        ),
        (Duty, {"id": "a", "kind": "meeting", "cadence": Every("P1Y"), "last": 1}, "Duty.last"),
    ],
)
def test_what_no_cadence_can_hold_is_refused(
    build: Any,  # noqa: ANN401 - any of them
    fields: dict[str, Any],
    field: str,
) -> None:
    with pytest.raises(BadValue) as caught:
        build(**fields)
    assert field == caught.value.field


# --- at the edges ----------------------------------------------------------------------------


def test_every_so_often_may_begin_anew_and_named_months_may_not() -> None:
    every = Duty("board", "meeting", Every("P1Y"), on_extension="restart")

    assert OnExtension.RESTART is every.on_extension
    with pytest.raises(BadValue, match="must be continue or stop"):
        Duty("board", "meeting", InMonths([7]), on_extension="restart")
