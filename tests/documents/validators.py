"""Two validators of other hands, asked about the schema that ships."""

import datetime
import functools
import itertools
from collections.abc import Iterator
from typing import Any, Final

import jsonschema
import jsonschema_rs
from referencing import Registry, Resource

from ioplife.documents import schema

SCHEMA: Final = schema()
URN: Final = SCHEMA["$id"]
DEFS: Final[dict[str, Any]] = SCHEMA["$defs"]

_REGISTRY: Final[Registry[Any]] = Registry().with_resource(URN, Resource.from_contents(SCHEMA))
_REGISTRY_RS: Final = jsonschema_rs.Registry([(URN, SCHEMA)])
_FORMATS: Final = jsonschema.Draft202012Validator.FORMAT_CHECKER


@functools.cache
def _fast(root: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(
        {"$ref": f"{URN}{root}"}, registry=_REGISTRY_RS, validate_formats=True
    )


@functools.cache
def _slow(root: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(
        {"$ref": f"{URN}{root}"}, registry=_REGISTRY, format_checker=_FORMATS
    )


def accepts(data: object, root: str = "") -> bool:
    """Whether the schema takes it, at a root (``#flag``) or any place in it."""
    return _fast(root).is_valid(data)


def accepts_too(data: object, root: str = "") -> bool:
    """The same, asked of the slower one of the two."""
    return _slow(root).is_valid(data)


def plain(value: object) -> object:
    """What TOML gives, as JSON has it: days are text."""
    match value:
        case dict():
            return {name: plain(part) for name, part in value.items()}
        case list():
            return [plain(part) for part in value]
        case datetime.date():
            return value.isoformat()
        case _:
            return value


def table_of(name: str) -> dict[str, Any]:
    """The table among the forms that a definition has."""
    found: dict[str, Any] = DEFS[name]
    if "properties" in found:
        return found
    (table,) = (one for one in found["anyOf"] if "properties" in one)
    return dict(table)


def followed(part: dict[str, Any]) -> dict[str, Any]:
    """What a schema refers to, if it says nothing of its own but that."""
    while "description" not in part and "$ref" in part:
        part = at(part["$ref"])
    return part


def at(pointer: str) -> dict[str, Any]:
    """The part of the schema that a reference within it names."""
    found: Any = SCHEMA
    for name in pointer.removeprefix("#").split("/")[1:]:
        found = found[int(name)] if isinstance(found, list) else found[name]
    return dict(found)


def references(part: object) -> Iterator[str]:
    """Every reference within a part of the schema."""
    match part:
        case dict():
            if isinstance(part.get("$ref"), str):
                yield part["$ref"]
            yield from itertools.chain.from_iterable(map(references, part.values()))
        case list():
            yield from itertools.chain.from_iterable(map(references, part))
        case _:
            pass


def spelt(part: object) -> Iterator[str]:
    """Every word that a part of the schema spells out."""
    match part:
        case dict():
            words = [*part["enum"]] if isinstance(part.get("enum"), list) else []
            yield from (one for one in (*words, part.get("const")) if isinstance(one, str))
            yield from itertools.chain.from_iterable(map(spelt, part.values()))
        case list():
            yield from itertools.chain.from_iterable(map(spelt, part))
        case _:
            pass
