"""The steps of an index that count in what is paid, as they are known on a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import Unknown
from ioplife.facts import facts
from ioplife.indices import IndexStatus, Observation, counting
from ioplife.sources import Source
from ioplife.standing import Cause
from ioplife.terms import KRONA as TO_THE_KRONA
from ioplife.terms import IndexClause, Rounding

_WHOLE: Final = Decimal(100)


@attrs.frozen
class Step:
    """One step of an index that counts in a payment (uppräkning).

    Attributes:
        day: the day of the step.
        index: the index's name.
        year: the calendar year whose value counts: that of the day, less the clause's lag.
        percent: the change of the index.
        status: preliminary or definitive.
        published: when that value was published; UNKNOWN where no paper says.
        source: where it is published.
        share: how much of the change counts, in percent.
    """

    day: Date
    index: str
    year: int
    percent: Decimal
    status: IndexStatus
    published: Date | Unknown
    source: Source | None
    share: Decimal = _WHOLE

    @property
    def factor(self) -> Fraction:
        """What it multiplies an amount by."""
        return 1 + Fraction(self.percent) * Fraction(self.share) / 10_000


@attrs.frozen
class Known:
    """How an index has changed an amount, as far as that is known.

    Attributes:
        steps: the steps that count and are known.
        lacking: why others cannot be told.
        rounding: how the amount is rounded.
    """

    steps: tuple[Step, ...] = ()
    lacking: tuple[Cause, ...] = ()
    rounding: Rounding = TO_THE_KRONA

    @property
    def factor(self) -> Fraction:
        """What the steps multiply an amount by, all together."""
        factor = Fraction(1)
        for step in self.steps:
            factor *= step.factor
        return factor


@attrs.frozen(eq=False)
class Chain:
    """The index clauses that one amount follows, one after the other in time.

    Attributes:
        clauses: the clauses, none of which disagrees with another.
        renewals: the first days of the periods that follow the first.
        observations: what is known of the indices.
        until: no step after this day is asked for.
    """

    clauses: tuple[IndexClause, ...]
    renewals: tuple[Date, ...]
    observations: tuple[Observation, ...]
    until: Date

    @classmethod
    def of(
        cls,
        clauses: Sequence[IndexClause],
        renewals: tuple[Date, ...],
        observations: tuple[Observation, ...],
        until: Date,
    ) -> Chain:
        """The chain of clauses, of which those that say the same are one."""
        said = {one.said: one for one in reversed(clauses)}
        in_turn = tuple(sorted(said.values(), key=lambda one: one.first))
        return cls(in_turn, renewals, observations, until)

    @cached_property
    def _days(self) -> tuple[tuple[Date, IndexClause], ...]:
        """Every step there is, and the clause that takes it."""
        return tuple(
            (day, clause)
            for clause in self.clauses
            for day in clause.steps(self.until, self.renewals)
        )

    def known(self, until: Date, on: Date) -> Known:
        """What the steps up to the last day for a payment do to it.

        Args:
            until: the last day for the payment, included.
            on: the day: what is published later does not count, and of a clause that lets
                what was known then stand, nothing that was published after ``until``.
        """
        by_then = [(day, clause) for day, clause in self._days if day <= until]
        if not by_then:
            return Known()
        found = [self._settled(day, clause, until, on) for day, clause in by_then]
        steps = tuple(one for one in found if isinstance(one, Step))
        return Known(steps, tuple(_lacking(by_then, found)), by_then[-1][1].rounding)

    def _settled(self, day: Date, clause: IndexClause, until: Date, on: Date) -> Step | str:
        if clause.true_up is False and until < on:
            then = self._step(day, clause, until)
            if isinstance(then, Step):
                return then
        return self._step(day, clause, on)

    def _step(self, day: Date, clause: IndexClause, on: Date) -> Step | str:
        """A step, or the code of why it cannot be told."""
        year = clause.year_of(day)
        found = counting(
            self.observations,
            index=clause.index,
            year=year,
            on=on,
            vintage=clause.forecast_of(day),
        )
        if not found:
            return "no-observation"
        percents = {one.percent for one in found}
        if len(percents) > 1:
            return "observations-disagree"
        (percent,) = percents
        if isinstance(percent, Unknown):
            return "observation-unread"
        one = found[0]
        return Step(
            day,
            clause.index,
            year,
            percent,
            one.status,
            one.published,
            one.source,
            clause.share,
        )


def _lacking(
    asked: Sequence[tuple[Date, IndexClause]], found: Sequence[Step | str]
) -> Iterator[Cause]:
    """Why some of the steps cannot be told: a cause for each reason and index."""
    lacking = sorted(
        (code, clause.index, clause.year_of(day))
        for (day, clause), code in zip(asked, found, strict=True)
        if isinstance(code, str)
    )
    for (code, index), some in groupby(lacking, key=lambda one: one[:2]):
        years = tuple(dict.fromkeys(year for _code, _index, year in some))
        yield Cause(code, facts(index=index, years=years))
