"""When a plan pays, from the terms alone: spans laid out one by one, each with its window."""

from calendar import monthrange
from collections.abc import Iterator, Sequence

from pendulum import Date

from ioplife.duties import Cadence, Every, Fixed, InMonths, Once, OnExtension, PerWindow, Stub
from ioplife.terms import FirstDays, OnDay, PaymentPlan, Timing, Unknown
from tests.naive.months import days_after, end_of_month, months_at
from tests.naive.windows import Days, Span, Stretch, spans

YEAR = 12


def payments(
    plan: PaymentPlan,
    periods: Sequence[tuple[Date, Date]],
    ends: Date | None,
    decided: Date | None,
) -> list[Span]:
    """The windows of its payments.

    Args:
        plan: the plan.
        periods: the periods as agreed.
        ends: the last day, where something ends the agreement early; None: nothing.
        decided: the day that came to be known; None: it is as if it had been agreed.
    """
    cut = list(periods)
    if ends is not None:
        cut = [(first, min(last, ends)) for first, last in periods if first <= ends]
    if not cut:
        return []
    if not _for_spans(plan):
        return _plain(plan, cut)
    if decided is None:
        periods, ends = cut, None
    found: list[Days] = []
    for days in _stretches(plan, periods):
        found += _of_spans(plan, days, ends, decided)
    return [Span(number, *one) for number, one in enumerate(found, 1)]


def _for_spans(plan: PaymentPlan) -> bool:
    return isinstance(plan.cadence, PerWindow) or not isinstance(plan.timing, Unknown)


def _plain(plan: PaymentPlan, periods: Sequence[tuple[Date, Date]]) -> list[Span]:
    cadence = plan.cadence
    if isinstance(cadence, OnDay | FirstDays):
        found: list[Days] = []
        for days in _stretches(plan, periods):
            windows = (
                _months(cadence, days) if isinstance(cadence, OnDay) else _first(cadence, days)
            )
            found += [
                (first, last, last)
                for first, last in windows
                if days.first <= first and last <= days.last
            ]
        return [Span(number, *one) for number, one in enumerate(found, 1)]
    plain: Cadence = cadence
    return spans(plain, periods, first=plan.first, last=plan.last, on_extension=plan.on_extension)


def _stretches(plan: PaymentPlan, periods: Sequence[tuple[Date, Date]]) -> Iterator[Stretch]:
    """The days that it pays in, and the day from which spans tile."""
    if plan.on_extension is OnExtension.STOP:
        periods = periods[:1]
    if plan.on_extension is not OnExtension.RESTART:
        periods = [(periods[0][0], periods[-1][1])]
    for number, (first, last) in enumerate(periods):
        anchor = first
        if plan.first is not None and (plan.first > first or number == 0):
            anchor = plan.first
        begins = max(first, anchor)
        until = last if plan.last is None else min(last, plan.last)
        if begins <= until:
            yield Stretch(begins, until, anchor)


def _months(cadence: InMonths | OnDay, days: Stretch) -> list[tuple[Date, Date]]:
    """The windows of its months, from the year before to the year after."""
    return [
        _window(cadence, year, month)
        for year in range(days.first.year - 2, days.last.year + 3)
        for month in cadence.months
    ]


def _window(cadence: InMonths | OnDay, year: int, month: int) -> tuple[Date, Date]:
    first = Date(year, month, 1)
    if isinstance(cadence, InMonths):
        return first, end_of_month(first)
    day = Date(year, month, min(cadence.day, monthrange(year, month)[1]))
    return day, day


def _first(cadence: FirstDays, days: Stretch) -> list[tuple[Date, Date]]:
    size = cadence.every.years * YEAR + cadence.every.months
    origin = Date(days.anchor.year, 1, 1) if cadence.calendar else days.anchor
    found = []
    number = 0
    while (first := months_at(origin, number * size)) <= days.last:
        found.append((first, days_after(first, cadence.days - 1)))
        number += 1
    return found


# --- spans -------------------------------------------------------------------------------


