"""`ioplife show`: one agreement on one day."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from ioplife.documents import dump_standing, load
from tests.cli.shell import LINKOPING, SON, document, line, run, sh, write


def show(*arguments: object, on: str = "2023-05-08", **more: str) -> Result:
    return run("show", *arguments, "--on", on, **more)


def read(*arguments: object, on: str = "2023-05-08") -> dict[str, Any]:
    """What JSON tells."""
    found: dict[str, Any] = json.loads(show(*arguments, "--format", "json", on=on).stdout)
    return found


def test_it_shows_where_the_agreement_stands_why_and_what_is_to_come() -> None:
    result = show(SON)

    assert (
        "son-2021-404  IOP för människor som lever i en socialt och ekonomiskt utsatt situation\n"
        "2023-05-08: active, in force, first day 2021-10-01, last day 2023-09-30, in 145 days\n"
        "  the agreement was entered in the register, with the paper that shows it"
        "   [SON 2021-404, tjänsteskrivelse 2023-05-08, Ärende]\n"
        "  the papers give 2023-09-30 as the last day   [SON 2021-404, § 13]\n"
        "\n"
        "To see to\n"
        "  2023-09-30  the agreement ends on 2023-09-30, in 145 days   [SON 2021-404, § 13]\n"
        "\n"
        "What has happened\n"
        "  2021-10-01  not begun → active  1 register entry  the agreement was entered in the"
        " register, with the paper that shows it"
        "   [SON 2021-404, tjänsteskrivelse 2023-05-08, Ärende]\n"
        "\n"
        "What is to come\n"
        "  2023-10-01  active → terminated  end of the agreement  the last day, 2023-09-30, is past"
        "   [SON 2021-404, § 13]\n"
    ) == result.stdout
    assert ("on 2023-05-08\n", 0) == (result.stderr, result.exit_code)


def test_it_shows_why_it_is_over_in_swedish() -> None:
    text = show(SON, "--lang", "sv", on="2023-10-08").stdout

    assert (
        "2023-10-08: avslutad (löpte ut), inte i kraft, första dag 2021-10-01,"
        " sista dag 2023-09-30, för 8 dagar sedan"
    ) == text.splitlines()[1]
    assert "\nVad som har hänt\n" in text
    assert "\nVad som väntar\n" not in text


def test_there_is_no_part_where_there_is_nothing_to_tell(tmp_path: Path) -> None:
    write(tmp_path, [{"id": "a"}])

    assert (
        "a\n"
        "2023-05-08: not begun, whether it is in force is not known, first day not known\n"
        "  nobody knows the last day\n"
    ) == show(tmp_path / "a.json").stdout


def test_what_waits_for_an_answer_is_shown(tmp_path: Path) -> None:
    events = [
        {"event": "entered", "on": "2020-01-01", "state": "active", "seen": "2020-01-01"},
        {"event": "change_raised", "on": "2023-05-01", "by": "forening", "reason": "other"},
    ]
    write(tmp_path, [document("a", events=events)])

    text = show(tmp_path / "a.json").stdout

    assert "  2023-05-01  event 2 (change raised) waits for an answer\n" in text


def test_an_event_without_effect_says_so(tmp_path: Path) -> None:
    events = [
        {"event": "entered", "on": "2020-01-01", "state": "active", "seen": "2020-01-01"},
        {"event": "signed", "on": "2021-01-01", "by": "kommun"},
    ]
    write(tmp_path, [document("a", events=events)])

    text = show(tmp_path / "a.json").stdout

    assert "2 signature       without effect: it cannot happen in the state it meets\n" in text


def test_json_is_the_standing_with_its_timeline() -> None:
    found = read(SON)

    standing = json.loads(json.dumps(dump_standing(load(SON).on("2023-05-08"), "son-2021-404")))
    assert standing == {name: found[name] for name in standing}
    assert [("2021-10-01", "entered", 1), ("2023-10-01", "~runs-out", None)] == [
        (one["on"], one["tag"], one["number"]) for one in found["timeline"]
    ]
    assert {
        "on": "2023-10-01",
        "tag": "~runs-out",
        "number": None,
        "before": "active",
        "after": "terminated",
        "anomaly": None,
        "cause": {
            "code": "~runs-out",
            "facts": {"last_day": "2023-09-30", "reason": "expired"},
            "sentence": "the last day, 2023-09-30, is past",
            "source": {"paper": "SON 2021-404", "place": "§ 13", "cite": "SON 2021-404, § 13"},
        },
    } == found["timeline"][-1]
    assert ["son-2021-404/ends"] == [one["key"] for one in found["flags"]]


@pytest.mark.parametrize(
    "name",
    [
        "on",
        "agreement",
        "state",
        "in_force",
        "first_day",
        "last_day",
        "days_left",
        "ends",
        "period",
        "number",
        "extensions",
        "reason",
        "open",
        "occurrences",
        "final",
        "anomalies",
    ],
)
def test_json_has_every_name_that_is_promised(name: str) -> None:
    assert name in read(SON)


def test_markdown_is_a_page() -> None:
    text = show(SON, "--format", "md").stdout

    assert text.startswith("# IOP för människor som lever")
    assert (
        "\n## What is to come\n\n| day | state | event | why |\n| --- | --- | --- | --- |\n"
        "| 2023-10-01 | active → terminated | end of the agreement |"
    ) in text


def test_what_is_written_steers_neither_a_terminal_nor_a_page(tmp_path: Path) -> None:
    write(tmp_path, [document("a", title="x\x1b[31m | <b> *y*\n# z")])

    text, page = (show(tmp_path / "a.json", "--format", form).stdout for form in ("text", "md"))

    assert "a  x [31m | <b> *y* # z" == text.splitlines()[0]
    assert "# x \\[31m \\| \\<b\\> \\*y\\* \\# z" == page.splitlines()[0]


def test_an_agreement_may_come_by_standard_input() -> None:
    assert "2023-05-08: active, in force" in show("-", stdin=line("a")).stdout


def test_several_agreements_are_shown_in_vain() -> None:
    result = show(LINKOPING)

    assert (2, "") == (result.exit_code, result.stdout)
    assert "holds 2 agreements; show takes one" in result.stderr


def test_what_cannot_be_read_is_two(tmp_path: Path) -> None:
    (tmp_path / "empty.toml").touch()

    result = show(tmp_path / "empty.toml")

    assert (2, "") == (result.exit_code, result.stdout)
    assert "empty.toml: id: is missing\n" in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "md"])
def test_it_is_quiet_when_nobody_reads_on(form: str) -> None:
    script = (
        f"ioplife show examples/linkoping/son-2021-404.toml --on 2023-05-08 --format {form}"
        " | head -1; echo ${PIPESTATUS[0]}"
    )

    done = sh(script)

    assert (b"0", b"on 2023-05-08\n") == (done.stdout.splitlines()[-1], done.stderr)


def test_what_happens_on_the_day_has_happened() -> None:
    text = show(SON, on="2023-10-01").stdout

    assert 1 == text.count("2023-10-01  active → terminated")
    assert "\nWhat is to come\n" not in text
    assert "\nWhat is to come\n" in show(SON, on="2023-09-30").stdout
