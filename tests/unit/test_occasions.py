"""The day a supposed event is placed on: each kind, on both sides; or why it has none."""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.messages import LANGUAGES
from ioplife.occasions import IDLE, NO_DAY, NO_TELLING, Placed, Question, place
from tests.unit.test_agreement import OPENING
from tests.unit.test_deadlines import (
    ANNOUNCED,
    BREACH,
    DEMAND,
    DONE,
    ENTERED,
    NOTICE,
    ONCE,
    OPEN_ENDED,
    OPTION,
    PAYING,
    SUCCESSOR,
    UNCOUNTED,
    conflict,
    living,
    owing,
)
from tests.unit.test_deadlines import BASE as UNREAD_RENEWAL

YES, NO, UNKNOWN = iop.Answer.YES, iop.Answer.NO, iop.Answer.UNKNOWN
UNTIL: Final = "2030-12-31"
BASE: Final = attrs.evolve(UNREAD_RENEWAL, renewal=iop.ABSENT)
CONFLICT: Final = attrs.evolve(BASE, last_day=conflict("2026-06-30", "2026-12-31"))
UNREAD: Final = attrs.evolve(BASE, last_day=iop.UNKNOWN)
APPROVED: Final = iop.Agreement("a", BASE, OPENING[:3])
EVERY_YEAR: Final = attrs.evolve(
    BASE, renewal=iop.AutomaticRenewal("P1Y", "P6M", written=False, counts_from="receipt")
)
AHEAD: Final = iop.Policy(
    "town", norms=[iop.Norm("decide-lead", "P3M", source=iop.Source("Guidelines"))]
)
HELD: Final = iop.FollowedUp("2024-01-01", result="reached")
FOLLOWED: Final = owing("follow_up", cadence=iop.PerWindow(1, "P1Y"))
NEXT: Final = iop.Renewed(
    "2024-01-01", successor="a-2", period=iop.Period("2027-01-01", "2029-12-31")
)


def weekday(day: Date) -> bool:
    return day.weekday() < 5


def placed(  # noqa: PLR0913 - how it is asked
    agreement: iop.Agreement,
    supposed: iop.Supposition,
    *,
    on: str = "2024-01-01",
    until: str = UNTIL,
    policy: iop.Policy = iop.DEFAULT,
    is_working_day: iop.IsWorkingDay | None = None,
) -> Placed:
    days = Date.fromisoformat(on), Date.fromisoformat(until)
    asked = Question(agreement, *days, policy=policy, is_working_day=is_working_day)
    return place(supposed, asked)


def day(
    agreement: iop.Agreement, event: iop.Event, on: str | None = None, **how: object
) -> str | None:
    """The day an event is placed on, from its own day or another; None: it has none."""
    asked = event if on is None else attrs.evolve(event, on=on)
    found = placed(agreement, iop.WhenDue(asked), **how)  # type: ignore[arg-type] # handed on
    return None if found.event is None else str(found.event.on)


def why(
    agreement: iop.Agreement, supposed: iop.Supposition, **how: object
) -> tuple[iop.Answer, str | None]:
    found = placed(agreement, supposed, **how)  # type: ignore[arg-type] # handed on
    assert found.event is None
    return found.answer, None if found.cause is None else found.cause.code


def test_an_event_on_a_day_stays_on_it() -> None:
    assert Placed(NOTICE) == placed(living(BASE), NOTICE)


# --- what is owed ------------------------------------------------------------------------


def test_a_follow_up_is_placed_on_its_due_day_and_names_its_instance() -> None:
    found = placed(living(FOLLOWED), iop.WhenDue(HELD))

    assert attrs.evolve(HELD, on="2024-12-31", duty="d", occurrence=1) == found.event


@pytest.mark.parametrize(
    ("on", "due"),
    [("2024-12-31", "2024-12-31"), ("2025-01-01", "2025-12-31"), ("2026-12-31", "2026-12-31")],
)
def test_the_day_after_it_is_the_next_that_is_due(on: str, due: str) -> None:
    assert due == day(living(FOLLOWED), HELD, on)


