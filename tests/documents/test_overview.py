"""The information paper of February 2020 (S4), made again from the nine files that hold it."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

import attrs
import pytest
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.documents import load, load_all
from ioplife.events import Entered, Initiated, Proposed
from ioplife.flags import flag
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Contribution,
    Description,
    Kind,
    Party,
    Sector,
    StatedSum,
    Unknown,
)

EXAMPLES: Final = Path(__file__).parents[2] / "examples" / "linkoping"
PAPER: Final = "Information om Idéburet offentligt partnerskap (IOP)"
TABLE: Final = Source(PAPER, "Översikt IOP inom arbetsmarknadsnämnden")
PROSE: Final = Source(PAPER, "Övriga samverkansprojekt, text")
CELLS: Final = Source(PAPER, "Övriga samverkansprojekt, tabell")

OVERVIEW: Final = {
    "amn-hoppfull-framtid": (
        "Hoppfull framtid",
        ("Linköpings Stadsmission",),
        "25 st.",
        "Nyanlända, vuxna, som har eller löper risk för försörjningsstöd. >20h/v.",
        "AMC.",
        2_080_500,
        1_100_000,
        "Arbetsträning i arbetsteam: 2nd hand (butik) Café (café) Von Dufva (restaurangkök)",
        "52.9",
    ),
    "amn-spraktraning": (
        "Kompletterande språkträning",
        ("Bilda",),
        "54 st vuxna 60 st barn",
        "Föräldralediga, nyanlända.",
        "Familjecentralerna Eget initiativ.",
        897_626,
        590_000,
        "Öva svenska dagtid, med barnpassning.",
        "65.7",
    ),
    "amn-bromodellen": (
        "Bromodellen – Vägen till anställningsbarhet",
        ("Erikshjälpen", "Bilda"),
        "58 st (5 st vidare till jobb)",
        "Nyanlända, vuxna, som har eller löper risk för försörjningsstöd. >10h/v.",
        "AMC.",
        1_791_200,
        1_150_000,
        "Bildande insatser. Arbetspraktik i verkstad, butik.",
        "64.2",
    ),
    "amn-inkludering": (
        "Inkludering på lika villkor",
        ("IKF",),
        "80 (20 nya, 2 st till arbete, 10 st till annan insats t ex sfi)",
        "Vuxna nyanlända, f a kvinnor men alla är välkomna. <10h/v.",
        "Team utreda. Eget initiativ.",
        454_000,
        230_000,
        "Hälsogrupper m gemensam yoga, lätt jympa. Utflykter i Linköping.",
        "50.7",
    ),
    "amn-sprakvanner": (
        "Språkvänner",
        ("Linköping södra Röda korsetkrets",),
        "Nyanlända: 205st Etablerade: 92st Matchningar: 76st Språkvänspår: 88st",
        "Etablerade i Sverige samt nyanlända. Alla åldrar.",
        "Eget initiativ.",
        1_077_600,
        600_000,
        "Språkcaféer, pop-up-caféer, walk n' talk. Språkvänsmatchning.",
        "55.7",
    ),
}
"""Each row of the table, and the municipality's share in percent, worked out by hand."""

PROJECTS: Final = {
    "arena-ryds-herrgard": (Kind.LOU_PARTNERSHIP, ("2020-12-31", "2021-07-31")),
    "aterbruket": (Kind.AGREEMENT, ("2022-06-30",)),
    "drivbank": (Kind.ESF_PROJECT, ("2021-07-31",)),
    "linkstep": (Kind.JOINT_PROJECT, ("2020-12-31",)),
}


def read(name: str) -> Agreement:
    return load(EXAMPLES / f"{name}.toml")


def words(clause: object) -> list[str]:
    """What a clause of words says."""
    assert isinstance(clause, tuple)
    return [one.text for one in clause if isinstance(one, Description)]


def parties(agreement: Agreement) -> tuple[Party, ...]:
    assert isinstance(agreement.terms.parties, tuple)
    return agreement.terms.parties


