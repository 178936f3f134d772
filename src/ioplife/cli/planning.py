"""``ioplife plan``: by when it must be decided what follows, worked out backwards."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from ioplife.agreement import Agreement
from ioplife.cli import output
from ioplife.cli.exits import Exit
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.output import Cells
from ioplife.cli.streams import Write, clean, data
from ioplife.dates import days_between
from ioplife.documents import dump_mistake, dump_plan
from ioplife.messages import phrase
from ioplife.planning import Plan, PlanDay
from ioplife.standing import Cause

COLUMNS = ("day", "days", "step", "why", "source")


def answer(paths: Sequence[str], asked: Asked) -> Exit:
    """Read every agreement, and write a plan for each, in their order."""
    asked.tell()
    inputs = Inputs(paths)
    planned = [(one, one.plan(asked.on, policy=asked.policy)) for one in inputs.together()]
    with data(portable=asked.form != "text") as write:
        if asked.form == "json":
            found = {
                "on": str(asked.on),
                "policy": asked.policy.name,
                "plans": [dump_plan(plan, one.id, lang=asked.lang) for one, plan in planned],
                "unread": [dump_mistake(mistake) for mistake in inputs.mistakes],
            }
            output.one_object(found, write)
        else:
            page = _markdown if asked.form == "md" else _text
            for place, (one, plan) in enumerate(planned):
                write("\n" * bool(place))
                page(one, plan, asked.lang, write)
    return Exit.UNREADABLE if inputs.failed else Exit.DONE


def _text(agreement: Agreement, plan: Plan, lang: str, write: Write) -> None:
    write("  ".join(_cells(agreement.id, agreement.title)).rstrip() + "\n")
    rows = tuple(_rows(plan, lang))
    if rows:
        output.aligned(rows, write, right=1, margin="  ")
    for one in plan.missing:
        write(f"  {_said(one, lang)}\n")


def _markdown(agreement: Agreement, plan: Plan, lang: str, write: Write) -> None:
    title = output.marked(*_cells(agreement.title or agreement.id))
    write(f"## {title}\n\n`{agreement.id}`\n\n")
    rows = tuple(_rows(plan, lang))
    if rows:
        output.tabled(
            tuple(phrase(f"column-{name}", lang) for name in COLUMNS), rows, write, right=1
        )
    for place, one in enumerate(plan.missing):
        write("\n" * bool(rows or place) + output.marked(_said(one, lang)) + "\n")


def _rows(plan: Plan, lang: str) -> Iterator[Cells]:
    """Each day of a plan, the soonest first."""
    for name, one in plan.days:
        yield _cells(
            str(one.day),
            str(days_between(plan.on, one.day)),
            phrase(f"plan-{_step(name, one)}", lang),
            one.text(lang),
            "" if one.source is None else one.source.cite,
        )


def _step(name: str, one: PlanDay) -> str:
    """What the day is: of what waits for the decision, its sort."""
    return one.code if name == "target" else name


def _said(cause: Cause, lang: str) -> str:
    source = f"   [{cause.source.cite}]" if cause.source else ""
    return clean(cause.text(lang) + source)


def _cells(*texts: str) -> Cells:
    return tuple(clean(unicodedata.normalize("NFC", text)) for text in texts)
