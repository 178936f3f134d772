"""Hypothesis strategies for what an agreement is made of, each narrowed by keyword.

Whatever a keyword takes as a value it also takes as a strategy. Two that contradict each
other are a ``BadValue`` when the strategy is made, or, where a strategy was given, when it is
drawn from. Everything shrinks: to the fewest events, to 1 January, to clauses that nobody
has read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeVar, Unpack, overload

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.checks import is_whole, member
from ioplife.criteria import CriteriaSet
from ioplife.dates import DayLike, Duration, DurationLike, Period, as_day
from ioplife.decisions import Guard
from ioplife.errors import BadValue
from ioplife.events import EVENTS, Event
from ioplife.meetings import MeetingLike
from ioplife.norms import Norm
from ioplife.policy import Policy
from ioplife.states import State
from ioplife.terms import Terms
from ioplife.testing import _draws, _events, _lives, _orderly, _policies, _spans, _terms
from ioplife.testing._asked import Clauses, Drawn, drawn, kinds_of, plain, require_known
from ioplife.testing._types import register

__all__ = [
    "agreements",
    "days",
    "durations",
    "events",
    "lives",
    "periods",
    "policies",
    "terms",
]

E = TypeVar("E", bound=Event)

# Once more than the entry point does: it may have come too early, or not be installed.
register()

_CLAUSES: Final = frozenset(attrs.fields_dict(Terms))


def days(
    *, first: DayLike = _draws.EARLIEST, last: DayLike = _draws.LATEST
) -> SearchStrategy[Date]:
    """Days; each shrinks to the first.

    Args:
        first: the first day there may be.
        last: the last, included.

    Raises:
        BadValue: for a last day before the first.
    """
    return _draws.days(*_in_order(first, last))


def _in_order(first: DayLike, last: DayLike) -> tuple[Date, Date]:
    asked = Period(first, last)
    return asked.first, asked.last or asked.first


def _one_day(on: Drawn[DayLike]) -> SearchStrategy[Date]:
    return on.map(as_day) if isinstance(on, SearchStrategy) else st.just(as_day(on, "on"))


def durations(
    *,
    shortest: DurationLike = "P1D",
    longest: DurationLike | None = None,
    units: str = _spans.UNITS,
) -> SearchStrategy[Duration]:
    """Lengths of a day or more, most of them such as agreements give; shrinks to a year.

    Args:
        shortest: no length is shorter, whichever day it is counted from.
        longest: none is longer; None: about four years.
        units: which parts a length has: some of the letters of ``"YMD"``.

    Raises:
        BadValue: where no length is left.
    """
    return _spans.durations(shortest, longest, units)


def periods(
    *,
    first: Drawn[DayLike] | None = None,
    last: Drawn[DayLike] | None = None,
    min_days: int = 1,
    max_days: int | None = None,
    open_ended: bool | None = None,
) -> SearchStrategy[Period]:
    """Periods; shrinks to one that begins with a year, and is a year.

    Args:
        first: the first day; None: any.
        last: the last day, included; None: any.
        min_days: how many days it has at least.
        max_days: how many at most; None: any number.
        open_ended: whether it has no last day; None: some have none, where neither ``last``
            nor ``max_days`` is given.

    Raises:
        BadValue: for a last day before the first, for bounds that leave no length, and for
            an open-ended period with a last day.
    """
    return _spans.periods(first, last, min_days, max_days, open_ended=open_ended)


def terms(**clauses: Unpack[Clauses]) -> SearchStrategy[Terms]:
    """Terms such as papers hold, with clauses that are absent, unknown and in conflict.

    Args:
        **clauses: the clauses of ``Terms`` by name, each a value or a strategy; the others
            are drawn so that they fit. Shrinks to a year between two parties, from
            1 January 2020, of which nobody has read anything else.

    Raises:
        BadValue: for a clause that terms do not have, and where those given by value
            contradict each other.
    """
    return _terms.terms_(_given(clauses))


def _given(clauses: Mapping[str, Any]) -> dict[str, SearchStrategy[Any]]:
    """Clauses as strategies; those that are values are checked at once."""
    require_known("terms", clauses, _CLAUSES)
    told = Terms(**plain(clauses))
    return {
        name: one if isinstance(one, SearchStrategy) else st.just(getattr(told, name))
        for name, one in clauses.items()
    }


def agreements(
    *,
    id: str = "life",  # noqa: A002 - an agreement's own field
    state: State | str | None = None,
    on: Drawn[DayLike] | None = None,
    terms: Drawn[Terms] | None = None,
    holding: type[Event] | Iterable[type[Event]] = (),
    **clauses: Unpack[Clauses],
) -> SearchStrategy[Agreement]:
    """Agreements as a register holds them: each step recorded on its day, in order.

    None of their events is an anomaly. For lives in which anything may have happened, in any
    order, see ``lives``.

    Args:
        id: the id they have.
        state: the state they stand in on the day ``on``; None: any state.
        on: that day.
        terms: what was agreed; None: terms of a clear period, between a town with a board and
            a mission, with sums that add up.
        holding: the kinds of events each of which they hold, by that day.
        **clauses: clauses of the terms, as ``terms`` takes them; where the period is among
            them, it is for the caller that the state can hold on the day.

    Raises:
        BadValue: for terms beside clauses, for a state without a day, for an event that such
            an agreement cannot hold, ``Entered`` and ``Started`` among them, and for what
            ``terms`` refuses.
    """
    if terms is not None and clauses:
        raise BadValue("terms", min(clauses), "must not stand beside a clause of its own")
    if state is not None and on is None:
        raise BadValue("on", on, "must be the day on which they stand in the state")
    given = _given(clauses)
    kinds = kinds_of(holding, Event, "holding")
    asked_state = None if state is None else member(State, state, "state")
    if not _orderly.states_for(kinds):
        names = ", ".join(sorted(one.__name__ for one in kinds))
        raise BadValue("holding", names, "must be events that one orderly agreement may hold")
    for one in kinds if asked_state else ():
        if asked_state not in _orderly.states_for((one,)):
            raise BadValue("holding", one.__name__, f"must be able to lie before {asked_state}")
    asked = _orderly.Asked(
        None if terms is None else drawn(terms),
        given,
        asked_state,
        days(first="2021-01-01") if on is None else _one_day(on),
        kinds,
    )
    return _orderly.orderly(asked, id)


@overload
def events(
    *,
    kind: type[E],
    on: Drawn[DayLike] | None = ...,
    of: Terms | Agreement | None = ...,
    **fields: object,
) -> SearchStrategy[E]: ...


@overload
def events(
    *,
    kind: Iterable[type[Event]] = ...,
    on: Drawn[DayLike] | None = ...,
    of: Terms | Agreement | None = ...,
    **fields: object,
) -> SearchStrategy[Event]: ...


def events(
    *,
    kind: type[Event] | Iterable[type[Event]] = EVENTS,
    on: Drawn[DayLike] | None = None,
    of: Terms | Agreement | None = None,
    **fields: object,
) -> SearchStrategy[Event]:
    """Events, with fields that are known and fields that are not.

    Args:
        kind: the kind, or several.
        on: the day; None: any, or one around which the agreement turns.
        of: the agreement they are about, or its terms: who acts, which days matter, and what
            is owed, decided and recorded are then its own.
        **fields: other fields of the event by name, each a value or a strategy.

    Raises:
        BadValue: for no kind at all, and for a field that an event of the kind does not have.
    """
    kinds = kinds_of(kind, Event, "kind")
    if not kinds:
        raise BadValue("kind", kinds, "must be at least one kind of event")
    for one in kinds:
        require_known(one.__name__, fields, attrs.fields_dict(one).keys() - {"on"})
    told = of.terms if isinstance(of, Agreement) else of
    return _events.events(
        kinds,
        on=None if on is None else _one_day(on),
        terms=told,
        recorded=tuple(type(one) for one in of.events) if isinstance(of, Agreement) else (),
        given={name: drawn(one) for name, one in fields.items()},
    )


def lives(  # noqa: PLR0913 - each narrows on its own
    *,
    id: str = "life",  # noqa: A002 - an agreement's own field
    terms: Drawn[Terms] | None = None,
    holding: type[Event] | Iterable[type[Event]] = (),
    states: State | str | Iterable[State | str] = (),
    min_events: int = 0,
    max_events: int = _lives.LONGEST,
    **clauses: Unpack[Clauses],
) -> SearchStrategy[Agreement]:
    """Whole lives, in which anything may have happened, and been recorded in any order.

    Most begin as the table has it and go on as agreements do; some are wild. Events of one
    day, late records, corrections of corrections, readings that differ and fields that nobody
    knows are all among them: an event may be one that no guard would have let pass, or have
    no effect at all. Shrinks to the fewest events.

    Args:
        id: the id they have.
        terms: what was agreed; None: any terms.
        holding: the kinds of events each of which they hold.
        states: the states that they pass, in any order, before the year 2050.
        min_events: how many events they hold at least.
        max_events: how many they hold at most; what they must hold goes before it.
        **clauses: clauses of the terms, as ``terms`` takes them.

    Raises:
        BadValue: for terms beside clauses, for bounds that leave no number, and for what
            ``terms`` refuses.
    """
    if terms is not None and clauses:
        raise BadValue("terms", min(clauses), "must not stand beside a clause of its own")
    is_whole(min_events, "min_events", 0)
    kinds = kinds_of(holding, Event, "holding")
    if max_events < max(min_events, len(kinds)):
        rule = f"must leave room for {max(min_events, len(kinds))} events"
        raise BadValue("max_events", max_events, rule)
    given = _given(clauses)
    named = (states,) if isinstance(states, str) else states
    asked = _lives.Asked(
        _terms.terms_(given) if terms is None else drawn(terms),
        kinds,
        frozenset(member(State, state, "states") for state in named),
        (min_events, max_events),
    )
    return _lives.agreements(asked, id)


def policies(  # noqa: PLR0913 - each narrows on its own
    *,
    name: Drawn[str] = "own",
    guards: Drawn[Iterable[Guard[Any]]] | None = None,
    hardened: Drawn[Iterable[str]] | None = None,
    norms: Drawn[Iterable[Norm]] | None = None,
    criteria: Drawn[CriteriaSet] | None = None,
    meetings: Drawn[Iterable[MeetingLike]] | None = None,
    soft: bool | None = None,
) -> SearchStrategy[Policy]:
    """Policies: guards of their own, soft guards hardened, numbers, criteria and meetings.

    Args:
        name: the name.
        guards: its own guards; None: up to two, hard and soft, of any event and of one.
        hardened: codes of soft guards that it makes hard; None: up to two of the library's.
        norms: its numbers; None: up to two.
        criteria: its criteria; None: one of those that come with the library.
        meetings: when its boards meet; None: on no day that is told, or on a few.
        soft: whether the guards that are drawn only warn; None: some do.

    Raises:
        BadValue: for what ``Policy`` refuses, and for guards beside ``soft``.
    """
    if guards is not None and soft is not None:
        raise BadValue("soft", soft, "must not stand beside the guards themselves")
    asked = {
        "name": name,
        "guards": guards,
        "hardened": hardened,
        "norms": norms,
        "criteria": criteria,
        "meetings": meetings,
    }
    given = {field: one for field, one in asked.items() if one is not None}
    told = Policy(**{"name": "own"} | plain(given))
    return _policies.policies(
        {
            field: one if isinstance(one, SearchStrategy) else st.just(getattr(told, field))
            for field, one in given.items()
        },
        soft=soft,
    )
