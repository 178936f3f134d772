"""What the parties have changed, version by version (RULES §1.7). Worked out by hand."""

from __future__ import annotations

import attrs
import pytest

import ioplife as iop
from tests.unit.running import (
    AGREED,
    APPROVAL,
    FOREVER,
    MISSION,
    PARISH,
    TOWN,
    agreed,
    amended,
    by_time,
    entered,
    last_day,
    last_days,
    opening,
    period,
    running,
    set_aside,
    states,
)

TWO_MONTHS = iop.Notice("P2M", written=True)
SIX_MONTHS = iop.Notice("P6M", written=True)
TWICE = iop.RenewalOption("P1Y", times=2)
YEARLY = iop.AutomaticRenewal("P1Y", "P6M")
YEARS = iop.Duty("board", "meeting", iop.PerWindow(1, "P1Y"))
QUARTERS = iop.Duty("board", "meeting", iop.PerWindow(1, "P3M"))


def notice(agreement: iop.Agreement, *days: str) -> list[str]:
    """How long notice is, as agreed on each of some days."""
    found = []
    for day in days:
        clause = agreement.terms_on(day).notice
        found.append(str(clause.length) if isinstance(clause, iop.Notice) else "none")
    return found


def due(agreement: iop.Agreement, day: str) -> list[tuple[int, str]]:
    """What is owed, as it stands on a day: the number and the day it is due."""
    return [(one.ordinal, str(one.due)) for one in agreement.on(day).occurrences]


# --- what holds when -----------------------------------------------------------------------


def test_what_is_amended_holds_from_the_day_it_applies_from() -> None:
    agreement = running(amended("2024-05-02", "2025-01-01", notice=SIX_MONTHS))
    assert ["none", "none", "P6M"] == notice(agreement, "2024-05-02", "2024-12-31", "2025-01-01")
    assert [("2024-01-01", "~starts"), ("2025-01-01", "~amends")] == by_time(
        agreement, "2025-01-01"
    )


def test_what_is_amended_at_once_holds_that_day_and_not_the_day_before() -> None:
    agreement = running(amended("2024-05-02", notice=SIX_MONTHS))
    assert ["none", "P6M"] == notice(agreement, "2024-05-01", "2024-05-02")
    assert ["~starts"] == [tag for _day, tag in by_time(agreement, "2026-12-31")]


def test_it_holds_no_earlier_than_it_is_agreed() -> None:
    agreement = running(amended("2024-05-02", "2024-01-01", notice=SIX_MONTHS))
    assert ["none", "P6M"] == notice(agreement, "2024-05-01", "2024-05-02")


def test_the_period_is_the_new_one_from_the_day_of_the_amendment() -> None:
    agreement = running(amended("2024-05-02", "2025-01-01", last="2025-06-30"))
    assert ["2026-12-31", "2025-06-30"] == last_day(agreement, "2024-05-01", "2024-05-02")
    assert ["active", "terminated"] == states(agreement, "2025-06-30", "2025-07-01")


def test_so_is_what_is_said_of_renewal() -> None:
    agreement = running(amended("2024-05-02", "2025-01-01", renewal=TWICE, notice=SIX_MONTHS))
    found = [str(agreement.on(day).option_latest) for day in ("2024-05-01", "2024-05-02")]
    assert ["None", "2026-12-31"] == found
    assert ["none"] == notice(agreement, "2024-12-31")


def test_of_two_that_apply_the_one_agreed_last_holds() -> None:
    """The second is agreed later and applies earlier: the first never holds."""
    agreement = running(
        amended("2024-02-01", "2025-01-01", notice=TWO_MONTHS),
        amended("2024-03-01", "2024-07-01", notice=SIX_MONTHS),
    )
    asked = ("2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01")
    assert ["none", "P6M", "P6M", "P6M"] == notice(agreement, *asked)


def test_of_two_in_turn_each_holds_from_its_own_day() -> None:
    agreement = running(
        amended("2024-02-01", "2024-07-01", notice=TWO_MONTHS),
        amended("2024-03-01", "2025-01-01", notice=SIX_MONTHS),
    )
    asked = ("2024-06-30", "2024-07-01", "2024-12-31", "2025-01-01")
    assert ["none", "P2M", "P2M", "P6M"] == notice(agreement, *asked)


def test_of_two_that_are_agreed_on_one_day_the_later_by_number_holds() -> None:
    one, other = (amended("2024-02-01", notice=clause) for clause in (TWO_MONTHS, SIX_MONTHS))
    assert ["P6M"] == notice(running(one, other), "2024-02-01")
    assert ["P2M"] == notice(running(other, one), "2024-02-01")


