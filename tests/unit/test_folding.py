"""How events and time are folded together, and what is kept: worked out by hand."""

from __future__ import annotations

from typing import Any, Final

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.lifecycle import LIFECYCLE, Life, Table, fold, turns
from ioplife.lifecycle.register import DAWN
from tests.unit.running import (
    AGREED,
    FOREVER,
    MISSION,
    TOWN,
    agreed,
    by_time,
    in_force,
    last_day,
    opening,
    running,
    set_aside,
    states,
)

PAPER: Final = iop.Source("The minutes", "§ 4")
YEARLY: Final = iop.AutomaticRenewal("P1Y", notice_before="P3M", times=iop.UNLIMITED)
CALLED: Final = iop.FollowUpCalled("2024-05-10", by="town")
REPORT: Final = iop.Duty("report", "report", iop.PerWindow(1, "P1Y"), who="mission")


def years_on_end() -> iop.Agreement:
    """One year from 2024-01-01, and on by itself each year, the day after 30 September."""
    return running(last="2024-12-31", renewal=YEARLY)


def life_of(agreement: iop.Agreement) -> Life:
    return fold(agreement.terms, agreement.events, LIFECYCLE)


def bare(*events: iop.Event) -> iop.Agreement:
    """The agreement with these events and no others."""
    return iop.Agreement("a-1", agreed(), events)


def corrected(number: int, on: str = "2024-06-01") -> iop.Corrected:
    """That the event with this number is struck."""
    return iop.Corrected(on, by="town", event_no=number)


# --- one day -------------------------------------------------------------------------------


def test_within_a_day_the_lowest_number_that_has_a_row_is_folded_first() -> None:
    day = "2023-06-01"
    life = bare(
        iop.Approved(day, by="board"),
        iop.Initiated(day, by="mission"),
        iop.Proposed(day, to="board"),
        iop.Declined(day, by="board"),
    )

    assert [2, 3, 1, 4] == [one.number for one in life.timeline(until=day)]
    assert [(4, "wrong-state")] == set_aside(life, day)
    assert ["None", "approved"] == states(life, "2023-05-31", day)


def test_what_time_has_brought_many_times_over_comes_before_the_agreement_runs_out() -> None:
    """Signed six years late, it has gone on for each of the years 2025 to 2030."""
    before = opening(TOWN, MISSION)[:-1]
    terms = agreed(last="2024-12-31", renewal=YEARLY)
    life = iop.Agreement("a-1", terms, (*before, iop.Signed("2030-05-05", by="mission")))
    late = [("2030-05-05", "~starts"), *[("2030-05-05", "~extends")] * 6]

    assert [] == by_time(life, "2030-05-04")
    assert late == by_time(life, "2030-09-30")
    assert [*late, ("2030-10-01", "~extends")] == by_time(life, "2030-10-01")
    assert ["2030-12-31", "2031-12-31"] == last_day(life, "2030-09-30", "2030-10-01")


# --- the next day on which something happens ----------------------------------------------


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("2023-01-31", ("2023-02-01", "initiated")),
        ("2023-07-01", ("2023-07-02", "signed")),
        ("2023-07-02", ("2024-01-01", "~starts")),
        ("2023-12-31", ("2024-01-01", "~starts")),
        ("2024-01-01", ("2027-01-01", "~runs-out")),
        ("2027-01-01", None),
    ],
)
def test_the_next_change_is_on_a_later_day(after: str, expected: tuple[str, str] | None) -> None:
    change = running().next_change(after)

    assert expected == (None if change is None else (str(change.on), change.tag))


def test_nothing_follows_where_nothing_or_one_thing_is_recorded() -> None:
    started = bare(iop.Initiated("2023-02-01", by="mission"))

    assert bare().next_change("2023-02-01") is None
    assert started.next_change("2023-02-01") is None
    assert started.next_change("2023-01-31") == started.timeline(until="2023-02-01")[0]


def test_a_life_is_folded_as_far_as_it_is_asked_for() -> None:
    life = life_of(years_on_end())

    life.at(Date(2024, 9, 30))
    assert (Date(2024, 1, 1), Date(2024, 10, 1)) == (life.run.days[-1], life.run.due)
    life.at(Date(2024, 10, 1))
    assert (Date(2024, 10, 1), Date(2025, 10, 1)) == (life.run.days[-1], life.run.due)
    assert sorted(set(life.run.days)) == list(life.run.days)


