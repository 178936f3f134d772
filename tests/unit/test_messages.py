"""What codes and facts say, in Swedish and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs
import pytest

from ioplife import guards
from ioplife.answers import Answer
from ioplife.deadlines import CODES as FLAGS
from ioplife.decisions import Found
from ioplife.duties import Basis, DutyKind
from ioplife.errors import BadValue
from ioplife.events import EVENT_OF, Reason
from ioplife.facts import facts
from ioplife.lifecycle import LIFECYCLE, Row
from ioplife.messages import (
    LANGUAGES,
    cause_text,
    event_name,
    fact_text,
    flag_text,
    heading,
    of_event,
    phrase,
    remark_text,
    state_name,
    verdict_text,
)
from ioplife.messages.en import ENGLISH
from ioplife.messages.sv import SWEDISH
from ioplife.messages.table import Table, Variants, fullest, placeholders
from ioplife.money import REASONS, UNTOLD
from ioplife.occasions import IDLE, NO_DAY, NO_TELLING
from ioplife.planning import MISSING, READINGS
from ioplife.remarks import REMARKS, Weight
from ioplife.standing import Progress
from ioplife.states import State
from ioplife.succession import CODES as LINKS

TABLES: Final = {"sv": SWEDISH, "en": ENGLISH}

CODES: Final = sorted({getattr(guards, name).code for name in guards.__all__} | {"wrong-state"})
CLOCKS: Final = sorted({row.tag for row in LIFECYCLE.rows if row.tag.startswith("~")})
LAST_DAYS: Final = (
    "last-day-stated",
    "last-day-extended",
    "last-day-conflict",
    "last-day-unknown",
    "open-ended",
    "ended-by",
)
SAMPLE: Final = dict(
    facts(
        actors=("board", "mission"),
        adjusted="2023-06-01",
        agreed="P1Y",
        agreed_by=("mission", "town"),
        agreement="son-2021-404",
        agreements=2,
        allowed=("proposed", "approved"),
        amount="3000000000",
        amounts=("2150", "2150000"),
        announced="2023-06-03",
        annulled=9,
        anomaly="wrong-state",
        answers=3,
        appeal_ends="2023-06-05",
        appeals=(7,),
        applies_from="2023-07-01",
        automatic=True,
        basis="administration",
        began=False,
        board="the board",
        by="board",
        civil=("mission", "parish"),
        circle=("son-2021-404", "son-2023-17"),
        clause=True,
        codes=("notice-clause", "notice-written"),
        condition="the budget",
        contributions="2150000.50",
        conveners=("mission", "parish"),
        corrected=6,
        corrects=3,
        count=3,
        cure="P30D",
        cure_ends="2023-06-07",
        day="2044-05-08",
        days=("2021-12-31", "2022-03-31", "2022-06-30"),
        days_left=145,
        decide_by="2023-06-30",
        decided=5,
        decided_on="2023-05-20",
        decision=3,
        decisions=(2, 5),
        demand=4,
        demands=(4, 6),
        disbursement="hyra",
        disbursements="1000000",
        doubts=(2,),
        due="2022-09-30",
        duties=("payment", "follow-up"),
        duty="operative",
        denied=True,
        earlier="son-2018-1",
        ended_by=4,
        ending=4,
        endings=(4, 6),
        event_no=9,
        first_day="2021-10-01",
        first_days=("2021-10-01", "2022-01-01"),
        followed_by="son-2023-17",
        goal="short",
        goals=("long-knowledge", "long-cooperation"),
        index=("OPI", "KPI"),
        indices=("OPI", "PKV"),
        initiator="mission",
        instances=8,
        keys=("notice", "contributions.mission.form"),
        kind="esf_project",
        kinds=("administration", "delegate"),
        label="hyra",
        lacking=("mission", "parish"),
        last="2023-09-30",
        last_day="2023-09-30",
        last_days=("2023-09-30", "2023-12-31"),
        latest="2023-03-31",
        lead="P3M",
        left=True,
        length="P2Y",
        lifts=4,
        meeting="2023-06-13",
        missing=("public", "civil"),
        most="1000000000",
        named_by="son-2018-1",
        next="2023-08-22",
        name="urgent-within",
        norm="50",
        notice_before="P6M",
        notice="2023-03-31",
        notice_latest="2023-03-31",
        number=4,
        numbers=(4, 6),
        occurrence=7,
        on="2023-05-08",
        only="it expired or was not renewed",
        open=(3, 5),
        option="2023-06-30",
        other=("firm", "company"),
        papers_by="2023-05-23",
        plans=("payment", "payment:hyra"),
        parties=("mission", "parish", "town"),
        partly=True,
        party="mission",
        payment="2022-07-31",
        period_first="2023-10-01",
        period_last="2025-09-30",
        precision="month",
        public=("town", "region"),
        public_cash="1000000",
        reading="2023-09-30",
        readings=("2023-09-30", "2023-12-31"),
        received="2023-05-07",
        recorded=8,
        removed="2023-05-25",
        renewal=True,
        rule="there is no market",
        scope=("amn", "son"),
        sector="public",
        seen="2020-02-29",
        sent="2023-05-05",
        share="65.70",
        state="active",
        stayed=8,
        step="2022-01-01",
        strangers=("stranger", "other"),
        successor="son-2023-17",
        successor_first="2023-10-01",
        tag="notice_given",
        target="2023-09-30",
        text="hösten 2023",
        times=2,
        tolerance="10",
        total="2150000",
        under="notice",
        unlimited=True,
        unread=("club", "guild"),
        until="2024-12-31",
        used=2,
        waiting=(3, 5),
        what="contributions.mission",
        why="the day was another",
        written=False,
        years=(2023, 2024),
    )
)
"""Every fact that a sentence may use."""

COUNTS: Final = ("count", "instances", "recorded", "times", "used")
ONE: Final = {
    name: 1 if name in COUNTS else value[:1] if isinstance(value, tuple) else value
    for name, value in SAMPLE.items()
}
"""The same, with one of each."""


def sentences(table: Table) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every text of a language, with its key."""
    for field in attrs.fields(Table):
        yield from texts((field.name,), getattr(table, field.name))


