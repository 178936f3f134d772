"""What is owed, instance by instance: worked out by hand, on both sides of each day (RULES §8)."""

from __future__ import annotations

from typing import Any, Final

import pytest

import ioplife as iop
from ioplife.dates import as_day
from ioplife.duties import LEAD, Cadence

TOWN: Final = iop.Party("town", "Town", sector="public")
MISSION: Final = iop.Party("mission", "Mission", sector="civil")
YEARLY: Final = iop.PerWindow(1, "P1Y")
TWICE: Final = iop.PerWindow(2, "P1Y")
SIGNED: Final = (
    iop.Initiated("2023-02-01", by="mission"),
    iop.Proposed("2023-04-01", to="town"),
    iop.Approved("2023-06-01", by="town"),
    iop.Signed("2023-07-01", by="town"),
    iop.Signed("2023-07-02", by="mission"),
)
"""A life from the first to the last signature."""


def due_in(cadence: Cadence = YEARLY, **given: Any) -> iop.Duty:  # noqa: ANN401 - any field
    """A follow-up that is owed so often."""
    return iop.Duty("follow-up", "follow_up", cadence, **given)


def made(*owed: iop.Duty | iop.Goal, **terms: Any) -> iop.Agreement:  # noqa: ANN401 - any clause
    """An agreement of 2024-2025, signed in time, that owes this."""
    clauses: dict[str, Any] = {
        "parties": (TOWN, MISSION),
        "first_day": "2024-01-01",
        "last_day": "2025-12-31",
        "duties": [one for one in owed if isinstance(one, iop.Duty)],
        "goals": [one for one in owed if isinstance(one, iop.Goal)],
    }
    return iop.Agreement("a-1", iop.Terms(**(clauses | terms)), SIGNED)


def entered(seen: str, *owed: iop.Duty | iop.Goal, on: str = "2024-03-01") -> iop.Agreement:
    """The same agreement, taken into a register while it was in force."""
    return iop.Agreement("a-1", made(*owed).terms, (iop.Entered(on, state="active", seen=seen),))


def state(agreement: iop.Agreement, day: str) -> str:
    return str(agreement.on(day).state)


def progress(agreement: iop.Agreement, day: str, duty: str = "follow-up") -> list[str]:
    """How far each instance has come, in order."""
    return [str(one.progress) for one in agreement.on(day).occurrences if one.duty == duty]


def by_event(agreement: iop.Agreement, day: str, duty: str = "follow-up") -> list[int | None]:
    """The number of the event that did each instance, in order."""
    return [one.number for one in agreement.on(day).occurrences if one.duty == duty]


def dues(agreement: iop.Agreement, day: str, duty: str = "follow-up") -> list[str]:
    return [str(one.due) for one in agreement.on(day).occurrences if one.duty == duty]


# --- a follow-up a year ------------------------------------------------------------------


def test_it_opens_three_months_before_it_is_due_and_holds_the_state_to_the_end_of_its_window() -> (
    None
):
    """Due 2024-12-31: from 30 September three months still fit, from 1 October they do not."""
    agreement = made(due_in())

    assert str(LEAD) == "P3M"
    assert "2024-09-30" == str(LEAD.latest("2024-12-31"))
    assert [
        ("2024-01-01", "active", ["coming", "coming"]),
        ("2024-09-29", "active", ["coming", "coming"]),
        ("2024-09-30", "follow_up", ["open", "coming"]),
        ("2024-12-31", "follow_up", ["open", "coming"]),
        ("2025-01-01", "active", ["overdue", "coming"]),
        ("2025-09-29", "active", ["overdue", "coming"]),
        ("2025-09-30", "follow_up", ["overdue", "open"]),
        ("2025-12-31", "follow_up", ["overdue", "open"]),
        ("2026-01-01", "terminated", ["overdue", "overdue"]),
    ] == [
        (day, state(agreement, day), progress(agreement, day))
        for day in (
            *("2024-01-01", "2024-09-29", "2024-09-30", "2024-12-31", "2025-01-01"),
            *("2025-09-29", "2025-09-30", "2025-12-31", "2026-01-01"),
        )
    ]


def test_the_timeline_says_what_opened_it() -> None:
    paper = iop.Source("SON 2021-404", "§ 11")
    changes = made(due_in(source=paper)).timeline(until="2025-12-31")
    opened = [one for one in changes if one.tag == "~follow-up-opens"]

    assert [("2024-09-30", 1, "2024-12-31"), ("2025-09-30", 2, "2025-12-31")] == [
        (str(one.on), dict(one.cause.facts)["occurrence"], dict(one.cause.facts)["due"])
        for one in opened
    ]
    assert [paper, paper] == [one.cause.source for one in opened]
    assert "follow-up no. 2 (follow-up) opens, due on 2025-12-31" == opened[1].cause.text("en")
    assert "uppföljning nr 2 (follow-up) öppnar och ska vara gjord 2025-12-31" == opened[
        1
    ].cause.text("sv")


def test_its_own_lead_goes_before() -> None:
    agreement = made(due_in(lead="P1M"))

    assert ["active", "follow_up"] == [state(agreement, f"2024-11-{day}") for day in (29, 30)]