def test_a_late_record_of_an_earlier_amendment_changes_what_it_should_and_no_more() -> None:
    agreement = running(
        amended("2024-03-01", notice=SIX_MONTHS), amended("2024-02-01", notice=TWO_MONTHS)
    )
    asked = ("2024-01-31", "2024-02-01", "2024-02-29", "2024-03-01")
    assert ["none", "P2M", "P2M", "P6M"] == notice(agreement, *asked)


def test_notice_counts_by_what_is_agreed_on_its_day() -> None:
    shortened = amended("2024-05-02", "2025-01-01", notice=TWO_MONTHS)
    before, after = (
        running(shortened, iop.NoticeGiven(day, by="town", written=True), notice=SIX_MONTHS)
        for day in ("2024-12-31", "2025-01-01")
    )
    assert ["2025-06-30"] == last_day(before, "2024-12-31")
    assert ["2025-03-01"] == last_day(after, "2025-01-01")


def test_an_amendment_recorded_after_the_end_has_no_effect() -> None:
    on_it = running(amended("2026-12-31", last="2027-12-31"))
    after = running(amended("2027-01-01", last="2027-12-31"))
    assert (["active"], []) == (states(on_it, "2027-12-31"), set_aside(on_it, "2027-12-31"))
    assert (["terminated"], [(6, "wrong-state")]) == (
        states(after, "2027-01-01"),
        set_aside(after, "2027-01-01"),
    )


# --- the period ----------------------------------------------------------------------------


def test_what_changes_nothing_of_the_period_leaves_what_has_extended_it() -> None:
    used = iop.Extended("2024-02-01", by="board")
    agreement = running(
        used, amended("2024-05-02", renewal=TWICE, notice=SIX_MONTHS), renewal=TWICE
    )
    assert ["2027-12-31", "2027-12-31"] == last_day(agreement, "2024-05-01", "2024-05-02")
    assert 1 == len(agreement.on("2024-05-02").extensions)
    assert ("2027-01-01..2027-12-31", 2) == period(agreement, "2027-01-01")


def test_nor_does_what_it_went_on_by_itself() -> None:
    agreement = running(amended("2026-07-01", renewal=YEARLY, notice=SIX_MONTHS), renewal=YEARLY)
    assert ["2026-12-31", "2027-12-31"] == last_day(agreement, "2026-06-30", "2026-07-01")
    assert [("2026-07-01", "~extends"), ("2027-07-01", "~extends")] == by_time(
        agreement, "2027-07-01"
    )[1:]


def test_what_went_on_by_itself_is_no_use_of_an_option() -> None:
    """From 2026-08-03 it goes on by an option alone, and that may be used once."""
    once = iop.RenewalOption("P1Y")
    agreement = running(amended("2026-08-03", renewal=once), renewal=YEARLY)
    found = agreement.on("2026-08-03")
    assert ("2027-12-31", "2027-12-31") == (str(found.last_day), str(found.option_latest))
    assert ["terminated"] == states(agreement, "2028-01-01")


def test_an_agreement_that_is_cut_short_of_its_own_day_is_over_that_day() -> None:
    agreement = running(amended("2024-05-02", last="2024-05-01"))
    assert ["active", "terminated"] == states(agreement, "2024-05-01", "2024-05-02")
    until_that_day = running(amended("2024-05-02", last="2024-05-02"))
    assert ["active", "terminated"] == states(until_that_day, "2024-05-02", "2024-05-03")


def test_an_end_before_the_first_day_ends_it_and_raises_nothing() -> None:
    agreement = running(amended("2024-05-02", last="2023-05-31"))
    assert ["active", "terminated"] == states(agreement, "2024-05-01", "2024-05-02")
    assert agreement.on("2024-05-02").period is None


def test_the_first_day_of_what_has_begun_stays_and_the_rest_counts_from_its_own() -> None:
    """Two years from 2025, in an agreement that began in 2024: extended from 2024."""
    moved = amended("2024-05-02", first="2025-01-01", last=iop.ABSENT, length="P2Y", renewal=TWICE)
    agreement = running(moved, iop.Extended("2024-06-03", by="board"))
    assert ["2026-12-31", "2027-12-31"] == last_day(agreement, "2024-05-02", "2024-06-03")
    assert "2024-01-01" == str(agreement.on("2024-05-02").first_day)
    assert ("2024-01-01..2026-12-31", 1) == period(agreement, "2026-12-31")


