"""Agreements, terms and events as tables: plain data, as JSON knows it."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, Final, TypeVar, cast

import attrs
from cattrs import Converter

from ioplife.agreement import Agreement
from ioplife.documents import events, renewals, single, stated
from ioplife.documents.converter import reader, strict
from ioplife.documents.events import UPCASTERS, Upcasters
from ioplife.documents.kinds import Reader, fitting, table
from ioplife.documents.mistakes import (
    BadDocument,
    Misfit,
    Misfits,
    message_of,
    placed,
    unknown,
)
from ioplife.documents.schemas import KEY
from ioplife.errors import BadValue
from ioplife.events import Event
from ioplife.terms import Terms

T = TypeVar("T")

DOCUMENT: Final = "agreement"
"""The tag under which a whole document has its versions."""

HEAD: Final = ("id", "title", "events", "extra")
"""The keys of a document that are no clause."""

DEEPEST: Final = 64
"""How deep tables and lists may lie in each other; no honest document comes near it."""

TOO_DEEP: Final = "nested too deeply"


def load_agreement(data: Mapping[str, Any], *, file: str = "<agreement>") -> Agreement:
    """An agreement from its table, as ``dump_agreement`` writes it.

    Args:
        data: the table; nothing in it is guessed or converted.
        file: what mistakes call it.

    Raises:
        BadDocument: with every mistake in it.
    """
    return cast("Agreement", _loaded(read_agreement, data, file))


def load_terms(data: Mapping[str, Any], *, file: str = "<terms>") -> Terms:
    """Terms from their table, as ``dump_terms`` writes it.

    Raises:
        BadDocument: with every mistake in it.
    """
    return cast("Terms", _loaded(_read_as(Terms, _converter()), data, file))


def load_event(
    data: Mapping[str, Any], *, file: str = "<event>", upcasters: Upcasters = UPCASTERS
) -> Event:
    """One event from its table, as ``dump_event`` writes it.

    Args:
        data: the table: the tag under ``event``, its version under ``v`` (left out: 1),
            and the fields. A field that is left out and has no default is UNKNOWN.
        file: what mistakes call it.
        upcasters: what lifts versions that are no longer written.

    Raises:
        BadDocument: with every mistake in it.
    """
    converter = _converter() if upcasters is UPCASTERS else _built(upcasters)
    return cast("Event", _loaded(_read_as(Event, converter), data, file))


def dump_agreement(agreement: Agreement) -> dict[str, Any]:
    """An agreement as a table of texts, whole numbers, true and false, lists and tables."""
    written: dict[str, Any] = {"v": events.newest(DOCUMENT, UPCASTERS), "id": agreement.id}
    if agreement.title:
        written["title"] = agreement.title
    written |= dump_terms(agreement.terms)
    if agreement.events:
        written["events"] = [dump_event(event) for event in agreement.events]
    if agreement.extra:
        written["extra"] = dict(agreement.extra)
    return written


def dump_terms(terms: Terms) -> dict[str, Any]:
    """Terms as a table; a clause that nobody has read is left out."""
    return cast("dict[str, Any]", _converter().unstructure(terms))


def dump_event(event: Event) -> dict[str, Any]:
    """An event as a table: its tag, the tag's version, its day, and what is not its default."""
    return cast("dict[str, Any]", _converter().unstructure(event))


def read_agreement(value: object, _kind: object = None) -> Agreement:
    """An agreement from its table.

    Raises:
        Misfits: whatever does not fit.
    """
    require_shallow(value)
    found = events.lifted(table(value), UPCASTERS, document=DOCUMENT)
    clauses = attrs.fields_dict(Terms)
    known = (*HEAD, *clauses)
    wrong = [
        Misfit((key,), unknown("key", key, known)) for key in found if key not in (*known, "v", KEY)
    ]
    if not isinstance(found.get(KEY, ""), str):
        wrong.append(Misfit((KEY,), message_of(BadValue("", found[KEY], "must be text"))))
    parts = {key: part for key, part in found.items() if key in HEAD}
    parts["terms"] = {key: part for key, part in found.items() if key in clauses}
    try:
        agreement: Agreement = _agreement_reader()(parts, None)
    except Misfits as error:
        raise Misfits([*wrong, *map(_raised, error.found)]) from None
    if wrong:
        raise Misfits(wrong)
    return agreement


def read_clauses(value: object, _kind: object = None) -> Terms:
    """Terms from their own table, or from that of a whole document, whose clauses they are.

    Raises:
        Misfits: whatever does not fit.
    """
    require_shallow(value)
    if "id" in table(value):
        return read_agreement(value).terms
    terms: Terms = _converter().structure(value, Terms)
    return terms


def _raised(misfit: Misfit) -> Misfit:
    """The same in the document, where the clauses stand beside the id."""
    inside = misfit.path[:1] == ("terms",)
    return Misfit(misfit.path[1:], misfit.message) if inside else misfit


def require_shallow(data: object) -> None:
    """Refuse what is nested beyond reason, before anything walks it.

    Raises:
        Misfits: if it is.
    """
    level = [data]
    for _ in range(DEEPEST):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner.extend(value.values())
            elif isinstance(value, list):
                inner.extend(value)
        if not inner:
            return
        level = inner
    raise Misfits.one(TOO_DEEP)


@functools.cache
def _converter() -> Converter:
    """The one that ships, made at the first question: making it costs milliseconds."""
    return _built(UPCASTERS)


@functools.cache
def _agreement_reader() -> Reader:
    return reader(_converter(), Agreement)


def _built(upcasters: Upcasters) -> Converter:
    converter = strict()
    stated.register(converter)
    renewals.register(converter)
    single.register(converter)
    events.register(converter, upcasters)
    return converter


def _read_as(kind: Any, converter: Converter) -> Reader:  # noqa: ANN401 - a class, abstract or not
    return lambda value, _: converter.structure(value, kind)


def _loaded(read: Reader, data: object, file: str) -> Any:  # noqa: ANN401 - by the reader
    try:
        require_shallow(data)
        return fitting(read, dict(data) if isinstance(data, Mapping) else data)
    except Misfits as error:
        raise BadDocument(placed(error.found, file, {})) from None
