"""The windows of a cadence in an agreement's periods, cut by the days it has of its own."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import LAST_DAY, Duration, Period, day_before
from ioplife.duties.cadences import Cadence, Stretch, Window
from ioplife.errors import BadValue

FORESEEN: Final = Duration(years=50)
"""How far the windows of an open-ended agreement are worked out."""


class OnExtension(enum.StrEnum):
    """What becomes of something owed when the agreement is extended."""

    CONTINUE = "continue"
    """Its windows go on, counted from the same day."""
    STOP = "stop"
    """It ends with the first period."""
    RESTART = "restart"
    """Its windows tile anew from the first day of each extension."""


def require_order(first: Date | None, last: Date | None, field: str) -> None:
    """Refuse a clause's own last day before its own first day.

    Raises:
        BadValue: if it is.
    """
    if first is not None and last is not None and last < first:
        raise BadValue(field, last.isoformat(), f"must not be before the first day, {first}")


def require_heed(cadence: Cadence, on_extension: OnExtension, field: str) -> None:
    """Refuse that something becomes of a cadence with an extension, where nothing can.

    Raises:
        BadValue: for a tail, which follows no period; for windows that are to begin anew, and
            do not tile from a first day.
    """
    if cadence.tail and on_extension is not OnExtension.CONTINUE:
        raise BadValue(field, on_extension.value, "must be continue: a tail follows no period")
    if on_extension is OnExtension.RESTART and not cadence.tiles:
        rule = "must be continue or stop: the windows do not tile from a first day"
        raise BadValue(field, on_extension.value, rule)


@lru_cache(maxsize=4096)
def windows(
    cadence: Cadence,
    *periods: Period,
    first: Date | None = None,
    last: Date | None = None,
    on_extension: OnExtension = OnExtension.CONTINUE,
) -> tuple[Window, ...]:
    """Every instance of a cadence in an agreement's periods, numbered in order.

    Worked out once. An open-ended period is worked out fifty years ahead.

    Args:
        cadence: how often.
        periods: the agreement's periods, each beginning the day after the one before.
        first: its own first day, from which windows then tile; None: that of the agreement,
            which cuts one that lies earlier.
        last: its own last day; None: that of the agreement, which cuts one that lies later,
            unless the cadence is a tail.
        on_extension: what becomes of it when one period follows another, as ``require_heed``
            allows it.
    """
    found: list[Window] = []
    for stretch in _stretches(cadence, periods, first, last, on_extension):
        if stretch.first <= stretch.last:
            before = len(found)
            found += [
                attrs.evolve(one, ordinal=before + one.ordinal) if before else one
                for one in cadence.windows(stretch)
            ]
    return tuple(found)


def _stretches(
    cadence: Cadence,
    periods: tuple[Period, ...],
    first: Date | None,
    last: Date | None,
    on_extension: OnExtension,
) -> Iterator[Stretch]:
    """The stretches of days in each of which windows tile from one day."""
    runs = periods[:1] if on_extension is OnExtension.STOP else periods
    if runs and on_extension is not OnExtension.RESTART:
        runs = (Period(runs[0].first, runs[-1].last),)
    for place, run in enumerate(runs):
        anchor = run.first
        if first is not None and (place == 0 or first > anchor):
            anchor = first  # an extension begins anew from its own first day
        ends = LAST_DAY if cadence.tail else _last(run)
        yield Stretch(max(anchor, run.first), ends if last is None else min(last, ends), anchor)


def _last(period: Period) -> Date:
    if period.last is not None:
        return period.last
    return min(day_before(FORESEEN.after(period.first)), LAST_DAY)
