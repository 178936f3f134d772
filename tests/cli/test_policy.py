"""`--policy`: whose guards and numbers an answer rests on."""

import json
from pathlib import Path

import pytest

from tests.cli.shell import SON, run

PROPOSED = ("proposed", "to=son", "--on", "2023-05-08", "--format", "json")


@pytest.mark.parametrize("name", ["default", "linkoping"])
def test_an_answer_names_the_policy(name: str) -> None:
    asked = run("ask", SON, *PROPOSED, "--policy", name)
    told = run("flag", SON, "--on", "2023-05-08", "--format", "json", "--policy", name)
    lines = run("flag", SON, "--on", "2023-05-08", "--format", "jsonl", "--policy", name)

    assert name == json.loads(asked.stdout)["policy"]
    assert name == json.loads(told.stdout)["policy"]
    assert {name} == {json.loads(line)["policy"] for line in lines.stdout.splitlines()}


def test_a_policy_asks_its_own_guards() -> None:
    codes = [
        {one["code"] for one in json.loads(run("ask", SON, *PROPOSED, *policy).stdout)["verdicts"]}
        for policy in ((), ("--policy", "linkoping"))
    ]

    assert "linkoping:one-public-party" not in codes[0]
    assert {"linkoping:one-public-party", "consultation:legal_consultation"} <= codes[1]


def test_record_asks_under_the_policy(tmp_path: Path) -> None:
    file = tmp_path / "son.toml"
    file.write_text(SON.read_text(encoding="utf-8"), encoding="utf-8")
    dry = ("record", file, *PROPOSED, "--dry-run")

    told = [json.loads(run(*dry, *policy).stdout) for policy in ((), ("--policy", "linkoping"))]

    assert ["default", "linkoping"] == [one["policy"] for one in told]
    assert [False, True] == [
        "linkoping:one-public-party" in {verdict["code"] for verdict in one["verdicts"]}
        for one in told
    ]


@pytest.mark.parametrize("name", ["default", "linkoping"])
def test_a_page_names_the_policy(name: str) -> None:
    shown = run("show", SON, "--on", "2023-05-08", "--format", "json", "--policy", name)

    assert name == json.loads(shown.stdout)["policy"]


def test_it_is_told_where_it_is_not_the_librarys_own() -> None:
    arguments = ("flag", SON, "--on", "2023-05-08")

    assert "on 2023-05-08\n" == run(*arguments).stderr
    assert "on 2023-05-08\n" == run(*arguments, "--policy", "default").stderr
    assert "on 2023-05-08, policy linkoping\n" == run(*arguments, "--policy", "linkoping").stderr


def test_a_policy_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    result = run("flag", tmp_path, "--policy", "stenungsund")

    assert 2 == result.exit_code
    assert "is not one of 'default', 'linkoping'" in result.stderr
