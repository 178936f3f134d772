"""The same agreement going on: by an option that is used, or by itself (RULES §2, §5).

Every day below was worked out by hand.
"""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.lifecycle import LIFECYCLE
from ioplife.lifecycle.fold import fold
from tests.unit.running import (
    AGREED,
    FOREVER,
    agreed,
    by_time,
    entered,
    in_force,
    last_day,
    last_days,
    period,
    running,
    set_aside,
    stated,
    states,
)

TWICE = iop.RenewalOption("P1Y", times=2, ask_before="P6M")
UNREAD = iop.RenewalOption(iop.UNKNOWN, times=iop.UNLIMITED)
YEARLY = iop.AutomaticRenewal("P1Y", "P6M")
BY_30_JUNE = running(renewal=YEARLY)
"""To 2026-12-31, and on by a year unless notice is given by 2026-06-30."""


def latest(agreement: iop.Agreement, *days: str) -> list[str]:
    return [str(agreement.on(day).notice_latest) for day in days]


def option(agreement: iop.Agreement, *days: str) -> list[str]:
    return [str(agreement.on(day).option_latest) for day in days]


# --- options -------------------------------------------------------------------------------


def test_an_option_that_is_used_moves_the_last_day_from_that_day_on() -> None:
    once = running(iop.Extended("2026-06-30", by="board"), renewal=TWICE)
    assert ["2026-12-31", "2027-12-31"] == last_day(once, "2026-06-29", "2026-06-30")
    assert ("2024-01-01..2026-12-31", 1) == period(once, "2026-12-31")
    assert ("2027-01-01..2027-12-31", 2) == period(once, "2027-01-01")
    assert ["active", "terminated"] == states(once, "2027-12-31", "2028-01-01")
    assert iop.Reason.EXPIRED is once.on("2028-01-01").reason


def test_an_option_may_be_used_as_many_times_as_it_says() -> None:
    both = running(
        iop.Extended("2026-06-30", by="board"),
        iop.Extended("2027-06-30", by="board"),
        renewal=TWICE,
    )
    asked = ("2026-06-29", "2026-06-30", "2027-06-29", "2027-06-30")
    assert ["2026-06-30", "2027-06-30", "2027-06-30", "None"] == option(both, *asked)
    assert ["2026-12-31", "2027-12-31", "2027-12-31", "2028-12-31"] == last_day(both, *asked)
    assert ("2027-01-01..2027-12-31", 2) == period(both, "2027-12-31")
    assert ("2028-01-01..2028-12-31", 3) == period(both, "2028-01-01")


def test_an_option_without_limit_is_always_left() -> None:
    used = [iop.Extended(f"{year}-12-31", by="board") for year in range(2026, 2031)]
    agreement = running(*used, renewal=iop.RenewalOption("P1Y", times=iop.UNLIMITED))
    assert ["2031-12-31"] == last_day(agreement, "2030-12-31")
    assert ["2031-12-31"] == option(agreement, "2030-12-31")
    assert ("2031-01-01..2031-12-31", 6) == period(agreement, "2031-12-31")


def test_the_option_is_asked_for_no_later_than_its_length_still_fits() -> None:
    by_september = running(last="2026-09-30", renewal=TWICE)
    assert ["2026-03-31"] == option(by_september, "2024-01-01")  # and not the 30th
    no_limit = running(last="2026-09-30", renewal=iop.RenewalOption("P1Y"))
    assert ["2026-09-30"] == option(no_limit, "2024-01-01")


def test_an_option_is_used_on_the_last_day_and_not_the_day_after() -> None:
    clause = iop.RenewalOption("P1Y")
    on_it = running(iop.Extended("2026-12-31", by="board"), renewal=clause)
    after = running(iop.Extended("2027-01-01", by="board"), renewal=clause)
    assert (["active"], []) == (states(on_it, "2027-12-31"), set_aside(on_it, "2027-12-31"))
    assert ["terminated"] == states(after, "2027-01-01")
    assert [(6, "wrong-state")] == set_aside(after, "2027-01-01")


