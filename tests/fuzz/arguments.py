"""What may be typed: every command with what it takes, and what nobody should type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs
import click
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

from ioplife.cli import main
from ioplife.events import EVENT_OF
from tests.fuzz.targets import PATHS

WORDS: Final = (
    "2023-05-08",
    "1900-01-01",
    "2999-12-31",
    "9999-12-31",
    "0001-01-01",
    "2023-02-30",
    "20230508",
    "today",
    "",
    " ",
    "-1",
    "0",
    "9" * 400,
    "P6M",
    "P0D",
    "P1100Y",
    "P99999999999Y",
    "-P1D",
    "linkoping",
    "default",
    "sv",
    "en",
    "json",
    "jsonl",
    "csv",
    "ics",
    "md",
    "table",
    "text",
    "mermaid",
    "town",
    "son",
    "\udcff",
    "\x1b[31m",
    "å\u0301\u202e",
    "x" * 100_000,
    "--help",
    "--version",
    "-",
)
_OWN: Final = {
    tag: tuple(sorted(attrs.fields_dict(kind).keys() - {"on"})) for tag, kind in EVENT_OF.items()
}
FIELDS: Final = (
    "written",
    "by",
    "on",
    "to",
    "terms",
    "last_day",
    "agreed_by",
    "applies_from",
    "event_no",
    "why",
    "duty",
    "occurrence",
    "period",
    "successor",
    "what",
    "reading",
    "state",
    "seen",
    "length",
    "answers",
    "extra",
    "overrides",
    "basis",
    "",
    "colour",
    "a.b",
)
TOLD: Final = (
    "true",
    "false",
    "unknown",
    "none",
    "null",
    "nan",
    "1e999",
    "[",
    "{}",
    "[1,",
    '{"a":' * 300,
    "@odd.toml",
    "@son.toml",
    "@nowhere",
    "@deep",
    "@pipe.toml",
    "@",
    "2024-01-01..2024-12-31",
    "2024-01-01..",
    "..",
    "town,mission",
    ",",
    "first_day",
    *WORDS,
)


DAYS: Final = ("2023-05-08", "2020-02-29", "1900-01-01", "2999-12-31", "2021-10-01", "2023-09-30")
LENGTHS: Final = ("P6M", "P0D", "P1D", "P3Y", "P50Y")
FIT: Final[dict[str, tuple[str, ...]]] = {
    "on": DAYS,
    "until": DAYS,
    "within": LENGTHS,
    "decide_lead": LENGTHS,
    "papers_lead": LENGTHS,
    "meetings": ("meetings.txt", "odd.txt"),
    "indices": ("indices.toml", "odd.toml", "odd.json"),
    "ident": ("iop-1", "town:iop.1"),
    "file": ("son.toml", "odd.toml", "sion.toml", "odd.json", "-"),
    "paths": ("son.toml", "odd.toml", "sion.toml", "odd.json", "deep", ".", "-"),
}
"""What fits, by the name of what takes it."""


def _mostly(draw: DrawFn, fit: Sequence[str], odd: Sequence[str]) -> str:
    return draw(st.sampled_from(fit if draw(st.integers(0, 19)) < 19 else odd))


@st.composite
def typed(draw: DrawFn) -> list[str]:
    """Arguments: a command, what it takes, mostly what fits, and now and then anything else."""
    name = draw(st.sampled_from(sorted(main.commands)))
    found: list[str] = []
    for parameter in main.commands[name].params:
        if isinstance(parameter, click.Option):
            found += _option(draw, parameter)
        else:
            found += _arguments(draw, parameter, found[-1] if found else "")
    if draw(st.integers(0, 19)) == 19:
        place = draw(st.integers(0, len(found)))
        found.insert(place, draw(st.sampled_from(WORDS) | st.text(max_size=5)))
    return [name, *found]


def _option(draw: DrawFn, option: click.Option) -> list[str]:
    wanted = option.name == "on" or draw(st.integers(0, 2)) == 2
    if not wanted:
        return []
    flag = draw(st.sampled_from(option.opts))
    if option.is_flag:
        return [flag]
    if option.name in {"events", "when_due"}:
        return [flag, _supposed(draw)]
    choices = option.type.choices if isinstance(option.type, click.Choice) else ()
    fit = tuple(str(one) for one in choices) or FIT.get(str(option.name), WORDS)
    return [flag, _mostly(draw, fit, (*WORDS, *PATHS))]


def _arguments(draw: DrawFn, argument: click.Parameter, tag: str) -> list[str]:
    """What an argument takes; the one before it may be the tag of an event."""
    name = str(argument.name)
    if name == "fields":
        return [_field(draw, tag) for _ in range(draw(st.integers(0, 4)))]
    if name == "tag":
        return [_mostly(draw, TAGS, WORDS)]
    times = draw(st.integers(1, 3)) if argument.nargs < 0 else draw(st.sampled_from([1, 1, 1, 0]))
    return [_mostly(draw, FIT.get(name, WORDS), (*PATHS, *WORDS)) for _ in range(times)]


def _field(draw: DrawFn, tag: str) -> str:
    sign = "=" if draw(st.integers(0, 29)) < 29 else ""
    name = _mostly(draw, _OWN.get(tag, FIELDS), FIELDS)
    return f"{name}{sign}{_mostly(draw, _SAID.get(name, TOLD), TOLD)}"


_SAID: Final[dict[str, tuple[str, ...]]] = {
    "written": ("true", "false", "unknown"),
    "by": ("linkoping", "son", "town", "unknown"),
    "terms": ("@son.toml", "@odd.toml", "@odd.json", "@sion.toml"),
    "agreed_by": ("linkoping,iogt-nto", "linkoping", ""),
    "last_day": DAYS,
    "applies_from": DAYS,
    "seen": DAYS,
    "sent": DAYS,
    "state": ("active", "signed", "terminated", "follow_up"),
    "period": ("2024-01-01..2024-12-31", "2024-01-01..", "..", "2024-12-31..2024-01-01"),
    "length": LENGTHS,
    "event_no": ("1", "0", "2", "-1", "999999999999999999"),
    "answers": ("1", "son-2021-404/ends", "none"),
    "to": ('{"event": "noted", "on": "2023-01-01"}', "@son.toml", "son"),
    "extra": ('{"a": "b"}', "[]", "{"),
    "overrides": ('[{"code": "sums", "by": "x", "why": "y"}]', "[]", "{}"),
}


def _supposed(draw: DrawFn) -> str:
    """An event as ``simulate`` has it: its tag, its day and fields, apart by spaces."""
    tag = _mostly(draw, TAGS, WORDS)
    parts = [tag, _mostly(draw, DAYS, WORDS)]
    parts += [_field(draw, tag) for _ in range(draw(st.integers(0, 2)))]
    return draw(st.sampled_from([" ", " ", " ", "  ", "' ", "\\ "])).join(parts)


TAGS: Final = tuple(sorted(EVENT_OF))
