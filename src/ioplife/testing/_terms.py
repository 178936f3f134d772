"""Strategies for parties, for what is owed and paid, and for the terms they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import Duration, Period, next_day
from ioplife.duties import Duty
from ioplife.errors import BadValue
from ioplife.norms import NOTICE_WITHIN, PUBLIC_SHARE, URGENT_WITHIN, Norm
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    Body,
    BodyKind,
    Contribution,
    Description,
    Edge,
    Form,
    Kind,
    Party,
    Sector,
    Stated,
    Terms,
    Unknown,
)
from ioplife.testing._clauses import breaches, length_beside, notices, renewals, stated_day
from ioplife.testing._draws import (
    EARLIEST,
    LENGTHS,
    apart,
    day_of,
    duration,
    number,
    one_of,
    rarely,
    shifted,
    source,
    words,
)
from ioplife.testing._duties import duties_of, goals_of
from ioplife.testing._paying import (
    amount,
    disbursements_of,
    indexation_of,
    own_days,
    payments_of,
    repayment_of,
)

# --- parties and money -------------------------------------------------------------------

NAMES: Final = ("town", "mission", "parish", "club")
BODIES: Final = (
    Body("board", "Board", kind=BodyKind.BOARD),
    Body("council", "Council", kind=BodyKind.COUNCIL),
    Body("office", "Office", kind=BodyKind.ADMINISTRATION),
    Body("office", "New office", kind=BodyKind.ADMINISTRATION, period=Period("2020-01-01")),
    Body("director", "Director", kind=BodyKind.DELEGATE),
)


@st.composite
def parties(draw: DrawFn) -> tuple[Party, ...]:
    """One to four parties; the first is public, as a rule, and some have bodies."""
    if not rarely(draw, 13):
        return _TWO
    return tuple(apart(draw, party, place) for place in range(one_of(draw, (2, 1, 3, 4))))


_TWO: Final = (
    Party("town", "Town", sector=Sector.PUBLIC),
    Party("mission", "Mission", sector=Sector.CIVIL),
)


def party(draw: DrawFn, place: int) -> Party:
    """The party in that place, from 0: the first is public, as a rule, and may have bodies."""
    name, usual = NAMES[place], Sector.CIVIL if place else Sector.PUBLIC
    sector = one_of(draw, (*[usual] * 8, *Sector, UNKNOWN))
    bodies = one_of(draw, ((), BODIES[:1], BODIES)) if place == 0 else ()
    return Party(name, name.title(), sector=sector, bodies=bodies)


_FORMS: Final[tuple[Form | Unknown, ...]] = (*Form, UNKNOWN)


def contributions_of(
    draw: DrawFn, names: Sequence[str], span: Period
) -> tuple[Contribution, ...] | Unknown:
    """Who puts in what; mostly nobody has read it."""
    if not rarely(draw, 6):
        return UNKNOWN
    lines = range(number(draw, 0, 2 if names else 0))
    return tuple(apart(draw, _contribution, line, names, span) for line in lines)


def _contribution(draw: DrawFn, line: int, names: Sequence[str], span: Period) -> Contribution:
    first, last = own_days(draw, span) if rarely(draw, 3) else (None, None)
    return Contribution(
        one_of(draw, names),
        amount(draw),
        form=one_of(draw, _FORMS),
        id=f"line.{line}",
        first=first,
        last=last,
    )


# --- what is owed and paid ---------------------------------------------------------------


@st.composite
def duties(draw: DrawFn) -> tuple[Duty, ...] | Absent | Unknown:
    """What is owed: follow-ups, meetings and reports, of every cadence; absent and unknown."""
    return duties_of(draw, NAMES[:2], Period(EARLIEST, shifted(EARLIEST, 729)))


def _described(draw: DrawFn) -> tuple[Description, ...] | Absent | Unknown:
    way = one_of(draw, (*["unknown"] * 6, *["absent"] * 2, "none", "one", "two"))
    if way == "unknown":
        return UNKNOWN
    if way == "absent":
        return one_of(draw, (ABSENT, Absent(source(draw))))
    count = {"none": 0, "one": 1, "two": 2}[way]
    return tuple(apart(draw, _description) for _ in range(count))


def _description(draw: DrawFn) -> Description:
    return Description(words(draw), source=source(draw))


_NORMS: Final = (
    (URGENT_WITHIN, ("P2M", "P1D", "P6M")),
    (NOTICE_WITHIN, ("P6M", "P1M", "P1Y")),
    (PUBLIC_SHARE, ("50", "100", "0")),
    ("own:lead", ("P4M", "-1.5", "7")),
)
_SCOPES: Final = ((), (), ("board",), ("Council",))


def norms_of(draw: DrawFn, first: Date) -> tuple[Norm, ...]:
    """Numbers of an agreement's own; mostly none."""
    if not rarely(draw, 2):
        return ()
    return apart(draw, _norms, first)


def _norms(draw: DrawFn, first: Date) -> tuple[Norm, ...]:
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


