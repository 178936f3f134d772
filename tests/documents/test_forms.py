"""The short forms of TOML: what each says, against the value it stands for."""

from decimal import Decimal
from typing import Any

import attrs
import pytest

from ioplife.dates import Duration
from ioplife.documents import BadDocument, dump_terms, dumps, load_event, loads
from ioplife.documents.toml import BASIS, COMPLETED, SOURCE, spell_out
from ioplife.events import EVENTS, Approved, Corrected, Event, Resolved
from ioplife.norms import Norm
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    Absent,
    Contribution,
    Party,
    Reading,
    RenewalOption,
    Stated,
    StatedSum,
    Sum,
    Terms,
)
from tests.documents.reach import fields_below

PAPER = Source("SON 2021-404", "§ 13")


def terms(text: str) -> Terms:
    return loads(f'id = "x"\n{text}').terms


def event(text: str) -> Event:
    return loads(f'id = "x"\n[[events]]\n{text}').events[0]


def wrong(text: str) -> list[str]:
    """Every mistake of a document, without the file."""
    with pytest.raises(BadDocument) as caught:
        loads(text, file="f")
    return [str(mistake).removeprefix("f:") for mistake in caught.value.mistakes]


# --- nothing ---------------------------------------------------------------------------


def test_what_is_left_out_is_unknown() -> None:
    assert Terms() == terms("")


def test_a_table_says_unknown_aloud() -> None:
    assert Terms() == terms("notice = { unknown = true }\nlast_day = { unknown = true }")


def test_an_approval_has_no_condition_unless_it_says_so() -> None:
    assert Approved("2024-01-31") == event('event = "approved"\non = 2024-01-31')
    assert Approved("2024-01-31", condition=UNKNOWN) == event(
        'event = "approved"\non = 2024-01-31\ncondition = { unknown = true }'
    )


def test_null_is_none_in_json() -> None:
    assert Approved("2024-01-31") == load_event(
        {"event": "approved", "on": "2024-01-31", "condition": None}
    )


def test_an_event_that_is_struck_has_nothing_in_its_place() -> None:
    struck = {"event": "corrected", "on": "2024-01-31", "event_no": 1}

    assert Corrected("2024-01-31", event_no=1) == load_event(struck)
    assert Corrected("2024-01-31", event_no=1) == load_event(struck | {"to": None})


def test_every_field_that_can_be_none_is_none_when_it_is_left_out() -> None:
    """That is why TOML needs no word for none."""
    told = {
        f"{field.owner.__name__}.{field.name}": field.default
        for field in fields_below(Terms, *EVENTS)
        if type(None) in field.kinds
    }

    assert {"Approved.condition", "RenewalOption.ask_before", "Period.last"} <= told.keys()
    assert dict.fromkeys(told) == told


def test_an_absent_clause_may_say_where() -> None:
    assert ABSENT == terms("notice = { absent = true }").notice
    assert (
        Absent(PAPER)
        == terms('paper = "SON 2021-404"\nnotice = { absent = true, source = "§ 13" }').notice
    )
    assert (
        Absent(PAPER)
        == terms(
            'last_day.absent = true\nlast_day.source = { paper = "SON 2021-404", place = "§ 13" }'
        ).last_day
    )
    assert ABSENT == terms("follows = { absent = true }").follows


def test_a_complete_document_lacks_what_is_missing() -> None:
    given = terms('paper = "P"\ncomplete = true\nkind = "iop"')

    lacks: dict[str, Any] = {name: Absent(Source("P")) for name in COMPLETED}

    assert attrs.evolve(Terms(kind="iop"), **lacks) == given


def test_a_complete_document_touches_nothing_else() -> None:
    """Parties, money and the like are never absent: they are unknown."""
    assert (
        "renewal",
        "notice",
        "breach",
        "indexation",
        "payments",
        "repayment",
        "duties",
        "goals",
        "first_day",
        "last_day",
    ) == COMPLETED
    untouched = set(attrs.fields_dict(Terms)) - set(COMPLETED)
    given = terms('paper = "P"\ncomplete = true')

    assert {
        "parties",
        "length",
        "open_ended",
        "kind",
        "total",
        "contributions",
        "disbursements",
        "follows",
        "norms",
        "participants",
        "target_group",
        "referral",
        "activity",
    } == untouched
    assert attrs.evolve(Terms(), **{name: getattr(given, name) for name in COMPLETED}) == given


def test_a_complete_document_keeps_what_is_said() -> None:
    given = terms(
        'paper = "P"\ncomplete = true\nlast_day = 2024-12-31\nnotice = { unknown = true }'
    )

    assert Stated([Reading("2024-12-31")]) == given.last_day
    assert UNKNOWN is given.notice
    assert Absent(Source("P")) == given.renewal