def texts(key: tuple[str, ...], value: object) -> Iterator[tuple[tuple[str, ...], str]]:
    match value:
        case str():
            yield key, value
        case tuple():
            for place, variant in enumerate(value):
                yield (*key, str(place)), variant
        case Mapping():
            for name, inner in value.items():
                yield from texts((*key, str(name)), inner)


def variants(table: Table) -> Iterator[tuple[str, Variants]]:
    """Every row of variants of a language, with its code."""
    for code, by_found in table.verdicts.items():
        for name, row in by_found.items():
            yield f"{code}/{name}", row
    for family, by_found in table.families.items():
        for name, row in by_found.items():
            yield f"{family}:/{name}", row
    yield from table.causes.items()
    yield from table.flags.items()
    yield from table.remarks.items()


# --- the two tables ----------------------------------------------------------------------


def test_both_tables_say_the_same_things() -> None:
    swedish, english = (dict(sentences(table)) for table in TABLES.values())

    assert swedish.keys() == english.keys()


def test_both_tables_say_them_from_the_same_facts() -> None:
    swedish, english = (dict(sentences(table)) for table in TABLES.values())

    assert {key: placeholders(text) for key, text in english.items() if key[0] != "headings"} == {
        key: placeholders(text) for key, text in swedish.items() if key[0] != "headings"
    }


def test_no_text_was_left_in_the_other_language() -> None:
    swedish, english = (dict(sentences(table)) for table in TABLES.values())

    assert {} == {key: text for key, text in swedish.items() if text == english[key]}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_names_are_the_same(lang: str) -> None:
    table = TABLES[lang]

    assert [len(names) for names in (table.events, table.states)] == [
        len(set(names.values())) for names in (table.events, table.states)
    ]


# --- everything has its sentence ---------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_guard_has_a_sentence_for_every_finding(lang: str) -> None:
    said = {
        (code, found): verdict_text(code, found.value, (), "", lang)
        for code in CODES
        for found in Found
    }

    assert [] == [place for place, sentence in said.items() if not sentence]


