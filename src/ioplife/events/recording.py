"""What people do to the record: note, resolve, correct."""

from __future__ import annotations

from typing import Any, Final, cast

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_named, is_whole, names_one
from ioplife.dates import DayLike, as_day
from ioplife.errors import BadValue
from ioplife.events.event import Event, Field, or_none, or_unknown
from ioplife.terms import AmountLike, Settled, Terms, as_amount


@attrs.frozen
class Noted(Event):
    """Something worth keeping happened; it moves nothing.

    Args:
        what: what, in words.
        answers: the key of the flag it answers, which stays up and is quiet from then on;
            None: no flag.
    """

    what: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_named), kw_only=True)
    answers: str | None | Unknown = attrs.field(
        default=None, validator=or_none(is_named), kw_only=True
    )


_DAYS: Final = ("first_day", "last_day", "indexation")
"""What is settled by a day, an index clause by that of its first step; all else by SEK."""

_LEDGERS: Final = ("contributions", "disbursements")


def _what(_instance: object, _attribute: Field, value: object) -> None:
    if isinstance(value, str):
        ledger, dot, line = value.partition(".")
        if value in (*_DAYS, "total") or (ledger in _LEDGERS and dot and names_one(line)):
            return
    rule = "must be first_day, last_day, indexation, total, contributions.ID or disbursements.ID"
    raise BadValue("Resolved.what", value, rule)


def _reading(value: DayLike | AmountLike | Unknown) -> Settled | Unknown:
    """As it came: what it may hold hangs on what it settles, which a converter cannot see."""
    return value  # type: ignore[return-value]


@attrs.frozen
class Resolved(Event):
    """Somebody settled what a paper meant, for all days (tolkning).

    Args:
        what: first_day, last_day, indexation, total, contributions.ID or disbursements.ID.
        reading: the day (of an index clause that of its first step), or the amount in SEK.
    """

    what: str = attrs.field(validator=_what, kw_only=True)
    reading: Settled | Unknown = attrs.field(default=UNKNOWN, converter=_reading, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.reading, Unknown):
            field, given = "Resolved.reading", cast("Any", self.reading)
            read = as_day(given, field) if self.what in _DAYS else as_amount(given, field)
            object.__setattr__(self, "reading", read)


@attrs.frozen
class Corrected(Event):
    """What was recorded was wrong (rättelse): replaced, or struck.

    Args:
        event_no: the number of the event, from 1; 0 for the terms as first recorded.
        why: why.
        to: the event, or for number 0 the Terms, put in its place; None strikes it.
    """

    event_no: int = attrs.field(kw_only=True)
    why: str | Unknown = attrs.field(default=UNKNOWN, validator=or_unknown(is_named), kw_only=True)
    to: Event | Terms | None = attrs.field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        is_whole(self.event_no, "Corrected.event_no", 0)
        kind = Terms if self.event_no == 0 else Event | None
        if not isinstance(self.to, kind):
            rule = "must be Terms for number 0, else an Event or None"
            raise BadValue("Corrected.to", self.to, rule)
