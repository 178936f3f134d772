"""Strategies for days, lengths, periods, parties and terms; each shrinks to the plainest.

Whole lives take hundreds of draws, and to build a strategy costs more than to draw from it.
So the strategies here are thin: below them stand functions that draw whole numbers from a
few strategies kept for good.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final, TypeVar

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import DayLike, Duration, Period, as_day
from ioplife.duties import (
    LEAD,
    Basis,
    Cadence,
    Calls,
    Duty,
    DutyKind,
    Fixed,
    Goal,
    Horizon,
    InMonths,
    PerWindow,
)
from ioplife.norms import NOTICE_WITHIN, PUBLIC_SHARE, URGENT_WITHIN, Norm
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    Absent,
    Body,
    BodyKind,
    Contribution,
    CountsFrom,
    Description,
    Disbursement,
    Edge,
    Form,
    IndexClause,
    Kind,
    Notice,
    NoticeEnd,
    Party,
    PaymentPlan,
    Precision,
    Reading,
    RenewalOption,
    Sector,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
    Unlimited,
)

T = TypeVar("T")

EARLIEST: Final = Date(2018, 1, 1)
LATEST: Final = Date(2030, 12, 31)


# --- draws -----------------------------------------------------------------------------


@cache
def _below(count: int) -> SearchStrategy[int]:
    return st.integers(0, count - 1)


def number(draw: DrawFn, first: int, last: int) -> int:
    """A whole number, both ends included; shrinks to the first."""
    return first + draw(_below(last - first + 1))


def one_of(draw: DrawFn, options: Sequence[T]) -> T:
    """One of several; shrinks to the first. What stands twice is twice as likely."""
    return options[draw(_below(len(options)))]


def rarely(draw: DrawFn, times: int, of: int = 20) -> bool:
    """Whether something happens: about so many times of 20; shrinks to not."""
    return draw(_below(of)) >= of - times


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
    return one_of(draw, _SOURCES)


_SOURCES: Final = (Source("SON 2021-404"), Source("SON 2021-404", "§ 13"), Source("KL (2017:725)"))


# --- days, lengths, periods --------------------------------------------------------------


def days(first: DayLike = EARLIEST, last: DayLike = LATEST) -> SearchStrategy[Date]:
    """Days from ``first`` to ``last``, both included; shrinks to the first."""
    return _days(as_day(first), as_day(last))


@st.composite
def _days(draw: DrawFn, first: Date, last: Date) -> Date:
    return day_of(draw, first, last)


_LENGTHS: Final = tuple(
    Duration.parse(text)
    for text in ("P1Y", "P2Y", "P3Y", "P6M", "P3M", "P1M", "P18M", "P30D", "P14D", "P1D")
)
"""Lengths that agreements give."""


def duration(draw: DrawFn, longest_years: int = 3) -> Duration:
    """A length of a day or more, mostly one that agreements give."""
    if rarely(draw, 14):
        return one_of(draw, _LENGTHS)
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


def _amount(draw: DrawFn) -> StatedSum | Unknown:
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
            _amount(draw),
            form=one_of(draw, _FORMS),
            id=f"line.{line}",
        )
        for line in range(number(draw, 0, 2 if names else 0))
    )


def _disbursements(draw: DrawFn, names: Sequence[str]) -> tuple[Disbursement, ...] | Unknown:
    if rarely(draw, 14):
        return UNKNOWN
    return tuple(
        Disbursement(name, _amount(draw), text=words(draw))
        for name in names[: number(draw, 0, len(names))]
    )


# --- clauses -----------------------------------------------------------------------------

_WAYS: Final = (
    *["clear"] * 10,
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


def _stated(draw: DrawFn, day: Date, edge: Edge) -> Stated | Absent | Unknown:
    """A day as papers state it: clear, as a month, read in two ways, in words, or not."""
    way = one_of(draw, _WAYS)
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    if way == "words":
        return Stated(text=words(draw))
    clear = Reading(day, source=one_of(draw, (None, *_SOURCES)))
    if way == "clear":
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
    return _stated(draw, day, edge)


def _length(draw: DrawFn, length: Duration) -> Duration | Absent | Unknown:
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
    return Notice(
        UNKNOWN if way == "no length" else duration(draw, 1),
        written=one_of(draw, _WRITTEN),
        counts_from=one_of(draw, _COUNTS_FROM),
        ends=one_of(draw, tuple(NoticeEnd)),
        text=words(draw),
        source=one_of(draw, (None, *_SOURCES)),
    )


@st.composite
def renewals(draw: DrawFn) -> RenewalOption | Absent | Unknown:
    """Options to extend; some without a length, absent or unknown."""
    way = one_of(draw, (*["unknown"] * 2, *["absent"] * 2, "no length", *["clause"] * 3))
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return ABSENT
    return RenewalOption(
        UNKNOWN if way == "no length" else duration(draw),
        times=one_of(draw, _TIMES),
        ask_before=one_of(draw, (None, duration(draw, 1))),
        text=words(draw),
        source=one_of(draw, (None, *_SOURCES)),
    )


# --- what is owed ------------------------------------------------------------------------

_OFTEN: Final = (*["P1Y"] * 6, "P6M", "P6M", "P3M", "P4M", "P2Y")
_SELDOM: Final = ("P5Y", "P10Y", "P2Y")
_MONTHS: Final = ((7,), (1,), (11,), (1, 7), (3, 6, 9, 12), (2,))
_LEADS: Final = tuple(Duration.parse(text) for text in ("P1M", "P6M", "P0D", "P14D", "P1Y", "P2Y"))
_BASES: Final = (*[Basis.AGREEMENT] * 3, *Basis)
_OWED: Final = (
    *[DutyKind.FOLLOW_UP] * 4,
    *[DutyKind.MEETING] * 2,
    *[DutyKind.REPORT] * 2,
)
_CALLS: Final[tuple[Calls | Unknown, ...]] = (Calls.COUNT, Calls.COUNT, Calls.ON_TOP, UNKNOWN)
_HORIZONS: Final[tuple[Horizon | Absent | Unknown, ...]] = (
    Horizon("P6M"),
    Horizon("P6M"),
    Horizon("P2Y", beyond=True),
    Horizon("P1M", beyond=True),
    ABSENT,
    UNKNOWN,
)


def _none_of(draw: DrawFn, value: int) -> Absent | Unknown | tuple[()] | None:
    """What a clause says that says nothing; so many times of 20 None: it says something."""
    if rarely(draw, value):
        return None
    return one_of(draw, _NOTHING)


_NOTHING: Final[tuple[Absent | Unknown | tuple[()], ...]] = (UNKNOWN, UNKNOWN, ABSENT, ABSENT, ())


def _who(draw: DrawFn, names: Sequence[str]) -> tuple[str, ...] | Unknown:
    known = (tuple(names[:1]), tuple(names)) if names else ()
    return UNKNOWN if not known or rarely(draw, 7) else one_of(draw, known)


def _per_window(draw: DrawFn, lengths: Sequence[str]) -> PerWindow:
    every = Duration.parse(one_of(draw, lengths))
    times = min(one_of(draw, (1, 1, 1, 2, 3)), every.total_months)
    calendar = not 12 % every.total_months and rarely(draw, 5)
    return PerWindow(times, every, calendar=calendar)


def _fixed(draw: DrawFn, first: Date, last: Date) -> Fixed:
    found = []
    for _ in range(one_of(draw, (1, 2))):
        anchor = one_of(draw, (first, last, day_of(draw, min(first, last), max(first, last))))
        start = shifted(anchor, one_of(draw, (0, -40, -10, 20)))
        found.append(Period(start, shifted(start, one_of(draw, (29, 0, 90)))))
    return Fixed(tuple(found), tail=rarely(draw, 9))


def _cadence(draw: DrawFn, first: Date, last: Date) -> Cadence:
    way = one_of(draw, (*["window"] * 5, "months", "months", "fixed", "fixed", "fixed"))
    if way == "window":
        return _per_window(draw, _OFTEN)
    return InMonths(one_of(draw, _MONTHS)) if way == "months" else _fixed(draw, first, last)


def _duty(draw: DrawFn, name: str, names: Sequence[str], span: Period) -> Duty:
    kind = one_of(draw, _OWED)
    if span.last is None and not rarely(draw, 1, of=40):
        # Each window of fifty years is told, and each follow-up changes the state twice.
        cadence: Cadence = _per_window(draw, _SELDOM)
    else:
        cadence = _cadence(draw, span.first, span.last or shifted(span.first, 700))
    return Duty(
        name,
        kind,
        cadence,
        who=_who(draw, names),
        calls=one_of(draw, _CALLS),
        basis=one_of(draw, _BASES),
        lead=one_of(draw, _LEADS) if rarely(draw, 7) else LEAD,
        text=words(draw),
        source=one_of(draw, (None, *_SOURCES)),
    )


def _duties(
    draw: DrawFn, names: Sequence[str], span: Period
) -> tuple[Duty, ...] | Absent | Unknown:
    nothing = _none_of(draw, 15)
    if nothing is not None:
        return nothing
    count = one_of(draw, (1, 1, 2, 3))
    return tuple(_duty(draw, f"duty.{place}", names, span) for place in range(1, count + 1))


@st.composite
def duties(draw: DrawFn) -> tuple[Duty, ...] | Absent | Unknown:
    """What is owed: follow-ups, meetings and reports, of every cadence; absent and unknown."""
    return _duties(draw, _NAMES[:2], Period(EARLIEST, shifted(EARLIEST, 729)))


def _goals(draw: DrawFn) -> tuple[Goal, ...] | Absent | Unknown:
    nothing = _none_of(draw, 5)
    if nothing is not None:
        return nothing
    return tuple(
        Goal(
            f"goal.{place}",
            one_of(draw, _HORIZONS),
            basis=one_of(draw, _BASES),
            text=words(draw),
            source=one_of(draw, (None, *_SOURCES)),
        )
        for place in range(1, one_of(draw, (1, 2)) + 1)
    )


def _payments(draw: DrawFn, names: Sequence[str]) -> PaymentPlan | Absent | Unknown:
    if not rarely(draw, 6):
        return one_of(draw, _UNREAD)
    return PaymentPlan(
        InMonths(one_of(draw, _MONTHS)),
        who=_who(draw, names),
        text=words(draw),
        source=one_of(draw, (None, *_SOURCES)),
    )


def _indexation(draw: DrawFn, first: Date) -> tuple[IndexClause, ...] | Absent | Unknown:
    nothing = _none_of(draw, 5)
    if nothing is not None:
        return nothing
    count = one_of(draw, (1, 2, 2))
    return tuple(
        IndexClause(
            one_of(draw, ("OPI", "OPI", "OPI", "PKV")),
            shifted(first, one_of(draw, (273, 365, 0, 30))),
            text=words(draw),
            source=one_of(draw, (None, *_SOURCES)),
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
_RUNS: Final = (*_LENGTHS[:3], Duration.parse("P18M"))
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
    last_day = one_of(draw, _UNENDING) if open_ended else _stated(draw, last, Edge.LAST)
    runs = one_of(draw, _UNREAD) if open_ended else _length(draw, length)
    ends = isinstance(runs, Duration) or (isinstance(last_day, Stated) and last_day.readings)
    return Terms(
        parties=agreed,
        first_day=_stated(draw, first, Edge.FIRST),
        last_day=last_day,
        length=runs,
        open_ended=open_ended,
        renewal=draw(renewals()),
        notice=draw(notices()),
        kind=one_of(draw, _KINDS),
        total=_amount(draw),
        contributions=_contributions(draw, names),
        disbursements=_disbursements(draw, names),
        payments=_payments(draw, names),
        indexation=_indexation(draw, first),
        duties=_duties(draw, names, Period(first, max(first, last) if ends else None)),
        goals=_goals(draw),
        follows=one_of(draw, _FOLLOWS),
        norms=_norms(draw, first),
        participants=_described(draw),
        target_group=_described(draw),
        referral=_described(draw),
        activity=_described(draw),
    )
