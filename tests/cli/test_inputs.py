"""What the command reads, and what it says of what it cannot read."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import ENDING, document, line, run, sh, write

ON = ("--on", "2023-05-31")


def answer(*arguments: object, stdin: str | bytes | None = None) -> dict[str, Any]:
    """What JSON tells."""
    found: dict[str, Any] = json.loads(
        run("flag", *arguments, *ON, "--format", "json", stdin=stdin).stdout
    )
    return found


def ids(found: dict[str, Any]) -> list[str]:
    return [flag["agreement"] for flag in found["flags"]]


def test_a_broken_file_hides_no_good_one(tmp_path: Path) -> None:
    write(tmp_path, [document("a"), document("c")])
    broken = tmp_path / "b.toml"
    broken.write_text('id = "b"\ntitle = 3\nlast_day = 2023-13-01\n', encoding="utf-8")
    wrong = tmp_path / "d.toml"
    wrong.write_text('id = "d"\ntitle = 3\nlength = "2 år"\n', encoding="utf-8")

    result = run("flag", tmp_path, *ON, "--format", "json")

    found = json.loads(result.stdout)
    assert ["a", "c"] == ids(found)
    assert [
        (str(broken), 3, ""),
        (str(wrong), 2, "title"),
        (str(wrong), 3, "length"),
    ] == [(one["file"], one["line"], one["path"]) for one in found["unread"]]
    assert "must be text, not 3" == found["unread"][1]["message"]
    assert 2 == result.exit_code
    assert f"{wrong}:2: title: must be text, not 3" in result.stderr.splitlines()


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_every_format_answers_the_good_and_names_the_bad(tmp_path: Path, form: str) -> None:
    write(tmp_path, [document("a")])
    (tmp_path / "b.json").write_text("{", encoding="utf-8")

    result = run("flag", tmp_path, *ON, "--format", form)

    assert 2 == result.exit_code
    assert "2023-09-30" in result.stdout
    assert f"{tmp_path / 'b.json'}:1: not JSON" in result.stderr


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    found = answer(ENDING, tmp_path / "gone.toml")

    assert ["son-2021-404"] == ids(found)
    assert [
        {
            "file": str(tmp_path / "gone.toml"),
            "line": None,
            "path": "",
            "message": "no such file or directory",
        }
    ] == found["unread"]


def test_a_folder_is_read_to_its_depth_without_what_is_hidden(tmp_path: Path) -> None:
    write(tmp_path / "b" / "c", [document("deep")])
    write(tmp_path / ".git", [document("hidden")])
    (tmp_path / "many.jsonl").write_text(line("one") + line("two"), encoding="utf-8")

    assert ["deep", "one", "two"] == ids(answer(tmp_path))


def test_other_files_are_counted(tmp_path: Path) -> None:
    write(tmp_path, [document("a")])
    for name in ("b.pdf", "c.docx"):
        (tmp_path / name).touch()

    result = run("flag", tmp_path, *ON)

    assert "left out 2 other files: not .toml, .json or .jsonl" in result.stderr.splitlines()
    assert 0 == result.exit_code


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "md"])
def test_a_folder_with_nothing_to_read_is_two(tmp_path: Path, form: str) -> None:
    (tmp_path / "notes.txt").touch()

    result = run("flag", tmp_path, *ON, "--format", form)

    assert 2 == result.exit_code
    assert f"{tmp_path}: no agreement in it" in result.stderr.splitlines()


def test_an_empty_file_of_json_lines_holds_nothing_to_read(tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").touch()

    assert 2 == run("flag", tmp_path, *ON).exit_code


def test_two_documents_with_one_id_are_a_mistake_in_both(tmp_path: Path) -> None:
    write(tmp_path / "one", [document("same"), document("other")])
    write(tmp_path / "two", [document("same")])

    found = answer(tmp_path)

    assert ["other"] == ids(found)
    first, second = (str(tmp_path / name / "same.json") for name in ("one", "two"))
    assert [
        (first, "id", f"'same' is also the id of {second}"),
        (second, "id", f"'same' is also the id of {first}"),
    ] == [(one["file"], one["path"], one["message"]) for one in found["unread"]]


def test_a_file_named_twice_is_read_once() -> None:
    found = answer(ENDING, ENDING, ENDING.parent)

    assert [] == found["unread"]
    assert ["son-2021-404"] == ids(found)


# --- standard input --------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(document("a")),
        json.dumps(document("a"), indent=2),
        "\n" + line("a") + "\n",
        "id = 'a'\nevents = [{event = 'entered', on = 2020-01-01, state = 'active'}]",
        "# a comment\n[extra]\nnote = 'x'\n[last_day]\nreading = 2023-09-30\n",
    ],
    ids=["JSON", "JSON on many lines", "JSON Lines", "TOML", "TOML that begins with a table"],
)
def test_standard_input_tells_by_its_beginning_what_it_is(text: str) -> None:
    result = run("flag", "-", *ON, "--format", "json", stdin=text)

    told = json.loads(result.stdout)
    assert ["a"] == ids(told) or ["id"] == [one["path"] for one in told["unread"]]
    assert "not JSON" not in result.stderr
    assert "not TOML" not in result.stderr


def test_many_lines_of_standard_input_are_many_agreements() -> None:
    text = line("a") + "{broken\n" + line("b")

    found = answer("-", stdin=text)

    assert ["a", "b"] == ids(found)
    assert [("<stdin>", 2)] == [(one["file"], one["line"]) for one in found["unread"]]


def test_standard_input_may_begin_with_a_byte_order_mark() -> None:
    assert ["a"] == ids(answer("-", stdin=b"\xef\xbb\xbf" + line("a").encode()))


def test_standard_input_that_is_no_text_is_a_mistake() -> None:
    found = answer("-", stdin=line("Å").encode("latin-1"))

    assert [("<stdin>", "not UTF-8 text")] == [
        (one["file"], one["message"]) for one in found["unread"]
    ]


def test_empty_standard_input_is_two() -> None:
    assert 2 == run("flag", "-", *ON, stdin="").exit_code


# --- Swedish letters, and many ---------------------------------------------------------


def test_swedish_letters_in_path_and_title(tmp_path: Path) -> None:
    folder = tmp_path / "överenskommelser" / "Åsele"
    write(folder, [document("grän-1", title="Trygghet för våra äldre")])

    result = run("flag", folder, *ON)

    assert "grän-1" in result.stdout
    assert "Trygghet för våra äldre" in result.stdout


def test_a_mistake_in_a_path_with_swedish_letters_names_it(tmp_path: Path) -> None:
    broken = tmp_path / "öppen.toml"
    broken.write_text("id = ", encoding="utf-8")

    result = run("flag", tmp_path, *ON, "--format", "json")

    assert str(broken) == json.loads(result.stdout)["unread"][0]["file"]
    assert f"{broken}:1:" in result.stderr


def test_a_few_thousand_agreements(tmp_path: Path) -> None:
    days = [f"2023-{1 + number % 12:02}-28" for number in range(3000)]
    lines = [line(f"iop-{number}", day) for number, day in enumerate(days)]
    (tmp_path / "many.jsonl").write_text("".join(lines), encoding="utf-8")

    result = run("flag", tmp_path, *ON, "--format", "csv")

    found = [text.split(",")[5] for text in result.stdout.splitlines()[1:]]
    assert sorted(day for day in days if day <= "2023-11-30") == found


def test_json_lines_answer_the_first_of_two_with_one_id_and_name_both(tmp_path: Path) -> None:
    """The first is answered before the second is met; the exit code tells."""
    (tmp_path / "a.jsonl").write_text(line("a") + line("b") + line("a"), encoding="utf-8")

    result = run("flag", tmp_path / "a.jsonl", *ON, "--format", "jsonl")

    assert ["a", "b"] == [json.loads(text)["agreement"] for text in result.stdout.splitlines()]
    assert [
        f"{tmp_path / 'a.jsonl'}:1: id: 'a' is also the id of {tmp_path / 'a.jsonl'}:3",
        f"{tmp_path / 'a.jsonl'}:3: id: 'a' is also the id of {tmp_path / 'a.jsonl'}:1",
    ] == result.stderr.splitlines()[1:]
    assert 2 == result.exit_code


def test_json_lines_end_where_nobody_reads_on(tmp_path: Path) -> None:
    """They are written while they are read: what stands behind is never looked at."""
    lines = [line(f"iop-{number}", title="x" * 900) for number in range(100)]
    (tmp_path / "a.jsonl").write_text("".join(lines) + "{broken", encoding="utf-8")

    done = sh("ioplife flag a.jsonl --on 2023-05-31 --format jsonl | head -1", cwd=tmp_path)

    assert b"on 2023-05-31\n" == done.stderr
