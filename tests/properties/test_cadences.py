"""The windows of every cadence: what holds of them over any periods, and whatever cuts them."""

from __future__ import annotations

import datetime
from itertools import pairwise

import attrs
import hypothesis.strategies as st
from dateutil.relativedelta import relativedelta  # type: ignore[import-untyped] # ships no types
from hypothesis import assume, given
from hypothesis.strategies import DrawFn
from pendulum import Date

from ioplife.dates import Duration, Period, next_day
from ioplife.duties import Duty, Every, Fixed, InMonths, OnExtension, PerWindow, Stub, windows
from ioplife.terms import Absent, Unknown
from ioplife.testing._draws import EARLIEST, days, shifted
from ioplife.testing._terms import duties
from tests.properties.covered import covered


@st.composite
def periods_in_a_row(draw: DrawFn) -> tuple[Period, ...]:
    """One to three periods, each beginning the day after the one before."""
    found: list[Period] = []
    first = draw(days(shifted(EARLIEST, -40), shifted(EARLIEST, 800)))
    for length in draw(st.lists(st.integers(0, 800), min_size=1, max_size=3)):
        found.append(Period(first, shifted(first, length)))
        first = shifted(first, length + 1)
    return tuple(found)


def listed(drawn: tuple[Duty, ...] | Absent | Unknown) -> tuple[Duty, ...]:
    assume(isinstance(drawn, tuple) and drawn)
    assert isinstance(drawn, tuple)
    return drawn


some_duties = duties().map(listed)


def counted(what: str, duty: Duty) -> None:
    covered(what, **{type(duty.cadence).__name__: 1, f"stub {_stub(duty)}": 1})
    covered(what, **{"first day of its own": duty.first is not None})
    covered(what, **{"last day of its own": duty.last is not None, duty.on_extension: 1})


def _stub(duty: Duty) -> str:
    return duty.cadence.stub if isinstance(duty.cadence, PerWindow | Every) else "none"


@given(owed=some_duties, periods=periods_in_a_row())
def test_no_window_passes_the_days_that_cut_it(
    owed: tuple[Duty, ...], periods: tuple[Period, ...]
) -> None:
    """Each lies within the agreement and within its own days; only a tail passes the last day."""
    first, last = periods[0].first, periods[-1].last
    assert last is not None
    for duty in owed:
        counted("cut", duty)
        begins = first if duty.first is None else max(first, duty.first)
        for window in duty.windows(*periods):
            assert begins <= window.first <= window.due <= window.last
            assert duty.last is None or window.last <= duty.last
            assert duty.cadence.tail or window.last <= last


@given(owed=some_duties, periods=periods_in_a_row())
def test_they_come_in_order_and_are_numbered_from_one(
    owed: tuple[Duty, ...], periods: tuple[Period, ...]
) -> None:
    for duty in owed:
        counted("order", duty)
        found = duty.windows(*periods)
        numbers = [window.ordinal for window in found]

        assert numbers == sorted(set(numbers))
        if not isinstance(duty.cadence, Fixed):  # a stretch keeps the place it is written in
            assert numbers == list(range(1, len(found) + 1))
            assert all(one.due < other.due for one, other in pairwise(found))


@given(owed=some_duties, periods=periods_in_a_row())
def test_what_goes_on_over_extensions_is_as_if_no_period_had_ended(
    owed: tuple[Duty, ...], periods: tuple[Period, ...]
) -> None:
    whole = Period(periods[0].first, periods[-1].last)
    for duty in owed:
        counted("extended", duty)
        goes_on = attrs.evolve(duty, on_extension=OnExtension.CONTINUE)

        assert goes_on.windows(whole) == goes_on.windows(*periods)
        if duty.on_extension is OnExtension.STOP:
            assert duty.windows(periods[0]) == duty.windows(*periods)
        if duty.on_extension is OnExtension.RESTART and duty.first is None and duty.last is None:
            each = [window for one in periods for window in goes_on.windows(one)]

            assert [(one.first, one.last, one.due) for one in each] == [
                (one.first, one.last, one.due) for one in duty.windows(*periods)
            ]


