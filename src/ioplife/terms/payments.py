"""When the public party pays, and how the amount follows an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_named, is_text
from ioplife.dates import LAST_DAY, DayLike, Duration, as_day
from ioplife.duties import InMonths, as_who
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

PAYMENT: Final = "payment"
"""The id by which events and keys name a payment."""


def _cadence(value: InMonths) -> InMonths:
    if isinstance(value, InMonths):
        return value
    raise BadValue("PaymentPlan.cadence", value, "must be InMonths")


def _who(value: Iterable[str] | str | Unknown) -> tuple[str, ...] | Unknown:
    return as_who(value, "PaymentPlan.who")


@attrs.frozen
class PaymentPlan:
    """When what is disbursed is paid ("en gång per år i juli månad").

    What is paid in a year is shared evenly between its months, to the krona.

    Args:
        cadence: the months in which it is paid.
        who: the ids of those who pay; UNKNOWN where no paper says.
        text: the paper's words.
        source: the paper and the place.
    """

    cadence: InMonths = attrs.field(converter=_cadence)
    who: tuple[str, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_who, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _first(value: DayLike) -> Date:
    return as_day(value, "IndexClause.first")


@attrs.frozen
class IndexClause:
    """That what is paid follows an index, a step a year (uppräkning).

    Args:
        index: the index's name ("OPI").
        first: the day of the first step; the others follow on its anniversaries.
        text: the paper's words.
        source: the paper and the place.
    """

    index: str = attrs.field(validator=is_named)
    first: Date = attrs.field(converter=_first)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def steps(self, until: Date) -> Iterator[Date]:
        """The days of its steps up to a day, that day included, counted from the first."""
        return takewhile(lambda day: day <= until, map(self._step, count()))

    def next_step(self, on: Date) -> Date | None:
        """The first step on or after a day; None where there is none in the calendar."""
        years = max(on.year - self.first.year, 0)
        steps = map(self._step, (years, years + 1))
        return next((day for day in steps if on <= day <= LAST_DAY), None)

    def _step(self, years: int) -> Date:
        return Duration(years=years).after(self.first)
