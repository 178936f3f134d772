"""How flags are written: for people, for spreadsheets, for programs."""

import csv
import io
import json
from pathlib import Path

import click
import pytest
from click.testing import Result

from tests.cli.shell import ENDING, document, run, write

ON = ("--on", "2023-05-31")


def flag(*arguments: object, **env: str) -> Result:
    return run("flag", *arguments, *ON, **env)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two agreements: one ends, with a title that means trouble; one is open-ended."""
    endless = document("b", open_ended=True)
    del endless["last_day"]
    write(tmp_path, [document("a", title='Å, "ö" | *x*\x1b[31m\nny rad'), endless])
    return tmp_path


# --- json and jsonl --------------------------------------------------------------------


def test_json_is_one_object() -> None:
    found = json.loads(flag(ENDING, "--format", "json", "--lang", "en").stdout)

    assert {
        "on": "2023-05-31",
        "within": "P6M",
        "policy": "default",
        "flags": [
            {
                "key": "son-2021-404/ends",
                "agreement": "son-2021-404",
                "title": "IOP för människor som lever i en socialt och ekonomiskt utsatt situation",
                "code": "ends",
                "day": "2023-09-30",
                "days_left": 122,
                "who": ["son"],
                "severity": "info",
                "facts": {"last_day": "2023-09-30"},
                "sentence": "the agreement ends on 2023-09-30, in 122 days",
                "source": {
                    "paper": "SON 2021-404",
                    "place": "§ 13",
                    "cite": "SON 2021-404, § 13",
                },
            }
        ],
        "unread": [],
    } == found


def test_json_of_nothing_is_an_object_with_no_flag() -> None:
    found = json.loads(flag(ENDING, "--within", "P1M", "--format", "json").stdout)

    assert {
        "on": "2023-05-31",
        "within": "P1M",
        "policy": "default",
        "flags": [],
        "unread": [],
    } == found


def test_a_line_of_json_lines_is_a_flag_with_the_day_and_the_policy() -> None:
    (flagged,) = json.loads(flag(ENDING, "--format", "json").stdout)["flags"]

    (line,) = flag(ENDING, "--format", "jsonl").stdout.splitlines()

    assert {"on": "2023-05-31", "policy": "default", **flagged} == json.loads(line)


def test_json_writes_swedish_letters_as_they_are(folder: Path) -> None:
    assert "Å, " in flag(folder, "--format", "json").stdout
    assert "Å, " in flag(folder, "--format", "jsonl").stdout


# --- csv and md ------------------------------------------------------------------------


def test_csv_has_a_header_and_joins_lists_by_a_space(tmp_path: Path) -> None:
    parties = document("a")["parties"]
    parties[0]["bodies"] = [
        {"id": "ena", "name": "Ena nämnden", "kind": "board"},
        {"id": "andra", "name": "Andra nämnden", "kind": "board"},
    ]
    write(tmp_path, [document("a", title="Å, ö", parties=parties)])

    rows = list(csv.DictReader(io.StringIO(flag(tmp_path, "--format", "csv").stdout)))

    assert [
        {
            "on": "2023-05-31",
            "key": "a/ends",
            "agreement": "a",
            "title": "Å, ö",
            "code": "ends",
            "day": "2023-09-30",
            "days_left": "122",
            "who": "ena andra",
            "severity": "info",
            "sentence": "the agreement ends on 2023-09-30, in 122 days",
            "source": "",
            "policy": "default",
        }
    ] == rows


def test_csv_cites_the_source_and_leaves_out_the_day_there_is_not(folder: Path) -> None:
    text = flag(folder, ENDING, "--format", "csv").stdout

    rows = {row["agreement"]: row for row in csv.DictReader(io.StringIO(text))}
    assert "SON 2021-404, § 13" == rows["son-2021-404"]["source"]
    assert ("", "") == (rows["b"]["day"], rows["b"]["days_left"])
    assert 'Å, "ö" | *x*\x1b[31m\nny rad' == rows["a"]["title"]


def test_csv_of_nothing_is_its_header() -> None:
    header = "on,key,agreement,title,code,day,days_left,who,severity,sentence,source,policy\n"

    assert header == flag(ENDING, "--within", "P1M", "--format", "csv").stdout


def test_markdown_is_a_table_whatever_stands_in_it(folder: Path) -> None:
    assert (
        "| day | days | severity | agreement | title | code | who | why | source |\n"
        "| --- | ---: | --- | --- | --- | --- | --- | --- | --- |\n"
        '| 2023-09-30 | 122 | info | a | Å, "ö" \\| \\*x\\* \\[31m ny rad | ends | kommun |'
        " the agreement ends on 2023-09-30, in 122 days |  |\n"
        "|  |  | info | b |  | open-ended |  | the agreement runs until further notice |  |\n"
    ) == flag(folder, "--format", "md").stdout


# --- table -----------------------------------------------------------------------------


def test_away_from_a_terminal_the_table_is_aligned_columns() -> None:
    assert (
        "day         days  severity  agreement     title                                       "
        "                              code  who  why                                          "
        "  source\n"
        "2023-09-30   122  info      son-2021-404  IOP för människor som lever i en socialt och "
        "ekonomiskt utsatt situation  ends  son  the agreement ends on 2023-09-30, in 122 days"
        "  SON 2021-404, § 13\n"
    ) == flag(ENDING).stdout


def test_columns_are_aligned_and_hold_nothing_that_steers_a_terminal(folder: Path) -> None:
    head, first, second = flag(folder).stdout.splitlines()

    assert {head.index("why")} == {first.index("the agreement"), second.index("the agreement")}
    assert head.index("days") + 4 == first.index("122") + 3
    assert "\x1b" not in first


def test_the_table_of_nothing_is_nothing() -> None:
    assert "" == flag(ENDING, "--within", "P1M").stdout
    assert "" == flag(ENDING, "--within", "P1M", FORCE_COLOR="1").stdout


def test_decomposed_letters_take_no_more_room_than_composed_ones(tmp_path: Path) -> None:
    write(tmp_path, [document("a", title="A\u030ao\u0308"), document("b", title="Åö")])

    _, first, second = flag(tmp_path).stdout.splitlines()

    assert first == second.replace("  b  ", "  a  ")


# --- on a terminal ---------------------------------------------------------------------


def test_a_terminal_gets_colours(folder: Path) -> None:
    text = flag(folder, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="80").stdout

    assert "\x1b[1mends\x1b[0m" in text
    assert "\x1b[31m" not in text.partition("Å")[2]


def test_a_terminal_without_colours_gets_none(folder: Path) -> None:
    write(folder, [document("c", "2023-06-02"), document("d", "2023-08-02")])

    coloured = flag(folder, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="80").stdout
    plain = flag(folder, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color", COLUMNS="80").stdout

    assert "\x1b[33m" in coloured
    assert "\x1b[3" not in plain


@pytest.mark.parametrize("width", [60, 80, 132, 240])
def test_a_terminal_is_filled_and_not_overrun(folder: Path, width: int) -> None:
    env = {"FORCE_COLOR": "1", "NO_COLOR": "1", "TERM": "xterm", "COLUMNS": str(width)}

    lines = click.unstyle(flag(folder, ENDING, **env).stdout).splitlines()

    assert width == max(map(len, lines))
    assert "son-2021-404" in " ".join(lines)


# --- language --------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_format_speaks_both_languages(form: str) -> None:
    swedish = flag(ENDING, "--format", form, "--lang", "sv").stdout
    english = flag(ENDING, "--format", form, "--lang", "en").stdout

    assert "överenskommelsen upphör 2023-09-30, om 122 dagar" in swedish
    assert "the agreement ends on 2023-09-30, in 122 days" in english


def test_headings_are_swedish_in_a_swedish_table() -> None:
    (head, _) = flag(ENDING, "--lang", "sv").stdout.splitlines()

    assert ["dag", "dagar", "allvar", "överenskommelse"] == head.split()[:4]


@pytest.mark.parametrize(
    ("env", "word"),
    [
        ({}, "ends"),
        ({"LANG": "sv_SE.UTF-8"}, "upphör"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "sv_SE.UTF-8"}, "upphör"),
        ({"LANG": "sv_SE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "ends"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": "C"}, "ends"),
        ({"LANG": "C", "LC_MESSAGES": "C", "LC_ALL": "sv_FI"}, "upphör"),
        ({"LANG": "sv_SE.UTF-8", "LC_ALL": ""}, "upphör"),
    ],
)
def test_the_environment_says_the_language(env: dict[str, str], word: str) -> None:
    (found,) = json.loads(flag(ENDING, "--format", "json", **env).stdout)["flags"]

    assert word in found["sentence"].split()


def test_the_option_says_more_than_the_environment() -> None:
    text = flag(ENDING, "--lang", "en", LANG="sv_SE.UTF-8").stdout

    assert "the agreement ends" in text
