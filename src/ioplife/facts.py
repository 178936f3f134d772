"""Facts: sorted pairs of plain values, so that every answer can be hashed, kept and sent."""

from __future__ import annotations

import datetime
import enum
from decimal import Decimal
from typing import TypeAlias

Plain: TypeAlias = str | int | bool | None | tuple[str | int, ...]
"""What a fact may hold; a day is ISO text, an amount decimal text, no value is None."""

Facts: TypeAlias = tuple[tuple[str, Plain], ...]
"""Named facts, sorted by name."""


def facts(**values: object) -> Facts:
    """Facts from plain values, days, amounts, enum members and rows of them."""
    return tuple(sorted((name, _plain(value)) for name, value in values.items()))


def _plain(value: object) -> Plain:
    if isinstance(value, enum.Enum):
        return str(value.value)
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple | list | frozenset | set):
        items = sorted(value) if isinstance(value, frozenset | set) else value
        return tuple(item if isinstance(item, int) else str(_plain(item)) for item in items)
    return str(value)
