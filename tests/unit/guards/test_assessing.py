"""Criteria and consultations: what has been assessed, and what a set makes of it."""

from __future__ import annotations

import attrs
import pytest

from ioplife.absence import UNKNOWN, Unknown
from ioplife.criteria import SETS, CriteriaSet, Criterion
from ioplife.decisions import Case, Found, Guard, Verdict
from ioplife.events import Assessed, Noted, Outcome, Proposed
from ioplife.facts import facts
from ioplife.guards.assessing import FAMILIES, guards_of
from ioplife.messages import LANGUAGES
from ioplife.messages.en import ENGLISH
from ioplife.messages.sv import SWEDISH
from ioplife.messages.table import fullest
from ioplife.sources import Source
from tests.unit.guards.build import case

ON = "2021-06-01"
PAPER = Source("Riktlinjer", "§ 2")
SET = CriteriaSet(
    "own",
    "1",
    criteria=[
        Criterion("no_market", "there is no market", sentence_sv="marknad saknas", source=PAPER),
        Criterion("own:near", "it is near", source=PAPER, hard=True),
    ],
    consultations=[
        Criterion("legal", "the unit agrees", sentence_sv="enheten är med", source=PAPER)
    ],
    source=PAPER,
)
SUFFICES = attrs.evolve(SET, partly_suffices=True)
NOT_ENOUGH = attrs.evolve(SET, partly_suffices=False)


def see(rule: Guard[Proposed], asked: Case) -> Verdict:
    """The verdict, in words that are whole in every language."""
    verdict = rule.ask(asked, Proposed(asked.on))
    for lang in LANGUAGES:
        assert not set("{}") & set(verdict.text(lang))
    return verdict


def of(criteria: CriteriaSet, code: str) -> Guard[Proposed]:
    return next(rule for rule in guards_of(criteria) if rule.code == code)


def assessed(
    *outcomes: object, matter: str | Unknown = "no_market"
) -> tuple[tuple[int, Assessed], ...]:
    return tuple(
        (number, Assessed(ON, matter=matter, outcome=outcome))  # type: ignore[arg-type] # by name
        for number, outcome in enumerate(outcomes, 1)
    )


# --- a set as guards ---------------------------------------------------------------------


def test_each_criterion_and_each_consultation_is_a_guard_of_a_proposal() -> None:
    assert [
        ("criterion:no_market", True, Proposed, "there is no market", "marknad saknas", PAPER),
        ("criterion:own:near", False, Proposed, "it is near", "", PAPER),
        ("consultation:legal", True, Proposed, "the unit agrees", "enheten är med", PAPER),
    ] == [
        (rule.code, rule.soft, rule.event, rule.sentence, rule.sentence_sv, rule.source)
        for rule in guards_of(SET)
    ]


@pytest.mark.parametrize("shipped", SETS, ids=lambda one: one.name)
def test_what_is_shipped_only_warns_and_says_it_in_both_languages(shipped: CriteriaSet) -> None:
    rules = guards_of(shipped)

    assert [] == [rule.code for rule in rules if not rule.soft]
    assert [] == [rule.code for rule in rules if rule.sentence_sv in ("", rule.sentence)]


# --- what has been assessed --------------------------------------------------------------


@pytest.mark.parametrize("code", ["criterion:no_market", "consultation:legal"])
@pytest.mark.parametrize(
    ("outcome", "criteria", "expected"),
    [
        ("met", SET, Found.MET),
        ("not_met", SET, Found.NOT_MET),
        ("not_called_for", SET, Found.NOT_CALLED_FOR),
        (UNKNOWN, SET, Found.UNKNOWN),
        ("partly", SET, Found.UNKNOWN),
        ("partly", SUFFICES, Found.MET),
        ("partly", NOT_ENOUGH, Found.NOT_MET),
        ("met", NOT_ENOUGH, Found.MET),
        ("not_met", SUFFICES, Found.NOT_MET),
    ],
)
def test_an_assessment_answers(
    code: str, outcome: object, criteria: CriteriaSet, expected: Found
) -> None:
    _, _, matter = code.partition(":")
    events = assessed(outcome, matter=matter)

    assert expected is see(of(criteria, code), case(ON, events=events)).found


def test_the_number_of_the_assessment_is_told() -> None:
    events = ((1, Noted(ON)), (2, Assessed(ON, matter="no_market", outcome="partly")))
    found = [
        see(of(criteria, "criterion:no_market"), case(ON, events=events)).facts
        for criteria in (SET, SUFFICES, NOT_ENOUGH)
    ]

    assert [facts(number=2, partly=True)] * 3 == found


