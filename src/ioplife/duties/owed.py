"""What is owed: by whom, how often, and what it rests on."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import as_ident, is_ident, is_text, member, row
from ioplife.dates import DayLike, Duration, DurationLike, Period, as_day, as_duration
from ioplife.duties.cadences import Cadence, Window, as_cadence
from ioplife.duties.periods import OnExtension, require_heed, require_order, windows
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

LEAD: Final = Duration(months=3)
"""How long before its due day a follow-up opens (ioplife default, unverified)."""


class DutyKind(enum.StrEnum):
    """What is owed. A payment is owed by a payment plan, an assessment by a goal."""

    FOLLOW_UP = "follow_up"
    MEETING = "meeting"
    REPORT = "report"
    PAYMENT = "payment"
    ASSESSMENT = "assessment"


FOLLOWED_UP: Final = frozenset({DutyKind.FOLLOW_UP, DutyKind.ASSESSMENT})
"""What is done by following up; all else is fulfilled."""


class Basis(enum.StrEnum):
    """What a duty rests on; only agreement, decision and law may block anything."""

    AGREEMENT = "agreement"
    DECISION = "decision"
    LAW = "law"
    PROPOSAL = "proposal"
    ADMINISTRATION = "administration"

    @property
    def binds(self) -> bool:
        """Whether it is more than a proposal or the administration's own description."""
        return self in (Basis.AGREEMENT, Basis.DECISION, Basis.LAW)


class Calls(enum.StrEnum):
    """Whether a meeting that was called counts as one of those owed, or comes on top."""

    COUNT = "count"
    ON_TOP = "on_top"


_ELSEWHERE: Final = {
    DutyKind.PAYMENT: "must not be payment, which is owed by a payment plan",
    DutyKind.ASSESSMENT: "must not be assessment, which is owed by a goal",
}


def _kind(value: DutyKind | str) -> DutyKind:
    kind = member(DutyKind, value, "Duty.kind")
    if kind in _ELSEWHERE:
        raise BadValue("Duty.kind", kind.value, _ELSEWHERE[kind])
    return kind


def _cadence(value: Cadence) -> Cadence:
    return as_cadence(value, "Duty.cadence")


def _calls(value: Calls | str | Unknown) -> Calls | Unknown:
    return value if isinstance(value, Unknown) else member(Calls, value, "Duty.calls")


def _basis(value: Basis | str) -> Basis:
    return member(Basis, value, "Duty.basis")


_LONGEST: Final = 100
"""Years; no follow-up waits for longer."""


def _lead(value: DurationLike) -> Duration:
    lead = as_duration(value, "Duty.lead")
    if lead.total_months > 12 * _LONGEST or lead.days > 366 * _LONGEST:
        raise BadValue("Duty.lead", str(lead), f"must be at most {_LONGEST} years")
    return lead


def as_who(value: Iterable[str] | str | Unknown, field: str) -> tuple[str, ...] | Unknown:
    """Who owes something: the ids of parties or bodies, one or more; UNKNOWN."""
    if isinstance(value, Unknown):
        return value
    ids = (value,) if isinstance(value, str) else row(str, value, field)
    if not ids or len(set(ids)) < len(ids):
        raise BadValue(field, ids, "must give at least one id, and each once")
    return tuple(as_ident(one, field) for one in ids)


def _who(value: Iterable[str] | str | Unknown) -> tuple[str, ...] | Unknown:
    return as_who(value, "Duty.who")


def _first(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Duty.first")


def _last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Duty.last")


def _on_extension(value: OnExtension | str) -> OnExtension:
    return member(OnExtension, value, "Duty.on_extension")


@attrs.frozen
class Duty:
    """Something owed during the agreement (åtagande).

    Args:
        id: its id; it stands in keys.
        kind: follow-up, meeting or report.
        cadence: how often.
        who: the ids of those who convene it, or owe it; UNKNOWN where no paper says.
        calls: whether called meetings count or come on top.
        basis: what it rests on.
        lead: how long before its due day a follow-up opens.
        first: its own first day, from which its windows are counted; None: the agreement's.
            One before the agreement's moves what windows are counted from, and no more.
        last: its own last day; None: the agreement's, which only a tail may pass.
        on_extension: what becomes of it when the agreement is extended.
        text: the paper's words.
        source: the paper and the place.

    Raises:
        BadValue: for a last day before the first; for windows that are to begin anew with
            each extension, and do not tile from a first day; for a tail that is to heed
            extensions.
    """

    id: str = attrs.field(validator=is_ident)
    kind: DutyKind = attrs.field(converter=_kind)
    cadence: Cadence = attrs.field(converter=_cadence)
    who: tuple[str, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_who, kw_only=True)
    calls: Calls | Unknown = attrs.field(default=UNKNOWN, converter=_calls, kw_only=True)
    basis: Basis = attrs.field(default=Basis.AGREEMENT, converter=_basis, kw_only=True)
    lead: Duration = attrs.field(default=LEAD, converter=_lead, kw_only=True)
    first: Date | None = attrs.field(default=None, converter=_first, kw_only=True)
    last: Date | None = attrs.field(default=None, converter=_last, kw_only=True)
    on_extension: OnExtension = attrs.field(
        default=OnExtension.CONTINUE, converter=_on_extension, kw_only=True
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_order(self.first, self.last, "Duty.last")
        require_heed(self.cadence, self.on_extension, "Duty.on_extension")

    def windows(self, *periods: Period) -> tuple[Window, ...]:
        """Every instance of it in an agreement's periods, in order.

        Args:
            periods: the periods, each beginning the day after the one before.
        """
        return windows(
            self.cadence,
            *periods,
            first=self.first,
            last=self.last,
            on_extension=self.on_extension,
        )
