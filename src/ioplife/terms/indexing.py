"""How what is paid follows an index."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import count, takewhile
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import as_ident, is_named, is_text, is_whole, member, row
from ioplife.dates import LAST_DAY, DayLike, Duration, as_day
from ioplife.duties import require_order
from ioplife.errors import BadValue
from ioplife.indices import PercentLike, as_percent
from ioplife.sources import Source, is_source
from ioplife.terms.stated import AmountLike, as_amount

_WHOLE: Final = Decimal(100)
_LONGEST_LAG: Final = 10
_YEAR: Final = 12


class Steps(enum.StrEnum):
    """When what is paid takes a step with its index."""

    ANNIVERSARY = "anniversary"
    """On the clause's first day, and on each of its anniversaries."""
    RENEWAL = "renewal"
    """On the first day of each period that follows the first, from the clause's first day on."""


class Way(enum.StrEnum):
    """Which way an amount is rounded."""

    HALF_UP = "half_up"
    """To the nearest; of two that are equally near, up."""
    DOWN = "down"
    UP = "up"


class Rounds(enum.StrEnum):
    """What is rounded: each payment, or what is paid a year."""

    PAYMENT = "payment"
    YEAR = "year"


def _to(value: AmountLike) -> Decimal:
    amount = as_amount(value, "Rounding.to")
    if amount not in _UNITS:
        known = ", ".join(format(one, "f") for one in _UNITS)
        raise BadValue("Rounding.to", value, f"must be one of {known} SEK")
    return amount


_UNITS: Final = tuple(map(Decimal, ("0.01", "0.1", "1", "10", "100", "1000", "10000")))


def _way(value: Way | str) -> Way:
    return member(Way, value, "Rounding.way")


def _rounds(value: Rounds | str) -> Rounds:
    return member(Rounds, value, "Rounding.each")


@attrs.frozen
class Rounding:
    """How an amount that an index has changed is rounded (avrundning).

    Args:
        to: to whole multiples of so much: the krona, 100 SEK, an öre (``"0.01"``).
        way: to the nearest, half up; down; up.
        each: each payment, or what is paid a year before it is shared between the payments.
    """

    to: Decimal = attrs.field(default=Decimal(1), converter=_to)
    way: Way = attrs.field(default=Way.HALF_UP, converter=_way, kw_only=True)
    each: Rounds = attrs.field(default=Rounds.PAYMENT, converter=_rounds, kw_only=True)


KRONA: Final = Rounding()
"""To the krona, half up, at the payment (ioplife default, unverified)."""


def _first(value: DayLike) -> Date:
    return as_day(value, "IndexClause.first")


def _last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "IndexClause.last")


def _share(value: PercentLike) -> Decimal:
    share = as_percent(value, "IndexClause.share")
    if not 0 < share <= _WHOLE:
        raise BadValue("IndexClause.share", value, "must be percent, more than 0 and at most 100")
    return share


def _lag(value: int) -> int:
    if is_whole(value, "IndexClause.lag", 0) > _LONGEST_LAG:
        raise BadValue("IndexClause.lag", value, f"must be at most {_LONGEST_LAG} years")
    return value


def _rounding(value: Rounding) -> Rounding:
    if isinstance(value, Rounding):
        return value
    raise BadValue("IndexClause.rounding", value, "must be a Rounding")


def _steps(value: Steps | str) -> Steps:
    return member(Steps, value, "IndexClause.steps_on")