Given: TypeAlias = Mapping[str, SearchStrategy[Any]]
"""Clauses that somebody has asked for, each with what it is drawn from."""


@st.composite
def terms_(draw: DrawFn, given: Given = MappingProxyType({})) -> Terms:
    """Terms: most of them such as papers hold, with clauses absent and unknown among them.

    Args:
        draw: what draws.
        given: clauses that are drawn from something else; the others are drawn to fit them.
    """
    asked = {name: draw(clause) for name, clause in given.items()}
    if not asked:
        return Terms(**_drawn(draw, Terms(), frozenset()))
    told = Terms(**asked)
    try:
        return attrs.evolve(told, **_drawn(draw, told, frozenset(asked)))
    except BadValue:  # what is given names what only its own clauses could hold
        return told


def _drawn(draw: DrawFn, told: Terms, asked: AbstractSet[str]) -> dict[str, Any]:
    """The clauses that are not asked for, drawn to fit those that are."""
    first, length, last = _days_of(draw, told)
    ended = bool(told.last_readings) or isinstance(told.length, Duration)
    open_ended = told.open_ended
    if "open_ended" not in asked:
        open_ended = rarely(draw, 3) and not ended
    agreed = told.parties
    if "parties" not in asked:
        agreed = _agreed(draw, told)
    names = NAMES if isinstance(agreed, Unknown) else tuple(party.id for party in agreed)
    last_day, runs = told.last_day, told.length
    if "last_day" not in asked:
        last_day = one_of(draw, _UNENDING) if open_ended else stated_day(draw, last, Edge.LAST)
    if "length" not in asked:
        runs = one_of(draw, _UNREAD) if open_ended else length_beside(draw, length)
    ends = isinstance(runs, Duration) or (isinstance(last_day, Stated) and last_day.readings)
    span = Period(first, max(first, last) if ends else None)
    disbursed = told.disbursements
    if "disbursements" not in asked:
        disbursed = disbursements_of(draw, names, span)
    paid = () if isinstance(disbursed, Unknown) else tuple(line.id for line in disbursed)
    found: dict[str, Any] = {
        "parties": agreed,
        "last_day": last_day,
        "length": runs,
        "open_ended": open_ended,
        "disbursements": disbursed,
    }
    rest: dict[str, Callable[[], Any]] = {
        "first_day": lambda: stated_day(draw, first, Edge.FIRST),
        "renewal": lambda: draw(renewals()),
        "notice": lambda: draw(notices()),
        "breach": lambda: draw(breaches()),
        "kind": lambda: one_of(draw, _KINDS),
        "total": lambda: amount(draw),
        "contributions": lambda: contributions_of(draw, names, span),
        "payments": lambda: payments_of(draw, names, span, paid),
        "indexation": lambda: indexation_of(draw, first, paid),
        "repayment": lambda: repayment_of(draw),
        "duties": lambda: duties_of(draw, names, span),
        "goals": lambda: goals_of(draw),
        "follows": lambda: one_of(draw, _FOLLOWS),
        "norms": lambda: norms_of(draw, first),
        **{name: lambda: _described(draw) for name in _DESCRIBED},
    }
    found |= {name: clause() for name, clause in rest.items() if name not in asked}
    return {name: value for name, value in found.items() if name not in asked}


_DESCRIBED: Final = ("participants", "target_group", "referral", "activity")


def _agreed(draw: DrawFn, told: Terms) -> tuple[Party, ...] | Unknown:
    """The parties, where nobody says who they are; unknown where a clause names some."""
    payers = () if isinstance(told.contributions, Unknown) else told.contributions
    payees = () if isinstance(told.disbursements, Unknown) else told.disbursements
    owed = told.duties if isinstance(told.duties, tuple) else ()
    who = (*(one.who for one in told.plans), *(one.who for one in owed))
    if payers or payees or any(not isinstance(names, Unknown) for names in who):
        return UNKNOWN
    if rarely(draw, 3):
        return one_of(draw, _NO_PARTIES)
    return draw(parties())


def _days_of(draw: DrawFn, told: Terms) -> tuple[Date, Duration, Date]:
    """The first day, the length and the last day that the other clauses turn around."""
    length = told.length if isinstance(told.length, Duration) else None
    lasts = told.last_days
    if told.first_days:
        first = told.first_days[-1]
    elif lasts:
        first = next_day((length or Duration.parse("P1Y")).latest_or_first(lasts[0]))
    else:
        year = number(draw, 2020, 2024)
        first = Date(year, *one_of(draw, _BEGINS))
        if rarely(draw, 2):
            first = day_of(draw, Date(year, 1, 1), Date(year, 12, 31))
    if length is None:
        length = duration(draw) if rarely(draw, 6) else one_of(draw, _RUNS)
    if lasts:
        return first, length, lasts[-1]
    last = Period.of(first, length).last or first
    if not told.first_days and rarely(draw, 1, of=40):  # a slip of the pen: over before it begins
        first, last = last, first
    return first, length, last
