"""Facts: sorted pairs of plain values, so that every answer can be hashed, kept and sent."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from typing import TypeAlias

from ioplife.dates import Duration
from ioplife.errors import BadValue

Plain: TypeAlias = str | int | bool | None | tuple[str | int, ...]
"""What a fact may hold; a day is ISO text, an amount decimal text, no value is None."""

Facts: TypeAlias = tuple[tuple[str, Plain], ...]
"""Named facts, sorted by name."""


def facts(**values: object) -> Facts:
    """Facts from plain values, days, amounts, lengths, enum members and rows of them.

    Raises:
        BadValue: for anything else.
    """
    return tuple(sorted((name, _plain(name, value)) for name, value in values.items()))


def _plain(name: str, value: object) -> Plain:
    if value is None:
        return None
    if isinstance(value, tuple | list):
        return tuple(_single(name, item) for item in value)
    if isinstance(value, frozenset | set):
        return tuple(sorted((_single(name, item) for item in value), key=_numbers_first))
    return _single(name, value)


def _numbers_first(value: str | int) -> tuple[bool, int, str]:
    return (True, 0, value) if isinstance(value, str) else (False, value, "")


def _single(name: str, value: object) -> str | int:
    match value:
        case enum.Enum():
            return str(value.value)
        case str() | int():
            return value
        case datetime.date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case Duration():
            return str(value)
        case _:
            raise BadValue(name, value, "must be a plain value, or a row of them")