def test_after_the_last_none_is_owed() -> None:
    late = iop.WhenDue(attrs.evolve(HELD, on="2027-01-01"))

    assert (NO, "when-none-owed") == why(living(FOLLOWED), late)


def test_where_all_that_is_owed_is_on_record_none_is_owed() -> None:
    held = [
        attrs.evolve(HELD, on=day, duty="d") for day in ("2024-12-31", "2025-12-31", "2026-12-31")
    ]

    def told(*done: iop.Event, until: str = UNTIL) -> tuple[iop.Answer, str]:
        found = placed(living(FOLLOWED, *done), iop.WhenDue(HELD), until=until)
        assert found.event is None
        assert found.cause is not None
        return found.answer, found.cause.code

    assert (NO, "when-none-owed") == told(*held)
    assert (NO, "when-after-until") == told(*held[:2], until="2026-12-30")


def test_what_is_past_its_due_day_and_not_its_window_is_done_at_once() -> None:
    """Half a year each: due on the window's last day but for the first, a quarter before."""
    terms = owing("meeting", cadence=iop.PerWindow(2, "P1Y"))
    event = iop.Fulfilled("2024-07-01", duty="d")

    assert ("2024-06-30", "2024-07-01") == (
        day(living(terms), event, "2024-06-30"),
        day(living(terms), event),
    )
    found = placed(living(terms), iop.WhenDue(event)).event
    assert isinstance(found, iop.Fulfilled)
    assert 1 == found.occurrence


def test_what_is_past_its_window_is_done_where_it_is_named() -> None:
    named = iop.FollowedUp("2026-03-01", duty="d", occurrence=1)

    assert "2026-03-01" == day(living(FOLLOWED), named)


def test_what_is_done_is_not_done_again() -> None:
    done = living(owing("meeting"), DONE)

    event = iop.Fulfilled("2024-01-01", duty="d")
    assert ("2025-03-31", (NO, "when-none-owed")) == (
        day(living(owing("meeting")), event),
        why(done, iop.WhenDue(event)),
    )


def test_a_payment_is_due_on_the_last_day_of_its_window() -> None:
    assert "2024-03-31" == day(living(PAYING), iop.Fulfilled("2024-01-01", duty="payment"))


def test_what_nobody_has_recorded_is_placed_only_where_it_is_named() -> None:
    entered = iop.Agreement("a", owing("meeting"), (ENTERED,))
    event = iop.Fulfilled("2025-03-31", duty="d")

    assert (NO, "when-none-owed") == why(entered, iop.WhenDue(event))
    assert "2025-03-31" == day(entered, attrs.evolve(event, occurrence=1))


def test_a_signature_that_is_supposed_before_lets_what_is_owed_be_seen() -> None:
    unsigned = iop.Agreement("a", FOLLOWED, OPENING[:4])
    signed = unsigned.record(iop.Signed("2024-02-01", by="mission"))

    assert (NO, "when-none-owed") == why(unsigned, iop.WhenDue(HELD))
    assert "2024-12-31" == day(signed, HELD)


def test_nobody_can_tell_what_is_owed_where_it_is_not_read() -> None:
    assert (UNKNOWN, "when-duties-unread") == why(
        living(attrs.evolve(BASE, duties=iop.UNKNOWN)), iop.WhenDue(HELD)
    )
    assert (UNKNOWN, "when-duty-unnamed") == why(
        living(FOLLOWED), iop.WhenDue(iop.Fulfilled("2024-01-01"))
    )
    unclear = attrs.evolve(FOLLOWED, first_day=iop.UNKNOWN)
    started = iop.Agreement("a", unclear, (ENTERED,))
    assert (UNKNOWN, "when-first-day-unclear") == why(
        started, iop.WhenDue(attrs.evolve(HELD, on="2025-04-01"))
    )


def test_what_answers_a_call_has_no_day() -> None:
    called = living(BASE, iop.FollowUpCalled("2024-05-01", by="mission"))

    answers = attrs.evolve(HELD, on="2024-05-01", answers=6)
    assert (NO, "when-answers-a-call") == why(called, iop.WhenDue(answers))