def lines(agreement: Agreement) -> tuple[Contribution, ...]:
    assert isinstance(agreement.terms.contributions, tuple)
    return agreement.terms.contributions


def sek(stated: StatedSum | Unknown) -> Decimal:
    assert isinstance(stated, StatedSum)
    amount = stated.amount
    assert isinstance(amount, Decimal)
    return amount


def value(agreement: Agreement) -> Decimal:
    """The whole value, SEK a year."""
    return sek(agreement.terms.total)


def cost(agreement: Agreement) -> Decimal:
    """What the municipality puts in, SEK a year."""
    return sum((sek(one.amount) for one in lines(agreement) if one.party == "linkoping"), Decimal())


def percent(part: Decimal, whole: Decimal) -> str:
    return str((100 * part / whole).quantize(Decimal("0.1"), ROUND_HALF_UP))


# --- the five --------------------------------------------------------------------------


@pytest.mark.parametrize("name", OVERVIEW)
def test_a_row_of_the_overview_can_be_made_again(name: str) -> None:
    agreement = read(name)
    terms = agreement.terms
    civil = tuple(one.name for one in parties(agreement) if one.sector is Sector.CIVIL)
    (people,), (target,), (referral,), (activity,) = map(
        words, (terms.participants, terms.target_group, terms.referral, terms.activity)
    )

    assert OVERVIEW[name] == (
        agreement.title,
        civil,
        people,
        target,
        referral,
        int(value(agreement)),
        int(cost(agreement)),
        activity,
        percent(cost(agreement), value(agreement)),
    )


def test_the_overview_adds_up() -> None:
    five = [read(name) for name in OVERVIEW]
    whole = sum((value(one) for one in five), Decimal())
    part = sum((cost(one) for one in five), Decimal())

    assert (6_300_926, 3_670_000, "58.2") == (int(whole), int(part), percent(part, whole))


def test_the_five_are_all_the_partnerships_of_the_board() -> None:
    """Five agreements, five associations, six places at the table: Bilda has two (C21)."""
    loaded = load_all(EXAMPLES).agreements
    five = [
        one
        for one in loaded
        if one.terms.kind is Kind.IOP and "amn" in one.terms.actors  # the board acts in them
    ]
    civil = [party.id for one in five for party in parties(one) if party.sector is Sector.CIVIL]

    assert sorted(OVERVIEW) == [one.id for one in five]
    assert (6, 5, 2) == (len(civil), len(set(civil)), civil.count("bilda"))


def test_a_party_bears_one_id_in_all_its_agreements() -> None:
    loaded = load_all(EXAMPLES).agreements
    names = {(party.id, party.name) for one in loaded for party in parties(one)}
    of_stadsmissionen = [
        one.id for one in loaded for party in parties(one) if party.id == "stadsmissionen"
    ]

    assert len(names) == len({ident for ident, _ in names}) == len({name for _, name in names})
    assert ["amn-hoppfull-framtid", "son-2021-404"] == of_stadsmissionen


@pytest.mark.parametrize("name", OVERVIEW)
def test_what_the_paper_leaves_out_is_unknown(name: str) -> None:
    """It states no civil part, no day, no clause: a difference of ours is no fact (C22)."""
    terms = read(name).terms
    civil = [one.amount for one in lines(read(name)) if one.party != "linkoping"]
    left_out = (
        terms.first_day,
        terms.last_day,
        terms.length,
        terms.renewal,
        terms.notice,
        terms.disbursements,
        terms.payments,
        terms.indexation,
        terms.duties,
        terms.goals,
    )

    assert {UNKNOWN} == {*civil, *left_out}