def test_a_lead_longer_than_its_window_opens_it_with_its_window() -> None:
    agreement = made(due_in(lead="P2Y"))

    assert ["follow_up", "follow_up"] == [
        state(agreement, day) for day in ("2024-01-01", "2025-01-01")
    ]
    assert ["open", "coming"] == progress(agreement, "2024-12-31")


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (iop.FollowedUp("2024-10-15"), "fulfilled"),
        (iop.FollowedUp("2024-10-15", duty="follow-up"), "fulfilled"),
        (iop.FollowedUp("2024-10-15", duty="follow-up", occurrence=1), "fulfilled"),
        (iop.Fulfilled("2024-10-15", duty="follow-up"), "fulfilled"),
        (iop.Waived("2024-10-15", duty="follow-up", occurrence=1, why="agreed"), "waived"),
    ],
)
def test_it_holds_the_state_until_it_is_done_or_waived(event: iop.Event, expected: str) -> None:
    agreement = made(due_in()).record(event)

    assert ["follow_up", "active", "active"] == [
        state(agreement, day) for day in ("2024-10-14", "2024-10-15", "2024-12-31")
    ]
    assert ["open", "coming"] == progress(agreement, "2024-10-14")
    assert [expected, "coming"] == progress(agreement, "2024-10-15")
    assert [6, None] == by_event(agreement, "2024-10-15")
    assert "follow_up" == state(agreement, "2025-09-30")


def test_one_that_is_held_before_it_opens_never_opens() -> None:
    agreement = made(due_in()).record(iop.FollowedUp("2024-01-01"))

    assert ["fulfilled", "coming"] == progress(agreement, "2024-01-01")
    assert {"active"} == {
        state(agreement, day) for day in ("2024-01-01", "2024-09-30", "2024-12-31", "2025-09-29")
    }


def test_one_that_is_waived_ahead_never_opens() -> None:
    agreement = made(due_in()).record(iop.Waived("2024-02-01", duty="follow-up", occurrence=2))

    assert ["coming", "waived"] == progress(agreement, "2024-02-01")
    assert "active" == state(agreement, "2025-12-31")


# --- two a year --------------------------------------------------------------------------


def test_two_a_year_are_due_half_way_and_may_be_held_all_the_year() -> None:
    """Due 30 June and 31 December; the first opens 31 March and is late after the year."""
    agreement = made(due_in(TWICE))

    assert ["2024-06-30", "2024-12-31", "2025-06-30", "2025-12-31"] == dues(agreement, "2024-01-01")
    assert [
        ("2024-03-30", "active", ["coming", "coming"]),
        ("2024-03-31", "follow_up", ["open", "coming"]),
        ("2024-07-01", "follow_up", ["open", "coming"]),
        ("2024-09-30", "follow_up", ["open", "open"]),
        ("2024-12-31", "follow_up", ["open", "open"]),
        ("2025-01-01", "active", ["overdue", "overdue"]),
    ] == [
        (day, state(agreement, day), progress(agreement, day)[:2])
        for day in (
            *("2024-03-30", "2024-03-31", "2024-07-01", "2024-09-30", "2024-12-31", "2025-01-01"),
        )
    ]


def test_each_follow_up_answers_the_earliest_that_is_due_and_left() -> None:
    agreement = made(due_in(TWICE)).record(
        iop.FollowedUp("2024-10-01"), iop.FollowedUp("2024-10-02"), iop.FollowedUp("2024-10-03")
    )

    assert [6, 7, None, None] == by_event(agreement, "2024-12-31")
    assert ["follow_up", "active"] == [
        state(agreement, day) for day in ("2024-10-01", "2024-10-02")
    ]


# --- whose it is -------------------------------------------------------------------------


@pytest.mark.parametrize("basis", ["administration", "proposal"])
def test_what_does_not_bind_opens_nothing_and_is_owed_all_the_same(basis: str) -> None:
    agreement = made(due_in(basis=basis))

    assert "active" == state(agreement, "2024-12-31")
    assert ["open", "coming"] == progress(agreement, "2024-12-31")
    assert ["overdue", "coming"] == progress(agreement, "2025-01-01")


@pytest.mark.parametrize("basis", ["agreement", "decision", "law"])
def test_what_a_decision_or_the_law_asks_for_holds_the_state_as_the_agreement_does(
    basis: str,
) -> None:
    agreement = made(due_in(basis=basis))
    held = agreement.record(iop.FollowedUp("2024-12-31", by="town", duty="follow-up"))

    assert ["active", "follow_up", "follow_up", "active"] == [
        state(agreement, day) for day in ("2024-09-29", "2024-09-30", "2024-12-31", "2025-01-01")
    ]
    assert ["overdue", "coming"] == progress(agreement, "2025-01-01")
    assert "active" == state(held, "2024-12-31")


@pytest.mark.parametrize(
    ("basis", "severity"),
    [
        ("agreement", "overdue"),
        ("decision", "overdue"),
        ("law", "overdue"),
        ("proposal", "notice"),
        ("administration", "notice"),
    ],
)
def test_what_was_not_done_is_as_grave_as_what_it_rests_on(basis: str, severity: str) -> None:
    (flag,) = (
        one
        for one in iop.flag([made(due_in(basis=basis))], "2025-01-01")
        if one.code == "follow-up-overdue"
    )

    assert severity == flag.severity


# --- every so many months, once by a day, days of its own ---------------------------------


def test_a_follow_up_after_a_year_is_due_on_the_anniversary() -> None:
    """ "12 months after the start, then yearly"; the second is cut by the last day."""
    agreement = made(due_in(iop.Every("P1Y")))

    assert ["2025-01-01", "2025-12-31"] == dues(agreement, "2024-01-01")
    assert ["active", "follow_up", "follow_up", "active"] == [
        state(agreement, day) for day in ("2024-09-30", "2024-10-01", "2025-01-01", "2025-01-02")
    ]


def test_a_stub_that_is_dropped_is_not_owed() -> None:
    agreement = made(due_in(iop.Every("P1Y", stub="drop")))

    assert ["2025-01-01"] == dues(agreement, "2024-01-01")
    assert "active" == state(agreement, "2025-12-31")