# --- notice, options, successors ---------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "due"),
    [
        ("2024-01-01", "2026-06-30"),
        ("2026-06-30", "2026-06-30"),
        ("2026-07-01", "2027-06-30"),
        ("2027-07-01", "2028-06-30"),
    ],
)
def test_notice_is_placed_on_the_last_day_for_it_each_period_anew(on: str, due: str) -> None:
    assert due == day(living(EVERY_YEAR), NOTICE, on)


def test_notice_has_no_day_where_nothing_goes_on_by_itself() -> None:
    assert (NO, "when-no-notice-latest") == why(living(BASE), iop.WhenDue(NOTICE))
    assert (NO, "when-no-notice-latest") == why(living(OPEN_ENDED), iop.WhenDue(NOTICE))
    used = iop.WhenDue(attrs.evolve(NOTICE, on="2026-07-01"))
    assert (NO, "when-no-notice-latest") == why(living(ONCE), used)
    assert (NO, "when-not-binding") == why(APPROVED, iop.WhenDue(NOTICE))


def test_a_day_that_nobody_has_read_is_not_guessed() -> None:
    unread = living(attrs.evolve(BASE, renewal=iop.UNKNOWN))

    assert (UNKNOWN, "when-notice-unread") == why(unread, iop.WhenDue(NOTICE))
    assert (UNKNOWN, "when-option-unread") == why(
        unread, iop.WhenDue(iop.Extended("2024-01-01", by="board"))
    )


def test_what_goes_on_for_a_length_nobody_has_read_is_unknown_after_the_day_for_notice() -> None:
    assert "2026-06-30" == day(living(UNCOUNTED), NOTICE, "2026-06-30")
    late = iop.WhenDue(attrs.evolve(NOTICE, on="2026-07-01"))
    assert (UNKNOWN, "renewal-uncounted") == why(living(UNCOUNTED), late)


def test_an_option_is_used_on_its_last_day_and_not_after_it() -> None:
    use = iop.Extended("2026-09-30", by="board")

    assert "2026-09-30" == day(living(OPTION), use)
    late = iop.WhenDue(attrs.evolve(use, on="2026-10-01"))
    assert (NO, "when-past") == why(living(OPTION), late)
    assert (NO, "when-no-option") == why(living(BASE), iop.WhenDue(use))
    assert (NO, "when-not-binding") == why(APPROVED, iop.WhenDue(use))


@pytest.mark.parametrize(
    ("on", "due"),
    [("2024-01-01", "2026-12-30"), ("2026-12-30", "2026-12-30"), ("2026-12-31", "2026-12-31")],
)
def test_a_successor_is_recorded_the_day_before_the_last(on: str, due: str) -> None:
    assert due == day(living(BASE), NEXT, on)


def test_a_successor_has_no_day_where_there_is_no_clear_last_day() -> None:
    for agreement, expected in (
        (living(OPEN_ENDED), (NO, "open-ended")),
        (living(CONFLICT), (UNKNOWN, "last-day-conflict")),
        (living(UNREAD), (UNKNOWN, "last-day-unknown")),
        (APPROVED, (NO, "when-not-binding")),
        (living(EVERY_YEAR), (NO, "when-goes-on")),
    ):
        assert expected == why(agreement, iop.WhenDue(NEXT))
    assert "2027-12-30" == day(living(ONCE), NEXT)


# --- decisions ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "due"), [("2026-09-30", "2026-09-30"), ("2026-10-01", "2026-10-01")]
)
def test_a_decision_is_placed_when_the_plan_says_or_at_once_where_that_is_past(
    on: str, due: str
) -> None:
    decided = iop.RenewalDecided("2024-01-01", by="board")

    assert "2026-09-30" == day(living(BASE), decided, policy=AHEAD)
    assert due == day(living(BASE), decided, on, policy=AHEAD)


