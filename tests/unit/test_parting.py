"""Parties that leave, what is void, and why it is over where several things end it (RULES §2)."""

from __future__ import annotations

from itertools import combinations, permutations

import pytest

import ioplife as iop
from tests.unit.running import (
    AGREED,
    APPROVAL,
    MISSION,
    PARISH,
    TOWN,
    entered,
    in_force,
    last_day,
    running,
    set_aside,
    states,
)

THREE = (TOWN, MISSION, PARISH)
REGION = iop.Party("region", "Regionen", sector="public")
STRANGER = iop.Party("firm", "Bolaget", sector="other")
UNTOLD = iop.Party("club", "Klubben", sector=iop.UNKNOWN)


def left(
    on: str, party: str | iop.Unknown, last_day: str | iop.Unknown | None = None
) -> iop.PartyLeft:
    return iop.PartyLeft(on, party=party, last_day=last_day)


# --- a party leaves -------------------------------------------------------------------------


@pytest.mark.parametrize("party", ["town", "mission", "board"])
def test_without_a_civil_or_a_public_party_it_ends(party: str) -> None:
    agreement = running(left("2024-06-03", party))
    assert ["2026-12-31", "2024-06-03"] == last_day(agreement, "2024-06-02", "2024-06-03")
    assert ["active", "terminated"] == states(agreement, "2024-06-03", "2024-06-04")
    assert iop.Reason.PARTY_LEFT is agreement.on("2024-06-04").reason


def test_it_goes_on_with_those_who_remain() -> None:
    agreement = running(left("2024-06-03", "mission"), parties=THREE)
    assert ["active"] == states(agreement, "2024-06-04")
    assert ("mission",) == agreement.on("2024-06-03").left
    assert () == agreement.on("2024-06-02").left
    assert () == agreement.on("2024-06-03").endings


def test_it_ends_when_the_last_of_a_sector_leaves() -> None:
    agreement = running(left("2024-06-03", "mission"), left("2025-02-03", "parish"), parties=THREE)
    assert ["active", "terminated"] == states(agreement, "2025-02-03", "2025-02-04")
    public = running(
        left("2024-06-03", "town"),
        left("2025-02-03", "region"),
        parties=(TOWN, REGION, MISSION),
    )
    assert ["active", "terminated"] == states(public, "2025-02-03", "2025-02-04")


def test_the_day_that_a_party_names_is_its_last() -> None:
    agreement = running(left("2024-06-03", "mission", "2024-12-31"))
    assert ["2026-12-31", "2024-12-31"] == last_day(agreement, "2024-06-02", "2024-06-03")
    assert ["active", "terminated"] == states(agreement, "2024-12-31", "2025-01-01")


@pytest.mark.parametrize(
    ("first", "second", "last"),
    [
        ("2025-06-30", "2025-03-31", "2025-06-30"),  # who told first stays longest
        ("2025-03-31", "2025-06-30", "2025-06-30"),
        ("2025-06-30", "2025-06-30", "2025-06-30"),
    ],
)
def test_it_lasts_as_long_as_the_last_of_those_who_leave(
    first: str, second: str, last: str
) -> None:
    agreement = running(
        left("2024-02-01", "mission", first), left("2024-03-01", "parish", second), parties=THREE
    )
    assert ["2026-12-31", last] == last_day(agreement, "2024-02-29", "2024-03-01")
    over = iop.Period(last).first.add(days=1)
    assert ("active", "terminated") == (agreement.on(last).state, agreement.on(over).state)


def test_the_sector_that_is_first_without_a_party_ends_it() -> None:
    agreement = running(
        left("2024-02-01", "mission", "2025-06-30"), left("2024-03-01", "town", "2025-03-31")
    )
    assert ["2025-06-30", "2025-03-31"] == last_day(agreement, "2024-02-29", "2024-03-01")


def test_one_who_is_no_party_leaves_nothing() -> None:
    agreement = running(left("2024-06-03", "stranger"))
    assert ["active"] == states(agreement, "2024-06-04")
    assert [(6, "no-such-event")] == set_aside(agreement, "2024-06-03")
    other = running(left("2024-06-03", "firm"), parties=(*THREE[:2], STRANGER))
    assert ["active"] == states(other, "2024-06-04")
    assert [] == set_aside(other, "2024-06-03")


def test_before_it_has_begun_it_ends_at_once() -> None:
    agreement = running(left("2023-10-02", "mission"))
    assert ["signed", "terminated"] == states(agreement, "2023-10-01", "2023-10-02")
    to_the_first = running(left("2023-10-02", "mission", "2024-01-01"))
    assert ["active", "terminated"] == states(to_the_first, "2024-01-01", "2024-01-02")


def test_where_nobody_knows_who_left_it_may_be_over_the_day_after() -> None:
    agreement = running(left("2024-06-03", iop.UNKNOWN), parties=THREE)
    assert ["yes", "unknown"] == in_force(agreement, "2024-06-03", "2024-06-04")
    assert ["active"] == states(agreement, "2024-06-04")


