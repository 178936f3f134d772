"""What is told of where an agreement stands, and of its versions. Worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.facts import facts
from ioplife.lifecycle.turns import AS_ENTERED
from ioplife.standing import Cause
from ioplife.states import State
from tests.unit.running import (
    AGREED,
    FOREVER,
    agreed,
    amended,
    by_time,
    entered,
    in_force,
    last_day,
    opening,
    running,
    set_aside,
    stated,
    states,
)
from tests.unit.test_amendments import SIX_MONTHS, TWO_MONTHS, notice

ONE = iop.Source("the agreement", "§ 1")
TWO = iop.Source("the decision", "§ 2")
FIRSTS = stated("2024-01-01", "2024-02-01")
LASTS = stated("2026-06-30", "2026-12-31")
TWICE = iop.RenewalOption("P1Y", times=2)


def unsigned(*events: iop.Event, **clauses: Any) -> iop.Agreement:  # noqa: ANN401 - any clause
    """That agreement, approved on 2023-06-01, and what has happened since: from number 4."""
    terms = agreed(**clauses)
    assert isinstance(terms.parties, tuple)
    return iop.Agreement("a-1", terms, (*opening(*terms.parties)[:3], *events))


def why(agreement: iop.Agreement, day: str) -> Cause:
    """Why the last day is what it is, as it stands on a day."""
    return agreement.on(day).because[-1]


def brought(agreement: iop.Agreement, tag: str) -> Cause:
    """Why time brought what it did, the one time it did."""
    (found,) = [one.cause for one in agreement.timeline(until="2027-12-31") if one.tag == tag]
    return found


# --- in force --------------------------------------------------------------------------------


def test_once_signed_it_may_be_in_force_from_the_earliest_reading_of_its_first_day() -> None:
    """And is from the latest, on which it starts."""
    agreement = running(first=FIRSTS)

    assert ["no", "unknown", "unknown", "yes"] == in_force(
        agreement, "2023-12-31", "2024-01-01", "2024-01-31", "2024-02-01"
    )
    assert ["signed", "active"] == states(agreement, "2024-01-31", "2024-02-01")
    assert Date(2024, 2, 1) == agreement.on("2023-12-31").first_day


def test_entered_in_force_it_may_still_not_have_been_before_the_latest_reading() -> None:
    agreement = entered(on="2024-01-15", seen="2024-01-20", first=FIRSTS)

    assert ["unknown", "unknown", "yes"] == in_force(
        agreement, "2024-01-15", "2024-01-31", "2024-02-01"
    )


def test_with_no_signature_on_record_it_is_not_in_force_after_its_latest_last_day() -> None:
    assert ["no", "unknown", "unknown", "no"] == in_force(
        unsigned(), "2023-12-31", "2024-01-01", "2026-12-31", "2027-01-01"
    )
    assert ["unknown", "unknown", "no"] == in_force(
        unsigned(last=LASTS), "2026-07-01", "2026-12-31", "2027-01-01"
    )


def test_with_no_last_day_to_read_it_is_in_force_as_long_as_a_record_shows_it() -> None:
    """Its start shows it, and so do a call while it runs and the paper of an entry."""
    agreement = running(last=iop.ABSENT)
    called = running(iop.FollowUpCalled("2024-03-01", by="board"), last=iop.ABSENT)
    paper = entered(on="2024-01-01", seen="2024-03-31", last=iop.ABSENT)

    assert ["yes", "unknown"] == in_force(agreement, "2024-01-01", "2024-01-02")
    assert ["yes", "unknown"] == in_force(called, "2024-03-01", "2024-03-02")
    assert ["yes", "unknown"] == in_force(paper, "2024-03-31", "2024-04-01")


def test_until_further_notice_it_is_in_force_on_every_day_from_its_first() -> None:
    agreement = running(**FOREVER)

    assert ["no", "yes", "yes"] == in_force(agreement, "2023-12-31", "2024-01-01", "2099-01-01")


# --- its last day, and why -------------------------------------------------------------------


def test_of_two_last_days_the_earlier_is_told_until_it_is_past() -> None:
    agreement = running(last=LASTS)

    assert ["2026-06-30", "2026-12-31", "2026-12-31"] == last_day(
        agreement, "2026-06-30", "2026-07-01", "2027-01-01"
    )


def test_why_the_last_day_is_what_it_is() -> None:
    """As stated, as extended, in conflict, or by what ended it; the cause comes last."""
    last = Date(2026, 12, 31)
    read = iop.Stated([iop.Reading("2026-12-31", source=ONE)])
    both = iop.Stated(
        [iop.Reading("2026-06-30", source=ONE), iop.Reading("2026-12-31", source=TWO)]
    )
    days = (Date(2026, 6, 30), last)
    extended = running(iop.Extended("2026-06-30", by="board"), renewal=TWICE)
    rescinded = running(
        iop.Rescinded("2025-03-01", by="board", agreed_by=AGREED, last_day="2025-05-31")
    )

    assert Cause("last-day-stated", facts(last_day=last), ONE) == why(
        running(last=read), "2024-06-01"
    )
    assert Cause("last-day-extended", facts(last_day=Date(2027, 12, 31))) == why(
        extended, "2026-06-30"
    )
    assert "last-day-stated" == why(extended, "2026-06-29").code
    assert Cause("last-day-conflict", facts(readings=days), ONE) == why(
        running(last=both), "2026-06-30"
    )
    assert Cause("last-day-conflict", facts(readings=days), TWO) == why(
        running(last=both), "2026-07-01"
    )
    assert Cause("ended-by", facts(number=6, last_day=Date(2025, 5, 31))) == why(
        rescinded, "2025-03-01"
    )
    assert "last-day-stated" == why(rescinded, "2025-02-28").code


def test_why_it_is_in_its_state_comes_first_once_it_has_one() -> None:
    agreement = running()

    assert ["last-day-stated"] == [one.code for one in agreement.on("2023-01-31").because]
    assert ["initiated", "last-day-stated"] == [
        one.code for one in agreement.on("2023-02-01").because
    ]


def test_the_day_after_a_period_is_one_on_which_answers_may_change() -> None:
    """Extended in 2026: the second period begins on 2027-01-01, and nothing else does."""
    agreement = running(iop.Extended("2026-06-30", by="board"), renewal=TWICE)

    assert Date(2027, 1, 1) == agreement.next_turn("2026-12-31")
    assert (1, 2) == (agreement.on("2026-12-31").number, agreement.on("2027-01-01").number)
    assert running(**FOREVER).next_turn("2024-01-02") is None


# --- who has signed, and what is open --------------------------------------------------------


def test_who_has_not_signed_is_told_while_signatures_are_collected() -> None:
    agreement = running()
    nobody = iop.Agreement(
        "a-1",
        iop.Terms(parties=iop.UNKNOWN, kind="iop", first_day="2024-01-01", last_day="2026-12-31"),
        (iop.Entered("2023-06-01", state="approved", seen="2023-06-01"),),
    )

    assert [(), ("mission", "town"), ("mission",), ()] == [
        agreement.on(day).unsigned
        for day in ("2023-05-31", "2023-06-01", "2023-07-01", "2023-07-02")
    ]
    assert iop.UNKNOWN is nobody.on("2023-06-01").unsigned


def test_a_call_is_open_until_the_end_and_not_after() -> None:
    agreement = running(iop.FollowUpCalled("2026-03-01", by="board"))

    assert [(), (6,), (6,), ()] == [
        agreement.on(day).open for day in ("2026-02-28", "2026-03-01", "2026-12-31", "2027-01-01")
    ]


def test_what_was_left_is_settled_from_the_day_it_is_closed() -> None:
    agreement = running(iop.Closed("2027-02-01", by="board"))

    assert (False, True) == (agreement.on("2027-01-31").closed, agreement.on("2027-02-01").closed)


def test_an_answer_to_one_of_two_calls_leaves_the_follow_up_open() -> None:
    calls = (
        iop.FollowUpCalled("2024-03-01", by="board"),
        iop.FollowUpCalled("2024-03-02", by="mission"),
    )
    first = iop.FollowedUp("2024-04-01", by="board", answers=6)
    second = iop.FollowedUp("2024-05-01", by="board", answers=7)
    agreement = running(*calls, first, second)

    assert [
        ("2024-01-01", "~starts", State.ACTIVE),
        ("2024-03-01", "follow_up_called", State.FOLLOW_UP),
        ("2024-03-02", "follow_up_called", State.FOLLOW_UP),
        ("2024-04-01", "followed_up", State.FOLLOW_UP),
        ("2024-05-01", "followed_up", State.ACTIVE),
    ] == [(str(one.on), one.tag, one.after) for one in agreement.timeline(until="2024-12-31")[5:]]


# --- the register entry ----------------------------------------------------------------------


def test_what_no_row_stood_for_before_the_entry_is_no_anomaly_from_its_day_on() -> None:
    """A correction of what is not on record has no effect, whatever a later paper shows."""
    agreement = iop.Agreement(
        "a-1",
        agreed(),
        (
            iop.FollowUpCalled("2023-03-01", by="board"),
            iop.Corrected("2023-04-01", by="board", event_no=9, why="a slip"),
            iop.Entered("2024-06-01", state="active", seen="2024-06-01"),
        ),
    )

    assert [(1, "wrong-state"), (2, "no-such-event")] == set_aside(agreement, "2024-05-31")
    assert [(2, "no-such-event")] == set_aside(agreement, "2024-06-01")
    assert [None, 3] == [agreement.on(day).entered for day in ("2024-05-31", "2024-06-01")]


def test_an_entry_leads_to_any_higher_rank_but_never_to_follow_up() -> None:
    final = (State.RENEWED, State.TERMINATED, State.DECLINED)

    assert (State.SIGNED, State.ACTIVE, *final) == AS_ENTERED.reach(State.APPROVED)
    assert final == AS_ENTERED.reach(State.ACTIVE)
    assert (
        State.INITIATIVE,
        State.PROPOSED,
        State.APPROVED,
        State.SIGNED,
        State.ACTIVE,
        *final,
    ) == AS_ENTERED.reach(None)


def test_entered_in_force_before_its_first_day_it_ends_the_day_after_all_the_same() -> None:
    """It had begun, whatever the terms say; only what is signed ends at once."""
    ended = iop.Rescinded("2023-12-10", by="board", agreed_by=AGREED)

    assert ["active", "terminated"] == states(
        entered(ended, on="2023-12-01", seen="2023-12-01"), "2023-12-10", "2023-12-11"
    )
    assert ["signed", "terminated"] == states(running(ended), "2023-12-09", "2023-12-10")


@pytest.mark.parametrize(
    ("referred_to", "reason"),
    [
        (None, iop.Reason.DECLINED),
        ("another-form", iop.Reason.REFERRED),
        (iop.UNKNOWN, iop.UNKNOWN),
    ],
)
def test_an_initiative_that_is_sent_elsewhere_is_not_declined_for_itself(
    referred_to: str | None | iop.Unknown, reason: iop.Reason | iop.Unknown
) -> None:
    agreement = iop.Agreement(
        "a-1",
        agreed(),
        (
            iop.Initiated("2023-02-01", by="mission"),
            iop.Declined("2023-03-01", by="board", referred_to=referred_to),
        ),
    )

    assert [None, reason] == [agreement.on(day).reason for day in ("2023-02-28", "2023-03-01")]


def test_a_criterion_may_be_assessed_at_any_time_but_once_it_is_declined() -> None:
    """Recorded on the day after each step of its life, and after a refusal."""
    days = ("2023-01-01", "2023-02-02", "2023-04-02", "2023-06-02", "2023-07-03", "2024-01-02")
    assessed = [
        iop.Assessed(day, by="board", matter="no_market", outcome="met")
        for day in (*days, "2027-01-02")
    ]
    declined = iop.Agreement(
        "a-1",
        agreed(),
        (
            iop.Initiated("2023-02-01", by="mission"),
            iop.Declined("2023-03-01", by="board"),
            iop.Assessed("2023-03-02", by="board", matter="no_market", outcome="met"),
        ),
    )

    assert [] == set_aside(running(*assessed), "2027-12-31")
    assert [(3, "wrong-state")] == set_aside(declined, "2023-03-02")


# --- what time brings, and by which paper ----------------------------------------------------


def test_it_starts_by_the_paper_that_reads_its_latest_first_day() -> None:
    first = iop.Stated(
        [iop.Reading("2024-01-01", source=ONE), iop.Reading("2024-02-01", source=TWO)]
    )
    agreement = running(first=first)

    assert Cause("~starts", facts(first_day=Date(2024, 2, 1)), TWO) == brought(agreement, "~starts")
    assert [("2024-02-01", "~starts")] == by_time(agreement, "2024-12-31")


def test_it_goes_on_by_the_clause_that_says_so() -> None:
    """Six months before 2026-12-31 is 2026-06-30; it goes on the day after, for a year."""
    year = iop.Duration(years=1)
    clause = iop.AutomaticRenewal("P1Y", "P6M", times=1, source=ONE)
    agreement = running(renewal=clause)

    assert Cause(
        "~extends", facts(extension=1, length=year, last_day=Date(2027, 12, 31)), ONE
    ) == brought(agreement, "~extends")
    assert [("2024-01-01", "~starts"), ("2026-07-01", "~extends")] == by_time(
        agreement, "2027-12-31"
    )


# --- versions --------------------------------------------------------------------------------


def test_before_it_has_begun_an_amended_period_holds_from_the_day_it_is_agreed() -> None:
    """All else from the day the amendment applies from."""
    change = amended("2023-09-01", "2024-06-01", last="2027-12-31", notice=SIX_MONTHS)
    agreement = running(change, notice=TWO_MONTHS)

    assert ["2026-12-31", "2027-12-31"] == last_day(agreement, "2023-08-31", "2023-09-01")
    assert ["P2M", "P6M"] == notice(agreement, "2024-05-31", "2024-06-01")


def test_that_it_started_leaves_what_has_been_amended_before() -> None:
    change = amended("2023-09-01", first=iop.ABSENT, notice=SIX_MONTHS)
    agreement = running(
        change, iop.Started("2024-02-01", by="board"), first=iop.ABSENT, notice=TWO_MONTHS
    )

    assert ["P2M", "P6M", "P6M", "P6M"] == notice(
        agreement, "2023-08-31", "2023-09-01", "2024-01-31", "2024-02-01"
    )
    assert Date(2024, 2, 1) == agreement.on("2024-02-01").first_day


def test_a_period_that_is_agreed_anew_is_not_extended_as_it_was_the_first_time() -> None:
    """To 2026 and extended a year, then to 2028, then to 2026 again."""
    agreement = running(
        iop.Extended("2024-02-01", by="board"),
        amended("2024-03-01", last="2028-12-31", renewal=TWICE),
        amended("2024-04-01", renewal=TWICE),
        renewal=TWICE,
    )

    assert ["2026-12-31", "2027-12-31", "2028-12-31", "2026-12-31"] == last_day(
        agreement, "2024-01-31", "2024-02-01", "2024-03-01", "2024-04-01"
    )
