"""What indices were, read from a file, strictly and with every mistake of it."""

import json
from pathlib import Path

import pytest
from pendulum import Date

from ioplife.documents import BadDocument, Unreadable, load_indices
from ioplife.indices import IndexStatus, Observation
from ioplife.sources import Source
from ioplife.terms import UNKNOWN

TOML = """\
[[observations]]
index = "OPI"
year = 2023
percent = "4.6"
status = "definitive"
published = 2023-04-19
source = { paper = "Vårdföretagarna" }

[[observations]]
index = "PKV"
year = 2030
status = "preliminary"
"""
READ = (
    Observation(
        "OPI",
        2023,
        "4.6",
        status=IndexStatus.DEFINITIVE,
        published=Date(2023, 4, 19),
        source=Source("Vårdföretagarna"),
    ),
    Observation("PKV", 2030, UNKNOWN, status=IndexStatus.PRELIMINARY, published=UNKNOWN),
)
"""What is left out is unknown."""


def written(folder: Path, text: str, name: str = "indices.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def mistakes(path: Path) -> list[tuple[int | None, str, str]]:
    with pytest.raises(BadDocument) as caught:
        load_indices(path)
    return [(one.line, one.path, one.message) for one in caught.value.mistakes]


def test_toml(tmp_path: Path) -> None:
    assert READ == load_indices(written(tmp_path, TOML))


def test_json(tmp_path: Path) -> None:
    first = {"index": "OPI", "year": 2023, "percent": "4.6", "status": "definitive"}
    first |= {"published": "2023-04-19", "source": {"paper": "Vårdföretagarna"}}
    second = {"index": "PKV", "year": 2030, "percent": {"unknown": True}, "status": "preliminary"}
    text = json.dumps({"observations": [first, second]})
    assert READ == load_indices(str(written(tmp_path, text, "indices.json")))


def test_none(tmp_path: Path) -> None:
    assert () == load_indices(written(tmp_path, "observations = []"))


@pytest.mark.parametrize("percent", ["-0.5", 2, "100"])
def test_percent_may_be_whole_and_may_be_negative(tmp_path: Path, percent: str | int) -> None:
    text = TOML.replace('"4.6"', json.dumps(percent))
    assert str(percent) == str(load_indices(written(tmp_path, text))[0].percent)


def test_every_mistake_comes_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = (
        TOML.replace('"4.6"', "4.6").replace("2030", '"2030"').replace('"preliminary"', '"final"')
        + "\n[other]\n"
    )
    assert [
        (
            4,
            "observations[0].percent",
            "must be a whole number or decimal text, no float, not 4.6",
        ),
        (11, "observations[1].year", "must be a whole number, not '2030'"),
        (
            12,
            "observations[1].status",
            "must be one of preliminary, definitive, not 'final'",
        ),
        (14, "other", "unknown key 'other'"),
    ] == mistakes(written(tmp_path, text))


def test_what_must_be_there_is_missed(tmp_path: Path) -> None:
    path = written(tmp_path, "[[observations]]\n")
    assert [
        (1, "observations[0].index", "is missing"),
        (1, "observations[0].status", "is missing"),
        (1, "observations[0].year", "is missing"),
    ] == mistakes(path)
    assert [(None, "observations", "is missing")] == mistakes(written(tmp_path, ""))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.toml", "observations = 1", (1, "observations", "must be a list, not 1")),
        ("a.json", '{"observations": 1}', (1, "observations", "must be a list, not 1")),
        ("a.json", "[]", (None, "", "must be a table, not a list")),
        (
            "a.json",
            '{"observations": [], "observations": []}',
            (1, "observations", "is given twice"),
        ),
        ("a.txt", "", (None, "", "no document by its suffix: .toml or .json")),
    ],
)
def test_what_is_no_such_document(
    tmp_path: Path, name: str, text: str, expected: tuple[int | None, str, str]
) -> None:
    assert [expected] == mistakes(written(tmp_path, text, name))


@pytest.mark.parametrize("name", ["a.toml", "a.json"])
def test_what_is_no_toml_or_json_is_one_mistake(tmp_path: Path, name: str) -> None:
    ((_line, _path, message),) = mistakes(written(tmp_path, "[", name))
    assert message.startswith(f"not {name[2:].upper()}: ")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        load_indices(tmp_path / "none.toml")
