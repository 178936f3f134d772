"""Strategies for whole lives: terms, and events in the order of their recording."""

from __future__ import annotations

from typing import Final

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.events import (
    EVENTS,
    Approved,
    Assessed,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Initiated,
    Noted,
    NoticeGiven,
    Proposed,
    Remitted,
    RenewalDecided,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Tabled,
    Withdrawn,
)
from ioplife.terms import Terms, Unknown
from ioplife.testing._events import Draft, Scene, drafts
from ioplife.testing._strategies import rarely, terms_

LONGEST: Final = 14
"""How many events a life holds at most after its opening."""

_GAPS: Final = (7, 0, 0, 1, 30)

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

_CONDITIONS: Final[tuple[tuple[type[Event], ...], ...]] = (
    (),
    *[(ConditionMet,)] * 3,
    *[(ConditionFailed,)] * 2,
    (Withdrawn,),
)
"""What may come between the approval and the signatures."""

_USUAL: Final[tuple[tuple[type[Event], ...], ...]] = (
    (Noted,),
    *[(FollowUpCalled, FollowedUp)] * 3,
    (FollowUpCalled,),
    (ChangeRaised, FollowedUp),
    *[(ChangeRaised, Rescinded)] * 2,
    (RenewalDecided,),
    (RenewalDecided, Renewed),
    (EndingDecided,),
    (EndingDecided, Closed),
    (EndingDecided, RenewalDecided),
    *[(NoticeGiven,)] * 2,
    (NoticeGiven, EndingLifted),
    (Rescinded,),
    (Rescinded, EndingLifted),
    (Renewed,),
    (Renewed, Closed),
    (Assessed,),
    (Resolved,),
    (Corrected,),
    (Corrected, Corrected),
    (Entered,),
    (Started,),
    (Closed,),
)
"""What comes after one another once it is signed; now and then something else comes."""


@st.composite
def _openings(draw: DrawFn, terms: Terms, scene: Scene) -> list[Draft]:
    """How a life begins: with nothing, an entry in the register, or step by step."""
    way = draw(st.sampled_from(("nothing", *["entered"] * 4, *["steps"] * 6, *["wild"] * 4)))
    if way == "nothing":
        return []
    if way == "entered":
        day = draw(scene.around()) if rarely(draw, times=8) else scene.span[0]
        return [draw(drafts(Entered, day, scene))]
    detour: tuple[type[Event], ...] = ()
    conditions: tuple[type[Event], ...] = ()
    if way == "wild":
        detour, conditions = draw(st.sampled_from(_DETOURS)), draw(st.sampled_from(_CONDITIONS))
    assessed = [Assessed] if draw(st.booleans()) else []
    steps = [Initiated, *assessed, Proposed, *detour, Approved, *conditions]
    day = _after(scene.span[0], -draw(st.sampled_from((120, 200, 60, 20))))
    found = []
    for kind in steps:
        day = _after(day, draw(st.sampled_from(_GAPS)))
        found.append(draw(drafts(kind, day, scene)))
    found += draw(_signatures(terms, scene, day, wild=way == "wild"))
    if rarely(draw, times=1 if terms.first_readings else 16):
        day = _after(found[-1].on, draw(st.sampled_from(_GAPS)))
        found.append(draw(drafts(Started, day, scene)))
    if way == "wild" and rarely(draw, times=5):
        found = found[: draw(st.integers(0, len(found)))]
    return found


@st.composite
def _signatures(draw: DrawFn, terms: Terms, scene: Scene, day: Date, *, wild: bool) -> list[Draft]:
    """Each party signs, itself or by a body; the last of them perhaps at an edge."""
    parties = () if isinstance(terms.parties, Unknown) else terms.parties
    found = []
    for number, party in enumerate(parties, 1):
        bodies = sorted({body.id for body in party.bodies})
        day = _after(day, draw(st.sampled_from(_GAPS)))
        if number == len(parties) and wild:
            day = draw(scene.near())
        draft = draw(drafts(Signed, day, scene))
        by = draw(st.sampled_from([party.id, *bodies]))
        found.append(attrs.evolve(draft, fields=draft.fields | {"by": by}))
    return found or [draw(drafts(Signed, day, scene))]


@st.composite
def _courses(draw: DrawFn, scene: Scene) -> list[Draft]:
    """What comes after the opening, each thing on its day, soon after or the same day."""
    found: list[Draft] = []
    day = scene.span[0]
    while len(found) < LONGEST and draw(st.sampled_from((False, *[True] * 5))):
        kinds = draw(st.sampled_from(_USUAL))
        if rarely(draw, times=4):
            kinds = (draw(st.sampled_from(EVENTS)),)
        if not rarely(draw, times=3):  # else on the day of the one before
            day = draw(scene.around())
        for kind in kinds:
            found.append(draw(drafts(kind, day, scene)))
            day = _after(day, draw(st.sampled_from(_GAPS)))
    return found


def _after(day: Date, days: int) -> Date:
    return Date.fromordinal(day.toordinal() + days)


def _day(draft: Draft) -> Date:
    return draft.on


@st.composite
def lives(draw: DrawFn) -> tuple[Terms, tuple[Event, ...]]:
    """Lives: what was agreed, and the events in the order in which they were recorded.

    Most begin as the table has it and go on as agreements do; some are wild. Events of one
    day, late records, corrections of corrections, readings that differ and fields that
    nobody knows are all among them.
    """
    terms = draw(terms_())
    scene = Scene.of(terms)
    opening = draw(_openings(terms, scene))
    recorded = [*opening, *draw(_courses(scene))]
    order = draw(st.sampled_from(("as drawn", "as drawn", "by day", "shuffled")))
    if order == "by day":
        recorded.sort(key=_day)
    elif order == "shuffled":
        recorded = list(draw(st.permutations(recorded)))
    kinds = [draft.kind for draft in recorded]
    return terms, tuple(draft.event(kinds) for draft in recorded)
