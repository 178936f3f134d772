"""What is written can be read, and is the same."""

import json
import types
import typing
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from ioplife.agreement import Agreement
from ioplife.documents import dump_event, dumps, load_event, loads
from ioplife.events import EVENTS, TAG_OF, Event
from ioplife.terms import Terms
from tests.documents.values import values
from tests.properties.covered import covered

UNHURRIED: Final = settings(
    max_examples=max(8, settings().max_examples // 10),
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
)
"""So many for each kind of thing that a field may hold; what is refused is drawn anew."""


def held_by(kind: type[Any], *, without: type[Any] | None = None) -> Iterator[tuple[str, Any]]:
    """Each field of a value, with each kind of thing it may hold."""
    inherited = attrs.fields_dict(without) if without else {}
    hints = typing.get_type_hints(kind)
    for name in attrs.fields_dict(kind):
        if name not in inherited:
            hint = hints[name]
            union = typing.get_origin(hint) in (types.UnionType, typing.Union)
            several = typing.get_args(hint) if union else (hint,)
            yield from ((name, one) for one in several)


def told(name: str, one: Any) -> str:  # noqa: ANN401 - types are objects
    """A field and what it holds, in a word."""
    return f"{name}_{(typing.get_origin(one) or one).__name__}"


def holds(value: object, name: str, one: Any) -> bool:  # noqa: ANN401 - types are objects
    """Whether that is what the field holds."""
    if typing.get_origin(one) is typing.Literal:
        return getattr(value, name) in typing.get_args(one)
    return isinstance(getattr(value, name), typing.get_origin(one) or one)


def survives_json(kind: type[Event], name: str, one: Any, counted: Counter[str]) -> None:  # noqa: ANN401
    """Events whose field holds that, written and read again."""

    @UNHURRIED
    @given(values(kind, name=name, holds=one))
    def survives(event: Event) -> None:
        assert event == load_event(json.loads(json.dumps(dump_event(event))))
        counted[told(name, one)] += holds(event, name, one)

    survives()


@pytest.mark.parametrize("kind", EVENTS, ids=TAG_OF.get)
def test_every_event_survives_json(kind: type[Event]) -> None:
    """An event that is written as JSON and read again is the same event."""
    first = kind is EVENTS[0]  # it has no field of its own: it stands for what all have
    own = list(held_by(kind) if first else held_by(kind, without=Event))
    counted: Counter[str] = Counter()
    for name, one in own or [("on", typing.get_type_hints(kind)["on"])]:
        survives_json(kind, name, one, counted)

    covered("documents, events", **{TAG_OF[kind]: counted.total()})
    assert set() == {told(*pair) for pair in own} - set(+counted)


@pytest.mark.parametrize(
    ("name", "one"), list(held_by(Terms)), ids=[told(*pair) for pair in held_by(Terms)]
)
def test_every_agreement_survives_json(name: str, one: Any) -> None:  # noqa: ANN401
    """An agreement that is written as JSON and read again is the same agreement."""
    counted: Counter[str] = Counter()

    @UNHURRIED
    @given(values(Agreement), values(Terms, name=name, holds=one))
    def survives(agreement: Agreement, terms: Terms) -> None:
        whole = attrs.evolve(agreement, terms=terms)
        written = dumps(whole)
        assert whole == loads(written, format="json")
        assert 1 == len(written.splitlines())
        counted[told(name, one)] += holds(terms, name, one)

    survives()
    covered("documents, clauses", **counted)
    assert counted.total() > 0
