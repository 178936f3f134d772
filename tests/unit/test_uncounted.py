"""What nobody can count is over for nobody, and what settles it (decision 021).

Every day below was worked out by hand.
"""

from __future__ import annotations

from typing import Any

import attrs
import pytest

import ioplife as iop
from tests.unit.running import (
    AGREED,
    FOREVER,
    agreed,
    amended,
    entered,
    in_force,
    last_day,
    last_days,
    rescinded,
    running,
    set_aside,
    stated,
    states,
)

YEARLY = iop.AutomaticRenewal("P1Y", "P6M")
BY_30_JUNE = "2026-06-30"
"""The last day for notice against going on after 2026-12-31."""
READ_TWICE = stated("2026-10-31", "2026-12-31")
NO_LENGTH = iop.AutomaticRenewal(iop.UNKNOWN, "P6M")
NO_DAY = iop.AutomaticRenewal("P1Y", iop.UNKNOWN)


def flags(agreement: iop.Agreement, day: str) -> set[str]:
    """The codes about the end that are up."""
    codes = {"ends", "end-unknown", "end-conflict", "ended-undecided", "notice-latest"}
    return {one.code for one in agreement.deadlines(day)} & codes


def against(on: str) -> iop.NoticeGiven:
    return iop.NoticeGiven(on, by="mission", written=True, received=on, under="renewal")


# --- several days may be the last -----------------------------------------------------------


def test_with_several_last_days_it_goes_on_and_nobody_knows_until_when() -> None:
    agreement = running(last=READ_TWICE, renewal=YEARLY)
    asked = ("2026-10-31", "2026-11-01", "2026-12-31", "2027-01-01", "2040-01-01")
    assert ["yes", *["unknown"] * 4] == in_force(agreement, *asked)
    assert ["active"] * 5 == states(agreement, *asked)
    assert {"end-conflict"} == flags(agreement, "2026-12-31")
    assert {"end-unknown"} == flags(agreement, "2027-01-01")


def test_without_an_automatic_renewal_it_is_over_after_the_latest() -> None:
    agreement = running(last=READ_TWICE)
    assert ["active", "terminated"] == states(agreement, "2026-12-31", "2027-01-01")
    assert {"ended-undecided"} == flags(agreement, "2027-01-01")


def test_once_its_last_extension_is_used_it_is_over() -> None:
    once = iop.AutomaticRenewal("P1Y", "P6M", times=1)
    assert ["terminated"] == states(running(renewal=once), "2028-01-01")


# --- an extension of which nobody knows the length ------------------------------------------


@pytest.mark.parametrize(
    ("renewal", "length"),
    [
        (iop.RenewalOption(iop.UNKNOWN, times=2), None),
        (iop.RenewalOption("P1Y", times=2), iop.UNKNOWN),
        (iop.UNKNOWN, None),
        (iop.ABSENT, iop.UNKNOWN),
    ],
)
def test_an_extension_of_unknown_length_leaves_the_end_unknown(
    renewal: Any,  # noqa: ANN401 - any clause
    length: iop.Unknown | None,
) -> None:
    agreement = running(iop.Extended("2026-03-02", length=length), renewal=renewal)
    assert [(6, "no-effect-without-clause")] == set_aside(agreement, "2026-03-02")
    assert ["yes", "unknown"] == in_force(agreement, "2026-12-31", "2027-01-01")
    assert ["active"] == states(agreement, "2030-01-01")
    assert set() == flags(agreement, "2026-03-01") - {"ends"}
    assert {"end-unknown"} == flags(agreement, "2026-03-02") == flags(agreement, "2030-01-01")


@pytest.mark.parametrize("renewal", [iop.ABSENT, iop.AutomaticRenewal("P1Y", "P6M", times=1)])
def test_where_no_clause_gives_a_length_an_extension_without_one_has_no_effect(
    renewal: Any,  # noqa: ANN401 - any clause
) -> None:
    without = running(renewal=renewal)
    agreement = running(iop.Extended("2026-03-02"), renewal=renewal)
    assert [(6, "no-effect-without-clause")] == set_aside(agreement, "2026-03-02")
    asked = ("2026-12-31", "2027-01-01", "2028-01-01")
    assert states(without, *asked) == states(agreement, *asked)


