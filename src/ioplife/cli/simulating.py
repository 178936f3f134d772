"""``ioplife simulate``: what would follow, beside what follows without it. Nothing is written."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.cli import output
from ioplife.cli.exits import Exit, gravest
from ioplife.cli.indices import Indices
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.output import Cells
from ioplife.cli.streams import Write, clean, data, printable, talk
from ioplife.dates import LAST_DAY, Duration
from ioplife.differences import Difference, MoneyDifference
from ioplife.documents import BadDocument, dump_mistake, dump_simulation, dump_totals
from ioplife.messages import event_name, fact_text, phrase, state_name
from ioplife.simulation import Simulation, Supposed, simulate_each
from ioplife.standing import Change
from ioplife.suppositions import Supposition, WhenDue
from ioplife.terms import Unknown
from ioplife.totals import Total, Totals

AHEAD: Final = Duration(years=3)
"""How far ahead it is told, where no day is said."""

COLUMNS: Final = (
    "on",
    "until",
    "agreement",
    "title",
    "answer",
    "recorded",
    "state_before",
    "state_after",
    "last_day_before",
    "last_day_after",
    "due_before",
    "due_after",
    "repaid_before",
    "repaid_after",
    "untold",
    "policy",
)
"""The columns of CSV, an agreement a row; JSON has all there is to tell."""

COUNTED: Final = ("ending", "ended", "later", "open_ended", "unknown", "unbound", "untold")
SUMMED: Final = ("due", "repaid")


@attrs.frozen(kw_only=True)
class Request:
    """What is asked of each agreement.

    Args:
        supposed: what is supposed.
        until: the last day; None: three years ahead.
        indices: a document of what indices were; None: those that are shipped.
        force: whether to take in what may not happen.
        flags: whether to tell flags.
    """

    supposed: tuple[Supposition, ...]
    until: Date | None
    indices: str | None
    force: bool
    flags: bool

    def last(self, on: Date) -> Date:
        """The last day."""
        return self.until or min(AHEAD.after(on), LAST_DAY)


def answer(paths: Sequence[str], asked: Asked, request: Request) -> Exit:
    """Read, simulate and write: an agreement at a time, but for JSON, which is one object.

    Raises:
        BadValue: for a last day before the first.
    """
    asked.tell()
    try:
        observed = Indices.read(request.indices)
    except BadDocument as error:
        for mistake in error.mistakes:
            talk(str(mistake))
        return Exit.UNREADABLE
    inputs = Inputs(paths)
    many = inputs.together() if asked.form == "json" else inputs.one_by_one()
    found = simulate_each(
        _heeded(many, asked),
        request.supposed,
        on=asked.on,
        until=request.last(asked.on),
        policy=asked.policy,
        is_working_day=asked.is_working_day,
        indices=observed.observations,
        force=request.force,
        flags=request.flags and asked.form != "csv",
    )
    totals = Totals()
    with data(portable=asked.form != "text") as write:
        match asked.form:
            case "json":
                totals = _object(found, asked, request, inputs, write)
            case "jsonl":
                totals = Totals.of(_lines(found, asked, write))
            case "csv":
                totals = Totals.of(_rows(found, write))
            case _:
                totals = Totals.of(_pages(found, asked.lang, write))
                if totals.agreements > 1:
                    _summed(totals, request.last(asked.on), asked.lang, write)
    return gravest(
        Exit.UNREADABLE if inputs.failed else Exit.DONE,
        Exit.REFUSED if totals.no or totals.unknown else Exit.DONE,
    )


def _heeded(agreements: Iterable[Agreement], asked: Asked) -> Iterator[Agreement]:
    """The same, one at a time, with a word where what is told hangs on working days."""
    for agreement in agreements:
        asked.calendar.heed(agreement, asked.on)
        yield agreement


# --- for machines --------------------------------------------------------------------------------


def _object(
    found: Iterable[Simulation], asked: Asked, request: Request, inputs: Inputs, write: Write
) -> Totals:
    told: list[dict[str, Any]] = []

    def each() -> Iterator[Simulation]:
        for one in found:
            told.append(dump_simulation(one, lang=asked.lang))
            yield one

    totals = Totals.of(each())
    whole = {
        "on": str(asked.on),
        "until": str(request.last(asked.on)),
        "policy": asked.policy.name,
        "simulations": told,
        "totals": dump_totals(totals),
        "unread": [dump_mistake(one) for one in inputs.mistakes],
    }
    output.one_object(whole, write)
    return totals


def _lines(found: Iterable[Simulation], asked: Asked, write: Write) -> Iterator[Simulation]:
    for one in found:
        output.one_line(dump_simulation(one, lang=asked.lang), write)
        yield one


def _rows(found: Iterable[Simulation], write: Write) -> Iterator[Simulation]:
    writer = csv.writer(output.Lines(write), lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in found:
        lives = (one.before, one.after)
        writer.writerow(
            [
                one.on,
                one.until,
                one.agreement.id,
                one.agreement.title,
                one.answer.value,
                sum(step.recorded for step in one.steps),
                *(life.standing.state or "" for life in lives),
                *(_plain_day(life.standing.last_day) for life in lives),
                *(life.money.due for life in lives),
                *(life.money.repaid for life in lives),
                one.after.money.untold,
                one.policy,
            ]
        )
        yield one


def _plain_day(day: Date | Unknown | None) -> str:
    return str(day) if isinstance(day, Date) else ""


# --- for people ----------------------------------------------------------------------------------


def _pages(found: Iterable[Simulation], lang: str, write: Write) -> Iterator[Simulation]:
    for place, one in enumerate(found):
        write("\n" * bool(place))
        _page(one, lang, write)
        yield one


def _page(one: Simulation, lang: str, write: Write) -> None:
    write("  ".join(_cells(one.agreement.id, one.agreement.title)).rstrip() + "\n")
    for step in one.steps:
        for line in _step(step, lang).split("\n"):
            write(f"  {printable(line)}\n")
    diff = one.diff
    if not diff:
        write(f"\n{phrase('differs-not', lang, until=one.until)}\n")
        return
    write(f"\n{phrase('differs', lang, until=one.until)}\n")
    for rows in (_changes(diff, lang), _days(diff, lang), _flags(diff, lang), _money(diff, lang)):
        if rows:
            output.aligned(rows, write, margin="  ")


def _step(step: Supposed, lang: str) -> str:
    """What came of it: the decision with its reasons, or why it has no day."""
    if step.decision is not None:
        forced = step.recorded and step.answer is not Answer.YES
        more = [f"  {phrase('supposed-forced', lang)}"] if forced else []
        return "\n".join([step.decision.text(lang), *more])
    why = "" if step.cause is None else step.cause.text(lang) + _cited(step)
    if isinstance(step.supposed, WhenDue):
        event = event_name(step.supposed.event.tag, lang)
        return phrase("supposed-when_due", lang, event=event, why=why)
    return phrase("supposed-not_renewed", lang, why=why)


def _cited(step: Supposed) -> str:
    source = None if step.cause is None else step.cause.source
    return f"   [{source.cite}]" if source else ""


def _changes(diff: Difference, lang: str) -> list[Cells]:
    """The changes of the one life and of the other, by their days."""
    changes = [("-", one) for one in diff.gone] + [("+", one) for one in diff.come]
    changes.sort(key=lambda one: one[1].on)  # of one day, what goes before what comes
    return [_change(sign, one, lang) for sign, one in changes]


def _change(sign: str, change: Change, lang: str) -> Cells:
    before, after = (state_name(state, lang) for state in (change.before, change.after))
    state = after if change.before is change.after else f"{before} → {after}"
    told = change.cause.text(lang)
    reason = dict(change.cause.facts).get("reason")
    if reason is not None and change.number is None:  # two ends on one day may differ in it alone
        told = f"{told} ({phrase(f'reason-{reason}', lang)})"
    if change.anomaly is not None:
        told = phrase("no-effect", lang, anomaly=change.anomaly)
    return _cells(sign, str(change.on), state, event_name(change.tag, lang), told)


def _days(diff: Difference, lang: str) -> list[Cells]:
    """The last day, and the days on which the states differ."""
    rows = []
    if diff.last_day is not None:
        last = diff.last_day
        moved = f"{_day(last.before, lang)} → {_day(last.after, lang)}"
        rows.append(_cells(phrase("differs-last-day", lang), moved, _by(last.days, lang)))
    for one in diff.states:
        before, after = (state_name(state, lang) for state in (one.before, one.after))
        days = _span(one.period.first, one.period.last, lang)
        rows.append(_cells(days, f"{before} → {after}", ""))
    return rows


def _span(first: Date, last: Date | None, lang: str) -> str:
    return str(first) if first == last else phrase("span", lang, first=first, last=last)


def _day(day: Date | Unknown | None, lang: str) -> str:
    if isinstance(day, Date):
        return str(day)
    return phrase("differs-open-ended" if day is None else "differs-unknown", lang)


def _by(days: int | None, lang: str) -> str:
    if not days:
        return ""
    return phrase(f"differs-{'later' if days > 0 else 'earlier'}", lang, days=abs(days))


def _flags(diff: Difference, lang: str) -> list[Cells]:
    """The flags that come, go or move, each with its runs of days."""
    rows = []
    for one in diff.flags or ():
        runs = one.after or one.before
        told = "; ".join(
            phrase(
                "differs-up" if run.flag.day else "differs-up-dayless",
                lang,
                day=run.flag.day,
                days=_span(run.first, run.last, lang),
            )
            for run in runs
        )
        rows.append(_cells(phrase(f"differs-{one.how}", lang), one.key.partition("/")[2], told))
    return rows


def _money(diff: Difference, lang: str) -> list[Cells]:
    """The payments that differ, and what they come to."""
    rows = [_paid(one, lang) for one in diff.money]
    sums = [(name, getattr(diff, name)) for name in SUMMED]
    for name, amount in sums:
        if any(one.repayment is (name == "repaid") for one in diff.money):
            title = phrase("differs-paid" if name == "due" else "differs-repaid", lang)
            rows.append(_cells(title, _signed(amount, lang), ""))
    return rows


def _paid(one: MoneyDifference, lang: str) -> Cells:
    label = one.either.duty.partition(":")[2]
    ordinal = phrase("ordinal", lang, number=one.either.ordinal)
    name = f"differs-{'repayment' if one.repayment else 'payment'}"
    number = " ".join(filter(None, (label, ordinal)))
    return _cells(phrase(name, lang, number=number), _signed(one.amount, lang), _by(one.days, lang))


def _signed(amount: Decimal | Unknown, lang: str) -> str:
    if isinstance(amount, Unknown):
        return phrase("amount-unknown", lang)
    sign = "-" if amount < 0 else "+" if amount else ""
    return sign + _kr(abs(amount), lang)


def _summed(totals: Totals, until: Date, lang: str, write: Write) -> None:
    """What they come to together."""
    write(f"\n{phrase('totals', lang, agreements=totals.agreements, until=until)}\n")
    heading = ("", phrase("total-now", lang), phrase("total-then", lang))
    rows = [heading, *_total(totals.before, totals.after, lang)]
    output.aligned(rows, write, margin="  ")
    counts = {name: getattr(totals, name) for name in ("changed", "yes", "no", "unknown")}
    write(f"  {phrase('total-answers', lang, **counts)}\n")


def _total(before: Total, after: Total, lang: str) -> Iterator[Cells]:
    for name in (*SUMMED, *COUNTED):
        one, other = getattr(before, name), getattr(after, name)
        if one or other:
            texts = (one, other) if name in COUNTED else (_kr(one, lang), _kr(other, lang))
            yield _cells(phrase(f"total-{name}", lang), *map(str, texts))


def _kr(amount: Decimal, lang: str) -> str:
    return fact_text("amount", amount, lang, "kr")


def _cells(*texts: str) -> Cells:
    return tuple(clean(unicodedata.normalize("NFC", text)) for text in texts)
