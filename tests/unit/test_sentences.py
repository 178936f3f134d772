"""What is owed, in words: every sentence said of the first agreement, from its own facts."""

from __future__ import annotations

from typing import Any, Final

import pytest

import ioplife as iop
from ioplife.deadlines import CODES
from ioplife.messages import flag_text, verdict_text
from tests.unit.guards.build import ECONOMY, OWED, owing

LANGUAGES: Final = ("sv", "en")
ONE_INDEX: Final = {"indexation": OWED["indexation"][1:]}


def said(agreement: iop.Agreement, on: str, key: str, lang: str) -> str:
    """What the flag with that key says."""
    found = {one.key.removeprefix(f"{agreement.id}/"): one for one in iop.flag([agreement], on)}
    return found[key].text(lang)


WORDS: Final[tuple[tuple[str, str, dict[str, Any], str, str], ...]] = (
    (
        "2022-09-01",
        "follow-up-due/follow-up#1",
        {},
        "uppföljning nr 1 (follow-up) ska vara gjord 2022-09-30, om 29 dagar",
        "follow-up no. 1 (follow-up) is due on 2022-09-30, in 29 days",
    ),
    (
        "2022-10-01",
        "follow-up-overdue/follow-up#1",
        {},
        (
            "uppföljning nr 1 (follow-up) skulle ha gjorts 2022-09-30, för 1 dag sedan; ingen är"
            " registrerad"
        ),
        "follow-up no. 1 (follow-up) was due on 2022-09-30, 1 day ago; none is on record",
    ),
    (
        "2022-04-01",
        "meeting-due/strategic#1",
        {},
        (
            "möte nr 1 (strategic) ska vara hållet 2022-03-31, för 1 dag sedan, och får hållas till"
            " och med 2022-09-30"
        ),
        (
            "meeting no. 1 (strategic) is due on 2022-03-31, 1 day ago, and can be held until"
            " 2022-09-30"
        ),
    ),
    (
        "2023-09-30",
        "meeting-due/operative#8",
        {},
        "möte nr 8 (operative) ska vara hållet 2023-09-30, i dag",
        "meeting no. 8 (operative) is due on 2023-09-30, today",
    ),
    (
        "2022-10-01",
        "meeting-overdue/strategic#1",
        {},
        (
            "möte nr 1 (strategic) skulle ha hållits 2022-03-31, för 184 dagar sedan, och kunde"
            " hållas till och med 2022-09-30; inget är registrerat"
        ),
        (
            "meeting no. 1 (strategic) was due on 2022-03-31, 184 days ago, and could be held until"
            " 2022-09-30; none is on record"
        ),
    ),
    (
        "2022-10-02",
        "meeting-overdue/operative#4",
        {},
        (
            "möte nr 4 (operative) skulle ha hållits 2022-09-30, för 2 dagar sedan; inget är"
            " registrerat"
        ),
        "meeting no. 4 (operative) was due on 2022-09-30, 2 days ago; none is on record",
    ),
    (
        "2022-09-29",
        "report-due/annual-report#1",
        {},
        "rapport nr 1 (annual-report) ska vara lämnad 2022-09-30, om 1 dag",
        "report no. 1 (annual-report) is due on 2022-09-30, in 1 day",
    ),
    (
        "2022-10-01",
        "report-overdue/annual-report#1",
        {},
        (
            "rapport nr 1 (annual-report) skulle ha lämnats 2022-09-30, för 1 dag sedan; ingen är"
            " registrerad"
        ),
        "report no. 1 (annual-report) was due on 2022-09-30, 1 day ago; none is on record",
    ),
    (
        "2022-07-01",
        "payment-due/payment#1",
        {},
        "utbetalning nr 1 ska göras senast 2022-07-31, om 30 dagar",
        "payment no. 1 is to be made by 2022-07-31, in 30 days",
    ),
    (
        "2022-08-01",
        "payment-overdue/payment#1",
        {},
        (
            "utbetalning nr 1 skulle ha gjorts senast 2022-07-31, för 1 dag sedan; ingen är"
            " registrerad"
        ),
        "payment no. 1 was to be made by 2022-07-31, 1 day ago; none is on record",
    ),
    (
        "2022-01-15",
        "assessment-due/short",
        {},
        (
            'målet short, "trygga mötespunkter", ska bedömas från 2022-04-01, om 76 dagar; ingen'
            " bedömning är registrerad"
        ),
        (
            'goal short, "trygga mötespunkter", is to be assessed from 2022-04-01, in 76 days; no'
            " assessment is on record"
        ),
    ),
    (
        "2023-10-03",
        "assessment-due/long",
        {},
        ("målet long ska bedömas från 2023-10-02, för 1 dag sedan; ingen bedömning är registrerad"),
        "goal long is to be assessed from 2023-10-02, 1 day ago; no assessment is on record",
    ),
    (
        "2022-09-01",
        "index-step",
        ONE_INDEX,
        "det som betalas ut räknas upp med OPI från 2022-10-01, om 30 dagar",
        "what is paid follows OPI by one more step on 2022-10-01, in 30 days",
    ),
    (
        "2022-01-15",
        "index-conflict",
        {},
        (
            "det är inte klarlagt hur utbetalningen 2022-07-31 räknas upp med OPI: handlingarna"
            " anger 2022-07-01 eller 2022-10-01 som första uppräkning"
        ),
        (
            "it is not settled how the payment due on 2022-07-31 follows OPI: the papers give"
            " 2022-07-01 or 2022-10-01 as the first step"
        ),
    ),
    (
        "2023-05-08",
        "unrecorded/payment",
        {"seen": "2023-05-08"},
        (
            "1 tillfälle av utbetalning, från tiden före införandet i registret, är inte"
            " registrerat: 2022-07-31"
        ),
        "1 instance of payment, from before the register entry, is not on record: 2022-07-31",
    ),
    (
        "2023-05-08",
        "unrecorded/operative",
        {"seen": "2022-05-08"},
        (
            "2 tillfällen av operative, från tiden före införandet i registret, är inte"
            " registrerade: 2021-12-31 och 2022-03-31"
        ),
        (
            "2 instances of operative, from before the register entry, are not on record:"
            " 2021-12-31 and 2022-03-31"
        ),
    ),
)


