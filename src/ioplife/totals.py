"""What many simulations come to: how many end when, and what is paid; added up one at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Self

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.errors import BadValue
from ioplife.outlooks import Outlook
from ioplife.simulation import Simulation
from ioplife.states import BINDING, OVER
from ioplife.terms import Unknown


@attrs.frozen(kw_only=True)
class Total:
    """What many lives come to until a day.

    Attributes:
        ends: each last day from the first day to the last, both included, with how many
            agreements have it; the soonest first.
        ended: how many had their last day before these.
        later: how many have it after them.
        open_ended: how many have none.
        unknown: how many have one that nobody can tell.
        unbound: how many bind nobody on the last day: not signed by all, or never made.
        due: what is paid, as far as that is known; SEK.
        repaid: what is paid back, as far as that is known; SEK.
        untold: how many payments and repayments nobody can tell the amount of.
    """

    ends: tuple[tuple[Date, int], ...] = ()
    ended: int = 0
    later: int = 0
    open_ended: int = 0
    unknown: int = 0
    unbound: int = 0
    due: Decimal = Decimal(0)
    repaid: Decimal = Decimal(0)
    untold: int = 0

    @property
    def ending(self) -> int:
        """How many have their last day within the days asked."""
        return sum(number for _day, number in self.ends)


@attrs.frozen(kw_only=True)
class Totals:
    """What many simulations come to.

    Attributes:
        agreements: how many there are.
        changed: how many would have another life.
        yes: how many of which all that was supposed may happen.
        no: how many of which something is refused, or has no day.
        unknown: how many of which nobody can tell.
        before: what the lives come to as they are.
        after: what they would come to.
    """

    agreements: int = 0
    changed: int = 0
    yes: int = 0
    no: int = 0
    unknown: int = 0
    before: Total = Total()
    after: Total = Total()

    @classmethod
    def of(cls, simulations: Iterable[Simulation]) -> Self:
        """Add simulations up, one at a time, keeping none.

        Raises:
            BadValue: for what is no simulation.
        """
        counted: Counter[str] = Counter()
        before, after = _Sum(), _Sum()
        for one in simulations:
            if not isinstance(one, Simulation):
                raise BadValue("simulations", one, "must hold values of Simulation")
            counted[one.answer.value] += 1
            counted["changed"] += bool(one.diff)
            before.add(one.before)
            after.add(one.after)
        answers = {name.value: counted[name.value] for name in Answer}
        return cls(
            agreements=sum(answers.values()),
            changed=counted["changed"],
            before=before.total(),
            after=after.total(),
            **answers,
        )


class _Sum:
    """A total while it is added up."""

    def __init__(self) -> None:
        self.ends: Counter[Date] = Counter()
        self.others: Counter[str] = Counter()
        self.due = self.repaid = Decimal(0)
        self.untold = 0

    def add(self, life: Outlook) -> None:
        """One life more."""
        last = life.standing.last_day
        if life.standing.state not in BINDING | OVER:
            self.others["unbound"] += 1
        elif last is None:
            self.others["open_ended"] += 1
        elif isinstance(last, Unknown):
            self.others["unknown"] += 1
        elif last < life.on:
            self.others["ended"] += 1
        elif last > life.until:
            self.others["later"] += 1
        else:
            self.ends[last] += 1
        self.due += life.money.due
        self.repaid += life.money.repaid
        self.untold += life.money.untold

    def total(self) -> Total:
        """What was added up."""
        return Total(
            ends=tuple(sorted(self.ends.items())),
            due=self.due,
            repaid=self.repaid,
            untold=self.untold,
            **self.others,
        )
