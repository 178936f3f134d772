"""A naive simulator: every day in turn, every rule as it is written, nothing clever.

It was written from RULES §1-§3, §5, §7, §8 and docs/decisions, without reading the fold, and it
imports the values alone. Where the two differ, one of them misread a rule.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, day_before, days_between, month_end, next_day
from ioplife.duties import DutyKind
from ioplife.events import (
    Approved,
    Assessed,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    Noted,
    NoticeGiven,
    Proposed,
    Reason,
    Remitted,
    RenewalDecided,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Tabled,
    Waived,
    Withdrawn,
)
from ioplife.standing import Occurrence, Progress
from ioplife.states import FINAL, IN_FORCE, State
from ioplife.terms import UNKNOWN, Absent, Notice, NoticeEnd, Terms, Unknown
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.owing import Ledger
from tests.naive.places import Line, Place, in_order
from tests.naive.rows import BINDING, ENDED, LATE_SUCCESSOR, ONLY_WHILE_BINDING, SOURCES
from tests.naive.windows import Owed

WRONG_STATE: Final = "wrong-state"
NO_CLAUSE: Final = "no-effect-without-clause"
NO_EVENT: Final = "no-such-event"


class End(NamedTuple):
    """An ending that stands."""

    last_day: Date
    reason: Reason | None


class Wrong(NamedTuple):
    """An event without effect."""

    number: int
    on: Date
    code: str


def corrected(
    terms: Terms, events: Sequence[Event], faults: Faults = NO_FAULTS
) -> tuple[Terms, dict[int, Event], frozenset[int]]:
    """What stands once corrections and resolutions are applied (RULES §1.6, 004).

    Returns the terms, the events by number, and the numbers of the corrections that name
    themselves or nothing.
    """
    standing: dict[int, Event | Terms | None] = {0: terms, **dict(enumerate(events, 1))}
    decided = set()
    idle = set()
    numbers = range(1, len(events) + 1)
    for number in reversed(numbers) if faults.later_wins else numbers:
        correction = standing[number]
        if isinstance(correction, Corrected):
            if correction.event_no == number or correction.event_no not in standing:
                idle.add(number)
            elif correction.event_no not in decided:
                standing[correction.event_no] = correction.to
                decided.add(correction.event_no)
    agreed = standing.pop(0)
    assert isinstance(agreed, Terms)
    left = {number: event for number, event in standing.items() if isinstance(event, Event)}

    settled = {}
    for event in left.values():
        if isinstance(event, Resolved) and not isinstance(event.reading, Unknown):
            settled[event.what] = event.reading
    for what, reading in settled.items():
        agreed = agreed.resolve(what, reading)
    return agreed, left, frozenset(idle)


class Simulator:
    """One life, a day at a time. Ask for the days in order."""

    def __init__(self, terms: Terms, events: Sequence[Event], faults: Faults = NO_FAULTS) -> None:
        self.faults = faults
        self.terms, left, self.idle = corrected(terms, events, faults)
        self.left = left
        self.waiting: dict[Date, dict[int, Event]] = {}
        for number, event in sorted(left.items()):
            self.waiting.setdefault(event.on, {})[number] = event
        self.first_readings = sorted({reading.day for reading in self.terms.first_readings})
        self.last_readings = sorted({reading.day for reading in self.terms.last_readings})

        self.today = Date(1900, 1, 1)
        self.lines: list[Line] = []
        self.wrong: list[Wrong] = []
        self.state: State | None = None
        self.reason: Reason | None | Unknown = None
        self.signatures: set[str] = set()
        self.condition: str | None | Unknown = None
        self.started: Date | None = None
        self.open: list[int] = []
        self.endings: dict[int, End] = {}
        self.doubts: dict[int, Date] = {}
        self.shown: list[Date] = []
        self.renewal_decided: int | None = None
        self.ending_decided: int | None = None
        self.renewed: int | None = None
        self.successor: str | None | Unknown = None
        self.entered: int | None = None
        self.seen: Date | None | Unknown = None
        self.closed = False
        self.began: Date | None = None
        self.entry: Entered | None = None
        self.ledger = Ledger(faults)

    # --- what the folded facts say -------------------------------------------------------

    def last_days(self) -> list[Date]:
        """Every day that is read as the last, no later than the earliest ending."""
        if not self.endings:
            return self.last_readings
        earliest = min(end.last_day for end in self.endings.values())
        if not self.last_readings:
            return [earliest]
        return sorted({min(day, earliest) for day in self.last_readings})

    def all_have_signed(self) -> bool:
        """With nobody to sign there is no last party, and the fork keeps it approved."""
        parties = self.terms.parties
        if isinstance(parties, Unknown) or not parties:
            return False
        return all(party.id in self.signatures for party in parties)

    def why_over(self) -> Reason:
        """RULES §2: the ending whose day is the last day, else the decision, else time."""
        last = self.last_days()[-1]
        reasons = [end.reason for end in self.endings.values() if end.last_day == last]
        for reason in (Reason.NOTICE, Reason.RESCINDED):
            if reason in reasons:
                return reason
        return Reason.EXPIRED if self.ending_decided is None else Reason.NOT_RENEWED

    # --- what is owed ----------------------------------------------------------------------

    def owed(self) -> list[Owed]:
        """RULES §8, §5: nothing is derived while the first day is unknown or in conflict."""
        if len(self.first_readings) != 1:
            return []
        (first,) = self.first_readings
        last = self.last_days()[-1] if self.last_days() else None
        if self.entry is not None and self.entry.state in ENDED:
            before = day_before(self.entry.on)
            last = before if last is None else min(last, before)
        return self.ledger.owed(self.terms, first, last, self.began or first)

    def told(self, one: Owed) -> Occurrence:
        """How far one instance has come by today."""
        entered = vouched = None
        if self.entry is not None:
            entered = vouched = self.entry.on
            if isinstance(self.entry.seen, Date):
                vouched = self.entry.seen
        return self.ledger.occurrence(one, self.today, entered, vouched)

    def occurrences(self) -> tuple[Occurrence, ...]:
        """All that is owed, once it is signed."""
        if self.state is None or self.state not in BINDING | ENDED:
            return ()
        return tuple(self.told(one) for one in self.owed())

    def something_open(self) -> bool:
        """RULES §8: a call, a change, or a follow-up that binds and waits in its window."""
        return bool(self.open) or any(
            one.kind is DutyKind.FOLLOW_UP
            and one.basis.binds
            and self.told(one).progress is Progress.OPEN
            for one in self.owed()
        )

    # --- the clock -------------------------------------------------------------------------

    def starts_today(self) -> bool:
        if self.state is not State.SIGNED or not self.first_readings:
            return False
        return days_between(self.first_readings[-1], self.today) >= self.faults.starts_late

    def runs_out_today(self) -> bool:
        if self.state is not State.SIGNED and self.state not in IN_FORCE:
            return False
        if self.state is State.SIGNED and self.first_readings:
            first = self.first_readings[-1]
            if any(end.last_day < first for end in self.endings.values()):
                return True
        last = self.last_days()
        return bool(last) and days_between(last[-1], self.today) >= self.faults.over_after

    def try_clock(self) -> None:
        """RULES §1.2: the rows in their order, until none is due."""
        while True:
            if self.starts_today():
                self.shown.append(self.today)
                self.began = self.today
                self.time_brings("~starts", State.ACTIVE)
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

    def time_brings(self, tag: str, after: State) -> None:
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
        return key in {(one.duty, one.ordinal) for one in all_owed}

    def one_day(self, today: Date) -> None:
        """RULES §1.2-§1.3: the clock first; then events by number, the clock after each."""
        self.today = today
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

    def fold(self, number: int, event: Event) -> str | None:  # noqa: C901, PLR0912, PLR0915 - one case an event, as the table has it
        """What an event that has a row does; why it has no effect, else None."""
        if self.state in IN_FORCE and type(event) in ONLY_WHILE_BINDING:
            self.shown.append(self.today)
        self.ledger.take(event, number, self.today, self.owed())
        match event:
            case Initiated() | Remitted():
                self.state = State.INITIATIVE
            case Proposed():
                self.state = State.PROPOSED
            case Approved():
                self.state = State.APPROVED
                self.condition = event.condition
            case ConditionMet():
                self.condition = None
            case ConditionFailed():
                self.over(State.DECLINED, Reason.CONDITION_FAILED)
            case Declined():
                if isinstance(event.referred_to, Unknown):
                    self.over(State.DECLINED, UNKNOWN)
                elif event.referred_to is None:
                    self.over(State.DECLINED, Reason.DECLINED)
                else:
                    self.over(State.DECLINED, Reason.REFERRED)
            case Withdrawn():
                self.over(State.DECLINED, Reason.WITHDRAWN)
            case Signed():
                complete = self.all_have_signed()
                if not isinstance(event.by, Unknown) and event.by in self.terms.actors:
                    self.signatures.add(self.terms.actors[event.by])
                if self.faults.last_signs:
                    complete = self.all_have_signed()
                if complete:
                    self.state = State.SIGNED
            case Entered():
                self.enter(event, number)
            case Started():
                self.state = State.ACTIVE
                self.started = self.began = self.today
                self.terms = self.terms.resolve("first_day", self.today)
                self.first_readings = [self.today]
                self.last_readings = sorted({one.day for one in self.terms.last_readings})
                self.shown.append(self.today)
            case FollowUpCalled():
                self.open.append(number)
                self.ledger.called.add(number)
                self.state = State.FOLLOW_UP
            case ChangeRaised():
                self.open.append(number)
                if self.state in IN_FORCE:
                    self.state = State.FOLLOW_UP
            case FollowedUp():
                self.answer(event.answers)
                if self.state in IN_FORCE:
                    self.state = State.FOLLOW_UP if self.something_open() else State.ACTIVE
            case NoticeGiven():
                return self.give_notice(number)
            case RenewalDecided():
                self.renewal_decided, self.ending_decided = number, None
            case EndingDecided():
                self.renewal_decided, self.ending_decided = None, number
            case Rescinded():
                self.answer(event.answers)
                if isinstance(event.last_day, Unknown):
                    self.doubts[number] = self.today
                else:
                    last = self.today if event.last_day is None else event.last_day
                    self.endings[number] = End(last, Reason.RESCINDED)
            case EndingLifted():
                lifted = event.ending
                if isinstance(lifted, Unknown) and len([*self.endings, *self.doubts]) == 1:
                    (lifted,) = (*self.endings, *self.doubts)
                if not isinstance(lifted, Unknown):
                    self.endings.pop(lifted, None)
                    self.doubts.pop(lifted, None)
            case Renewed():
                self.renew(event, number)
            case Closed():
                self.closed = True
            case Corrected():
                return NO_EVENT if number in self.idle else None
            case Fulfilled() | Waived() | Assessed() | Tabled() | Noted() | Resolved():
                pass
        return None

    def over(self, state: State, reason: Reason | None | Unknown) -> None:
        self.state, self.reason = state, reason

    def answer(self, number: int | None | Unknown) -> None:
        if number in self.open:
            self.open.remove(number)

    def enter(self, event: Entered, number: int) -> None:
        """RULES §3: what comes before it and had no row is no anomaly from its day on."""
        ended = event.state in {State.TERMINATED, State.DECLINED}
        self.over(event.state, event.reason if ended else None)
        self.entered, self.seen, self.entry = number, event.seen, event
        self.condition = UNKNOWN if event.state is State.APPROVED else None
        self.wrong = [
            found
            for found in self.wrong
            if found.code != WRONG_STATE or (found.on, found.number) > (self.today, number)
        ]
        if event.state in IN_FORCE:
            self.shown.append(event.on)
            if not isinstance(event.seen, Unknown):
                self.shown.append(event.seen)

    def give_notice(self, number: int) -> str | None:
        """RULES §5: ``on`` and the length, or that month's end; §2: without one, nothing."""
        clause = self.terms.notice
        if isinstance(clause, Notice) and isinstance(clause.length, Duration):
            last = clause.length.after(self.today)
            if clause.ends is NoticeEnd.MONTH_END:
                last = month_end(last)
            self.endings[number] = End(last, Reason.NOTICE)
            return None
        if not isinstance(clause, Absent):
            self.doubts[number] = self.today
        return NO_CLAUSE

    def renew(self, event: Renewed, number: int) -> None:
        """RULES §5: before the end, after it, and where no day is fixed."""
        self.renewed, self.successor = number, event.successor
        if self.state is State.TERMINATED:
            self.over(State.RENEWED, None)
        elif not self.last_days():
            if isinstance(event.period, Unknown):
                self.doubts[number] = self.today
            else:
                self.endings[number] = End(day_before(event.period.first), None)

    # --- the answers ---------------------------------------------------------------------

    def in_force(self) -> Answer:
        """RULES §3 and 001."""
        today, firsts, lasts = self.today, self.first_readings, self.last_days()
        if self.state in FINAL or self.state in {State.INITIATIVE, State.PROPOSED}:
            return Answer.NO
        if firsts and today < firsts[0]:
            return Answer.NO
        if lasts and today > lasts[-1]:
            return Answer.NO
        if self.state is None or self.state is State.APPROVED:
            return Answer.UNKNOWN
        if self.state is State.SIGNED:
            absent = isinstance(self.terms.first_day, Absent)
            return Answer.NO if absent else Answer.UNKNOWN
        if firsts and today < firsts[-1]:
            return Answer.UNKNOWN
        if any(doubt < today for doubt in self.doubts.values()):
            return Answer.UNKNOWN
        if lasts:
            return Answer.YES if today <= lasts[0] else Answer.UNKNOWN
        if self.terms.open_ended or today <= max(self.shown):
            return Answer.YES
        return Answer.UNKNOWN

    def last_day(self) -> Date | None | Unknown:
        """RULES §2: the earliest still on or after the day, else the latest."""
        lasts = self.last_days()
        if lasts:
            return next((day for day in lasts if day >= self.today), lasts[-1])
        return None if self.terms.open_ended else UNKNOWN

    def days_left(self, last_day: Date | None | Unknown) -> int | None | Unknown:
        return days_between(self.today, last_day) if isinstance(last_day, Date) else last_day

    def unsigned(self) -> tuple[str, ...] | Unknown:
        parties = self.terms.parties
        if self.state is not State.APPROVED:
            return ()
        if isinstance(parties, Unknown):
            return UNKNOWN
        return tuple(sorted({party.id for party in parties} - self.signatures))

    def place(self) -> Place:
        """Where it stands at the end of today."""
        last_day = self.last_day()
        first_day: Date | Unknown = UNKNOWN
        if self.started is not None:
            first_day = self.started
        elif self.first_readings:
            first_day = self.first_readings[-1]
        return Place(
            state=self.state,
            in_force=self.in_force(),
            first_day=first_day,
            last_day=last_day,
            last_days=tuple(self.last_days()),
            days_left=self.days_left(last_day),
            reason=self.reason,
            open=() if self.state in FINAL else tuple(self.open),
            anomalies=tuple((wrong.number, wrong.code) for wrong in self.wrong),
            renewal_decided=self.renewal_decided,
            ending_decided=self.ending_decided,
            renewed=self.renewed,
            successor=self.successor,
            entered=self.entered,
            seen=self.seen,
            endings=tuple((n, end.last_day) for n, end in self.endings.items()),
            doubts=tuple(self.doubts),
            signed_by=tuple(sorted(self.signatures)),
            unsigned=self.unsigned(),
            closed=self.closed,
            condition=self.condition if self.state is State.APPROVED else None,
            occurrences=in_order(self.occurrences()),
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
        day = next_day(day)


def simulate(
    terms: Terms,
    events: Sequence[Event],
    first: Date,
    last: Date,
    faults: Faults = NO_FAULTS,
) -> list[tuple[Date, Place]]:
    """Where the agreement stands on every day from ``first`` to ``last``."""
    return [(now.today, now.place()) for now in each_day(terms, events, first, last, faults)]


def timeline(
    terms: Terms, events: Sequence[Event], until: Date, faults: Faults = NO_FAULTS
) -> list[Line]:
    """Every line up to ``until``, that day included."""
    return [line for now in each_day(terms, events, until, until, faults) for line in now.lines]