def test_by_spring_it_is_open_for_three_months_and_overdue_the_day_after() -> None:
    """ "senast våren 2024", read as 31 May."""
    spring = iop.Once("2024-05-31", precision="season")
    agreement = made(due_in(spring, text="senast våren 2024"))

    assert ["active", "follow_up", "follow_up", "active"] == [
        state(agreement, day) for day in ("2024-02-28", "2024-02-29", "2024-05-31", "2024-06-01")
    ]
    assert ["overdue"] == progress(agreement, "2024-06-01")
    early = agreement.record(iop.FollowedUp("2024-01-02", by="town"))
    assert ["fulfilled"] == progress(early, "2024-01-02")


def test_a_report_by_a_day_after_the_end_is_due_until_then() -> None:
    agreement = made(iop.Duty("final", "report", iop.Once("2026-03-31", tail=True)))

    assert ["open"] == progress(agreement, "2026-03-31", "final")
    assert ["overdue"] == progress(agreement, "2026-04-01", "final")


def test_days_of_its_own_cut_what_is_owed() -> None:
    yearly = made(due_in(iop.PerWindow(1, "P1Y"), first="2024-07-01", last="2025-09-30"))

    assert ["2025-06-30", "2025-09-30"] == dues(yearly, "2024-01-01")
    assert ["coming", "coming"] == progress(yearly, "2025-03-30")
    assert ["open", "coming"] == progress(yearly, "2025-03-31")
    assert ["overdue", "open"] == progress(yearly, "2025-07-01")


@pytest.mark.parametrize(
    ("on_extension", "expected"),
    [
        ("continue", ["2025-06-30", "2026-06-30", "2026-12-31"]),
        ("stop", ["2025-06-30", "2025-12-31"]),
        ("restart", ["2025-06-30", "2025-12-31", "2026-12-31"]),
    ],
)
def test_an_extension_goes_on_with_it_ends_it_or_begins_it_anew(
    on_extension: str, expected: list[str]
) -> None:
    """From its own first day the second window is cut by the period, or goes on over its end."""
    duty = due_in(iop.PerWindow(1, "P1Y"), first="2024-07-01", on_extension=on_extension)
    agreement = made(duty, renewal=iop.RenewalOption("P1Y"))
    longer = agreement.record(iop.Extended("2025-06-01", by="town"))

    assert ["2025-06-30", "2025-12-31"] == dues(agreement, "2025-06-01")
    assert expected == dues(longer, "2025-06-01")


@pytest.mark.parametrize("kind", ["meeting", "report"])
def test_only_a_follow_up_holds_the_state(kind: str) -> None:
    agreement = made(iop.Duty("other", kind, YEARLY))

    assert "active" == state(agreement, "2024-12-31")
    assert ["open", "coming"] == progress(agreement, "2024-01-01", "other")
    assert ["overdue", "open"] == progress(agreement, "2025-01-01", "other")


# --- taken into a register ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("seen", "expected", "where"),
    [
        ("2024-12-30", "open", "follow_up"),
        ("2024-12-31", "unrecorded", "active"),
        ("2025-01-01", "unrecorded", "active"),
    ],
)
def test_what_was_due_when_the_paper_was_written_is_unrecorded(
    seen: str, expected: str, where: str
) -> None:
    agreement = entered(seen, due_in())

    assert [expected, "coming"] == progress(agreement, "2024-12-31")
    assert where == state(agreement, "2024-12-31")


def test_what_is_unrecorded_becomes_neither_overdue_nor_open() -> None:
    agreement = entered("2024-12-31", due_in())

    assert ["unrecorded", "overdue"] == progress(agreement, "2026-01-01")
    assert {"active"} == {state(agreement, day) for day in ("2024-09-30", "2025-01-01")}


def test_what_is_unrecorded_may_be_recorded() -> None:
    agreement = entered("2024-12-31", due_in()).record(
        iop.FollowedUp("2024-11-15", duty="follow-up")
    )

    assert ["fulfilled", "coming"] == progress(agreement, "2025-01-01")


def test_nothing_opens_before_the_entry() -> None:
    """Due 2024-12-31 and open from 30 September: entered in November, it opens that day."""
    agreement = entered("2024-11-15", due_in(), on="2024-11-15")

    assert [] == progress(agreement, "2024-11-14")
    assert "follow_up" == state(agreement, "2024-11-15")


def test_an_entry_whose_paper_has_no_day_vouches_for_its_own() -> None:
    first = iop.Entered("2024-12-31", state="active")
    later = iop.Entered("2024-12-30", state="active")

    assert ["unrecorded", "open"] == [
        progress(iop.Agreement("a-1", made(due_in()).terms, (one,)), "2024-12-31")[0]
        for one in (first, later)
    ]


# --- signed late -------------------------------------------------------------------------

LATE: Final = (*SIGNED[:-1], iop.Signed("2025-03-10", by="mission"))
PAYMENTS: Final = iop.PaymentPlan(iop.InMonths([1, 3, 7]), who="town")


def late(*owed: iop.Duty, **terms: Any) -> iop.Agreement:  # noqa: ANN401 - any clause
    """The same agreement, whose last signature came on 2025-03-10, in its second year."""
    return iop.Agreement("a-1", made(*owed, **terms).terms, LATE)


def test_meetings_and_follow_ups_that_were_over_before_it_began_are_not_owed() -> None:
    agreement = late(due_in(), iop.Duty("quarterly", "meeting", iop.PerWindow(1, "P3M")))

    assert [] == progress(agreement, "2025-03-09")
    assert ["2025-12-31"] == dues(agreement, "2025-03-10")
    assert ["2025-03-31", "2025-06-30", "2025-09-30", "2025-12-31"] == dues(
        agreement, "2025-03-10", "quarterly"
    )
    assert [2] == [
        one.ordinal for one in agreement.on("2025-03-10").occurrences if one.duty == "follow-up"
    ]


