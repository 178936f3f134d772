"""Days, lengths and periods, and the date rules over them.

Pure, over ``pendulum.Date``. Two rules stand behind everything here:

* Calendar months are added to the **anchor** and clamped to the month's last day, never
  stepped from the previous result (lag (1930:173) § 1 says the same of statutory time).
* Both ends of a period are included.
"""

from __future__ import annotations

import datetime
import enum
import re
from calendar import monthrange
from collections.abc import Callable
from functools import cache
from typing import Final, Self, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import as_integer
from ioplife.errors import BadValue

DayLike: TypeAlias = str | datetime.date
"""A day as callers give it: ``YYYY-MM-DD``, a ``datetime.date`` or a ``pendulum.Date``."""

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999
FIRST_DAY: Final = Date(FIRST_YEAR, 1, 1)
LAST_DAY: Final = Date(LAST_YEAR, 12, 31)
LONGEST_MONTHS: Final = 12 * 1000
LONGEST_DAYS: Final = 366 * 1000

_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_ISO_DURATION = re.compile(
    r"P(?:(?P<years>\d{1,5})Y)?(?:(?P<months>\d{1,5})M)?"
    r"(?:(?P<weeks>\d{1,5})W)?(?:(?P<days>\d{1,6})D)?",
    re.ASCII,
)


def as_day(value: DayLike, field: str = "day") -> Date:
    """The one way in for a day.

    Args:
        value: ``YYYY-MM-DD`` text, a ``datetime.date`` or a ``pendulum.Date``.
        field: the name of the field, for the error.

    Raises:
        BadValue: for a datetime (which day it is hangs on a time zone), for any other
            text or type, for a day no calendar has, and for a year outside 1900-2999
            (a slip of the pen, or a stand-in for "no end": say ``open_ended`` instead).
    """
    if isinstance(value, datetime.datetime):
        raise BadValue(field, value, "must be a day without a time of day")
    if isinstance(value, str):
        if not _ISO_DAY.fullmatch(value):
            raise BadValue(field, value, "must be a day written YYYY-MM-DD")
        try:
            day = Date.fromisoformat(value)
        except ValueError:
            raise BadValue(field, value, "must be a day of the calendar") from None
    elif isinstance(value, Date):
        day = value
    elif isinstance(value, datetime.date):
        day = Date(value.year, value.month, value.day)
    else:
        raise BadValue(field, value, "must be a day written YYYY-MM-DD, or a date")
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise BadValue(field, value, f"must be a day of the years {FIRST_YEAR}-{LAST_YEAR}")
    return day


def next_day(day: Date) -> Date:
    """The day after."""
    return Date.fromordinal(day.toordinal() + 1)


def day_before(day: Date) -> Date:
    """The day before."""
    return Date.fromordinal(day.toordinal() - 1)


def month_end(day: Date) -> Date:
    """The last day of the day's month."""
    return Date(day.year, day.month, monthrange(day.year, day.month)[1])


def days_between(earlier: Date, later: Date) -> int:
    """How many days ``later`` lies after ``earlier``; negative when before."""
    return later.toordinal() - earlier.toordinal()


@cache
def _month_length(year: int, month: int) -> int:
    return monthrange(year, month)[1]