@pytest.mark.parametrize(
    ("on", "key", "terms", "swedish", "english"), WORDS, ids=[key for _on, key, *_ in WORDS]
)
def test_a_flag_says_it_as_one_would(
    on: str, key: str, terms: dict[str, Any], swedish: str, english: str
) -> None:
    agreement = owing(**terms)

    assert (swedish, english) == tuple(said(agreement, on, key, lang) for lang in LANGUAGES)


def test_every_flag_of_what_is_owed_is_said_here() -> None:
    owed = {
        code
        for code in CODES
        if code.endswith(("-due", "-overdue")) or code.startswith(("index-", "unrecorded"))
    }

    assert owed == {key.partition("/")[0] for _on, key, *_ in WORDS}


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "sv",
            (
                "det är inte klarlagt hur utbetalningen 2022-07-31 räknas upp med OPI eller KPI:"
                " handlingarna anger 2022-07-01 som första uppräkning"
            ),
        ),
        (
            "en",
            (
                "it is not settled how the payment due on 2022-07-31 follows OPI or KPI: the papers"
                " give 2022-07-01 as the first step"
            ),
        ),
    ],
)
def test_clauses_that_step_together_differ_by_their_index(lang: str, expected: str) -> None:
    clauses = tuple(iop.IndexClause(index, "2022-07-01") for index in ("OPI", "KPI"))

    assert expected == said(owing(indexation=clauses), "2022-01-15", "index-conflict", lang)


@pytest.mark.parametrize(
    ("lang", "code", "expected"),
    [
        (
            "sv",
            "payment-due",
            "utbetalning nr 1, på 1 000 000 kr, ska göras senast 2022-07-31, i dag",
        ),
        (
            "en",
            "payment-due",
            "payment no. 1, of 1 000 000 SEK, is to be made by 2022-07-31, today",
        ),
        (
            "sv",
            "payment-overdue",
            (
                "utbetalning nr 1, på 1 000 000 kr, skulle ha gjorts senast 2022-07-31, i dag;"
                " ingen är registrerad"
            ),
        ),
        (
            "en",
            "payment-overdue",
            (
                "payment no. 1, of 1 000 000 SEK, was to be made by 2022-07-31, today; none is on"
                " record"
            ),
        ),
    ],
)
def test_a_payment_says_its_amount_where_it_is_known(lang: str, code: str, expected: str) -> None:
    values = {"duty": "payment", "occurrence": 1, "due": "2022-07-31", "last": "2022-07-31"}

    assert expected == flag_text(
        code, ({**values, "amount": "1000000", "days_left": 0}).items(), lang
    )


