"""Which day it is, which language is spoken, and what a shell can complete."""

import datetime

import pytest
from click.shell_completion import ShellComplete
from pendulum import Date

import ioplife
from ioplife.cli import main
from ioplife.cli.exits import Exit, gravest
from ioplife.cli.options import day_of, spoken, today
from tests.cli.shell import run, sh


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2023-12-31T22:59:59+00:00", Date(2023, 12, 31)),
        ("2023-12-31T23:00:00+00:00", Date(2024, 1, 1)),
        ("2023-06-30T21:59:59+00:00", Date(2023, 6, 30)),
        ("2023-06-30T22:00:00+00:00", Date(2023, 7, 1)),
        ("2024-01-01T07:00:00+09:00", Date(2023, 12, 31)),
    ],
)
def test_which_day_it_is_is_decided_in_sweden(moment: str, day: Date) -> None:
    assert day == day_of(datetime.datetime.fromisoformat(moment))


def test_today_is_a_day_and_no_moment() -> None:
    before = datetime.datetime.now(datetime.UTC)
    found = today()
    after = datetime.datetime.now(datetime.UTC)

    assert type(found) is Date
    assert day_of(before) <= found <= day_of(after)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_the_zone_of_the_machine_does_not_matter(zone: str) -> None:
    before = today()
    told = sh("ioplife ask examples/linkoping/son-2021-404.toml noted", TZ=zone).stderr.decode()

    assert told in {f"on {before} (today)\n", f"on {today()} (today)\n"}


@pytest.mark.parametrize(
    ("environ", "lang"),
    [
        ({}, "en"),
        ({"LANG": "sv"}, "sv"),
        ({"LANG": "C"}, "en"),
        ({"LANG": "fi_FI.UTF-8"}, "en"),
        ({"LC_ALL": "sv_SE", "LC_MESSAGES": "en_GB", "LANG": "en_GB"}, "sv"),
        ({"LC_ALL": "en_GB", "LC_MESSAGES": "sv_SE", "LANG": "sv_SE"}, "en"),
        ({"LC_MESSAGES": "sv_SE", "LANG": "en_GB"}, "sv"),
        ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "sv_SE"}, "sv"),
    ],
)
def test_the_language_is_the_first_that_the_environment_says(
    environ: dict[str, str], lang: str
) -> None:
    assert lang == spoken(environ)


@pytest.mark.parametrize(
    ("exits", "counts"),
    [
        ([], Exit.DONE),
        ([Exit.DONE, Exit.FLAGGED], Exit.FLAGGED),
        ([Exit.FLAGGED, Exit.REFUSED], Exit.REFUSED),
        ([Exit.REFUSED, Exit.UNREADABLE, Exit.FLAGGED], Exit.UNREADABLE),
    ],
)
def test_the_gravest_counts(exits: list[Exit], counts: Exit) -> None:
    assert counts is gravest(*exits)


def test_exit_codes_are_api() -> None:
    assert {"DONE": 0, "FLAGGED": 1, "UNREADABLE": 2, "REFUSED": 3} == {
        one.name: one.value for one in Exit
    }


def test_the_version() -> None:
    assert (f"ioplife {ioplife.__version__}\n", 0) == (
        (result := run("--version")).stdout,
        result.exit_code,
    )


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in main.commands)])
def test_help_fits_in_eighty_columns(arguments: list[str]) -> None:
    result = run(*arguments)

    assert 0 == result.exit_code
    assert all(len(line) <= 80 for line in result.stdout.splitlines())


# --- completion ------------------------------------------------------------------------


def completed(*arguments: str) -> list[str]:
    """What a shell would offer in place of the last word."""
    *before, last = arguments
    shell = ShellComplete(main, {}, "ioplife", "_IOPLIFE_COMPLETE")
    return [str(item.value) for item in shell.get_completions(before, last)]


def test_a_shell_completes_commands_and_options() -> None:
    commands = ["ask", "check", "draw", "flag", "new", "plan", "record", "schema", "show"]
    commands += ["simulate"]
    assert commands == completed("")
    assert ["--on"] == completed("flag", "--on")
    assert ["table", "json", "jsonl", "csv", "md"] == completed("flag", "--format", "")


def test_a_shell_completes_events() -> None:
    assert ["noted", "notice_given"] == sorted(completed("ask", "a.toml", "not"))


def test_a_shell_completes_the_fields_of_the_event() -> None:
    assert ["written="] == completed("ask", "a.toml", "notice_given", "w")
    assert ["period="] == completed("ask", "a.toml", "renewed", "successor=x", "p")


def test_bash_gets_its_completion_script() -> None:
    done = sh("_IOPLIFE_COMPLETE=bash_source ioplife")

    assert 0 == done.returncode
    assert b"complete -o nosort -F _ioplife_completion ioplife" in done.stdout
