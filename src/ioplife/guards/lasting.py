"""What may happen only while the agreement lasts."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.decisions import Case, Finding, guard, met
from ioplife.guards.weighing import by_every_reading
from ioplife.sources import PERIOD, Source


@attrs.frozen
class LastDays:
    """The days that may be the agreement's last.

    Attributes:
        days: the days, earliest first; empty where nobody can name one.
        earlier: whether it may also be a day before these.
    """

    days: tuple[Date, ...]
    earlier: bool

    def reach(self, day: Date) -> tuple[bool, ...]:
        """Whether the agreement lasts to that day, by each day that may be its last."""
        if not self.days:
            return (True, False)
        return (*(last >= day for last in self.days), *((False,) if self.earlier else ()))


def last_days(case: Case) -> LastDays | None:
    """The days that may be the last; None where open-ended and nothing ends it."""
    standing = case.standing
    unread = not standing.ends and not case.terms.open_ended
    doubted = bool(standing.doubts) and standing.in_force is not Answer.YES
    if not standing.last_days and not unread and not doubted:
        return None
    return LastDays(standing.last_days, unread or doubted)


def clause(case: Case) -> Source | None:
    """The place in the agreement that gives its last day."""
    return next((one.source for one in case.standing.ends if one.source is not None), None)


@guard("not-after-last-day", source=PERIOD)
def not_after_last_day(case: Case) -> Finding:
    """The day is not after the agreement's last day."""
    last = last_days(case)
    if last is None:
        return met(on=case.on)
    return by_every_reading(last.reach(case.on), clause(case), on=case.on, last_days=last.days)
