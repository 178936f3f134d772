"""What a life holds until a day, if nothing else is recorded: an outlook, a value.

Its timeline, the flags that would be up on the way, and what would fall due in money.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import DayLike, IsWorkingDay, as_day
from ioplife.errors import BadValue
from ioplife.flags import Raised, raised
from ioplife.indices import Observation
from ioplife.money import Payment, Refund
from ioplife.policy import DEFAULT, Policy
from ioplife.standing import Change, Standing
from ioplife.terms import Unknown


@attrs.frozen(kw_only=True)
class Balance:
    """What falls due in money from one day until another, as known on the later.

    Attributes:
        payments: each payment whose last day lies within them, both included.
        repayments: what is paid back of what was paid for days after the agreement's last
            day, where that lies within them, both included.
    """

    payments: tuple[Payment, ...] = ()
    repayments: tuple[Refund, ...] = ()

    @property
    def due(self) -> Decimal:
        """What the payments come to, as far as that is known; SEK."""
        return _sum(one.amount for one in self.payments)

    @property
    def repaid(self) -> Decimal:
        """What is paid back, as far as that is known; SEK."""
        return _sum(one.amount for one in self.repayments)

    @property
    def untold(self) -> int:
        """How many of them nobody can tell the amount of; they are in no sum."""
        amounts = [one.amount for one in self.payments] + [one.amount for one in self.repayments]
        return sum(isinstance(one, Unknown) for one in amounts)


def _sum(amounts: Iterable[Decimal | Unknown]) -> Decimal:
    return sum((one for one in amounts if not isinstance(one, Unknown)), Decimal(0))


@attrs.frozen(kw_only=True)
class Outlook:
    """What the life of an agreement holds until a day, if nothing else is recorded (utsikt).

    Attributes:
        on: the day from which flags and money are told.
        until: the last day, included.
        agreement: the agreement.
        standing: where it stands at the end of the last day.
        timeline: every change until then, past and to come.
        flags: what is flagged on the way, but for what is owed only after the last day; None:
            it was not asked for.
        money: what falls due, and what is paid back.
    """

    on: Date
    until: Date
    agreement: Agreement
    standing: Standing
    timeline: tuple[Change, ...]
    flags: tuple[Raised, ...] | None
    money: Balance


def outlook(  # noqa: PLR0913 - how it is asked; all but the days have their defaults
    agreement: Agreement,
    on: DayLike,
    *,
    until: DayLike,
    policy: Policy = DEFAULT,
    is_working_day: IsWorkingDay | None = None,
    indices: Iterable[Observation] = (),
    flags: bool = True,
) -> Outlook:
    """What the life of an agreement holds until a day.

    Args:
        agreement: the agreement.
        on: the day from which flags and money are told.
        until: the last day, included.
        policy: whose numbers and meetings the flags follow.
        is_working_day: whether a day is a working day (``ioplife.workdays``); None: what
            hangs on it is unknown.
        indices: what is known of the indices that amounts follow (``OPI``).
        flags: whether to work out the flags, day by day; that is most of the work.

    Raises:
        BadValue: for a day that is none, and for a last day before the first.
    """
    first, last = stretch(on, until)
    standing = agreement.on(last, is_working_day=is_working_day)
    observations = tuple(indices)
    due = agreement.payments(last, indices=observations)
    up = None
    if flags:
        runs = raised(agreement, first, until=last, policy=policy, is_working_day=is_working_day)
        up = tuple(one for one in runs if not _later(one, last))
    ended = isinstance(standing.last_day, Date) and first <= standing.last_day <= last
    return Outlook(
        on=first,
        until=last,
        agreement=agreement,
        standing=standing,
        timeline=agreement.timeline(until=last),
        flags=up,
        money=Balance(
            payments=tuple(one for one in due if first <= one.last <= last),
            repayments=agreement.repayments(last, indices=observations) if ended else (),
        ),
    )


_SERIES: Final = frozenset({"follow-up-due", "meeting-due", "report-due", "payment-due"})
"""The flags of what is owed again and again; of what is open-ended, for fifty years."""


def _later(one: Raised, last: Date) -> bool:
    """Whether a flag is of what is owed after the last day."""
    day = one.flag.day
    return one.flag.code in _SERIES and day is not None and day > last


def stretch(on: DayLike, until: DayLike) -> tuple[Date, Date]:
    """Two days, the second not before the first.

    Raises:
        BadValue: for a day that is none, and for a last day before the first.
    """
    first, last = as_day(on, "on"), as_day(until, "until")
    if last < first:
        raise BadValue("until", last.isoformat(), f"must not be before {first}")
    return first, last