def test_where_any_of_them_would_end_it_it_ends() -> None:
    agreement = running(left("2024-06-03", iop.UNKNOWN))
    assert ["active", "terminated"] == states(agreement, "2024-06-03", "2024-06-04")


def test_where_the_sector_of_one_is_unknown_it_may_be_the_last_civil_party() -> None:
    agreement = running(left("2024-06-03", "mission"), parties=(TOWN, MISSION, UNTOLD))
    assert ["yes", "unknown"] == in_force(agreement, "2024-06-03", "2024-06-04")
    assert ["2026-12-31"] == last_day(agreement, "2024-06-04")


def test_where_nobody_knows_the_parties_nobody_can_tell() -> None:
    agreement = entered(left("2024-06-03", "mission"), on="2024-01-01", seen="2024-01-01")
    unread = iop.Agreement(
        "a", iop.Terms(first_day="2024-01-01", last_day="2026-12-31"), agreement.events
    )
    assert ["terminated"] == states(agreement, "2024-06-04")
    assert ["yes", "unknown"] == in_force(unread, "2024-06-03", "2024-06-04")
    assert ["active"] == states(unread, "2024-06-04")


# --- whether it surely ends ---------------------------------------------------------------

YEARLY = iop.AutomaticRenewal("P1Y", "P6M")
"""It goes on by itself on 2026-07-01, to the end of 2027, unless something ends it."""


def goes_on(*parties: iop.Party, leaving: tuple[iop.PartyLeft, ...]) -> list[str]:
    """The last day on the latest day for notice, and on the day after it."""
    agreement = running(*leaving, parties=parties, renewal=YEARLY)
    return last_day(agreement, "2026-06-30", "2026-07-01")


def test_what_surely_ends_it_keeps_it_from_going_on_by_itself_though_nobody_knows_the_day() -> None:
    """If the town leaves it ends with 2024, and if the parish does, with June 2025."""
    leaving = (
        left("2024-06-03", "mission", "2025-06-30"),
        left("2024-06-04", iop.UNKNOWN, "2024-12-31"),
    )
    assert ["2026-12-31", "2026-12-31"] == goes_on(*THREE, leaving=leaving)
    assert ["2026-12-31", "2027-12-31"] == goes_on(*THREE, leaving=leaving[:1])
    agreement = running(*leaving, parties=THREE)
    assert ["yes", "unknown"] == in_force(agreement, "2024-06-04", "2024-06-05")


def test_what_may_end_it_does_not_keep_it_from_going_on() -> None:
    """Of three who have all stayed, one leaves; without the town it ends."""
    assert ["2026-12-31", "2027-12-31"] == goes_on(
        *THREE, leaving=(left("2024-06-03", iop.UNKNOWN),)
    )


def test_without_its_one_civil_party_it_ends_though_two_others_remain() -> None:
    agreement = running(left("2024-06-03", "mission"), parties=(TOWN, REGION, MISSION))
    assert ["2026-12-31", "2024-06-03"] == last_day(agreement, "2024-06-02", "2024-06-03")
    assert () == agreement.on("2024-06-03").doubts


def test_one_of_an_unread_sector_who_leaves_two_public_parties_may_have_been_the_civil_one() -> (
    None
):
    leaving = (left("2024-06-03", "club"),)
    assert (7,) == running(*leaving, parties=(TOWN, REGION, UNTOLD)).on("2024-06-03").doubts
    assert ["2026-12-31", "2027-12-31"] == goes_on(TOWN, REGION, UNTOLD, leaving=leaving)


def test_where_all_leave_who_may_be_civil_it_ends_nobody_knows_when() -> None:
    """At the end of 2024, if the club is of another sector; else as it leaves, in June 2025."""
    parties = (TOWN, REGION, MISSION, UNTOLD)
    leaving = (
        left("2024-06-03", "mission", "2024-12-31"),
        left("2024-06-04", "club", "2025-06-30"),
    )
    assert ["2026-12-31", "2026-12-31"] == goes_on(*parties, leaving=leaving)
    assert ["2026-12-31", "2027-12-31"] == goes_on(*parties, leaving=leaving[:1])
    agreement = running(*leaving, parties=parties)
    assert ["2026-12-31", "2026-12-31"] == last_day(agreement, "2024-06-04", "2025-07-01")
    assert (8, 9) == agreement.on("2024-06-04").doubts


def test_of_two_of_one_sector_it_ends_with_the_first_who_goes() -> None:
    """From then on there is one left, and none to keep it with."""
    agreement = running(
        left("2024-02-01", "mission", "2025-06-30"),
        left("2024-03-01", "parish", "2025-03-31"),
        parties=(MISSION, PARISH),
    )
    assert ["2025-06-30", "2025-03-31"] == last_day(agreement, "2024-02-29", "2024-03-01")


def test_of_three_of_one_sector_it_ends_with_the_second_who_goes() -> None:
    third = iop.Party("choir", "Kören", sector="civil")
    agreement = running(
        left("2024-02-01", "mission", "2025-06-30"),
        left("2024-03-01", "parish", "2025-05-31"),
        left("2024-04-01", "choir", "2025-04-30"),
        parties=(MISSION, PARISH, third),
    )
    assert ["2026-12-31", "2025-06-30", "2025-05-31"] == last_day(
        agreement, "2024-02-29", "2024-03-01", "2024-04-01"
    )


