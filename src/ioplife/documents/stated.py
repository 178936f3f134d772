"""How a document may write a source, a stated day or amount, and the terms that hold them."""

from __future__ import annotations

import functools
import re
import typing
from typing import Any, Final

from cattrs import Converter

from ioplife.dates import as_day
from ioplife.documents.converter import reader, writer
from ioplife.documents.kinds import Reader, rows, table, union
from ioplife.documents.mistakes import Misfits, message_of
from ioplife.errors import BadValue
from ioplife.sources import Source
from ioplife.terms import (
    Absent,
    Edge,
    Precision,
    Reading,
    Renewal,
    Stated,
    StatedSum,
    Sum,
    Terms,
    as_amount,
)

_MONTH: Final = re.compile(r"\d{4}-\d\d", re.ASCII)
_KEYS: Final = {"day": "reading"}
"""A reading's own word for its day, so that a table in a list says what it is."""


def register(converter: Converter) -> None:
    """Teach a converter the short forms and the long ones."""
    converter.register_structure_hook(Source, _source(converter))
    converter.register_structure_hook(StatedSum, functools.partial(_stated_sum, converter))
    converter.register_unstructure_hook(
        StatedSum, lambda stated: [converter.unstructure(one) for one in stated.readings]
    )
    write_reading = writer(converter, Reading, keys=_KEYS)
    converter.register_unstructure_hook(Reading, write_reading)
    write_stated = writer(converter, Stated)
    converter.register_unstructure_hook(
        Stated,
        lambda stated: (
            write_stated(stated) if stated.text else [write_reading(one) for one in stated.readings]
        ),
    )
    write_absent = writer(converter, Absent)
    converter.register_unstructure_hook(
        Absent, lambda absent: {"absent": True, **write_absent(absent)}
    )
    converter.register_structure_hook(Terms, _terms(converter))


def _source(converter: Converter) -> Reader:
    read_table = reader(converter, Source)

    def read(value: object, _kind: object) -> object:
        if isinstance(value, str):
            rule = "must be a table of paper and place (the document names no paper of its own)"
            raise BadValue("", value, rule)
        return read_table(value, None)

    return read


def _terms(converter: Converter) -> Reader:
    """A reader of terms: it knows which end of a month each of its days means."""
    hints = typing.get_type_hints(Terms)
    edges = {"first_day": Edge.FIRST, "last_day": Edge.LAST}
    own = {
        name: union(converter, hints[name], _stated(converter, edge))
        for name, edge in edges.items()
    }
    renewal: Any = Renewal  # of two kinds, for which cattrs has a reader and mypy no type
    own["renewal"] = union(
        converter, hints["renewal"], lambda value, _: converter.structure(value, renewal)
    )
    return reader(converter, Terms, own=own)


def _stated(converter: Converter, edge: Edge) -> Reader:
    """A day or a month; a table of one reading; a list of them; words without a reading."""
    read_reading = _reading(converter, edge)
    read_readings = rows(read_reading)
    read_words = reader(converter, Stated, own={"readings": read_readings})

    def read(value: Any, _kind: object) -> Stated:  # noqa: ANN401 - whatever a document holds
        if isinstance(value, list):
            return Stated(read_readings(value, None))
        if not isinstance(value, dict):
            return Stated((_at(value, edge),))
        if "text" in value and "source" in value and not {"reading", "readings"} & value.keys():
            raise Misfits.one("words without a reading keep no source", "source")
        if "readings" in value or value.keys() == {"text"}:
            stated: Stated = read_words(value, None)
            return stated
        return Stated((read_reading(value, None),))

    return read


def _reading(converter: Converter, edge: Edge) -> Reader:
    """One reading; a month gives the precision by itself."""
    build = reader(converter, Reading, own={"day": lambda value, _: as_day(value)}, keys=_KEYS)

    def read(value: object, _kind: object) -> object:
        found = table(value)
        when = found.get("reading")
        if isinstance(when, str) and _MONTH.fullmatch(when):
            month = Precision.MONTH.value
            if found.get("precision", month) != month:
                error = BadValue("", found["precision"], "must be month where a month is read")
                raise Misfits.one(message_of(error), "precision")
            try:
                day = _at(when, edge).day
            except BadValue as error:
                raise Misfits.one(message_of(error), "reading") from None
            found = found | {"reading": day, "precision": month}
        return build(found, None)

    return read


def _at(when: Any, edge: Edge) -> Reading:  # noqa: ANN401 - whatever a document holds
    try:
        return Reading.at(when, edge)
    except BadValue as error:  # it names a month by its first day
        raise BadValue(error.field, when, error.rule) from None


def _stated_sum(converter: Converter, value: Any, _kind: object) -> StatedSum:  # noqa: ANN401
    """An amount; a table of one reading; a list of them."""
    if isinstance(value, list):
        return StatedSum(converter.structure(value, tuple[Sum, ...]))
    if isinstance(value, dict):
        return StatedSum((converter.structure(value, Sum),))
    return StatedSum((Sum(as_amount(value)),))
