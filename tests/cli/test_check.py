"""`ioplife check`: what is wrong, what does not agree, what is not yet there."""

import json
import typing
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from ioplife import Absent, Terms
from tests.cli.shell import LINKOPING, SION, SON, document, line, run, sh, write

ON = ("--on", "2023-05-08")

WHOLE: dict[str, Any] = {
    name: {"absent": True}
    for name, kind in typing.get_type_hints(Terms).items()
    if Absent in typing.get_args(kind) and name not in {"first_day", "last_day", "length"}
} | {
    "total": 900,
    "contributions": [
        {"party": "kommun", "amount": 600, "form": "cash"},
        {"party": "forening", "amount": 300, "form": "in_kind"},
    ],
    "disbursements": [{"to": "forening", "amount": 600}],
}
"""What an agreement is to have said for there to be nothing to say of it."""


def check(*arguments: object, **more: str) -> Result:
    return run("check", *arguments, *ON, **more)


def found(*arguments: object, **more: str) -> dict[str, Any]:
    """What JSON tells."""
    read: dict[str, Any] = json.loads(check(*arguments, "--format", "json", **more).stdout)
    return read


def test_of_what_is_whole_there_is_nothing_to_say(tmp_path: Path) -> None:
    write(tmp_path, [document("a", **WHOLE)])

    result = check(tmp_path, "--strict")

    assert ("", 0) == (result.stdout, result.exit_code)
    assert ("on 2023-05-08\n1 agreement read: 0 mistakes, 0 warnings, 0 not yet\n") == result.stderr


def test_what_nobody_has_read_is_not_yet_there_and_not_wrong() -> None:
    result = check(SION, "--strict")

    assert [f"{SION}: not yet"] * 2 == [
        text.partition(": nobody")[0] for text in result.stdout.splitlines()
    ]
    assert 0 == result.exit_code


def test_what_does_not_agree_in_a_paper_is_a_warning() -> None:
    result = check(SON)

    assert [
        (
            f"{SON}: warning: index clauses disagree: OPI from 2022-07-01 or 2022-10-01"
            "   [SON 2021-404, § 12]"
        ),
        (
            f"{SON}: warning: goals long-knowledge, long-cooperation and long-self-reliance:"
            " to be seen from 2023-10-02, after the last day, 2023-09-30, when the agreement is"
            " over   [SON 2021-404, § 4]"
        ),
        (
            f"{SON}: not yet: nobody has read, or no paper says: duties.strategic.calls,"
            " duties.annual-report.who and follows"
        ),
    ] == result.stdout.splitlines()
    assert "1 agreement read: 0 mistakes, 2 warnings, 1 not yet\n" in result.stderr
    assert (0, 3) == (result.exit_code, check(SON, "--strict").exit_code)


def test_a_policy_has_a_share_of_its_own_in_mind() -> None:
    """Three of the five partnerships lie within ten percent of half; two do not (S4:43-50)."""
    told = [
        {
            (one["agreement"], one["sentence"])
            for one in found(LINKOPING, *policy)["findings"]
            if one["code"] == "public-share"
        }
        for policy in ((), ("--policy", "linkoping"))
    ]

    far = "the public share is {}, more than 10% of the whole from 50%"
    assert set() == told[0]
    assert {
        ("amn-bromodellen", far.format("64.2%")),
        ("amn-spraktraning", far.format("65.73%")),
    } == told[1]


@pytest.mark.parametrize("name", ["default", "linkoping"])
def test_an_answer_names_the_policy(name: str) -> None:
    assert name == found(SON, "--policy", name)["policy"]


def test_every_mistake_is_told_with_its_line_and_its_path(tmp_path: Path) -> None:
    wrong = tmp_path / "a.toml"
    wrong.write_text('id = "a"\ntitle = 3\nlast_day = 2023-13\n', encoding="utf-8")
    also = tmp_path / "b.toml"
    also.write_text('id = "b"\ntitle = 3\nlength = "2 år"\nlenght = 1\n', encoding="utf-8")

    result = check(tmp_path)

    assert [
        f"{wrong}:3: mistake: not TOML",
        f"{also}:2: mistake: title",
        f"{also}:3: mistake: length",
        f"{also}:4: mistake: lenght",
    ] == [": ".join(text.split(": ")[:3]) for text in result.stdout.splitlines()]
    assert 3 == result.exit_code


