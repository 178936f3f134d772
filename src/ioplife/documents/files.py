"""Documents where they lie: a file, a folder, a stream."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final, TextIO, TypeAlias

import attrs

from ioplife.agreement import Agreement
from ioplife.documents import calendars, indices
from ioplife.documents.mistakes import BadDocument, Mistake, Unreadable, Unwritable
from ioplife.documents.texts import clauses_from_json, clauses_from_toml, from_json, from_toml
from ioplife.indices import Observation
from ioplife.meetings import Meeting
from ioplife.terms import Terms

PathLike: TypeAlias = "str | os.PathLike[str]"

STREAM: Final = "-"
"""What stands for the stream among paths."""

STREAM_NAME: Final = "<stdin>"
"""What mistakes call the stream."""

SUFFIXES: Final = (".toml", ".json", ".jsonl")

_NO_FILE: Final = "no such file or directory"
_NEITHER: Final = "no document by its suffix: .toml or .json"
NO_DOCUMENT: Final = "no document by its suffix: .toml, .json or .jsonl"


@attrs.frozen
class Document:
    """One agreement and where it was read.

    Args:
        file: the file, as it was named.
        line: its line in a file of JSON Lines; else None.
        agreement: the agreement.
    """

    file: str
    line: int | None
    agreement: Agreement


@attrs.frozen(kw_only=True)
class Loaded:
    """What came of reading many documents.

    Args:
        documents: those that could be read, in the order they were found.
        mistakes: all that is wrong with the others, in the same order.
        files: how many files were read, or tried.
        others: how many files in the folders are no documents by their suffix.
    """

    documents: tuple[Document, ...]
    mistakes: tuple[Mistake, ...]
    files: int
    others: int

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements that could be read."""
        return tuple(document.agreement for document in self.documents)


def load(path: PathLike) -> Agreement:
    """The agreement of one file: ``.toml``, as people write it, or ``.json``.

    Raises:
        Unreadable: for a file that cannot be opened; it is a BadDocument and an OSError.
        BadDocument: with every mistake in it; also for a suffix that is neither.
    """
    file = os.fspath(path)
    match Path(file).suffix:
        case ".toml":
            return from_toml(_text(file), file)
        case ".json":
            return from_json(_text(file), file)
        case ".jsonl":
            raise BadDocument((whole(file, "holds an agreement a line: use load_all"),))
        case _:
            raise BadDocument((whole(file, NO_DOCUMENT),))


def load_clauses(path: PathLike) -> Terms:
    """The terms that one file says, ``.toml`` or ``.json``: clauses alone, or a whole document.

    Of a document its clauses are taken, and nothing that has happened: so what an amendment
    agrees on may be a copy of the agreement's own file, changed.

    Raises:
        Unreadable: for a file that cannot be opened; it is a BadDocument and an OSError.
        BadDocument: with every mistake in it; also for a suffix that is neither.
    """
    file = os.fspath(path)
    match Path(file).suffix:
        case ".toml":
            return clauses_from_toml(_text(file), file)
        case ".json":
            return clauses_from_json(_text(file), file)
        case _:
            raise BadDocument((whole(file, _NEITHER),))


def load_indices(path: PathLike) -> tuple[Observation, ...]:
    """The observations of one file, ``.toml`` or ``.json``, in its order.

    Raises:
        Unreadable: for a file that cannot be opened; it is a BadDocument and an OSError.
        BadDocument: with every mistake in it; also for a suffix that is neither.
    """
    file = os.fspath(path)
    match Path(file).suffix:
        case ".toml":
            return indices.from_toml(_text(file), file)
        case ".json":
            return indices.from_json(_text(file), file)
        case _:
            raise BadDocument((whole(file, _NEITHER),))


def load_meetings(path: PathLike) -> tuple[Meeting, ...]:
    """The meetings of one text file, a day a line: ``2026-06-16``, perhaps with a board behind.

    Raises:
        Unreadable: for a file that cannot be opened; it is a BadDocument and an OSError.
        BadDocument: with every mistake in it.
    """
    file = os.fspath(path)
    return calendars.from_text(_text(file), file)


