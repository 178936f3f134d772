"""`ioplife simulate`: what would follow, in words, as JSON, JSON Lines and CSV; nothing written."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import ioplife as iop
from ioplife.documents import dump_simulation, load
from tests.cli.shell import SON, document, line, run, write
from tests.documents.validators import accepts, accepts_too

ON = ("--on", "2023-05-08", "--until", "2024-01-01")
ENDING = "ending_decided 2023-05-30 by=son last_day=2023-09-30 reason='Pengarna är slut'"
NOTICE = "notice_given 2022-01-15 by=kommun written=true"

EVERY_YEAR = {
    "kind": "automatic",
    "length": "P1Y",
    "notice_before": "P6M",
    "written": True,
    "counts_from": "receipt",
}


def going_on(id: str, **more: Any) -> dict[str, Any]:  # noqa: A002, ANN401 - as a document has it
    """An agreement that goes on by itself."""
    return document(id, renewal=EVERY_YEAR, **more)


def test_text_tells_each_step_and_what_differs() -> None:
    result = run("simulate", SON, *ON, "--event", ENDING, "--lang", "sv")

    assert ("on 2023-05-08\n", 0) == (result.stderr, result.exit_code)
    assert [
        "son-2021-404  IOP för människor som lever i en socialt och ekonomiskt utsatt situation",
        "  beslut om avslut får ske 2023-05-30",
        "",
        "Vad som skiljer till och med 2024-01-01",
    ] == result.stdout.splitlines()[:4]
    told = [" ".join(text.split()) for text in result.stdout.splitlines()]
    assert "bortfaller ended-undecided 2023-09-30, uppe 2023-10-01 till 2024-01-01" in told
    assert "tillkommer not-renewed 2023-09-30, uppe 2023-05-30 till 2023-09-30" in told


def test_an_end_for_another_reason_is_told_with_both() -> None:
    told = run("simulate", SON, *ON, "--event", ENDING, "--no-flags").stdout

    ends = [" ".join(text.split()) for text in told.splitlines() if "2023-10-01" in text]
    end = "2023-10-01 follow-up → terminated end of the agreement"
    past = "the last day, 2023-09-30, is past"
    assert [f"- {end} {past} (expired)", f"+ {end} {past} (not renewed)"] == ends


def test_what_is_refused_is_told_with_its_reasons_and_ends_with_three() -> None:
    told = run("simulate", SON, *ON, "--event", "notice_given 2023-05-08 by=linkoping written=true")

    assert 3 == told.exit_code
    assert "    x the agreement has no notice clause   [SON 2021-404, § 13]" in told.stdout
    assert told.stdout.endswith("\nNothing differs until 2024-01-01.\n")


def test_what_is_unknown_ends_with_three_and_is_taken_in_where_that_is_asked_for() -> None:
    asked = ("simulate", SON, *ON, "--event", "ending_decided 2023-05-30 by=son")
    left, forced = run(*asked), run(*asked, "--force")

    assert (3, 3) == (left.exit_code, forced.exit_code)
    assert "Nothing differs" in left.stdout
    assert "    taken in all the same" in forced.stdout
    assert "+  2023-05-30" in forced.stdout


def test_when_due_counts_from_the_day_asked_or_from_its_own() -> None:
    def placed(text: str) -> str:
        told = run("simulate", SON, *ON, "--when-due", text, "--format", "json").stdout
        (step,) = json.loads(told)["simulations"][0]["steps"]
        assert "when_due" == step["supposed"]
        return str(step["event"] and step["event"]["on"])

    assert "2023-09-30" == placed("followed_up result=reached")
    assert "2022-09-30" == placed("followed_up 2022-05-01 duty=follow-up occurrence=1")
    assert "None" == placed("followed_up 2023-10-01")


def test_events_on_days_come_first_then_those_when_due_then_the_rest(tmp_path: Path) -> None:
    write(tmp_path, [going_on("a")])
    told = run(
        "simulate",
        *(tmp_path, "--on", "2022-01-01", "--format", "json", "--none-renewed"),
        *("--when-due", "renewal_decided by=kommun", "--event", NOTICE),
        *("--event", "noted 2022-02-01"),
    )
    steps = json.loads(told.stdout)["simulations"][0]["steps"]

    assert ["event", "event", "when_due", "not_renewed"] == [one["supposed"] for one in steps]
    assert ["notice_given", "noted", None, None] == [
        one["event"] and one["event"]["event"] for one in steps
    ]
    assert ["plan-ended", "idle-ends"] == [one["cause"]["code"] for one in steps[2:]]


def test_json_says_what_the_library_says_and_is_as_the_schema_has_it() -> None:
    event = iop.EndingDecided(
        "2023-05-30", by="son", last_day="2023-09-30", reason="Pengarna är slut"
    )
    for lang in ("sv", "en"):
        told = run("simulate", SON, *ON, "--event", ENDING, "--format", "json", "--lang", lang)
        whole = json.loads(told.stdout)
        found = iop.simulate(
            load(SON),
            [event],
            on="2023-05-08",
            until="2024-01-01",
            indices=iop.OPI,
            is_working_day=working(),
        )

        assert accepts(whole, "#simulations")
        assert accepts_too(whole, "#simulations")
        assert [dump_simulation(found, lang=lang)] == whole["simulations"]
        assert "Pengarna är slut" in told.stdout


def working() -> iop.IsWorkingDay:
    from ioplife.workdays import is_working_day

    return is_working_day


def test_json_lines_are_a_simulation_each_while_they_are_read() -> None:
    lines = "".join(line(f"a{number}", renewal=EVERY_YEAR) for number in range(3))
    told = run(
        "simulate",
        *("-", "--on", "2022-01-01", "--none-renewed", "--format", "jsonl", "--no-flags"),
        stdin=lines,
    )

    found = [json.loads(one) for one in told.stdout.splitlines()]
    assert ["a0", "a1", "a2"] == [one["agreement"] for one in found]
    assert all(accepts(one, "#simulation") for one in found)
    assert {(None, None)} == {(one["flags"], one["diff"]["flags"]) for one in found}
    assert {"2023-03-31"} == {one["steps"][0]["event"]["on"] for one in found}


def test_csv_is_an_agreement_a_row(tmp_path: Path) -> None:
    write(tmp_path, [going_on("a", title="Café Åäö"), document("b", title="B; C")])
    told = run("simulate", tmp_path, "--on", "2022-01-01", "--none-renewed", "--format", "csv")

    rows = list(csv.DictReader(told.stdout.splitlines()))
    assert [
        ("a", "Café Åäö", "yes", "1", "active", "terminated", "2025-09-30", "2023-09-30"),
        ("b", "B; C", "unknown", "0", "terminated", "terminated", "2023-09-30", "2023-09-30"),
    ] == [
        tuple(
            one[name]
            for name in (
                *("agreement", "title", "answer", "recorded", "state_before", "state_after"),
                *("last_day_before", "last_day_after"),
            )
        )
        for one in rows
    ]
    assert {("2022-01-01", "2025-01-01", "default")} == {
        (one["on"], one["until"], one["policy"]) for one in rows
    }


def test_several_are_told_together_below(tmp_path: Path) -> None:
    write(tmp_path, [going_on("a"), going_on("b"), document("c", renewal={"absent": True})])
    told = run("simulate", tmp_path, "--on", "2022-01-01", "--none-renewed", "--lang", "en")

    assert 0 == told.exit_code
    assert "Of 3 agreements until 2025-01-01" in told.stdout
    below = told.stdout[told.stdout.index("Of 3 agreements") :]
    assert [
        "as it is would be",
        "end within the days asked 1 3",
        "end after them 2 0",
    ] == [" ".join(text.split()) for text in below.splitlines()[1:4]]
    assert below.endswith(
        "2 would have another life; what is supposed may happen in 3, may not or has no day in 0,"
        " and cannot be told in 0\n"
    )
    (one,) = [one for one in tmp_path.iterdir() if one.stem == "a"]
    assert "Of 1" not in run("simulate", one, "--on", "2022-01-01").stdout


def test_money_is_told_with_its_sign_and_its_sum(tmp_path: Path) -> None:
    paid: dict[str, Any] = {
        "payments": {
            "cadence": {"months": [1]},
            "who": "kommun",
            "timing": "advance",
            "stub": "drop",
        },
        "disbursements": [{"id": "d", "to": "forening", "amount": 100000}],
        "indexation": {"absent": True},
        "notice": {"length": "P3M", "written": True, "counts_from": "receipt"},
    }
    write(tmp_path, [document("a", **paid)])
    told = run(
        "simulate", tmp_path, "--on", "2022-01-01", "--event", NOTICE, "--lang", "sv", "--no-flags"
    )

    said = [" ".join(text.split()) for text in told.stdout.splitlines()]
    assert "utbetalning nr 3 -100 000 kr" in said
    assert "betalas ut -100 000 kr" in said
    assert "sista dag 2023-09-30 → 2022-04-15 533 dagar tidigare" in said
    assert "2022-04-16 till 2023-09-30 aktiv → avslutad" in said


# --- nothing is written, and what cannot be asked ----------------------------------------


def test_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, [going_on("a"), document("b")])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    run("simulate", tmp_path, "--on", "2022-01-01", "--event", NOTICE, "--none-renewed", "--force")

    assert before == {path: path.read_bytes() for path in tmp_path.iterdir()}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--event", "notce_given 2023-05-08"), "did you mean 'notice_given'?"),
        (("--event", "noted"), "must name the day behind the event"),
        (("--event", "noted 8/5"), "must be a day written YYYY-MM-DD"),
        (("--event", ""), "must name an event"),
        (("--event", "noted 2023-05-08 what='a"), "a quotation mark is not closed"),
        (("--event", "noted 2023-05-08 whta=a"), "did you mean 'what'?"),
        (("--when-due", "noted 8/5"), "must be a day written YYYY-MM-DD"),
        (("--when-due", "nted"), "did you mean 'noted'?"),
        (("--until", "2023-05-07"), "must not be before 2023-05-08"),
        (("--until", "2023"), "must be a day written YYYY-MM-DD"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(arguments: tuple[str, str], said: str) -> None:
    result = run("simulate", SON, "--on", "2023-05-08", *arguments)

    assert ("", 2) == (result.stdout, result.exit_code)
    assert said in " ".join(result.stderr.split())
    assert f"Invalid value for '{arguments[0]}'" in result.stderr


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "csv"])
def test_one_bad_file_hides_no_other_and_makes_it_two(tmp_path: Path, form: str) -> None:
    write(tmp_path, [document("a")])
    (tmp_path / "b.toml").write_text("id = 3\n", encoding="utf-8")
    result = run("simulate", tmp_path, *ON, "--none-renewed", "--format", form)

    assert 2 == result.exit_code
    assert "a" in result.stdout
    assert "b.toml" in result.stderr


def test_an_index_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    result = run("simulate", SON, *ON, "--indices", tmp_path / "none.toml")

    assert ("", 2) == (result.stdout, result.exit_code)
    assert "none.toml" in result.stderr


def test_near_the_end_of_the_calendar_it_is_told_to_its_last_day() -> None:
    result = run("simulate", SON, "--on", "2999-12-31", "--format", "json")

    assert (0, "2999-12-31") == (result.exit_code, json.loads(result.stdout)["until"])
