"""What people do before the agreement binds, and its entry in a register."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_ident, is_named, member
from ioplife.dates import DayLike, as_day
from ioplife.errors import BadValue
from ioplife.events.event import Event, or_none, or_unknown
from ioplife.events.kinds import ENDED, UNMADE, Outcome, Reason
from ioplife.states import State


@attrs.frozen
class Initiated(Event):
    """The initiative came (initiativ), from ``by``."""


def _outcome(value: Outcome | str | Unknown) -> Outcome | Unknown:
    return value if isinstance(value, Unknown) else member(Outcome, value, "Assessed.outcome")


@attrs.frozen
class Assessed(Event):
    """A criterion or a consultation was assessed (bedömning, samråd).

    Args:
        matter: its code ("no_market", "legal_consultation"; others' codes with a prefix).
        outcome: met, not_met, partly or not_called_for.
    """

    matter: str | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True
    )
    outcome: Outcome | Unknown = attrs.field(default=UNKNOWN, converter=_outcome, kw_only=True)


@attrs.frozen
class Proposed(Event):
    """The agreement was proposed for decision (tjänsteskrivelse).

    Args:
        to: the body that is to decide.
    """

    to: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True)


@attrs.frozen
class Remitted(Event):
    """The proposal was sent back to be prepared further (återremiss)."""


@attrs.frozen
class Tabled(Event):
    """The decision was put off (bordläggning)."""


@attrs.frozen
class Approved(Event):
    """The agreement was approved (godkännande), by ``by``.

    Args:
        condition: what the approval waits for, in words; None where it waits for nothing.
    """

    condition: str | None | Unknown = attrs.field(
        default=None, validator=or_none(is_named), kw_only=True
    )


@attrs.frozen
class ConditionMet(Event):
    """What the approval waited for has come."""


@attrs.frozen
class ConditionFailed(Event):
    """What the approval waited for will not come."""


@attrs.frozen
class Declined(Event):
    """The proposal was turned down (avslag).

    Args:
        referred_to: where the initiator was referred (grants, procurement); None: nowhere.
    """

    referred_to: str | None | Unknown = attrs.field(
        default=None, validator=or_none(is_named), kw_only=True
    )


@attrs.frozen
class Withdrawn(Event):
    """The initiative was withdrawn before it became an agreement."""


@attrs.frozen
class Signed(Event):
    """A party signed (underskrift): ``by``, a party or a body that acts for it."""


def _state(value: State | str) -> State:
    state = member(State, value, "Entered.state")
    if state is State.FOLLOW_UP:
        raise BadValue("Entered.state", state.value, "must not be follow_up, which is derived")
    return state


def _seen(value: DayLike | Unknown) -> Date | Unknown:
    return value if isinstance(value, Unknown) else as_day(value, "Entered.seen")


def _reason(value: Reason | str | None | Unknown) -> Reason | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return member(Reason, value, "Entered.reason")


@attrs.frozen
class Entered(Event):
    """An agreement was taken into the register mid-life, with the paper that shows it.

    ``on`` is the first day for which a paper says that the state holds.

    Args:
        state: the state it shows; any but follow_up.
        seen: the day of the latest paper that vouches for it; on or after ``on``.
        reason: why it is over, for terminated and declined, and for no other state.
    """

    state: State = attrs.field(converter=_state, kw_only=True)
    seen: Date | Unknown = attrs.field(default=UNKNOWN, converter=_seen, kw_only=True)
    reason: Reason | None | Unknown = attrs.field(default=None, converter=_reason, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.seen, Unknown) and self.seen < self.on:
            raise BadValue("Entered.seen", self.seen.isoformat(), f"must not be before {self.on}")
        fits = {State.TERMINATED: ENDED, State.DECLINED: UNMADE}
        known = fits.get(self.state, frozenset())
        if self.reason not in ((*known, UNKNOWN) if known else (None,)):
            names = ", ".join(sorted(known)) or "none"
            raise BadValue("Entered.reason", self.reason, f"must be one of: {names}")
