"""What the codes may ask of, and what they say while they are up."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final, TypeVar

import attrs
from pendulum import Date

from ioplife.duties import Basis, DutyKind
from ioplife.facts import Facts, facts
from ioplife.lifecycle import Schedule
from ioplife.meetings import Meeting
from ioplife.money import payments
from ioplife.norms import LIBRARY_NORMS, Norms
from ioplife.planning import Plan, plan
from ioplife.sources import Source
from ioplife.standing import Occurrence, Standing
from ioplife.states import BINDING
from ioplife.terms import Terms, Unknown, boards

T = TypeVar("T")

NOTHING: Final = Schedule(())
"""Nothing that is owed."""


@attrs.frozen(eq=False)
class Question:
    """Where an agreement stands, what was agreed, and how far ahead it is asked.

    Attributes:
        standing: where it stands.
        terms: its terms.
        until: the last day that is asked about; None: all.
        norms: the numbers it is asked under.
        meetings: when boards meet.
        schedule: what is owed, by the terms that hold for each.
    """

    standing: Standing
    terms: Terms
    until: Date | None = None
    norms: Norms = LIBRARY_NORMS
    meetings: tuple[Meeting, ...] = ()
    schedule: Schedule = NOTHING

    @property
    def binding(self) -> bool:
        """Whether every party has signed and it is not over."""
        return self.standing.state in BINDING

    @property
    def last_day(self) -> Date | None:
        """The last day, where one can be told."""
        return known(self.standing.last_day)

    @property
    def clear_last_day(self) -> Date | None:
        """The last day, where it is clear."""
        days = self.standing.last_days
        return days[0] if len(days) == 1 else None

    @property
    def first_day(self) -> Date | None:
        """The first day, where one can be told."""
        return known(self.standing.first_day)

    @property
    def source(self) -> Source | None:
        """The paper that gives the last day."""
        return self.standing.because[-1].source if self.standing.because else None

    @property
    def bound_periods(self) -> int:
        """How many periods the parties are bound for, those still to begin included."""
        return 1 + len(self.standing.extensions)

    def last_of_period(self, number: int) -> Date | None:
        """The last day of one of these periods, from 1; None where it cannot be told."""
        extensions, running = self.standing.extensions, self.standing.period
        if number > 1:
            return known(extensions[number - 2].last_day)
        if running is not None and self.standing.number == 1:
            return running.last
        days = self.terms.last_days
        return days[0] if len(days) == 1 else None

    def occurrences(self, kind: DutyKind) -> Iterator[Occurrence]:
        """What is owed of one kind, instance by instance, as far ahead as it is asked."""
        return (
            one
            for one in self.standing.occurrences
            if one.kind is kind and (self.until is None or one.due <= self.until)
        )

    @cached_property
    def amounts(self) -> dict[tuple[str, int], Decimal | Unknown]:
        """What each payment comes to without a look at an index: UNKNOWN where one counts."""
        paid = payments(self.standing, self.schedule)
        return {(one.duty, one.ordinal): one.amount for one in paid}

    @cached_property
    def board(self) -> tuple[str, ...]:
        """Who decides: each public party's boards, else the party itself."""
        return boards(self.terms, self.standing.on)

    @cached_property
    def plan(self) -> Plan:
        """By when it must be decided what follows."""
        return plan(self.standing, self.terms, self.norms, self.meetings)


@attrs.frozen
class Up:
    """What a code says while it is up."""

    day: Date | None
    who: tuple[str, ...]
    source: Source | None
    subject: str
    basis: Basis | None
    facts: Facts


def up(
    day: Date | None,
    *,
    who: tuple[str, ...] = (),
    source: Source | None = None,
    subject: str = "",
    basis: Basis | None = None,
    **values: object,
) -> Up:
    """What a code says; ``basis`` is what a duty rests on, None where it is no duty."""
    return Up(day, who, source, subject, basis, facts(**values))


def known(value: T | Unknown) -> T | None:
    """The value, or None where nobody knows it: the fact is then left unsaid."""
    return None if isinstance(value, Unknown) else value
