"""On which line of a text each key stands: for mistakes only, never for meaning.

The text has been parsed by then, so this reads no more of TOML and JSON than it needs to
find its way; where it loses it, paths are left without a line.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

import attrs

from ioplife.documents.mistakes import Path

_GAP: Final = re.compile(r"(?:[\s,]|#[^\n]*)*")
_KEY: Final = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_DOT: Final = re.compile(r"[ \t]*\.[ \t]*")
_SIGN: Final = re.compile(r"[ \t]*=|\s*:")
_TEXT: Final = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_BARE: Final = re.compile(r"[^\s,\]}#]+")
_OPENS: Final = re.compile(r"\[\[?[ \t]*")
_CLOSES: Final = re.compile(r"[ \t]*\]\]?")


@attrs.frozen
class Lines:
    """The lines of a text's keys, from 1.

    Args:
        at: the first line of each path.
        twice: the paths that stand again, as only JSON allows, with the line of each.
        ends: where each table of TOML ends, as a place in the text: behind its last pair,
            or behind its header where it has none.
    """

    at: dict[Path, int]
    twice: list[tuple[Path, int]]
    ends: dict[Path, int]


def toml_lines(text: str) -> Lines:
    """The lines of a TOML document."""
    return _read(text, _Reader.document)


def json_lines(text: str) -> Lines:
    """The lines of a JSON text."""
    return _read(text, _Reader.value)


def _read(text: str, whole: Callable[[_Reader], None]) -> Lines:
    reader = _Reader(text)
    try:
        reader.gap()
        whole(reader)
    except (_Lost, RecursionError):
        pass  # what was found so far is right
    return Lines(reader.at, reader.twice, reader.ends)


class _Lost(Exception):
    """The reader does not know where it is."""


class _Reader:
    def __init__(self, text: str) -> None:
        self.at: dict[Path, int] = {}
        self.twice: list[tuple[Path, int]] = []
        self.ends: dict[Path, int] = {}
        self._text = text
        self._breaks = [place for place, sign in enumerate(text) if sign == "\n"]
        self._place = 0
        self._last: dict[Path, int] = {}

    def document(self) -> None:
        """TOML: pairs below headers."""
        prefix: Path = ()
        while self._place < len(self._text):
            if self._text.startswith("[", self._place):
                prefix = self._header()
            else:
                self._pair(prefix)
            self.ends[prefix] = self._place
            self.gap()

    def value(self, path: Path = ()) -> None:
        """A text, a list, a table in braces, or anything without blanks."""
        if self._passes("["):
            index = 0
            while not self._passes("]"):
                self._note((*path, index), self._place)
                self.value((*path, index))
                self.gap()
                index += 1
        elif self._passes("{"):
            while not self._passes("}"):
                self._pair(path)
                self.gap()
        elif self._text.startswith(("'", '"'), self._place):
            self._skip(_TEXT)
        else:
            self._skip(_BARE)

    def gap(self) -> None:
        """Blanks, commas and comments."""
        self._skip(_GAP)

    def _header(self) -> Path:
        """A table's name, with its place in the list where it stands in two brackets."""
        start = self._place
        listed = self._skip(_OPENS).startswith("[[")
        path: Path = ()
        for name in self._names():
            if path in self._last:
                path = (*path, self._last[path])
            path = (*path, name)
        self._skip(_CLOSES)
        self._note(path, start)
        if listed:
            self._last[path] = self._last.get(path, -1) + 1
            path = (*path, self._last[path])
            self._note(path, start)
        return path

    def _pair(self, prefix: Path) -> None:
        start = self._place
        path = prefix
        for name in self._names():
            self._note(path, start)
            path = (*path, name)
        if path in self.at:
            self.twice.append((path, self._line(start)))
        self._note(path, start)
        self._skip(_SIGN)
        self.gap()
        self.value(path)

    def _names(self) -> list[str]:
        names = [self._name()]
        while _DOT.match(self._text, self._place):
            self._skip(_DOT)
            names.append(self._name())
        return names

    def _name(self) -> str:
        text = self._skip(_KEY)
        if text.startswith('"'):
            try:
                return str(json.loads(text))
            except ValueError:  # an escape that only TOML has
                return text
        return text.strip("'")

    def _passes(self, sign: str) -> bool:
        """Whether the sign stands here; then it, and the gap behind it, are passed."""
        if not self._text.startswith(sign, self._place):
            return False
        self._place += 1
        if sign in "[{":
            self.gap()
        return True

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._place)
        if match is None:
            raise _Lost
        self._place = match.end()
        return match.group()

    def _note(self, path: Path, place: int) -> None:
        if path:
            self.at.setdefault(path, self._line(place))

    def _line(self, place: int) -> int:
        return bisect_right(self._breaks, place - 1) + 1