def test_what_has_been_folded_is_not_folded_on_to_tell_what_is_known() -> None:
    life = life_of(years_on_end())
    life.at(Date(2040, 6, 1))
    run = life.run
    change = life.after(Date(2030, 6, 1))

    assert change is not None
    assert Date(2030, 10, 1) == change.on
    assert run is life.run


# --- what a record shows -------------------------------------------------------------------


def test_where_no_last_day_is_read_it_is_in_force_as_long_as_a_record_shows_it() -> None:
    asked = ("2024-01-01", "2024-01-02", "2024-05-10", "2024-05-11")

    assert ["yes", "unknown", "unknown", "unknown"] == in_force(running(last=iop.ABSENT), *asked)
    assert ["yes", "unknown", "yes", "unknown"] == in_force(
        running(CALLED, last=iop.ABSENT), *asked
    )


def test_what_may_be_noted_of_any_agreement_shows_nothing() -> None:
    life = running(iop.Noted("2024-05-10", by="town", what="a visit"), last=iop.ABSENT)

    assert ["yes", "unknown", "unknown"] == in_force(life, "2024-01-01", "2024-01-02", "2024-05-10")


def test_that_it_started_shows_it_in_force_that_day() -> None:
    life = running(
        iop.Started("2024-02-01", by="town", basis=PAPER), first=iop.ABSENT, last=iop.ABSENT
    )

    assert ["no", "yes", "unknown"] == in_force(life, "2024-01-31", "2024-02-01", "2024-02-02")


def test_a_change_rests_on_the_paper_that_the_event_names() -> None:
    named = iop.Noted("2024-05-10", by="town", what="a visit", basis=PAPER)
    life = running(named, iop.Noted("2024-05-11", by="town", what="a visit"))

    assert [PAPER, None] == [one.cause.source for one in life.timeline(until="2024-05-11")[-2:]]


@pytest.mark.parametrize(("on", "expected"), [("2024-05-09", (6,)), ("2024-05-10", None)])
def test_a_late_record_tells_which_later_ones_it_leaves_without_effect(
    on: str, expected: tuple[int, ...] | None
) -> None:
    """Void from one day, it is over the day after: nobody can call for a follow-up then."""
    decision = running(CALLED).consider(iop.Voided(on, by="town", basis=PAPER))
    found = [one for one in decision.verdicts if one.code == "later-records-stand"]

    assert [expected] == [dict(one.facts).get("numbers") for one in found]


# --- what has been corrected ---------------------------------------------------------------


def test_a_correction_may_be_recorded_before_what_it_strikes() -> None:
    life = running(corrected(7), CALLED)

    assert ["active"] == states(life, "2024-05-10")
    assert [] == set_aside(life, "2024-06-01")


@pytest.mark.parametrize("number", [6, 7, 8])
def test_a_correction_of_itself_or_of_what_is_not_on_record_has_no_effect(number: int) -> None:
    instead = iop.FollowUpCalled("2024-05-10", by="town")
    life = running(iop.Corrected("2024-06-01", by="town", event_no=number, to=instead))

    assert [(6, "no-such-event")] == set_aside(life, "2024-06-01")
    assert ["active", "active"] == states(life, "2024-05-10", "2024-06-01")


def test_what_is_recorded_after_a_correction_leaves_it_as_it_is() -> None:
    noted = iop.Noted("2024-07-01", by="town", what="a visit")

    assert ["follow_up"] == states(running(CALLED, noted), "2024-05-10")
    assert ["active"] == states(running(CALLED, corrected(6), noted), "2024-05-10")


def test_the_first_that_is_recorded_may_be_a_correction() -> None:
    begun = iop.Initiated("2023-02-01", by="mission")

    assert ["initiative"] == states(bare(begun), "2023-02-01")
    assert ["None"] == states(bare(corrected(2), begun), "2023-02-01")


