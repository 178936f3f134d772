"""Time set by law: by the days of the acts, of two rulings and of one meeting's minutes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.dates import (
    ADJUSTMENT,
    ANNOUNCEMENT,
    APPEAL,
    LONGEST_ROLL,
    DayLike,
    Duration,
    IsWorkingDay,
    adjusted_by,
    announced_by,
    appeal_ends,
    next_day,
    roll,
)
from ioplife.errors import BadValue
from ioplife.workdays import is_working_day


def no_weekend(day: Date) -> bool:
    """A calendar without a holiday."""
    return day.weekday() < 5


def only(*texts: str) -> IsWorkingDay:
    """A calendar in which these are the only working days."""
    return lambda day: day.isoformat() in texts


# --- the roll --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "rolled"),
    [
        ("2023-09-29", "2023-09-29"),  # Friday
        ("2023-09-30", "2023-10-02"),  # Saturday, to Monday
        ("2023-10-01", "2023-10-02"),
        ("2023-10-02", "2023-10-02"),
        ("2025-05-29", "2025-05-30"),  # Kristi himmelsfärdsdag, a Thursday
        ("2025-06-19", "2025-06-19"),
        ("2025-06-20", "2025-06-23"),  # midsommarafton
        ("2025-04-17", "2025-04-17"),  # skärtorsdagen
        ("2025-04-18", "2025-04-22"),  # långfredagen, over annandag påsk
        ("2025-12-23", "2025-12-23"),
        ("2025-12-24", "2025-12-29"),  # julafton on a Wednesday: the longest there is
        ("2024-12-24", "2024-12-27"),  # on a Tuesday
        ("2026-12-24", "2026-12-28"),  # on a Thursday
        ("2018-12-22", "2018-12-27"),  # a Saturday, julafton on Monday: five days again
        ("2025-12-30", "2025-12-30"),
        ("2025-12-31", "2026-01-02"),  # nyårsafton
        ("2026-01-05", "2026-01-05"),  # trettondagsafton
        ("2026-01-06", "2026-01-07"),
        ("2026-04-30", "2026-04-30"),  # valborgsmässoafton
        ("2026-05-01", "2026-05-04"),
        ("2025-06-06", "2025-06-09"),  # nationaldagen, a Friday
        ("2003-06-06", "2003-06-06"),  # and no holiday yet
        ("2004-05-29", "2004-06-01"),  # pingstafton, over annandag pingst
        ("2005-05-14", "2005-05-16"),  # which is none from 2005 on
    ],
)
def test_what_was_due_on_a_day_off_may_be_done_the_next_working_day(raw: str, rolled: str) -> None:
    assert rolled == roll(raw, is_working_day).isoformat()


def test_a_day_rolls_by_the_calendar_that_is_handed_over() -> None:
    assert "2025-06-20" == roll("2025-06-20", no_weekend).isoformat()
    assert "2025-06-23" == roll("2025-06-21", no_weekend).isoformat()
    assert "2025-07-01" == roll("2025-06-20", only("2025-06-19", "2025-07-01")).isoformat()


def test_the_calendar_is_asked_for_days_of_one_type() -> None:
    asked: list[object] = []

    def remembers(day: Date) -> bool:
        asked.append(day)
        return len(asked) == 3

    assert Date(2025, 6, 22) == roll("2025-06-20", remembers)
    assert [Date(2025, 6, 20), Date(2025, 6, 21), Date(2025, 6, 22)] == asked
    assert [Date] * 3 == [type(day) for day in asked]


def test_a_calendar_without_a_working_day_for_a_month_is_none() -> None:
    """The thirtieth day after is found, the one after that is not looked for."""
    assert "2025-01-31" == roll("2025-01-01", only("2025-01-31")).isoformat()
    with pytest.raises(BadValue, match="is_working_day: must have a working day within a month"):
        roll("2025-01-01", only("2025-02-01"))


@pytest.mark.parametrize("rule", [roll, appeal_ends, adjusted_by, announced_by])
@pytest.mark.parametrize("value", ["19/6 2025", "2025-06-31", 20250619, None])
def test_what_is_no_day_is_refused(
    rule: Callable[[DayLike, IsWorkingDay], Date], value: DayLike
) -> None:
    with pytest.raises(BadValue):
        rule(value, is_working_day)


# --- three rules and their days --------------------------------------------------------------


def test_the_three_times_are_those_of_the_acts() -> None:
    assert (Duration.parse("P3W"), Duration.parse("P14D"), Duration.parse("P2D")) == (
        APPEAL,
        ADJUSTMENT,
        ANNOUNCEMENT,
    )


@pytest.mark.parametrize(
    ("from_day", "last"),
    [
        ("1999-03-16", "1999-04-06"),  # RÅ 1999 not 181: Easter on the way prolongs nothing
        ("2003-12-15", "2004-01-05"),  # RÅ 2004 not 40: trettondagsafton is no holiday
    ],
)
def test_what_courts_have_ruled(from_day: str, last: str) -> None:
    """Three weeks there too, counted from the day the decision was received."""
    assert last == appeal_ends(from_day, is_working_day).isoformat()


def test_from_a_meeting_to_a_final_decision() -> None:
    """Each step on its last day: Kristi himmelsfärdsdag and a Sunday move two of them."""
    adjusted = adjusted_by("2025-05-15", is_working_day)
    announced = announced_by(adjusted, is_working_day)
    last = appeal_ends(announced, is_working_day)

    assert ["2025-05-30", "2025-06-02", "2025-06-23", "2025-06-24"] == [
        day.isoformat() for day in (adjusted, announced, last, next_day(last))
    ]


def test_without_a_holiday_the_same_meeting_is_two_days_ahead() -> None:
    adjusted = adjusted_by("2025-05-15", no_weekend)
    announced = announced_by(adjusted, no_weekend)

    assert ["2025-05-29", "2025-06-02"] == [day.isoformat() for day in (adjusted, announced)]


@pytest.mark.parametrize(
    ("announced", "last"),
    [
        ("2025-06-02", "2025-06-23"),
        ("2025-05-29", "2025-06-19"),  # the day before midsommarafton
        ("2025-05-30", "2025-06-23"),  # 20 June is midsommarafton
        ("2025-05-31", "2025-06-23"),
        ("2025-12-02", "2025-12-23"),
        ("2025-12-03", "2025-12-29"),  # julafton
        ("2025-12-09", "2025-12-30"),
        ("2025-12-10", "2026-01-02"),  # nyårsafton
        ("2025-03-27", "2025-04-17"),  # skärtorsdagen
        ("2025-03-28", "2025-04-22"),  # långfredagen
        ("2024-02-09", "2024-03-01"),  # over a leap day
    ],
)
def test_the_last_day_to_appeal(announced: str, last: str) -> None:
    assert last == appeal_ends(announced, is_working_day).isoformat()


@pytest.mark.parametrize(
    ("meeting", "last"),
    [
        ("2025-05-14", "2025-05-28"),
        ("2025-05-15", "2025-05-30"),
        ("2025-06-05", "2025-06-19"),
        ("2025-06-06", "2025-06-23"),
        ("2025-12-10", "2025-12-29"),
    ],
)
def test_the_last_day_to_adjust_the_minutes(meeting: str, last: str) -> None:
    assert last == adjusted_by(meeting, is_working_day).isoformat()


@pytest.mark.parametrize(
    ("adjusted", "last"),
    [
        ("2025-05-26", "2025-05-28"),
        ("2025-05-27", "2025-05-30"),  # the 29th is Kristi himmelsfärdsdag
        ("2025-05-30", "2025-06-02"),  # the second day after is a Sunday
        ("2025-12-22", "2025-12-29"),  # is julafton
    ],
)
def test_the_last_day_to_announce_that_they_are(adjusted: str, last: str) -> None:
    assert last == announced_by(adjusted, is_working_day).isoformat()


# --- the ends of the calendar ----------------------------------------------------------------


def test_past_the_calendar_no_day_is_asked_about() -> None:
    """2999-12-31 is nyårsafton. What is worked out may lie beyond, as everywhere; nothing fails."""
    assert ["2999-12-30", "3000-01-01", "3000-01-01", "3000-01-21"] == [
        appeal_ends(announced, is_working_day).isoformat()
        for announced in ("2999-12-09", "2999-12-10", "2999-12-11", "2999-12-31")
    ]
    assert "3000-01-01" == roll("2999-12-31", is_working_day).isoformat()
    assert "3000-01-14" == adjusted_by("2999-12-31", is_working_day).isoformat()
    assert "3000-01-02" == announced_by("2999-12-31", is_working_day).isoformat()


@pytest.mark.parametrize("announced", ["2999-12-10", "2999-12-31"])
def test_a_decision_in_the_last_days_of_the_calendar_is_answered_for(announced: str) -> None:
    agreement = iop.Agreement(
        "a",
        iop.Terms(first_day="2999-01-01", open_ended=True),
        [
            iop.Entered("2999-01-02", state="active"),
            iop.RenewalDecided("2999-12-01"),
            iop.Announced(announced, decision=2),
        ],
    )

    (found,) = agreement.on("2999-12-31", is_working_day=is_working_day).final
    assert iop.Answer.NO is found.answer


def test_the_longest_roll_is_what_is_said_of_it() -> None:
    raw = Date(2025, 12, 24)

    assert LONGEST_ROLL == (roll(raw, is_working_day) - raw).days
