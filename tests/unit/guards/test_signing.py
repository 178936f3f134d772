"""What must hold when a party signs."""

from __future__ import annotations

import pytest

from ioplife.decisions import Found
from ioplife.events import Signed
from ioplife.facts import facts
from ioplife.guards import condition_open, signed_once
from ioplife.states import State
from ioplife.terms import UNKNOWN, Unknown
from tests.unit.guards.build import case
from tests.unit.guards.seen import found, of_case, see

ON = "2021-09-01"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [(None, Found.MET), ("the budget", Found.NOT_MET), (UNKNOWN, Found.UNKNOWN)],
)
def test_nothing_is_signed_while_the_approval_waits(
    condition: str | None | Unknown,
    expected: Found,
) -> None:
    assert expected is of_case(condition_open, case(state=State.APPROVED, condition=condition))


@pytest.mark.parametrize(
    ("by", "signed", "expected"),
    [
        ("mission", (), Found.MET),
        ("mission", ("parish", "town"), Found.MET),
        ("mission", ("mission",), Found.NOT_MET),
        ("board", ("mission",), Found.MET),
        ("board", ("town",), Found.NOT_MET),
        ("stranger", ("town",), Found.NOT_CALLED_FOR),
    ],
)
def test_a_party_signs_once(by: str, signed: tuple[str, ...], expected: Found) -> None:
    waiting = case(state=State.APPROVED, signed_by=signed)

    assert expected is found(signed_once, waiting, Signed(ON, by=by))


def test_a_body_signs_for_its_party() -> None:
    waiting = case(state=State.APPROVED, signed_by=("town",))

    assert facts(party="town") == see(signed_once, waiting, Signed(ON, by="office")).facts


def test_who_signs_must_be_said() -> None:
    verdict = see(signed_once, case(state=State.APPROVED), Signed(ON))

    assert (Found.UNKNOWN, ("by",)) == (verdict.found, verdict.needs)


def test_without_parties_nobody_knows_who_has_signed() -> None:
    unread = case(terms={"parties": UNKNOWN, "contributions": UNKNOWN, "disbursements": UNKNOWN})

    verdict = see(signed_once, unread, Signed(ON, by="town"))

    assert (Found.UNKNOWN, ()) == (verdict.found, verdict.needs)


def test_both_refuse() -> None:
    assert (False, False) == (condition_open.soft, signed_once.soft)
