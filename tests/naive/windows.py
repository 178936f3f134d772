"""What is owed in a period, from the terms alone: months counted from the anchor, one by one."""

from collections.abc import Iterator
from typing import NamedTuple

from pendulum import Date

from ioplife.dates import Duration, day_before, month_end, next_day
from ioplife.duties import Basis, Calls, Duty, DutyKind, Fixed, Goal, Horizon, InMonths, PerWindow
from ioplife.sources import Source
from ioplife.terms import PAYMENT, UNKNOWN, PaymentPlan, Terms, Unknown
from tests.naive.faults import Faults


class Span(NamedTuple):
    """When one instance of a duty may be done, and when it is due; with its number, from 1."""

    ordinal: int
    first: Date
    last: Date
    due: Date


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


def spans(cadence: PerWindow | InMonths | Fixed, first: Date, last: Date) -> Iterator[Span]:
    """The instances that a cadence gives from a first day to a last."""
    match cadence:
        case PerWindow():
            yield from _per_window(cadence, first, last)
        case InMonths():
            month, ordinal = Date(first.year, first.month, 1), 0
            while month_end(month) <= last:
                end = month_end(month)
                if month >= first and month.month in cadence.months:
                    ordinal += 1
                    yield Span(ordinal, month, end, end)
                month = next_day(end)
        case Fixed():
            for ordinal, span in enumerate(cadence.spans, 1):
                assert span.last is not None
                end = span.last if cadence.tail else min(span.last, last)
                if span.last >= first and (cadence.tail or span.first <= last):
                    begins = span.first if cadence.tail else max(span.first, first)
                    yield Span(ordinal, begins, end, end)


def _per_window(cadence: PerWindow, first: Date, last: Date) -> Iterator[Span]:
    """RULES §8: windows tile from the anchor; a part after the last day is none."""
    anchor = Date(first.year, 1, 1) if cadence.calendar else first
    size = cadence.every.total_months

    def edge(months: int) -> Date:
        return Duration(months=months).after(anchor)

    month = ordinal = 0
    while edge(month) <= last:
        window = edge(month)
        end = min(day_before(edge(month + size)), last)
        for part in range(cadence.times):
            begins = edge(month + part * size // cadence.times)
            due = day_before(edge(month + (part + 1) * size // cadence.times))
            if begins <= last and due >= first:
                ordinal += 1
                yield Span(ordinal, max(window, first), end, min(due, last))
        month += size


def owed(terms: Terms, first: Date, last: Date, began: Date, *, faults: Faults) -> list[Owed]:
    """All that is owed from a first day to a last, where it was in force from ``began`` on."""
    found: list[Owed] = []
    if last < first:
        return found  # it never was in force
    for duty in terms.duties if isinstance(terms.duties, tuple) else ():
        found += _of_duty(duty, _shifted(spans(duty.cadence, first, last), faults), began, faults)
    for plan in terms.payments if isinstance(terms.payments, tuple) else ():
        assert isinstance(plan.cadence, InMonths)
        found += _of_payments(plan, _shifted(spans(plan.cadence, first, last), faults), began, last)
    for goal in terms.goals if isinstance(terms.goals, tuple) else ():
        found += _of_goal(goal, first)
    return found


def _shifted(found: Iterator[Span], faults: Faults) -> Iterator[Span]:
    late = Duration(days=faults.windows_late)
    return (Span(number, *(late.after(day) for day in days)) for number, *days in found)


def _of_duty(duty: Duty, found: Iterator[Span], began: Date, faults: Faults) -> Iterator[Owed]:
    """RULES §8: what lies wholly before it was in force is not owed."""
    for span in found:
        opens = max(span.first, began)
        if duty.kind is DutyKind.FOLLOW_UP and faults.leads:
            opens = max(opens, duty.lead.latest(span.due))
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


def _of_payments(
    plan: PaymentPlan, found: Iterator[Span], began: Date, last: Date
) -> Iterator[Owed]:
    """RULES §8: what lies wholly before it was in force is owed on that first day."""
    for span in found:
        if began > last and span.last < began:
            continue  # it came into force after it was over
        when = span if span.last >= began else Span(span.ordinal, began, began, began)
        yield Owed(
            duty=f"{PAYMENT}:{plan.label}" if plan.label else PAYMENT,
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


def _of_goal(goal: Goal, first: Date) -> Iterator[Owed]:
    """RULES §8: first ⊕ the length, of *more than* that the day after: not before it is seen."""
    if isinstance(goal.horizon, Horizon):
        due = goal.horizon.length.after(first)
        if goal.horizon.beyond:
            due = next_day(due)
        yield Owed(
            duty=goal.id,
            kind=DutyKind.ASSESSMENT,
            ordinal=1,
            first=due,
            last=None,
            due=due,
            opens=due,
            who=UNKNOWN,
            basis=goal.basis,
            source=goal.source,
            calls=UNKNOWN,
        )
