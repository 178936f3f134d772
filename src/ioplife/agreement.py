"""The roof: an agreement, and every question that can be put to it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Final, Self

import attrs
from pendulum import Date

from ioplife import deadlines as due
from ioplife import machine, money
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.checks import Pairs, PairsLike, is_ident, is_text, pairs, require, row
from ioplife.dates import (
    LAST_DAY,
    DayLike,
    Duration,
    DurationLike,
    IsWorkingDay,
    as_day,
    as_duration,
    as_working_days,
)
from ioplife.decisions import Case, Decision, Option, Refused
from ioplife.errors import BadValue
from ioplife.events import EVENTS, TAG_OF, Corrected, Entered, Event, Noted, Resolved
from ioplife.indices import Observation
from ioplife.lifecycle import LIFECYCLE, Life, Record, Register, edges, fold, stand
from ioplife.planning import Plan, plan
from ioplife.policy import DEFAULT, Policy
from ioplife.standing import Change, Standing
from ioplife.terms import Terms, Unknown, public_share

HORIZON: Final = Duration(years=50)
"""How far ahead ``first_day`` looks."""


def _terms(value: Terms) -> Terms:
    if not isinstance(value, Terms):
        raise BadValue("Agreement.terms", value, "must be Terms")
    return value


def _events(values: Iterable[Event]) -> tuple[Event, ...]:
    return row(Event, values, "Agreement.events")


def _extra(value: PairsLike) -> Pairs:
    return pairs(value, "Agreement.extra")


@attrs.frozen
class Agreement:
    """An IOP agreement: what was agreed, and what has happened (överenskommelse).

    A frozen value. It knows no clock: every question takes the day it is asked for.

    Args:
        id: its id.
        terms: what was agreed, as first recorded.
        events: what people did, in the order it was recorded.
        title: its title, for people.
        extra: text pairs of the host's own; never read.
    """

    id: str = attrs.field(validator=is_ident)
    terms: Terms = attrs.field(converter=_terms)
    events: tuple[Event, ...] = attrs.field(default=(), converter=_events)
    title: str = attrs.field(default="", validator=is_text, kw_only=True)
    extra: Pairs = attrs.field(default=(), converter=_extra, kw_only=True)

    @cached_property
    def _life(self) -> Life:
        return fold(self.terms, self.events, LIFECYCLE)

    # --- where it stands -------------------------------------------------------------------

    def on(self, day: DayLike, *, is_working_day: IsWorkingDay | None = None) -> Standing:
        """Where the agreement stands at the end of a day, past or coming.

        Args:
            day: the day.
            is_working_day: whether a day is a working day (``ioplife.workdays``); None: what
                hangs on it is unknown.
        """
        asked = as_day(day)
        return stand(self._life.at(asked), asked, as_working_days(is_working_day))

    def terms_on(self, day: DayLike) -> Terms:
        """What is agreed on a day, with what has been resolved."""
        return self._life.at(as_day(day)).terms

    def timeline(self, *, until: DayLike) -> tuple[Change, ...]:
        """Every change up to a day, that day included, each with its cause."""
        last = as_day(until, "until")
        return self._life.until(last)

    def next_change(self, after: DayLike) -> Change | None:
        """The first change after a day, if nothing else is recorded; None if there is none."""
        day = as_day(after, "after")
        return self._life.after(day)

    # --- what may happen -------------------------------------------------------------------

    def consider(
        self,
        event: Event,
        *,
        policy: Policy = DEFAULT,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> Decision:
        """Whether an event may happen on its day; if not, every reason why.

        It changes nothing.

        Args:
            event: the event.
            policy: whose guards are asked beside the library's, and whose numbers count.
            chain: the agreements that follow each other, for what hangs on the successor;
                None: that is unknown.
            is_working_day: whether a day is a working day (``ioplife.workdays``); None: what
                hangs on it is unknown.
        """
        require(Event, event, "event")
        asked = _Asked.of(policy, chain, is_working_day)
        case, register = self._case(event, asked)
        return machine.consider(case, event, register, policy)

    def apply(
        self,
        event: Event,
        *,
        policy: Policy = DEFAULT,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> Self:
        """The agreement after an event that may happen; asked as ``consider`` asks.

        Raises:
            Refused: where the answer is no or unknown, with the decision.
        """
        decision = self.consider(event, policy=policy, chain=chain, is_working_day=is_working_day)
        if not decision:
            raise Refused(decision)
        return self.record(event)

    def record(self, *events: Event) -> Self:
        """The agreement with what has happened taken in, without asking."""
        return attrs.evolve(self, events=self.events + events)

    def options(
        self,
        on: DayLike,
        *,
        policy: Policy = DEFAULT,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> tuple[Option, ...]:
        """What can be done on a day: every event, with its answer so far and what it needs."""
        day = as_day(on, "on")
        asked = _Asked.of(policy, chain, is_working_day)
        return tuple(self._option(kind, day, asked) for kind in EVENTS)

    def _option(self, kind: type[Event], day: Date, asked: _Asked) -> Option:
        """What can be said of an event of which nothing but the day is known."""
        policy = asked.policy
        missing = tuple(
            sorted(
                field.name
                for field in attrs.fields(kind)
                if field.default is attrs.NOTHING and field.name != "on"
            )
        )
        if missing:  # it names nothing without these, so no guard can be asked
            standing = self.on(day)
            stands = standing.state in LIFECYCLE.sources(kind)
            if stands:
                return Option(TAG_OF[kind], Answer.UNKNOWN, missing, (), policy.name)
            verdict = machine.wrong_state(standing, kind)
            return Option(TAG_OF[kind], verdict.answer, missing, (verdict,), policy.name)
        event = kind(day)
        case, register = self._case(event, asked)
        decision = machine.decide(case, event, register, policy)
        return Option(
            event.tag, decision.answer, decision.needs, decision.verdicts, decision.policy
        )

    def first_day(
        self,
        event: Event,
        *,
        policy: Policy = DEFAULT,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> Date | None:
        """The first day, from the event's own on, on which it would be allowed.

        Only time passes: nothing else is recorded. Looks 50 years ahead; None where no
        such day is found.
        """
        last = min(HORIZON.after(event.on), LAST_DAY)
        if isinstance(event, Entered) and isinstance(event.seen, Date):
            last = min(last, event.seen)  # a paper shows no day after its own
        asked = _Asked.of(policy, chain, is_working_day)
        day: Date | None = event.on
        while day is not None and day <= last:
            decision = self.consider(
                attrs.evolve(event, on=day),
                policy=policy,
                chain=chain,
                is_working_day=is_working_day,
            )
            if decision:
                return day
            day = self._next_try(day, decision, asked)
        return None

    def _next_try(self, day: Date, decision: Decision, asked: _Asked) -> Date | None:
        """The next day on which the fold, or a guard by itself, may change its mind."""
        register, change = self._life.at(day), self._life.after(day)
        days = edges(register, asked.is_working_day)
        days |= set() if change is None else {change.on}
        days |= {slot.first for slot in register.schedule.slots}
        days |= asked.policy.numbers_for(register.terms).days
        days |= {one.from_day for one in decision.verdicts if one.from_day is not None}
        return min((later for later in days if later > day), default=None)

    def audit(
        self,
        *,
        policy: Policy = DEFAULT,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> tuple[Decision, ...]:
        """Every guard asked again of every recorded event, in the order of recording.

        Each is asked where it was folded. An event that has been corrected is asked as it
        was recorded, on its own day.
        """
        asked = _Asked.of(policy, chain, is_working_day)
        seen: dict[int, Register] = {}

        def watch(record: Record, register: Register) -> None:
            seen[record.number] = register.kept()

        life = fold(self.terms, self.events, LIFECYCLE).watched(watch)
        decisions = []
        for number, event in enumerate(self.events, 1):
            register = seen.get(number) or life.at(event.on)
            case = self._case_at(event, register, number, asked)
            decisions.append(machine.decide(case, event, register, policy))
        return tuple(decisions)

    # --- the days that matter ---------------------------------------------------------------

    def deadlines(
        self,
        on: DayLike,
        *,
        within: DurationLike | None = None,
        policy: Policy = DEFAULT,
        is_working_day: IsWorkingDay | None = None,
    ) -> tuple[due.Deadline, ...]:
        """The days that matter and the facts that are missing, as they stand on a day.

        Args:
            on: the day.
            within: only days so near, both ends included, and all that are past; None: all.
            policy: whose numbers say how severe they are, where the agreement has none.
            is_working_day: whether a day is a working day (``ioplife.workdays``); None: a day
                set by law is told as counted.
        """
        day = as_day(on, "on")
        require(Policy, policy, "policy")
        span = None if within is None else as_duration(within, "within")
        register = self._life.at(day)
        standing = stand(register, day, as_working_days(is_working_day))
        return due.deadlines(
            standing, register.terms, span, policy, self.id, schedule=register.schedule
        )

    def next_due(
        self,
        on: DayLike,
        *,
        within: DurationLike | None = None,
        policy: Policy = DEFAULT,
        is_working_day: IsWorkingDay | None = None,
    ) -> Date | None:
        """The first later day on which the answer changes, if nothing else is recorded.

        That is: state, in force, the period that runs, which flags are up, or how severe one
        is; fewer days left alone are no change. A store keeps it, and asks again on that day.
        None where nothing changes any more.

        Args:
            on: the day from which to look.
            within: the window in which flags are asked for; None: all.
            policy: whose numbers say how severe a flag is, where the agreement has none.
            is_working_day: whether a day is a working day (``ioplife.workdays``).
        """
        day = as_day(on, "on")
        require(Policy, policy, "policy")
        span = None if within is None else as_duration(within, "within")
        asked = _Asked.of(policy, None, is_working_day)
        now = self._answer(day, span, asked)
        while True:
            later = self._turn(day, span, asked)
            if later is None or self._answer(later, span, asked) != now:
                return later
            day = later

    def next_turn(
        self,
        on: DayLike,
        *,
        within: DurationLike | None = None,
        policy: Policy = DEFAULT,
        is_working_day: IsWorkingDay | None = None,
    ) -> Date | None:
        """The first later day on which any answer may change, if nothing else is recorded.

        Until the day before it, where the agreement stands and what is flagged is as it is
        now, but for the days that are left. None where nothing changes any more. Asked as
        ``next_due`` is.
        """
        day = as_day(on, "on")
        require(Policy, policy, "policy")
        span = None if within is None else as_duration(within, "within")
        return self._turn(day, span, _Asked.of(policy, None, is_working_day))

    def _turn(self, day: Date, within: Duration | None, asked: _Asked) -> Date | None:
        register, change = self._life.at(day), self._life.after(day)
        days = edges(register, asked.is_working_day)
        days |= set() if change is None else {change.on}
        standing = stand(register, day, asked.is_working_day)
        turning = due.turning_days(
            standing, register.terms, within, asked.policy, schedule=register.schedule
        )
        return min((one for one in days.union(turning) if day < one <= LAST_DAY), default=None)

    def _answer(self, day: Date, within: Duration | None, asked: _Asked) -> tuple[object, ...]:
        """What ``next_due`` compares."""
        register = self._life.at(day)
        standing = stand(register, day, asked.is_working_day)
        up = due.deadlines(
            standing, register.terms, within, asked.policy, self.id, schedule=register.schedule
        )
        flags = tuple((one.name, one.severity) for one in up)
        return (standing.state, standing.in_force, standing.period, flags)

    def plan(self, on: DayLike, *, policy: Policy = DEFAULT) -> Plan:
        """By when it must be decided what follows, as that stands on a day.

        Args:
            on: the day.
            policy: whose leads count, where the agreement has none, and whose meetings.
        """
        day = as_day(on, "on")
        require(Policy, policy, "policy")
        register = self._life.at(day)
        terms = register.terms
        return plan(stand(register, day), terms, policy.numbers_for(terms), policy.meetings)

    # --- money -------------------------------------------------------------------------------

    def payments(
        self, on: DayLike, *, indices: Iterable[Observation] = ()
    ) -> tuple[money.Payment, ...]:
        """Every payment of the plan, past and to come, as it is known on a day.

        Empty before the signatures, and where nothing tells when it is paid: no payment
        plan, or none that anybody has read, or a first day that is not clear.

        Args:
            on: the day: what is published later does not count.
            indices: what is known of the indices that the amounts follow (``OPI``).
        """
        day = as_day(on, "on")
        observations = row(Observation, indices, "indices")
        register = self._life.at(day)
        return money.payments(stand(register, day), register.schedule, observations)

    def repayments(
        self, on: DayLike, *, indices: Iterable[Observation] = ()
    ) -> tuple[money.Refund, ...]:
        """What is paid back of what was paid for days after the last, as it is known on a day.

        Empty unless something ends the agreement before its period does, and where the terms
        have no clause of it.

        Args:
            on: the day: what is published later does not count.
            indices: what is known of the indices that the amounts follow (``OPI``).
        """
        day = as_day(on, "on")
        observations = row(Observation, indices, "indices")
        register = self._life.at(day)
        return money.repayments(stand(register, day), register.schedule, observations)

    def public_share(self, on: DayLike) -> Decimal | Unknown:
        """What the public parties put in of the total, as agreed on a day.

        In percent with one decimal, half up; UNKNOWN where the part or the total is.
        """
        day = as_day(on, "on")
        return public_share(self._life.at(day).terms, day)

    # --- how a question is put ---------------------------------------------------------------

    def _case(self, event: Event, asked: _Asked) -> tuple[Case, Register]:
        register = self._life.at(event.on)
        return self._case_at(event, register, len(self.events) + 1, asked), register

    def _case_at(self, event: Event, register: Register, number: int, asked: _Asked) -> Case:
        """What the guards may see of an event with this number."""
        aside = {anomaly.number for anomaly in register.anomalies}
        place = (event.on, number)
        return Case(
            on=event.on,
            terms=register.terms,
            standing=stand(register, event.on, asked.is_working_day),
            events=tuple(
                (record.number, record.event)
                for record in self._life.history.records
                if (record.event.on, record.number) < place and record.number not in aside
            ),
            recorded=len(self.events),
            unsettled=self._unsettled(event, number),
            norms=asked.policy.numbers_for(register.terms),
            chain=asked.chain,
            is_working_day=asked.is_working_day,
        )

    def _unsettled(self, event: Event, number: int) -> tuple[int, ...]:
        """The later records that would lose their footing if the event stands."""
        records = self._life.history.records
        reaches_back = isinstance(event, Corrected | Resolved)
        place = (event.on, number)
        if not records or not (reaches_back or place < (records[-1].event.on, records[-1].number)):
            return ()
        if number > len(self.events):
            before, after = self._life, fold(self.terms, (*self.events, event), LIFECYCLE)
        else:  # one already on record: something that moves nothing stands in for it
            without = list(self.events)
            without[number - 1] = Noted(event.on)
            before, after = fold(self.terms, without, LIFECYCLE), self._life
        return tuple(sorted(_effective(before) & _without_effect(after)))


@attrs.frozen
class _Asked:
    """What a question is asked under, besides the event."""

    policy: Policy
    chain: Chain | None
    is_working_day: IsWorkingDay | None

    @classmethod
    def of(cls, policy: Policy, chain: Chain | None, is_working_day: IsWorkingDay | None) -> _Asked:
        require(Policy, policy, "policy")
        if chain is not None:
            require(Chain, chain, "chain")
        return cls(policy, chain, as_working_days(is_working_day))


def _effective(life: Life) -> set[int]:
    return {one.number for one in life.changes if one.number is not None and not one.anomaly}


def _without_effect(life: Life) -> set[int]:
    return {one.number for one in life.changes if one.number is not None and one.anomaly}
