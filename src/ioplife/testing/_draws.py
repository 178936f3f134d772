"""Draws of whole numbers, days, lengths and periods; each shrinks to the plainest.

Whole lives take hundreds of draws, and to build a strategy costs more than to draw from it.
So the strategies here are thin: below them stand functions that draw whole numbers from a
few strategies kept for good.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any, Final, TypeVar

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import DayLike, Duration, Period, as_day
from ioplife.sources import Source

T = TypeVar("T")

EARLIEST: Final = Date(2018, 1, 1)
LATEST: Final = Date(2030, 12, 31)


# --- draws -----------------------------------------------------------------------------


@cache
def _to(count: int) -> SearchStrategy[int]:
    """Numbers from 1: what begins at 0 Hypothesis takes for a choice between alternatives.

    It then tries each of them anew, one draw after the other, before it shrinks at all: of a
    few hundred draws that is most of the time, and finds nothing that is not found after it.
    """
    return st.integers(1, count)


def number(draw: DrawFn, first: int, last: int) -> int:
    """A whole number, both ends included; shrinks to the first."""
    return first - 1 + draw(_to(last - first + 1))


def one_of(draw: DrawFn, options: Sequence[T]) -> T:
    """One of several; shrinks to the first. What stands twice is twice as likely."""
    return options[draw(_to(len(options))) - 1]


def rarely(draw: DrawFn, times: int, of: int = 20) -> bool:
    """Whether something happens: about so many times of 20; shrinks to not."""
    return draw(_to(of)) > of - times


@st.composite
def _apart(draw: DrawFn, build: Callable[..., T], args: tuple[Any, ...]) -> T:
    return build(draw, *args)


def apart(draw: DrawFn, build: Callable[..., T], *args: object) -> T:
    """What a function draws, as one part, which shrinking can leave out whole.

    Draw whether there is such a part at all, or how many, before it and not within.
    """
    return draw(_apart(build, args))


def day_of(draw: DrawFn, first: Date, last: Date) -> Date:
    """A day, both ends included; shrinks to the first."""
    return Date.fromordinal(number(draw, first.toordinal(), last.toordinal()))


def shifted(day: Date, by: int) -> Date:
    """So many days after a day, or before."""
    return Date.fromordinal(day.toordinal() + by)


_WORDS: Final = ("ja", "enligt § 13", "efter sommaren", "i februari 2020", "Å")


def words(draw: DrawFn) -> str:
    """Some words of a paper."""
    return one_of(draw, _WORDS)


def source(draw: DrawFn) -> Source:
    """A paper, with or without a place in it."""
    return one_of(draw, SOURCES)


SOURCES: Final = (Source("SON 2021-404"), Source("SON 2021-404", "§ 13"), Source("KL (2017:725)"))


# --- days, lengths, periods --------------------------------------------------------------


def days(first: DayLike = EARLIEST, last: DayLike = LATEST) -> SearchStrategy[Date]:
    """Days from ``first`` to ``last``, both included; shrinks to the first."""
    return _days(as_day(first), as_day(last))


@st.composite
def _days(draw: DrawFn, first: Date, last: Date) -> Date:
    return day_of(draw, first, last)


LENGTHS: Final = tuple(
    Duration.parse(text)
    for text in ("P1Y", "P2Y", "P3Y", "P6M", "P3M", "P1M", "P18M", "P30D", "P14D", "P1D")
)
"""Lengths that agreements give."""


def duration(draw: DrawFn, longest_years: int = 3) -> Duration:
    """A length of a day or more, mostly one that agreements give."""
    if not rarely(draw, 6):
        return one_of(draw, LENGTHS)
    years, months = number(draw, 0, longest_years), number(draw, 0, 11)
    return Duration(years, months, number(draw, 0 if years or months else 1, 45))


@st.composite
def durations(draw: DrawFn, *, longest_years: int = 3) -> Duration:
    """Lengths of a day or more, most of them such as agreements give."""
    return duration(draw, longest_years)


@st.composite
def periods(
    draw: DrawFn, first: SearchStrategy[Date] | None = None, *, open_ended: bool = True
) -> Period:
    """Periods from a first day; now and then an open-ended one, where that is asked for."""
    start = draw(days() if first is None else first)
    if open_ended and rarely(draw, 3):
        return Period(start)
    return Period.of(start, duration(draw))
