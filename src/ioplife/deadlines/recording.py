"""The code about the record itself (RULES §9)."""

from __future__ import annotations

from collections.abc import Iterator

from ioplife.deadlines.question import Question, Up, up


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
