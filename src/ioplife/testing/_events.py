"""Strategies for events: of any kind, on any day, with fields known and unknown.

An event that names another by number is drawn as a *draft* first: which number it names is
settled when the order of recording is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import Duration, Period
from ioplife.duties import DutyKind, windows
from ioplife.events import (
    ENDED,
    EVENTS,
    EXTRA,
    Approved,
    Assessed,
    ChangeRaised,
    ChangeReason,
    Corrected,
    Declined,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Noted,
    NoticeGiven,
    Outcome,
    Override,
    Proposed,
    Reason,
    Recommendation,
    Renewed,
    Rescinded,
    Resolved,
    Result,
    Waived,
)
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Contribution,
    Disbursement,
    IndexClause,
    Notice,
    Terms,
    Unknown,
)
from ioplife.testing._strategies import (
    EARLIEST,
    LATEST,
    day_of,
    days,
    duration,
    number,
    one_of,
    rarely,
    shifted,
    source,
    terms_,
    words,
)

Fields: TypeAlias = dict[str, Any]


@attrs.frozen
class Due:
    """A day around which something owed turns.

    Args:
        day: the day: the first of its window, the last, or when it is due or opens.
        id: the id of the duty, or ``payment``.
        ordinal: which instance.
    """

    day: Date
    id: str
    ordinal: int


@attrs.frozen
class Scene:
    """What the events of one life are drawn from.

    Args:
        actors: who may act.
        edges: the days around which something turns.
        span: the first day of the period and the last, or what stands in for them.
        lines: what a resolution may settle besides the days.
        steps: the first steps of the index clauses.
        owed: the ids of what is owed, follow-ups first.
        dues: the days around which something owed turns, each with its id and ordinal.
    """

    actors: tuple[str, ...] = ("town", "mission")
    edges: tuple[Date, ...] = (Date(2021, 10, 1), Date(2023, 9, 30))
    span: tuple[Date, Date] = (Date(2021, 10, 1), Date(2023, 9, 30))
    lines: tuple[str, ...] = ("total",)
    steps: tuple[Date, ...] = ()
    owed: tuple[str, ...] = ("dialogue",)
    dues: tuple[Due, ...] = ()

    @classmethod
    def of(cls, terms: Terms) -> Scene:
        """The scene that some terms set."""
        lasts = sorted({reading.day for reading in terms.last_readings})
        firsts = sorted({reading.day for reading in terms.first_readings})
        firsts = firsts or [shifted(day, -400) for day in lasts[:1]] or [Date(2021, 10, 1)]
        lasts = lasts or [shifted(firsts[-1], 700)]
        latest: list[Date] = []
        if isinstance(terms.notice, Notice) and isinstance(terms.notice.length, Duration):
            latest = [terms.notice.length.latest(day) for day in lasts]
        return cls(
            actors=tuple(terms.actors) or ("town", "mission"),
            edges=(*firsts, *lasts, *latest),
            span=(min(firsts[-1], lasts[0]), max(firsts[-1], lasts[0])),
            lines=(
                "total",
                *_lines("contributions", terms.contributions),
                *_lines("disbursements", terms.disbursements),
            ),
            steps=tuple(_steps(terms.indexation)),
            owed=tuple(_owed(terms)) or ("dialogue",),
            dues=tuple(_dues(terms, Period(firsts[-1], max(firsts[-1], lasts[0])))),
        )

    def near(self, draw: DrawFn) -> Date:
        """A day at an edge: the day itself, the day before, the day after."""
        return shifted(one_of(draw, self.edges), one_of(draw, (0, 1, -1, 2, -2)))

    def around(self, draw: DrawFn) -> Date:
        """A day between the edges, at one, or a little before or after them all."""
        way = one_of(draw, (*["within"] * 6, *["near"] * 3, "wide", *["due"] * 2))
        if way == "within":
            return day_of(draw, *self.span)
        if way == "due" and self.dues:
            return shifted(one_of(draw, self.dues).day, one_of(draw, (0, 0, 1, -1)))
        if way == "near":
            return self.near(draw)
        return day_of(draw, shifted(min(self.edges), -90), shifted(max(self.edges), 90))


def _lines(ledger: str, lines: tuple[Contribution | Disbursement, ...] | Unknown) -> list[str]:
    if isinstance(lines, Unknown):
        return [f"{ledger}.nobody"]
    return [f"{ledger}.{line.id}" for line in lines]


def _steps(clauses: object) -> Iterator[Date]:
    for clause in clauses if isinstance(clauses, tuple) else ():
        if isinstance(clause, IndexClause):
            yield clause.first


def _owed(terms: Terms) -> Iterator[str]:
    """The ids by which events name what is owed, follow-ups first."""
    duties = terms.duties if isinstance(terms.duties, tuple) else ()
    yield from (duty.id for duty in duties if duty.kind is DutyKind.FOLLOW_UP)
    yield from (duty.id for duty in duties if duty.kind is not DutyKind.FOLLOW_UP)
    yield from (plan.id for plan in terms.plans)
    if isinstance(terms.goals, tuple):
        yield from (goal.id for goal in terms.goals)


_FORESEEN: Final = 6
"""So many instances of a duty are aimed at."""


def _dues(terms: Terms, period: Period) -> Iterator[Due]:
    duties = terms.duties if isinstance(terms.duties, tuple) else ()
    cadences = [(duty.id, duty.cadence, duty.lead) for duty in duties]
    cadences += ((plan.id, plan.cadence, Duration()) for plan in terms.plans)
    for name, cadence, lead in cadences:
        for window in windows(cadence, period)[:_FORESEEN]:
            for day in (window.due, window.first, window.last, lead.latest(window.due)):
                yield Due(day, name, window.ordinal)


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
        if self.kind in _NAMING and self.names is not None:
            field, kinds, otherwise = _NAMING[self.kind]
            fit = [place for place, kind in enumerate(recorded, 1) if kind in kinds]
            fields[field] = fit[self.names % len(fit)] if fit else otherwise
        if self.to is not None:
            fields["to"] = self.to.event(recorded)
        return self.kind(self.on, **fields)


_CALLS: Final = frozenset({FollowUpCalled, ChangeRaised})
_ENDS: Final = frozenset({NoticeGiven, Rescinded, Renewed})
_NAMING: Final[dict[type[Event], tuple[str, frozenset[type[Event]], object]]] = {
    FollowedUp: ("answers", _CALLS, None),
    Rescinded: ("answers", _CALLS, None),
    EndingLifted: ("ending", _ENDS, UNKNOWN),
    Corrected: ("event_no", frozenset(EVENTS), 1),
}
"""The field that names a number, the events it may name, and what it says when there is none."""

_MOST: Final = 20
"""The highest number that an event names by mistake."""


# --- fields ------------------------------------------------------------------------------


def _known(draw: DrawFn, *options: object) -> object:
    """One of several, or UNKNOWN."""
    return UNKNOWN if rarely(draw, 3) else one_of(draw, options)


def _assessed(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    matter = _known(draw, "no_market", "legal_consultation", "linkoping:own-budget")
    return {"matter": matter, "outcome": _known(draw, *Outcome)}


def _proposed(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"to": _known(draw, *scene.actors)}


def _approved(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"condition": _known(draw, None, "budgeten", "statens beslut")}


def _declined(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"referred_to": _known(draw, None, "föreningsbidrag")}


_ENTERED: Final = (
    *[State.ACTIVE] * 8,
    *[State.SIGNED] * 2,
    *(state for state in State if state is not State.FOLLOW_UP),
)
_ENTERED_OVER: Final = {
    State.TERMINATED: tuple(sorted(ENDED)),
    State.DECLINED: tuple(sorted(frozenset(Reason) - ENDED)),
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
    over = _ENTERED_OVER.get(state)
    reason = None if over is None else _known(draw, *over)
    return {"state": state, "seen": seen, "reason": reason}


def _change_raised(draw: DrawFn, _scene: Scene, _on: Date) -> Fields:
    return {"reason": _known(draw, *ChangeReason)}


def _answers(draw: DrawFn) -> object:
    return _known(draw, None, None, None, number(draw, 1, _MOST))


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
        "result": _known(draw, *Result),
        "recommendation": _known(draw, None, *Recommendation),
    }


def _fulfilled(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return _which(draw, scene, on, scene.owed)


def _waived(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    fields = _which(draw, scene, on, scene.owed)
    if not isinstance(fields["occurrence"], int):
        fields["occurrence"] = one_of(draw, (1, 2, UNKNOWN))
    return fields | {"why": _known(draw, "ingen kallade")}


def _notice_given(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    return {
        "written": _known(draw, True, False),  # noqa: FBT003 - what may be known
        "sent": _known(draw, None, on, scene.near(draw)),
        "received": _known(draw, None, on),
    }


def _ending_decided(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"last_day": _known(draw, scene.near(draw)), "reason": _known(draw, "ekonomi")}


def _agreed_by(draw: DrawFn, scene: Scene) -> object:
    return _known(draw, scene.actors, scene.actors[:1], ())


def _rescinded(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    soon = shifted(on, one_of(draw, (0, 1, 30, 90, 300, -1, -30)))
    return {
        "last_day": _known(draw, None, soon, soon, scene.near(draw)),
        "agreed_by": _agreed_by(draw, scene),
        "answers": _answers(draw),
    }


def _ending_lifted(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    return {"ending": _known(draw, number(draw, 1, _MOST)), "agreed_by": _agreed_by(draw, scene)}


def _renewed(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    first = one_of(draw, (scene.near(draw), shifted(on, 90), on))
    period = _known(draw, Period(first), Period.of(first, duration(draw)))
    return {"successor": _known(draw, "successor"), "period": period}


def _noted(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    keys = [
        f"{LIFE}/ends",
        *(f"{LIFE}/{code}/{due.id}#{due.ordinal}" for due in scene.dues[:4] for code in _DUE_CODES),
    ]
    answers = _known(draw, None, one_of(draw, keys), "another/ends")
    return {"what": _known(draw, "en dom", "en utvärdering"), "answers": answers}


LIFE: Final = "life"
"""The id that the keys of flags give the agreement of a life."""

_DUE_CODES: Final = ("follow-up-due", "follow-up-overdue", "meeting-due", "payment-overdue")


def _resolved(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    steps = ("indexation",) * 3 if scene.steps else ("indexation",)
    what = one_of(draw, ("last_day", "first_day", "last_day", *scene.lines, *steps))
    if what == "indexation":
        return {"what": what, "reading": _known(draw, *scene.steps, scene.near(draw))}
    if not what.endswith("_day"):
        return {"what": what, "reading": _known(draw, 0, 1_000_000, "700000.50")}
    edge = one_of(draw, scene.edges)
    return {"what": what, "reading": _known(draw, edge, edge, scene.around(draw))}


_FIELDS_OF: Final[dict[type[Event], Callable[[DrawFn, Scene, Date], Fields]]] = {
    Assessed: _assessed,
    Proposed: _proposed,
    Approved: _approved,
    Declined: _declined,
    Entered: _entered,
    ChangeRaised: _change_raised,
    FollowedUp: _followed_up,
    Fulfilled: _fulfilled,
    Waived: _waived,
    NoticeGiven: _notice_given,
    EndingDecided: _ending_decided,
    Rescinded: _rescinded,
    EndingLifted: _ending_lifted,
    Renewed: _renewed,
    Noted: _noted,
    Resolved: _resolved,
}
"""What an event holds besides what every event does; those left out hold no more."""


def _common(draw: DrawFn, scene: Scene) -> Fields:
    """What every event may say; most say little."""
    found: Fields = {"by": one_of(draw, (*scene.actors, *scene.actors, "stranger", UNKNOWN))}
    if rarely(draw, 1):
        found |= {
            "basis": source(draw),
            "stated": words(draw),
            "overrides": one_of(draw, ((), (Override("notice-clause", "town", "muntligt"),))),
            "extra": one_of(draw, ((), (("dnr", "SON 2021-404"),))),
        }
    return found


def drafted(draw: DrawFn, kind: type[Event], on: Date, scene: Scene, *, deep: int = 1) -> Draft:
    """An event of a kind on a day, which may name another that is not recorded yet."""
    fields = _common(draw, scene)
    if kind is Corrected:
        return _correction(draw, on, fields, scene, deep)
    if kind in _FIELDS_OF:
        fields |= _FIELDS_OF[kind](draw, scene, on)
    names = number(draw, 0, 5) if kind in _NAMING and not rarely(draw, 5) else None
    return Draft(kind, on, fields, names)


def _correction(draw: DrawFn, on: Date, fields: Fields, scene: Scene, deep: int) -> Draft:
    """A correction of the terms, of a number that is recorded, or of any number."""
    fields |= {"why": _known(draw, "fel dag")}
    names = number(draw, 0, _MOST)
    if rarely(draw, 3):
        return Draft(Corrected, on, fields | {"event_no": 0, "to": draw(terms_())})
    to = None
    if deep and draw(_BOOLEANS):
        to = drafted(draw, one_of(draw, EVENTS), scene.around(draw), scene, deep=deep - 1)
    if rarely(draw, 3):
        return Draft(Corrected, on, fields | {"event_no": names + 1}, to=to)
    return Draft(Corrected, on, fields, names, to)


_BOOLEANS: Final = st.booleans()


@st.composite
def events(
    draw: DrawFn,
    kinds: Sequence[type[Event]] = EVENTS,
    *,
    on: SearchStrategy[Date] | None = None,
) -> Event:
    """Events of any of some kinds on any day, as if nothing else were recorded."""
    kind = one_of(draw, kinds)
    day = draw(days(EARLIEST, LATEST) if on is None else on)
    return drafted(draw, kind, day, Scene()).event((kind,))