def test_a_warning_is_told_and_refuses_nothing_unless_strict(tmp_path: Path) -> None:
    write(tmp_path, [document("a", **WHOLE | {"total": 901})])
    file = tmp_path / "a.json"

    result = check(file)

    assert (
        f"{file}: warning: the contributions make 900 SEK, but the total is 901 SEK"
        "   [ioplife default, after SON 2021-404, § 12]\n"
    ) == result.stdout
    assert (0, 3) == (result.exit_code, check(file, "--strict").exit_code)


def test_it_speaks_swedish(tmp_path: Path) -> None:
    write(tmp_path, [document("a", **WHOLE | {"total": 901, "notice": {"unknown": True}})])
    (tmp_path / "b.json").write_text("{", encoding="utf-8")

    result = check(tmp_path, "--lang", "sv")

    assert [": fel: ", ": varning: insatserna blir", ": ännu inte: ingen har läst"] == [
        next(
            part
            for part in (": fel: ", ": varning: insatserna blir", ": ännu inte: ingen har läst")
            if part in text
        )
        for text in result.stdout.splitlines()
    ]
    assert "1 överenskommelse läst: 1 fel, 1 varning, 1 ännu inte\n" in result.stderr


def test_json_tells_what_was_found_and_where(tmp_path: Path) -> None:
    write(tmp_path, [document("a", **WHOLE | {"total": 901}), document("b", title=3)])

    read = found(tmp_path)

    assert {
        "on": "2023-05-08",
        "policy": "default",
        "documents": 1,
        "findings": [
            {
                "file": str(tmp_path / "b.json"),
                "line": 1,
                "agreement": None,
                "strength": "mistake",
                "code": "mistake",
                "path": "title",
                "event": None,
                "sentence": "must be text, not 3",
                "facts": {},
                "source": None,
            },
            {
                "file": str(tmp_path / "a.json"),
                "line": None,
                "agreement": "a",
                "strength": "warning",
                "code": "sums",
                "path": "",
                "event": None,
                "sentence": "the contributions make 900 SEK, but the total is 901 SEK",
                "facts": {"contributions": "900", "total": "901"},
                "source": {
                    "paper": "ioplife default, after SON 2021-404",
                    "place": "§ 12",
                    "cite": "ioplife default, after SON 2021-404, § 12",
                },
            },
        ],
        "unread": [],
    } == read


def test_a_finding_about_an_event_names_it(tmp_path: Path) -> None:
    event = {"event": "signed", "on": "2021-01-01", "by": "kommun"}
    write(tmp_path, [document("a", **WHOLE)])
    text = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    text["events"].append(event)
    write(tmp_path, [text])

    (one,) = found(tmp_path)["findings"]

    assert ("record-conflict", 2) == (one["code"], one["event"])


def test_a_line_of_json_lines_is_named(tmp_path: Path) -> None:
    file = tmp_path / "many.jsonl"
    file.write_text(line("a", **WHOLE) + line("b", **WHOLE | {"total": 1}), encoding="utf-8")

    assert check(file).stdout.startswith(f"{file}:2: warning: ")


def test_two_documents_with_one_id_are_a_mistake_in_both(tmp_path: Path) -> None:
    write(tmp_path / "one", [document("same")])
    write(tmp_path / "two", [document("same")])

    result = check(tmp_path)

    assert (2, 3) == (len(result.stdout.splitlines()), result.exit_code)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.toml", b"", "mistake: id: is missing"),
        ("empty.json", b"", "mistake: not JSON"),
        ("binary.toml", b"\xff\xfe\x00", "mistake: not UTF-8 text"),
        ("deep.json", b"[" * 100_000, "mistake: not JSON: nested too deeply"),
        ("steers.toml", b'id = "a\\u001b[31m"\n', "mistake: id: must be an id"),
    ],
)
def test_what_says_nothing_is_refused_in_one_line(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    (tmp_path / name).write_bytes(content)

    result = check(tmp_path / name)

    assert (1, 3) == (len(result.stdout.splitlines()), result.exit_code)
    assert told in result.stdout
    assert "\x1b" not in result.stdout


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("gone.toml", "no such file or directory"),
        ("paper.pdf", "no document by its suffix: .toml, .json or .jsonl"),
        ("", "no agreement in it"),
    ],
)
def test_what_cannot_be_read_at_all_is_two(tmp_path: Path, path: str, told: str) -> None:
    (tmp_path / "paper.pdf").touch()

    result = check(tmp_path / path)

    assert ("", 2) == (result.stdout, result.exit_code)
    assert f"{tmp_path / path}: {told}\n" in result.stderr


