"""What every event has: its day, who acted, what shows it, and who answers for what."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import (
    Pairs,
    PairsLike,
    as_ident,
    is_code,
    is_ident,
    is_named,
    is_text,
    is_whole,
    pairs,
    row,
    where,
)
from ioplife.dates import DayLike, as_day
from ioplife.errors import BadValue
from ioplife.sources import Source

Field: TypeAlias = "attrs.Attribute[Any]"


Check: TypeAlias = Callable[[object, Field, object], None]


def or_unknown(check: Check) -> Check:
    """A validator that also takes UNKNOWN."""

    def checked(instance: object, attribute: Field, value: object) -> None:
        if value is not UNKNOWN:
            check(instance, attribute, value)

    return checked


def or_none(check: Check) -> Check:
    """A validator that also takes UNKNOWN, and None for "none"."""

    def checked(instance: object, attribute: Field, value: object) -> None:
        if value is not None and value is not UNKNOWN:
            check(instance, attribute, value)

    return checked


def is_number(instance: object, attribute: Field, value: object) -> None:
    """A validator: the number of an event, or of an instance; from 1."""
    is_whole(value, where(instance, attribute), 1)


def _basis(instance: object, attribute: Field, value: object) -> None:
    if not isinstance(value, Source | Unknown):
        raise BadValue(where(instance, attribute), value, "must be a Source or UNKNOWN")


@attrs.frozen
class Override:
    """Somebody answers for a guard that is not met or not known.

    A soft guard is accepted by it; a hard one only where it is unknown, for the override
    is then the missing knowledge. A hard guard that is not met stays a no.

    Args:
        code: the guard's code.
        by: who answers for it.
        why: why.
    """

    code: str = attrs.field(validator=is_code)
    by: str = attrs.field(validator=is_ident)
    why: str = attrs.field(validator=is_named)


def _overrides(values: Iterable[Override]) -> tuple[Override, ...]:
    found = row(Override, values, "Event.overrides")
    codes = [override.code for override in found]
    if len(set(codes)) < len(codes):
        raise BadValue("Event.overrides", codes, "must answer for each guard once")
    return found


def _on(value: DayLike) -> Date:
    return as_day(value, "Event.on")


def _extra(value: PairsLike) -> Pairs:
    return pairs(value, "Event.extra")


@attrs.frozen
class Event:
    """What people did, on a day (händelse). Use one of its children.

    Args:
        on: the day it happened, never the day it was recorded.
        by: who acted: the id of a party or of one of its bodies.
        basis: the paper that shows it.
        stated: the paper's words, where they give only a month.
        overrides: which guards somebody answers for.
        extra: text pairs of the host's own; never read.
    """

    on: Date = attrs.field(converter=_on)
    by: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True)
    basis: Source | Unknown = attrs.field(default=UNKNOWN, validator=_basis, kw_only=True)
    stated: str = attrs.field(default="", validator=is_text, kw_only=True)
    overrides: tuple[Override, ...] = attrs.field(default=(), converter=_overrides, kw_only=True)
    extra: Pairs = attrs.field(default=(), converter=_extra, kw_only=True)

    def __attrs_pre_init__(self) -> None:
        if type(self) is Event:
            message = "an Event is one of its children"
            raise TypeError(message)

    @property
    def tag(self) -> str:
        """The event's name in data: ``notice_given`` for ``NoticeGiven``."""
        return tag(type(self))


def tag(kind: type[Event]) -> str:
    """The name of an event in data: ``notice_given`` for ``NoticeGiven``."""
    return _snake(kind.__name__)


@cache
def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def as_agreed(value: Iterable[str] | Unknown, field: str) -> tuple[str, ...] | Unknown:
    """The ids of the parties that agreed, each once and sorted."""
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str):
        raise BadValue(field, value, "must be a sequence of party ids")
    given = tuple(value) if isinstance(value, frozenset | set) else value
    return tuple(sorted({as_ident(party, field) for party in row(str, given, field)}))