def test_an_extension_whose_length_nobody_gives_has_no_effect() -> None:
    silent = running(iop.Extended("2026-05-04", by="board"), renewal=UNREAD)
    given = running(iop.Extended("2026-05-04", by="board", length="P18M"), renewal=UNREAD)
    assert ["2026-12-31"] == last_day(silent, "2026-05-04")
    assert [(6, "no-effect-without-clause")] == set_aside(silent, "2026-05-04")
    assert [] == set_aside(silent, "2026-05-03")
    assert (["2028-06-30"], []) == (last_day(given, "2026-05-04"), set_aside(given, "2026-05-04"))


def test_an_extension_may_be_of_another_length_than_the_clause() -> None:
    shorter = running(iop.Extended("2026-05-04", by="board", length="P3M"), renewal=TWICE)
    assert ["2027-03-31"] == last_day(shorter, "2026-05-04")


def test_an_extension_moves_every_reading_of_the_last_day() -> None:
    last = stated("2026-06-30", "2026-12-31")
    agreement = running(iop.Extended("2026-06-30", by="board"), last=last, renewal=TWICE)
    assert ["2026-06-30", "2026-12-31"] == last_days(agreement, "2026-06-29")
    assert ["2027-06-30", "2027-12-31"] == last_days(agreement, "2026-06-30")
    # the option is asked for by the earliest of them
    assert ["2025-12-31", "2026-12-31"] == option(agreement, "2026-06-29", "2026-06-30")
    asked = ("2027-06-30", "2027-07-01", "2027-12-31", "2028-01-01")
    assert ["yes", "unknown", "unknown", "no"] == in_force(agreement, *asked)


def test_each_reading_is_extended_from_its_own_end() -> None:
    """The length says three years, the paper a day more, which are no whole months."""
    agreement = running(
        iop.Extended("2026-06-30", by="board"), last="2027-01-01", length="P3Y", renewal=TWICE
    )
    assert ["2026-12-31", "2027-01-01"] == last_days(agreement, "2026-06-29")
    assert ["2027-12-31", "2028-01-01"] == last_days(agreement, "2026-06-30")


# --- periods -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "length", "ends"),
    [
        # a leap day's anniversary is the 28th; counted from the leap day, four years on, the 29th
        (
            "2024-02-29",
            "2025-02-27",
            "P1Y",
            ["2026-02-27", "2027-02-27", "2028-02-28", "2029-02-27"],
        ),
        # the other reading of a year from a leap day: no whole months, so from the day after
        (
            "2024-02-29",
            "2025-02-28",
            "P1Y",
            ["2026-02-28", "2027-02-28", "2028-02-29", "2029-02-28"],
        ),
        # 2100 is no leap year
        (
            "2096-02-29",
            "2097-02-27",
            "P1Y",
            ["2098-02-27", "2099-02-27", "2100-02-27", "2101-02-27"],
        ),
        (
            "2024-01-31",
            "2024-02-28",
            "P1M",
            ["2024-03-30", "2024-04-29", "2024-05-30", "2024-06-29"],
        ),
        (
            "2023-08-30",
            "2024-02-28",
            "P6M",
            ["2024-08-29", "2025-02-27", "2025-08-29", "2026-02-27"],
        ),
        (
            "2023-08-31",
            "2024-02-28",
            "P6M",
            ["2024-08-30", "2025-02-27", "2025-08-30", "2026-02-27"],
        ),
        # days are counted after all the months: 90, 180, 270, 360 days after a year
        (
            "2024-01-01",
            "2024-12-31",
            "P90D",
            ["2025-03-31", "2025-06-29", "2025-09-27", "2025-12-26"],
        ),
        (
            "2024-01-15",
            "2024-02-20",
            "P1M",
            ["2024-03-20", "2024-04-20", "2024-05-20", "2024-06-20"],
        ),
        (
            "2024-01-15",
            "2024-01-30",
            "P1M",
            ["2024-02-28", "2024-03-30", "2024-04-29", "2024-05-30"],
        ),
    ],
)
def test_periods_are_counted_from_the_first_day_and_tile(
    first: str, last: str, length: str, ends: list[str]
) -> None:
    agreement = running(first=first, last=last, renewal=iop.AutomaticRenewal(length, "P1D"))
    found, day = [], iop.Period(first).first
    for number in range(1, 6):
        holds = agreement.on(day)
        assert holds.period is not None
        assert holds.period.last is not None
        assert (number, day) == (holds.number, holds.period.first)
        found.append(str(holds.period.last))
        day = holds.period.last.add(days=1)
    assert [last, *ends] == found


