"""What is owed, and when: duties, their cadences, and the windows these give a period.

From the terms alone: a window does not know what has happened. Worked out once per duty and
period.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import count
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Absent, Unknown
from ioplife.checks import as_ident, is_flag, is_ident, is_text, is_whole, member, row
from ioplife.dates import (
    Duration,
    DurationLike,
    Period,
    as_duration,
    as_positive_duration,
    day_before,
    month_end,
    next_day,
)
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

LEAD: Final = Duration(months=3)
"""How long before its due day a follow-up opens (ioplife default, unverified)."""

FORESEEN: Final = Duration(years=50)
"""How far the windows of an open-ended agreement are worked out."""


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


@attrs.frozen
class Window:
    """One instance of a duty, from the terms alone.

    Attributes:
        ordinal: its number, from 1.
        first: the first day on which it may be done.
        last: the last day, included; overdue the day after.
        due: the day it is due.
    """

    ordinal: int
    first: Date
    last: Date
    due: Date


def _times(value: int) -> int:
    return is_whole(value, "PerWindow.times", 1)


def _every(value: DurationLike) -> Duration:
    length = as_positive_duration(value, "PerWindow.every")
    if length.days:
        raise BadValue("PerWindow.every", str(length), "must be whole months or years")
    return length


@attrs.frozen
class PerWindow:
    """So many times in each window of the period ("minst 1 gång/år", "en gång i kvartalet").

    Windows tile from the first day; with ``calendar`` from the first of January. The k-th
    of n is due ⌊k·M/n⌋ months into the window, less a day, M the window's months; months are
    counted from where the windows tile from, so that the last of n is due as its window ends.

    Args:
        times: how many times in each window, 1 or more.
        every: the window's length, in whole months or years.
        calendar: whether the windows are those of the calendar.

    Raises:
        BadValue: for more times than the window has months, or a calendar window that
            does not divide the year.
    """

    times: int = attrs.field(converter=_times)
    every: Duration = attrs.field(converter=_every)
    calendar: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    def __attrs_post_init__(self) -> None:
        months = self.every.total_months
        if self.times > months:
            rule = f"must be at most the window's {months} months"
            raise BadValue("PerWindow.times", self.times, rule)
        if self.calendar and 12 % months:
            raise BadValue("PerWindow.every", str(self.every), "must divide the calendar year")

    def windows(self, period: Period) -> Iterator[Window]:
        """Each instance in a period with a last day."""
        assert period.last is not None  # the caller bounds the period  # noqa: S101
        anchor = Date(period.first.year, 1, 1) if self.calendar else period.first
        size, ordinal, month = self.every.total_months, 0, Duration(months=1)
        for before in count(0, size):
            begins = month.after(anchor, before)
            if begins > period.last:
                return
            ends = min(day_before(month.after(anchor, before + size)), period.last)
            if ends < period.first:
                continue
            first = max(begins, period.first)
            for k in range(1, self.times + 1):
                part = month.after(anchor, before + (k - 1) * size // self.times)
                due = day_before(month.after(anchor, before + k * size // self.times))
                if part <= period.last and due >= period.first:
                    ordinal += 1
                    yield Window(ordinal, first, ends, min(due, period.last))


def _months(values: Iterable[int]) -> tuple[int, ...]:
    found = row(int, values, "InMonths.months")
    for month in found:
        if isinstance(month, bool) or not 1 <= month <= 12:  # noqa: PLR2004 - the calendar
            raise BadValue("InMonths.months", month, "must be a month, 1 to 12")
    if not found or len(set(found)) < len(found):
        raise BadValue("InMonths.months", found, "must give at least one month, and each once")
    return tuple(sorted(found))


@attrs.frozen
class InMonths:
    """In these months of each calendar year ("i juli månad").

    The window is the month; only months wholly inside the period count, and each is due on
    its last day.

    Args:
        months: the months, 1 to 12.
    """

    months: tuple[int, ...] = attrs.field(converter=_months)

    def windows(self, period: Period) -> Iterator[Window]:
        """Each instance in a period with a last day."""
        assert period.last is not None  # the caller bounds the period  # noqa: S101
        ordinal = 0
        for year in range(period.first.year, period.last.year + 1):
            for month in self.months:
                first = Date(year, month, 1)
                last = month_end(first)
                if first >= period.first and last <= period.last:
                    ordinal += 1
                    yield Window(ordinal, first, last, last)


def _spans(values: Iterable[Period]) -> tuple[Period, ...]:
    found = row(Period, values, "Fixed.spans")
    if not found or any(span.last is None for span in found):
        raise BadValue("Fixed.spans", found, "must be at least one, each with a last day")
    return tuple(sorted(found, key=lambda span: span.first))


@attrs.frozen
class Fixed:
    """In these stretches of days, each due on its last ("i november 2018").

    A stretch wholly outside the period vanishes; its first and last day cut one that runs
    past them.

    Args:
        spans: the stretches, both ends included.
        tail: whether they may lie after the last day, as a final report does.
    """

    spans: tuple[Period, ...] = attrs.field(converter=_spans)
    tail: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    def windows(self, period: Period) -> Iterator[Window]:
        """Each instance in a period with a last day."""
        assert period.last is not None  # the caller bounds the period  # noqa: S101
        for ordinal, span in enumerate(self.spans, 1):
            assert span.last is not None  # the constructor says so  # noqa: S101
            if self.tail:
                yield Window(ordinal, span.first, span.last, span.last)
            elif span.first <= period.last and span.last >= period.first:
                last = min(span.last, period.last)
                yield Window(ordinal, max(span.first, period.first), last, last)


Cadence: TypeAlias = PerWindow | InMonths | Fixed
"""How often something is owed."""


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
    if isinstance(value, PerWindow | InMonths | Fixed):
        return value
    raise BadValue("Duty.cadence", value, "must be PerWindow, InMonths or Fixed")


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
        text: the paper's words.
        source: the paper and the place.
    """

    id: str = attrs.field(validator=is_ident)
    kind: DutyKind = attrs.field(converter=_kind)
    cadence: Cadence = attrs.field(converter=_cadence)
    who: tuple[str, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_who, kw_only=True)
    calls: Calls | Unknown = attrs.field(default=UNKNOWN, converter=_calls, kw_only=True)
    basis: Basis = attrs.field(default=Basis.AGREEMENT, converter=_basis, kw_only=True)
    lead: Duration = attrs.field(default=LEAD, converter=_lead, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _horizon(value: DurationLike) -> Duration:
    return as_positive_duration(value, "Horizon.length")


@attrs.frozen
class Horizon:
    """When an effect is to be seen, counted from the first day ("tidshorisont 6 mån").

    Args:
        length: the time.
        beyond: whether the paper says *more than* that time (">2 år"): then the first day
            after it.
    """

    length: Duration = attrs.field(converter=_horizon)
    beyond: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    def day(self, first: Date) -> Date:
        """The day from which the effect can be assessed."""
        reached = self.length.after(first)
        return next_day(reached) if self.beyond else reached


def _when(value: Horizon | Absent | Unknown) -> Horizon | Absent | Unknown:
    if isinstance(value, Horizon | Absent | Unknown):
        return value
    raise BadValue("Goal.horizon", value, "must be a Horizon, Absent or UNKNOWN")


def _goal_basis(value: Basis | str) -> Basis:
    return member(Basis, value, "Goal.basis")


@attrs.frozen
class Goal:
    """An effect the parties mean to reach, and when it is to be seen (effektmål).

    Its horizon may lie beyond the last day; it can be assessed after the end.

    Args:
        id: its id; it stands in keys.
        horizon: when the effect is to be seen; Absent where the paper sets no time.
        basis: what it rests on.
        text: the paper's words.
        source: the paper and the place.
    """

    id: str = attrs.field(validator=is_ident)
    horizon: Horizon | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_when)
    basis: Basis = attrs.field(default=Basis.AGREEMENT, converter=_goal_basis, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


@lru_cache(maxsize=4096)
def windows(cadence: Cadence, period: Period) -> tuple[Window, ...]:
    """Every instance of a cadence in a period, in order.

    An open-ended period is worked out fifty years ahead.
    """
    if period.last is None:
        period = Period.of(period.first, FORESEEN)
    return tuple(cadence.windows(period))
