"""``ioplife flag``: the days that matter, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ioplife.agreement import Agreement
from ioplife.cli import output
from ioplife.cli.exits import Exit, gravest
from ioplife.cli.inputs import Inputs
from ioplife.cli.options import Asked
from ioplife.cli.streams import Write, data
from ioplife.dates import Duration
from ioplife.documents import Mistake, dump_flag, dump_mistake
from ioplife.flags import Flag, flag


def answer(
    paths: Sequence[str], asked: Asked, within: Duration, *, exit_code: bool, quiet: bool
) -> Exit:
    """Read, flag and write; what comes of it is the exit code.

    JSON Lines are written while they are read, so that one agreement at a time is kept;
    every other form is sorted, soonest first.
    """
    if not quiet:
        asked.tell()
    inputs = Inputs(paths, quiet=quiet)
    flagged = False
    with data(portable=asked.form != "table") as write:
        if asked.form == "jsonl":
            head = {"on": str(asked.on), "policy": asked.policy.name}
            for one in _flagged(inputs.one_by_one(), asked, within):
                flagged = True
                output.one_line(head | dump_flag(one, lang=asked.lang), write)
        else:
            flags = sorted(_flagged(inputs.together(), asked, within))
            flagged = bool(flags)
            _write(flags, asked, within, inputs.mistakes, write)
    return gravest(
        Exit.UNREADABLE if inputs.failed else Exit.DONE,
        Exit.FLAGGED if flagged and exit_code else Exit.DONE,
    )


def _flagged(agreements: Iterable[Agreement], asked: Asked, within: Duration) -> Iterator[Flag]:
    return flag(
        _heeded(agreements, asked),
        asked.on,
        within,
        policy=asked.policy,
        is_working_day=asked.is_working_day,
    )


def _heeded(agreements: Iterable[Agreement], asked: Asked) -> Iterator[Agreement]:
    """The same, one at a time, with a word where their flags hang on working days."""
    for agreement in agreements:
        asked.calendar.heed(agreement, asked.on)
        yield agreement


def _write(
    flags: Sequence[Flag],
    asked: Asked,
    within: Duration,
    mistakes: Sequence[Mistake],
    write: Write,
) -> None:
    match asked.form:
        case "json":
            found = {
                "on": str(asked.on),
                "within": str(within),
                "policy": asked.policy.name,
                "flags": [dump_flag(one, lang=asked.lang) for one in flags],
                "unread": [dump_mistake(one) for one in mistakes],
            }
            output.one_object(found, write)
        case "csv":
            output.comma_separated(flags, asked, write)
        case "md":
            output.markdown(flags, asked.lang, write)
        case _:
            _table(flags, asked.lang, write)


def _table(flags: Sequence[Flag], lang: str, write: Write) -> None:
    if not output.on_terminal():
        output.columns(flags, lang, write)
        return
    from ioplife.cli import terminal  # noqa: PLC0415 - rich is loaded for a terminal alone

    terminal.table(flags, lang, write)
