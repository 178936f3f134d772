"""``ioplife show``: one agreement on one day, from where it stands to what is to come."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

import attrs

from ioplife.agreement import Agreement
from ioplife.cli import output, owing, ruling
from ioplife.cli.exits import Exit
from ioplife.cli.indices import Indices
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.output import Cells
from ioplife.cli.streams import Write, clean, data, talk
from ioplife.dates import LAST_DAY, Duration
from ioplife.documents import (
    BadDocument,
    dump_change,
    dump_flag,
    dump_payment,
    dump_refund,
    dump_standing,
)
from ioplife.flags import Flag, flag
from ioplife.messages import event_name, phrase, state_name
from ioplife.money import Payment, Refund
from ioplife.sources import Source
from ioplife.standing import Change, Standing
from ioplife.states import State
from ioplife.terms import Terms, Unknown

AHEAD: Final = Duration(months=6)
"""How far ahead the days that matter are shown; ``flag`` shows others."""

FORESEEN: Final = Duration(years=50)
"""How far ahead changes are told; what goes on by itself goes on for ever."""

MOST: Final = 12
"""How many changes to come people are shown; JSON has all that are told."""


@attrs.frozen
class _Section:
    """One part of the page: a heading, rows below headings of their own, and notes."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Cells, ...]
    more: int = 0
    notes: Cells = ()


@attrs.frozen
class _Question:
    """One agreement on the day asked, and all that is worked out of it."""

    agreement: Agreement
    asked: Asked
    indices: Indices

    @property
    def lang(self) -> str:
        return self.asked.lang

    @cached_property
    def standing(self) -> Standing:
        calendar = self.asked.calendar
        calendar.heed(self.agreement, self.asked.on)
        return self.agreement.on(self.asked.on, is_working_day=calendar.is_working_day)

    @cached_property
    def terms(self) -> Terms:
        return self.agreement.terms_on(self.asked.on)

    @cached_property
    def timeline(self) -> tuple[Change, ...]:
        ahead = min(FORESEEN.after(self.standing.on), LAST_DAY)
        return self.agreement.timeline(until=ahead)

    @cached_property
    def flags(self) -> list[Flag]:
        found = flag(
            [self.agreement],
            self.asked.on,
            AHEAD,
            policy=self.asked.policy,
            is_working_day=self.asked.is_working_day,
        )
        return sorted(found)

    @cached_property
    def payments(self) -> tuple[Payment, ...]:
        return self.agreement.payments(self.asked.on, indices=self.indices.observations)

    @cached_property
    def refunds(self) -> tuple[Refund, ...]:
        return self.agreement.repayments(self.asked.on, indices=self.indices.observations)

    @cached_property
    def share(self) -> Decimal | Unknown:
        return self.agreement.public_share(self.asked.on)


def answer(file: str, asked: Asked, indices: str | None = None) -> Exit:
    """Read one agreement and write all that can be told of it on the day.

    Args:
        file: the document.
        asked: what every command is told.
        indices: a document of what indices were; it goes before what is shipped.

    Raises:
        click.UsageError: where there are several agreements.
    """
    asked.tell()
    try:
        observed = Indices.read(indices)
    except BadDocument as error:
        for mistake in error.mistakes:
            talk(str(mistake))
        return Exit.UNREADABLE
    agreement = Inputs([file]).single("show")
    if agreement is None:
        return Exit.UNREADABLE
    question = _Question(agreement, asked, observed)
    with data(portable=asked.form != "text") as write:
        if asked.form == "json":
            output.one_object(_whole(question), write)
        else:
            page = _markdown if asked.form == "md" else _text
            page(question, write)
    return Exit.DONE


def _whole(q: _Question) -> dict[str, Any]:
    """The standing as JSON has it, and what leads to it and from it."""
    return dump_standing(q.standing, q.agreement.id, lang=q.lang) | {
        "policy": q.asked.policy.name,
        "title": q.agreement.title,
        "payments": [dump_payment(one, q.agreement.id, lang=q.lang) for one in q.payments],
        "repayments": [dump_refund(one, q.agreement.id, lang=q.lang) for one in q.refunds],
        "public_share": None if isinstance(q.share, Unknown) else str(q.share),
        "indices": q.indices.names,
        "timeline": [dump_change(change, lang=q.lang) for change in q.timeline],
        "flags": [dump_flag(one, lang=q.lang) for one in q.flags],
    }


# --- for people ----------------------------------------------------------------------------


def _text(q: _Question, write: Write) -> None:
    write("  ".join(_cells(q.agreement.id, q.agreement.title)).rstrip() + "\n")
    write(_headline(q.standing, q.lang) + "\n")
    for why in _causes(q.standing, q.lang):
        write(f"  {why}\n")
    for section in _sections(q):
        write(f"\n{phrase(section.name, q.lang)}\n")
        if section.rows:
            output.aligned(section.rows, write, margin="  ")
        for line in _below(section, q.lang):
            write(f"  {line}\n")


