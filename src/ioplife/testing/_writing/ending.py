"""Its end: what is written of what ends it, and of what keeps an end from coming."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self, Unpack

from pendulum import Date

from ioplife.dates import DayLike
from ioplife.events import (
    Cancelled,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    NoticeGiven,
    PartyLeft,
    Rescinded,
    Under,
    Voided,
)
from ioplife.terms import UNKNOWN, Unknown
from ioplife.testing._writing.said import Said, Written


class Ending(Written):
    """The events by which it ends, or does not."""

    __slots__ = ()

    def notice_given(  # noqa: PLR0913 - the fields of a notice
        self,
        on: DayLike,
        *,
        by: str | Unknown | None = None,
        written: bool | Unknown = True,
        sent: DayLike | None | Unknown = None,
        received: DayLike | None | Unknown = None,
        under: Under | str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The civil party, unless ``by`` says another, gave notice, in writing."""
        return self.record(
            NoticeGiven(
                on,
                by=self._civil(on, by),
                written=written,
                sent=sent,
                received=received,
                under=under,
                **said,
            )
        )

    def ending_decided(
        self,
        on: DayLike,
        last_day: DayLike | Unknown | None = None,
        *,
        by: str | Unknown | None = None,
        reason: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """The board decided that it ends with its period.

        On the last day as it stands, unless ``last_day`` says another.
        """
        ends: DayLike | Unknown
        if last_day is None:
            bound = self._so_far.on(on).last_day
            ends = bound if isinstance(bound, Date) else UNKNOWN
        else:
            ends = last_day
        decides = self._board(on, by)
        return self.record(EndingDecided(on, by=decides, last_day=ends, reason=reason, **said))

    def rescinded(
        self,
        on: DayLike,
        last_day: DayLike | None | Unknown = None,
        *,
        by: str | Unknown | None = None,
        agreed_by: Iterable[str] | Unknown | None = None,
        answers: int | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The parties, all of them unless said otherwise, agreed to end it."""
        return self.record(
            Rescinded(
                on,
                by=self._public(on, by),
                last_day=last_day,
                agreed_by=self._agreed(on, agreed_by),
                answers=answers,
                **said,
            )
        )

    def ending_lifted(
        self,
        on: DayLike,
        ending: int | Unknown,
        *,
        by: str | Unknown | None = None,
        agreed_by: Iterable[str] | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """The parties, all of them unless said otherwise, agreed that an ending no longer holds."""
        agreed, acts = self._agreed(on, agreed_by), self._public(on, by)
        return self.record(EndingLifted(on, by=acts, ending=ending, agreed_by=agreed, **said))

    def demand_made(
        self,
        on: DayLike,
        *,
        by: str | Unknown | None = None,
        written: bool | Unknown = True,
        **said: Unpack[Said],
    ) -> Self:
        """The public party, unless ``by`` says another, demanded in writing a correction."""
        return self.record(DemandMade(on, by=self._public(on, by), written=written, **said))

    def demand_corrected(
        self,
        on: DayLike,
        demand: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """What was demanded has been corrected."""
        return self.record(DemandCorrected(on, by=self._civil(on, by), demand=demand, **said))

    def cancelled(
        self,
        on: DayLike,
        demand: int | Unknown = UNKNOWN,
        *,
        by: str | Unknown | None = None,
        last_day: DayLike | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The public party, unless ``by`` says another, cancelled it for a breach."""
        acts = self._public(on, by)
        return self.record(Cancelled(on, by=acts, demand=demand, last_day=last_day, **said))

    def party_left(
        self,
        on: DayLike,
        party: str | Unknown | None = None,
        *,
        by: str | Unknown | None = None,
        last_day: DayLike | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The civil party, unless ``party`` says another, left."""
        leaves = self._civil(on, party)
        acts = leaves if by is None else by
        return self.record(PartyLeft(on, by=acts, party=leaves, last_day=last_day, **said))

    def voided(
        self,
        on: DayLike,
        last_day: DayLike | None | Unknown = None,
        *,
        by: str | Unknown = UNKNOWN,
        **said: Unpack[Said],
    ) -> Self:
        """A court or an authority found that it does not hold."""
        return self.record(Voided(on, by=by, last_day=last_day, **said))