def test_the_stated_length_is_what_periods_are_counted_by() -> None:
    """P30D from the 31st ends as a month from it does, and is no month."""
    agreement = running(
        iop.Extended("2024-02-01", by="board", length="P30D"),
        iop.Extended("2024-02-02", by="board", length="P1M"),
        first="2024-01-31",
        last=iop.ABSENT,
        length="P29D",
        renewal=UNREAD,
    )
    # 29 days; 59 days; a month, 02-29, and 59 days
    assert ["2024-02-28", "2024-03-29", "2024-04-27"] == last_day(
        agreement, "2024-01-31", "2024-02-01", "2024-02-02"
    )


def test_extensions_of_months_and_of_days_count_together_from_the_first_day() -> None:
    agreement = running(
        iop.Extended("2024-02-01", by="board", length="P30D"),
        iop.Extended("2024-02-02", by="board", length="P1M"),
        first="2024-01-31",
        last="2024-02-28",
        renewal=UNREAD,
    )
    # a month, 02-29, and 30 days; two months, 03-31, and 30 days
    assert ["2024-03-29", "2024-04-29"] == last_day(agreement, "2024-02-01", "2024-02-02")


# --- by itself -----------------------------------------------------------------------------


def test_it_goes_on_by_itself_the_day_after_the_latest_day_for_notice() -> None:
    asked = ("2026-06-30", "2026-07-01", "2027-06-30", "2027-07-01")
    assert ["2026-12-31", "2027-12-31", "2027-12-31", "2028-12-31"] == last_day(BY_30_JUNE, *asked)
    assert ["2026-06-30", "2027-06-30", "2027-06-30", "2028-06-30"] == latest(BY_30_JUNE, *asked)
    assert [("2026-07-01", "~extends"), ("2027-07-01", "~extends")] == by_time(
        BY_30_JUNE, "2027-12-31"
    )[1:]


def test_the_period_that_runs_changes_on_its_own_day() -> None:
    assert ("2024-01-01..2026-12-31", 1) == period(BY_30_JUNE, "2026-12-31")
    assert ("2027-01-01..2027-12-31", 2) == period(BY_30_JUNE, "2027-01-01")
    assert ("2027-01-01..2027-12-31", 2) == period(BY_30_JUNE, "2027-12-31")
    assert ("2028-01-01..2028-12-31", 3) == period(BY_30_JUNE, "2028-01-01")
    (extension,) = BY_30_JUNE.on("2026-07-01").extensions
    assert (None, "2026-07-01", "P1Y", "2027-12-31") == (
        extension.number,
        str(extension.on),
        str(extension.length),
        str(extension.last_day),
    )


def test_the_next_change_is_the_next_extension() -> None:
    found = [BY_30_JUNE.next_change(day) for day in ("2026-06-30", "2026-07-01")]
    assert ["2026-07-01", "2027-07-01"] == [str(one.on) for one in found if one]


@pytest.mark.parametrize(
    ("last", "before", "day"),
    [
        ("2026-12-31", "P6M", "2026-06-30"),
        ("2026-12-31", "P3M", "2026-09-30"),
        ("2026-12-31", "P9M", "2026-03-31"),
        ("2026-09-30", "P6M", "2026-03-31"),
        ("2026-02-28", "P3M", "2025-11-30"),
        ("2028-02-29", "P3M", "2027-11-30"),
        ("2026-08-30", "P6M", "2026-02-28"),
        ("2026-08-31", "P6M", "2026-02-28"),
        ("2028-08-29", "P6M", "2028-02-29"),
        ("2028-02-29", "P1Y", "2027-02-28"),
        ("2026-12-31", "P30D", "2026-12-01"),
        ("2026-12-31", "P1M15D", "2026-11-16"),
        ("2026-03-01", "P2W", "2026-02-15"),
    ],
)
def test_the_latest_day_for_notice_is_the_last_from_which_its_length_fits(
    last: str, before: str, day: str
) -> None:
    agreement = running(last=last, renewal=iop.AutomaticRenewal("P1Y", before))
    after = iop.Period(day).first.add(days=1)
    assert day == str(agreement.on(day).notice_latest)
    assert (0, 1) == (len(agreement.on(day).extensions), len(agreement.on(after).extensions))