def test_the_annulment_of_that_extension_settles_the_end() -> None:
    agreement = running(
        iop.Extended("2026-03-02", length=iop.UNKNOWN),
        iop.Annulled("2026-05-04", decision=6),
        renewal=iop.RenewalOption("P1Y", times=2),
    )
    assert {"end-unknown"} == flags(agreement, "2026-05-03")
    assert {"ends"} == flags(agreement, "2026-05-04")
    assert ["terminated"] == states(agreement, "2027-01-01")


# --- what stops it --------------------------------------------------------------------------


def test_notice_in_time_against_an_unread_length_ends_it_with_the_period() -> None:
    agreement = running(against(BY_30_JUNE), renewal=NO_LENGTH)
    assert ["2026-12-31"] == last_day(agreement, BY_30_JUNE)
    assert ["active", "terminated"] == states(agreement, "2026-12-31", "2027-01-01")


@pytest.mark.parametrize(("renewal", "on"), [(NO_LENGTH, "2026-07-01"), (NO_DAY, "2024-02-01")])
def test_notice_that_may_come_too_late_leaves_the_end_unknown(
    renewal: iop.AutomaticRenewal, on: str
) -> None:
    agreement = running(against(on), renewal=renewal)
    assert ["active"] == states(agreement, "2027-01-01")
    assert ["unknown"] == in_force(agreement, "2027-01-01")
    assert {"end-unknown"} == flags(agreement, "2027-01-01")


def test_an_ending_beyond_the_period_is_its_last_reading() -> None:
    agreement = running(rescinded("2026-07-01", "2027-03-31"), renewal=NO_LENGTH)
    assert ["2026-12-31", "2027-03-31"] == last_days(agreement, "2026-07-01")
    asked = ("2026-12-31", "2027-01-01", "2027-03-31", "2027-04-01")
    assert ["yes", "unknown", "unknown", "no"] == in_force(agreement, *asked)
    assert iop.Reason.RESCINDED is agreement.on("2027-04-01").reason


def test_an_ending_recorded_in_time_keeps_it_from_going_on() -> None:
    agreement = running(rescinded(BY_30_JUNE, "2027-03-31"), renewal=NO_LENGTH)
    assert ["2026-12-31"] == last_days(agreement, BY_30_JUNE)
    assert ["terminated"] == states(agreement, "2027-01-01")


def test_an_ending_on_an_unknown_day_leaves_the_end_unknown() -> None:
    agreement = running(rescinded("2026-07-01", iop.UNKNOWN), renewal=NO_LENGTH)
    assert ["active"] == states(agreement, "2030-01-01")
    in_time = running(rescinded(BY_30_JUNE, iop.UNKNOWN), renewal=NO_LENGTH)
    assert ["terminated"] == states(in_time, "2027-01-01")


@pytest.mark.parametrize(
    ("on", "last", "state"),
    [("2026-07-01", "2027-06-30", "active"), (BY_30_JUNE, "2026-12-31", "renewed")],
)
def test_a_successor_ends_it_where_it_may_have_gone_on(on: str, last: str, state: str) -> None:
    successor = iop.Renewed(on, successor="a-2", period=iop.Period("2027-07-01", "2029-12-31"))
    agreement = running(successor, renewal=NO_LENGTH)
    assert last == last_days(agreement, on)[-1]
    assert [state] == states(agreement, "2027-01-01")
    assert ["renewed"] == states(agreement, "2027-07-01")


