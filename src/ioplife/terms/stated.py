"""Days and amounts as the papers state them: with readings, words and source."""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import cached_property
from typing import Self, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Absent, Unknown
from ioplife.checks import is_text, member, row
from ioplife.dates import DayLike, Precision, as_day, month_end
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

AmountLike: TypeAlias = Decimal | int | str
"""SEK as callers give it: a Decimal, a whole number or decimal text; never a float."""

_MONTH = re.compile(r"\d{4}-\d\d", re.ASCII)
_AMOUNT = re.compile(r"\d{1,15}(\.\d{1,2})?", re.ASCII)


class Edge(enum.Enum):
    """Which end of a month a month means: its first day, or its last."""

    FIRST = "first"
    LAST = "last"


def _day(value: DayLike) -> Date:
    return as_day(value, "Reading.day")


def _precision(value: Precision | str) -> Precision:
    return member(Precision, value, "Reading.precision")


@attrs.frozen
class Reading:
    """One reading of the day a paper states.

    Args:
        day: the day, as the author of the record reads it.
        precision: day, month or season: how exactly the paper says it.
        text: the paper's own words; never parsed.
        source: the paper and the place.
    """

    day: Date = attrs.field(converter=_day)
    precision: Precision = attrs.field(default=Precision.DAY, converter=_precision, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    @classmethod
    def at(
        cls,
        when: DayLike,
        edge: Edge,
        *,
        text: str = "",
        source: Source | None = None,
        field: str = "Reading.day",
    ) -> Self:
        """The reading of a day, or of a month (``YYYY-MM``) at one of its edges."""
        if isinstance(when, str) and _MONTH.fullmatch(when):
            try:
                first = as_day(f"{when}-01", field)
            except BadValue as error:
                raise BadValue(field, when, error.rule) from None
            day = first if edge is Edge.FIRST else month_end(first)
            return cls(day, precision=Precision.MONTH, text=text, source=source)
        return cls(as_day(when, field), text=text, source=source)


def _readings(values: Iterable[Reading]) -> tuple[Reading, ...]:
    return row(Reading, values, "Stated.readings")


@attrs.frozen
class Stated:
    """A day as the papers state it (uppgift).

    One reading is clear, two that differ are a conflict, none is unknown.

    Args:
        readings: the readings, in any order.
        text: the paper's words where nobody has given them a reading.
    """

    readings: tuple[Reading, ...] = attrs.field(default=(), converter=_readings)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)

    @cached_property
    def days(self) -> tuple[Date, ...]:
        """The distinct days that are read, earliest first."""
        return tuple(sorted({reading.day for reading in self.readings}))


StatedLike: TypeAlias = DayLike | Stated | Absent | Unknown
"""A stated day as callers give it; text may be a month, ``YYYY-MM``."""


def as_stated(value: StatedLike, field: str, edge: Edge) -> Stated | Absent | Unknown:
    """The one way in for a stated day."""
    if isinstance(value, Stated | Absent | Unknown):
        return value
    if isinstance(value, str | datetime.date):
        return Stated((Reading.at(value, edge, field=field),))
    raise BadValue(field, value, "must be a day, a month, Stated, Absent or UNKNOWN")


def as_amount(value: AmountLike, field: str = "amount") -> Decimal:
    """SEK, 0 or more, with two decimals at most.

    Raises:
        BadValue: for a float, a negative amount, or text that is no plain number.
    """
    if isinstance(value, bool | float) or not isinstance(value, Decimal | int | str):
        raise BadValue(field, value, "must be a whole number or decimal text of SEK, no float")
    try:
        text = value if isinstance(value, str) else format(Decimal(value), "f")
    except (InvalidOperation, ValueError):
        text = ""
    if not _AMOUNT.fullmatch(text):
        raise BadValue(field, value, "must be SEK, 0 or more, with two decimals at most")
    return Decimal(text)


def _amount(value: AmountLike) -> Decimal:
    return as_amount(value, "Sum.amount")


@attrs.frozen
class Sum:
    """One reading of an amount that a paper states.

    Args:
        amount: SEK, 0 or more.
        text: the paper's own words.
        source: the paper and the place.
    """

    amount: Decimal = attrs.field(converter=_amount)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _sums(values: Iterable[Sum]) -> tuple[Sum, ...]:
    return row(Sum, values, "StatedSum.readings")


@attrs.frozen
class StatedSum:
    """An amount as the papers state it: one reading is clear, two that differ are a conflict.

    Args:
        readings: the readings, in any order; SEK.
    """

    readings: tuple[Sum, ...] = attrs.field(default=(), converter=_sums)

    @property
    def amount(self) -> Decimal | Unknown:
        """The amount, where the readings agree on one; else UNKNOWN."""
        amounts = {reading.amount for reading in self.readings}
        return amounts.pop() if len(amounts) == 1 else UNKNOWN


SumLike: TypeAlias = AmountLike | StatedSum | Unknown
"""A stated amount as callers give it."""


def as_stated_sum(value: SumLike, field: str) -> StatedSum | Unknown:
    """The one way in for a stated amount."""
    if isinstance(value, StatedSum | Unknown):
        return value
    return StatedSum((Sum(as_amount(value, field)),))