@given(owed=some_duties, periods=periods_in_a_row())
def test_windows_that_are_kept_tile_the_whole_agreement(
    owed: tuple[Duty, ...], periods: tuple[Period, ...]
) -> None:
    """No day lies between two, and none is left out at either end."""
    for duty in owed:
        if not isinstance(duty.cadence, PerWindow | Every):
            continue
        counted("tiles", duty)
        kept = attrs.evolve(duty.cadence, stub=Stub.KEEP)
        found = sorted({(one.first, one.last) for one in windows(kept, *periods)})

        assert found[0][0] == periods[0].first
        assert found[-1][1] == periods[-1].last
        assert all(after == next_day(before) for (_, before), (after, _) in pairwise(found))


@given(owed=some_duties, period=periods_in_a_row().map(lambda found: found[0]))
def test_what_is_dropped_is_the_first_or_the_last_and_nothing_else(
    owed: tuple[Duty, ...], period: Period
) -> None:
    """To drop a stub leaves all that is whole where it was; to prorate is to keep in days."""
    for duty in owed:
        if not isinstance(duty.cadence, PerWindow | Every):
            continue
        counted("stubs", duty)
        kept, dropped, prorated = (
            [
                (one.first, one.last, one.due)
                for one in attrs.evolve(
                    duty,
                    cadence=attrs.evolve(duty.cadence, stub=stub),
                    on_extension=OnExtension.CONTINUE,
                ).windows(period)
            ]
            for stub in (Stub.KEEP, Stub.DROP, Stub.PRORATE)
        )

        assert kept == prorated
        assert dropped in (kept, kept[1:], kept[:-1], kept[1:-1])


@given(owed=some_duties, period=periods_in_a_row().map(lambda found: found[0]))
def test_a_later_last_day_moves_nothing_that_was_due_before(
    owed: tuple[Duty, ...], period: Period
) -> None:
    """What is due before the old last day keeps its day and its number."""
    assert period.last is not None
    for duty in owed:
        counted("moved", duty)
        before = [one for one in duty.windows(period) if one.due < period.last]
        longer = duty.windows(Period(period.first, shifted(period.last, 400)))

        assert [(one.ordinal, one.first, one.due) for one in before] == [
            (one.ordinal, one.first, one.due) for one in longer if one.due < period.last
        ]


@given(
    first=days("2019-12-29", "2024-03-02"),
    times=st.integers(1, 12),
    months=st.integers(1, 30),
)
def test_the_kth_is_due_so_many_whole_months_in_less_a_day(
    first: Date, times: int, months: int
) -> None:
    """As dateutil counts from the anchor (RULES §8): ⌊k·M/n⌋ months."""
    assume(times <= months)
    anchor = datetime.date(first.year, first.month, first.day)
    found = windows(PerWindow(times, Duration(months=months)), Period.of(first, "P10Y"))

    for number, window in enumerate(found[:-1]):
        place, k = divmod(number, times)
        after = place * months + (k + 1) * months // times

        assert window.due == anchor + relativedelta(months=after, days=-1)
    covered("kth", windows=len(found), month_ends=first.day > 28)


@given(
    first=days("2019-12-29", "2024-03-02"),
    length=st.integers(1, 30),
    start=st.integers(1, 40),
)
def test_every_nth_month_is_counted_from_the_anchor(first: Date, length: int, start: int) -> None:
    anchor = datetime.date(first.year, first.month, first.day)
    cadence = Every(Duration(months=length), first=Duration(months=start))
    found = windows(cadence, Period.of(first, "P10Y"))

    for number, window in enumerate(found[:-1]):
        assert window.due == anchor + relativedelta(months=start + number * length)
    covered("nth", windows=len(found), month_ends=first.day > 28)


@given(periods=periods_in_a_row(), months=st.sets(st.integers(1, 12), min_size=1))
def test_a_month_is_owed_whole_or_not_at_all(periods: tuple[Period, ...], months: set[int]) -> None:
    found = windows(InMonths(sorted(months)), *periods)

    for window in found:
        assert (1, window.first.month in months) == (window.first.day, True)
        assert next_day(window.last).day == 1
        assert window.first.month == window.last.month
    covered("months", windows=len(found))