def _of(value: Iterable[str] | str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    ids = (value,) if isinstance(value, str) else row(str, value, "IndexClause.of")
    if not ids or len(set(ids)) < len(ids):
        raise BadValue("IndexClause.of", ids, "must give at least one id, and each once")
    return tuple(as_ident(one, "IndexClause.of") for one in ids)


def _vintage(value: int | None) -> int | None:
    if value is None:
        return None
    if is_whole(value, "IndexClause.vintage", 1) > _YEAR:
        raise BadValue("IndexClause.vintage", value, "must be a month, 1 to 12")
    return value


def _true_up(value: bool | Unknown) -> bool | Unknown:  # noqa: FBT001 - a converter's one argument
    if isinstance(value, bool | Unknown):
        return value
    raise BadValue("IndexClause.true_up", value, "must be true, false or UNKNOWN")


@attrs.frozen
class IndexClause:
    """That what is paid follows an index, a step a year (uppräkning).

    Args:
        index: the index's name ("OPI").
        first: the day of the first step; the others follow on its anniversaries.
        of: the ids of the disbursements that follow it; None: all of them.
        share: how much of the index's change counts, in percent ("80 % av AKI").
        lag: so many years before that of the step is the year whose value counts.
        vintage: the month of the forecast that counts ("PKV från oktober"): the last such
            month that is over before the step (ioplife default, unverified). None: the latest
            value published.
        rounding: how an amount that it has changed is rounded.
        steps_on: on anniversaries of the first day, or as each new period begins.
        last: the last day on which it takes a step; None: it goes on.
        true_up: whether a payment that was made by a preliminary value is settled when the
            definitive one comes. False: what was known on the last day for the payment
            stands. UNKNOWN where no paper says: the amount is then told by the latest value.
        text: the paper's words.
        source: the paper and the place.

    Raises:
        BadValue: for a share of nothing or of more than the whole; for a last day before the
            first.
    """

    index: str = attrs.field(validator=is_named)
    first: Date = attrs.field(converter=_first)
    of: tuple[str, ...] | None = attrs.field(default=None, converter=_of, kw_only=True)
    share: Decimal = attrs.field(default=_WHOLE, converter=_share, kw_only=True)
    lag: int = attrs.field(default=0, converter=_lag, kw_only=True)
    vintage: int | None = attrs.field(default=None, converter=_vintage, kw_only=True)
    rounding: Rounding = attrs.field(default=KRONA, converter=_rounding, kw_only=True)
    steps_on: Steps = attrs.field(default=Steps.ANNIVERSARY, converter=_steps, kw_only=True)
    last: Date | None = attrs.field(default=None, converter=_last, kw_only=True)
    true_up: bool | Unknown = attrs.field(default=UNKNOWN, converter=_true_up, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_order(self.first, self.last, "IndexClause.last")

    def steps(self, until: Date, renewals: Iterable[Date] = ()) -> Iterator[Date]:
        """The days of its steps up to a day, that day included.

        Args:
            until: the day.
            renewals: the first days of the periods that follow the first, in order.
        """
        if self.last is not None:
            until = min(until, self.last)
        days = (
            (day for day in renewals if day >= self.first)
            if self.steps_on is Steps.RENEWAL
            else map(self._step, count())
        )
        return takewhile(lambda day: day <= until, days)

    def next_step(self, on: Date, renewals: Iterable[Date] = ()) -> Date | None:
        """The first step on or after a day; None where there is none in the calendar."""
        until = LAST_DAY if self.last is None else self.last
        if self.steps_on is Steps.RENEWAL:
            days: Iterable[Date] = (day for day in renewals if day >= self.first)
        else:
            years = max(on.year - self.first.year, 0)
            days = map(self._step, (years, years + 1))
        return next((day for day in days if on <= day <= until), None)

    def _step(self, years: int) -> Date:
        return Duration(years=years).after(self.first)

    def year_of(self, step: Date) -> int:
        """The calendar year whose value counts in a step."""
        return step.year - self.lag

    def forecast_of(self, step: Date) -> str | None:
        """The month whose forecast counts in a step (``2023-10``); None: the latest value."""
        if self.vintage is None:
            return None
        return f"{step.year - (self.vintage >= step.month)}-{self.vintage:02}"

    def agrees_with(self, other: IndexClause) -> bool:
        """Whether two clauses say the same, or of different things or times."""
        return self.said == other.said or self.beside(other)

    def beside(self, other: IndexClause) -> bool:
        """Whether two clauses can both hold: of different things, or at different times."""
        early, late = sorted((self, other), key=lambda one: one.first)
        ended = early.last is not None and early.last < late.first
        return ended or not _common(self.of, other.of)

    @property
    def said(self) -> IndexClause:
        """The clause without its words and its place."""
        return attrs.evolve(self, text="", source=None)


def disagreeing(clauses: Sequence[IndexClause]) -> tuple[IndexClause, ...]:
    """The clauses that disagree with another of them; none where all can hold."""
    return tuple(one for one in clauses if not all(one.agrees_with(other) for other in clauses))


def _common(one: tuple[str, ...] | None, other: tuple[str, ...] | None) -> bool:
    return one is None or other is None or not set(one).isdisjoint(other)
