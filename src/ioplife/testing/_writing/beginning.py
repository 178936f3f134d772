"""Until it binds: what is written of a proposal, its approval and its signatures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self, Unpack

from ioplife.dates import DayLike
from ioplife.events import (
    Approved,
    Assessed,
    ConditionFailed,
    ConditionMet,
    Declined,
    Entered,
    Event,
    Initiated,
    Outcome,
    Proposed,
    Reason,
    Remitted,
    Signed,
    Tabled,
    Withdrawn,
)
from ioplife.states import State
from ioplife.terms import UNKNOWN, Unknown
from ioplife.testing._writing.said import Said, Written


class Beginning(Written):
    """The events until the agreement binds."""

    __slots__ = ()

    def initiated(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """The initiative came, from the civil party unless ``by`` says another."""
        return self.record(Initiated(on, by=self._civil(on, by), **said))

    def assessed(
        self,
        on: DayLike,
        matter: str | Unknown,
        outcome: Outcome | str | Unknown = Outcome.MET,
        *,
        by: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """A criterion or a consultation was assessed: met, unless ``outcome`` says otherwise."""
        acts = self._public(on, by)
        return self.record(Assessed(on, by=acts, matter=matter, outcome=outcome, **said))

    def proposed(
        self,
        on: DayLike,
        *,
        by: str | Unknown | None = None,
        to: str | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """It was proposed to the public party's board, on the initiative of the civil party.

        Where no initiative has been written, it came the same day.
        """
        begun = self if self._has(Initiated) else self.initiated(on)
        acts, decides = self._public(on, by), self._board(on, to)
        return begun.record(Proposed(on, by=acts, to=decides, **said))

    def remitted(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """The board sent the proposal back."""
        return self.record(Remitted(on, by=self._board(on, by), **said))

    def tabled(self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]) -> Self:
        """The board put the decision off."""
        return self.record(Tabled(on, by=self._board(on, by), **said))

    def approved(
        self,
        on: DayLike,
        *,
        by: str | Unknown | None = None,
        condition: str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The public party's board approved it.

        Where no initiative or no proposal has been written, they came the same day.
        """
        begun = self if self._has(Proposed) else self.proposed(on)
        return begun.record(Approved(on, by=self._board(on, by), condition=condition, **said))

    def condition_met(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """What the approval waited for has come."""
        return self.record(ConditionMet(on, by=self._public(on, by), **said))

    def condition_failed(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """What the approval waited for will not come."""
        return self.record(ConditionFailed(on, by=self._public(on, by), **said))

    def declined(
        self,
        on: DayLike,
        *,
        by: str | Unknown | None = None,
        referred_to: str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """The board turned the proposal down."""
        return self.record(Declined(on, by=self._board(on, by), referred_to=referred_to, **said))

    def withdrawn(
        self, on: DayLike, *, by: str | Unknown | None = None, **said: Unpack[Said]
    ) -> Self:
        """The civil party withdrew the initiative."""
        return self.record(Withdrawn(on, by=self._civil(on, by), **said))

    def signed(
        self,
        on: DayLike,
        *,
        by: str | Iterable[str] | Unknown | None = None,
        **said: Unpack[Said],
    ) -> Self:
        """Every party that has not signed yet did so that day.

        Args:
            on: the day.
            by: the party or body that signed, or several; None: all whose signature is missing.
            said: what every event may say.
        """
        signers: tuple[str | Unknown, ...]
        if by is None:
            signers = self._unsigned(on) or (UNKNOWN,)
        else:
            signers = (by,) if isinstance(by, str | Unknown) else tuple(by)
        return self.record(*(Signed(on, by=signer, **said) for signer in signers))

    def entered(
        self,
        on: DayLike,
        state: State | str = State.ACTIVE,
        *,
        by: str | Unknown | None = None,
        seen: DayLike | Unknown | None = None,
        reason: Reason | str | None | Unknown = None,
        **said: Unpack[Said],
    ) -> Self:
        """It was taken into the register: active, and seen that day, unless said otherwise."""
        shown, acts = on if seen is None else seen, self._public(on, by)
        return self.record(Entered(on, by=acts, state=state, seen=shown, reason=reason, **said))

    def _has(self, kind: type[Event]) -> bool:
        return any(isinstance(event, kind) for event in self._so_far.events)

    def _unsigned(self, on: DayLike) -> tuple[str, ...]:
        """The parties whose signature has not been written."""
        actors = self._terms(on).actors
        found = (event.by for event in self._so_far.events if isinstance(event, Signed))
        signed = {actors.get(one) for one in found if not isinstance(one, Unknown)}
        return tuple(party.id for party in self._parties(on) if party.id not in signed)
