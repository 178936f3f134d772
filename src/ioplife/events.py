"""What people did, on a day: the closed set of events.

Every event has ``on``, the day it happened, and may say who acted (``by``), what shows it
(``basis``), the paper's words where it gives only a month (``stated``), which unmet guards
somebody answers for (``overrides``) and text pairs of the host's own (``extra``).

A field that is left out and has no other default is UNKNOWN: nobody has said. None means
none, never "not known".
"""

from __future__ import annotations

import datetime
import enum
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import (
    Pairs,
    PairsLike,
    is_flag,
    is_ident,
    is_named,
    is_text,
    is_whole,
    member,
    pairs,
    row,
    where,
)
from ioplife.dates import DayLike, Period, as_day
from ioplife.errors import BadValue
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import UNKNOWN, AmountLike, Settled, Terms, Unknown, as_amount


class Outcome(enum.StrEnum):
    """What came of an assessment."""

    MET = "met"
    NOT_MET = "not_met"
    PARTLY = "partly"
    NOT_CALLED_FOR = "not_called_for"


class ChangeReason(enum.StrEnum):
    """Why a party raises a material change; the paper's list is not exhaustive (S1:202)."""

    ORGANISATION = "organisation"
    LAW_OR_PRACTICE = "law_or_practice"
    GOALS_NOT_REACHED = "goals_not_reached"
    OTHER = "other"


class Result(enum.StrEnum):
    """What a follow-up found: the purpose was reached, partly reached or not."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


class Recommendation(enum.StrEnum):
    """What a follow-up recommends."""

    CONTINUE = "continue"
    CHANGE = "change"
    END = "end"


class Reason(enum.StrEnum):
    """Why an agreement, or a proposal, is over."""

    EXPIRED = "expired"
    NOT_RENEWED = "not_renewed"
    NOTICE = "notice"
    RESCINDED = "rescinded"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CONDITION_FAILED = "condition_failed"
    REFERRED = "referred"


ENDED: Final = frozenset({Reason.EXPIRED, Reason.NOT_RENEWED, Reason.NOTICE, Reason.RESCINDED})
"""The reasons of ``terminated``; the others are those of ``declined``."""

Field: TypeAlias = "attrs.Attribute[Any]"


def _ident_or_unknown(instance: object, attribute: Field, value: object) -> None:
    if value is not UNKNOWN:
        is_ident(instance, attribute, value)


def _named_or_unknown(instance: object, attribute: Field, value: object) -> None:
    if value is not UNKNOWN:
        is_named(instance, attribute, value)


def _named_or_none(instance: object, attribute: Field, value: object) -> None:
    if value is not None and value is not UNKNOWN:
        is_named(instance, attribute, value)


def _flag_or_unknown(instance: object, attribute: Field, value: object) -> None:
    if value is not UNKNOWN:
        is_flag(instance, attribute, value)


def _number_or_unknown(instance: object, attribute: Field, value: object) -> None:
    if value is not UNKNOWN:
        is_whole(value, where(instance, attribute), 1)


def _number_or_none(instance: object, attribute: Field, value: object) -> None:
    if value is not None and value is not UNKNOWN:
        is_whole(value, where(instance, attribute), 1)


def _basis(instance: object, attribute: Field, value: object) -> None:
    if not isinstance(value, Source | Unknown):
        raise BadValue(where(instance, attribute), value, "must be a Source or UNKNOWN")


@attrs.frozen
class Override:
    """Somebody answers for a guard that is not met or not known.

    A soft guard is accepted by it; a hard one only where it is unknown, for the override
    is then the missing knowledge. A hard guard that is not met stays a no.

    Args:
        code: the guard's code.
        by: who answers for it.
        why: why.
    """

    code: str = attrs.field(validator=is_ident)
    by: str = attrs.field(validator=is_ident)
    why: str = attrs.field(validator=is_named)


def _overrides(values: Iterable[Override]) -> tuple[Override, ...]:
    found = row(Override, values, "Event.overrides")
    codes = [override.code for override in found]
    if len(set(codes)) < len(codes):
        raise BadValue("Event.overrides", codes, "must answer for each guard once")
    return found


def _on(value: DayLike) -> Date:
    return as_day(value, "Event.on")


def _extra(value: PairsLike) -> Pairs:
    return pairs(value, "Event.extra")


@attrs.frozen
class Event:
    """What people did, on a day (händelse). Use one of its children.

    Args:
        on: the day it happened, never the day it was recorded.
        by: who acted: the id of a party or of one of its bodies.
        basis: the paper that shows it.
        stated: the paper's words, where they give only a month.
        overrides: which guards somebody answers for.
        extra: text pairs of the host's own; never read.
    """

    on: Date = attrs.field(converter=_on)
    by: str | Unknown = attrs.field(default=UNKNOWN, validator=_ident_or_unknown, kw_only=True)
    basis: Source | Unknown = attrs.field(default=UNKNOWN, validator=_basis, kw_only=True)
    stated: str = attrs.field(default="", validator=is_text, kw_only=True)
    overrides: tuple[Override, ...] = attrs.field(default=(), converter=_overrides, kw_only=True)
    extra: Pairs = attrs.field(default=(), converter=_extra, kw_only=True)

    @property
    def tag(self) -> str:
        """The event's name in data: ``notice_given`` for ``NoticeGiven``."""
        return TAG_OF[type(self)]


