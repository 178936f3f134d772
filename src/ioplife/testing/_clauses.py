"""Strategies for stated days, and for the clauses by which an agreement goes on or ends."""

from __future__ import annotations

from functools import partial
from typing import Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Duration
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    Absent,
    AutomaticRenewal,
    Breach,
    CountsFrom,
    Edge,
    Notice,
    NoticeEnd,
    Precision,
    Reading,
    Renewal,
    RenewalOption,
    Stated,
    Unknown,
    Unlimited,
)
from ioplife.testing._draws import SOURCES, apart, duration, one_of, shifted, source, words

_WAYS: Final = (
    *["clear"] * 5,
    *["sourced"] * 5,
    *["month"] * 2,
    "season",
    *["conflict"] * 3,
    "month and day",
    "three",
    *["words"] * 2,
    *["unknown"] * 2,
    *["absent"] * 2,
)
_AWAY: Final = (30, 31, 1, 211, 365)
"""How many days apart two papers read a day."""


def stated_day(draw: DrawFn, day: Date, edge: Edge) -> Stated | Absent | Unknown:
    """A day as papers state it: clear, as a month, read in two ways, in words, or not."""
    way = one_of(draw, _WAYS)
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    if way == "words":
        return Stated(text=words(draw))
    if way == "clear":
        return Stated((Reading(day),))
    clear = Reading(day, source=one_of(draw, SOURCES))
    if way == "sourced":
        return Stated((clear,))
    month = Reading.at(f"{day:%Y-%m}", edge, text=words(draw))
    if way == "month":
        return Stated((month,))
    if way == "season":
        return Stated((Reading(month.day, precision=Precision.SEASON),))
    if way == "month and day":
        return Stated((month, clear))
    sign = 1 if edge is Edge.FIRST else -1
    other = Reading(shifted(day, sign * one_of(draw, _AWAY)))
    if way == "three":
        return Stated((clear, month, other))
    return Stated(one_of(draw, ((clear, other), (other, clear))))


@st.composite
def stated(draw: DrawFn, day: Date, edge: Edge) -> Stated | Absent | Unknown:
    """A day as papers state it: clear, as a month, read in two ways, in words, or not."""
    return stated_day(draw, day, edge)


def length_beside(draw: DrawFn, length: Duration) -> Duration | Absent | Unknown:
    way = one_of(draw, (*["unknown"] * 5, *["same"] * 6, *["absent"] * 3, *["other"] * 3))
    if way == "other":
        return duration(draw)
    if way == "same":
        return length
    return ABSENT if way == "absent" else UNKNOWN


_WRITTEN: Final[tuple[bool | Unknown, ...]] = (UNKNOWN, True, False)
_COUNTS_FROM: Final[tuple[CountsFrom | Unknown, ...]] = (UNKNOWN, *CountsFrom)
_TIMES: Final[tuple[int | Unlimited, ...]] = (1, 2, 3, UNLIMITED)


@st.composite
def notices(draw: DrawFn) -> Notice | Absent | Unknown:
    """Notice clauses; some without a length, absent or unknown."""
    way = one_of(draw, (*["unknown"] * 3, *["absent"] * 3, *["no length"] * 2, *["clause"] * 9))
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    return apart(draw, partial(notice, known=way != "no length"))


def notice(draw: DrawFn, *, known: bool = True) -> Notice:
    """A notice clause, with a length or without."""
    return Notice(
        duration(draw, 1) if known else UNKNOWN,
        written=one_of(draw, _WRITTEN),
        counts_from=one_of(draw, _COUNTS_FROM),
        ends=one_of(draw, tuple(NoticeEnd)),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


@st.composite
def renewals(draw: DrawFn) -> Renewal | Absent | Unknown:
    """Options to extend, and extensions by themselves; some without a length, absent, unknown."""
    way = one_of(
        draw,
        (*["unknown"] * 3, *["absent"] * 3, "no length", *["option"] * 6, *["automatic"] * 7),
    )
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return ABSENT
    if way == "automatic":
        return apart(draw, automatic)
    return apart(draw, partial(option, known=way != "no length"))


def option(draw: DrawFn, *, known: bool = True) -> RenewalOption:
    """An option to extend, with a length or without."""
    return RenewalOption(
        duration(draw) if known else UNKNOWN,
        times=one_of(draw, _TIMES),
        ask_before=one_of(draw, (None, duration(draw, 1), duration(draw, 1), UNKNOWN)),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


_AHEAD: Final[tuple[Duration | Unknown, ...]] = (
    *(Duration.parse(text) for text in ("P6M", "P3M", "P6M", "P1M", "P1Y", "P14D", "P4Y")),
    UNKNOWN,
)
"""How long before the last day notice is given: mostly less than the period, and once more."""


_GOES_ON: Final[tuple[Duration | Unknown, ...]] = (
    *(Duration.parse(text) for text in ("P1Y", "P2Y", "P6M", "P3M", "P1M", "P3Y", "P45D")),
    *(Duration.parse(text) for text in ("P1Y", "P2Y", "P18M")),
    UNKNOWN,
)
"""How long it goes on each time; of days alone few, for each day that time brings is told."""


def automatic(draw: DrawFn) -> AutomaticRenewal:
    """What goes on by itself unless notice is given."""
    return AutomaticRenewal(
        one_of(draw, _GOES_ON),
        one_of(draw, _AHEAD),
        times=one_of(draw, (UNLIMITED, *_TIMES)),
        written=one_of(draw, _WRITTEN),
        counts_from=one_of(draw, _COUNTS_FROM),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


_CURES: Final[tuple[Duration | Unknown, ...]] = (
    *(Duration.parse(text) for text in ("P30D", "P1M", "P14D", "P3M", "P1D")),
    UNKNOWN,
)


@st.composite
def breaches(draw: DrawFn) -> Breach | Absent | Unknown:
    """The right to cancel for a breach; some without a length, absent or unknown."""
    way = one_of(draw, (*["unknown"] * 3, *["absent"] * 3, *["clause"] * 10))
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    return apart(draw, breach)


def breach(draw: DrawFn) -> Breach:
    """The right to cancel for a breach, with a time to correct it or without."""
    return Breach(
        one_of(draw, _CURES),
        written=one_of(draw, _WRITTEN),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )
