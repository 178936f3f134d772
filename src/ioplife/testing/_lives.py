"""Strategies for whole lives: terms, and events in the order of their recording."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import attrs
import hypothesis.strategies as st
from hypothesis import assume
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.events import (
    EVENTS,
    Adjusted,
    Amended,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    Approved,
    Assessed,
    Cancelled,
    ChangeRaised,
    Closed,
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
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    Noted,
    NoticeGiven,
    PartyLeft,
    Proposed,
    Remitted,
    RenewalDecided,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Stayed,
    StayLifted,
    Tabled,
    Voided,
    Waived,
    Withdrawn,
)
from ioplife.states import State
from ioplife.terms import UNKNOWN, Terms, Unknown
from ioplife.testing._draws import apart, number, one_of, rarely, shifted
from ioplife.testing._events import Draft, draft, drafted
from ioplife.testing._scenes import Scene
from ioplife.testing._terms import terms_

LONGEST: Final = 14
"""How many events a life holds at most after its opening."""

_GAPS: Final = (0, 7, 0, 1, 30, 21)
_AHEAD: Final = (365, 120, 200, 60, 20)
"""How many days before its first day an agreement is begun: shrinks to a new year's day."""

_DETOURS: Final[tuple[tuple[type[Event], ...], ...]] = (
    (),
    (Tabled,),
    (Tabled,),
    (Remitted, Proposed),
    (Remitted, Declined),
    (Declined,),
    (Withdrawn,),
)
"""What may come between the proposal and its approval."""

_RULED: Final[tuple[tuple[type[Event], ...], ...]] = (
    (),
    (),
    *[(Adjusted, Announced)] * 3,
    (Announced, AnnouncementRemoved),
    (Announced, AnnouncementRemoved, Announced),
    (Adjusted, Announced, Appealed),
    (Announced, Appealed, AppealDismissed),
    (Announced, Appealed, Stayed, StayLifted, AppealDismissed),
    (Announced, Appealed, Stayed, Annulled),
    (Appealed, Annulled),
)
"""What may become of a decision, the approval first of all."""

_CONDITIONS: Final[tuple[tuple[type[Event], ...], ...]] = (
    (),
    *[(ConditionMet,)] * 3,
    *[(ConditionFailed,)] * 2,
    (Withdrawn,),
)
"""What may come between the approval and the signatures."""

_USUAL: Final[tuple[tuple[type[Event], ...], ...]] = (
    (Noted,),
    *[(FollowUpCalled, FollowedUp)] * 4,
    (FollowUpCalled,),
    *[(FollowedUp,)] * 4,
    *[(Fulfilled,)] * 4,
    *[(Waived,)] * 4,
    (Waived, Fulfilled),
    (Fulfilled, Waived),
    (Noted, FollowedUp),
    (ChangeRaised, FollowedUp),
    *[(ChangeRaised, Rescinded)] * 2,
    (RenewalDecided,),
    (RenewalDecided, Renewed),
    (EndingDecided,),
    (EndingDecided, Closed),
    (EndingDecided, RenewalDecided),
    *[(NoticeGiven,)] * 3,
    (NoticeGiven, EndingLifted),
    *[(Extended,)] * 3,
    (Extended, Extended),
    (EndingDecided, Extended),
    (Extended, Adjusted, Announced),
    (Extended, Announced, Appealed, Annulled),
    *[(Amended,)] * 4,
    (Amended, Amended),
    (Amended, Appealed, Annulled),
    (ChangeRaised, Amended),
    (NoticeGiven, Amended),
    (NoticeGiven, Announced, Appealed, Stayed, Annulled),
    (RenewalDecided, Adjusted, Announced, AnnouncementRemoved, Announced),
    (EndingDecided, Announced, Appealed, AppealDismissed),
    (Appealed, Stayed, StayLifted),
    *[(DemandMade, DemandCorrected)] * 2,
    *[(DemandMade, Cancelled)] * 2,
    (DemandMade, DemandMade, DemandCorrected, Cancelled),
    (DemandMade,),
    (Cancelled, EndingLifted),
    (PartyLeft,),
    (PartyLeft, PartyLeft),
    (Voided,),
    (Rescinded,),
    (Rescinded, EndingLifted),
    (Renewed,),
    (Renewed, Closed),
    (Assessed,),
    *[(Resolved,)] * 3,
    *[(Corrected,)] * 3,
    *[(Corrected, Corrected)] * 4,
    (Entered,),
    (Started,),
    (Closed,),
)
"""What comes after one another once it is signed; now and then something else comes."""


