"""What the events of one life are drawn from: who acts, and the days around which it turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Duration, Period, day_before, next_day
from ioplife.duties import DutyKind, Window
from ioplife.terms import (
    AutomaticRenewal,
    Contribution,
    Disbursement,
    IndexClause,
    Instalment,
    Notice,
    RenewalOption,
    Terms,
    Unknown,
)
from ioplife.testing._draws import (
    day_of,
    one_of,
    shifted,
)


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
        terms: what was agreed, which an amendment changes.
    """

    actors: tuple[str, ...] = ("town", "mission")
    edges: tuple[Date, ...] = (Date(2021, 10, 1), Date(2023, 9, 30))
    span: tuple[Date, Date] = (Date(2021, 10, 1), Date(2023, 9, 30))
    lines: tuple[str, ...] = ("total",)
    steps: tuple[Date, ...] = ()
    owed: tuple[str, ...] = ("dialogue",)
    dues: tuple[Due, ...] = ()
    terms: Terms = attrs.field(factory=Terms)

    @classmethod
    def of(cls, terms: Terms) -> Scene:
        """The scene that some terms set."""
        lasts = sorted({reading.day for reading in terms.last_readings})
        firsts = sorted({reading.day for reading in terms.first_readings})
        firsts = firsts or [shifted(day, -400) for day in lasts[:1]] or [Date(2021, 10, 1)]
        lasts = lasts or [shifted(firsts[-1], 700)]
        latest = list(_latest(terms, lasts))
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
            terms=terms,
        )

    def near(self, draw: DrawFn) -> Date:
        """A day at an edge: the day itself, the day before, the day after."""
        return shifted(one_of(draw, self.edges), one_of(draw, (0, 1, -1, 2, -2)))

    def within(self, draw: DrawFn) -> Date:
        """A day of the period."""
        return day_of(draw, *self.span)

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


def _latest(terms: Terms, lasts: Sequence[Date]) -> Iterator[Date]:
    """The latest days for notice and for the option, and the last day of an extension."""
    notice, renewal = terms.notice, terms.renewal
    ahead = [notice.length] if isinstance(notice, Notice) else []
    if isinstance(renewal, RenewalOption):
        ahead += [renewal.ask_before] if isinstance(renewal.ask_before, Duration) else []
    elif isinstance(renewal, AutomaticRenewal):
        ahead.append(renewal.notice_before)
    lengths = [one for one in ahead if isinstance(one, Duration)]
    yield from (length.latest(day) for length in lengths for day in lasts)
    if isinstance(renewal, RenewalOption | AutomaticRenewal):
        longer = renewal.length
        if isinstance(longer, Duration):
            further = day_before(longer.after(next_day(lasts[-1])))
            yield further
            yield from (length.latest(further) for length in lengths)


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
    owed: list[tuple[str, Sequence[Window | Instalment], Duration]] = [
        (duty.id, duty.windows(period), duty.lead) for duty in duties
    ]
    owed += ((plan.id, plan.instalments(period), Duration()) for plan in terms.plans)
    for name, found, lead in owed:
        for window in found[:_FORESEEN]:
            for day in (window.due, window.first, window.last, lead.latest(window.due)):
                yield Due(day, name, window.ordinal)
