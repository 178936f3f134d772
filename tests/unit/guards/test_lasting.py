"""What may happen only while the agreement lasts."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ioplife.answers import Answer
from ioplife.dates import as_day
from ioplife.decisions import Found
from ioplife.events import Entered, Noted
from ioplife.facts import facts
from ioplife.guards import entered_in_force, entered_once, not_after_last_day
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import ABSENT, UNKNOWN, Reading, Stated
from tests.unit.guards.build import (
    AUTOMATIC,
    OPEN_ENDED,
    OPTION,
    PAPER,
    UNREAD,
    case,
    days,
    ending,
    extension,
    several,
)
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


THREE_TIMES = attrs.evolve(AUTOMATIC, times=3)
LEAP: dict[str, Any] = {
    "first_day": days("2024-02-29"),
    "last_day": days("2025-02-27"),
    "length": UNKNOWN,
}


@pytest.mark.parametrize(
    ("on", "renewal", "terms", "expected"),
    [
        ("2023-09-30", AUTOMATIC, {}, Found.MET),
        ("2023-10-01", AUTOMATIC, {}, Found.NOT_CALLED_FOR),
        ("2999-12-31", AUTOMATIC, {}, Found.NOT_CALLED_FOR),
        ("2026-09-30", THREE_TIMES, {}, Found.NOT_CALLED_FOR),
        ("2026-10-01", THREE_TIMES, {}, Found.NOT_MET),
        # Counted from the first day, which is a leap day.
        ("2028-02-28", THREE_TIMES, LEAP, Found.NOT_CALLED_FOR),
        ("2028-02-29", THREE_TIMES, LEAP, Found.NOT_MET),
        # No whole months to count: from the end.
        ("2026-06-14", THREE_TIMES, several("2023-06-14"), Found.NOT_CALLED_FOR),
        ("2026-06-15", THREE_TIMES, several("2023-06-14"), Found.NOT_MET),
        (
            "2026-06-14",
            THREE_TIMES,
            {"first_day": UNKNOWN, **several("2023-06-14")},
            "not_called_for",
        ),
        ("2026-10-01", attrs.evolve(THREE_TIMES, length=UNKNOWN), {}, Found.NOT_CALLED_FOR),
        ("2999-12-31", attrs.evolve(THREE_TIMES, length="P900Y"), {}, Found.NOT_CALLED_FOR),
        # An option may have been used before it was entered, and then the day is another.
        ("2023-09-30", OPTION, {}, Found.MET),
        ("2023-10-01", OPTION, {}, Found.UNKNOWN),
        ("2023-10-01", UNKNOWN, {}, Found.UNKNOWN),
        ("2023-10-01", ABSENT, {}, Found.NOT_MET),
    ],
)
def test_what_may_have_been_extended_before_it_was_entered_may_still_bind(
    on: str, renewal: object, terms: dict[str, Any], expected: Found | str
) -> None:
    nothing = case(on, state=None, in_force=Answer.UNKNOWN, terms={"renewal": renewal, **terms})

    assert Found(expected) is found(entered_in_force, nothing, Entered(on, state="active"))


def test_what_has_gone_on_by_itself_has_so_many_times_less_left() -> None:
    """Where it is entered while another state is on record."""
    on = "2026-10-01"
    once = case(
        on,
        state=State.SIGNED,
        terms={"renewal": THREE_TIMES},
        extensions=(extension(None), extension(7)),
        ends=(Reading("2024-09-30"),),
        last_days=(as_day("2024-09-30"),),
    )

    assert Found.NOT_MET is found(entered_in_force, once, Entered(on, state="active"))
    assert Found.NOT_CALLED_FOR is found(
        entered_in_force, attrs.evolve(once, on=as_day("2026-09-30")), Entered(on, state="active")
    )


@pytest.mark.parametrize("renewal", [AUTOMATIC, OPTION, UNKNOWN])
def test_what_something_has_ended_was_not_extended(renewal: object) -> None:
    ended = case("2023-07-01", endings=(ending(3, "2023-06-30"),), terms={"renewal": renewal})

    assert Found.NOT_MET is found(entered_in_force, ended, Entered("2023-07-01", state="active"))


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
