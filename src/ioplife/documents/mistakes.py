"""Mistakes in documents: every one of them at once, each with its place."""

from __future__ import annotations

import datetime
import difflib
import enum
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

import attrs

from ioplife.errors import BadValue, IopError

Path: TypeAlias = tuple[str | int, ...]
"""Keys and places from the top of a document inwards; places count from 0."""

_BARE: Final = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_SHOWN: Final = 60


@attrs.frozen
class Mistake:
    """One mistake in one document.

    Args:
        file: the file, as it was named.
        line: the line, from 1; None where it cannot be known.
        path: the keys that lead to it, ``events[0].last_day``; places count from 0, and
            the path is empty where the whole document is meant.
        message: what is wrong, in English.
        unread: whether the file could not be read at all.
    """

    file: str
    line: int | None
    path: str
    message: str
    unread: bool = attrs.field(default=False, kw_only=True)

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return ": ".join(part for part in (place, self.path, self.message) if part)


class BadDocument(IopError, ValueError):
    """A document that cannot be read.

    Args:
        mistakes: all its mistakes, in the order of their lines.
    """

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__(self.mistakes)

    def __str__(self) -> str:
        return "\n".join(str(mistake) for mistake in self.mistakes)


class Unreadable(BadDocument, OSError):
    """A file that cannot be opened: it is missing, closed to us, or no file at all."""


class Unwritable(IopError, OSError):
    """A document that cannot be replaced by what it should say; it is as it was.

    Args:
        mistake: the file, and why.
    """

    def __init__(self, mistake: Mistake) -> None:
        super().__init__(mistake)
        self.mistake = mistake

    def __str__(self) -> str:
        return str(self.mistake)


@attrs.frozen
class Misfit:
    """A mistake before anybody knows the file: where in the data, and what."""

    path: Path
    message: str

    def under(self, *head: str | int) -> Misfit:
        """The same, seen from further out."""
        return Misfit((*head, *self.path), self.message)


class Misfits(Exception):
    """Data that does not fit: one misfit or several."""

    def __init__(self, found: Sequence[Misfit]) -> None:
        super().__init__(tuple(found))
        self.found = tuple(found)

    @classmethod
    def one(cls, message: str, *path: str | int) -> Misfits:
        """A single one."""
        return cls((Misfit(path, message),))


def message_of(error: BadValue) -> str:
    """A value that its field cannot hold, as a message; the place is said apart."""
    return f"{error.rule}, not {shown(error.value)}"


def unknown(what: str, name: str, known: Iterable[str]) -> str:
    """That nothing has that name, and which may be meant."""
    close = difflib.get_close_matches(name, list(known), n=1)
    hint = f": did you mean {close[0]!r}?" if close else ""
    return f"unknown {what} {shown(name)}{hint}"


def spell(path: Path) -> str:
    """A path as text: ``parties[1].bodies[0].name``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            quoted = json.dumps(part, ensure_ascii=not part.isprintable())
            key = part if _BARE.fullmatch(part) else quoted
            text += f".{key}" if text else key
    return text


def shown(value: object) -> str:
    """A value as a message shows it: short, on one line, in the words of the formats."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case enum.Enum():
            return repr(value.value)
        case datetime.date() | datetime.time():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            pass
    try:
        text = repr(value)
    except ValueError:  # Python prints no whole number of more than 4300 digits
        return "a number of very many digits"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def placed(
    misfits: Iterable[Misfit], file: str, lines: dict[Path, int], *, line: int | None = None
) -> tuple[Mistake, ...]:
    """Mistakes of a file, in the order of their lines.

    Args:
        misfits: what does not fit.
        file: the file's name.
        lines: the line of each path that has one; a path without takes its parent's.
        line: the line of the whole, where the document is one line of a file.
    """
    found = [
        Mistake(file, _line(misfit.path, lines, line), spell(misfit.path), misfit.message)
        for misfit in misfits
    ]
    return tuple(sorted(found, key=lambda one: (one.line or 0, one.path, one.message)))


def _line(path: Path, lines: dict[Path, int], whole: int | None) -> int | None:
    return next((lines[head] for head in _heads(path) if head in lines), whole)


def _heads(path: Path) -> Iterator[Path]:
    """The path and what it lies in, innermost first."""
    for length in range(len(path), 0, -1):
        yield path[:length]
