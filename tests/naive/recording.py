"""What stands once corrections and resolutions are applied (RULES §1.6, 004)."""

from collections.abc import Sequence
from typing import NamedTuple

import attrs

from ioplife.events import Amended, Corrected, Event, Resolved
from ioplife.terms import Terms, Unknown
from tests.naive.faults import NO_FAULTS, Faults


class Record(NamedTuple):
    """What is left to fold.

    Args:
        terms: as they are resolved.
        events: by number; what amends the terms holds them as they are resolved.
        idle: the numbers of the corrections that name themselves or nothing.
        settled: what somebody has resolved.
    """

    terms: Terms
    events: dict[int, Event]
    idle: frozenset[int]
    settled: frozenset[str]


def recorded(terms: Terms, events: Sequence[Event], faults: Faults = NO_FAULTS) -> Record:
    standing: dict[int, Event | Terms | None] = {0: terms, **dict(enumerate(events, 1))}
    decided: set[int] = set()
    idle: set[int] = set()
    numbers = range(1, len(events) + 1)
    for number in reversed(numbers) if faults.later_wins else numbers:
        correction = standing[number]
        if isinstance(correction, Corrected):
            itself = correction.event_no == number
            if not itself and correction.event_no in standing.keys() - decided:
                standing[correction.event_no] = correction.to
                decided.add(correction.event_no)
    for number in numbers:  # what is put in place of another may name itself as well
        put = standing[number]
        if isinstance(put, Corrected) and (put.event_no == number or put.event_no not in standing):
            idle.add(number)
    agreed = standing.pop(0)
    assert isinstance(agreed, Terms)
    left = {number: event for number, event in standing.items() if isinstance(event, Event)}

    resolutions = {
        event.what: event
        for event in left.values()
        if isinstance(event, Resolved) and not isinstance(event.reading, Unknown)
    }
    resolved = {
        number: attrs.evolve(event, terms=_resolved(event.terms, resolutions, like=agreed))
        if isinstance(event, Amended)
        else event
        for number, event in left.items()
    }
    return Record(_resolved(agreed, resolutions), resolved, frozenset(idle), frozenset(resolutions))


def _resolved(terms: Terms, resolutions: dict[str, Resolved], like: Terms | None = None) -> Terms:
    """The terms as they are resolved.

    Args:
        terms: the terms.
        resolutions: by what each settles, the one that holds.
        like: the terms that the papers gave first: what an amendment leaves as it was is
            read as it has been resolved (019); None: these are they.
    """
    before = terms
    for what, event in resolutions.items():
        assert not isinstance(event.reading, Unknown)
        if like is None or before.states(what) == like.states(what):
            terms = terms.resolve(what, event.reading)
    return terms
