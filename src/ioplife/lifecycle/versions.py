"""What is agreed, version by version: the terms as first recorded, and every amendment."""

from __future__ import annotations

from functools import cached_property

import attrs
from pendulum import Date

from ioplife.duties import DutyKind
from ioplife.terms import UNKNOWN, Absent, Stated, Terms, Unknown


@attrs.frozen(eq=False)
class Version:
    """The terms as agreed on a day.

    Attributes:
        number: the number of the amendment; 0 for the terms as first recorded.
        agreed: the day of the amendment.
        applies_from: the day from which they hold.
        terms: the whole of them.
    """

    number: int
    agreed: Date
    applies_from: Date
    terms: Terms

    @property
    def order(self) -> tuple[Date, int]:
        """Of those that apply on a day, the greatest holds: the one agreed last."""
        return self.agreed, self.number


@attrs.frozen(eq=False)
class Versions:
    """Every version that stands, and the terms in force (RULES §1.7).

    What an amendment says of the period and of its renewal holds from its own day, all else
    from the day it applies from. The first day of an agreement that has begun stays.

    Attributes:
        all: the versions, the terms as first recorded first.
        holds: the number of the one that holds.
        terms: the terms in force.
        period_since: the number of the version whose period runs.
        started: the day it is recorded to have started, where no first day can be read.
        began_with: what was said of the first day when it began; None: it has not.
    """

    all: tuple[Version, ...]
    holds: int = 0
    terms: Terms = attrs.field(
        default=attrs.Factory(lambda self: self.all[0].terms, takes_self=True)
    )
    period_since: int = 0
    started: Date | None = None
    began_with: Stated | Absent | Unknown | None = None

    def on(self, day: Date, *, begun: bool) -> Versions:
        """The same, with the terms that are in force on a day."""
        holds = self._holding(day)
        said = max(self.all, key=lambda one: one.order)
        began_with, first_day = self.began_with, said.terms.first_day
        if begun and began_with is None:
            began_with = self.terms.first_day
        if isinstance(began_with, Stated) and began_with.days:
            first_day = began_with
        return attrs.evolve(
            self,
            holds=holds.number,
            terms=_with_period(holds.terms, said.terms, first_day),
            period_since=self._since(said),
            began_with=began_with,
        )

    def with_first_day(self, day: Date) -> Versions:
        """The same, once it is recorded to have started that day."""
        all_ = tuple(_with_first_day(one, day) for one in self.all)
        terms = self.terms.resolve("first_day", day) if len(all_) > 1 else all_[0].terms
        return attrs.evolve(self, all=all_, terms=terms, started=day, began_with=terms.first_day)

    def amended(self, version: Version) -> Versions:
        """The same with one version more."""
        new = version if self.started is None else _with_first_day(version, self.started)
        return attrs.evolve(self, all=(*self.all, new))

    def without(self, number: int) -> Versions:
        """The same without the version of one amendment."""
        return attrs.evolve(self, all=tuple(one for one in self.all if one.number != number))

    @property
    def stays(self) -> tuple[Date, ...]:
        """The readings of the first day with which it began."""
        return _days(self.began_with)

    @cached_property
    def in_turn(self) -> tuple[Version, ...]:
        """The versions that hold one after the other, as far as they are agreed."""
        days = sorted({one.applies_from for one in self.all})
        return tuple(dict.fromkeys(self._holding(day) for day in days))

    @property
    def next_day(self) -> Date | None:
        """The day on which the next version takes the place of the one that holds."""
        if len(self.all) == 1:
            return None
        turn = self.in_turn
        numbers = [one.number for one in turn]
        place = numbers.index(self.holds) + 1 if self.holds in numbers else len(turn)
        return turn[place].applies_from if place < len(turn) else None

    @cached_property
    def follow_up(self) -> bool:
        """Whether any of them owes a follow-up that holds the state while it waits."""
        return any(
            duty.kind is DutyKind.FOLLOW_UP and duty.basis.binds
            for one in self.all
            for duty in (one.terms.duties if isinstance(one.terms.duties, tuple) else ())
        )

    def _holding(self, day: Date) -> Version:
        return max((one for one in self.all if one.applies_from <= day), key=lambda one: one.order)

    def _since(self, said: Version) -> int:
        """The number of the first version of those that say the period as the last does."""
        since = said.number
        for one in sorted(self.all, key=lambda one: one.order, reverse=True):
            if not one.terms.runs_as(said.terms):
                break
            since = one.number
        return since


def _days(first_day: Stated | Absent | Unknown | None) -> tuple[Date, ...]:
    return first_day.days if isinstance(first_day, Stated) else ()


def _with_first_day(version: Version, day: Date) -> Version:
    """A version that says no first day has that on which it started."""
    if version.terms.first_days:
        return version
    return attrs.evolve(version, terms=version.terms.resolve("first_day", day))


def _with_period(terms: Terms, said: Terms, first_day: Stated | Absent | Unknown) -> Terms:
    """Terms with the period and the renewal that others say, and a first day of its own."""
    if terms is said and first_day is said.first_day:
        return terms
    last, length = said.last_day, said.length
    if said.first_days and said.first_days != _days(first_day):  # its length has a day of its own
        last = Stated(said.last_readings) if said.last_readings else last
        length = UNKNOWN if said.last_readings else length
    return attrs.evolve(
        terms,
        first_day=first_day,
        last_day=last,
        length=length,
        open_ended=said.open_ended,
        renewal=said.renewal,
    )
