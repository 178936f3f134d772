"""What the lifecycle table is made of: rows, clock rows, forks, and the checks over them."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any, Final, Generic, TypeAlias, TypeVar

import attrs
from pendulum import Date

from ioplife.decisions import Guard
from ioplife.errors import BadValue
from ioplife.events import TAG_OF, Event
from ioplife.lifecycle.register import Register
from ioplife.standing import Cause
from ioplife.states import BINDING, FINAL, State

E = TypeVar("E", bound=Event)

Source: TypeAlias = State | None
"""A state a row leads from; None before the first event."""


class Same(enum.Enum):
    """The type of ``SAME``: the row leads back to the state it stands in."""

    SAME = "same"


SAME: Final = Same.SAME


@attrs.frozen
class Fork:
    """Where a row leads when facts must tell: total, pure, and asking no guard.

    Attributes:
        name: what it chooses by, in words.
        targets: the states it can give.
        choose: the choice, from what has been folded, the event's own facts included.
        rises: whether it only ever leads to a higher rank.
    """

    name: str
    targets: tuple[State, ...]
    choose: Callable[[Register], State]
    rises: bool = False

    def reach(self, source: Source) -> tuple[State, ...]:
        """The states it can give from one of its row's sources."""
        least = source.rank if self.rises and source is not None else -1
        return tuple(state for state in self.targets if state.rank > least)


Target: TypeAlias = State | Same | Fork


@attrs.frozen
class Only:
    """A row that stands only where the folded facts, or the event's own, allow it.

    Attributes:
        name: when it stands, in words.
        holds: whether it does.
    """

    name: str
    holds: Callable[[Register, Any], bool]


@attrs.frozen
class Row(Generic[E]):
    """One line of the table: an event, the states it stands in, where it leads.

    Attributes:
        event: the event.
        sources: the states it stands in.
        target: the state it leads to, the same, or a fork.
        guards: what must be met for it to happen.
        only: what else the row stands by; None: nothing.
    """

    event: type[E]
    sources: tuple[Source, ...]
    target: Target
    guards: tuple[Guard[E], ...] = ()
    only: Only | None = None

    @property
    def tag(self) -> str:
        """The event's tag."""
        return TAG_OF[self.event]

    @property
    def shows_in_force(self) -> bool:
        """Whether only an agreement that binds its parties has such an event."""
        return BINDING.issuperset(self.sources)


@attrs.frozen
class Clock:
    """One line of the table that time brings about; nobody records it.

    Attributes:
        tag: its name, with a tilde.
        sources: the states it stands in.
        target: the state it leads to, the same, or a fork.
        due: the day it is due, from what has been folded; None while it is not.
        mark: what it writes down when it fires, and why it fired.
    """

    tag: str
    sources: tuple[State, ...]
    target: Target
    due: Callable[[Register], Date | None]
    mark: Callable[[Register, Date], Cause]


def targets(row: Row[Any] | Clock, source: Source) -> tuple[Source, ...]:
    """The states a row can give from one of its sources."""
    if isinstance(row.target, Fork):
        return row.target.reach(source)
    return (source,) if isinstance(row.target, Same) else (row.target,)


def _reached(start: Source, leads: dict[Source, set[Source]]) -> set[Source]:
    """Every state that can be reached from one, itself included."""
    reached, waiting = {start}, [start]
    while waiting:
        new = leads.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def lead(row: Row[Any] | Clock, register: Register) -> Source:
    """The state a row leads to, from what has been folded."""
    if isinstance(row.target, Fork):
        return row.target.choose(register)
    return register.state if isinstance(row.target, Same) else row.target


def _rows(values: Iterable[Row[Any] | Clock]) -> tuple[Row[Any] | Clock, ...]:
    return tuple(values)


@attrs.frozen(eq=False)
class Table:
    """The lifecycle: every row, checked when it is built.

    ``format(table, "mermaid")`` draws it, ``format(table, "md")`` writes it as Markdown.

    Raises:
        BadValue: for two rows of one state and event, a guard that does not fit its
            event, a state that cannot be reached, and a live state that cannot end.
    """

    rows: tuple[Row[Any] | Clock, ...] = attrs.field(converter=_rows)

    def __attrs_post_init__(self) -> None:
        self._check_guards()
        self._check_places()
        self._check_reach()

    def _check_guards(self) -> None:
        for row in self.rows:
            if isinstance(row, Row):
                for rule in row.guards:
                    if not issubclass(row.event, rule.event):
                        raise BadValue("Table.rows", rule.code, f"must fit {row.tag}")

    def _check_places(self) -> None:
        taken: set[tuple[str, Source]] = set()
        for row in self.rows:
            for source in row.sources:
                if (row.tag, source) in taken:
                    place = (row.tag, source)
                    raise BadValue("Table.rows", place, "must have one row for a state and event")
                taken.add((row.tag, source))

    def _check_reach(self) -> None:
        """A register entry leads anywhere and so proves nothing: it is left out."""
        leads: dict[Source, set[Source]] = {}
        for row, source, target in self.steps():
            if not (isinstance(row.target, Fork) and row.target.rises):
                leads.setdefault(source, set()).add(target)
        reached = _reached(None, leads)
        for state in State:
            if state not in reached:
                raise BadValue("Table.rows", state.value, "must be reachable")
            if state not in FINAL and not FINAL & _reached(state, leads):
                raise BadValue("Table.rows", state.value, "must be able to reach a final state")

    def steps(self) -> Iterator[tuple[Row[Any] | Clock, Source, Source]]:
        """Every row, with every state it leads from and every state it can give there."""
        for row in self.rows:
            for source in row.sources:
                for target in targets(row, source):
                    yield row, source, target

    @cached_property
    def events(self) -> dict[tuple[Source, type[Event]], Row[Any]]:
        """The row of a state and an event."""
        return {
            (source, row.event): row
            for row in self.rows
            if isinstance(row, Row)
            for source in row.sources
        }

    @cached_property
    def clocks(self) -> dict[Source, tuple[Clock, ...]]:
        """The clock rows of a state, in the order they are tried."""
        return {
            state: tuple(
                row for row in self.rows if isinstance(row, Clock) and state in row.sources
            )
            for state in (None, *State)
        }

    def row(self, register: Register, event: Event) -> Row[Any] | None:
        """The row that stands for this event where the agreement stands; None: none does."""
        row = self.events.get((register.state, type(event)))
        if row is None or row.only is None or row.only.holds(register, event):
            return row
        return None

    def guards(self, kind: type[Event]) -> tuple[Guard[Any], ...]:
        """Every guard of every row of an event, each once, in the table's order."""
        return tuple(
            dict.fromkeys(
                rule
                for row in self.rows
                if isinstance(row, Row) and row.event is kind
                for rule in row.guards
            )
        )

    def sources(self, kind: type[Event]) -> tuple[Source, ...]:
        """The states in which an event has a row, in the order of the life."""
        found = {source for source, event in self.events if event is kind}
        return tuple(source for source in (None, *State) if source in found)

    def __format__(self, spec: str) -> str:
        from ioplife.lifecycle.drawing import draw  # noqa: PLC0415 - drawn when asked for

        return draw(self, spec) if spec else repr(self)
