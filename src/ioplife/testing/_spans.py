"""Strategies for lengths and periods, narrowed: from so long to so long, of these parts."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import cache
from typing import Final

import hypothesis.strategies as st
from hypothesis import assume
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import DayLike, Duration, DurationLike, Period, as_day, as_positive_duration
from ioplife.errors import BadValue
from ioplife.testing._asked import Drawn, drawn
from ioplife.testing._draws import (
    LENGTHS,
    day_of,
    days,
    duration,
    number,
    rarely,
    shifted,
)

_ANCHORS: Final = tuple(
    Date(year, month, day) for year in (2023, 2024) for month in range(1, 13) for day in (1, 28)
) + tuple(Date(year, month, 31) for year in (2023, 2024) for month in (1, 3, 5, 7, 8, 10, 12))
"""The days from which two lengths are compared: the same from them all, or no shorter."""

_MOST_DAYS: Final = 45
_MOST_YEARS: Final = 3
UNITS: Final = "YMD"


def _fits(length: Duration, shortest: Duration, longest: Duration | None) -> bool:
    """Whether it is between the two, whichever day it is counted from."""
    return not length.is_zero and all(
        shortest.after(day) <= length.after(day)
        and (longest is None or length.after(day) <= longest.after(day))
        for day in _ANCHORS
    )


def _made_of(length: Duration, units: str) -> bool:
    parts = zip(UNITS, (length.years, length.months, length.days), strict=True)
    return all(unit in units for unit, part in parts if part)


def durations(
    shortest: DurationLike, longest: DurationLike | None, units: str
) -> SearchStrategy[Duration]:
    """Lengths between two, made of years, months or days; see the public ``durations``."""
    least = as_positive_duration(shortest, "shortest")
    most = None if longest is None else as_positive_duration(longest, "longest")
    if not units or set(units) - set(UNITS):
        raise BadValue("units", units, "must be some of the letters Y, M and D")
    if least == Duration(days=1) and most is None and units == UNITS:
        return _usual()
    common = [one for one in LENGTHS if _fits(one, least, most) and _made_of(one, units)]
    grid = _grid(units, least, most)
    common += [one for one in grid if one not in common]
    if not common:
        rule = f"must leave a length of {' or '.join(units)} from {least} on"
        raise BadValue("longest", str(most), rule)
    return st.sampled_from(common)


@st.composite
def _usual(draw: DrawFn) -> Duration:
    return duration(draw, _MOST_YEARS)


@cache
def _grid(units: str, least: Duration, most: Duration | None) -> Sequence[Duration]:
    """Lengths of one or two parts between two; those two first where they fit."""
    years = range(most.years + most.total_months // 12 + 2) if most else range(51)
    ends = [one for one in (least, most) if one is not None]
    singles = [Duration(years=n) for n in years]
    singles += [Duration(months=n) for n in range((most.total_months if most else 36) + 14)]
    singles += [Duration(days=n) for n in range(1, 800)]
    mixed = [Duration(y, m, d) for y in years[:6] for m in (0, 1, 7) for d in (0, 1, 30)]
    found = [*ends, *singles, *mixed]
    return [one for one in found if _made_of(one, units) and _fits(one, least, most)]


@st.composite
def _periods(
    draw: DrawFn,
    first: SearchStrategy[DayLike] | None,
    last: SearchStrategy[DayLike] | None,
    lengths: tuple[int, int | None],
    *,
    open_ended: bool | None,
) -> Period:
    least, most = lengths
    longest = most if most is not None else max(least, _LONGEST)
    if last is not None:
        until = as_day(draw(last), "last")
        if first is None:
            return Period(shifted(until, 1 - number(draw, least, longest)), until)
        start = as_day(draw(first), "first")
        asked = (until - start).days + 1 if until >= start else 0
        assume(least <= asked and (most is None or asked <= most))
        return Period(start, until)
    start = as_day(draw(days() if first is None else first), "first")
    if open_ended or (open_ended is None and rarely(draw, 3)):
        return Period(start)
    if least == 1 and most is None:
        return Period.of(start, duration(draw))
    return Period(start, day_of(draw, shifted(start, least - 1), shifted(start, longest - 1)))


_LONGEST: Final = 1_500


def periods(
    first: Drawn[DayLike] | None,
    last: Drawn[DayLike] | None,
    min_days: int,
    max_days: int | None,
    *,
    open_ended: bool | None,
) -> SearchStrategy[Period]:
    """Periods; see the public ``periods``."""
    if max_days is not None and max_days < min_days:
        raise BadValue("max_days", max_days, f"must not be below min_days, {min_days}")
    if min_days < 1:
        raise BadValue("min_days", min_days, "must be a whole number of 1 or more")
    if open_ended and (last is not None or max_days is not None):
        raise BadValue("open_ended", open_ended, "must not stand beside a last day or a length")
    for field, day in (("first", first), ("last", last)):
        if day is not None and not isinstance(day, SearchStrategy):
            as_day(day, field)
    if isinstance(first, str | datetime.date) and isinstance(last, str | datetime.date):
        length = Period(first, last).days or 0
        if length < min_days or (max_days is not None and length > max_days):
            rule = f"must give a period of {min_days} to {max_days or 'any number of'} days"
            raise BadValue("last", last, rule)
    return _periods(
        None if first is None else drawn(first),
        None if last is None else drawn(last),
        (min_days, max_days),
        open_ended=False if last is not None or max_days is not None else open_ended,
    )
