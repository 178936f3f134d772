"""The reference pages: events, guards, flags and states, each as the code has them."""

import enum
import inspect
import re
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import Pairs
from ioplife.dates import Duration, Period, day_before, next_day
from ioplife.deadlines import CODES
from ioplife.deadlines.codes import _by_day, _Near
from ioplife.decisions import Guard
from ioplife.events import EVENTS, TAG_OF, Event, Override
from ioplife.lifecycle import LIFECYCLE, Clock, Row, Source
from ioplife.lifecycle.drawing import NOTHING
from ioplife.messages import event_name, state_name
from ioplife.norms import LIBRARY, NOTICE_WITHIN, URGENT_WITHIN
from ioplife.sources import Source as Cited
from ioplife.states import FINAL, IN_FORCE, State
from ioplife.terms import Terms

RENEW = "<!-- generated: python -m tests.architecture.pages --write -->"

WHO: Final[Mapping[str, str]] = {
    "ends": "board",
    "ended-undecided": "board",
    "renewed": "nobody",
    "not-renewed": "nobody",
    "successor-missing": "board",
    "notice-latest": "board",
    "extends-automatically": "nobody",
    "option-latest": "board",
    "decide-by": "board",
    "papers-by": "board",
    "follow-up-due": "convener",
    "meeting-due": "convener",
    "report-due": "debtor",
    "payment-due": "payer",
    "follow-up-overdue": "convener",
    "meeting-overdue": "convener",
    "report-overdue": "debtor",
    "payment-overdue": "payer",
    "unrecorded": "board",
    "index-step": "board",
    "assessment-due": "board",
    "signature-missing": "parties that have not signed",
    "starts": "nobody",
    "appeal-ends": "nobody",
    "announcement-broken": "board",
    "condition-open": "board",
    "cure-ends": "board",
    "end-unknown": "board",
    "end-conflict": "board",
    "end-inexact": "board",
    "open-ended": "nobody",
    "index-conflict": "board",
    "record-conflict": "board",
}
"""Who must act (RULES §9); a test compares "nobody" with the rules."""


def paragraphs(thing: object) -> list[str]:
    """The paragraphs of a docstring up to its first section, each on one line."""
    doc = inspect.cleandoc(getattr(thing, "__doc__", None) or "")
    before = re.split(r"^(?:Args|Attributes|Raises):$", doc, flags=re.MULTILINE)[0]
    return [re.sub(r"\s+", " ", one).replace("``", "`") for one in before.strip().split("\n\n")]


def sentence(thing: object) -> str:
    """The first paragraph of a docstring, on one line."""
    return paragraphs(thing)[0]


def arguments(kind: type) -> dict[str, str]:
    """What a class says of each of its fields, and what its parents say of theirs."""
    found: dict[str, str] = {}
    for one in reversed(kind.__mro__):
        doc = inspect.cleandoc(one.__dict__.get("__doc__") or "")
        section = re.search(r"^Args:\n((?: {4}.*\n?)+)", doc, re.MULTILINE)
        entries = section[1] if section else ""
        for entry in re.findall(r"^ {4}(\w+: .*(?:\n {8}.*)*)", entries, re.MULTILINE):
            name, _, text = entry.partition(": ")
            found[name] = re.sub(r"\s+", " ", text).replace("``", "`")
    return found


def prose(text: str) -> Iterator[str]:
    """Paragraphs of a page, and an empty line."""
    yield from (inspect.cleandoc(text), "")


