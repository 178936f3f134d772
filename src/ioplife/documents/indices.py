"""What indices were, as documents: a list of observations under one key."""

from __future__ import annotations

import functools
import typing
from typing import Any, Final

from ioplife.documents import stated
from ioplife.documents.converter import reader, strict
from ioplife.documents.kinds import Reader, fitting, rows, table, union
from ioplife.documents.mistakes import Misfit, Misfits, unknown
from ioplife.documents.texts import read_json, read_toml, whole
from ioplife.indices import Observation, as_percent

KEY: Final = "observations"
"""The one key of such a document."""


def from_toml(text: str, file: str) -> tuple[Observation, ...]:
    """The observations of a TOML document.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_toml(text, file, lambda data: whole(_read, data, []))


def from_json(text: str, file: str) -> tuple[Observation, ...]:
    """The observations of a JSON text.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_json(text, file, lambda data, wrong: whole(_read, data, wrong))


def _read(value: object, _kind: object) -> tuple[Observation, ...]:
    found = table(value)
    wrong = [Misfit((key,), unknown("key", key, (KEY,))) for key in found if key != KEY]
    if KEY not in found:
        wrong.append(Misfit((KEY,), "is missing"))
    try:
        observations: tuple[Observation, ...] = fitting(rows(_observation()), found.get(KEY, []))
    except Misfits as error:
        raise Misfits([*wrong, *(one.under(KEY) for one in error.found)]) from None
    if wrong:
        raise Misfits(wrong)
    return observations


@functools.cache
def _observation() -> Reader:
    converter = strict()
    stated.register(converter)
    hint = typing.get_type_hints(Observation)["percent"]
    percent = union(converter, hint, _percent)
    return reader(converter, Observation, own={"percent": percent})


def _percent(value: Any, _kind: object) -> object:  # noqa: ANN401 - the reader decides what it takes
    return as_percent(value)
