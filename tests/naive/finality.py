"""What becomes of each decision, and whether it is final (RULES §6)."""

from collections.abc import Callable
from typing import Final

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.events import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    Event,
    OfDecision,
    Stayed,
    StayLifted,
)
from ioplife.standing import Finality
from ioplife.terms import Unknown
from tests.naive.faults import Faults
from tests.naive.months import days_after

IsWorkingDay = Callable[[Date], bool]

THREE_WEEKS: Final = 21
LONGEST_ROLL: Final = 5


class Decisions:
    """Every decision on record."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.all: dict[int, Finality] = {}
        self.appealed: dict[int, Date] = {}

    def take(self, number: int, event: Event) -> None:
        self.all[number] = Finality(number, event.on, event.tag, Answer.NO)

    def meant(self, event: OfDecision) -> int | None:
        """The decision it names, or the one there is."""
        if isinstance(event.decision, Unknown):
            return next(iter(self.all)) if len(self.all) == 1 else None
        return event.decision if event.decision in self.all else None

    def happens(self, number: int, event: OfDecision) -> None:
        """What an event changes in the decision it concerns."""
        meant = self.meant(event)
        if meant is None:
            return
        self.all[meant] = self.after(self.all[meant], number, event)

    def after(self, one: Finality, number: int, event: OfDecision) -> Finality:
        """A decision after what happened to it."""
        match event:
            case Adjusted():
                return attrs.evolve(one, adjusted=event.on)
            case Announced():
                return attrs.evolve(one, announced=event.on, removed=None)
            case AnnouncementRemoved() if one.removed is None:
                return attrs.evolve(one, removed=event.on)
            case Appealed():
                self.appealed[number] = event.on
                return attrs.evolve(one, appeals=(*one.appeals, number))
            case AppealDismissed():
                return attrs.evolve(one, appeals=(), stayed=None)
            case Stayed():
                return attrs.evolve(one, stayed=number)
            case StayLifted():
                return attrs.evolve(one, stayed=None)
            case Annulled():
                return attrs.evolve(one, annulled=number, appeals=(), stayed=None)
            case _:
                return one

    def last_days(self, announced: Date, working: IsWorkingDay | None) -> tuple[Date, Date]:
        """The earliest and the latest day that may be the last to appeal."""
        raw = days_after(announced, THREE_WEEKS + self.faults.appeals_late)
        if working is None:
            return raw, days_after(raw, LONGEST_ROLL)
        rolled = raw
        while not working(rolled):
            rolled = days_after(rolled, 1)
        return rolled, rolled

    def answer(self, one: Finality, today: Date, working: IsWorkingDay | None) -> Answer:
        if one.annulled is not None or one.stayed is not None:
            return Answer.NO
        if one.announced is None:
            return Answer.NO if one.appeals else Answer.UNKNOWN
        earliest, latest = self.last_days(one.announced, working)
        days = [self.appealed[number] for number in one.appeals]
        if one.removed is not None:
            days.append(one.removed)
        if today <= earliest or any(day <= earliest for day in days):
            return Answer.NO
        if today <= latest or any(day <= latest for day in days):
            return Answer.UNKNOWN
        return Answer.YES

    def told(self, today: Date, working: IsWorkingDay | None = None) -> tuple[Finality, ...]:
        """Every decision, and whether it is final at the end of today.

        Args:
            today: the day.
            working: whether a day is a working day; None: nobody can tell.
        """
        return tuple(
            attrs.evolve(
                one,
                answer=self.answer(one, today, working),
                appeal_ends=None
                if one.announced is None
                else self.last_days(one.announced, working)[0],
            )
            for one in self.all.values()
        )
