"""The shipped scripts run as they stand, and say what is true."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import LINKOPING, ROOT, document, environment, write

UNVERIFIED = {
    "paper": "ioplife default",
    "place": "unverified",
    "cite": "ioplife default, unverified",
}


def script(name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - a script of ours
        [sys.executable, ROOT / "examples" / name, *map(str, arguments)],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_flag_prints_what_cron_is_to_mail() -> None:
    done = script("flag.py", LINKOPING, "2023-05-08")

    assert (0, "") == (done.returncode, done.stderr)
    told = done.stdout.splitlines()
    assert [
        (
            "2020-12-31 (-858 days)  IOP med IOGT-NTO och Sionförsamlingen: överenskommelsen"
            " upphörde 2020-12-31, för 858 dagar sedan, och det är inte beslutat vad som följer"
            "  [son]"
        ),
        (
            "2023-09-30 (145 days)  IOP för människor som lever i en socialt och ekonomiskt"
            " utsatt situation: överenskommelsen upphör 2023-09-30, om 145 dagar  [son]"
        ),
    ] == [line for line in told if "IOP" in line and ": överenskommelsen upphör" in line]


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="no pipe breaks here")
@pytest.mark.parametrize("line", ["flag.py {} 2023-05-08", "simulate.py {} 2023-05-08 2025-12-31"])
def test_who_reads_no_further_is_told_nothing(line: str) -> None:
    name, *arguments = line.format(LINKOPING).split()
    reads, writes = os.pipe()
    os.close(reads)
    done = subprocess.run(  # noqa: S603 - a script of ours
        [sys.executable, ROOT / "examples" / name, *arguments],
        env=environment(),
        stdout=writes,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writes)

    assert (-signal.SIGPIPE, b"") == (done.returncode, done.stderr)


def test_flag_takes_the_day_of_today() -> None:
    assert 0 == script("flag.py", LINKOPING).returncode


def test_flag_names_what_it_cannot_read_and_ends_with_two(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    (tmp_path / "b.toml").write_text("id = ", encoding="utf-8")

    done = script("flag.py", tmp_path, "2023-05-08")

    assert 2 == done.returncode
    assert "2023-09-30 (145 days)  a: " in done.stdout
    assert "b.toml:1: not TOML" in done.stderr


def test_flag_is_short() -> None:
    text = (ROOT / "examples" / "flag.py").read_text(encoding="utf-8")

    assert len(text.splitlines()) <= 32


# --- embed.py --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def answers() -> list[tuple[str, int, dict[str, Any], int]]:
    """What embed.py prints: each question, its status, its problem and the rows after it."""
    done = script("embed.py")
    assert (0, "") == (done.returncode, done.stderr)
    shape = r"(What if .+\?)\n(\d{3}) .+\n(?:(\{\n(?:.*\n)+?\})\n)?rows in the table: (\d+)\n"
    return [
        (question, int(status), json.loads(problem or "{}"), int(rows))
        for question, status, problem, rows in re.findall(shape, done.stdout)
    ]


def test_every_event_that_is_asked_about_is_a_what_if(answers: list[Any]) -> None:
    assert 4 == len(answers)


def test_a_no_is_a_conflict_with_the_place_in_the_agreement(answers: list[Any]) -> None:
    _, status, problem, rows = answers[0]

    assert (409, 409, "no", 1) == (status, problem["status"], problem["answer"], rows)
    assert [
        {
            "code": "notice-clause",
            "sentence": "the agreement has no notice clause",
            "source": UNVERIFIED,
            "clause": {"paper": "SON 2021-404", "place": "§ 13", "cite": "SON 2021-404, § 13"},
        }
    ] == problem["reasons"]


def test_an_unknown_says_what_must_be_known(answers: list[Any]) -> None:
    _, status, problem, rows = answers[1]

    assert (422, 422, "unknown", ["last_day"], 1) == (
        status,
        problem["status"],
        problem["answer"],
        problem["needs"],
        rows,
    )


def test_a_yes_is_a_row(answers: list[Any]) -> None:
    _, status, problem, rows = answers[2]

    assert (201, {}, 2) == (status, problem, rows)


def test_a_body_that_cannot_be_read_is_a_bad_request(answers: list[Any]) -> None:
    _, status, problem, rows = answers[3]

    assert (400, 400, 2) == (status, problem["status"], rows)
    assert ["last_day"] == [one["path"] for one in problem["mistakes"]]


def test_embed_ends_with_where_the_agreement_would_stand() -> None:
    last = script("embed.py").stdout.splitlines()[-1]

    assert "Then, on 2023-10-01, it would be terminated: not_renewed" == last


# --- simulate.py -----------------------------------------------------------------------


def test_simulate_asks_both_questions_of_every_agreement_and_writes_nothing() -> None:
    before = {path: path.read_bytes() for path in LINKOPING.iterdir()}
    done = script("simulate.py", LINKOPING, "2020-03-02", "2024-12-31")

    assert (0, "") == (done.returncode, done.stderr)
    assert before == {path: path.read_bytes() for path in LINKOPING.iterdir()}
    renewed, followed = done.stdout.split("What if the next follow-up is held when due?\n")
    assert renewed.startswith("What if none is renewed?\n")
    assert (
        "  IOP för människor som lever i en socialt och ekonomiskt utsatt situation\n"
        "    inget behöver göras: alla parter har inte undertecknat\n"
    ) in renewed
    assert "  Of 11, 0 would have another life.\n  1 yes, 0 no, 10 unknown\n" in renewed
    assert (
        "  IOP med IOGT-NTO och Sionförsamlingen\n    uppföljning får ske 2020-06-30\n"
    ) in followed
    assert "    2020-06-30..2020-09-29: follow_up -> active\n" in followed


def test_simulate_names_what_it_cannot_read_and_ends_with_two(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    (tmp_path / "b.toml").write_text("id = ", encoding="utf-8")

    done = script("simulate.py", tmp_path, "2022-01-01", "2024-12-31")

    assert 2 == done.returncode
    assert "b.toml:1: not TOML" in done.stderr
    assert "Of 1," in done.stdout
