"""What has been folded of a life by today, and what it says."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from pendulum import Date

from ioplife.duties import DutyKind
from ioplife.events import (
    EndingDecided,
    Entered,
    Event,
    Reason,
    RenewalDecided,
)
from ioplife.standing import Occurrence, Progress
from ioplife.states import State
from ioplife.terms import (
    AutomaticRenewal,
    Terms,
    Unknown,
)
from tests.naive.breach import Demands
from tests.naive.endings import Endings, Left
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.finality import Decisions
from tests.naive.lasting import Lasting
from tests.naive.months import days_after
from tests.naive.owing import Ledger, Within
from tests.naive.places import Line
from tests.naive.recording import recorded
from tests.naive.rows import BINDING, ENDED
from tests.naive.windows import Owed

WRONG_STATE: Final = "wrong-state"
NO_CLAUSE: Final = "no-effect-without-clause"
NO_EVENT: Final = "no-such-event"


class Wrong(NamedTuple):
    """An event without effect."""

    number: int
    on: Date
    code: str


class Facts:
    """What has been folded of a life by today."""

    def __init__(
        self,
        terms: Terms,
        events: Sequence[Event],
        faults: Faults = NO_FAULTS,
    ) -> None:
        self.faults = faults
        first, self.left, self.idle, self.settled = recorded(terms, events, faults)
        self.waiting: dict[Date, dict[int, Event]] = {}
        for number, event in sorted(self.left.items()):
            self.waiting.setdefault(event.on, {})[number] = event

        self.today = self.until = Date(1900, 1, 1)
        self.lines: list[Line] = []
        self.wrong: list[Wrong] = []
        self.state: State | None = None
        self.reason: Reason | None | Unknown = None
        self.signatures: set[str] = set()
        self.condition: str | None | Unknown = None
        self.started: Date | None = None
        self.open: list[int] = []
        self.shown: list[Date] = []
        self.decided: list[tuple[int, object]] = []
        self.renewed: int | None = None
        self.successor: str | None | Unknown = None
        self.entered: int | None = None
        self.seen: Date | None | Unknown = None
        self.closed = False
        self.began: Date | None = None
        self.entry: Entered | None = None
        self.parted: list[Left] = []
        self.amending: list[int] = []
        self.lasting = Lasting(first, faults)
        self.endings = Endings()
        self.decisions = Decisions(faults)
        self.demands = Demands(faults)
        self.ledger = Ledger(faults)

    # --- what the folded facts say -------------------------------------------------------

    @property
    def terms(self) -> Terms:
        """What is agreed of all but the period and its renewal: today, or when it was over."""
        return self.lasting.terms_on(self.until)

    @property
    def first_readings(self) -> tuple[Date, ...]:
        """The first day of what has begun stays, whatever is agreed of it later (019)."""
        return self.lasting.first_days()

    def last_days(self) -> list[Date]:
        """Every day that is read as the last, no later than the earliest ending.

        An ending of a later day is the last reading where nobody can count the period (021).
        """
        ends, earliest = self.lasting.ends(), self.endings.earliest()
        if earliest is None:
            return ends
        if not ends:
            return [earliest]
        if not self.faults.first_ending:
            earliest = max(self.endings.dated().values())
        later = {earliest} if self.uncounted() else set[Date]()
        return sorted({min(day, earliest) for day in ends} | later)

    def all_have_signed(self) -> bool:
        """With nobody to sign there is no last party, and the fork keeps it approved."""
        parties = self.terms.parties
        if isinstance(parties, Unknown) or not parties:
            return False
        return all(party.id in self.signatures for party in parties)

    def why_over(self) -> Reason:
        """RULES §2: the ending whose day is the last day, else the decision, else time."""
        reason = self.endings.reason(self.last_days()[-1])
        if reason is not None:
            return reason
        return (
            Reason.EXPIRED
            if self.standing_decision(EndingDecided) is None
            else (Reason.NOT_RENEWED)
        )

    def standing_decision(self, kind: type[Event]) -> int | None:
        """Of the decisions to renew and to end the later one stands, if it is of that kind.

        A decision to end names the end of the period that runs (RULES §2): once that is moved,
        it is one about a period that went on.
        """
        ground = self.lasting.ground()
        standing = [
            number
            for number, stood_on in self.decided
            if isinstance(self.left[number], RenewalDecided) or stood_on == ground
        ]
        if standing and isinstance(self.left[standing[-1]], kind):
            return standing[-1]
        return None

    # --- what is owed ----------------------------------------------------------------------

    def owed(self) -> list[Owed]:
        """RULES §8, §5: nothing is derived while the first day is unknown or in conflict."""
        ends, decided = self.endings.earliest(), self.endings.decided()
        if self.entry is not None and self.entry.state in ENDED:
            before = days_after(self.entry.on, -1)
            if ends is None or before < ends:
                ends, decided = before, None
        later = self.endings.earliest() if self.uncounted() else None
        return self.ledger.owed(self.lasting, Within(ends, self.began, decided, later))

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

    # --- whether it goes on by itself ------------------------------------------------------

    def may_go_on(self) -> bool:
        """Whether neither an ending nor a successor keeps it from going on by itself."""
        return not self.endings.stops_extension() and self.renewed is None

    def goes_on_by_itself(self) -> bool:
        """Whether an extension that comes by itself is left, be it half read."""
        clause = self.lasting.agreed().renewal
        automatic = isinstance(clause, AutomaticRenewal) and self.lasting.times_left()
        return automatic and not self.lasting.stopped and self.may_go_on()

    def stops(self) -> list[Date]:
        """The days of what keeps it from going on by itself."""
        days = [end.on for end in self.endings.standing() if end.sure]
        return days if self.renewed is None else [*days, self.left[self.renewed].on]

    def uncounted(self) -> bool:
        """Whether nobody can count until when it lasts (021)."""
        if self.lasting.unread():
            return True
        settled_by = self.lasting.settled_by()
        settled = settled_by is not None and any(day <= settled_by for day in self.stops())
        return self.lasting.not_derived() and not settled

    def stays(self) -> bool:
        """Whether it is not over after the latest reading: nothing sets a day for it (021)."""
        if self.state not in BINDING or not self.faults.stays:
            return False
        return self.uncounted() and not self.endings.dated()
