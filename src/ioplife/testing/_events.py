"""Strategies for events: of any kind, on any day, with fields known and unknown.

An event that names another by number is drawn as a *draft* first: which number it names is
settled when the order of recording is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.errors import BadValue
from ioplife.events import (
    DECISIONS,
    EVENTS,
    Amended,
    Annulled,
    Cancelled,
    ChangeRaised,
    Corrected,
    DemandCorrected,
    DemandMade,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    NoticeGiven,
    OfDecision,
    Override,
    PartyLeft,
    Renewed,
    Rescinded,
    Voided,
)
from ioplife.terms import UNKNOWN, Terms
from ioplife.testing._draws import (
    EARLIEST,
    LATEST,
    apart,
    days,
    number,
    one_of,
    rarely,
    source,
    words,
)
from ioplife.testing._fields import ENTERED_OVER, FIELDS_OF, MOST, Fields, known
from ioplife.testing._scenes import Scene
from ioplife.testing._terms import terms_

# --- drafts ------------------------------------------------------------------------------


@attrs.frozen
class Draft:
    """An event to be, before the order of recording is known.

    Args:
        kind: which event.
        on: its day.
        fields: its other fields.
        names: which of the numbers that fit it names; None: what the fields say.
        to: for a correction, the draft of what it puts in place.
    """

    kind: type[Event]
    on: Date
    fields: Fields
    names: int | None = None
    to: Draft | None = None

    def event(self, recorded: Sequence[type[Event]]) -> Event:
        """The event, once it is known what is recorded, and in which order."""
        fields = dict(self.fields)
        if self.names is not None:
            for field, kinds, otherwise in _NAMING.get(self.kind, ()):
                fit = [place for place, kind in enumerate(recorded, 1) if kind in kinds]
                fields[field] = fit[self.names % len(fit)] if fit else otherwise
        if self.to is not None:
            fields["to"] = self.to.event(recorded)
        return self.kind(self.on, **fields)


_CALLS: Final = frozenset({FollowUpCalled, ChangeRaised})
_ENDS: Final = frozenset({NoticeGiven, Rescinded, Cancelled, PartyLeft, Voided, Annulled, Renewed})
_DEMANDS: Final = frozenset({DemandMade})
_Naming: TypeAlias = tuple[str, frozenset[type[Event]], object]
_NAMING: Final[dict[type[Event], tuple[_Naming, ...]]] = {
    FollowedUp: (("answers", _CALLS, None),),
    Rescinded: (("answers", _CALLS, None),),
    Amended: (("answers", _CALLS, None), ("lifts", _ENDS, None)),
    EndingLifted: (("ending", _ENDS, UNKNOWN),),
    DemandCorrected: (("demand", _DEMANDS, UNKNOWN),),
    Cancelled: (("demand", _DEMANDS, UNKNOWN),),
    **{
        kind: (("decision", frozenset(DECISIONS), UNKNOWN),)
        for kind in EVENTS
        if issubclass(kind, OfDecision)
    },
    Corrected: (("event_no", frozenset(EVENTS), 1),),
}
"""The fields that name a number, the events they may name, and what they say without one."""


def _common(draw: DrawFn, scene: Scene) -> Fields:
    """What every event may say; most say little."""
    found: Fields = {"by": one_of(draw, (*scene.actors, *scene.actors, "stranger", UNKNOWN))}
    return found | apart(draw, _seldom) if rarely(draw, 1) else found


def _seldom(draw: DrawFn) -> Fields:
    return {
        "basis": source(draw),
        "stated": words(draw),
        "overrides": one_of(draw, ((), (Override("notice-clause", "town", "muntligt"),))),
        "extra": one_of(draw, ((), (("dnr", "SON 2021-404"),))),
    }


def drafted(draw: DrawFn, kind: type[Event], on: Date, scene: Scene, deep: int = 1) -> Draft:
    """An event of a kind on a day, which may name another that is not recorded yet."""
    return apart(draw, draft, kind, on, scene, deep)


def draft(draw: DrawFn, kind: type[Event], on: Date, scene: Scene, deep: int = 1) -> Draft:
    """As ``drafted``, within a larger part."""
    fields = _common(draw, scene)
    if kind is Corrected:
        return _correction(draw, on, fields, scene, deep)
    if kind in FIELDS_OF:
        fields |= FIELDS_OF[kind](draw, scene, on)
    names = number(draw, 0, 5) if kind in _NAMING and not rarely(draw, 5) else None
    return Draft(kind, on, fields, names)


def _correction(draw: DrawFn, on: Date, fields: Fields, scene: Scene, deep: int) -> Draft:
    """A correction of the terms, of a number that is recorded, or of any number."""
    fields |= {"why": known(draw, "fel dag")}
    names = number(draw, 0, MOST)
    if rarely(draw, 3):
        return Draft(Corrected, on, fields | {"event_no": 0, "to": draw(terms_())})
    to = None
    if deep and draw(_BOOLEANS):
        to = drafted(draw, one_of(draw, _IN_PLACE), scene.around(draw), scene, deep - 1)
    if rarely(draw, 3):
        return Draft(Corrected, on, fields | {"event_no": names + 1}, to=to)
    return Draft(Corrected, on, fields, names, to)


_BOOLEANS: Final = st.booleans()

_IN_PLACE: Final = (*EVENTS, *[Corrected] * 6)
"""What a correction may put in place of an event; another correction often enough to be seen."""


@st.composite
def events(  # noqa: PLR0913 - each narrows on its own
    draw: DrawFn,
    kinds: Sequence[type[Event]] = EVENTS,
    *,
    on: SearchStrategy[Date] | None = None,
    terms: Terms | None = None,
    recorded: Sequence[type[Event]] = (),
    given: Mapping[str, SearchStrategy[object]] = MappingProxyType({}),
) -> Event:
    """Events of any of some kinds on any day, as if nothing else were recorded.

    Args:
        draw: what draws.
        kinds: the kinds.
        on: what the day is drawn from; None: any day, or one around which the terms turn.
        terms: what was agreed; None: nobody knows.
        recorded: the kinds of the events before it.
        given: fields that are drawn from something else.
    """
    kind = one_of(draw, kinds)
    scene = Scene() if terms is None else Scene.of(terms)
    if on is not None:
        day = draw(on)
    else:
        day = draw(days(EARLIEST, LATEST)) if terms is None else scene.around(draw)
    asked: Fields = {name: draw(field) for name, field in given.items()}
    event = drafted(draw, kind, day, scene).event((*recorded, kind))
    if not asked:
        return event
    try:
        return attrs.evolve(event, **asked)
    except BadValue:  # another field does not go with what is asked for
        if kind is Entered and asked.get("state") in ENTERED_OVER:
            asked.setdefault("reason", UNKNOWN)
        return kind(day, **asked)
