"""All the mistakes of a document at once, each in its place; never a traceback."""

import datetime
import json
import pickle
from decimal import Decimal
from typing import Any

import pytest

from ioplife.documents import BadDocument, Mistake, load_agreement, load_event, load_terms, loads
from ioplife.documents.mistakes import shown
from ioplife.documents.tables import DEEPEST
from ioplife.documents.texts import Format
from ioplife.errors import BadValue, IopError
from ioplife.states import State

SEEDED = """\
id = "an id with blanks"
title = 7
paper = "P"
notcie = { length = "P6M" }
kind = "iopp"
first_day = 2024-02-01T00:00:00
last_day = [{ reading = "2024-13" }, { reading = 2024-06-30, precison = "day" }]
open_ended = "no"
notice = { length = "6 months", written = "yes", ends = "day" }
renewal = { length = "P1Y", times = 0, ask_before = "P0D" }
total = 2150000.0
parties = [{ id = "town", name = "", sector = "publik" }, { name = "Café" }, "town"]

[[contributions]]
party = "town"
amount = { amount = -1, text = 3 }
form = "cahs"

[[disbursements]]
to = "nobody there"
amount = true

[extra]
number = 3
"quoted key" = false

[[events]]
event = "aproved"
on = 2024-01-01

[[events]]
event = "approved"
on = "2024-01-32"
by = { unknown = false }
"""

EXPECTED = """\
f:1: id: must be an id: letters, digits, '-', '_' and '.', with at most one 'prefix:', not \
'an id with blanks'
f:2: title: must be text, not 7
f:4: notcie: unknown key 'notcie': did you mean 'notice'?
f:5: kind: must be one of iop, lou_partnership, esf_project, joint_project, agreement, not 'iopp'
f:6: first_day: must be a day without a time of day, not 2024-02-01T00:00:00
f:7: last_day[0].reading: must be a day of the calendar, not '2024-13'
f:7: last_day[1].precison: unknown key 'precison': did you mean 'precision'?
f:8: open_ended: must be true or false, not 'no'
f:9: notice.length: must be an ISO 8601 length of years, months, weeks and days, like P6M, not \
'6 months'
f:9: notice.written: must be true or false, not 'yes'
f:10: renewal.ask_before: must be longer than nothing, not 'P0D'
f:10: renewal.times: must be a whole number of 1 or more, not 0
f:11: total: must be a whole number or decimal text of SEK, no float, not 2150000.0
f:12: parties[0].name: must be text that is not empty, not ''
f:12: parties[0].sector: must be one of public, civil, other, not 'publik'
f:12: parties[1].id: is missing
f:12: parties[2]: must be a table, not 'town'
f:16: contributions[0].amount.amount: must be SEK, 0 or more, with two decimals at most, not -1
f:16: contributions[0].amount.text: must be text, not 3
f:17: contributions[0].form: must be one of cash, in_kind, not 'cahs'
f:20: disbursements[0].to: must be an id: letters, digits, '-', '_' and '.', with at most one \
'prefix:', not 'nobody there'
f:21: disbursements[0].amount: must be a whole number or decimal text of SEK, no float, not true
f:24: extra.number: must be text, not 3
f:25: extra."quoted key": must be text, not false
f:28: events[0].event: unknown event 'aproved': did you mean 'approved'?
f:33: events[1].on: must be a day of the calendar, not '2024-01-32'
f:34: events[1].by.unknown: must be true, not false
"""


def wrong(text: str, form: Format = "toml") -> list[str]:
    """Every mistake of a document."""
    with pytest.raises(BadDocument) as caught:
        loads(text, format=form, file="f")
    return [str(mistake) for mistake in caught.value.mistakes]


def paths(data: dict[str, Any]) -> list[str]:
    """Where the mistakes of a table lie."""
    with pytest.raises(BadDocument) as caught:
        load_agreement(data)
    return [mistake.path for mistake in caught.value.mistakes]


def event(**fields: object) -> dict[str, Any]:
    return {"event": "noted", "on": "2024-01-31"} | fields


def test_every_mistake_is_found_at_once() -> None:
    assert EXPECTED.splitlines() == wrong(SEEDED)


def test_the_same_mistakes_are_found_in_json() -> None:
    data = {
        "id": "x",
        "notcie": {},
        "events": [event(on="2024-01-32", by=None), {"event": "aproved"}],
        "parties": [{"id": "a", "name": "A", "sector": 1}],
    }

    assert [
        "f:3: notcie: unknown key 'notcie': did you mean 'notice'?",
        "f:7: events[0].on: must be a day of the calendar, not '2024-01-32'",
        "f:8: events[0].by: must be text, not null",
        "f:11: events[1].event: unknown event 'aproved': did you mean 'approved'?",
        "f:18: parties[0].sector: must be one of public, civil, other, not 1",
    ] == wrong(json.dumps(data, indent=1), "json")


