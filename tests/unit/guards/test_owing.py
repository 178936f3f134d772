"""What must hold when what is owed is done or waived: the duties of the first agreement."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.decisions import Found, Guard
from ioplife.events import Event, FollowedUp, FollowUpCalled, Fulfilled, Noted, Waived
from ioplife.facts import facts
from ioplife.guards import convener, done_once, duty_owed, in_window
from ioplife.terms import ABSENT, UNKNOWN
from tests.unit.guards.build import CALLED, case_of, days, owing
from tests.unit.guards.seen import found, see

ON = "2022-08-15"
IDS = ("payment", "follow-up", "operative", "strategic", "annual-report", "short", "long")
UNREAD: dict[str, Any] = dict.fromkeys(("payments", "duties", "goals"), UNKNOWN)
NONE: dict[str, Any] = dict.fromkeys(("payments", "duties", "goals"), ABSENT)
TWO_FIRST_DAYS: dict[str, Any] = {"first_day": days("2021-10-01", "2021-11-01"), "length": UNKNOWN}


def ask(rule: Guard[Any], event: Event, *before: Event, **terms: Any) -> Found:  # noqa: ANN401 - any clause
    """What a guard finds of an event in the life of the first agreement."""
    return found(rule, case_of(owing(*before, **terms), event), event)


# --- what is done is owed ----------------------------------------------------------------


@pytest.mark.parametrize("duty", IDS)
def test_what_is_done_is_owed_by_a_clause(duty: str) -> None:
    assert Found.MET is ask(duty_owed, Fulfilled(ON, duty=duty))
    assert Found.NOT_MET is ask(duty_owed, Fulfilled(ON, duty=duty), **NONE)
    assert Found.UNKNOWN is ask(duty_owed, Fulfilled(ON, duty=duty), **UNREAD)


@pytest.mark.parametrize("duty", IDS)
def test_a_follow_up_is_held_of_a_follow_up_or_a_goal(duty: str) -> None:
    held = Found.MET if duty in ("follow-up", "short", "long") else Found.NOT_MET
    assert held is ask(duty_owed, FollowedUp(ON, duty=duty))
    assert held is ask(duty_owed, FollowedUp(ON, duty=duty, occurrence=1))
    assert Found.NOT_MET is ask(duty_owed, FollowedUp(ON, duty=duty), **NONE)
    assert Found.UNKNOWN is ask(duty_owed, FollowedUp(ON, duty=duty), **UNREAD)


@pytest.mark.parametrize(
    ("duty", "instances"),
    [
        ("follow-up", 2),
        ("operative", 8),
        ("strategic", 4),
        ("annual-report", 2),
        ("payment", 2),
        ("short", 1),
        ("long", 1),
    ],
)
@pytest.mark.parametrize("kind", [Fulfilled, Waived])
def test_the_instance_that_is_named_is_one_of_those_owed(
    kind: type[Fulfilled | Waived], duty: str, instances: int
) -> None:
    for ordinal in (1, instances):
        assert Found.MET is ask(duty_owed, kind(ON, duty=duty, occurrence=ordinal))
    assert Found.NOT_MET is ask(duty_owed, kind(ON, duty=duty, occurrence=instances + 1))


def test_a_clause_that_nobody_has_read_may_owe_it() -> None:
    """One that was read owes what it says: a goal may stand where the duties were not read."""
    meeting, payment = Fulfilled(ON, duty="dialogue"), Fulfilled(ON, duty="payment")

    assert Found.NOT_MET is ask(duty_owed, meeting)
    assert Found.UNKNOWN is ask(duty_owed, meeting, duties=UNKNOWN)
    assert Found.UNKNOWN is ask(duty_owed, meeting, goals=UNKNOWN)
    assert Found.NOT_MET is ask(duty_owed, meeting, payments=UNKNOWN)
    assert Found.UNKNOWN is ask(duty_owed, payment, payments=UNKNOWN)
    assert Found.NOT_MET is ask(duty_owed, payment, payments=ABSENT, duties=UNKNOWN)


def test_no_instance_can_be_told_while_the_first_day_is_not_clear() -> None:
    third = Fulfilled(ON, duty="operative", occurrence=3)
    followed_up = FollowedUp(ON, occurrence=1)

    assert Found.UNKNOWN is ask(duty_owed, third, **TWO_FIRST_DAYS)
    assert Found.UNKNOWN is ask(duty_owed, third, first_day=ABSENT)
    assert Found.UNKNOWN is ask(duty_owed, third, first_day=UNKNOWN)
    assert Found.UNKNOWN is ask(duty_owed, followed_up, first_day=UNKNOWN)
    assert Found.MET is ask(duty_owed, Fulfilled(ON, duty="operative"), **TWO_FIRST_DAYS)


def test_a_follow_up_that_names_no_duty_may_name_an_instance() -> None:
    first, third = FollowedUp(ON, occurrence=1), FollowedUp(ON, occurrence=3)
    follow_up, _operative, *rest = owing().terms.duties  # type: ignore[misc] # a row
    twins = (follow_up, type(follow_up)("other", "follow_up", follow_up.cadence), *rest)

    assert Found.MET is ask(duty_owed, first)
    assert Found.NOT_MET is ask(duty_owed, third)
    assert Found.UNKNOWN is ask(duty_owed, first, duties=twins)
    assert Found.NOT_MET is ask(duty_owed, third, duties=twins)


@pytest.mark.parametrize(
    "event",
    [
        FollowedUp(ON),
        FollowedUp(ON, occurrence="none"),
        FollowedUp(ON, answers=2),
        Noted(ON),
    ],
)
def test_what_names_no_duty_need_not_be_owed(event: Event) -> None:
    assert Found.NOT_CALLED_FOR is ask(duty_owed, event)


def test_an_extra_of_a_duty_is_of_one_that_is_owed() -> None:
    assert Found.MET is ask(duty_owed, Fulfilled(ON, duty="operative", occurrence="none"))
    assert Found.NOT_MET is ask(duty_owed, Fulfilled(ON, duty="dialogue", occurrence="none"))


@pytest.mark.parametrize(
    ("event", "needs"),
    [
        (Fulfilled(ON), ("duty",)),
        (FollowedUp(ON, duty=UNKNOWN), ("duty",)),
        (Waived(ON), ("duty",)),
        (Waived(ON, occurrence=1), ("duty",)),
        (Fulfilled(ON, duty="operative", occurrence=UNKNOWN), ("occurrence",)),
        (FollowedUp(ON, occurrence=UNKNOWN), ("occurrence",)),
    ],
)
def test_what_is_not_said_is_needed(event: Event, needs: tuple[str, ...]) -> None:
    verdict = see(duty_owed, case_of(owing(), event), event)

    assert (Found.UNKNOWN, needs) == (verdict.found, verdict.needs)


def test_the_clause_and_its_day_are_given() -> None:
    event = Waived(ON, duty="follow-up", occurrence=2)
    verdict = see(duty_owed, case_of(owing(), event), event)

    assert CALLED == verdict.clause
    assert facts(duty="follow-up", occurrence=2, due="2023-09-30") == verdict.facts


# --- which one is waived -----------------------------------------------------------------


def test_what_is_waived_is_named() -> None:
    named, unnamed = Waived(ON, duty="strategic", occurrence=2), Waived(ON, duty="strategic")
    verdict = see(duty_owed, case_of(owing(), unnamed), unnamed)

    assert Found.MET is ask(duty_owed, named)
    assert (Found.UNKNOWN, ("occurrence",)) == (verdict.found, verdict.needs)


# --- once only ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", [FollowedUp, Fulfilled, Waived])
@pytest.mark.parametrize(
    "before",
    [
        Fulfilled("2022-03-01", duty="operative", occurrence=2),
        Fulfilled("2022-03-01", duty="operative"),
        Waived("2022-03-01", duty="operative", occurrence=2),
    ],
)
def test_an_instance_is_done_or_waived_once(
    kind: type[FollowedUp | Fulfilled | Waived], before: Event
) -> None:
    again, next_one = (kind(ON, duty="operative", occurrence=number) for number in (2, 3))

    assert Found.MET is ask(done_once, again)
    assert Found.NOT_MET is ask(done_once, again, before)
    assert Found.MET is ask(done_once, next_one, before)


def test_the_event_that_did_it_is_given() -> None:
    again = Fulfilled(ON, duty="payment", occurrence=1)
    before = Fulfilled("2022-07-15", duty="payment")
    verdict = see(done_once, case_of(owing(before), again), again)

    assert facts(duty="payment", occurrence=1, number=2) == verdict.facts


@pytest.mark.parametrize(
    "event",
    [
        Noted(ON),
        Fulfilled(ON, duty="operative"),
        Fulfilled(ON, duty="operative", occurrence="none"),
        Fulfilled(ON, duty="operative", occurrence=9),
        FollowedUp(ON),
    ],
)
def test_what_names_no_instance_cannot_be_done_twice(event: Event) -> None:
    assert Found.NOT_CALLED_FOR is ask(done_once, event)


# --- in the window of one that waits -----------------------------------------------------


@pytest.mark.parametrize(
    ("duty", "on", "before", "expected"),
    [
        ("payment", "2022-06-30", (), Found.NOT_MET),
        ("payment", "2022-07-01", (), Found.MET),
        ("payment", "2022-07-31", (), Found.MET),
        ("payment", "2022-08-01", (), Found.NOT_MET),
        ("operative", "2021-12-31", (), Found.MET),
        (
            "operative",
            "2021-12-31",
            (Fulfilled("2021-12-01", duty="operative"),),
            Found.NOT_MET,
        ),
        ("operative", "2022-01-01", (Fulfilled("2021-12-01", duty="operative"),), Found.MET),
        # Two in the year: the second may be held as soon as the first has been.
        ("strategic", "2022-02-02", (Fulfilled("2022-02-01", duty="strategic"),), Found.MET),
        ("short", "2022-03-31", (), Found.NOT_MET),
        ("short", "2022-04-01", (), Found.MET),
    ],
)
def test_what_is_done_falls_in_the_window_of_one_that_waits(
    duty: str, on: str, before: tuple[Event, ...], expected: Found
) -> None:
    assert expected is ask(in_window, Fulfilled(on, duty=duty), *before)


@pytest.mark.parametrize(
    ("on", "before", "expected"),
    [
        ("2022-09-30", (), Found.MET),
        ("2022-09-30", (FollowedUp("2022-06-01"),), Found.NOT_MET),
        ("2022-10-01", (FollowedUp("2022-06-01"),), Found.MET),
        ("2023-09-30", (), Found.MET),
    ],
)
def test_a_follow_up_that_names_no_duty_falls_in_the_window_of_any(
    on: str, before: tuple[Event, ...], expected: Found
) -> None:
    assert expected is ask(in_window, FollowedUp(on), *before)


def test_the_earlier_ones_that_still_wait_are_given() -> None:
    held = Fulfilled("2022-07-02", duty="operative")
    event = Fulfilled(ON, duty="operative")
    verdict = see(in_window, case_of(owing(held), event), event)

    assert facts(duty="operative", waiting=(1, 2, 3)) == verdict.facts
    follow_up = FollowedUp("2022-12-01")
    before = (FollowedUp("2022-10-02"), follow_up)
    verdict = see(in_window, case_of(owing(*before), follow_up), follow_up)
    assert facts(duty=None, waiting=(1,)) == verdict.facts


@pytest.mark.parametrize(
    "event",
    [
        Noted(ON),
        Waived(ON, duty="payment", occurrence=1),
        Fulfilled(ON, duty="payment", occurrence=1),
        Fulfilled(ON, duty="payment", occurrence="none"),
        Fulfilled(ON, duty="dialogue"),
        FollowedUp(ON, answers=2),
    ],
)
def test_no_window_is_asked_of_what_is_named_or_answers_a_call(event: Event) -> None:
    assert Found.NOT_CALLED_FOR is ask(in_window, event)


@pytest.mark.parametrize(
    "event",
    [
        Fulfilled(ON),
        Fulfilled(ON, duty="payment", occurrence=UNKNOWN),
        FollowedUp(ON, duty=UNKNOWN),
        Fulfilled(ON, occurrence=2),
    ],
)
def test_what_nobody_has_said_may_be_done_in_its_window_and_once(event: Event) -> None:
    """Made unknown, a no becomes unknown, and never a yes (RULES §10)."""
    assert Found.UNKNOWN is ask(in_window, event)
    assert Found.UNKNOWN is ask(done_once, event)


# --- who convenes ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("office", Found.MET),
        ("board", Found.MET),  # another body of the same party
        ("town", Found.MET),
        ("mission", Found.NOT_MET),
        ("stranger", Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_a_follow_up_is_convened_by_whom_the_clause_says(by: Any, expected: Found) -> None:  # noqa: ANN401 - an id or UNKNOWN
    for event in (FollowedUp(ON, by=by), FollowedUp(ON, by=by, duty="follow-up", occurrence=1)):
        assert expected is ask(convener, event)


@pytest.mark.parametrize(("by", "expected"), [("parish", Found.MET), ("office", Found.NOT_MET)])
def test_any_of_those_who_convene_together_may(by: str, expected: Found) -> None:
    assert expected is ask(convener, FollowedUp(ON, by=by, duty="operative"))


def test_where_no_paper_says_who_convenes_nobody_can_tell() -> None:
    assert Found.UNKNOWN is ask(convener, FollowedUp(ON, by="office", duty="strategic"))
    assert Found.NOT_CALLED_FOR is ask(convener, FollowedUp(ON, by="office"), **NONE)


def test_a_call_says_who_called_and_not_who_convenes() -> None:
    called = FollowUpCalled("2022-05-01", by="mission")

    assert Found.NOT_MET is ask(convener, FollowedUp(ON, by="mission", answers=2), called)
    assert Found.MET is ask(convener, FollowedUp(ON, by="office", answers=2), called)


def test_what_is_not_said_of_a_follow_up_is_needed() -> None:
    no_duty, no_actor = FollowedUp(ON, duty=UNKNOWN, by="office"), FollowedUp(ON)
    verdicts = [see(convener, case_of(owing(), event), event) for event in (no_duty, no_actor)]

    assert [("duty",), ("by",)] == [verdict.needs for verdict in verdicts]
    assert [None, CALLED] == [verdict.clause for verdict in verdicts]


# --- how strong they are -----------------------------------------------------------------


def test_one_refuses_and_three_warn() -> None:
    assert duty_owed.soft is False
    assert [True, True, True] == [rule.soft for rule in (in_window, done_once, convener)]
