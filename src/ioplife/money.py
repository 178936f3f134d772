"""What is paid, when, to whom and how much, as it is known on a day.

An amount that hangs on something nobody knows is UNKNOWN, and says why; it is never the
last one that was known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from functools import cached_property
from itertools import groupby
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import Period
from ioplife.duties import windows
from ioplife.facts import facts
from ioplife.indices import IndexStatus, Observation, counting
from ioplife.sources import UNVERIFIED, Source
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.terms import (
    UNKNOWN,
    Disbursement,
    IndexClause,
    PaymentPlan,
    StatedSum,
    Terms,
    Unknown,
    added,
)

REASONS: Final = (
    "disbursements-unread",
    "disbursement-unclear",
    "indexation-unread",
    "index-conflict",
    "no-observation",
    "observation-unread",
    "observations-disagree",
)
"""The codes of why an amount cannot be told; they are API."""

_EXACT: Final = Context(prec=12_000, rounding=ROUND_HALF_UP)
"""Room for a step in each year of the calendar, so that nothing is rounded before the end."""

_KRONA: Final = 0
_ORE: Final = -2
"""What is divided no further, as a power of ten of a krona."""


@attrs.frozen
class Step:
    """One step of an index that counts in a payment (uppräkning).

    Attributes:
        day: the day of the step.
        index: the index's name.
        year: the calendar year of that day, whose value counts.
        percent: the change.
        status: preliminary or definitive.
        published: when that value was published; UNKNOWN where no paper says.
        source: where it is published.
    """

    day: Date
    index: str
    year: int
    percent: Decimal
    status: IndexStatus
    published: Date | Unknown
    source: Source | None


@attrs.frozen
class Share:
    """What one of those who are paid gets of a payment.

    Attributes:
        id: the disbursement's id.
        to: the id of the party that is paid.
        nominal: SEK, before any index; UNKNOWN as the payment's.
        amount: SEK; UNKNOWN as the payment's.
    """

    id: str
    to: str
    nominal: Decimal | Unknown
    amount: Decimal | Unknown


@attrs.frozen(kw_only=True)
class Payment:
    """One payment, as it is known on the day asked (utbetalning).

    Attributes:
        on: the day asked.
        duty: the id of its plan: ``payment``, or ``payment:`` and its label.
        ordinal: its number, from 1.
        first: the first day on which it may be paid.
        last: the last day, included.
        nominal: SEK, before any index; UNKNOWN where the disbursements are.
        amount: SEK; UNKNOWN where ``reasons`` say why.
        steps: the steps of the index that count, in order, as far as their values are known.
        split: who gets what of it, in the order of the disbursements; it adds up.
        provisional: whether a preliminary value counts in the amount, so that it may change.
        undated: whether a value counts in the amount whose publication day is not known.
        reasons: why the amount cannot be told; empty where it can.
        progress: how far the payment has come.
        sources: the clauses and papers it rests on.
    """

    on: Date
    duty: str
    ordinal: int
    first: Date
    last: Date
    nominal: Decimal | Unknown
    amount: Decimal | Unknown
    steps: tuple[Step, ...]
    split: tuple[Share, ...]
    provisional: bool
    undated: bool
    reasons: tuple[Cause, ...]
    progress: Progress
    sources: tuple[Source, ...]


def payments(
    standing: Standing, terms: Terms, observations: Sequence[Observation] = ()
) -> tuple[Payment, ...]:
    """Every payment of every plan, past and to come, as it is known on the day asked.

    A year's sum is shared evenly between the plan's months. Steps up to the window's last
    day count, compounding; the year of a step is its calendar year. Only what an index has
    changed is rounded: at the payment, to the krona, half up. What does not divide evenly
    goes by largest remainder, the first first; to the krona, or to the öre where the
    disbursements have öre and no index has changed them. (ioplife default, unverified.)

    Args:
        standing: where the agreement stands on the day.
        terms: its terms, with what has been resolved.
        observations: what is known of the indices.
    """
    found: list[Payment] = []
    with localcontext(_EXACT):
        for plan in terms.plans:
            owed = [one for one in standing.occurrences if one.duty == plan.id]
            until = max((_last(one) for one in owed), default=standing.on)
            question = _Question(standing.on, terms, plan, until, tuple(observations))
            found += (question.payment(one, place) for one, place in question.placed(owed))
    return tuple(found)


def _last(one: Occurrence) -> Date:
    assert one.last is not None  # only an assessment has no last day  # noqa: S101
    return one.last


@attrs.frozen(eq=False)
class _Question:
    """What every payment of a plan is worked out from."""

    on: Date
    terms: Terms
    plan: PaymentPlan
    until: Date
    observations: tuple[Observation, ...]

    def placed(self, owed: Sequence[Occurrence]) -> Iterator[tuple[Occurrence, int]]:
        """Each with the place of its month among the plan's.

        By its window in the terms: one whose month was over before the agreement began is
        owed on another day.
        """
        if not owed:
            return
        (first,) = self.terms.first_days  # nothing is owed where the first day is not clear
        days = windows(self.plan.cadence, Period(first, self.until))
        month = {one.ordinal: one.first.month for one in days}
        for one in owed:
            yield one, self.plan.cadence.months.index(month[one.ordinal])

    @cached_property
    def lines(self) -> tuple[Disbursement, ...]:
        """The disbursements that the plan pays."""
        found = () if isinstance(self.terms.disbursements, Unknown) else self.terms.disbursements
        return tuple(one for one in found if self.plan.pays is None or one.id in self.plan.pays)

    def payment(self, one: Occurrence, place: int) -> Payment:
        """One payment, in the month at that place among the plan's."""
        nominal = self.parts[place]
        steps, lacking = self._steps(_last(one))
        reasons = (*self._unpaid(), *self._unclear(), *lacking)
        amount: Decimal | Unknown = UNKNOWN
        if not reasons and not isinstance(nominal, Unknown):
            amount = _indexed(nominal, steps)
        told = not isinstance(amount, Unknown)
        return Payment(
            on=self.on,
            duty=self.plan.id,
            ordinal=one.ordinal,
            first=one.first,
            last=_last(one),
            nominal=nominal,
            amount=amount,
            steps=steps,
            split=self._split(nominal, amount),
            provisional=told and any(one.status is IndexStatus.PRELIMINARY for one in steps),
            undated=told and any(isinstance(one.published, Unknown) for one in steps),
            reasons=reasons,
            progress=one.progress,
            sources=self._sources(steps),
        )

    # --- before any index ------------------------------------------------------------------

    def _unpaid(self) -> Iterator[Cause]:
        """Why the nominal amount cannot be told."""
        if isinstance(self.terms.disbursements, Unknown):
            yield Cause("disbursements-unread")
            return
        unclear = [one for one in self.lines if isinstance(_stated(one), Unknown)]
        if unclear:
            ids = tuple(one.id for one in unclear)
            yield Cause("disbursement-unclear", facts(disbursements=ids), unclear[0].source)

    @cached_property
    def parts(self) -> Sequence[Decimal | Unknown]:
        """What of a year's sum falls on each of the plan's months."""
        unread = isinstance(self.terms.disbursements, Unknown)
        year, months = UNKNOWN if unread else added(self.lines), self.plan.cadence.months
        if isinstance(year, Unknown):
            return [UNKNOWN] * len(months)
        return _apportioned(year, [Decimal(1)] * len(months), _unit(year))

    # --- the index -------------------------------------------------------------------------

    def _unclear(self) -> Iterator[Cause]:
        """Why it cannot be told which index counts, and from when."""
        clauses = self.terms.indexation
        if isinstance(clauses, Unknown):
            yield Cause("indexation-unread")
        elif isinstance(clauses, tuple) and self.terms.index_conflict:
            says = facts(
                indices=tuple(dict.fromkeys(one.index for one in clauses)),
                first_days=tuple(sorted({one.first for one in clauses})),
            )
            yield Cause("index-conflict", says, clauses[0].source)

    @property
    def clause(self) -> IndexClause | None:
        """The one index clause, where there is one and no other disagrees."""
        clauses = self.terms.indexation
        if isinstance(clauses, tuple) and clauses and not self.terms.index_conflict:
            return clauses[0]
        return None

    @cached_property
    def steps(self) -> tuple[tuple[Date, Step | str], ...]:
        """Every step there is: its day, and the step or the code of why it cannot be told."""
        clause = self.clause
        if clause is None:
            return ()
        return tuple((day, self._step(clause.index, day)) for day in clause.steps(self.until))

    def _steps(self, until: Date) -> tuple[tuple[Step, ...], tuple[Cause, ...]]:
        """The steps up to a day, and why some of them cannot be told."""
        clause = self.clause
        if clause is None:
            return (), ()
        by_then = [(day, found) for day, found in self.steps if day <= until]
        lacking = sorted((found, day.year) for day, found in by_then if isinstance(found, str))
        causes = (
            Cause(code, facts(index=clause.index, years=tuple(year for _code, year in some)))
            for code, some in groupby(lacking, key=lambda one: one[0])
        )
        return tuple(found for _day, found in by_then if isinstance(found, Step)), tuple(causes)

    def _step(self, index: str, day: Date) -> Step | str:
        found = counting(self.observations, index=index, year=day.year, on=self.on)
        if not found:
            return "no-observation"
        percents = {one.percent for one in found}
        if len(percents) > 1:
            return "observations-disagree"
        (percent,) = percents
        if isinstance(percent, Unknown):
            return "observation-unread"
        one = found[0]
        return Step(day, index, day.year, percent, one.status, one.published, one.source)

    # --- who gets what ---------------------------------------------------------------------

    def _split(self, nominal: Decimal | Unknown, amount: Decimal | Unknown) -> tuple[Share, ...]:
        """Who gets what, in proportion to the disbursements."""
        unit = _unit(*map(_stated, self.lines))
        shares = zip(
            self.lines,
            self._shares(nominal, unit),
            self._shares(amount, unit if amount == nominal else _KRONA),
            strict=True,
        )
        return tuple(Share(line.id, line.to, before, after) for line, before, after in shares)

    def _shares(self, whole: Decimal | Unknown, unit: int) -> Sequence[Decimal | Unknown]:
        if isinstance(whole, Unknown):
            return [UNKNOWN] * len(self.lines)
        weights = [one for one in map(_stated, self.lines) if not isinstance(one, Unknown)]
        return _apportioned(whole, weights, unit)

    def _sources(self, steps: tuple[Step, ...]) -> tuple[Source, ...]:
        """What the payment rests on: the plan, who is paid, the index, its values, our rules."""
        clauses = self.terms.indexation if isinstance(self.terms.indexation, tuple) else ()
        ours = bool(steps) or len(self.plan.cadence.months) > 1
        found = (
            self.plan.source,
            *(one.source for one in self.lines),
            *(one.source for one in clauses),
            *(one.source for one in steps),
            UNVERIFIED if ours else None,
        )
        return tuple(dict.fromkeys(one for one in found if one is not None))


