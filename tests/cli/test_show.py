"""`ioplife show`: one agreement on one day."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from ioplife.documents import dump_payment, dump_standing, load
from ioplife.indices import OPI
from tests.cli.shell import ENDING, LINKOPING, SION, SON, document, line, run, sh, write


def show(*arguments: object, on: str = "2023-05-08", **more: str) -> Result:
    return run("show", *arguments, "--on", on, **more)


def read(*arguments: object, on: str = "2023-05-08") -> dict[str, Any]:
    """What JSON tells."""
    found: dict[str, Any] = json.loads(show(*arguments, "--format", "json", on=on).stdout)
    return found


def test_it_shows_where_the_agreement_stands_why_and_what_is_to_come() -> None:
    result = show(ENDING)

    assert (
        "son-2021-404  IOP för människor som lever i en socialt och ekonomiskt utsatt situation\n"
        "2023-05-08: active, in force, first day 2021-10-01, last day 2023-09-30, in 145 days\n"
        "  the agreement was entered in the register, with the paper that shows it\n"
        "  the papers give 2023-09-30 as the last day   [SON 2021-404, § 13]\n"
        "\n"
        "To see to\n"
        "  2023-09-30  the agreement ends on 2023-09-30, in 145 days   [SON 2021-404, § 13]\n"
        "\n"
        "What is owed\n"
        "  Nobody has read what the agreement asks to be done.\n"
        "  Nobody has read which effects the agreement aims at.\n"
        "\n"
        "What is paid\n"
        "  Nobody has read when it is paid.\n"
        "\n"
        "What has happened\n"
        "  2021-10-01  not begun → active  1 register entry  the agreement was entered in the"
        " register, with the paper that shows it\n"
        "\n"
        "What is to come\n"
        "  2023-10-01  active → terminated  end of the agreement  the last day, 2023-09-30, is past"
        "   [SON 2021-404, § 13]\n"
    ) == result.stdout
    assert ("on 2023-05-08\n", 0) == (result.stderr, result.exit_code)


def test_it_shows_why_it_is_over_in_swedish() -> None:
    text = show(ENDING, "--lang", "sv", on="2023-10-08").stdout

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
    found = read(ENDING)

    standing = json.loads(json.dumps(dump_standing(load(ENDING).on("2023-05-08"), "son-2021-404")))
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
        "payments",
        "public_share",
        "indices",
        "policy",
        "final",
        "anomalies",
    ],
)
def test_json_has_every_name_that_is_promised(name: str) -> None:
    assert name in read(SON)


def test_markdown_is_a_page() -> None:
    text = show(ENDING, "--format", "md").stdout

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
    assert "holds 11 agreements; show takes one" in result.stderr


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
    text = show(ENDING, on="2023-10-01").stdout

    assert 1 == text.count("2023-10-01  active → terminated")
    assert "\nWhat is to come\n" not in text
    assert "\nWhat is to come\n" in show(ENDING, on="2023-09-30").stdout


# --- what is owed ----------------------------------------------------------------------


def part(heading: str, *arguments: object, on: str = "2023-05-08") -> list[list[str]]:
    """The rows below a heading, cell by cell; a note is a row of one cell."""
    _before, _, after = show(*arguments, on=on).stdout.partition(f"\n{heading}\n")
    rows = after.partition("\n\n")[0].splitlines()
    return [re.split("  +", row.strip()) for row in rows]


def test_each_duty_is_shown_instance_by_instance() -> None:
    rows = part("What is owed", SON)

    assert [
        [
            "2022-09-30",
            "follow-up (follow-up)",
            "no. 1",
            "2021-10-01 to 2022-09-30",
            "not on record",
            "sof",
            "[SON 2021-404, § 11]",
        ],
        [
            "2023-09-30",
            "follow-up (follow-up)",
            "no. 2",
            "2022-10-01 to 2023-09-30",
            "to come",
            "sof",
            "[SON 2021-404, § 11]",
        ],
    ] == rows[:2]
    assert ["2023-10-02", "assessment of a goal (long-self-reliance)", "no. 1"] == rows[-1][:3]
    assert ["from 2023-10-02", "to come", "[SON 2021-404, § 4]"] == rows[-1][3:]


def test_many_that_have_come_equally_far_are_one_row() -> None:
    operative = [row[:5] for row in part("What is owed", SON) if row[1] == "meeting (operative)"]

    assert [
        [
            "2021-12-31 to 2023-03-31",
            "meeting (operative)",
            "no. 1 to 6",
            "2021-10-01 to 2023-03-31",
            "not on record",
        ],
        ["2023-06-30", "meeting (operative)", "no. 7", "2023-04-01 to 2023-06-30", "open"],
        ["2023-09-30", "meeting (operative)", "no. 8", "2023-07-01 to 2023-09-30", "to come"],
    ] == operative


def test_three_are_few() -> None:
    strategic = [row[2:5:2] for row in part("What is owed", SON) if row[1] == "meeting (strategic)"]

    assert [
        ["no. 1", "not on record"],
        ["no. 2", "not on record"],
        ["no. 3", "not on record"],
        ["no. 4", "open"],
    ] == strategic


def owing(*events: dict[str, Any], **more: Any) -> dict[str, Any]:  # noqa: ANN401 - as a document has it
    """An agreement with a meeting each quarter, by nobody in particular, until further notice."""
    duty = {"id": "meet", "kind": "meeting", "cadence": {"times": 1, "every": "P3M"}}
    terms = document("a", duties=[duty], goals={"absent": True}, payments={"absent": True}, **more)
    terms["last_day"] = {"absent": True}
    return terms | {"open_ended": True, "events": [*terms["events"], *events]}


def test_of_what_is_owed_for_ever_the_next_one_and_the_rest_are_shown(tmp_path: Path) -> None:
    events = [
        {"event": "fulfilled", "on": f"2020-{month:02}-15", "duty": "meet"}
        for month in (2, 5, 8, 11)
    ]
    write(tmp_path, [owing(*events)])

    rows = part("What is owed", tmp_path / "a.json", on="2021-01-01")

    assert [
        ["no. 1 to 4", "done"],
        ["no. 5", "open"],
        ["no. 6", "to come"],
    ] == [[row[2], row[4]] for row in rows[:3]]
    assert (4, "to come", "who is not known") == (len(rows), rows[3][4], rows[3][5])
    assert re.fullmatch(r"no\. 7 to \d+", rows[3][2])


def test_what_was_done_or_waived_names_the_event(tmp_path: Path) -> None:
    events: list[dict[str, Any]] = [
        {"event": "fulfilled", "on": "2020-02-15", "duty": "meet"},
        {"event": "waived", "on": "2020-05-15", "duty": "meet", "occurrence": 2, "why": "no need"},
    ]
    write(tmp_path, [owing(*events)])

    rows = part("Vad som ska göras", tmp_path / "a.json", "--lang", "sv", on="2020-10-01")

    assert ["gjord (händelse 2)", "avstådd (händelse 3)", "försenad", "öppen", "kommande"] == [
        row[4] for row in rows[:5]
    ]


def test_what_rests_on_something_else_than_the_agreement_says_so() -> None:
    (row, *_) = (row for row in part("What is owed", SON) if row[1] == "report (annual-report)")

    assert ["who is not known", "the administration's own description"] == row[5:7]


@pytest.mark.parametrize(
    ("more", "notes"),
    [
        ({}, ["Nobody has read what the agreement asks to be done."]),
        ({"duties": {"absent": True}}, []),
        ({"duties": []}, []),
        (
            {"duties": owing()["duties"], "first_day": {"unknown": True}},
            ["It is not worked out while the first day is not clear."],
        ),
        (
            {"duties": owing()["duties"], "events": [{"event": "initiated", "on": "2020-01-01"}]},
            ["Nothing is owed before the agreement is signed."],
        ),
    ],
    ids=str,
)
def test_why_nothing_is_owed_is_said(
    tmp_path: Path, more: dict[str, Any], notes: list[str]
) -> None:
    write(tmp_path, [document("a", **{"goals": {"absent": True}} | more)])

    assert notes == [row for (row,) in part("What is owed", tmp_path / "a.json")]


def test_json_has_every_instance() -> None:
    found = read(SON)["occurrences"]

    assert 23 == len(found)
    assert {
        "duty": "operative",
        "kind": "meeting",
        "ordinal": 7,
        "first": "2023-04-01",
        "last": "2023-06-30",
        "due": "2023-06-30",
        "progress": "open",
        "number": None,
        "who": ["stadsmissionen", "domkyrkopastoratet"],
        "basis": "agreement",
        "source": {"paper": "SON 2021-404", "place": "§ 10.5", "cite": "SON 2021-404, § 10.5"},
    } in found


# --- what is paid ----------------------------------------------------------------------


def test_while_the_clauses_disagree_the_amount_is_not_known_and_why_is_said() -> None:
    """The sums stand in S1:189-196; both first steps in S1:187 and S1:196 (C1)."""
    rows = part("What is paid", SON)

    split = "stadsmissionen 700 000 SEK, domkyrkopastoratet 300 000 SEK"
    why = (
        "index clauses disagree (OPI from 2022-07-01 or 2022-10-01), and nobody has settled which"
        " is meant"
    )
    cite = "[SON 2021-404, § 12]"
    assert [
        ["no. 1", "2022-07", "1 000 000 SEK", "not known", "not on record", split, why, cite],
        ["no. 2", "2023-07", "1 000 000 SEK", "not known", "to come", split, why, cite],
        ["The public parties put in 46.5% of the total."],
        ["Index values: those shipped with ioplife, OPI of 2015 to 2023."],
    ] == rows


@pytest.mark.parametrize(
    ("reading", "amounts"),
    [
        ("2022-07-01", ["1 019 000 SEK", "1 065 874 SEK"]),
        ("2022-10-01", ["1 000 000 SEK", "1 019 000 SEK"]),
    ],
)
def test_once_it_is_settled_the_amounts_follow(
    tmp_path: Path, reading: str, amounts: list[str]
) -> None:
    """The amounts are those of C1."""
    file = tmp_path / "son.toml"
    file.write_text(SON.read_text(encoding="utf-8"), encoding="utf-8")
    fields = ("by=son", "what=indexation", f"reading={reading}")

    recorded = run("record", file, "resolved", *fields, "--on", "2023-05-08")

    assert 0 == recorded.exit_code
    assert amounts == [row[3] for row in part("What is paid", file, on="2023-06-30")[:2]]


def test_a_preliminary_value_counts_and_is_said_to_be_one() -> None:
    (row,) = (row for row in part("What is paid", SION, on="2020-05-08") if row[0] == "no. 3")

    assert ["738 310 SEK", "OPI 2019: 2.7% from 2019-01-01"] == [row[3], row[6]]
    assert "; OPI 2020: 2.7% from 2020-01-01, preliminary" in " ".join(row)
    assert "it may change: a preliminary value counts" in " ".join(row)


def test_a_value_of_which_nobody_knows_when_it_was_published_says_so(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(INDICES, encoding="utf-8")

    rows = part("What is paid", SION, "--indices", tmp_path / "own.toml", on="2020-05-08")

    assert "784 000 SEK" == rows[2][3]
    assert "a value counts of which nobody knows when it was published" in " ".join(rows[2])


INDICES = """\
[[observations]]
index = "OPI"
year = 2019
percent = "0"
status = "definitive"
published = 2018-12-01