def test_an_incomplete_document_lacks_nothing() -> None:
    assert Terms() == terms('paper = "P"\ncomplete = false')


def test_complete_says_of_which_paper() -> None:
    assert ["2: complete: needs paper: the one that was read whole"] == wrong(
        'id = "x"\ncomplete = true'
    )


def test_a_paper_that_is_none_is_one_mistake_and_not_one_at_every_place() -> None:
    text = 'id = "x"\npaper = {}\ntotal = {{ amount = 1, source = "§ 1" }}\ncomplete = true'

    assert ["2: paper: must be text that is not empty, not ' '"] == wrong(text.format('" "'))
    assert ["2: paper: must be text that is not empty, not 7"] == wrong(text.format("7"))


def test_complete_is_true_or_false() -> None:
    assert ["3: complete: must be true or false, not 'yes'"] == wrong(
        'id = "x"\npaper = "P"\ncomplete = "yes"'
    )


# --- sources ---------------------------------------------------------------------------


def test_a_place_alone_is_a_place_in_the_documents_own_paper() -> None:
    given = loads(
        """
        id = "x"
        paper = "SON 2021-404"
        total = { amount = 1, source = "§ 13" }
        [[parties]]
        id = "a"
        name = "A"
        source = "§ 13"
        bodies = [{ id = "b", name = "B", source = "§ 13" }]
        [[events]]
        event = "corrected"
        on = 2024-01-31
        event_no = 7
        basis = "§ 13"
        to = { event = "signed", on = 2024-01-30, basis = "§ 13" }
        """
    )
    correction = given.events[0]

    assert StatedSum([Sum(1, source=PAPER)]) == given.terms.total
    assert isinstance(given.terms.parties, tuple)
    assert PAPER == given.terms.parties[0].source
    assert PAPER == given.terms.parties[0].bodies[0].source
    assert isinstance(correction, Corrected)
    assert isinstance(correction.to, Event)
    assert (PAPER, PAPER) == (correction.basis, correction.to.basis)


def test_another_paper_is_named_in_full() -> None:
    text = (
        'paper = "P"\ntotal = { amount = 1, source = { paper = "SON 2021-404", place = "§ 13" } }'
    )

    assert StatedSum([Sum(1, source=PAPER)]) == terms(text).total


def test_the_whole_paper_is_a_source_without_a_place() -> None:
    text = 'total = { amount = 1, source = { paper = "P" } }'

    assert StatedSum([Sum(1, source=Source("P"))]) == terms(text).total


def test_a_place_needs_a_paper() -> None:
    rule = "must be a table of paper and place (the document names no paper of its own)"

    assert [f"2: total.source: {rule}, not '§ 13'"] == wrong(
        'id = "x"\ntotal = { amount = 1, source = "§ 13" }'
    )


def test_text_pairs_named_source_are_text_pairs() -> None:
    assert (("source", "§ 13"),) == loads('id = "x"\npaper = "P"\n[extra]\nsource = "§ 13"').extra


def test_a_basis_is_a_source_in_an_event_alone() -> None:
    """Elsewhere the word may mean something else."""
    data = {"events": [{"event": "closed", "basis": "§ 1"}], "duties": [{"basis": "law"}]}

    assert {
        "events": [{"event": "closed", "basis": {"paper": "P", "place": "§ 1"}}],
        "duties": [{"basis": "law"}],
    } == spell_out({"paper": "P", **data})[0]


def test_sources_stand_under_no_other_key() -> None:
    """The walk that makes a place a source knows it by its key alone."""
    fields = list(fields_below(Terms, *EVENTS))
    expected = {
        (field.owner, field.name): field.name == SOURCE
        or (field.name == BASIS and issubclass(field.owner, Event))
        for field in fields
    }

    assert expected == {(field.owner, field.name): Source in field.kinds for field in fields}


# --- days ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["2023-09-30", '"2023-09-30"', "[{ reading = 2023-09-30 }]"])
def test_a_day(text: str) -> None:
    assert Stated([Reading("2023-09-30")]) == terms(f"last_day = {text}").last_day


def test_a_month_is_read_to_its_edge() -> None:
    given = terms('first_day = "2021-07"\nlast_day = "2024-02"')

    assert Stated([Reading("2021-07-01", precision="month")]) == given.first_day
    assert Stated([Reading("2024-02-29", precision="month")]) == given.last_day


