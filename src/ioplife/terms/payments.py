"""When the public party pays, and how the amount follows an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, takewhile
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import as_ident, is_named, is_text, row
from ioplife.dates import LAST_DAY, DayLike, Duration, as_day
from ioplife.duties import InMonths, as_who
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source

PAYMENT: Final = "payment"
"""The id by which events and keys name the payments of a plan without a label."""


def _cadence(value: InMonths) -> InMonths:
    if isinstance(value, InMonths):
        return value
    raise BadValue("PaymentPlan.cadence", value, "must be InMonths")


def _label(value: str) -> str:
    if value == "":
        return value
    if ":" in as_ident(value, "PaymentPlan.label"):
        raise BadValue("PaymentPlan.label", value, "must be an id without a prefix")
    return value


def _pays(value: Iterable[str] | str | None) -> tuple[str, ...] | None:
    if value is None:
        return None
    ids = (value,) if isinstance(value, str) else row(str, value, "PaymentPlan.pays")
    if not ids or len(set(ids)) < len(ids):
        raise BadValue("PaymentPlan.pays", ids, "must give at least one id, and each once")
    return tuple(as_ident(one, "PaymentPlan.pays") for one in ids)


def _who(value: Iterable[str] | str | Unknown) -> tuple[str, ...] | Unknown:
    return as_who(value, "PaymentPlan.who")


@attrs.frozen
class PaymentPlan:
    """When what is disbursed is paid ("en gång per år i juli månad").

    What is paid in a year is shared evenly between its months, to the krona.

    Args:
        cadence: the months in which it is paid.
        label: what tells it from other plans, where there are several ("hyra"); it stands in
            keys.
        pays: the ids of the disbursements that it pays; None: all of them.
        who: the ids of those who pay; UNKNOWN where no paper says.
        text: the paper's words.
        source: the paper and the place.
    """

    cadence: InMonths = attrs.field(converter=_cadence)
    label: str = attrs.field(default="", converter=_label, kw_only=True)
    pays: tuple[str, ...] | None = attrs.field(default=None, converter=_pays, kw_only=True)
    who: tuple[str, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_who, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    @property
    def id(self) -> str:
        """The id by which events and keys name its payments: ``payment``, or with its label."""
        return f"{PAYMENT}:{self.label}" if self.label else PAYMENT


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
