"""One event more in a TOML document: written as people write it, all else left as it is."""

from __future__ import annotations

import datetime
import re
import tomllib
from typing import Any, Final

import tomlkit
from pendulum import Date
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Array, Item, Table

from ioplife.documents.files import unwritable
from ioplife.documents.lines import toml_lines
from ioplife.documents.tables import dump_event
from ioplife.documents.toml import TERMS, is_terms
from ioplife.events import Event
from ioplife.terms import Terms

EVENTS: Final = "events"
"""The key below which the events of a document stand."""

TOUCHING: Final = "its events cannot be added to without touching the rest"


def block_in(file: str, text: str, event: Event, ending: str) -> tuple[str, str]:
    """What is added to a TOML document, and the document with it.

    Args:
        file: what mistakes call it.
        text: the document.
        event: the event.
        ending: how its lines end.

    Raises:
        Unwritable: for a document that cannot be given back as it is.
    """
    block = _block(event)
    if isinstance(tomllib.loads(text).get(EVENTS), list) and not _places(text):
        return block, _in_list(file, text, event)
    return block, _spliced(text, block, ending)


# --- where it goes -------------------------------------------------------------------------


def _places(text: str) -> list[int]:
    """Where each table of the events ends, and each table in them."""
    ends = toml_lines(text).ends
    return [place for path, place in ends.items() if path[:1] == (EVENTS,)]


def _spliced(text: str, block: str, ending: str) -> str:
    """The block below the last event, or at the end where there is none, between blank lines."""
    places = _places(text)
    place = _below(text, max(places)) if places else len(text)
    before, after = text[:place], text[place:]
    if not before.endswith("\n"):
        before += ending
    if after.strip() and after.splitlines()[0].strip():
        after = ending + after
    return before + ending + block.replace("\n", ending) + after


def _below(text: str, place: int) -> int:
    """The start of the line below, past the comments that stand close to what ends here."""
    while (end := text.find("\n", place)) >= 0:
        place = end + 1
        if not text[place:].lstrip(" \t").startswith("#"):
            return place
    return len(text)


def _in_list(file: str, text: str, event: Event) -> str:
    """The event as one more in a list in brackets.

    Raises:
        Unwritable: for a document that cannot be given back as it is.
    """
    try:
        document = tomlkit.parse(text)
        listed = document[EVENTS]
        if isinstance(listed, Array) and tomlkit.dumps(document) == text:
            listed.append(_inline(_native(event)))
            return tomlkit.dumps(document)
    except TOMLKitError:  # what Python reads, and this library does not
        pass
    raise unwritable(file, TOUCHING)


# --- how it is written ---------------------------------------------------------------------


def _block(event: Event) -> str:
    """One event as it stands below ``[[events]]``."""
    document = tomlkit.document()
    document.append(EVENTS, _tables([_native(event)]))
    return tomlkit.dumps(document)


def _native(event: Event) -> dict[str, Any]:
    """An event as people write it: days as TOML has them, no version while it is the first."""
    written = dump_event(event)
    if written["v"] == 1:
        del written["v"]
    for name in written:
        value = getattr(event, name, None)
        match value:
            case Date():
                written[name] = datetime.date(value.year, value.month, value.day)
            case Event():
                written[name] = _native(value)
            case Terms():
                written[name] = {key: _short(key, part) for key, part in written[name].items()}
            case _:
                pass
    return written


_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_DAYS: Final = frozenset({"reading", "first", "last", "since"})
"""The keys below which text that is a day is one."""


_STATED: Final = {
    **dict.fromkeys(("first_day", "last_day"), "reading"),
    **dict.fromkeys(("total", "amount"), "amount"),
    **dict.fromkeys(("participants", "target_group", "referral", "activity"), "text"),
}
"""The keys below which one part that says no more than one thing stands for itself."""


def _short(name: str, value: Any) -> Any:  # noqa: ANN401 - plain data
    """A clause, or a part of one, in its short form where it has one."""
    match value:
        case [dict(only)] if only.keys() == {_STATED.get(name)}:
            ((key, said),) = only.items()
            return _short(key, said)
        case list():
            return [_short("", part) for part in value]
        case dict():
            return {key: _short(key, part) for key, part in value.items()}
        case str() if name in _DAYS and _DAY.fullmatch(value):
            return datetime.date.fromisoformat(value)
        case str() if name == "amount" and value.isdecimal():
            return int(value)
        case _:
            return value


def _table(values: dict[str, Any]) -> Table:
    """A table with a header of its own: what fits in a line first, then what does not."""
    table = tomlkit.table()
    wide = {name for name, value in values.items() if _is_wide(name, value)}
    for name, value in values.items():
        if name not in wide:
            table.append(name, _item(value))
    for name, value in values.items():
        if name in wide:
            table.append(name, _tables(value) if isinstance(value, list) else _table(value))
    return table


def _tables(values: list[dict[str, Any]]) -> AoT:
    listed = tomlkit.aot()
    for one in values:
        listed.append(_table(one))
    return listed


_LISTED: Final = frozenset(
    {"parties", "bodies", "contributions", "disbursements", "indexation", "duties", "goals"}
    | {"norms", "first_day", "last_day", "total"}
    | {"participants", "target_group", "referral", "activity"}
)
"""The lists whose parts have a header each."""


_CLAUSES: Final = frozenset({"payments", "renewal", "notice", "breach"})
"""The clauses that are one table each."""


def _is_wide(name: str, value: Any) -> bool:  # noqa: ANN401 - plain data
    """Whether a part of an event, or of its terms, has a header of its own."""
    if isinstance(value, list):
        return name in _LISTED and bool(value) and all(isinstance(one, dict) for one in value)
    if not isinstance(value, dict) or value.keys() & {"absent", "unknown"}:
        return False
    holds_terms = is_terms(value) or bool(value.keys() & set(TERMS))
    return (name in TERMS and holds_terms) or name in _CLAUSES


def _item(value: Any) -> Item:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        row = tomlkit.array()
        for part in value:
            row.append(_item(part))
        return row
    item: Item = tomlkit.item(value)
    return item


def _inline(values: dict[str, Any]) -> Item:
    table = tomlkit.inline_table()
    for name, value in values.items():
        table.append(name, _item(value))
    return table
