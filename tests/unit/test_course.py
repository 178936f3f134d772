"""From when until when an agreement runs: its periods, what extends it, what an entry shows.

Every day below was worked out by hand.
"""

from __future__ import annotations

import pytest

import ioplife as iop
from tests.unit.running import (
    FOREVER,
    entered,
    in_force,
    last_day,
    last_days,
    period,
    rescinded,
    running,
    stated,
    states,
)

YEARLY = iop.AutomaticRenewal("P1Y", "P6M")
"""From 2026-12-31 it goes on unless notice is given by 2026-06-30."""
TWICE = iop.RenewalOption("P1Y", times=2, ask_before="P6M")
READ_TWICE = stated("2026-10-31", "2026-12-31")


def numbers(agreement: iop.Agreement, *days: str) -> list[int]:
    """The number of the period on each of some days; none of them can be told."""
    found = [agreement.on(day) for day in days]
    assert {None} == {one.period for one in found}
    return [one.number for one in found]


def option(agreement: iop.Agreement, day: str) -> object:
    latest = agreement.on(day).option_latest
    return latest if latest is iop.UNKNOWN else str(latest)


# --- the period that holds a day ------------------------------------------------------------


def test_an_agreement_of_one_day_has_a_period_of_that_day() -> None:
    agreement = running(last="2024-01-01")
    assert ("2024-01-01..2024-01-01", 1) == period(agreement, "2024-01-01")
    assert ["active", "terminated"] == states(agreement, "2024-01-01", "2024-01-02")


def test_until_further_notice_it_has_one_period_without_an_end() -> None:
    assert ("2024-01-01..", 1) == period(running(**FOREVER), "2040-01-01")


def test_without_a_last_day_no_period_can_be_told() -> None:
    assert ("None", 1) == period(running(last=iop.UNKNOWN), "2040-01-01")


def test_after_the_end_it_is_the_last_period_that_is_told() -> None:
    agreement = running(iop.Extended("2026-06-30", by="board"), renewal=TWICE)
    assert ("2024-01-01..2026-12-31", 1) == period(agreement, "2026-12-31")
    assert ("2027-01-01..2027-12-31", 2) == period(agreement, "2027-12-31")
    assert ("2027-01-01..2027-12-31", 2) == period(agreement, "2028-01-01")


def test_with_two_last_days_no_period_is_told_and_its_number_is_by_the_latest() -> None:
    agreement = running(iop.Extended("2026-03-02", by="board"), last=READ_TWICE, renewal=TWICE)
    asked = ("2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01", "2028-01-01")
    assert [1, 1, 1, 2, 2] == numbers(agreement, *asked)


def test_with_no_first_day_and_two_last_days_its_number_is_by_the_latest() -> None:
    extended = iop.Extended("2026-03-02", by="board")
    seen = {"on": "2024-06-01", "seen": "2024-06-01"}
    agreement = entered(extended, **seen, first=iop.UNKNOWN, last=READ_TWICE, renewal=TWICE)
    asked = ("2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01")
    assert [1, 1, 1, 2] == numbers(agreement, *asked)


def test_with_no_first_day_its_number_is_by_the_days_on_which_its_periods_end() -> None:
    agreement = entered(
        on="2024-06-01",
        seen="2024-06-01",
        first=iop.UNKNOWN,
        last="2025-02-28",
        renewal=iop.AutomaticRenewal("P1Y", "P1M", times=3),
    )
    assert [1, 1, 1] == numbers(agreement, "2025-01-31", "2025-02-01", "2025-02-28")
    assert [2, 2, 2] == numbers(agreement, "2025-03-01", "2026-02-01", "2026-02-28")
    assert [3, 3, 4] == numbers(agreement, "2026-03-01", "2027-02-28", "2027-03-01")
    assert [4, 4] == numbers(agreement, "2028-02-29", "2028-03-01")


# --- how far it is extended -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "last"),
    [("P973Y", "2999-12-31"), ("P973Y1D", "unknown"), ("P998Y", "unknown")],
)
def test_it_is_extended_to_the_last_day_of_the_calendar_and_no_further(
    length: str, last: str
) -> None:
    extended = iop.Extended("2026-03-02", by="board", length=length)
    agreement = running(extended, renewal=TWICE)
    assert ["2026-12-31", last] == last_day(agreement, "2026-03-01", "2026-03-02")
    assert ["active"] == states(agreement, "2999-12-31")


