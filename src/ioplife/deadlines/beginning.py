"""The codes of what is not yet in force: what is approved, and what is signed (RULES §9)."""

from __future__ import annotations

from collections.abc import Iterator

from ioplife.deadlines.question import Question, Up, up
from ioplife.states import State
from ioplife.terms import Unknown


def signature_missing(q: Question) -> Iterator[Up]:
    """It is approved, waits for no condition, and somebody has not signed."""
    if q.standing.state is State.APPROVED and q.standing.condition is None:
        missing = q.standing.unsigned
        who = () if isinstance(missing, Unknown) else missing
        yield up(q.first_day, who=who, first_day=q.first_day, parties=who)


def starts(q: Question) -> Iterator[Up]:
    """It is signed and comes into force on its first day."""
    if q.standing.state is State.SIGNED:
        yield up(q.first_day, first_day=q.first_day)


def condition_open(q: Question) -> Iterator[Up]:
    """The approval waits for something."""
    condition = q.standing.condition
    if q.standing.state is State.APPROVED and condition is not None:
        yield up(
            q.first_day,
            who=q.board,
            first_day=q.first_day,
            condition=condition,
        )