def load_all(paths: PathLike | Iterable[PathLike], *, stdin: TextIO | None = None) -> Loaded:
    """The agreements of files and folders; one that cannot be read hides no other.

    A folder is read to its depth, in the order of the paths; files and folders whose name
    begins with a dot are left out. Two documents with one id are a mistake in both. A file
    that is named twice is read once.

    Args:
        paths: files (``.toml``, ``.json``, or ``.jsonl`` with an agreement a line), folders,
            and ``-`` for the stream; a single one may stand alone.
        stdin: the stream: TOML, JSON, or JSON with an agreement a line.
    """
    each = LoadEach(paths, stdin=stdin)
    found = list(_settled(list(each.found())))
    return Loaded(
        documents=tuple(one for one in found if isinstance(one, Document)),
        mistakes=tuple(one for one in found if isinstance(one, Mistake)),
        files=each.files,
        others=each.others,
    )


class LoadEach:
    """The same one at a time, for more than fits in memory: documents and mistakes as they come.

    Nothing is kept but the ids. When an id comes again, the first document that has it has
    been given already: the later ones are mistakes, and the first is one as well.

    Args:
        paths: as for ``load_all``.
        stdin: as for ``load_all``.

    Attributes:
        files: how many files were read, or tried, so far.
        others: how many files were no documents by their suffix, so far.
    """

    def __init__(
        self, paths: PathLike | Iterable[PathLike], *, stdin: TextIO | None = None
    ) -> None:
        self.files = 0
        self.others = 0
        self._paths = (paths,) if isinstance(paths, str | os.PathLike) else tuple(paths)
        self._stdin = stdin

    def __iter__(self) -> Iterator[Document | Mistake]:
        first: dict[str, tuple[str, int | None]] = {}
        named: set[str] = set()
        for one in self.found():
            if isinstance(one, Mistake) or one.agreement.id not in first:
                if isinstance(one, Document):
                    first[one.agreement.id] = (one.file, one.line)
                yield one
                continue
            place = first[one.agreement.id]
            if one.agreement.id not in named:
                named.add(one.agreement.id)
                yield _shared(one.agreement.id, place, [(one.file, one.line)])
            yield _shared(one.agreement.id, (one.file, one.line), [place])

    def found(self) -> Iterator[Document | Mistake]:
        """Each as it comes, whatever its id."""
        seen: set[str] = set()
        for file in (one for path in self._paths for one in _listed(os.fspath(path))):
            if isinstance(file, Mistake):
                yield file
            elif file != STREAM and Path(file).suffix not in SUFFIXES:
                self.others += 1
            elif (real := file if file == STREAM else os.path.realpath(file)) not in seen:
                seen.add(real)
                self.files += 1
                yield from _tried(_of_stream(self._stdin) if file == STREAM else _of_file(file))


def _listed(path: str) -> Iterator[str | Mistake]:
    """The file itself, or what lies in the folder, in the order of the paths."""
    if path == STREAM or not os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises
        if path == STREAM or Path(path).suffix in SUFFIXES:
            yield path
        else:
            yield whole(path, NO_DOCUMENT if os.path.lexists(path) else _NO_FILE)
        return
    failed: list[OSError] = []
    files: list[str] = []
    walked: set[str] = set()
    for folder, folders, names in os.walk(path, onerror=failed.append, followlinks=True):
        if (real := os.path.realpath(folder)) in walked:  # a link back, or a second one
            folders.clear()
            continue
        walked.add(real)
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [str(Path(folder, name)) for name in names if not name.startswith(".")]
    yield from sorted(files, key=lambda file: Path(file).parts)
    yield from (whole(str(error.filename), said(error)) for error in failed)


def _tried(read: Iterator[Document | Mistake]) -> Iterator[Document | Mistake]:
    try:
        yield from read
    except BadDocument as error:
        yield from error.mistakes


def _of_file(file: str) -> Iterator[Document | Mistake]:
    if Path(file).suffix == ".jsonl":
        with _opened(file) as content:
            yield from _of_lines(enumerate(_read_on(content, file), 1), file)
    else:
        yield Document(file, None, load(file))


