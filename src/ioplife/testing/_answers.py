"""Strategies for what the library answers: never made up, always asked of a drawn agreement."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

import attrs
import hypothesis.strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.chains import Chain, Joint, Link
from ioplife.deadlines import Deadline
from ioplife.decisions import Case, Decision, Finding, Option, Verdict, guard, met
from ioplife.differences import (
    Difference,
    FlagDifference,
    LastDayDifference,
    MoneyDifference,
    StateDifference,
)
from ioplife.duties import Duty, InMonths, PerWindow
from ioplife.events import (
    Approved,
    DemandMade,
    Entered,
    Event,
    Extended,
    Noted,
    NoticeGiven,
    Renewed,
    Rescinded,
)
from ioplife.flags import Flag, Raised, flag
from ioplife.indices import Observation
from ioplife.money import Payment, Portion, Refund, Share, Step, TrueUp
from ioplife.outlooks import Balance, Outlook
from ioplife.planning import Plan, PlanDay
from ioplife.policy import Policy
from ioplife.remarks import Remark, review
from ioplife.renewal import chain
from ioplife.simulation import Simulation, Supposed, simulate
from ioplife.sources import Source
from ioplife.standing import (
    Anomaly,
    Answered,
    Cause,
    Change,
    Demand,
    Ending,
    Extension,
    Finality,
    Occurrence,
    Standing,
)
from ioplife.states import State
from ioplife.terms import ABSENT, Disbursement, IndexClause, PaymentPlan, Repayment, Terms
from ioplife.testing import strategies
from ioplife.testing._draws import day_of, number, one_of, shifted
from ioplife.totals import Total, Totals

T = TypeVar("T")

_OWED: Final = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"))

ASKED: Final = Date(2024, 5, 1)
"""The day that most is asked on."""
_UNTIL: Final = "2030-12-31"


@attrs.frozen
class _Question:
    """What is asked: an agreement, and a day on which there is something to tell."""

    agreement: Agreement
    on: Date

    @property
    def standing(self) -> Standing:
        return self.agreement.on(self.on)


def _of(
    answer: Callable[[_Question], Iterable[T]],
    *,
    holding: type[Event] | tuple[()] = (),
    **clauses: Any,  # noqa: ANN401 - clauses of terms
) -> SearchStrategy[T]:
    """What is answered about agreements that stand in force and hold an event."""
    return _picked(
        strategies.agreements(state=State.ACTIVE, on=ASKED, holding=holding, **clauses), answer
    )


@st.composite
def _picked(
    draw: DrawFn,
    agreements: SearchStrategy[Agreement],
    answer: Callable[[_Question], Iterable[T]],
) -> T:
    found = tuple(answer(_Question(draw(agreements), ASKED)))
    return one_of(draw, found) if found else draw(st.nothing())


@st.composite
def _considered(draw: DrawFn) -> Decision:
    agreement = draw(strategies.agreements())
    event = draw(strategies.events(of=agreement))
    return agreement.consider(event, policy=draw(strategies.policies()))


_SEEN: Final = Source("A guard of a test")


@st.composite
def _cases(draw: DrawFn) -> Case:
    """What a guard is shown, caught by one that is asked."""
    seen: list[Case] = []

    @guard("own:looks-on", source=_SEEN, soft=True)
    def looks_on(case: Case) -> Finding:
        """Somebody looks on."""
        seen.append(case)
        return met()

    agreement = draw(strategies.agreements())
    policy = Policy("own", guards=(looks_on,))
    agreement.consider(draw(strategies.events(of=agreement)), policy=policy)
    return seen[0]


@st.composite
def _standings(draw: DrawFn) -> Standing:
    return draw(strategies.lives()).on(draw(strategies.days()))


@st.composite
def _chains(draw: DrawFn) -> Chain:
    """An agreement and its successor, with a gap, an overlap, or neither."""
    last = day_of(draw, Date(2023, 1, 1), Date(2024, 12, 31))
    first = shifted(last, one_of(draw, (1, 30, -30)))
    earlier = Agreement(
        "earlier",
        Terms(first_day="2021-01-01", last_day=last),
        [Renewed("2022-12-01", successor="later"), Entered("2021-01-01", state=State.ACTIVE)],
    )
    later = Agreement(
        "later", Terms(first_day=first, length="P1Y", follows=one_of(draw, ("earlier", "other")))
    )
    return chain([earlier, later], ASKED)


_PAID: Final = Terms(
    first_day="2021-01-01",
    last_day="2025-12-31",
    disbursements=(Disbursement("mission", 600_000), Disbursement("parish", 400_001)),
    payments=PaymentPlan(InMonths([1, 7]), timing="advance"),
    indexation=(IndexClause("OPI", "2022-01-01", last="2024-12-31"),),
    repayment=Repayment("days"),
)


@st.composite
def _payments(draw: DrawFn) -> tuple[Payment, ...]:
    """The payments of an agreement under an index, some of them to be settled anew."""
    percents = [number(draw, -30, 90) for _ in range(6)]
    known = [
        Observation("OPI", year, f"{tenths / 10:.1f}", status=status, published=Date(when, 6, 15))
        for place, year in enumerate((2022, 2023, 2024))
        for tenths, status, when in (
            (percents[place], "preliminary", year - 1),
            (percents[place] + percents[place + 3] + 1, "definitive", year),
        )
    ]
    return _paid(draw).payments(day_of(draw, Date(2023, 1, 1), Date(2025, 12, 31)), indices=known)


def _paid(draw: DrawFn, *events: Event) -> Agreement:
    first = Entered("2021-01-01", state=State.ACTIVE, seen=day_of(draw, ASKED, Date(2024, 6, 1)))
    return Agreement("life", _PAID, (first, *events))


@st.composite
def _refunds(draw: DrawFn) -> Refund:
    on = day_of(draw, Date(2024, 2, 1), Date(2024, 4, 30))
    ended = Rescinded(on, agreed_by=("mission", "town"))
    life = _paid(draw, ended)
    plain = attrs.evolve(life, terms=attrs.evolve(life.terms, indexation=ABSENT))
    return one_of(draw, plain.repayments(ASKED))


@st.composite
def _simulations(draw: DrawFn) -> Simulation:
    """What would follow if an agreement with payments were ended early."""
    on = day_of(draw, Date(2024, 6, 1), Date(2024, 12, 31))
    ended = Rescinded(on, agreed_by=("mission", "town"))
    return simulate(_paid(draw), [ended], on=ASKED, until="2025-02-28", force=True)


def _differing(found: Callable[[Difference], T]) -> SearchStrategy[T]:
    return _simulations().map(lambda one: found(one.diff))


def _plan_days(plan: Plan) -> list[PlanDay]:
    return [day for _name, day in plan.days]


def _with_slip(question: _Question) -> tuple[Anomaly, ...]:
    slip = Approved(question.on, by="board")
    return question.agreement.record(slip).on(question.on).anomalies


def _with_answer(question: _Question) -> tuple[Answered, ...]:
    note = Noted(question.on, by="town", what="känt", answers=f"{question.agreement.id}/ends")
    return question.agreement.record(note).on(question.on).answered


def _verdicts(question: _Question) -> tuple[Verdict, ...]:
    return question.agreement.consider(NoticeGiven(question.on, by="town")).verdicts


ANSWERS: Final[Mapping[type, Callable[[], SearchStrategy[Any]]]] = {
    Anomaly: lambda: _of(_with_slip),
    Answered: lambda: _of(_with_answer),
    Case: _cases,
    Cause: lambda: _of(lambda asked: [one.cause for one in asked.agreement.timeline(until=_UNTIL)]),
    Chain: _chains,
    Change: lambda: _of(lambda asked: asked.agreement.timeline(until=_UNTIL)),
    Deadline: lambda: _of(lambda asked: asked.agreement.deadlines(asked.on, within="P5Y")),
    Decision: _considered,
    Balance: lambda: _simulations().map(lambda one: one.money),
    Difference: lambda: _simulations().map(lambda one: one.diff),
    FlagDifference: lambda: _differing(lambda diff: (diff.flags or ())[0]),
    LastDayDifference: lambda: _differing(lambda diff: diff.last_day),
    MoneyDifference: lambda: _differing(lambda diff: diff.money[0]),
    Outlook: lambda: _simulations().map(lambda one: one.after),
    Raised: lambda: _simulations().map(lambda one: (one.flags or ())[0]),
    Simulation: _simulations,
    StateDifference: lambda: _differing(lambda diff: diff.states[0]),
    Supposed: lambda: _simulations().map(lambda one: one.steps[0]),
    Total: lambda: _simulations().map(lambda one: Totals.of([one]).after),
    Totals: lambda: st.lists(_simulations(), max_size=2).map(Totals.of),
    Demand: lambda: _of(lambda asked: asked.standing.demands, holding=DemandMade),
    Ending: lambda: _of(lambda asked: asked.standing.endings, holding=NoticeGiven),
    Extension: lambda: _of(lambda asked: asked.standing.extensions, holding=Extended),
    Finality: lambda: _of(lambda asked: asked.standing.final),
    Flag: lambda: _of(lambda asked: flag([asked.agreement], asked.on, within="P5Y")),
    Joint: lambda: _chains().map(lambda one: one.joints[0]),
    Link: lambda: _chains().map(lambda one: one.links[-1]),
    Occurrence: lambda: _of(lambda asked: asked.standing.occurrences, duties=[_OWED]),
    Option: lambda: _of(lambda asked: asked.agreement.options(asked.on)),
    Payment: lambda: _payments().map(lambda found: found[-1]),
    Plan: lambda: _of(lambda asked: [asked.agreement.plan(asked.on)]),
    PlanDay: lambda: _of(lambda asked: _plan_days(asked.agreement.plan(asked.on))),
    Portion: lambda: _refunds().map(lambda one: one.split[0]),
    Refund: _refunds,
    Remark: lambda: _of(lambda asked: review(asked.agreement, asked.on)),
    Share: lambda: _payments().map(lambda found: found[-1].split[-1]),
    Standing: _standings,
    Step: lambda: _payments().map(lambda found: found[-1].steps[0]),
    TrueUp: lambda: _payments().map(
        lambda found: next(one.true_up for one in found if one.true_up is not None)
    ),
    Verdict: lambda: _of(_verdicts),
}
"""What each answer of the library is drawn from."""
