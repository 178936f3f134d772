"""What must hold when the end is decided, set, or lifted."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.dates import Period, as_day
from ioplife.decisions import Found
from ioplife.events import (
    Cancelled,
    EndingDecided,
    EndingLifted,
    Noted,
    PartyLeft,
    Renewed,
    Rescinded,
    Voided,
)
from ioplife.facts import facts
from ioplife.guards import (
    early_end,
    ending_named,
    last_day_not_past,
    notice_not_given,
)
from ioplife.standing import Ending
from ioplife.states import State
from ioplife.terms import UNKNOWN, Reading, Unknown
from tests.unit.guards.build import (
    AUTOMATIC,
    OPEN_ENDED,
    OPTION,
    PAPER,
    UNREAD,
    case,
    ending,
    several,
)
from tests.unit.guards.seen import found, of_case, see

ON = "2023-05-08"
CONFLICT = several("2023-06-30", "2023-09-30")
NO_PARTIES: dict[str, Any] = {
    "parties": UNKNOWN,
    "contributions": UNKNOWN,
    "disbursements": UNKNOWN,
}
NO_MONEY: dict[str, Any] = {"contributions": UNKNOWN, "disbursements": UNKNOWN}
ALL = ("mission", "parish", "town")


@pytest.mark.parametrize(
    ("terms", "last_day", "expected"),
    [
        ({}, "2023-09-29", Found.NOT_MET),
        ({}, "2023-09-30", Found.MET),
        ({}, "2023-10-01", Found.NOT_MET),
        ({}, UNKNOWN, Found.UNKNOWN),
        (CONFLICT, "2023-06-30", Found.UNKNOWN),
        (CONFLICT, "2023-07-01", Found.NOT_MET),
        (CONFLICT, "2023-09-30", Found.MET),
        (CONFLICT, "2023-10-01", Found.NOT_MET),
        (UNREAD, "2023-09-30", Found.UNKNOWN),
        (UNREAD, UNKNOWN, Found.UNKNOWN),
        (OPEN_ENDED, "2023-09-30", Found.NOT_CALLED_FOR),
        (OPEN_ENDED, UNKNOWN, Found.NOT_CALLED_FOR),
    ],
)
def test_the_day_decided_is_the_last_of_the_period(
    terms: dict[str, Any],
    last_day: str | Unknown,
    expected: Found,
) -> None:
    event = EndingDecided(ON, last_day=last_day)

    assert expected is found(early_end, case(terms=terms), event)


def test_an_ending_does_not_move_the_end_of_the_period() -> None:
    ended = case(endings=(ending(3, "2023-06-30"),))

    assert Found.MET is found(early_end, ended, EndingDecided(ON, last_day="2023-09-30"))


@pytest.mark.parametrize(("last_day", "expected"), [(UNKNOWN, ("last_day",)), ("2023-06-30", ())])
def test_only_what_the_decision_leaves_out_is_needed(
    last_day: str | Unknown,
    expected: tuple[str, ...],
) -> None:
    verdict = see(early_end, case(terms=CONFLICT), EndingDecided(ON, last_day=last_day))

    assert expected == verdict.needs


def test_the_day_named_and_the_last_days_are_given() -> None:
    verdict = see(early_end, case(terms=CONFLICT), EndingDecided(ON, last_day="2023-07-01"))

    assert facts(last_day="2023-07-01", last_days=("2023-06-30", "2023-09-30")) == verdict.facts


NAMES_A_DAY: tuple[type[Any], ...] = (EndingDecided, Rescinded, Cancelled, PartyLeft, Voided)


@pytest.mark.parametrize("kind", NAMES_A_DAY)
@pytest.mark.parametrize(
    ("last_day", "expected"),
    [
        ("2023-05-07", Found.NOT_MET),
        ("2023-05-08", Found.MET),
        ("2023-05-09", Found.MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_no_event_sets_a_last_day_before_its_own(
    kind: type[Any],
    last_day: str | Unknown,
    expected: Found,
) -> None:
    assert expected is found(last_day_not_past, case(), kind(ON, last_day=last_day))


@pytest.mark.parametrize("kind", NAMES_A_DAY)
def test_a_last_day_nobody_says_is_needed(kind: type[Any]) -> None:
    verdict = see(last_day_not_past, case(), kind(ON, last_day=UNKNOWN))

    assert (("last_day",), facts(on=ON)) == (verdict.needs, verdict.facts)


@pytest.mark.parametrize(
    ("terms", "first", "expected"),
    [
        (OPEN_ENDED, "2023-05-08", Found.NOT_MET),
        (OPEN_ENDED, "2023-05-09", Found.MET),
        # One that nobody has read may be fixed already.
        (UNREAD, "2023-05-08", Found.UNKNOWN),
        (UNREAD, "2023-05-09", Found.MET),
        ({}, "2023-05-08", Found.NOT_CALLED_FOR),
    ],
)
def test_a_successor_sets_a_last_day_only_where_none_is_fixed(
    terms: dict[str, Any], first: str, expected: Found
) -> None:
    event = Renewed(ON, successor="son-2023-17", period=Period(first))

    assert expected is found(last_day_not_past, case(terms=terms), event)


@pytest.mark.parametrize(
    ("terms", "expected", "needs"),
    [
        (OPEN_ENDED, Found.UNKNOWN, ("period",)),
        (UNREAD, Found.UNKNOWN, ("period",)),
        ({}, Found.NOT_CALLED_FOR, ()),
    ],
)
def test_the_day_it_sets_is_needed(
    terms: dict[str, Any], expected: Found, needs: tuple[str, ...]
) -> None:
    verdict = see(last_day_not_past, case(terms=terms), Renewed(ON, successor="son-2023-17"))

    assert (expected, needs) == (verdict.found, verdict.needs)


@pytest.mark.parametrize("kind", [Rescinded, Cancelled, PartyLeft, Voided])
def test_what_ends_it_without_a_day_is_of_its_own_day(kind: type[Any]) -> None:
    verdict = see(last_day_not_past, case(), kind(ON))

    assert (Found.MET, facts(on=ON, last_day=ON)) == (verdict.found, verdict.facts)


@pytest.mark.parametrize(
    ("terms", "endings", "doubts", "expected"),
    [
        (OPEN_ENDED | {"renewal": AUTOMATIC}, (), (), Found.NOT_MET),
        (OPEN_ENDED, (ending(3, "2023-12-31"),), (), Found.MET),
        (OPEN_ENDED, (), (), Found.NOT_MET),
        (OPEN_ENDED, (), (3,), Found.UNKNOWN),
        ({}, (), (), Found.NOT_CALLED_FOR),
        (UNREAD, (), (), Found.NOT_CALLED_FOR),
    ],
)
def test_a_decision_alone_does_not_end_an_open_ended_agreement(
    terms: dict[str, Any], endings: tuple[Ending, ...], doubts: tuple[int, ...], expected: Found
) -> None:
    asked = case(terms=terms, endings=endings, doubts=doubts)

    assert expected is of_case(notice_not_given, asked)


@pytest.mark.parametrize(
    ("latest", "endings", "doubts", "expected"),
    [
        ("2023-05-07", (), (), Found.NOT_CALLED_FOR),
        ("2023-05-08", (), (), Found.NOT_MET),
        ("2023-05-09", (), (), Found.NOT_MET),
        (None, (), (), Found.NOT_CALLED_FOR),
        (UNKNOWN, (), (), Found.UNKNOWN),
        ("2023-05-09", (ending(3, "2023-09-30"),), (), Found.MET),
        ("2023-05-09", (), (3,), Found.UNKNOWN),
    ],
)
def test_a_decision_alone_does_not_keep_an_agreement_from_going_on_by_itself(
    latest: str | None | Unknown,
    endings: tuple[Ending, ...],
    doubts: tuple[int, ...],
    expected: Found,
) -> None:
    asked = case(
        terms={"renewal": AUTOMATIC},
        endings=endings,
        doubts=doubts,
        notice_latest=as_day(latest) if isinstance(latest, str) else latest,
    )

    assert expected is of_case(notice_not_given, asked)


def test_the_latest_day_for_notice_and_its_place_are_given() -> None:
    asked = case(terms={"renewal": AUTOMATIC}, notice_latest=as_day("2023-05-09"))

    verdict = see(notice_not_given, asked, EndingDecided(ON))

    assert (PAPER, facts(notice_latest="2023-05-09")) == (verdict.clause, verdict.facts)


@pytest.mark.parametrize(
    ("renewal", "expected"), [(UNKNOWN, Found.UNKNOWN), (OPTION, Found.NOT_CALLED_FOR)]
)
def test_what_nobody_has_read_may_go_on_by_itself(renewal: object, expected: Found) -> None:
    assert expected is of_case(notice_not_given, case(terms={"renewal": renewal}))


def test_an_unread_clause_is_not_an_unread_day() -> None:
    asked = (
        case(terms={"renewal": UNKNOWN}),
        case(terms={"renewal": AUTOMATIC}, notice_latest=UNKNOWN),
    )

    assert (
        "nobody has read whether the agreement goes on by itself",
        "it is not known by when notice is to be given",
    ) == tuple(see(notice_not_given, one, EndingDecided(ON)).text("en") for one in asked)


def test_what_its_extensions_give_is_the_last_day_of_the_period() -> None:
    longer = case(ends=(Reading("2024-09-30"),))

    assert (Found.NOT_MET, Found.MET) == (
        found(early_end, longer, EndingDecided(ON, last_day="2023-09-30")),
        found(early_end, longer, EndingDecided(ON, last_day="2024-09-30")),
    )


def test_other_events_name_no_day() -> None:
    assert Found.NOT_CALLED_FOR is found(last_day_not_past, case(), Noted(ON))


TWO = (ending(3, "2023-12-31"), ending(5, "2023-11-30"))


@pytest.mark.parametrize(
    ("number", "endings", "doubts", "expected"),
    [
        (3, TWO[:1], (), Found.MET),
        (5, TWO, (), Found.MET),
        (4, TWO, (), Found.NOT_MET),
        (3, (), (), Found.NOT_MET),
        (3, (), (3,), Found.UNKNOWN),
        (3, TWO[:1], (5,), Found.MET),
        (UNKNOWN, TWO[:1], (), Found.MET),
        (UNKNOWN, TWO, (), Found.UNKNOWN),
        (UNKNOWN, (), (), Found.NOT_MET),
        (UNKNOWN, TWO[:1], (5,), Found.UNKNOWN),
        (UNKNOWN, (), (5,), Found.UNKNOWN),
    ],
)
def test_the_ending_that_is_lifted_stands(
    number: int | Unknown,
    endings: tuple[Ending, ...],
    doubts: tuple[int, ...],
    expected: Found,
) -> None:
    asked = case(state=State.ACTIVE, endings=endings, doubts=doubts)

    assert expected is found(ending_named, asked, EndingLifted(ON, ending=number))


@pytest.mark.parametrize(
    ("on", "number", "expected"),
    [
        # One that stood before could have been meant, or it would stand no more.
        ("2022-02-01", 6, Found.UNKNOWN),
        ("2022-01-10", 6, Found.UNKNOWN),
        ("2022-01-10", 4, Found.MET),
        ("2022-01-09", 6, Found.MET),
    ],
)
def test_an_ending_that_may_have_been_lifted_may_stand_no_more(
    on: str, number: int, expected: Found
) -> None:
    asked = case(endings=TWO[1:], events=((number, EndingLifted(on)),))

    assert (expected, expected) == (
        found(ending_named, asked, EndingLifted(ON, ending=5)),
        found(ending_named, asked, EndingLifted(ON)),
    )


def test_which_of_two_endings_is_needed() -> None:
    verdict = see(ending_named, case(endings=TWO), EndingLifted(ON))

    assert (("ending",), facts(endings=(3, 5))) == (verdict.needs, verdict.facts)


@pytest.mark.parametrize("endings", [TWO[:1], ()])
def test_the_endings_that_may_be_meant_are_given(endings: tuple[Ending, ...]) -> None:
    verdict = see(ending_named, case(endings=endings), EndingLifted(ON))

    assert facts(endings=tuple(one.number for one in endings)) == verdict.facts


@pytest.mark.parametrize(("number", "doubts"), [(5, ()), (4, ()), (4, (4,))])
def test_the_endings_that_stand_are_given(number: int, doubts: tuple[int, ...]) -> None:
    asked = case(endings=TWO, doubts=doubts)

    verdict = see(ending_named, asked, EndingLifted(ON, ending=number))

    assert facts(ending=number, endings=(3, 5)) == verdict.facts


@pytest.mark.parametrize("last_day", ["2023-06-30", "2023-07-01", "2023-09-30", UNKNOWN])
def test_the_place_that_gives_the_last_day_is_given(last_day: str | Unknown) -> None:
    verdict = see(early_end, case(terms=CONFLICT), EndingDecided(ON, last_day=last_day))

    assert verdict.clause == PAPER


def test_one_warns_and_the_rest_refuse() -> None:
    rules = (early_end, last_day_not_past, ending_named, notice_not_given)

    assert [False, False, False, True] == [rule.soft for rule in rules]


def test_it_is_told_that_it_hangs_on_the_clause_of_renewal() -> None:
    asked = case(terms={"renewal": AUTOMATIC}, notice_latest=UNKNOWN)
    verdict = see(notice_not_given, asked, EndingDecided(ON))

    assert (Found.UNKNOWN, facts(renewal=True)) == (verdict.found, verdict.facts)
