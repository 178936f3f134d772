"""The record itself: what is written of notes, of what papers meant, and of slips."""

from __future__ import annotations

from typing import Self, Unpack

from ioplife.dates import DayLike
from ioplife.events import Corrected, Event, Noted, Resolved
from ioplife.terms import AmountLike, Terms, Unknown
from ioplife.testing._writing.said import Said, Written


class Recording(Written):
    """The events about what is recorded."""

    __slots__ = ()

    def noted(
        self,
        on: DayLike,
        what: str | Unknown = "noted",
        *,
        by: str | Unknown | None = None,
        answers: str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """Something happened that moves nothing."""
        return self.record(Noted(on, by=self._public(on, by), what=what, answers=answers, **said))

    def resolved(
        self,
        on: DayLike,
        what: str,
        reading: DayLike | AmountLike | Unknown,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """Somebody settled what a paper meant, for all days."""
        acts = self._public(on, by)
        return self.record(Resolved(on, by=acts, what=what, reading=reading, **said))

    def corrected(
        self,
        on: DayLike,
        event_no: int,
        to: Event | Terms | None = None,
        *,
        by: str | Unknown | None = None,
        why: str | Unknown = "a slip",
        **said: Unpack[Said],
    ) -> Self:
        """What was recorded under a number was wrong: struck, unless ``to`` takes its place."""
        acts = self._public(on, by)
        return self.record(Corrected(on, by=acts, event_no=event_no, to=to, why=why, **said))
