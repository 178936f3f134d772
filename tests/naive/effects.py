"""What each event does, where it has a row."""

from pendulum import Date

from ioplife.dates import Duration
from ioplife.events import (
    DECISIONS,
    Amended,
    Annulled,
    Approved,
    Assessed,
    Cancelled,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    Noted,
    NoticeGiven,
    OfDecision,
    PartyLeft,
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
    Under,
    Voided,
    Waived,
    Withdrawn,
)
from ioplife.states import FINAL, IN_FORCE, State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Notice,
    NoticeEnd,
    RenewalOption,
    Unknown,
)
from tests.naive.endings import End, Left, parting
from tests.naive.facts import NO_CLAUSE, NO_EVENT, WRONG_STATE, Facts
from tests.naive.months import after, days_after, end_of_month
from tests.naive.rows import BINDING, ONLY_WHILE_BINDING


class Effects(Facts):
    """What an event that has a row does."""

    def fold(self, number: int, event: Event) -> str | None:  # noqa: C901, PLR0912, PLR0915 - one case an event, as the table has it
        """What an event that has a row does; why it has no effect, else None."""
        if self.state in IN_FORCE and type(event) in ONLY_WHILE_BINDING:
            self.shown.append(self.today)
        self.ledger.take(event, number, self.today, self.owed())
        if isinstance(event, DECISIONS):
            self.decisions.take(number, event)
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
            case OfDecision():
                if self.decisions.meant(event) is None:
                    return NO_EVENT
                if isinstance(event, Annulled):
                    self.annul(number, event)
                self.decisions.happens(number, event)
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
                self.lasting.starts_on(self.today)
                self.lasting.begin((self.today,))
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
            case Amended():
                self.answer(event.answers)
                self.amend(event, number)
            case NoticeGiven():
                return self.give_notice(event, number)
            case RenewalDecided() | EndingDecided():
                self.decided.append((number, self.lasting.ground()))
            case Extended():
                return self.extend(event, number)
            case Rescinded():
                self.answer(event.answers)
                self.end(number, event.last_day, Reason.RESCINDED)
            case EndingLifted():
                if self.faults.lifts:
                    self.endings.lift(event.ending, number)
            case DemandMade():
                self.demands.make(number, event, self.terms.breach)
            case DemandCorrected():
                return None if self.demands.correct(event.demand, number) else NO_EVENT
            case Cancelled():
                self.demands.cancel(event.demand, number)
                self.end(number, event.last_day, Reason.BREACH)
            case PartyLeft():
                return self.leave(event, number)
            case Voided():
                self.end(number, event.last_day, Reason.VOID)
            case Renewed():
                self.renew(event, number)
            case Closed():
                self.closed = True
            case Corrected():
                return NO_EVENT if number in self.idle else None
            case Fulfilled() | Waived() | Assessed() | Tabled() | Noted() | Resolved():
                pass
        return None

    # --- what an event does ----------------------------------------------------------------

    def over(self, state: State, reason: Reason | None | Unknown) -> None:
        self.state, self.reason = state, reason

    def answer(self, number: int | None | Unknown) -> None:
        if number in self.open:
            self.open.remove(number)

    def end(self, number: int, last_day: Date | None | Unknown, reason: Reason) -> None:
        """RULES §2: an ending, by default on its own day."""
        if isinstance(last_day, Unknown):
            self.endings.put(End(number, self.today, None, reason))
        else:
            self.endings.put(End(number, self.today, last_day or self.today, reason))

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
            self.lasting.begin(self.first_readings)
            self.shown.append(event.on)
            if not isinstance(event.seen, Unknown):
                self.shown.append(event.seen)
        if event.state in BINDING:
            vouched = event.seen if isinstance(event.seen, Date) else event.on
            self.lasting.entered(
                vouched, settled="last_day" in self.settled, shows=event.state in IN_FORCE
            )

    def give_notice(self, event: NoticeGiven, number: int) -> str | None:
        """RULES §5: against the extension, or at any time; §2: with nothing to count, nothing."""
        own, renewal = self.terms.notice, self.lasting.agreed().renewal
        under = self.under(event, own, renewal)
        if under is None:  # one of two, and nobody says which
            sure = isinstance(renewal, AutomaticRenewal) and isinstance(own, Notice)
            self.endings.put(End(number, self.today, None, Reason.NOTICE, sure=sure))
            return None
        if under is Under.RENEWAL:
            if not isinstance(renewal, AutomaticRenewal):
                return self.in_doubt(number, isinstance(renewal, Unknown))
            ends, settled_by = self.lasting.ends(), self.lasting.settled_by()
            last = ends[-1] if ends else None
            if self.lasting.unread() or (
                self.lasting.not_derived() and (settled_by is None or self.today > settled_by)
            ):
                last = None  # it may have gone on already (021)
            self.endings.put(End(number, self.today, last, Reason.NOTICE))
            return None
        if isinstance(own, Notice) and isinstance(own.length, Duration):
            last = after(self.today, own.length)
            if own.ends is NoticeEnd.MONTH_END:
                last = end_of_month(last)
            last = days_after(last, self.faults.noticed_late)
            self.endings.put(End(number, self.today, last, Reason.NOTICE))
            return None
        return self.in_doubt(number, not isinstance(own, Absent))

    def under(self, event: NoticeGiven, own: object, renewal: object) -> Under | None:
        """Under which clause notice was given; None: nobody can tell."""
        if event.under is Under.RENEWAL or event.under is Under.NOTICE:
            return event.under
        may_be_own = not isinstance(own, Absent)
        may_be_against = isinstance(renewal, AutomaticRenewal | Unknown)
        if isinstance(event.under, Unknown) and may_be_own and may_be_against:
            return None
        if isinstance(renewal, AutomaticRenewal):
            return None if isinstance(own, Notice) else Under.RENEWAL
        return Under.NOTICE if may_be_own else Under.RENEWAL

    def in_doubt(self, number: int, doubt: bool) -> str:  # noqa: FBT001 - it is passed in one place
        """Notice with nothing to count: no effect, but where nobody has read the clause, doubt."""
        if doubt:
            self.endings.put(End(number, self.today, None, Reason.NOTICE, sure=False))
        return NO_CLAUSE

    def extend(self, event: Extended, number: int) -> str | None:
        """RULES §2: an extension without a length has no effect."""
        clause, length = self.lasting.agreed().renewal, event.length
        if length is None and isinstance(clause, RenewalOption):
            length = clause.length
        if not isinstance(length, Duration):
            if isinstance(length, Unknown) or isinstance(clause, Unknown):
                self.lasting.extend_unread(number, self.today)
            return NO_CLAUSE
        self.lasting.extend(number, self.today, length)
        return None

    def amend(self, event: Amended, number: int) -> None:
        """RULES §1.7."""
        applies_from = self.today
        if isinstance(event.applies_from, Date):
            applies_from = max(event.applies_from, self.today)
        self.lasting.amend(number, applies_from, event.terms)
        if applies_from > self.today:
            self.amending.append(number)
        if event.lifts is not None and not isinstance(event.lifts, Unknown) and self.faults.lifts:
            self.endings.lift(event.lifts, number)

    def leave(self, event: PartyLeft, number: int) -> str | None:
        """RULES §2: it ends where no civil or no public party remains."""
        parties, last = self.terms.parties, event.last_day
        day = None if isinstance(last, Unknown) else last or self.today
        named = "" if isinstance(event.party, Unknown) else event.party
        now = Left(self.terms.actors.get(named, named), day)  # a body's act is its party's
        over: bool | None = None
        if not isinstance(parties, Unknown):
            gone = {one.party for one in self.parted}
            if now.party and now.party not in {party.id for party in parties} - gone:
                return NO_EVENT
            over, day = parting(parties, self.parted, now)
            if self.faults.all_leave:
                over = {party.id for party in parties} <= {*gone, now.party}
        if now.party:
            self.parted.append(now)
        if over is None:
            self.endings.put(End(number, self.today, None, Reason.PARTY_LEFT, sure=False))
        elif over:
            self.endings.put(End(number, self.today, day, Reason.PARTY_LEFT))
        return None

    def annul(self, number: int, event: Annulled) -> None:
        """RULES §6: what was decided has no effect from today."""
        meant = self.decisions.meant(event)
        if meant is None or self.state in FINAL or not self.faults.annuls:
            return  # what is over, is over (020)
        match self.left[meant]:
            case Approved() if self.state is State.APPROVED:
                self.over(State.DECLINED, Reason.ANNULLED)
            case Approved() if self.state in BINDING:
                self.end(number, None, Reason.ANNULLED)
            case Amended() | Extended():
                self.lasting.take_back(meant)
                self.endings.restore(meant)
            case RenewalDecided() | EndingDecided():
                self.decided = [one for one in self.decided if one[0] != meant]
            case NoticeGiven() | Rescinded() | Cancelled():
                self.endings.lift(meant, number)
            case _:
                pass

    def renew(self, event: Renewed, number: int) -> None:
        """RULES §5: before the end, after it, and where no day is fixed."""
        self.renewed, self.successor = number, event.successor
        if self.state is State.TERMINATED:
            self.over(State.RENEWED, None)
            return
        ends, first = self.lasting.ends(), event.period
        ending = self.endings.earliest()
        settled = ending is not None and (not ends or ending <= ends[0])
        if self.last_days() and (settled or not self.uncounted()):
            return
        if isinstance(first, Unknown):
            self.endings.put(End(number, self.today, None, None))
            return
        before = days_after(first.first, -1)
        if not ends or before >= ends[-1]:
            self.endings.put(End(number, self.today, before, None))
