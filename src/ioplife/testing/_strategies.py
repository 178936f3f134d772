"""Strategies for days, lengths, periods, parties and terms; each shrinks to the plainest."""

from __future__ import annotations

import string
from typing import Any, Final, TypeVar

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import DayLike, Duration, Period, as_day
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
    Disbursement,
    Edge,
    Form,
    Kind,
    Notice,
    NoticeEnd,
    Party,
    Precision,
    Reading,
    RenewalOption,
    Sector,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)

T = TypeVar("T")

FIRST_DAY: Final = Date(2018, 1, 1)
LAST_DAY: Final = Date(2030, 12, 31)

COMMON_LENGTHS: Final = ("P1Y", "P2Y", "P3Y", "P6M", "P3M", "P1M", "P18M", "P30D", "P14D", "P1D")
"""Lengths that agreements give."""


def rarely(draw: DrawFn, *, times: int, of: int = 20) -> bool:
    """Whether something happens: about so many times of 20; shrinks to not."""
    return draw(st.integers(0, of - 1)) >= of - times


def weighted(*choices: tuple[int, SearchStrategy[Any]]) -> SearchStrategy[Any]:
    """One of several, each so many times as likely; shrinks to the first."""
    return st.sampled_from([which for times, which in choices for _ in range(times)]).flatmap(
        _itself
    )


def _itself(strategy: SearchStrategy[T]) -> SearchStrategy[T]:
    return strategy


def days(first: DayLike = FIRST_DAY, last: DayLike = LAST_DAY) -> SearchStrategy[Date]:
    """Days from ``first`` to ``last``, both included; shrinks to the first."""
    numbers = st.integers(as_day(first).toordinal(), as_day(last).toordinal())
    return numbers.map(Date.fromordinal)


def durations(*, longest_years: int = 3) -> SearchStrategy[Duration]:
    """Lengths of a day or more, most of them such as agreements give."""
    any_length = st.builds(
        Duration,
        years=st.integers(0, longest_years),
        months=st.integers(0, 11),
        days=st.integers(0, 45),
    ).filter(_has_length)
    common = st.sampled_from(COMMON_LENGTHS).map(Duration.parse)
    return weighted((3, common), (1, any_length))


def _has_length(duration: Duration) -> bool:
    return not duration.is_zero


@st.composite
def periods(
    draw: DrawFn, first: SearchStrategy[Date] | None = None, *, open_ended: bool = True
) -> Period:
    """Periods from a first day; some of one day, and some open-ended where that is asked for."""
    start = draw(days() if first is None else first)
    if open_ended and rarely(draw, times=3):
        return Period(start)
    return Period.of(start, draw(durations()))


def texts() -> SearchStrategy[str]:
    """Short words that say something."""
    return st.text(string.ascii_lowercase + "åäö", min_size=1, max_size=8)


def sources() -> SearchStrategy[Source]:
    """Papers, with or without a place in them."""
    return st.builds(
        Source,
        paper=st.sampled_from(("SON 2021-404", "KL (2017:725)")),
        place=texts() | st.just(""),
    )


def amounts() -> SearchStrategy[StatedSum | Unknown]:
    """Amounts: clear, read twice, without a reading, or unknown."""
    sums = st.builds(Sum, st.sampled_from((0, 700_000, 1_000_000, "120875.50")))
    stated = st.lists(sums, min_size=1, max_size=2).map(StatedSum)
    return weighted((6, stated), (1, st.just(StatedSum())), (2, st.just(UNKNOWN)))


_NAMES: Final = ("town", "mission", "parish", "club")
_BODIES: Final = (
    Body("council", "Council", kind=BodyKind.COUNCIL),
    Body("board", "Board", kind=BodyKind.BOARD),
    Body("office", "Office", kind=BodyKind.ADMINISTRATION),
    Body("office", "New office", kind=BodyKind.ADMINISTRATION, period=Period("2020-01-01")),
    Body("director", "Director", kind=BodyKind.DELEGATE),
)


@st.composite
def parties(draw: DrawFn) -> tuple[Party, ...]:
    """One to four parties; the first is public, as a rule, and some have bodies."""
    found = []
    for number, name in enumerate(_NAMES[: draw(st.sampled_from((2, 1, 3, 4)))]):
        usual = Sector.PUBLIC if number == 0 else Sector.CIVIL
        sector = draw(st.sampled_from((*[usual] * 8, *Sector, UNKNOWN)))
        with_bodies = number == 0 and draw(st.booleans())
        bodies = draw(st.sampled_from((_BODIES[1:2], _BODIES))) if with_bodies else ()
        found.append(Party(name, name.title(), sector=sector, bodies=bodies))
    return tuple(found)


_MONTHS_AND_DAYS: Final = ((1, 1), (10, 1), (7, 1), (1, 31), (2, 28), (8, 15), (12, 31))


@st.composite
def first_days(draw: DrawFn) -> Date:
    """Days on which agreements begin: mostly with a month, and some at its end."""
    year = draw(st.integers(2020, 2024))
    if rarely(draw, times=2):
        return draw(days(Date(year, 1, 1), Date(year, 12, 31)))
    return Date(year, *draw(st.sampled_from(_MONTHS_AND_DAYS)))


_AWAY: Final = (30, 31, 1, 211, 365)
"""How many days apart two papers read a day."""


