"""What a field may hold: validators and readers that every value shares."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, TypeAlias, TypeVar

import attrs

from ioplife.errors import BadValue

E = TypeVar("E", bound=enum.Enum)
T = TypeVar("T")

Pairs: TypeAlias = tuple[tuple[str, str], ...]
"""Text pairs, sorted by their first part."""

PairsLike: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]

_IDENT = re.compile(r"[^\W_][\w.-]*(?::[^\W_][\w.-]*)?")

_CODE = re.compile(r"[^\W_][\w.-]*(?::[^\W_][\w.-]*){0,2}")

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
    as_ident(value, where(instance, attribute))


def names_one(text: str) -> bool:
    """Whether text is an id."""
    return _IDENT.fullmatch(text) is not None


def as_ident(value: object, field: str) -> str:
    """An id, as a converter has it."""
    if not isinstance(value, str) or not names_one(value):
        raise BadValue(field, value, IDENT_RULE)
    return value


def is_code(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The code of a guard; one of a family ("criterion:") may name another's matter."""
    as_code(value, where(instance, attribute))


def as_code(value: object, field: str) -> str:
    """The code of a guard, as a converter has it."""
    if not isinstance(value, str) or not _CODE.fullmatch(value):
        rule = "must be the code of a guard: an id, with at most two 'prefix:'"
        raise BadValue(field, value, rule)
    return value


def is_flag(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """True or False, and nothing that merely looks like it."""
    if not isinstance(value, bool):
        raise BadValue(where(instance, attribute), value, "must be true or false")


def is_whole(value: object, field: str, least: int) -> int:
    """A whole number of at least ``least``; a bool is none."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise BadValue(field, value, f"must be a whole number of {least} or more")
    return value


def as_integer(value: object, field: str) -> int:
    """A whole number, of either sign; a bool is none."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadValue(field, value, "must be a whole number")
    return value


def member(kind: type[E], value: object, field: str) -> E:
    """The member of an enum, from itself or from its value."""
    if isinstance(value, kind):
        return value
    try:
        if isinstance(value, str) and not isinstance(value, enum.Enum):
            return kind(value)
    except ValueError:
        pass
    known = ", ".join(str(item.value) for item in kind)
    raise BadValue(field, value, f"must be one of {known}")


def require(kind: type, value: object, field: str) -> None:
    """Refuse a value that is of another kind.

    Raises:
        BadValue: naming the field and the kind.
    """
    if not isinstance(value, kind):
        raise BadValue(field, value, f"must be of the kind {kind.__name__}")


def row(kind: type[T], values: object, field: str, named: str = "") -> tuple[T, ...]:
    """A tuple of values of one kind, from any iterable that has an order and is no text.

    Args:
        kind: the kind.
        values: what is given.
        field: the name of the field, for the error.
        named: what the kind is called there; else by its own name.
    """
    if isinstance(values, Iterable) and not isinstance(values, str | bytes | Mapping | AbstractSet):
        items = tuple(values)
        for item in items:
            if not isinstance(item, kind):
                raise BadValue(field, item, f"must hold values of {named or kind.__name__}")
        return items
    raise BadValue(field, values, f"must be a sequence of {named or kind.__name__}")


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