def test_it_goes_on_as_many_times_as_it_may() -> None:
    agreement = running(renewal=iop.AutomaticRenewal("P1Y", "P6M", times=2))
    assert ["2027-06-30", "None"] == latest(agreement, "2027-06-30", "2027-07-01")
    assert ["2028-12-31", "2028-12-31"] == last_day(agreement, "2027-07-01", "2028-12-31")
    assert ["active", "terminated"] == states(agreement, "2028-12-31", "2029-01-01")
    assert iop.Reason.EXPIRED is agreement.on("2029-01-01").reason


def test_each_extension_happens_on_its_own_day_whichever_period_runs() -> None:
    """Notice a year and a half ahead: two periods are bound before the first is over."""
    agreement = running(renewal=iop.AutomaticRenewal("P1Y", "P18M"))
    asked = ("2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01")
    assert ["2026-12-31", "2027-12-31", "2027-12-31", "2028-12-31"] == last_day(agreement, *asked)
    assert ("2024-01-01..2026-12-31", 1) == period(agreement, "2026-12-31")
    assert ("2027-01-01..2027-12-31", 2) == period(agreement, "2027-01-01")


def test_it_may_go_on_before_it_has_begun() -> None:
    agreement = running(last="2024-03-31", renewal=iop.AutomaticRenewal("P3M", "P6M", times=1))
    assert ["2024-03-31", "2024-06-30"] == last_day(agreement, "2023-09-30", "2023-10-01")
    assert ["signed", "signed", "active"] == states(
        agreement, "2023-10-01", "2023-12-31", "2024-01-01"
    )


@pytest.mark.parametrize(
    ("before", "last"), [("P6M", "2024-12-31"), ("P183D", "2024-12-31"), ("P182D", "2023-12-31")]
)
def test_signed_after_the_latest_day_it_goes_on_the_day_it_is_signed(
    before: str, last: str
) -> None:
    """By 2023-06-30, 07-01 or 07-02, and the last signature is of 07-02."""
    renewal = iop.AutomaticRenewal("P1Y", before)
    agreement = running(first="2023-01-01", last="2023-12-31", renewal=renewal)
    assert ["approved", "active"] == states(agreement, "2023-07-01", "2023-07-02")
    assert [last] == last_day(agreement, "2023-07-02")


def test_it_goes_on_to_the_end_of_the_calendar() -> None:
    """Soon, and with no call upon a call for each of the three thousand months before."""
    monthly = running(
        first="2024-01-31", last="2024-02-28", renewal=iop.AutomaticRenewal("P1M", "P10D")
    )
    far = monthly.on("2299-12-31")
    assert ("2299-12-31..2300-01-30", 3312) == (str(far.period), far.number)
    assert pickle.loads(pickle.dumps(monthly)) == monthly  # noqa: S301 - our own
    assert copy.deepcopy(monthly) == monthly
    assert pickle.loads(pickle.dumps(far)) == far  # noqa: S301 - our own
    yearly = running(renewal=YEARLY)
    assert ("active", "active") == (yearly.on("2999-12-31").state, yearly.on("2998-12-31").state)
    assert 973 == len(yearly.on("2999-06-30").extensions)


def test_a_slip_of_the_pen_costs_nothing_on_the_days_before_it() -> None:
    """What was recorded of 2924 is not read to answer of 2026."""
    duties = (
        iop.Duty("follow-up", "follow_up", iop.PerWindow(1, "P1Y")),
        iop.Duty("board", "meeting", iop.PerWindow(4, "P1Y")),
    )
    slip = iop.Fulfilled("2924-05-02", duty="board")
    agreement = running(slip, renewal=YEARLY, duties=duties)
    life = fold(agreement.terms, agreement.events, LIFECYCLE)
    assert (Date(2026, 12, 31),) == life.at(Date(2026, 6, 30)).last_days
    change = life.after(Date(2026, 6, 30))
    assert change is not None
    assert ("2026-07-01", "~extends") == (str(change.on), change.tag)
    assert Date(2026, 7, 1) >= life.run.days[-1]


