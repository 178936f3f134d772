"""The codes about the end: its day, what is decided about it, what is not known (RULES §9)."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from ioplife.answers import Answer
from ioplife.deadlines.question import Question, Up, known, up
from ioplife.events import Reason
from ioplife.states import State
from ioplife.terms import AutomaticRenewal, Breach, Precision, RenewalOption


def ends(q: Question) -> Iterator[Up]:
    """A clear last day, no automatic extension left, and nothing decided about what follows."""
    if _undecided(q):
        day = q.standing.last_days[0]
        yield up(day, who=q.board, source=q.source, last_day=day)


def _undecided(q: Question) -> bool:
    """Whether it binds to a clear last day, and nothing on record says what follows it."""
    decided = q.standing.renewed is not None or q.standing.ending_decided is not None
    return q.binding and len(q.standing.last_days) == 1 and not decided and not _goes_on(q)


def _goes_on(q: Question) -> bool:
    """Whether an automatic extension is left, or nobody can tell; an ending keeps it away."""
    if q.standing.uncounted:
        return True
    if q.standing.endings or not isinstance(q.terms.renewal, AutomaticRenewal):
        return False
    notice = q.standing.notice_latest
    return isinstance(notice, Date) and q.standing.on <= notice


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


def end_unknown(q: Question) -> Iterator[Up]:
    """It is or may be in force, and nobody knows until when."""
    if not q.binding or q.standing.in_force is Answer.NO:
        return
    if q.standing.doubts:
        yield up(None, who=q.board, last_day=q.last_day, doubts=q.standing.doubts)
    elif q.standing.uncounted and not _disputed(q) and q.standing.last_days:
        clause = q.terms.renewal
        source = clause.source if isinstance(clause, AutomaticRenewal | RenewalOption) else None
        yield up(None, who=q.board, source=source, period_last=q.standing.last_days[-1])
    elif not q.standing.last_days and not q.terms.open_ended:
        yield up(None, who=q.board, seen=q.standing.seen)


def end_conflict(q: Question) -> Iterator[Up]:
    """Several days may be the last, and the latest is not past."""
    if q.binding and _disputed(q):
        first, *_, last = q.standing.last_days
        yield up(
            first,
            who=q.board,
            source=q.source,
            readings=q.standing.last_days,
            earliest=first,
            latest=last,
        )


def _disputed(q: Question) -> bool:
    days = q.standing.last_days
    return len(days) > 1 and q.standing.on <= days[-1]


def end_inexact(q: Question) -> Iterator[Up]:
    """The paper gives the last day by its month or its season; beside the end itself."""
    readings = [one for one in q.standing.ends if one.day in q.standing.last_days]
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


def cure_ends(q: Question) -> Iterator[Up]:
    """A breach is to be corrected, as the clause wants it demanded; else it may be cancelled."""
    ended = any(one.reason is Reason.BREACH for one in q.standing.endings)
    cancelled = any(one.cancelled in q.standing.doubts for one in q.standing.demands)
    if not q.binding or ended or cancelled:
        return
    clause = q.terms.breach
    source = clause.source if isinstance(clause, Breach) else None
    for one in q.standing.demands:
        waits = one.corrected is None and one.cancelled is None
        if waits and one.cure_ends is not None:
            day = known(one.cure_ends)
            yield up(
                day,
                who=q.board,
                source=source,
                subject=str(one.number),
                number=one.number,
                demanded=one.on,
                cure_ends=day,
            )