def test_before_it_has_begun_the_first_day_is_the_new_one() -> None:
    later = running(amended("2023-08-01", first="2024-03-01"))
    assert ["signed", "signed", "active"] == states(later, "2024-01-01", "2024-02-29", "2024-03-01")
    sooner = running(amended("2023-08-01", first="2023-07-15"))
    assert ["signed", "active"] == states(sooner, "2023-07-31", "2023-08-01")
    on_the_old_day = running(amended("2024-01-01", first="2024-03-01"))
    assert ["active"] == states(on_the_old_day, "2024-01-01")  # the day begins with the clock


def test_an_amendment_may_make_it_open_ended_and_set_an_end_again() -> None:
    agreement = running(
        amended("2024-05-02", **FOREVER), amended("2028-05-02", first=iop.ABSENT, last="2028-12-31")
    )
    assert ["2026-12-31", "None", "None", "2028-12-31"] == last_day(
        agreement, "2024-05-01", "2024-05-02", "2028-05-01", "2028-05-02"
    )
    assert ["active", "terminated"] == states(agreement, "2028-12-31", "2029-01-01")


def test_an_amendment_lifts_the_ending_it_names_and_no_other() -> None:
    gave = iop.NoticeGiven("2024-02-01", by="mission", written=True)
    left = iop.Rescinded("2024-02-02", by="town", last_day="2026-06-30", agreed_by=AGREED)
    lifted = amended("2024-05-02", last="2027-12-31", notice=SIX_MONTHS, lifts=6)
    agreement = running(gave, left, lifted, notice=SIX_MONTHS)
    assert ["2024-08-01", "2026-06-30"] == last_day(agreement, "2024-05-01", "2024-05-02")


def test_where_it_began_by_a_record_an_amendment_of_something_else_keeps_the_period() -> None:
    """No paper gives the first day; the amendment changes notice alone."""
    first = agreed(first=iop.ABSENT, last="2024-12-31", renewal=TWICE)
    changed = attrs.evolve(first, notice=SIX_MONTHS)
    began = iop.Started("2024-01-01", by="town")
    used = iop.Extended("2024-03-01", by="board")

    def told(on: str) -> iop.Amended:
        return iop.Amended(on, terms=changed, applies_from="2024-05-02", agreed_by=AGREED)

    for told_on in ("2024-04-02", "2023-08-01"):  # while it is in force, and before
        events = (*opening(TOWN, MISSION), told(told_on), began, used)
        agreement = iop.Agreement("a-1", first, events)
        assert ["2024-12-31", "2025-12-31", "2025-12-31", "2025-12-31"] == last_day(
            agreement, "2024-02-29", "2024-03-01", "2024-05-01", "2024-05-02"
        )
        assert ["none", "P6M"] == notice(agreement, "2024-05-01", "2024-05-02")


# --- what is owed --------------------------------------------------------------------------


def test_what_was_due_before_it_applies_stays_and_the_numbers_run_on() -> None:
    agreement = running(amended("2025-03-03", "2025-07-01", duties=(QUARTERS,)), duties=(YEARS,))
    assert [(1, "2024-12-31"), (2, "2025-12-31"), (3, "2026-12-31")] == due(agreement, "2025-03-02")
    expected = [
        (1, "2024-12-31"),
        (2, "2025-09-30"),
        (3, "2025-12-31"),
        (4, "2026-03-31"),
        (5, "2026-06-30"),
        (6, "2026-09-30"),
        (7, "2026-12-31"),
    ]
    assert expected == due(agreement, "2025-03-03")
    assert expected == due(agreement, "2025-07-01")


@pytest.mark.parametrize(
    ("applies_from", "begins"), [("2024-12-31", "10-01"), ("2025-01-01", "01-01")]
)
def test_what_is_due_on_the_day_it_applies_follows_the_new(applies_from: str, begins: str) -> None:
    changed = amended("2024-05-02", applies_from, duties=(QUARTERS,))
    first, *_ = running(changed, duties=(YEARS,)).on("2024-05-02").occurrences
    assert ("2024-12-31", f"2024-{begins}") == (str(first.due), str(first.first))


@pytest.mark.parametrize("others", [(), (attrs.evolve(YEARS, id="other"),)])
def test_what_an_amendment_adds_is_numbered_from_one(others: tuple[iop.Duty, ...]) -> None:
    agreement = running(
        amended("2024-05-02", "2025-01-01", duties=(*others, QUARTERS)), duties=others
    )
    owed = [one for one in agreement.on("2024-05-02").occurrences if one.duty == QUARTERS.id]
    assert [(1, "2025-03-31"), (2, "2025-06-30")] == [(x.ordinal, str(x.due)) for x in owed[:2]]


