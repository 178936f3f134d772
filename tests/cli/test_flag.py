"""`ioplife flag`: which days are told, in which order, and how it ends."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import ENDING, LINKOPING, SION, SON, document, line, run, sh, write


def flagged(*arguments: object, **more: str) -> list[tuple[str, str, str | None, int | None]]:
    """Agreement, code, day and days left of each flag, as JSON tells them."""
    result = run("flag", *arguments, "--format", "json", **more)
    found = json.loads(result.stdout)["flags"]
    return [(one["agreement"], one["code"], one["day"], one["days_left"]) for one in found]


def test_son_2021_404_ends_145_days_after_the_memo() -> None:
    found = flagged(LINKOPING, "--on", "2023-05-08", "--within", "P6M")

    assert ("son-2021-404", "ends", "2023-09-30", 145) in found


def test_iogt_nto_and_sion_end_with_2020() -> None:
    found = flagged(LINKOPING, "--on", "2020-09-01")

    assert ("iogt-nto-sion", "ends", "2020-12-31", 121) in found


@pytest.mark.parametrize(
    ("on", "codes"), [("2023-03-29", []), ("2023-03-30", ["ends"])], ids=["too far", "in time"]
)
def test_half_a_year_is_what_is_near_unless_told_otherwise(on: str, codes: list[str]) -> None:
    assert codes == [code for _, code, _, _ in flagged(ENDING, "--on", on)]


def test_soonest_comes_first_and_what_has_no_day_last(tmp_path: Path) -> None:
    endless = document("a", "2023-06-30", open_ended=True)
    del endless["last_day"]
    write(tmp_path, [endless, document("b"), document("c", "2023-06-30"), document("d")])

    assert [
        ("c", "ends", "2023-06-30", 30),
        ("b", "ends", "2023-09-30", 122),
        ("d", "ends", "2023-09-30", 122),
        ("a", "open-ended", None, None),
    ] == flagged(tmp_path, "--on", "2023-05-31")


def test_json_lines_keep_the_order_of_the_documents(tmp_path: Path) -> None:
    write(tmp_path, [document("b", "2023-09-30"), document("c", "2023-06-30")])

    result = run("flag", tmp_path, "--on", "2023-05-31", "--format", "jsonl")

    assert ["b", "c"] == [json.loads(text)["agreement"] for text in result.stdout.splitlines()]


def test_a_file_a_folder_and_standard_input_are_read_together(tmp_path: Path) -> None:
    write(tmp_path, [document("folder")])

    result = run(
        "flag",
        ENDING,
        tmp_path,
        "-",
        "--on",
        "2023-05-08",
        "--format",
        "json",
        stdin=line("stream"),
    )

    found = json.loads(result.stdout)["flags"]
    assert ["folder", "son-2021-404", "stream"] == [one["agreement"] for one in found]


def test_the_day_given_is_told_on_standard_error() -> None:
    assert "on 2023-05-08\n" == run("flag", SON, "--on", "2023-05-08").stderr


def test_the_day_of_today_is_told_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ioplife.cli.options.today", lambda: "2023-05-08")

    assert "on 2023-05-08 (today)\n" == run("flag", SON).stderr


# --- how it ends -----------------------------------------------------------------------


def ended(*arguments: object, stdin: str | None = None) -> int:
    return run("flag", "--on", "2023-05-08", *arguments, stdin=stdin).exit_code


def test_what_is_flagged_is_no_failure() -> None:
    assert 0 == ended(SON)


def test_it_is_one_when_asked_for() -> None:
    assert 1 == ended(SON, "--exit-code")


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_nothing_flagged_is_zero_in_every_format(form: str) -> None:
    assert 0 == ended(ENDING, "--within", "P1M", "--exit-code", "--format", form)


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_something_flagged_is_one_in_every_format(form: str) -> None:
    assert 1 == ended(SON, "--exit-code", "--format", form)


def test_what_cannot_be_read_is_graver_than_what_is_flagged(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")

    assert 2 == ended(SON, tmp_path, "--exit-code")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--on", "8 maj 2023"), "must be a day written YYYY-MM-DD, not '8 maj 2023'"),
        (("--on", "2023-02-29"), "must be a day of the calendar, not '2023-02-29'"),
        (("--on", "2023-05-08T00:00"), "must be a day written YYYY-MM-DD"),
        (("--on", "9999-12-31"), "must be a day of the years 1900-2999"),
        (("--within", "6"), "must be an ISO 8601 length of years, months, weeks and days"),
        (("--within", "6 månader"), "like P6M, not '6 månader'"),
        (("--within", "-P6M"), "not '-P6M'"),
        (("--within", "P1001Y"), "must be at most 1000 years"),
        (("--format", "xlsx"), "'xlsx' is not one of"),
        (("--lang", "fi"), "'fi' is not one of"),
        (("--whithin", "P6M"), "No such option"),
    ],
)
def test_wrong_usage_is_two_and_says_what_is_wrong(arguments: tuple[str, str], told: str) -> None:
    result = run("flag", SON, "--on", "2023-05-08", *arguments)

    assert (2, "") == (result.exit_code, result.stdout)
    assert told in " ".join(result.stderr.split())


def test_the_window_may_be_as_long_as_a_length_can_be() -> None:
    found = flagged(ENDING, "--on", "2021-10-01", "--within", "P1000Y")

    assert [("son-2021-404", "ends", "2023-09-30", 729)] == found


def test_without_a_path_it_is_wrong_usage() -> None:
    result = run("flag", "--on", "2023-05-08")

    assert 2 == result.exit_code
    assert "Missing argument 'PATH...'" in result.stderr


def test_the_real_command_and_the_module_answer_alike() -> None:
    script = "flag examples/linkoping --on 2023-05-08 --within P6M --format json"

    command, module = sh(f"ioplife {script}"), sh(f"python -m ioplife {script}")

    assert (0, command.stdout, command.stderr) == (0, module.stdout, module.stderr)
    assert "Människor" not in command.stdout.decode()
    assert "människor" in command.stdout.decode()
    assert b"on 2023-05-08\nleft out 1 other file: not .toml, .json or .jsonl\n" == command.stderr


def test_iogt_nto_and_sion_ran_out_and_nobody_said_what_follows() -> None:
    assert ("iogt-nto-sion", "ended-undecided", "2020-12-31", -858) in flagged(
        SION, "--on", "2023-05-08"
    )