# --- until further notice, and decided to end -----------------------------------------------


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (iop.UNKNOWN, "2027-06-30"),
        (iop.Notice(iop.UNKNOWN), "2027-06-30"),
        (iop.Notice("P3M"), iop.UNKNOWN),
    ],
)
def test_the_latest_day_for_notice_is_unknown_and_its_flag_has_no_day(
    notice: Any,  # noqa: ANN401 - any clause
    last: str | iop.Unknown,
) -> None:
    decided = iop.EndingDecided("2026-02-02", by="board", last_day=last)
    agreement = running(decided, notice=notice, **FOREVER)
    assert None is agreement.on("2026-02-01").notice_latest
    assert iop.UNKNOWN is agreement.on("2026-02-02").notice_latest
    up = {one.code: one.day for one in agreement.deadlines("2026-02-02")}
    assert ("notice-latest", None) in up.items()


def test_without_a_notice_clause_there_is_no_day_for_notice() -> None:
    decided = iop.EndingDecided("2026-02-02", by="board", last_day="2027-06-30")
    agreement = running(decided, notice=iop.ABSENT, **FOREVER)
    assert None is agreement.on("2026-02-02").notice_latest


# --- an amendment's series, and its first day -----------------------------------------------


def meetings(every: str) -> tuple[iop.Duty, ...]:
    return (iop.Duty("board", "meeting", iop.PerWindow(1, every)),)


def occurrences(agreement: iop.Agreement, day: str) -> list[tuple[int, str, str]]:
    """What is owed from 2025 on: its number, the window's first day, and how far it has come."""
    found = agreement.on(day).occurrences
    return [
        (one.ordinal, str(one.first), one.progress.value) for one in found if one.first.year > 2024
    ]


@pytest.mark.parametrize(
    "answered",
    [
        iop.Fulfilled("2025-02-03", duty="board"),
        iop.Waived("2025-02-03", duty="board", occurrence=2),
    ],
)
def test_what_was_done_answers_no_window_of_a_later_series(
    answered: iop.Fulfilled | iop.Waived,
) -> None:
    """The second meeting was that of 2025; the second that is left is of its third quarter."""
    quarterly = iop.Amended(
        "2025-03-03",
        applies_from="2025-07-01",
        terms=agreed(duties=meetings("P3M"), last="2025-12-31"),
        agreed_by=AGREED,
    )
    yearly = {"duties": meetings("P1Y"), "last": "2025-12-31"}
    done = "waived" if isinstance(answered, iop.Waived) else "fulfilled"
    before = running(answered, **yearly)
    assert [(2, "2025-01-01", done)] == occurrences(before, "2025-07-01")
    after = running(answered, quarterly, **yearly)
    assert [(2, "2025-07-01", "open"), (3, "2025-10-01", "coming")] == occurrences(
        after, "2025-07-01"
    )


def test_what_was_done_stays_done_where_its_window_is_cut() -> None:
    done = iop.Fulfilled("2025-02-03", duty="board")
    cut = running(done, rescinded("2025-03-03", "2025-06-30"), duties=meetings("P1Y"))
    assert [(2, "2025-01-01", "fulfilled")] == occurrences(cut, "2025-06-30")


def test_an_amendment_states_the_first_day_that_nobody_had_read() -> None:
    amended = iop.Amended("2024-06-03", applies_from="2024-06-03", terms=agreed(), agreed_by=AGREED)
    agreement = entered(amended, on="2024-01-01", seen="2024-01-01", first=iop.UNKNOWN)
    assert iop.UNKNOWN is agreement.on("2024-06-02").first_day
    assert "2024-01-01" == str(agreement.on("2024-06-03").first_day)
    taken_back = agreement.record(iop.Annulled("2024-08-01", decision=2))
    assert iop.UNKNOWN is taken_back.on("2024-08-01").first_day


def test_an_amendment_does_not_move_the_first_day_of_an_agreement_that_has_begun() -> None:
    amended = iop.Amended(
        "2024-06-03",
        applies_from="2024-06-03",
        terms=agreed(first="2024-02-01"),
        agreed_by=AGREED,
    )
    assert "2024-01-01" == str(running(amended).on("2024-06-03").first_day)


# --- a party leaves -------------------------------------------------------------------------

FIRM = iop.Party("firm", "Bolaget", sector="other")
TOWN = iop.Party("town", "Kommunen", sector="public")
MISSION = iop.Party("mission", "Föreningen", sector="civil")