def test_with_two_readings_of_the_last_day_nothing_goes_on_by_itself() -> None:
    agreement = running(last=stated("2026-06-30", "2026-12-31"), renewal=YEARLY)
    assert [("2024-01-01", "~starts")] == by_time(agreement, "2030-12-31")


@pytest.mark.parametrize("clause", [(iop.UNKNOWN, "P6M"), ("P1Y", iop.UNKNOWN)])
def test_a_clause_that_is_half_read_ends_nothing(clause: tuple[Any, Any]) -> None:
    agreement = running(renewal=iop.AutomaticRenewal(*clause))
    assert ["yes", "unknown", "unknown"] == in_force(
        agreement, "2026-12-31", "2027-01-01", "2050-01-01"
    )


def test_an_open_ended_agreement_has_nothing_to_go_on_from() -> None:
    agreement = running(renewal=YEARLY, **FOREVER)
    assert [("2024-01-01", "~starts")] == by_time(agreement, "2030-12-31")
    assert ["None"] == last_day(agreement, "2030-12-31")


# --- what keeps it from going on by itself --------------------------------------------------


def against(on: str) -> iop.NoticeGiven:
    return iop.NoticeGiven(on, by="mission", written=True, under="renewal")


def test_notice_on_the_latest_day_is_in_time_and_the_day_after_meets_the_extension() -> None:
    in_time = running(against("2026-06-30"), renewal=YEARLY)
    too_late = running(against("2026-07-01"), renewal=YEARLY)
    assert ["2026-12-31"] == last_day(in_time, "2026-07-01")
    assert ["2027-12-31"] == last_day(too_late, "2026-07-01")
    assert ["active", "terminated"] == states(in_time, "2026-12-31", "2027-01-01")
    assert ["active", "terminated"] == states(too_late, "2027-12-31", "2028-01-01")
    assert iop.Reason.NOTICE is too_late.on("2028-01-01").reason


@pytest.mark.parametrize(
    ("on", "extended"), [("2026-06-30", 0), ("2026-07-01", 1), ("2027-07-01", 2)]
)
def test_an_ending_that_stands_keeps_it_from_going_on(on: str, extended: int) -> None:
    ends = iop.Rescinded(on, by="town", last_day="2027-08-31", agreed_by=AGREED)
    if not extended:
        ends = iop.Rescinded(on, by="town", last_day="2026-08-31", agreed_by=AGREED)
    agreement = running(ends, renewal=YEARLY)
    assert extended == len(agreement.on("2030-01-01").extensions)
    assert str(ends.last_day) == str(agreement.on("2030-01-01").last_day)


def test_a_successor_keeps_it_from_going_on() -> None:
    def followed(on: str, first: str) -> iop.Agreement:
        return running(iop.Renewed(on, successor="a-2", period=iop.Period(first)), renewal=YEARLY)

    in_time, too_late = followed("2026-06-30", "2027-01-01"), followed("2026-07-01", "2028-01-01")
    assert ["2026-12-31"] == last_day(in_time, "2026-07-01")
    assert ["active", "renewed"] == states(in_time, "2026-12-31", "2027-01-01")
    assert ["2027-12-31"] == last_day(too_late, "2026-07-01")
    assert ["active", "renewed"] == states(too_late, "2027-12-31", "2028-01-01")


def test_a_decision_to_end_does_not_keep_it_from_going_on() -> None:
    decided = iop.EndingDecided("2026-06-01", by="board", last_day="2026-12-31")
    agreement = running(decided, renewal=YEARLY)
    assert ["2026-12-31", "2027-12-31"] == last_day(agreement, "2026-06-30", "2026-07-01")
    assert ["active"] == states(agreement, "2027-01-01")
    assert ["2026-06-30"] == latest(agreement, "2026-06-30")


