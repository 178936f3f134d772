"""The codes about the same agreement going on: by itself, or by an option (RULES §5, §9)."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from ioplife.dates import next_day
from ioplife.deadlines.question import Question, Up, known, up
from ioplife.terms import AutomaticRenewal, Notice, RenewalOption, Unknown


def notice_latest(q: Question) -> Iterator[Up]:
    """Notice not given by this day lets the agreement go on; each period anew."""
    day = q.standing.notice_latest
    if day is None or not q.binding or q.standing.endings:
        return
    if q.terms.open_ended:
        yield from _before_an_end_decided(q, day)
    elif isinstance(day, Date) and q.standing.on <= day:
        clause, last = _automatic(q), q.last_day
        yield up(
            day,
            who=q.board,
            source=clause.source if clause else None,
            subject=str(q.bound_periods),
            latest=day,
            last_day=last,
            period_first=last and next_day(last),
            number=q.bound_periods + 1,
            length=known(clause.length) if clause else None,
        )


def _before_an_end_decided(q: Question, day: Date | Unknown) -> Iterator[Up]:
    """It is decided that an open-ended agreement ends, which notice alone makes it do.

    It stays up once its day is past: until notice is given the agreement goes on (RULES §2).
    """
    clause = q.terms.notice
    yield up(
        known(day),
        who=q.board,
        source=clause.source if isinstance(clause, Notice) else None,
        subject=str(q.bound_periods),
        latest=known(day),
        decided=q.standing.ending_decided,
    )


def extends_automatically(q: Question) -> Iterator[Up]:
    """Nobody gave notice in time, and the next period is still to begin."""
    if not q.binding:
        return
    clause = _automatic(q)
    for place, extension in enumerate(q.standing.extensions):
        before = q.last_of_period(place + 1)
        if not extension.automatic or before is None:
            continue
        begins = next_day(before)
        if q.standing.on < begins and (q.last_day is None or begins <= q.last_day):
            yield up(
                begins,
                source=clause.source if clause else None,
                subject=str(place + 2),
                period_first=begins,
                period_last=known(extension.last_day),
                number=place + 2,
                length=extension.length,
            )


def option_latest(q: Question) -> Iterator[Up]:
    """The option to extend can still be used; without a day where nobody has read by when."""
    day, option = q.standing.option_latest, q.terms.renewal
    if day is None or not q.binding or q.standing.endings:
        return
    if isinstance(option, RenewalOption) and (isinstance(day, Unknown) or q.standing.on <= day):
        yield up(
            known(day),
            who=q.board,
            source=option.source,
            subject=str(q.bound_periods),
            latest=known(day),
            last_day=q.last_day,
            length=known(option.length),
        )


def _automatic(q: Question) -> AutomaticRenewal | None:
    return q.terms.renewal if isinstance(q.terms.renewal, AutomaticRenewal) else None