def test_a_party_without_which_it_ends_keeps_it_from_going_on() -> None:
    """That it ends is known, if not when: a year more does not begin."""
    leaves = iop.PartyLeft("2025-02-03", party="mission", last_day=iop.UNKNOWN)
    agreement = running(leaves, renewal=YEARLY)
    assert ["unknown", "no"] == in_force(agreement, "2026-12-31", "2027-01-01")
    assert ["terminated"] == states(agreement, "2027-01-01")


def test_a_party_without_which_it_may_end_does_not() -> None:
    leaves = iop.PartyLeft("2025-02-03", party="town", last_day="2025-06-30")
    club = iop.Party("club", "Klubben", sector=iop.UNKNOWN)
    agreement = running(leaves, renewal=YEARLY, parties=(TOWN, MISSION, club))
    assert ["active"] == states(agreement, "2027-01-01")
    assert ["unknown"] == in_force(agreement, "2027-01-01")


def test_with_one_party_left_it_ends() -> None:
    leaves = iop.PartyLeft("2025-02-03", party="firm", last_day="2025-06-30")
    agreement = running(leaves, parties=(TOWN, FIRM))
    assert ["2025-06-30"] == last_day(agreement, "2025-02-03")
    three = running(leaves, parties=(TOWN, FIRM, iop.Party("pub", "Puben", sector="other")))
    assert ["2026-12-31"] == last_day(three, "2025-02-03")


def test_of_two_that_leave_the_first_leaves_the_other_alone() -> None:
    agreement = running(
        iop.PartyLeft("2025-02-03", party="firm", last_day="2025-06-30"),
        iop.PartyLeft("2025-02-03", party="town", last_day="2025-05-31"),
        parties=(TOWN, FIRM),
    )
    assert ["2025-05-31"] == last_day(agreement, "2025-02-03")


def test_who_left_is_told_where_nobody_has_listed_the_parties() -> None:
    agreement = entered(
        iop.PartyLeft("2025-02-03", party="club"),
        on="2024-01-01",
        seen="2024-01-01",
        parties=iop.UNKNOWN,
    )
    assert ("club",) == agreement.on("2025-02-03").left
    assert ["unknown"] == in_force(agreement, "2025-02-04")


# --- what is counted anew -------------------------------------------------------------------


def test_an_extension_has_no_last_day_once_the_period_has_two() -> None:
    """From the day it is recorded to have started, the length gives another day than the paper."""
    agreement = running(
        iop.Started("2024-04-16"),
        first=iop.UNKNOWN,
        last="2025-07-12",
        length="P1Y1M6D",
        renewal=iop.AutomaticRenewal("P45D", "P4Y", times=1),
    )
    before, after = agreement.on("2024-04-15"), agreement.on("2024-04-16")
    assert ["2025-08-26"] == [str(one.last_day) for one in before.extensions]
    assert [iop.UNKNOWN] == [one.last_day for one in after.extensions]
    assert ["2025-07-05", "2025-08-26"] == [str(day) for day in after.last_days]


def test_what_stops_with_the_first_period_stops_there_where_it_may_have_gone_on() -> None:
    duty = iop.Duty(
        "board",
        "meeting",
        iop.PerWindow(1, "P1Y", calendar=True),
        on_extension="stop",
    )
    agreement = entered(
        on="2023-02-28",
        seen="2026-02-27",
        first="2023-02-28",
        last="2026-02-27",
        renewal=iop.AutomaticRenewal("P3M", "P1M"),
        duties=(duty,),
    )
    standing = agreement.on("2026-02-27")
    assert ["2026-02-27", "2026-05-27"] == [str(day) for day in standing.last_days]
    assert "2026-02-27" == str(standing.occurrences[-1].last)


