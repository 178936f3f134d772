"""Strategies for each single value that people write: parties, clauses, sources, numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, TypeVar

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.absence import Absent
from ioplife.agreement import Agreement
from ioplife.criteria import CriteriaSet, Criterion
from ioplife.dates import Duration, Period
from ioplife.decisions import Finding, Guard, met, not_called_for, not_met, unknown
from ioplife.duties import Duty, Every, Fixed, Goal, Horizon, InMonths, Once, PerWindow, Window
from ioplife.events import EVENTS, Event, Override
from ioplife.indices import IndexStatus, Observation
from ioplife.meetings import Meeting
from ioplife.norms import Norm, Norms
from ioplife.policy import Policy
from ioplife.sources import Source
from ioplife.suppositions import NOT_RENEWED, NotRenewed, WhenDue
from ioplife.terms import (
    UNKNOWN,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    Description,
    Disbursement,
    Edge,
    FirstDays,
    Form,
    IndexClause,
    Notice,
    OnDay,
    Party,
    PaymentPlan,
    Precision,
    Reading,
    RenewalOption,
    Repayment,
    Rounding,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)
from ioplife.testing import _clauses, _duties, _paying, _policies, _terms, strategies
from ioplife.testing._draws import SOURCES, day_of, number, one_of, rarely, source, words

T = TypeVar("T")

_SPAN: Final = Period("2021-01-01", "2023-12-31")
_FIRST: Final = _SPAN.first
_LAST: Final = Date(2023, 12, 31)


@st.composite
def _built(draw: DrawFn, build: Callable[[DrawFn], T]) -> T:
    return build(draw)


def _day(draw: DrawFn) -> Date:
    return day_of(draw, _FIRST, _LAST)


def _reading(draw: DrawFn) -> Reading:
    return Reading(
        _day(draw),
        precision=one_of(draw, tuple(Precision)),
        text=one_of(draw, ("", words(draw))),
        source=one_of(draw, (None, *SOURCES)),
    )


def _stated(draw: DrawFn) -> Stated:
    found = _clauses.stated_day(draw, _day(draw), one_of(draw, tuple(Edge)))
    return found if isinstance(found, Stated) else Stated(text=words(draw))


def _sum(draw: DrawFn) -> Sum:
    return one_of(draw, _paying.SUMS)


def _stated_sum(draw: DrawFn) -> StatedSum:
    return StatedSum(tuple(_sum(draw) for _ in range(one_of(draw, (1, 1, 2, 0)))))


def _contribution(draw: DrawFn) -> Contribution:
    first, last = _paying.own_days(draw, _SPAN)
    payer = one_of(draw, _terms.NAMES)
    return Contribution(
        payer, _stated_sum(draw), form=one_of(draw, (*Form, UNKNOWN)), first=first, last=last
    )


def _disbursement(draw: DrawFn) -> Disbursement:
    first, last = _paying.own_days(draw, _SPAN)
    return Disbursement(one_of(draw, _terms.NAMES), _stated_sum(draw), first=first, last=last)


def _norm(draw: DrawFn) -> Norm:
    return one_of(draw, [*_terms.norms_of(draw, _FIRST), Norm("own:lead", 7, source=source(draw))])


def _meeting(draw: DrawFn) -> Meeting:
    return Meeting(_day(draw), one_of(draw, (None, "board")))


def _override(draw: DrawFn) -> Override:
    return Override(one_of(draw, ("notice-clause", "sums", "own:no-july")), "town", words(draw))


_PERCENTS: Final[tuple[str | Unknown, ...]] = ("2.5", "0", "-1.3", "10.25", UNKNOWN)


def _observation(draw: DrawFn) -> Observation:
    year = number(draw, 2020, 2024)
    return Observation(
        one_of(draw, ("OPI", "PKV")),
        year,
        one_of(draw, _PERCENTS),
        status=one_of(draw, tuple(IndexStatus)),
        published=UNKNOWN if rarely(draw, 5) else Date(one_of(draw, (year - 1, year)), 10, 15),
    )


def _guard(draw: DrawFn) -> Guard[Any]:
    return one_of(draw, _policies.GUARDS)


def _criterion(draw: DrawFn) -> Criterion:
    return one_of(draw, one_of(draw, _policies.CRITERIA).criteria)


def _finding(draw: DrawFn) -> Finding:
    return one_of(
        draw,
        (
            met(day=_FIRST),
            not_met(source(draw), from_day=_LAST, month=7),
            unknown(needs=("by",)),
            not_called_for(),
        ),
    )


def _window(draw: DrawFn) -> Window:
    owed = Duty("duty", "follow_up", _duties.per_window(draw, _duties.OFTEN))
    return one_of(draw, owed.windows(_SPAN))


def _on_day(draw: DrawFn) -> OnDay:
    return OnDay(number(draw, 1, 31), in_months=one_of(draw, _duties.MONTHS))


def _first_days(draw: DrawFn) -> FirstDays:
    return FirstDays(one_of(draw, (7, 1, 28)), one_of(draw, ("P3M", "P4M", "P1M")))


_BUILT: Final[Mapping[type, Callable[[DrawFn], object]]] = {
    Absent: lambda draw: Absent(one_of(draw, (None, *SOURCES))),
    AutomaticRenewal: _clauses.automatic,
    Body: lambda draw: one_of(draw, _terms.BODIES),
    Breach: _clauses.breach,
    Contribution: _contribution,
    CriteriaSet: lambda draw: one_of(draw, _policies.CRITERIA),
    Criterion: _criterion,
    Description: lambda draw: Description(words(draw), source=one_of(draw, (None, *SOURCES))),
    Disbursement: _disbursement,
    Duty: lambda draw: _duties.duty(draw, "duty.1", _terms.NAMES[:2], _SPAN),
    Every: lambda draw: _duties.every(draw, _duties.NTH),
    Finding: _finding,
    FirstDays: _first_days,
    Fixed: lambda draw: _duties.fixed(draw, _FIRST, _LAST),
    Goal: lambda draw: _duties.goal(draw, "goal.1"),
    Guard: _guard,
    Horizon: lambda draw: Horizon(
        one_of(draw, ("P6M", "P1M", "P2Y")), beyond=one_of(draw, (False, True))
    ),
    InMonths: lambda draw: InMonths(one_of(draw, _duties.MONTHS)),
    Meeting: _meeting,
    Norm: _norm,
    Notice: _clauses.notice,
    Observation: _observation,
    OnDay: _on_day,
    Once: lambda draw: _duties.once(draw, _FIRST, _LAST),
    Override: _override,
    Party: lambda draw: _terms.party(draw, number(draw, 0, 3)),
    PerWindow: lambda draw: _duties.per_window(draw, _duties.OFTEN),
    Reading: _reading,
    RenewalOption: _clauses.option,
    Repayment: lambda draw: Repayment(one_of(draw, _paying.COUNTED), text=words(draw)),
    Rounding: _paying.rounding,
    Source: lambda draw: one_of(draw, SOURCES),
    Stated: _stated,
    StatedSum: _stated_sum,
    Sum: _sum,
    Window: _window,
}

VALUES: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    **{kind: partial(_built, build) for kind, build in _BUILT.items()},
    **{kind: partial(strategies.events, kind=kind) for kind in EVENTS},
    Agreement: strategies.lives,
    Duration: strategies.durations,
    Event: strategies.events,
    IndexClause: lambda: _paying.clauses(_FIRST),
    NotRenewed: lambda: st.sampled_from([NOT_RENEWED, NotRenewed(by="town")]),
    Norms: lambda: strategies.policies().map(lambda policy: policy.numbers),
    PaymentPlan: lambda: _paying.plans(_SPAN),
    Period: strategies.periods,
    Policy: strategies.policies,
    Terms: strategies.terms,
    WhenDue: lambda: strategies.events().map(WhenDue),
}
"""What each value that people write is drawn from."""
