"""Days set by law in the command: rolled where the extra is there, and a word where it is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from ioplife.cli import calendar
from tests.cli.shell import document, run, write

PARTIES = [
    {
        "id": "kommun",
        "name": "Kommunen",
        "sector": "public",
        "bodies": [{"id": "namnd", "name": "Nämnden", "kind": "board"}],
    },
    {"id": "forening", "name": "Föreningen", "sector": "civil"},
]
DECIDED = [
    {"event": "initiated", "on": "2024-04-01", "by": "forening"},
    {"event": "proposed", "on": "2024-05-02", "by": "kommun", "to": "namnd"},
    {"event": "approved", "on": "2024-05-28", "by": "namnd"},
    {"event": "adjusted", "on": "2024-05-29", "by": "namnd"},
    {"event": "announced", "on": "2024-05-31", "by": "kommun"},
]
"""To be appealed by Friday 21 June 2024, three weeks on: midsummer eve, so by Monday the 24th."""
TOLD = (
    "days set by law are told as counted: pip install 'ioplife[workdays]' to have them rolled to"
    " the next working day\n"
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    agreed = {"first_day": "2024-07-01", "parties": PARTIES}
    write(tmp_path, [document("a", "2025-06-30", **agreed, events=DECIDED)])
    return tmp_path / "a.json"


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> None:
    """As it is where the extra is not installed."""
    monkeypatch.setattr(calendar, "find_spec", lambda _name: None)


def told(*arguments: object) -> tuple[dict[str, Any], str]:
    """What JSON says, and what is said beside it."""
    result = run(*arguments, "--format", "json")
    return json.loads(result.stdout), result.stderr


def final(file: Path, on: str) -> tuple[str, str]:
    """What is answered of the decision where a party signs, and what is said beside it."""
    found, talk = told("ask", file, "signed", "by=kommun", "--on", on)
    (verdict,) = [one for one in found["verdicts"] if one["code"] == "decision-final"]
    return verdict["answer"], talk.partition("\n")[2]


@pytest.mark.parametrize(
    ("on", "answer"),
    [("2024-06-21", "no"), ("2024-06-22", "no"), ("2024-06-24", "no"), ("2024-06-25", "yes")],
)
def test_an_event_is_asked_about_on_rolled_days(file: Path, on: str, answer: str) -> None:
    assert (answer, "") == final(file, on)


@pytest.mark.usefixtures("without")
@pytest.mark.parametrize(
    ("on", "answer", "talk"),
    [
        ("2024-06-21", "no", ""),
        ("2024-06-22", "unknown", TOLD),
        ("2024-06-26", "unknown", TOLD),
        ("2024-06-27", "yes", ""),
    ],
)
def test_without_the_extra_it_is_said_where_the_answer_hangs_on_it(
    file: Path, on: str, answer: str, talk: str
) -> None:
    assert (answer, talk) == final(file, on)


def test_the_day_that_is_flagged_and_shown_is_the_rolled_one(file: Path) -> None:
    flags, talk = told("flag", file, "--on", "2024-06-10")

    assert ["2024-06-24"] == [one["day"] for one in flags["flags"] if one["code"] == "appeal-ends"]
    assert "on 2024-06-10\n" == talk
    shown, talk = told("show", file, "--on", "2024-06-10")
    assert ["2024-06-24"] == [one["appeal_ends"] for one in shown["final"]]
    assert "on 2024-06-10\n" == talk
    assert "announced on 2024-05-31, to be appealed by 2024-06-24\n" in (
        run("show", file, "--on", "2024-06-10").stdout
    )


@pytest.mark.usefixtures("without")
@pytest.mark.parametrize("command", ["flag", "show"])
def test_without_the_extra_the_day_is_told_as_counted_and_so_it_is_said(
    file: Path, command: str
) -> None:
    assert f"on 2024-06-10\n{TOLD}" == told(command, file, "--on", "2024-06-10")[1]
    assert TOLD in told(command, file, "--on", "2024-06-26")[1]
    assert TOLD not in told(command, file, "--on", "2024-06-27")[1]
    assert TOLD not in told(command, file, "--on", "2024-05-30")[1]
    assert "2024-06-21" in run(command, file, "--on", "2024-06-10").stdout


@pytest.mark.usefixtures("without")
def test_it_is_said_once_of_many(file: Path) -> None:
    again = json.loads(file.read_text(encoding="utf-8")) | {"id": "b"}
    (file.parent / "b.json").write_text(json.dumps(again), encoding="utf-8")

    for form in ("json", "jsonl"):
        result = run("flag", file.parent, "--on", "2024-06-10", "--format", form)
        assert 1 == result.stderr.count(TOLD)


SIGNED = {"event": "signed", "on": "2024-06-22", "by": "kommun"}


@pytest.mark.parametrize(("on", "weights"), [("2024-06-22", ["warning"]), ("2024-06-25", [])])
def test_a_signature_on_record_is_checked_on_rolled_days(
    file: Path, on: str, weights: list[str]
) -> None:
    content = json.loads(file.read_text(encoding="utf-8"))
    content["events"].append(SIGNED | {"on": on})
    file.write_text(json.dumps(content), encoding="utf-8")

    found, talk = told("check", file, "--on", "2024-06-30")

    codes = [one["strength"] for one in found["findings"] if one["code"] == "decision-final"]
    assert weights == codes
    assert TOLD not in talk


@pytest.mark.usefixtures("without")
@pytest.mark.parametrize(("on", "hangs"), [("2024-06-22", True), ("2024-06-27", False)])
def test_without_the_extra_check_says_so(file: Path, on: str, hangs: bool) -> None:  # noqa: FBT001 - a case
    content = json.loads(file.read_text(encoding="utf-8"))
    content["events"].append(SIGNED | {"on": on})
    file.write_text(json.dumps(content), encoding="utf-8")

    assert hangs is (TOLD in told("check", file, "--on", "2024-06-30")[1])


@pytest.mark.usefixtures("without")
def test_nothing_is_said_where_no_decision_is_announced(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    file = tmp_path / "a.json"

    for command in (("flag", file), ("show", file), ("check", file)):
        assert TOLD not in run(*command, "--on", "2023-05-08").stderr
    assert TOLD not in run("ask", file, "noted", "--on", "2023-05-08").stderr


def test_what_is_recorded_is_asked_about_on_rolled_days(file: Path) -> None:
    found, _talk = told("record", file, "signed", "by=kommun", "--on", "2024-06-22", "--dry-run")

    assert ["no"] == [one["answer"] for one in found["verdicts"] if one["code"] == "decision-final"]