def _begins(plan: PaymentPlan, days: Stretch) -> list[Date]:
    """The first day of every span, from four years before to four years after."""
    cadence = plan.cadence
    january = Date(days.anchor.year, 1, 1)
    if isinstance(cadence, PerWindow | FirstDays):
        size = cadence.every.years * YEAR + cadence.every.months
        times = cadence.times if isinstance(cadence, PerWindow) else 1
        origin = january if cadence.calendar else days.anchor
    else:
        assert isinstance(cadence, InMonths | OnDay)
        size, times = YEAR, len(cadence.months)
        own = (
            _are_its_own(plan, cadence, days.anchor)
            if plan.calendar is None
            else (not plan.calendar)
        )
        origin = days.anchor if own else january
    months = (days.last.year - days.anchor.year + 5) * YEAR
    return [
        months_at(origin, window * size + part * size // times)
        for window in range(-(4 * YEAR // size + 1), months // size + 2)
        for part in range(times)
    ]


def _are_its_own(plan: PaymentPlan, cadence: InMonths | OnDay, anchor: Date) -> bool:
    """015: from the first of a month, where its months begin them, in arrears or end them."""
    if anchor.day != 1:
        return False
    begin = sorted(
        months_at(anchor, part * YEAR // len(cadence.months)).month
        for part in range(len(cadence.months))
    )
    if begin == list(cadence.months):
        return True
    end = sorted(YEAR if month == 1 else month - 1 for month in begin)
    return plan.timing is Timing.ARREARS and end == list(cadence.months)


def _of_spans(
    plan: PaymentPlan, days: Stretch, ends: Date | None, decided: Date | None
) -> Iterator[Days]:
    begins = _begins(plan, days)
    windows = _windows(plan, days, begins)
    until = days.last if ends is None else min(days.last, ends)
    for number, first in enumerate(begins[:-1]):
        last = days_after(begins[number + 1], -1)
        if last < days.first or max(first, days.first) > until:
            continue
        opens, closes = windows[number]
        opens, closes = max(opens, days.first), max(closes, days.first)
        if plan.timing is not Timing.ARREARS:
            opens, closes = min(opens, until), min(closes, until)
        if _stub(plan) is Stub.DROP:
            if first < days.first or last > days.last:
                continue
            if ends is not None and last > ends and decided is not None and opens > decided:
                continue
        yield opens, closes, closes


def _stub(plan: PaymentPlan) -> Stub | Unknown:
    if isinstance(plan.stub, Unknown) and isinstance(plan.cadence, PerWindow | Every):
        return plan.cadence.stub
    return plan.stub


def _windows(
    plan: PaymentPlan, days: Stretch, begins: Sequence[Date]
) -> dict[int, tuple[Date, Date]]:
    """When the payment for each span may be made, by the span's place."""
    cadence = plan.cadence
    last = [days_after(after, -1) for after in begins[1:]]
    behind = plan.timing is Timing.ARREARS
    assert not isinstance(cadence, Every | Fixed | Once)
    if isinstance(cadence, InMonths | OnDay):
        return _in_turn(plan, cadence, days, begins)
    found = {}
    for number in range(len(last)):
        place = number + 1 if behind else number
        first = begins[place]
        if isinstance(cadence, FirstDays):
            found[number] = first, days_after(first, cadence.days - 1)
        elif plan.timing is Timing.ADVANCE:
            found[number] = first, first
        elif place < len(last):
            found[number] = first, last[place]
        else:
            found[number] = first, first  # far beyond the last day
    return found


def _in_turn(
    plan: PaymentPlan, cadence: InMonths | OnDay, days: Stretch, begins: Sequence[Date]
) -> dict[int, tuple[Date, Date]]:
    """The first of its months in the first year pays for a span, the others follow in turn."""
    year = days.anchor.year
    first, last = _window(cadence, year, cadence.months[0])
    if plan.timing is Timing.ARREARS:
        over = [
            place
            for place, begin in enumerate(begins[:-1])
            if begin < first and days_after(begins[place + 1], -1) <= last
        ]
        base = over[-1]
    else:
        away = [abs((begin - first).days) for begin in begins]
        base = away.index(min(away))
    found = {}
    count = len(cadence.months)
    for number in range(len(begins)):
        turn = number - base
        found[number] = _window(cadence, year + turn // count, cadence.months[turn % count])
    return found
