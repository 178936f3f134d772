"""What is tried: every reader of documents, and the command; each must end in our own way."""

from __future__ import annotations

import contextlib
import io
import json
import os
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Final

from click.testing import CliRunner

import ioplife as iop
from ioplife.cli import main
from ioplife.documents import (
    BadDocument,
    Original,
    dumps,
    load_agreement,
    load_all,
    load_clauses,
    load_event,
    load_indices,
    load_meetings,
    load_terms,
    loads,
)
from tests.fuzz.mutants import INDICES, MEETINGS

LONGEST: Final = 20
"""Seconds: what takes longer hangs."""

ON: Final = "2023-05-08"
PLAIN: Final = {"LANG": "C.UTF-8", "LC_ALL": None, "TERM": "dumb", "COLUMNS": None}


class Hung(Exception):
    """It took too long."""


@contextlib.contextmanager
def soon() -> Iterator[None]:
    """What is within ends within so many seconds."""

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise Hung(f"longer than {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, LONGEST)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


# --- documents -------------------------------------------------------------------------------


def _answered(agreement: iop.Agreement) -> None:
    """What could be read can be asked and written."""
    agreement.on(ON)
    agreement.deadlines(ON, within="P6M")
    agreement.payments(ON)
    assert agreement == loads(dumps(agreement), format="json")


def _in_file(suffix: str, content: bytes, read: Callable[[Path], object]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"document{suffix}")
        file.write_bytes(content)
        read(file)


def _added(file: Path) -> None:
    """An event taken into the document leaves what it says."""
    addition = Original.read(file).adding(iop.Noted(ON, by="town", what="something"))
    addition.check()


def _loaded(file: Path) -> None:
    found = load_all(file)
    for agreement in found.agreements:
        _answered(agreement)


def _streamed(content: bytes) -> None:
    stream = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")
    load_all("-", stdin=stream)


def _plain(content: bytes) -> None:
    """As plain data, of whatever it says it is."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    events = data.get("events", []) if isinstance(data, dict) else []
    for read, one in (
        (load_agreement, data),
        (load_terms, data),
        *((load_event, event) for event in (events if isinstance(events, list) else [])[:5]),
    ):
        with contextlib.suppress(BadDocument):
            read(one)


def read_everywhere(content: bytes) -> None:
    """Every reader takes the content, or says what is wrong with it.

    Raises:
        Exception: any other than our own; it is a finding.
    """
    tried: list[Callable[[], object]] = [
        lambda: _streamed(content),
        lambda: _plain(content),
        lambda: _in_file(".txt", content, load_meetings),
    ]
    tried += [
        partial(_in_file, suffix, content, read)
        for suffix in (".toml", ".json")
        for read in (_loaded, load_clauses, load_indices, _added)
    ]
    tried.append(lambda: _in_file(".jsonl", content, _loaded))
    for one in tried:
        with soon(), contextlib.suppress(iop.IopError):
            one()


# --- the command -----------------------------------------------------------------------------


def sandbox(folder: Path, document: bytes) -> None:
    """A folder with all that a path may lead to."""
    examples = Path(__file__).parents[2] / "examples" / "linkoping"
    shutil.copy(examples / "son-2021-404.toml", folder / "son.toml")
    shutil.copy(examples / "iogt-nto-sion.toml", folder / "sion.toml")
    (folder / "odd.toml").write_bytes(document)
    (folder / "odd.json").write_bytes(document)
    (folder / "odd.txt").write_bytes(document)
    (folder / "empty.toml").write_bytes(b"")
    (folder / "meetings.txt").write_text(MEETINGS, "utf-8")
    (folder / "indices.toml").write_text(INDICES, "utf-8")
    (folder / "deep").mkdir()
    (folder / "deep" / "folder.toml").mkdir()
    (folder / "deep" / "back").symlink_to(folder)
    (folder / "deep" / "gone.toml").symlink_to("nowhere.toml")
    (folder / "deep" / "self.toml").symlink_to("self.toml")
    os.mkfifo(folder / "pipe.toml")
    (folder / "deep" / "sion.toml").symlink_to("../sion.toml")


PATHS: Final = (
    "son.toml",
    "sion.toml",
    "odd.toml",
    "odd.json",
    "odd.txt",
    "empty.toml",
    "deep",
    "deep/folder.toml",
    "deep/gone.toml",
    "deep/self.toml",
    "pipe.toml",
    ".",
    "-",
    "nowhere.toml",
    "",
    "/dev/null",
    "x" * 300 + ".toml",
    "\udcff.toml",
    "--",
)
EXITS: Final = frozenset({0, 1, 2, 3})


def typed(arguments: Sequence[str], document: bytes) -> None:
    """The command ends with an exit code that is documented, and no traceback.

    Raises:
        Exception: what the command raised; it is a finding.
    """
    here = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        sandbox(Path(folder), document)
        os.chdir(folder)
        try:
            with soon():
                result = CliRunner(env=PLAIN).invoke(
                    main,
                    [*arguments],
                    input=document,
                    prog_name="ioplife",
                    catch_exceptions=False,
                )
        finally:
            os.chdir(here)
    assert result.exit_code in EXITS, result.exit_code
    assert "Traceback" not in result.output


# --- as it is kept ---------------------------------------------------------------------------


def kept(arguments: Sequence[str], document: bytes) -> dict[str, Any]:
    """What was typed, as JSON keeps it."""
    return {"arguments": [*arguments], "document": document.decode("latin-1")}


def replay(file: Path) -> None:
    """Try a file of the corpus again."""
    if file.parent.name == "command":
        told = json.loads(file.read_text("ascii"))
        typed(told["arguments"], told["document"].encode("latin-1"))
    else:
        read_everywhere(file.read_bytes())
