"""What is compared: where an agreement stands on a day, and the lines of its timeline."""

from collections.abc import Iterable
from typing import NamedTuple

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, Period
from ioplife.events import Reason
from ioplife.standing import Change, Demand, Finality, Occurrence, Standing
from ioplife.states import State
from ioplife.terms import Unknown


class Line(NamedTuple):
    """One line of a timeline."""

    on: Date
    tag: str
    before: State | None
    after: State | None
    number: int | None
    anomaly: str | None

    @classmethod
    def of(cls, change: Change) -> "Line":
        """The compared part of a line that the library answers."""
        return cls(
            change.on, change.tag, change.before, change.after, change.number, change.anomaly
        )


def in_order(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """What is owed by duty and number, in whatever order it is told."""
    return tuple(sorted(occurrences, key=lambda one: (one.duty, one.ordinal)))


Grown = tuple[int | None, Date, Duration, Date | Unknown]
"""An extension: its number, its day, its length, and the last day of the period it adds."""


@attrs.frozen(kw_only=True)
class Place:
    """Where the agreement stands at the end of a day: the part of a Standing compared."""

    state: State | None
    in_force: Answer
    first_day: Date | Unknown
    last_day: Date | None | Unknown
    last_days: tuple[Date, ...]
    days_left: int | None | Unknown
    reason: Reason | None | Unknown
    open: tuple[int, ...]
    anomalies: tuple[tuple[int, str], ...]
    renewal_decided: int | None
    ending_decided: int | None
    renewed: int | None
    successor: str | None | Unknown
    entered: int | None
    seen: Date | None | Unknown
    endings: tuple[tuple[int, Date], ...]
    doubts: tuple[int, ...]
    signed_by: tuple[str, ...]
    unsigned: tuple[str, ...] | Unknown
    closed: bool
    condition: str | None | Unknown
    occurrences: tuple[Occurrence, ...]
    ends: tuple[Date, ...]
    period: Period | None
    number: int
    extensions: tuple[Grown, ...]
    option_latest: Date | None | Unknown
    notice_latest: Date | None | Unknown
    final: tuple[Finality, ...]
    demands: tuple[Demand, ...]
    left: tuple[str, ...]

    @classmethod
    def of(cls, standing: Standing) -> "Place":
        """The compared part of what the library answers."""
        return cls(
            state=standing.state,
            in_force=standing.in_force,
            first_day=standing.first_day,
            last_day=standing.last_day,
            last_days=standing.last_days,
            days_left=standing.days_left,
            reason=standing.reason,
            open=standing.open,
            anomalies=tuple((found.number, found.code) for found in standing.anomalies),
            renewal_decided=standing.renewal_decided,
            ending_decided=standing.ending_decided,
            renewed=standing.renewed,
            successor=standing.successor,
            entered=standing.entered,
            seen=standing.seen,
            endings=tuple((end.number, end.last_day) for end in standing.endings),
            doubts=standing.doubts,
            signed_by=standing.signed_by,
            unsigned=standing.unsigned,
            closed=standing.closed,
            condition=standing.condition,
            occurrences=in_order(standing.occurrences),
            ends=tuple(sorted({reading.day for reading in standing.ends})),
            period=standing.period,
            number=standing.number,
            extensions=tuple(
                (one.number, one.on, one.length, one.last_day) for one in standing.extensions
            ),
            option_latest=standing.option_latest,
            notice_latest=standing.notice_latest,
            final=standing.final,
            demands=standing.demands,
            left=standing.left,
        )
