"""The values that a document can hold, found from their types."""

import types
import typing
from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs


class Field(NamedTuple):
    """A field of one of our values and the kinds of things it may hold."""

    owner: type[Any]
    name: str
    default: object
    kinds: tuple[Any, ...]


def fields_below(*kinds: type[Any]) -> Iterator[Field]:
    """Every field of these values and of all that they hold."""
    waiting, seen = list(kinds), set[str]()
    while waiting:
        kind = waiting.pop()
        if kind.__name__ in seen:
            continue
        seen.add(kind.__name__)
        hints = typing.get_type_hints(kind)
        for field in attrs.fields(kind):
            several = tuple(_parts(hints[field.name]))
            yield Field(kind, field.name, field.default, several)
            waiting += [one for one in several if isinstance(one, type) and attrs.has(one)]


def _parts(hint: Any) -> Iterator[Any]:  # noqa: ANN401 - types are objects
    """The kinds of a union, and what a row holds."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        for one in typing.get_args(hint):
            yield from _parts(one)
    elif typing.get_origin(hint) is tuple:
        yield from _parts(typing.get_args(hint)[0])
    else:
        yield hint
