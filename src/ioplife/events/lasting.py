"""What people do while the agreement binds: what is owed, how it is changed and goes on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_ident, is_named, member
from ioplife.dates import (
    DayLike,
    Duration,
    DurationLike,
    Period,
    as_day,
    as_positive_duration,
)
from ioplife.errors import BadValue
from ioplife.events.event import Event, Field, as_agreed, is_number, or_none, or_unknown
from ioplife.events.kinds import ChangeReason, Recommendation, Result
from ioplife.terms import Terms


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


@attrs.frozen
class RenewalDecided(Event):
    """It was decided that a successor shall follow; that alone moves no day."""


def _extension(value: DurationLike | None | Unknown) -> Duration | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_positive_duration(value, "Extended.length")


@attrs.frozen
class Extended(Event):
    """The option to extend the same agreement was used (förlängning), by ``by``.

    Args:
        length: how long it is extended; None: as long as the clause says.
    """

    length: Duration | None | Unknown = attrs.field(
        default=None, converter=_extension, kw_only=True
    )


def _applies_from(value: DayLike | Unknown) -> Date | Unknown:
    return value if isinstance(value, Unknown) else as_day(value, "Amended.applies_from")


def _amended_terms(value: Terms) -> Terms:
    if not isinstance(value, Terms):
        raise BadValue("Amended.terms", value, "must be Terms")
    return value


def _amended_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    return as_agreed(value, "Amended.agreed_by")


@attrs.frozen
class Amended(Event):
    """The parties changed what they had agreed (ändring, tilläggsavtal).

    Args:
        terms: the whole of the terms as they are from then on.
        applies_from: the day from which they hold; what they say of the period and of its
            renewal holds from the day of the event.
        agreed_by: the parties that agreed.
        answers: the number of the change it answers; None: none.
        lifts: the number of the event whose ending it lifts; None: none.
    """

    terms: Terms = attrs.field(converter=_amended_terms, kw_only=True)
    applies_from: Date | Unknown = attrs.field(
        default=UNKNOWN, converter=_applies_from, kw_only=True
    )
    agreed_by: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_amended_by, kw_only=True
    )
    answers: int | None | Unknown = attrs.field(
        default=None, validator=or_none(is_number), kw_only=True
    )
    lifts: int | None | Unknown = attrs.field(
        default=None, validator=or_none(is_number), kw_only=True
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
