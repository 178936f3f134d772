"""What must hold when a successor follows."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.answers import Answer
from ioplife.chains import Chain, Link
from ioplife.dates import Period, as_day
from ioplife.decisions import Found, Guard
from ioplife.events import Renewed
from ioplife.facts import facts
from ioplife.guards import no_gap, no_overlap, successor_signed, successor_starts_later
from ioplife.states import State
from ioplife.terms import ABSENT, UNKNOWN, Unknown
from tests.unit.guards.build import OPEN_ENDED, UNREAD, case, days, ending, several
from tests.unit.guards.seen import found, see

ON = "2023-05-08"
FIRST_DAYS = {"first_day": days("2021-10-01", "2022-01-01"), "length": UNKNOWN}
LAST_DAYS = several("2023-06-30", "2023-09-30")


def follows(first: str) -> Renewed:
    return Renewed(ON, successor="son-2023-17", period=Period(first))


@pytest.mark.parametrize(
    ("first", "terms", "expected"),
    [
        ("2021-10-01", {}, Found.NOT_MET),
        ("2021-10-02", {}, Found.MET),
        ("2021-10-01", FIRST_DAYS, Found.NOT_MET),
        ("2021-10-02", FIRST_DAYS, Found.UNKNOWN),
        ("2022-01-01", FIRST_DAYS, Found.UNKNOWN),
        ("2022-01-02", FIRST_DAYS, Found.MET),
        ("2023-10-01", {"first_day": UNKNOWN}, Found.UNKNOWN),
        ("2023-10-01", {"first_day": ABSENT}, Found.UNKNOWN),
    ],
)
def test_the_successor_starts_after_the_first_day(
    first: str, terms: dict[str, Any], expected: Found
) -> None:
    assert expected is found(successor_starts_later, case(terms=terms), follows(first))


@pytest.mark.parametrize(
    ("first", "expected"), [("2021-11-15", Found.NOT_MET), ("2021-11-16", Found.MET)]
)
def test_where_no_first_day_is_stated_the_start_on_record_counts(
    first: str, expected: Found
) -> None:
    started = case(terms={"first_day": ABSENT}, first_day=as_day("2021-11-15"))

    assert expected is found(successor_starts_later, started, follows(first))


@pytest.mark.parametrize("state", [State.ACTIVE, State.TERMINATED])
@pytest.mark.parametrize(
    ("first", "terms", "gap", "overlap"),
    [
        ("2023-09-30", {}, Found.MET, Found.NOT_MET),
        ("2023-10-01", {}, Found.MET, Found.MET),
        ("2023-10-02", {}, Found.NOT_MET, Found.MET),
        ("2023-06-30", LAST_DAYS, Found.MET, Found.NOT_MET),
        ("2023-07-01", LAST_DAYS, Found.MET, Found.UNKNOWN),
        ("2023-07-02", LAST_DAYS, Found.UNKNOWN, Found.UNKNOWN),
        ("2023-09-30", LAST_DAYS, Found.UNKNOWN, Found.UNKNOWN),
        ("2023-10-01", LAST_DAYS, Found.UNKNOWN, Found.MET),
        ("2023-10-02", LAST_DAYS, Found.NOT_MET, Found.MET),
        ("2023-10-01", UNREAD, Found.UNKNOWN, Found.UNKNOWN),
        ("2023-10-01", OPEN_ENDED, Found.NOT_CALLED_FOR, Found.NOT_CALLED_FOR),
    ],
)
def test_the_successor_starts_the_day_after_the_last(
    state: State, first: str, terms: dict[str, Any], gap: Found, overlap: Found
) -> None:
    asked = case(state=state, terms=terms)

    assert (gap, overlap) == (
        found(no_gap, asked, follows(first)),
        found(no_overlap, asked, follows(first)),
    )


@pytest.mark.parametrize(
    ("first", "terms", "gap", "overlap"),
    [
        ("2023-06-30", {}, Found.MET, Found.NOT_MET),
        ("2023-07-01", {}, Found.MET, Found.MET),
        ("2023-07-02", {}, Found.NOT_MET, Found.MET),
        ("2023-07-01", OPEN_ENDED, Found.MET, Found.MET),
        # The period nobody has read may have ended before the ending did.
        ("2023-06-30", UNREAD, Found.UNKNOWN, Found.UNKNOWN),
        ("2023-07-01", UNREAD, Found.UNKNOWN, Found.MET),
        ("2023-07-02", UNREAD, Found.NOT_MET, Found.MET),
    ],
)
def test_an_ending_is_the_last_day_where_it_comes_first(
    first: str, terms: dict[str, Any], gap: Found, overlap: Found
) -> None:
    ended = case(endings=(ending(3, "2023-06-30"),), terms=terms)

    assert (gap, overlap) == (
        found(no_gap, ended, follows(first)),
        found(no_overlap, ended, follows(first)),
    )


def test_an_ending_of_an_untold_day_leaves_open_how_they_meet() -> None:
    doubted = case(in_force=Answer.UNKNOWN, doubts=(3,), terms=OPEN_ENDED)

    assert (Found.UNKNOWN, Found.UNKNOWN) == (
        found(no_gap, doubted, follows("2023-10-01")),
        found(no_overlap, doubted, follows("2023-10-01")),
    )


@pytest.mark.parametrize("rule", [successor_starts_later, no_gap, no_overlap])
def test_the_period_of_the_successor_is_needed(rule: Guard[Any]) -> None:
    verdict = see(rule, case(), Renewed(ON, successor="son-2023-17"))

    assert (Found.UNKNOWN, ("period",)) == (verdict.found, verdict.needs)


def test_where_no_day_is_fixed_no_period_is_needed() -> None:
    asked = case(terms=OPEN_ENDED)

    assert (Found.NOT_CALLED_FOR, Found.NOT_CALLED_FOR) == (
        found(no_gap, asked, Renewed(ON)),
        found(no_overlap, asked, Renewed(ON)),
    )


def test_the_days_that_were_compared_are_given() -> None:
    verdict = see(no_gap, case(), follows("2023-10-02"))

    assert facts(last_days=("2023-09-30",), successor_first="2023-10-02") == verdict.facts


# --- the successor's own signatures --------------------------------------------------------


def chain(signed: Answer) -> Chain:
    """The agreement and the one that follows it, as far as the latter is signed."""
    day = as_day(ON)
    common: dict[str, Any] = {
        "state": State.SIGNED,
        "first_day": UNKNOWN,
        "last_day": UNKNOWN,
        "parties": UNKNOWN,
        "follows": UNKNOWN,
        "successor": None,
    }
    first = Link(id="son-2021-404", signed=Answer.YES, **common)
    return Chain(day, (first, Link(id="son-2023-17", signed=signed, **common)))


@pytest.mark.parametrize(
    ("signed", "expected"),
    [(Answer.YES, Found.MET), (Answer.NO, Found.NOT_MET), (Answer.UNKNOWN, Found.UNKNOWN)],
)
def test_the_successor_is_signed_by_all_its_parties(signed: Answer, expected: Found) -> None:
    verdict = see(successor_signed, case(chain=chain(signed)), follows("2023-10-01"))

    assert (expected, facts(successor="son-2023-17")) == (verdict.found, verdict.facts)


@pytest.mark.parametrize(
    ("told", "successor", "needs"),
    [
        (None, "son-2023-17", ()),
        (chain(Answer.YES), "son-2023-18", ()),
        (chain(Answer.YES), UNKNOWN, ("successor",)),
        (None, UNKNOWN, ("successor",)),
    ],
)
def test_a_successor_that_is_not_told_may_be_signed(
    told: Chain | None, successor: str | Unknown, needs: tuple[str, ...]
) -> None:
    event = Renewed(ON, successor=successor, period=Period("2023-10-01"))

    verdict = see(successor_signed, case(chain=told), event)

    assert (Found.UNKNOWN, needs) == (verdict.found, verdict.needs)


def test_only_one_refuses() -> None:
    rules = (successor_starts_later, successor_signed, no_gap, no_overlap)

    assert [False, True, True, True] == [rule.soft for rule in rules]