def test_what_was_due_before_it_was_agreed_stays_whatever_day_it_names() -> None:
    changed = amended("2025-03-03", "2024-01-01", duties=(QUARTERS,))
    found = due(running(changed, duties=(YEARS,)), "2025-03-03")
    assert [(1, "2024-12-31"), (2, "2025-03-31"), (3, "2025-06-30")] == found[:3]


def test_the_new_series_counts_from_its_own_first_day() -> None:
    """Quarters from 1 February: due the last of April, July, October and January."""
    moved = amended("2024-05-02", "2025-01-01", first="2024-02-01", duties=(QUARTERS,))
    found = due(running(moved, duties=(YEARS,)), "2024-05-02")
    assert [(1, "2024-12-31"), (2, "2025-01-31"), (3, "2025-04-30")] == found[:3]


@pytest.mark.parametrize("first", ["2020-01-01", ("2020-01-01", "2020-01-31")])
def test_what_stops_with_the_first_period_does_so_where_it_began_on_a_day_in_conflict(
    first: str | tuple[str, str],
) -> None:
    """The new series is counted from 1 October 2022, and so is the period of its own."""
    stops = iop.Duty("board", "meeting", iop.PerWindow(1, "P1Y"), on_extension="stop")
    read = [iop.Reading(first)] if isinstance(first, str) else [iop.Reading(day) for day in first]
    changed = amended(
        "2024-01-02",
        first="2022-10-01",
        last="2025-09-30",
        renewal=iop.AutomaticRenewal("P2Y", "P6M"),
        duties=(stops,),
    )
    agreement = entered(
        changed,
        on="2022-10-01",
        seen="2022-10-01",
        first=iop.Stated(read),
        last=iop.ABSENT,
        open_ended=True,
    )

    assert "2027-09-30" == last_day(agreement, "2025-04-01")[0]
    assert ["2024-09-30", "2025-09-30"] == [day for _, day in due(agreement, "2025-04-01")]


def test_what_two_in_turn_owe_is_told_one_after_the_other() -> None:
    agreement = running(
        amended("2024-02-01", "2025-01-01", duties=(QUARTERS,)),
        amended("2024-03-01", "2025-06-30", duties=iop.ABSENT),
        duties=(YEARS,),
    )
    assert [(1, "2024-12-31"), (2, "2025-03-31")] == due(agreement, "2024-03-01")


# --- annulled, settled ---------------------------------------------------------------------


def test_an_amendment_that_is_annulled_has_no_effect_from_that_day() -> None:
    changed = amended("2024-05-02", last="2027-12-31", notice=SIX_MONTHS, duties=(QUARTERS,))
    agreement = running(changed, iop.Annulled("2024-09-02", decision=6), duties=(YEARS,))
    assert ["2027-12-31", "2026-12-31"] == last_day(agreement, "2024-09-01", "2024-09-02")
    assert ["P6M", "none"] == notice(agreement, "2024-09-01", "2024-09-02")
    assert [(1, "2024-12-31"), (2, "2025-12-31"), (3, "2026-12-31")] == due(agreement, "2024-09-02")


def test_one_that_is_annulled_before_it_applies_never_holds() -> None:
    changed = amended("2024-05-02", "2025-01-01", notice=SIX_MONTHS)
    agreement = running(changed, iop.Annulled("2024-12-31", decision=6))
    assert ["none", "none"] == notice(agreement, "2024-12-31", "2025-01-01")
    too_late = running(changed, iop.Annulled("2025-01-01", decision=6))
    assert ["none", "none"] == notice(too_late, "2024-12-31", "2025-01-01")
    assert "~amends" == by_time(too_late, "2025-01-01")[-1][1]  # it held as that day began


def test_of_two_the_one_that_is_left_holds() -> None:
    one = amended("2024-02-01", last="2027-12-31", notice=TWO_MONTHS)
    two = amended("2024-03-01", last="2028-12-31", notice=SIX_MONTHS)

    def without(number: int) -> iop.Agreement:
        return running(one, two, iop.Annulled("2024-09-02", decision=number))

    assert ["P6M", "P2M"] == notice(without(7), "2024-09-01", "2024-09-02")
    assert ["2028-12-31", "2027-12-31"] == last_day(without(7), "2024-09-01", "2024-09-02")
    assert ["P6M", "P6M"] == notice(without(6), "2024-09-01", "2024-09-02")
    assert ["2028-12-31", "2028-12-31"] == last_day(without(6), "2024-09-01", "2024-09-02")


