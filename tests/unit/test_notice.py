"""Notice: from when it counts, and until when the agreement then runs (RULES §1, §2, §5)."""

from __future__ import annotations

from typing import Any

import pytest

import ioplife as iop
from tests.unit.running import (
    AGREED,
    FOREVER,
    in_force,
    last_day,
    running,
    set_aside,
    states,
)

YEARLY = iop.AutomaticRenewal("P1Y", "P6M")


def given(
    on: str,
    under: str | None | iop.Unknown = None,
    **said: Any,  # noqa: ANN401 - any field of the event
) -> iop.NoticeGiven:
    fields: dict[str, Any] = {"by": "mission", "written": True, "under": under}
    return iop.NoticeGiven(on, **(fields | said))


def forever(clause: iop.Notice, *events: iop.Event) -> iop.Agreement:
    return running(*events, notice=clause, **FOREVER)


# --- how long ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "length", "last"),
    [
        ("2024-09-16", "P1M", "2024-10-16"),
        ("2025-02-28", "P2M", "2025-04-28"),  # and not the last of April
        ("2025-03-01", "P2M", "2025-05-01"),
        ("2025-08-29", "P6M", "2026-02-28"),
        ("2025-08-30", "P6M", "2026-02-28"),
        ("2025-08-31", "P6M", "2026-02-28"),
        ("2027-08-31", "P6M", "2028-02-29"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-02-29", "P1Y", "2025-02-28"),
        ("2024-03-31", "P1M", "2024-04-30"),
        ("2024-12-31", "P2M", "2025-02-28"),
        ("2024-03-01", "P30D", "2024-03-31"),
        ("2024-02-01", "P30D", "2024-03-02"),
        ("2024-01-31", "P1M1D", "2024-03-01"),  # the month first, 02-29, and then the day
    ],
)
def test_it_runs_so_long_after_the_day_of_notice(on: str, length: str, last: str) -> None:
    agreement = forever(iop.Notice(length), given(on))
    over = iop.Period(last).first.add(days=1)
    assert last == str(agreement.on(on).last_day)
    assert agreement.on(iop.Period(on).first.subtract(days=1)).last_day is None
    assert (iop.State.ACTIVE, iop.Answer.YES) == (
        agreement.on(last).state,
        agreement.on(last).in_force,
    )
    assert (iop.State.TERMINATED, iop.Reason.NOTICE) == (
        agreement.on(over).state,
        agreement.on(over).reason,
    )


@pytest.mark.parametrize(
    ("on", "length", "last"),
    [
        ("2024-01-01", "P1M", "2024-02-29"),
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2024-02-01", "P1M", "2024-03-31"),
        ("2024-11-30", "P3M", "2025-02-28"),
        ("2024-12-01", "P3M", "2025-03-31"),
        ("2024-04-30", "P1M", "2024-05-31"),
        ("2024-05-01", "P30D", "2024-05-31"),
        ("2024-05-02", "P30D", "2024-06-30"),
    ],
)
def test_or_to_the_end_of_that_month(on: str, length: str, last: str) -> None:
    agreement = forever(iop.Notice(length, ends="month_end"), given(on))
    assert [last] == last_day(agreement, on)


@pytest.mark.parametrize("counts_from", ["receipt", "sending", iop.UNKNOWN])
def test_the_day_of_the_event_counts_whatever_was_sent_and_received(
    counts_from: str | iop.Unknown,
) -> None:
    clause = iop.Notice("P3M", counts_from=counts_from)
    for other in ("2024-04-30", "2024-05-01", "2024-05-02", None, iop.UNKNOWN):
        agreement = forever(clause, given("2024-05-01", sent=other, received=other))
        assert ["2024-08-01"] == last_day(agreement, "2024-05-01")


def test_nor_does_it_matter_to_the_days_whether_it_was_written() -> None:
    for written in (True, False, iop.UNKNOWN):
        agreement = forever(iop.Notice("P3M", written=True), given("2024-05-01", written=written))
        assert ["2024-08-01"] == last_day(agreement, "2024-05-01")


# --- beside the period ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "last", "reason"),
    [
        ("2026-06-29", "2026-12-29", "notice"),
        ("2026-06-30", "2026-12-30", "notice"),
        ("2026-07-01", "2026-12-31", "expired"),  # 2027-01-01 by the clause
        ("2026-12-31", "2026-12-31", "expired"),
    ],
)
def test_it_ends_no_later_than_the_period(on: str, last: str, reason: str) -> None:
    agreement = running(given(on), notice=iop.Notice("P6M"))
    assert [last] == last_day(agreement, on)
    assert reason == agreement.on("2027-01-01").reason


