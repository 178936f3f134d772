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


AHEAD = iop.Policy(
    "ahead",
    norms=[
        iop.Norm("decide-lead", "P3M", source=iop.Source("A")),
        iop.Norm("decide-lead", "P5M", since="2021-07-01", source=iop.Source("A")),
        iop.Norm("papers-lead", "P21D", source=iop.Source("A"), scope=["board"]),
    ],
    meetings=[f"{year}-{month:02}-15" for year in range(2019, 2031) for month in (2, 5, 8, 11)],
)
"""A policy that plans ahead."""


def answer(
    agreement: iop.Agreement, day: Date, within: iop.Duration | None, policy: iop.Policy
) -> object:
    standing = agreement.on(day)
    found = iop.flag([agreement], day, within, policy=policy)
    flags = {(flag.key, flag.severity) for flag in found}
    return standing.state, standing.in_force, standing.period, flags


@FEW
@given(
    life=lives(),
    start=st.dates(Date(2019, 1, 1), Date(2030, 1, 1)),
    within=st.sampled_from([None, "P0D", "P1M", "P6M", "P100D", "P1Y2M3D"]),
    policy=st.sampled_from([iop.DEFAULT, AHEAD]),
)
def test_the_next_day_to_ask_is_the_first_on_which_the_answer_differs(
    life: Given, start: Date, within: str | None, policy: iop.Policy
) -> None:
    """``next_due`` names the first later day with another answer, and skips none."""
    agreement = iop.Agreement("x", *life)
    first = Date(start.year, start.month, start.day)
    span = None if within is None else iop.Duration.parse(within)
    found = agreement.next_due(first, within=within, policy=policy)
    now, last = answer(agreement, first, span, policy), Date(first.year + 5, 1, 1)
    day = first.add(days=1)
    while day < last and (found is None or day < found):
        assert now == answer(agreement, day, span, policy)
        day = day.add(days=1)
    if found is not None:
        assert now != answer(agreement, found, span, policy)
    covered("next due", lives=1, found=found is not None, days=(day - first).days)
