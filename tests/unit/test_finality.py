"""What becomes of each decision: announced, appealed, final, annulled (RULES §6; KL 13:5).

Worked out by hand. The approval is of 2023-06-01. Announced on Friday 2 June 2023, three weeks
are out on midsummer eve, so the last day to appeal is Monday the 26th; announced on Monday the
5th they are out on that same Monday.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import pytest
from pendulum import Date

import ioplife as iop
from tests.unit.running import (
    AGREED,
    APPROVAL,
    FOREVER,
    MISSION,
    TOWN,
    agreed,
    by_time,
    last_day,
    opening,
    running,
    set_aside,
    states,
)

EVE: Final = Date(2023, 6, 23)
YEARLY: Final = iop.AutomaticRenewal("P1Y", "P6M")


def works(day: Date) -> bool:
    """Of these days, all but the weekends and midsummer eve."""
    return day.weekday() < 5 and day != EVE


def decided(*events: iop.Event) -> iop.Agreement:
    """The agreement approved, not signed, and what has become of that: from number 4."""
    return iop.Agreement("a-1", agreed(), (*opening(TOWN, MISSION)[:APPROVAL], *events))


def announced(on: str = "2023-06-02", *, decision: int = APPROVAL) -> iop.Announced:
    return iop.Announced(on, decision=decision)


def removed(on: str) -> iop.AnnouncementRemoved:
    return iop.AnnouncementRemoved(on, decision=APPROVAL)


def appealed(on: str, *, decision: int = APPROVAL) -> iop.Appealed:
    return iop.Appealed(on, decision=decision)


def final(
    agreement: iop.Agreement,
    days: Sequence[str],
    is_working_day: Callable[[Date], bool] | None = works,
    *,
    decision: int = APPROVAL,
) -> list[str]:
    """Whether a decision is final on each of some days."""
    return [
        one.answer.value
        for day in days
        for one in agreement.on(day, is_working_day=is_working_day).final
        if one.number == decision
    ]


# --- when it is final -----------------------------------------------------------------------


def test_while_nobody_has_recorded_that_it_was_announced_it_may_be_final() -> None:
    agreement = decided()
    assert ["unknown", "unknown"] == final(agreement, ["2023-06-01", "2030-01-01"])
    assert () == agreement.on("2023-05-31").final


def test_it_is_final_the_day_after_the_last_day_to_appeal() -> None:
    monday = decided(announced("2023-06-05"))
    assert ["unknown", "no", "no", "yes"] == final(
        monday, ["2023-06-04", "2023-06-05", "2023-06-26", "2023-06-27"]
    )
    (ruling,) = monday.on("2023-06-05", is_working_day=works).final
    assert "2023-06-26" == str(ruling.appeal_ends)


def test_a_last_day_that_is_no_working_day_gives_way_to_the_next() -> None:
    eve = decided(announced())
    assert ["no", "no", "no", "yes"] == final(
        eve, ["2023-06-23", "2023-06-24", "2023-06-26", "2023-06-27"]
    )
    (ruling,) = eve.on("2023-06-02", is_working_day=works).final
    assert "2023-06-26" == str(ruling.appeal_ends)


def test_where_nobody_knows_what_a_working_day_is_it_may_be_final_after_the_day_counted() -> None:
    agreement = decided(announced())
    asked = ["2023-06-23", "2023-06-24", "2023-06-28", "2023-06-29"]
    assert ["no", "unknown", "unknown", "yes"] == final(agreement, asked, None)
    (ruling,) = agreement.on("2023-06-02").final
    assert "2023-06-23" == str(ruling.appeal_ends)


# --- the announcement -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "answer", "uncounted"),
    [
        ("2023-06-02", "no", "no"),
        ("2023-06-23", "no", "no"),
        ("2023-06-24", "no", "unknown"),
        ("2023-06-26", "no", "unknown"),
        ("2023-06-27", "yes", "unknown"),
        ("2023-06-28", "yes", "unknown"),
        ("2023-06-29", "yes", "yes"),
    ],
)
def test_taken_down_before_the_time_is_out_it_is_not_final(
    on: str, answer: str, uncounted: str
) -> None:
    agreement = decided(announced(), removed(on))
    assert [answer] == final(agreement, ["2024-06-01"])
    assert [uncounted] == final(agreement, ["2024-06-01"], None)


def test_until_it_is_taken_down_nobody_knew() -> None:
    agreement = decided(announced("2023-06-05"), removed("2023-06-26"))
    assert ["no", "no"] == final(agreement, ["2023-06-25", "2023-06-26"])
    after = decided(announced("2023-06-05"), removed("2023-06-27"))
    assert ["no", "yes"] == final(after, ["2023-06-26", "2023-06-27"])


def test_announced_anew_it_has_three_weeks_anew() -> None:
    agreement = decided(announced("2023-06-05"), removed("2023-06-20"), announced("2023-07-03"))
    asked = ["2023-06-27", "2023-07-02", "2023-07-24", "2023-07-25"]
    assert ["no", "no", "no", "yes"] == final(agreement, asked)
    (ruling,) = agreement.on("2023-07-03", is_working_day=works).final
    assert ("2023-07-24", None, False) == (
        str(ruling.appeal_ends),
        ruling.removed,
        ruling.broken,
    )


# --- appeals --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "answer", "uncounted"),
    [
        ("2023-06-02", "no", "no"),
        ("2023-06-23", "no", "no"),
        ("2023-06-26", "no", "unknown"),
        ("2023-06-27", "yes", "unknown"),
        ("2023-06-29", "yes", "yes"),
    ],
)
def test_an_appeal_in_time_keeps_it_from_being_final_and_a_late_one_does_not(
    on: str, answer: str, uncounted: str
) -> None:
    agreement = decided(announced(), appealed(on))
    assert [answer] == final(agreement, ["2024-06-01"])
    assert [uncounted] == final(agreement, ["2024-06-01"], None)


def test_one_that_is_appealed_and_not_known_to_be_announced_is_not_final() -> None:
    agreement = decided(appealed("2023-06-20"))
    assert ["unknown", "no"] == final(agreement, ["2023-06-19", "2023-06-20"])


def test_once_the_appeal_is_dismissed_it_is_final_if_the_time_is_out() -> None:
    dismissed = iop.AppealDismissed("2023-10-02", decision=APPROVAL)
    late = decided(announced("2023-06-05"), appealed("2023-06-20"), dismissed)
    assert ["no", "no", "yes"] == final(late, ["2023-06-27", "2023-10-01", "2023-10-02"])
    early = iop.AppealDismissed("2023-06-22", decision=APPROVAL)
    soon = decided(announced("2023-06-05"), appealed("2023-06-20"), early)
    assert ["no", "no", "yes"] == final(soon, ["2023-06-22", "2023-06-26", "2023-06-27"])


def test_an_appeal_after_one_that_was_dismissed_counts_as_any_other() -> None:
    agreement = decided(
        announced("2023-06-05"),
        appealed("2023-06-20"),
        iop.AppealDismissed("2023-06-22", decision=APPROVAL),
        appealed("2023-06-26"),
    )
    assert ["no"] == final(agreement, ["2024-06-01"])


def test_a_decision_that_a_court_has_stayed_is_not_final_while_that_stands() -> None:
    stayed = (
        announced("2023-06-05"),
        appealed("2023-06-20"),
        iop.Stayed("2023-07-03", decision=APPROVAL),
    )
    lifted = decided(*stayed, iop.StayLifted("2023-09-04", decision=APPROVAL))
    assert ["no", "no"] == final(lifted, ["2023-07-03", "2024-01-01"])  # the appeal still waits
    assert (6, None) == (
        lifted.on("2023-09-03").final[0].stayed,
        lifted.on("2023-09-04").final[0].stayed,
    )
    dismissed = decided(*stayed, iop.AppealDismissed("2023-09-04", decision=APPROVAL))
    assert ["no", "yes"] == final(dismissed, ["2023-09-03", "2023-09-04"])


def test_a_stay_tells_of_an_appeal_that_is_not_on_record() -> None:
    agreement = decided(
        announced("2023-06-05"),
        iop.Stayed("2023-07-03", decision=APPROVAL),
        iop.StayLifted("2023-09-04", decision=APPROVAL),
    )
    asked = ["2023-07-02", "2023-07-03", "2023-09-03", "2023-09-04"]
    assert ["yes", "no", "no", "yes"] == final(agreement, asked)


def test_a_late_appeal_takes_nothing_from_one_in_time() -> None:
    agreement = decided(announced("2023-06-05"), appealed("2023-06-26"), appealed("2023-06-27"))
    assert ["no"] == final(agreement, ["2024-06-01"])
    assert (5, 6) == agreement.on("2024-06-01").final[0].appeals


# --- one decision and another ----------------------------------------------------------------


def test_each_decision_has_a_clock_of_its_own() -> None:
    agreement = running(
        iop.RenewalDecided("2026-05-04", by="board"),
        announced("2026-05-11", decision=6),
        announced("2023-06-05"),
        appealed("2026-05-20", decision=6),
    )
    assert ["no", "yes", "yes"] == final(agreement, ["2023-06-26", "2023-06-27", "2026-06-02"])
    assert ["unknown", "no", "no"] == final(
        agreement, ["2026-05-10", "2026-05-11", "2026-06-02"], decision=6
    )


def test_which_decision_may_be_left_out_where_there_is_one() -> None:
    one = decided(iop.Announced("2023-06-05"))
    assert ["no"] == final(one, ["2023-06-05"])
    two = running(iop.RenewalDecided("2026-05-04", by="board"), iop.Announced("2026-05-11"))
    assert ["unknown"] == final(two, ["2026-05-11"])
    assert [(7, "no-such-event")] == set_aside(two, "2026-05-11")


def test_what_is_no_decision_cannot_be_announced() -> None:
    agreement = running(announced(decision=2), announced("2023-08-01", decision=5))
    assert [(6, "no-such-event"), (7, "no-such-event")] == set_aside(agreement, "2023-08-01")
    before = decided(announced("2023-05-31"))
    assert [(4, "wrong-state")] == set_aside(before, "2023-05-31")


def test_nothing_raises_at_the_end_of_the_calendar() -> None:
    agreement = running(announced("2999-12-25"), **FOREVER)
    assert ["no"] == final(agreement, ["2999-12-31"])
    assert ["no"] == final(agreement, ["2999-12-31"], None)


# --- annulled -------------------------------------------------------------------------------


def annulled(on: str, decision: int = APPROVAL) -> iop.Annulled:
    return iop.Annulled(on, decision=decision)


def test_an_approval_that_is_annulled_before_the_signatures_is_none() -> None:
    agreement = decided(announced("2023-06-05"), annulled("2023-09-04"))
    assert ["approved", "declined"] == states(agreement, "2023-09-03", "2023-09-04")
    assert iop.Reason.ANNULLED is agreement.on("2023-09-04").reason
    assert ["yes", "no"] == final(agreement, ["2023-09-03", "2023-09-04"])
    partly = decided(iop.Signed("2023-07-01", by="town"), annulled("2023-09-04"))
    assert ["declined"] == states(partly, "2023-09-04")


def test_one_that_is_annulled_after_them_ends_the_agreement() -> None:
    signed = running(annulled("2023-09-04"))
    assert ["signed", "terminated"] == states(signed, "2023-09-03", "2023-09-04")
    on_the_first = running(annulled("2024-01-01"))
    assert ["active", "terminated"] == states(on_the_first, "2024-01-01", "2024-01-02")
    active = running(annulled("2024-09-02"))
    assert ["active", "terminated"] == states(active, "2024-09-02", "2024-09-03")
    assert ["2026-12-31", "2024-09-02"] == last_day(active, "2024-09-01", "2024-09-02")
    for agreement in (signed, on_the_first, active):
        assert iop.Reason.ANNULLED is agreement.on("2025-01-01").reason


ENDINGS: Final[tuple[iop.Event, ...]] = (
    iop.NoticeGiven("2024-06-03", written=True),
    iop.Rescinded("2024-06-03", last_day="2024-12-03", agreed_by=AGREED),
    iop.Cancelled("2024-06-03", last_day="2024-12-03"),
)
"""Each ends it on 2024-12-03."""


@pytest.mark.parametrize("ends", ENDINGS)
def test_an_ending_that_is_annulled_has_no_effect_from_that_day(ends: iop.Event) -> None:
    def without(on: str) -> iop.Agreement:
        return running(ends, annulled(on, 6), notice=iop.Notice("P6M"))

    in_time, too_late = without("2024-12-03"), without("2024-12-04")
    assert ["2024-12-03", "2026-12-31"] == last_day(in_time, "2024-12-02", "2024-12-03")
    assert ["active", "terminated"] == states(in_time, "2026-12-31", "2027-01-01")
    assert ["terminated"] == states(too_late, "2024-12-04")
    assert ["terminated"] == states(too_late, "2026-12-31")


def test_one_that_is_annulled_lets_it_go_on_by_itself_that_day() -> None:
    gave = iop.NoticeGiven("2026-06-01", written=True, under="renewal")
    agreement = running(gave, annulled("2026-09-01", 6), renewal=YEARLY)
    assert ["2026-12-31", "2027-12-31"] == last_day(agreement, "2026-08-31", "2026-09-01")
    assert ("2026-09-01", "~extends") == by_time(agreement, "2026-09-01")[-1]


def test_of_two_endings_the_other_is_left() -> None:
    agreement = running(ENDINGS[1], ENDINGS[2], annulled("2024-09-02", 6))
    assert [7] == [one.number for one in agreement.on("2024-09-02").endings]
    assert iop.Reason.BREACH is agreement.on("2024-12-04").reason


def test_an_extension_that_is_annulled_has_no_effect_from_that_day() -> None:
    option = iop.RenewalOption("P1Y", times=2)
    used = iop.Extended("2026-05-04", by="board"), iop.Extended("2026-05-05", by="board")
    agreement = running(*used, annulled("2026-09-01", 6), renewal=option)
    assert ["2028-12-31", "2027-12-31"] == last_day(agreement, "2026-08-31", "2026-09-01")
    (left,) = agreement.on("2026-09-01").extensions
    assert (7, "2027-12-31") == (left.number, str(left.last_day))
    asked = agreement.on("2026-08-31").option_latest, agreement.on("2026-09-01").option_latest
    assert ("None", "2027-12-31") == tuple(str(one) for one in asked)


def test_one_that_is_annulled_once_it_runs_ends_it_that_day() -> None:
    used = iop.Extended("2026-05-04", by="board")
    agreement = running(used, annulled("2027-03-01", 6), renewal=iop.RenewalOption("P1Y"))
    assert ["active", "terminated"] == states(agreement, "2027-02-28", "2027-03-01")
    assert iop.Reason.EXPIRED is agreement.on("2027-03-01").reason


def test_a_decision_about_what_follows_that_is_annulled_says_nothing_more() -> None:
    ends = iop.EndingDecided("2026-05-04", by="board", last_day="2026-12-31")
    goes_on = iop.RenewalDecided("2026-06-01", by="board")
    one = running(ends, annulled("2026-09-01", 6))
    assert (6, None) == (
        one.on("2026-08-31").ending_decided,
        one.on("2026-09-01").ending_decided,
    )
    assert "expired" == one.on("2027-01-01").reason
    both = running(ends, goes_on, annulled("2026-09-01", 7))
    before, after = both.on("2026-08-31"), both.on("2026-09-01")
    assert (7, None) == (before.renewal_decided, before.ending_decided)
    assert (None, 6) == (after.renewal_decided, after.ending_decided)
    assert "not_renewed" == both.on("2027-01-01").reason


def test_what_is_annulled_is_named_and_no_other_is_touched() -> None:
    agreement = running(ENDINGS[1], annulled("2024-09-02", 9))
    assert ["2024-12-03"] == last_day(agreement, "2024-09-02")
    assert [(7, "no-such-event")] == set_aside(agreement, "2024-09-02")
