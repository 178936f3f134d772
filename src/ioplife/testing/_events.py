"""Strategies for events: of any kind, on any day, with fields known and unknown.

An event that names another by number is drawn as a *draft* first: which number it names is
settled when the order of recording is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, TypeAlias

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.dates import Duration, Period
from ioplife.events import (
    ENDED,
    EVENTS,
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
)
from ioplife.states import State
from ioplife.terms import UNKNOWN, Contribution, Disbursement, Notice, Terms, Unknown
from ioplife.testing._strategies import (
    FIRST_DAY,
    LAST_DAY,
    days,
    durations,
    rarely,
    sources,
    terms_,
    texts,
    weighted,
)

Fields: TypeAlias = dict[str, Any]


@attrs.frozen
class Scene:
    """What the events of one life are drawn from.

    Args:
        actors: who may act.
        edges: the days around which something turns.
        span: the first day of the period and the last, or what stands in for them.
        lines: what a resolution may settle besides the days.
    """

    actors: tuple[str, ...] = ("town", "mission")
    edges: tuple[Date, ...] = (Date(2021, 10, 1), Date(2023, 9, 30))
    span: tuple[Date, Date] = (Date(2021, 10, 1), Date(2023, 9, 30))
    lines: tuple[str, ...] = ("total",)

    @classmethod
    def of(cls, terms: Terms) -> Scene:
        """The scene that some terms set."""
        lasts = sorted({reading.day for reading in terms.last_readings})
        firsts = sorted({reading.day for reading in terms.first_readings})
        firsts = firsts or [_shift(day, -400) for day in lasts[:1]] or [Date(2021, 10, 1)]
        lasts = lasts or [_shift(firsts[-1], 700)]
        latest: list[Date] = []
        if isinstance(terms.notice, Notice) and isinstance(terms.notice.length, Duration):
            latest = [terms.notice.length.latest(day) for day in lasts]
        return cls(
            actors=tuple(terms.actors) or ("town", "mission"),
            edges=(*firsts, *lasts, *latest),
            span=(firsts[-1], lasts[0]),
            lines=(
                "total",
                *_lines("contributions", terms.contributions),
                *_lines("disbursements", terms.disbursements),
            ),
        )

    def near(self) -> SearchStrategy[Date]:
        """Days at an edge: the day itself, the day before, the day after."""
        return st.builds(_shift, st.sampled_from(self.edges), st.sampled_from((0, 1, -1, 2, -2)))

    def within(self) -> SearchStrategy[Date]:
        """Days of the period, as surely as it can be told."""
        first, last = self.span
        return days(min(first, last), max(first, last))

    def around(self) -> SearchStrategy[Date]:
        """Days between the edges, at them, and a little before and after them."""
        first, last = _shift(min(self.edges), -90), _shift(max(self.edges), 90)
        return weighted((6, self.within()), (3, self.near()), (1, days(first, last)))


def _lines(ledger: str, lines: tuple[Contribution | Disbursement, ...] | Unknown) -> list[str]:
    if isinstance(lines, Unknown):
        return [f"{ledger}.nobody"]
    return [f"{ledger}.{line.id}" for line in lines]


def _shift(day: Date, by: int) -> Date:
    return Date.fromordinal(day.toordinal() + by)


@attrs.frozen
class Draft:
    """An event to be, before the order of recording is known.

    Args:
        kind: which event.
        fields: its fields.
        names: which of the numbers that fit it names; None: what the fields say.
        to: for a correction, the draft of what it puts in place.
    """

    kind: type[Event]
    fields: Fields
    names: int | None = None
    to: Draft | None = None

    @property
    def on(self) -> Date:
        """Its day."""
        day = self.fields["on"]
        assert isinstance(day, Date)  # noqa: S101 - every draft has a day
        return day

    def event(self, recorded: Sequence[type[Event]]) -> Event:
        """The event, once it is known what is recorded, and in which order."""
        fields = dict(self.fields)
        if self.kind in _NAMING and self.names is not None:
            field, kinds, otherwise = _NAMING[self.kind]
            fit = [n for n, kind in enumerate(recorded, 1) if kind in kinds]
            fields[field] = fit[self.names % len(fit)] if fit else otherwise
        if self.to is not None:
            fields["to"] = self.to.event(recorded)
        return self.kind(**fields)


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

_WILD_NUMBERS: Final = st.integers(1, _MOST)


def _or_unknown(strategy: SearchStrategy[Any]) -> SearchStrategy[Any]:
    return weighted((5, strategy), (1, st.just(UNKNOWN)))


def _assessed(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    matters = st.sampled_from(("no_market", "legal_consultation", "linkoping:own-budget"))
    outcomes = st.sampled_from(Outcome)
    return _fields(matter=_or_unknown(matters), outcome=_or_unknown(outcomes))


def _proposed(scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(to=_or_unknown(st.sampled_from(scene.actors)))


def _approved(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(condition=weighted((3, st.none()), (2, texts()), (1, st.just(UNKNOWN))))


def _declined(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(referred_to=weighted((2, st.none()), (2, texts()), (1, st.just(UNKNOWN))))


@st.composite
def _entered(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    fitting = (*[State.ACTIVE] * 8, *[State.SIGNED] * 2, *State)
    state = draw(st.sampled_from([state for state in fitting if state is not State.FOLLOW_UP]))
    later = weighted(
        (2, st.just(on)),
        (2, st.builds(_shift, st.just(on), st.integers(0, 900))),
        (1, scene.near()),
    )
    seen = max(on, draw(later))
    reasons = {State.TERMINATED: sorted(ENDED), State.DECLINED: sorted(frozenset(Reason) - ENDED)}
    reason = draw(st.sampled_from([*reasons.get(state, [None]), UNKNOWN]))
    return {"state": state, "seen": UNKNOWN if rarely(draw, times=4) else seen, "reason": reason}


def _change_raised(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(reason=_or_unknown(st.sampled_from(ChangeReason)))


def _followed_up(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(
        answers=weighted((2, st.none()), (1, _WILD_NUMBERS), (1, st.just(UNKNOWN))),
        result=_or_unknown(st.sampled_from(Result)),
        recommendation=_or_unknown(st.none() | st.sampled_from(Recommendation)),
    )


def _notice_given(scene: Scene, on: Date) -> SearchStrategy[Fields]:
    when = st.sampled_from((None, UNKNOWN, on, *scene.edges))
    return _fields(written=st.sampled_from((True, False, UNKNOWN)), sent=when, received=when)


def _ending_decided(scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(last_day=_or_unknown(scene.near()), reason=_or_unknown(texts()))


def _agreed_by(scene: Scene) -> SearchStrategy[Any]:
    return _or_unknown(st.lists(st.sampled_from(scene.actors), max_size=4))


def _rescinded(scene: Scene, on: Date) -> SearchStrategy[Fields]:
    soon = st.builds(_shift, st.just(on), st.sampled_from((0, 1, 30, 90, 300, -1, -30)))
    last_days = weighted((3, soon), (2, st.none()), (3, scene.near()), (1, st.just(UNKNOWN)))
    answers = weighted((3, st.none()), (1, _WILD_NUMBERS), (1, st.just(UNKNOWN)))
    return _fields(last_day=last_days, agreed_by=_agreed_by(scene), answers=answers)


def _ending_lifted(scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(ending=_or_unknown(_WILD_NUMBERS), agreed_by=_agreed_by(scene))


@st.composite
def _renewed(draw: DrawFn, scene: Scene, on: Date) -> Fields:
    first = draw(weighted((3, scene.near()), (2, st.just(on)), (1, st.just(_shift(on, 90)))))
    known = draw(st.sampled_from((Period(first), Period.of(first, draw(durations())))))
    period = UNKNOWN if rarely(draw, times=3) else known
    return {"successor": draw(st.sampled_from(("successor", UNKNOWN))), "period": period}


def _noted(_scene: Scene, _on: Date) -> SearchStrategy[Fields]:
    return _fields(what=_or_unknown(texts()))


@st.composite
def _resolved(draw: DrawFn, scene: Scene, _on: Date) -> Fields:
    what = draw(st.sampled_from(("last_day", "first_day", "last_day", *scene.lines)))
    days_ = weighted((2, st.sampled_from(scene.edges)), (1, scene.near()), (1, days()))
    readings = days_ if what.endswith("_day") else st.sampled_from((0, 1_000_000, "700000.50"))
    return {"what": what, "reading": draw(_or_unknown(readings))}


FieldsOf: TypeAlias = Callable[[Scene, Date], SearchStrategy[Fields]]

_FIELDS_OF: Final[dict[type[Event], FieldsOf]] = {
    Assessed: _assessed,
    Proposed: _proposed,
    Approved: _approved,
    Declined: _declined,
    Entered: _entered,
    ChangeRaised: _change_raised,
    FollowedUp: _followed_up,
    NoticeGiven: _notice_given,
    EndingDecided: _ending_decided,
    Rescinded: _rescinded,
    EndingLifted: _ending_lifted,
    Renewed: _renewed,
    Noted: _noted,
    Resolved: _resolved,
}
"""What an event holds besides what every event does; those left out hold no more."""


def _fields(**strategies: SearchStrategy[Any]) -> SearchStrategy[Fields]:
    return st.fixed_dictionaries(strategies)


@st.composite
def _common(draw: DrawFn, scene: Scene) -> Fields:
    """What every event may say; most say little."""
    who = st.sampled_from((*scene.actors, *scene.actors, "stranger", UNKNOWN))
    found: Fields = {"by": draw(who)}
    if rarely(draw, times=1):
        override = st.builds(Override, st.just("notice-clause"), st.just("town"), texts())
        found |= {
            "basis": draw(_or_unknown(sources())),
            "stated": draw(texts()),
            "overrides": draw(st.lists(override, max_size=1)),
            "extra": draw(st.dictionaries(texts(), texts(), max_size=2)),
        }
    return found


@st.composite
def drafts(draw: DrawFn, kind: type[Event], on: Date, scene: Scene, *, deep: int = 1) -> Draft:
    """An event of a kind on a day, which may name another that is not recorded yet."""
    fields: Fields = {"on": on, **draw(_common(scene))}
    if kind is Corrected:
        return draw(_corrections(fields, scene, deep=deep))
    if kind in _FIELDS_OF:
        fields |= draw(_FIELDS_OF[kind](scene, on))
    names = draw(st.integers(0, 5)) if kind in _NAMING and not rarely(draw, times=6) else None
    return Draft(kind, fields, names)


@st.composite
def _corrections(draw: DrawFn, fields: Fields, scene: Scene, *, deep: int) -> Draft:
    fields |= {"why": draw(_or_unknown(texts()))}
    if rarely(draw, times=3):
        return Draft(Corrected, fields | {"event_no": 0, "to": draw(terms_())})
    if rarely(draw, times=3):
        fields |= {"event_no": draw(_WILD_NUMBERS)}
        names = None
    else:
        names = draw(st.integers(0, _MOST))
    to = None
    if deep and draw(st.booleans()):
        kind = draw(st.sampled_from(EVENTS))
        to = draw(drafts(kind, draw(scene.around()), scene, deep=deep - 1))
    return Draft(Corrected, fields, names, to)


@st.composite
def events(
    draw: DrawFn,
    kinds: Sequence[type[Event]] = EVENTS,
    *,
    on: SearchStrategy[Date] | None = None,
) -> Event:
    """Events of any of some kinds on any day, as if nothing else were recorded."""
    kind = draw(st.sampled_from(kinds))
    day = draw(days(FIRST_DAY, LAST_DAY) if on is None else on)
    draft = draw(drafts(kind, day, Scene()))
    return draft.event((kind,))
