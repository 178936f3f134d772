"""What becomes of a decision: minutes, announcement, appeal, a court's word."""

from __future__ import annotations

from typing import Self, Unpack

from ioplife.dates import DayLike
from ioplife.events import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    Stayed,
    StayLifted,
)
from ioplife.terms import UNKNOWN, Unknown
from ioplife.testing._writing.said import Said, Written


class Deciding(Written):
    """The events that concern a decision; which may be left out where there is one.

    What the municipality does is its own; who appealed, and what a court did, nobody is named for
    unless ``by`` does.
    """

    __slots__ = ()

    def adjusted(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """The minutes were adjusted."""
        return self.record(Adjusted(on, by=self._public(on, by), decision=decision, **said))

    def announced(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """It was announced that the minutes are adjusted."""
        return self.record(Announced(on, by=self._public(on, by), decision=decision, **said))

    def announcement_removed(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """The announcement was taken down."""
        acts = self._public(on, by)
        return self.record(AnnouncementRemoved(on, by=acts, decision=decision, **said))

    def appealed(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """The decision was appealed."""
        return self.record(Appealed(on, by=by, decision=decision, **said))

    def stayed(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """A court ordered that it must not be carried out for now."""
        return self.record(Stayed(on, by=by, decision=decision, **said))

    def stay_lifted(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """That order no longer holds."""
        return self.record(StayLifted(on, by=by, decision=decision, **said))

    def appeal_dismissed(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """The appeal came to nothing."""
        return self.record(AppealDismissed(on, by=by, decision=decision, **said))

    def annulled(
        self,
        on: DayLike,
        decision: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """A court annulled the decision."""
        return self.record(Annulled(on, by=by, decision=decision, **said))