def test_no_sentence_is_of_a_guard_that_is_not_there() -> None:
    assert [CODES, CODES] == [sorted(table.verdicts) for table in TABLES.values()]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_cause_has_a_sentence_and_nothing_else_has(lang: str) -> None:
    expected = {*EVENT_OF, *CLOCKS, *LAST_DAYS, *REASONS, *UNTOLD, *READINGS, *MISSING}
    expected |= {*NO_DAY, *NO_TELLING, *IDLE}

    assert expected == set(TABLES[lang].causes)
    assert [] == [code for code in expected if cause_text(code, (), lang) in ("", code)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_flag_has_a_sentence_and_nothing_else_has(lang: str) -> None:
    assert set(FLAGS) == set(TABLES[lang].flags)
    assert [] == [code for code in FLAGS if flag_text(code, (), lang) in ("", code)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_remark_has_a_sentence_and_nothing_else_has(lang: str) -> None:
    assert {*REMARKS, *LINKS} == set(TABLES[lang].remarks)
    assert [] == [code for code in (*REMARKS, *LINKS) if remark_text(code, (), lang) in ("", code)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_and_every_answer_has_its_phrase(lang: str) -> None:
    names = [f"reason-{reason}" for reason in (*Reason, "unknown")]
    names += [f"in-force-{answer}" for answer in Answer]
    names += [str(weight) for weight in Weight]
    names += [f"progress-{progress}" for progress in Progress]

    assert [] == [name for name in names if name not in TABLES[lang].phrases]


def test_a_phrase_is_put_together_with_its_facts() -> None:
    assert "sista dag 2023-09-30, om 1 dag" == phrase(
        "last-day", "sv", last_day="2023-09-30", days_left=1
    )
    assert "event 2 (notice): x" == of_event(2, "notice_given", "x", "en")
    assert "no such phrase" == phrase("no such phrase", "en")


def test_every_event_and_clock_row_has_a_name_and_nothing_else_has() -> None:
    expected = {*EVENT_OF, *CLOCKS}

    assert [expected, expected] == [set(table.events) for table in TABLES.values()]


def test_every_state_has_a_name_and_nothing_else_has() -> None:
    expected = {"nothing", *(state.value for state in State)}

    assert [expected, expected] == [set(table.states) for table in TABLES.values()]


def test_what_is_owed_has_a_word_and_what_it_rests_on() -> None:
    for lang, table in TABLES.items():
        kinds = {kind.value: table.words.get(kind.value, "") for kind in DutyKind}

        assert all(kinds.values())
        assert len(kinds) == len(set(kinds.values()))
        assert {basis.value for basis in Basis} == table.bases.keys()
        assert len(Basis) == len(set(table.bases.values())), lang


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "möte: förvaltningens egen beskrivning"),
        ("en", "meeting: the administration's own description"),
    ],
)
def test_they_are_called_by_their_names(lang: str, expected: str) -> None:
    values = facts(kind=DutyKind.MEETING, basis=Basis.ADMINISTRATION)

    assert expected == TABLES[lang].say(("{kind}: {basis}",), values)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_why_a_row_does_not_stand_has_words(lang: str) -> None:
    """In English the words are those of the table itself."""
    only = {row.only.name for row in LIFECYCLE.rows if isinstance(row, Row) and row.only}

    assert only == only & TABLES[lang].words.keys()


# --- facts in sentences ------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("values", [SAMPLE, ONE], ids=["several", "one"])
def test_every_sentence_is_whole_when_its_facts_are_put_in(
    values: dict[str, object], lang: str
) -> None:
    table = TABLES[lang]
    said = [
        table.say((sentence,), values.items()) for _code, row in variants(table) for sentence in row
    ]

    assert [] == [text for text in said if set("{}|'") & set(text)]
    assert [] == [text for text in said if text != " ".join(text.split())]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_fact_need_be_known_for_there_to_be_a_sentence(lang: str) -> None:
    table = TABLES[lang]
    rule = (("rule", "{rule}"),)  # what is always known of criteria and consultations

    assert [] == [code for code, row in variants(table) if table.say(row, rule) != row[-1]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_hidden_by_one_before_it(lang: str) -> None:
    rows = dict(variants(TABLES[lang]))

    assert [] == [
        (code, sentence)
        for code, row in rows.items()
        for sentence in row
        if fullest(row, placeholders(sentence)) != sentence
    ]


@pytest.mark.parametrize("value", [None, "", (), "unknown"])
@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "en ny överenskommelse följer på den här"),
        ("en", "a successor follows the agreement"),
    ],
)
def test_a_fact_that_says_nothing_is_left_out(value: object, lang: str, expected: str) -> None:
    assert expected == flag_text("renewed", [("successor", value)], lang)


