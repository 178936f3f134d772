"""When what is disbursed is paid, and what each payment pays for."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import as_ident, is_text, member, row
from ioplife.dates import LAST_DAY, DayLike, Period, as_day, day_before, month_end
from ioplife.duties import (
    FORESEEN,
    Every,
    Fixed,
    InMonths,
    OnExtension,
    PerWindow,
    Stub,
    Window,
    as_who,
    require_order,
    windows,
)
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source
from ioplife.terms.instalments import End, Instalment, Part, Tiling, Windows, numbered, tiled
from ioplife.terms.paydays import (
    YEAR,
    FirstDays,
    OnDay,
    PayCadence,
    as_pay_cadence,
)

PAYMENT: Final = "payment"
"""The id by which events and keys name the payments of a plan without a label."""


class Timing(enum.StrEnum):
    """Whether a payment is for what is to come or for what has been."""

    ADVANCE = "advance"
    """In advance (i förskott): for the span that begins nearest."""
    ARREARS = "arrears"
    """In arrears (i efterskott): for the span that is over."""


class CountedIn(enum.StrEnum):
    """How the part of a span is told that money is paid for, or paid back for."""

    DAYS = "days"
    """So many days of the days the span has."""
    MONTHS = "months"
    """So many months of the months the span has; a month that is begun counts whole."""


def _cadence(value: PayCadence) -> PayCadence:
    return as_pay_cadence(value, "PaymentPlan.cadence")


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


def _timing(value: Timing | str | Unknown) -> Timing | Unknown:
    return value if isinstance(value, Unknown) else member(Timing, value, "PaymentPlan.timing")


def _calendar(value: bool | None) -> bool | None:  # noqa: FBT001 - a converter's one argument
    if value is None or isinstance(value, bool):
        return value
    raise BadValue("PaymentPlan.calendar", value, "must be true, false or None")


def _stub(value: Stub | str | Unknown) -> Stub | Unknown:
    return value if isinstance(value, Unknown) else member(Stub, value, "PaymentPlan.stub")


def _by(value: CountedIn | str | Unknown) -> CountedIn | Unknown:
    return value if isinstance(value, Unknown) else member(CountedIn, value, "PaymentPlan.by")


def _who(value: Iterable[str] | str | Unknown) -> tuple[str, ...] | Unknown:
    return as_who(value, "PaymentPlan.who")


def _first(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "PaymentPlan.first")


def _last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "PaymentPlan.last")


def _on_extension(value: OnExtension | str) -> OnExtension:
    return member(OnExtension, value, "PaymentPlan.on_extension")


@attrs.frozen
class PaymentPlan:
    """When what is disbursed is paid ("en gång per år i juli månad").

    What is paid in a year is shared evenly between its payments, to the krona.

    Where it is paid in advance or in arrears, or so many times in each window of time, each
    payment pays for a **span** of days. In months, and on days of months, the spans are as
    many equal parts of a year as there are months; the first of its months pays for the one
    that begins nearest (in advance), or the latest that is over (in arrears), and the others
    follow in turn. (ioplife default, unverified.) Where nothing says it, a payment pays for no
    span that can be told, and only what lies wholly within the period is paid.

    Args:
        cadence: when it is paid.
        label: what tells it from other plans, where there are several ("hyra"); it stands in
            keys.
        pays: the ids of the disbursements that it pays; None: all of them.
        timing: in advance or in arrears; UNKNOWN where no paper says.
        calendar: whether the spans that months pay for are those of the calendar year; else
            they tile from the plan's first day. None: from the first day, if it is the first
            of a month and its spans begin (in arrears: or end) with the plan's months; else
            those of the calendar.
        stub: what becomes of a span that the first or the last day cuts: paid whole, not
            paid, or paid in part; UNKNOWN where no paper says, and then nobody can tell how
            much.
        by: how the part is told, where a cut span is paid in part.
        who: the ids of those who pay; UNKNOWN where no paper says.
        first: its own first day; None: the agreement's.
        last: its own last day; None: the agreement's.
        on_extension: what becomes of it when the agreement is extended.
        text: the paper's words.
        source: the paper and the place.

    Raises:
        BadValue: for a last day before the first; for a timing, or something that becomes of
            a cut span, where the cadence has no spans; for a part that is told of what is not
            paid in part; for spans that are to begin anew with each extension, and do not tile
            from a first day.
    """

    cadence: PayCadence = attrs.field(converter=_cadence)
    label: str = attrs.field(default="", converter=_label, kw_only=True)
    pays: tuple[str, ...] | None = attrs.field(default=None, converter=_pays, kw_only=True)
    timing: Timing | Unknown = attrs.field(default=UNKNOWN, converter=_timing, kw_only=True)
    calendar: bool | None = attrs.field(default=None, converter=_calendar, kw_only=True)
    stub: Stub | Unknown = attrs.field(default=UNKNOWN, converter=_stub, kw_only=True)
    by: CountedIn | Unknown = attrs.field(default=UNKNOWN, converter=_by, kw_only=True)
    who: tuple[str, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_who, kw_only=True)
    first: Date | None = attrs.field(default=None, converter=_first, kw_only=True)
    last: Date | None = attrs.field(default=None, converter=_last, kw_only=True)
    on_extension: OnExtension = attrs.field(
        default=OnExtension.CONTINUE, converter=_on_extension, kw_only=True
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def __attrs_post_init__(self) -> None:
        cadence = self.cadence
        in_months = isinstance(cadence, InMonths | OnDay)
        if not isinstance(self.timing, Unknown) and not (
            in_months or isinstance(cadence, FirstDays | PerWindow)
        ):
            rule = "must be left out: what it is paid for cannot be told of this cadence"
            raise BadValue("PaymentPlan.timing", self.timing.value, rule)
        if self.calendar is not None and not (in_months and self.spans):
            rule = "must be left out but of months that pay in advance or in arrears"
            raise BadValue("PaymentPlan.calendar", self.calendar, rule)
        self._require_stub()
        require_order(self.first, self.last, "PaymentPlan.last")
        self._require_heed()

    def _require_stub(self) -> None:
        own = getattr(self.cadence, "stub", Stub.KEEP)
        if not isinstance(self.stub, Unknown):
            if not self.spans:
                rule = "must be left out: what a payment pays for cannot be told"
                raise BadValue("PaymentPlan.stub", self.stub.value, rule)
            if own not in (Stub.KEEP, self.stub):
                rule = f"must be {own}, as its cadence says"
                raise BadValue("PaymentPlan.stub", self.stub.value, rule)
        if not isinstance(self.by, Unknown) and self.becomes is not Stub.PRORATE:
            rule = "must be left out but where a cut span is paid in part"
            raise BadValue("PaymentPlan.by", self.by.value, rule)

    def _require_heed(self) -> None:
        value = self.on_extension
        if self.cadence.tail and value is not OnExtension.CONTINUE:
            rule = "must be continue: a tail follows no period"
            raise BadValue("PaymentPlan.on_extension", value.value, rule)
        tiles = self.cadence.tiles or self.calendar is False
        if value is OnExtension.RESTART and not tiles:
            rule = "must be continue or stop: the windows do not tile from a first day"
            raise BadValue("PaymentPlan.on_extension", value.value, rule)

    @property
    def id(self) -> str:
        """The id by which events and keys name its payments: ``payment``, or with its label."""
        return f"{PAYMENT}:{self.label}" if self.label else PAYMENT

    @property
    def spans(self) -> bool:
        """Whether each of its payments pays for a span of days that can be told."""
        return isinstance(self.cadence, PerWindow) or not isinstance(self.timing, Unknown)

    @property
    def becomes(self) -> Stub | Unknown:
        """What becomes of a span that is cut, as the plan says it, or its cadence."""
        own = getattr(self.cadence, "stub", Stub.KEEP)
        return own if isinstance(self.stub, Unknown) and own is not Stub.KEEP else self.stub

    @property
    def ours(self) -> bool:
        """Whether what a payment is, and what it pays for, rests on a reading of ours."""
        shared = isinstance(self.cadence, InMonths | OnDay) and len(self.cadence.months) > 1
        return shared or self.spans or not isinstance(self.cadence, InMonths | OnDay)

    def instalments(self, *periods: Period, end: End | None = None) -> tuple[Instalment, ...]:
        """Every payment of it in an agreement's periods, in order.

        Args:
            periods: the periods as agreed, each beginning the day after the one before.
            end: the last day, where something ends the agreement before the last of them.
        """
        return _instalments(self, periods, end)

    # --- where nothing says what it pays for -------------------------------------------------

    def _plain(self, periods: tuple[Period, ...], end: End | None) -> Iterator[Instalment]:
        cut = periods if end is None else tuple(_cut(periods, end.last))
        found = windows(
            self.cadence,
            *cut,
            first=self.first,
            last=self.last,
            on_extension=self.on_extension,
        )
        anchor = self.first or periods[0].first
        begins = {anchor, *(period.first for period in periods)}
        for window in found:
            part = self._part(window, found, anchor, first=window.first in begins)
            yield Instalment(window.ordinal, window.first, window.last, part)

    def _part(
        self, window: Window, found: tuple[Window, ...], anchor: Date, *, first: bool
    ) -> Part:
        """Which part of a year's sum the payment in a window carries."""
        cadence = self.cadence
        match cadence:
            case InMonths() | OnDay():
                place = cadence.months.index(window.first.month)
                return Part(1, len(cadence.months), place)
            case FirstDays():
                begun = window.first.month - 1 if cadence.calendar else None
                months = cadence.every.total_months
                place = window.ordinal - 1 if begun is None else begun // months
                return Part.of_months(months, 1, place)
            case Every():
                length = cadence.first if first and cadence.first else cadence.length
                before = 1 if cadence.first is None else 2
                return Part.of_months(length.total_months, 1, window.ordinal - before)
            case Fixed():
                year = _years_after(anchor, window.first)
                same = [one for one in found if _years_after(anchor, one.first) == year]
                return Part(1, len(same), same.index(window))
            case _:
                return Part(1, 1, 0)

    # --- where each payment pays for a span --------------------------------------------------

    def _tiled(self, periods: tuple[Period, ...], end: End | None) -> Iterator[Instalment]:
        runs = periods[:1] if self.on_extension is OnExtension.STOP else periods
        if self.on_extension is not OnExtension.RESTART:
            runs = (Period(runs[0].first, runs[-1].last),)
        for place, run in enumerate(runs):
            anchor = run.first
            if self.first is not None and (place == 0 or self.first > anchor):
                anchor = self.first
            first, last = max(anchor, run.first), _last_of(run)
            last = last if self.last is None else min(last, self.last)
            if last < first or (end is not None and end.last < first):
                continue
            tiling = self._tiling(anchor)
            yield from tiled(
                tiling,
                self._windows(tiling),
                first=first,
                last=last,
                end=end,
                drops=self.becomes is Stub.DROP,
                behind=self.timing is Timing.ARREARS,
            )

    def _tiling(self, anchor: Date) -> Tiling:
        january = Date(anchor.year, 1, 1)
        match self.cadence:
            case PerWindow(times=times, every=every, calendar=calendar):
                return Tiling(january if calendar else anchor, every.total_months, times)
            case FirstDays(every=every, calendar=calendar):
                return Tiling(january if calendar else anchor, every.total_months, 1)
            case _:
                own = self._from_first_day(anchor) if self.calendar is None else not self.calendar
                return Tiling(anchor if own else january, YEAR, len(self._months))

    @property
    def _months(self) -> tuple[int, ...]:
        return self.cadence.months if isinstance(self.cadence, InMonths | OnDay) else ()

    def _from_first_day(self, anchor: Date) -> bool:
        """Whether the spans of months begin, or in arrears end, with them, from a first day."""
        count = len(self._months)
        begin = {(anchor.month - 1 + k * YEAR // count) % YEAR + 1 for k in range(count)}
        end = {(month - 2) % YEAR + 1 for month in begin}
        fits = (begin, end) if self.timing is Timing.ARREARS else (begin,)
        return anchor.day == 1 and set(self._months) in fits

    def _windows(self, tiling: Tiling) -> Windows:
        """When the payment for each span may be made."""
        cadence, timing = self.cadence, self.timing
        later = 1 if timing is Timing.ARREARS else 0
        if isinstance(cadence, FirstDays):
            return lambda number: cadence.within(tiling.first(number + later))
        if not isinstance(cadence, InMonths | OnDay):

            def of_span(number: int) -> tuple[Date, Date]:
                first = tiling.first(number + later)
                if timing is Timing.ADVANCE:
                    return first, first
                return first, day_before(tiling.first(number + later + 1))

            return of_span
        year = tiling.origin.year
        first, last = self._in_month(year, self._months[0])
        behind = timing is Timing.ARREARS
        base = tiling.over(first, last) if behind else tiling.nearest(first)

        def in_turn(number: int) -> tuple[Date, Date]:
            years, place = divmod(number - base, len(self._months))
            return self._in_month(year + years, self._months[place])

        return in_turn

    def _in_month(self, year: int, month: int) -> tuple[Date, Date]:
        if isinstance(self.cadence, OnDay):
            return self.cadence.in_month(year, month)
        first = Date(year, month, 1)
        return first, month_end(first)


@lru_cache(maxsize=4096)
def _instalments(
    plan: PaymentPlan, periods: tuple[Period, ...], end: End | None
) -> tuple[Instalment, ...]:
    if not periods:
        return ()
    if plan.spans:
        return numbered(tuple(plan._tiled(periods, end)))  # noqa: SLF001 - its own, worked out once
    return tuple(plan._plain(periods, end))  # noqa: SLF001 - the same; numbered as its cadence is


def _cut(periods: tuple[Period, ...], last: Date) -> Iterator[Period]:
    for period in periods:
        if period.first <= last:
            yield Period(period.first, min(_last_of(period), last))


def _last_of(period: Period) -> Date:
    """The last day of a period; of one that is open-ended, fifty years ahead."""
    if period.last is not None:
        return period.last
    return min(day_before(FORESEEN.after(period.first)), LAST_DAY)


def _years_after(anchor: Date, day: Date) -> int:
    """How many whole years a day lies after an anchor, rounded down."""
    years = day.year - anchor.year
    return years - ((day.month, day.day) < (anchor.month, anchor.day))
