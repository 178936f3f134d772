"""`ioplife record`: it asks first, and writes where the answer is yes."""

import json
from pathlib import Path

import pytest
from click.testing import Result

from ioplife.documents import load
from tests.cli.shell import LINKOPING, SON, document, line, run, sh, write

ENDING = ("ending_decided", "by=son", "last_day=2023-09-30")


def record(*arguments: object, on: str = "2023-05-08", **more: str) -> Result:
    return run("record", *arguments, "--on", on, **more)


@pytest.fixture
def son(tmp_path: Path) -> Path:
    """The example, where it may be written."""
    file = tmp_path / "son-2021-404.toml"
    file.write_bytes(SON.read_bytes())
    return file


def test_what_may_happen_is_put_on_record(son: Path) -> None:
    result = record(son, *ENDING, "basis.paper=SON 2023-1")

    assert ("ending_decided is allowed on 2023-05-08\n", 0) == (result.stdout, result.exit_code)
    assert f"on 2023-05-08\nrecorded in {son} as event 2\n" == result.stderr
    block = (
        '[[events]]\nevent = "ending_decided"\non = 2023-05-08\nby = "son"\n'
        'basis = {paper = "SON 2023-1"}\nlast_day = 2023-09-30\n\n'
    )
    assert SON.read_text(encoding="utf-8") == son.read_text(encoding="utf-8").replace(block, "")
    assert 2 == len(load(son).events)


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("notice_given", "by=linkoping", "written=true"), "refused"),
        (("ending_decided", "by=son"), "cannot be answered"),
    ],
)
def test_what_is_refused_or_unknown_leaves_the_file_as_it_is(
    son: Path, arguments: tuple[str, ...], answer: str
) -> None:
    before = (son.read_bytes(), son.stat().st_mtime_ns)

    result = record(son, *arguments)

    assert 3 == result.exit_code
    assert answer in result.stdout
    assert before == (son.read_bytes(), son.stat().st_mtime_ns)
    assert [son] == list(son.parent.iterdir())


def test_what_was_recorded_is_there_the_next_time(son: Path) -> None:
    entered = ("entered", "state=active", "seen=2023-05-08")
    before = son.read_bytes()

    assert 3 == record(son, *entered).exit_code
    assert [0, 0] == [record(son, *ENDING).exit_code, record(son, "noted").exit_code]

    assert ["entered", "ending_decided", "noted"] == [one.tag for one in load(son).events]
    assert before != son.read_bytes()


def test_a_dry_run_shows_what_would_be_added_and_adds_nothing(son: Path) -> None:
    before = son.read_bytes()

    result = record(son, *ENDING, "--dry-run")

    assert (
        "ending_decided is allowed on 2023-05-08\n\n"
        '[[events]]\nevent = "ending_decided"\non = 2023-05-08\nby = "son"\n'
        "last_day = 2023-09-30\n"
    ) == result.stdout
    assert ("on 2023-05-08\n", 0, before) == (result.stderr, result.exit_code, son.read_bytes())


def test_a_dry_run_as_json_says_what_would_be_added(son: Path) -> None:
    found = json.loads(record(son, *ENDING, "--dry-run", "--format", "json").stdout)

    assert ("yes", 2) == (found["answer"], found["number"])
    assert found["added"].startswith('[[events]]\nevent = "ending_decided"\n')


def test_json_is_the_decision(son: Path) -> None:
    found = json.loads(record(son, *ENDING, "--format", "json").stdout)

    assert ("yes", "son-2021-404", []) == (found["answer"], found["agreement"], found["needs"])
    assert "added" not in found


def test_it_answers_in_swedish(son: Path) -> None:
    assert "beslut om avslut får ske 2023-05-08" in record(son, *ENDING, "--lang", "sv").stdout


def test_json_documents_are_written_anew(tmp_path: Path) -> None:
    write(tmp_path, [document("a", title="Åsa")])
    file = tmp_path / "a.json"

    assert 0 == record(file, "noted", "what=x").exit_code

    text = file.read_text(encoding="utf-8")
    assert '\n  "title": "Åsa"' in text
    assert {"event": "noted", "v": 1, "on": "2023-05-08", "what": "x"} == json.loads(text)[
        "events"
    ][-1]


def test_a_file_of_json_lines_with_one_agreement_is_written(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line("a"), encoding="utf-8")

    assert 0 == record(file, "noted").exit_code
    assert 1 == len(file.read_text(encoding="utf-8").splitlines())


def test_a_file_of_several_agreements_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text(line("a") + line("b"), encoding="utf-8")

    result = record(file, "noted")

    assert f"on 2023-05-08\n{file}: holds 2 agreements, where one is meant\n" == result.stderr
    assert (2, "") == (result.exit_code, result.stdout)


def test_standard_input_cannot_be_written() -> None:
    result = record("-", "noted", stdin=line("a"))

    assert (2, "") == (result.exit_code, result.stdout)
    assert "record writes to the file it reads; standard input is none" in result.stderr


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("gone.toml", None, "no such file or directory"),
        ("empty.toml", b"", "id: is missing"),
        ("empty.json", b"", "not JSON: Expecting value (column 1)"),
        ("binary.toml", b"\x00\xff\xfe", "not UTF-8 text"),
        ("paper.pdf", b"%PDF", "no document by its suffix: .toml, .json or .jsonl"),
    ],
)
def test_what_is_no_document_is_said_in_one_line(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    result = record(tmp_path / name, "noted")

    assert (2, "") == (result.exit_code, result.stdout)
    assert 2 == len(result.stderr.splitlines())
    assert result.stderr.endswith(f"{told}\n")


def test_a_folder_is_no_file() -> None:
    result = record(LINKOPING, "noted")

    assert f"on 2023-05-08\n{LINKOPING}: is a folder, where one file is meant\n" == result.stderr
    assert 2 == result.exit_code


def test_what_cannot_be_written_is_two(tmp_path: Path) -> None:
    text = "id = 'a'\nevents = []\n[[total]]\namount = 1\n[extra]\nb = 'c'\n[[total]]\namount = 2\n"
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8")

    result = record(file, "noted")

    assert 2 == result.exit_code
    assert "cannot be written: its events cannot be added to" in result.stderr
    assert text == file.read_text(encoding="utf-8")


def test_wrong_usage_writes_nothing(son: Path) -> None:
    before = son.read_bytes()

    result = record(son, "noted", "waht=x")

    assert (2, before) == (result.exit_code, son.read_bytes())
    assert "unknown field 'waht': did you mean 'what'?" in result.stderr


def test_it_is_recorded_although_nobody_reads_the_decision(son: Path) -> None:
    script = f"ioplife record {son.name} noted --on 2023-05-08 | true; echo ${{PIPESTATUS[0]}}"

    done = sh(script, cwd=son.parent)

    assert (b"0\n", 2) == (done.stdout, len(load(son).events))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_it_is_not_recorded_when_the_decision_cannot_be_told(son: Path) -> None:
    before = son.read_bytes()

    done = sh(f"ioplife record {son.name} noted --on 2023-05-08 >/dev/full", cwd=son.parent)

    assert 2 == done.returncode
    assert b"Error: cannot write: No space left on device" in done.stderr
    assert before == son.read_bytes()
