"""The engine: one shared `transitions` machine, built from the table at the first question.

The only module that knows ``transitions``. The table is ours and immutable; the machine
drives a short-lived cursor through it and keeps nothing of the agreement.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any, Final

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.decisions import Case, Decision, Found, Guard, Verdict, ask
from ioplife.events import Event
from ioplife.facts import facts
from ioplife.lifecycle import LIFECYCLE, Clock, Register, Row, Source, Table, lead, take
from ioplife.policy import Policy
from ioplife.sources import DESIGN
from ioplife.standing import Standing
from ioplife.states import IN_FORCE, State
from ioplife.terms import Unknown

if TYPE_CHECKING:
    from transitions import EventData

NOTHING: Final = "nothing"
"""What the engine calls the state before the first event."""


@attrs.define(eq=False)
class Cursor:
    """What the machine moves: a state, and nothing else."""

    state: str


@attrs.frozen(eq=False)
class Turn:
    """One thing put to the engine.

    Attributes:
        before: what had been folded before it.
        after: the same with the event's own facts folded in; forks choose by it.
        event: the event; None for a clock row.
        day: the day.
        allowed: whether the guards let it happen; asked once, and only if a row stands.
    """

    before: Register
    after: Register
    event: Event | None
    day: Date
    allowed: Callable[[], bool]


class Engine:
    """A lifecycle table as a ``transitions`` machine.

    Args:
        table: the lifecycle.
    """

    def __init__(self, table: Table) -> None:
        from transitions import Machine  # noqa: PLC0415 - loaded at the first question

        self.table = table
        self.machine = Machine(
            model=None,
            states=[NOTHING, *(state.value for state in State)],
            initial=None,
            auto_transitions=False,
            queued=False,
            send_event=True,
            ignore_invalid_triggers=True,
        )
        for row, source, target in table.steps():
            self.machine.add_transition(
                row.tag,
                _name(source),
                _name(target),
                conditions=[_stands(row, target), _is_allowed],
            )

    def step(self, state: Source, tag: str, turn: Turn) -> tuple[bool, Source]:
        """Whether one event or clock row happens, and the state after it.

        Where no row leads from the state, the engine is not asked: it would log a warning, and
        to ask is no mistake.
        """
        if _name(state) not in self.machine.events[tag].transitions:
            return False, state
        cursor = Cursor(_name(state))
        happens = self.machine.events[tag].trigger(cursor, turn=turn)
        return happens, None if cursor.state == NOTHING else State(cursor.state)


def _name(state: Source) -> str:
    return NOTHING if state is None else state.value


def _stands(row: Row[Any] | Clock, target: Source) -> Callable[[EventData], bool]:
    """Whether a row stands for a turn, and leads to this target."""

    def stands(data: EventData) -> bool:
        turn: Turn = data.kwargs["turn"]
        if isinstance(row, Clock):
            due = row.due(turn.before)
            holds = due is not None and due <= turn.day
        else:
            holds = row.only is None or row.only.holds(turn.before, turn.event)
        return holds and lead(row, turn.after) is target

    return stands


def _is_allowed(data: EventData) -> bool:
    turn: Turn = data.kwargs["turn"]
    return turn.allowed()


@cache
def engine(table: Table = LIFECYCLE) -> Engine:
    """The one engine of a table, the library's own unless another is named."""
    return Engine(table)


def consider(
    case: Case, event: Event, register: Register, policy: Policy, table: Table = LIFECYCLE
) -> Decision:
    """Put one event to the engine: what the guards say, and where it would lead.

    Args:
        case: what the guards may see.
        event: the event.
        register: what has been folded before it.
        policy: whose guards are asked beside the library's.
        table: the lifecycle.
    """
    decision = decide(case, event, register, policy, table)
    after = register.kept()
    take(after, case.recorded + 1, event)
    turn = Turn(register, after, event, event.on, lambda: bool(decision))
    happens, target = engine(table).step(register.state, event.tag, turn)
    return attrs.evolve(decision, target=target) if happens else decision


def decide(
    case: Case, event: Event, register: Register, policy: Policy, table: Table = LIFECYCLE
) -> Decision:
    """What every guard says of an event, without the engine.

    Where no row stands for it, ``wrong-state`` is not met and the guards of all its rows
    are asked beside it.
    """
    row = table.row(register, event)
    kind = type(event)
    guards: tuple[Guard[Any], ...] = table.guards(kind) if row is None else row.guards
    verdicts = ask((*guards, *policy.added(kind)), case, event, policy.hardened)
    if row is None:
        verdicts = (wrong_state(case.standing, kind), *verdicts)
    return Decision(event, register.state, verdicts, policy.name)


def wrong_state(standing: Standing, kind: type[Event]) -> Verdict:
    """The verdict where no row stands for an event.

    Unknown where the agreement may stand elsewhere: nobody knows whether it is in force, or
    why it is over.
    """
    sources = LIFECYCLE.sources(kind)
    row = LIFECYCLE.events.get((standing.state, kind))
    perhaps = standing.in_force is Answer.UNKNOWN and not IN_FORCE.isdisjoint(sources)
    perhaps |= row is not None and isinstance(standing.reason, Unknown)
    found = Found.UNKNOWN if perhaps else Found.NOT_MET
    values: dict[str, object] = {"state": _name(standing.state)}
    if row is None:
        values["allowed"] = tuple(_name(source) for source in sources)
    elif row.only is not None:
        values["only"] = row.only.name
    sentence = "the agreement stands where the event can happen"
    return Verdict("wrong-state", found, False, sentence, DESIGN, facts(**values))  # noqa: FBT003
