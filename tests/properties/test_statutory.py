"""What must hold of every deadline set by law, and of the working days it moves to."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

from ioplife.dates import (
    ADJUSTMENT,
    ANNOUNCEMENT,
    APPEAL,
    LONGEST_ROLL,
    DayLike,
    Duration,
    IsWorkingDay,
    adjusted_by,
    announced_by,
    appeal_ends,
    days_between,
    next_day,
    roll,
)
from ioplife.workdays import is_working_day
from tests.properties.covered import covered

Rule = Callable[[DayLike, IsWorkingDay], Date]

RULES: tuple[tuple[Rule, Duration], ...] = (
    (appeal_ends, APPEAL),
    (adjusted_by, ADJUSTMENT),
    (announced_by, ANNOUNCEMENT),
)

HELD = [
    Date.fromordinal(number)
    for number in range(Date(1990, 1, 1).toordinal(), Date(2061, 1, 1).toordinal())
]
"""Every day of the years that the working days are held to the acts."""

some_days = st.dates(datetime.date(1990, 1, 1), datetime.date(2060, 12, 31)).map(
    lambda day: Date(day.year, day.month, day.day)
)
offsets = st.frozensets(
    st.one_of(*(st.integers(ahead, ahead + 4) for ahead in (0, 2, 14, 21))), max_size=20
)
"""Days off, by how far they lie after the day asked about: there, and where a time runs out."""


def without(day: Date, off: frozenset[int], base: IsWorkingDay | None = None) -> IsWorkingDay:
    """A calendar in which some days from ``day`` on are none, beside those of another."""

    def answer(asked: Date) -> bool:
        return (base is None or base(asked)) and days_between(day, asked) not in off

    return answer


def test_a_rolled_deadline_is_the_first_working_day_of_at_most_six() -> None:
    """Never before the raw one, at most five days after, never on a day off, none passed over."""
    rolled = longest = 0
    for raw in HELD:
        found = roll(raw, is_working_day)
        moved = days_between(raw, found)

        assert is_working_day(found)
        assert 0 <= moved <= LONGEST_ROLL
        assert not any(is_working_day(raw.add(days=ahead)) for ahead in range(moved))
        rolled += moved > 0
        longest += moved == LONGEST_ROLL
    assert longest  # so that the bound is not merely kept
    covered("rolled deadlines", days=len(HELD), rolled=rolled, five_days=longest)


def test_a_deadline_that_has_rolled_stays() -> None:
    """``roll(roll(day)) == roll(day)``."""
    for raw in HELD:
        found = roll(raw, is_working_day)

        assert found == roll(found, is_working_day)
    covered("rolled twice", days=len(HELD))


def test_a_later_day_never_has_an_earlier_deadline() -> None:
    """Of what is announced, adjusted or met about later, time runs out later or with it."""
    for rule, _ in RULES:
        ends = [rule(day, is_working_day) for day in HELD]

        assert all(one <= other for one, other in pairwise(ends))
        covered("deadlines in order", pairs=len(ends) - 1, shared=len(ends) - len(set(ends)))


@given(some_days, st.sampled_from(RULES))
def test_holidays_on_the_way_prolong_nothing(day: Date, rule: tuple[Rule, Duration]) -> None:
    """A deadline is its time from the day, rolled: as if there were no working day until then."""
    ends, length = rule
    counted = length.after(day)
    nobody_works = without(day, frozenset(range(days_between(day, counted))), is_working_day)

    assert roll(counted, is_working_day) == ends(day, is_working_day)
    assert roll(counted, is_working_day) == ends(day, nobody_works)
    covered("deadlines set by law", days=1, rolled=ends(day, is_working_day) > counted)


@given(some_days, offsets, offsets)
def test_a_holiday_more_never_makes_a_deadline_earlier(
    day: Date, off: frozenset[int], more: frozenset[int]
) -> None:
    """Of any calendar, and of Sweden's; and it makes it later only where the last day was one."""
    for base in (None, is_working_day):
        few, many = without(day, off, base), without(day, off | more, base)
        for rule in (roll, *(rule for rule, _ in RULES)):
            before, behind = rule(day, few), rule(day, many)

            assert before <= behind
            assert (before == behind) == many(before)
            covered("a holiday more", deadlines=1, later=before < behind)


@given(some_days, offsets)
def test_any_calendar_gives_the_first_of_its_working_days(day: Date, off: frozenset[int]) -> None:
    """The day itself where it is one; else none lies between, and another roll changes nothing."""
    calendar = without(day, off)
    found = roll(day, calendar)
    expected = next(ahead for ahead in range(42) if ahead not in off)

    assert expected == days_between(day, found)
    assert found == roll(found, calendar)
    assert (found == day) == calendar(day)
    assert found == day or found == roll(next_day(day), calendar)
    covered("calendars", days=1, moved=found > day)