def test_a_window_that_ends_as_it_begins_is_owed() -> None:
    fixed = due_in(iop.Fixed([iop.Period("2025-03-01", "2025-03-10")]))
    before = due_in(iop.Fixed([iop.Period("2025-03-01", "2025-03-09")]))

    assert ["open"] == progress(late(fixed), "2025-03-10")
    assert "follow_up" == state(late(fixed), "2025-03-10")
    assert [] == progress(late(before), "2025-03-10")


def test_payments_that_were_over_before_it_began_are_owed_on_the_first_day_in_force() -> None:
    agreement = late(payments=PAYMENTS)
    owed = [one for one in agreement.on("2025-03-10").occurrences if one.duty == "payment"]

    assert [
        ("2025-03-10", "2025-03-10", "2025-03-10", "open"),
        ("2025-03-10", "2025-03-10", "2025-03-10", "open"),
        ("2025-03-10", "2025-03-10", "2025-03-10", "open"),
        ("2025-03-10", "2025-03-10", "2025-03-10", "open"),
        ("2025-03-01", "2025-03-31", "2025-03-31", "open"),
        ("2025-07-01", "2025-07-31", "2025-07-31", "coming"),
    ] == [(str(one.first), str(one.last), str(one.due), str(one.progress)) for one in owed]
    assert ["overdue"] * 4 + ["open", "coming"] == progress(agreement, "2025-03-11", "payment")
    assert [1, 2, 3, 4, 5, 6] == [one.ordinal for one in owed]


def test_nothing_is_owed_before_it_is_signed() -> None:
    agreement = made(due_in(), payments=PAYMENTS)

    assert () == agreement.on("2023-07-01").occurrences
    assert ["coming", "coming"] == progress(agreement, "2023-07-02")


def test_a_payment_is_owed_in_its_month_and_overdue_the_day_after() -> None:
    agreement = made(payments=iop.PaymentPlan(iop.InMonths([7]), who="town"))

    assert [
        ["coming", "coming"],
        ["open", "coming"],
        ["open", "coming"],
        ["overdue", "coming"],
    ] == [
        progress(agreement, day, "payment")
        for day in ("2024-06-30", "2024-07-01", "2024-07-31", "2024-08-01")
    ]
    assert ("town",) == agreement.on("2024-07-01").occurrences[0].who


# --- which one an event answers ----------------------------------------------------------


def test_what_was_waived_may_be_done_all_the_same_but_not_the_other_way() -> None:
    waived = iop.Waived("2024-10-01", duty="follow-up", occurrence=1)
    held = iop.FollowedUp("2024-10-15", duty="follow-up", occurrence=1)

    assert ["fulfilled", "coming"] == progress(made(due_in()).record(waived, held), "2024-10-15")
    assert [7, None] == by_event(made(due_in()).record(waived, held), "2024-10-15")
    other = made(due_in()).record(
        iop.FollowedUp("2024-10-01"), iop.Waived("2024-10-15", duty="follow-up", occurrence=1)
    )
    assert ["fulfilled", "coming"] == progress(other, "2024-10-15")
    assert [6, None] == by_event(other, "2024-10-15")


def test_what_was_waived_is_answered_by_no_event_that_does_not_name_it() -> None:
    agreement = made(due_in()).record(
        iop.Waived("2024-10-01", duty="follow-up", occurrence=1), iop.FollowedUp("2024-10-15")
    )

    assert ["waived", "coming"] == progress(agreement, "2024-10-15")


@pytest.mark.parametrize("kind", [iop.FollowedUp, iop.Fulfilled])
def test_an_extra_answers_none(kind: type[iop.FollowedUp | iop.Fulfilled]) -> None:
    agreement = made(due_in()).record(kind("2024-10-15", duty="follow-up", occurrence="none"))

    assert ["open", "coming"] == progress(agreement, "2024-10-15")
    assert "follow_up" == state(agreement, "2024-10-15")


def test_a_past_and_a_coming_one_are_answered_only_when_named() -> None:
    third = iop.Duty("quarterly", "meeting", iop.PerWindow(1, "P3M"))
    named = (
        iop.Fulfilled("2024-08-01", duty="quarterly", occurrence=1),
        iop.Fulfilled("2024-08-02", duty="quarterly", occurrence=4),
    )
    unnamed = [iop.Fulfilled(f"2024-08-0{day}", duty="quarterly") for day in (1, 2)]

    assert ["fulfilled", "overdue", "open", "fulfilled"] == progress(
        made(third).record(*named), "2024-08-02", "quarterly"
    )[:4]
    assert ["overdue", "overdue", "fulfilled", "coming"] == progress(
        made(third).record(*unnamed), "2024-08-02", "quarterly"
    )[:4]


def test_a_name_nobody_owes_answers_nothing() -> None:
    agreement = made(due_in()).record(
        iop.FollowedUp("2024-10-01", duty="other"),
        iop.FollowedUp("2024-10-02", duty="follow-up", occurrence=9),
        iop.Fulfilled("2024-10-03"),
        iop.FollowedUp("2024-10-04", duty=iop.UNKNOWN),
        iop.FollowedUp("2024-10-05", occurrence=iop.UNKNOWN),
    )

    assert ["open", "coming"] == progress(agreement, "2024-10-05")
    assert () == agreement.on("2024-10-05").anomalies


