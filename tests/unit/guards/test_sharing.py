"""What the public parties put in of the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

from ioplife.decisions import Case, Found
from ioplife.events import Proposed
from ioplife.facts import facts
from ioplife.guards import public_share
from ioplife.norms import LIBRARY, LIBRARY_NORMS, Norm, Norms
from ioplife.policy import LINKOPING
from ioplife.sources import HALF, Source
from ioplife.terms import UNKNOWN, Body, Contribution, Party, Terms
from tests.unit.guards.build import MISSION, PARISH, TOWN, case
from tests.unit.guards.seen import found, of_case, see

ON = "2020-02-29"
PAPER = Source("Riktlinjer", "§ 2")
REGION = Party("region", "Regionen", sector="public")
UNPLACED = Party("club", "Föreningen")


def norm(since: str | None = None) -> Norm:
    return Norm("public-share", 50, since=since, source=PAPER)


def asked(
    *contributions: tuple[str, object],
    total: object = 1000,
    norms: Norms | None = None,
    on: str = ON,
    **terms: object,
) -> Case:
    """A case where so much is put in, of a whole of 1 000 unless another is said."""
    lines = [
        Contribution(party, amount, id=f"line-{place}")  # type: ignore[arg-type] # an amount
        for place, (party, amount) in enumerate(contributions)
    ]
    changed: dict[str, Any] = {
        "total": total,
        "contributions": lines,
        "disbursements": UNKNOWN,
        **terms,
    }
    return case(on, terms=changed, norms=norms or Norms([[norm()], LIBRARY]))


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        ("399.99", Found.NOT_MET),
        (400, Found.MET),
        (500, Found.MET),
        (600, Found.MET),
        ("600.01", Found.NOT_MET),
        (0, Found.NOT_MET),
        (1000, Found.NOT_MET),
    ],
)
def test_the_public_share_is_within_the_tolerance_of_the_norm(
    amount: object, expected: Found
) -> None:
    """The library's own tolerance is ten in a hundred, its edges included."""
    assert expected is of_case(public_share, asked(("town", amount)))


@pytest.mark.parametrize(
    ("amount", "expected"), [(484, Found.NOT_MET), (485, Found.MET), (515, Found.MET)]
)
def test_a_policy_has_a_tolerance_of_its_own(amount: object, expected: Found) -> None:
    narrow = Norm("public-share-tolerance", "1.5", source=PAPER)

    assert expected is of_case(
        public_share, asked(("town", amount), norms=Norms([[norm(), narrow], LIBRARY]))
    )


@pytest.mark.parametrize(
    ("total", "amount", "expected"),
    [
        # what arbetsmarknadsnämnden's five are worth a year, and what it pays (S4:45-54)
        (2_080_500, 1_100_000, (Found.MET, "52.87")),
        (897_626, 590_000, (Found.NOT_MET, "65.73")),
        (1_791_200, 1_150_000, (Found.NOT_MET, "64.20")),
        (454_000, 230_000, (Found.MET, "50.66")),
        (1_077_600, 600_000, (Found.MET, "55.68")),
    ],
)
def test_the_five_of_the_labour_market_board(
    total: int, amount: int, expected: tuple[Found, str]
) -> None:
    verdict = see(public_share, asked(("town", amount), total=total), Proposed(ON))

    assert expected == (verdict.found, dict(verdict.facts)["share"])


def test_what_it_rests_on_is_told_and_the_norm_is_named_by_its_source() -> None:
    verdict = see(public_share, asked(("town", 650)), Proposed(ON))

    assert facts(share=Decimal("65.00"), norm=Decimal(50), tolerance=Decimal(10)) == verdict.facts
    assert PAPER == verdict.clause


def test_every_public_party_counts_and_what_they_put_in_another_way_too() -> None:
    both = asked(
        ("town", 200),
        ("town", 100),
        ("region", 200),
        ("mission", 500),
        parties=[TOWN, REGION, MISSION],
    )

    assert "50.00" == dict(see(public_share, both, Proposed(ON)).facts)["share"]


@pytest.mark.parametrize(
    "unread",
    [
        asked(("town", UNKNOWN)),
        asked(("town", 500), total=UNKNOWN),
        asked(("town", 500), ("club", 500), parties=[TOWN, UNPLACED]),
        asked(contributions=UNKNOWN),
        asked(("town", 500), norms=Norms([[norm()]])),
    ],
    ids=["an amount", "the total", "a sector", "the ledger", "how near"],
)
def test_what_is_not_known_is_not_taken_for_anything(unread: Case) -> None:
    assert Found.UNKNOWN is of_case(public_share, unread)


def test_what_a_civil_party_puts_in_need_not_be_known() -> None:
    assert Found.MET is of_case(public_share, asked(("town", 500), ("mission", UNKNOWN)))


def test_a_share_of_nothing_is_not_called_for() -> None:
    assert Found.NOT_CALLED_FOR is of_case(public_share, asked(("town", 0), total=0))


# --- when it is called for ---------------------------------------------------------------


def test_without_a_norm_it_is_not_called_for() -> None:
    assert Found.NOT_CALLED_FOR is of_case(public_share, asked(("town", 0), norms=LIBRARY_NORMS))


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2020-02-28", Found.NOT_CALLED_FOR), ("2020-02-29", Found.NOT_MET)],
)
def test_it_is_called_for_from_the_day_the_norm_holds(on: str, expected: Found) -> None:
    norms = Norms([[norm(since="2020-02-29")], LIBRARY])

    assert expected is of_case(public_share, asked(("town", 0), norms=norms, on=on))


@pytest.mark.parametrize(
    ("bodies", "expected"),
    [
        ([Body("amn", "Arbetsmarknadsnämnden", kind="board")], Found.NOT_MET),
        ([Body("son", "Social- och omsorgsnämnden", kind="board")], Found.NOT_CALLED_FOR),
        ([], Found.UNKNOWN),
    ],
)
def test_linkopings_norm_is_of_one_board(bodies: list[Body], expected: Found) -> None:
    town = attrs.evolve(TOWN, bodies=bodies)
    folded = asked(("town", 0), norms=LINKOPING.numbers, parties=[town, MISSION, PARISH])

    assert expected is of_case(public_share, folded)


def test_linkopings_norm_is_about_half_as_the_paper_says() -> None:
    (half,) = LINKOPING.norms

    assert (Decimal(50), None, HALF) == (half.percent, half.since, half.source)


@pytest.mark.parametrize(
    ("kind", "expected"), [("lou_partnership", Found.NOT_CALLED_FOR), (UNKNOWN, Found.UNKNOWN)]
)
def test_it_is_a_partnership_that_is_held_to_it(kind: object, expected: Found) -> None:
    assert expected is found(public_share, asked(("town", 0), kind=kind), Proposed(ON))


def test_it_only_warns() -> None:
    assert public_share.soft


def test_terms_that_nobody_has_read_are_unknown() -> None:
    unread = attrs.evolve(asked(), terms=Terms(kind="iop"))

    assert Found.UNKNOWN is of_case(public_share, unread)
