"""Strategies for agreements as a register holds them: step by step, to a state on a day."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import attrs
import hypothesis.strategies as st
from hypothesis import assume, reject
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import Duration, Period, next_day
from ioplife.errors import BadValue
from ioplife.events import (
    Amended,
    Approved,
    Cancelled,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowUpCalled,
    Initiated,
    NoticeGiven,
    Proposed,
    Remitted,
    Renewed,
    Rescinded,
    Signed,
    Started,
    Tabled,
    Withdrawn,
)
from ioplife.lifecycle import LIFECYCLE, Row
from ioplife.states import FINAL, State
from ioplife.terms import (
    UNLIMITED,
    Body,
    BodyKind,
    Breach,
    Contribution,
    Disbursement,
    Form,
    Notice,
    Party,
    RenewalOption,
    Sector,
    Terms,
    Unknown,
)
from ioplife.testing._draws import day_of, number, one_of, rarely, shifted
from ioplife.testing._events import drafted
from ioplife.testing._scenes import Scene
from ioplife.testing._terms import Given, terms_

PARTIES: Final = (
    Party(
        "town", "Town", sector=Sector.PUBLIC, bodies=(Body("board", "Board", kind=BodyKind.BOARD),)
    ),
    Party("mission", "Mission", sector=Sector.CIVIL),
)
_MONEY: Final[Mapping[str, Any]] = {
    "total": 1_000_000,
    "contributions": (
        Contribution("town", 500_000, form=Form.CASH, id="town"),
        Contribution("mission", 500_000, form=Form.IN_KIND, id="mission"),
    ),
    "disbursements": (Disbursement("mission", 500_000),),
}
_CLEAR: Final = ("P1Y", "P2Y", "P3Y", "P18M", "P6M")
_FULL: Final = (Initiated, Proposed, Approved)
_BEFORE: Final = {
    State.INITIATIVE: _FULL[:1],
    State.PROPOSED: _FULL[:2],
    State.DECLINED: (*_FULL[:2], Declined),
    State.APPROVED: _FULL,
    State.SIGNED: _FULL,
}
"""The steps to a state that lies before the first day."""

_CLAUSES: Final[Mapping[type[Event], tuple[str, Any]]] = {
    NoticeGiven: ("notice", Notice("P3M", written=True)),
    EndingLifted: ("notice", Notice("P3M", written=True)),
    Extended: ("renewal", RenewalOption("P1Y", times=UNLIMITED)),
    DemandMade: ("breach", Breach("P30D", written=True)),
    DemandCorrected: ("breach", Breach("P30D", written=True)),
    Cancelled: ("breach", Breach("P30D", written=True)),
}
"""The clause without which an event has no effect."""


def _clauses(given: Given, kinds: Sequence[type[Event]]) -> dict[str, SearchStrategy[Any]]:
    """What is asked for, and beside it what makes a state and an event possible at all."""
    found = dict(given)
    if "parties" not in found:
        found["parties"] = st.just(PARTIES)
        if {*_MONEY, "payments", "indexation"}.isdisjoint(found):
            found |= {name: st.just(one) for name, one in _MONEY.items()}
    for kind in kinds:
        if kind in _CLAUSES:
            name, clause = _CLAUSES[kind]
            found.setdefault(name, st.just(clause))
    return found


@attrs.frozen
class _Course:
    """What an orderly life is made from.

    Args:
        terms: what was agreed.
        period: from the first day to the last, or to what stands in for it.
        state: where the life leads.
        on: on which day.
        held: the kinds of events that it holds.
    """

    terms: Terms
    period: Period
    state: State
    on: Date
    held: frozenset[type[Event]] = frozenset()

    @property
    def actors(self) -> tuple[str, str]:
        """Who decides, and who takes the initiative: a board and a civil party, where known."""
        parties = () if isinstance(self.terms.parties, Unknown) else self.terms.parties
        public = [one for one in parties if one.sector is Sector.PUBLIC] or list(parties[:1])
        civil = [one for one in parties if one.sector is Sector.CIVIL] or list(parties[-1:])
        boards = [
            body.id
            for one in public
            for body in one.bodies
            if body.kind in {BodyKind.BOARD, BodyKind.COUNCIL}
        ]
        decides = (*boards, *(one.id for one in public), "town")[0]
        return decides, (*(one.id for one in civil), "mission")[0]

    def steps(self) -> list[type[Event]]:
        """The kinds of the steps before the signatures, with the detours that are held."""
        held = self.held
        if self.state is State.DECLINED and ConditionFailed in held:
            return [*_FULL, ConditionFailed]
        kinds: list[type[Event]] = list(_BEFORE.get(self.state, _FULL))
        if self.state is State.DECLINED and Withdrawn in held:
            kinds[-1] = Withdrawn
        if Proposed in kinds:
            after = kinds.index(Proposed) + 1
            put_off: list[type[Event]] = [one for one in (Tabled,) if one in held]
            sent_back: list[type[Event]] = [Remitted, Proposed] if Remitted in held else []
            kinds[after:after] = [*put_off, *sent_back]
        if Approved in kinds and ConditionMet in held:
            kinds.append(ConditionMet)
        return kinds

    def events(self, draw: DrawFn) -> list[Event]:
        """The steps to the state, each on its day; the last of them where it must be."""
        board, civil = self.actors
        early = self.state in _BEFORE
        latest = shifted(self.period.first, -1)
        if early:
            latest = min(latest, self.on)
        kinds = self.steps()
        signers: tuple[str, ...] = ()
        if self.state not in _BEFORE or self.state is State.SIGNED:
            signers = tuple(sorted(self.terms.party_ids)) or ("town", "mission")
        day = shifted(latest, -one_of(draw, (90, 30, 200, len(kinds) + len(signers))))
        left = (latest - day).days
        found: list[Event] = []
        for kind in kinds:
            step = number(draw, 0, left)
            day, left = shifted(day, step), left - step
            step_taken = _step(kind, day, board, civil)
            if kind is Approved and self.held & {ConditionMet, ConditionFailed}:
                step_taken = Approved(day, by=board, condition="budgeten")
            found.append(step_taken)
        for signer in signers:
            step = number(draw, 0, left)
            day, left = shifted(day, step), left - step
            found.append(Signed(day, by=signer))
        if self.state is State.FOLLOW_UP:
            called = day_of(draw, self.period.first, self.on)
            found.append(FollowUpCalled(called, by=civil))
        if self.state is State.RENEWED:
            found.append(self._renewed(draw, board))
        return found

    def _renewed(self, draw: DrawFn, board: str) -> Renewed:
        last = self.period.last or self.on
        after = next_day(last)
        decided = shifted(last, -one_of(draw, (30, 0, 90)))
        return Renewed(
            max(decided, self.period.first),
            by=board,
            successor="successor",
            period=Period.of(after, one_of(draw, _CLEAR)),
        )


def _step(kind: type[Event], day: Date, board: str, civil: str) -> Event:
    if kind is Proposed:
        return Proposed(day, by=civil, to=board)
    return kind(day, by=civil if kind is Initiated else board)


def _first_for(draw: DrawFn, state: State, on: Date, length: Duration) -> Date:
    """A first day with which an agreement of that length can stand so on that day."""
    days = Period.of(on, length).days or 1
    new_year = Date(on.year, 1, 1)
    if state in _BEFORE:
        return shifted(on, one_of(draw, (1, 31, 90, 300)))
    if state in (State.RENEWED, State.TERMINATED):
        first = Date(on.year - 1 - length.total_months // 12, 1, 1)
        latest = shifted(on, -days - 3)
        return first if not rarely(draw, 10) else shifted(latest, -number(draw, 0, 300))
    if new_year <= on < shifted(new_year, days - 2) and not rarely(draw, 10):
        return new_year
    return shifted(on, -number(draw, 0, max(0, days - 3)))


_ANY: Final = (
    State.ACTIVE,
    State.SIGNED,
    State.APPROVED,
    State.PROPOSED,
    State.INITIATIVE,
    State.FOLLOW_UP,
    State.TERMINATED,
    State.RENEWED,
    State.DECLINED,
)


@attrs.frozen
class Asked:
    """What an orderly agreement is asked to be.

    Args:
        terms: what its terms are drawn from; None: from clauses.
        clauses: the clauses that are drawn from something else.
        state: the state; None: any.
        on: the day on which it stands there; None: any.
        holding: the kinds of events it holds.
    """

    terms: SearchStrategy[Terms] | None
    clauses: Given
    state: State | None
    on: SearchStrategy[Date]
    holding: tuple[type[Event], ...]

    def with_terms(self, draw: DrawFn, state: State, on: Date) -> Terms:
        """Terms with which the state can hold on the day."""
        if self.terms is not None:
            return draw(self.terms)
        clauses = _clauses(self.clauses, self.holding)
        if {"first_day", "last_day", "length", "open_ended"}.isdisjoint(clauses):
            length = Duration.parse(one_of(draw, _CLEAR))
            clauses["first_day"] = st.just(_first_for(draw, state, on, length))
            clauses["length"] = st.just(length)
            clauses["last_day"] = _NOT_SAID
        return draw(terms_(clauses))


_NOT_SAID: Final = st.just(Terms().last_day)


@st.composite
def orderly(draw: DrawFn, asked: Asked, name: str) -> Agreement:
    """Agreements that stand in a state on a day, and hold what they are asked to hold."""
    on = draw(asked.on)
    state = one_of(draw, states_for(asked.holding)) if asked.state is None else asked.state
    terms = asked.with_terms(draw, state, on)
    held = frozenset(asked.holding)
    agreement = Agreement(name, terms, _course(draw, terms, state, on, held))
    for kind in asked.holding:
        for needed in (*_BEFOREHAND.get(kind, ()), kind):
            agreement = _with(draw, agreement, needed, on, asked.state)
    assume(agreement.on(on).state is state or asked.state is None)
    return agreement


_BEFOREHAND: Final[Mapping[type[Event], tuple[type[Event], ...]]] = {
    DemandCorrected: (DemandMade,),
    Cancelled: (DemandMade,),
    EndingLifted: (NoticeGiven,),
}
"""What another event answers."""

_LAST_STEPS: Final[frozenset[type[Event]]] = frozenset({Declined, Withdrawn, ConditionFailed})
"""What makes it declined."""


def can_hold(state: State, kind: type[Event]) -> bool:
    """Whether an orderly agreement that stands in a state may hold an event of a kind."""
    if kind in {Entered, Started}:
        return False
    if kind in _LAST_STEPS:
        return state is State.DECLINED
    sources = {
        source
        for row in LIFECYCLE.rows
        if isinstance(row, Row) and row.event is kind
        for source in row.sources
    }
    if state is State.DECLINED:
        early = {None, State.INITIATIVE, State.PROPOSED}
        return state in sources or not early.isdisjoint(sources)
    ranks = [-1 if source is None else source.rank for source in sources]
    over = sources <= FINAL
    return min(ranks) < state.rank or state in sources if not over else state in sources


def states_for(kinds: Sequence[type[Event]]) -> tuple[State, ...]:
    """The states in which an orderly agreement may hold events of some kinds."""
    return tuple(state for state in _ANY if all(can_hold(state, kind) for kind in kinds))


def _course(
    draw: DrawFn, terms: Terms, state: State, on: Date, held: frozenset[type[Event]]
) -> tuple[Event, ...]:
    standing = Agreement("terms", terms, (Entered("1900-01-01", state=State.SIGNED),)).on(on)
    first = terms.first_days[-1] if terms.first_days else on
    last = standing.last_day
    until = last if isinstance(last, Date) and last >= first else max(on, first)
    return tuple(_Course(terms, Period(first, until), state, on, held).events(draw))


_TRIES: Final = 6


def _with(
    draw: DrawFn, agreement: Agreement, kind: type[Event], on: Date, state: State | None
) -> Agreement:
    """The agreement with an event of a kind, if it can have one and then stands in a state."""
    if any(isinstance(event, kind) for event in agreement.events):
        return agreement
    scene = attrs.evolve(Scene.of(agreement.terms), edges=(on,))
    board, civil = _Course(agreement.terms, Period(on), State.ACTIVE, on).actors
    first = min((event.on for event in agreement.events), default=on)
    start = max(first, min(scene.span[0], on))
    told = [type(event) for event in agreement.events]
    changes: dict[str, Any] = _SAID.get(kind, _nothing)(agreement.terms)
    for _ in range(_TRIES):
        event = drafted(draw, kind, day_of(draw, start, on), scene).event([*told, kind])
        try:
            event = attrs.evolve(event, by=one_of(draw, (board, civil)), **changes)
        except BadValue:
            continue
        taken = agreement.record(event)
        latest = max(_days(event))
        if taken.on(max(on, latest)).anomalies:
            continue
        if state is None or taken.on(on).state is state:
            return taken
    return reject()


def _days(event: Event) -> tuple[Date, ...]:
    """The days on which an event is felt: its own, and that of what it puts in place."""
    put = event.to if isinstance(event, Corrected) else None
    return (event.on, put.on) if isinstance(put, Event) else (event.on,)


def _nothing(_terms: Terms) -> dict[str, Any]:
    return {}


_SAID: Final[Mapping[type[Event], Callable[[Terms], dict[str, Any]]]] = {
    NoticeGiven: lambda _terms: {"written": True, "under": None},
    DemandMade: lambda _terms: {"written": True},
    Rescinded: lambda terms: {"agreed_by": terms.party_ids, "answers": None},
    EndingDecided: lambda _terms: {"reason": "ekonomi"},
    Amended: lambda terms: {"agreed_by": terms.party_ids, "answers": None},
    Extended: lambda _terms: {"length": None},
}
"""What is known of an event, so that it has its effect."""