# --- before there is an agreement ------------------------------------------------------


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

    matter: str | Unknown = attrs.field(default=UNKNOWN, validator=_ident_or_unknown, kw_only=True)
    outcome: Outcome | Unknown = attrs.field(default=UNKNOWN, converter=_outcome, kw_only=True)


@attrs.frozen
class Proposed(Event):
    """The agreement was proposed for decision (tjänsteskrivelse).

    Args:
        to: the body that is to decide.
    """

    to: str | Unknown = attrs.field(default=UNKNOWN, validator=_ident_or_unknown, kw_only=True)


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
        default=None, validator=_named_or_none, kw_only=True
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
        default=None, validator=_named_or_none, kw_only=True
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
        if isinstance(self.reason, Unknown):
            return
        fits = {State.TERMINATED: ENDED, State.DECLINED: frozenset(Reason) - ENDED}
        if self.reason not in fits.get(self.state, {None}):
            known = ", ".join(sorted(fits.get(self.state, ()))) or "none"
            raise BadValue("Entered.reason", self.reason, f"must be one of: {known}")


# --- while it binds --------------------------------------------------------------------


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


@attrs.frozen
class FollowedUp(Event):
    """A follow-up was held (uppföljning).

    Args:
        answers: the number of the call or the change it answers; None: no call.
        result: whether the purpose was reached.
        recommendation: what it recommends; None: nothing.
    """

    answers: int | None | Unknown = attrs.field(
        default=None, validator=_number_or_none, kw_only=True
    )
    result: Result | Unknown = attrs.field(default=UNKNOWN, converter=_result, kw_only=True)
    recommendation: Recommendation | None | Unknown = attrs.field(
        default=None, converter=_recommendation, kw_only=True
    )


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

    written: bool | Unknown = attrs.field(default=UNKNOWN, validator=_flag_or_unknown, kw_only=True)
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
    reason: str | Unknown = attrs.field(default=UNKNOWN, validator=_named_or_unknown, kw_only=True)


def _agreed_by(value: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, str):
        raise BadValue("Event.agreed_by", value, "must be a sequence of party ids")
    return tuple(sorted(set(row(str, value, "Event.agreed_by"))))


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
        default=UNKNOWN, converter=_agreed_by, kw_only=True
    )
    answers: int | None | Unknown = attrs.field(
        default=None, validator=_number_or_none, kw_only=True
    )