def test_of_two_corrections_in_a_row_both_hold() -> None:
    assert ["follow_up"] == states(running(CALLED, CALLED, corrected(7)), "2024-05-10")
    assert ["follow_up"] == states(running(CALLED, CALLED, corrected(6)), "2024-05-10")
    assert ["active"] == states(running(CALLED, CALLED, corrected(6), corrected(7)), "2024-05-10")


# --- the entry in a register ---------------------------------------------------------------


@pytest.mark.parametrize("state", ["initiative", "proposed", "approved", "signed"])
def test_any_state_may_be_entered_of_what_nothing_is_recorded_of(state: str) -> None:
    entry = iop.Entered("2023-02-01", state=state, seen="2023-02-01")

    assert iop.Answer.YES == bare().consider(entry).answer
    assert [state] == states(bare(entry), "2023-02-01")


def test_an_entry_leads_to_any_state_but_a_follow_up() -> None:
    every = tuple(state for state in iop.State if state is not iop.State.FOLLOW_UP)

    assert every == turns.AS_ENTERED.reach(None)
    assert every[2:] == turns.AS_ENTERED.reach(iop.State.PROPOSED)


def test_of_one_day_what_has_no_row_is_set_aside_if_it_came_after_the_entry() -> None:
    day = "2024-05-10"
    approved = iop.Approved(day, by="board")
    entry = iop.Entered(day, state="active", seen=day)

    assert [(3, "wrong-state")] == set_aside(bare(approved, entry, approved), day)


def test_what_has_nothing_to_count_from_is_set_aside_also_before_the_entry() -> None:
    day = "2024-05-10"
    notice = iop.NoticeGiven(day, by="mission", written=True)
    life = bare(notice, iop.Entered(day, state="active", seen=day))

    assert [(1, "no-effect-without-clause")] == set_aside(life, day)


@pytest.mark.parametrize(
    ("last", "entry", "expected"),
    [
        ({}, "2025-03-10", ["2024-12-31", "2025-03-09"]),
        ({}, "2026-12-31", ["2024-12-31", "2025-12-31", "2026-12-30"]),
        ({}, "2027-05-01", ["2024-12-31", "2025-12-31", "2026-12-31"]),
        (FOREVER, "2025-03-10", ["2024-12-31", "2025-03-09"]),
    ],
)
def test_nothing_is_owed_from_the_day_it_is_entered_as_over(
    last: dict[str, Any], entry: str, expected: list[str]
) -> None:
    over = iop.Entered(entry, state="terminated", seen=entry, reason="expired")
    life = iop.Agreement("a-1", agreed(duties=(REPORT,), **last), (over,))

    assert expected == [str(one.last) for one in life.on(entry).occurrences]


# --- what is kept --------------------------------------------------------------------------


def test_what_is_owed_is_worked_out_once_as_long_as_it_is_the_same() -> None:
    life = life_of(running(CALLED, duties=(REPORT,)))
    register = life.at(Date(2024, 5, 10))

    assert register.schedule is register.schedule


def test_what_ends_it_early_is_paid_back() -> None:
    """Paid for 2024 on its first day; of 366 days the 275 after 31 March are not had."""
    life = running(
        iop.Rescinded("2024-03-01", by="town", last_day="2024-03-31", agreed_by=AGREED),
        disbursements=[iop.Disbursement("mission", 366_000)],
        payments=iop.PaymentPlan(iop.InMonths([1]), timing="advance", stub="prorate", by="days"),
        indexation=iop.ABSENT,
        repayment=iop.Repayment("days"),
    )

    assert [] == [str(one.amount) for one in life.repayments("2024-02-29")]
    assert ["275000"] == [str(one.amount) for one in life.repayments("2024-03-01")]


def test_before_anything_is_folded_nothing_is_settled_and_no_day_has_been() -> None:
    register = fold(agreed(), (), LIFECYCLE).at(Date(2024, 5, 10))

    assert (None, False, DAWN) == (register.state, register.settled, register.today)
    assert Date.min == DAWN


def test_lives_tables_and_what_is_folded_are_told_apart_by_being_themselves() -> None:
    one, other = life_of(running()), life_of(running())
    register = one.at(Date(2024, 5, 10))

    assert {one, other} == {other, one}
    assert one != other
    assert register != register.kept()
    assert LIFECYCLE != Table(LIFECYCLE.rows)
