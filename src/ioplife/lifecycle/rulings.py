"""What becomes of each decision, until it is final or annulled (RULES §6)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import APPEAL, LONGEST_ROLL, IsWorkingDay, appeal_ends, next_day
from ioplife.events import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    OfDecision,
    Stayed,
    StayLifted,
)
from ioplife.standing import Finality


@attrs.frozen
class Ruling:
    """One decision on record, and what has happened to it so far.

    Attributes:
        number: the number of the event that it is.
        on: its day.
        tag: its tag.
        adjusted: the day its minutes were adjusted.
        announced: the day that was announced, for the last time.
        removed: the day that announcement was taken down.
        appeals: the appeals that wait for a court: number and day.
        stayed: the number of the order that it must not be carried out.
        annulled: the number of the event that annulled it.
    """

    number: int
    on: Date
    tag: str
    adjusted: Date | None = None
    announced: Date | None = None
    removed: Date | None = None
    appeals: tuple[tuple[int, Date], ...] = ()
    stayed: int | None = None
    annulled: int | None = None

    def after(self, number: int, event: OfDecision) -> Ruling:
        """The same, after one more thing has happened to it."""
        match event:
            case Adjusted():
                return attrs.evolve(self, adjusted=event.on)
            case Announced():
                return attrs.evolve(self, announced=event.on, removed=None)
            case AnnouncementRemoved() if self.removed is None:  # the first time counts
                return attrs.evolve(self, removed=event.on)
            case Appealed():
                return attrs.evolve(self, appeals=(*self.appeals, (number, event.on)))
            case Stayed():
                return attrs.evolve(self, stayed=number)
            case StayLifted():
                return attrs.evolve(self, stayed=None)
            case AppealDismissed():
                return attrs.evolve(self, appeals=(), stayed=None)
            case Annulled():
                return attrs.evolve(self, appeals=(), stayed=None, annulled=number)
            case _:
                return self

    def appeal_ends(self, is_working_day: IsWorkingDay | None) -> tuple[Date, Date] | None:
        """The earliest and the latest day that may be the last to appeal.

        The same day where it can be told whether a day is a working day; None while it is
        not announced.
        """
        if self.announced is None:
            return None
        if is_working_day is None:
            counted = APPEAL.after(self.announced)
            return counted, Date.fromordinal(counted.toordinal() + LONGEST_ROLL)
        rolled = appeal_ends(self.announced, is_working_day)
        return rolled, rolled

    def finality(self, day: Date, is_working_day: IsWorkingDay | None) -> Finality:
        """Whether it is final at the end of a day."""
        ends = self.appeal_ends(is_working_day)
        return Finality(
            self.number,
            self.on,
            self.tag,
            self._final(day, ends),
            adjusted=self.adjusted,
            announced=self.announced,
            removed=self.removed,
            appeal_ends=None if ends is None else ends[0],
            appeals=tuple(number for number, _on in self.appeals),
            stayed=self.stayed,
            annulled=self.annulled,
        )

    def _final(self, day: Date, ends: tuple[Date, Date] | None) -> Answer:
        if self.annulled is not None or self.stayed is not None:
            return Answer.NO  # a court stays only what is appealed
        if ends is None:  # that it was announced may merely not be on record
            return Answer.NO if self.appeals else Answer.UNKNOWN
        surely, perhaps = ends
        stops = [on for _number, on in self.appeals]
        stops += [] if self.removed is None else [self.removed]
        if day <= surely or any(on <= surely for on in stops):
            return Answer.NO
        if day <= perhaps or any(on <= perhaps for on in stops):
            return Answer.UNKNOWN
        return Answer.YES

    def edges(self, is_working_day: IsWorkingDay | None) -> Iterator[Date]:
        """The days on which time alone changes whether it is final."""
        yield from (next_day(day) for day in self.appeal_ends(is_working_day) or ())
