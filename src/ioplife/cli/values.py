"""``FIELD=VALUE`` as a document would have it, by the type of the field."""

from __future__ import annotations

import json
import re
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
import click
from pendulum import Date

from ioplife.checks import Pairs
from ioplife.dates import Period
from ioplife.documents import BadDocument, dump_terms, load_clauses, load_event
from ioplife.documents.mistakes import unknown
from ioplife.events import EVENT_OF, Event, Override
from ioplife.sources import Source
from ioplife.terms import Terms

_WHOLE: Final = re.compile(r"-?\d{1,18}", re.ASCII)
_FLAGS: Final = {"true": True, "false": False}
_IDS: Final = tuple[str, ...]
_SPAN: Final = ".."
_FILE: Final = "@"
_IN_PARTS: Final = frozenset({Source, Period, Pairs})
_IN_JSON: Final = frozenset({Source, Pairs, tuple[Override, ...], Event, Terms})
_COMMON: Final = frozenset(attrs.fields_dict(Event))
_UNKNOWN: Final = {"unknown": True}


class _Wrong(Exception):
    """What does not fit in one field: one message or several."""


def event_of(tag: str, on: Date, given: Sequence[str]) -> Event:
    """The event that a command line describes.

    Args:
        tag: its tag.
        on: its day.
        given: its fields, each ``FIELD=VALUE``; one that is left out has its default, or
            is UNKNOWN.

    Raises:
        click.UsageError: with every mistake in the fields.
    """
    hints = typing.get_type_hints(EVENT_OF[tag])
    found: dict[str, Any] = {}
    wrong: list[str] = []
    heads: set[str] = set()
    for text in given:
        try:
            _take(text, hints, found)
        except _Wrong as error:
            wrong += error.args
            heads.add(text.partition("=")[0].partition(".")[0])
    try:
        event = load_event({"event": tag, "on": str(on), **found})
    except BadDocument as error:
        wrong += [
            ": ".join(filter(None, (one.path, one.message)))
            for one in error.mistakes
            if one.path not in heads  # what is wrong is not missing as well
        ]
    else:
        if not wrong:
            return event
    raise click.UsageError("\n       ".join(wrong))  # each below the first, behind "Error: "


def _take(text: str, hints: Mapping[str, Any], found: dict[str, Any]) -> None:
    """Put one field where it belongs, as plain data.

    Raises:
        _Wrong: if it is none, or its value is none of its type.
    """
    name, sign, value = text.partition("=")
    head, dot, part = name.partition(".")
    known = sorted((one for one in hints if one != "on"), key=_COMMON.__contains__)
    if not sign:
        raise _Wrong(f"{text!r}: must be FIELD=VALUE")
    if head == "on":
        raise _Wrong("on: is given by --on")
    if head not in known:
        raise _Wrong(f"{unknown('field', head, known)}; known are {', '.join(known)}")
    kinds = _kinds(hints[head])
    if not dot:
        if head in found:
            raise _Wrong(f"{head}: is given twice")
        from_file = Terms in kinds and value.startswith(_FILE)
        found[head] = _of_file(head, value[1:]) if from_file else _plain(head, value, kinds)
        return
    if not kinds & _IN_PARTS:
        whole = f": give the whole of them, as {head}={_FILE}FILE" if Terms in kinds else ""
        raise _Wrong(f"{name}: {head} has no parts{whole}")
    parts = found.setdefault(head, {})
    if not isinstance(parts, dict) or part in parts:
        raise _Wrong(f"{name}: is given twice")
    parts[part] = value


def _kinds(hint: object) -> frozenset[object]:
    """The types a field can hold."""
    union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    return frozenset(typing.get_args(hint)) if union else frozenset({hint})


def _plain(name: str, value: str, kinds: frozenset[object]) -> object:
    """A value as plain data; what no type of the field can be is left for its reader to refuse.

    Raises:
        _Wrong: where only JSON will do and this is none.
    """
    if value.startswith(("{", "[")):
        read = _json(value)
        if read is not None and (str not in kinds or read == _UNKNOWN):
            return read
    if bool in kinds:
        return _FLAGS.get(value, value)
    if int in kinds and _WHOLE.fullmatch(value):
        return int(value)
    if _IDS in kinds:
        ids = [part.strip() for part in value.split(",")] if value else []
        if not all(ids):
            raise _Wrong(f"{name}: must be ids with a comma between them, not {value!r}")
        return ids
    if Period in kinds and _SPAN in value:
        first, _, last = value.partition(_SPAN)
        return {"first": first} | ({"last": last} if last else {})
    if Period in kinds:
        raise _Wrong(f"{name}: must be FIRST{_SPAN}LAST, both included, not {value!r}")
    if kinds & _IN_JSON:
        other = f", or in parts ({name}.NAME=VALUE)" if kinds & _IN_PARTS else ""
        other = f", or {name}={_FILE}FILE" if Terms in kinds else other
        raise _Wrong(f"{name}: must be JSON, as a document has it{other}, not {value!r}")
    return value


def _of_file(name: str, file: str) -> object:
    """Terms that stand in a file of their own, as plain data.

    Raises:
        _Wrong: with every mistake in it.
    """
    try:
        return dump_terms(load_clauses(file))
    except BadDocument as error:
        raise _Wrong(*(f"{name}: {one}" for one in error.mistakes)) from None


def _json(text: str) -> object | None:
    """What the text says, if it is a JSON object or a list."""
    try:
        read: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return read
