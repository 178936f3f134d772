"""The real command among pipes, full disks, odd encodings and files nobody can name."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import ROOT, document, environment, line, sh, write

ON = "--on 2023-05-31"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """More than a pipe holds."""
    text = "".join(line(f"iop-{number}", title="x" * 900) for number in range(100))
    (tmp_path / "many.jsonl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_it_is_quiet_when_nobody_reads_on(many: Path, form: str) -> None:
    script = f"ioplife flag many.jsonl {ON} --format {form} | head -1; echo ${{PIPESTATUS[0]}}"

    done = sh(script, cwd=many)

    assert b"on 2023-05-31\n" == done.stderr
    assert b"0" == done.stdout.splitlines()[-1]
    assert 2 == len(done.stdout.splitlines())


@pytest.mark.parametrize("reader", ["head -1", "true", "cat >/dev/full"])
def test_python_says_no_more_of_it_at_the_end(tmp_path: Path, reader: str) -> None:
    """Many short lines: when the reader leaves, some of them still wait to be written."""
    (tmp_path / "lines.py").write_text(
        "from ioplife.cli.streams import data\n"
        "with data(portable=True) as write:\n"
        "    for number in range(200_000):\n"
        "        write(f'{number}\\n')\n",
        encoding="utf-8",
    )

    done = sh(f"python lines.py | {reader} 2>/dev/null; echo ${{PIPESTATUS[0]}}", cwd=tmp_path)

    assert (b"0", b"") == (done.stdout.splitlines()[-1], done.stderr)


def test_what_was_flagged_before_nobody_read_on_counts(many: Path) -> None:
    script = f"ioplife flag many.jsonl {ON} --exit-code | head -1; echo ${{PIPESTATUS[0]}}"

    assert b"1" == sh(script, cwd=many).stdout.splitlines()[-1]


def test_a_decision_nobody_reads_is_as_quiet() -> None:
    script = (
        "ioplife ask examples/linkoping/son-2021-404.toml notice_given --on 2023-05-08 | true;"
        "echo ${PIPESTATUS[0]}"
    )

    done = sh(script)

    assert (b"3\n", b"on 2023-05-08\n") == (done.stdout, done.stderr)


def test_it_answers_although_nobody_listens_to_its_talk(many: Path) -> None:
    script = (
        f"ioplife flag many.jsonl {ON} --format jsonl 2>&1 >answer | true; echo ${{PIPESTATUS[0]}}"
    )

    done = sh(script, cwd=many)

    assert (b"0\n", b"") == (done.stdout, done.stderr)
    assert 100 == len((many / "answer").read_bytes().splitlines())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_a_full_disk_is_two_and_said_in_one_line(many: Path, form: str) -> None:
    done = sh(f"ioplife flag many.jsonl {ON} --format {form} >/dev/full", cwd=many)

    assert 2 == done.returncode
    assert b"on 2023-05-31\nError: cannot write: No space left on device\n" == done.stderr


def test_standard_output_that_is_closed_is_two(many: Path) -> None:
    done = sh(f"ioplife flag many.jsonl {ON} >&-", cwd=many)

    assert 2 == done.returncode
    assert b"Error: cannot write: standard output is closed" in done.stderr


def test_standard_input_that_is_closed_holds_no_agreement(tmp_path: Path) -> None:
    done = sh(f"ioplife flag - {ON} <&-", cwd=tmp_path)

    assert 2 == done.returncode
    assert b"Traceback" not in done.stderr


def test_ctrl_c_is_no_answer(request: pytest.FixtureRequest) -> None:
    # run in the background, a shell has the tests ignore it, and their children too
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    request.addfinalizer(lambda: signal.signal(signal.SIGINT, before))
    with subprocess.Popen(
        [sys.executable, "-m", "ioplife", "flag", "-", "--on", "2023-05-31"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=ROOT,
    ) as process:
        assert process.stderr is not None
        assert b"on 2023-05-31\n" == process.stderr.readline()
        time.sleep(0.5)  # let it wait for standard input
        process.send_signal(signal.SIGINT)
        _, talk = process.communicate()

    assert 130 == process.returncode
    assert b"Traceback" not in talk


# --- encodings -------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "md"])
@pytest.mark.parametrize("env", [{"LC_ALL": "C"}, {"PYTHONIOENCODING": "latin-1"}])
def test_what_programs_read_is_utf_8_whatever_the_machine_speaks(
    tmp_path: Path, form: str, env: dict[str, Any]
) -> None:
    write(tmp_path, [document("a", title="Räksmörgås – ☃")])

    done = sh(f"ioplife flag a.json {ON} --format {form}", cwd=tmp_path, **env)

    assert 0 == done.returncode
    assert "Räksmörgås – ☃" in done.stdout.decode("utf-8")


def test_a_sign_the_terminal_lacks_does_not_stop_the_table(tmp_path: Path) -> None:
    write(tmp_path, [document("a", title="Räksmörgås – ☃")])

    done = sh(f"ioplife flag a.json {ON}", cwd=tmp_path, PYTHONIOENCODING="latin-1")

    assert 0 == done.returncode
    assert "Räksmörgås ? ?" in done.stdout.decode("latin-1")


def test_standard_input_is_utf_8_whatever_the_machine_speaks() -> None:
    done = sh(
        f"ioplife flag - {ON} --format jsonl",
        stdin=line("a", title="Räksmörgås").encode(),
        PYTHONIOENCODING="latin-1",
    )

    assert "Räksmörgås" == json.loads(done.stdout)["title"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs file names that are no text")
@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_a_file_whose_name_is_no_text_is_named_all_the_same(tmp_path: Path, form: str) -> None:
    write(tmp_path, [document("a")])
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe5.toml")).write_text("id = ", encoding="utf-8")

    done = sh(f"ioplife flag . {ON} --format {form}", cwd=tmp_path)

    assert 2 == done.returncode
    assert b"2023-09-30" in done.stdout
    assert b".toml:1: not TOML" in done.stderr
    assert b"Traceback" not in done.stderr


def test_json_with_a_name_that_is_no_text_is_json(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe5.toml")).write_text("id = ", encoding="utf-8")

    done = sh(f"ioplife flag . {ON} --format json", cwd=tmp_path)

    (unread,) = json.loads(done.stdout)["unread"]
    assert "\udce5.toml" == unread["file"]


# --- what is loaded --------------------------------------------------------------------


def loaded_by(arguments: str, *names: str) -> set[str]:
    """Which of the packages are in memory when the command ends."""
    program = (
        "import sys\nfrom ioplife.cli import main\n"
        f"try:\n    main({arguments.split()!r})\nexcept SystemExit:\n    pass\n"
        f"print(*({{*{names!r}}} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run(  # noqa: S603 - a program of our own
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=environment(),
        capture_output=True,
        check=True,
    )
    return set(done.stderr.decode().splitlines()[-1].split())


@pytest.mark.parametrize("arguments", ["--version", "--help", "flag --help", "ask --help"])
def test_help_loads_nothing_but_the_core(arguments: str) -> None:
    assert set() == loaded_by(arguments, "cattrs", "rich", "tomllib", "transitions")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_flagging_loads_no_rich_away_from_a_terminal(form: str) -> None:
    arguments = f"flag examples/linkoping --on 2023-05-08 --format {form}"

    assert {"cattrs"} == loaded_by(arguments, "cattrs", "rich", "transitions")


def test_without_the_extra_the_command_says_what_is_missing() -> None:
    program = "import sys; sys.modules['click'] = None; import ioplife.__main__"

    done = subprocess.run(  # noqa: S603 - a program of our own
        [sys.executable, "-c", program], env=environment(), capture_output=True, check=False
    )

    assert (2, b"ioplife: the command needs an extra: pip install 'ioplife[cli]'\n") == (
        done.returncode,
        done.stderr,
    )