def test_a_reading_has_words_and_source() -> None:
    given = terms(
        """
        paper = "SON 2021-404"
        [last_day]
        reading = "2021-07"
        text = "Juli 2021"
        source = "§ 13"
        """
    )

    assert (
        Stated([Reading("2021-07-31", precision="month", text="Juli 2021", source=PAPER)])
        == given.last_day
    )


def test_several_readings_are_a_list() -> None:
    given = terms(
        """
        [[last_day]]
        reading = "2020-12"
        text = "till december 2020"
        [[last_day]]
        reading = 2021-05-31
        precision = "season"
        """
    )

    assert (
        Stated(
            [
                Reading("2020-12-31", precision="month", text="till december 2020"),
                Reading("2021-05-31", precision="season"),
            ]
        )
        == given.last_day
    )


def test_words_alone_are_no_reading() -> None:
    assert Stated((), text="till våren") == terms('last_day = { text = "till våren" }').last_day


def test_words_may_stand_beside_readings() -> None:
    text = 'last_day = { readings = [{ reading = "2021-07" }], text = "eller så" }'

    assert (
        Stated([Reading("2021-07-31", precision="month")], text="eller så") == terms(text).last_day
    )


def test_no_reading_and_no_words_is_a_stated_day_all_the_same() -> None:
    assert Stated() == terms("last_day = []").last_day


def test_a_month_is_not_of_another_precision() -> None:
    assert ["2: last_day.precision: must be month where a month is read, not 'day'"] == wrong(
        'id = "x"\nlast_day = { reading = "2021-07", precision = "day" }'
    )


def test_words_without_a_reading_keep_no_source() -> None:
    assert ["2: last_day.source: words without a reading keep no source"] == wrong(
        'id = "x"\nlast_day = { text = "till våren", source = { paper = "P" } }'
    )


def test_an_event_has_a_day_and_no_month() -> None:
    assert ["4: events[0].last_day: must be a day written YYYY-MM-DD, not '2023-09'"] == wrong(
        'id = "x"\n[[events]]\nevent = "ending_decided"\nlast_day = "2023-09"\non = 2023-05-08'
    )


# --- amounts, options, resolutions -----------------------------------------------------


@pytest.mark.parametrize("text", ["2150000", '"2150000"', "{ amount = 2150000 }"])
def test_an_amount(text: str) -> None:
    assert StatedSum([Sum(2_150_000)]) == terms(f"total = {text}").total


def test_an_amount_in_ore_is_text() -> None:
    assert StatedSum([Sum(Decimal("0.05"))]) == terms('total = "0.05"').total


def test_several_amounts_are_a_list() -> None:
    text = '[[total]]\namount = 1\ntext = "en krona"\n[[total]]\namount = 2'

    assert StatedSum([Sum(1, text="en krona"), Sum(2)]) == terms(text).total


def test_no_amount_is_a_stated_amount_all_the_same() -> None:
    assert StatedSum() == terms("total = []").total


def test_a_line_without_an_amount_is_unknown() -> None:
    given = terms('parties = [{ id = "a", name = "A" }]\ncontributions = [{ party = "a" }]')

    assert (Contribution("a", UNKNOWN),) == given.contributions


def test_no_lines_at_all_are_none() -> None:
    assert () == terms("contributions = []").contributions


def test_a_sector_left_out_is_unknown() -> None:
    assert (Party("a", "A"),) == terms('parties = [{ id = "a", name = "A" }]').parties


def test_an_option_without_end() -> None:
    given = terms('renewal = { length = "P1Y", times = "unlimited", ask_before = "P6M" }')

    assert RenewalOption("P1Y", times=UNLIMITED, ask_before="P6M") == given.renewal


# --- norms -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("public-share", "50", Decimal(50)),
        ("public-share", '"50"', Decimal(50)),
        ("public-share-tolerance", '"12.5"', Decimal("12.5")),
        ("own:lead", "-3", Decimal(-3)),
        ("urgent-within", '"P2M"', Duration(months=2)),
        ("own:lead", '"P30D"', Duration(days=30)),
    ],
)
def test_a_norm_is_a_number_or_a_length(name: str, text: str, value: Decimal | Duration) -> None:
    (norm,) = terms(
        f'paper = "SON 2021-404"\n[[norms]]\nname = "{name}"\nvalue = {text}\nsource = "§ 13"'
    ).norms

    assert Norm(name, value, source=PAPER) == norm
    assert type(value) is type(norm.value)


