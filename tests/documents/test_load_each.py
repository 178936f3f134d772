"""Documents one at a time: the same as all at once, but nothing is kept."""

import io
import os
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from ioplife.agreement import Agreement
from ioplife.documents import Document, LoadEach, Mistake, dumps, load_all
from ioplife.terms import Terms


def line(agreement_id: str) -> str:
    return dumps(Agreement(agreement_id, Terms(kind="iop"))) + "\n"


def shown(found: Iterator[Document | Mistake], folder: Path) -> list[str]:
    """What comes, in order: an id, or a mistake without the folder."""
    return [
        one.agreement.id if isinstance(one, Document) else str(one).replace(f"{folder}{os.sep}", "")
        for one in found
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files good and bad, two that share an id, and one that is no document."""
    (tmp_path / "a.jsonl").write_text(f"{line('a')}{{\n{line('b')}", encoding="utf-8")
    (tmp_path / "b.json").write_text(line("b"), encoding="utf-8")
    (tmp_path / "c.toml").write_text("id = 1", encoding="utf-8")
    (tmp_path / "d.toml").write_text('id = "d"', encoding="utf-8")
    (tmp_path / "e.pdf").touch()
    return tmp_path


def test_it_gives_the_good_and_the_bad_in_order(folder: Path) -> None:
    assert [
        "a",
        "a.jsonl:2: not JSON: Expecting property name enclosed in double quotes (column 2)",
        "b",
        "a.jsonl:3: id: 'b' is also the id of b.json",
        "b.json: id: 'b' is also the id of a.jsonl:3",
        "c.toml:1: id: must be text, not 1",
        "d",
    ] == shown(iter(LoadEach(folder)), folder)


def test_it_names_the_mistakes_that_are_named_when_all_is_loaded(folder: Path) -> None:
    mistakes = [one for one in LoadEach(folder) if isinstance(one, Mistake)]

    assert sorted(map(str, load_all(folder).mistakes)) == sorted(map(str, mistakes))


def test_it_counts_as_it_goes(folder: Path) -> None:
    each = LoadEach(folder)
    before = (each.files, each.others)
    list(each)

    assert ((0, 0), (4, 1)) == (before, (each.files, each.others))


def test_of_three_with_one_id_the_first_is_named_once(tmp_path: Path) -> None:
    stream = io.StringIO(line("a") * 3)

    assert [
        "a",
        "<stdin>:1: id: 'a' is also the id of <stdin>:2",
        "<stdin>:2: id: 'a' is also the id of <stdin>:1",
        "<stdin>:3: id: 'a' is also the id of <stdin>:1",
    ] == shown(iter(LoadEach("-", stdin=stream)), tmp_path)


def test_it_reads_no_further_than_it_is_asked() -> None:
    stream = io.StringIO(line("a") + line("b") + line("c"))
    each = iter(LoadEach("-", stdin=stream))
    next(each)

    assert len(line("a")) == stream.tell()


def test_a_line_that_is_no_text_hides_no_other(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    good = f"{line('a')}{line('b')}".encode()
    file.write_bytes(b"\xef\xbb\xbf" + good + b'"\xe5"\n' + line("c").encode())

    assert ["a", "b", "a.jsonl:3: not UTF-8 text", "c"] == shown(iter(LoadEach(file)), tmp_path)


def test_nor_on_a_stream(tmp_path: Path) -> None:
    content = line("a").encode() + b'"\xe5"\n' + line("c").encode()
    stream = io.TextIOWrapper(io.BytesIO(content), encoding="utf-8")

    assert ["a", "<stdin>:2: not UTF-8 text", "c"] == shown(
        iter(LoadEach("-", stdin=stream)), tmp_path
    )


def test_a_folder_behind_a_link_is_read_once_and_a_loop_ends(tmp_path: Path) -> None:
    (tmp_path / "read" / "deep").mkdir(parents=True)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.jsonl").write_text(line("a"), encoding="utf-8")
    (tmp_path / "read" / "linked").symlink_to(tmp_path / "other")
    (tmp_path / "read" / "again").symlink_to(tmp_path / "other")
    (tmp_path / "read" / "deep" / "up").symlink_to(tmp_path / "read")

    assert ["a"] == shown(iter(LoadEach(tmp_path / "read")), tmp_path)


def test_a_broken_link_a_folder_and_a_missing_file_are_named(tmp_path: Path) -> None:
    (tmp_path / "b.jsonl").symlink_to(tmp_path / "gone")
    paths = [tmp_path / "a.jsonl", tmp_path / "b.jsonl"]

    assert [
        "a.jsonl: no such file or directory",
        "b.jsonl: no such file or directory",
    ] == shown(iter(LoadEach(paths)), tmp_path)


def test_what_it_keeps_does_not_grow_with_what_it_reads(tmp_path: Path) -> None:
    """An id and its place are all that stays of a document: less than the document."""
    extra = {f"note-{number}": "x" * 50 for number in range(20)}
    count = 2000
    lines = [
        dumps(Agreement(f"iop-{number}", Terms(kind="iop"), extra=extra)) for number in range(count)
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    size = (tmp_path / "a.jsonl").stat().st_size
    each = iter(LoadEach(tmp_path / "a.jsonl"))
    next(each)
    tracemalloc.start()
    found = sum(1 for _ in each)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert count - 1 == found
    assert peak < size / 4
