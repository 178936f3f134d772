"""How a stated thing is settled by a resolution: one reading in place of many."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias, TypeVar

import attrs
from pendulum import Date

from ioplife.absence import Absent, Unknown
from ioplife.sources import Source
from ioplife.terms.clauses import Contribution, Disbursement
from ioplife.terms.indexing import IndexClause
from ioplife.terms.stated import Reading, Stated

Settled: TypeAlias = Date | Decimal
"""What a resolution settles a stated thing to: a day, or SEK."""

Line = TypeVar("Line", Contribution, Disbursement)


def settle(readings: tuple[Reading, ...], day: Date, source: Source | None) -> Stated:
    """The one reading of that day, or a new one where the papers do not state it."""
    return Stated((next((one for one in readings if one.day == day), Reading(day, source=source)),))


def settle_index(
    clauses: tuple[IndexClause, ...] | Absent | Unknown, first: Date
) -> tuple[IndexClause, ...] | Absent | Unknown:
    """The clauses without those that disagree with the one whose first step is that day.

    Where none steps so, the one that all are but for that day, with that day. Where several
    name different indices, none can be told by the day alone.
    """
    if not isinstance(clauses, tuple) or not clauses:
        return clauses
    meant = tuple(one for one in clauses if one.first == first)
    if meant:
        if len({one.index for one in meant}) > 1:
            return meant
        return tuple(one for one in clauses if one is meant[0] or one.beside(meant[0]))
    dated = {attrs.evolve(one, first=first, last=None, text="", source=None) for one in clauses}
    if len(dated) == 1:
        return tuple(dated)
    indices = {one.index for one in clauses}
    return (IndexClause(indices.pop(), first),) if len(indices) == 1 else clauses


def settle_line(lines: tuple[Line, ...], line_id: str, amount: Decimal) -> tuple[Line, ...]:
    """The lines with the amount of one of them settled."""
    return tuple(
        attrs.evolve(line, amount=amount) if line.id == line_id else line for line in lines
    )
