"""One event as one table: a tag, a version of the tag, and the fields."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

from cattrs import Converter

from ioplife.documents.converter import writer
from ioplife.documents.kinds import table
from ioplife.documents.mistakes import Misfits, message_of, unknown
from ioplife.errors import BadValue
from ioplife.events import EVENT_OF, TAG_OF, Event
from ioplife.terms import Terms

Upcaster: TypeAlias = Callable[[dict[str, Any]], dict[str, Any]]
"""From one version's table to the next one's, tag and version included; pure."""

Upcasters: TypeAlias = Mapping[tuple[str, int], Upcaster]
"""What lifts each tag from each version that is no longer written."""

UPCASTERS: Final[Upcasters] = types.MappingProxyType({})
"""Those that ship. None yet: every tag is in its first version."""

HEAD: Final = ("event", "v")
"""The keys of an event that are no field of it."""


def register(converter: Converter, upcasters: Upcasters) -> None:
    """Teach a converter the closed set of events."""

    def read(value: object, _kind: object) -> object:
        found = lifted(table(value), upcasters)
        tag = found.get("event")
        if tag is None:
            raise Misfits.one("is missing", "event")
        if not isinstance(tag, str):
            raise Misfits.one(message_of(BadValue("", tag, "must be the tag of an event")), "event")
        if tag not in EVENT_OF:
            raise Misfits.one(unknown("event", tag, EVENT_OF), "event")
        fields = {name: part for name, part in found.items() if name not in HEAD}
        return converter.structure(fields, EVENT_OF[tag])

    def event_or_terms(value: object, _kind: object) -> object:
        if value is None:
            return None
        if isinstance(value, dict) and not value.keys() & {"event", "on"}:
            return converter.structure(value, Terms)
        return read(value, None)

    converter.register_structure_hook_func(lambda kind: kind is Event, read)
    converter.register_structure_hook_func(
        lambda kind: kind == Event | Terms | None, event_or_terms
    )

    def writer_of(kind: type[Event]) -> Callable[[Any], dict[str, Any]]:
        head = {"event": TAG_OF[kind], "v": newest(TAG_OF[kind], upcasters)}
        write = writer(converter, kind)
        return lambda event: head | write(event)

    converter.register_unstructure_hook_factory(lambda kind: kind in TAG_OF, writer_of)


def newest(tag: str, upcasters: Upcasters) -> int:
    """The version of a tag that is written today."""
    return 1 + max((version for name, version in upcasters if name == tag), default=0)


def lifted(
    found: dict[str, Any], upcasters: Upcasters, *, document: str | None = None
) -> dict[str, Any]:
    """A table in the newest version of its tag.

    Args:
        found: the table; without a version it is version 1.
        upcasters: what lifts each version.
        document: the tag of a whole document, which holds none itself.

    Raises:
        Misfits: for a version that is none, or that only a later ioplife knows.
    """
    while True:
        tag = document or found.get("event")
        version = found.get("v", 1)
        if not isinstance(version, int) or isinstance(version, bool) or version < 1:
            rule = "must be a version: a whole number of 1 or more"
            raise Misfits.one(message_of(BadValue("", version, rule)), "v")
        if not isinstance(tag, str):
            return found
        lift = upcasters.get((tag, version))
        if lift is None:
            known = newest(tag, upcasters)
            if version > known and (document or tag in EVENT_OF):
                rule = f"must be a version of {tag} that this ioplife knows, {known} at most"
                raise Misfits.one(message_of(BadValue("", version, rule)), "v")
            return found
        found = lift(dict(found))