def test_on_the_very_last_day_of_the_period_it_is_notice_that_ends_it() -> None:
    agreement = running(given("2026-06-30"), notice=iop.Notice("P6M", ends="month_end"))
    assert ["2026-12-31"] == last_day(agreement, "2026-06-30")
    assert iop.Reason.NOTICE is agreement.on("2027-01-01").reason


def test_later_notice_never_prolongs() -> None:
    first, later = given("2024-05-01"), given("2024-07-01", by="town")
    for events in ((first, later), (later, first)):
        agreement = forever(iop.Notice("P6M"), *events)
        assert ["2024-11-01", "2024-11-01"] == last_day(agreement, "2024-06-30", "2024-07-01")
        assert ["active", "terminated"] == states(agreement, "2024-11-01", "2024-11-02")


def test_nor_does_later_notice_by_a_clause_that_has_become_longer() -> None:
    longer = iop.Amended(
        "2024-06-03",
        terms=forever(iop.Notice("P1Y")).terms,
        applies_from="2024-06-03",
        agreed_by=AGREED,
    )
    agreement = forever(iop.Notice("P6M"), given("2024-05-01"), longer, given("2024-07-01"))
    assert ["2024-11-01"] == last_day(agreement, "2024-07-01")


def test_notice_that_is_lifted_is_as_if_never_given() -> None:
    def lifted(on: str) -> iop.Agreement:
        return forever(iop.Notice("P6M"), given("2024-05-01"), iop.EndingLifted(on, ending=6))

    in_time, too_late = lifted("2024-11-01"), lifted("2024-11-02")
    assert ["2024-11-01", "None"] == last_day(in_time, "2024-10-31", "2024-11-01")
    assert ["active"] == states(in_time, "2024-11-02")
    assert ["terminated"] == states(too_late, "2024-11-02")
    assert [(7, "wrong-state")] == set_aside(too_late, "2024-11-02")


def test_of_two_that_stand_the_other_is_left() -> None:
    agreement = forever(
        iop.Notice("P6M"),
        given("2024-05-01"),
        given("2024-07-01"),
        iop.EndingLifted("2024-09-02", ending=6),
    )
    assert ["2024-11-01", "2025-01-01"] == last_day(agreement, "2024-09-01", "2024-09-02")


def test_which_one_may_be_left_out_where_there_is_one() -> None:
    one = forever(iop.Notice("P6M"), given("2024-05-01"), iop.EndingLifted("2024-09-02"))
    two = forever(
        iop.Notice("P6M"),
        given("2024-05-01"),
        given("2024-07-01"),
        iop.EndingLifted("2024-09-02"),
    )
    assert (["None"], ["2024-11-01"]) == (last_day(one, "2024-09-02"), last_day(two, "2024-09-02"))


# --- before it has begun -------------------------------------------------------------------


def test_notice_that_runs_out_before_the_first_day_ends_it_at_once() -> None:
    early = running(given("2023-09-30"), notice=iop.Notice("P3M"))  # to 2023-12-30
    assert ["signed", "terminated"] == states(early, "2023-09-29", "2023-09-30")
    a_day = running(given("2023-10-01"), notice=iop.Notice("P3M"))  # to the first day
    assert ["signed", "active", "terminated"] == states(
        a_day, "2023-12-31", "2024-01-01", "2024-01-02"
    )


# --- which clause --------------------------------------------------------------------------

BOTH: dict[str, Any] = {"renewal": YEARLY, "notice": iop.Notice("P3M")}


def test_against_its_going_on_it_ends_with_the_period() -> None:
    for under in ("renewal", None):
        agreement = running(given("2026-02-02", under), renewal=YEARLY)
        assert ["2026-12-31"] == last_day(agreement, "2026-02-02")
        assert iop.Reason.NOTICE is agreement.on("2027-01-01").reason


def test_where_it_has_both_the_clause_it_is_given_under_counts() -> None:
    against, at_any_time = (
        running(given("2026-02-02", under), **BOTH) for under in ("renewal", "notice")
    )
    assert ["2026-12-31"] == last_day(against, "2026-02-02")
    assert ["2026-05-02"] == last_day(at_any_time, "2026-02-02")


