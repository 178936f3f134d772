"""The table of clauses: what an agreement says, how it is written, and what follows."""

import enum
import re
import types
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

import attrs

import ioplife
from ioplife.agreement import Agreement
from ioplife.documents import loads
from ioplife.terms import Terms
from tests.architecture.dates import FOLDER

PAGE: Final = FOLDER / "clauses.md"
HEADINGS: Final = ("clause", "TOML", "Python", "rule", "guard or flag", "test")

_CODE: Final = re.compile(r"`([^`]+)`")
_FIELD: Final = re.compile(r"\w+=")


@attrs.frozen
class Clause:
    """One row of the table.

    Attributes:
        words: what an agreement says.
        toml: the lines of a document.
        python: the fields of ``Terms``, or an event.
        rule: the rule, most often a link to its page.
        codes: the guards and the flags that follow.
        tests: the tests that hold it, each with its file.
    """

    words: str
    toml: str
    python: str
    rule: str
    codes: tuple[str, ...]
    tests: tuple[tuple[Path, str], ...]

    @property
    def read(self) -> Agreement:
        """What the lines of the document say."""
        return loads(f'id = "a"\n{self.toml}\n', file="a.toml")

    @property
    def built(self) -> Agreement:
        """What the code says."""
        if _FIELD.match(self.python):
            return Agreement("a", Terms(**_run(f"dict({self.python})")))
        return Agreement("a", Terms(), [_run(self.python)])


def _run(code: str) -> Any:  # noqa: ANN401 - whatever the page builds
    return eval(code, {"iop": ioplife})  # noqa: S307 - our own page, as Sybil runs the others


def rows(text: str) -> Iterator[Clause]:
    """The rows of every table on the page."""
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and tuple(cells) != HEADINGS and cells[0] != "---":
            words, toml, python, rule, codes, tests = cells
            yield Clause(
                words,
                "\n".join(_CODE.findall(toml)),
                ", ".join(_CODE.findall(python)),
                rule,
                tuple(_CODE.findall(codes)),
                tuple(
                    ((PAGE.parent / file).resolve(), name)
                    for name, file in re.findall(r"\[`(test_\w+)`\]\(([^)]+)\)", tests)
                ),
            )


# --- what can be written -----------------------------------------------------------------------


def named(kind: type | enum.Enum) -> str:
    """A class by its name, a choice by that and its own: equal words of two enums are two."""
    return f"{type(kind).__name__}.{kind.name}" if isinstance(kind, enum.Enum) else kind.__name__


def written(values: Iterable[object]) -> Iterator[str]:
    """Every class, and every choice of an enum, that stands somewhere in some values."""
    for value in values:
        if isinstance(value, enum.Enum):
            yield named(value)
        elif isinstance(value, tuple):
            yield from written(value)
        else:
            kind: type[Any] = type(value)
            if attrs.has(kind):
                yield named(kind)
                yield from written(getattr(value, one.name) for one in attrs.fields(kind))


def can_be_written(kind: object, seen: set[str] | None = None) -> set[str]:
    """Every class, and every choice of an enum, that a type may hold."""
    found = set() if seen is None else seen
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        found |= {named(one) for one in kind}
    elif isinstance(kind, type) and attrs.has(kind):
        if named(kind) not in found:
            found.add(named(kind))
            hints = typing.get_type_hints(kind)
            for field in attrs.fields(kind):
                can_be_written(hints[field.name], found)
    elif isinstance(kind, types.UnionType) or typing.get_origin(kind) is not None:
        for part in typing.get_args(kind):
            can_be_written(part, found)
    return found