# --- nothing is converted --------------------------------------------------------------


@pytest.mark.parametrize(
    ("clause", "value", "path"),
    [
        ("title", 3, "title"),
        ("title", None, "title"),
        ("id", 3, "id"),
        ("id", True, "id"),
        ("open_ended", 1, "open_ended"),
        ("open_ended", 0, "open_ended"),
        ("open_ended", "false", "open_ended"),
        ("open_ended", None, "open_ended"),
        ("length", 2, "length"),
        ("length", "", "length"),
        ("last_day", 20230930, "last_day"),
        ("last_day", True, "last_day"),
        ("last_day", "2023-9-30", "last_day"),
        ("last_day", "30/9/2023", "last_day"),
        ("last_day", "våren 2023", "last_day"),
        ("last_day", "9999-12-31", "last_day"),
        ("total", True, "total"),
        ("total", 1.0, "total"),
        ("total", float("nan"), "total"),
        ("total", "1e3", "total"),
        ("total", "2 150 000", "total"),
        ("total", "1,50", "total"),
        ("total", -1, "total"),
        ("total", {"amount": True}, "total.amount"),
        ("total", {}, "total.amount"),
        ("kind", True, "kind"),
        ("kind", ["iop"], "kind"),
        ("parties", {}, "parties"),
        ("parties", "a", "parties"),
        ("parties", None, "parties"),
        ("events", {}, "events"),
        ("events", [[]], "events[0]"),
        ("notice", "P6M", "notice"),
        ("notice", [], "notice"),
        ("notice", {"length": "P6M", "written": 1}, "notice.written"),
        ("notice", {"length": 6}, "notice.length"),
        ("notice", {"absent": 1}, "notice.absent"),
        ("notice", {"absent": "true"}, "notice.absent"),
        ("notice", {"absent": False}, "notice.absent"),
        ("notice", {"absent": True, "length": "P6M"}, "notice.length"),
        ("notice", {"unknown": 1}, "notice.unknown"),
        ("notice", {"unknown": True, "length": "P6M"}, "notice.unknown"),
        ("renewal", {"times": True}, "renewal.times"),
        ("renewal", {"times": "1"}, "renewal.times"),
        ("renewal", {"times": 1.0}, "renewal.times"),
        ("renewal", {"times": 10**15 + 1}, "renewal.times"),
        ("extra", [], "extra"),
        ("extra", [["a", "b"]], "extra"),
        ("extra", {"a": 1}, "extra.a"),
        ("extra", {"": "b"}, "extra"),
        ("v", True, "v"),
        ("v", 1.0, "v"),
        ("v", "1", "v"),
        ("v", 0, "v"),
        ("v", 2, "v"),
        ("terms", {}, "terms"),
        ("paper", "P", "paper"),
        ("complete", True, "complete"),
    ],
)
def test_nothing_is_converted(clause: str, value: object, path: str) -> None:
    assert [path] == paths({"id": "x", clause: value})


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"on": None}, "on"),
        ({"on": 20240131}, "on"),
        ({"event": None}, "event"),
        ({"event": 7}, "event"),
        ({"event": "Noted"}, "event"),
        ({"event": "~starts"}, "event"),
        ({"v": None}, "v"),
        ({"v": 2}, "v"),
        ({"by": 7}, "by"),
        ({"basis": "§ 13"}, "basis"),
        ({"basis": {"place": "§ 13"}}, "basis.paper"),
        ({"basis": {"paper": "P", "cite": "P"}}, "basis.cite"),
        ({"overrides": {}}, "overrides"),
        ({"overrides": [{"code": "a", "by": "b"}]}, "overrides[0].why"),
        ({"what": ["a"]}, "what"),
        ({"what": {"unknown": True, "x": 1}}, "what"),
        ({"what": {"absent": True}}, "what"),
        ({"number": 1}, "number"),
    ],
)
def test_no_field_of_an_event_is_converted(fields: dict[str, Any], path: str) -> None:
    with pytest.raises(BadDocument) as caught:
        load_event(event(**fields))

    assert [path] == [mistake.path for mistake in caught.value.mistakes]


@pytest.mark.parametrize("on", ["2024-01-31T00:00:00", "00:00:00", "2024-01-31T00:00:00+01:00"])
def test_a_time_of_toml_is_no_day(on: str) -> None:
    (mistake,) = wrong(f'id = "x"\n[[events]]\nevent = "closed"\non = {on}')

    assert mistake.startswith("f:4: events[0].on: must be a day")