def test_two_goes_before_three_and_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "b.json").write_text("{", encoding="utf-8")

    result = check(tmp_path / "b.json", tmp_path / "gone.toml", SION)

    assert 2 == result.exit_code
    assert 3 == len(result.stdout.splitlines())
    assert ["gone.toml"] == [
        Path(one["file"]).name
        for one in found(tmp_path / "b.json", tmp_path / "gone.toml")["unread"]
    ]


def test_a_folder_is_read_to_its_depth() -> None:
    result = check(LINKOPING)

    assert "left out 1 other file: not .toml, .json or .jsonl\n" in result.stderr
    assert "11 agreements read: 0 mistakes, 5 warnings, 20 not yet\n" in result.stderr
    assert 25 == len(result.stdout.splitlines())


def test_standard_input_is_checked() -> None:
    assert "<stdin>:1: warning: " in check("-", stdin=line("a", **WHOLE | {"total": 1})).stdout


def test_it_is_quiet_when_nobody_reads_on(tmp_path: Path) -> None:
    write(tmp_path, [document(f"a{number}", title=3) for number in range(50)])

    done = sh("ioplife check . --on 2023-05-08 | head -1; echo ${PIPESTATUS[0]}", cwd=tmp_path)

    assert (2, b"3") == (len(done.stdout.splitlines()), done.stdout.splitlines()[-1])
    assert b"Traceback" not in done.stderr


# --- agreements that follow each other ---------------------------------------------------


def following(tmp_path: Path, first_day: str) -> list[dict[str, Any]]:
    """What check finds of two that follow each other: a code each, and its file."""
    renewed = {
        "event": "renewed",
        "on": "2023-05-01",
        "successor": "b",
        "period": {"first": first_day, "last": "2024-12-31"},
    }
    earlier = document("a")
    earlier["events"].append(renewed)
    signed = {"event": "entered", "on": "2023-05-01", "state": "signed", "seen": "2023-05-01"}
    later = document("b", "2024-12-31", follows="a", first_day=first_day, events=[signed])
    write(tmp_path, [earlier, later])
    result = run("check", tmp_path, "--on", "2023-05-08", "--format", "json")
    findings: list[dict[str, Any]] = json.loads(result.stdout)["findings"]
    return findings


@pytest.mark.parametrize(
    ("first_day", "codes"),
    [
        ("2023-09-30", {"link-overlap", "no-overlap"}),
        ("2023-10-01", set()),
        ("2023-10-02", {"link-gap", "no-gap"}),
    ],
)
def test_a_folder_tells_of_gaps_and_overlaps(
    tmp_path: Path, first_day: str, codes: set[str]
) -> None:
    found = following(tmp_path, first_day)
    assert codes == {one["code"] for one in found if one["strength"] == "warning"}
    assert {"b"} >= {one["agreement"] for one in found if one["code"].startswith("link")}


def test_a_folder_tells_whether_the_successor_is_signed(tmp_path: Path) -> None:
    """One file alone cannot know it."""
    assert "successor-signed" not in {one["code"] for one in following(tmp_path, "2023-10-01")}
    alone = run("check", tmp_path / "a.json", "--on", "2023-05-08", "--format", "json")
    assert "successor-signed" in {one["code"] for one in json.loads(alone.stdout)["findings"]}


def test_a_link_that_one_side_alone_tells_is_told_of_the_other(tmp_path: Path) -> None:
    write(tmp_path, [document("a"), document("b", "2024-12-31", follows="a")])
    result = run("check", tmp_path, "--on", "2023-05-08", "--lang", "sv")
    told = [line for line in result.stdout.splitlines() if "följer på den" in line]
    assert [
        (
            f"{tmp_path / 'a.json'}: ännu inte: b anger att den följer på den, men ingen"
            " efterföljare är registrerad"
        )
    ] == told