def test_a_norm_may_have_a_day_and_boards() -> None:
    text = """
        paper = "SON 2021-404"
        [[norms]]
        name = "public-share"
        value = 50
        since = 2024-01-31
        scope = ["amn", "Socialnämnden"]
        source = "§ 13"
        [[norms]]
        name = "urgent-within"
        value = "P2M"
        source = { paper = "SON 2021-404", place = "§ 13" }
        """
    share = Norm(
        "public-share", 50, since="2024-01-31", source=PAPER, scope=["amn", "Socialnämnden"]
    )

    assert (share, Norm("urgent-within", "P2M", source=PAPER)) == terms(text).norms


def test_a_norm_is_written_as_text() -> None:
    agreement = loads(
        'id = "x"\nnorms = [{ name = "own:a", value = 50, source = { paper = "P" } },'
        ' { name = "own:b", value = "P14M", since = 2024-01-31, source = { paper = "P" } }]'
    )

    assert {
        "norms": [
            {"name": "own:a", "value": "50", "source": {"paper": "P"}},
            {"name": "own:b", "value": "P14M", "since": "2024-01-31", "source": {"paper": "P"}},
        ]
    } == dump_terms(agreement.terms)
    assert agreement == loads(dumps(agreement), format="json")


def test_no_norms_are_left_out() -> None:
    assert () == terms("").norms == terms("norms = []").norms
    assert {} == dump_terms(Terms())


def test_norms_are_none_and_never_unknown_or_absent() -> None:
    for word in ("unknown", "absent"):
        assert ["2: norms: must be a list, not a table"] == wrong(
            f'id = "x"\nnorms = {{ {word} = true }}'
        )


def test_every_mistake_of_norms_stands_in_its_place() -> None:
    text = """\
id = "x"
paper = "P"
[[norms]]
name = "public_share"
value = 50
source = "§ 1"
[[norms]]
name = "public-share"
value = 50.5
since = "2024-02-30"
scope = "amn"
[[norms]]
name = "public-share"
value = 101
source = "§ 1"
[[norms]]
name = "urgent-within"
value = 30
source = "§ 1"
unit = "days"
[[norms]]
name = "own:a"
value = "P1Y6"
source = 3
scope = ["amn", " "]
"""

    assert [
        (
            "4: norms[0].name: must be one of public-share, public-share-tolerance, urgent-within,"
            " notice-within, decide-lead, papers-lead, or have a prefix, not 'public_share'"
        ),
        "7: norms[1].source: is missing",
        (
            "9: norms[1].value: must be a whole number, decimal text or an ISO 8601 length like"
            " P6M, no float, not 50.5"
        ),
        "10: norms[1].since: must be a day of the calendar, not '2024-02-30'",
        "11: norms[1].scope: must be a list, not 'amn'",
        "14: norms[2].value: must be percent, from 0 to 100, not '101'",
        "18: norms[3].value: must be an ISO 8601 length, like P6M, not '30'",
        "20: norms[3].unit: unknown key 'unit'",
        (
            "23: norms[4].value: must be an ISO 8601 length of years, months, weeks and days, like"
            " P6M, not 'P1Y6'"
        ),
        "24: norms[4].source: must be a table, not 3",
        "25: norms[4].scope: must name boards, not ' '",
    ] == wrong(text)


def test_a_norm_is_given_once_for_a_board_and_a_day() -> None:
    one = 'name = "own:a"\nvalue = 1\nsource = { paper = "P" }'

    assert ["2: norms: must be given once for a day and a board, not 'own:a'"] == wrong(
        f'id = "x"\n[[norms]]\n{one}\n[[norms]]\n{one}'
    )
    assert 2 == len(terms(f"[[norms]]\n{one}\n[[norms]]\n{one}\nscope = ['amn']").norms)


# --- resolutions -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "text", "reading"),
    [
        ("last_day", "2020-12-31", "2020-12-31"),
        ("last_day", '"2020-12-31"', "2020-12-31"),
        ("total", "2150000", 2_150_000),
        ("contributions.a", '"0.05"', Decimal("0.05")),
        ("total", "{ unknown = true }", UNKNOWN),
    ],
)
def test_a_resolution_reads_a_day_or_an_amount(what: str, text: str, reading: object) -> None:
    given = event(f'event = "resolved"\non = 2024-01-31\nwhat = "{what}"\nreading = {text}')

    assert Resolved("2024-01-31", what=what, reading=reading) == given  # type: ignore[arg-type]


def test_what_is_put_in_place_of_the_terms_is_a_table_of_clauses() -> None:
    given = event('event = "corrected"\non = 2024-01-31\nevent_no = 0\nto = { kind = "iop" }')

    assert Corrected("2024-01-31", event_no=0, to=Terms(kind="iop")) == given
