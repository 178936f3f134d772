"""What is lifted, what stands again, and which of several clauses or days an end is told by."""

from __future__ import annotations

from typing import Any

import pytest

import ioplife as iop
from tests.unit.running import (
    amended,
    in_force,
    last_day,
    last_days,
    rescinded,
    running,
    set_aside,
    stated,
    states,
)

UNREAD: dict[str, Any] = {"renewal": iop.UNKNOWN, "notice": iop.UNKNOWN}
YEARLY = iop.AutomaticRenewal("P1Y", "P6M")


def given(on: str, under: str | None | iop.Unknown = iop.UNKNOWN) -> iop.NoticeGiven:
    return iop.NoticeGiven(on, by="mission", written=True, under=under)


# --- what an amendment lifts ---------------------------------------------------------------


def test_each_annulled_amendment_gives_back_the_ending_that_it_lifted() -> None:
    agreement = running(
        rescinded("2024-02-01", "2025-06-30"),
        rescinded("2024-03-01", "2025-03-31"),
        amended("2024-05-02", lifts=6),
        amended("2024-05-03", lifts=7),
        iop.Annulled("2024-06-03", decision=8),
        iop.Annulled("2024-09-02", decision=9),
    )
    assert ["2025-03-31", "2025-03-31", "2026-12-31", "2025-06-30", "2025-03-31"] == last_day(
        agreement, "2024-05-01", "2024-05-02", "2024-05-03", "2024-06-03", "2024-09-02"
    )
    assert [6, 7] == [one.number for one in agreement.on("2024-09-02").endings]


def test_what_was_given_back_and_lifted_anew_is_not_given_back_again() -> None:
    agreement = running(
        rescinded("2024-02-01", "2025-06-30"),
        amended("2024-05-02", lifts=6),
        iop.Annulled("2024-06-03", decision=7),
        amended("2024-07-01", lifts=6),
        iop.Annulled("2024-09-02", decision=7),
    )
    assert ["2026-12-31", "2025-06-30", "2026-12-31", "2026-12-31"] == last_day(
        agreement, "2024-05-02", "2024-06-03", "2024-07-01", "2024-09-02"
    )
    assert () == agreement.on("2024-09-02").endings


def test_an_annulled_amendment_that_lifted_nothing_brings_back_no_doubt() -> None:
    agreement = running(
        given("2024-02-01"),
        amended("2024-05-02", lifts=6, **UNREAD),
        amended("2024-05-03", **UNREAD),
        iop.Annulled("2024-06-03", decision=8),
        iop.Annulled("2024-09-02", decision=7),
        **UNREAD,
    )
    assert [(6,), (), (), (6,)] == [
        agreement.on(day).doubts for day in ("2024-05-01", "2024-05-02", "2024-06-03", "2024-09-02")
    ]
    assert ["unknown", "yes", "yes", "unknown"] == in_force(
        agreement, "2024-05-01", "2024-05-02", "2024-06-04", "2024-09-03"
    )


# --- which clause, and which last day ------------------------------------------------------


def test_notice_under_nobody_knows_which_clause_is_under_the_one_there_is() -> None:
    """Six months after its day, or with the period it keeps from going on."""
    any_time = running(given("2024-05-01"), notice=iop.Notice("P6M"))
    against = running(given("2024-05-01"), renewal=YEARLY)
    assert (["2024-11-01"], ["2026-12-31"]) == (
        last_day(any_time, "2024-05-01"),
        last_day(against, "2026-07-01"),
    )
    for agreement in (any_time, against):
        assert () == agreement.on("2024-05-01").doubts
        assert [] == set_aside(agreement, "2024-05-01")
    assert ["notice", "notice"] == [
        any_time.on("2024-11-02").reason,
        against.on("2027-01-01").reason,
    ]


@pytest.mark.parametrize("under", [None, iop.UNKNOWN, "renewal"])
def test_notice_under_the_one_clause_that_nobody_has_read_leaves_a_doubt(
    under: str | None | iop.Unknown,
) -> None:
    """It can be given under nothing else: whether it ends is unknown, and not that it does not."""
    agreement = running(given("2024-05-01", under), renewal=iop.UNKNOWN)
    assert (6,) == agreement.on("2024-05-01").doubts
    assert ["yes", "unknown"] == in_force(agreement, "2024-05-01", "2024-05-02")


@pytest.mark.parametrize("under", [None, iop.UNKNOWN, "renewal"])
def test_notice_where_there_is_no_clause_leaves_none(under: str | None | iop.Unknown) -> None:
    agreement = running(given("2024-05-01", under), renewal=iop.ABSENT)
    assert () == agreement.on("2024-05-01").doubts
    assert ["yes", "yes"] == in_force(agreement, "2024-05-01", "2024-05-02")


CONFLICT = stated("2026-06-30", "2026-12-31")
"""Six months before the earlier of them is the last day of 2025."""


@pytest.mark.parametrize("on", ["2025-06-02", "2025-12-31"])
def test_notice_in_time_by_both_readings_settles_neither_and_ends_it_with_the_later(
    on: str,
) -> None:
    agreement = running(given(on, "renewal"), last=CONFLICT, renewal=YEARLY)
    assert ["2026-06-30", "2026-12-31"] == last_days(agreement, on)
    assert ["2026-12-31"] == [str(one.last_day) for one in agreement.on(on).endings]
    assert ["yes", "unknown", "unknown", "no"] == in_force(
        agreement, "2026-06-30", "2026-07-01", "2026-12-31", "2027-01-01"
    )
    assert ["active", "terminated"] == states(agreement, "2026-12-31", "2027-01-01")


def test_notice_too_late_by_the_earlier_reading_ends_it_nobody_knows_when() -> None:
    agreement = running(given("2026-01-01", "renewal"), last=CONFLICT, renewal=YEARLY)
    standing = agreement.on("2026-01-01")
    assert ((), (6,)) == (standing.endings, standing.doubts)
    assert ["active"] == states(agreement, "2027-01-01")


@pytest.mark.parametrize(
    ("first", "ending"), [("2027-01-01", "2026-12-31"), ("2027-01-02", "2027-01-01")]
)
def test_a_successor_after_the_later_reading_ends_what_may_go_on_the_day_before(
    first: str, ending: str
) -> None:
    """Named after the latest day for notice by the earlier reading, the last of 2025."""
    follows = iop.Renewed(
        "2026-05-01", by="town", successor="next", period=iop.Period(first, "2028-12-31")
    )
    agreement = running(follows, last=CONFLICT, renewal=YEARLY)
    assert [ending] == [str(one.last_day) for one in agreement.on("2026-05-01").endings]
    assert ["active", "renewed"] == states(agreement, ending, first)
