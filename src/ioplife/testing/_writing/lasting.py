"""While it binds: what is written of what is owed, of how it is changed and goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Self, Unpack, cast

import attrs
from pendulum import Date

from ioplife.dates import DayLike, Duration, DurationLike, Period, next_day
from ioplife.events import (
    Amended,
    ChangeRaised,
    ChangeReason,
    Closed,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Recommendation,
    RenewalDecided,
    Renewed,
    Result,
    Started,
    Waived,
    Which,
)
from ioplife.terms import UNKNOWN, Terms, Unknown
from ioplife.testing._writing.said import Changed, Said, Written


class Lasting(Written):
    """The events while the agreement binds."""

    __slots__ = ()

    def started(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """It came into force, where no first day can be read."""
        return self.record(Started(on, by=self._public(on, by), **said))

    def follow_up_called(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """The civil party, unless ``by`` says another, called for a follow-up."""
        return self.record(FollowUpCalled(on, by=self._civil(on, by), **said))

    def change_raised(
        self,
        on: DayLike,
        reason: ChangeReason | str | Unknown = ChangeReason.OTHER,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """The civil party, unless ``by`` says another, said that conditions have changed."""
        return self.record(ChangeRaised(on, by=self._civil(on, by), reason=reason, **said))

    def followed_up(  # noqa: PLR0913 - the fields of a follow-up
        self,
        on: DayLike,
        duty: str | None | Unknown = None,
        occurrence: Which = None,
        *,
        by: str | Unknown | None = None,
        answers: int | None | Unknown = None,
        result: Result | str | Unknown = Result.REACHED,
        recommendation: Recommendation | str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """A follow-up was held, and found the purpose reached."""
        return self.record(
            FollowedUp(
                on,
                by=self._public(on, by),
                duty=duty,
                occurrence=occurrence,
                answers=answers,
                result=result,
                recommendation=recommendation,
                **said,
            )
        )

    def fulfilled(
        self,
        on: DayLike,
        duty: str | Unknown,
        occurrence: Which = None,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """What was owed was done."""
        acts = self._public(on, by)
        return self.record(Fulfilled(on, by=acts, duty=duty, occurrence=occurrence, **said))

    def waived(
        self,
        on: DayLike,
        duty: str | Unknown,
        occurrence: int | Unknown,
        *,
        by: str | Unknown | None = None,
        why: str | Unknown = "settled",
        **said: Unpack[Said],
    ) -> Self:
        """What was owed will not be done."""
        acts = self._public(on, by)
        return self.record(Waived(on, by=acts, duty=duty, occurrence=occurrence, why=why, **said))

    def amended(  # noqa: PLR0913 - the fields of an amendment
        self,
        on: DayLike,
        terms: Terms | None = None,
        *,
        by: str | Unknown | None = None,
        applies_from: DayLike | Unknown | None = None,
        agreed_by: Iterable[str] | Unknown | None = None,
        answers: int | None | Unknown = None,
        lifts: int | None | Unknown = None,
        **changed: Unpack[Changed],
    ) -> Self:
        """The parties, all of them, changed what they had agreed, from that day on.

        Args:
            on: the day.
            terms: the whole of the terms from then on; None: as they are that day.
            by: who acted.
            applies_from: the day from which they hold; None: ``on``.
            agreed_by: the parties that agreed; None: all.
            answers: the number of the change it answers.
            lifts: the number of the event whose ending it lifts.
            changed: the clauses that are changed, by the keywords of ``Terms``; and what every
                event may say.
        """
        names = Said.__annotations__.keys()
        said = cast("Said", {name: one for name, one in changed.items() if name in names})
        clauses: dict[str, Any] = {name: one for name, one in changed.items() if name not in names}
        agreed = attrs.evolve(self._terms(on) if terms is None else terms, **clauses)
        return self.record(
            Amended(
                on,
                by=self._public(on, by),
                terms=agreed,
                applies_from=on if applies_from is None else applies_from,
                agreed_by=self._agreed(on, agreed_by),
                answers=answers,
                lifts=lifts,
                **said,
            )
        )

    def renewal_decided(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """The board decided that a successor shall follow."""
        return self.record(RenewalDecided(on, by=self._board(on, by), **said))

    def extended(
        self,
        on: DayLike,
        length: DurationLike | None | Unknown = None,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """The option to extend was used, for as long as the clause says."""
        return self.record(Extended(on, by=self._public(on, by), length=length, **said))

    def renewed(
        self,
        on: DayLike,
        successor: str | Unknown = "successor",
        *,
        by: str | Unknown | None = None,
        period: Period | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """A successor follows.

        Its period, where none is given, begins the day after the last day and is as long as this
        one was agreed to be; it is unknown where either is.
        """
        follows = self._next_period(on) if period is None else period
        acts = self._public(on, by)
        return self.record(Renewed(on, by=acts, successor=successor, period=follows, **said))

    def closed(self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]) -> Self:
        """What was left after the end is settled."""
        return self.record(Closed(on, by=self._public(on, by), **said))

    def _next_period(self, on: DayLike) -> Period | Unknown:
        length, last = self._terms(on).length, self._so_far.on(on).last_day
        if isinstance(length, Duration) and isinstance(last, Date):
            return Period.of(next_day(last), length)
        return UNKNOWN