# --- flags that are answered -------------------------------------------------------------


@pytest.mark.parametrize(
    ("by", "swedish", "english"),
    [
        (
            "board",
            "överenskommelsen upphör 2023-09-30, i dag; board har besvarat detta genom händelse 2",
            "the agreement ends on 2023-09-30, today; board has answered this by event 2",
        ),
        (
            iop.UNKNOWN,
            "överenskommelsen upphör 2023-09-30, i dag; händelse 2 besvarar detta",
            "the agreement ends on 2023-09-30, today; event 2 answers this",
        ),
    ],
)
def test_a_flag_that_is_answered_says_by_whom(by: Any, swedish: str, english: str) -> None:  # noqa: ANN401 - an id or UNKNOWN
    answer = iop.Noted("2023-05-08", by=by, what="on the agenda", answers="son-2021-404/ends")
    agreement = owing(answer)

    assert (swedish, english) == tuple(
        said(agreement, "2023-09-30", "ends", lang) for lang in LANGUAGES
    )


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_flag_can_say_that_it_is_answered(code: str, lang: str) -> None:
    bare, by = flag_text(code, (), lang), ("answered_by", "board")

    for values in ((("answered", 2),), (("answered", 2), by)):
        text = flag_text(code, values, lang)
        assert text.startswith(f"{bare}; ")
        assert "2" in text
        assert ("board" in text) is (by in values)
    assert bare == flag_text(code, (("answered", None),), lang)


SPRING: Final = iop.Once("2022-05-31", precision="season")


@pytest.mark.parametrize(
    ("kind", "on", "swedish", "english"),
    [
        (
            "follow_up",
            "2022-05-30",
            (
                "uppföljning nr 1 (spring) ska vara gjord 2022-05-31, om 1 dag; handlingen anger"
                ' dagen bara som årstid, "senast våren 2022"'
            ),
            (
                "follow-up no. 1 (spring) is due on 2022-05-31, in 1 day; the paper gives the day"
                ' only by its season, as "senast våren 2022"'
            ),
        ),
        (
            "follow_up",
            "2022-06-01",
            (
                "uppföljning nr 1 (spring) skulle ha gjorts 2022-05-31, för 1 dag sedan; ingen är"
                ' registrerad, och handlingen anger dagen bara som årstid, "senast våren 2022"'
            ),
            (
                "follow-up no. 1 (spring) was due on 2022-05-31, 1 day ago; none is on record, and"
                ' the paper gives the day only by its season, as "senast våren 2022"'
            ),
        ),
        (
            "meeting",
            "2022-05-31",
            (
                "möte nr 1 (spring) ska vara hållet 2022-05-31, i dag; handlingen anger dagen bara"
                ' som årstid, "senast våren 2022"'
            ),
            (
                "meeting no. 1 (spring) is due on 2022-05-31, today; the paper gives the day only"
                ' by its season, as "senast våren 2022"'
            ),
        ),
        (
            "report",
            "2022-06-01",
            (
                "rapport nr 1 (spring) skulle ha lämnats 2022-05-31, för 1 dag sedan; ingen är"
                ' registrerad, och handlingen anger dagen bara som årstid, "senast våren 2022"'
            ),
            (
                "report no. 1 (spring) was due on 2022-05-31, 1 day ago; none is on record, and"
                ' the paper gives the day only by its season, as "senast våren 2022"'
            ),
        ),
    ],
)
def test_a_day_that_was_read_from_a_season_is_told_with_the_words_of_the_paper(
    kind: str, on: str, swedish: str, english: str
) -> None:
    duty = iop.Duty("spring", kind, SPRING, text="senast våren 2022")
    agreement = owing(duties=[duty])
    (flag,) = (one for one in iop.flag([agreement], on) if "/spring#" in one.key)

    assert (swedish, english) == tuple(flag.text(lang) for lang in LANGUAGES)


