"""The fold against the naive simulator: the first thing in which they differ."""

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import Duration, Period, month_end
from ioplife.events import Corrected, Entered, Event, NoticeGiven, Renewed, Rescinded, Resolved
from ioplife.terms import Notice, Terms
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.places import Line, Place
from tests.naive.simulator import corrected, each_day

NEAR: Final = 3
"""So many days on either side of a day that matters are all compared."""

SHORT: Final = 500
"""A life of so many days is compared on every one of them."""

STRIDE: Final = 11
"""In a longer one, one in so many of the days that no paper names."""

FIRST: Final = Date(2015, 1, 1)
LAST: Final = Date(2035, 12, 31)


def _of_terms(terms: Terms) -> Iterator[Date]:
    for reading in (*terms.first_readings, *terms.last_readings):
        yield reading.day


def _of_event(event: Event, terms: Terms) -> Iterator[Date]:
    yield event.on
    match event:
        case Entered(seen=Date() as day) | Rescinded(last_day=Date() as day):
            yield day
        case Resolved(reading=Date() as day):
            yield day
        case Renewed(period=Period() as period):
            yield period.first
        case NoticeGiven():
            if isinstance(terms.notice, Notice) and isinstance(terms.notice.length, Duration):
                last = terms.notice.length.after(event.on)
                yield from (last, month_end(last))
        case Corrected(to=Event() as to):
            yield from _of_event(to, terms)
        case _:
            pass


def days_that_matter(terms: Terms, events: Sequence[Event]) -> list[Date]:
    """The days that terms and events name, whether corrected or not, and where notice ends."""
    settled, _, _ = corrected(terms, events)
    named = {*_of_terms(terms), *_of_terms(settled)}
    for event in events:
        named.update(_of_event(event, settled))
    return sorted(day for day in named if FIRST <= day <= LAST) or [Date(2020, 1, 1)]


def days_compared(terms: Terms, events: Sequence[Event]) -> list[Date]:
    """Every day of a short life; of a long one those near the days that matter, and some more."""
    named = [day.toordinal() for day in days_that_matter(terms, events)]
    first, last = named[0] - NEAR, named[-1] + NEAR
    chosen = set(range(first, last + 1, 1 if last - first <= SHORT else STRIDE))
    for number in named:
        chosen.update(range(number - NEAR, number + NEAR + 1))
    return [Date.fromordinal(number) for number in sorted(chosen)]


def difference(terms: Terms, events: Sequence[Event], faults: Faults = NO_FAULTS) -> str | None:
    """The first thing in which fold and simulator differ, in words; None where in nothing."""
    agreement = Agreement("life", terms, events)
    chosen = days_compared(terms, events)
    first, last = chosen[0], chosen[-1]
    wanted = set(chosen)
    lines: list[Line] = []
    for now in each_day(terms, events, first, last, faults):
        if now.today in wanted:
            found = _apart(now.place(), Place.of(agreement.on(now.today)))
            if found:
                return f"on {now.today}: {found}"
        lines = now.lines
    for until in (last, chosen[len(chosen) // 2]):
        expected = [line for line in lines if line.on <= until]
        actual = [Line.of(change) for change in agreement.timeline(until=until)]
        for number in range(max(len(expected), len(actual))):
            ours = expected[number : number + 1]
            theirs = actual[number : number + 1]
            if ours != theirs:
                return f"line {number} until {until}: simulator {ours}, fold {theirs}"
    return None


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