def test_the_only_party_that_leaves_ends_it() -> None:
    agreement = running(left("2024-06-03", "mission"), parties=(MISSION,))
    assert ["2026-12-31", "2024-06-03"] == last_day(agreement, "2024-06-02", "2024-06-03")


# --- what is void ---------------------------------------------------------------------------


def test_what_is_void_ends_on_its_day_or_the_day_it_names() -> None:
    at_once = running(iop.Voided("2024-06-03"))
    assert ["active", "terminated"] == states(at_once, "2024-06-03", "2024-06-04")
    assert iop.Reason.VOID is at_once.on("2024-06-04").reason
    later = running(iop.Voided("2024-06-03", last_day="2024-06-30"))
    assert ["active", "terminated"] == states(later, "2024-06-30", "2024-07-01")


def test_what_is_void_before_it_has_begun_ends_at_once() -> None:
    agreement = running(iop.Voided("2023-12-31"))
    assert ["signed", "terminated"] == states(agreement, "2023-12-30", "2023-12-31")
    on_the_first = running(iop.Voided("2024-01-01"))
    assert ["active", "terminated"] == states(on_the_first, "2024-01-01", "2024-01-02")


def test_a_day_that_nobody_knows_leaves_it_in_doubt_from_the_day_after() -> None:
    for event in (
        iop.Voided("2024-06-03", last_day=iop.UNKNOWN),
        iop.Rescinded("2024-06-03", last_day=iop.UNKNOWN, agreed_by=AGREED),
        iop.Cancelled("2024-06-03", last_day=iop.UNKNOWN),
        left("2024-06-03", "mission", iop.UNKNOWN),
    ):
        agreement = running(event)
        assert ["yes", "unknown", "unknown", "no"] == in_force(
            agreement, "2024-06-03", "2024-06-04", "2026-12-31", "2027-01-01"
        )


# --- why it is over -------------------------------------------------------------------------

DAY = "2024-12-31"
ENDINGS: dict[str, iop.Event] = {
    "void": iop.Voided("2024-06-03", last_day=DAY),
    "breach": iop.Cancelled("2024-06-03", last_day=DAY),
    "notice": iop.NoticeGiven("2024-06-30", written=True),
    "rescinded": iop.Rescinded("2024-06-03", last_day=DAY, agreed_by=AGREED),
    "party_left": left("2024-06-03", "mission", DAY),
}
"""Each ends it on the last of 2024; in the order in which they go before one another."""


@pytest.mark.parametrize(("before", "after"), list(combinations(ENDINGS, 2)))
def test_of_two_endings_on_one_day_one_says_why(before: str, after: str) -> None:
    for pair in permutations((before, after)):
        events = [ENDINGS[reason] for reason in pair]
        over = running(*events, notice=iop.Notice("P6M", ends="month_end")).on("2025-01-01")
        assert (DAY, before) == (str(over.last_day), over.reason)


@pytest.mark.parametrize("reason", ENDINGS)
def test_an_ending_on_the_last_day_of_the_period_says_why_and_a_day_later_does_not(
    reason: str,
) -> None:
    for last, why in ((DAY, reason), ("2024-12-30", "expired")):
        agreement = running(ENDINGS[reason], last=last, notice=iop.Notice("P6M", ends="month_end"))
        assert why == agreement.on("2025-01-01").reason


def test_the_ending_that_comes_first_says_why() -> None:
    agreement = running(
        iop.Voided("2024-06-03", last_day="2024-07-31"),
        iop.Rescinded("2024-06-04", last_day="2024-07-30", agreed_by=AGREED),
    )
    assert ["2024-07-31", "2024-07-30"] == last_day(agreement, "2024-06-03", "2024-06-04")
    assert iop.Reason.RESCINDED is agreement.on("2024-07-31").reason


def test_else_it_is_over_as_it_was_decided_or_of_itself() -> None:
    decided = iop.EndingDecided("2026-05-04", by="board", last_day="2026-12-31")
    goes_on = iop.RenewalDecided("2026-06-01", by="board")
    assert "expired" == running().on("2027-01-01").reason
    assert "not_renewed" == running(decided).on("2027-01-01").reason
    assert "expired" == running(decided, goes_on).on("2027-01-01").reason
    early = iop.RenewalDecided("2026-05-03", by="board")
    assert "not_renewed" == running(early, decided).on("2027-01-01").reason
    ended = iop.Rescinded("2026-06-01", last_day="2026-12-31", agreed_by=AGREED)
    assert "rescinded" == running(decided, ended).on("2027-01-01").reason


def test_the_approval_that_is_annulled_on_the_last_day_says_why() -> None:
    annulled = iop.Annulled("2026-12-31", decision=APPROVAL)
    assert "annulled" == running(annulled).on("2027-01-01").reason
    assert (
        "expired" == running(iop.Annulled("2027-01-01", decision=APPROVAL)).on("2027-01-02").reason
    )