@pytest.mark.parametrize(
    ("calls", "expected"),
    [
        (iop.Calls.COUNT, ["fulfilled", "coming"]),
        (iop.Calls.ON_TOP, ["coming", "coming"]),
        (iop.UNKNOWN, ["coming", "coming"]),
    ],
)
def test_a_follow_up_that_was_called_counts_or_comes_on_top(
    calls: iop.Calls | iop.Unknown, expected: list[str]
) -> None:
    agreement = made(due_in(calls=calls)).record(
        iop.FollowUpCalled("2024-05-01", by="mission"), iop.FollowedUp("2024-06-01", answers=6)
    )

    assert expected == progress(agreement, "2024-06-01")
    assert ["active", "follow_up", "follow_up", "active"] == [
        state(agreement, day) for day in ("2024-04-30", "2024-05-01", "2024-05-31", "2024-06-01")
    ]


def test_one_that_answers_a_call_and_names_an_instance_does_both() -> None:
    agreement = made(due_in(calls="on_top")).record(
        iop.FollowUpCalled("2024-10-01", by="mission"),
        iop.FollowedUp("2024-10-15", duty="follow-up", occurrence=1, answers=6),
    )

    assert ["fulfilled", "coming"] == progress(agreement, "2024-10-15")
    assert "active" == state(agreement, "2024-10-15")


def test_a_call_holds_the_state_though_what_is_due_is_done() -> None:
    agreement = made(due_in(calls="count")).record(
        iop.FollowUpCalled("2024-10-01", by="mission"),
        iop.Fulfilled("2024-10-10", duty="follow-up"),
        iop.FollowedUp("2025-01-15", answers=6),
    )

    assert ["follow_up", "follow_up", "active"] == [
        state(agreement, day) for day in ("2024-10-10", "2025-01-14", "2025-01-15")
    ]


# --- after the end -----------------------------------------------------------------------


def test_a_follow_up_after_the_end_is_taken_for_one_that_is_named() -> None:
    agreement = made(due_in()).record(iop.FollowedUp("2026-02-01", duty="follow-up", occurrence=2))

    assert () == agreement.on("2026-02-01").anomalies
    assert ["overdue", "fulfilled"] == progress(agreement, "2026-02-01")
    assert "terminated" == state(agreement, "2026-02-01")


@pytest.mark.parametrize(
    "event",
    [
        iop.FollowedUp("2026-02-01"),
        iop.FollowedUp("2026-02-01", duty="follow-up"),
        iop.FollowedUp("2026-02-01", duty="follow-up", occurrence="none"),
        iop.FollowedUp("2026-02-01", duty="follow-up", occurrence=3),
    ],
)
def test_a_follow_up_after_the_end_that_answers_none_has_no_effect(event: iop.Event) -> None:
    agreement = made(due_in()).record(event)

    assert ["wrong-state"] == [one.code for one in agreement.on("2026-02-01").anomalies]
    assert "wrong-state" in made(due_in()).consider(event).codes


def test_a_follow_up_on_the_last_day_is_in_time_and_the_day_after_has_no_window() -> None:
    assert [
        ["overdue", "fulfilled"],
        ["overdue", "overdue"],
    ] == [
        progress(made(due_in()).record(iop.FollowedUp(day)), "2026-01-01")
        for day in ("2025-12-31", "2026-01-01")
    ]


@pytest.mark.parametrize("kind", [iop.FollowedUp, iop.Fulfilled])
@pytest.mark.parametrize("occurrence", [None, 1])
def test_a_goal_is_assessed_after_the_end(
    kind: type[iop.FollowedUp | iop.Fulfilled], occurrence: int | None
) -> None:
    """ ">2 år" counts to the first day after two years, here the second after the end."""
    goal = iop.Goal("long", iop.Horizon("P2Y", beyond=True))
    agreement = made(goal).record(kind("2026-06-01", duty="long", occurrence=occurrence))

    assert ["2026-01-02"] == dues(agreement, "2024-01-01", "long")
    assert ["coming", "open", "open", "fulfilled"] == [
        progress(agreement, day, "long")[0]
        for day in ("2026-01-01", "2026-01-02", "2026-05-31", "2026-06-01")
    ]
    assert () == agreement.on("2026-06-01").anomalies


def test_a_goal_without_a_time_of_its_own_has_no_day() -> None:
    agreement = made(iop.Goal("some"), iop.Goal("none", iop.ABSENT))

    assert () == agreement.on("2024-06-01").occurrences


def test_a_goal_is_never_late_and_never_answered_by_a_follow_up_that_does_not_name_it() -> None:
    goal = iop.Goal("short", iop.Horizon("P6M"))
    agreement = made(goal).record(iop.FollowedUp("2024-08-01"))

    assert ["2024-07-01"] == dues(agreement, "2024-01-01", "short")
    assert ["coming", "open", "open"] == [
        progress(agreement, day, "short")[0] for day in ("2024-06-30", "2024-07-01", "2026-01-01")
    ]


# --- ended early, and not readable -------------------------------------------------------


def test_an_early_end_cuts_the_windows() -> None:
    """A window that begins after the last day is gone; the one it cuts is due on it."""
    rescinded = iop.Rescinded("2025-02-01", last_day="2025-06-30", agreed_by=["town", "mission"])
    agreement = made(due_in(TWICE), payments=PAYMENTS).record(rescinded)

    assert ["2024-06-30", "2024-12-31", "2025-06-30", "2025-12-31"] == dues(agreement, "2025-01-31")
    assert ["2024-06-30", "2024-12-31", "2025-06-30"] == dues(agreement, "2025-02-01")
    assert 6 == len(dues(agreement, "2025-01-31", "payment"))
    assert ["2024-01-31", "2024-03-31", "2024-07-31", "2025-01-31", "2025-03-31"] == dues(
        agreement, "2025-02-01", "payment"
    )
    cut = iop.Rescinded("2025-02-01", last_day="2025-03-15", agreed_by=["town", "mission"])
    assert ["2024-12-31", "2025-03-15"] == dues(made(due_in()).record(cut), "2025-02-01")


