"""Flags as a table on a terminal: the only module that knows rich."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ioplife.cli.output import HEADINGS, cells
from ioplife.cli.streams import Write
from ioplife.flags import Flag

_STYLES: Final = {"overdue": "bold red", "urgent": "yellow", "notice": "cyan", "info": "bold"}


def table(flags: Sequence[Flag], lang: str, write: Write) -> None:
    """A table as wide as the terminal; nothing where there is no flag.

    rich honours ``NO_COLOR``, ``FORCE_COLOR`` and ``COLUMNS``.
    """
    if not flags:
        return
    day, days, _, agreement, _, _, _, why, _ = HEADINGS[lang]
    drawn = Table(box=None, pad_edge=False, expand=True)
    drawn.add_column(day, no_wrap=True)
    drawn.add_column(days, justify="right", no_wrap=True)
    drawn.add_column(agreement, ratio=2, overflow="fold")
    drawn.add_column(why, ratio=3, overflow="fold")
    for flag in flags:
        drawn.add_row(*_row(flag, lang))
    console = Console(highlight=False)
    with console.capture() as drawing:
        console.print(drawn)
    write(drawing.get())


def _row(flag: Flag, lang: str) -> tuple[str | Text, ...]:
    day, days, severity, agreement, title, code, who, why, source = cells(flag, lang)
    told = Text.assemble((code, _STYLES[flag.severity]), f"  {severity}", f"  → {who}" * bool(who))
    lines = (told, Text(why), Text(source, "dim"))
    whose = (Text(agreement), Text(title, "dim"))
    return (
        Text(day),
        Text(days),
        Text("\n").join(line for line in whose if line),
        Text("\n").join(line for line in lines if line),
    )
