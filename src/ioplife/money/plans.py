"""What every payment of a plan is worked out from, by the terms that hold for it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import attrs
from pendulum import Date

from ioplife.facts import facts
from ioplife.indices import Observation
from ioplife.money.steps import Chain
from ioplife.sources import Source
from ioplife.standing import Cause
from ioplife.terms import (
    Disbursement,
    IndexClause,
    PaymentPlan,
    Terms,
    Unknown,
    disagreeing,
)


@attrs.frozen(eq=False)
class Group:
    """Disbursements that follow the same index clauses.

    Attributes:
        lines: the disbursements.
        chain: the clauses.
    """

    lines: tuple[Disbursement, ...]
    chain: Chain

    def of(self, lines: Iterable[Disbursement]) -> Group:
        """The same of some of the disbursements alone."""
        ids = {one.id for one in lines}
        return Group(tuple(one for one in self.lines if one.id in ids), self.chain)


@attrs.frozen(eq=False)
class Paid:
    """A payment plan, and what it pays.

    Attributes:
        terms: the terms that hold for its payments.
        plan: the plan.
        renewals: the first days of the periods that follow the first.
        observations: what is known of the indices.
        until: the last day for any payment.
    """

    terms: Terms
    plan: PaymentPlan
    renewals: tuple[Date, ...]
    observations: tuple[Observation, ...]
    until: Date

    @cached_property
    def lines(self) -> tuple[Disbursement, ...]:
        """The disbursements that the plan pays."""
        found = () if isinstance(self.terms.disbursements, Unknown) else self.terms.disbursements
        return tuple(one for one in found if self.plan.pays is None or one.id in self.plan.pays)

    @cached_property
    def unclear(self) -> tuple[Cause, ...]:
        """Why it cannot be told which index counts, and from when."""
        if isinstance(self.terms.indexation, Unknown):
            return (Cause("indexation-unread"),)
        for followed in self._followed.values():
            clauses = disagreeing(followed)
            if clauses:
                says = facts(
                    indices=tuple(dict.fromkeys(one.index for one in clauses)),
                    first_days=tuple(sorted({one.first for one in clauses})),
                )
                return (Cause("index-conflict", says, clauses[0].source),)
        return ()

    @cached_property
    def _followed(self) -> dict[str, tuple[IndexClause, ...]]:
        """The index clauses that each disbursement follows; where none is known, all."""
        clauses = self.terms.indexation if isinstance(self.terms.indexation, tuple) else ()
        ids = [one.id for one in self.lines]
        if not ids:
            return {"": clauses}
        return {
            name: tuple(one for one in clauses if one.of is None or name in one.of) for name in ids
        }

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The disbursements by what they follow; none where clauses disagree."""
        if self.unclear:
            return ()
        found: dict[tuple[IndexClause, ...], list[Disbursement]] = {}
        for name, clauses in self._followed.items():
            found.setdefault(clauses, []).extend(one for one in self.lines if one.id == name)
        return tuple(
            Group(tuple(lines), Chain.of(clauses, self.renewals, self.observations, self.until))
            for clauses, lines in found.items()
        )

    def sources(self, lines: Iterable[Disbursement]) -> tuple[Source | None, ...]:
        """The papers that a payment of some lines rests on, but for the values of an index."""
        clauses = self.terms.indexation if isinstance(self.terms.indexation, tuple) else ()
        followed = {one for some in self._followed.values() for one in some}
        return (
            self.plan.source,
            *(one.source for one in lines),
            *(one.source for one in clauses if one in followed),
        )
