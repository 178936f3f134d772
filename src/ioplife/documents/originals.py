"""A document where it lies, and what one more event makes of it; all else in it stays.

TOML is edited in place, with its comments, its order and its line endings. JSON is written
anew, two blanks a step; of JSON Lines, the one line that holds the agreement.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import stat
import tempfile
import tomllib
from codecs import BOM_UTF8
from pathlib import Path
from typing import Any, Final, Self

import attrs
import tomlkit
from pendulum import Date
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Array, Item

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

from ioplife.agreement import Agreement
from ioplife.documents.files import NO_DOCUMENT, content_of, decoded, said, whole
from ioplife.documents.lines import toml_lines
from ioplife.documents.mistakes import BadDocument, Unreadable, Unwritable
from ioplife.documents.tables import dump_event
from ioplife.documents.texts import from_json, from_toml
from ioplife.events import Event

EVENTS: Final = "events"
"""The key below which the events of a document stand."""

_TOUCHING: Final = "its events cannot be added to without touching the rest"


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
                added, after = _toml(self.file, text, event, ending)
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
            raise _unwritable(file, _TOUCHING)

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
                raise _unwritable(file, "it is write-protected")
            replaced = _replace(real, self.original.content, self.content)
        except OSError as error:
            if isinstance(error, Unwritable):
                raise
            raise _unwritable(file, said(error)) from None
        if not replaced:
            raise _unwritable(file, "somebody has changed it since it was read")


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


def _unwritable(file: str, why: str) -> Unwritable:
    return Unwritable(whole(file, f"cannot be written: {why}"))


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


# --- TOML ----------------------------------------------------------------------------------


def _toml(file: str, text: str, event: Event, ending: str) -> tuple[str, str]:
    """What is added to a TOML document, and the document with it."""
    block = _block(event)
    if isinstance(tomllib.loads(text).get(EVENTS), list) and not _places(text):
        return block, _in_list(file, text, event)
    return block, _spliced(text, block, ending)


def _places(text: str) -> list[int]:
    """Where each table of the events ends, and each table in them."""
    ends = toml_lines(text).ends
    return [place for path, place in ends.items() if path[:1] == (EVENTS,)]


def _spliced(text: str, block: str, ending: str) -> str:
    """The block below the last event, or at the end where there is none, between blank lines."""
    places = _places(text)
    place = _below(text, max(places)) if places else len(text)
    before, after = text[:place], text[place:]
    if not before.endswith("\n"):
        before += ending
    if after.strip() and after.splitlines()[0].strip():
        after = ending + after
    return before + ending + block.replace("\n", ending) + after


def _below(text: str, place: int) -> int:
    """The start of the line below, past the comments that stand close to what ends here."""
    while (end := text.find("\n", place)) >= 0:
        place = end + 1
        if not text[place:].lstrip(" \t").startswith("#"):
            return place
    return len(text)


def _in_list(file: str, text: str, event: Event) -> str:
    """The event as one more in a list in brackets.

    Raises:
        Unwritable: for a document that cannot be given back as it is.
    """
    try:
        document = tomlkit.parse(text)
        listed = document[EVENTS]
        if isinstance(listed, Array) and tomlkit.dumps(document) == text:
            listed.append(_inline(_native(event)))
            return tomlkit.dumps(document)
    except TOMLKitError:  # what Python reads, and this library does not
        pass
    raise _unwritable(file, _TOUCHING)


def _block(event: Event) -> str:
    """One event as it stands below ``[[events]]``."""
    table = tomlkit.table()
    for name, value in _native(event).items():
        table.append(name, _item(value))
    listed = tomlkit.aot()
    listed.append(table)
    document = tomlkit.document()
    document.append(EVENTS, listed)
    return tomlkit.dumps(document)


def _native(event: Event) -> dict[str, Any]:
    """An event as people write it: days as TOML has them, no version while it is the first."""
    written = dump_event(event)
    if written["v"] == 1:
        del written["v"]
    days = {
        name: datetime.date(value.year, value.month, value.day)
        for name in written
        if isinstance(value := getattr(event, name, None), Date)
    }
    return written | days


def _item(value: Any) -> Item:  # noqa: ANN401 - plain data
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        row = tomlkit.array()
        for part in value:
            row.append(_item(part))
        return row
    item: Item = tomlkit.item(value)
    return item


def _inline(values: dict[str, Any]) -> Item:
    table = tomlkit.inline_table()
    for name, value in values.items():
        table.append(name, _item(value))
    return table
