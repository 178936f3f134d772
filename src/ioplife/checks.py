"""What a field may hold: validators and readers that every value shares."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias, TypeVar

import attrs

from ioplife.errors import BadValue

E = TypeVar("E", bound=enum.Enum)
T = TypeVar("T")

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Text pairs, sorted by their first part."""

PairsLike: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]

_IDENT = re.compile(r"[^\W_][\w.-]*(?::[^\W_][\w.-]*)?")

IDENT_RULE = "must be an id: letters, digits, '-', '_' and '.', with at most one 'prefix:'"


def where(instance: object, attribute: attrs.Attribute[Any]) -> str:
    """The name of a field in an error."""
    return f"{type(instance).__name__}.{attribute.name}"


def is_text(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Text, perhaps empty."""
    if not isinstance(value, str):
        raise BadValue(where(instance, attribute), value, "must be text")


def is_named(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """Text that says something."""
    if not isinstance(value, str) or not value.strip():
        raise BadValue(where(instance, attribute), value, "must be text that is not empty")


def is_ident(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """An id, which stands in keys and must hold no space and no slash."""
    if not isinstance(value, str) or not _IDENT.fullmatch(value):
        raise BadValue(where(instance, attribute), value, IDENT_RULE)


def is_flag(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """True or False, and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise BadValue(where(instance, attribute), value, "must be true or false")


def is_whole(value: object, field: str, least: int) -> int:
    """A whole number of at least ``least``; a bool is none."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise BadValue(field, value, f"must be a whole number of {least} or more")
    return value


def member(kind: type[E], value: object, field: str) -> E:
    """The member of an enum, from itself or from its value."""
    if isinstance(value, kind):
        return value
    try:
        if isinstance(value, str):
            return kind(value)
    except ValueError:
        pass
    known = ", ".join(str(item.value) for item in kind)
    raise BadValue(field, value, f"must be one of {known}")


def row(kind: type[T], values: object, field: str) -> tuple[T, ...]:
    """A tuple of values of one kind, from any iterable but text."""
    if isinstance(values, Iterable) and not isinstance(values, str | Mapping):
        items = tuple(values)
        for item in items:
            if not isinstance(item, kind):
                raise BadValue(field, item, f"must hold values of {kind.__name__}")
        return items
    raise BadValue(field, values, f"must be a sequence of {kind.__name__}")


def pairs(values: object, field: str) -> Pairs:
    """Text pairs with distinct names, sorted."""
    items = values.items() if isinstance(values, Mapping) else values
    if not isinstance(items, Iterable) or isinstance(items, str):
        raise BadValue(field, values, "must be pairs of text")
    found: dict[str, str] = {}
    for item in items:
        if not isinstance(item, tuple | list) or len(item) != 2:  # noqa: PLR2004 - a pair
            raise BadValue(field, item, "must be a pair of text")
        name, text = item
        if not isinstance(name, str) or not isinstance(text, str) or not name:
            raise BadValue(field, item, "must be a pair of text")
        if name in found:
            raise BadValue(field, name, "must name each pair once")
        found[name] = text
    return tuple(sorted(found.items()))
