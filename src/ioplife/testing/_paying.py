"""Strategies for money: who is paid what, when, by which index, and what is paid back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Period
from ioplife.duties import Every, Fixed, InMonths, Once, OnExtension, PerWindow, Stub
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    CountedIn,
    Disbursement,
    FirstDays,
    IndexClause,
    OnDay,
    PayCadence,
    PaymentPlan,
    Repayment,
    Rounding,
    Rounds,
    StatedSum,
    Steps,
    Sum,
    Timing,
    Unknown,
    Way,
)
from ioplife.testing._draws import (
    SOURCES,
    apart,
    day_of,
    one_of,
    rarely,
    shifted,
    source,
    words,
)
from ioplife.testing._duties import MONTHS, none_of, who

SUMS: Final = (Sum(1_000_000), Sum(0), Sum(700_000), Sum("120875.50", text="120 875,50 kr"))

_UNREAD: Final[tuple[Absent | Unknown, ...]] = (UNKNOWN, ABSENT)
_EVENLY: Final = ((1,), (7,), (1, 7), (2, 8), (6, 12), (1, 5, 9), (1, 4, 7, 10), (3, 6, 9, 12))
_WINDOWS: Final = ("P1Y", "P1Y", "P6M", "P3M", "P4M", "P2Y", "P18M")
_TIMINGS: Final[tuple[Timing | Unknown, ...]] = (*Timing, UNKNOWN)
_STUBS: Final[tuple[Stub | Unknown, ...]] = (*Stub, Stub.PRORATE, UNKNOWN)
COUNTED: Final[tuple[CountedIn | Unknown, ...]] = (*reversed(CountedIn), *CountedIn, UNKNOWN)
_CALENDAR: Final[tuple[bool | None, ...]] = (None, None, True, False)
_TRUE_UP: Final[tuple[bool | Unknown, ...]] = (UNKNOWN, True, False)
_ROUNDINGS: Final = (Rounding(100, way=Way.DOWN), Rounding(), Rounding("0.01"), Rounding(10))


def amount(draw: DrawFn) -> StatedSum | Unknown:
    """An amount: clear, read twice, without a reading, or unknown."""
    way = one_of(draw, ("unknown", "clear", "clear", "clear", "twice", "no reading"))
    if way == "unknown":
        return UNKNOWN
    readings = {"clear": 1, "twice": 2, "no reading": 0}[way]
    return StatedSum(tuple(one_of(draw, SUMS) for _ in range(readings)))


def own_days(draw: DrawFn, span: Period) -> tuple[Date | None, Date | None]:
    """A first and a last day of its own; mostly none, or one within the days given."""
    first = last = None
    if rarely(draw, 5):
        first = _within(draw, span)
    if rarely(draw, 5):
        last = _within(draw, span)
    if first is not None and last is not None and last < first:
        first, last = last, first
    return first, last


def _within(draw: DrawFn, span: Period) -> Date:
    until = span.last or shifted(span.first, 700)
    return day_of(draw, shifted(span.first, -40), max(until, span.first))


def disbursements_of(
    draw: DrawFn, names: Sequence[str], span: Period
) -> tuple[Disbursement, ...] | Unknown:
    """Who is paid what: each of some parties; now and then on days of its own."""
    if not rarely(draw, 13):
        return UNKNOWN
    some = names[: one_of(draw, (2, 1, 3, 0, 2, 1))]
    return tuple(apart(draw, _disbursement, name, span) for name in some)


def _disbursement(draw: DrawFn, name: str, span: Period) -> Disbursement:
    first, last = own_days(draw, span) if rarely(draw, 11) else (None, None)
    return Disbursement(name, amount(draw), first=first, last=last, text=words(draw))


_PAID: Final = (
    *("months", "days", "day", "window", "months", "days", "day", "window", "months", "other"),
)
"""How something is paid; numbers are drawn small more often than large."""

_YEARLY: Final[tuple[PayCadence, ...]] = (
    InMonths([7]),
    OnDay(1, in_months=[1]),
    InMonths([1, 7]),
    PerWindow(1, "P1Y"),
)
"""Of what has no end: fifty years are foreseen."""


# --- plans -------------------------------------------------------------------------------


def _cadence(draw: DrawFn, span: Period) -> PayCadence:
    """When it is paid; of what has no end mostly once a year, for fifty years are foreseen."""
    if span.last is None and not rarely(draw, 1, of=40):
        return one_of(draw, _YEARLY)
    way = one_of(draw, _PAID)
    match way:
        case "months":
            return InMonths(one_of(draw, (*MONTHS, *_EVENLY)))
        case "day":
            return OnDay(one_of(draw, (1, 15, 25, 31)), in_months=one_of(draw, _EVENLY))
        case "days":
            every = one_of(draw, ("P3M", "P4M", "P1M"))
            return FirstDays(one_of(draw, (7, 7, 1, 28)), every, calendar=rarely(draw, 14))
        case "window":
            every = one_of(draw, _WINDOWS)
            return PerWindow(one_of(draw, (1, 1, 2, 3)), every, calendar=every == "P3M")
        case _:
            return _seldom(draw, span)


def _seldom(draw: DrawFn, span: Period) -> PayCadence:
    day = _within(draw, span)
    found: tuple[PayCadence, ...] = (
        Every("P18M"),
        Every("P1Y", first="P6M"),
        Once(day),
        Fixed([Period(day, shifted(day, 20)), Period(shifted(day, 90), shifted(day, 90))]),
    )
    return one_of(draw, found)


def _plan(
    draw: DrawFn, names: Sequence[str], span: Period, label: str, pays: Sequence[str] | None
) -> PaymentPlan:
    cadence = _cadence(draw, span)
    timed = isinstance(cadence, InMonths | OnDay | FirstDays | PerWindow)
    timing = one_of(draw, _TIMINGS) if timed else UNKNOWN
    spans = isinstance(cadence, PerWindow) or timing is not UNKNOWN
    stub = one_of(draw, _STUBS) if spans else UNKNOWN
    months = isinstance(cadence, InMonths | OnDay) and spans
    calendar = one_of(draw, _CALENDAR) if months else None
    tiles = cadence.tiles or calendar is False
    first, last = own_days(draw, span)
    ways = (*[OnExtension.CONTINUE] * 3, OnExtension.STOP)
    return PaymentPlan(
        cadence,
        label=label,
        pays=pays,
        timing=timing,
        calendar=calendar,
        stub=stub,
        by=one_of(draw, COUNTED) if stub is Stub.PRORATE else UNKNOWN,
        who=who(draw, names),
        first=first,
        last=last,
        on_extension=one_of(draw, (*ways, OnExtension.RESTART) if tiles else ways),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


def payments_of(
    draw: DrawFn, names: Sequence[str], span: Period, paid: Sequence[str]
) -> tuple[PaymentPlan, ...] | Absent | Unknown:
    """One plan or two side by side; absent and unknown.

    Args:
        draw: what draws.
        names: the ids of those who may pay.
        span: the days of the agreement, or what stands in for them.
        paid: the ids of the disbursements, where they are known.
    """
    if not rarely(draw, 13):
        return one_of(draw, _UNREAD)
    if len(paid) < 2 or not rarely(draw, 11):  # noqa: PLR2004 - two plans share two
        return (apart(draw, _plan, names, span, "", None),)
    label = one_of(draw, ("", "rent"))
    return (
        apart(draw, _plan, names, span, label, paid[:1]),
        apart(draw, _plan, names, span, "staff", paid[1:]),
    )


@st.composite
def plans(draw: DrawFn, span: Period) -> PaymentPlan:
    """Payment plans of every form, for an agreement of these days."""
    return _plan(draw, (), span, "", None)


# --- the index, and what is paid back ----------------------------------------------------


def _clause(draw: DrawFn, first: Date, paid: Sequence[str]) -> IndexClause:
    start = shifted(first, one_of(draw, (273, 365, 0, 30)))
    plain = rarely(draw, 11)
    return IndexClause(
        one_of(draw, ("OPI", "OPI", "OPI", "PKV")),
        start,
        of=paid[:1] if paid and rarely(draw, 9) else None,
        share="100" if plain else one_of(draw, ("80", "62.5", "1")),
        lag=0 if plain else one_of(draw, (0, 1, 2)),
        vintage=None if plain else one_of(draw, (None, 10, 2)),
        rounding=Rounding() if plain else rounding(draw),
        steps_on=one_of(draw, (Steps.ANNIVERSARY, Steps.RENEWAL, Steps.ANNIVERSARY)),
        last=None if rarely(draw, 14) else shifted(start, one_of(draw, (0, 364, 365, 800))),
        true_up=one_of(draw, _TRUE_UP),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


def rounding(draw: DrawFn) -> Rounding:
    """How an amount is rounded."""
    one = one_of(draw, _ROUNDINGS)
    return Rounding(one.to, way=one.way, each=one_of(draw, tuple(Rounds)))


def indexation_of(
    draw: DrawFn, first: Date, paid: Sequence[str]
) -> tuple[IndexClause, ...] | Absent | Unknown:
    """Index clauses: one or two, that may disagree; absent and unknown."""
    nothing = none_of(draw, 9)
    if nothing is not None:
        return nothing
    return tuple(apart(draw, _clause, first, paid) for _ in range(one_of(draw, (1, 2, 2))))


@st.composite
def clauses(draw: DrawFn, first: Date) -> IndexClause:
    """Index clauses of every form."""
    return _clause(draw, first, ())


def repayment_of(draw: DrawFn) -> Repayment | Absent | Unknown:
    """Whether what is not used is paid back; absent and unknown."""
    if not rarely(draw, 12):
        return one_of(draw, _UNREAD)
    return apart(draw, _repayment)


def _repayment(draw: DrawFn) -> Repayment:
    return Repayment(one_of(draw, COUNTED), text=words(draw), source=source(draw))