def _stated(line: Disbursement) -> Decimal | Unknown:
    return line.amount.amount if isinstance(line.amount, StatedSum) else UNKNOWN


def _indexed(nominal: Decimal, steps: Sequence[Step]) -> Decimal:
    """The amount after the steps; rounded only where they have changed it."""
    amount = nominal
    for step in steps:
        amount *= 1 + step.percent.scaleb(-2)
    return nominal if amount == nominal else amount.quantize(Decimal(1))


def _unit(*amounts: Decimal | Unknown) -> int:
    """The krona; the öre where one of the amounts has öre."""
    ores = any(one % 1 for one in amounts if not isinstance(one, Unknown))
    return _ORE if ores else _KRONA


def _apportioned(whole: Decimal, weights: Sequence[Decimal], unit: int) -> list[Decimal]:
    """A whole in proportion to the weights, in whole units: they add up to it.

    What is over goes to the largest remainders, of equal ones to the first.
    """
    units, heavy = int(whole.scaleb(-unit)), [int(one.scaleb(-_ORE)) for one in weights]
    total = sum(heavy) or 1  # where nobody is paid anything, there is nothing to divide
    parts = [divmod(units * one, total) for one in heavy]
    over = units - sum(part for part, _rest in parts)
    largest = sorted(range(len(parts)), key=lambda place: -parts[place][1])[:over]
    return [
        Decimal(part + (place in largest)).scaleb(unit) for place, (part, _) in enumerate(parts)
    ]