def _of_stream(stream: TextIO | None) -> Iterator[Document | Mistake]:
    """A document, or one a line, told apart by how the text begins."""
    if stream is None:
        raise BadDocument((whole(STREAM, "no stream was given"),))
    lines = _raw(stream)
    head: list[bytes] = []
    for line in lines:
        head.append(line)
        if line.strip():
            break
    first = head[-1].removeprefix(BOM_UTF8).strip() if head else b""
    if first.startswith(b"{") and first.endswith(b"}"):
        yield from _of_lines(enumerate(chain(head, lines), 1), STREAM_NAME)
        return
    content = b"".join(chain(head, lines))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        number = content.count(b"\n", 0, error.start) + 1
        raise BadDocument((_no_text(STREAM_NAME, number),)) from None
    read = from_json if first.startswith(b"{") else from_toml
    yield Document(STREAM_NAME, None, read(text, STREAM_NAME))


def _raw(stream: TextIO) -> Iterator[bytes]:
    """The lines of a stream as they came, so that one that is no text spoils no other."""
    beneath = getattr(stream, "buffer", None)
    if beneath is None:
        return (line.encode("utf-8", "surrogatepass") for line in iter(stream.readline, ""))
    return iter(beneath.readline, b"")


def _of_lines(lines: Iterable[tuple[int, bytes]], file: str) -> Iterator[Document | Mistake]:
    for number, line in lines:
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip()
        except UnicodeDecodeError:
            yield _no_text(file, number)
            continue
        if text:
            try:
                yield Document(file, number, from_json(text, file, line=number))
            except BadDocument as error:
                yield from error.mistakes


def _no_text(file: str, line: int) -> Mistake:
    return Mistake(file, line, "", "not UTF-8 text")


def _read_on(content: Iterable[bytes], file: str) -> Iterator[bytes]:
    """The lines of a file.

    Raises:
        Unreadable: if it cannot be read on.
    """
    try:
        yield from content
    except OSError as error:
        raise Unreadable((whole(file, said(error)),)) from None


def _settled(found: list[Document | Mistake]) -> Iterator[Document | Mistake]:
    """The same, but mistakes in place of the documents that share an id."""
    places: defaultdict[str, list[Document]] = defaultdict(list)
    for one in found:
        if isinstance(one, Document):
            places[one.agreement.id].append(one)
    for one in found:
        if isinstance(one, Mistake) or len(places[one.agreement.id]) == 1:
            yield one
            continue
        rest = [(other.file, other.line) for other in places[one.agreement.id] if other is not one]
        yield _shared(one.agreement.id, (one.file, one.line), rest)


def _shared(
    shared: str, place: tuple[str, int | None], others: Iterable[tuple[str, int | None]]
) -> Mistake:
    """That an id is also that of other documents."""
    rest = ", ".join(file if line is None else f"{file}:{line}" for file, line in others)
    return Mistake(*place, "id", f"{shared!r} is also the id of {rest}")


def _text(file: str) -> str:
    """What the file says.

    Raises:
        Unreadable: if it cannot be opened or read, or is no file.
        BadDocument: if it is not UTF-8 text.
    """
    return decoded(content_of(file), file)


def content_of(file: str) -> bytes:
    """What lies in the file.

    Raises:
        Unreadable: if it cannot be opened or read, or is no file.
    """
    try:
        with _opened(file) as opened:
            return opened.read()
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable((whole(file, said(error)),)) from None


def decoded(content: bytes, file: str) -> str:
    """The same as text, without the mark that some editors begin a file with.

    Raises:
        BadDocument: if it is not UTF-8 text.
    """
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadDocument((Mistake(file, line, "", "not UTF-8 text"),)) from None


def _opened(file: str) -> BinaryIO:
    """The file, open; to be closed.

    Raises:
        Unreadable: if it cannot be opened, or is no file.
    """
    path = Path(file)
    try:
        if stat.S_ISREG(path.stat().st_mode):
            return path.open("rb")
    except (OSError, ValueError) as error:  # a name with a null sign in it is a ValueError
        raise Unreadable((whole(file, said(error)),)) from None
    raise Unreadable((whole(file, "is no file"),))  # a folder; or a pipe: it would be waited for


def said(error: Exception) -> str:
    """What the system says, in its own words."""
    told = isinstance(error, OSError) and error.strerror
    return (told or str(error)).lower()


def whole(file: str, message: str) -> Mistake:
    """That a file cannot be read at all."""
    return Mistake(file, None, "", message, unread=True)


def unwritable(file: str, why: str) -> Unwritable:
    """That a file cannot be replaced by what it should say."""
    return Unwritable(whole(file, f"cannot be written: {why}"))