@pytest.mark.parametrize(
    ("lang", "days_left", "expected"),
    [
        ("sv", 0, "överenskommelsen upphör 2023-09-30, i dag"),
        ("sv", 1, "överenskommelsen upphör 2023-09-30, om 1 dag"),
        ("sv", 2, "överenskommelsen upphör 2023-09-30, om 2 dagar"),
        ("sv", 145, "överenskommelsen upphör 2023-09-30, om 145 dagar"),
        ("en", 0, "the agreement ends on 2023-09-30, today"),
        ("en", 1, "the agreement ends on 2023-09-30, in 1 day"),
        ("en", 2, "the agreement ends on 2023-09-30, in 2 days"),
        ("en", 145, "the agreement ends on 2023-09-30, in 145 days"),
    ],
)
def test_a_number_of_days_to_come_agrees_with_its_noun(
    lang: str, days_left: int, expected: str
) -> None:
    assert expected == flag_text("ends", facts(last_day="2023-09-30", days_left=days_left), lang)


@pytest.mark.parametrize(
    ("lang", "days_left", "expected"),
    [
        ("sv", -1, "för 1 dag sedan"),
        ("sv", -2, "för 2 dagar sedan"),
        ("en", -1, "1 day ago"),
        ("en", -2, "2 days ago"),
    ],
)
def test_a_number_of_days_gone_agrees_with_its_noun(
    lang: str, days_left: int, expected: str
) -> None:
    said = flag_text("ended-undecided", facts(last_day="2023-09-30", days_left=days_left), lang)

    assert f", {expected}, " in said


@pytest.mark.parametrize(
    ("lang", "parties", "expected"),
    [
        ("sv", ("a",), "undertecknande av a är inte registrerat"),
        ("sv", ("a", "b"), "undertecknande av a och b är inte registrerat"),
        ("sv", ("a", "b", "c"), "undertecknande av a, b och c är inte registrerat"),
        ("en", ("a",), "no signature of a is on record"),
        ("en", ("a", "b"), "no signature of a and b is on record"),
        ("en", ("a", "b", "c"), "no signature of a, b and c is on record"),
    ],
)
def test_a_row_is_written_as_one_speaks(lang: str, parties: tuple[str, ...], expected: str) -> None:
    assert expected == flag_text("signature-missing", facts(parties=parties), lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "det är inte klarlagt vilken dag som är den sista: 2020-12-31 eller 2021-07-31"),
        ("en", "it is not settled which day is the last: 2020-12-31 or 2021-07-31"),
    ],
)
def test_a_choice_is_written_as_one_speaks(lang: str, expected: str) -> None:
    readings = facts(readings=("2020-12-31", "2021-07-31"))

    assert expected == flag_text("end-conflict", readings, lang)
    assert expected == cause_text("last-day-conflict", readings, lang)


@pytest.mark.parametrize(
    ("lang", "lacking", "expected"),
    [
        ("en", ("mission",), "mission has not agreed"),
        ("en", ("mission", "parish"), "mission and parish have not agreed"),
        ("sv", ("mission",), "mission har inte samtyckt"),
        ("sv", ("mission", "parish"), "mission och parish har inte samtyckt"),
    ],
)
def test_a_verb_agrees_with_how_many_there_are(
    lang: str, lacking: tuple[str, ...], expected: str
) -> None:
    said = verdict_text("all-agreed", "not_met", facts(lacking=lacking), "", lang)

    assert expected == said


@pytest.mark.parametrize(
    ("lang", "recorded", "expected"),
    [
        ("en", 0, "there is no number 9: 0 events are on record"),
        ("en", 1, "there is no number 9: 1 event is on record"),
        ("en", 8, "there is no number 9: 8 events are on record"),
        ("sv", 1, "nummer 9 finns inte: 1 händelse är registrerad"),
        ("sv", 8, "nummer 9 finns inte: 8 händelser är registrerade"),
    ],
)
def test_a_noun_agrees_with_its_number(lang: str, recorded: int, expected: str) -> None:
    found = facts(event_no=9, recorded=recorded)

    assert expected == verdict_text("event-exists", "not_met", found, "", lang)


