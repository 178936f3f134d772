"""What may happen only while the agreement lasts."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.decisions import Case, Finding, guard, met
from ioplife.events import EndingLifted, Event, NoticeGiven, Renewed, Rescinded
from ioplife.guards.weighing import by_every_reading
from ioplife.sources import PERIOD
from ioplife.states import IN_FORCE
from ioplife.terms import UNKNOWN, Notice


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
    """The days that may be the last; None where open-ended and nothing ends it.

    An ending comes before the end of the period, never after it.
    """
    standing, terms = case.standing, case.terms
    days = {reading.day for reading in standing.ends}
    ended = min((ending.last_day for ending in standing.endings), default=None)
    if ended is not None:
        days = {min(day, ended) for day in days} or {ended}
    unread = not standing.ends and not terms.open_ended
    doubted = (
        standing.state in IN_FORCE
        and standing.in_force is Answer.UNKNOWN
        and any(case.on > event.on for _number, event in doubtful(case))
    )
    if not days and not unread and not doubted:
        return None
    return LastDays(tuple(sorted(days)), unread or doubted)


def doubtful(case: Case) -> tuple[tuple[int, Event], ...]:
    """The events that end the agreement on a day nobody can tell, with their numbers."""
    passed = {one.number for one in case.standing.anomalies if one.code == "wrong-state"}
    passed |= {
        event.ending
        for _number, event in case.events
        if isinstance(event, EndingLifted) and isinstance(event.ending, int)
    }
    return tuple(
        (number, event)
        for number, event in case.events
        if number not in passed and _ends_some_day(case, event)
    )


def _ends_some_day(case: Case, event: Event) -> bool:
    match event:
        case NoticeGiven():
            clause = case.terms.notice
            return clause is UNKNOWN or (isinstance(clause, Notice) and clause.length is UNKNOWN)
        case Rescinded():
            return event.last_day is UNKNOWN
        case Renewed():
            return event.period is UNKNOWN and not case.standing.ends
        case _:
            return False


@guard("not-after-last-day", source=PERIOD)
def not_after_last_day(case: Case) -> Finding:
    """The day is not after the agreement's last day."""
    last = last_days(case)
    if last is None:
        return met(on=case.on)
    return by_every_reading(last.reach(case.on), on=case.on, last_days=last.days)
