"""The codes about what is owed: duties, payments, goals and the index (RULES §9)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ioplife.dates import Precision
from ioplife.deadlines.question import Question, Up, up
from ioplife.duties import DutyKind, Goal, Once
from ioplife.standing import Occurrence, Progress
from ioplife.states import OVER
from ioplife.terms import UNKNOWN, Unknown

_TO_COME = (Progress.COMING, Progress.OPEN)


def due(kind: DutyKind) -> Callable[[Question], Iterator[Up]]:
    """A rule: something of this kind is to be done, and its window is not past."""

    def rule(q: Question) -> Iterator[Up]:
        over = q.standing.state in OVER and not q.standing.closed
        if q.binding or over:  # after the end a tail alone is still to come
            for one in q.occurrences(kind):
                if one.progress in _TO_COME:
                    yield _owed(q, one)

    rule.__doc__ = f"A {_named(kind)} is to be done, and its window is not past."
    return rule


def overdue(kind: DutyKind) -> Callable[[Question], Iterator[Up]]:
    """A rule: something of this kind was not done in its window; after the end until closed."""

    def rule(q: Question) -> Iterator[Up]:
        if not q.standing.closed:
            for one in q.occurrences(kind):
                if one.progress is Progress.OVERDUE:
                    yield _owed(q, one)

    rule.__doc__ = f"A {_named(kind)} was not done in its window; after the end until closed."
    return rule


def _named(kind: DutyKind) -> str:
    return kind.replace("_", "-")


def _owed(q: Question, one: Occurrence) -> Up:
    said: dict[str, object] = {}
    if one.kind is DutyKind.PAYMENT:
        said["amount"] = q.amounts.get((one.duty, one.ordinal), UNKNOWN)
        if ":" in one.duty:
            said["label"] = one.duty.partition(":")[2]
    else:
        said = _as_read(q, one)
    return up(
        one.due,
        who=q.board if isinstance(one.who, Unknown) else one.who,
        source=one.source,
        subject=f"{one.duty}#{one.ordinal}",
        basis=one.basis,
        duty=one.duty,
        occurrence=one.ordinal,
        due=one.due,
        last=one.last,
        **said,
    )


def _as_read(q: Question, one: Occurrence) -> dict[str, object]:
    """What the paper says where it gives no day, and somebody has read the due day from it."""
    for duty in q.terms.duties if isinstance(q.terms.duties, tuple) else ():
        read = duty.cadence
        if duty.id == one.duty and isinstance(read, Once) and read.by == one.due:
            inexact = read.precision is not Precision.DAY
            return {"precision": read.precision, "text": duty.text or None} if inexact else {}
    return {}


def unrecorded(q: Question) -> Iterator[Up]:
    """Nobody knows whether it was done: due before the paper that vouches for the entry."""
    found: dict[str, list[Occurrence]] = {}
    for one in q.standing.occurrences:
        if one.progress is Progress.UNRECORDED and one.basis.binds:
            found.setdefault(one.duty, []).append(one)
    for duty, missing in found.items():
        days = tuple(one.due for one in missing)
        yield up(
            None,
            who=q.board,
            source=missing[0].source,
            subject=duty,
            duty=duty,
            count=len(missing),
            days=days,
        )


def assessment_due(q: Question) -> Iterator[Up]:
    """An effect is to be assessed: its time is reached, or will be; also after the end."""
    texts = {  # of the terms by which each is owed: an amendment may bring goals and take them
        (slot.id, slot.ordinal): slot.owed.text
        for slot in q.schedule.slots
        if isinstance(slot.owed, Goal)
    }
    for one in q.occurrences(DutyKind.ASSESSMENT):
        if one.progress in _TO_COME:
            yield up(
                one.due,
                who=q.board,
                source=one.source,
                subject=one.duty,
                basis=one.basis,
                goal=one.duty,
                due=one.due,
                text=texts.get((one.duty, one.ordinal)) or None,
            )


def index_step(q: Question) -> Iterator[Up]:
    """What is paid is next stepped up by its index, where the clause is clear."""
    clauses = q.terms.indexation
    if not q.binding or not isinstance(clauses, tuple) or q.terms.index_conflict:
        return
    renewals = [period.first for period in q.schedule.periods[1:]]
    steps = [(clause.next_step(q.standing.on, renewals), clause) for clause in clauses]
    last = q.standing.last_days[-1] if q.standing.last_days else None
    to_come = [
        (step, clause)
        for step, clause in steps
        if step is not None and (last is None or step <= last)
    ]
    if to_come:
        step, clause = min(to_come, key=lambda one: one[0])
        yield up(step, who=q.board, source=clause.source, index=clause.index, step=step)


def index_conflict(q: Question) -> Iterator[Up]:
    """Index clauses disagree, and a payment is still to come."""
    clauses = q.terms.disagreeing
    if not q.binding or not clauses:
        return
    payments = [one for one in q.occurrences(DutyKind.PAYMENT) if one.progress in _TO_COME]
    if payments:
        following = min(payments, key=lambda one: one.due)
        yield up(
            following.due,
            who=q.board,
            source=clauses[0].source,
            index=tuple(dict.fromkeys(one.index for one in clauses)),
            readings=tuple(dict.fromkeys(one.first for one in clauses)),
            payment=following.due,
        )
