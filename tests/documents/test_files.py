"""Documents where they lie: one file, a folder, a stream; nothing is hidden and nothing raised."""

import errno
import io
import os
import sys
from pathlib import Path

import pytest

from ioplife.agreement import Agreement
from ioplife.documents import BadDocument, Loaded, Unreadable, dumps, load, load_all
from ioplife.errors import IopError
from ioplife.terms import Terms

KIND = "must be one of iop, lou_partnership, esf_project, joint_project, agreement"
TOML = 'id = "{id}"\nkind = "iop"\n'


def toml(folder: Path, name: str, text: str | None = None) -> Path:
    """A file in a folder; its id is its name unless a text is given."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(TOML.format(id=file.stem) if text is None else text, encoding="utf-8")
    return file


def one(agreement_id: str) -> Agreement:
    return Agreement(agreement_id, Terms(kind="iop"))


def ids(loaded: Loaded) -> list[str]:
    return [agreement.id for agreement in loaded.agreements]


def said(loaded: Loaded, folder: Path) -> list[str]:
    """The mistakes, without the folder."""
    return [str(mistake).replace(f"{folder}{os.sep}", "") for mistake in loaded.mistakes]


# --- one file --------------------------------------------------------------------------


def test_a_toml_file_is_an_agreement(tmp_path: Path) -> None:
    assert one("a") == load(toml(tmp_path, "a.toml"))
    assert one("a") == load(str(tmp_path / "a.toml"))


def test_a_json_file_is_an_agreement(tmp_path: Path) -> None:
    assert one("a") == load(toml(tmp_path, "a.json", dumps(one("a"), indent=2)))


def test_a_mistake_names_the_file_as_it_was_named(tmp_path: Path) -> None:
    file = toml(tmp_path, "a.toml", 'id = "a"\nkind = 1')
    with pytest.raises(BadDocument) as caught:
        load(file)

    assert (str(file), 2) == (caught.value.mistakes[0].file, caught.value.mistakes[0].line)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("a.jsonl", "holds an agreement a line: use load_all"),
        ("a.txt", "no document by its suffix: .toml, .json or .jsonl"),
        ("a", "no document by its suffix: .toml, .json or .jsonl"),
        (".toml", "no document by its suffix: .toml, .json or .jsonl"),
    ],
)
def test_another_suffix_is_no_document(tmp_path: Path, name: str, message: str) -> None:
    with pytest.raises(BadDocument) as caught:
        load(toml(tmp_path, name))

    assert f"{tmp_path / name}: {message}" == str(caught.value)


@pytest.mark.parametrize("name", ["a.toml", "a.json"])
def test_a_file_that_is_missing(tmp_path: Path, name: str) -> None:
    with pytest.raises(Unreadable) as caught:
        load(tmp_path / name)

    assert f"{tmp_path / name}: no such file or directory" == str(caught.value)
    assert isinstance(caught.value, OSError)
    assert isinstance(caught.value, BadDocument)
    assert isinstance(caught.value, IopError)


def test_a_folder_named_like_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "a.toml"
    folder.mkdir()

    with pytest.raises(Unreadable, match="is no file"):
        load(folder)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes on Windows")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.json")

    with pytest.raises(Unreadable, match="is no file"):
        load(tmp_path / "a.json")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(Unreadable, match="null"):
        load("a\0.toml")


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes('id = "a"\n\ntitle = "Överenskommelse"'.encode("latin-1"))

    with pytest.raises(BadDocument) as caught:
        load(file)

    assert f"{file}:3: not UTF-8 text" == str(caught.value)


def test_a_file_that_begins_with_a_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b"\xef\xbb\xbf" + TOML.format(id="a").encode())

    assert one("a") == load(file)


def test_a_file_with_the_line_ends_of_windows(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_bytes(b'id = "a"\r\nkind = "iop"\r\ntitle = 1\r\n')

    with pytest.raises(BadDocument, match=r"a\.toml:3: title: must be text"):
        load(file)


@pytest.mark.parametrize("name", ["a.toml", "a.json", "a.jsonl"])
@pytest.mark.parametrize(
    "content", [b"\x00\x01\x02\xff", b"\x89PNG\r\n\x1a\n\x00", b"\xfe\xff\x00i"]
)
def test_a_binary_file(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    loaded = load_all(tmp_path)

    assert () == loaded.documents
    assert {name} == {Path(mistake.file).name for mistake in loaded.mistakes}
    assert ".jsonl" == Path(name).suffix or 1 == len(loaded.mistakes)  # else one a line


# --- a folder --------------------------------------------------------------------------


def test_a_folder_is_read_to_its_depth_in_the_order_of_the_paths(tmp_path: Path) -> None:
    toml(tmp_path, "b.toml")
    toml(tmp_path, "a.json", dumps(one("a")))
    toml(tmp_path, "a/c.toml")
    toml(tmp_path, "a/b/d.toml")
    toml(tmp_path, "a-b/e.toml")
    toml(tmp_path, "Z.jsonl", f"{dumps(one('z'))}\n\n{dumps(one('y'))}\n")
    loaded = load_all(tmp_path)

    assert ["z", "y", "d", "c", "e", "a", "b"] == ids(loaded)
    assert (6, 0, ()) == (loaded.files, loaded.others, loaded.mistakes)
    assert [1, 3, None, None, None, None, None] == [found.line for found in loaded.documents]
    assert str(tmp_path / "a" / "b" / "d.toml") == loaded.documents[2].file


def test_hidden_files_are_left_out_and_others_counted(tmp_path: Path) -> None:
    toml(tmp_path, "a.toml")
    toml(tmp_path, ".b.toml")
    toml(tmp_path, ".git/c.toml")
    toml(tmp_path, "README.md")
    toml(tmp_path, "d/notes.txt")
    toml(tmp_path, "d/.DS_Store")
    loaded = load_all(tmp_path)

    assert (["a"], 1, 2, ()) == (ids(loaded), loaded.files, loaded.others, loaded.mistakes)


def test_a_folder_without_documents(tmp_path: Path) -> None:
    assert Loaded(documents=(), mistakes=(), files=0, others=0) == load_all(tmp_path)


def test_a_folder_may_be_named_like_a_file(tmp_path: Path) -> None:
    toml(tmp_path, "a.toml/b.toml")

    assert ["b"] == ids(load_all(tmp_path))
    assert ["b"] == ids(load_all(tmp_path / "a.toml"))


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    toml(tmp_path, "a.toml", "id = ")
    toml(tmp_path, "b.toml")
    toml(tmp_path, "c.json", '{"id": "c", "kind": "iopp", "open_ended": 1}')
    toml(
        tmp_path,
        "d.jsonl",
        f'{dumps(one("d"))}\n{{"id": "e", "kind": "iopp"}}\n{{\n{dumps(one("f"))}',
    )
    loaded = load_all(tmp_path)

    assert ["b", "d", "f"] == ids(loaded)
    assert [
        "a.toml:1: not TOML: Invalid value",
        f"c.json:1: kind: {KIND}, not 'iopp'",
        "c.json:1: open_ended: must be true or false, not 1",
        f"d.jsonl:2: kind: {KIND}, not 'iopp'",
        "d.jsonl:3: not JSON: Expecting property name enclosed in double quotes (column 2)",
    ] == [mistake.replace(" (at end of document)", "") for mistake in said(loaded, tmp_path)]


def test_two_documents_with_one_id_are_a_mistake_in_both(tmp_path: Path) -> None:
    toml(tmp_path, "a.toml")
    toml(tmp_path, "b.json", dumps(one("a")))
    toml(tmp_path, "c.toml")
    toml(tmp_path, "d.jsonl", f"{dumps(one('a'))}\n{dumps(one('d'))}\n{dumps(one('d'))}\n")
    loaded = load_all(tmp_path)
    folder = f"{tmp_path}{os.sep}"

    assert ["c"] == ids(loaded)
    assert [
        f"a.toml: id: 'a' is also the id of {folder}b.json, {folder}d.jsonl:1",
        f"b.json: id: 'a' is also the id of {folder}a.toml, {folder}d.jsonl:1",
        f"d.jsonl:1: id: 'a' is also the id of {folder}a.toml, {folder}b.json",
        f"d.jsonl:2: id: 'd' is also the id of {folder}d.jsonl:3",
        f"d.jsonl:3: id: 'd' is also the id of {folder}d.jsonl:2",
    ] == [str(mistake).removeprefix(folder) for mistake in loaded.mistakes]


def test_an_empty_file_of_lines_holds_nothing(tmp_path: Path) -> None:
    toml(tmp_path, "a.jsonl", "\n \n")
    loaded = load_all(tmp_path)

    assert ((), (), 1) == (loaded.documents, loaded.mistakes, loaded.files)


def test_a_folder_that_is_closed_to_us_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No folder is closed to root, so one is said to be."""
    toml(tmp_path, "a/b.toml")
    toml(tmp_path, "c.toml")
    scandir = os.scandir

    def closed(path: str) -> object:
        if Path(path).name == "a":
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr("os.scandir", closed)
    loaded = load_all(tmp_path)

    assert (["c"], ["a: permission denied"]) == (ids(loaded), said(loaded, tmp_path))


