"""What type checkers see of the library, as installed: mypy --strict and pyright.

Both are of the group ``types``; where they are not installed, these tests are skipped, and the
checkers' own runs over ``tests/typing`` say the same.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.typing import public_api

ROOT = Path(__file__).parents[2]
TYPING = ROOT / "tests" / "typing"
IGNORED = re.compile(r"  # type: ignore\[.*\]$", re.MULTILINE)

Place = tuple[str, int]
"""A file and a line that a checker rejects."""


def run(*arguments: str) -> str:
    finished = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env={**os.environ, "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},  # of a newer release
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode in {0, 1}, finished.stdout + finished.stderr
    return finished.stdout


def mypy(*files: str) -> Iterator[Place]:
    """What mypy --strict rejects."""
    for line in run("mypy", "--strict", "--no-error-summary", *files).splitlines():
        place = re.fullmatch(r"(.*):(\d+): (error|note): .*", line)
        assert place is not None, line
        if place[3] == "error":
            yield Path(place[1]).name, int(place[2])


def pyright(*files: str) -> Iterator[Place]:
    """What pyright rejects."""
    said = json.loads(run("pyright", "--outputjson", "--pythonpath", sys.executable, *files))
    assert len(files) == said["summary"]["filesAnalyzed"]
    for one in said["generalDiagnostics"]:
        yield Path(one["file"]).name, one["range"]["start"]["line"] + 1


CHECKERS = {"mypy": mypy, "pyright": pyright}


TABLE = ROOT / "src" / "ioplife" / "lifecycle" / "table.py"
TABLED = "_row(ev.Tabled, (S.PROPOSED,), SAME"


def wrong_table() -> str:
    """The library's own table, with a guard of notice on the row of ``Tabled``."""
    text = TABLE.read_text(encoding="utf-8")
    assert 1 == text.count(TABLED)
    return text.replace(TABLED, f"{TABLED}, guards.notice_written")


@pytest.fixture(scope="module", params=CHECKERS)
def rejected(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[int]]:
    """The lines that a checker rejects, by file.

    It reads the public file as it stands, and both files without their comments that an error is
    expected.
    """
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed (group types)")
    bare = tmp_path_factory.mktemp("bare")
    for name, source in (("misuse.py", "public_api.py"), ("wrong_guard.py", "wrong_guard.py")):
        text = (TYPING / source).read_text(encoding="utf-8")
        (bare / name).write_text(IGNORED.sub("", text), encoding="utf-8")
    (bare / "wrong_table.py").write_text(wrong_table(), encoding="utf-8")
    files = [TYPING / "public_api.py", bare / "misuse.py", bare / "wrong_guard.py"]
    files.append(bare / "wrong_table.py")
    found: dict[str, list[int]] = {file.name: [] for file in files}
    for name, line in sorted(set(CHECKERS[request.param](*map(str, files)))):
        found[name].append(line)
    return found


def lines_of(name: str, pattern: re.Pattern[str]) -> list[int]:
    text = (TYPING / name).read_text(encoding="utf-8")
    return [number for number, line in enumerate(text.splitlines(), 1) if pattern.search(line)]


def test_a_caller_sees_the_types_of_the_public_api(rejected: dict[str, list[int]]) -> None:
    assert [] == rejected["public_api.py"]


def test_misuse_is_rejected(rejected: dict[str, list[int]]) -> None:
    """Every line of the public file that says it is wrong, and no other."""
    wrong = lines_of("public_api.py", IGNORED)

    assert len(wrong) >= 9
    assert wrong == rejected["misuse.py"]


def test_a_guard_on_the_row_of_another_event_is_rejected(rejected: dict[str, list[int]]) -> None:
    """That line, and no other: its twins on the row of its event, and of any event, pass."""
    (wrong,) = lines_of("wrong_guard.py", re.compile(r"^WRONG = "))

    assert [wrong] == lines_of("wrong_guard.py", IGNORED)
    assert [wrong] == rejected["wrong_guard.py"]


def test_a_guard_on_the_wrong_row_of_the_table_is_rejected(rejected: dict[str, list[int]]) -> None:
    lines = enumerate(wrong_table().splitlines(), 1)

    assert [number for number, line in lines if TABLED in line] == rejected["wrong_table.py"]


def test_what_a_caller_writes_runs() -> None:
    asked = public_api.agreement()
    ended = asked.on("2023-10-01").state

    assert "2022-01-30" == str(public_api.a_year_from("2021-01-31", "P1Y").last)
    assert "2025-06-23" == str(public_api.last_day_to_appeal("2025-06-02"))
    assert "none, says None" == public_api.notice_of(asked.terms)
    assert "entered" == public_api.what_it_says(public_api.events()[0])
    assert "as a party asks" == public_api.how_it_goes_on(asked.terms)
    changed = asked.record(*public_api.changed(asked.terms))
    assert 17 == len(changed.events)
    assert ["no", "find out", "find out"] == public_api.final(changed)
    assert "2023-09-30" == public_api.standing(asked)
    assert "yes" == public_api.in_words(asked.on("2023-09-30").in_force)
    assert "active" == public_api.life().on("2024-12-01").state
    assert ended is not None
    assert public_api.is_over(ended)
    assert ("notice-clause",) == public_api.decision(asked)
    refused = public_api.refusal(asked)
    assert refused is not None
    assert not refused
    assert "Period.first: must be a day written YYYY-MM-DD, not '2024'" == public_api.mistake()
    assert ["follow-up", "operative", "report", "long", "some"] == public_api.owed(asked.terms)
    assert ["2022-07-01", "2022-05-31"] == [str(one.due) for one in public_api.now_and_then()]
    assert [
        "meeting-due",
        "index-conflict",
        "payment-due",
        "ends",
        "follow-up-due",
        "meeting-due",
        "assessment-due",
        *["unrecorded"] * 3,
    ] == [flag.code for flag in public_api.flags([asked])]
