"""Flags as text: aligned columns, CSV, Markdown."""

from __future__ import annotations

import csv
import json
import os
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias

from ioplife.cli.options import Asked
from ioplife.cli.streams import Write, clean
from ioplife.documents import dump_flag
from ioplife.flags import Flag

Cells: TypeAlias = tuple[str, ...]

HEADINGS: Final[Mapping[str, Cells]] = {
    "en": ("day", "days", "severity", "agreement", "title", "code", "who", "why", "source"),
    "sv": ("dag", "dagar", "allvar", "överenskommelse", "titel", "kod", "vem", "varför", "källa"),
}
"""What stands above the columns that people read."""

SEVERITIES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {},
    "sv": {"overdue": "försenad", "urgent": "brådskande", "notice": "snart", "info": "upplysning"},
}
"""Severities in words, where they are not their own."""

COLUMNS: Final = (
    "on",
    "key",
    "agreement",
    "title",
    "code",
    "day",
    "days_left",
    "who",
    "severity",
    "sentence",
    "source",
    "policy",
)
"""The columns of CSV: the names that JSON uses. Facts are in the sentence; JSON has them apart."""

_MARKED: Final = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def cells(flag: Flag, lang: str) -> Cells:
    """One flag, in the order of the headings, each part on one line."""
    severity = SEVERITIES[lang].get(flag.severity.value, flag.severity.value)
    found = (
        "" if flag.day is None else str(flag.day),
        "" if flag.days_left is None else str(flag.days_left),
        severity,
        flag.agreement,
        flag.title,
        flag.code,
        " ".join(flag.who),
        flag.text(lang),
        "" if flag.source is None else flag.source.cite,
    )
    return tuple(clean(unicodedata.normalize("NFC", text)) for text in found)


def on_terminal(environ: Mapping[str, str] = os.environ) -> bool:
    """Whether people look at standard output, or it was said that they do."""
    return bool(environ.get("FORCE_COLOR")) or (sys.stdout is not None and sys.stdout.isatty())


def columns(flags: Sequence[Flag], lang: str, write: Write) -> None:
    """Aligned columns, wide as they need to be; nothing where there is no flag."""
    if flags:
        aligned([HEADINGS[lang], *(cells(flag, lang) for flag in flags)], write, right=1)


def aligned(
    rows: Sequence[Cells], write: Write, *, right: int | None = None, margin: str = ""
) -> None:
    """Rows as aligned columns.

    Args:
        rows: the rows, all of one length.
        write: where they go.
        right: the place of the column that ends where its numbers end.
        margin: what stands before each row.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        fitted = (
            text.rjust(width) if place == right else text.ljust(width)
            for place, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        write(f"{margin}{'  '.join(fitted)}".rstrip() + "\n")


def markdown(flags: Iterable[Flag], lang: str, write: Write) -> None:
    """A table of Markdown, with its headings also where there is no flag."""
    tabled(HEADINGS[lang], (cells(flag, lang) for flag in flags), write, right=1)


def tabled(
    headings: Cells, rows: Iterable[Cells], write: Write, *, right: int | None = None
) -> None:
    """Rows as a table of Markdown.

    Args:
        headings: what stands above the columns.
        rows: the rows, each as long as the headings.
        write: where they go.
        right: the place of the column of numbers.
    """
    marks = ("---:" if place == right else "---" for place, _ in enumerate(headings))
    write(f"| {' | '.join(headings)} |\n| {' | '.join(marks)} |\n")
    for row in rows:
        write(f"| {' | '.join(map(marked, row))} |\n")


def marked(text: str) -> str:
    """Text as Markdown shows it: what it would take for a sign of its own is escaped."""
    return text.translate(_MARKED)


class Lines:
    """What the csv module writes to."""

    def __init__(self, write: Write) -> None:
        self.write = write


def comma_separated(flags: Iterable[Flag], asked: Asked, write: Write) -> None:
    """CSV with a header: lists joined by a space, a source as it is cited."""
    writer = csv.writer(Lines(write), lineterminator="\n")
    writer.writerow(COLUMNS)
    for flag in flags:
        found: dict[str, Any] = {
            "on": str(asked.on),
            "policy": asked.policy.name,
            **dump_flag(flag, lang=asked.lang),
        }
        found["who"] = " ".join(flag.who)
        found["source"] = "" if flag.source is None else flag.source.cite
        writer.writerow([found[name] for name in COLUMNS])


def one_object(value: Mapping[str, Any], write: Write) -> None:
    """JSON for people and machines: indented, Swedish letters as they are."""
    write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def one_line(value: Mapping[str, Any], write: Write) -> None:
    """JSON on one line, as JSON Lines has it."""
    write(json.dumps(value, ensure_ascii=False) + "\n")