[[observations]]
index = "OPI"
year = 2020
percent = "12"
status = "definitive"
"""
"""Made up; of 2021 and later it is silent."""


def test_an_index_of_ones_own_goes_before_what_is_shipped_year_by_year(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text(INDICES.partition("\n\n")[0], encoding="utf-8")

    rows = part("What is paid", SION, "--indices", own, on="2020-05-08")
    found = json.loads(show(SION, "--indices", own, "--format", "json", on="2020-05-08").stdout)

    # 700 000, not changed in 2019; then 2.7 % of the shipped value of 2020
    assert ["700 000 SEK", "700 000 SEK", "718 900 SEK"] == [row[3] for row in rows[:3]]
    assert [
        f"Index values: those of {own}, and else those shipped with ioplife, OPI of 2015 to 2023."
    ] == rows[-1]
    assert [str(own), "ioplife"] == found["indices"]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("gone.toml", None, "gone.toml: no such file or directory"),
        ("own.csv", "", "own.csv: no document by its suffix: .toml or .json"),
        ("own.toml", "x = 1", "own.toml:1: x: unknown key 'x'"),
        ("own.json", "{", "own.json:1: not JSON"),
    ],
)
def test_an_index_that_cannot_be_read_is_two(
    tmp_path: Path, name: str, text: str | None, told: str
) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="utf-8")

    result = show(SON, "--indices", tmp_path / name)

    assert (2, "") == (result.exit_code, result.stdout)
    assert told in result.stderr


def test_json_has_every_payment_and_the_public_share() -> None:
    found = read(SON)

    payments = load(SON).payments("2023-05-08", indices=OPI)
    assert (
        json.loads(json.dumps([dump_payment(one, "son-2021-404") for one in payments]))
        == (found["payments"])
    )
    assert ("46.5", ["ioplife"]) == (found["public_share"], found["indices"])


def test_what_is_paid_in_swedish_as_a_page() -> None:
    text = show(SION, "--lang", "sv", "--format", "md", on="2020-05-08").stdout

    assert (
        "\n## Vad som betalas ut\n\n"
        "| nummer | inom | före index | belopp | hur långt | till vem | varför |\n"
    ) in text
    assert (
        "| nr 1 | 2018-01 | 700 000 kr | 700 000 kr | inte registrerad"
        " | sionforsamlingen 400 000 kr, iogt-nto 300 000 kr |  |\n"
    ) in text
    assert "\n\nDe offentliga parterna står för 29,2 % av det hela.\n\nIndexvärden: " in text
    assert (
        "\n## Vad som ska göras\n\n| senast | vad | nummer | inom | hur långt | vem | vilar på |\n"
    ) in text


def test_of_many_payments_to_come_the_first_are_shown(tmp_path: Path) -> None:
    more = {
        "payments": {"cadence": {"months": [7]}},
        "disbursements": [{"to": "forening", "amount": 600}],
        "indexation": {"absent": True},
    }
    write(tmp_path, [owing() | more])

    rows = part("What is paid", tmp_path / "a.json", on="2022-01-01")

    assert "no. 14" == rows[13][0]  # two past ones, and twelve to come
    assert ["and 36 more"] == rows[14]


def test_a_document_of_which_nothing_is_known_has_neither(tmp_path: Path) -> None:
    write(tmp_path, [{"id": "a"}])

    found = read(tmp_path / "a.json")

    assert ([], [], None) == (found["occurrences"], found["payments"], found["public_share"])


# --- plans side by side, and what is paid back -------------------------------------------------

STREAMS = """
id = "x-1"
paper = "P"
first_day = 2024-01-01
last_day = 2025-12-31
parties = [
    { id = "kommunen", name = "Kommunen", sector = "public" },
    { id = "foreningen", name = "Föreningen", sector = "civil" },
]
disbursements = [
    { to = "foreningen", id = "lokal", amount = 120000 },
    { to = "foreningen", id = "personal", amount = 600000 },
]
repayment = { by = "days" }

