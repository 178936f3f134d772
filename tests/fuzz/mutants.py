"""Documents and texts that are nearly right: the shipped examples, cut, mixed and misspelt."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from ioplife.documents import dump_agreement, loads, skeleton

ROOT: Final = Path(__file__).parents[2]
LONG: Final = 100_000
"""Signs of a text that is too long."""

INDICES: Final = """
[[observations]]
index = "OPI"
year = 2023
percent = "3.5"
status = "definitive"
published = 2023-10-15
"""
MEETINGS: Final = "2026-06-16 Socialnämnden\n# a remark\n\n2026-09-01\n"

TOKENS: Final[tuple[bytes, ...]] = (
    b"\x00",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\xed\xa0\x80",  # a lone surrogate
    "\u2028\u0085\u202e".encode(),
    b"\r\n",
    b"\r",
    b"\n",
    b"'''",
    b'"""',
    b'"',
    b"[[",
    b"]]",
    b"{",
    b"}",
    b"[" * 200,
    b"[" * 5_000,
    b"{a=" * 200,
    b'{"a":' * 200,
    b"=",
    b"#",
    b".",
    b"1e999",
    b"-0",
    b"0x",
    b"nan",
    b"inf",
    b"9" * 400,
    b"1" + b"0" * 5_000,
    b"0001-01-01",
    b"9999-12-31",
    b"2023-02-30",
    b"2023-05-08T00:00:00Z",
    b"24:00:00",
    b"P99999999999Y",
    b"P6M",
    b'"\\ud800"',
    b'"\\u0000"',
    b'"\\U00110000"',
    b"true",
    b"null",
    b"id",
    b"events",
    b"terms",
    b"amended",
    b"corrected",
    b"a" * LONG,
)
VALUES: Final[tuple[Any, ...]] = (
    None,
    True,
    False,
    0,
    -1,
    1,
    10**400,
    1.5,
    1e308,
    float("nan"),
    float("inf"),
    "",
    " ",
    "iop",
    "town",
    "\x00",
    "\ud800",
    "2023-05-08",
    "2023-05",
    "9999-12-31",
    "0001-01-01",
    "P6M",
    "P0D",
    "P9999Y",
    "x" * LONG,
    [],
    {},
    [[]],
    [{}],
    {"absent": True},
    {"unknown": True},
    {"absent": False},
    {"absent": True, "length": "P1Y"},
    {"readings": []},
)


@cache
def texts() -> tuple[bytes, ...]:
    """What people have written: the examples, the skeleton, indices and meetings."""
    examples = sorted((ROOT / "examples").rglob("*.toml"))
    written = [one.read_bytes() for one in examples]
    return (skeleton().encode(), *written, INDICES.encode(), MEETINGS.encode())


@cache
def tables() -> tuple[str, ...]:
    """The same as plain data, JSON; and one event of each kind that the examples hold."""
    found = []
    for text in texts():
        try:
            found.append(dump_agreement(loads(text.decode())))
        except ValueError:  # indices and meetings
            continue
    found.append(json.loads(json.dumps(tomllib.loads(INDICES), default=str)))
    return tuple(json.dumps(one) for one in found)


# --- by bytes and by tokens ------------------------------------------------------------------


def _cut(draw: DrawFn, text: bytes) -> bytes:
    first, length = _place(draw, text), draw(st.integers(1, 200))
    return text[:first] + text[first + length :]


def _put(draw: DrawFn, text: bytes) -> bytes:
    place = _place(draw, text)
    return text[:place] + draw(st.sampled_from(TOKENS)) + text[place:]


def _over(draw: DrawFn, text: bytes) -> bytes:
    place, token = _place(draw, text), draw(st.sampled_from(TOKENS) | st.binary(max_size=4))
    return text[:place] + token + text[place + len(token) :]


def _twice(draw: DrawFn, text: bytes) -> bytes:
    """A line again: a key, a table or an event that is there already."""
    lines = text.splitlines(keepends=True)
    place, to = draw(st.integers(0, len(lines))), draw(st.integers(0, len(lines)))
    return b"".join([*lines[:to], *lines[place : place + 1], *lines[to:]])


def _line_gone(draw: DrawFn, text: bytes) -> bytes:
    lines = text.splitlines(keepends=True)
    place = draw(st.integers(0, len(lines)))
    return b"".join([*lines[:place], *lines[place + draw(st.integers(1, 5)) :]])


def _spliced(draw: DrawFn, text: bytes) -> bytes:
    """The beginning of one and the end of another."""
    other = draw(st.sampled_from(texts()))
    return text[: _place(draw, text)] + other[_place(draw, other) :]


def _crlf(_draw: DrawFn, text: bytes) -> bytes:
    return text.replace(b"\n", b"\r\n")


def _place(draw: DrawFn, text: bytes) -> int:
    return draw(st.integers(0, len(text)))


_BY_BYTES: Final[tuple[Callable[[DrawFn, bytes], bytes], ...]] = (
    _cut,
    _put,
    _over,
    _twice,
    _line_gone,
    _spliced,
    _crlf,
)


@st.composite
def written(draw: DrawFn) -> bytes:
    """A text that somebody has written, changed in one to four places."""
    text = draw(st.sampled_from(texts()) | st.sampled_from([one.encode() for one in tables()]))
    for _ in range(draw(st.integers(1, 4))):
        text = draw(st.sampled_from(_BY_BYTES))(draw, text)
    return text


# --- by values -------------------------------------------------------------------------------


def _all_places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:  # noqa: ANN401 - plain data
    found = [path]
    if isinstance(data, dict):
        for key, value in data.items():
            found += _all_places(value, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            found += _all_places(value, (*path, place))
    return found


def _at(data: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401 - plain data
    for step in path:
        data = data[step]
    return data


@st.composite
def misvalued(draw: DrawFn) -> bytes:
    """Plain data in which one to three values are others, moved, nested or gone; JSON."""
    data = json.loads(draw(st.sampled_from(tables())))
    for _ in range(draw(st.integers(1, 3))):
        places = _all_places(data)[1:]
        if not places:
            break
        path = draw(st.sampled_from(places))
        holder, last = _at(data, path[:-1]), path[-1]
        way = draw(st.sampled_from(["other", "moved", "nested", "gone", "renamed", "again"]))
        if way == "other":
            holder[last] = deepcopy(draw(st.sampled_from(VALUES)))  # it may be changed itself
        elif way == "moved":
            holder[last] = json.loads(json.dumps(_at(data, draw(st.sampled_from(places)))))
        elif way == "nested":
            for _ in range(draw(st.sampled_from([1, 3, 60, 120]))):
                holder[last] = [holder[last]] if draw(st.booleans()) else {"a": holder[last]}
        elif way == "gone":
            del holder[last]
        elif way == "renamed" and isinstance(holder, dict):
            holder[draw(st.sampled_from(["", "a.b", "å", "event", "id", "\x00"]))] = holder.pop(
                last
            )
        elif isinstance(holder, list):
            holder.append(holder[last])
    return json.dumps(data, ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")


@st.composite
def lined(draw: DrawFn) -> bytes:
    """Several on a line each, some of them nonsense."""
    rows = draw(st.lists(misvalued() | st.sampled_from([b"", b"{}", b"\xff", b"[1]"]), max_size=3))
    return draw(st.sampled_from([b"\n", b"\r\n", b"\n\n"])).join(rows)


def documents() -> SearchStrategy[bytes]:
    """Whatever may be found in a file."""
    return st.just(b"") | written() | misvalued() | lined()
