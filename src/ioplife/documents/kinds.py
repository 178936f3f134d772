"""Texts, numbers, days, lists and one of several: each kind read strictly.

cattrs would read "no" as True and 3 as "3"; nothing here guesses or converts.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections.abc import Callable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs
from cattrs import Converter
from pendulum import Date

from ioplife.checks import Pairs, member
from ioplife.dates import Duration, as_day, as_duration
from ioplife.documents.mistakes import Misfit, Misfits, message_of
from ioplife.errors import BadValue
from ioplife.terms import UNKNOWN, Absent, Unknown, as_amount

Reader: TypeAlias = Callable[[Any, Any], Any]
"""A value from plain data; what does not fit is a BadValue or Misfits."""

MOST: Final = 10**15
"""No number of ours comes near it, and JSON readers elsewhere round what is larger."""


def register(converter: Converter) -> None:
    """Teach a converter each kind, and nothing looser."""
    converter.register_structure_hook_factory(_is_row, functools.partial(_row, converter))
    converter.register_structure_hook_factory(_is_union, functools.partial(_union, converter))
    # By the class itself: cattrs has readers of its own for these, and asks for them first.
    for kind, read in _READERS.items():
        converter.register_structure_hook(kind, read)
    converter.register_structure_hook_func(_is_pairs, _pairs)
    for kind, write in _WRITERS.items():
        converter.register_unstructure_hook(kind, write)
    converter.register_unstructure_hook_func(_is_tuple, functools.partial(_list, converter))
    converter.register_unstructure_hook_func(_is_pairs, dict)


def table(value: object) -> dict[str, Any]:
    """The value, if it is a table: an object of JSON.

    Raises:
        BadValue: if it is none.
    """
    if not isinstance(value, dict):
        raise BadValue("", value, "must be a table")
    for name in value:
        if not isinstance(name, str):
            raise BadValue("", name, "must have keys that are text")
    return value


# --- single values ---------------------------------------------------------------------


def _text(value: object, _kind: object) -> str:
    if not isinstance(value, str):
        raise BadValue("", value, "must be text")
    try:
        value.encode()
    except UnicodeEncodeError:  # JSON can escape half a sign, which no file can hold
        raise BadValue("", value, "must be text that can be written as UTF-8") from None
    return value


def _whole(value: object, _kind: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) > MOST:
        raise BadValue("", value, "must be a whole number")
    return value


def _flag(value: object, _kind: object) -> bool:
    if not isinstance(value, bool):
        raise BadValue("", value, "must be true or false")
    return value


def _day(value: Any, _kind: object) -> Date:  # noqa: ANN401 - the reader decides what it takes
    return as_day(value)


def _amount(value: Any, _kind: object) -> Decimal:  # noqa: ANN401 - the same
    return as_amount(value)


def _duration(value: Any, _kind: object) -> Duration:  # noqa: ANN401 - the same
    return as_duration(value)


def _pairs(value: object, _kind: object) -> Pairs:
    found = table(value)
    wrong = [
        Misfit((name,), message_of(BadValue("", text, "must be text")))
        for name, text in found.items()
        if not isinstance(text, str)
    ]
    if wrong:
        raise Misfits(wrong)
    return tuple(sorted((_text(name, str), _text(text, str)) for name, text in found.items()))


def _enum(value: object, kind: type[enum.Enum]) -> enum.Enum:
    return member(kind, value, "")


_READERS: Final[dict[Any, Reader]] = {
    str: _text,
    int: _whole,
    bool: _flag,
    Date: _day,
    Decimal: _amount,
    Duration: _duration,
    enum.StrEnum: _enum,  # every enum of ours that a document can name
}

_WRITERS: Final[dict[Any, Callable[[Any], object]]] = {
    Unknown: lambda _: {"unknown": True},
    Date: Date.isoformat,
    Decimal: lambda amount: format(amount, "f"),
    Duration: str,
}


def _is_pairs(kind: object) -> bool:
    return bool(kind == Pairs)


def _is_tuple(kind: object) -> bool:
    return kind is tuple or typing.get_origin(kind) is tuple


def _list(converter: Converter, values: tuple[object, ...]) -> list[object]:
    return [converter.unstructure(value) for value in values]


# --- lists and unions ------------------------------------------------------------------


def _is_row(kind: object) -> bool:
    """Whether the type is a tuple of any length of one kind."""
    return typing.get_origin(kind) is tuple and kind != Pairs


def _row(converter: Converter, kind: Any) -> Reader:  # noqa: ANN401 - types are objects
    each = typing.get_args(kind)[0]
    return rows(lambda value, _: converter.structure(value, each))


def rows(read: Reader) -> Reader:
    """A reader of a list, each part by the reader given."""

    def every(value: object, _kind: object) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise BadValue("", value, "must be a list")
        found, wrong = [], []
        for place, part in enumerate(value):
            try:
                found.append(fitting(read, part))
            except Misfits as error:
                wrong += [one.under(place) for one in error.found]
        if wrong:
            raise Misfits(wrong)
        return tuple(found)

    return every


def fitting(read: Reader, value: object) -> Any:  # noqa: ANN401 - whatever is read
    """What the reader makes of the value.

    Raises:
        Misfits: whatever does not fit, be it one thing or many.
    """
    try:
        return read(value, None)
    except BadValue as error:
        raise Misfits.one(message_of(error)) from None


def _is_union(kind: object) -> bool:
    return typing.get_origin(kind) in (types.UnionType, typing.Union)


_TOLD_BY_THE_FIELD: Final = ({Date, Decimal}, {Decimal, Duration})
"""A day or SEK, a number or a length: the field itself tells them apart."""


def _union(converter: Converter, kind: Any) -> Reader:  # noqa: ANN401 - types are objects
    rest = [one for one in typing.get_args(kind) if not _is_marker(one)]
    if set(rest) in _TOLD_BY_THE_FIELD:
        return union(converter, kind, lambda value, _: value)
    if len(rest) > 1:
        return union(converter, kind, _by_keys(converter, rest))
    return union(converter, kind, lambda value, _: converter.structure(value, rest[0]))


def _is_marker(kind: object) -> bool:
    """Whether a table or a word of its own stands for it: absent, unknown, none, unlimited."""
    return kind in (Absent, type(None)) or _is_word(kind) or _is_literal(kind)


def _is_word(kind: object) -> bool:
    return isinstance(kind, enum.EnumType) and not issubclass(kind, str)


def _is_literal(kind: object) -> bool:
    return typing.get_origin(kind) is typing.Literal


def union(converter: Converter, kind: Any, read: Reader) -> Reader:  # noqa: ANN401 - the same
    """A reader of one of several: by its marker where it has one, else by the reader given."""
    kinds = typing.get_args(kind)
    words = {word.value: word for one in kinds if _is_word(one) for word in one}
    words |= {word: word for one in kinds if _is_literal(one) for word in typing.get_args(one)}
    words.pop(UNKNOWN.value, None)  # that one is a table, for the word may be a text
    rule = " or ".join(("must be a whole number", *words)) if words and int in kinds else ""

    def either(value: object, _kind: object) -> object:
        if value is None and type(None) in kinds:
            return None
        if isinstance(value, dict) and value.keys() == {"unknown"} and Unknown in kinds:
            _require_true(value, "unknown")
            return UNKNOWN
        if isinstance(value, dict) and "absent" in value and Absent in kinds:
            _require_true(value, "absent")
            left = {name: part for name, part in value.items() if name != "absent"}
            return converter.structure(left, Absent)
        if isinstance(value, str) and value in words:
            return words[value]
        if isinstance(value, str) and rule:
            raise Misfits.one(message_of(BadValue("", value, rule)))
        return read(value, None)

    return either


def _by_keys(converter: Converter, kinds: list[Any]) -> Reader:
    """A reader of one of several values: the one that has most of the keys, first come."""
    fields = {kind: attrs.fields_dict(kind).keys() for kind in kinds}
    needed = (
        [one.name for one in attrs.fields(kind) if one.default is attrs.NOTHING] for kind in kinds
    )
    rule = f"must have {', or '.join(' and '.join(names) for names in needed)}"

    def read(value: object, _kind: object) -> object:
        given = table(value).keys()
        if not any(given & names for names in fields.values()):
            raise Misfits.one(rule)
        nearest = max(kinds, key=lambda kind: (len(given & fields[kind]), -len(fields[kind])))
        return converter.structure(value, nearest)

    return read


def _require_true(value: dict[str, Any], name: str) -> None:
    if value[name] is not True:
        raise Misfits.one(message_of(BadValue("", value[name], "must be true")), name)