@pytest.mark.parametrize("data", [None, [], "x", 7, [{"id": "x"}]])
def test_a_document_is_a_table(data: object) -> None:
    (mistake,) = wrong(json.dumps(data), "json")

    assert mistake.startswith("f: must be a table, not ")


def test_a_key_is_text() -> None:
    with pytest.raises(BadDocument, match="must have keys that are text, not 7"):
        load_terms({"notice": {7: "x"}})


# --- what several fields must agree on --------------------------------------------------


def test_what_fields_must_agree_on_stands_at_the_field() -> None:
    assert ["contributions"] == paths(
        {
            "id": "x",
            "parties": [{"id": "a", "name": "A"}],
            "contributions": [{"party": "b"}],
        }
    )
    assert ["events[0].seen"] == paths(
        {
            "id": "x",
            "events": [
                {"event": "entered", "on": "2024-01-31", "state": "active", "seen": "2024-01-30"}
            ],
        }
    )
    assert ["parties[0].bodies[0].period.last"] == paths(
        {
            "id": "x",
            "parties": [
                {
                    "id": "a",
                    "name": "A",
                    "bodies": [
                        {
                            "id": "b",
                            "name": "B",
                            "period": {"first": "2024-01-31", "last": "2024-01-30"},
                        }
                    ],
                }
            ],
        }
    )


def test_it_is_asked_although_other_fields_are_wrong() -> None:
    """Each such rule, and beside a field that is wrong by itself."""
    parties = [{"id": "a", "name": "A"}]

    assert ["contributions", "disbursements", "kind", "open_ended"] == paths(
        {
            "id": "x",
            "kind": "iopp",
            "parties": parties,
            "contributions": [{"party": "b"}],
            "disbursements": [{"to": "b"}],
            "open_ended": True,
            "length": "P1Y",
        }
    )


def test_every_field_is_asked_although_one_that_must_be_given_is_wrong() -> None:
    """The value cannot be built without it, so each field is asked before."""
    assert ["notice.ends", "notice.length"] == paths(
        {"id": "x", "notice": {"length": "6 months", "ends": "never"}}
    )
    assert ["renewal.ask_before", "renewal.length", "renewal.times"] == paths(
        {"id": "x", "renewal": {"length": "6 months", "times": 0, "ask_before": "P0D"}}
    )
    assert ["parties[0].id", "parties[0].name"] == paths(
        {"id": "x", "parties": [{"id": "a b", "name": ""}]}
    )


def test_a_field_that_is_wrong_by_itself_is_wrong_once() -> None:
    """Without its replacement a correction of the terms would be wrong in another way."""
    correction = {"event": "corrected", "on": "2024-01-31", "event_no": 0, "to": {"kind": "iopp"}}

    assert ["events[0].to.kind"] == paths({"id": "x", "events": [correction]})


def test_a_replacement_with_a_day_is_an_event_without_its_tag() -> None:
    correction = {"event": "corrected", "on": "2024-01-31", "event_no": 1}

    assert ["events[0].to.event"] == paths(
        {"id": "x", "events": [correction | {"to": {"on": "2024-01-31"}}]}
    )
    assert ["events[0].to.notce"] == paths(
        {"id": "x", "events": [correction | {"event_no": 0, "to": {"notce": {}}}]}
    )


# --- texts that are no documents -------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f: id: is missing"),
        ("# nothing\n", "f: id: is missing"),
        ("id = ", "f:1: not TOML: Invalid value"),
        ('id = "x"\n\nkind == "iop"\n', "f:3: not TOML: Invalid value (column 7)"),
        ('id = "x"\nid = "y"', "f:2: not TOML: Cannot overwrite a value"),
        ("id = 2024-02-30", "f:1: not TOML: Invalid date or datetime (column 6)"),
        ("id = \0", "f:1: not TOML: Invalid value (column 6)"),
        ("PK\3\4\x14\0", "f:1: not TOML: Expected '=' after a key in a key/value pair (column 3)"),
        ("x = " + "[" * 9999, "f: not TOML: nested too deeply"),
        ("x = " + "9" * 9999, "f: not TOML: a number has too many digits"),
        ('{"id": "x"}', "f:1: not TOML: Invalid statement (column 1)"),
    ],
)
def test_a_text_that_is_no_toml(text: str, expected: str) -> None:
    (mistake,) = wrong(text)

    assert expected == mistake.replace(" (at end of document)", "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "f:1: not JSON: Expecting value (column 1)"),
        ("\n\n", "f:3: not JSON: Expecting value (column 1)"),
        ('{"id": "x",\n "kind" "iop"}', "f:2: not JSON: Expecting ':' delimiter (column 9)"),
        ('{"id": "x"}\n{"id": "y"}', "f:2: not JSON: Extra data (column 1)"),
        ("\0", "f:1: not JSON: Expecting value (column 1)"),
        ("[" * 99999, "f: not JSON: nested too deeply"),
        ('{"id": ' + "9" * 9999 + "}", "f: not JSON: a number has too many digits"),
        ('id = "x"', "f:1: not JSON: Expecting value (column 1)"),
    ],
)
def test_a_text_that_is_no_json(text: str, expected: str) -> None:
    assert [expected] == wrong(text, "json")


