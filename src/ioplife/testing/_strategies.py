"""Strategies for parties, for what is owed and paid, and for the terms they make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Duration, Period
from ioplife.duties import (
    Duty,
    InMonths,
)
from ioplife.norms import NOTICE_WITHIN, PUBLIC_SHARE, URGENT_WITHIN, Norm
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    Body,
    BodyKind,
    Contribution,
    Description,
    Disbursement,
    Edge,
    Form,
    IndexClause,
    Kind,
    Party,
    PaymentPlan,
    Sector,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)
from ioplife.testing._clauses import breaches, length_beside, notices, renewals, stated_day
from ioplife.testing._draws import (
    EARLIEST,
    LENGTHS,
    SOURCES,
    day_of,
    duration,
    number,
    one_of,
    rarely,
    shifted,
    source,
    words,
)
from ioplife.testing._duties import MONTHS, duties_of, goals_of, none_of, who

# --- parties and money -------------------------------------------------------------------

_NAMES: Final = ("town", "mission", "parish", "club")
_BODIES: Final = (
    Body("board", "Board", kind=BodyKind.BOARD),
    Body("council", "Council", kind=BodyKind.COUNCIL),
    Body("office", "Office", kind=BodyKind.ADMINISTRATION),
    Body("office", "New office", kind=BodyKind.ADMINISTRATION, period=Period("2020-01-01")),
    Body("director", "Director", kind=BodyKind.DELEGATE),
)


@st.composite
def parties(draw: DrawFn) -> tuple[Party, ...]:
    """One to four parties; the first is public, as a rule, and some have bodies."""
    found = []
    for place, name in enumerate(_NAMES[: one_of(draw, (2, 1, 3, 4))]):
        usual = Sector.PUBLIC if place == 0 else Sector.CIVIL
        sector = one_of(draw, (*[usual] * 8, *Sector, UNKNOWN))
        bodies = one_of(draw, ((), _BODIES[:1], _BODIES)) if place == 0 else ()
        found.append(Party(name, name.title(), sector=sector, bodies=bodies))
    return tuple(found)


_SUMS: Final = (Sum(1_000_000), Sum(0), Sum(700_000), Sum("120875.50", text="120 875,50 kr"))


_FORMS: Final[tuple[Form | Unknown, ...]] = (*Form, UNKNOWN)


def amount(draw: DrawFn) -> StatedSum | Unknown:
    """An amount: clear, read twice, without a reading, or unknown."""
    way = one_of(draw, ("clear", "clear", "clear", "twice", "no reading", "unknown"))
    if way == "unknown":
        return UNKNOWN
    readings = {"clear": 1, "twice": 2, "no reading": 0}[way]
    return StatedSum(tuple(one_of(draw, _SUMS) for _ in range(readings)))


def _contributions(draw: DrawFn, names: Sequence[str]) -> tuple[Contribution, ...] | Unknown:
    if rarely(draw, 14):
        return UNKNOWN
    return tuple(
        Contribution(
            one_of(draw, names),
            amount(draw),
            form=one_of(draw, _FORMS),
            id=f"line.{line}",
        )
        for line in range(number(draw, 0, 2 if names else 0))
    )


def disbursements_of(draw: DrawFn, names: Sequence[str]) -> tuple[Disbursement, ...] | Unknown:
    if rarely(draw, 14):
        return UNKNOWN
    return tuple(
        Disbursement(name, amount(draw), text=words(draw))
        for name in names[: number(draw, 0, len(names))]
    )


# --- what is owed and paid ---------------------------------------------------------------


@st.composite
def duties(draw: DrawFn) -> tuple[Duty, ...] | Absent | Unknown:
    """What is owed: follow-ups, meetings and reports, of every cadence; absent and unknown."""
    return duties_of(draw, _NAMES[:2], Period(EARLIEST, shifted(EARLIEST, 729)))


def payments_of(draw: DrawFn, names: Sequence[str]) -> PaymentPlan | Absent | Unknown:
    if not rarely(draw, 6):
        return one_of(draw, _UNREAD)
    return PaymentPlan(
        InMonths(one_of(draw, MONTHS)),
        who=who(draw, names),
        text=words(draw),
        source=one_of(draw, (None, *SOURCES)),
    )


def _indexation(draw: DrawFn, first: Date) -> tuple[IndexClause, ...] | Absent | Unknown:
    nothing = none_of(draw, 5)
    if nothing is not None:
        return nothing
    count = one_of(draw, (1, 2, 2))
    return tuple(
        IndexClause(
            one_of(draw, ("OPI", "OPI", "OPI", "PKV")),
            shifted(first, one_of(draw, (273, 365, 0, 30))),
            text=words(draw),
            source=one_of(draw, (None, *SOURCES)),
        )
        for _ in range(count)
    )


def _described(draw: DrawFn) -> tuple[Description, ...] | Absent | Unknown:
    way = one_of(draw, (*["unknown"] * 6, *["absent"] * 2, "none", "one", "two"))
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    count = {"none": 0, "one": 1, "two": 2}[way]
    return tuple(Description(words(draw), source=source(draw)) for _ in range(count))


_NORMS: Final = (
    (URGENT_WITHIN, ("P2M", "P1D", "P6M")),
    (NOTICE_WITHIN, ("P6M", "P1M", "P1Y")),
    (PUBLIC_SHARE, ("50", "100", "0")),
    ("own:lead", ("P4M", "-1.5", "7")),
)
_SCOPES: Final = ((), (), ("board",), ("Council",))


def _norms(draw: DrawFn, first: Date) -> tuple[Norm, ...]:
    if not rarely(draw, 2):
        return ()
    start = number(draw, 0, len(_NORMS) - 1)
    return tuple(
        Norm(
            name,
            one_of(draw, values),
            since=one_of(draw, (None, first, shifted(first, 300))),
            source=source(draw),
            scope=one_of(draw, _SCOPES),
        )
        for name, values in _NORMS[start : start + number(draw, 1, 2)]
    )


# --- terms -------------------------------------------------------------------------------

_BEGINS: Final = ((1, 1), (10, 1), (7, 1), (1, 31), (2, 28), (8, 15), (12, 31))
"""Months and days on which agreements begin: mostly with a month, and some at its end."""
_RUNS: Final = (*LENGTHS[:3], Duration.parse("P18M"))
_UNREAD: Final[tuple[Absent | Unknown, ...]] = (UNKNOWN, ABSENT)
_UNENDING: Final[tuple[Stated | Absent | Unknown, ...]] = (*_UNREAD, Stated(text="tills vidare"))
_NO_PARTIES: Final[tuple[tuple[()] | Unknown, ...]] = (UNKNOWN, UNKNOWN, ())
_KINDS: Final[tuple[Kind | Unknown, ...]] = (Kind.IOP, Kind.IOP, UNKNOWN, *Kind)
_FOLLOWS: Final[tuple[str | Absent | Unknown, ...]] = (*_UNREAD, "earlier")


@st.composite
def terms_(draw: DrawFn) -> Terms:
    """Terms: most of them such as papers hold, with clauses absent and unknown among them."""
    year = number(draw, 2020, 2024)
    first = Date(year, *one_of(draw, _BEGINS))
    if rarely(draw, 2):
        first = day_of(draw, Date(year, 1, 1), Date(year, 12, 31))
    length = duration(draw) if rarely(draw, 6) else one_of(draw, _RUNS)
    last = Period.of(first, length).last or first
    if rarely(draw, 1, of=40):  # a slip of the pen: over before it begins
        first, last = last, first
    open_ended = rarely(draw, 3)
    agreed: tuple[Party, ...] | Unknown = draw(parties())
    if rarely(draw, 3):
        agreed = one_of(draw, _NO_PARTIES)
    names = _NAMES if isinstance(agreed, Unknown) else tuple(party.id for party in agreed)
    last_day = one_of(draw, _UNENDING) if open_ended else stated_day(draw, last, Edge.LAST)
    runs = one_of(draw, _UNREAD) if open_ended else length_beside(draw, length)
    ends = isinstance(runs, Duration) or (isinstance(last_day, Stated) and last_day.readings)
    return Terms(
        parties=agreed,
        first_day=stated_day(draw, first, Edge.FIRST),
        last_day=last_day,
        length=runs,
        open_ended=open_ended,
        renewal=draw(renewals()),
        notice=draw(notices()),
        breach=draw(breaches()),
        kind=one_of(draw, _KINDS),
        total=amount(draw),
        contributions=_contributions(draw, names),
        disbursements=disbursements_of(draw, names),
        payments=payments_of(draw, names),
        indexation=_indexation(draw, first),
        duties=duties_of(draw, names, Period(first, max(first, last) if ends else None)),
        goals=goals_of(draw),
        follows=one_of(draw, _FOLLOWS),
        norms=_norms(draw, first),
        participants=_described(draw),
        target_group=_described(draw),
        referral=_described(draw),
        activity=_described(draw),
    )