@pytest.mark.parametrize(
    ("lang", "amount", "expected"),
    [
        ("sv", "1019000", "insatserna blir 1 019 000 kr, men totalsumman är 500 kr"),
        ("sv", "1019000.50", "insatserna blir 1 019 000,50 kr, men totalsumman är 500 kr"),
        ("en", "1019000", "the contributions make 1 019 000 SEK, but the total is 500 SEK"),
        ("en", "1019000.50", "the contributions make 1 019 000.50 SEK, but the total is 500 SEK"),
    ],
)
def test_an_amount_has_its_thousands_apart(lang: str, amount: str, expected: str) -> None:
    found = facts(contributions=amount, total="500")

    assert expected == verdict_text("sums", "not_met", found, "", lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "detta kan inte ske i läget aktiv, bara i läget föreslagen eller inte påbörjad"),
        ("en", "this cannot happen in the state active, only in proposed or not begun"),
    ],
)
def test_states_are_called_by_their_names(lang: str, expected: str) -> None:
    found = facts(state=State.ACTIVE, allowed=(State.PROPOSED, "nothing"))

    assert expected == verdict_text("wrong-state", "not_met", found, "", lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", "händelse 4 (uppsägning) gör 2023-09-30 till sista dag"),
        ("en", "event 4 (notice) sets 2023-09-30 as the last day"),
    ],
)
def test_events_are_called_by_their_names(lang: str, expected: str) -> None:
    found = facts(number=4, tag="notice_given", last_day="2023-09-30")

    assert expected == cause_text("ended-by", found, lang)


@pytest.mark.parametrize(
    ("what", "expected"),
    [("total", "totalsumman"), ("contributions.mission", "insatsen mission")],
)
def test_what_is_settled_is_called_by_its_name(what: str, expected: str) -> None:
    said = verdict_text("reading-stated", "unknown", facts(what=what), "", "sv")

    assert f"det framgår inte hur {expected} ska läsas" == said


# --- the functions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "answer", "expected"),
    [
        ("en", "yes", "notice_given is allowed on 2023-05-08"),
        ("en", "no", "notice_given is refused on 2023-05-08"),
        ("en", "unknown", "notice_given cannot be answered on 2023-05-08"),
        ("sv", "yes", "uppsägning får ske 2023-05-08"),
        ("sv", "no", "uppsägning får inte ske 2023-05-08"),
        ("sv", "unknown", "det går inte att svara på om uppsägning får ske 2023-05-08"),
    ],
)
def test_a_decision_begins_with_its_event_answer_and_day(
    lang: str, answer: str, expected: str
) -> None:
    assert expected == heading("notice_given", answer, "2023-05-08", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_nobody_knows_stands_for_itself(lang: str) -> None:
    assert "their rule" == verdict_text("linkoping:own-budget", "met", (), "their rule", lang)
    assert ["linkoping:own-budget"] * 4 == [
        cause_text("linkoping:own-budget", (), lang),
        flag_text("linkoping:own-budget", (), lang),
        event_name("linkoping:own-budget", lang),
        state_name("linkoping:own-budget", lang),
    ]


def test_names_are_given_by_language() -> None:
    assert ("uppsägning", "notice") == (
        event_name("notice_given", "sv"),
        event_name("notice_given", "en"),
    )
    assert ("avslutad", "terminated") == (
        state_name(State.TERMINATED, "sv"),
        state_name(State.TERMINATED, "en"),
    )
    assert ("inte påbörjad", "not begun") == (state_name(None, "sv"), state_name(None, "en"))


def test_a_fact_by_itself_is_written_as_in_a_sentence() -> None:
    assert ("1 000 000 kr", "1 000 000 SEK") == (
        fact_text("amount", "1000000", "sv", "kr"),
        fact_text("amount", "1000000", "en", "kr"),
    )
    assert ("ett förslag", "a proposal") == (
        fact_text("basis", "proposal", "sv"),
        fact_text("basis", "proposal", "en"),
    )
    assert ("möte", "meeting") == (
        fact_text("kind", "meeting", "sv"),
        fact_text("kind", "meeting", "en"),
    )


@pytest.mark.parametrize("lang", ["", "EN", "de", "sv_SE"])
def test_another_language_is_a_mistake(lang: str) -> None:
    asked: tuple[Callable[[], str], ...] = (
        lambda: verdict_text("sums", "met", (), "", lang),
        lambda: cause_text("~starts", (), lang),
        lambda: flag_text("ends", (), lang),
        lambda: heading("signed", "yes", "2023-05-08", lang),
        lambda: event_name("signed", lang),
        lambda: state_name("signed", lang),
        lambda: fact_text("kind", "meeting", lang),
    )
    for ask in asked:
        with pytest.raises(BadValue, match="lang: must be sv or en"):
            ask()
