"""What an event may hold besides what every event does: known and unknown, likely and not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import attrs
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Period
from ioplife.errors import BadValue
from ioplife.events import (
    ENDED,
    EVENTS,
    EXTRA,
    UNMADE,
    Amended,
    Approved,
    Assessed,
    Cancelled,
    ChangeRaised,
    ChangeReason,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    Fulfilled,
    Noted,
    NoticeGiven,
    OfDecision,
    Outcome,
    PartyLeft,
    Proposed,
    Recommendation,
    Renewed,
    Rescinded,
    Resolved,
    Result,
    Under,
    Voided,
    Waived,
)
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Edge,
    Terms,
    Unknown,
)
from ioplife.testing._clauses import breaches, notices, renewals, stated_day
from ioplife.testing._draws import (
    duration,
    number,
    one_of,
    rarely,
    shifted,
)
from ioplife.testing._duties import duties_of
from ioplife.testing._paying import amount, disbursements_of, indexation_of, payments_of
from ioplife.testing._scenes import Scene
from ioplife.testing._terms import terms_

Fields: TypeAlias = dict[str, Any]


MOST: Final = 20
"""The highest number that an event names by mistake."""


def known(draw: DrawFn, *options: object) -> object:
    """One of several, or UNKNOWN."""
    return UNKNOWN if rarely(draw, 3) else one_of(draw, options)


def _assessed(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    matter = known(draw, "no_market", "legal_consultation", "linkoping:own-budget")
    return {"matter": matter, "outcome": known(draw, *Outcome)}


def _proposed(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"to": known(draw, *scene.actors)}


def _approved(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"condition": known(draw, None, "budgeten", "statens beslut")}


def _declined(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"referred_to": known(draw, None, "föreningsbidrag")}


_ENTERED: Final = (
    *[State.ACTIVE] * 8,
    *[State.SIGNED] * 2,
    *(state for state in State if state is not State.FOLLOW_UP),
)
ENTERED_OVER: Final = {
    State.TERMINATED: tuple(sorted(ENDED)),
    State.DECLINED: tuple(sorted(UNMADE)),
}


def _entered(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    state = one_of(draw, _ENTERED)
    seen: Date | Unknown = on
    if rarely(draw, 14):
        due = one_of(draw, scene.dues).day if scene.dues else scene.near(draw)
        later = (due, shifted(on, number(draw, 0, 900)), due, scene.near(draw))
        seen = max(on, one_of(draw, later))
    elif rarely(draw, 4):
        seen = UNKNOWN
    over = ENTERED_OVER.get(state)
    reason = None if over is None else known(draw, *over)
    return {"state": state, "seen": seen, "reason": reason}


def _change_raised(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"reason": known(draw, *ChangeReason)}


def _answers(draw: DrawFn) -> object:
    return known(draw, None, None, None, number(draw, 1, MOST))


def _which(draw: DrawFn, scene: Scene, on: Date, names: Sequence[str]) -> Fields:
    """What is owed that an event answers: mostly something whose day is near."""
    near = [due for due in scene.dues if abs((due.day - on).days) < _NEAR and due.id in names]
    if near and not rarely(draw, 5):
        due = one_of(draw, near)
        return {"duty": due.id, "occurrence": one_of(draw, (None, due.ordinal, None))}
    duty = UNKNOWN if rarely(draw, 1) else one_of(draw, (*names, *names, "stranger"))
    which = one_of(draw, (None, None, None, *range(1, 5), EXTRA, UNKNOWN))
    return {"duty": duty, "occurrence": which}


_NEAR: Final = 200
"""So many days from what is due, an event is likely to be about it."""


def _followed_up(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    which: Fields = {"duty": None, "occurrence": None}
    if rarely(draw, 10):
        which = _which(draw, scene, on, scene.owed)
    elif rarely(draw, 1):
        which["occurrence"] = one_of(draw, (1, 2, EXTRA, UNKNOWN))
    return which | {
        "answers": _answers(draw),
        "result": known(draw, *Result),
        "recommendation": known(draw, None, *Recommendation),
    }


def _fulfilled(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return _which(draw, scene, on, scene.owed)


def _waived(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    fields = _which(draw, scene, on, scene.owed)
    if not isinstance(fields["occurrence"], int):
        fields["occurrence"] = one_of(draw, (1, 2, UNKNOWN))
    return fields | {"why": known(draw, "ingen kallade")}


def _notice_given(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return {
        "written": known(draw, True, False),  # noqa: FBT003 - what may be known
        "sent": known(draw, None, on, scene.near(draw)),
        "received": known(draw, None, on),
        "under": known(draw, None, None, *Under),
    }


def _of_decision(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"decision": known(draw, number(draw, 1, MOST))}


_APPLIES: Final = (0, 0, 30, 90, 365, -1)
_AGREED_DAYS: Final = (365, 92, -92, 731, 0)


def _amended(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    applies = shifted(on, one_of(draw, _APPLIES))
    return {
        "terms": _changed(draw, scene),
        "applies_from": known(draw, applies, applies, applies, scene.near(draw)),
        "agreed_by": _agreed_by(draw, scene),
        "answers": _answers(draw),
        "lifts": known(draw, None, None, None, number(draw, 1, MOST)),
    }


def _changed(draw: DrawFn, scene: Scene) -> Terms:
    """What was agreed with one thing changed; now and then other terms altogether."""
    terms, (first, last) = scene.terms, scene.span
    names = tuple(sorted(terms.party_ids))
    way = one_of(draw, _CHANGES)
    if way == "period":
        end = shifted(last, one_of(draw, _AGREED_DAYS))
        stated = stated_day(draw, end, Edge.LAST)
        return attrs.evolve(terms, last_day=stated, length=UNKNOWN, open_ended=False)
    if way == "how it goes on":
        changes: Fields = {"renewal": draw(renewals()), "notice": draw(notices())}
    elif way == "duties":
        changes = {"duties": duties_of(draw, names, Period(first, max(first, last)))}
    elif way == "money":
        span = Period(first, max(first, last))
        disbursed = disbursements_of(draw, names, span)
        paid = () if isinstance(disbursed, Unknown) else tuple(line.id for line in disbursed)
        changes = {"total": amount(draw), "disbursements": disbursed}
        changes["payments"] = payments_of(draw, names, span, paid)
        changes["indexation"] = indexation_of(draw, first, paid)
    elif way == "breach":
        changes = {"breach": draw(breaches())}
    else:
        return draw(terms_())
    try:
        return attrs.evolve(terms, **changes)
    except BadValue:  # an id of a duty that a goal has, or a plan of what is no longer paid
        return terms


_CHANGES: Final = (
    *["period"] * 6,
    *["how it goes on"] * 3,
    *["duties"] * 3,
    *["money"] * 3,
    "breach",
    "all of it",
)
"""What an amendment changes."""


def _extended(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"length": known(draw, None, None, None, duration(draw))}


def _demand_made(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"written": known(draw, True, True, False)}  # noqa: FBT003 - what may be known


def _demand_corrected(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"demand": known(draw, number(draw, 1, MOST))}


def _cancelled(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return _demand_corrected(draw, scene, on) | {"last_day": _end_on(draw, scene, on)}


def _party_left(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    party = known(draw, *scene.actors, *scene.actors, "stranger")
    return {"party": party, "last_day": _end_on(draw, scene, on)}


def _voided(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return {"last_day": _end_on(draw, scene, on)}


def _end_on(draw: DrawFn, scene: Scene, on: Date) -> object:
    soon = shifted(on, one_of(draw, _SOON))
    return known(draw, None, soon, soon, scene.near(draw))


_SOON: Final = (0, 1, 30, 90, 300, -1, -30)
"""How many days ahead something ends."""


def _ending_decided(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"last_day": known(draw, scene.near(draw)), "reason": known(draw, "ekonomi")}


def _agreed_by(draw: DrawFn, scene: Scene) -> object:
    return known(draw, scene.actors, scene.actors[:1], ())


def _rescinded(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return {
        "last_day": _end_on(draw, scene, on),
        "agreed_by": _agreed_by(draw, scene),
        "answers": _answers(draw),
    }


def _ending_lifted(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"ending": known(draw, number(draw, 1, MOST)), "agreed_by": _agreed_by(draw, scene)}


def _renewed(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    first = one_of(draw, (scene.near(draw), shifted(on, 90), on))
    period = known(draw, Period(first), Period.of(first, duration(draw)))
    return {"successor": known(draw, "successor"), "period": period}


def _noted(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    keys = [
        f"{LIFE}/ends",
        *(f"{LIFE}/{code}/{due.id}#{due.ordinal}" for due in scene.dues[:4] for code in _DUE_CODES),
    ]
    answers = known(draw, None, one_of(draw, keys), "another/ends")
    return {"what": known(draw, "en dom", "en utvärdering"), "answers": answers}


LIFE: Final = "life"
"""The id that the keys of flags give the agreement of a life."""

_DUE_CODES: Final = ("follow-up-due", "follow-up-overdue", "meeting-due", "payment-overdue")


def _resolved(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    steps = ("indexation",) * 3 if scene.steps else ("indexation",)
    what = one_of(draw, ("last_day", "first_day", "last_day", *scene.lines, *steps))
    if what == "indexation":
        return {"what": what, "reading": known(draw, *scene.steps, scene.near(draw))}
    if not what.endswith("_day"):
        return {"what": what, "reading": known(draw, 0, 1_000_000, "700000.50")}
    edge = one_of(draw, scene.edges)
    return {"what": what, "reading": known(draw, edge, edge, scene.around(draw))}


FIELDS_OF: Final[dict[type[Event], Callable[[DrawFn, Scene, Date], Fields]]] = {
    Assessed: _assessed,
    Proposed: _proposed,
    Approved: _approved,
    Declined: _declined,
    Entered: _entered,
    ChangeRaised: _change_raised,
    FollowedUp: _followed_up,
    Fulfilled: _fulfilled,
    Waived: _waived,
    **{kind: _of_decision for kind in EVENTS if issubclass(kind, OfDecision)},
    Amended: _amended,
    NoticeGiven: _notice_given,
    EndingDecided: _ending_decided,
    Extended: _extended,
    Rescinded: _rescinded,
    EndingLifted: _ending_lifted,
    DemandMade: _demand_made,
    DemandCorrected: _demand_corrected,
    Cancelled: _cancelled,
    PartyLeft: _party_left,
    Voided: _voided,
    Renewed: _renewed,
    Noted: _noted,
    Resolved: _resolved,
}
"""What an event holds besides what every event does; those left out hold no more."""