# --- what time brings and what guards say ------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("sv", ["uppföljning nr 1 (follow-up) öppnar och ska vara gjord 2022-09-30"]),
        ("en", ["follow-up no. 1 (follow-up) opens, due on 2022-09-30"]),
    ],
)
def test_a_follow_up_that_opens_says_which_and_when_it_is_due(
    lang: str, expected: list[str]
) -> None:
    changes = owing().timeline(until="2022-09-30")

    assert expected == [one.cause.text(lang) for one in changes if one.tag == "~follow-up-opens"]


@pytest.mark.parametrize(
    ("lang", "expected"), [("sv", "inget väntar längre"), ("en", "nothing waits any more")]
)
def test_a_follow_up_that_closes_says_so(lang: str, expected: str) -> None:
    (closed,) = (
        one for one in owing().timeline(until="2022-12-31") if one.tag == "~follow-up-closes"
    )

    assert expected == closed.cause.text(lang)


@pytest.mark.parametrize(
    ("event", "swedish", "english"),
    [
        (
            iop.Fulfilled("2022-09-01", by="mission", duty="dialogue"),
            (
                "dialogue ingår inte i åtagandena, som är utbetalning, follow-up, operative,"
                " strategic, annual-report, short och long"
            ),
            (
                "the agreement owes no dialogue, but payment, follow-up, operative, strategic,"
                " annual-report, short and long"
            ),
        ),
        (
            iop.Fulfilled("2022-09-01", by="mission", duty="operative", occurrence=9),
            "operative nr 9 finns inte: åtagandet gäller 8 tillfällen",
            "there is no operative no. 9: 8 instances are owed",
        ),
        (
            iop.Fulfilled("2022-09-01", by="mission", duty="short", occurrence=2),
            "short nr 2 finns inte: åtagandet gäller 1 tillfälle",
            "there is no short no. 2: 1 instance is owed",
        ),
        (
            iop.Waived("2022-09-01", by="town", duty="operative"),
            "det framgår inte vilket åtagande, eller vilket tillfälle av det, som avses",
            "it is not said which duty, or which instance of it, is meant",
        ),
    ],
)
def test_a_refusal_says_what_is_owed(event: iop.Event, swedish: str, english: str) -> None:
    (verdict,) = owing().consider(event).reasons

    assert (swedish, english) == tuple(verdict.text(lang) for lang in LANGUAGES)


@pytest.mark.parametrize(
    ("event", "swedish", "english"),
    [
        (
            iop.Fulfilled("2022-08-01", by="town", duty="payment"),
            "inget tillfälle av utbetalning väntar den dagen; om ett tidigare avses, ange nr 1",
            "no payment waits on that day; if an earlier one is meant, say no. 1",
        ),
        (
            iop.FollowedUp("2022-09-01", by="mission", duty="follow-up"),
            "enligt överenskommelsen sammankallar office, inte mission",
            "the clause lets office convene, not mission",
        ),
    ],
)
def test_a_warning_says_what_is_meant(event: iop.Event, swedish: str, english: str) -> None:
    (verdict,) = owing().consider(event).remarks

    assert (swedish, english) == tuple(verdict.text(lang) for lang in LANGUAGES)


def test_what_was_done_before_is_named_with_its_event() -> None:
    agreement = owing(iop.Fulfilled("2022-07-15", by="town", duty="payment"))
    again = iop.Fulfilled("2022-07-20", by="town", duty="payment", occurrence=1)
    (verdict,) = agreement.consider(again).remarks

    assert (
        "händelse 2 gäller redan utbetalning nr 1",
        "payment no. 1 was done or waived before, by event 2",
    ) == tuple(verdict.text(lang) for lang in LANGUAGES)


def test_only_the_payment_has_a_name_of_the_language() -> None:
    """Every other duty goes by its id, also where that is a word for something else."""
    for duty, expected in (("payment", "utbetalning"), ("total", "total"), ("report", "report")):
        found = verdict_text("duty-owed", "met", (("duty", duty),), "", "sv")

        assert f"{expected} ingår i åtagandena" == found


def test_the_source_of_what_is_owed_is_its_clause() -> None:
    (flag,) = (one for one in iop.flag([owing()], "2022-07-01") if one.key.endswith("payment#1"))

    assert (ECONOMY, ("town",)) == (flag.source, flag.who)
