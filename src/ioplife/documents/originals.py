"""A document where it lies, and what one more event makes of it; all else in it stays.

TOML is edited in place, with its comments, its order and its line endings. JSON is written
anew, two blanks a step; of JSON Lines, the one line that holds the agreement.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Self

import attrs

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

from ioplife.agreement import Agreement
from ioplife.documents.blocks import EVENTS, TOUCHING, block_in
from ioplife.documents.files import NO_DOCUMENT, content_of, decoded, said, unwritable, whole
from ioplife.documents.mistakes import BadDocument, Unreadable, Unwritable
from ioplife.documents.tables import dump_event
from ioplife.documents.texts import from_json, from_toml
from ioplife.events import Event


@attrs.frozen
class Original:
    """A file of one agreement, as it lies.

    Args:
        file: the file, as it was named.
        content: what lies in it.
        line: the line of the agreement in a file of JSON Lines, from 1; else None.
        agreement: the agreement.
    """

    file: str
    content: bytes = attrs.field(repr=False)
    line: int | None
    agreement: Agreement

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Self:
        """The original that lies there.

        Raises:
            Unreadable: for a file that cannot be opened, or a folder.
            BadDocument: with every mistake in it, or if it is no file of one agreement.
        """
        file = os.fspath(path)
        if os.path.isdir(file):  # noqa: PTH112 - Path.is_dir raises where nobody may look
            raise Unreadable((whole(file, "is a folder, where one file is meant"),))
        content = content_of(file)
        line, agreement = _read(file, decoded(content, file))
        return cls(file, content, line, agreement)

    def adding(self, event: Event) -> Addition:
        """What recording an event, without asking, makes of it. Nothing is written yet.

        Raises:
            Unwritable: if the event cannot be put in without touching anything else.
        """
        text = decoded(self.content, self.file)
        ending = "\r\n" if "\r\n" in text else "\n"
        match Path(self.file).suffix:
            case ".toml":
                added, after = block_in(self.file, text, event, ending)
            case ".json":
                added = _json(dump_event(event), indent=2)
                after = _json(_with(json.loads(text), event), indent=2).replace("\n", ending)
                after += ending
            case _:
                added, after = _json(dump_event(event)), self._in_lines(text, event)
        head = BOM_UTF8 if self.content.startswith(BOM_UTF8) else b""
        addition = Addition(self, event, added, head + after.encode())
        addition.check()
        return addition

    def _in_lines(self, text: str, event: Event) -> str:
        lines = text.split("\n")
        place = (self.line or 1) - 1
        own = lines[place]
        end = own[len(own.rstrip()) :]
        lines[place] = _json(_with(json.loads(own), event)) + end
        return "\n".join(lines)


@attrs.frozen
class Addition:
    """One more event in a document, ready to be written.

    Args:
        original: the document as it lies.
        event: the event.
        text: what is added, as the document would show it.
        content: what the file will hold.
    """

    original: Original
    event: Event
    text: str
    content: bytes = attrs.field(repr=False)

    @property
    def agreement(self) -> Agreement:
        """The agreement with the event on record."""
        return self.original.agreement.record(self.event)

    @property
    def number(self) -> int:
        """The number of the event, from 1."""
        return len(self.original.agreement.events) + 1

    def check(self) -> None:
        """See that the new text says what was on record and the event, and nothing else.

        Raises:
            Unwritable: if it does not.
        """
        file = self.original.file
        try:
            _line, found = _read(file, decoded(self.content, file))
        except BadDocument:
            found = None
        if found != self.agreement:
            raise unwritable(file, TOUCHING)

    def write(self) -> None:
        """Put the new document in the place of the old one, whole or not at all.

        The file keeps its rights, and a link to it stays a link.

        Raises:
            Unwritable: if the folder or the file is closed to us, the disk is full, or
                somebody has changed the file since it was read; it is then as it was.
        """
        file = self.original.file
        try:
            real = Path(file).resolve(strict=True)
            if not os.access(real, os.W_OK):
                raise unwritable(file, "it is write-protected")
            replaced = _replace(real, self.original.content, self.content)
        except OSError as error:
            if isinstance(error, Unwritable):
                raise
            raise unwritable(file, said(error)) from None
        if not replaced:
            raise unwritable(file, "somebody has changed it since it was read")


def _read(file: str, text: str) -> tuple[int | None, Agreement]:
    """The one agreement of a file, and its line in JSON Lines."""
    match Path(file).suffix:
        case ".toml":
            return None, from_toml(text, file)
        case ".json":
            return None, from_json(text, file)
        case ".jsonl":
            lines = [
                (number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()
            ]
            if len(lines) != 1:
                message = f"holds {len(lines)} agreements, where one is meant"
                raise BadDocument((whole(file, message),))
            ((number, line),) = lines
            return number, from_json(line.rstrip(), file, line=number)
        case _:
            raise BadDocument((whole(file, NO_DOCUMENT),))


def _replace(real: Path, before: bytes, after: bytes) -> bool:
    """Replace a file by a new one beside it; False where it is no longer what it was.

    Of two that replace it at once, the second waits, and then finds it changed.
    """
    with real.open("rb") as locked:
        if fcntl is not None:
            fcntl.flock(locked, fcntl.LOCK_EX)
        return _replace_alone(real, before, after)


def _replace_alone(real: Path, before: bytes, after: bytes) -> bool:
    descriptor, name = tempfile.mkstemp(prefix=".ioplife-", dir=real.parent)
    try:
        with os.fdopen(descriptor, "wb") as new:
            new.write(after)
            new.flush()
            os.fsync(new.fileno())
        old = real.stat()
        if hasattr(os, "chown"):
            with contextlib.suppress(PermissionError):  # only root may give a file away
                os.chown(name, old.st_uid, old.st_gid)
        Path(name).chmod(stat.S_IMODE(old.st_mode))
        if real.read_bytes() != before:
            return False
        Path(name).replace(real)
    finally:
        Path(name).unlink(missing_ok=True)
    with contextlib.suppress(OSError):  # not every system lets a folder be opened
        folder = os.open(real.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
    return True


# --- JSON ----------------------------------------------------------------------------------


def _with(data: dict[str, Any], event: Event) -> dict[str, Any]:
    return data | {EVENTS: [*data.get(EVENTS, ()), dump_event(event)]}


def _json(data: object, *, indent: int | None = None) -> str:
    return json.dumps(data, ensure_ascii=False, indent=indent)
