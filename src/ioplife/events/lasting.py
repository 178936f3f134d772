"""What people do while the agreement binds, and when it ends."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import as_ident, is_flag, is_ident, is_named, member, row
from ioplife.dates import DayLike, Period, as_day
from ioplife.errors import BadValue
from ioplife.events.event import Event, Field, is_number, or_none, or_unknown
from ioplife.events.kinds import ChangeReason, Recommendation, Result


@attrs.frozen
class Started(Event):
    """The agreement came into force, where no first day can be read."""


@attrs.frozen
class FollowUpCalled(Event):
    """A party called for a follow-up (påkallar behov)."""


def _change_reason(value: ChangeReason | str | Unknown) -> ChangeReason | Unknown:
    if isinstance(value, Unknown):
        return value
    return member(ChangeReason, value, "ChangeRaised.reason")


@attrs.frozen
class ChangeRaised(Event):
    """A party said that conditions have changed materially (väsentligt förändrade).

    Args:
        reason: why; the list has ``other``.
    """

    reason: ChangeReason | Unknown = attrs.field(
        default=UNKNOWN, converter=_change_reason, kw_only=True
    )


def _result(value: Result | str | Unknown) -> Result | Unknown:
    return value if isinstance(value, Unknown) else member(Result, value, "FollowedUp.result")


def _recommendation(
    value: Recommendation | str | None | Unknown,
) -> Recommendation | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return member(Recommendation, value, "FollowedUp.recommendation")


EXTRA: Final = "none"
"""Named as an occurrence: what was done answers none that is owed, but comes on top."""

Which: TypeAlias = int | Literal["none"] | None | Unknown
"""Which instance of a duty an event names."""


def _is_which(instance: object, attribute: Field, value: object) -> None:
    if value != EXTRA:
        is_number(instance, attribute, value)


@attrs.frozen
class FollowedUp(Event):
    """A follow-up was held, or a goal assessed (uppföljning).

    Args:
        duty: the id of the duty or the goal; None: a follow-up that is owed.
        occurrence: which instance of it, from 1, or ``none``: an extra; None: by its day.
        answers: the number of the call or the change it answers; None: no call.
        result: whether the purpose was reached.
        recommendation: what it recommends; None: nothing.
    """

    duty: str | None | Unknown = attrs.field(
        default=None, validator=or_none(is_ident), kw_only=True
    )
    occurrence: Which = attrs.field(default=None, validator=or_none(_is_which), kw_only=True)
    answers: int | None | Unknown = attrs.field(
        default=None, validator=or_none(is_number), kw_only=True
    )
    result: Result | Unknown = attrs.field(default=UNKNOWN, converter=_result, kw_only=True)
    recommendation: Recommendation | None | Unknown = attrs.field(
        default=None, converter=_recommendation, kw_only=True
    )


@attrs.frozen
class Fulfilled(Event):
    """What was owed was done: a meeting, a report, a payment, an assessment (fullgjort).

    Args:
        duty: the id of the duty or the goal, or ``payment``.
        occurrence: which instance of it, from 1, or ``none``: an extra; None: by its day.
    """

    duty: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True)
    occurrence: Which = attrs.field(default=None, validator=or_none(_is_which), kw_only=True)


@attrs.frozen
class Waived(Event):
    """What was owed will not be done, and that is settled (avstås).

    Args:
        duty: the id of the duty or the goal, or ``payment``.
        occurrence: which instance of it, from 1.
        why: why.
    """

    duty: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True)
    occurrence: int | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_number), kw_only=True
    )
    why: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_named), kw_only=True)


def _sent(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "NoticeGiven.sent")


def _received(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "NoticeGiven.received")


@attrs.frozen
class NoticeGiven(Event):
    """Notice was given (uppsägning), by ``by``.

    ``on`` is the day that counts: of receipt, or of sending where the clause counts from it.

    Args:
        written: whether it was in writing.
        sent: the day it was sent, where that is known.
        received: the day it was received, where that is known.
    """

    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_flag), kw_only=True
    )
    sent: Date | None | Unknown = attrs.field(default=None, converter=_sent, kw_only=True)
    received: Date | None | Unknown = attrs.field(default=None, converter=_received, kw_only=True)


@attrs.frozen
class RenewalDecided(Event):
    """It was decided that a successor shall follow; that alone moves no day."""


def _ending_day(value: DayLike | Unknown) -> Date | Unknown:
    return value if isinstance(value, Unknown) else as_day(value, "EndingDecided.last_day")


@attrs.frozen
class EndingDecided(Event):
    """It was decided that the agreement ends with its period (förlängs inte).

    Args:
        last_day: the day it was decided to end on, included.
        reason: why, in words.
    """

    last_day: Date | Unknown = attrs.field(default=UNKNOWN, converter=_ending_day, kw_only=True)
    reason: str | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_named), kw_only=True
    )


def _agreed(value: Iterable[str] | Unknown, field: str) -> tuple[str, ...] | Unknown:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str):
        raise BadValue(field, value, "must be a sequence of party ids")
    given = tuple(value) if isinstance(value, frozenset | set) else value
    return tuple(sorted({as_ident(party, field) for party in row(str, given, field)}))


def _rescinded_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    return _agreed(value, "Rescinded.agreed_by")


def _lifted_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    return _agreed(value, "EndingLifted.agreed_by")


def _rescinded_day(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "Rescinded.last_day")


@attrs.frozen
class Rescinded(Event):
    """The parties agreed to end the agreement before its period does (upphävd).

    Args:
        last_day: the last day, included; None: the day of the event.
        agreed_by: the parties that agreed.
        answers: the number of the change it answers; None: none.
    """

    last_day: Date | None | Unknown = attrs.field(
        default=None, converter=_rescinded_day, kw_only=True
    )
    agreed_by: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_rescinded_by, kw_only=True
    )
    answers: int | None | Unknown = attrs.field(
        default=None, validator=or_none(is_number), kw_only=True
    )


@attrs.frozen
class EndingLifted(Event):
    """The parties agreed that an ending no longer holds.

    Args:
        ending: the number of the event that set it.
        agreed_by: the parties that agreed.
    """

    ending: int | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_number), kw_only=True
    )
    agreed_by: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_lifted_by, kw_only=True
    )


def _successor_period(value: Period | Unknown) -> Period | Unknown:
    if isinstance(value, Period | Unknown):
        return value
    raise BadValue("Renewed.period", value, "must be a Period or UNKNOWN")


@attrs.frozen
class Renewed(Event):
    """A successor agreement follows this one.

    Args:
        successor: its id.
        period: its period.
    """

    successor: str | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True
    )
    period: Period | Unknown = attrs.field(
        default=UNKNOWN, converter=_successor_period, kw_only=True
    )


@attrs.frozen
class Closed(Event):
    """What was left after the end is settled."""