@st.composite
def stated(draw: DrawFn, day: Date, edge: Edge) -> Stated | Absent | Unknown:
    """A day as papers state it: clear, as a month, read in two ways, in words, or not."""
    way = draw(st.sampled_from(_WAYS))
    sign = 1 if edge is Edge.FIRST else -1
    source = draw(st.none() | sources())
    clear = Reading(day, source=source)
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return Absent(source)
    if way == "words":
        return Stated(text="efter sommaren")
    if way == "clear":
        return Stated((clear,))
    month = Reading.at(f"{day:%Y-%m}", edge, text=f"{day:%B %Y}", source=source)
    if way == "month":
        return Stated((month,))
    if way == "season":
        return Stated((Reading(month.day, precision=Precision.SEASON),))
    other = Reading(Date.fromordinal(day.toordinal() + sign * draw(st.sampled_from(_AWAY))))
    if way == "conflict":
        return Stated((clear, other) if draw(st.booleans()) else (other, clear))
    if way == "month and day":
        return Stated((month, clear))
    return Stated((clear, month, other))


_WAYS: Final = (
    *["clear"] * 10,
    *["month"] * 2,
    "season",
    *["conflict"] * 2,
    "month and day",
    "three",
    *["words"] * 1,
    *["unknown"] * 2,
    *["absent"] * 2,
)


def lengths(length: Duration) -> SearchStrategy[Duration | Absent | Unknown]:
    """The length of the period as a clause: the same, another, absent or unknown."""
    return weighted(
        (6, st.just(UNKNOWN)), (2, st.just(ABSENT)), (6, st.just(length)), (2, durations())
    )


def notices() -> SearchStrategy[Notice | Absent | Unknown]:
    """Notice clauses; some without a length, absent or unknown."""
    clause = st.builds(
        Notice,
        weighted((8, durations(longest_years=1)), (2, st.just(UNKNOWN))),
        written=st.sampled_from((UNKNOWN, True, False)),
        counts_from=st.sampled_from((UNKNOWN, *CountsFrom)),
        ends=st.sampled_from(NoticeEnd),
        text=st.just("") | texts(),
        source=st.none() | sources(),
    )
    return weighted((3, st.just(UNKNOWN)), (3, st.just(ABSENT)), (10, clause))


def renewals() -> SearchStrategy[RenewalOption | Absent | Unknown]:
    """Options to extend; some without a length, absent or unknown."""
    clause = st.builds(
        RenewalOption,
        weighted((4, durations()), (1, st.just(UNKNOWN))),
        times=st.integers(1, 3) | st.just(UNLIMITED),
        ask_before=st.none() | durations(longest_years=1),
        text=st.just("") | texts(),
        source=st.none() | sources(),
    )
    return weighted((2, st.just(UNKNOWN)), (2, st.just(ABSENT)), (3, clause))


@st.composite
def contributions(draw: DrawFn, names: tuple[str, ...]) -> tuple[Contribution, ...] | Unknown:
    """What each of some parties puts in; none, or unknown."""
    if draw(st.booleans()):
        return () if draw(st.booleans()) else UNKNOWN
    return tuple(
        Contribution(
            name, draw(amounts()), form=draw(st.sampled_from((UNKNOWN, *Form))), id=f"{name}.{n}"
        )
        for n, name in enumerate(draw(st.lists(st.sampled_from(names), min_size=1, max_size=3)), 1)
    )


@st.composite
def disbursements(draw: DrawFn, names: tuple[str, ...]) -> tuple[Disbursement, ...] | Unknown:
    """What each of some parties is paid; none, or unknown."""
    if draw(st.booleans()):
        return () if draw(st.booleans()) else UNKNOWN
    return tuple(
        Disbursement(name, draw(amounts()), text=draw(st.just("") | texts()))
        for name in draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True))
    )


_LONG: Final = ("P2Y", "P3Y", "P1Y", "P18M")


@st.composite
def terms_(draw: DrawFn) -> Terms:
    """Terms: most of them such as papers hold, with clauses absent and unknown among them."""
    first = draw(first_days())
    length = draw(weighted((2, st.sampled_from(_LONG).map(Duration.parse)), (1, durations())))
    last = Period.of(first, length).last or first
    open_ended = rarely(draw, times=3)
    agreed: tuple[Party, ...] | Unknown = draw(weighted((12, parties()), (1, st.just(UNKNOWN))))
    names = _NAMES if isinstance(agreed, Unknown) else tuple(party.id for party in agreed)
    if rarely(draw, times=1, of=30):  # a slip of the pen: over before it begins
        first, last = last, first
    last_day: Stated | Absent | Unknown = draw(_UNENDING if open_ended else stated(last, Edge.LAST))
    runs: Duration | Absent | Unknown = draw(_NO_LENGTH if open_ended else lengths(length))
    follows: str | Absent | Unknown = draw(_FOLLOWS)
    return Terms(
        parties=agreed,
        first_day=draw(stated(first, Edge.FIRST)),
        last_day=last_day,
        length=runs,
        open_ended=open_ended,
        renewal=draw(renewals()),
        notice=draw(notices()),
        kind=draw(st.sampled_from((Kind.IOP, UNKNOWN, *Kind))),
        total=draw(amounts()),
        contributions=draw(contributions(names)),
        disbursements=draw(disbursements(names)),
        follows=follows,
    )


_UNENDING: Final[SearchStrategy[Any]] = st.sampled_from(
    (UNKNOWN, ABSENT, Stated(text="tills vidare"))
)
_NO_LENGTH: Final[SearchStrategy[Any]] = st.sampled_from((UNKNOWN, ABSENT))
_FOLLOWS: Final[SearchStrategy[Any]] = st.sampled_from((UNKNOWN, ABSENT, "earlier"))
