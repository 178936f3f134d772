"""The days that matter and the facts that are missing, for any day asked (RULES §9)."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration
from ioplife.events import Reason
from ioplife.facts import Facts, facts
from ioplife.sources import Source
from ioplife.standing import Standing
from ioplife.states import BINDING, State
from ioplife.terms import BodyKind, Precision, Sector, Terms, Unknown

URGENT: Final = Duration(months=1)
"""A day so near is urgent (ioplife default, unverified)."""

NOTICE: Final = Duration(months=3)
"""A day so near deserves notice (ioplife default, unverified)."""


class Severity(enum.StrEnum):
    """How soon somebody must act, the gravest first."""

    OVERDUE = "overdue"
    URGENT = "urgent"
    NOTICE = "notice"
    INFO = "info"


@attrs.frozen
class Deadline:
    """A day that matters, or a fact that is missing (frist).

    Attributes:
        code: what it is; its meaning is API.
        day: the day; None where what is missing has none.
        who: the ids of those who must act; empty: nobody need.
        severity: how soon.
        facts: what it rests on.
        source: the clause or the paper behind it.
        subject: what it concerns besides the agreement: the number of an event; or empty.
    """

    code: str
    day: Date | None
    who: tuple[str, ...]
    severity: Severity
    facts: Facts = ()
    source: Source | None = None
    subject: str = ""


def deadlines(
    standing: Standing, terms: Terms, within: Duration | None = None
) -> tuple[Deadline, ...]:
    """Every deadline that is up where an agreement stands, in the order of the codes.

    Args:
        standing: where it stands on the day asked.
        terms: its terms, with what has been resolved.
        within: only days so near, both ends included, and all that are past; None: all.
    """
    on, question = standing.on, _Question(standing, terms)
    end = None if within is None else within.after(on)
    return tuple(
        Deadline(code, up.day, up.who, _severity(code, up.day, on), up.facts, up.source, up.subject)
        for code, rule in CODES.items()
        for up in rule(question)
        if end is None or up.day is None or up.day <= end
    )


@attrs.frozen(eq=False)
class _Question:
    """Where an agreement stands, and what was agreed."""

    standing: Standing
    terms: Terms

    @property
    def binding(self) -> bool:
        return self.standing.state in BINDING

    @property
    def last_day(self) -> Date | None:
        """The last day, where one can be told."""
        return _day(self.standing.last_day)

    @property
    def clear_last_day(self) -> Date | None:
        """The last day, where it is clear."""
        days = self.standing.last_days
        return days[0] if len(days) == 1 else None

    @property
    def first_day(self) -> Date | None:
        """The first day, where one can be told."""
        return _day(self.standing.first_day)

    @property
    def source(self) -> Source | None:
        """The paper that gives the last day."""
        return self.standing.because[-1].source if self.standing.because else None

    def board(self) -> tuple[str, ...]:
        """Who decides: each public party's boards, else the party itself."""
        if isinstance(self.terms.parties, Unknown):
            return ()
        deciding: list[str] = []
        for party in self.terms.parties:
            if party.sector is Sector.PUBLIC:
                boards = [
                    body.id
                    for body in party.bodies
                    if body.kind is BodyKind.BOARD and body.stands(self.standing.on)
                ]
                deciding += boards or [party.id]
        return tuple(dict.fromkeys(deciding))


@attrs.frozen
class _Up:
    """What a code says while it is up."""

    day: Date | None
    who: tuple[str, ...]
    source: Source | None
    subject: str
    facts: Facts


def _up(
    day: Date | None,
    *,
    who: tuple[str, ...] = (),
    source: Source | None = None,
    subject: str = "",
    **values: object,
) -> _Up:
    return _Up(day, who, source, subject, facts(**values))


def _day(value: Date | None | Unknown) -> Date | None:
    return value if isinstance(value, Date) else None


_OVERDUE: Final = frozenset({"ended-undecided", "signature-missing"})
_QUIET: Final = frozenset({"open-ended", "end-inexact"})


def _severity(code: str, day: Date | None, on: Date) -> Severity:
    if code in _QUIET:
        return Severity.INFO
    if day is None:
        return Severity.NOTICE
    if day < on and code in _OVERDUE:
        return Severity.OVERDUE
    if day <= URGENT.after(on):
        return Severity.URGENT
    return Severity.NOTICE if day <= NOTICE.after(on) else Severity.INFO


# --- the codes, each with when it is up ---------------------------------------------------


def _ends(q: _Question) -> Iterator[_Up]:
    """A clear last day, while nothing is decided about what follows."""
    decided = q.standing.renewed is not None or q.standing.ending_decided is not None
    if q.binding and len(q.standing.last_days) == 1 and not decided:
        day = q.standing.last_days[0]
        yield _up(day, who=q.board(), source=q.source, last_day=day)


