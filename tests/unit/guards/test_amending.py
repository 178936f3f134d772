"""What must hold when what was agreed is changed."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ioplife.dates import as_day
from ioplife.decisions import Found
from ioplife.events import Amended, EndingLifted, Event, Extended, Noted
from ioplife.facts import facts
from ioplife.guards import applies_later, ending_stands, last_day_not_past
from ioplife.standing import Ending
from ioplife.terms import ABSENT, UNKNOWN, Absent, Stated, Unknown
from tests.unit.guards.build import (
    AUTOMATIC,
    OPEN_ENDED,
    OPTION,
    PAPER,
    TERMS,
    UNREAD,
    case,
    days,
    ending,
    several,
)
from tests.unit.guards.seen import found, see

ON = "2022-11-15"
ENDED = (ending(3, "2023-06-30"),)
LONGER = {"last_day": days("2024-09-30"), "length": "P3Y"}


def amended(
    changed: dict[str, Any] | None = None,
    *,
    on: str = ON,
    lifts: int | None | Unknown = None,
    applies_from: str | Unknown = ON,
) -> Amended:
    """A change of the first agreement."""
    return Amended(
        on, terms=attrs.evolve(TERMS, **(changed or {})), lifts=lifts, applies_from=applies_from
    )


# --- from when ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("applies_from", "expected"),
    [
        ("2022-11-14", Found.NOT_MET),
        ("2022-11-15", Found.MET),
        ("2023-01-01", Found.MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_a_change_does_not_apply_to_time_that_has_passed(
    applies_from: str | Unknown, expected: Found
) -> None:
    event = amended(applies_from=applies_from)

    assert expected is found(applies_later, case(ON), event)


def test_from_when_it_applies_is_needed() -> None:
    verdict = see(applies_later, case(ON), amended(applies_from=UNKNOWN))

    assert ("applies_from",) == verdict.needs


# --- an ending that stands ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("endings", "doubts", "expected"),
    [
        ((), (), Found.MET),
        (ENDED, (), Found.NOT_MET),
        ((), (4,), Found.UNKNOWN),
        (ENDED, (4,), Found.NOT_MET),
    ],
)
def test_nothing_is_extended_while_an_ending_stands(
    endings: tuple[Ending, ...], doubts: tuple[int, ...], expected: Found
) -> None:
    asked = case(ON, endings=endings, doubts=doubts)

    assert expected is found(ending_stands, asked, Extended(ON))


@pytest.mark.parametrize(
    ("on", "expected"), [("2022-02-01", Found.UNKNOWN), ("2022-01-09", Found.NOT_MET)]
)
def test_an_ending_that_may_have_been_lifted_may_stand_no_more(on: str, expected: Found) -> None:
    asked = case(ON, endings=ENDED, events=((6, EndingLifted(on)),))
    lifted = Found.MET if expected is Found.NOT_MET else Found.UNKNOWN

    assert (expected, expected, lifted) == (
        found(ending_stands, asked, Extended(ON)),
        found(ending_stands, asked, amended(LONGER)),
        found(ending_stands, asked, amended(lifts=3)),
    )


@pytest.mark.parametrize(
    "lifted", [EndingLifted("2022-02-01", ending=5), Noted("2022-02-01", what="lifted")]
)
def test_one_that_was_named_was_no_other(lifted: Event) -> None:
    asked = case(ON, endings=ENDED, events=((6, lifted),))

    assert Found.NOT_MET is found(ending_stands, asked, Extended(ON))


def test_of_two_endings_one_may_have_been_lifted() -> None:
    two = (*ENDED, attrs.evolve(ending(7, "2023-07-31"), on=as_day("2022-03-01")))
    asked = case(ON, endings=two, events=((6, EndingLifted("2022-02-01")),))

    assert Found.NOT_MET is found(ending_stands, asked, Extended(ON))


def test_the_endings_that_stand_are_given() -> None:
    two = (*ENDED, ending(5, "2023-07-31"))

    assert facts(endings=(3, 5)) == see(ending_stands, case(ON, endings=two), Extended(ON)).facts


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Found.NOT_CALLED_FOR),
        ({"total": 2_200_000}, Found.NOT_CALLED_FOR),
        ({"notice": ABSENT}, Found.NOT_CALLED_FOR),
        (LONGER, Found.NOT_MET),
        ({"last_day": days("2023-08-31"), "length": UNKNOWN}, Found.NOT_MET),
        ({"first_day": days("2021-10-02")}, Found.NOT_MET),
        # By one of two readings the period is where it was.
        ({"length": "P3Y"}, Found.UNKNOWN),
        ({"renewal": OPTION}, Found.NOT_MET),
        (OPEN_ENDED, Found.NOT_MET),
        # Where another source gives the same day, nothing is moved.
        ({"last_day": "2023-09-30"}, Found.NOT_CALLED_FOR),
        ({"renewal": ABSENT}, Found.NOT_CALLED_FOR),
        ({"length": UNKNOWN}, Found.NOT_CALLED_FOR),
        ({"length": "P24M"}, Found.NOT_CALLED_FOR),
        # What nobody has read may be moved.
        (UNREAD, Found.UNKNOWN),
        ({"last_day": Stated(text="hösten"), "length": ABSENT}, Found.UNKNOWN),
        ({"first_day": UNKNOWN, "length": UNKNOWN}, Found.UNKNOWN),
        ({"renewal": UNKNOWN}, Found.UNKNOWN),
        ({"renewal": UNKNOWN, **LONGER}, Found.NOT_MET),
    ],
)
def test_a_change_that_moves_the_period_lifts_the_ending(
    changed: dict[str, Any], expected: Found
) -> None:
    assert expected is found(ending_stands, case(ON, endings=ENDED), amended(changed))


@pytest.mark.parametrize(
    ("before", "changed", "expected"),
    [
        ({"renewal": OPTION}, {"renewal": attrs.evolve(OPTION, text="option")}, False),
        ({"renewal": OPTION}, {"renewal": attrs.evolve(OPTION, source=None)}, False),
        ({"renewal": OPTION}, {"renewal": attrs.evolve(OPTION, times=3)}, True),
        ({"renewal": OPTION}, {"renewal": AUTOMATIC}, True),
        (OPEN_ENDED, OPEN_ENDED, False),
        (OPEN_ENDED, {"last_day": ABSENT, "length": ABSENT}, True),
        ({"first_day": ABSENT}, {"first_day": Absent(PAPER)}, False),
        (several("2023-06-30", "2023-09-30"), several("2023-09-30", "2023-06-30"), False),
        (several("2023-06-30", "2023-09-30"), several("2023-08-31", "2023-07-31"), True),
    ],
)
def test_what_moves_the_period_is_its_substance_and_not_its_words(
    before: dict[str, Any], changed: dict[str, Any], *, expected: bool
) -> None:
    asked = case(ON, endings=ENDED, terms=before)

    assert (Found.NOT_MET if expected else Found.NOT_CALLED_FOR) is found(
        ending_stands, asked, amended(changed)
    )


def test_a_change_to_one_of_two_readings_may_move_nothing() -> None:
    asked = case(ON, endings=ENDED, terms=several("2023-06-30", "2023-09-30"))

    assert Found.UNKNOWN is found(ending_stands, asked, amended(several("2023-09-30")))


@pytest.mark.parametrize("field", ["first_day", "last_day", "renewal"])
def test_what_nobody_had_read_before_may_be_moved(field: str) -> None:
    asked = case(ON, endings=ENDED, terms={field: UNKNOWN, "length": UNKNOWN})

    assert Found.UNKNOWN is found(ending_stands, asked, amended())


@pytest.mark.parametrize("changed", [LONGER, {"renewal": UNKNOWN}])
def test_where_nothing_ends_it_the_period_may_be_moved(changed: dict[str, Any]) -> None:
    assert (Found.MET, Found.UNKNOWN) == (
        found(ending_stands, case(ON), amended(changed)),
        found(ending_stands, case(ON, doubts=(4,)), amended(changed)),
    )


@pytest.mark.parametrize("changed", [{}, LONGER])
@pytest.mark.parametrize(
    ("lifts", "endings", "doubts", "expected"),
    [
        (3, ENDED, (), Found.MET),
        (4, ENDED, (), Found.NOT_MET),
        (3, (), (), Found.NOT_MET),
        (4, (), (4,), Found.UNKNOWN),
        (UNKNOWN, ENDED, (), Found.UNKNOWN),
        (UNKNOWN, (), (), Found.UNKNOWN),
    ],
)
def test_the_ending_that_a_change_lifts_is_one_that_stands(
    changed: dict[str, Any],
    lifts: int | Unknown,
    endings: tuple[Ending, ...],
    doubts: tuple[int, ...],
    expected: Found,
) -> None:
    asked = case(ON, endings=endings, doubts=doubts)

    assert expected is found(ending_stands, asked, amended(changed, lifts=lifts))


def test_which_ending_is_lifted_is_needed() -> None:
    verdict = see(ending_stands, case(ON, endings=ENDED), amended(lifts=UNKNOWN))

    assert (("lifts",), facts(endings=(3,))) == (verdict.needs, verdict.facts)


def test_other_events_leave_an_ending_as_it_is() -> None:
    assert Found.NOT_CALLED_FOR is found(ending_stands, case(ON, endings=ENDED), Noted(ON))


# --- the last day that a change sets ------------------------------------------------------


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"last_day": days("2022-11-14"), "length": UNKNOWN}, Found.NOT_MET),
        ({"last_day": days("2022-11-15"), "length": UNKNOWN}, Found.MET),
        (several("2022-11-14", "2022-11-15"), Found.UNKNOWN),
        (LONGER, Found.MET),
        ({"length": UNKNOWN}, Found.NOT_CALLED_FOR),
        (OPEN_ENDED, Found.NOT_CALLED_FOR),
        ({"last_day": ABSENT, "length": ABSENT}, Found.NOT_CALLED_FOR),
        (UNREAD, Found.UNKNOWN),
    ],
)
def test_a_change_sets_no_last_day_before_its_own(changed: dict[str, Any], expected: Found) -> None:
    assert expected is found(last_day_not_past, case(ON), amended(changed))


def test_a_last_day_that_is_left_as_it_was_is_not_set() -> None:
    """By its extensions the agreement may long have outlived it."""
    assert Found.NOT_CALLED_FOR is found(
        last_day_not_past, case("2024-03-01"), amended({"total": 2_200_000}, on="2024-03-01")
    )


@pytest.mark.parametrize(
    ("changed", "expected"),
    [("2023-06-30", Found.UNKNOWN), ("2023-09-30", Found.UNKNOWN), ("2023-07-31", Found.NOT_MET)],
)
def test_nor_may_be_one_that_was_read_before(changed: str, expected: Found) -> None:
    asked = case("2024-03-01", terms=several("2023-06-30", "2023-09-30"))

    assert expected is found(last_day_not_past, asked, amended(several(changed), on="2024-03-01"))


def test_nor_may_be_one_that_nobody_had_read_before() -> None:
    asked = case("2024-03-01", terms=UNREAD)

    assert (Found.UNKNOWN, Found.MET) == (
        found(last_day_not_past, asked, amended(on="2024-03-01")),
        found(last_day_not_past, asked, amended(LONGER, on="2024-03-01")),
    )


def test_all_refuse() -> None:
    assert [False] * 2 == [rule.soft for rule in (applies_later, ending_stands)]
