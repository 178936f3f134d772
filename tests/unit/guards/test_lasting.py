"""What may happen only while the agreement lasts."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.answers import Answer
from ioplife.decisions import Found
from ioplife.events import Entered, Noted
from ioplife.facts import facts
from ioplife.guards import entered_in_force, entered_once, not_after_last_day
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import UNKNOWN, Reading, Stated
from tests.unit.guards.build import OPEN_ENDED, PAPER, UNREAD, case, ending, several
from tests.unit.guards.seen import found, of_case, see

CONFLICT = several("2020-12-31", "2021-07-31")


@pytest.mark.parametrize("state", [State.APPROVED, State.ACTIVE, State.FOLLOW_UP])
@pytest.mark.parametrize(
    ("on", "terms", "expected"),
    [
        ("2023-09-30", {}, Found.MET),
        ("2023-10-01", {}, Found.NOT_MET),
        ("2020-12-31", CONFLICT, Found.MET),
        ("2021-01-01", CONFLICT, Found.UNKNOWN),
        ("2021-07-31", CONFLICT, Found.UNKNOWN),
        ("2021-08-01", CONFLICT, Found.NOT_MET),
        ("2021-10-01", UNREAD, Found.UNKNOWN),
        ("2021-10-01", OPEN_ENDED, Found.MET),
        ("2999-12-31", OPEN_ENDED, Found.MET),
    ],
)
def test_the_day_is_not_after_the_last_day(
    state: State, on: str, terms: dict[str, Any], expected: Found
) -> None:
    assert expected is of_case(not_after_last_day, case(on, state=state, terms=terms))


@pytest.mark.parametrize(
    ("on", "terms", "expected"),
    [
        ("2020-11-30", {}, Found.MET),
        ("2020-12-01", {}, Found.NOT_MET),
        ("2020-11-30", CONFLICT, Found.MET),
        ("2020-12-01", CONFLICT, Found.NOT_MET),
        ("2020-11-30", OPEN_ENDED, Found.MET),
        ("2020-12-01", OPEN_ENDED, Found.NOT_MET),
        # Nobody knows whether the period ended before the ending did.
        ("2020-11-30", UNREAD, Found.UNKNOWN),
        ("2020-12-01", UNREAD, Found.NOT_MET),
    ],
)
def test_an_ending_comes_before_the_end_of_the_period(
    on: str, terms: dict[str, Any], expected: Found
) -> None:
    ended = case(on, endings=(ending(3, "2020-11-30"),), terms=terms)

    assert expected is of_case(not_after_last_day, ended)


def test_an_ending_never_prolongs() -> None:
    ended = case("2023-10-01", endings=(ending(3, "2024-06-30"),))

    assert Found.NOT_MET is of_case(not_after_last_day, ended)


@pytest.mark.parametrize(
    ("state", "in_force", "terms", "expected"),
    [
        (State.ACTIVE, Answer.YES, {}, Found.MET),
        (State.ACTIVE, Answer.UNKNOWN, {}, Found.UNKNOWN),
        (State.ACTIVE, Answer.YES, OPEN_ENDED, Found.MET),
        (State.ACTIVE, Answer.UNKNOWN, OPEN_ENDED, Found.UNKNOWN),
        # Before it has begun, such an ending may have ended it at once.
        (State.SIGNED, Answer.NO, {}, Found.UNKNOWN),
    ],
)
def test_an_ending_of_an_untold_day_leaves_it_open(
    state: State, in_force: Answer, terms: dict[str, Any], expected: Found
) -> None:
    doubted = case("2022-05-01", state=state, in_force=in_force, doubts=(4,), terms=terms)

    assert expected is of_case(not_after_last_day, doubted)


def test_a_first_day_in_conflict_says_nothing_of_the_last() -> None:
    between = case("2021-11-01", in_force=Answer.UNKNOWN)

    assert Found.MET is of_case(not_after_last_day, between)


def test_the_days_that_were_compared_are_given() -> None:
    verdict = see(not_after_last_day, case("2021-01-01", terms=CONFLICT), Noted("2021-01-01"))

    assert facts(on="2021-01-01", last_days=("2020-12-31", "2021-07-31")) == verdict.facts


@pytest.mark.parametrize("on", ["2020-12-31", "2021-01-01", "2021-08-01"])
def test_the_place_that_gives_the_last_day_is_given(on: str) -> None:
    assert PAPER == see(not_after_last_day, case(on, terms=CONFLICT), Noted(on)).clause


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ((Reading("2023-06-30"), Reading("2023-09-30", source=PAPER)), PAPER),
        ((Reading("2023-09-30"),), None),
    ],
)
def test_a_place_is_given_where_a_reading_has_one(
    readings: tuple[Reading, ...], expected: Source | None
) -> None:
    stated = case(terms={"last_day": Stated(readings), "length": UNKNOWN})

    assert expected == see(not_after_last_day, stated, Noted(stated.on)).clause


# --- a register entry --------------------------------------------------------------------


@pytest.mark.parametrize("state", ["signed", "active"])
@pytest.mark.parametrize(
    ("on", "terms", "expected"),
    [
        ("2023-09-30", {}, Found.MET),
        ("2023-10-01", {}, Found.NOT_MET),
        ("2021-07-31", CONFLICT, Found.NOT_CALLED_FOR),
        ("2021-08-01", CONFLICT, Found.NOT_MET),
        ("2020-02-29", UNREAD, Found.NOT_CALLED_FOR),
        ("2020-02-29", OPEN_ENDED, Found.MET),
    ],
)
def test_what_is_entered_as_binding_is_not_past_a_clear_last_day(
    state: str, on: str, terms: dict[str, Any], expected: Found
) -> None:
    nothing = case(on, state=None, in_force=Answer.UNKNOWN, terms=terms)

    assert expected is found(entered_in_force, nothing, Entered(on, state=state))


@pytest.mark.parametrize("state", ["initiative", "proposed", "approved", "renewed"])
def test_what_is_entered_as_anything_else_may_be(state: str) -> None:
    late = case("2023-10-01", state=None)

    assert Found.NOT_CALLED_FOR is found(entered_in_force, late, Entered("2023-10-01", state=state))


@pytest.mark.parametrize(("entered", "expected"), [(None, Found.MET), (2, Found.NOT_MET)])
def test_an_agreement_is_entered_once(entered: int | None, expected: Found) -> None:
    assert expected is of_case(entered_once, case(state=State.PROPOSED, entered=entered))


def test_all_refuse() -> None:
    rules = (not_after_last_day, entered_in_force, entered_once)

    assert [False, False, False] == [rule.soft for rule in rules]
