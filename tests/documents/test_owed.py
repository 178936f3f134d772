"""What is owed, in a document: cadences told by their keys, one alone without its list."""

from typing import Any

import pytest

from ioplife.dates import Duration, Period
from ioplife.documents import BadDocument, dump_event, dump_terms, load_event, load_terms, loads
from ioplife.duties import Cadence, Duty, Every, Fixed, Goal, Horizon, InMonths, Once, PerWindow
from ioplife.events import FollowedUp, Fulfilled, Noted, Waived
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Description,
    IndexClause,
    PaymentPlan,
    Terms,
)

PAPER = Source("SON 2021-404", "§ 12")


def terms(text: str) -> Terms:
    return loads(f'id = "x"\npaper = "SON 2021-404"\n{text}').terms


def wrong(text: str) -> list[str]:
    """Every mistake of a document, without the file."""
    with pytest.raises(BadDocument) as caught:
        loads(f'id = "x"\n{text}', file="f")
    return [str(mistake).removeprefix("f:") for mistake in caught.value.mistakes]


# --- cadences --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "cadence"),
    [
        ('{ times = 2, every = "P1Y" }', PerWindow(2, "P1Y")),
        ('{ times = 1, every = "P3M", calendar = true }', PerWindow(1, "P3M", calendar=True)),
        (
            '{ times = 1, every = "P3M", calendar = true, stub = "drop" }',
            PerWindow(1, "P3M", calendar=True, stub="drop"),
        ),
        ('{ length = "P18M" }', Every("P18M")),
        (
            '{ length = "P1Y", first = "P6M", stub = "prorate" }',
            Every("P1Y", first="P6M", stub="prorate"),
        ),
        ("{ by = 2020-05-31 }", Once("2020-05-31")),
        (
            '{ by = 2020-05-31, precision = "season", tail = true }',
            Once("2020-05-31", precision="season", tail=True),
        ),
        ("{ months = [7, 1] }", InMonths([1, 7])),
        (
            "{ spans = [{ first = 2018-11-01, last = 2018-11-30 }] }",
            Fixed([Period("2018-11-01", "2018-11-30")]),
        ),
        (
            '{ spans = [{ first = "2018-11-01", last = "2018-11-30" }], tail = true }',
            Fixed([Period("2018-11-01", "2018-11-30")], tail=True),
        ),
    ],
)
def test_a_cadence_is_told_by_its_keys(table: str, cadence: Cadence) -> None:
    given = terms(f'[[duties]]\nid = "a"\nkind = "meeting"\ncadence = {table}')

    assert (Duty("a", "meeting", cadence),) == given.duties
    assert given == load_terms(dump_terms(given))


@pytest.mark.parametrize("table", ["{}", '{ time = 1, evry = "P1Y" }'])
def test_a_table_with_none_of_the_keys_is_no_cadence(table: str) -> None:
    assert [
        "5: duties[0].cadence: must have times and every, or length, or months, or spans, or by"
    ] == wrong(f'[[duties]]\nid = "a"\nkind = "meeting"\ncadence = {table}')


@pytest.mark.parametrize(
    ("table", "mistakes"),
    [
        ("{ times = 1 }", ["5: duties[0].cadence.every: is missing"]),
        (
            '{ times = 1, every = "P1Y", calender = true }',
            ["5: duties[0].cadence.calender: unknown key 'calender': did you mean 'calendar'?"],
        ),
        (
            '{ times = 5, every = "P3M" }',
            ["5: duties[0].cadence.times: must be at most the window's 3 months, not 5"],
        ),
        (
            '{ length = "P0M" }',
            ["5: duties[0].cadence.length: must be longer than nothing, not 'P0D'"],
        ),
        (
            '{ length = "P1Y", stub = "cut" }',
            ["5: duties[0].cadence.stub: must be one of keep, drop, prorate, not 'cut'"],
        ),
        (
            '{ length = "P1Y", frist = "P6M" }',
            ["5: duties[0].cadence.frist: unknown key 'frist': did you mean 'first'?"],
        ),
        (
            '{ by = "våren 2020" }',
            ["5: duties[0].cadence.by: must be a day written YYYY-MM-DD, not 'våren 2020'"],
        ),
        (
            '{ months = [7], stub = "drop" }',
            ["5: duties[0].cadence.stub: unknown key 'stub'"],
        ),
        ("{ months = [0] }", ["5: duties[0].cadence.months: must be a month, 1 to 12, not 0"]),
        (
            "{ spans = [{ first = 2018-11-01 }] }",
            ["5: duties[0].cadence.spans: must be at least one, each with a last day, not a list"],
        ),
        ('"P1Y"', ["5: duties[0].cadence: must be a table, not 'P1Y'"]),
    ],
)
def test_a_mistake_in_a_cadence_has_its_place(table: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f'[[duties]]\nid = "a"\nkind = "meeting"\ncadence = {table}')


