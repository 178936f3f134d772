"""The days ahead on which something told of a simulated life turns, if nothing more happens."""

from collections.abc import Iterator
from typing import Final

from pendulum import Date

from tests.naive.finality import LONGEST_ROLL
from tests.naive.months import days_after
from tests.naive.simulator import Simulator

SOONEST: Final = 3
"""So many of what a duty asks for next are followed to each of their days."""

THEN: Final = 5
"""Of those that come later, one in so many; and the last."""


def turns(now: Simulator) -> Iterator[Date]:
    """The first day of each new answer: after a last day, and where what is owed opens or ends."""
    for last in (*now.last_days(), *now.lasting.ends(), *(end.on for end in now.endings.doubts())):
        yield days_after(last, 1)
    yield from now.first_readings
    yield from now.lasting.renewals()
    if now.shown:
        yield days_after(max(now.shown), 1)
    for one in now.decisions.all.values():
        if one.announced is not None:
            for last in now.decisions.last_days(one.announced, None):
                yield days_after(last, 1)
                yield days_after(last, 1 - LONGEST_ROLL)
    yield from _owed(now)


def _owed(now: Simulator) -> Iterator[Date]:
    ahead: dict[str, list[tuple[Date, ...]]] = {}
    for one in now.owed():
        ends = [] if one.last is None else [days_after(one.last, 1)]
        days = tuple(day for day in (one.opens, *ends) if day >= now.today)
        if days:
            ahead.setdefault(one.duty, []).append(days)
    for each in ahead.values():
        for days in (*each[:SOONEST], *each[SOONEST::THEN], each[-1]):
            yield from days
