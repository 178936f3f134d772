"""What no document can be, for every command that reads one: a clear line, never a traceback."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import line, run, sh

ON = ("--on", "2023-05-08")
READERS = {
    "flag": (),
    "ask": ("noted",),
    "record": ("noted",),
    "show": (),
    "check": (),
    "draw": (),
}
"""Every command that reads a document, and what it is told besides."""

BIG = 3_000_000
"""Signs; fifty million were tried by hand."""

NONSENSE = {
    "empty.toml": b"",
    "empty.json": b"",
    "binary.toml": b"\x7fELF\x02\x01\x00\xff\xfe",
    "latin.toml": 'id = "a"\ntitle = "Språkvänner"\n'.encode("latin-1"),
    "latin.json": '{"id": "a", "title": "Språkvänner"}'.encode("latin-1"),
    "big.toml": b"x" * BIG,
    "big.json": b"[" + b"1," * (BIG // 2) + b"1]",
    "zeros.jsonl": b"\0" * BIG,
}

SEEDED = """\
id = "seeded"
title = 7
kind = "iopp"
first_day = "1/10 2021"
notcie = { length = "P6M" }
renewal = { times = 0 }
total = 2150000.0
parties = [{ id = "town", name = "", sector = "publik" }]
contributions = [{ party = "town", amount = -1 }]
duties = [{ id = "m", kind = "moete", cadence = { times = 1, every = "P1Y" } }]
indexation = [{ index = "OPI", first = "2022-02-30" }]
events = [{ event = "fulfilled", on = 2022-01-01, occurrence = "seven" }]
"""

PATHS = [
    "title",
    "kind",
    "first_day",
    "notcie",
    "renewal.times",
    "total",
    "parties[0].name",
    "parties[0].sector",
    "contributions[0].amount",
    "duties[0].kind",
    "indexation[0].first",
    "events[0].occurrence",
]


@pytest.mark.parametrize("name", NONSENSE)
@pytest.mark.parametrize("command", READERS)
def test_what_says_nothing_is_refused_in_one_line(tmp_path: Path, command: str, name: str) -> None:
    file = tmp_path / name
    file.write_bytes(NONSENSE[name])

    result = run(command, file, *READERS[command], *ON)

    told = result.stdout if command == "check" else result.stderr
    assert (3 if command == "check" else 2) == result.exit_code
    assert 1 == sum(str(file) in text for text in told.splitlines())
    assert NONSENSE[name] == file.read_bytes()


@pytest.mark.parametrize("command", READERS)
def test_a_folder_named_like_a_file_is_a_folder(tmp_path: Path, command: str) -> None:
    folder = tmp_path / "x.toml"
    folder.mkdir()

    result = run(command, folder, *READERS[command], *ON)

    assert (2, "") == (result.exit_code, result.stdout)
    assert 1 == result.stderr.count(str(folder))


def test_twelve_seeded_mistakes_are_twelve_and_at_their_places(tmp_path: Path) -> None:
    file = tmp_path / "seeded.toml"
    file.write_text(SEEDED, encoding="utf-8")

    result = run("check", file, *ON, "--format", "json")

    found = json.loads(result.stdout)["findings"]
    assert sorted(PATHS) == sorted(one["path"] for one in found)
    assert (12, 3) == (len(PATHS), result.exit_code)


@pytest.mark.parametrize("command", sorted(set(READERS) - {"check"}))
def test_every_command_tells_all_twelve(tmp_path: Path, command: str) -> None:
    file = tmp_path / "seeded.toml"
    file.write_text(SEEDED, encoding="utf-8")

    result = run(command, file, *READERS[command], *ON)

    assert (2, "") == (result.exit_code, result.stdout)
    assert 12 == sum(str(file) in text for text in result.stderr.splitlines())


@pytest.mark.parametrize("command", ["flag", "check"])
def test_a_folder_of_many_files(tmp_path: Path, command: str) -> None:
    for number in range(300):
        (tmp_path / f"{number}.json").write_text(line(f"iop-{number}"), encoding="utf-8")

    result = run(command, tmp_path, *ON)

    assert 0 == result.exit_code
    assert len(result.stdout.splitlines()) >= 300


@pytest.mark.parametrize("command", READERS)
def test_it_is_quiet_when_nobody_reads_on(command: str) -> None:
    given = " ".join(("examples/linkoping/son-2021-404.toml", *READERS[command], *ON))
    dry = " --dry-run" if command == "record" else ""

    done = sh(f"ioplife {command} {given}{dry} | true; exit ${{PIPESTATUS[0]}}")

    assert (0, False) == (done.returncode, b"Traceback" in done.stderr)


def test_a_name_too_long_hides_nothing_else() -> None:
    good = "examples/linkoping/son-2021-404.toml"
    result = run("flag", good, f"{'a' * 300}.toml", *ON)
    assert 2 == result.exit_code
    assert "son-2021-404" in result.stdout
    assert 1 == sum("aaa" in text for text in result.stderr.splitlines())
    assert "Traceback" not in result.stderr