def test_what_nobody_has_assessed_is_unknown() -> None:
    elsewhere = case(ON, events=assessed("met", matter="co_financed"))

    assert [Found.UNKNOWN] * 3 == [see(rule, case(ON)).found for rule in guards_of(SET)]
    assert [Found.UNKNOWN] * 3 == [see(rule, elsewhere).found for rule in guards_of(SET)]


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        (("met", "not_met"), Found.NOT_MET),
        (("not_met", "met"), Found.MET),
        (("met", UNKNOWN), Found.UNKNOWN),
        ((UNKNOWN, "met"), Found.MET),
        (("not_met", "partly", "not_called_for"), Found.NOT_CALLED_FOR),
    ],
)
def test_the_later_assessment_stands(outcomes: tuple[object, ...], expected: Found) -> None:
    asked = case(ON, events=assessed(*outcomes))

    assert expected is see(of(SET, "criterion:no_market"), asked).found


@pytest.mark.parametrize(
    ("own", "vague", "expected"),
    [
        ("met", "met", Found.MET),
        ("met", "not_met", Found.UNKNOWN),
        ("not_met", "met", Found.UNKNOWN),
        ("not_met", UNKNOWN, Found.UNKNOWN),
    ],
)
def test_an_assessment_of_nobody_knows_what_may_be_of_this(
    own: str, vague: object, expected: Found
) -> None:
    before = assessed(own)
    after = ((2, Assessed(ON, outcome=vague)),)  # type: ignore[arg-type] # by name

    rule = of(SET, "criterion:no_market")
    assert expected is see(rule, case(ON, events=before + after)).found
    known = ((1, after[0][1]), (2, before[0][1]))
    assert Found(own) is see(rule, case(ON, events=known)).found


@pytest.mark.parametrize("code", ["criterion:no_market", "consultation:legal"])
@pytest.mark.parametrize(
    ("kind", "outcome", "expected"),
    [
        ("lou_partnership", "not_met", Found.NOT_CALLED_FOR),
        (UNKNOWN, "not_met", Found.UNKNOWN),
        (UNKNOWN, "met", Found.MET),
    ],
)
def test_it_is_a_partnership_that_is_held_to_it(
    code: str, kind: object, outcome: str, expected: Found
) -> None:
    _, _, matter = code.partition(":")
    asked = case(ON, events=assessed(outcome, matter=matter), terms={"kind": kind})

    assert expected is see(of(SET, code), asked).found


# --- in words ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("outcome", "english", "swedish"),
    [
        (Outcome.MET, "met: there is no market", "uppfyllt: marknad saknas"),
        (Outcome.NOT_MET, "not met: there is no market", "inte uppfyllt: marknad saknas"),
        (
            UNKNOWN,
            "it is not known what event 1 found: there is no market",
            "det är inte känt vad händelse 1 kom fram till: marknad saknas",
        ),
    ],
)
def test_it_is_said_in_both_languages(outcome: object, english: str, swedish: str) -> None:
    verdict = see(of(SET, "criterion:no_market"), case(ON, events=assessed(outcome)))

    assert (english, swedish) == (verdict.text("en"), verdict.text("sv"))


def test_a_rule_without_swedish_stands_in_english() -> None:
    verdict = see(of(SET, "criterion:own:near"), case(ON))

    assert "inte bedömt: it is near" == verdict.text("sv")


def test_every_sentence_can_be_said() -> None:
    """A name misspelt in a sentence would leave it unsaid for ever."""
    verdicts = [
        rule.ask(case(ON, events=events, terms={"kind": kind}), Proposed(ON))
        for criteria in (SET, SUFFICES, NOT_ENOUGH)
        for rule in guards_of(criteria)
        for kind in ("iop", "esf_project")
        for outcome in (*Outcome, UNKNOWN)
        for events in ((), assessed(outcome, matter=rule.code.partition(":")[2]))
    ]
    tables = (ENGLISH, SWEDISH)
    said = {
        fullest(
            table.families[one.code.partition(":")[0]][one.found.value],
            {name for name, _ in one.facts} | {"rule"},
        )
        for table in tables
        for one in verdicts
    }

    assert set(FAMILIES) == set(ENGLISH.families)
    assert said == {
        sentence
        for table in tables
        for variants in table.families.values()
        for row in variants.values()
        for sentence in row
    }