def table(*head: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


# --- guards --------------------------------------------------------------------------------


def twins() -> dict[str, tuple[Guard[Any], ...]]:
    """The guards of the table by their code: as a rule one, and the soft twin of an entry."""
    found: dict[str, dict[Guard[Any], None]] = {}
    for kind in EVENTS:
        for rule in LIFECYCLE.guards(kind):
            found.setdefault(rule.code, {})[rule] = None
    return {code: tuple(sorted(rules, key=lambda one: one.soft)) for code, rules in found.items()}


def guards() -> dict[str, Guard[Any]]:
    """Every guard of the table by its code, the hard twin before the soft."""
    return {code: rules[0] for code, rules in sorted(twins().items())}


def _asked_of(rule: Guard[Any]) -> str:
    kinds = [kind for kind in EVENTS if rule in LIFECYCLE.guards(kind)]
    if len(kinds) == len(EVENTS):
        return "every event"
    return ", ".join(f"[`{TAG_OF[kind]}`](events.md#{TAG_OF[kind]})" for kind in kinds)


def guard_page() -> Iterator[str]:
    """Each guard: its rule, its strength, its source and the events it is asked of."""
    yield from ("# Guards", "", RENEW, "")
    yield from prose(
        """
        What must hold for an event to happen. A **hard** guard that is not met refuses, and one
        that nobody can answer makes the answer unknown. A **soft** guard never refuses: not met it
        is a warning, unknown a question. Every guard of an event is asked, always.

        `wrong-state` stands beside them: it is not met where the [state](states.md) has no row for
        the event.
        """
    )
    for code, rules in sorted(twins().items()):
        yield from (f"## {code}", "", rules[0].sentence, "")
        for rule in rules:
            yield f"- {'soft' if rule.soft else 'hard'}, asked of {_asked_of(rule)}"
        yield f"- source: {rules[0].source.cite}"
        yield ""


# --- events --------------------------------------------------------------------------------

_PLAIN: Final[Mapping[object, str]] = {
    Date: "day",
    str: "text",
    bool: "yes or no",
    int: "number",
    Decimal: "SEK",
    Cited: "source",
    Duration: "length",
    Period: "period",
    Pairs: "text pairs",
    Event: "event",
    Terms: "terms",
    tuple[str, ...]: "ids",
    tuple[Override, ...]: "`code`, `by` and `why` each",
}


def kind_of(hint: object) -> str:
    """The type of a field in words; a type nobody has named fails."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, enum.StrEnum):
        return " / ".join(f"`{one}`" for one in hint)
    if typing.get_origin(hint) is typing.Literal:
        return " / ".join(f"`{one}`" for one in typing.get_args(hint))
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        members = [one for one in typing.get_args(hint) if one not in (Unknown, type(None))]
        return " or ".join(kind_of(one) for one in members)
    raise TypeError(f"a field of an event is {hint}: say in _PLAIN what that is called")


def left_out(field: "attrs.Attribute[Any]") -> str:
    """What a field means that is left out."""
    if field.default is attrs.NOTHING:
        return "must be given"
    return "unknown" if field.default is UNKNOWN else "none"


def _fields(kind: type[Event], names: list[str]) -> Iterator[str]:
    hints, meanings = typing.get_type_hints(kind), arguments(kind)
    found = attrs.fields_dict(kind)
    yield from table(
        "field",
        "type",
        "left out",
        "meaning",
        rows=(
            (f"`{name}`", kind_of(hints[name]), left_out(found[name]), meanings[name])
            for name in names
        ),
    )


def event_page() -> Iterator[str]:
    """Each event: its meaning, its fields, the states it has rows in, its guards."""
    yield from ("# Events", "", RENEW, "")
    yield from prose(
        """
        What people did, on a day: the closed set. A field that is left out and has no other default
        is unknown: nobody has said. *None* means that there is none, never "not known".

        Every event has these fields:
        """
    )
    yield from _fields(Event, list(attrs.fields_dict(Event)))
    lines = format(LIFECYCLE, "md").splitlines()[2:]
    for kind in EVENTS:
        tag = TAG_OF[kind]
        yield from (f"## {tag}", "")
        yield f"`ioplife.{kind.__name__}` · {event_name(tag, 'en')} · *{event_name(tag, 'sv')}*"
        yield ""
        for paragraph in paragraphs(kind):
            yield from (paragraph, "")
        own = [name for name in attrs.fields_dict(kind) if name not in attrs.fields_dict(Event)]
        if own:
            yield from _fields(kind, own)
        yield from table(
            "from",
            "to",
            "hard guards",
            "soft guards",
            rows=(
                _row(row, line)
                for row, line in zip(LIFECYCLE.rows, lines, strict=True)
                if isinstance(row, Row) and row.event is kind
            ),
        )


def _row(row: Row[Any], line: str) -> tuple[str, ...]:
    """Its line of the table, each guard with a link to where it is explained."""
    _tag, sources, target, *_guards = line.strip("| ").split(" | ")
    hard, soft = (
        ", ".join(f"[`{one.code}`](guards.md#{one.code})" for one in row.guards if one.soft is soft)
        for soft in (False, True)
    )
    return sources, target, hard, soft


# --- flags ---------------------------------------------------------------------------------

_ASKED: Final = Date(2023, 1, 1)
_LENGTHS: Final = {norm.name: norm.length for norm in LIBRARY if norm.name.endswith("-within")}
_NEAR: Final = _Near(
    _ASKED, _LENGTHS[URGENT_WITHIN].after(_ASKED), _LENGTHS[NOTICE_WITHIN].after(_ASKED)
)
_DAYS: Final[Mapping[str, Date | None]] = {
    "past": day_before(_ASKED),
    f"within {_LENGTHS[URGENT_WITHIN]}": _NEAR.urgent,
    f"within {_LENGTHS[NOTICE_WITHIN]}": _NEAR.notice,
    "later": next_day(_NEAR.notice),
    "no day": None,
}
"""A day of each severity, seen from the day asked."""


def flag_page() -> Iterator[str]:
    """Each flag: when it is up, how severe it is, and who must act."""
    yield from ("# Flags", "", RENEW, "")
    yield from prose(
        """
        A flag is a day that matters, or a fact that is missing. With a window (`within`) it is up
        while its day is no later than that, and once its day is past; a flag without a day does not
        ask for the window.
        """
    )
    yield from table(
        "code",
        "up while",
        "who",
        rows=((f"`{code}`", sentence(rule), WHO[code]) for code, rule in CODES.items()),
    )
    yield from prose(
        """
        *Board*: the boards of each public party, else the party itself. The convener, the debtor or
        the payer is whom the clause names; where no paper says, the board. A flag that a `noted`
        answers stays up, as `info`, and asks nobody.
        """
    )
    yield from ("## How severe", "")
    yield from prose(
        """
        By how near its day is; not every code can be up in every column. A policy may set
        the two lengths (`urgent-within`, `notice-within`). What rests on a proposal,
        or on the administration alone, is never above `notice`.
        """
    )
    yield from table(
        "code",
        *_DAYS,
        rows=(
            (f"`{code}`", *(f"{_by_day(code, day, _NEAR)}" for day in _DAYS.values()))
            for code in CODES
        ),
    )


# --- states --------------------------------------------------------------------------------


def state_page() -> Iterator[str]:
    """Each state: what it is called, whether it is in force, and what can happen there."""
    yield from ("# States", "", RENEW, "")
    yield from prose(
        """
        Where an agreement stands on a day. Before the first event it stands nowhere: its state is
        none. A rank falls only when a proposal is sent back. What leads where is drawn in [the
        lifecycle](lifecycle.md). The sets are `ioplife.IN_FORCE` and `ioplife.FINAL`. Whether an
        agreement is in force on a day is more than its state: `Standing.in_force` answers yes, no
        or unknown.
        """
    )
    yield from table(
        "state",
        "English",
        "Swedish",
        "rank",
        "in `IN_FORCE`",
        "in `FINAL`",
        rows=(
            (
                f"`{state}`",
                state_name(state, "en"),
                state_name(state, "sv"),
                str(state.rank),
                "yes" if state in IN_FORCE else "no",
                "yes" if state in FINAL else "no",
            )
            for state in State
        ),
    )
    yield from ("## What has a row where", "")
    states: tuple[Source, ...] = (None, *State)
    yield from table(
        "state",
        "events",
        "time",
        rows=((f"`{one}`" if one else NOTHING, _events(one), _clocks(one)) for one in states),
    )


def _events(state: Source) -> str:
    found = (TAG_OF[kind] for kind in EVENTS if state in LIFECYCLE.sources(kind))
    return ", ".join(f"[`{tag}`](events.md#{tag})" for tag in found)


def _clocks(state: Source) -> str:
    clocks = (row for row in LIFECYCLE.rows if isinstance(row, Clock) and state in row.sources)
    return ", ".join(f"`{row.tag}`" for row in clocks)