def test_the_numbers_of_a_new_series_run_on_from_the_highest() -> None:
    """Of two windows the second in the paper was due first, and stays."""
    spans = [iop.Period("2022-06-21", "2022-09-19"), iop.Period("2022-07-01", "2022-07-01")]
    duty = iop.Duty(
        "board",
        "meeting",
        iop.Fixed(spans, tail=True),
        first="2022-07-01",
        last="2022-07-31",
    )
    clauses: dict[str, Any] = {"first": "2022-06-01", "last": "2024-07-31", "duties": (duty,)}
    amended = iop.Amended(
        "2022-07-31", applies_from="2022-07-31", terms=agreed(**clauses), agreed_by=AGREED
    )
    agreement = entered(amended, on="2022-06-01", seen="2022-06-01", **clauses)
    found = agreement.on("2022-07-31").occurrences
    assert [(2, "2022-07-01"), (3, "2022-07-31")] == [(one.ordinal, str(one.due)) for one in found]


def test_what_may_have_been_extended_by_a_length_nobody_knows_stops_with_the_first_period() -> None:
    agreement = running(
        rescinded("2024-02-01", "2027-05-31"),
        iop.Extended("2024-03-01", length=iop.UNKNOWN),
        renewal=iop.RenewalOption("P1Y", times=2),
        duties=(attrs.evolve(meetings("P1Y")[0], on_extension="stop"),),
    )
    assert ["2026-12-31", "2027-05-31"] == last_days(agreement, "2024-03-01")
    assert "2026-12-31" == str(agreement.on("2024-03-01").occurrences[-1].last)


def test_a_doubt_from_the_entry_stays_as_long_as_the_clause_was_then() -> None:
    amended = iop.Amended(
        "2026-02-02",
        applies_from="2026-02-02",
        terms=agreed(renewal=iop.AutomaticRenewal("P2Y", "P6M")),
        agreed_by=AGREED,
    )
    agreement = entered(amended, on="2026-01-01", seen="2026-07-01", renewal=YEARLY)
    assert ["2026-12-31", "2027-12-31"] == last_days(agreement, "2026-02-02")


# --- what an amendment brings, takes away, or leaves unread ---------------------------------

GOAL = iop.Goal("calm", iop.Horizon("P6M"), text="Att lugna")


@pytest.mark.parametrize(
    ("before", "after", "day"),
    [((), (GOAL,), "2024-05-15"), ((GOAL,), (), "2024-08-15")],
)
def test_a_goal_that_an_amendment_brings_or_takes_away_is_told_with_its_words(
    before: tuple[iop.Goal, ...], after: tuple[iop.Goal, ...], day: str
) -> None:
    applies = "2024-06-01" if after else "2024-08-01"
    agreement = running(amended("2024-05-02", applies, goals=after), goals=before)
    due = [one for one in agreement.deadlines(day) if one.code == "assessment-due"]
    assert [("2024-07-01", "Att lugna")] == [
        (str(one.day), dict(one.facts).get("text")) for one in due
    ]


def test_an_amendment_before_the_first_day_that_leaves_it_unread_owes_nothing() -> None:
    agreement = running(
        amended("2023-10-20", "2023-10-20", first=iop.UNKNOWN, duties=meetings("P1Y")),
        duties=meetings("P1Y"),
    )
    assert iop.UNKNOWN is agreement.on("2023-10-20").first_day
    assert () == agreement.on("2024-05-01").occurrences


def test_what_was_due_stays_where_the_amendment_reads_its_first_day_in_two_ways() -> None:
    two = iop.Stated([iop.Reading("2024-01-01"), iop.Reading("2024-02-01")])
    agreement = running(
        amended("2025-06-02", "2025-06-02", first=two, duties=meetings("P1Y")),
        duties=meetings("P1Y"),
    )
    assert [(1, "2024-12-31")] == [
        (one.ordinal, str(one.due)) for one in agreement.on("2025-06-02").occurrences
    ]


@pytest.mark.parametrize("last", [iop.UNKNOWN, "2025-03-31"])
def test_once_it_is_cancelled_for_one_demand_no_other_waits(last: str | iop.Unknown) -> None:
    agreement = running(
        iop.DemandMade("2025-01-07", written=True),
        iop.DemandMade("2025-01-08", written=True),
        iop.Cancelled("2025-03-03", demand=6, last_day=last),
        breach=iop.Breach("P1M", written=True),
    )

    def waiting(day: str) -> int:
        return sum(one.code == "cure-ends" for one in agreement.deadlines(day))

    assert [2, 0] == [waiting("2025-03-02"), waiting("2025-03-03")]


