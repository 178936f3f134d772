"""The fold against the naive simulator: the first thing in which they differ."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from typing import Final

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import Duration, Period
from ioplife.events import (
    Amended,
    Announced,
    Cancelled,
    Corrected,
    DemandMade,
    Entered,
    Event,
    NoticeGiven,
    PartyLeft,
    Renewed,
    Rescinded,
    Resolved,
    Voided,
)
from ioplife.terms import UNKNOWN, Absent, Breach, Notice, RenewalOption, Terms, Unknown
from tests.naive.answering import place
from tests.naive.days_off import days_off
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.finality import THREE_WEEKS
from tests.naive.months import after, days_after, end_of_month, latest
from tests.naive.places import Line, Place
from tests.naive.recording import recorded
from tests.naive.simulator import Simulator, each_day
from tests.naive.turning import turns

NEAR: Final = 1
"""So many days on either side of a day that matters are compared."""

EXTENSIONS: Final = 3
"""So many extensions are followed to their days."""

EDGE: Final = 3
"""So long before and after the days that matter it is gone on."""

STRIDE: Final = 17
"""One in so many of the days on which nothing is known to turn."""

FIRST: Final = Date(2015, 1, 1)
LAST: Final = Date(2035, 12, 31)


def _of_terms(terms: Terms) -> Iterator[Date]:
    """The days that are read, and where the clause of renewal leads from the last ones."""
    for reading in (*terms.first_readings, *terms.last_readings):
        yield reading.day
    clause = terms.renewal
    if isinstance(clause, Absent | Unknown):
        return
    before = clause.ask_before if isinstance(clause, RenewalOption) else clause.notice_before
    for last in terms.last_days:
        ends = [last]
        if isinstance(clause.length, Duration):
            next_one = days_after(last, 1)
            lengths = [[clause.length] * many for many in range(1, EXTENSIONS + 1)]
            ends += [days_after(after(next_one, some), -1) for some in lengths]
        for day in ends:
            yield day
            if isinstance(before, Duration):
                yield latest(day, before)


def _of_event(event: Event, terms: Terms) -> Iterator[Date]:
    """The days that an event names, and those on which the time it begins is out."""
    yield event.on
    match event:
        case Entered(seen=Date() as day) | Resolved(reading=Date() as day):
            yield day
        case Rescinded() | Cancelled() | Voided() | PartyLeft():
            if isinstance(event.last_day, Date):
                yield event.last_day
        case Renewed(period=Period() as period):
            yield period.first
        case Amended():
            yield from _of_terms(event.terms)
            if isinstance(event.applies_from, Date):
                yield event.applies_from
        case Corrected(to=Event() as to):
            yield from _of_event(to, terms)
        case _:
            yield from _out(event, terms)


def _out(event: Event, terms: Terms) -> Iterator[Date]:
    """The days on which the time that an event begins is out."""
    length: Duration | Unknown = UNKNOWN
    if isinstance(event, NoticeGiven) and isinstance(terms.notice, Notice):
        length = terms.notice.length
    if isinstance(event, DemandMade) and isinstance(terms.breach, Breach):
        length = terms.breach.cure
    if isinstance(event, Announced):
        length = Duration(days=THREE_WEEKS)
    if isinstance(length, Duration):
        ends = after(event.on, length)
        yield from (ends, end_of_month(ends))


def days_that_matter(terms: Terms, events: Sequence[Event]) -> list[Date]:
    """The days that terms and events name, whether corrected or not, and where notice ends."""
    settled = recorded(terms, events).terms
    named = {*_of_terms(terms), *_of_terms(settled)}
    for event in events:
        named.update(_of_event(event, settled))
    return sorted(day for day in named if FIRST <= day <= LAST) or [Date(2020, 1, 1)]


class Days:
    """Which days of a life are compared, as far as anybody knows by the day that is reached.

    What is answered turns on a few days, and in between it stays. Where two hands agree on the
    day before their own answer turns, on that day and on the one after, the other's turns with
    it; that it turns nowhere else is looked for on one day in so many of the rest.

    Args:
        agreement: whose timeline says on which days the library has something happen.
        every: whether every day is compared, whatever it costs.
    """

    def __init__(self, agreement: Agreement, *, every: bool) -> None:
        named = days_that_matter(agreement.terms, agreement.events)
        self.first, self.last = days_after(named[0], -EDGE), days_after(named[-1], EDGE)
        numbers = range(self.first.toordinal(), self.last.toordinal() + 1, 1 if every else STRIDE)
        self.chosen = set(map(Date.fromordinal, numbers))
        self.chosen.add(self.last)
        for day in (*named, *(line.on for line in agreement.timeline(until=self.last))):
            self.near(day)
        self.lines = -1

    def near(self, day: Date) -> None:
        self.chosen.update(days_after(day, away) for away in range(-NEAR, NEAR + 1))

    def hold(self, now: Simulator) -> bool:
        """Whether today is compared: so is each day on which something happens."""
        if len(now.lines) == self.lines:
            return now.today in self.chosen
        self.lines = len(now.lines)
        for day in (now.today, *turns(now)):
            self.near(day)
        return True


def difference(
    terms: Terms, events: Sequence[Event], faults: Faults = NO_FAULTS, *, every: bool = False
) -> str | None:
    """The first thing in which fold and simulator differ, in words; None where in nothing.

    Args:
        terms: what was agreed.
        events: what was recorded.
        faults: what the simulator gets wrong.
        every: whether every day is compared, and not only those near which an answer turns.
    """
    agreement = Agreement("life", terms, events)
    days = Days(agreement, every=every)
    first, last = days.first, days.last
    lines: list[Line] = []
    for now in each_day(terms, events, first, last, faults):
        if days.hold(now):
            found = _apart(place(now), Place.of(agreement.on(now.today)))
            found = found or _decisions_apart(now, agreement)
            if found:
                return f"on {now.today}: {found}"
        lines = now.lines
    for until in (last, days_after(first, (last - first).days // 2)):
        expected = [line for line in lines if line.on <= until]
        actual = [Line.of(change) for change in agreement.timeline(until=until)]
        for number in range(max(len(expected), len(actual))):
            ours = expected[number : number + 1]
            theirs = actual[number : number + 1]
            if ours != theirs:
                return f"line {number} until {until}: simulator {ours}, fold {theirs}"
    return None


@cache
def _off(year: int) -> frozenset[date]:
    return frozenset(days_off(year))


def is_working_day(day: Date) -> bool:
    """By the words of the acts."""
    return day not in _off(day.year)


def _decisions_apart(now: Simulator, agreement: Agreement) -> str:
    """In what the decisions differ on the days that an act moves to the next working day."""
    if all(one.announced is None for one in now.decisions.all.values()):
        return ""
    expected = now.decisions.told(now.today, is_working_day)
    actual = agreement.on(now.today, is_working_day=is_working_day).final
    return "" if expected == actual else f"final: simulator {expected!r}, fold {actual!r}"


def _apart(expected: Place, actual: Place) -> str:
    if expected == actual:
        return ""
    pairs = zip(
        attrs.asdict(expected, recurse=False).items(),
        attrs.asdict(actual, recurse=False).values(),
        strict=True,
    )
    return "; ".join(
        f"{name}: simulator {_only(ours, theirs)!r}, fold {_only(theirs, ours)!r}"
        for (name, ours), theirs in pairs
        if ours != theirs
    )


def _only(these: object, those: object) -> object:
    """Of two rows, what the one has and the other has not; else the thing itself."""
    if isinstance(these, tuple) and isinstance(those, tuple):
        return tuple(one for one in these if one not in those)
    return these