def test_a_link_that_leads_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.toml").symlink_to(tmp_path / "gone.toml")

    assert ["a.toml: no such file or directory"] == said(load_all(tmp_path), tmp_path)


# --- several paths, and the stream -----------------------------------------------------


def test_paths_are_read_in_the_order_they_are_named(tmp_path: Path) -> None:
    toml(tmp_path, "x/a.toml")
    toml(tmp_path, "b.toml")

    assert ["b", "a"] == ids(load_all([tmp_path / "b.toml", str(tmp_path / "x")]))


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    file = toml(tmp_path, "a.toml")
    loaded = load_all([file, tmp_path, f"{tmp_path}/../{tmp_path.name}/a.toml"])

    assert (["a"], 1, ()) == (ids(loaded), loaded.files, loaded.mistakes)


def test_a_path_that_is_no_document_is_named(tmp_path: Path) -> None:
    toml(tmp_path, "a.txt")
    paths = [tmp_path / "a.txt", tmp_path / "gone", tmp_path / "gone.toml"]

    assert [
        "a.txt: no document by its suffix: .toml, .json or .jsonl",
        "gone: no such file or directory",
        "gone.toml: no such file or directory",
    ] == said(load_all(paths), tmp_path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (TOML.format(id="a"), [("a", None)]),
        (f"\n\n# a comment\n{TOML.format(id='a')}", [("a", None)]),
        (dumps(one("a")), [("a", 1)]),
        (dumps(one("a"), indent=1), [("a", None)]),
        (f"\n{dumps(one('a'))}\n{dumps(one('b'))}\n", [("a", 2), ("b", 3)]),
    ],
)
def test_the_stream_tells_what_it_is_by_how_it_begins(
    text: str, found: list[tuple[str, int | None]]
) -> None:
    loaded = load_all("-", stdin=io.StringIO(text))

    assert ((), 1) == (loaded.mistakes, loaded.files)
    assert found == [(one.agreement.id, one.line) for one in loaded.documents]
    assert {"<stdin>"} == {one.file for one in loaded.documents}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "<stdin>: id: is missing"),
        ("kind", "<stdin>:1: not TOML: Expected '=' after a key in a key/value pair"),
        ('{"id": "a"}\n{"id": }', "<stdin>:2: not JSON: Expecting value (column 8)"),
        ('{"id":\n1 1}', "<stdin>:2: not JSON: Expecting ',' delimiter (column 3)"),
    ],
)
def test_a_mistake_in_the_stream(text: str, expected: str) -> None:
    (mistake,) = load_all("-", stdin=io.StringIO(text)).mistakes

    assert expected == str(mistake).replace(" (at end of document)", "")


def test_a_stream_that_is_not_utf_8() -> None:
    stream = io.TextIOWrapper(io.BytesIO(b"id = '\xe5'"), encoding="utf-8")

    assert ["<stdin>:1: not UTF-8 text"] == [
        str(mistake) for mistake in load_all(["-"], stdin=stream).mistakes
    ]


def test_the_stream_stands_beside_files(tmp_path: Path) -> None:
    file = toml(tmp_path, "a.toml")
    loaded = load_all(["-", file], stdin=io.StringIO(dumps(one("a"))))

    assert [
        f"<stdin>:1: id: 'a' is also the id of {file}",
        f"{file}: id: 'a' is also the id of <stdin>:1",
    ] == [str(mistake) for mistake in loaded.mistakes]


def test_the_stream_is_read_once() -> None:
    loaded = load_all(["-", "-"], stdin=io.StringIO(dumps(one("a"))))

    assert (["a"], 1, ()) == (ids(loaded), loaded.files, loaded.mistakes)


def test_without_a_stream_there_is_none() -> None:
    assert ["-: no stream was given"] == [str(mistake) for mistake in load_all("-").mistakes]
