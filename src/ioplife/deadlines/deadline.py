"""A deadline: a day that matters, or a fact that is missing; a value."""

from __future__ import annotations

import enum
from typing import Self

import attrs
from pendulum import Date

from ioplife.facts import Facts, facts
from ioplife.policy import DEFAULT
from ioplife.sources import Source
from ioplife.standing import Answered
from ioplife.terms import Unknown


class Severity(enum.StrEnum):
    """How soon somebody must act, the gravest first."""

    OVERDUE = "overdue"
    URGENT = "urgent"
    NOTICE = "notice"
    INFO = "info"


@attrs.frozen
class Deadline:
    """A day that matters, or a fact that is missing (frist).

    Attributes:
        code: what it is; its meaning is API.
        day: the day; None where what is missing has none.
        who: the ids of those who must act; empty: nobody need.
        severity: how soon.
        facts: what it rests on.
        source: the clause or the paper behind it.
        subject: what it concerns besides the agreement: a duty and the ordinal of its
            instance, a goal, the number of an event; or empty.
        policy: the name of the policy it was asked under.
    """

    code: str
    day: Date | None
    who: tuple[str, ...]
    severity: Severity
    facts: Facts = ()
    source: Source | None = None
    subject: str = ""
    policy: str = DEFAULT.name

    @property
    def name(self) -> str:
        """Code and subject: what its key says after the agreement's id."""
        return f"{self.code}/{self.subject}" if self.subject else self.code

    def quieted(self, answer: Answered) -> Self:
        """The same, answered: it stays up, asks nobody and says who answered."""
        by = None if isinstance(answer.by, Unknown) else answer.by
        values = facts(**dict(self.facts), answered=answer.number, answered_by=by)
        return attrs.evolve(self, who=(), severity=Severity.INFO, facts=values)
