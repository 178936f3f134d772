"""What people do to end the agreement, or to keep an end from coming."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_flag, is_ident, is_named, member
from ioplife.dates import DayLike, as_day
from ioplife.events.event import Event, as_agreed, is_number, or_none, or_unknown
from ioplife.events.kinds import Under


def _sent(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "NoticeGiven.sent")


def _received(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "NoticeGiven.received")


def _under(value: Under | str | None | Unknown) -> Under | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return member(Under, value, "NoticeGiven.under")


@attrs.frozen
class NoticeGiven(Event):
    """Notice was given (uppsägning), by ``by``.

    ``on`` is the day that counts: of receipt, or of sending where the clause counts from it.

    Args:
        written: whether it was in writing.
        sent: the day it was sent, where that is known.
        received: the day it was received, where that is known.
        under: the clause it is given under; None: the only one there is.
    """

    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_flag), kw_only=True
    )
    sent: Date | None | Unknown = attrs.field(default=None, converter=_sent, kw_only=True)
    received: Date | None | Unknown = attrs.field(default=None, converter=_received, kw_only=True)
    under: Under | None | Unknown = attrs.field(default=None, converter=_under, kw_only=True)


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


def _rescinded_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    return as_agreed(value, "Rescinded.agreed_by")


def _lifted_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    return as_agreed(value, "EndingLifted.agreed_by")


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


@attrs.frozen
class DemandMade(Event):
    """A party demanded that a breach be corrected (anmaning om rättelse), by ``by``.

    Args:
        written: whether it was in writing.
    """

    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_flag), kw_only=True
    )


@attrs.frozen
class DemandCorrected(Event):
    """What was demanded has been corrected (rättelse av avtalsbrott).

    Args:
        demand: the number of the demand; may be left out where there is one.
    """

    demand: int | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_number), kw_only=True
    )


def _cancelled_day(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "Cancelled.last_day")


@attrs.frozen
class Cancelled(Event):
    """A party cancelled the agreement for a breach (hävd), by ``by``.

    Args:
        demand: the number of the demand that was not met; may be left out where there is one.
        last_day: the last day, included; None: the day of the event.
    """

    demand: int | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_number), kw_only=True
    )
    last_day: Date | None | Unknown = attrs.field(
        default=None, converter=_cancelled_day, kw_only=True
    )


def _left_day(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "PartyLeft.last_day")


@attrs.frozen
class PartyLeft(Event):
    """A party left the agreement (utträde, konkurs).

    It ends where no civil or no public party remains; the others may go on.

    Args:
        party: the id of the party.
        last_day: its last day, included; None: the day of the event.
    """

    party: str | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_ident), kw_only=True
    )
    last_day: Date | None | Unknown = attrs.field(default=None, converter=_left_day, kw_only=True)


def _void_day(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "Voided.last_day")


@attrs.frozen
class Voided(Event):
    """A court or an authority found that the agreement does not hold (ogiltig).

    Args:
        last_day: the last day, included; None: the day of the event.
    """

    last_day: Date | None | Unknown = attrs.field(default=None, converter=_void_day, kw_only=True)
