"""One payment worked out: what it pays for, what it comes to, and who gets what of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

import attrs
from pendulum import Date

from ioplife.dates import Period
from ioplife.duties import Stub
from ioplife.facts import facts
from ioplife.indices import IndexStatus
from ioplife.money.amounts import KRONA, ORE, apportioned, rounded, rounded_by, unit_of
from ioplife.money.payment import Payment, Portion, Share, TrueUp
from ioplife.money.plans import Group, Paid
from ioplife.money.spans import common, last_of, part_of
from ioplife.money.steps import Known, Step
from ioplife.sources import UNVERIFIED, Source
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.terms import UNKNOWN, CountedIn, Disbursement, Instalment, Rounds, StatedSum, Unknown


@attrs.frozen(eq=False)
class Question:
    """What one payment is worked out from.

    Attributes:
        standing: where the agreement stands on the day asked.
        paid: its plan, and what that pays.
        owed: the payment as it stands on the day.
        instalment: the same, from the terms alone.
    """

    standing: Standing
    paid: Paid
    owed: Occurrence
    instalment: Instalment

    @property
    def last(self) -> Date:
        """The last day for it, included."""
        assert self.owed.last is not None  # only an assessment has none  # noqa: S101
        return self.owed.last

    def payment(self) -> Payment:
        """The payment, as it is known on the day asked."""
        on = self.standing.on
        told, known = self._told(on)
        before, _known = (told, known) if on <= self.last else self._told(self.last)
        steps = tuple(dict.fromkeys(step for one in known for step in one.steps))
        lacking = tuple(dict.fromkeys(cause for one in known for cause in one.lacking))
        amount: Decimal | Unknown = UNKNOWN if told is None else sum(told, Decimal(0))
        sure = not isinstance(amount, Unknown)
        return Payment(
            on=on,
            duty=self.owed.duty,
            ordinal=self.owed.ordinal,
            first=self.owed.first,
            last=self.last,
            covers=self.covers,
            nominal=self.nominal,
            amount=amount,
            steps=tuple(sorted(steps, key=lambda step: step.day)),
            split=self._split(told),
            true_up=self._true_up(before, told),
            provisional=sure and any(one.status is IndexStatus.PRELIMINARY for one in steps),
            undated=sure and any(isinstance(one.published, Unknown) for one in steps),
            reasons=(*self._unpaid, *self._uncut, *self.paid.unclear, *lacking),
            progress=self.owed.progress,
            sources=self._sources(steps),
        )

    # --- what it pays for --------------------------------------------------------------------

    @cached_property
    def covers(self) -> Period | None:
        """The days it pays for: as agreed, where it was made before its end was known."""
        one, done = self.instalment, self.owed.progress is Progress.FULFILLED
        return one.agreed if done and one.opened else one.covers

    @cached_property
    def _days(self) -> dict[str, Period | None]:
        """On which of these days each disbursement holds that is paid; None: nothing tells."""
        if self.covers is None:
            held = (one for one in self.paid.lines if self.last in one.days)
            return dict.fromkeys((one.id for one in held), None)
        found = ((one.id, common(one.days, self.covers)) for one in self.paid.lines)
        return {name: days for name, days in found if days is not None}

    @cached_property
    def lines(self) -> tuple[Disbursement, ...]:
        """The disbursements that it pays."""
        return tuple(one for one in self.paid.lines if one.id in self._days)

    @cached_property
    def _uncut(self) -> tuple[Cause, ...]:
        """Why it cannot be told which part of its span it pays for."""
        covers, plan = self.covers, self.paid.plan
        if covers is None:
            return ()
        whole, ends = plan.becomes is Stub.KEEP, self.standing.last_days
        apart = [one for one in self._days.values() if one is not None and one != covers]
        if (apart or not whole) and len(ends) > 1 and last_of(covers) > ends[0]:
            return (Cause("end-unclear", facts(days=ends), plan.source),)
        untold = isinstance(plan.by, Unknown)
        unread = isinstance(plan.becomes, Unknown) or (plan.becomes is Stub.PRORATE and untold)
        cut = [covers] if self.instalment.span != covers and unread else []
        for days in (*cut, *(apart if untold else ())):
            says = facts(first_day=days.first, last_day=days.last)
            return (Cause("stub-unread", says, plan.source),)
        return ()

    @cached_property
    def _weights(self) -> dict[str, Fraction]:
        """How much of what its span is worth it pays of each disbursement."""
        return {name: self._weight(days) for name, days in self._days.items()}

    def _weight(self, days: Period | None) -> Fraction:
        span, plan, covers = self.instalment.span, self.paid.plan, self.covers
        if days is None or span is None or days == span:
            return Fraction(1)
        if days == covers and plan.becomes is not Stub.PRORATE:
            return Fraction(0 if plan.becomes is Stub.DROP else 1)
        if not isinstance(plan.by, CountedIn):
            return Fraction(1)  # nobody can tell, and its reasons say so
        return part_of(days, span, self.instalment.months, plan.by)

    # --- before any index --------------------------------------------------------------------

    @cached_property
    def _unpaid(self) -> tuple[Cause, ...]:
        """Why what is paid a year cannot be told."""
        if isinstance(self.paid.terms.disbursements, Unknown):
            return (Cause("disbursements-unread"),)
        unclear = [one for one in self.lines if isinstance(stated(one), Unknown)]
        if not unclear:
            return ()
        ids = tuple(one.id for one in unclear)
        return (Cause("disbursement-unclear", facts(disbursements=ids), unclear[0].source),)

    @cached_property
    def nominal(self) -> Decimal | Unknown:
        """What it comes to before any index."""
        if self._unpaid or self._uncut:
            return UNKNOWN
        year = _sum(known(one) for one in self.lines)
        return self._part_of(self.lines, year, unit_of(year))

    def _part_of(self, lines: Sequence[Disbursement], year: Decimal, unit: Decimal) -> Decimal:
        """What of a year's sum of some disbursements it carries."""
        part = self.instalment.part
        whole = apportioned(part.years * year, [Decimal(1)] * part.parts, unit)[part.place]
        weight = self._weight_of(lines)
        return whole if weight == 1 else rounded(Fraction(whole) * weight, unit)

    def _weight_of(self, lines: Sequence[Disbursement]) -> Fraction:
        """How much of what the span is worth it pays of some disbursements together."""
        weights = {self._weights[one.id] for one in lines} or {Fraction(1)}
        if len(weights) == 1:
            return weights.pop()
        year = Fraction(_sum(known(one) for one in lines))
        paid = sum(Fraction(known(one)) * self._weights[one.id] for one in lines)
        return paid / year if year else Fraction(1)

    @cached_property
    def _nominals(self) -> dict[str, Decimal]:
        """What each disbursement is of it, before any index."""
        if isinstance(self.nominal, Unknown):
            return {}
        return self._shared(self.lines, self.nominal, unit_of(*map(stated, self.lines)))

    # --- after the index ---------------------------------------------------------------------

    @cached_property
    def _groups(self) -> tuple[Group, ...]:
        """The disbursements that it pays, by what they follow; where nobody has read them, all."""
        found = (group.of(self.lines) for group in self.paid.groups)
        return tuple(group for group in found if group.lines or not self.lines)

    def _told(self, on: Date) -> tuple[list[Decimal] | None, list[Known]]:
        """What each group comes to by what is known on a day, and what the index does to it.

        The first is None where that cannot be told.
        """
        does = [group.chain.known(self.last, on) for group in self._groups]
        nominal = self.nominal
        if not does or isinstance(nominal, Unknown) or any(one.lacking for one in does):
            return None, does
        if len(does) == 1:
            return [self._indexed(self._groups[0], does[0], nominal)], does
        nominals = (_sum(self._nominals[one.id] for one in group.lines) for group in self._groups)
        together = zip(self._groups, does, nominals, strict=True)
        return [self._indexed(*one) for one in together], does

    def _indexed(self, group: Group, does: Known, nominal: Decimal) -> Decimal:
        """What a group comes to; rounded only where the index has changed it."""
        factor, rounding = does.factor, does.rounding
        if factor == 1:
            return nominal
        if rounding.each is Rounds.PAYMENT:
            return rounded_by(Fraction(nominal) * factor, rounding)
        year = Fraction(_sum(known(one) for one in group.lines))
        unit = ORE if rounding.to < KRONA else KRONA
        return self._part_of(group.lines, rounded_by(year * factor, rounding), unit)

    # --- who gets what -----------------------------------------------------------------------

    def _split(self, told: Sequence[Decimal] | None) -> tuple[Share, ...]:
        """Who gets what, in proportion to the disbursements."""
        after = {} if told is None else self._amounts(told)
        return tuple(
            Share(
                one.id,
                one.to,
                self._nominals.get(one.id, UNKNOWN),
                after.get(one.id, UNKNOWN),
            )
            for one in self.lines
        )

    def _amounts(self, told: Sequence[Decimal]) -> dict[str, Decimal]:
        """What each disbursement is of it, of what each group comes to."""
        unit = unit_of(*map(stated, self.lines))
        found: dict[str, Decimal] = {}
        for group, amount in zip(self._groups, told, strict=True):
            nominal = _sum(self._nominals[one.id] for one in group.lines)
            least = unit if amount == nominal else unit_of(amount)
            found |= self._shared(group.lines, amount, least)
        return found

    def _shared(
        self, lines: Sequence[Disbursement], whole: Decimal, unit: Decimal
    ) -> dict[str, Decimal]:
        weights = [Fraction(known(one)) * self._weights[one.id] for one in lines]
        parts = apportioned(whole, weights, unit)
        return {one.id: part for one, part in zip(lines, parts, strict=True)}

    def _true_up(
        self, before: Sequence[Decimal] | None, after: Sequence[Decimal] | None
    ) -> TrueUp | None:
        """What is left to settle, where the index says otherwise now."""
        if before is None or after is None or before == after:
            return None
        then, now = self._amounts(before), self._amounts(after)
        split = tuple(Portion(one.id, one.to, now[one.id] - then[one.id]) for one in self.lines)
        return TrueUp(_sum(before), _sum(after) - _sum(before), split)

    def _sources(self, steps: tuple[Step, ...]) -> tuple[Source, ...]:
        """What the payment rests on: the plan, who is paid, the index, its values, our rules."""
        ours = UNVERIFIED if steps or self.paid.plan.ours else None
        found = (*self.paid.sources(self.lines), *(one.source for one in steps), ours)
        return tuple(dict.fromkeys(one for one in found if one is not None))


def stated(line: Disbursement) -> Decimal | Unknown:
    """What a disbursement is a year; UNKNOWN where that is not clear."""
    return line.amount.amount if isinstance(line.amount, StatedSum) else UNKNOWN


def known(line: Disbursement) -> Decimal:
    """The same, where it is clear."""
    amount = stated(line)
    assert not isinstance(amount, Unknown)  # the caller has seen that it is clear  # noqa: S101
    return amount


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))
