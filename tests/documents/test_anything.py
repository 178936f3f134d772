"""Whatever a document holds: it is read, or its mistakes are named."""

import json
from typing import Any, Final

import attrs
import hypothesis.strategies as st
from hypothesis import given

from ioplife.documents import BadDocument, dumps, load_agreement, loads
from ioplife.documents.tables import HEAD
from ioplife.documents.texts import Format
from ioplife.events import EVENT_OF, EVENTS
from ioplife.terms import Terms
from tests.documents.reach import fields_below

KEYS: Final = sorted(
    {field.name for field in fields_below(Terms, *EVENTS)}
    | {*HEAD, "event", "v", "reading", "absent", "unknown", "paper", "complete"}
)
WORDS: Final = ["", "a", "2024-01-31", "2024-13", "P6M", "1.5", "iop", "day", "unlimited", "\ud800"]

ANYTHING: Final = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from([*WORDS, *EVENT_OF])
    | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=4)
    ),
    max_leaves=12,
)
CLAUSES: Final = st.dictionaries(
    st.sampled_from([*HEAD, *attrs.fields_dict(Terms)]), ANYTHING, max_size=5
)
EVENT: Final = st.builds(
    lambda tag, fields: {"event": tag, "on": "2024-01-31"} | fields,
    st.sampled_from(sorted(EVENT_OF)),
    st.dictionaries(st.sampled_from(KEYS), ANYTHING, max_size=4),
)


@given(CLAUSES, st.lists(EVENT, max_size=2))
def test_it_is_read_or_its_mistakes_are_named(
    clauses: dict[str, Any], events: list[dict[str, Any]]
) -> None:
    """No other error; each mistake is one line; what is read can be written and read again."""
    data = {"id": "x", "events": events} | clauses
    try:
        agreement = load_agreement(data, file="f")
    except BadDocument as error:
        lines = [str(mistake).encode().splitlines() for mistake in error.mistakes]
    else:
        assert agreement == loads(dumps(agreement), format="json")
        return

    assert lines
    assert [] == [line for line in lines if len(line) != 1]


@given(ANYTHING)
def test_any_json_is_read_or_its_mistakes_are_named(data: object) -> None:
    """As text, with lines."""
    text = json.dumps(data, indent=1)
    last = text.count("\n") + 1

    assert set() == {line for line in lines_of(text, "json") if line and not 1 <= line <= last}


@given(st.text(max_size=40) | st.text(alphabet='id="x\n[]{}.,# 12-', max_size=60))
def test_any_text_is_read_or_its_mistakes_are_named(text: str) -> None:
    """As TOML, and as JSON."""
    last = text.count("\n") + 1
    found = lines_of(text, "toml") + lines_of(text, "json")

    assert set() == {line for line in found if line and not 1 <= line <= last}


def lines_of(text: str, form: Format) -> list[int | None]:
    """The lines of the mistakes, if there are any."""
    try:
        loads(text, format=form, file="f")
    except BadDocument as error:
        return [mistake.line for mistake in error.mistakes]
    return []