def test_a_decision_to_end_names_the_last_day_unless_it_says_another() -> None:
    ending = iop.EndingDecided("2024-01-01", by="board", reason="so")

    found = placed(living(BASE), iop.WhenDue(ending)).event
    assert attrs.evolve(ending, on="2026-12-31", last_day="2026-12-31") == found
    other = attrs.evolve(ending, last_day="2026-06-30")
    found = placed(living(BASE), iop.WhenDue(other)).event
    assert attrs.evolve(other, on="2026-12-31") == found
    found = placed(living(CONFLICT), iop.WhenDue(ending)).event
    assert attrs.evolve(ending, on="2026-06-30") == found


def test_where_there_is_nothing_to_decide_the_plan_says_why() -> None:
    decided = iop.WhenDue(iop.RenewalDecided("2026-01-01", by="board"))

    assert (NO, "plan-not-binding") == why(APPROVED, decided)
    assert (NO, "plan-decided") == why(
        living(BASE, attrs.evolve(SUCCESSOR, on="2025-06-01")), decided
    )
    assert (UNKNOWN, "last-day-unknown") == why(living(UNREAD), decided)


# --- everything else ---------------------------------------------------------------------


def test_what_is_owed_to_a_demand_is_done_on_the_last_day_to_correct_it() -> None:
    demanded = living(BREACH, DEMAND)
    corrected = iop.DemandCorrected("2025-03-31")

    found = placed(demanded, iop.WhenDue(corrected)).event
    assert attrs.evolve(corrected, demand=6) == found
    late = iop.WhenDue(attrs.evolve(corrected, on="2025-04-01"))
    assert (NO, "when-no-demand") == why(demanded, late)
    unread = living(attrs.evolve(BASE, breach=iop.Breach(iop.UNKNOWN, written=True)), DEMAND)
    assert (UNKNOWN, "when-cure-unread") == why(unread, iop.WhenDue(corrected))


def test_an_announcement_is_taken_down_the_day_after_the_last_to_appeal() -> None:
    announced = living(BASE, ANNOUNCED)
    removed = iop.AnnouncementRemoved("2023-06-07")

    found = placed(
        announced, iop.WhenDue(removed), until="2023-12-31", is_working_day=weekday
    ).event
    assert attrs.evolve(removed, on="2023-06-29", decision=3) == found
    assert (UNKNOWN, "when-working-days-unknown") == why(announced, iop.WhenDue(removed))
    assert (NO, "when-no-announcement") == why(living(BASE), iop.WhenDue(removed))


def test_a_signature_is_placed_on_the_first_day_its_guards_allow() -> None:
    approved = iop.Agreement(
        "a", BASE, (*OPENING[:2], iop.Approved("2023-06-01", by="board", condition="money"))
    )
    met = approved.record(iop.ConditionMet("2023-09-01"))
    sign = iop.Signed("2023-07-01", by="mission")

    assert ("2023-09-01", "2023-10-01") == (day(met, sign), day(met, sign, "2023-10-01"))
    assert (NO, "when-never-allowed") == why(approved, iop.WhenDue(sign))
    found = placed(approved, iop.WhenDue(sign)).cause
    assert found is not None
    assert ("condition-open",) == dict(found.facts)["codes"]
    anybody = iop.WhenDue(iop.Signed("2023-10-01"))
    assert (UNKNOWN, "when-never-allowed") == why(met, anybody)


def test_the_last_day_asked_is_a_day_like_the_others() -> None:
    last = attrs.evolve(HELD, on="2024-12-31")
    found = placed(living(FOLLOWED), iop.WhenDue(last), until="2024-12-31").event
    assert attrs.evolve(last, duty="d", occurrence=1) == found
    assert "2027-12-30" == day(living(ONCE), NEXT, until="2027-12-30")
    sign = iop.Signed("2023-09-01", by="mission")
    assert "2023-09-01" == day(iop.Agreement("a", BASE, OPENING[:4]), sign, until="2023-09-01")


def test_nothing_is_placed_after_the_last_day_asked() -> None:
    assert "2024-12-31" == day(living(FOLLOWED), HELD, until="2024-12-31")
    for event in (HELD, attrs.evolve(HELD, on="2025-01-01")):
        found = placed(living(FOLLOWED), iop.WhenDue(event), until="2024-12-30")
        assert (None, NO) == (found.event, found.answer)
        assert "when-after-until" == (found.cause and found.cause.code)
    early = iop.WhenDue(iop.Cancelled("2025-03-01", by="board", demand=6))
    assert (NO, "when-after-until") == why(living(BREACH, DEMAND), early, until="2025-03-31")