def _plus_months(day: Date, months: int) -> Date:
    """Calendar months after the day, clamped to the last day of the month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return Date(year, month + 1, min(day.day, _month_length(year, month + 1)))


def _part(_instance: object, attribute: attrs.Attribute[int], value: object) -> None:
    field = f"Duration.{attribute.name}"
    if as_integer(value, field) < 0:
        raise BadValue(field, value, "must not be negative")


@attrs.frozen(order=False)
class Duration:
    """A calendar length (ISO 8601, ``P2Y``, ``P6M``, ``P30D``); years first, days last.

    Args:
        years: calendar years, 0 or more.
        months: calendar months, 0 or more.
        days: days, 0 or more.

    Two durations are equal when their parts are: ``P12M`` and ``P1Y`` are the same
    length and different values.

    Raises:
        BadValue: for a part that is no whole number or negative, and for more than
            1000 years.
    """

    years: int = attrs.field(default=0, validator=_part)
    months: int = attrs.field(default=0, validator=_part)
    days: int = attrs.field(default=0, validator=_part)

    def __attrs_post_init__(self) -> None:
        if self.total_months > LONGEST_MONTHS or self.days > LONGEST_DAYS:
            raise BadValue("Duration", str(self), "must be at most 1000 years")

    @classmethod
    def parse(cls, text: str, field: str = "Duration") -> Self:
        """Read ISO 8601 text: ``P2Y``, ``P1Y6M``, ``P2W``, ``P30D``; no time, no sign.

        Raises:
            BadValue: for anything else.
        """
        rule = "must be an ISO 8601 length of years, months, weeks and days, like P6M"
        if not isinstance(text, str):
            raise BadValue(field, text, rule)
        match = _ISO_DURATION.fullmatch(text)
        if match is None or not any(match.groups()):
            raise BadValue(field, text, rule)
        parts = {name: int(number or 0) for name, number in match.groupdict().items()}
        try:
            return cls(parts["years"], parts["months"], parts["weeks"] * 7 + parts["days"])
        except BadValue as error:
            raise BadValue(field, text, error.rule) from None

    @property
    def total_months(self) -> int:
        """Years and months together, in months."""
        return self.years * 12 + self.months

    def plus(self, other: Self, times: int = 1) -> Self:
        """This length and ``times`` of another, part by part: all of it counts from one anchor."""
        return type(self)(
            self.years + other.years * times,
            self.months + other.months * times,
            self.days + other.days * times,
        )

    @property
    def is_zero(self) -> bool:
        """Whether it has no length at all."""
        return not (self.years or self.months or self.days)

    def after(self, day: DayLike, times: int = 1) -> Date:
        """The day ``times`` of this length after ``day``, counted from ``day`` at once.

        Months are added first and clamped to the month's last day, then days:
        ``P1M`` after 2024-01-31 is 2024-02-29, and twice ``P1M`` is 2024-03-31.

        Raises:
            BadValue: when the result lies beyond the calendar.
        """
        anchor = as_day(day)
        count = as_integer(times, "times")
        try:
            shifted = _plus_months(anchor, self.total_months * count)
            return Date.fromordinal(shifted.toordinal() + self.days * count)
        except (ValueError, OverflowError):
            raise BadValue("times", times, "must lead to a day of the calendar") from None

    def latest(self, end: DayLike) -> Date:
        """The last day from which this length still fits before or on ``end``.

        That is max{D : D + length <= end}, never plain subtraction: six months before
        2026-09-30 is 2026-03-31, for six months from it end on 2026-09-30.
        """
        day = as_day(end)  # outside: a BadValue is a ValueError too
        try:
            return self._latest(day)
        except ValueError:
            raise BadValue("end", str(day), "must leave room for the length before it") from None

    def latest_or_first(self, end: Date) -> Date:
        """As ``latest``; the first day there is where the length does not fit before the end."""
        try:
            return max(self._latest(end), FIRST_DAY)
        except ValueError:
            return FIRST_DAY

    def reaching(self, day: Date) -> Date:
        """The first day from which this length reaches ``day``: min{D : D + length >= day}.

        Not before the first day there is.
        """
        try:
            return max(next_day(self._latest(day_before(day))), FIRST_DAY)
        except ValueError:
            return FIRST_DAY

    def _latest(self, end: Date) -> Date:
        """As ``latest``; ValueError where the length does not fit."""
        last = Date.fromordinal(end.toordinal() - self.days)
        if not self.total_months:
            return last
        first = _plus_months(Date(last.year, last.month, 1), -self.total_months)
        length = _month_length(first.year, first.month)
        whole = last == month_end(last)
        return Date(first.year, first.month, length if whole else min(last.day, length))

    def __str__(self) -> str:
        parts = ((self.years, "Y"), (self.months, "M"), (self.days, "D"))
        return "P" + ("".join(f"{n}{unit}" for n, unit in parts if n) or "0D")


def whole_months(first: Date, last: Date) -> int | None:
    """How many whole months from ``first`` end on ``last``; None where none do.

    2021-10-01 to 2023-09-30 are 24: that many months from the first day, less a day.
    """
    after = next_day(last)
    months = (after.year - first.year) * 12 + after.month - first.month
    return months if months > 0 and _plus_months(first, months) == after else None


DurationLike: TypeAlias = str | Duration
"""A length as callers give it: a ``Duration`` or its ISO 8601 text."""


def as_duration(value: DurationLike, field: str = "length") -> Duration:
    """The one way in for a length.

    Raises:
        BadValue: for anything but a Duration or its text.
    """
    return value if isinstance(value, Duration) else Duration.parse(value, field)


def as_positive_duration(value: DurationLike, field: str = "length") -> Duration:
    """A length of a day or more, as every clause needs.

    Raises:
        BadValue: for anything but a Duration or its text, and for no length at all.
    """
    duration = as_duration(value, field)
    if duration.is_zero:
        raise BadValue(field, str(duration), "must be longer than nothing")
    return duration


def _first(value: DayLike) -> Date:
    return as_day(value, "Period.first")


def _last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Period.last")


@attrs.frozen
class Period:
    """A stretch of days, both ends included; open-ended where ``last`` is None.

    Args:
        first: the first day.
        last: the last day, included, or None.

    Raises:
        BadValue: when the first day is after the last.
    """

    first: Date = attrs.field(converter=_first)
    last: Date | None = attrs.field(converter=_last, default=None)

    def __attrs_post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            rule = f"must not be before the first day, {self.first}"
            raise BadValue("Period.last", self.last.isoformat(), rule)

    @classmethod
    def of(cls, first: DayLike, length: DurationLike) -> Self:
        """The period of that length from ``first``: it ends the day before the anniversary.

        2021-10-01 and two years give 2023-09-30. A leap day's anniversary is clamped:
        2024-02-29 and a year give 2025-02-27, so that periods tile.

        Raises:
            BadValue: for a day, or a length, that is none; for no length at all.
        """
        start = as_day(first, "Period.first")
        duration = as_positive_duration(length, "Period.length")
        return cls(start, day_before(duration.after(start)))

    @property
    def days(self) -> int | None:
        """How many days, both ends counted; None where open-ended."""
        return None if self.last is None else days_between(self.first, self.last) + 1

    def __contains__(self, day: DayLike) -> bool:
        asked = as_day(day)
        return self.first <= asked and (self.last is None or asked <= self.last)

    def __str__(self) -> str:
        return f"{self.first}..{self.last or ''}"


class Precision(enum.StrEnum):
    """How exactly a paper says a day."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"


