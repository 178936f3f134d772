"""What the ledgers of an agreement add up to, and the public parties' part of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final, TypeVar

from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.dates import FIRST_DAY, LAST_DAY, Period, day_before, next_day
from ioplife.duties import OnExtension
from ioplife.terms.agreed import Terms
from ioplife.terms.clauses import Contribution, Disbursement, Form
from ioplife.terms.parties import Sector
from ioplife.terms.payments import PaymentPlan

Line = TypeVar("Line", Contribution, Disbursement)

_CONTEXT: Final = Context(prec=40, rounding=ROUND_HALF_UP)
"""Our own, so that a host's changes of Python's context change no answer."""

_TENTH: Final = Decimal("0.1")


def added(lines: Iterable[Contribution | Disbursement] | Unknown) -> Decimal | Unknown:
    """What the lines add up to, SEK a year; UNKNOWN where one of them is."""
    if isinstance(lines, Unknown):
        return UNKNOWN
    whole = Decimal(0)
    for line in lines:
        amount = UNKNOWN if isinstance(line.amount, Unknown) else line.amount.amount
        if isinstance(amount, Unknown):
            return UNKNOWN
        whole = _CONTEXT.add(whole, amount)
    return whole


def stretches(terms: Terms) -> tuple[Period, ...]:
    """The stretches of days on each of which the same lines of both ledgers hold, in order.

    Within the agreement's days, as far as these are known; one where no line has days of its
    own.
    """
    lines: tuple[Contribution | Disbursement, ...] = (
        *_lines(terms.contributions),
        *_lines(terms.disbursements),
    )
    first = terms.first_days[0] if terms.first_days else FIRST_DAY
    last = terms.last_days[-1] if terms.last_days else LAST_DAY
    begin = {one.first for one in lines} | {
        next_day(one.last) for one in lines if one.last is not None and one.last < LAST_DAY
    }
    edges = sorted(day for day in begin if day is not None and first < day <= last)
    ends = (*map(day_before, edges), max(first, last))
    return tuple(Period(*days) for days in zip((first, *edges), ends, strict=True))


def _lines(lines: tuple[Line, ...] | Unknown) -> tuple[Line, ...]:
    return () if isinstance(lines, Unknown) else lines


def holding(lines: tuple[Line, ...] | Unknown, on: Date | None) -> tuple[Line, ...] | Unknown:
    """The lines that hold on a day; all of them where no day is asked for."""
    if isinstance(lines, Unknown) or on is None:
        return lines
    return tuple(one for one in lines if on in one.days)


def paid_by(terms: Terms) -> Iterator[tuple[Disbursement, Period, tuple[str, ...]]]:
    """Which plans pay each disbursement, stretch by stretch of the days on which it holds.

    Nothing where there is no plan, or nobody has read whether there is, and where the first
    day is not clear.
    """
    if not terms.plans or len(terms.first_days) != 1:
        return
    whole = Period(terms.first_days[0], max(terms.first_days[0], _end(terms)))
    for line in _lines(terms.disbursements):
        days = [(plan, _paying(plan, terms)) for plan in terms.plans if _pays(plan, line)]
        spans = [whole, line.days, *(span for _plan, span in days)]
        first, last = max(whole.first, line.days.first), min(_last(whole), _last(line.days))
        edges = {one.first for one in spans} | {next_day(_last(one)) for one in spans[1:]}
        begin = [first, *sorted(day for day in edges if first < day <= last)]
        ends = (*map(day_before, begin[1:]), last)
        for begins, until in zip(begin, ends, strict=True):
            if begins <= until:
                ids = tuple(plan.id for plan, span in days if begins in span)
                yield line, Period(begins, until), ids


def _pays(plan: PaymentPlan, line: Disbursement) -> bool:
    return plan.pays is None or line.id in plan.pays


def _paying(plan: PaymentPlan, terms: Terms) -> Period:
    """The days on which a plan pays, as far as it says."""
    first = FIRST_DAY if plan.first is None else plan.first
    last = LAST_DAY if plan.last is None else plan.last
    if plan.on_extension is OnExtension.STOP and terms.last_days:
        last = min(last, terms.last_days[-1])
    return Period(first, max(first, last))


def _end(terms: Terms) -> Date:
    return terms.last_days[-1] if terms.last_days else day_before(LAST_DAY)


def _last(days: Period) -> Date:
    return LAST_DAY if days.last is None else min(days.last, day_before(LAST_DAY))


def public_cash(terms: Terms, on: Date | None = None) -> Decimal | Unknown:
    """The money the public parties put in; UNKNOWN where a line may or may not be such.

    Args:
        terms: what was agreed.
        on: the day on which the lines hold; None: all of them.
    """
    lines = holding(terms.contributions, on)
    if isinstance(lines, Unknown):
        return UNKNOWN
    return _public(terms, [one for one in lines if one.form is not Form.IN_KIND])


def public_part(terms: Terms, on: Date | None = None) -> Decimal | Unknown:
    """All the public parties put in, cash or in kind; UNKNOWN where a line may be theirs.

    Args:
        terms: what was agreed.
        on: the day on which the lines hold; None: all of them.
    """
    lines = holding(terms.contributions, on)
    return UNKNOWN if isinstance(lines, Unknown) else _public(terms, lines, forms=False)


def _public(
    terms: Terms, lines: Iterable[Contribution], *, forms: bool = True
) -> Decimal | Unknown:
    """What the public parties put in of these; where their forms matter, they must be known."""
    if isinstance(terms.parties, Unknown):
        return UNKNOWN
    sector = {party.id: party.sector for party in terms.parties}
    theirs = [one for one in lines if sector[one.party] in (Sector.PUBLIC, UNKNOWN)]
    unread = any(sector[one.party] is UNKNOWN or (forms and one.form is UNKNOWN) for one in theirs)
    return UNKNOWN if unread else added(theirs)


def public_share(terms: Terms, on: Date | None = None) -> Decimal | Unknown:
    """What the public parties put in of the total, in percent with one decimal, half up.

    UNKNOWN where the part or the total is, and where the total is nothing.

    Args:
        terms: what was agreed.
        on: the day on which the lines hold, before the first day or after the last as on
            that; None: all of them.
    """
    if on is not None:
        days = stretches(terms)
        on = min(max(on, days[0].first), days[-1].last or LAST_DAY)
    whole = UNKNOWN if isinstance(terms.total, Unknown) else terms.total.amount
    part = public_part(terms, on)
    if isinstance(whole, Unknown) or isinstance(part, Unknown) or not whole:
        return UNKNOWN
    percent = _CONTEXT.divide(_CONTEXT.multiply(part, Decimal(100)), whole)
    return percent.quantize(_TENTH, context=_CONTEXT)
