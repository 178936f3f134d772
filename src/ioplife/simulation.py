"""What if: the life that would follow from what has not happened, beside the life as it is.

Nothing is recorded in anything that is given; an agreement is a value, and its life as it
would be is another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Self

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.checks import require, row
from ioplife.dates import DayLike, IsWorkingDay, as_working_days
from ioplife.decisions import Decision
from ioplife.differences import Difference, diff
from ioplife.errors import BadValue
from ioplife.events import Event
from ioplife.flags import Raised
from ioplife.indices import Observation
from ioplife.occasions import Question, place
from ioplife.outlooks import Balance, Outlook, outlook, stretch
from ioplife.policy import DEFAULT, Policy
from ioplife.standing import Cause, Change, Standing
from ioplife.suppositions import NotRenewed, Supposition, WhenDue


@attrs.frozen(kw_only=True)
class Supposed:
    """One thing that was supposed, and what came of it.

    Attributes:
        supposed: what was supposed.
        event: the event on its day; None: it has no day, or nothing need be done.
        decision: whether the event may happen where it stands; None where there is none.
        placed: yes where the event has a day, or nothing need be done; no where there is no
            such day; unknown where nobody can tell.
        cause: why there is no event; None where there is one.
        recorded: whether it is in the life that would be.
    """

    supposed: Supposition
    event: Event | None
    decision: Decision | None
    placed: Answer
    cause: Cause | None
    recorded: bool

    @property
    def answer(self) -> Answer:
        """Whether it may happen: its decision's answer, or that of its day."""
        return self.placed if self.decision is None else self.decision.answer