def test_a_duty_has_days_of_its_own() -> None:
    given = terms(
        """
        [[duties]]
        id = "a"
        kind = "meeting"
        cadence = { times = 1, every = "P1Y" }
        first = 2024-07-01
        last = "2026-06-30"
        on_extension = "restart"
        """
    )

    assert (
        Duty(
            "a",
            "meeting",
            PerWindow(1, "P1Y"),
            first="2024-07-01",
            last="2026-06-30",
            on_extension="restart",
        ),
    ) == given.duties
    assert given == load_terms(dump_terms(given))


@pytest.mark.parametrize(
    ("table", "mistakes"),
    [
        (
            "cadence = { months = [7] }\nfirst = 2024-01-02\nlast = 2024-01-01",
            ["7: duties[0].last: must not be before the first day, 2024-01-02, not '2024-01-01'"],
        ),
        (
            'cadence = { months = [7] }\non_extension = "restart"',
            [
                (
                    "6: duties[0].on_extension: must be continue or stop: the windows do not tile"
                    " from a first day, not 'restart'"
                )
            ],
        ),
        (
            'cadence = { by = 2027-03-31, tail = true }\non_extension = "stop"',
            ["6: duties[0].on_extension: must be continue: a tail follows no period, not 'stop'"],
        ),
        (
            'cadence = { length = "P1Y" }\non_extension = "again"',
            ["6: duties[0].on_extension: must be one of continue, stop, restart, not 'again'"],
        ),
    ],
)
def test_what_contradicts_itself_in_a_duty_has_its_place(table: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f'[[duties]]\nid = "a"\nkind = "meeting"\n{table}')


# --- who, and what a paper says --------------------------------------------------------


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ('who = "son"', ("son",)),
        ('who = ["son"]', ("son",)),
        ('who = ["a", "b"]', ("a", "b")),
        ("who = { unknown = true }", UNKNOWN),
        ("", UNKNOWN),
    ],
)
def test_one_who_owes_needs_no_list(who: str, expected: Any) -> None:  # noqa: ANN401 - ids or UNKNOWN
    given = terms(
        f"""
        [payments]
        cadence = {{ months = [7] }}
        {who}
        [[duties]]
        id = "a"
        kind = "report"
        cadence = {{ months = [7] }}
        {who}
        """
    )

    assert (PaymentPlan(InMonths([7]), who=expected),) == given.payments
    assert (Duty("a", "report", InMonths([7]), who=expected),) == given.duties
    assert given == load_terms(dump_terms(given))


@pytest.mark.parametrize(
    ("who", "mistakes"),
    [
        ("[]", ["4: payments.who: must give at least one id, and each once, not a list"]),
        ("7", ["4: payments.who: must be text, not 7"]),
        ('["a", 7]', ["4: payments.who[1]: must be text, not 7"]),
    ],
)
def test_who_owes_is_an_id_or_several(who: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f"[payments]\ncadence = {{ months = [7] }}\nwho = {who}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('participants = "25 st."', (Description("25 st."),)),
        ('participants = ["4", "6 st"]', (Description("4"), Description("6 st"))),
        ('participants = { text = "4", source = "§ 12" }', (Description("4", source=PAPER),)),
        (
            '[[participants]]\ntext = "4"\nsource = "§ 12"\n[[participants]]\ntext = "6"',
            (Description("4", source=PAPER), Description("6")),
        ),
        ("participants = []", ()),
        ("participants = { absent = true }", ABSENT),
        ("participants = { unknown = true }", UNKNOWN),
    ],
)
def test_the_words_of_a_paper(text: str, expected: Any) -> None:  # noqa: ANN401 - a clause
    given = terms(text)

    assert Terms(participants=expected) == given
    assert given == load_terms(dump_terms(given))


