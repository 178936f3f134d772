"""``ioplife show``: one agreement on one day, from where it stands to what is to come."""

from __future__ import annotations

import unicodedata
from typing import Any, Final

import attrs

from ioplife.agreement import Agreement
from ioplife.cli import output
from ioplife.cli.exits import Exit
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.output import Cells
from ioplife.cli.streams import Write, clean, data
from ioplife.dates import LAST_DAY, Duration
from ioplife.documents import dump_change, dump_flag, dump_standing
from ioplife.flags import flag
from ioplife.messages import event_name, phrase, state_name
from ioplife.sources import Source
from ioplife.standing import Change, Standing
from ioplife.terms import Unknown

AHEAD: Final = Duration(months=6)
"""How far ahead the days that matter are shown; ``flag`` shows others."""

MOST: Final = 12
"""How many changes to come people are shown; JSON has them all."""


_TO_COME: Final = ("period", "number", "extensions", "occurrences", "final")
"""What a standing will have, and is null until the library derives it."""


@attrs.frozen
class _Section:
    """One part of the page: a heading, and rows below headings of their own."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    more: int = 0


def answer(file: str, asked: Asked) -> Exit:
    """Read one agreement and write all that can be told of it on the day.

    Raises:
        click.UsageError: where there are several agreements.
    """
    asked.tell()
    agreement = Inputs([file]).single("show")
    if agreement is None:
        return Exit.UNREADABLE
    with data(portable=asked.form != "text") as write:
        if asked.form == "json":
            output.one_object(_whole(agreement, asked), write)
        else:
            page = _markdown if asked.form == "md" else _text
            page(agreement, agreement.on(asked.on), asked, write)
    return Exit.DONE


def _whole(agreement: Agreement, asked: Asked) -> dict[str, Any]:
    """The standing as JSON has it, and what leads to it and from it."""
    timeline = agreement.timeline(until=LAST_DAY)
    flags = sorted(flag([agreement], asked.on, AHEAD))
    standing = dump_standing(agreement.on(asked.on), agreement.id, lang=asked.lang)
    return (
        dict.fromkeys(_TO_COME)
        | standing
        | {
            "title": agreement.title,
            "timeline": [dump_change(change, lang=asked.lang) for change in timeline],
            "flags": [dump_flag(one, lang=asked.lang) for one in flags],
        }
    )


# --- for people ----------------------------------------------------------------------------


def _text(agreement: Agreement, standing: Standing, asked: Asked, write: Write) -> None:
    write("  ".join(_cells(agreement.id, agreement.title)).rstrip() + "\n")
    write(_headline(standing, asked.lang) + "\n")
    for why in _causes(standing, asked.lang):
        write(f"  {why}\n")
    for section in _sections(agreement, standing, asked):
        write(f"\n{phrase(section.name, asked.lang)}\n")
        output.aligned(section.rows, write, margin="  ")
        if section.more:
            write(f"  {phrase('more', asked.lang, more=section.more)}\n")


def _markdown(agreement: Agreement, standing: Standing, asked: Asked, write: Write) -> None:
    title = output.marked(*_cells(agreement.title or agreement.id))
    write(f"# {title}\n\n`{agreement.id}`\n\n**{_headline(standing, asked.lang)}**\n\n")
    for why in _causes(standing, asked.lang):
        write(f"- {output.marked(why)}\n")
    for section in _sections(agreement, standing, asked):
        write(f"\n## {phrase(section.name, asked.lang)}\n\n")
        columns = tuple(phrase(f"column-{name}", asked.lang) for name in section.columns)
        output.tabled(columns, section.rows, write)
        if section.more:
            write(f"\n{phrase('more', asked.lang, more=section.more)}\n")


def _headline(standing: Standing, lang: str) -> str:
    """The state, whether the parties are bound, and from when to when."""
    state = state_name(standing.state, lang)
    reason = standing.reason
    if reason is not None:
        state += f" ({phrase(f'reason-{reason}', lang)})"
    parts = [
        f"{standing.on}: {state}",
        phrase(f"in-force-{standing.in_force}", lang),
        phrase("first-day", lang, first_day=standing.first_day)
        if not isinstance(standing.first_day, Unknown)
        else phrase("first-day-unknown", lang),
    ]
    if standing.last_day is not None and not isinstance(standing.last_day, Unknown):
        days = standing.days_left
        parts.append(phrase("last-day", lang, last_day=standing.last_day, days_left=days))
    return clean(", ".join(parts))


def _causes(standing: Standing, lang: str) -> list[str]:
    return [clean(one.text(lang) + _cited(one.source)) for one in standing.because]


def _sections(agreement: Agreement, standing: Standing, asked: Asked) -> list[_Section]:
    """What there is something to say of."""
    timeline = agreement.timeline(until=LAST_DAY)
    coming = [change for change in timeline if change.on > asked.on]
    changes = ("day", "state", "event", "why")
    sections = [
        _Section("open", ("day", "why"), _open(agreement, standing, asked)),
        _Section(
            "happened",
            changes,
            tuple(_changed(one, asked.lang) for one in timeline if one.on <= asked.on),
        ),
        _Section(
            "coming",
            changes,
            tuple(_changed(one, asked.lang) for one in coming[:MOST]),
            more=len(coming[MOST:]),
        ),
    ]
    return [section for section in sections if section.rows]


def _open(agreement: Agreement, standing: Standing, asked: Asked) -> tuple[Cells, ...]:
    """What waits for an answer, and the days that matter."""
    lang = asked.lang
    rows = []
    for number in standing.open:
        event = agreement.events[number - 1]
        name = event_name(event.tag, lang)
        rows.append(_cells(str(event.on), phrase("waits", lang, number=number, event=name)))
    rows += [
        _cells(str(one.day or ""), one.text(lang) + _cited(one.source))
        for one in sorted(flag([agreement], asked.on, AHEAD))
    ]
    return tuple(rows)


def _changed(change: Change, lang: str) -> Cells:
    """One line of the timeline."""
    before, after = (state_name(state, lang) for state in (change.before, change.after))
    state = after if change.before is change.after else f"{before} → {after}"
    told = change.cause.text(lang) + _cited(change.cause.source)
    if change.anomaly is not None:
        told = phrase("no-effect", lang, anomaly=change.anomaly)
    number = "" if change.number is None else f"{change.number} "
    return _cells(str(change.on), state, number + event_name(change.tag, lang), told)


def _cited(source: Source | None) -> str:
    return f"   [{source.cite}]" if source else ""


def _cells(*texts: str) -> Cells:
    return tuple(clean(unicodedata.normalize("NFC", text)) for text in texts)
