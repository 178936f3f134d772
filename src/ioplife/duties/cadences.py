"""How often something is owed, and the windows that gives a stretch of days."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from itertools import count
from typing import ClassVar, Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import is_flag, is_whole, member, row
from ioplife.dates import (
    DayLike,
    Duration,
    DurationLike,
    Period,
    Precision,
    as_day,
    as_positive_duration,
    day_before,
    month_end,
    next_day,
)
from ioplife.errors import BadValue


class Stub(enum.StrEnum):
    """What becomes of a part that the first day or the last day cuts.

    To prorate is a matter of money; of days it is to keep.
    """

    KEEP = "keep"
    DROP = "drop"
    PRORATE = "prorate"


@attrs.frozen
class Stretch:
    """The days for which windows are worked out.

    Attributes:
        first: the first day, which cuts what begins before it.
        last: the last day, included, which cuts what runs past it.
        anchor: the day from which windows tile; it may lie before the first day.
    """

    first: Date
    last: Date
    anchor: Date


@attrs.frozen
class Window:
    """One instance of a duty, from the terms alone.

    Attributes:
        ordinal: its number, from 1.
        first: the first day on which it may be done.
        last: the last day, included; overdue the day after.
        due: the day it is due.
    """

    ordinal: int
    first: Date
    last: Date
    due: Date


def _after(anchor: Date, months: int, days: int = 0) -> Date:
    """So many months and days after the anchor, counted from it at once."""
    reached = _MONTH.after(anchor, months)
    return Date.fromordinal(reached.toordinal() + days) if days else reached


_MONTH: Final = Duration(months=1)


# --- so many times in each window ----------------------------------------------------------


def _times(value: int) -> int:
    return is_whole(value, "PerWindow.times", 1)


def _every(value: DurationLike) -> Duration:
    length = as_positive_duration(value, "PerWindow.every")
    if length.days:
        raise BadValue("PerWindow.every", str(length), "must be whole months or years")
    return length


def _per_window_stub(value: Stub | str) -> Stub:
    return member(Stub, value, "PerWindow.stub")


@attrs.frozen
class PerWindow:
    """So many times in each window of the period ("minst 1 gång/år", "en gång i kvartalet").

    Windows tile from the first day; with ``calendar`` from the first of January. The k-th
    of n is due ⌊k·M/n⌋ months into the window, less a day, M the window's months; months are
    counted from where the windows tile from, so that the last of n is due as its window ends.

    Args:
        times: how many times in each window, 1 or more.
        every: the window's length, in whole months or years (a quarter is P3M, a tertial P4M).
        calendar: whether the windows are those of the calendar.
        stub: what becomes of a part that is cut: kept, and due on the last day; or dropped.

    Raises:
        BadValue: for more times than the window has months, or a calendar window that
            does not divide the year.
    """

    times: int = attrs.field(converter=_times)
    every: Duration = attrs.field(converter=_every)
    calendar: bool = attrs.field(default=False, validator=is_flag, kw_only=True)
    stub: Stub = attrs.field(default=Stub.KEEP, converter=_per_window_stub, kw_only=True)

    tail: ClassVar[bool] = False

    def __attrs_post_init__(self) -> None:
        months = self.every.total_months
        if self.times > months:
            rule = f"must be at most the window's {months} months"
            raise BadValue("PerWindow.times", self.times, rule)
        if self.calendar and 12 % months:
            raise BadValue("PerWindow.every", str(self.every), "must divide the calendar year")

    @property
    def tiles(self) -> bool:
        """Whether its windows tile from a first day, and so can begin anew from another."""
        return not self.calendar

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        anchor = Date(stretch.anchor.year, 1, 1) if self.calendar else stretch.anchor
        size, ordinal = self.every.total_months, 0
        for before in count(0, size):
            begins = _after(anchor, before)
            if begins > stretch.last:
                return
            ends = min(day_before(_after(anchor, before + size)), stretch.last)
            first = max(begins, stretch.first)
            for k in range(1, self.times + 1):
                part = _after(anchor, before + (k - 1) * size // self.times)
                due = day_before(_after(anchor, before + k * size // self.times))
                if _owed(stretch, part, due, self.stub):
                    ordinal += 1
                    yield Window(ordinal, first, ends, min(due, stretch.last))


def _owed(stretch: Stretch, first: Date, last: Date, stub: Stub) -> bool:
    """Whether a part is owed: not one that lies outside, and one that is cut if it is kept."""
    if last < stretch.first or first > stretch.last:
        return False
    cut = first < stretch.first or last > stretch.last
    return not (cut and stub is Stub.DROP)


# --- every Nth month -----------------------------------------------------------------------


def _length(value: DurationLike) -> Duration:
    return as_positive_duration(value, "Every.length")


def _first_after(value: DurationLike | None) -> Duration | None:
    return None if value is None else as_positive_duration(value, "Every.first")


def _every_stub(value: Stub | str) -> Stub:
    return member(Stub, value, "Every.stub")


@attrs.frozen
class Every:
    """Again and again after so long ("var 18:e månad"; "efter 12 månader, därefter årligen").

    Each is due so long after the first day, and always counted from it: on the day that is
    reached, not the day before as a window of that length would be. The window begins the
    day after the one before was due.

    Args:
        length: how long from one to the next.
        first: how long from the first day to the first of them; None: the same.
        stub: what becomes of one that is cut: kept, and due on the last day; or dropped.
    """

    length: Duration = attrs.field(converter=_length)
    first: Duration | None = attrs.field(default=None, converter=_first_after, kw_only=True)
    stub: Stub = attrs.field(default=Stub.KEEP, converter=_every_stub, kw_only=True)

    tail: ClassVar[bool] = False
    tiles: ClassVar[bool] = True

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        length, start = self.length, self.first or self.length
        begins, ordinal = stretch.anchor, 0
        for k in count():
            if begins > stretch.last:
                return
            months = start.total_months + k * length.total_months
            due = _after(stretch.anchor, months, start.days + k * length.days)
            if _owed(stretch, begins, due, self.stub):
                ordinal += 1
                last = min(due, stretch.last)
                yield Window(ordinal, max(begins, stretch.first), last, last)
            begins = next_day(due)


# --- in these months -----------------------------------------------------------------------


def _months(values: Iterable[int]) -> tuple[int, ...]:
    found = row(int, values, "InMonths.months")
    for month in found:
        if isinstance(month, bool) or not 1 <= month <= 12:  # noqa: PLR2004 - the calendar
            raise BadValue("InMonths.months", month, "must be a month, 1 to 12")
    if not found or len(set(found)) < len(found):
        raise BadValue("InMonths.months", found, "must give at least one month, and each once")
    return tuple(sorted(found))


@attrs.frozen
class InMonths:
    """In these months of each calendar year ("i juli månad").

    The window is the month; only months wholly inside the period count, and each is due on
    its last day.

    Args:
        months: the months, 1 to 12.
    """

    months: tuple[int, ...] = attrs.field(converter=_months)

    tail: ClassVar[bool] = False
    tiles: ClassVar[bool] = False

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        ordinal = 0
        for year in range(stretch.first.year, stretch.last.year + 1):
            for month in self.months:
                first = Date(year, month, 1)
                last = month_end(first)
                if first >= stretch.first and last <= stretch.last:
                    ordinal += 1
                    yield Window(ordinal, first, last, last)


# --- once, or in these stretches -----------------------------------------------------------


def _spans(values: Iterable[Period]) -> tuple[Period, ...]:
    found = row(Period, values, "Fixed.spans")
    if not found or any(span.last is None for span in found):
        raise BadValue("Fixed.spans", found, "must be at least one, each with a last day")
    return tuple(sorted(found, key=lambda span: span.first))


@attrs.frozen
class Fixed:
    """In these stretches of days, each due on its last ("i november 2018").

    A stretch wholly outside the period vanishes; its first and last day cut one that runs
    past them. The last day of the period does neither to a tail; its first day does.

    Args:
        spans: the stretches, both ends included.
        tail: whether they may lie after the last day, as a final report does.
    """

    spans: tuple[Period, ...] = attrs.field(converter=_spans)
    tail: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    tiles: ClassVar[bool] = False

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """Each instance in a stretch of days."""
        for ordinal, span in enumerate(self.spans, 1):
            assert span.last is not None  # the constructor says so  # noqa: S101
            if _owed(stretch, span.first, span.last, Stub.KEEP):
                last = min(span.last, stretch.last)
                yield Window(ordinal, max(span.first, stretch.first), last, last)


def _by(value: DayLike) -> Date:
    return as_day(value, "Once.by")


def _precision(value: Precision | str) -> Precision:
    return member(Precision, value, "Once.precision")


@attrs.frozen
class Once:
    """Once, by a day at the latest ("senast våren 2020", "senast den 31 mars 2024").

    The window begins with the first day. What the paper says in other words than a day, the
    author of the record reads; the words stand as the duty's ``text`` and are never parsed.

    Args:
        by: the last day, on which it is due.
        precision: day, month or season: how exactly the paper says it.
        tail: whether it may lie after the last day, as a final report does.
    """

    by: Date = attrs.field(converter=_by)
    precision: Precision = attrs.field(default=Precision.DAY, converter=_precision, kw_only=True)
    tail: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    tiles: ClassVar[bool] = False

    def windows(self, stretch: Stretch) -> Iterator[Window]:
        """The one instance, where the stretch of days reaches it."""
        first = max(stretch.anchor, stretch.first)
        last = min(self.by, stretch.last)
        if first <= last:
            yield Window(1, first, last, last)


Cadence: TypeAlias = PerWindow | Every | InMonths | Fixed | Once
"""How often something is owed."""

CADENCES: Final = (PerWindow, Every, InMonths, Fixed, Once)


def as_cadence(value: Cadence, field: str) -> Cadence:
    """The one way in for a cadence."""
    if isinstance(value, CADENCES):
        return value
    raise BadValue(field, value, "must be PerWindow, Every, InMonths, Fixed or Once")