def test_a_stub_opens_its_lead_before_the_new_last_day() -> None:
    cut = iop.Rescinded("2025-02-01", last_day="2025-06-15", agreed_by=["town", "mission"])
    agreement = made(due_in()).record(cut)

    assert ["active", "follow_up"] == [
        state(agreement, day) for day in ("2025-03-14", "2025-03-15")
    ]
    assert ["follow_up", "terminated"] == [
        state(agreement, day) for day in ("2025-06-15", "2025-06-16")
    ]


def test_nothing_is_owed_while_the_first_day_is_in_conflict() -> None:
    readings = iop.Stated([iop.Reading("2024-01-01"), iop.Reading("2024-02-01")])
    goal = iop.Goal("short", iop.Horizon("P6M"))
    agreement = made(due_in(), goal, first_day=readings, payments=PAYMENTS)

    assert () == agreement.on("2024-12-31").occurrences
    assert "active" == state(agreement, "2024-12-31")
    settled = agreement.record(iop.Resolved("2025-06-01", what="first_day", reading="2024-02-01"))
    assert ["2025-01-31", "2025-12-31"] == dues(settled, "2024-12-31")
    assert "follow_up" == state(settled, "2024-12-31")


def test_of_several_last_days_the_latest_bounds_what_is_owed() -> None:
    readings = iop.Stated([iop.Reading("2024-12-31"), iop.Reading("2025-12-31")])

    assert ["2024-12-31", "2025-12-31"] == dues(made(due_in(), last_day=readings), "2024-06-01")


def test_an_agreement_until_further_notice_owes_for_as_long_as_it_lasts() -> None:
    agreement = made(
        due_in(), last_day=iop.ABSENT, open_ended=True, notice=iop.Notice("P6M", ends="day")
    )

    assert ["2024-12-31", "2025-12-31"] == dues(agreement, "2024-06-01")[:2]
    assert "follow_up" == state(agreement, "2040-12-31")
    given = agreement.record(iop.NoticeGiven("2025-03-10", by="town", written=True))
    assert ["2024-12-31", "2025-09-10"] == dues(given, "2025-03-10")


def test_what_is_started_on_record_is_counted_from_that_day() -> None:
    agreement = made(due_in(), first_day=iop.UNKNOWN).record(iop.Started("2024-05-01"))

    assert [] == progress(agreement, "2024-04-30")
    assert ["2025-04-30", "2025-12-31"] == dues(agreement, "2024-05-01")


# --- in stretches of their own -----------------------------------------------------------


def test_a_final_report_may_be_owed_after_the_end() -> None:
    final = iop.Fixed([iop.Period("2026-01-01", "2026-03-31")], tail=True)
    agreement = made(iop.Duty("final", "report", final))

    assert ["coming", "coming", "open", "open", "overdue"] == [
        progress(agreement, day, "final")[0]
        for day in ("2024-01-01", "2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01")
    ]
    reported = agreement.record(iop.Fulfilled("2026-03-31", duty="final"))
    assert ["fulfilled"] == progress(reported, "2026-03-31", "final")
    assert () == reported.on("2026-03-31").anomalies
    bare = iop.Fixed(final.spans)
    assert [] == progress(made(iop.Duty("final", "report", bare)), "2024-01-01", "final")


def test_a_report_in_one_month_is_owed_in_that_month() -> None:
    november = iop.Fixed([iop.Period("2024-11-01", "2024-11-30")])
    agreement = made(iop.Duty("board", "report", november))

    assert ["coming", "open", "open", "overdue"] == [
        progress(agreement, day, "board")[0]
        for day in ("2024-10-31", "2024-11-01", "2024-11-30", "2024-12-01")
    ]


# --- set aside, and it answers all the same ----------------------------------------------


def test_what_has_no_row_where_it_stands_answers_what_is_owed_all_the_same() -> None:
    """Recorded before the last signature: a fact without effect that may answer (RULES §1.3)."""
    early = (
        iop.Waived("2023-07-01", duty="follow-up", occurrence=1),
        iop.Fulfilled("2023-07-01", duty="payment", occurrence=2),
    )
    made_ = made(due_in(), payments=PAYMENTS)
    agreement = iop.Agreement("a-1", made_.terms, (*SIGNED[:4], *early, SIGNED[4]))

    assert ["wrong-state", "wrong-state"] == [
        one.code for one in agreement.on("2023-07-02").anomalies
    ]
    assert ["waived", "coming"] == progress(agreement, "2023-07-02")
    assert ["coming", "fulfilled"] == progress(agreement, "2023-07-02", "payment")[:2]
    assert "active" == state(agreement, "2024-12-31")


def test_after_the_end_what_is_left_may_be_waived_or_paid() -> None:
    agreement = made(due_in(), payments=PAYMENTS).record(
        iop.Waived("2026-02-01", duty="follow-up", occurrence=1),
        iop.Fulfilled("2026-02-01", duty="payment", occurrence=6),
    )
    standing = agreement.on("2026-02-01")

    assert () == standing.anomalies
    assert ["waived", "overdue"] == progress(agreement, "2026-02-01")
    assert "fulfilled" == progress(agreement, "2026-02-01", "payment")[-1]


def test_an_instance_says_what_it_is_and_whose() -> None:
    paper = iop.Source("SON 2021-404", "§ 11")
    (one, _second) = made(due_in(who="town", source=paper)).on("2024-01-01").occurrences

    assert (
        iop.Occurrence(
            "follow-up",
            iop.DutyKind.FOLLOW_UP,
            1,
            as_day("2024-01-01"),
            as_day("2024-12-31"),
            as_day("2024-12-31"),
            iop.Progress.COMING,
            None,
            ("town",),
            iop.Basis.AGREEMENT,
            paper,
        )
        == one
    )


