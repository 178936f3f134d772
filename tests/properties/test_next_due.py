"""The next day to ask again, against asking on every day."""

from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.testing._lives import lives
from tests.properties.covered import covered

Given = tuple[iop.Terms, tuple[iop.Event, ...]]

FEW = settings(max_examples=max(20, settings().max_examples // 5), deadline=None)
"""Every day of years is asked about."""


def answer(agreement: iop.Agreement, day: Date, within: iop.Duration | None) -> object:
    standing = agreement.on(day)
    flags = {(flag.key, flag.severity) for flag in iop.flag([agreement], day, within)}
    return standing.state, standing.in_force, flags


@FEW
@given(
    life=lives(),
    start=st.dates(Date(2019, 1, 1), Date(2030, 1, 1)),
    within=st.sampled_from([None, "P0D", "P1M", "P6M", "P100D", "P1Y2M3D"]),
)
def test_the_next_day_to_ask_is_the_first_on_which_the_answer_differs(
    life: Given, start: Date, within: str | None
) -> None:
    """``next_due`` names the first later day with another answer, and skips none."""
    agreement = iop.Agreement("x", *life)
    first = Date(start.year, start.month, start.day)
    span = None if within is None else iop.Duration.parse(within)
    found = agreement.next_due(first, within=within)
    now, last = answer(agreement, first, span), Date(first.year + 5, 1, 1)
    day = first.add(days=1)
    while day < last and (found is None or day < found):
        assert now == answer(agreement, day, span)
        day = day.add(days=1)
    if found is not None:
        assert now != answer(agreement, found, span)
    covered("next due", lives=1, found=found is not None, days=(day - first).days)