@pytest.mark.parametrize("form", ["toml", "json"])
def test_what_is_nested_beyond_reason_is_refused_before_it_is_walked(form: Format) -> None:
    deep = "[" * DEEPEST + "]" * DEEPEST
    text = f"x = {deep}" if form == "toml" else f'{{"x": {deep}}}'

    assert ["f: nested too deeply"] == wrong(text, form)


def test_what_is_nested_within_reason_is_read() -> None:
    deep: dict[str, Any] = event()
    for _ in range(20):
        deep = {"event": "corrected", "on": "2024-01-31", "event_no": 1, "to": deep}

    assert "corrected" == load_event(deep).tag


def test_json_that_gives_a_key_twice() -> None:
    text = '{"id": "x",\n "kind": "iop",\n "kind": "agreement",\n'
    text += ' "notice": {"absent": 1,\n "absent": true}}'

    assert [
        "f:3: kind: is given twice",
        "f:5: notice.absent: is given twice",
    ] == wrong(text, "json")


def test_half_a_sign_is_no_text() -> None:
    assert [r"f:1: title: must be text that can be written as UTF-8, not '\ud800'"] == wrong(
        r'{"id": "x", "title": "\ud800"}', "json"
    )
    assert [rf"f:1: extra.{key}: must be text, not 1" for key in [r'"\ud800"']] == wrong(
        r'{"id": "x", "extra": {"\ud800": 1}}', "json"
    )


def test_a_number_without_end_is_no_amount() -> None:
    (mistake,) = wrong(f'id = "x"\ntotal = 0x{"f" * 9999}')

    assert mistake.endswith("not a number of very many digits")


def test_a_long_text_is_cut_where_it_is_shown() -> None:
    (mistake,) = wrong(f'id = "x"\nkind = "{"x" * 9999}"')

    assert len(mistake) < 200


# --- the error -------------------------------------------------------------------------


def test_a_bad_document_is_an_error_a_caller_expects() -> None:
    with pytest.raises(ValueError, match=r"^f:2: kind: must be one of") as caught:
        loads('id = "x"\nkind = 1\ntitle = 2', file="f")

    assert isinstance(caught.value, BadDocument)
    assert isinstance(caught.value, IopError)
    assert str(caught.value).splitlines() == [str(one) for one in caught.value.mistakes]
    assert caught.value.__suppress_context__


def test_a_bad_document_survives_pickle() -> None:
    error = BadDocument([Mistake("f", 1, "a", "b")])

    assert error.mistakes == pickle.loads(pickle.dumps(error)).mistakes  # noqa: S301 - our own


@pytest.mark.parametrize(
    ("mistake", "expected"),
    [
        (Mistake("f", 3, "a.b[0]", "is missing"), "f:3: a.b[0]: is missing"),
        (Mistake("f", None, "a", "is missing"), "f: a: is missing"),
        (Mistake("f", 3, "", "not TOML"), "f:3: not TOML"),
        (Mistake("f", None, "", "is no file"), "f: is no file"),
    ],
)
def test_a_mistake_is_one_line(mistake: Mistake, expected: str) -> None:
    assert expected == str(mistake)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "null"),
        (True, "true"),
        (State.ACTIVE, "'active'"),
        (datetime.date(2024, 1, 31), "2024-01-31"),
        (datetime.time(7, 30), "07:30:00"),
        (Decimal("1E+2"), "100"),
        ({"a": 1}, "a table"),
        ([1], "a list"),
        (1.5, "1.5"),
        ("två\nrader", r"'två\nrader'"),
    ],
)
def test_a_value_is_shown_in_the_words_of_the_formats(value: object, expected: str) -> None:
    assert expected == shown(value)


def test_what_a_value_refuses_it_refuses_in_a_document() -> None:
    """The rule is the value's own; the document only says where."""
    with pytest.raises(BadValue) as refused:
        raise BadValue("", "P0D", "must be longer than nothing")

    assert f"f:2: length: {refused.value.rule}, not 'P0D'" in wrong('id = "x"\nlength = "P0D"')


def test_what_is_no_mistake_of_the_document_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of ours in a reader is no mistake of the author's."""

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ioplife.documents.stated.as_amount", broken)

    with pytest.raises(ZeroDivisionError):
        load_terms({"total": 1})