def test_an_answer_to_a_change_is_no_answer_to_a_call() -> None:
    """RULES §8 keeps what a *call* brings about from counting; a change is none."""
    raised = iop.ChangeRaised("2025-03-01", by="mission", reason="other")
    answered = iop.FollowedUp("2025-03-10", answers=6, by="office")
    agreement = made(due_in(calls="on_top")).record(raised, answered)
    assert ["overdue", "fulfilled"] == progress(agreement, "2025-03-10")


def test_an_end_past_the_calendar_raises_nothing() -> None:
    agreement = made(
        due_in(),
        last_day=iop.ABSENT,
        open_ended=True,
        notice=iop.Notice("P1000Y", written=False, counts_from="receipt"),
    ).record(iop.NoticeGiven("2024-06-01", by="mission", written=False))
    before, after = (len(agreement.on(day).occurrences) for day in ("2024-05-31", "2024-06-01"))
    assert before == 50
    assert after > 900


@pytest.mark.parametrize(("on", "paid"), [("2025-12-31", 2), ("2026-01-01", 0)])
def test_what_came_into_force_after_it_was_over_pays_nothing(on: str, paid: int) -> None:
    plan = iop.PaymentPlan(iop.InMonths([1]))
    late = (*SIGNED[:4], iop.Signed(on, by="mission"))
    agreement = iop.Agreement("a-1", made(payments=plan).terms, late)
    assert [on] * paid == dues(agreement, on, "payment")


def test_a_follow_up_is_held_of_a_follow_up_or_a_goal() -> None:
    agreement = made(iop.Duty("meet", "meeting", YEARLY), iop.Goal("aim", iop.Horizon("P6M")))
    held = [
        agreement.consider(iop.FollowedUp("2024-08-01", duty=duty, by="town")).codes
        for duty in ("meet", "aim")
    ]
    assert [("duty-owed",), ()] == held
    kept = agreement.record(iop.FollowedUp("2024-08-01", duty="meet", by="town"))
    assert "fulfilled" not in progress(kept, "2024-08-01", "meet")


def test_a_goal_that_was_waived_may_be_assessed_by_its_name() -> None:
    agreement = made(iop.Goal("aim", iop.Horizon("P6M"))).record(
        iop.Waived("2024-08-01", duty="aim", occurrence=1, why="no"),
        iop.Fulfilled("2024-09-01", duty="aim"),
    )
    assert [["waived"], ["fulfilled"]] == [
        progress(agreement, day, "aim") for day in ("2024-08-31", "2024-09-01")
    ]


def test_a_tail_is_due_until_its_window_is_past() -> None:
    march = iop.Fixed([iop.Period("2026-03-01", "2026-03-31")], tail=True)
    agreement = made(iop.Duty("final", "follow_up", march))
    found = [
        [one.code for one in agreement.deadlines(day) if one.subject == "final#1"]
        for day in ("2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01")
    ]
    assert [["follow-up-due"]] * 3 + [["follow-up-overdue"]] == found
    assert "2026-03-01" == str(agreement.first_day(iop.FollowedUp("2026-01-02", by="town")))


# --- one beside another ------------------------------------------------------------------


@pytest.mark.parametrize(
    "other",
    [
        iop.Duty("other", "meeting", YEARLY),
        iop.Duty("other", "report", YEARLY),
        iop.Duty("other", "follow_up", YEARLY, basis="administration", lead="P1Y"),
    ],
)
def test_beside_a_follow_up_that_holds_the_state_what_holds_none_holds_none(
    other: iop.Duty,
) -> None:
    """The other is open from the first day; by spring, one is owed that opens on 29 February."""
    agreement = made(due_in(iop.Once("2024-05-31")), other)

    assert ["active", "active", "follow_up", "follow_up", "active"] == [
        state(agreement, day)
        for day in ("2024-01-01", "2024-02-28", "2024-02-29", "2024-05-31", "2024-06-01")
    ]
    assert ["open", "coming"] == progress(agreement, "2024-01-01", "other")


@pytest.mark.parametrize(
    ("events", "number"),
    [
        (["followed_up", "followed_up"], 6),
        (["fulfilled", "followed_up"], 6),
        (["waived", "followed_up"], 7),
        (["waived", "followed_up", "fulfilled"], 7),
        (["waived", "waived"], 6),
    ],
)
def test_the_first_event_that_does_it_is_the_one_that_did_it(
    events: list[str], number: int
) -> None:
    kinds: dict[str, type[iop.FollowedUp | iop.Fulfilled | iop.Waived]] = {
        "followed_up": iop.FollowedUp,
        "fulfilled": iop.Fulfilled,
        "waived": iop.Waived,
    }
    agreement = made(due_in()).record(
        *(
            kinds[kind](f"2024-10-0{day}", duty="follow-up", occurrence=1)
            for day, kind in enumerate(events, 1)
        )
    )

    assert [number, None] == by_event(agreement, "2024-10-31")


# --- a single day, and versions that give none ---------------------------------------------


def test_an_agreement_of_one_day_owes_what_is_due_that_day() -> None:
    agreement = made(due_in(), last_day="2024-01-01")

    assert ["2024-01-01"] == dues(agreement, "2024-01-01")
    assert ["follow_up", "terminated"] == [
        state(agreement, day) for day in ("2024-01-01", "2024-01-02")
    ]
    ended = iop.Rescinded("2024-01-01", agreed_by=["town", "mission"])
    assert ["2024-01-01"] == dues(made(due_in()).record(ended), "2024-01-01")