def test_a_successor_leaves_an_ending_on_a_known_day_as_it_is() -> None:
    agreement = running(
        against("2026-05-04"),
        iop.Extended("2026-06-01", length=iop.UNKNOWN),
        iop.Renewed("2026-09-01", successor="a-2", period=iop.UNKNOWN),
        renewal=YEARLY,
    )
    assert () == agreement.on("2026-09-01").doubts
    assert ["active", "renewed"] == states(agreement, "2026-12-31", "2027-01-01")


def test_a_length_is_counted_from_the_first_day_that_stays() -> None:
    said = amended("2024-05-02", "2024-05-02", first=iop.ABSENT, last="2026-11-30", length="P3Y")
    assert ["2026-11-30", "2026-12-31"] == last_days(running(said), "2024-05-02")
    alone = amended("2024-05-02", "2024-05-02", first=iop.ABSENT, last=iop.ABSENT, length="P4Y")
    assert ["2027-12-31"] == last_days(running(alone), "2024-05-02")


def test_a_decision_to_end_stands_again_once_the_period_is_as_it_was() -> None:
    decided = iop.EndingDecided("2024-03-04", by="board", last_day="2026-12-31")
    longer = amended("2024-05-02", "2024-05-02", last="2027-12-31")
    moved = running(decided, longer)
    back = moved.record(amended("2024-06-03", "2024-06-03"))
    assert [6, None, 6] == [
        agreement.on(day).ending_decided
        for agreement, day in ((moved, "2024-05-01"), (moved, "2024-05-02"), (back, "2024-06-03"))
    ]


def test_what_is_resolved_of_a_period_that_is_over_settles_nothing_of_the_next() -> None:
    """In force in 2027 it has gone on, and by 30 June nobody knows whether it goes on again."""
    settled = iop.Resolved("2027-09-01", what="last_day", reading="2026-12-31", by="board")
    agreement = entered(settled, on="2027-01-01", seen="2027-08-02", renewal=YEARLY)
    assert ["2027-12-31", "2028-12-31"] == last_days(agreement, "2027-09-01")


def test_what_is_corrected_twice_is_corrected_and_what_was_never_demanded_is_an_anomaly() -> None:
    agreement = running(
        iop.DemandMade("2025-01-07", written=True),
        iop.DemandCorrected("2025-01-20", demand=6),
        iop.DemandCorrected("2025-01-27", demand=6),
        iop.DemandCorrected("2025-01-28", demand=4),
        breach=iop.Breach("P1M", written=True),
    )
    assert [(9, "no-such-event")] == set_aside(agreement, "2025-01-28")
    assert [7] == [one.corrected for one in agreement.on("2025-01-28").demands]


def test_what_is_settled_of_a_period_that_is_over_ends_nothing_that_is_in_force() -> None:
    settled = iop.Resolved("2027-09-01", what="last_day", reading="2026-12-31", by="board")
    agreement = entered(settled, on="2027-01-01", seen="2027-01-01", renewal=NO_LENGTH)
    assert ["active"] == states(agreement, "2027-01-02")
    assert ["unknown"] == in_force(agreement, "2027-01-02")


def test_a_successor_ends_it_too_where_an_ending_is_only_its_last_reading() -> None:
    agreement = running(
        rescinded("2026-07-01", "2027-06-30"),
        iop.Renewed("2026-09-01", successor="a-2", period=iop.Period("2027-10-01", "2029-12-31")),
        renewal=NO_LENGTH,
    )
    standing = agreement.on("2026-09-01")
    assert ["2027-06-30", "2027-09-30"] == [str(one.last_day) for one in standing.endings]
    assert ["2026-12-31", "2027-06-30"] == [str(day) for day in standing.last_days]
