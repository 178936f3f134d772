"""What if, of any life: nothing changes nothing, and what is recorded is what is told."""

from __future__ import annotations

from typing import Final

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.testing._draws import days
from ioplife.testing._lives import lives
from tests.properties.covered import covered
from tests.properties.test_planning import ENTERED, terms

Given = tuple[iop.Terms, tuple[iop.Event, ...]]

FEW: Final = settings(max_examples=max(25, settings().max_examples // 4), deadline=None)
"""Two lives are told, day by day."""

FEWER: Final = settings(max_examples=max(8, settings().max_examples // 12), deadline=None)
"""Every flag of every day is asked for."""

ASKED: Final = days("2021-01-01", "2027-12-31")
LENGTHS: Final = st.integers(0, 800)


def split(life: Given, at: int) -> tuple[iop.Agreement, tuple[iop.Event, ...]]:
    """A life until its n-th event, and the events that are left."""
    terms, events = life
    return iop.Agreement("x", terms, events[:at]), events[at:]


@FEW
@given(life=lives(), on=ASKED, length=LENGTHS)
def test_nothing_supposed_makes_no_difference(life: Given, on: Date, length: int) -> None:
    """A simulation without events tells the life as it is, and its difference is empty."""
    agreement = iop.Agreement("x", *life)
    until = on.add(days=length)
    found = iop.simulate(agreement, on=on, until=until)

    assert not found.diff
    assert agreement == found.agreement
    assert agreement.timeline(until=until) == found.timeline
    assert agreement.on(until) == found.standing


@FEW
@given(life=lives(), at=st.integers(0, 12), on=ASKED, length=LENGTHS)
def test_what_is_recorded_is_the_life_with_it(life: Given, at: int, on: Date, length: int) -> None:
    """What is taken in gives the very life that recording it gives, day by day and flag by flag.

    The original stays as it was; the difference is that of the two lives, and turned around
    it is that of the two the other way.
    """
    agreement, supposed = split(life, at)
    until = on.add(days=length)
    kept = agreement, agreement.timeline(until=until)
    found = iop.simulate(agreement, supposed, on=on, until=until, force=True)
    whole = iop.Agreement("x", *life)

    assert kept == (agreement, agreement.timeline(until=until))
    assert whole == found.agreement
    assert iop.outlook(whole, on, until=until) == found.after
    assert iop.diff(found.before, iop.outlook(whole, on, until=until)) == found.diff
    assert iop.diff(found.after, found.before) == found.diff.turned()
    assert len(supposed) == len(found.steps)
    covered("simulated", lives=1, differ=bool(found.diff), supposed=len(supposed))


@FEW
@given(life=lives(), at=st.integers(0, 12), on=ASKED, length=st.integers(0, 90))
def test_the_states_differ_on_the_days_that_are_told_and_on_no_other(
    life: Given, at: int, on: Date, length: int
) -> None:
    """Day by day, the stretches of ``Difference.states`` say where the one and the other stand."""
    agreement, supposed = split(life, at)
    until = on.add(days=length)
    found = iop.simulate(agreement, supposed, on=on, until=until, force=True, flags=False)
    told = {
        Date.fromordinal(day): (one.before, one.after)
        for one in found.diff.states
        for day in range(one.period.first.toordinal(), (one.period.last or until).toordinal() + 1)
    }
    day = on
    while day <= until:
        one, other = agreement.on(day).state, found.agreement.on(day).state
        assert told.get(day) == (None if one is other else (one, other)), day
        day = day.add(days=1)


@FEWER
@given(life=lives(), on=ASKED, length=st.integers(0, 60))
def test_a_flag_is_up_on_the_days_of_its_runs_and_on_no_other(
    life: Given, on: Date, length: int
) -> None:
    """``raised`` tells of every day which flags are up, and about which day."""
    agreement = iop.Agreement("x", *life)
    until = on.add(days=length)
    runs = iop.raised(agreement, on, until=until)
    day = on
    while day <= until:
        up = {(one.key, one.day) for one in iop.flag([agreement], day)}
        assert up == {(one.flag.key, one.flag.day) for one in runs if one.first <= day <= one.last}
        day = day.add(days=1)


EVENTS: Final[tuple[iop.Event, ...]] = (
    iop.FollowedUp("2019-06-01", result="reached"),
    iop.Waived("2019-06-01", duty="f", occurrence=2, why="so"),
    iop.NoticeGiven("2019-06-01", by="town", written=True),
    iop.Extended("2019-06-01", by="board"),
    iop.RenewalDecided("2019-06-01", by="board"),
    iop.EndingDecided("2019-06-01", by="board", reason="so"),
    iop.Renewed("2019-06-01", successor="b", period=iop.Period("2025-01-01", None)),
    iop.ChangeRaised("2019-06-01", by="town", reason="other"),
)


@st.composite
def supposed_(draw: st.DrawFn) -> iop.Supposition:
    """Something when due, from any day; or that there is no renewal."""
    event = draw(st.sampled_from((None, *EVENTS)))
    if event is None:
        return iop.NOT_RENEWED
    return iop.WhenDue(attrs.evolve(event, on=draw(days("2019-01-01", "2025-12-31"))))


@FEW
@given(
    terms=terms(),
    supposed=st.lists(supposed_(), max_size=4),
    on=days("2019-01-01", "2024-12-31"),
    length=LENGTHS,
)
def test_what_is_placed_lies_within_the_days_asked_or_says_why_it_has_none(
    terms: iop.Terms, supposed: list[iop.Supposition], on: Date, length: int
) -> None:
    """Never before its own day, never after the last; without a day, with a reason."""
    agreement = iop.Agreement("a", terms, (ENTERED,))
    until = on.add(days=length)
    found = iop.simulate(agreement, supposed, on=on, until=until, flags=False)
    for step in found.steps:
        assert (step.event is None) == (step.cause is not None) == (step.decision is None)
        if step.event is not None:
            first = step.supposed.event.on if isinstance(step.supposed, iop.WhenDue) else on
            assert first <= step.event.on <= until
        if step.cause is not None:
            assert step.cause.text("sv") != step.cause.code
        covered("placed", steps=1, none=step.event is None, recorded=step.recorded)
