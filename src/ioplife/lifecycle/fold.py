"""The fold: events and the calendar together, through the one table (RULES §1).

Replay asks no guard: what happened, happened. It is total and never raises.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TypeAlias

import attrs
from pendulum import Date

from ioplife.dates import next_day
from ioplife.events import Corrected, DemandCorrected, Event, Noted, OfDecision, PartyLeft
from ioplife.facts import Facts, facts
from ioplife.lifecycle.history import History, Record, history
from ioplife.lifecycle.register import NO_SUCH_EVENT, WRONG_STATE, Register
from ioplife.lifecycle.rows import Clock, Row, Table, lead
from ioplife.lifecycle.taking import take
from ioplife.sources import Source
from ioplife.standing import Cause, Change
from ioplife.states import IN_FORCE
from ioplife.terms import Terms, Unknown

Watch: TypeAlias = Callable[[Record, Register], None]
"""Called with each record and the register just before it is folded, or set aside."""


@attrs.frozen
class Run:
    """How far a life has been folded.

    Attributes:
        changes: every change so far, in order.
        days: the days on which anything changed.
        registers: what had been folded at the end of each of these days.
        due: the next day on which time alone brings something; None: it brings nothing more.
        records: how many records have been folded.
    """

    changes: tuple[Change, ...] = ()
    days: tuple[Date, ...] = ()
    registers: tuple[Register, ...] = ()
    due: Date | None = None
    records: int = 0


@attrs.define(eq=False)
class Life:
    """A life, folded as far as it is asked for.

    What time will bring if nothing else is recorded may never end (an agreement that goes on
    by itself each year), and a year may be a slip of the pen: so it is folded on as later days
    are asked for.

    Attributes:
        history: what is on record.
        table: the lifecycle.
        run: how far it has been folded.
    """

    history: History
    table: Table
    run: Run = Run()

    def at(self, day: Date) -> Register:
        """What has been folded at the end of a day."""
        run = self._reach(day)
        place = bisect_right(run.days, day)
        return run.registers[place - 1] if place else Register.of(self.history.terms)

    def until(self, day: Date) -> tuple[Change, ...]:
        """Every change up to a day, that day included."""
        changes = self._reach(day).changes
        return changes[: bisect_right(changes, day, key=lambda change: change.on)]

    def after(self, day: Date) -> Change | None:
        """The first change after a day; None where there is none."""
        run = self._reach(day)
        later = self._next_day(run)
        if (not run.days or run.days[-1] <= day) and later is not None:
            run = self._reach(later)
        return next((change for change in run.changes if change.on > day), None)

    @property
    def changes(self) -> tuple[Change, ...]:
        """Every change by an event, and those that time has brought so far as asked."""
        return self._through().changes

    def watched(self, watch: Watch) -> Life:
        """The same with every event folded, one after the other, while somebody looks on."""
        self._through(watch)
        return self

    def _through(self, watch: Watch | None = None) -> Run:
        """Fold on to the last event."""
        records = self.history.records
        return self._reach(records[-1].event.on, watch) if records else self.run

    def _next_day(self, run: Run) -> Date | None:
        """The next day on which anything happens; None: there is none."""
        left = self.history.records[run.records : run.records + 1]
        days = [*([] if run.due is None else [run.due]), *(one.event.on for one in left)]
        return min(days, default=None)

    def _reach(self, day: Date, watch: Watch | None = None) -> Run:
        """Fold on to the end of a day.

        The new run takes the old one's place in one assignment, so that two threads that ask
        at once do the same work and neither sees half of it.
        """
        run = self.run
        later = self._next_day(run)
        if later is not None and later <= day:
            register = run.registers[-1].kept() if run.registers else self._dawn()
            folding = _Folding(register, self.table, watch)
            run = self.run = folding.on_from(run, self.history.records, day)
        return run

    def _dawn(self) -> Register:
        register = Register.of(self.history.terms)
        register.settled = self.history.settled
        return register


def fold(terms: Terms, events: Sequence[Event], table: Table) -> Life:
    """The life of what was agreed and recorded, folded through a table as it is asked for.

    Args:
        terms: the terms as first recorded.
        events: the events, in the order they were recorded.
        table: the lifecycle.
    """
    return Life(history(terms, events), table)


class _Folding:
    """One run of the fold, day by day."""

    def __init__(self, register: Register, table: Table, watch: Watch | None) -> None:
        self.register = register
        self.table = table
        self.due = self._next_due()
        self.watch = watch
        self.changes: list[Change] = []
        self.days: list[Date] = []
        self.registers: list[Register] = []

    def on_from(self, run: Run, records: Sequence[Record], until: Date) -> Run:
        """A run, and what comes after it to the end of a day."""
        folded = bisect_right(records, until, key=_day_of)
        for day, waiting in groupby(records[run.records : folded], key=_day_of):
            self.pass_time(until=day)
            self.live_through(day, list(waiting))
        self.pass_time(until=next_day(until))
        return Run(
            (*run.changes, *self.changes),
            (*run.days, *self.days),
            (*run.registers, *self.registers),
            self.due,
            folded,
        )

    def pass_time(self, until: Date) -> None:
        """Let every clock row fire that is due before a day."""
        while self.due is not None and self.due < until:
            day = self.due
            self._try_clock(day)
            self._keep(day)

    def live_through(self, day: Date, waiting: list[Record]) -> None:
        """A day with events: the clock first, then each event, the clock again after each."""
        self._try_clock(day)
        self.register.today = day
        while waiting:
            for record in waiting:
                row = self.table.row(self.register, record.event)
                if row is not None:
                    waiting.remove(record)
                    self._fold(record, row)
                    self._try_clock(day)
                    break
            else:
                break
        for record in waiting:
            self._set_aside(record)
        self._keep(day)

    def _next_due(self) -> Date | None:
        """The next day on which a clock row of the state is due; asked after every change."""
        soonest: Date | None = None
        for clock in self.table.clocks[self.register.state]:
            due = clock.due(self.register)
            if due is not None and (soonest is None or due < soonest):
                soonest = due
        return soonest

    def _try_clock(self, day: Date) -> None:
        """Fire every clock row that is due on or before a day, until none is."""
        while self.due is not None and self.due <= day:
            for clock in self.table.clocks[self.register.state]:
                due = clock.due(self.register)
                if due is not None and due <= day:
                    self._tick(clock, day)
                    break

    def _tick(self, clock: Clock, day: Date) -> None:
        register, before = self.register, self.register.state
        register.today = day
        after = lead(clock, register)
        cause = clock.mark(register, day)
        register.state, register.cause = after, cause
        self.changes.append(Change(day, clock.tag, before, after, cause))
        self.due = self._next_due()

    def _fold(self, record: Record, row: Row[Event]) -> None:
        register, event = self.register, record.event
        if self.watch is not None:
            self.watch(record, register)
        before = register.state
        code = NO_SUCH_EVENT if record.misses else take(register, record.number, event)
        after = lead(row, register)
        if row.shows_in_force and (before in IN_FORCE or after in IN_FORCE):
            register.show(event.on)
        cause = _cause(record)
        if after is not before:
            register.state, register.cause = after, cause
        if code is not None:
            register.set_aside(record.number, event, code)
        self.changes.append(Change(event.on, event.tag, before, after, cause, record.number, code))
        self.due = self._next_due()

    def _set_aside(self, record: Record) -> None:
        """An event that no row stands for: a fact without effect."""
        if self.watch is not None:
            self.watch(record, self.register)
        state, event = self.register.state, record.event
        self.register.answer(record.number, event)
        self.register.set_aside(record.number, event, WRONG_STATE)
        cause = _cause(record)
        self.changes.append(
            Change(event.on, event.tag, state, state, cause, record.number, WRONG_STATE)
        )

    def _keep(self, day: Date) -> None:
        self.days.append(day)
        self.registers.append(self.register.kept())


def _day_of(record: Record) -> Date:
    return record.event.on


def _cause(record: Record) -> Cause:
    event = record.event
    said: Facts = (("number", record.number),)
    if not isinstance(event.by, Unknown):
        said = (("by", event.by), *said)
    match event:
        case Noted(what=str() as what):
            said = (*said, ("what", what))
        case Corrected(event_no=corrects, why=why):
            known = {} if isinstance(why, Unknown) else {"why": why}
            said = facts(**dict(said), corrects=corrects, **known)
        case OfDecision(decision=int() as decision):
            said = facts(**dict(said), decision=decision)
        case DemandCorrected(demand=int() as demand):
            said = facts(**dict(said), demand=demand)
        case PartyLeft(party=str() as party):
            said = facts(**dict(said), party=party)
        case _:
            pass
    source = event.basis if isinstance(event.basis, Source) else None
    return Cause(event.tag, said, source)
