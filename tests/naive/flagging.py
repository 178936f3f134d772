"""The library's flags against the naive ones: the first day on which they differ, and in what."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import Duration, day_before, next_day
from ioplife.deadlines import Deadline
from ioplife.events import Amended, Corrected, Event
from ioplife.standing import Standing
from ioplife.terms import UNKNOWN, Terms
from tests.naive.comparison import FIRST, LAST, days_that_matter
from tests.naive.deadlines import NOTICE_WITHIN, URGENT_WITHIN, Flags, Up
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.simulator import each_day

LIFE: Final = "life"
"""The id of the agreement, as the keys that a generated life answers give it."""

SOONEST: Final = 2
"""So many of what a duty asks for next are followed to their day."""

MOST: Final = 6
"""About so many days on which something falls due or grows more severe are compared in a life."""

FAR: Final = Duration(years=2)
"""A day so long after all that a life names is not gone to, a day at a time."""

CLOSE: Final = 1
"""So many days are close."""

LATER: Final = Duration(months=4)
"""So long after what a life names its flags are looked at again."""

Seen = Callable[[Date, tuple[Up, ...]], None]


def difference(
    terms: Terms,
    events: Sequence[Event],
    faults: Faults = NO_FAULTS,
    seen: Seen | None = None,
    *,
    every: bool = False,
) -> str | None:
    """The first thing in which the flags differ, in words; None where in nothing.

    Args:
        terms: what was agreed.
        events: what was recorded.
        faults: what the naive hand gets wrong.
        seen: told every day compared, and what the naive hand has up on it.
        every: whether what is near is asked for on each day compared, and not only on those on
            which something comes near or is past.
    """
    terms, events = without_numbers(terms), [corrected_without_numbers(one) for one in events]
    agreement = Agreement(LIFE, terms, events)
    wanted = set(days_compared(agreement))
    for now in each_day(terms, events, min(wanted), max(wanted), faults):
        if now.today not in wanted:
            continue
        flags = Flags(now, LIFE)
        expected = flags.up()
        if seen is not None:
            seen(now.today, expected)
        for within in (None, URGENT_WITHIN):
            if within is not None and not every and not near(expected, now.today):
                continue
            ours = expected if within is None else flags.within(expected, within)
            theirs = _up(agreement.deadlines(now.today, within=within))
            if ours != theirs:
                only = [one for one in ours if one not in theirs]
                but = [one for one in theirs if one not in ours]
                return f"on {now.today} within {within}: naive {only}, library {but}"
    return None


def near(flags: Sequence[Up], today: Date) -> bool:
    """Whether the day of a flag is the last that is near, or close to it; or close to today."""
    edge = URGENT_WITHIN.after(today)
    return any(
        one.day is not None and abs((one.day - day).days) <= CLOSE
        for one in flags
        for day in (today, edge)
    )


def without_numbers(terms: Terms) -> Terms:
    """Without an agreement's own numbers, and what is paid; those have tests of theirs.

    The naive hand knows the library's own numbers alone, and tells of no flag how much is paid.
    """
    return attrs.evolve(terms, norms=(), disbursements=UNKNOWN)


def corrected_without_numbers(event: Event) -> Event:
    match event:
        case Amended():
            return attrs.evolve(event, terms=without_numbers(event.terms))
        case Corrected(to=Terms() as terms):
            return attrs.evolve(event, to=without_numbers(terms))
        case Corrected(to=Event() as other):
            return attrs.evolve(event, to=corrected_without_numbers(other))
        case _:
            return event


def _up(deadlines: Sequence[Deadline]) -> tuple[Up, ...]:
    found = (
        Up(
            one.name,
            one.day,
            frozenset(one.who),
            str(one.severity),
            answered=any(name == "answered" for name, _ in one.facts),
        )
        for one in deadlines
    )
    return tuple(sorted(found, key=lambda one: one.name))


def days_compared(agreement: Agreement) -> list[Date]:
    """The days around each change and each due day, and on which a flag gets more severe.

    What is asked of the library here says only when to look: a day that it forgets is
    still near one that the events and the terms name.
    """
    named = {line.on for line in agreement.timeline(until=LAST)}
    named.update(days_that_matter(agreement.terms, agreement.events))
    chosen: set[Date] = set()
    for day in named:
        if FIRST <= day <= LAST:
            chosen.update((day_before(day), day, next_day(day)))
    for day in (min(chosen), max(chosen)):
        chosen.update((day, LATER.after(day)))
    far = FAR.after(max(chosen))
    edges: set[Date] = set()
    for day in _due(agreement, sorted(chosen)):
        if day <= far:
            edges.update((day, URGENT_WITHIN.latest(day), NOTICE_WITHIN.latest(day)))
    more = sorted(edges - chosen)
    for edge in more[:: -(-len(more) // MOST) or 1]:
        chosen.update((day_before(edge), edge, next_day(edge)))
    return sorted(day for day in chosen if FIRST <= day <= LAST)


def _set_by_clauses(standing: Standing) -> Iterator[Date]:
    """The days for notice, for an option, to correct a breach and to appeal."""
    days = (
        standing.option_latest,
        standing.notice_latest,
        *(demand.cure_ends for demand in standing.demands),
        *(decision.appeal_ends for decision in standing.final),
    )
    yield from (day for day in days if isinstance(day, Date))


def _due(agreement: Agreement, days: Sequence[Date]) -> Iterator[Date]:
    """The days ahead that stand in an occurrence on one of a few days, a few of each duty."""
    found: dict[tuple[str, int], set[Date]] = {}
    for day in (days[0], days[len(days) // 2], days[-1]):
        standing = agreement.on(day)
        if isinstance(standing.last_day, Date):
            found.setdefault(("", 0), set()).add(standing.last_day)
        found.setdefault(("", 1), set()).update(_set_by_clauses(standing))
        counts: dict[str, int] = {}
        for one in standing.occurrences:
            counts[one.duty] = counts.get(one.duty, 0) + (one.due >= day)
            if one.due >= day and counts[one.duty] <= SOONEST:
                ends = found.setdefault((one.duty, one.ordinal), set())
                ends.add(one.due)
                if one.last is not None:
                    ends.add(one.last)
    for ends in found.values():
        yield from ends
