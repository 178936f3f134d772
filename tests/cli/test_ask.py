"""`ioplife ask`: one event, one answer, nothing written."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from tests.cli.shell import LINKOPING, SION, SON, document, line, run, sh, write

UNVERIFIED = {
    "paper": "ioplife default",
    "place": "unverified",
    "cite": "ioplife default, unverified",
}


def ask(*arguments: object, on: str = "2023-05-08", **more: str) -> Result:
    return run("ask", *arguments, "--on", on, **more)


def decided(*arguments: object, on: str = "2023-05-08") -> dict[str, Any]:
    """The decision as JSON tells it."""
    found: dict[str, Any] = json.loads(ask(*arguments, "--format", "json", on=on).stdout)
    return found


def codes(decision: dict[str, Any]) -> list[str]:
    """The codes of the reasons."""
    return [one["code"] for one in decision["verdicts"] if one["status"] == "reason"]


# --- the agreements of Linköping -------------------------------------------------------


def test_notice_of_son_2021_404_is_refused_for_it_has_no_notice_clause() -> None:
    result = ask(SON, "notice_given", "by=linkoping", "written=true")

    assert (
        "notice_given is refused on 2023-05-08\n"
        "  x the agreement has no notice clause   [SON 2021-404, § 13]\n"
    ) == result.stdout
    assert 3 == result.exit_code


def test_notice_of_a_text_that_nobody_has_read_is_unknown() -> None:
    result = ask(SION, "notice_given", "by=linkoping", "written=true", on="2019-11-15")

    assert 3 == result.exit_code
    assert "notice_given cannot be answered on 2019-11-15" == result.stdout.splitlines()[0]


def test_no_and_unknown_end_alike_and_the_answer_tells_them_apart() -> None:
    arguments = ("notice_given", "by=linkoping", "written=true")

    no, unknown = decided(SON, *arguments), decided(SION, *arguments, on="2019-11-15")

    assert ("no", "unknown") == (no["answer"], unknown["answer"])
    assert (["notice-clause"], ["notice-clause"]) == (codes(no), codes(unknown))


def test_an_ending_on_its_last_day_is_a_non_renewal() -> None:
    result = ask(SON, "ending_decided", "by=son", "last_day=2023-09-30")

    assert ("ending_decided is allowed on 2023-05-08\n", 0) == (result.stdout, result.exit_code)


def test_an_ending_before_its_last_day_is_refused_as_early() -> None:
    decision = decided(SON, "ending_decided", "by=son", "last_day=2023-06-30")

    assert ("no", ["early-end"]) == (decision["answer"], codes(decision))


def test_a_decision_as_json_names_what_was_asked() -> None:
    decision = decided(SON, "notice_given", "by=linkoping", "written=true")

    assert {
        "on": "2023-05-08",
        "agreement": "son-2021-404",
        "event": {
            "event": "notice_given",
            "v": 1,
            "on": "2023-05-08",
            "by": "linkoping",
            "written": True,
        },
        "state": "active",
        "answer": "no",
        "policy": "default",
        "needs": [],
    } == {name: value for name, value in decision.items() if name != "verdicts"}
    assert {
        "code": "notice-clause",
        "answer": "no",
        "strength": "hard",
        "status": "reason",
        "sentence": "the agreement has no notice clause",
        "facts": {},
        "source": UNVERIFIED,
        "clause": {"paper": "SON 2021-404", "place": "§ 13", "cite": "SON 2021-404, § 13"},
        "override": None,
    } in decision["verdicts"]


def test_a_field_that_is_left_out_is_unknown_and_the_answer_needs_it() -> None:
    decision = decided(SON, "ending_decided", "by=son")

    assert ("unknown", ["last_day"]) == (decision["answer"], decision["needs"])


def test_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    file = tmp_path / "a.json"
    before = (file.read_bytes(), file.stat().st_mtime_ns)

    done = sh("ioplife ask a.json ending_decided --on 2023-05-08 last_day=2023-09-30", cwd=tmp_path)

    assert 0 == done.returncode
    assert (["a.json"], before) == (
        [one.name for one in tmp_path.iterdir()],
        (file.read_bytes(), file.stat().st_mtime_ns),
    )


def test_it_answers_in_swedish() -> None:
    result = ask(SON, "notice_given", "by=linkoping", "written=true", "--lang", "sv")

    assert "överenskommelsen har ingen uppsägningsklausul" in result.stdout


def test_json_speaks_swedish_too() -> None:
    result = ask(SON, "notice_given", "--format", "json", LC_ALL="sv_SE.UTF-8")

    assert "överenskommelsen har ingen" in result.stdout


def test_the_day_asked_for_is_told_on_standard_error() -> None:
    assert "on 2023-05-08\n" == ask(SON, "noted").stderr


def test_today_is_the_day_where_none_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ioplife.cli.options.today", lambda: "2023-05-08")

    result = run("ask", SON, "noted", "--format", "json")

    assert "on 2023-05-08 (today)\n" == result.stderr
    assert "2023-05-08" == json.loads(result.stdout)["on"]


def test_an_agreement_may_come_by_standard_input() -> None:
    result = ask("-", "noted", stdin=line("a"))

    assert "noted is allowed on 2023-05-08\n" == result.stdout


def test_text_holds_nothing_that_steers_a_terminal(tmp_path: Path) -> None:
    signed = document("a", events=[])
    signed["events"] = [
        {"event": "initiated", "on": "2019-01-01", "by": "forening"},
        {"event": "proposed", "on": "2019-02-01"},
        {"event": "approved", "on": "2019-03-01", "condition": "pengar\x1b[31m"},
    ]
    write(tmp_path, [signed])

    result = ask(tmp_path / "a.json", "signed", "by=kommun", on="2019-04-01")

    assert "pengar" in result.stdout
    assert "\x1b" not in result.stdout


# --- what is owed ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (["fulfilled", "duty=operative", "occurrence=7", "by=stadsmissionen"], "yes"),
        (["fulfilled", "duty=operative", "occurrence=none"], "yes"),
        (["fulfilled", "duty=payment", "occurrence=2"], "yes"),
        (["fulfilled", "duty=operative", "occurrence=9"], "no"),
        (["fulfilled", "duty=coffee"], "no"),
        (["fulfilled"], "unknown"),
        (["waived", "duty=strategic", "occurrence=4", "by=son", "why=it was not called"], "yes"),
        (["followed_up", "duty=follow-up", "occurrence=2", "result=partly"], "yes"),
        (["followed_up", "duty=short-knowledge", "result=reached"], "yes"),
        (["noted", "what=asked", "answers=son-2021-404/meeting-due/operative#7"], "yes"),
        (["resolved", "what=indexation", "reading=2022-07-01", "by=son"], "yes"),
        (["resolved", "what=indexation", "reading=2022-08-01", "by=son"], "unknown"),
        (
            [
                "resolved",
                "what=indexation",
                "reading=2022-08-01",
                "by=son",
                "basis.paper=SON 2021-404",
            ],
            "no",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_owed_can_be_asked_of(arguments: list[str], answer: str) -> None:
    result = ask(SON, *arguments, "--format", "json")

    assert answer == json.loads(result.stdout)["answer"]


def test_a_duty_that_is_not_owed_names_those_that_are() -> None:
    assert "the agreement owes no coffee, but payment, follow-up, operative" in (
        ask(SON, "fulfilled", "duty=coffee").stdout
    )


# --- wrong usage and unreadable input --------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["notice"], "unknown event 'notice': did you mean 'notice_given'?"),
        (["NoticeGiven"], "unknown event 'NoticeGiven': did you mean 'notice_given'?"),
        (["upphävd"], "unknown event 'upphävd'; known are initiated, assessed,"),
        (["notice_given", "writen=true"], "unknown field 'writen': did you mean 'written'?"),
        (["notice_given", "event=noted"], "unknown field 'event'"),
        (["notice_given", "v=1"], "unknown field 'v'"),
        (["notice_given", "written"], "'written': must be FIELD=VALUE"),
        (["notice_given", "written=yes"], "written: must be true or false, not 'yes'"),
        (["notice_given", "written=True"], "written: must be true or false, not 'True'"),
        (["notice_given", "written=true", "written=false"], "written: is given twice"),
        (["notice_given", "by=Linköpings kommun"], "by: must be an id"),
        (["notice_given", "on=2023-05-08"], "on: is given by --on"),
        (["ending_decided", "last_day=30/9"], "last_day: must be a day written YYYY-MM-DD"),
        (["ending_decided", "reason="], "reason: must be text that is not empty"),
        (["followed_up", "answers=two"], "answers: must be a whole number, not 'two'"),
        (["followed_up", "answers=0"], "answers: must be a whole number of 1 or more"),
        (["fulfilled", "occurrence=extra"], "occurrence: must be a whole number or none, not"),
        (["fulfilled", "occurrence=0"], "occurrence: must be a whole number of 1 or more, not 0"),
        (["fulfilled", "occurrence=2.5"], "occurrence: must be a whole number or none, not '2.5'"),
        (["fulfilled", "duty=den operativa"], "duty: must be an id"),
        (["waived", "occurrence=none"], "occurrence: must be a whole number, not 'none'"),
        (["waived", "why="], "why: must be text that is not empty"),
        (["followed_up", "recommendation=stop"], "recommendation: must be one of"),
        (["noted", "answers="], "answers: must be text that is not empty"),
        (["resolved", "what=indexaton"], "what: must be first_day, last_day, indexation, total"),
        (["resolved", "what=indexation", "reading=2022-07"], "reading: must be a day"),
        (["resolved", "what=contributions.x", "reading=2022-07-01"], "reading: must be SEK"),
        (["followed_up", "result=good"], "result: must be one of reached, partly, not_reached"),
        (["renewed", "period=2023"], "period: must be FIRST..LAST, both included, not '2023'"),
        (["renewed", "period=2023-10-01..2023-09-01"], "must not be before the first day"),
        (["renewed", "successor.id=x"], "successor.id: successor has no parts"),
        (["noted", "basis=SON"], "basis: must be JSON, as a document has it, or in parts"),
        (["noted", "basis.paper=A", "basis.paper=B"], "basis.paper: is given twice"),
        (["noted", "basis.papers=A"], "unknown key 'papers'"),
        (["noted", "overrides=all"], "overrides: must be JSON, as a document has it, not 'all'"),
        (["corrected", "event_no=1", "to=signed"], "to: must be JSON"),
        (["corrected", "event_no=1", "to={signed}"], "to: must be JSON"),
        (["corrected"], "event_no: is missing"),
        (["entered"], "state: is missing"),
        (["resolved", "what=last_day", "reading=tomorrow"], "reading: must be"),
        (["rescinded", "agreed_by=a,,b"], "agreed_by: must be ids with a comma between them"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_wrong_usage_is_two_and_says_what_is_wrong(arguments: list[str], told: str) -> None:
    result = ask(SON, *arguments)

    assert (2, "") == (result.exit_code, result.stdout)
    assert told in " ".join(result.stderr.split())


def test_every_mistake_comes_at_once() -> None:
    result = ask(SON, "notice_given", "writen=true", "by=a b", "sent=now")

    first, second, third = result.stderr.splitlines()[-3:]
    assert first.startswith("Error: unknown field 'writen': did you mean 'written'?")
    assert second.startswith("       by: must be an id")
    assert "       sent: must be a day written YYYY-MM-DD, not 'now'" == third


def test_a_file_that_cannot_be_read_is_two(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("id = ", encoding="utf-8")

    result = ask(tmp_path / "broken.toml", "noted")

    assert (2, "") == (result.exit_code, result.stdout)
    assert "broken.toml:1: not TOML" in result.stderr


def test_a_folder_of_several_agreements_is_asked_in_vain() -> None:
    result = ask(LINKOPING, "noted")

    assert (2, "") == (result.exit_code, result.stdout)
    assert "holds 11 agreements; ask takes one" in result.stderr


def test_the_event_is_looked_at_before_the_file() -> None:
    assert "unknown event" in ask("gone.toml", "no_such_event").stderr
