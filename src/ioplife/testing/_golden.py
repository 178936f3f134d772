"""Golden timelines: a whole timeline kept in a file, and compared."""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Final

from ioplife.agreement import Agreement
from ioplife.dates import DayLike, as_day
from ioplife.errors import BadValue, IopError
from ioplife.testing._chronicle import chronicle
from ioplife.testing._chronicle import owed as owing
from ioplife.testing._life import Life

WRITES: Final = "IOPLIFE_GOLDEN"
"""Where this variable of the environment says ``write``, golden timelines are written."""

_HOW: Final = f"if this is meant: {WRITES}=write, or pytest --ioplife-write"
_UNTRUE: Final = frozenset({"", "0", "false", "no"})


class NotWritten(IopError, RuntimeError):
    """A golden timeline was to be written where it may only be compared: in CI."""


def golden(
    path: str | os.PathLike[str],
    agreement: Agreement | Life,
    *,
    until: DayLike,
    owed: DayLike | None = None,
    write: bool | None = None,
) -> None:
    """Compare the whole timeline of an agreement with the one kept in a file.

    The text has each change with its cause, where the agreement stands that day and the day
    before. It is the same on every machine, so that a change of any rule is a changed line in
    a file that somebody reads.

    Args:
        path: the file.
        agreement: the agreement, or a life.
        until: the last day to tell of, included.
        owed: a day on which to tell, beside it, what is owed and how far it has come.
        write: whether to write the file instead; None: where the environment says so
            (``IOPLIFE_GOLDEN=write``, ``pytest --ioplife-write``).

    Raises:
        AssertionError: where the file says something else, or is not there.
        BadValue: for what is no agreement and no life, for a day that is none, and for a folder.
        NotWritten: where it is to be written and the environment says ``CI``.
    """
    __tracebackhide__ = True
    found = agreement.agreement if isinstance(agreement, Life) else agreement
    if not isinstance(found, Agreement):
        raise BadValue("agreement", found, "must be of the kind Agreement, or a Life")
    text = chronicle(found, until=until, standings=True)
    if owed is not None:
        text += f"\nowed on {as_day(owed, 'owed')}:\n{owing(found, owed)}"
    file = Path(path)
    if file.is_dir():
        raise BadValue("path", str(file), "must be a file, not a folder")
    if os.environ.get(WRITES) == "write" if write is None else write:
        _write(file, text)
        return
    if not file.exists():
        raise AssertionError(f"{file} is not there; {_HOW}\n{text}")
    kept = file.read_text(encoding="utf-8", errors="replace")
    if kept != text:
        lines = difflib.unified_diff(
            kept.splitlines(), text.splitlines(), f"{file}, as kept", "as it is now", lineterm=""
        )
        told = "".join(f"{line}\n" for line in lines) or "the ends of its lines differ\n"
        raise AssertionError(f"{file} says something else; {_HOW}\n{told}")


def _write(file: Path, text: str) -> None:
    if os.environ.get("CI", "").lower() not in _UNTRUE:
        raise NotWritten(f"{file} is compared in CI, and never written there")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