@pytest.mark.parametrize("under", [None, iop.UNKNOWN])
def test_where_nobody_says_which_nobody_can_tell_the_day(under: iop.Unknown | None) -> None:
    agreement = running(given("2026-02-02", under), **BOTH)
    assert ["yes", "unknown"] == in_force(agreement, "2026-02-02", "2026-02-03")
    assert (6,) == agreement.on("2026-02-02").doubts
    assert () == agreement.on("2026-02-02").endings
    assert [] == set_aside(agreement, "2026-02-02")
    assert ["active", "terminated"] == states(agreement, "2026-12-31", "2027-01-01")


def test_under_a_clause_that_it_does_not_have_it_has_no_effect() -> None:
    against_nothing = running(given("2026-02-02", "renewal"), notice=iop.Notice("P3M"))
    at_no_time = running(given("2026-02-02", "notice"), renewal=YEARLY)
    for agreement, after in ((against_nothing, "terminated"), (at_no_time, "active")):
        assert ["2026-12-31"] == last_day(agreement, "2026-02-02")
        assert [(6, "no-effect-without-clause")] == set_aside(agreement, "2026-02-02")
        assert ["yes", "yes"] == in_force(agreement, "2026-02-03", "2026-12-31")
        assert [after] == states(agreement, "2027-01-01")


def test_without_a_clause_it_has_no_effect_and_raises_no_doubt() -> None:
    agreement = running(given("2026-02-02"))
    assert [(6, "no-effect-without-clause")] == set_aside(agreement, "2026-02-02")
    assert ["yes", "yes"] == in_force(agreement, "2026-02-02", "2026-02-03")
    assert iop.Reason.EXPIRED is agreement.on("2027-01-01").reason


@pytest.mark.parametrize("clause", [iop.UNKNOWN, iop.Notice(iop.UNKNOWN)])
def test_by_a_clause_that_nobody_has_read_it_may_be_over_the_day_after(
    clause: iop.Notice | iop.Unknown,
) -> None:
    agreement = running(given("2026-02-02"), notice=clause)
    assert [(6, "no-effect-without-clause")] == set_aside(agreement, "2026-02-02")
    assert ["yes", "unknown", "unknown", "no"] == in_force(
        agreement, "2026-02-02", "2026-02-03", "2026-12-31", "2027-01-01"
    )
    assert ["2026-12-31"] == last_day(agreement, "2026-02-03")


def test_nor_does_it_keep_it_from_going_on() -> None:
    """What has no effect never turns a yes into a no (RULES §10)."""
    agreement = running(given("2026-02-02", "notice"), renewal=YEARLY, notice=iop.UNKNOWN)
    assert ["2027-12-31"] == last_day(agreement, "2026-07-01")
    assert ["active"] == states(agreement, "2027-01-01")


def test_after_the_end_it_is_nothing_but_a_fact() -> None:
    on_it = running(given("2026-12-31"), notice=iop.Notice("P3M"))
    after = running(given("2027-01-01"), notice=iop.Notice("P3M"))
    assert ([], [(6, "wrong-state")]) == (
        set_aside(on_it, "2027-01-01"),
        set_aside(after, "2027-01-01"),
    )
    assert [6] == [one.number for one in on_it.on("2027-01-01").endings]
    assert () == after.on("2027-01-01").endings


# --- the notice that a decision to end asks for ----------------------------------------------


@pytest.mark.parametrize(
    ("clause", "ends", "latest"),
    [
        (iop.Notice("P6M"), "2026-12-31", "2026-06-30"),
        (iop.Notice("P6M"), "2026-09-30", "2026-03-31"),
        (iop.Notice("P3M"), "2026-02-28", "2025-11-30"),
        (iop.Notice("P3M", ends="month_end"), "2026-12-31", "2026-09-30"),
        (iop.Notice("P3M", ends="month_end"), "2026-12-30", "2026-08-31"),  # November at the latest
    ],
)
def test_where_it_is_decided_to_end_notice_is_given_in_time_for_that_day(
    clause: iop.Notice, ends: str, latest: str
) -> None:
    decided = iop.EndingDecided("2025-05-05", by="board", last_day=ends)
    agreement = forever(clause, decided)
    assert latest == str(agreement.on("2025-05-05").notice_latest)
    assert agreement.on("2025-05-04").notice_latest is None
    # and the last to be in time is: the day after would end it later
    gave = forever(clause, given(latest)).on(latest).last_day
    too_late = iop.Period(latest).first.add(days=1)
    later = forever(clause, given(str(too_late))).on(too_late).last_day
    assert isinstance(gave, type(too_late))
    assert isinstance(later, type(too_late))
    assert str(gave) <= ends < str(later)
    assert "active" == agreement.on(iop.Period(ends).first.add(days=1)).state