@attrs.frozen(kw_only=True)
class Simulation:
    """What would follow from what was supposed (tänk om), beside what follows without it.

    Attributes:
        steps: what was supposed, in order, and what came of each.
        before: the life as it is, until the day.
        after: the life as it would be.
        diff: what differs between them.
        policy: the name of the policy it was asked under.
    """

    steps: tuple[Supposed, ...]
    before: Outlook
    after: Outlook
    diff: Difference
    policy: str

    @property
    def on(self) -> Date:
        """The day from which flags and money are told."""
        return self.after.on

    @property
    def until(self) -> Date:
        """The last day, included."""
        return self.after.until

    @property
    def agreement(self) -> Agreement:
        """The agreement as it would be."""
        return self.after.agreement

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Whether each event that has a day may happen, where it stands."""
        return tuple(one.decision for one in self.steps if one.decision is not None)

    @property
    def answer(self) -> Answer:
        """No where a step is refused or has no day, else unknown where one is, else yes."""
        answers = {one.answer for one in self.steps}
        if Answer.NO in answers:
            return Answer.NO
        return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES

    @property
    def standing(self) -> Standing:
        """Where it would stand at the end of the last day."""
        return self.after.standing

    @property
    def timeline(self) -> tuple[Change, ...]:
        """Every change that there would be until the last day."""
        return self.after.timeline

    @property
    def flags(self) -> tuple[Raised, ...] | None:
        """What would be flagged on the way; None: it was not asked for."""
        return self.after.flags

    @property
    def money(self) -> Balance:
        """What would fall due, and what would be paid back."""
        return self.after.money


def simulate(  # noqa: PLR0913 - how it is asked; all but the days have their defaults
    agreement: Agreement,
    supposed: Iterable[Supposition] = (),
    *,
    on: DayLike,
    until: DayLike,
    policy: Policy = DEFAULT,
    chain: Chain | None = None,
    is_working_day: IsWorkingDay | None = None,
    indices: Iterable[Observation] = (),
    force: bool = False,
    flags: bool = True,
) -> Simulation:
    """What would follow, until a day, if what is supposed happened.

    What is supposed is taken in order, and each event is asked where it stands, with those
    before it on record. One that may not happen, or of which nobody can tell, stays out of the
    life that would be, and its step says why; so does what has no day.

    Args:
        agreement: the agreement; it stays as it is.
        supposed: events on their days, events when they fall due (``WhenDue``), or that it is
            not renewed (``NOT_RENEWED``).
        on: the day from which flags and money are told, and on which it is asked whether an
            agreement is renewed.
        until: the last day, included; nothing is placed after it.
        policy: whose guards, numbers and meetings count.
        chain: the agreements that follow each other; None: what hangs on them is unknown.
        is_working_day: whether a day is a working day (``ioplife.workdays``); None: what
            hangs on it is unknown.
        indices: what is known of the indices that amounts follow (``OPI``).
        force: whether to take in what may not happen, or of which nobody can tell.
        flags: whether to work out the flags, day by day; that is most of the work.

    Raises:
        BadValue: for what is none of these, and for a last day before the first.
    """
    asked = _Asked.of(
        supposed,
        on,
        until,
        policy=policy,
        chain=chain,
        is_working_day=is_working_day,
        indices=indices,
        force=force,
        flags=flags,
    )
    return asked.of_agreement(agreement)


def simulate_each(  # noqa: PLR0913 - how it is asked; all but the days have their defaults
    agreements: Iterable[Agreement],
    supposed: Iterable[Supposition] = (),
    *,
    on: DayLike,
    until: DayLike,
    policy: Policy = DEFAULT,
    is_working_day: IsWorkingDay | None = None,
    indices: Iterable[Observation] = (),
    force: bool = False,
    flags: bool = False,
) -> Iterator[Simulation]:
    """The same of each of many agreements, lazily, in their own order.

    ``Totals.of`` adds them up. Asked as ``simulate`` asks, but that flags are not worked out
    unless that is said.

    Args:
        agreements: the agreements; read one at a time.
        supposed: what is supposed of each.
        on: the day from which flags and money are told.
        until: the last day, included.
        policy: whose guards, numbers and meetings count.
        is_working_day: whether a day is a working day (``ioplife.workdays``).
        indices: what is known of the indices that amounts follow (``OPI``).
        force: whether to take in what may not happen, or of which nobody can tell.
        flags: whether to work out the flags, day by day.

    Raises:
        BadValue: at once, as ``simulate`` does.
    """
    asked = _Asked.of(
        supposed,
        on,
        until,
        policy=policy,
        chain=None,
        is_working_day=is_working_day,
        indices=indices,
        force=force,
        flags=flags,
    )
    if not isinstance(agreements, Iterable):
        raise BadValue("agreements", agreements, "must be agreements, in an iterable")
    return (asked.of_agreement(agreement) for agreement in agreements)


def _observed(values: Iterable[Observation]) -> tuple[Observation, ...]:
    return row(Observation, values, "indices")


_KINDS: Final = (Event, WhenDue, NotRenewed)


@attrs.frozen(kw_only=True)
class _Asked:
    """What is supposed, and how it is asked."""

    supposed: tuple[Supposition, ...]
    on: Date
    until: Date
    policy: Policy
    chain: Chain | None
    is_working_day: IsWorkingDay | None
    indices: tuple[Observation, ...] = attrs.field(converter=_observed)
    force: bool
    flags: bool

    @classmethod
    def of(
        cls, supposed: Iterable[Supposition], on: DayLike, until: DayLike, **how: object
    ) -> Self:
        """Read once, so that it can be asked of many."""
        first, last = stretch(on, until)
        rule = "must be events, WhenDue or NOT_RENEWED"
        if not isinstance(supposed, Iterable):
            raise BadValue("supposed", supposed, f"{rule}, in a list")
        given = tuple(supposed)
        for one in given:
            if not isinstance(one, _KINDS):
                raise BadValue("supposed", one, rule)
        require(Policy, how["policy"], "policy")
        if how["chain"] is not None:
            require(Chain, how["chain"], "chain")
        as_working_days(how["is_working_day"])
        return cls(supposed=given, on=first, until=last, **how)  # type: ignore[arg-type] # named above

    def of_agreement(self, agreement: Agreement) -> Simulation:
        """What would follow of one agreement."""
        require(Agreement, agreement, "agreement")
        steps: list[Supposed] = []
        would_be = agreement
        for one in self.supposed:
            step = self._step(would_be, one)
            steps.append(step)
            if step.recorded and step.event is not None:
                would_be = would_be.record(step.event)
        before = self._outlook(agreement)
        after = before if would_be is agreement else self._outlook(would_be)
        return Simulation(
            steps=tuple(steps),
            before=before,
            after=after,
            diff=diff(before, after),
            policy=self.policy.name,
        )

    def _step(self, agreement: Agreement, supposed: Supposition) -> Supposed:
        asked = Question(
            agreement,
            self.on,
            self.until,
            policy=self.policy,
            chain=self.chain,
            is_working_day=self.is_working_day,
        )
        placed = place(supposed, asked)
        decision = None
        if placed.event is not None:
            decision = agreement.consider(
                placed.event,
                policy=self.policy,
                chain=self.chain,
                is_working_day=self.is_working_day,
            )
        return Supposed(
            supposed=supposed,
            event=placed.event,
            decision=decision,
            placed=placed.answer,
            cause=placed.cause,
            recorded=decision is not None and (bool(decision) or self.force),
        )

    def _outlook(self, agreement: Agreement) -> Outlook:
        return outlook(
            agreement,
            self.on,
            until=self.until,
            policy=self.policy,
            is_working_day=self.is_working_day,
            indices=self.indices,
            flags=self.flags,
        )
