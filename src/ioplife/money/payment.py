"""A payment, as it is known on a day: a value."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import Period
from ioplife.money.steps import Step
from ioplife.sources import Source
from ioplife.standing import Cause, Progress
from ioplife.terms import Unknown

REASONS: Final = (
    "disbursements-unread",
    "disbursement-unclear",
    "stub-unread",
    "end-unclear",
    "indexation-unread",
    "index-conflict",
    "no-observation",
    "observation-unread",
    "observations-disagree",
)
"""The codes of why an amount cannot be told; they are API."""


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


@attrs.frozen
class Portion:
    """What one of those who are paid gets, or gives back, of a sum that is settled.

    Attributes:
        id: the disbursement's id.
        to: the id of the party that is paid.
        amount: SEK.
    """

    id: str
    to: str
    amount: Decimal


@attrs.frozen
class TrueUp:
    """What is left to settle of a payment whose index was made up after it (avräkning).

    Attributes:
        before: what the payment came to by what was known on its last day, SEK.
        difference: what it comes to now, less that; it may be negative.
        split: who gets, or gives back, what of the difference; it adds up.
    """

    before: Decimal
    difference: Decimal
    split: tuple[Portion, ...]


@attrs.frozen(kw_only=True)
class Payment:
    """One payment, as it is known on the day asked (utbetalning).

    Attributes:
        on: the day asked.
        duty: the id of its plan: ``payment``, or ``payment:`` and its label.
        ordinal: its number, from 1.
        first: the first day on which it may be paid.
        last: the last day, included.
        covers: the days it pays for; None where nothing tells.
        nominal: SEK, before any index; UNKNOWN where the disbursements are, or what of them
            it pays.
        amount: SEK; UNKNOWN where ``reasons`` say why.
        steps: the steps of the index that count, in order, as far as their values are known.
        split: who gets what of it, in the order of the disbursements; it adds up.
        true_up: what is left to settle, where the index says otherwise now than on its last
            day; None: nothing is, or nobody can tell.
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
    covers: Period | None
    nominal: Decimal | Unknown
    amount: Decimal | Unknown
    steps: tuple[Step, ...]
    split: tuple[Share, ...]
    true_up: TrueUp | None
    provisional: bool
    undated: bool
    reasons: tuple[Cause, ...]
    progress: Progress
    sources: tuple[Source, ...]
