"""What a payment plan pays, payment by payment: when, for which days, and which part of a year.

What a payment pays for is told by spans of time that tile: those of the calendar, or those
counted from the agreement's first day. In advance or in arrears says which of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import lcm

import attrs
from pendulum import Date

from ioplife.dates import Duration, Period, day_before, days_between, next_day
from ioplife.terms.paydays import YEAR

_MONTH = Duration(months=1)


@attrs.frozen
class Part:
    """Which part of what is paid a year one payment carries.

    Attributes:
        years: what is paid in so many years
        parts: is shared evenly between so many payments,
        place: and this is the one at that place, from 0.
    """

    years: int
    parts: int
    place: int

    @classmethod
    def of_months(cls, months: int, times: int, place: int) -> Part:
        """One of so many payments in each window of so many months; places run on."""
        whole = lcm(months, YEAR)
        parts = times * whole // months
        return cls(whole // YEAR, parts, place % parts)


@attrs.frozen
class Instalment:
    """One payment of a plan, from the terms and the days alone.

    Attributes:
        ordinal: its number, from 1.
        first: the first day on which it may be paid.
        last: the last day, included.
        part: which part of a year's sum it carries, where it pays for a whole span.
        span: the whole span it pays for; None where nothing tells.
        months: the first days of the months of that span.
        covers: the days of the span that lie within the agreement.
        agreed: the same, as they were before something ended the agreement early.
        opened: whether it could be paid before that was known.
    """

    ordinal: int
    first: Date
    last: Date
    part: Part
    span: Period | None = None
    months: tuple[Date, ...] = ()
    covers: Period | None = None
    agreed: Period | None = None
    opened: bool = False

    @property
    def due(self) -> Date:
        """The day it is due: the last on which it may be paid."""
        return self.last


@attrs.frozen
class End:
    """The last day of an agreement, where something ends it before its period does.

    Attributes:
        last: the last day, included.
        decided: the day it came to be known: that of the event.
    """

    last: Date
    decided: Date


@attrs.frozen
class Tiling:
    """Spans of time that tile: so many in each window of so many months, from a day.

    Attributes:
        origin: the first day of the span with number 0; others have numbers below.
        months: the window's length.
        times: how many spans it has; the k-th begins ⌊k·M/n⌋ months into it.
    """

    origin: Date
    months: int
    times: int

    def _edge(self, number: int) -> int:
        window, place = divmod(number, self.times)
        return window * self.months + place * self.months // self.times

    def first(self, number: int) -> Date:
        """The first day of a span, counted from the origin at once."""
        return _MONTH.after(self.origin, self._edge(number))

    def span(self, number: int) -> Period:
        """The days of a span."""
        return Period(self.first(number), day_before(self.first(number + 1)))

    def months_of(self, number: int) -> tuple[Date, ...]:
        """The first days of the months of a span."""
        edges = range(self._edge(number), self._edge(number + 1))
        return tuple(_MONTH.after(self.origin, edge) for edge in edges)

    def part(self, number: int) -> Part:
        """Which part of a year's sum a span carries."""
        return Part.of_months(self.months, self.times, number)

    def holding(self, day: Date) -> int:
        """The number of the span that holds a day."""
        months = (day.year - self.origin.year) * YEAR + day.month - self.origin.month
        number = (months // self.months - 1) * self.times
        while self.first(number + 1) <= day:
            number += 1
        return number

    def nearest(self, day: Date) -> int:
        """The span that begins nearest a day; of two that are equally near, the earlier."""
        number = self.holding(day)
        before = days_between(self.first(number), day)
        after = days_between(day, self.first(number + 1))
        return number if before <= after else number + 1

    def over(self, first: Date, last: Date) -> int:
        """The latest span that began before a window and is over by its last day."""
        number = self.holding(next_day(last)) - 1
        return number if self.first(number) < first else number - 1


Windows = Callable[[int], tuple[Date, Date]]
"""When the payment for the span with a number may be made: first and last day."""


def tiled(  # noqa: PLR0913 - each says one thing, and only a plan asks
    tiling: Tiling,
    windows: Windows,
    *,
    first: Date,
    last: Date,
    end: End | None,
    drops: bool,
    behind: bool,
) -> Iterator[Instalment]:
    """The payments for the spans of a stretch of days, in order.

    What should be paid before the first day is paid on it. What should be paid after the last
    day is paid on that, unless it is paid in arrears. A payment whose window was past when the
    end came to be known stays as it was agreed.

    Args:
        tiling: the spans.
        windows: when each is paid.
        first: the first day.
        last: the last day as agreed, included.
        end: the last day, where something ends it before that.
        drops: whether a span that is cut is not paid.
        behind: whether it is paid in arrears.
    """
    until = last if end is None else min(end.last, last)
    number, ordinal = tiling.holding(first), 0
    while tiling.first(number) <= until:
        span = tiling.span(number)
        begins, ends = windows(number)
        begins, ends = max(begins, first), max(ends, first)
        if not behind:
            begins, ends = min(begins, until), min(ends, until)
        agreed = _within(span, first, last)
        covers, opened = agreed, False
        if end is not None and end.last < _last(agreed):
            opened = begins <= end.decided
            if ends >= end.decided:
                covers = _within(span, first, end.last)
        if not (drops and (agreed != span or (covers != span and not opened))):
            ordinal += 1
            yield Instalment(
                ordinal=ordinal,
                first=begins,
                last=ends,
                part=tiling.part(number),
                span=span,
                months=tiling.months_of(number),
                covers=covers,
                agreed=agreed,
                opened=opened,
            )
        number += 1


def _within(span: Period, first: Date, last: Date) -> Period:
    return Period(max(span.first, first), min(_last(span), last))


def _last(span: Period) -> Date:
    assert span.last is not None  # a span of a tiling has one  # noqa: S101
    return span.last


def numbered(found: Sequence[Instalment]) -> tuple[Instalment, ...]:
    """The same, numbered from 1."""
    return tuple(attrs.evolve(one, ordinal=place) for place, one in enumerate(found, 1))