def test_what_had_extended_the_period_before_counts_again() -> None:
    used = iop.Extended("2024-02-01", by="board")
    changed = amended("2024-05-02", last="2030-12-31", renewal=TWICE)
    agreement = running(used, changed, iop.Annulled("2024-09-02", decision=7), renewal=TWICE)
    assert ["2027-12-31", "2030-12-31", "2027-12-31"] == last_day(
        agreement, "2024-05-01", "2024-09-01", "2024-09-02"
    )
    assert ("2027-01-01..2027-12-31", 2) == period(agreement, "2027-01-01")


def test_an_extension_that_was_annulled_meanwhile_does_not_come_back() -> None:
    agreement = running(
        iop.Extended("2024-02-01", by="board"),
        amended("2024-05-02", last="2030-12-31", renewal=TWICE),
        iop.Annulled("2024-06-03", decision=6),
        iop.Annulled("2024-09-02", decision=7),
        renewal=TWICE,
    )
    assert ["2030-12-31", "2026-12-31"] == last_day(agreement, "2024-09-01", "2024-09-02")


def test_the_ending_that_an_annulled_amendment_lifted_stands_again() -> None:
    agreement = running(
        iop.Rescinded("2024-02-01", by="town", last_day="2025-06-30", agreed_by=AGREED),
        amended("2024-05-02", last="2027-12-31", lifts=6),
        iop.Annulled("2024-09-02", decision=7),
    )
    assert ["2025-06-30", "2027-12-31", "2025-06-30"] == last_day(
        agreement, "2024-05-01", "2024-09-01", "2024-09-02"
    )


def test_an_ending_that_was_annulled_meanwhile_does_not_stand_again() -> None:
    agreement = running(
        iop.Rescinded("2024-02-01", by="town", last_day="2025-06-30", agreed_by=AGREED),
        amended("2024-05-02", last="2027-12-31", lifts=6),
        iop.Annulled("2024-06-03", decision=6),
        iop.Annulled("2024-09-02", decision=7),
    )
    assert ["2027-12-31", "2026-12-31"] == last_day(agreement, "2024-09-01", "2024-09-02")


def test_one_that_is_annulled_once_its_period_runs_ends_it_that_day() -> None:
    changed = amended("2024-05-02", last="2027-12-31")
    agreement = running(changed, iop.Annulled("2027-03-01", decision=6))
    assert ["active", "terminated"] == states(agreement, "2027-02-28", "2027-03-01")


def test_what_an_amendment_leaves_as_it_was_is_read_as_it_was_settled() -> None:
    two = iop.Stated([iop.Reading("2026-06-30"), iop.Reading("2026-12-31")])
    settled = iop.Resolved("2024-02-01", what="last_day", reading="2026-06-30", by="board")

    def changed(last: object) -> iop.Agreement:
        return running(settled, amended("2024-05-02", last=last, notice=SIX_MONTHS), last=two)

    assert ["2026-06-30"] == last_days(changed(two), "2024-01-15")
    assert ["2026-06-30"] == last_days(changed(two), "2024-05-02")
    assert ["2026-06-30"] == last_days(changed("2027-01-31"), "2024-05-01")
    assert ["2027-01-31"] == last_days(changed("2027-01-31"), "2024-05-02")


def test_a_register_entry_may_be_amended_as_any_other() -> None:
    agreement = entered(
        amended("2024-05-02", "2025-01-01", last="2025-06-30", notice=SIX_MONTHS),
        on="2024-01-01",
        seen="2024-02-01",
    )
    assert ["2026-12-31", "2025-06-30"] == last_day(agreement, "2024-05-01", "2024-05-02")
    assert ["none", "P6M"] == notice(agreement, "2024-12-31", "2025-01-01")


# --- the parties ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("leaves", "state"), [("2024-12-31", "terminated"), ("2025-01-01", "active")]
)
def test_who_joins_is_a_party_from_the_day_it_applies(leaves: str, state: str) -> None:
    joins = amended("2024-05-02", "2025-01-01", parties=(TOWN, MISSION, PARISH))
    agreement = running(joins, iop.PartyLeft(leaves, party="mission"))
    assert [state] == states(agreement, "2025-01-02")


def test_the_approval_is_no_amendment() -> None:
    agreement = running(amended("2024-05-02", notice=SIX_MONTHS))
    found = [(one.number, one.tag) for one in agreement.on("2024-05-02").final]
    assert [(APPROVAL, "approved"), (6, "amended")] == found