@pytest.mark.parametrize("clause", [iop.RenewalOption, iop.AutomaticRenewal])
def test_a_day_to_which_it_is_extended_rests_on_the_clause(clause: type) -> None:
    source = iop.Source("avtal", "§ 7")
    before = {"notice_before": "P6M"} if clause is iop.AutomaticRenewal else {}
    renewal = clause("P1Y", source=source, **before)
    agreement = running(iop.Extended("2026-03-02", length="P1Y"), renewal=renewal)
    found = [agreement.on(day).ends for day in ("2026-03-01", "2026-03-02")]
    assert [[("2026-12-31", None)], [("2027-12-31", source)]] == [
        [(str(one.day), one.source) for one in ends] for ends in found
    ]


def test_without_a_clause_that_day_rests_on_no_paper() -> None:
    agreement = running(iop.Extended("2026-03-02", length="P1Y"), renewal=iop.ABSENT)
    (end,) = agreement.on("2026-03-02").ends
    assert ("2027-12-31", None) == (str(end.day), end.source)


def test_an_option_whose_use_is_annulled_may_be_used_again_as_often() -> None:
    agreement = running(
        iop.Extended("2026-03-02", by="board"),
        iop.Extended("2026-03-03", by="board"),
        iop.Annulled("2026-04-01", decision=6),
        iop.Extended("2026-05-04", by="board"),
        renewal=TWICE,
    )
    asked = ("2026-03-02", "2026-03-03", "2026-04-01", "2026-05-04")
    assert ["2027-12-31", "2028-12-31", "2027-12-31", "2028-12-31"] == last_day(agreement, *asked)
    assert ["2027-06-30", "None", "2027-06-30", "None"] == [option(agreement, day) for day in asked]


def test_an_extension_that_is_annulled_leaves_how_often_it_goes_on_by_itself() -> None:
    """It went on in July 2026, and does so once more: not twice, and not never."""
    agreement = running(
        iop.Extended("2026-09-01", by="board", length="P3M"),
        iop.Annulled("2026-10-01", decision=6),
        renewal=iop.AutomaticRenewal("P1Y", "P6M", times=2),
    )
    asked = ("2026-07-01", "2026-09-01", "2026-10-01", "2027-07-01")
    assert ["2027-12-31", "2028-03-31", "2027-12-31", "2028-12-31"] == last_day(agreement, *asked)
    assert ["active", "terminated"] == states(agreement, "2028-12-31", "2029-01-01")


def test_after_a_thousand_months_an_extension_may_still_be_of_a_length_nobody_knows() -> None:
    """It went on by itself each month from 2024, so for 1092 months by the end of 2114."""
    agreement = running(
        iop.Fulfilled("2115-01-10", duty="board"),
        iop.Extended("2115-01-11", length=iop.UNKNOWN),
        iop.Fulfilled("2115-01-12", duty="board"),
        last="2024-01-31",
        renewal=iop.AutomaticRenewal("P1M", "P10D"),
        duties=(iop.Duty("board", "meeting", iop.PerWindow(1, "P1Y")),),
    )
    asked = ("2115-01-11", "2115-01-31", "2115-02-01")
    assert ["yes", "yes", "unknown"] == in_force(agreement, *asked)
    assert 1092 == len(agreement.on("2115-01-12").extensions)


# --- the latest day to use the option, or to give notice ------------------------------------


@pytest.mark.parametrize(
    ("clauses", "latest"),
    [
        ({"renewal": TWICE}, "2026-06-30"),
        ({"renewal": TWICE, "last": iop.UNKNOWN}, iop.UNKNOWN),
        ({"renewal": iop.RenewalOption("P1Y", ask_before=iop.UNKNOWN)}, iop.UNKNOWN),
        ({"renewal": iop.UNKNOWN}, iop.UNKNOWN),
        ({"renewal": iop.UNKNOWN, **FOREVER}, "None"),
        ({"renewal": iop.ABSENT}, "None"),
    ],
)
def test_the_latest_day_for_the_option_is_unknown_where_something_of_it_is_unread(
    clauses: dict[str, object], latest: object
) -> None:
    assert latest == option(running(**clauses), "2024-02-01")


