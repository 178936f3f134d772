"""The engine and the fold go the same way, on every day of whole generated lives."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from itertools import groupby
from typing import Any

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from pendulum import Date

from ioplife.events import Amended, Event, Signed, Started, Tabled
from ioplife.lifecycle import LIFECYCLE, Clock, Fork, Register, Row, Table, fold, take
from ioplife.lifecycle.history import Record, history
from ioplife.machine import Engine, Turn
from ioplife.states import IN_FORCE, State
from ioplife.terms import Terms
from ioplife.testing._lives import lives
from tests.properties.covered import covered

ENGINE = Engine(LIFECYCLE)

Given = tuple[Terms, tuple[Event, ...]]


TOLD = 4_000
"""Days; a life without a last day goes on for fifty years, one follow-up like the other."""


class Walk:
    """A life driven through the engine, which alone knows the state."""

    def __init__(self, engine: Engine, terms: Terms) -> None:
        self.engine = engine
        self.register = Register.of(terms)
        self.clocks = [row for row in engine.table.rows if isinstance(row, Clock)]

    @property
    def state(self) -> State | None:
        return self.register.state

    def pass_to(self, day: Date) -> None:
        """The clock rows as triggers, in the table's order, until none fires."""
        while any(self._tick(clock, day) for clock in self.clocks):
            pass

    def _tick(self, clock: Clock, day: Date) -> bool:
        self.register.today = day
        turn = Turn(self.register, self.register, None, day, lambda: True)
        happens, state = self.engine.step(self.state, clock.tag, turn)
        if happens:
            clock.mark(self.register, day)
            self.register.state = state
        return happens

    def put(self, record: Record) -> bool:
        """One event as a trigger; whether a row stood for it."""
        event = record.event
        after = self.register.kept()
        if self.state in IN_FORCE:
            after.show(event.on)
        if not record.misses:
            take(after, record.number, event)
        turn = Turn(self.register, after, event, event.on, lambda: True)
        happens, state = self.engine.step(self.state, event.tag, turn)
        if happens:
            self.register = after
            self.register.state = state
        return happens

    def live_through(self, day: Date, waiting: Sequence[Record]) -> None:
        left = list(waiting)
        self.pass_to(day)
        while folded := next((record for record in left if self.put(record)), None):
            left.remove(folded)
            self.pass_to(day)
        for record in left:  # it may answer what is owed all the same
            self.register.answer(record.number, record.event)


def days_of(life: Given) -> list[Date]:
    """Every day from just before the first change to just after the last, of those told."""
    lived = fold(*life, LIFECYCLE)
    begins = lived.after(Date(1, 1, 1))
    if begins is None:
        return []
    found = [change.on for change in lived.until(begins.on + timedelta(days=TOLD))]
    first, last = found[0] - timedelta(days=2), found[-1] + timedelta(days=3)
    return [first + timedelta(days=n) for n in range(min((last - first).days + 1, TOLD))]


Stands = tuple[Date, State | None, tuple[Date, ...], int]
"""A day, the state at its end, the days that may be the last, and which version holds."""


def walked(engine: Engine, life: Given) -> list[Stands]:
    """Where it stands at the end of each day, as the engine has it."""
    agreed = history(*life)
    waiting = {
        day: list(records)
        for day, records in groupby(agreed.records, key=lambda record: record.event.on)
    }
    walk = Walk(engine, agreed.terms)
    walk.register.settled = agreed.settled
    states = []
    for day in days_of(life):
        walk.live_through(day, waiting.get(day, []))
        states.append((day, walk.state, walk.register.last_days, walk.register.versions.holds))
    return states


def folded(life: Given) -> list[Stands]:
    """Where it stands at the end of each day, as the fold has it."""
    lived = fold(*life, LIFECYCLE)
    at = [(day, lived.at(day)) for day in days_of(life)]
    return [(day, one.state, one.last_days, one.versions.holds) for day, one in at]


@given(life=lives())
def test_the_engine_and_the_fold_agree_on_every_day(life: Given) -> None:
    assert folded(life) == walked(ENGINE, life)
    covered("engine and fold", lives=1, events=len(life[1]), days=len(days_of(life)))


def with_row(change: Callable[[Row[Any] | Clock], Row[Any] | Clock]) -> Engine:
    """The engine of a table in which some rows are changed."""
    return Engine(Table(tuple(change(row) for row in LIFECYCLE.rows)))


def a_row_leads_elsewhere(row: Row[Any] | Clock) -> Row[Any] | Clock:
    wrong = isinstance(row, Row) and row.event is Tabled
    return attrs.evolve(row, target=State.INITIATIVE) if wrong else row


def a_fork_is_content_with_one_signature(row: Row[Any] | Clock) -> Row[Any] | Clock:
    if not isinstance(row.target, Fork) or State.SIGNED not in row.target.targets[:2]:
        return row
    if row.target.rises:
        return row
    fork = attrs.evolve(row.target, choose=lambda _register: State.SIGNED)
    return attrs.evolve(row, target=fork)


def a_day_late(tag: str) -> Callable[[Row[Any] | Clock], Row[Any] | Clock]:
    """Time brings something a day after it is due."""

    def change(row: Row[Any] | Clock) -> Row[Any] | Clock:
        if not isinstance(row, Clock) or row.tag != tag:
            return row

        def late(register: Register) -> Date | None:
            due = row.due(register)
            return None if due is None else due + timedelta(days=1)

        return attrs.evolve(row, due=late)

    return change


@pytest.mark.parametrize(
    ("fault", "tag", "holding"),
    [
        pytest.param(a_row_leads_elsewhere, "tabled", Tabled, id="a row leads elsewhere"),
        pytest.param(
            a_fork_is_content_with_one_signature, "signed", Signed, id="one signature is enough"
        ),
        pytest.param(a_day_late("~runs-out"), "~runs-out", Started, id="it runs out a day late"),
        pytest.param(a_day_late("~extends"), "~extends", Started, id="it goes on a day late"),
        pytest.param(
            a_day_late("~amends"), "~amends", Amended, id="an amendment takes over a day late"
        ),
    ],
)
def test_the_comparison_finds_a_seeded_fault(
    fault: Callable[[Row[Any] | Clock], Row[Any] | Clock], tag: str, holding: type[Event]
) -> None:
    engine = with_row(fault)

    def differs(life: Given) -> bool:
        last = max((event.on for event in life[1]), default=Date(2000, 1, 1))
        told = fold(*life, LIFECYCLE).until(last + timedelta(days=TOLD))
        return any(change.tag == tag for change in told) and folded(life) != walked(engine, life)

    without_shrinking = settings(max_examples=2000, database=None, phases=[Phase.generate])
    assert differs(find(lives(holding=holding), differs, settings=without_shrinking))