def _ended_undecided(q: _Question) -> Iterator[_Up]:
    """It ran out, and nobody has recorded what became of it."""
    expired = q.standing.state is State.TERMINATED and q.standing.reason is Reason.EXPIRED
    if expired and q.standing.renewed is None and not q.standing.closed:
        day = q.last_day
        yield _up(day, who=q.board(), source=q.source, last_day=day)


def _renewed(q: _Question) -> Iterator[_Up]:
    """A successor follows; until the end."""
    if q.binding and q.standing.renewed is not None:
        successor = q.standing.successor
        yield _up(q.last_day, last_day=q.clear_last_day, successor=successor)


def _not_renewed(q: _Question) -> Iterator[_Up]:
    """It was decided not to renew; until the end."""
    if q.binding and q.standing.ending_decided is not None:
        number = q.standing.ending_decided
        yield _up(q.last_day, last_day=q.clear_last_day, decided=number)


def _successor_missing(q: _Question) -> Iterator[_Up]:
    """It was decided to renew, and no successor is recorded."""
    number = q.standing.renewal_decided
    if q.binding and number is not None and q.standing.renewed is None:
        yield _up(q.last_day, who=q.board(), last_day=q.clear_last_day, decided=number)


def _signature_missing(q: _Question) -> Iterator[_Up]:
    """It is approved, waits for no condition, and somebody has not signed."""
    if q.standing.state is State.APPROVED and q.standing.condition is None:
        missing = q.standing.unsigned
        who = () if isinstance(missing, Unknown) else missing
        yield _up(q.first_day, who=who, first_day=q.first_day, parties=who)


def _starts(q: _Question) -> Iterator[_Up]:
    """It is signed and comes into force on its first day."""
    if q.standing.state is State.SIGNED:
        yield _up(q.first_day, first_day=q.first_day)


def _condition_open(q: _Question) -> Iterator[_Up]:
    """The approval waits for something."""
    condition = q.standing.condition
    if q.standing.state is State.APPROVED and condition is not None:
        yield _up(
            q.first_day,
            who=q.board(),
            first_day=q.first_day,
            condition=condition,
        )


def _end_unknown(q: _Question) -> Iterator[_Up]:
    """It is or may be in force, and nobody knows until when."""
    known = (q.standing.last_days or q.terms.open_ended) and not q.standing.doubts
    if q.binding and q.standing.in_force is not Answer.NO and not known:
        if q.standing.doubts:
            yield _up(None, who=q.board(), last_day=q.last_day, doubts=q.standing.doubts)
        else:
            yield _up(None, who=q.board(), seen=q.standing.seen)


def _end_conflict(q: _Question) -> Iterator[_Up]:
    """Several days may be the last, and the latest is not past."""
    if q.binding and len(q.standing.last_days) > 1:
        first, *_, last = q.standing.last_days
        yield _up(
            first,
            who=q.board(),
            source=q.source,
            readings=q.standing.last_days,
            earliest=first,
            latest=last,
        )


def _end_inexact(q: _Question) -> Iterator[_Up]:
    """The paper gives the last day by its month or its season."""
    readings = [one for one in q.terms.last_readings if one.day in q.standing.last_days]
    inexact = [one for one in readings if one.precision is not Precision.DAY]
    if q.binding and len(q.standing.last_days) == 1 and inexact and len(inexact) == len(readings):
        one = inexact[0]
        yield _up(
            one.day,
            who=q.board(),
            source=one.source,
            last_day=one.day,
            precision=one.precision,
            text=one.text,
        )


def _open_ended(q: _Question) -> Iterator[_Up]:
    """It runs until further notice, and nobody has given notice."""
    if q.binding and q.terms.open_ended and not q.standing.endings:
        yield _up(None, who=())


def _record_conflict(q: _Question) -> Iterator[_Up]:
    """An event is recorded that has no effect where it stands."""
    for anomaly in q.standing.anomalies:
        yield _up(
            anomaly.on,
            who=q.board(),
            subject=str(anomaly.number),
            number=anomaly.number,
            tag=anomaly.tag,
            anomaly=anomaly.code,
        )


_Rule: TypeAlias = Callable[[_Question], Iterator[_Up]]

CODES: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        "ends": _ends,
        "ended-undecided": _ended_undecided,
        "renewed": _renewed,
        "not-renewed": _not_renewed,
        "successor-missing": _successor_missing,
        "signature-missing": _signature_missing,
        "starts": _starts,
        "condition-open": _condition_open,
        "end-unknown": _end_unknown,
        "end-conflict": _end_conflict,
        "end-inexact": _end_inexact,
        "open-ended": _open_ended,
        "record-conflict": _record_conflict,
    }
)
"""Every code, with the rule that says when it is up."""
