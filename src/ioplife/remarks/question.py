"""What is asked when an agreement is looked over."""

from __future__ import annotations

from functools import cached_property

from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.chains import Chain
from ioplife.dates import DayLike, IsWorkingDay, as_day
from ioplife.decisions import Case, Decision
from ioplife.events import Corrected, Event
from ioplife.policy import Policy


class Question:
    """An agreement, the day it is looked at, and by whose numbers."""

    def __init__(
        self,
        agreement: Agreement,
        on: DayLike,
        policy: Policy,
        chain: Chain | None,
        is_working_day: IsWorkingDay | None,
    ) -> None:
        self.agreement = agreement
        self.on = as_day(on, "on")
        self.policy = policy
        self.chain = chain
        self.is_working_day = is_working_day
        self.terms = agreement.terms_on(self.on)

    @cached_property
    def case(self) -> Case:
        """What the guards may see of the terms alone."""
        standing = self.agreement.on(self.on, is_working_day=self.is_working_day)
        norms = self.policy.numbers_for(self.terms)
        return Case(on=self.on, terms=self.terms, standing=standing, norms=norms)

    @property
    def recorded_until(self) -> Date:
        """The last day on which something is recorded: what goes on by itself has no end."""
        return max((event.on for event in self.agreement.events), default=self.on)

    @cached_property
    def audited(self) -> tuple[tuple[int, Decision], ...]:
        """The events that stand and have an effect, each with what the guards say of it."""
        timeline = self.agreement.timeline(until=self.recorded_until)
        aside = {one.number for one in timeline if one.anomaly is not None}
        standing = {number for number, _event in standing_events(self.agreement)} - aside
        asked = self.agreement.audit(
            policy=self.policy, chain=self.chain, is_working_day=self.is_working_day
        )
        decisions = enumerate(asked, 1)
        return tuple((number, decision) for number, decision in decisions if number in standing)


def standing_events(agreement: Agreement) -> list[tuple[int, Event]]:
    """The events as recorded, without those that have been corrected."""
    struck: set[int] = set()
    found: list[tuple[int, Event]] = []
    for number, event in reversed(list(enumerate(agreement.events, 1))):
        if number not in struck:
            found.append((number, event))
            if isinstance(event, Corrected):
                struck.add(event.event_no)
    return found[::-1]
