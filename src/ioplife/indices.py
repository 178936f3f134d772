"""What an index was, year by year, and from when that was known.

Data that a question about money is given (``indices=``); the core fetches nothing.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_named, is_whole, member
from ioplife.dates import FIRST_YEAR, LAST_YEAR, DayLike, as_day
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

PercentLike: TypeAlias = Decimal | int | str
"""Percent as callers give it: a Decimal, a whole number or decimal text; never a float."""

_PERCENT = re.compile(r"-?\d{1,3}(\.\d{1,4})?", re.ASCII)
_MONTH = re.compile(r"(19|2\d)\d\d-(0[1-9]|1[0-2])", re.ASCII)
_NOTHING_LEFT: Final = Decimal(-100)


class IndexStatus(enum.StrEnum):
    """How settled a published value is."""

    PRELIMINARY = "preliminary"
    DEFINITIVE = "definitive"


def as_percent(value: PercentLike, field: str = "percent") -> Decimal:
    """A change in percent, more than -100, with four decimals at most.

    Raises:
        BadValue: for a float, for text that is no plain number, and for what leaves
            nothing or less.
    """
    if isinstance(value, bool | float) or not isinstance(value, Decimal | int | str):
        raise BadValue(field, value, "must be a whole number or decimal text, no float")
    try:
        text = value if isinstance(value, str) else format(Decimal(value), "f")
    except (InvalidOperation, ValueError):
        text = ""
    if not _PERCENT.fullmatch(text) or Decimal(text) <= _NOTHING_LEFT:
        raise BadValue(field, value, "must be percent, more than -100, with four decimals at most")
    return Decimal(text)


def _year(value: int) -> int:
    if is_whole(value, "Observation.year", FIRST_YEAR) > LAST_YEAR:
        raise BadValue("Observation.year", value, f"must be a year up to {LAST_YEAR}")
    return value


def _percent(value: PercentLike | Unknown) -> Decimal | Unknown:
    return value if isinstance(value, Unknown) else as_percent(value, "Observation.percent")


def _status(value: IndexStatus | str) -> IndexStatus:
    return member(IndexStatus, value, "Observation.status")


def _published(value: DayLike | Unknown) -> Date | Unknown:
    return value if isinstance(value, Unknown) else as_day(value, "Observation.published")


def _vintage(value: str | None) -> str | None:
    if value is None:
        return value
    try:
        month = _MONTH.fullmatch(value)
    except TypeError:  # no text
        month = None
    if month:
        return value
    raise BadValue("Observation.vintage", value, "must be a month written YYYY-MM, or None")


@attrs.frozen
class Observation:
    """What an index says of one year, as it was published (indextal).

    Args:
        index: the index's name ("OPI"), as the clauses write it.
        year: the calendar year it is for.
        percent: the change; UNKNOWN where it is known to be published, and not what it says.
        status: preliminary or definitive.
        published: the day of the publication that gives it; UNKNOWN where no paper says:
            it then counts on any day, and the amount says so.
        vintage: the month of the forecast that gives it ("2023-10"), where there are several
            in a year, as of PKV; None: no paper tells them apart.
        source: the paper or the address.
    """

    index: str = attrs.field(validator=is_named)
    year: int = attrs.field(converter=_year)
    percent: Decimal | Unknown = attrs.field(converter=_percent)
    status: IndexStatus = attrs.field(converter=_status, kw_only=True)
    published: Date | Unknown = attrs.field(default=UNKNOWN, converter=_published, kw_only=True)
    vintage: str | None = attrs.field(default=None, converter=_vintage, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def known_on(self, day: Date) -> bool:
        """Whether it was published by a day, or may have been."""
        return isinstance(self.published, Unknown) or self.published <= day


def counting(
    observations: Iterable[Observation],
    *,
    index: str,
    year: int,
    on: Date,
    vintage: str | None = None,
) -> tuple[Observation, ...]:
    """Which observations of a year count on a day: several where nothing tells them apart.

    Definitive goes before preliminary, and of one status the latest published; one without
    a publication day gives way to one that has it. One whose percent nobody has read blocks
    what is older, and gives way to one whose percent is known and that is, or may be, of its
    day.

    Args:
        observations: all there are.
        index: the index's name.
        year: the calendar year.
        on: the day: what is published later does not count.
        vintage: the month whose forecast alone counts; None: any.
    """
    known = [
        one
        for one in observations
        if (one.index, one.year) == (index, year)
        and one.known_on(on)
        and vintage in (None, one.vintage)
    ]
    definitive = [one for one in known if one.status is IndexStatus.DEFINITIVE]
    settled = definitive or known
    newest = max((_when(one) for one in settled), default=0)
    latest = tuple(one for one in settled if _when(one) == newest)
    # An undated value may be of the newest day, so it may be what nobody had read.
    may_be = (*latest, *(one for one in settled if not _when(one)))
    read = tuple(one for one in latest if not isinstance(one.percent, Unknown))
    return read or tuple(one for one in may_be if not isinstance(one.percent, Unknown)) or latest


def _when(one: Observation) -> int:
    """When it was published, as a number; before every day where nobody knows."""
    return one.published.toordinal() if isinstance(one.published, Date) else 0


_OPI_2019: Final = Source("SKR, cirkulär 2018-12-12", "Omsorgsprisindex (OPI), skr.se")
_OPI_PRELIMINARY: Final = Source("SKR, cirkulär 2019-12-16", "Omsorgsprisindex (OPI), skr.se")
_OPI_2021: Final = Source("SKR, cirkulär 2020-12-16", "Omsorgsprisindex (OPI) för 2021, skr.se")
_OPI_2022: Final = Source("Järfälla kommun", "OPI 2022, jarfalla.se")
_OPI_2023: Final = Source(
    "Vårdföretagarna", "https://www.vardforetagarna.se/2023/04/definitivt-omsorgsprisindex-klart/"
)


def _opi(
    year: int,
    percent: str | Unknown,
    published: str | Unknown,
    source: Source,
    status: IndexStatus = IndexStatus.DEFINITIVE,
) -> Observation:
    return Observation("OPI", year, percent, status=status, published=published, source=source)


OPI: Final = (
    _opi(2015, "2.2", UNKNOWN, _OPI_2019),
    _opi(2016, "2.6", UNKNOWN, _OPI_2019),
    _opi(2017, "2.7", UNKNOWN, _OPI_2019),
    _opi(2018, "2.6", UNKNOWN, _OPI_2019),
    _opi(2019, "2.7", "2018-12-12", _OPI_2019),
    _opi(2020, "2.7", "2019-12-16", _OPI_PRELIMINARY, IndexStatus.PRELIMINARY),
    # The first paper on record that gives it; it may have been published before.
    _opi(2020, "3.0", "2020-12-16", _OPI_2021),
    _opi(2021, "1.5", "2020-12-16", _OPI_2021),
    _opi(2022, "1.9", UNKNOWN, _OPI_2022),
    _opi(2023, "3.5", UNKNOWN, _OPI_2023, IndexStatus.PRELIMINARY),
    _opi(2023, "4.6", "2023-04-19", _OPI_2023),
)
"""Omsorgsprisindex, of SKR, Vårdföretagarna and Sobona: what is on record of 2015 to 2023."""
