"""A naive simulator: every day in turn, every rule as it is written, nothing clever.

It was written from RULES §1-§3, §5-§8 and docs/decisions, without reading the fold, and it
imports the values alone. Where the two differ, one of them misread a rule.
"""

from collections.abc import Iterator, Sequence

from pendulum import Date

from ioplife.events import (
    Entered,
    Event,
    FollowedUp,
    Renewed,
    Started,
)
from ioplife.states import FINAL, State
from ioplife.terms import (
    Terms,
)
from tests.naive.effects import Effects
from tests.naive.facts import WRONG_STATE, Wrong
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.months import days_after
from tests.naive.places import Line
from tests.naive.rows import BINDING, ENDED, LATE_SUCCESSOR, SOURCES


class Simulator(Effects):
    """One life, a day at a time. Ask for the days in order."""

    # --- the clock -------------------------------------------------------------------------

    def starts_today(self) -> bool:
        if self.state is not State.SIGNED or not self.first_readings:
            return False
        return days_after(self.first_readings[-1], self.faults.starts_late) <= self.today

    def amends_today(self) -> bool:
        """Whether what was agreed before today applies from today on."""
        if not self.amending:
            return False
        due = [number for number in self.amending if not self.lasting.is_coming(number, self.today)]
        self.amending = [number for number in self.amending if number not in due]
        return self.state in BINDING and self.lasting.version_on(self.today).number in due

    def extends_today(self) -> bool:
        """RULES §5: the day after its notice deadline, whichever period runs; §2: no ending."""
        if self.state not in BINDING or not self.may_go_on():
            return False
        deadline = self.lasting.notice_latest()
        if deadline is None:
            return False
        return days_after(deadline, 1 + self.faults.extends_late) <= self.today

    def runs_out_today(self) -> bool:
        if self.state not in BINDING or self.stays():
            return False
        if self.state is State.SIGNED and self.first_readings:
            first = self.first_readings[-1]
            if any(last_day < first for last_day in self.endings.dated().values()):
                return True
        last = self.last_days()
        return bool(last) and days_after(last[-1], self.faults.over_after) <= self.today

    def try_clock(self) -> None:
        """RULES §1.2: the rows in their order, until none is due."""
        while True:
            if self.starts_today():
                self.shown.append(self.today)
                self.began = self.today
                self.lasting.begin(self.first_readings)
                self.time_brings("~starts", State.ACTIVE)
            elif self.amends_today():
                self.time_brings("~amends", self.state)
            elif self.extends_today():
                clause = self.lasting.automatic()
                assert clause is not None
                self.lasting.extend(None, self.today, clause[0])
                self.time_brings("~extends", self.state)
            elif self.runs_out_today():
                self.reason = None if self.renewed is not None else self.why_over()
                over = State.TERMINATED if self.renewed is None else State.RENEWED
                self.time_brings("~runs-out", over)
            elif self.state is State.FOLLOW_UP and not self.something_open():
                self.time_brings("~follow-up-closes", State.ACTIVE)
            elif self.state is State.ACTIVE and self.something_open():
                self.time_brings("~follow-up-opens", State.FOLLOW_UP)
            else:
                return

    def time_brings(self, tag: str, after: State | None) -> None:
        self.lines.append(Line(self.today, tag, self.state, after, None, None))
        self.state = after

    # --- the events of a day -------------------------------------------------------------

    def has_row(self, event: Event) -> bool:
        if self.state is not None and (type(event), self.state) in self.faults.dropped:
            return False
        if self.state not in SOURCES[type(event)]:
            return False
        match event:
            case Entered():
                return self.state is None or self.state.rank < event.state.rank
            case Started():
                return not self.first_readings and self.started is None
            case Renewed():
                return self.state is not State.TERMINATED or self.reason in LATE_SUCCESSOR
            case FollowedUp():
                return self.state not in ENDED or self.answers_what_was_owed(event)
            case _:
                return True

    def answers_what_was_owed(self, event: FollowedUp) -> bool:
        all_owed = self.owed()
        key = self.ledger.answered(event, self.today, all_owed)
        return key in {self.ledger.key_of(one) for one in all_owed}

    def one_day(self, today: Date) -> None:
        """RULES §1.2-§1.3: the clock first; then events by number, the clock after each."""
        self.today = today
        if self.state not in FINAL:
            self.until = today
        self.try_clock()
        waiting = self.waiting.get(today, {})
        searching = True
        while searching:
            searching = False
            for number, event in list(waiting.items()):
                if self.has_row(event):
                    del waiting[number]
                    before = self.state
                    anomaly = self.fold(number, event)
                    self.lines.append(Line(today, event.tag, before, self.state, number, anomaly))
                    if anomaly is not None:
                        self.wrong.append(Wrong(number, today, anomaly))
                    self.try_clock()
                    if self.faults.searches_again:
                        searching = True
                        break
        for number, event in waiting.items():
            self.ledger.take(event, number, today, self.owed())
            self.lines.append(Line(today, event.tag, self.state, self.state, number, WRONG_STATE))
            if not self.entered_since(number):
                self.wrong.append(Wrong(number, today, WRONG_STATE))

    def entered_since(self, number: int) -> bool:
        """Whether a register entry of today has a higher number (002)."""
        return any(
            line.on == self.today
            and line.tag == "entered"
            and line.anomaly is None
            and line.number is not None
            and line.number > number
            for line in self.lines
        )


def each_day(
    terms: Terms,
    events: Sequence[Event],
    first: Date,
    last: Date,
    faults: Faults = NO_FAULTS,
) -> Iterator[Simulator]:
    """The simulator at the end of every day from ``first`` to ``last``."""
    simulator = Simulator(terms, events, faults)
    day = min([first, *simulator.waiting])
    while day <= last:
        simulator.one_day(day)
        if day >= first:
            yield simulator
        day = days_after(day, 1)
