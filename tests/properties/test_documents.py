"""What is written can be read, and is the same."""

import json
import types
import typing
from collections import Counter
from collections.abc import Callable
from typing import Any, Final, TypeAlias

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from ioplife.agreement import Agreement
from ioplife.documents import dump_event, dumps, load_event, loads
from ioplife.events import EVENTS, TAG_OF, Event
from ioplife.terms import UNKNOWN, Terms
from tests.documents.values import agreements, values
from tests.properties.covered import covered

Seen: TypeAlias = "Counter[tuple[str, str]]"
Kinds: TypeAlias = dict[str, tuple[type[Any], ...]]

TRIES: Final = 5
"""Examples are drawn anew so many times before something is said to be out of reach."""


def unhurried(most: int) -> settings:
    """Values are made of any fields at all, so many of them are refused and drawn again."""
    checks = [HealthCheck.filter_too_much, HealthCheck.too_slow]
    return settings(
        max_examples=max(most, settings().max_examples // 2), suppress_health_check=checks
    )


@pytest.mark.parametrize("kind", EVENTS, ids=TAG_OF.get)
def test_every_event_survives_json(kind: type[Event]) -> None:
    """An event that is written as JSON and read again is the same event."""
    kinds = parts(kind)
    seen: Seen = Counter()

    @unhurried(50)
    @given(values(kind))
    def survives(event: Event) -> None:
        assert event == load_event(json.loads(json.dumps(dump_event(event))))
        seen.update(held(event, kinds))

    until_reached(survives, kinds, seen)
    covered("documents, events", **{TAG_OF[kind]: seen["on", "Date"]})
    assert set() == expected(kinds) - seen.keys()


def test_every_agreement_survives_json() -> None:
    """An agreement that is written as JSON and read again is the same agreement."""
    kinds = parts(Terms)
    seen: Seen = Counter()

    @unhurried(200)
    @given(agreements())
    def survives(agreement: Agreement) -> None:
        written = dumps(agreement)
        assert agreement == loads(written, format="json")
        assert 1 == len(written.splitlines())
        seen.update(held(agreement.terms, kinds))

    until_reached(survives, kinds, seen)
    clauses = {f"{name}_{kind}": number for (name, kind), number in seen.items()}
    covered("documents, clauses", **clauses)
    assert set() == expected(kinds) - seen.keys()


def until_reached(survives: Callable[[], None], kinds: Kinds, seen: Seen) -> None:
    """Run a property until it has met everything a value can hold, or nearly for ever."""
    for _ in range(TRIES):
        survives()
        if expected(kinds) <= seen.keys():
            return


def held(value: object, kinds: Kinds) -> set[tuple[str, str]]:
    """What an example holds: each field, with the kind of what is in it."""
    found = set()
    for name, several in kinds.items():
        part = getattr(value, name)
        found |= {(name, kind.__name__) for kind in several if isinstance(part, kind)}
        found |= {(name, "given")} if part not in ((), "", UNKNOWN, None, False) else set()
    return found


def expected(kinds: Kinds) -> set[tuple[str, str]]:
    """Each field with every kind of thing it may hold, and once with something in it."""
    found = {(name, kind.__name__) for name, several in kinds.items() for kind in several}
    return found | {(name, "given") for name in kinds}


def parts(kind: type[Any]) -> Kinds:
    """Each field and the kinds of things it may hold."""
    found = {}
    for name, hint in typing.get_type_hints(kind).items():
        if name in attrs.fields_dict(kind):
            several = typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
            found[name] = tuple(typing.get_origin(one) or one for one in several)
    return found