def amended(applies_from: str, *owed: iop.Duty, **terms: Any) -> iop.Amended:  # noqa: ANN401
    """Agreed in October 2023, by other terms."""
    return iop.Amended(
        "2023-10-02",
        terms=made(*owed, **terms).terms,
        applies_from=applies_from,
        agreed_by=["town", "mission"],
    )


def test_a_first_day_in_conflict_that_is_amended_away_leaves_what_is_owed_from_the_new_one() -> (
    None
):
    conflict = iop.Stated([iop.Reading("2024-01-01"), iop.Reading("2024-03-01")])
    agreement = made(due_in(), first_day=conflict)
    cleared = agreement.record(amended("2023-10-02", due_in(), first_day="2024-02-01"))

    assert [] == dues(cleared, "2023-10-01")
    assert ["2025-01-31", "2025-12-31"] == dues(cleared, "2023-10-02")


def test_what_is_amended_to_run_before_it_was_to_begin_is_owed_in_its_new_days() -> None:
    agreement = made(due_in(), first_day="2024-07-01")
    earlier = agreement.record(
        amended("2023-10-02", due_in(), first_day="2024-01-01", last_day="2024-06-30")
    )

    assert ["2025-06-30", "2025-12-31"] == dues(earlier, "2023-10-01")
    assert ["2024-06-30"] == dues(earlier, "2023-10-02")


# --- where one period follows another ------------------------------------------------------


@pytest.mark.parametrize("last", ["2025-12-31", "2026-01-01", "2026-01-02"])
def test_what_stops_with_the_first_period_stops_where_the_second_is_ended_early(
    last: str,
) -> None:
    agreement = made(due_in(on_extension="stop"), renewal=iop.RenewalOption("P1Y")).record(
        iop.Extended("2025-06-01", by="town"),
        iop.Rescinded("2025-07-01", last_day=last, agreed_by=["town", "mission"]),
    )

    assert ["2024-12-31", "2025-12-31"] == dues(agreement, "2025-07-01")


@pytest.mark.parametrize(("last", "due"), [("2024-01-01", "2024-01-01"), ("2024-01-02",) * 2])
def test_what_stops_with_the_first_period_stops_with_one_of_a_day(last: str, due: str) -> None:
    agreement = made(
        due_in(on_extension="stop"), last_day=last, renewal=iop.RenewalOption("P1Y")
    ).record(iop.Extended("2024-01-01", by="town"))

    assert [due] == dues(agreement, "2024-01-01")
    assert "2025" == str(agreement.on("2024-01-02").last_day)[:4]


def test_a_goal_of_an_agreement_that_is_extended_is_counted_from_its_first_day() -> None:
    agreement = made(iop.Goal("aim", iop.Horizon("P6M")), renewal=iop.RenewalOption("P1Y"))
    longer = agreement.record(iop.Extended("2025-06-01", by="town"))

    assert ["2024-07-01"] == dues(longer, "2026-01-01", "aim")


# --- payments at the beginning, and at an early end ---------------------------------------


@pytest.mark.parametrize(
    ("signed", "expected"),
    [
        ("2025-01-30", ("2025-01-01", "2025-01-31")),
        ("2025-01-31", ("2025-01-01", "2025-01-31")),
        ("2025-02-01", ("2025-02-01", "2025-02-01")),
    ],
)
def test_a_payment_keeps_its_month_unless_that_was_over_before_it_began(
    signed: str, expected: tuple[str, str]
) -> None:
    plan = iop.PaymentPlan(iop.InMonths([1]))
    events = (*SIGNED[:-1], iop.Signed(signed, by="mission"))
    agreement = iop.Agreement("a-1", made(payments=plan).terms, events)

    second = agreement.on(signed).occurrences[1]
    assert expected == (str(second.first), str(second.last))


WHOLE_YEARS: Final = iop.PaymentPlan(iop.InMonths([1]), timing="advance", stub="drop")
"""Each January, for the calendar year it begins; a year that is cut is not paid."""


@pytest.mark.parametrize(
    ("on", "paid"),
    [
        ("2024-12-31", ["2024-01-31"]),
        ("2025-01-01", ["2024-01-31", "2025-01-31"]),
        ("2025-02-01", ["2024-01-31", "2025-01-31"]),
    ],
)
def test_a_year_that_was_open_for_payment_when_its_early_end_came_is_paid(
    on: str, paid: list[str]
) -> None:
    ended = iop.Rescinded(on, last_day="2025-06-30", agreed_by=["town", "mission"])

    assert paid == dues(made(payments=WHOLE_YEARS).record(ended), on, "payment")


def test_a_year_that_is_cut_as_agreed_is_not_paid_though_an_early_end_cuts_it_too() -> None:
    agreement = made(payments=WHOLE_YEARS, last_day="2025-09-30")
    ended = iop.Rescinded("2025-02-01", last_day="2025-06-30", agreed_by=["town", "mission"])

    assert ["2024-01-31"] == dues(agreement, "2025-02-01", "payment")
    assert ["2024-01-31"] == dues(agreement.record(ended), "2025-02-01", "payment")


@pytest.mark.parametrize(("on", "paid"), [("2025-12-31", 2), ("2026-01-01", 3), ("2026-02-01", 3)])
def test_nor_is_it_otherwise_in_a_period_that_follows_another(on: str, paid: int) -> None:
    agreement = made(payments=WHOLE_YEARS, renewal=iop.RenewalOption("P1Y")).record(
        iop.Extended("2025-06-01", by="town"),
        iop.Rescinded(on, last_day="2026-06-30", agreed_by=["town", "mission"]),
    )

    assert ["2024-01-31", "2025-01-31", "2026-01-31"][:paid] == dues(agreement, on, "payment")