[[payments]]
cadence = { months = [1, 4, 7, 10] }
label = "lokal"
pays = "lokal"
timing = "advance"

[[payments]]
cadence = { months = [3] }
pays = "personal"

[[indexation]]
index = "AKI"
first = 2024-03-01
of = "personal"
share = 80

[[events]]
event = "entered"
on = 2024-01-01
state = "active"
seen = 2024-01-01

[[events]]
event = "fulfilled"
on = 2024-10-10
by = "kommunen"
duty = "payment:lokal"

[[events]]
event = "rescinded"
on = 2024-11-05
last_day = 2024-11-30
by = "kommunen"
agreed_by = ["kommunen", "foreningen"]
"""

AKI = """
[[observations]]
index = "AKI"
year = 2024
percent = "3.5"
status = "preliminary"
published = 2023-12-15

[[observations]]
index = "AKI"
year = 2024
percent = "3.0"
status = "definitive"
published = 2024-06-15
"""


@pytest.fixture
def streams(tmp_path: Path) -> tuple[Path, Path]:
    """A document of two plans, and what their index was."""
    document, indices = tmp_path / "x.toml", tmp_path / "aki.toml"
    document.write_text(STREAMS, encoding="utf-8")
    indices.write_text(AKI, encoding="utf-8")
    return document, indices


def cells(text: str, heading: str) -> list[list[str]]:
    """The rows below a heading."""
    rows = text.partition(f"{heading}\n")[2].partition("\n\n")[0].splitlines()
    return [re.split(r" {2,}", row.strip()) for row in rows]


def test_plans_side_by_side_are_told_in_the_order_of_their_days(
    streams: tuple[Path, Path],
) -> None:
    text = show(streams[0], "--indices", streams[1], on="2024-12-15").stdout

    index = (
        "AKI 2024: 3% from 2024-03-01, of which 80% counts; 2 400 SEK less than the 616 800 SEK"
        " that was known on its last day"
    )
    assert [
        ("lokal no. 1", "2024-01", "30 000 SEK", "for 2024-01-01 to 2024-03-31"),
        ("no. 1", "2024-03", "614 400 SEK", index),
        ("lokal no. 2", "2024-04", "30 000 SEK", "for 2024-04-01 to 2024-06-30"),
        ("lokal no. 3", "2024-07", "30 000 SEK", "for 2024-07-01 to 2024-09-30"),
        ("lokal no. 4", "2024-10", "30 000 SEK", "for 2024-10-01 to 2024-12-31"),
    ] == [(row[0], row[1], row[3], row[-1]) for row in cells(text, "What is paid")[:-1]]


def test_what_is_paid_back_stands_below(streams: tuple[Path, Path]) -> None:
    first, second = cells(show(streams[0], on="2024-12-15").stdout, "What is paid back")
    swedish = show(streams[0], "--lang", "sv", on="2024-12-15").stdout

    assert ["lokal no. 4", "2024-12", "30 000 SEK", "10 109 SEK", "done"] == first[:5]
    assert ["foreningen 10 109 SEK", "31 of 92 days not used"] == first[5:]
    assert ["no. 1", "not known", "not known", "overdue"] == second[:4]
    assert second[4].startswith("nothing tells for which days it was paid")
    assert "31 av 92 dagar är inte förbrukade" in swedish
    assert "inget säger vilka dagar den avsåg" in swedish


def test_json_has_what_is_paid_back(streams: tuple[Path, Path]) -> None:
    found = read(streams[0], on="2024-12-15")

    assert [("payment:lokal", "10109", []), ("payment", None, ["covers-unknown"])] == [
        (one["duty"], one["amount"], [cause["code"] for cause in one["reasons"]])
        for one in found["repayments"]
    ]
    assert {"first": "2024-12-01", "last": "2024-12-31"} == found["repayments"][0]["unused"]
    assert [] == read(SON)["repayments"]
