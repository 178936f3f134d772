"""A whole agreement as text: TOML for people, JSON for machines."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable
from typing import Any, Final, Literal, TypeAlias, TypeVar

from ioplife.agreement import Agreement
from ioplife.documents.kinds import fitting
from ioplife.documents.lines import json_lines, toml_lines
from ioplife.documents.mistakes import BadDocument, Misfit, Misfits, Mistake, Path, placed
from ioplife.documents.tables import (
    TOO_DEEP,
    dump_agreement,
    read_agreement,
    read_clauses,
    require_shallow,
)
from ioplife.documents.toml import spell_out
from ioplife.terms import Terms

T = TypeVar("T")

Format: TypeAlias = Literal["toml", "json"]

_AT: Final = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def dumps(agreement: Agreement, *, indent: int | None = None) -> str:
    """An agreement as JSON: one line, fit for JSON Lines, unless ``indent`` is given."""
    return json.dumps(dump_agreement(agreement), ensure_ascii=False, indent=indent)


def loads(text: str, *, format: Format = "toml", file: str = "<text>") -> Agreement:  # noqa: A002 - the word for it
    """An agreement from a text.

    Args:
        text: one document.
        format: ``toml``, as people write it, or ``json``, as machines do.
        file: what mistakes call it.

    Raises:
        BadDocument: with every mistake in it, each with its line where that can be known.
    """
    return from_toml(text, file) if format == "toml" else from_json(text, file)


def from_toml(text: str, file: str) -> Agreement:
    """An agreement from a TOML document.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_toml(text, file, lambda data: _read(*spell_out(data)))


def read_toml(text: str, file: str, read: Callable[[dict[str, Any]], T]) -> T:
    """What is made of a TOML document.

    Args:
        text: the document.
        file: what mistakes call it.
        read: what makes it, of plain data; it raises Misfits.

    Raises:
        BadDocument: with every mistake in it.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        at = _AT.search(message)
        line, column = at.groups() if at else (None, None)
        number = int(line) if line else text.count("\n") + 1
        where = f" (column {column})" if column else ""
        raise _broken(file, number, f"not TOML: {_AT.sub('', message)}{where}") from None
    except (ValueError, RecursionError) as error:
        raise _broken(file, None, f"not TOML: {_beyond(error)}") from None
    try:
        require_shallow(data)
        return read(data)
    except Misfits as error:
        raise BadDocument(placed(error.found, file, toml_lines(text).at)) from None


def from_json(text: str, file: str, *, line: int | None = None) -> Agreement:
    """An agreement from a JSON text.

    Args:
        text: one document.
        file: what mistakes call it.
        line: its line, where the text is one line of a file.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_json(text, file, _read, line=line)


def read_json(
    text: str,
    file: str,
    read: Callable[[object, list[Misfit]], T],
    *,
    line: int | None = None,
) -> T:
    """What is made of a JSON text.

    Args:
        text: the document.
        file: what mistakes call it.
        read: what makes it, of plain data and what is wrong already; it raises Misfits.
        line: its line, where the text is one line of a file.

    Raises:
        BadDocument: with every mistake in it.
    """
    repeats: list[object] = []

    def noticed(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            repeats.append(found)
        return found

    try:
        data = json.loads(text, object_pairs_hook=noticed)
    except json.JSONDecodeError as error:
        message = f"not JSON: {error.msg} (column {error.colno})"
        raise _broken(file, line or error.lineno, message) from None
    except (ValueError, RecursionError) as error:
        raise _broken(file, line, f"not JSON: {_beyond(error)}") from None
    try:
        return read(data, _twice(text) if repeats else [])
    except Misfits as error:
        at: dict[Path, int] = {}
        if line is None and any(one.path for one in error.found):  # the whole needs no line
            lines = json_lines(text)
            at = lines.at | dict(lines.twice)
        raise BadDocument(placed(error.found, file, at, line=line)) from None


def clauses_from_toml(text: str, file: str) -> Terms:
    """The clauses of a TOML document, which need no agreement around them.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_toml(text, file, lambda data: whole(read_clauses, *spell_out(data)))


def clauses_from_json(text: str, file: str) -> Terms:
    """The same of a JSON text.

    Raises:
        BadDocument: with every mistake in it.
    """
    return read_json(text, file, lambda data, wrong: whole(read_clauses, data, wrong))


def _twice(text: str) -> list[Misfit]:
    found = [Misfit(path, "is given twice") for path, _ in json_lines(text).twice]
    return found or [Misfit((), "a key is given twice")]


def _read(data: object, wrong: list[Misfit]) -> Agreement:
    """The agreement, if nothing is wrong, before or now."""
    return whole(read_agreement, data, wrong)


def whole(read: Callable[[object, object], T], data: object, wrong: list[Misfit]) -> T:
    """What a reader makes of the data, if nothing is wrong, before or now.

    Raises:
        Misfits: with all that is wrong.
    """
    try:
        found: T = fitting(read, data)
    except Misfits as error:
        raise Misfits([*wrong, *error.found]) from None
    if wrong:
        raise Misfits(wrong)
    return found


def _broken(file: str, line: int | None, message: str) -> BadDocument:
    return BadDocument((Mistake(file, line, "", message),))


def _beyond(error: Exception) -> str:
    """What Python's own readers cannot take; they say no line."""
    return TOO_DEEP if isinstance(error, RecursionError) else "a number has too many digits"
