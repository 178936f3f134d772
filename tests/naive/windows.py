"""What is owed in the periods, from the terms alone: months counted from the anchor, one by one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pendulum import Date

from ioplife.duties import (
    Basis,
    Cadence,
    Calls,
    Duty,
    DutyKind,
    Every,
    Fixed,
    Goal,
    Horizon,
    InMonths,
    Once,
    OnExtension,
    PerWindow,
    Stub,
)
from ioplife.sources import Source
from ioplife.terms import PAYMENT, UNKNOWN, PaymentPlan, Terms, Unknown
from tests.naive.faults import Faults
from tests.naive.months import after, days_after, end_of_month, latest, months_after


class Span(NamedTuple):
    """When one instance of a duty may be done, and when it is due; with its number, from 1."""

    ordinal: int
    first: Date
    last: Date
    due: Date


class Stretch(NamedTuple):
    """The days that windows lie in, and the day they are counted from."""

    first: Date
    last: Date
    anchor: Date


class Owed(NamedTuple):
    """One instance of something owed, whatever has happened to it."""

    duty: str
    kind: DutyKind
    ordinal: int
    first: Date
    last: Date | None
    due: Date
    opens: Date
    who: tuple[str, ...] | Unknown
    basis: Basis
    source: Source | None
    calls: Calls | Unknown


Days = tuple[Date, Date, Date]
"""The first day of a window, its last, and the day that something is due."""

Placed = tuple[int | None, Days]
"""A window with the place that a paper gives it, from 1; None: they are counted."""


def spans(
    cadence: Cadence,
    periods: Sequence[tuple[Date, Date]],
    *,
    first: Date | None = None,
    last: Date | None = None,
    on_extension: OnExtension = OnExtension.CONTINUE,
) -> list[Span]:
    """The windows that a cadence gives in the periods, each with the day that it is due."""
    tail = isinstance(cadence, Fixed | Once) and cadence.tail
    ends = periods[0][1] if on_extension is OnExtension.STOP else periods[-1][1]
    parts = [(periods[0][0], ends)]
    if on_extension is OnExtension.RESTART:
        parts = list(periods)
    found: list[Placed] = []
    for begins, ends in parts:
        anchor = begins
        if first is not None and (first > begins or begins == periods[0][0]):
            anchor = first
        until = ends if last is None or (last >= ends and not tail) else last
        days = Stretch(max(begins, anchor), until, anchor)
        if days.first <= until or tail:
            found += _in_stretch(cadence, days, last)
    return [Span(place or counted, *days) for counted, (place, days) in enumerate(found, 1)]


def _in_stretch(cadence: Cadence, days: Stretch, own_last: Date | None) -> Iterator[Placed]:
    match cadence:
        case PerWindow():
            yield from ((None, one) for one in _per_window(cadence, days))
        case Every():
            yield from ((None, one) for one in _every(cadence, days))
        case InMonths():
            yield from ((None, one) for one in _in_months(cadence, days))
        case Fixed():
            for place, span in enumerate(cadence.spans, 1):
                assert span.last is not None
                cut = _cut(span.first, span.last, days, own_last, tail=cadence.tail)
                yield from ((place, one) for one in cut)
        case Once():
            first = min(days.first, cadence.by)
            cut = _cut(first, cadence.by, days, own_last, tail=cadence.tail)
            yield from ((None, one) for one in cut)


def _in_months(cadence: InMonths, days: Stretch) -> Iterator[Days]:
    """Whole months alone (DESIGN §6)."""
    month = Date(days.first.year, days.first.month, 1)
    while end_of_month(month) <= days.last:
        end = end_of_month(month)
        if month >= days.first and month.month in cadence.months:
            yield month, end, end
        month = days_after(end, 1)


def _cut(
    first: Date, last: Date, days: Stretch, own_last: Date | None, *, tail: bool
) -> Iterator[Days]:
    """A stretch of days, cut by the first day and the last; a tail by the first alone."""
    if last < days.first:
        return
    if tail:
        if own_last is None or first <= own_last:
            last = last if own_last is None else min(last, own_last)
            yield max(first, days.first), last, last
    elif first <= days.last:
        last = min(last, days.last)
        yield max(first, days.first), last, last


def _per_window(cadence: PerWindow, days: Stretch) -> Iterator[Days]:
    """RULES §8: windows tile from the anchor; a part after the last day is none."""
    anchor = Date(days.anchor.year, 1, 1) if cadence.calendar else days.anchor
    size = cadence.every.years * 12 + cadence.every.months
    month = 0
    while months_after(anchor, month) <= days.last:
        window = months_after(anchor, month)
        end = days_after(months_after(anchor, month + size), -1)
        for part in range(cadence.times):
            begins = months_after(anchor, month + part * size // cadence.times)
            due = days_after(months_after(anchor, month + (part + 1) * size // cadence.times), -1)
            cut = begins < days.first or due > days.last
            if begins > days.last or due < days.first or (cut and cadence.stub is Stub.DROP):
                continue
            yield max(window, days.first), min(end, days.last), min(due, days.last)
        month += size


def _every(cadence: Every, days: Stretch) -> Iterator[Days]:
    """RULES §8: due at the anchor and so many lengths; from the day after the one before."""
    lengths = [cadence.first or cadence.length]
    begins = days.anchor
    while begins <= days.last:
        due = after(days.anchor, lengths)
        cut = begins < days.first or due > days.last
        if due >= days.first and not (cut and cadence.stub is Stub.DROP):
            last = min(due, days.last)
            yield max(begins, days.first), last, last
        begins = days_after(due, 1)
        lengths.append(cadence.length)


def name_of(plan: PaymentPlan) -> str:
    return f"{PAYMENT}:{plan.label}" if plan.label else PAYMENT


def of_terms(
    terms: Terms, periods: Sequence[tuple[Date, Date]], faults: Faults
) -> dict[str, list[Span]]:
    """The windows of each duty and of each goal, by its id."""
    found: dict[str, list[Span]] = {}
    for duty in terms.duties if isinstance(terms.duties, tuple) else ():
        found[duty.id] = spans(
            duty.cadence,
            periods,
            first=duty.first,
            last=duty.last,
            on_extension=duty.on_extension,
        )
        found[duty.id] = shifted(found[duty.id], faults)
    for goal in terms.goals if isinstance(terms.goals, tuple) else ():
        if isinstance(goal.horizon, Horizon):
            due = after(periods[0][0], goal.horizon.length)
            if goal.horizon.beyond:
                due = days_after(due, 1)
            found[goal.id] = [Span(1, due, due, due)]
    return found


def shifted(windows: Sequence[Span], faults: Faults) -> list[Span]:
    late = faults.windows_late
    return [Span(number, *(days_after(day, late) for day in days)) for number, *days in windows]


def due_on(name: str, window: Span, began: Date) -> Date:
    """When it is due: of what is paid, no earlier than it was in force (RULES §8)."""
    paid = name.partition(":")[0] == PAYMENT
    return began if paid and window.last < began else window.due


def of_duty(duty: Duty, span: Span, began: Date) -> Iterator[Owed]:
    """RULES §8: what lies wholly before it was in force is not owed."""
    opens = max(span.first, began)
    if duty.kind is DutyKind.FOLLOW_UP:
        opens = max(opens, latest(span.due, duty.lead))
    if span.last >= began:
        yield Owed(
            duty=duty.id,
            kind=duty.kind,
            ordinal=span.ordinal,
            first=span.first,
            last=span.last,
            due=span.due,
            opens=opens,
            who=duty.who,
            basis=duty.basis,
            source=duty.source,
            calls=duty.calls,
        )


def of_payment(plan: PaymentPlan, span: Span, began: Date, last: Date) -> Iterator[Owed]:
    """RULES §8: what lies wholly before it was in force is owed on that first day."""
    if began > last and span.last < began:
        return  # it came into force after it was over
    when = span if span.last >= began else Span(span.ordinal, began, began, began)
    yield Owed(
        duty=name_of(plan),
        kind=DutyKind.PAYMENT,
        ordinal=span.ordinal,
        first=when.first,
        last=when.last,
        due=when.due,
        opens=max(when.first, began),
        who=plan.who,
        basis=Basis.AGREEMENT,
        source=plan.source,
        calls=UNKNOWN,
    )


def of_goal(goal: Goal, span: Span) -> Owed:
    """RULES §8: first ⊕ the length, of *more than* that the day after: not before it is seen."""
    return Owed(
        duty=goal.id,
        kind=DutyKind.ASSESSMENT,
        ordinal=span.ordinal,
        first=span.due,
        last=None,
        due=span.due,
        opens=span.due,
        who=UNKNOWN,
        basis=goal.basis,
        source=goal.source,
        calls=UNKNOWN,
    )


def of(terms: Terms, name: str, span: Span, began: Date, last: Date) -> Iterator[Owed]:
    """One window of what has an id, where it is owed."""
    for duty in terms.duties if isinstance(terms.duties, tuple) else ():
        if duty.id == name:
            yield from of_duty(duty, span, began)
    for plan in terms.payments if isinstance(terms.payments, tuple) else ():
        if name_of(plan) == name:
            yield from of_payment(plan, span, began, last)
    for goal in terms.goals if isinstance(terms.goals, tuple) else ():
        if goal.id == name:
            yield of_goal(goal, span)