@pytest.mark.parametrize("name", OVERVIEW)
def test_each_of_the_five_is_flagged_for_its_unknown_end(name: str) -> None:
    """Not skipped, although there is no day to count to."""
    agreement = read(name)
    standing = agreement.on("2020-02-29")

    assert (State.ACTIVE, Answer.YES) == (standing.state, standing.in_force)
    assert Answer.UNKNOWN is agreement.on("2020-03-01").in_force
    assert "end-unknown" in {one.code for one in flag([agreement], "2026-11-22")}


# --- the four other projects -----------------------------------------------------------


@pytest.mark.parametrize("name", PROJECTS)
def test_a_project_is_no_partnership_and_ends_with_a_month(name: str) -> None:
    terms = read(name).terms
    days = tuple(str(day) for day in terms.last_days)

    assert PROJECTS[name] == (terms.kind, days)
    assert {"month"} == {one.precision.value for one in terms.last_readings}
    assert UNKNOWN is terms.first_day


@pytest.mark.parametrize("name", [*OVERVIEW, *PROJECTS])
def test_they_were_in_force_in_february_2020(name: str) -> None:
    (entered,) = read(name).events
    assert isinstance(entered, Entered)
    assert isinstance(entered.basis, Source)

    assert (Date(2020, 2, 29), Date(2020, 2, 29), State.ACTIVE, "februari 2020", PAPER) == (
        entered.on,
        entered.seen,
        entered.state,
        entered.stated,
        entered.basis.paper,
    )


def test_arena_has_two_last_days_and_each_its_source() -> None:
    agreement = read("arena-ryds-herrgard")

    assert [
        (Date(2020, 12, 31), "Projektet sträcker sig till december 2020.", PROSE),
        (Date(2021, 7, 31), "Juli 2021", CELLS),
    ] == [(one.day, one.text, one.source) for one in agreement.on("2020-12-31").ends]
    (up,) = [one for one in flag([agreement], "2020-06-30") if one.code == "end-conflict"]
    assert Date(2020, 12, 31) == up.day


def test_arena_has_two_numbers_of_participants() -> None:
    assert (
        Description("Handledaren har fyra deltagare med arbetsplats i Ryds Herrgård", source=PROSE),
        Description("6 st (projektet startade okt 2019).", source=CELLS),
    ) == read("arena-ryds-herrgard").terms.participants


@pytest.mark.parametrize(
    ("name", "amounts"),
    [
        ("arena-ryds-herrgard", {"linkoping": [120_875, 290_100], "karservice": []}),
        ("drivbank", {"esf": [1_350_000], "personal": [550_000], "samordningsforbundet": []}),
        ("linkstep", {"linkoping": [1_600_000, 2_500_000], "stangastaden": []}),
        ("aterbruket", {"linkoping": [], "tekniska-verken": []}),
    ],
)
def test_the_amounts_of_the_table(name: str, amounts: dict[str, list[int]]) -> None:
    """Two years that differ are two readings, and so no clear amount a year."""
    given = {
        one.id: [reading.amount for reading in one.amount.readings]
        if isinstance(one.amount, StatedSum)
        else []
        for one in lines(read(name))
    }

    assert amounts == given
    assert UNKNOWN is read(name).terms.total


def test_arena_proposed_as_a_partnership_is_refused_for_its_company() -> None:
    """The same terms as what they are stand (RULES §4)."""
    arena = read("arena-ryds-herrgard")
    for kind, answer in ((Kind.IOP, Answer.NO), (arena.terms.kind, Answer.YES)):
        proposed = Agreement(
            "arena",
            attrs.evolve(arena.terms, kind=kind),
            [Initiated("2019-01-15", by="karservice")],
        )
        decision = proposed.consider(Proposed("2019-02-15", by="linkoping"))
        (verdict,) = [one for one in decision.verdicts if one.code == "parties"]

        assert answer is verdict.answer
        if kind is Kind.IOP:
            assert ("karservice",) == dict(verdict.facts)["other"]
            assert Answer.NO is decision.answer
            assert (
                "ioplife default, after Linköping's information on IOP (February 2020), Bakgrund"
                == str(verdict.source)
            )
