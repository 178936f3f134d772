"""What is on record once corrections and resolutions have been applied."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from ioplife.events import Amended, Corrected, Event, Resolved
from ioplife.sources import Source
from ioplife.terms import UNKNOWN, Terms, Unknown


@attrs.frozen
class Record:
    """An event on record, with its number.

    Args:
        number: its place in the order of recording, from 1; never changed.
        event: what happened.
        misses: whether it is a correction that names no other recorded event.
    """

    number: int
    event: Event
    misses: bool = False


@attrs.frozen
class History:
    """What is on record, as it stands today.

    Attributes:
        terms: what is agreed, corrected and resolved.
        records: the events that stand, in the order of the fold: by day, then by number.
        settled: whether what is the last day has been resolved.
    """

    terms: Terms
    records: tuple[Record, ...]
    settled: bool = False


def history(terms: Terms, events: Sequence[Event]) -> History:
    """Apply every correction and every resolution, before any folding (RULES §1.6)."""
    if not any(isinstance(event, Corrected | Resolved) for event in events):
        plain = [Record(number, event) for number, event in enumerate(events, 1)]
        return History(terms, _in_order(plain))
    standing = _corrected(terms, events)
    agreed = standing.pop(0)
    assert isinstance(agreed, Terms)  # number 0 is replaced by Terms alone  # noqa: S101
    records = [
        Record(number, event, misses=_misses(number, event, len(events)))
        for number, event in sorted(standing.items())
        if isinstance(event, Event)
    ]
    resolved = [one.event for one in records if isinstance(one.event, Resolved)]
    settled = any(one.what == "last_day" for one in resolved if one.reading is not UNKNOWN)
    return History(
        _resolved(agreed, resolved),
        _in_order([_with_resolved(one, agreed, resolved) for one in records]),
        settled,
    )


def _resolved(terms: Terms, resolved: Sequence[Resolved]) -> Terms:
    """The terms with what has been settled; of two on one thing the later by number wins."""
    for event in resolved:
        if not isinstance(event.reading, Unknown):
            source = event.basis if isinstance(event.basis, Source) else None
            terms = terms.resolve(event.what, event.reading, source)
    return terms


def _with_resolved(record: Record, agreed: Terms, resolved: Sequence[Resolved]) -> Record:
    """What an amendment leaves as it was is read as it has been settled."""
    event = record.event
    if not isinstance(event, Amended):
        return record
    same = [one for one in resolved if event.terms.states(one.what) == agreed.states(one.what)]
    return attrs.evolve(record, event=attrs.evolve(event, terms=_resolved(event.terms, same)))


def _corrected(terms: Terms, events: Sequence[Event]) -> dict[int, Event | Terms | None]:
    """What stands under each number; None where it was struck.

    Weighed from the last number to the first, so that a correction may itself be struck,
    and of two on one number the later decides.
    """
    standing: dict[int, Event | Terms | None] = {0: terms, **dict(enumerate(events, 1))}
    decided: set[int] = set()
    for number in range(len(events), 0, -1):
        event = standing[number]
        if not isinstance(event, Corrected) or _misses(number, event, len(events)):
            continue
        if event.event_no not in decided:
            decided.add(event.event_no)
            standing[event.event_no] = event.to
    return standing


def _misses(number: int, event: object, recorded: int) -> bool:
    """Whether a correction names itself, or a number that is not on record."""
    return isinstance(event, Corrected) and (event.event_no == number or event.event_no > recorded)


def _in_order(records: list[Record]) -> tuple[Record, ...]:
    return tuple(sorted(records, key=lambda record: (record.event.on, record.number)))