@attrs.frozen
class EndingLifted(Event):
    """The parties agreed that an ending no longer holds.

    Args:
        ending: the number of the event that set it.
        agreed_by: the parties that agreed.
    """

    ending: int | Unknown = attrs.field(default=UNKNOWN, validator=_number_or_unknown, kw_only=True)
    agreed_by: tuple[str, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_agreed_by, kw_only=True
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
        default=UNKNOWN, validator=_ident_or_unknown, kw_only=True
    )
    period: Period | Unknown = attrs.field(
        default=UNKNOWN, converter=_successor_period, kw_only=True
    )


@attrs.frozen
class Closed(Event):
    """What was left after the end is settled."""


# --- at any time -----------------------------------------------------------------------


@attrs.frozen
class Noted(Event):
    """Something worth keeping happened; it moves nothing.

    Args:
        what: what, in words.
    """

    what: str | Unknown = attrs.field(default=UNKNOWN, validator=_named_or_unknown, kw_only=True)


_RESOLVABLE = re.compile(r"first_day|last_day|total|(?:contributions|disbursements)\.(?P<id>.+)")


def _what(instance: object, attribute: Field, value: object) -> None:
    if not isinstance(value, str) or not _RESOLVABLE.fullmatch(value):
        rule = "must be first_day, last_day, total, contributions.ID or disbursements.ID"
        raise BadValue(where(instance, attribute), value, rule)


def _reading(value: DayLike | AmountLike | Unknown) -> Settled | Unknown:
    if isinstance(value, Unknown):
        return value
    if isinstance(value, datetime.date) or (isinstance(value, str) and "-" in value):
        return as_day(value, "Resolved.reading")
    return as_amount(value, "Resolved.reading")


@attrs.frozen
class Resolved(Event):
    """Somebody settled what a paper meant, for all days (tolkning).

    Args:
        what: first_day, last_day, total, contributions.ID or disbursements.ID.
        reading: the day, or the amount in SEK.
    """

    what: str = attrs.field(validator=_what, kw_only=True)
    reading: Settled | Unknown = attrs.field(default=UNKNOWN, converter=_reading, kw_only=True)

    def __attrs_post_init__(self) -> None:
        wanted, rule = (
            (Date, "must be a day") if self.what.endswith("_day") else (Decimal, "must be SEK")
        )
        if not isinstance(self.reading, wanted | Unknown):
            raise BadValue("Resolved.reading", str(self.reading), rule)


@attrs.frozen
class Corrected(Event):
    """What was recorded was wrong (rättelse): replaced, or struck.

    Args:
        event_no: the number of the event, from 1; 0 for the terms as first recorded.
        why: why.
        to: the event, or for number 0 the Terms, put in its place; None strikes it.
    """

    event_no: int = attrs.field(kw_only=True)
    why: str | Unknown = attrs.field(default=UNKNOWN, validator=_named_or_unknown, kw_only=True)
    to: Event | Terms | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        is_whole(self.event_no, "Corrected.event_no", 0)
        kind = Terms if self.event_no == 0 else Event | None
        if not isinstance(self.to, kind):
            rule = "must be Terms for number 0, else an Event or None"
            raise BadValue("Corrected.to", self.to, rule)


EVENTS: Final[tuple[type[Event], ...]] = (
    Initiated,
    Assessed,
    Proposed,
    Remitted,
    Tabled,
    Approved,
    ConditionMet,
    ConditionFailed,
    Declined,
    Withdrawn,
    Signed,
    Entered,
    Started,
    FollowUpCalled,
    ChangeRaised,
    FollowedUp,
    NoticeGiven,
    RenewalDecided,
    EndingDecided,
    Rescinded,
    EndingLifted,
    Renewed,
    Closed,
    Noted,
    Resolved,
    Corrected,
)
"""The closed set, in the order of the life."""


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


EVENT_OF: Final = {_snake(kind.__name__): kind for kind in EVENTS}
"""Each event by its tag."""

TAG_OF: Final = {kind: tag for tag, kind in EVENT_OF.items()}
"""The tag of each event."""
