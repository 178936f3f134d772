"""``ioplife ask``: whether an event may happen, and if not, why not."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ioplife.cli import output
from ioplife.cli.exits import Exit
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.streams import data, printable
from ioplife.cli.values import event_of
from ioplife.documents import dump_decision


def answer(file: str, tag: str, given: Sequence[str], asked: Asked) -> Exit:
    """Read one agreement, ask it, and write the decision; nothing else is written.

    Raises:
        click.UsageError: for fields the event cannot have, and where there are several
            agreements.
    """
    event = event_of(tag, asked.on, given)
    asked.tell()
    inputs = Inputs([file])
    agreements = inputs.together()
    if inputs.failed:
        return Exit.UNREADABLE
    if len(agreements) > 1:
        raise click.UsageError(f"{file} holds {len(agreements)} agreements; ask takes one")
    (agreement,) = agreements
    decision = agreement.consider(event, policy=asked.policy)
    with data(portable=asked.form == "json") as write:
        if asked.form == "json":
            output.one_object(dump_decision(decision, agreement.id, lang=asked.lang), write)
        else:
            write(printable(decision.text(asked.lang)) + "\n")
    return Exit.DONE if decision else Exit.REFUSED
