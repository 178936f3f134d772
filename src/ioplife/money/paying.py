"""What is paid, when, to whom and how much, as it is known on a day.

An amount that hangs on something nobody knows is UNKNOWN, and says why; it is never the
last one that was known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import localcontext
from itertools import groupby

from pendulum import Date

from ioplife.indices import Observation
from ioplife.lifecycle import Schedule, Slot
from ioplife.money.amounts import EXACT
from ioplife.money.payment import Payment
from ioplife.money.plans import Paid
from ioplife.money.question import Question
from ioplife.standing import Standing
from ioplife.terms import Instalment, PaymentPlan


def payments(
    standing: Standing, schedule: Schedule, observations: Sequence[Observation] = ()
) -> tuple[Payment, ...]:
    """Every payment of every plan, past and to come, as it is known on the day asked.

    A year's sum is shared evenly between the plan's payments; a span that is cut is paid as
    the plan says. Steps up to the window's last day count, compounding. Only what an index
    has changed is rounded, as its clause says; else at the payment, to the krona, half up.
    What does not divide evenly goes by largest remainder, the first first; to the krona, or
    to the öre where the disbursements have öre and no index has changed them. (ioplife
    default, unverified.)

    Args:
        standing: where the agreement stands on the day.
        schedule: what is owed, each by the terms that hold for it.
        observations: what is known of the indices.
    """
    with localcontext(EXACT):
        return tuple(one.payment() for one in questions(standing, schedule, observations))


def questions(
    standing: Standing, schedule: Schedule, observations: Sequence[Observation]
) -> Iterator[Question]:
    """What each payment is worked out from."""
    known = {(one.duty, one.ordinal): one for one in standing.occurrences}
    renewals = tuple(period.first for period in schedule.periods[1:])
    slots = [slot for slot in schedule.slots if isinstance(slot.window, Instalment)]
    until = max((last_of(slot) for slot in slots), default=standing.on)
    for (plan, _terms), some in groupby(slots, key=lambda slot: (slot.owed, id(slot.terms))):
        owed = list(some)
        assert isinstance(plan, PaymentPlan)  # only its payments are instalments  # noqa: S101
        paid = Paid(owed[0].terms, plan, renewals, tuple(observations), until)
        for slot in owed:
            one = known.get((slot.id, slot.ordinal))
            if one is not None and isinstance(slot.window, Instalment):
                yield Question(standing, paid, one, slot.window)


def last_of(slot: Slot) -> Date:
    """The last day for a payment."""
    assert slot.last is not None  # only an assessment has none  # noqa: S101
    return slot.last
