"""What must hold when the agreement is approved."""

from __future__ import annotations

import attrs
import pytest

from ioplife.dates import Period
from ioplife.decisions import Found
from ioplife.events import Approved, Noted
from ioplife.facts import facts
from ioplife.guards import decided_before_start, had_condition, may_decide
from ioplife.states import State
from ioplife.terms import ABSENT, UNKNOWN, Body, Unknown
from tests.unit.guards.build import MISSION, PARISH, TOWN, case, days
from tests.unit.guards.seen import found, of_case, see

ON = "2021-06-15"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("council", Found.MET),
        ("board", Found.MET),
        ("office", Found.NOT_MET),
        ("director", Found.NOT_MET),
        ("group", Found.UNKNOWN),
        ("town", Found.UNKNOWN),
        ("mission", Found.UNKNOWN),
        ("stranger", Found.UNKNOWN),
    ],
)
def test_the_council_or_a_board_decides(by: str, expected: Found) -> None:
    assert expected is found(may_decide, case(), Approved(ON, by=by))


def test_who_decided_must_be_said() -> None:
    verdict = see(may_decide, case(), Approved(ON))

    assert (Found.UNKNOWN, ("by",)) == (verdict.found, verdict.needs)


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("board", "unknown"), Found.MET),
        (("board", "council"), Found.MET),
        (("unknown", "administration"), Found.NOT_MET),
        (("board", "administration"), Found.UNKNOWN),
        (("unknown", "unknown"), Found.UNKNOWN),
    ],
)
def test_a_body_that_was_renamed_is_what_its_names_agree_on(
    kinds: tuple[str, str], expected: Found
) -> None:
    town = attrs.evolve(
        TOWN,
        bodies=[Body("care", f"Namn {number}", kind=kind) for number, kind in enumerate(kinds)],
    )
    renamed = case(terms={"parties": [town, MISSION, PARISH]})

    assert expected is found(may_decide, renamed, Approved(ON, by="care"))


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2020-12-31", Found.NOT_MET), ("2021-01-01", Found.MET), ("2022-01-01", Found.UNKNOWN)],
)
def test_a_body_is_what_its_name_of_the_day_says(on: str, expected: Found) -> None:
    names = [
        Body("care", "Kontoret", kind="administration", period=Period("2018-01-01", "2020-12-31")),
        Body("care", "Nämnden", kind="board", period=Period("2021-01-01", "2021-12-31")),
    ]
    town = attrs.evolve(TOWN, bodies=names)
    renamed = case(on, terms={"parties": [town, MISSION, PARISH]})

    assert expected is found(may_decide, renamed, Approved(on, by="care"))


def test_without_parties_nobody_knows_what_body_it_is() -> None:
    unread = case(terms={"parties": UNKNOWN, "contributions": UNKNOWN, "disbursements": UNKNOWN})

    assert Found.UNKNOWN is found(may_decide, unread, Approved(ON, by="board"))


@pytest.mark.parametrize(
    ("on", "first", "expected"),
    [
        ("2021-09-30", "2021-10-01", Found.MET),
        ("2021-10-01", "2021-10-01", Found.NOT_MET),
        ("2021-09-30", days("2021-10-01", "2022-01-01"), Found.MET),
        ("2021-10-01", days("2021-10-01", "2022-01-01"), Found.UNKNOWN),
        ("2021-12-31", days("2021-10-01", "2022-01-01"), Found.UNKNOWN),
        ("2022-01-01", days("2021-10-01", "2022-01-01"), Found.NOT_MET),
        ("2021-09-30", UNKNOWN, Found.UNKNOWN),
        ("2021-09-30", ABSENT, Found.NOT_CALLED_FOR),
    ],
)
def test_the_decision_is_made_before_the_first_day(on: str, first: object, expected: Found) -> None:
    decided = case(on, state=State.PROPOSED, terms={"first_day": first, "length": UNKNOWN})

    assert expected is of_case(decided_before_start, decided)


def test_the_days_that_were_compared_are_given() -> None:
    verdict = see(decided_before_start, case("2021-09-30"), Noted("2021-09-30"))

    assert facts(on="2021-09-30", first_days=("2021-10-01",)) == verdict.facts


@pytest.mark.parametrize(
    ("condition", "expected"),
    [("the budget", Found.MET), (None, Found.NOT_MET), (UNKNOWN, Found.UNKNOWN)],
)
def test_there_was_a_condition(condition: str | None | Unknown, expected: Found) -> None:
    assert expected is of_case(had_condition, case(state=State.APPROVED, condition=condition))


def test_only_a_decision_after_the_start_is_a_warning() -> None:
    assert (False, True, False) == (
        may_decide.soft,
        decided_before_start.soft,
        had_condition.soft,
    )
