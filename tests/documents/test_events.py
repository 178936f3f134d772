"""Tags and their versions: an old table is lifted, a later one is refused."""

import copy
import json
from typing import Any

import attrs
import pytest

from ioplife.documents import BadDocument, dump_event, load_event, loads
from ioplife.documents.converter import strict
from ioplife.documents.events import HEAD, UPCASTERS, Upcasters, lifted, newest, register
from ioplife.documents.mistakes import Misfits
from ioplife.documents.tables import DOCUMENT
from ioplife.events import EVENT_OF, EVENTS, Approved, Corrected, Noted, NoticeGiven, Override
from ioplife.sources import Source
from ioplife.terms import UNKNOWN, Terms


def text_to_what(table: dict[str, Any]) -> dict[str, Any]:
    """Version 1 of this test's ``noted`` had its words under ``text``."""
    table["what"] = table.pop("text")
    return table | {"v": 2}


def drop_colour(table: dict[str, Any]) -> dict[str, Any]:
    """Version 2 of this test's ``noted`` had a colour."""
    return {key: part for key, part in table.items() if key != "colour"} | {"v": 3}


def memo_to_noted(table: dict[str, Any]) -> dict[str, Any]:
    """This test's ``memo`` is retired: it was a ``noted`` of version 1."""
    return table | {"event": "noted", "v": 1}


OURS: Upcasters = {
    ("noted", 1): text_to_what,
    ("noted", 2): drop_colour,
    ("memo", 1): memo_to_noted,
}

GOLDEN = """\
{"event": "memo", "on": "2024-01-31", "text": "a ruling", "colour": "red"}
{"event": "noted", "on": "2024-01-31", "text": "a ruling", "colour": "red"}
{"event": "noted", "v": 1, "on": "2024-01-31", "text": "a ruling"}
{"event": "noted", "v": 2, "on": "2024-01-31", "what": "a ruling", "colour": "red"}
{"event": "noted", "v": 3, "on": "2024-01-31", "what": "a ruling"}
"""


def test_an_event_is_a_tag_a_version_and_its_fields() -> None:
    event = NoticeGiven(
        "2023-05-08",
        by="linkoping",
        written=True,
        sent=UNKNOWN,
        basis=Source("P", "§ 1"),
        overrides=[Override("notice-clause", "son", "agreed by phone")],
        extra={"case": "1"},
    )

    assert {
        "event": "notice_given",
        "v": 1,
        "on": "2023-05-08",
        "by": "linkoping",
        "basis": {"paper": "P", "place": "§ 1"},
        "overrides": [{"code": "notice-clause", "by": "son", "why": "agreed by phone"}],
        "extra": {"case": "1"},
        "written": True,
        "sent": {"unknown": True},
    } == dump_event(event)


def test_what_equals_its_default_is_left_out() -> None:
    assert {"event": "approved", "v": 1, "on": "2023-05-08"} == dump_event(Approved("2023-05-08"))


def test_an_event_in_place_of_another_is_an_event_too() -> None:
    correction = Corrected("2023-05-08", event_no=1, to=Approved("2023-05-07"))

    assert {
        "event": "corrected",
        "v": 1,
        "on": "2023-05-08",
        "event_no": 1,
        "to": {"event": "approved", "v": 1, "on": "2023-05-07"},
    } == dump_event(correction)
    assert {"kind": "iop"} == dump_event(Corrected("2023-05-08", event_no=0, to=Terms(kind="iop")))[
        "to"
    ]


@pytest.mark.parametrize("line", GOLDEN.splitlines())
def test_an_old_event_is_lifted_to_the_newest(line: str) -> None:
    """Every version that was ever written, and the event it is today."""
    assert Noted("2024-01-31", what="a ruling") == load_event(json.loads(line), upcasters=OURS)


def test_an_old_event_is_lifted_inside_another() -> None:
    correction = {
        "event": "corrected",
        "on": "2024-01-31",
        "event_no": 1,
        "to": {"event": "memo", "on": "2024-01-31", "text": "a ruling"},
    }

    assert Corrected(
        "2024-01-31", event_no=1, to=Noted("2024-01-31", what="a ruling")
    ) == load_event(correction, upcasters=OURS)


@pytest.mark.parametrize("line", GOLDEN.splitlines())
def test_lifting_changes_no_table_that_was_given(line: str) -> None:
    old = json.loads(line)
    given = {"event": "corrected", "on": "2024-01-31", "event_no": 1, "to": old}
    before = copy.deepcopy(given)
    load_event(given, upcasters=OURS)

    assert before == given


def test_a_tag_is_in_the_version_after_its_last_upcaster() -> None:
    assert (3, 2, 1) == (newest("noted", OURS), newest("memo", OURS), newest("closed", OURS))


def test_an_event_is_written_in_its_newest_version() -> None:
    converter = strict()
    register(converter, OURS)

    assert {"event": "noted", "v": 3, "on": "2024-01-31", "what": "a ruling"} == (
        converter.unstructure(Noted("2024-01-31", what="a ruling"))
    )


def test_none_ships_so_every_tag_is_in_its_first_version() -> None:
    assert {} == dict(UPCASTERS)
    assert {1} == {newest(tag, UPCASTERS) for tag in (*EVENT_OF, DOCUMENT)}


def test_those_that_ship_know_nothing_of_ours() -> None:
    with pytest.raises(BadDocument, match="unknown event 'memo'"):
        load_event({"event": "memo", "on": "2024-01-31"})


def test_a_later_version_is_refused() -> None:
    with pytest.raises(BadDocument) as caught:
        load_event({"event": "noted", "v": 4, "on": "2024-01-31"}, upcasters=OURS)

    assert ["<event>: v: must be a version of noted that this ioplife knows, 3 at most, not 4"] == [
        str(mistake) for mistake in caught.value.mistakes
    ]


def test_a_document_of_a_later_version_is_refused() -> None:
    with pytest.raises(BadDocument, match=r"must be a version of agreement .*, 1 at most, not 2"):
        loads('id = "x"\nv = 2')


def test_an_old_document_is_lifted() -> None:
    def name_to_id(table: dict[str, Any]) -> dict[str, Any]:
        return {"id": table["name"], "v": 2}

    ours: Upcasters = {(DOCUMENT, 1): name_to_id}

    assert {"id": "x", "v": 2} == lifted({"name": "x"}, ours, document=DOCUMENT)
    with pytest.raises(Misfits):
        lifted({"id": "x", "v": 3}, ours, document=DOCUMENT)


def test_no_field_is_called_as_the_tag_or_the_version_is() -> None:
    names = {name for kind in EVENTS for name in attrs.fields_dict(kind)}

    assert set() == names & set(HEAD)
    assert set() == set(attrs.fields_dict(Terms)) & {*HEAD, "id", "title", "extra", "events"}


@pytest.mark.parametrize("body", [None, 5, "abc", [["event", "noted"], ["on", "2024-01-01"]], []])
def test_a_body_that_is_no_object_is_a_mistake_like_any_other(body: Any) -> None:  # noqa: ANN401 - whatever a client sends
    with pytest.raises(BadDocument, match="must be a table"):
        load_event(body)
