"""The codes about the agreement itself: what ends, starts, waits or is missing (RULES §9)."""

from __future__ import annotations

from collections.abc import Iterator

from ioplife.answers import Answer
from ioplife.deadlines.question import Question, Up, up
from ioplife.events import Reason
from ioplife.states import State
from ioplife.terms import Precision, Unknown


def ends(q: Question) -> Iterator[Up]:
    """A clear last day, while nothing is decided about what follows."""
    if _undecided(q):
        day = q.standing.last_days[0]
        yield up(day, who=q.board, source=q.source, last_day=day)


def _undecided(q: Question) -> bool:
    """Whether it binds to a clear last day, and neither renewal nor its end is on record."""
    decided = q.standing.renewed is not None or q.standing.ending_decided is not None
    return q.binding and len(q.standing.last_days) == 1 and not decided


def ended_undecided(q: Question) -> Iterator[Up]:
    """It ran out, and nobody has recorded what became of it."""
    expired = q.standing.state is State.TERMINATED and q.standing.reason is Reason.EXPIRED
    if expired and q.standing.renewed is None and not q.standing.closed:
        day = q.last_day
        yield up(day, who=q.board, source=q.source, last_day=day)


def renewed(q: Question) -> Iterator[Up]:
    """A successor follows; until the end."""
    if q.binding and q.standing.renewed is not None:
        successor = q.standing.successor
        yield up(q.last_day, last_day=q.clear_last_day, successor=successor)


def not_renewed(q: Question) -> Iterator[Up]:
    """It was decided not to renew; until the end."""
    if q.binding and q.standing.ending_decided is not None:
        number = q.standing.ending_decided
        yield up(q.last_day, last_day=q.clear_last_day, decided=number)


def successor_missing(q: Question) -> Iterator[Up]:
    """It was decided to renew, and no successor is recorded."""
    number = q.standing.renewal_decided
    if q.binding and number is not None and q.standing.renewed is None:
        yield up(q.last_day, who=q.board, last_day=q.clear_last_day, decided=number)


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


def end_unknown(q: Question) -> Iterator[Up]:
    """It is or may be in force, and nobody knows until when."""
    known = (q.standing.last_days or q.terms.open_ended) and not q.standing.doubts
    if q.binding and q.standing.in_force is not Answer.NO and not known:
        if q.standing.doubts:
            yield up(None, who=q.board, last_day=q.last_day, doubts=q.standing.doubts)
        else:
            yield up(None, who=q.board, seen=q.standing.seen)


def end_conflict(q: Question) -> Iterator[Up]:
    """Several days may be the last, and the latest is not past."""
    if q.binding and len(q.standing.last_days) > 1:
        first, *_, last = q.standing.last_days
        yield up(
            first,
            who=q.board,
            source=q.source,
            readings=q.standing.last_days,
            earliest=first,
            latest=last,
        )


def end_inexact(q: Question) -> Iterator[Up]:
    """The paper gives the last day by its month or its season; beside the end itself."""
    readings = [one for one in q.terms.last_readings if one.day in q.standing.last_days]
    inexact = [one for one in readings if one.precision is not Precision.DAY]
    if _undecided(q) and inexact and len(inexact) == len(readings):
        one = inexact[0]
        yield up(
            one.day,
            who=q.board,
            source=one.source,
            last_day=one.day,
            precision=one.precision,
            text=one.text,
        )


def open_ended(q: Question) -> Iterator[Up]:
    """It runs until further notice, and nobody has given notice."""
    if q.binding and q.terms.open_ended and not q.standing.endings:
        yield up(None, who=())


def record_conflict(q: Question) -> Iterator[Up]:
    """An event is recorded that has no effect where it stands."""
    for anomaly in q.standing.anomalies:
        yield up(
            anomaly.on,
            who=q.board,
            subject=str(anomaly.number),
            number=anomaly.number,
            tag=anomaly.tag,
            anomaly=anomaly.code,
        )
