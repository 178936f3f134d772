"""The table as a graph, and the shortest lives that go the same way."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs
from pendulum import Date

import ioplife as iop
from ioplife.lifecycle import LIFECYCLE, Clock, Fork
from ioplife.lifecycle.rows import Source
from ioplife.states import State
from tests.proof.told import BEGUN, INITIATED, PROPOSED, SIGNED, Told, life

Step = tuple[str, Source, Source]
"""A row's tag, the state it leads from and the one it leads to."""


def moves() -> tuple[Step, ...]:
    """Every step from one state to another; a register entry leads anywhere and is left out."""
    return tuple(
        (row.tag, source, target)
        for row, source, target in LIFECYCLE.steps()
        if source is not target and not (isinstance(row.target, Fork) and row.target.rises)
    )


def cost(tag: str) -> int:
    """What time brings nobody records."""
    return 0 if tag in {row.tag for row in LIFECYCLE.rows if isinstance(row, Clock)} else 1


def shortest(start: Source, ends: Iterable[State]) -> tuple[Step, ...] | None:
    """The way with the fewest events from a state to any of some; None where there is none."""
    wanted = set(ends)
    best: dict[Source, tuple[Step, ...]] = {start: ()}
    waiting = [start]
    while waiting:
        state = waiting.pop(0)
        for step in moves():
            _tag, source, target = step
            if source is state:
                way = (*best[state], step)
                if target not in best or weight(way) < weight(best[target]):
                    best[target] = way
                    waiting.append(target)
    ways = [best[one] for one in State if one in wanted and one in best]
    return min(ways, key=weight, default=None)


def weight(way: Iterable[Step]) -> tuple[int, int]:
    """How many events a way takes, and how many steps."""
    steps = list(way)
    return sum(cost(tag) for tag, _source, _target in steps), len(steps)


_SUCCESSOR: Final = iop.Renewed(
    "2026-06-01", successor="a-2", period=iop.Period("2027-01-01", "2028-12-31")
)

LIVES: Final = {
    State.INITIATIVE: life("the initiative", "2023-02-01", INITIATED),
    State.PROPOSED: life("a proposal", "2023-04-01", INITIATED, PROPOSED),
    State.APPROVED: life("an approval", "2023-06-01", *BEGUN),
    State.SIGNED: life("both signatures", "2023-07-02", *BEGUN, *SIGNED),
    State.ACTIVE: life("the first day", "2024-01-01", *BEGUN, *SIGNED),
    State.FOLLOW_UP: life("a follow-up opens", "2024-10-01", *BEGUN, *SIGNED),
    State.RENEWED: life("a successor follows", "2027-01-01", *BEGUN, *SIGNED, _SUCCESSOR),
    State.TERMINATED: life("the day after the last", "2027-01-01", *BEGUN, *SIGNED),
    State.DECLINED: life(
        "a refusal", "2023-03-01", INITIATED, iop.Declined("2023-03-01", by="board")
    ),
}
"""For each state a life with as few events as there can be, asked of every guard."""

BESIDES: Final = {
    State.SIGNED: (1, "the other party signs too"),
    State.ACTIVE: (1, "the other party signs too"),
    State.FOLLOW_UP: (1, "the other party signs too"),
    State.TERMINATED: (1, "the other party signs too"),
    State.RENEWED: (2, "the other party signs too, and the successor is named"),
}
"""How many events a life needs more than the table says, and what for."""


@attrs.frozen
class End:
    """How a live state ends, with one event at the most.

    Attributes:
        told: a life in that state.
        event: what ends it; None: time does.
        day: the first day on which it has ended.
        state: the state it ends in.
    """

    told: Told
    event: iop.Event | None
    day: str
    state: State


ENDS: Final = (
    End(LIVES[State.INITIATIVE], iop.Declined("2023-02-02"), "2023-02-02", State.DECLINED),
    End(LIVES[State.PROPOSED], iop.Declined("2023-04-02"), "2023-04-02", State.DECLINED),
    End(LIVES[State.APPROVED], iop.Withdrawn("2023-06-02"), "2023-06-02", State.DECLINED),
    End(LIVES[State.SIGNED], iop.Voided("2023-07-03"), "2023-07-03", State.TERMINATED),
    End(LIVES[State.ACTIVE], iop.Voided("2024-01-02"), "2024-01-03", State.TERMINATED),
    End(LIVES[State.FOLLOW_UP], None, "2027-01-01", State.TERMINATED),
)
"""An end of each live state; it is asked for, and allowed."""

NEVER: Final = {
    ("~runs-out", State.SIGNED, State.RENEWED): "a successor is recorded only while in force",
}
"""What a clock row's fork can give that never comes."""


def ending(state: Source) -> iop.Event:
    """What ends a life in a live state whatever its terms say, and asks nobody's name."""
    before = state in (State.INITIATIVE, State.PROPOSED, State.APPROVED)
    return iop.Withdrawn("2023-01-01") if before else iop.Voided("2023-01-01")


FAR: Final = "2045-01-01"
"""A day by which time has brought all that it will, but what goes on for ever."""


def ticks(lives: Iterable[Told], until: str) -> dict[Step, tuple[str, Date]]:
    """What time brings in some lives: each step with the first life and its day."""
    first: dict[Step, tuple[str, Date]] = {}
    for told in lives:
        for change in told.agreement.timeline(until=until):
            if change.number is None:
                step = (change.tag, change.before, change.after)
                first.setdefault(step, (told.name, change.on))
    return first
