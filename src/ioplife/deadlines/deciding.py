"""The codes about a decision on record: when it is final, and what keeps it from that (KL 13:5)."""

from __future__ import annotations

from collections.abc import Iterator

from ioplife.answers import Answer
from ioplife.deadlines.question import Question, Up, up
from ioplife.sources import APPEAL


def appeal_ends(q: Question) -> Iterator[Up]:
    """A decision is announced and not final: the last day to appeal."""
    for one in q.standing.final:
        open_ = one.answer is not Answer.YES and one.annulled is None
        if open_ and one.announced is not None and not one.broken:
            yield up(
                one.appeal_ends,
                source=APPEAL,
                subject=str(one.number),
                decision=one.number,
                tag=one.tag,
                announced=one.announced,
                appeal_ends=one.appeal_ends,
                appeals=one.appeals,
            )


def announcement_broken(q: Question) -> Iterator[Up]:
    """It was taken down before the time to appeal was out, and is not announced anew."""
    for one in q.standing.final:
        if one.broken and one.annulled is None:
            yield up(
                one.removed,
                who=q.board,
                source=APPEAL,
                subject=str(one.number),
                decision=one.number,
                tag=one.tag,
                removed=one.removed,
                appeal_ends=one.appeal_ends,
            )
