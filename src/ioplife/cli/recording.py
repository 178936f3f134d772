"""``ioplife record``: an event that may happen, put on record where the agreement lies."""

from __future__ import annotations

from collections.abc import Sequence

import click

from ioplife.cli.asking import considered, told
from ioplife.cli.exits import Exit
from ioplife.cli.options import Asked
from ioplife.cli.streams import data, talk
from ioplife.cli.values import event_of
from ioplife.documents import BadDocument, Original, Unwritable


def answer(file: str, tag: str, given: Sequence[str], asked: Asked, *, dry_run: bool) -> Exit:
    """Ask first, write the decision, and put the event on record where the answer is yes.

    Raises:
        click.UsageError: for fields the event cannot have, and for standard input.
    """
    if file == "-":
        raise click.UsageError("record writes to the file it reads; standard input is none")
    event = event_of(tag, asked.on, given)
    asked.tell()
    try:
        original = Original.read(file)
        agreement = original.agreement
        decision = considered(agreement, event, asked)
        addition = original.adding(event) if decision else None
        with data(portable=asked.form == "json") as write:
            told(decision, agreement.id, asked, write, addition if dry_run else None)
        if addition is None:
            return Exit.REFUSED
        if not dry_run:
            addition.write()
            talk(f"recorded in {file} as event {addition.number}")
    except BadDocument as error:
        for mistake in error.mistakes:
            talk(str(mistake))
        return Exit.UNREADABLE
    except Unwritable as error:
        talk(str(error))
        return Exit.UNREADABLE
    return Exit.DONE