def _markdown(q: _Question, write: Write) -> None:
    title = output.marked(*_cells(q.agreement.title or q.agreement.id))
    write(f"# {title}\n\n`{q.agreement.id}`\n\n**{_headline(q.standing, q.lang)}**\n\n")
    for why in _causes(q.standing, q.lang):
        write(f"- {output.marked(why)}\n")
    for section in _sections(q):
        write(f"\n## {phrase(section.name, q.lang)}\n\n")
        if section.rows:
            columns = tuple(phrase(f"column-{name}", q.lang) for name in section.columns)
            output.tabled(columns, section.rows, write)
        for place, line in enumerate(_below(section, q.lang)):
            write("\n" * bool(section.rows or place) + output.marked(line) + "\n")


def _below(section: _Section, lang: str) -> Cells:
    """What stands below the rows."""
    more = phrase("more", lang, more=section.more) if section.more else ""
    return tuple(filter(None, (more, *section.notes)))


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
    period = standing.period
    if standing.extensions and period is not None:
        parts.append(
            phrase("period", lang, ordinal=standing.number, first=period.first, last=period.last)
        )
    return clean(", ".join(parts))


def _causes(standing: Standing, lang: str) -> list[str]:
    told = [clean(one.text(lang) + _cited(one.source)) for one in standing.because]
    if standing.left:
        told.append(clean(phrase("left", lang, parties=standing.left)))
    return told


def _sections(q: _Question) -> list[_Section]:
    """What there is something to say of."""
    on = q.asked.on
    coming = [_changed(one, q.lang) for one in q.timeline if one.on > on]
    happened = tuple(_changed(one, q.lang) for one in q.timeline if one.on <= on)
    changes = ("day", "state", "event", "why")
    sections = [
        _Section("open", ("day", "why"), _open(q)),
        _Section("decisions", ruling.DECISIONS, _all(ruling.decisions(q.standing, q.lang))),
        _Section("demands", ruling.DEMANDS, _all(ruling.demands(q.standing, q.lang))),
        _duties(q),
        _money(q),
        _refunds(q),
        _Section("happened", changes, happened),
        _Section("coming", changes, tuple(coming[:MOST]), more=len(coming[MOST:])),
    ]
    return [section for section in sections if section.rows or section.notes]


def _open(q: _Question) -> tuple[Cells, ...]:
    """What waits for an answer, and the days that matter."""
    rows = []
    for number in q.standing.open:
        event = q.agreement.events[number - 1]
        name = event_name(event.tag, q.lang)
        rows.append(_cells(str(event.on), phrase("waits", q.lang, number=number, event=name)))
    rows += [_cells(str(one.day or ""), one.text(q.lang) + _cited(one.source)) for one in q.flags]
    return tuple(rows)


def _all(rows: Iterable[Iterable[str]]) -> tuple[Cells, ...]:
    return tuple(_cells(*row) for row in rows)


def _duties(q: _Question) -> _Section:
    """What is owed, and what nobody has read of it."""
    rows = _all(owing.duties(q.standing, q.lang))
    notes = owing.unowed(q.standing, q.terms) if _lives(q.standing) else ()
    return _Section("duties", owing.DUTIES, rows, notes=_said(notes, q.lang))


def _money(q: _Question) -> _Section:
    """What is paid, how that is known, and what the public parties put in."""
    paid = sorted(q.payments, key=lambda one: one.last)  # of several plans, one after the other
    rows = _all(owing.payments(paid, q.lang))
    past = sum(one.last < q.asked.on for one in q.payments)
    notes: list[str] = []
    if _lives(q.standing):
        notes += _said(filter(None, [owing.unpaid(q.standing, q.terms, q.payments)]), q.lang)
        if not isinstance(q.share, Unknown):
            notes.append(phrase("share", q.lang, share=q.share))
        if q.payments and isinstance(q.terms.indexation, tuple) and q.terms.indexation:
            notes.append(q.indices.text(q.lang))
    shown = past + MOST
    more = len(rows[shown:])
    return _Section("money", owing.MONEY, rows[:shown], more=more, notes=_cells(*notes))


def _refunds(q: _Question) -> _Section:
    """What is paid back of what was paid for days after the last."""
    rows = tuple(_cells(*row) for row in owing.refunds(q.refunds, q.lang))
    return _Section("refunds", owing.REFUNDS, rows)


def _lives(standing: Standing) -> bool:
    """Whether anything is owed, or may come to be."""
    return standing.state not in (None, State.DECLINED)


def _said(names: Iterable[str], lang: str) -> Cells:
    return _cells(*(phrase(name, lang) for name in names))


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
