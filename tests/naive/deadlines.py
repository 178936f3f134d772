"""Which flags are up on a simulated day, each as its row in RULES §9 says it.

Written from RULES §2, §3, §8, §9, DESIGN §7 and decisions 007 and 009, without reading the
library's deadlines. Under the default policy, which has no leads.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple, TypeAlias

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, day_before
from ioplife.duties import DutyKind
from ioplife.events import Noted, Reason
from ioplife.standing import Occurrence, Progress
from ioplife.states import FINAL, State
from ioplife.terms import BodyKind, IndexClause, Precision, RenewalOption, Sector, Steps, Unknown
from tests.naive.answering import place
from tests.naive.months import days_after, end_of_month
from tests.naive.places import Place
from tests.naive.rows import BINDING, ENDED
from tests.naive.simulator import Simulator

URGENT_WITHIN: Final = Duration(months=1)
NOTICE_WITHIN: Final = Duration(months=3)

ONCE_PAST: Final = frozenset({"ended-undecided", "signature-missing", "assessment-due"})
"""Overdue once their day is past."""

NEVER_URGENT: Final = frozenset({"open-ended", "unrecorded", "end-inexact"})

NAMES: Final = {
    DutyKind.FOLLOW_UP: "follow-up",
    DutyKind.MEETING: "meeting",
    DutyKind.REPORT: "report",
    DutyKind.PAYMENT: "payment",
}

Ids: TypeAlias = frozenset[str]

NOBODY: Final[Ids] = frozenset()


class Up(NamedTuple):
    """A flag that is up."""

    name: str
    day: Date | None
    who: Ids
    severity: str
    answered: bool = False


class Found(NamedTuple):
    """A flag before anybody has said how severe it is, and whether it is answered."""

    code: str
    day: Date | None
    who: Ids
    subject: str = ""
    binds: bool = True


class Flags:
    """The flags of one simulated day.

    Args:
        now: the simulator at the end of that day.
        agreement: the agreement's id.
    """

    def __init__(self, now: Simulator, agreement: str) -> None:
        self.now, self.agreement, self.faults = now, agreement, now.faults
        self.today: Date = now.today
        self.place: Place = place(now)
        self.binding = self.place.state in BINDING
        self.answered = {
            event.answers
            for event in now.left.values()
            if isinstance(event, Noted) and event.on <= now.today
        }

    def up(self) -> tuple[Up, ...]:
        """All that are up, by name."""
        found = [self.told(one) for rule in RULES for one in rule(self)]
        return tuple(sorted(found, key=lambda one: one.name))

    def within(self, up: tuple[Up, ...], length: Duration) -> tuple[Up, ...]:
        """RULES §9, 007: what is so near or past; what has no day asks for no window."""
        edge = length.after(self.today)
        if not self.faults.within_closed:
            edge = day_before(edge)
        return tuple(one for one in up if one.day is None or one.day <= max(edge, self.today))

    def told(self, found: Found) -> Up:
        """What is answered stays up as information, and asks nobody (009)."""
        name = f"{found.code}/{found.subject}" if found.subject else found.code
        if f"{self.agreement}/{name}" in self.answered:
            return Up(name, found.day, NOBODY, "info", answered=True)
        return Up(name, found.day, found.who, self.severity(found))

    def severity(self, found: Found) -> str:
        """RULES §9: by the day alone."""
        if found.code in NEVER_URGENT:
            return "info"
        severity = self.by_day(found.code, found.day)
        return "notice" if not found.binds and severity in {"urgent", "overdue"} else severity

    def by_day(self, code: str, day: Date | None) -> str:
        if code.endswith("-overdue"):
            return "overdue"
        if day is None:
            return "notice"
        if day < self.today:
            return "overdue" if code in ONCE_PAST else "urgent"
        late = day.add(days=self.faults.severe_late)
        if late <= URGENT_WITHIN.after(self.today):
            return "urgent"
        return "notice" if late <= NOTICE_WITHIN.after(self.today) else "info"

    # --- who -------------------------------------------------------------------------------

    def board(self) -> Ids:
        """The boards that each public party has that day (012), else that party."""
        parties = self.now.terms.parties
        found: set[str] = set()
        for party in () if isinstance(parties, Unknown) else parties:
            if party.sector is Sector.PUBLIC:
                found |= {
                    body.id
                    for body in party.bodies
                    if body.kind is BodyKind.BOARD and body.stands(self.today)
                } or {party.id}
        return frozenset(found)

    def owing(self, one: Occurrence) -> Ids:
        """The convener, the debtor, the payer; where no paper says, the board."""
        return self.board() if isinstance(one.who, Unknown) else frozenset(one.who)

    # --- the days ----------------------------------------------------------------------------

    def last_day(self) -> Date | None:
        last = self.place.last_day
        return last if isinstance(last, Date) else None

    def first_day(self) -> Date | None:
        first = self.place.first_day
        return first if isinstance(first, Date) else None

    # --- the end -----------------------------------------------------------------------------

    def goes_on(self) -> bool:
        """Whether an extension that comes by itself is left."""
        return self.now.goes_on_by_itself()

    def clear(self) -> bool:
        """Whether `ends` is up."""
        place = self.place
        return (
            self.binding
            and len(place.last_days) == 1
            and place.renewed is None
            and place.ending_decided is None
            and not self.goes_on()
            and not self.now.stays()
            and not self.past()
        )

    def ends(self) -> Iterator[Found]:
        if self.clear():
            yield Found("ends", self.last_day(), self.board())

    def ended_undecided(self) -> Iterator[Found]:
        place = self.place
        over = place.state is State.TERMINATED and place.reason is Reason.EXPIRED
        if over and place.renewed is None and not place.closed:
            yield Found("ended-undecided", self.last_day(), self.board())

    def decided(self) -> Iterator[Found]:
        """`renewed` and `not-renewed`: decided, until it is final."""
        if self.place.state in FINAL:
            return
        if self.place.renewed is not None:
            yield Found("renewed", self.last_day(), NOBODY)
        if self.place.ending_decided is not None:
            yield Found("not-renewed", self.last_day(), NOBODY)

    def successor_missing(self) -> Iterator[Found]:
        place = self.place
        if self.binding and place.renewal_decided is not None and place.renewed is None:
            yield Found("successor-missing", self.last_day(), self.board())

    def past(self) -> bool:
        """Whether the latest reading is past."""
        lasts = self.place.last_days
        return bool(lasts) and self.today > lasts[-1]

    def end_unknown(self) -> Iterator[Found]:
        """In force or unknown and no reading; beside `ends` while an ending has no day (007).

        So too where nobody can count how it goes on, if no other reading is to come (021).
        """
        place = self.place
        if not self.binding or place.in_force is Answer.NO:
            return
        open_ended = self.now.lasting.agreed().open_ended
        unread = self.now.stays() and (len(place.last_days) == 1 or self.past())
        if place.doubts or unread or not (place.last_days or open_ended):
            yield Found("end-unknown", None, self.board())

    def end_conflict(self) -> Iterator[Found]:
        if self.binding and len(self.place.last_days) > 1 and not self.past():
            yield Found("end-conflict", self.place.last_days[0], self.board())

    def end_inexact(self) -> Iterator[Found]:
        inexact = (Precision.MONTH, Precision.SEASON)
        lasting = self.now.lasting
        terms, extensions = lasting.based_on()
        lengths = [one.length for one in extensions]
        here = [
            one
            for one in lasting.agreed().last_readings
            if lasting.end(terms, one.day, lengths) in self.place.last_days
        ]
        if self.clear() and here and all(one.precision in inexact for one in here):
            yield Found("end-inexact", self.last_day(), self.board())

    def open_ended(self) -> Iterator[Found]:
        """An ending whose day nobody can tell leaves it as it is (001)."""
        if self.binding and self.now.lasting.agreed().open_ended and not self.place.endings:
            yield Found("open-ended", None, NOBODY)

    # --- how it goes on ------------------------------------------------------------------------

    def notice_latest(self) -> Iterator[Found]:
        """Each period anew, until its deadline; open-ended and decided, until notice is given."""
        day, number = self.place.notice_latest, str(len(self.place.extensions) + 1)
        if not self.binding or day is None:
            return
        if self.now.lasting.agreed().open_ended:
            told = None if isinstance(day, Unknown) else day
            yield Found("notice-latest", told, self.board(), number)
        elif isinstance(day, Date) and self.today <= day:
            yield Found("notice-latest", day, self.board(), number)

    def extends_automatically(self) -> Iterator[Found]:
        """From the day after that deadline until the old period's end."""
        if not self.binding:
            return
        lasting = self.now.lasting
        terms, extensions = lasting.based_on()
        ends = self.now.endings.earliest()
        if len(terms.last_days) != 1:
            return
        for many, one in enumerate(extensions):
            before = [each.length for each in extensions[:many]]
            first = days_after(lasting.end(terms, terms.last_days[-1], before), 1)
            comes = ends is None or first <= ends
            if one.number is None and self.today < first and comes:
                yield Found("extends-automatically", first, NOBODY, str(many + 2))

    def option_latest(self) -> Iterator[Found]:
        day, number = self.place.option_latest, str(len(self.place.extensions) + 1)
        if not isinstance(self.now.lasting.agreed().renewal, RenewalOption) or day is None:
            return
        if isinstance(day, Unknown):
            yield Found("option-latest", None, self.board(), number)
        elif self.today <= day:
            yield Found("option-latest", day, self.board(), number)

    # --- decisions and breach -------------------------------------------------------------------

    def decisions(self) -> Iterator[Found]:
        for one in self.place.final:
            if one.announced is None or one.annulled is not None:
                continue
            if one.removed is not None and one.appeal_ends and one.removed <= one.appeal_ends:
                yield Found("announcement-broken", one.removed, self.board(), str(one.number))
            elif one.answer is not Answer.YES:
                yield Found("appeal-ends", one.appeal_ends, NOBODY, str(one.number))

    def cures(self) -> Iterator[Found]:
        cancelled = any(end.reason is Reason.BREACH for end in self.now.endings.standing())
        for one in () if cancelled else self.place.demands:
            waits = one.corrected is None and one.cancelled is None
            if self.binding and waits and one.cure_ends is not None:
                day = None if isinstance(one.cure_ends, Unknown) else one.cure_ends
                yield Found("cure-ends", day, self.board(), str(one.number))

    # --- the beginning -----------------------------------------------------------------------

    def beginning(self) -> Iterator[Found]:
        place = self.place
        if place.state is State.SIGNED:
            yield Found("starts", self.first_day(), NOBODY)
        if place.state is State.APPROVED and place.condition is not None:
            yield Found("condition-open", self.first_day(), self.board())
        elif place.state is State.APPROVED:
            unsigned = place.unsigned
            who = NOBODY if isinstance(unsigned, Unknown) else frozenset(unsigned)
            yield Found("signature-missing", self.first_day(), who)

    # --- what is owed ------------------------------------------------------------------------

    def owed(self) -> Iterator[Found]:
        """Due until its window is past, overdue after it; after the end until closed (009)."""
        if self.place.state in ENDED and self.place.closed:
            return
        for one in self.place.occurrences:
            progress = one.progress
            if one.kind is DutyKind.ASSESSMENT:
                continue
            waits = progress in {Progress.COMING, Progress.OPEN}
            over = progress is Progress.OVERDUE
            if waits and one.last == self.today and not self.faults.last_day_due:
                waits, over = False, True
            if waits or over:
                day = one.last if one.kind is DutyKind.PAYMENT else one.due
                code = f"{NAMES[one.kind]}-{'due' if waits else 'overdue'}"
                subject = f"{one.duty}#{one.ordinal}"
                yield Found(code, day, self.owing(one), subject, one.basis.binds)

    def assessments(self) -> Iterator[Found]:
        """Also after the end: until assessed, waived or unrecorded."""
        for one in self.place.occurrences:
            done = {Progress.FULFILLED, Progress.WAIVED, Progress.UNRECORDED}
            if one.kind is DutyKind.ASSESSMENT and one.progress not in done:
                yield Found("assessment-due", one.due, self.board(), one.duty, one.basis.binds)

    def unrecorded(self) -> Iterator[Found]:
        """RULES §3: one for each duty that binds."""
        duties = {
            one.duty
            for one in self.place.occurrences
            if one.progress is Progress.UNRECORDED
            and (one.basis.binds or not self.faults.only_binding)
        }
        for duty in sorted(duties):
            yield Found("unrecorded", None, self.board(), duty)

    # --- the index ---------------------------------------------------------------------------

    def index(self) -> Iterator[Found]:
        clauses = self.now.terms.indexation
        if not self.binding or not isinstance(clauses, tuple) or not clauses:
            return
        if any(disagree(one, other) for one, other in combinations(clauses, 2)):
            yield from self.index_conflict()
        else:
            yield from self.index_step(clauses)

    def index_step(self, clauses: Sequence[IndexClause]) -> Iterator[Found]:
        """The next step of any clause, if it comes before the last day."""
        steps = []
        for clause in clauses:
            if clause.steps_on is Steps.RENEWAL:
                days = [day for day in self.now.lasting.renewals() if day >= clause.first]
            else:
                days = [
                    Date(year, clause.first.month, min(clause.first.day, end.day))
                    for year in range(clause.first.year, self.today.year + 2)
                    for end in [end_of_month(Date(year, clause.first.month, 1))]
                ]
                days += [clause.first]
            steps += [
                day
                for day in days
                if day >= self.today and (clause.last is None or day <= clause.last)
            ]
        lasts = self.place.last_days
        if steps and (not lasts or min(steps) <= lasts[-1]):
            yield Found("index-step", min(steps), self.board())

    def index_conflict(self) -> Iterator[Found]:
        to_come = [
            one.last
            for one in self.place.occurrences
            if one.kind is DutyKind.PAYMENT
            and one.last is not None
            and one.last >= self.today
            and one.progress in {Progress.COMING, Progress.OPEN}
        ]
        if to_come:
            yield Found("index-conflict", min(to_come), self.board())

    # --- the record --------------------------------------------------------------------------

    def record(self) -> Iterator[Found]:
        for wrong in self.now.wrong:
            yield Found("record-conflict", wrong.on, self.board(), str(wrong.number))


def disagree(one: IndexClause, other: IndexClause) -> bool:
    """015: they differ, of the same disbursements and on the same days."""
    if attrs.evolve(one, text="", source=None) == attrs.evolve(other, text="", source=None):
        return False
    if one.of is not None and other.of is not None and not set(one.of) & set(other.of):
        return False
    return (one.last is None or one.last >= other.first) and (
        other.last is None or other.last >= one.first
    )


RULES: Final[tuple[Callable[[Flags], Iterator[Found]], ...]] = (
    Flags.ends,
    Flags.ended_undecided,
    Flags.decided,
    Flags.successor_missing,
    Flags.end_unknown,
    Flags.end_conflict,
    Flags.end_inexact,
    Flags.open_ended,
    Flags.notice_latest,
    Flags.extends_automatically,
    Flags.option_latest,
    Flags.decisions,
    Flags.cures,
    Flags.beginning,
    Flags.owed,
    Flags.assessments,
    Flags.unrecorded,
    Flags.index,
    Flags.record,
)