def test_an_ending_lifted_after_the_latest_day_lets_it_go_on_that_day() -> None:
    def lifted(on: str) -> iop.Agreement:
        gave, lift = against("2026-03-02"), iop.EndingLifted(on, ending=6, agreed_by=AGREED)
        return running(gave, lift, renewal=YEARLY)

    late, in_time = lifted("2026-09-01"), lifted("2026-06-30")
    assert ["2026-12-31", "2027-12-31"] == last_day(late, "2026-08-31", "2026-09-01")
    assert ("2026-09-01", "~extends") == by_time(late, "2026-09-01")[-1]
    assert ["2026-12-31", "2027-12-31"] == last_day(in_time, "2026-06-30", "2026-07-01")
    assert ["None", "2026-06-30"] == latest(in_time, "2026-06-29", "2026-06-30")


# --- taken into a register after the latest day ---------------------------------------------


@pytest.mark.parametrize(
    ("seen", "days"),
    [
        ("2026-06-30", ["2026-12-31"]),
        ("2026-07-01", ["2026-12-31", "2027-12-31"]),
        ("2026-12-31", ["2026-12-31", "2027-12-31"]),
        ("2027-01-01", ["2027-12-31"]),  # in force then, so it has gone on
        ("2028-06-30", ["2028-12-31"]),
        ("2028-07-01", ["2028-12-31", "2029-12-31"]),
    ],
)
def test_seen_after_the_latest_day_nobody_knows_whether_notice_was_given(
    seen: str, days: list[str]
) -> None:
    agreement = entered(on="2026-01-01", seen=seen, renewal=YEARLY)
    assert days == last_days(agreement, "2026-01-01")


def test_it_may_be_over_and_may_go_on_until_somebody_settles_it() -> None:
    agreement = entered(on="2026-01-01", seen="2026-07-01", renewal=YEARLY)
    asked = ("2026-12-31", "2027-01-01", "2027-12-31", "2028-01-01")
    assert ["yes", "unknown", "unknown", "unknown"] == in_force(agreement, *asked)
    assert ["active"] * 4 == states(agreement, *asked)
    assert [] == [tag for _day, tag in by_time(agreement, "2030-01-01") if tag == "~extends"]


def test_it_is_settled_that_notice_was_given() -> None:
    settled = iop.Resolved("2026-08-03", what="last_day", reading="2026-12-31", by="board")
    agreement = entered(settled, on="2026-01-01", seen="2026-07-01", renewal=YEARLY)
    assert ["2026-12-31"] == last_days(agreement, "2026-01-01")
    assert ["active", "terminated"] == states(agreement, "2026-12-31", "2027-01-01")


def test_it_is_settled_that_it_went_on() -> None:
    settled = iop.Resolved("2026-08-03", what="last_day", reading="2027-12-31", by="board")
    agreement = entered(settled, on="2026-01-01", seen="2026-07-01", renewal=YEARLY)
    assert ["2027-12-31", "2028-12-31"] == last_day(agreement, "2027-06-30", "2027-07-01")
    assert ["yes", "yes"] == in_force(agreement, "2027-01-01", "2028-12-31")


def test_where_the_first_day_is_unread_extensions_count_from_the_day_after_the_last() -> None:
    """From 1 March, where from a leap day it would be the day before."""
    agreement = entered(
        on="2024-06-01",
        seen="2024-06-01",
        first=iop.UNKNOWN,
        last="2025-02-28",
        renewal=iop.AutomaticRenewal("P1Y", "P1M"),
    )
    asked = ("2025-01-31", "2025-02-01", "2027-02-01", "2028-02-01")
    found = last_day(agreement, *asked)
    assert ["2025-02-28", "2026-02-28", "2028-02-29", "2029-02-28"] == found


def test_terms_on_a_day_are_as_agreed_however_often_it_has_gone_on() -> None:
    assert agreed(renewal=YEARLY) == BY_30_JUNE.terms_on("2040-01-01")


def test_a_period_longer_than_any_length_is_extended_from_its_end() -> None:
    """From 1900 to 2999 there are more months than a length may have; the fold never raises."""
    terms = iop.Terms(
        first_day="1900-01-01", last_day="2999-06-30", renewal=iop.RenewalOption("P1D")
    )
    agreement = iop.Agreement("a", terms).record(
        iop.Entered("1900-01-01", state="active"), iop.Extended("1900-03-01")
    )
    assert "2999-07-01" == str(agreement.on("1900-03-02").last_day)
