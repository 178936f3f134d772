"""What is paid back of what was paid for days when the agreement was over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import groupby
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import Period, next_day
from ioplife.facts import facts
from ioplife.indices import Observation
from ioplife.lifecycle import Schedule
from ioplife.money.amounts import EXACT, apportioned, rounded
from ioplife.money.paying import questions
from ioplife.money.payment import Payment, Portion
from ioplife.money.question import Question
from ioplife.money.spans import begun, last_of, length
from ioplife.sources import UNVERIFIED, Source
from ioplife.standing import Cause, Progress, Standing
from ioplife.terms import UNKNOWN, Absent, CountedIn, Unknown

UNTOLD: Final = ("repayment-unread", "covers-unknown", "amount-unknown")
"""The codes of why what is paid back cannot be told; they are API."""


@attrs.frozen(kw_only=True)
class Refund:
    """What is paid back of one payment, as it is known on the day asked (återbetalning).

    Attributes:
        on: the day asked.
        duty: the id of the payment's plan.
        ordinal: the payment's number.
        covers: the days it paid for; None where nothing tells.
        unused: those of them on which the agreement was over; None as above.
        paid: what it came to, SEK; UNKNOWN where that cannot be told.
        by: whether that is told in days or in months; UNKNOWN where nobody has read it.
        part: how much of it is not used, as two whole numbers: so many of so many; None where
            that cannot be told.
        amount: what is paid back, SEK; UNKNOWN where ``reasons`` say why.
        split: who pays back what of it; it adds up.
        reasons: why the amount cannot be told; empty where it can.
        progress: how far the payment has come: that none is on record is not to say that none
            was made.
        sources: the clauses and papers it rests on.
    """

    on: Date
    duty: str
    ordinal: int
    covers: Period | None
    unused: Period | None
    paid: Decimal | Unknown
    by: CountedIn | Unknown
    part: tuple[int, int] | None
    amount: Decimal | Unknown
    split: tuple[Portion, ...]
    reasons: tuple[Cause, ...]
    progress: Progress
    sources: tuple[Source, ...]


_NOT_MADE: Final = (Progress.COMING, Progress.WAIVED)


def repayments(
    standing: Standing, schedule: Schedule, observations: Sequence[Observation] = ()
) -> tuple[Refund, ...]:
    """What is paid back of each payment for days after the last, where something ended it early.

    Of so many days paid for so many are not used; or of so many months so many are not begun.
    To the krona, half up. (ioplife default, unverified.) Empty where the agreement ends as its
    period does, and where the terms have no such clause.

    Args:
        standing: where the agreement stands on the day.
        schedule: what is owed, each by the terms that hold for it.
        observations: what is known of the indices.
    """
    last = _early(standing)
    if last is None:
        return ()
    with localcontext(EXACT):
        return tuple(
            found
            for _plan, some in groupby(
                questions(standing, schedule, observations), key=lambda one: one.paid
            )
            for found in _of_plan(list(some), last)
        )


def _early(standing: Standing) -> Date | None:
    """The last day, where something ends the agreement before its period does."""
    days, ends = standing.last_days, [one.day for one in standing.ends]
    if len(days) != 1 or all(one.last_day != days[0] for one in standing.endings):
        return None
    return days[0] if not ends or days[0] < min(ends) else None


def _of_plan(asked: Sequence[Question], last: Date) -> Iterator[Refund]:
    """What is paid back of the payments of a plan."""
    if isinstance(asked[0].paid.terms.repayment, Absent):
        return
    made = [one for one in asked if one.owed.progress not in _NOT_MADE]
    for one in made:
        if one.covers is not None and last_of(one.covers) > last:
            yield _refund(one, last)
    untold = [one for one in made if one.covers is None]
    if untold:  # the last of them may be for days after the last
        yield _refund(untold[-1], last)


def _refund(asked: Question, last: Date) -> Refund:
    payment, clause = asked.payment(), asked.paid.terms.repayment
    by = UNKNOWN if isinstance(clause, Absent | Unknown) else clause.by
    source = None if isinstance(clause, Absent | Unknown) else clause.source
    unused = _unused(payment.covers, last)
    reasons = tuple(_reasons(payment, by, source))
    part = None if payment.covers is None else _part(asked, payment.covers, last, by)
    amount: Decimal | Unknown = UNKNOWN
    if not reasons and part is not None and not isinstance(payment.amount, Unknown):
        amount = rounded(Fraction(payment.amount) * Fraction(*part))
    return Refund(
        on=payment.on,
        duty=payment.duty,
        ordinal=payment.ordinal,
        covers=payment.covers,
        unused=unused,
        paid=payment.amount,
        by=by,
        part=part,
        amount=amount,
        split=() if isinstance(amount, Unknown) else _split(payment, amount),
        reasons=reasons,
        progress=payment.progress,
        sources=tuple(
            dict.fromkeys((*((source,) if source else ()), *payment.sources, UNVERIFIED))
        ),
    )


def _reasons(payment: Payment, by: CountedIn | Unknown, source: Source | None) -> Iterator[Cause]:
    if isinstance(by, Unknown):
        yield Cause("repayment-unread", source=source)
    if payment.covers is None:
        yield Cause("covers-unknown")
    elif payment.reasons:
        codes = tuple(one.code for one in payment.reasons)
        yield Cause("amount-unknown", facts(reasons=codes))


def _unused(covers: Period | None, last: Date) -> Period | None:
    if covers is None:
        return None
    return Period(max(next_day(last), covers.first), covers.last)


def _part(
    asked: Question, covers: Period, last: Date, by: CountedIn | Unknown
) -> tuple[int, int] | None:
    """How much of what was paid for is not used: so many of so many."""
    span = asked.instalment.span
    if isinstance(by, Unknown) or span is None:
        return None
    if by is CountedIn.DAYS:
        whole, used = length(covers), last.toordinal() - covers.first.toordinal() + 1
        return whole - max(used, 0), whole
    months = begun(covers, span, asked.instalment.months)
    return sum(month > last for month in months), len(months)


def _split(payment: Payment, amount: Decimal) -> tuple[Portion, ...]:
    weights = [share.amount for share in payment.split if isinstance(share.amount, Decimal)]
    parts = apportioned(amount, weights, Decimal(1))
    return tuple(
        Portion(share.id, share.to, part) for share, part in zip(payment.split, parts, strict=True)
    )