def _opening(draw: DrawFn, terms: Terms, scene: Scene) -> list[Draft]:
    """How a life begins: with nothing, an entry in the register, or step by step."""
    way = one_of(draw, ("nothing", *["entered"] * 6, *["steps"] * 6, *["wild"] * 4))
    if way == "nothing":
        return []
    if way == "entered":
        day = scene.around(draw) if rarely(draw, 8) else scene.span[0]
        return [drafted(draw, Entered, day, scene)]
    assessed = one_of(draw, ((), (Assessed,)))
    detour = one_of(draw, _DETOURS) if way == "wild" else ()
    ruled = one_of(draw, _RULED) if rarely(draw, 10) else ()
    conditions = one_of(draw, _CONDITIONS) if way == "wild" else ()
    day = shifted(scene.span[0], -one_of(draw, _AHEAD))
    found = []
    for kind in (Initiated, *assessed, Proposed, *detour, Approved, *ruled, *conditions):
        day = shifted(day, one_of(draw, _GAPS))
        found.append(drafted(draw, kind, day, scene))
    found += _signatures(draw, terms, scene, day, at_an_edge=way == "wild")
    if rarely(draw, 1 if terms.first_readings else 16):
        day = shifted(found[-1].on, one_of(draw, _GAPS))
        found.append(drafted(draw, Started, day, scene))
    if way == "wild" and rarely(draw, 5):
        found = found[: number(draw, 0, len(found))]
    return found


def _signatures(
    draw: DrawFn, terms: Terms, scene: Scene, day: Date, *, at_an_edge: bool
) -> list[Draft]:
    """Each party signs, itself or by a body."""
    parties = () if isinstance(terms.parties, Unknown) else terms.parties
    found = []
    for place, party in enumerate(parties, 1):
        day = shifted(day, one_of(draw, _GAPS))
        if at_an_edge and place == len(parties):
            day = scene.near(draw)
        draft = drafted(draw, Signed, day, scene)
        by = one_of(draw, [party.id, *sorted({body.id for body in party.bodies})])
        found.append(attrs.evolve(draft, fields=draft.fields | {"by": by}))
    return found or [drafted(draw, Signed, day, scene)]


def _course(draw: DrawFn, scene: Scene, least: int, most: int) -> list[Draft]:
    """What comes after the opening, each thing on its day, soon after or the same day."""
    found: list[Draft] = []
    day = scene.span[0]
    times = number(draw, least, _MOST_TURNS) if least < _MOST_TURNS else least
    for _ in range(times):
        if len(found) >= most:
            break
        found += apart(draw, _turn, day, scene)
        day = found[-1].on if found else day
    return found


_MOST_TURNS: Final = 10


def _turn(draw: DrawFn, day: Date, scene: Scene) -> list[Draft]:
    """What comes next: one thing, or a few that belong together and may be left out."""
    kinds = one_of(draw, _USUAL)
    if rarely(draw, 4):
        kinds = (one_of(draw, EVENTS),)
    if not rarely(draw, 3):  # else on the day of the one before, or soon after
        day = scene.around(draw)
    found = []
    for kind in _some(draw, kinds) if len(kinds) > 1 else kinds:
        here, day = apart(draw, _one, kind, day, scene)
        found.append(here)
    return found


def _one(draw: DrawFn, kind: type[Event], day: Date, scene: Scene) -> tuple[Draft, Date]:
    """One event, and the day of the next."""
    return draft(draw, kind, day, scene), shifted(day, one_of(draw, _GAPS))


def _some(draw: DrawFn, kinds: tuple[type[Event], ...]) -> tuple[type[Event], ...]:
    """Nearly always all of what belongs together; shrinks to one of them alone."""
    place = number(draw, 0, _ALL)
    return kinds[place : place + 1] if place < len(kinds) else kinds


_ALL: Final = 30


_OPENING: Final = frozenset(
    {
        Initiated,
        Assessed,
        Proposed,
        Remitted,
        Tabled,
        Approved,
        ConditionMet,
        ConditionFailed,
        Declined,
        Withdrawn,
        Signed,
    }
)
"""What belongs before it is signed."""


def _held(draw: DrawFn, kind: type[Event], scene: Scene) -> Draft:
    """An event that a life must hold, on a day where it may have an effect."""
    if kind in _OPENING:
        day = shifted(scene.span[0], one_of(draw, (0, 7, 30, 1)) - one_of(draw, _AHEAD))
    else:
        day = scene.around(draw)
    return drafted(draw, kind, day, scene)


def _day(draft: Draft) -> Date:
    return draft.on


