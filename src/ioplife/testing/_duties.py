"""Strategies for what is owed: cadences, duties and goals, most of them such as papers hold."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Duration, Period, Precision
from ioplife.duties import (
    LEAD,
    Basis,
    Cadence,
    Calls,
    Duty,
    DutyKind,
    Every,
    Fixed,
    Goal,
    Horizon,
    InMonths,
    Once,
    OnExtension,
    PerWindow,
    Stub,
)
from ioplife.terms import ABSENT, UNKNOWN, Absent, Unknown
from ioplife.testing._draws import SOURCES, apart, day_of, one_of, rarely, shifted, words

OFTEN: Final = (*["P1Y"] * 6, "P6M", "P6M", "P3M", "P4M", "P2Y")
_SELDOM: Final = ("P5Y", "P10Y", "P2Y")
MONTHS: Final = ((7,), (1,), (11,), (1, 7), (3, 6, 9, 12), (2,))
_LEADS: Final = tuple(Duration.parse(text) for text in ("P1M", "P6M", "P0D", "P14D", "P1Y", "P2Y"))
_BASES: Final = (*[Basis.AGREEMENT] * 3, *Basis)
_OWED: Final = (
    *[DutyKind.FOLLOW_UP] * 4,
    *[DutyKind.MEETING] * 2,
    *[DutyKind.REPORT] * 2,
)
_CALLS: Final[tuple[Calls | Unknown, ...]] = (Calls.COUNT, Calls.COUNT, Calls.ON_TOP, UNKNOWN)
HORIZONS: Final[tuple[Horizon | Absent | Unknown, ...]] = (
    Horizon("P6M"),
    Horizon("P6M"),
    Horizon("P2Y", beyond=True),
    Horizon("P1M", beyond=True),
    ABSENT,
    UNKNOWN,
)


def none_of(draw: DrawFn, value: int) -> Absent | Unknown | tuple[()] | None:
    """What a clause says that says nothing; so many times of 20 None: it says something."""
    if rarely(draw, value):
        return None
    return one_of(draw, _NOTHING)


_NOTHING: Final[tuple[Absent | Unknown | tuple[()], ...]] = (UNKNOWN, UNKNOWN, ABSENT, ABSENT, ())


def who(draw: DrawFn, names: Sequence[str]) -> tuple[str, ...] | Unknown:
    """Who owes something: one of those named, all of them, or nobody knows."""
    known = (tuple(names[:1]), tuple(names)) if names else ()
    return UNKNOWN if not known or rarely(draw, 7) else one_of(draw, known)


def per_window(draw: DrawFn, lengths: Sequence[str]) -> PerWindow:
    """So many times a window."""
    window = Duration.parse(one_of(draw, lengths))
    times = min(one_of(draw, (1, 1, 1, 2, 3)), window.total_months)
    calendar = not 12 % window.total_months and rarely(draw, 9)
    return PerWindow(times, window, calendar=calendar, stub=one_of(draw, _STUBS))


_STUBS: Final = (*[Stub.KEEP] * 2, *Stub)
NTH: Final = ("P1Y", "P18M", "P6M", "P2Y", "P100D")
_FIRST: Final = (None, None, "P3M", "P1Y", "P45D")


def every(draw: DrawFn, lengths: Sequence[str]) -> Every:
    """Every so often from the first day on."""
    return Every(one_of(draw, lengths), first=one_of(draw, _FIRST), stub=one_of(draw, _STUBS))


def once(draw: DrawFn, first: Date, last: Date) -> Once:
    """Once, around the days of an agreement."""
    by = one_of(draw, (last, first, day_of(draw, min(first, last), max(first, last))))
    return Once(
        shifted(by, one_of(draw, (0, -40, 1, 90))),
        precision=one_of(draw, (Precision.DAY, *Precision)),
        tail=rarely(draw, 9),
    )


def fixed(draw: DrawFn, first: Date, last: Date) -> Fixed:
    """In spans that are told, around the days of an agreement."""
    found = []
    for _ in range(one_of(draw, (1, 2))):
        anchor = one_of(draw, (first, last, day_of(draw, min(first, last), max(first, last))))
        start = shifted(anchor, one_of(draw, (0, -40, -10, 20)))
        found.append(Period(start, shifted(start, one_of(draw, (29, 0, 90)))))
    return Fixed(tuple(found), tail=rarely(draw, 9))


def _cadence(draw: DrawFn, first: Date, last: Date) -> Cadence:
    way = one_of(
        draw,
        (*["window"] * 5, *["months"] * 3, *["fixed"] * 3, *["every"] * 3, *["once"] * 4),
    )
    if way == "window":
        return per_window(draw, OFTEN)
    if way == "every":
        return every(draw, NTH)
    if way == "once":
        return once(draw, first, last)
    return InMonths(one_of(draw, MONTHS)) if way == "months" else fixed(draw, first, last)


def duty(draw: DrawFn, name: str, names: Sequence[str], span: Period) -> Duty:
    """Something owed by some of those named, on the days of an agreement."""
    kind = one_of(draw, _OWED)
    if span.last is None and not rarely(draw, 1, of=40):
        # Each window of fifty years is told, and each follow-up changes the state twice.
        seldom = every if rarely(draw, 5) else per_window
        cadence: Cadence = seldom(draw, _SELDOM)
    else:
        cadence = _cadence(draw, span.first, span.last or shifted(span.first, 700))
    own = _own_days(draw, span) if rarely(draw, 4) else (None, None)
    return Duty(
        name,
        kind,
        cadence,
        who=who(draw, names),
        calls=one_of(draw, _CALLS),
        basis=one_of(draw, _BASES),
        lead=one_of(draw, _LEADS) if rarely(draw, 7) else LEAD,
        first=own[0],
        last=own[1],
        on_extension=_on_extension(draw, cadence),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


def _own_days(draw: DrawFn, span: Period) -> tuple[Date | None, Date | None]:
    """Days of its own: neither, one or both, near those of the agreement."""
    first = shifted(span.first, one_of(draw, (90, 0, -30, 365)))
    last = shifted(span.last or shifted(span.first, 700), one_of(draw, (-90, 0, 30)))
    way = one_of(draw, ("first", "last", "both"))
    return (None if way == "last" else first, None if way == "first" else max(first, last))


def _on_extension(draw: DrawFn, cadence: Cadence) -> OnExtension:
    if cadence.tail:
        return OnExtension.CONTINUE
    ways = (OnExtension.CONTINUE, OnExtension.CONTINUE, OnExtension.STOP)
    return one_of(draw, (*ways, OnExtension.RESTART) if cadence.tiles else ways)


def duties_of(
    draw: DrawFn, names: Sequence[str], span: Period
) -> tuple[Duty, ...] | Absent | Unknown:
    """What is owed from a first day to a last; absent and unknown."""
    nothing = none_of(draw, 15)
    if nothing is not None:
        return nothing
    count = one_of(draw, (1, 1, 2, 3))
    return tuple(apart(draw, duty, f"duty.{place}", names, span) for place in range(1, count + 1))


def goals_of(draw: DrawFn) -> tuple[Goal, ...] | Absent | Unknown:
    """The effects aimed at, with and without a horizon; absent and unknown."""
    nothing = none_of(draw, 5)
    if nothing is not None:
        return nothing
    return tuple(apart(draw, goal, f"goal.{place}") for place in range(1, one_of(draw, (1, 2)) + 1))


def goal(draw: DrawFn, name: str) -> Goal:
    """An effect aimed at, with a horizon or without."""
    return Goal(
        name,
        one_of(draw, HORIZONS),
        basis=one_of(draw, _BASES),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )
