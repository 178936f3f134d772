"""``ioplife ask``: whether an event may happen, and if not, why not."""

from __future__ import annotations

from collections.abc import Sequence

from ioplife.agreement import Agreement
from ioplife.cli import output
from ioplife.cli.exits import Exit
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.streams import Write, data, printable
from ioplife.cli.values import event_of
from ioplife.decisions import Decision
from ioplife.documents import Addition, dump_decision
from ioplife.events import Event


def answer(file: str, tag: str, given: Sequence[str], asked: Asked) -> Exit:
    """Read one agreement, ask it, and write the decision; nothing else is written.

    Raises:
        click.UsageError: for fields the event cannot have, and where there are several
            agreements.
    """
    event = event_of(tag, asked.on, given)
    asked.tell()
    agreement = Inputs([file]).single("ask")
    if agreement is None:
        return Exit.UNREADABLE
    decision = considered(agreement, event, asked)
    with data(portable=asked.form == "json") as write:
        told(decision, agreement.id, asked, write)
    return Exit.DONE if decision else Exit.REFUSED


def considered(agreement: Agreement, event: Event, asked: Asked) -> Decision:
    """Ask an agreement whether an event may happen."""
    return asked.calendar.ask(
        lambda calendar: agreement.consider(event, policy=asked.policy, is_working_day=calendar),
        lambda decision: [(verdict.code, verdict.answer) for verdict in decision.verdicts],
    )


def told(
    decision: Decision,
    agreement_id: str,
    asked: Asked,
    write: Write,
    addition: Addition | None = None,
) -> None:
    """Write a decision, and what would be added to the document, where that is to be shown."""
    if asked.form == "json":
        found = dump_decision(decision, agreement_id, lang=asked.lang)
        if addition is not None:
            found |= {"number": addition.number, "added": addition.text}
        output.one_object(found, write)
        return
    write(printable(decision.text(asked.lang)) + "\n")
    if addition is not None:
        write("\n" + printable(addition.text.rstrip("\n")) + "\n")
