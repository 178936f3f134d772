"""What must hold when the agreement is proposed."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ioplife.decisions import Found, Guard
from ioplife.events import Event, Initiated, Noted
from ioplife.facts import facts
from ioplife.guards import (
    initiative_civil,
    parties,
    parties_entered,
    period_order,
    sums,
    sums_entered,
)
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Contribution,
    Disbursement,
    Party,
    Stated,
    StatedSum,
    Sum,
    Unknown,
)
from tests.unit.guards.build import MISSION, OPEN_ENDED, PARISH, TOWN, case, days
from tests.unit.guards.seen import found, of_case, see

ON = "2021-06-01"
FIRM = Party("firm", "Bolaget", sector="other")
UNPLACED = Party("club", "Föreningen")
UNPLACED_TOO = Party("guild", "Gillet")

NO_MONEY: dict[str, Any] = {"contributions": UNKNOWN, "disbursements": UNKNOWN}


def of_parties(*row: Party, kind: str | object = "iop") -> dict[str, Any]:
    return {"parties": row, "kind": kind, **NO_MONEY}


# --- parties -----------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [parties, parties_entered])
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ((TOWN, MISSION), Found.MET),
        ((TOWN, MISSION, PARISH), Found.MET),
        ((), Found.NOT_MET),
        ((TOWN,), Found.NOT_MET),
        ((MISSION, PARISH), Found.NOT_MET),
        ((TOWN, FIRM), Found.NOT_MET),
        ((TOWN, MISSION, FIRM), Found.NOT_MET),
        ((TOWN, MISSION, UNPLACED), Found.UNKNOWN),
        ((TOWN, UNPLACED), Found.UNKNOWN),
        ((UNPLACED, UNPLACED_TOO), Found.UNKNOWN),
        ((UNPLACED,), Found.NOT_MET),
        ((TOWN, UNPLACED, FIRM), Found.NOT_MET),
    ],
)
def test_a_partnership_is_between_public_and_civil_parties(
    rule: Guard[Event], row: tuple[Party, ...], expected: Found
) -> None:
    assert expected is of_case(rule, case(terms=of_parties(*row)))


def test_who_breaks_the_rule_is_named() -> None:
    verdict = see(parties, case(terms=of_parties(TOWN, FIRM)), Noted(ON))

    assert facts(public=("town",), civil=(), other=("firm",)) == verdict.facts


def test_the_sector_that_is_missing_is_named() -> None:
    verdict = see(parties, case(terms=of_parties(MISSION)), Noted(ON))

    assert facts(public=(), civil=("mission",), missing=("public",)) == verdict.facts


def test_parties_nobody_has_read_are_unknown() -> None:
    unread = case(terms={"parties": UNKNOWN, **NO_MONEY})

    assert Found.UNKNOWN is of_case(parties, unread)


@pytest.mark.parametrize("kind", ["lou_partnership", "esf_project", "joint_project", "agreement"])
def test_other_kinds_may_have_other_parties(kind: str) -> None:
    other = case(terms=of_parties(TOWN, FIRM, kind=kind))

    assert Found.NOT_CALLED_FOR is of_case(parties, other)


@pytest.mark.parametrize(
    ("row", "expected"),
    [((TOWN, MISSION), Found.MET), ((TOWN, FIRM), Found.UNKNOWN), ((TOWN,), Found.UNKNOWN)],
)
def test_where_nobody_knows_the_kind_parties_that_fit_are_enough(
    row: tuple[Party, ...], expected: Found
) -> None:
    assert expected is of_case(parties, case(terms=of_parties(*row, kind=UNKNOWN)))


# --- the period --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2023-09-30", "2023-09-30", Found.MET),
        ("2023-10-01", "2023-09-30", Found.NOT_MET),
        (days("2021-10-01", "2022-01-01"), "2023-09-30", Found.MET),
        (days("2021-10-01", "2023-10-01"), "2023-09-30", Found.UNKNOWN),
        ("2021-10-01", days("2021-09-30", "2023-09-30"), Found.UNKNOWN),
        (days("2021-10-01", "2022-01-01"), "2021-09-30", Found.NOT_MET),
        (UNKNOWN, "2023-09-30", Found.UNKNOWN),
        ("2021-10-01", UNKNOWN, Found.UNKNOWN),
        (UNKNOWN, UNKNOWN, Found.UNKNOWN),
        (Stated(text="snarast"), "2023-09-30", Found.UNKNOWN),
        (ABSENT, "2023-09-30", Found.NOT_CALLED_FOR),
        (ABSENT, UNKNOWN, Found.NOT_CALLED_FOR),
        ("2021-10-01", ABSENT, Found.NOT_CALLED_FOR),
        (UNKNOWN, ABSENT, Found.NOT_CALLED_FOR),
    ],
)
def test_the_first_day_is_not_after_the_last(first: object, last: object, expected: Found) -> None:
    stated = {"first_day": first, "last_day": last, "length": UNKNOWN}

    assert expected is of_case(period_order, case(terms=stated))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("2021-10-01", UNKNOWN, Found.MET),
        (UNKNOWN, UNKNOWN, Found.MET),
        (UNKNOWN, ABSENT, Found.MET),
        ("2021-10-01", "2023-09-30", Found.MET),
        ("2021-10-01", "2021-09-30", Found.UNKNOWN),
        (UNKNOWN, "2023-09-30", Found.UNKNOWN),
    ],
)
def test_a_length_is_a_reading_that_is_always_in_order(
    first: object, last: object, expected: Found
) -> None:
    stated = {"first_day": first, "last_day": last, "length": "P2Y"}

    assert expected is of_case(period_order, case(terms=stated))


def test_an_open_ended_agreement_has_no_last_day_to_compare() -> None:
    assert Found.NOT_CALLED_FOR is of_case(period_order, case(terms=OPEN_ENDED))


# --- the sums ----------------------------------------------------------------------------


@pytest.mark.parametrize("rule", [sums, sums_entered])
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Found.MET),
        ({"total": "2150000.00"}, Found.MET),
        ({"total": "2150000.01"}, Found.NOT_MET),
        ({"total": "2149999.99"}, Found.NOT_MET),
        ({"total": UNKNOWN}, Found.UNKNOWN),
        ({"contributions": UNKNOWN}, Found.UNKNOWN),
        ({"disbursements": UNKNOWN}, Found.UNKNOWN),
        ({"disbursements": [Disbursement("mission", 1_000_000)]}, Found.MET),
        ({"disbursements": [Disbursement("mission", 999_999)]}, Found.NOT_MET),
        ({"disbursements": [Disbursement("mission", UNKNOWN)]}, Found.UNKNOWN),
        ({"disbursements": []}, Found.NOT_MET),
        ({"total": 1, "disbursements": []}, Found.NOT_MET),
        ({"total": 1, "disbursements": UNKNOWN}, Found.NOT_MET),
        ({"total": UNKNOWN, "disbursements": []}, Found.NOT_MET),
    ],
)
def test_the_sums_add_up(rule: Guard[Event], changes: dict[str, Any], expected: Found) -> None:
    assert expected is of_case(rule, case(terms=changes))


def test_the_amounts_are_given() -> None:
    verdict = see(sums, case(), Noted(ON))

    assert (
        facts(
            contributions="2150000", total="2150000", disbursements="1000000", public_cash="1000000"
        )
        == verdict.facts
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"total": 1}, ("contributions", "total")),
        ({"disbursements": []}, ("disbursements", "public_cash")),
        ({"total": UNKNOWN}, ("contributions",)),
        ({"disbursements": UNKNOWN}, ("public_cash",)),
    ],
)
def test_of_sums_that_fail_only_those_are_given(
    changes: dict[str, Any], expected: tuple[str, ...]
) -> None:
    verdict = see(sums, case(terms=changes), Noted(ON))

    assert expected == tuple(name for name, _amount in verdict.facts)


def test_an_amount_that_is_read_in_two_ways_is_unknown() -> None:
    both = StatedSum([Sum(2_150_000), Sum(2_000_000)])

    assert Found.UNKNOWN is of_case(sums, case(terms={"total": both}))


@pytest.mark.parametrize(
    ("form", "expected"),
    [("cash", Found.MET), ("in_kind", Found.NOT_MET), (UNKNOWN, Found.UNKNOWN)],
)
def test_only_cash_of_the_public_parties_is_paid_out(form: str | Unknown, expected: Found) -> None:
    lines = [
        attrs.evolve(line, form=form) if line.party == "town" else line
        for line in (Contribution("town", 1_000_000), Contribution("mission", 1_150_000))
    ]

    assert expected is of_case(sums, case(terms={"contributions": lines}))


YEARLY = [
    Disbursement("mission", 1_000_000, id="year.1", last="2022-09-30"),
    Disbursement("mission", 900_000, id="year.2", first="2022-10-01"),
]
"""SEK a year, another sum in each of two years."""


def _put_in(second: int) -> list[Contribution]:
    return [
        Contribution("mission", 1_150_000),
        Contribution("town", 1_000_000, form="cash", id="year.1", last="2022-09-30"),
        Contribution("town", second, form="cash", id="year.2", first="2022-10-01"),
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (
            {"contributions": _put_in(1_000_000), "disbursements": YEARLY},
            {"disbursements": "900000", "public_cash": "1000000"},
        ),
        (
            {"contributions": _put_in(900_000), "disbursements": YEARLY},
            {"contributions": "2050000", "total": "2150000"},
        ),
        (
            {"contributions": _put_in(800_000), "disbursements": YEARLY},
            {
                "contributions": "1950000",
                "total": "2150000",
                "disbursements": "900000",
                "public_cash": "800000",
            },
        ),
    ],
)
def test_the_sums_add_up_on_every_day_of_the_period(
    changes: dict[str, Any], expected: dict[str, str]
) -> None:
    """Of lines that hold on some days alone, those add up that hold together."""
    verdict = see(sums, case(terms=changes), Noted(ON))

    span = {"first_day": "2022-10-01", "last_day": "2023-09-30"}
    assert facts(**expected, **span) == verdict.facts
    assert verdict.text("en").startswith("from 2022-10-01 to 2023-09-30 ")


def test_and_what_holds_only_later_is_not_counted_before() -> None:
    lines = [Contribution("mission", 1_150_000), *_put_in(1_000_000)[1:]]
    same = [YEARLY[0], attrs.evolve(YEARLY[1], amount=1_000_000)]

    assert Found.MET is of_case(sums, case(terms={"contributions": lines, "disbursements": same}))
    early = [attrs.evolve(same[0], last="2022-09-29"), same[1]]
    assert Found.NOT_MET is of_case(
        sums, case(terms={"contributions": lines, "disbursements": early})
    )


def test_cash_of_a_civil_party_is_not_the_publics_to_pay_out() -> None:
    lines = [
        Contribution("town", 1_000_000, form="cash"),
        Contribution("mission", 1_150_000, form="cash"),
    ]

    assert Found.MET is of_case(sums, case(terms={"contributions": lines}))


@pytest.mark.parametrize(
    ("form", "expected"),
    [("cash", Found.UNKNOWN), ("in_kind", Found.MET), (UNKNOWN, Found.UNKNOWN)],
)
def test_money_of_a_party_of_unknown_sector_may_be_public(
    form: str | Unknown, expected: Found
) -> None:
    unplaced = attrs.evolve(MISSION, sector=UNKNOWN)
    lines = [
        Contribution("town", 1_000_000, form="cash"),
        attrs.evolve(Contribution("mission", 1_150_000), form=form),
    ]
    changes = {"parties": [TOWN, unplaced, PARISH], "contributions": lines}

    assert expected is of_case(sums, case(terms=changes))


def test_without_parties_nobody_knows_whose_money_it_is() -> None:
    assert Found.UNKNOWN is of_case(sums, case(terms={"parties": UNKNOWN}))


# --- the initiative ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("mission", Found.MET),
        ("parish", Found.MET),
        ("town", Found.NOT_MET),
        ("board", Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
        ("stranger", Found.UNKNOWN),
    ],
)
def test_the_initiative_came_from_civil_society(by: str | Unknown, expected: Found) -> None:
    folded = case(events=((1, Initiated(ON, by=by)), (2, Noted(ON, by="town"))))

    assert expected is of_case(initiative_civil, folded)


def test_an_initiative_nobody_recorded_is_unknown() -> None:
    assert Found.UNKNOWN is of_case(initiative_civil, case(events=((1, Noted(ON, by="mission")),)))


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("town", "mission"), Found.MET),
        (("town", UNKNOWN), Found.UNKNOWN),
        (("town", "board"), Found.NOT_MET),
    ],
)
def test_of_several_initiatives_one_of_civil_society_is_enough(
    row: tuple[Any, ...], expected: Found
) -> None:
    events = tuple((number, Initiated(ON, by=by)) for number, by in enumerate(row, 1))

    assert expected is of_case(initiative_civil, case(events=events))


@pytest.mark.parametrize(("party", "expected"), [(FIRM, Found.NOT_MET), (UNPLACED, Found.UNKNOWN)])
def test_a_party_of_another_sector_is_not_civil(party: Party, expected: Found) -> None:
    folded = case(
        events=((1, Initiated(ON, by=party.id)),),
        terms={"parties": [TOWN, MISSION, PARISH, party]},
    )

    assert expected is of_case(initiative_civil, folded)


@pytest.mark.parametrize(
    ("kind", "expected"), [("lou_partnership", Found.NOT_CALLED_FOR), (UNKNOWN, Found.UNKNOWN)]
)
def test_only_a_partnership_needs_an_initiative_of_civil_society(
    kind: object, expected: Found
) -> None:
    folded = case(events=((1, Initiated(ON, by="town")),), terms={"kind": kind})

    assert expected is of_case(initiative_civil, folded)


def test_without_parties_nobody_knows_whose_initiative_it_is() -> None:
    folded = case(
        events=((1, Initiated(ON, by="mission")),), terms={"parties": UNKNOWN, **NO_MONEY}
    )

    assert Found.UNKNOWN is found(initiative_civil, folded, Noted(ON))


def test_what_refuses_a_proposal_only_warns_of_a_register_entry() -> None:
    assert (False, True, "parties") == (parties.soft, parties_entered.soft, parties_entered.code)
    assert (False, True, "sums") == (sums.soft, sums_entered.soft, sums_entered.code)
    assert (False, True) == (period_order.soft, initiative_civil.soft)
