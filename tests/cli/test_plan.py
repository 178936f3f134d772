"""`ioplife plan`: a plan for each agreement, in words, as JSON and as Markdown."""

import json
from pathlib import Path
from typing import Any

import pytest

from ioplife.documents import dump_plan, load
from tests.cli.shell import LINKOPING, SON, document, run, write

LEADS = ("--decide-lead", "P1M", "--papers-lead", "P21D")
ON = ("--on", "2023-05-08")

MEETINGS = "2023-06-13\n2023-08-22\n2023-09-26 # too late\n"


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    path = tmp_path / "meetings.txt"
    path.write_text(MEETINGS, encoding="utf-8")
    return path


def found(*arguments: object) -> dict[str, Any]:
    result = run("plan", *arguments, "--format", "json")
    return json.loads(result.stdout)  # type: ignore[no-any-return] # an object


def days(plan: dict[str, Any]) -> dict[str, str]:
    names = ("target", "decide_by", "meeting", "papers_by", "follow_up")
    return {name: plan[name]["day"] for name in names if plan[name]}


def test_text_is_each_day_the_soonest_first_with_how_it_is_come_by(calendar: Path) -> None:
    result = run("plan", SON, *ON, *LEADS, "--meetings", calendar, "--lang", "en")
    head, *lines = result.stdout.splitlines()
    rows = [line.split(maxsplit=3) for line in lines]
    assert head.startswith("son-2021-404  IOP för människor")
    assert [
        ["2022-09-30", "-220", "follow-up"],
        ["2023-08-01", "85", "papers"],
        ["2023-08-22", "106", "meeting"],
        ["2023-08-31", "115", "decision"],
        ["2023-09-30", "145", "end"],
    ] == [row[:3] for row in rows]
    assert "the last day from which P21D fits until 2023-08-22" in rows[1][3]
    assert rows[3][3].endswith("ioplife, --decide-lead P1M")
    assert ("on 2023-05-08\n", 0) == (result.stderr, result.exit_code)


def test_what_is_not_known_is_said_below_the_days() -> None:
    result = run("plan", SON, *ON, "--lang", "sv")
    assert [
        "inga av nämndens sammanträden är kända",
        "ingen framförhållning är satt för handlingarna till ett sammanträde",
    ] == [line.strip() for line in result.stdout.splitlines()[-2:]]


def test_json_is_one_object_with_a_plan_for_each(calendar: Path) -> None:
    arion = LINKOPING / "arena-ryds-herrgard.toml"
    told = found(SON, arion, *ON, *LEADS, "--meetings", calendar)
    assert ["on", "policy", "plans", "unread"] == list(told)
    assert ("2023-05-08", "default", []) == (told["on"], told["policy"], told["unread"])
    son, arena = told["plans"]
    assert {
        "follow_up": "2022-09-30",
        "papers_by": "2023-08-01",
        "meeting": "2023-08-22",
        "decide_by": "2023-08-31",
        "target": "2023-09-30",
    } == days(son)
    assert ("2023-08-22", ["son"], []) == (son["decision"], son["who"], son["missing"])
    assert (None, ["plan-not-binding"]) == (
        arena["decision"],
        [one["code"] for one in arena["missing"]],
    )


def test_json_says_what_the_library_says() -> None:
    for lang in ("sv", "en"):
        (told,) = found(SON, *ON, "--lang", lang)["plans"]
        assert dump_plan(load(SON).plan("2023-05-08"), "son-2021-404", lang=lang) == told


def test_markdown_is_a_chapter_and_a_table_for_each(calendar: Path) -> None:
    result = run(
        "plan", LINKOPING, *ON, *LEADS, "--meetings", calendar, "--format", "md", "--lang", "sv"
    )
    chapters = [line for line in result.stdout.splitlines() if line.startswith("## ")]
    assert len(list(LINKOPING.glob("*.toml"))) == len(chapters)
    assert "| dag | dagar | vad | varför | källa |" in result.stdout
    assert "| 2023-08-22 | 106 | sammanträde | sista sammanträdet senast 2023-08-31 |  |" in (
        result.stdout
    )


def test_an_agreements_own_lead_goes_before_what_is_told(tmp_path: Path) -> None:
    own = {"name": "decide-lead", "value": "P2M", "source": {"paper": "A 1"}}
    write(tmp_path, [document("a"), document("b", norms=[own])])
    plans = found(tmp_path, *ON, "--decide-lead", "P1M")["plans"]
    assert ["2023-08-31", "2023-07-31"] == [one["decide_by"]["day"] for one in plans]


def test_the_flags_follow_what_is_told(calendar: Path) -> None:
    arguments = ("flag", SON, *ON, "--format", "json")
    told = json.loads(run(*arguments, *LEADS, "--meetings", calendar).stdout)["flags"]
    ahead = {one["code"]: one["day"] for one in told if one["code"] in ("decide-by", "papers-by")}
    assert {"papers-by": "2023-08-01", "decide-by": "2023-08-22"} == ahead
    plain = {one["code"] for one in json.loads(run(*arguments).stdout)["flags"]}
    assert not {"papers-by", "decide-by"} & plain


@pytest.mark.parametrize("command", ["plan", "flag"])
def test_a_file_of_meetings_that_cannot_be_read_is_told_line_by_line(
    tmp_path: Path, command: str
) -> None:
    path = tmp_path / "meetings.txt"
    path.write_text("2023-06-13\n13 juni\n2023-06-13\n", encoding="utf-8")
    result = run(command, SON, *ON, "--meetings", path)
    assert ("", 2) == (result.stdout, result.exit_code)
    assert [f"{path}:2:", f"{path}:3:"] == [
        line.split(" ")[0] for line in result.stderr.splitlines()
    ]
    gone = run(command, SON, *ON, "--meetings", tmp_path / "gone.txt")
    assert ("", 2) == (gone.stdout, gone.exit_code)


@pytest.mark.parametrize("option", ["--decide-lead", "--papers-lead"])
def test_a_lead_that_is_none_is_wrong_usage(option: str) -> None:
    result = run("plan", SON, option, "3 months")
    assert 2 == result.exit_code
    assert f"Invalid value for '{option}'" in result.stderr


def test_one_bad_file_hides_no_other(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    (tmp_path / "b.toml").write_text("id = 3\n", encoding="utf-8")
    result = run("plan", tmp_path, *ON, "--format", "json")
    told = json.loads(result.stdout)
    assert (2, ["a"], 1) == (
        result.exit_code,
        [one["agreement"] for one in told["plans"]],
        len(told["unread"]),
    )


def test_nothing_to_read_is_unreadable(tmp_path: Path) -> None:
    result = run("plan", tmp_path, *ON)
    assert ("", 2) == (result.stdout, result.exit_code)
