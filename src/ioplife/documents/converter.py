"""Our values to plain data and back: strictly, and with every mistake in place.

cattrs walks the values by their types. What a field may hold is asked of the field itself,
before the value is built, so that all mistakes are found at once; what several fields must
agree on is asked with the fields that are right.
"""

from __future__ import annotations

import functools
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

import attrs
from cattrs import ClassValidationError, Converter, ForbiddenExtraKeysError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from ioplife.documents import kinds
from ioplife.documents.kinds import Reader, table
from ioplife.documents.mistakes import Misfit, Misfits, message_of, unknown
from ioplife.errors import BadValue
from ioplife.terms import UNKNOWN, Unknown


def strict() -> Converter:
    """A converter for days, texts, numbers, enums, lists, and values built of them."""
    converter = Converter(detailed_validation=True, forbid_extra_keys=True)
    converter.register_structure_hook_factory(attrs.has, functools.partial(reader, converter))
    converter.register_unstructure_hook_factory(attrs.has, functools.partial(writer, converter))
    kinds.register(converter)
    return converter


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