# --- time set by law -----------------------------------------------------------------------

IsWorkingDay: TypeAlias = Callable[[Date], bool]
"""Whether a day is a working day (vardag), not a Saturday, a public holiday or one of the three
eves of lag (1930:173) § 2; ``ioplife.workdays`` has one for Sweden."""


def as_working_days(value: object) -> IsWorkingDay | None:
    """Read what tells working days, or None; anything else is a BadValue, before it is asked."""
    if value is not None and not callable(value):
        raise BadValue("is_working_day", value, "must be a function of a day")
    return value


APPEAL: Final = Duration(days=21)
"""Three weeks from the day of the announcement (KL 13:5)."""

ADJUSTMENT: Final = Duration(days=14)
"""The minutes are adjusted fourteen days after the meeting at the latest (KL 5:69)."""

ANNOUNCEMENT: Final = Duration(days=2)
"""That is announced the second day after the adjustment at the latest (KL 8:12)."""

LONGEST_ROLL: Final = 5
"""Days; no stretch of Swedish days that are no working days is longer."""

_MONTH: Final = 31


def roll(day: DayLike, is_working_day: IsWorkingDay) -> Date:
    """The next working day, the day itself where it is one (lag (1930:173) § 2).

    For time set by law alone: the days of a contract stay where they are, unless it says
    otherwise.

    Args:
        day: the last day as counted.
        is_working_day: whether a day is a working day.

    Raises:
        BadValue: where no day for a month is a working day.
    """
    return _roll(as_day(day), is_working_day)


def _roll(day: Date, is_working_day: IsWorkingDay) -> Date:
    """As ``roll``, for a day worked out; past the years that are taken no day is asked about."""
    for later in range(_MONTH):
        rolled = Date.fromordinal(day.toordinal() + later)
        if rolled > LAST_DAY or is_working_day(rolled):
            return rolled
    raise BadValue("is_working_day", str(day), "must have a working day within a month")


def appeal_ends(announced: DayLike, is_working_day: IsWorkingDay) -> Date:
    """The last day to appeal a decision whose adjusted minutes were announced that day.

    Three weeks from the announcement (KL 13:5), rolled by lag (1930:173) § 2. The decision
    is final (laga kraft) the day after, if the announcement was up all the time.
    """
    return _roll(APPEAL.after(announced), is_working_day)


def adjusted_by(meeting: DayLike, is_working_day: IsWorkingDay) -> Date:
    """The last day to adjust the minutes of a meeting (KL 5:69), rolled as above."""
    return _roll(ADJUSTMENT.after(meeting), is_working_day)


def announced_by(adjusted: DayLike, is_working_day: IsWorkingDay) -> Date:
    """The last day to announce that the minutes are adjusted (KL 8:12), rolled as above."""
    return _roll(ANNOUNCEMENT.after(adjusted), is_working_day)