def test_once_an_extension_is_of_a_length_nobody_knows_so_is_the_latest_day_for_the_next() -> None:
    agreement = running(iop.Extended("2026-03-02", length=iop.UNKNOWN), renewal=TWICE)
    assert ["2026-06-30", iop.UNKNOWN] == [
        option(agreement, day) for day in ("2026-03-01", "2026-03-02")
    ]


@pytest.mark.parametrize("renewal", [iop.UNKNOWN, iop.ABSENT])
def test_the_latest_day_for_notice_is_unknown_where_nobody_has_read_the_clause(
    renewal: iop.Unknown | iop.Absent,
) -> None:
    expected = iop.UNKNOWN if renewal is iop.UNKNOWN else None
    assert expected is running(renewal=renewal).on("2024-02-01").notice_latest


def test_with_two_last_days_the_latest_day_for_notice_is_by_the_earliest() -> None:
    agreement = running(last=READ_TWICE, renewal=YEARLY)
    assert "2026-04-30" == str(agreement.on("2024-02-01").notice_latest)


# --- what ends it in time -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("2026-04-30", ["2026-10-31", "2026-12-31"]),
        ("2026-05-01", ["2026-10-31", "2026-12-31", "2027-03-31"]),
    ],
)
def test_with_two_last_days_an_ending_is_in_time_by_the_earliest(on: str, days: list[str]) -> None:
    agreement = running(rescinded(on, "2027-03-31"), last=READ_TWICE, renewal=YEARLY)
    assert days == last_days(agreement, on)
    over = "terminated" if len(days) == 2 else "active"
    assert [over, "terminated"] == states(agreement, "2027-01-01", "2027-04-01")


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("2027-06-30", ["2026-12-31", "2027-12-31"]),
        ("2027-07-01", ["2026-12-31", "2027-12-31", "2028-03-31"]),
    ],
)
def test_where_it_may_have_gone_on_an_ending_is_in_time_before_it_goes_on_again(
    on: str, days: list[str]
) -> None:
    ends = rescinded(on, "2028-03-31")
    agreement = entered(ends, on="2026-01-01", seen="2026-07-01", renewal=YEARLY)
    assert days == last_days(agreement, on)
    over = "terminated" if len(days) == 2 else "active"
    assert [over, "terminated"] == states(agreement, "2028-01-01", "2028-04-01")


def test_so_it_is_where_its_length_gives_each_of_those_days_another() -> None:
    """Three years from 16 January 2024 are over on 15 January 2027, the paper's day before."""
    agreement = entered(
        iop.Started("2024-01-16"),
        rescinded("2027-06-30", "2028-03-31"),
        on="2024-01-01",
        seen="2026-07-01",
        state="signed",
        first=iop.UNKNOWN,
        length="P3Y",
        renewal=YEARLY,
    )
    days = ["2026-12-31", "2027-01-15", "2027-12-31", "2028-01-15"]
    assert days == last_days(agreement, "2027-06-29")
    assert days == last_days(agreement, "2027-06-30")


# --- what an entry in a register shows ------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "days"),
    [
        ("2027-12-31", ["2027-12-31", "2028-12-31"]),
        ("2028-01-01", ["2028-12-31"]),
    ],
)
def test_it_has_gone_on_as_often_as_it_must_to_be_in_force_when_seen(
    seen: str, days: list[str]
) -> None:
    agreement = entered(on="2026-01-01", seen=seen, renewal=YEARLY)
    assert days == last_days(agreement, "2026-01-01")


@pytest.mark.parametrize(
    ("seen", "days", "state"),
    [("2026-12-31", ["2026-12-31"], "terminated"), ("2027-01-01", ["2027-12-31"], "active")],
)
def test_seen_on_the_last_day_that_is_settled_it_does_not_go_on(
    seen: str, days: list[str], state: str
) -> None:
    settled = iop.Resolved("2027-03-01", what="last_day", reading="2026-12-31", by="board")
    agreement = entered(settled, on="2026-01-01", seen=seen, renewal=YEARLY)
    assert days == last_days(agreement, "2026-01-01")
    assert [state] == states(agreement, "2027-01-01")
