"""What Linköping asks for besides."""

from __future__ import annotations

import pytest

from ioplife.decisions import Found
from ioplife.events import Proposed
from ioplife.facts import facts
from ioplife.guards import one_public_party
from ioplife.terms import UNKNOWN, Party
from tests.unit.guards.build import MISSION, TOWN, case
from tests.unit.guards.seen import found, see

ON = "2021-06-01"
REGION = Party("region", "Regionen", sector="public")
UNPLACED = Party("club", "Föreningen")
NO_MONEY = {"contributions": UNKNOWN, "disbursements": UNKNOWN}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((MISSION,), Found.NOT_MET),
        ((TOWN, MISSION), Found.MET),
        ((TOWN, REGION, MISSION), Found.NOT_MET),
        ((TOWN, UNPLACED), Found.UNKNOWN),
        ((UNPLACED, MISSION), Found.UNKNOWN),
        ((TOWN, REGION, UNPLACED), Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_there_is_exactly_one_public_party(row: object, expected: Found) -> None:
    asked = case(terms={"parties": row, **NO_MONEY})

    assert expected is found(one_public_party, asked, Proposed(ON))


def test_the_public_parties_are_named() -> None:
    verdict = see(
        one_public_party, case(terms={"parties": (TOWN, REGION), **NO_MONEY}), Proposed(ON)
    )

    assert facts(public=("town", "region")) == verdict.facts


@pytest.mark.parametrize(
    ("kind", "expected"), [("joint_project", Found.NOT_CALLED_FOR), (UNKNOWN, Found.UNKNOWN)]
)
def test_it_is_a_partnership_that_is_held_to_it(kind: object, expected: Found) -> None:
    asked = case(terms={"parties": (TOWN, REGION), "kind": kind, **NO_MONEY})

    assert expected is found(one_public_party, asked, Proposed(ON))


def test_it_refuses() -> None:
    assert not one_public_party.soft
