"""What must hold when the record is corrected, or a paper's meaning settled."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from ioplife.decisions import Case, Finding, guard, met, not_met, unknown
from ioplife.events import Corrected, Resolved
from ioplife.sources import DESIGN, Source
from ioplife.terms import (
    UNKNOWN,
    Absent,
    IndexClause,
    Reading,
    Settled,
    Stated,
    StatedSum,
    Unknown,
)


@guard("event-exists", source=DESIGN)
def event_exists(case: Case, event: Corrected) -> Finding:
    """The event that is corrected is on record."""
    says = met if event.event_no <= case.recorded else not_met
    return says(event_no=event.event_no, recorded=case.recorded)


@guard("reading-stated", source=DESIGN)
def reading_stated(case: Case, event: Resolved) -> Finding:
    """The reading is one that the papers state, or rests on another paper than theirs."""
    papers = _papers(case, event.what)
    if papers is None:
        return not_met(what=event.what)
    if isinstance(event.reading, Unknown):
        return unknown(needs=("reading",), what=event.what)
    if isinstance(papers, Unknown):
        return unknown(what=event.what, reading=event.reading)
    readings = papers.readings
    if event.reading in readings:
        return met(what=event.what, reading=event.reading, readings=readings)
    if isinstance(event.basis, Unknown):
        needs = ("basis",)
        return unknown(needs=needs, what=event.what, reading=event.reading, readings=readings)
    elsewhere = event.basis.paper not in papers.cited
    settled = any(isinstance(one, Resolved) and one.what == event.what for _no, one in case.events)
    # What was settled before has taken the place of what the papers state.
    says = met if elsewhere else unknown if settled else not_met
    return says(what=event.what, reading=event.reading, readings=readings)


@attrs.frozen
class _Papers:
    """What the papers state of one thing, and which papers they are."""

    readings: tuple[Settled, ...]
    cited: frozenset[str]

    @classmethod
    def of(cls, readings: Iterable[Settled], sources: Iterable[Source | None]) -> _Papers:
        return cls(tuple(sorted(set(readings))), frozenset(one.paper for one in sources if one))


def _papers(case: Case, what: str) -> _Papers | None | Unknown:
    """What the papers state; None where the terms have no such line, UNKNOWN where unread."""
    terms = case.terms
    field, _, line_id = what.partition(".")
    match field:
        case "first_day":
            return _of_days(terms.first_day, terms.first_readings)
        case "last_day":
            # what extensions make of the last day is stated by their clause
            return _of_days(terms.last_day, terms.last_readings + case.standing.ends)
        case "total":
            return _of_sum(terms.total, None)
        case "indexation":
            return _of_index(terms.indexation)
        case _:
            lines = terms.contributions if field == "contributions" else terms.disbursements
            if isinstance(lines, Unknown):
                return UNKNOWN
            found = (line for line in lines if line.id == line_id)
            return next((_of_sum(line.amount, line.source) for line in found), None)


def _of_days(stated: Stated | Absent | Unknown, readings: tuple[Reading, ...]) -> _Papers:
    where = stated.source if isinstance(stated, Absent) else None
    return _Papers.of((one.day for one in readings), (where, *(one.source for one in readings)))


def _of_index(clauses: tuple[IndexClause, ...] | Absent | Unknown) -> _Papers | None | Unknown:
    """The first steps that the clauses state; where there is no clause, a day makes none."""
    if isinstance(clauses, Unknown):
        return UNKNOWN
    if isinstance(clauses, Absent) or not clauses:
        return None
    return _Papers.of((one.first for one in clauses), (one.source for one in clauses))


def _of_sum(stated: StatedSum | Unknown, where: Source | None) -> _Papers:
    sums = () if isinstance(stated, Unknown) else stated.readings
    return _Papers.of((one.amount for one in sums), (where, *(one.source for one in sums)))
