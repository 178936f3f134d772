"""``ioplife draw``: the lifecycle, and where an agreement stands in it."""

from __future__ import annotations

from ioplife.cli.exits import Exit
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.streams import data, talk
from ioplife.lifecycle import LIFECYCLE
from ioplife.lifecycle.drawing import draw
from ioplife.messages import phrase


def answer(file: str | None, asked: Asked) -> Exit:
    """Draw the lifecycle; with a file, mark the state of its agreement."""
    state = None
    if file is not None:
        asked.tell()
        agreement = Inputs([file]).single("draw")
        if agreement is None:
            return Exit.UNREADABLE
        state = agreement.on(asked.on).state
        talk(phrase("stands", asked.lang, agreement=agreement.id, state=state or "nothing"))
    with data(portable=True) as write:
        write(draw(LIFECYCLE, asked.form, state) + "\n")
    return Exit.DONE