@pytest.mark.parametrize(
    ("text", "mistakes"),
    [
        ("25", ["2: participants: must be text, or a table of text and source, not 25"]),
        ('["4", 6]', ["2: participants[1]: must be text, or a table of text and source, not 6"]),
        ('" "', ["2: participants: must be text that is not empty, not ' '"]),
        ('["4", { txt = "6", source = { paper = "P" } }]', [
            "2: participants[1].text: is missing",
            "2: participants[1].txt: unknown key 'txt': did you mean 'text'?",
        ]),
    ],
)  # fmt: skip
def test_words_are_text(text: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f"participants = {text}")


# --- the other clauses -----------------------------------------------------------------


def test_every_key_of_a_duty() -> None:
    given = terms(
        """
        [[duties]]
        id = "strategic"
        kind = "follow_up"
        cadence = { times = 2, every = "P1Y" }
        calls = "on_top"
        basis = "administration"
        lead = "P1M"
        text = "två strategiska möten per år"
        source = "§ 12"
        """
    )

    assert (
        Duty(
            "strategic",
            "follow_up",
            PerWindow(2, "P1Y"),
            calls="on_top",
            basis="administration",
            lead=Duration(months=1),
            text="två strategiska möten per år",
            source=PAPER,
        ),
    ) == given.duties


def test_two_index_clauses_and_their_places() -> None:
    given = terms(
        """
        [[indexation]]
        index = "OPI"
        first = 2022-07-01
        source = "§ 12"
        [[indexation]]
        index = "OPI"
        first = "2022-10-01"
        text = "Justering"
        """
    )

    assert (
        IndexClause("OPI", "2022-07-01", source=PAPER),
        IndexClause("OPI", "2022-10-01", text="Justering"),
    ) == given.indexation


@pytest.mark.parametrize(
    ("horizon", "expected"),
    [
        ('horizon = { length = "P6M" }', Horizon("P6M")),
        ('horizon = { length = "P2Y", beyond = true }', Horizon("P2Y", beyond=True)),
        ("horizon = { absent = true }", ABSENT),
        ("", UNKNOWN),
    ],
)
def test_a_goal_has_a_horizon_or_none(horizon: str, expected: Any) -> None:  # noqa: ANN401 - the same
    given = terms(f'[[goals]]\nid = "a"\n{horizon}\nbasis = "decision"')

    assert (Goal("a", expected, basis="decision"),) == given.goals
    assert given == load_terms(dump_terms(given))


def test_what_is_owed_has_ids_of_its_own() -> None:
    assert ["2: duties: must give each id once, not 'payment'"] == wrong(
        '[[duties]]\nid = "payment"\nkind = "report"\ncadence = { months = [7] }'
    )


# --- events ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"event": "followed_up", "duty": "follow-up", "occurrence": "none"},
            FollowedUp("2019-11-15", duty="follow-up", occurrence="none"),
        ),
        (
            {"event": "fulfilled", "duty": "payment", "occurrence": 3},
            Fulfilled("2019-11-15", duty="payment", occurrence=3),
        ),
        (
            {"event": "fulfilled", "occurrence": {"unknown": True}},
            Fulfilled("2019-11-15", occurrence=UNKNOWN),
        ),
        ({"event": "fulfilled", "occurrence": None}, Fulfilled("2019-11-15")),
        (
            {"event": "waived", "duty": "a", "occurrence": 1, "why": "sjukdom"},
            Waived("2019-11-15", duty="a", occurrence=1, why="sjukdom"),
        ),
        ({"event": "noted", "answers": "x/ends"}, Noted("2019-11-15", answers="x/ends")),
    ],
)
def test_an_event_names_what_it_answers(fields: dict[str, Any], expected: Any) -> None:  # noqa: ANN401 - an event
    assert expected == load_event(fields | {"on": "2019-11-15"})
    assert expected == load_event(dump_event(expected))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("extra", "must be a whole number or none, not 'extra'"),
        (0, "must be a whole number of 1 or more, not 0"),
        (True, "must be a whole number, not true"),
    ],
)
def test_an_occurrence_is_a_number_or_none(given: object, message: str) -> None:
    with pytest.raises(BadDocument) as caught:
        load_event({"event": "fulfilled", "on": "2019-11-15", "occurrence": given})

    assert [("occurrence", message)] == [(one.path, one.message) for one in caught.value.mistakes]
