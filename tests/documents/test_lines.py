"""On which line each key stands."""

import json
import tomllib
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from ioplife.documents import BadDocument, dumps, load, loads
from ioplife.documents.lines import json_lines, toml_lines
from ioplife.documents.mistakes import Misfit, Path, placed, spell
from ioplife.documents.texts import Format
from tests.documents.test_examples import EXAMPLES, FILES

TOML = r'''# [no]
id = "a" # = b
"q.k" = 'v'
title = """
[[no]]
x = 1 "" \""" """
a.b = 3
c = {}
d = []

[[parties]]
id = 'x'
bodies = [ { id = "son", name = "S#]}" }, # a comment
  { id.x = 1 } ]

[[parties]]
id = "y"
  [[parties.bodies]]
  id = """"z""""
  [parties.bodies.period]
  first = 2021-01-01
[ "notice" ]
absent = true
[[events]]
extra = { "a b" = '''
TOML += """'''
c''' }
on = 2021-01-01 # the last
"""

EXPECTED: dict[Path, int] = {
    ("id",): 2,
    ("q.k",): 3,
    ("title",): 4,
    ("a",): 7,
    ("a", "b"): 7,
    ("c",): 8,
    ("d",): 9,
    ("parties",): 11,
    ("parties", 0): 11,
    ("parties", 0, "id"): 12,
    ("parties", 0, "bodies"): 13,
    ("parties", 0, "bodies", 0): 13,
    ("parties", 0, "bodies", 0, "id"): 13,
    ("parties", 0, "bodies", 0, "name"): 13,
    ("parties", 0, "bodies", 1): 14,
    ("parties", 0, "bodies", 1, "id"): 14,
    ("parties", 0, "bodies", 1, "id", "x"): 14,
    ("parties", 1): 16,
    ("parties", 1, "id"): 17,
    ("parties", 1, "bodies"): 18,
    ("parties", 1, "bodies", 0): 18,
    ("parties", 1, "bodies", 0, "id"): 19,
    ("parties", 1, "bodies", 0, "period"): 20,
    ("parties", 1, "bodies", 0, "period", "first"): 21,
    ("notice",): 22,
    ("notice", "absent"): 23,
    ("events",): 24,
    ("events", 0): 24,
    ("events", 0, "extra"): 25,
    ("events", 0, "extra", "a b"): 25,
    ("events", 0, "on"): 27,
}


def every_path(data: Any, path: Path = ()) -> set[Path]:  # noqa: ANN401 - any data
    """Every path there is in some data."""
    if isinstance(data, dict):
        inner = [((*path, key), part) for key, part in data.items()]
    elif isinstance(data, list):
        inner = [((*path, place), part) for place, part in enumerate(data)]
    else:
        inner = []
    return {one for one, _ in inner}.union(*(every_path(part, one) for one, part in inner))


def test_every_key_of_toml_has_its_line() -> None:
    assert every_path(tomllib.loads(TOML)) == EXPECTED.keys()
    assert toml_lines(TOML).at == EXPECTED


def test_a_key_with_an_escape_of_toml_alone_loses_its_line_and_no_other() -> None:
    found = toml_lines('"\\U0000003A" = 1\nb = 2').at

    assert ({2}, 2) == ({found["b",]}, len(found))


def test_every_key_of_the_examples_has_a_line() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        found = toml_lines(text).at

        assert every_path(tomllib.loads(text)) == found.keys()
        for path, line in found.items():
            if isinstance(path[-1], str):
                assert path[-1] in text.splitlines()[line - 1]


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=9,
)


@given(st.dictionaries(st.text(max_size=9), PLAIN, max_size=3), st.sampled_from([None, 0, 2]))
def test_every_key_of_json_has_its_line(data: dict[str, Any], indent: int | None) -> None:
    """Each path is found; written one value a line, its line ends or begins with it."""
    text = json.dumps(data, indent=indent)
    found = json_lines(text)
    lines = text.splitlines()

    assert every_path(data) == found.at.keys()
    assert [] == found.twice
    for path, line in found.at.items():
        if isinstance(path[-1], str) and indent is not None:
            assert lines[line - 1].strip().startswith(json.dumps(path[-1]))


def test_a_key_that_stands_twice_has_both_its_lines() -> None:
    found = json_lines('{"a": 1,\n "b": {"c": 1,\n "c": 2},\n "a": 2}')

    assert {("a",): 1, ("b",): 2, ("b", "c"): 2} == found.at
    assert [(("b", "c"), 3), (("a",), 4)] == found.twice


@given(st.text())
def test_no_text_at_all_makes_it_raise(text: str) -> None:
    """It is asked of texts that have been parsed; of others it says what it finds."""
    for lines in (toml_lines(text), json_lines(text)):
        assert all(1 <= line <= text.count("\n") + 1 for line in lines.at.values())


@given(st.text(alphabet="[]{}\"'=:,#.a1\n \\", max_size=60))
def test_no_text_of_its_own_signs_makes_it_raise(text: str) -> None:
    """The same, where it may well lose its way."""
    for lines in (toml_lines(text), json_lines(text)):
        assert all(1 <= line <= text.count("\n") + 1 for line in lines.at.values())


def test_a_path_without_a_line_takes_that_of_what_it_lies_in() -> None:
    found = placed(
        [Misfit(("a", "b", 0), "x"), Misfit(("c",), "y"), Misfit((), "z")], "f", {("a",): 7}
    )

    assert ["f: z", "f: c: y", "f:7: a.b[0]: x"] == [str(mistake) for mistake in found]


def test_a_document_of_one_line_lies_on_that_line() -> None:
    assert "f:9: a: x" == str(placed([Misfit(("a",), "x")], "f", {}, line=9)[0])


def test_a_path_is_spelled_as_toml_would() -> None:
    assert r'a[0].b-c[12]."d e"."ä"."".f_1."\n"."\ud800"' == spell(
        ("a", 0, "b-c", 12, "d e", "ä", "", "f_1", "\n", "\ud800")
    )
    assert "" == spell(())


@pytest.mark.parametrize("form", ["toml", "json"])
def test_the_same_mistake_has_a_line_in_either_format(form: Format) -> None:
    """The example with one word wrong, in TOML and in JSON of one key a line."""
    file = EXAMPLES / "son-2021-404.toml"
    text = file.read_text(encoding="utf-8") if form == "toml" else dumps(load(file), indent=1)
    before, word, after = text.partition('"in_kind"')
    line = before.count("\n") + 1
    with pytest.raises(BadDocument) as caught:
        loads(f'{before}"in_kin"{after}', format=form, file="f")

    assert word
    assert [(line, "contributions[1].form")] == [
        (mistake.line, mistake.path) for mistake in caught.value.mistakes
    ]
