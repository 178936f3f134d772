"""Plain data to values and back: strictly, and with every mistake in place.

cattrs walks the values by their types; here stands what it must not do on its own. It
would read "no" as True and 3 as "3", so every kind of value has its own strict reader.
What a field may hold is asked of the field itself, before the value is built, so that all
mistakes are found at once; what several fields must agree on is asked with the fields
that are right.
"""

from __future__ import annotations

import enum
import functools
import types
import typing
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs
from cattrs import (
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
)
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from pendulum import Date

from ioplife.checks import Pairs, member
from ioplife.dates import Duration, as_day, as_duration
from ioplife.documents.mistakes import Misfit, Misfits, message_of, unknown
from ioplife.errors import BadValue
from ioplife.terms import (
    UNKNOWN,
    UNLIMITED,
    Absent,
    Unknown,
    Unlimited,
    as_amount,
)

Reader: TypeAlias = Callable[[Any, Any], Any]
"""A value from plain data; what does not fit is a BadValue or Misfits."""

MOST: Final = 10**15
"""No number of ours comes near it, and JSON readers elsewhere round what is larger."""


def strict() -> Converter:
    """A converter for days, texts, numbers, enums, lists, and values built of them."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(_is_row, functools.partial(_row, converter))
    converter.register_structure_hook_factory(attrs.has, functools.partial(reader, converter))
    converter.register_structure_hook_factory(_is_union, functools.partial(_union, converter))
    # By the class itself: cattrs has readers of its own for these, and asks for them first.
    for kind, read in _READERS.items():
        converter.register_structure_hook(kind, read)
    converter.register_structure_hook_func(_is_pairs, _pairs)
    converter.register_unstructure_hook_factory(attrs.has, functools.partial(writer, converter))
    for kind, write in _WRITERS.items():
        converter.register_unstructure_hook(kind, write)
    converter.register_unstructure_hook_func(_is_tuple, functools.partial(_list, converter))
    converter.register_unstructure_hook_func(_is_pairs, dict)
    return converter


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


def _union(converter: Converter, kind: Any) -> Reader:  # noqa: ANN401 - types are objects
    rest = set(typing.get_args(kind)) - {Unknown, Absent, Unlimited, type(None)}
    if rest == {Date, Decimal}:  # a day or SEK: the field itself tells them apart
        return union(converter, kind, lambda value, _: value)
    (only,) = rest
    return union(converter, kind, lambda value, _: converter.structure(value, only))


def union(converter: Converter, kind: Any, read: Reader) -> Reader:  # noqa: ANN401 - the same
    """A reader of one of several: by its marker where it has one, else by the reader given."""
    kinds = typing.get_args(kind)

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
        if value == UNLIMITED.value and Unlimited in kinds:
            return UNLIMITED
        return read(value, None)

    return either


def _require_true(value: dict[str, Any], name: str) -> None:
    if value[name] is not True:
        raise Misfits.one(message_of(BadValue("", value[name], "must be true")), name)


# --- values ----------------------------------------------------------------------------


def reader(
    converter: Converter,
    kind: type[attrs.AttrsInstance],
    *,
    own: Mapping[str, Reader] = types.MappingProxyType({}),
    keys: Mapping[str, str] = types.MappingProxyType({}),
) -> Reader:
    """A reader of one of our values.

    Args:
        converter: what reads the parts.
        kind: the value's class.
        own: readers of single fields, where their type does not say enough.
        keys: the keys of single fields, where they are not the fields' names.
    """
    hints = typing.get_type_hints(kind)
    fields = {field.name: field for field in attrs.fields(kind) if field.init}
    names = {name: keys.get(name, name) for name in fields}
    overrides: dict[str, Any] = {
        name: override(
            struct_hook=own.get(name) or _checked(converter, kind, field, hints[name]),
            rename=names[name],
        )
        for name, field in fields.items()
    }
    build = make_dict_structure_fn(kind, converter, **overrides)
    unsaid = {names[name]: {"unknown": True} for name in _unsaid(kind, hints)}

    def read(value: object, _kind: object) -> object:
        wrong: list[Misfit] = []
        left: Mapping[str, Any] = unsaid | table(value)
        heads: set[object] = set()
        while True:
            try:
                built = build(left, kind)
            except ClassValidationError as error:
                found = [one for one in _collected(error, names) if one.path[:1] not in heads]
            else:
                if not wrong:
                    return built
                found = []
            wrong += found
            heads |= {one.path[:1] for one in found}
            if not found or () in heads:
                raise Misfits(wrong)
            left = {name: part for name, part in left.items() if (name,) not in heads}

    return read


def _checked(
    converter: Converter,
    kind: type,
    field: attrs.Attribute[Any],
    hint: Any,  # noqa: ANN401
) -> Reader:
    """A field's reader: by its type first, then by the field's own converter and validator."""
    convert: Any = field.converter  # in all our values a function of the value alone
    blank: Any = object.__new__(kind)  # a validator asks an instance for its class, and no more

    def read(value: object, _kind: object) -> object:
        found = converter.structure(value, hint)
        if convert is not None:
            found = convert(found)
        if field.validator is not None:
            field.validator(blank, field, found)
        return found

    return read


def _unsaid(kind: type[attrs.AttrsInstance], hints: dict[str, Any]) -> set[str]:
    """The fields that are UNKNOWN where they are left out, although they have no default."""
    return {
        field.name
        for field in attrs.fields(kind)
        if field.default is attrs.NOTHING and Unknown in typing.get_args(hints[field.name])
    }


def writer(
    converter: Converter,
    kind: type[attrs.AttrsInstance],
    *,
    keys: Mapping[str, str] = types.MappingProxyType({}),
) -> Callable[[Any], dict[str, Any]]:
    """A writer of one of our values: what leaving out would give back is left out."""
    renamed: dict[str, Any] = {name: override(rename=key) for name, key in keys.items()}
    write = make_dict_unstructure_fn(kind, converter, _cattrs_omit_if_default=True, **renamed)
    unsaid = _unsaid(kind, typing.get_type_hints(kind))

    def written(value: attrs.AttrsInstance) -> dict[str, Any]:
        return {
            name: part
            for name, part in write(value).items()
            if not (name in unsaid and getattr(value, name) is UNKNOWN)
        }

    return written


def _collected(error: ClassValidationError, names: Mapping[str, str]) -> list[Misfit]:
    """What cattrs found in one value; an exception that is none of ours is not hidden."""
    found: list[Misfit] = []
    noted, bare = error.group_exceptions()
    for part, note in noted:
        found += [one.under(names[note.name]) for one in _misfits(part)]
    for part in bare:
        match part:
            case ForbiddenExtraKeysError():
                keys = sorted(part.extra_fields)
                found += [Misfit((key,), unknown("key", key, names.values())) for key in keys]
            case BadValue():  # the value itself refused, and names the field
                name = names.get(part.field.rpartition(".")[2])
                found.append(Misfit(() if name is None else (name,), message_of(part)))
            case _:
                raise part
    return found


def _misfits(error: Exception) -> tuple[Misfit, ...]:
    match error:
        case Misfits():
            return error.found
        case BadValue():
            return (Misfit((), message_of(error)),)
        case KeyError():
            return (Misfit((), "is missing"),)
        case _:
            raise error