@st.composite
def lives(
    draw: DrawFn,
    *,
    holding: type[Event] | None = None,
    terms: SearchStrategy[Terms] | None = None,
) -> tuple[Terms, tuple[Event, ...]]:
    """Lives: what was agreed, and the events in the order in which they were recorded.

    Most begin as the table has it and go on as agreements do; some are wild. Events of one
    day, late records, corrections of corrections, readings that differ and fields that
    nobody knows are all among them. Each holds an event of the kind ``holding``, where
    that is asked for; most of the others hold it too now and then.
    """
    agreed = draw(terms_() if terms is None else terms)
    kinds = () if holding is None else (holding,)
    return agreed, tuple(_recorded(draw, agreed, kinds, (0, None)))


def _recorded(
    draw: DrawFn,
    terms: Terms,
    holding: Sequence[type[Event]],
    bounds: tuple[int, int | None],
    begun: Sequence[Draft] | None = None,
) -> list[Event]:
    """What is recorded of a life that is begun so, or in any way."""
    least, most = bounds
    scene = Scene.of(terms)
    order = one_of(draw, ("as drawn", "as drawn", "by day", "shuffled"))
    held = [_held(draw, kind, scene) for kind in holding]
    left = LONGEST if most is None else most - len(held)
    course = _course(draw, scene, max(0, least - len(held)), left)[:left]
    # Drawn last, so that a shorter way in leaves what comes after it as it was.
    opening = _opening(draw, terms, scene) if begun is None else [*begun]
    if most is not None:
        opening = opening[: max(0, left - len(course))]
    recorded = [*opening, *held, *course]
    if order == "by day":
        recorded.sort(key=_day)
    elif order == "shuffled":
        recorded = draw(st.permutations(recorded))
    kinds = [draft.kind for draft in recorded]
    return [draft.event(kinds) for draft in recorded]


_TOLD: Final = "2049-12-31"
"""The last day on which a life can pass a state that it is asked to pass."""


@attrs.frozen
class Asked:
    """What a life is asked to be.

    Args:
        terms: what its terms are drawn from.
        holding: the kinds of events it holds.
        states: the states it passes.
        bounds: how many events it holds, at least and at most.
    """

    terms: SearchStrategy[Terms]
    holding: tuple[type[Event], ...]
    states: frozenset[State]
    bounds: tuple[int, int]


@st.composite
def agreements(draw: DrawFn, asked: Asked, name: str) -> Agreement:
    """Lives as agreements; see the public ``lives``."""
    agreed = draw(asked.terms)
    begun = None
    if asked.states and not rarely(draw, 7):
        begun = _toward(draw, asked.states, Scene.of(agreed))
    recorded = _recorded(draw, agreed, asked.holding, asked.bounds, begun)
    life = Agreement(name, agreed, tuple(recorded))
    if asked.states and not _passes(life, asked.states):
        # What came after may have led elsewhere: without it, it may pass them still.
        kinds = [draft.kind for draft in begun or ()]
        life = Agreement(name, agreed, tuple(draft.event(kinds) for draft in begun or ()))
        assume(len(kinds) in range(asked.bounds[0], asked.bounds[1] + 1))
        assume(set(asked.holding) <= set(kinds) and _passes(life, asked.states))
    return life


def _passes(life: Agreement, states: frozenset[State]) -> bool:
    return states <= {change.after for change in life.timeline(until=_TOLD)}


def _toward(draw: DrawFn, states: frozenset[State], scene: Scene) -> list[Draft]:
    """The shortest way through some states: entered in the first of them, and led on."""
    first = min(states - {State.FOLLOW_UP}, key=_in_order, default=State.ACTIVE)
    start = scene.span[0]
    early = first.rank < State.ACTIVE.rank or first is State.DECLINED
    day = shifted(start, -31) if early else start
    entered = drafted(draw, Entered, day, scene)
    fields = entered.fields | {"state": first, "seen": day, "reason": None}
    if first in {State.TERMINATED, State.DECLINED}:
        fields["reason"] = UNKNOWN
    found = [attrs.evolve(entered, fields=fields)]
    if State.FOLLOW_UP in states:
        found.append(drafted(draw, FollowUpCalled, scene.within(draw), scene))
    if states >= {State.DECLINED} and first is not State.DECLINED:
        found.append(drafted(draw, Declined, day, scene))
    if State.RENEWED in states and first is not State.RENEWED:
        found.append(drafted(draw, Renewed, scene.within(draw), scene))
    return found


def _in_order(state: State) -> int:
    return state.rank