# --- that it is not renewed --------------------------------------------------------------


def test_what_goes_on_by_itself_is_given_notice_by_its_public_party() -> None:
    found = placed(living(EVERY_YEAR), iop.NOT_RENEWED).event

    assert iop.NoticeGiven("2026-06-30", by="town", written=True) == found
    other = placed(living(EVERY_YEAR), iop.NotRenewed(by="mission"), on="2026-07-01").event
    assert iop.NoticeGiven("2027-06-30", by="mission", written=True) == other


def test_of_two_public_parties_nobody_can_tell_which_gives_notice() -> None:
    parties = EVERY_YEAR.parties
    assert isinstance(parties, tuple)
    region = iop.Party("region", "Region", sector="public")
    found = placed(
        living(attrs.evolve(EVERY_YEAR, parties=(*parties, region))).record(
            iop.Signed("2023-07-02", by="region")
        ),
        iop.NOT_RENEWED,
    ).event

    assert found is not None
    assert iop.UNKNOWN is found.by


def test_notice_against_the_next_period_says_so_where_there_are_two_clauses() -> None:
    both = attrs.evolve(EVERY_YEAR, notice=iop.Notice("P3M", written=True))
    found = placed(living(both), iop.NOT_RENEWED).event

    assert isinstance(found, iop.NoticeGiven)
    assert iop.Under.RENEWAL is found.under


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        (living(BASE), "idle-ends"),
        (living(OPTION), "idle-ends"),
        (living(EVERY_YEAR, NOTICE), "idle-ends"),
        (living(OPEN_ENDED), "idle-open-ended"),
        (living(OPEN_ENDED, NOTICE), "idle-ends"),
        (living(BASE, attrs.evolve(SUCCESSOR, on="2024-06-01")), "idle-renewed"),
        (APPROVED, "idle-not-binding"),
    ],
)
def test_nothing_is_done_for_what_is_not_renewed_anyway(
    agreement: iop.Agreement, code: str
) -> None:
    assert (YES, code) == why(agreement, iop.NOT_RENEWED, on="2025-03-01")


def test_where_notice_is_due_later_or_is_given_before_then_nothing_is_done() -> None:
    assert (YES, "idle-later") == why(living(EVERY_YEAR), iop.NOT_RENEWED, until="2026-06-29")
    found = placed(living(EVERY_YEAR), iop.NOT_RENEWED, until="2026-06-30")
    assert found.event is not None
    noticed = living(EVERY_YEAR, NOTICE)
    assert (YES, "idle-ends") == why(noticed, iop.NOT_RENEWED, on="2025-01-14")
    found = placed(noticed, iop.NOT_RENEWED, on="2025-01-14")
    assert found.cause == iop.Cause("idle-ends", (("last_day", "2026-12-31"),))


def test_what_is_over_is_left_alone_and_what_nobody_has_read_is_unknown() -> None:
    assert (YES, "idle-ends") == why(living(BASE), iop.NOT_RENEWED, on="2026-12-31")
    assert (YES, "idle-over") == why(living(BASE), iop.NOT_RENEWED, on="2027-01-01")
    unread = living(attrs.evolve(BASE, renewal=iop.UNKNOWN))
    assert (UNKNOWN, "when-notice-unread") == why(unread, iop.NOT_RENEWED)


# --- words -------------------------------------------------------------------------------


def test_what_is_no_event_is_refused_by_name() -> None:
    for wrong in (
        lambda: iop.WhenDue("notice_given"),  # type: ignore[arg-type] # on purpose
        lambda: iop.NotRenewed(by="no id"),
    ):
        with pytest.raises(iop.BadValue):
            wrong()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", [*NO_DAY, *NO_TELLING, *IDLE])
def test_every_reason_has_words(code: str, lang: str) -> None:
    assert code != iop.Cause(code).text(lang)
