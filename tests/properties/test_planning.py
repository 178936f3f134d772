"""Planning backwards, whatever the terms, the leads and the calendar."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.dates import next_day
from ioplife.testing._draws import days
from tests.properties.covered import covered
from tests.unit.test_agreement import PARTIES

PAPER: Final = iop.Source("A")
ENTERED: Final = iop.Entered("2019-01-01", state="active", seen="2019-01-01")

lengths = st.builds(
    iop.Duration, st.integers(0, 1), st.integers(0, 13), st.sampled_from([0, 0, 1, 14, 21, 45])
)
positive = lengths.filter(lambda one: not one.is_zero)


@st.composite
def terms(draw: st.DrawFn) -> iop.Terms:
    """A period that ends, goes on by itself, or may be extended; with follow-ups."""
    renewal = draw(
        st.one_of(
            st.just(iop.ABSENT),
            st.builds(iop.AutomaticRenewal, st.just("P1Y"), positive, times=st.integers(1, 3)),
            st.builds(iop.RenewalOption, st.just("P1Y"), ask_before=st.none() | positive),
        )
    )
    duty = iop.Duty("f", "follow_up", iop.PerWindow(draw(st.integers(1, 4)), "P1Y"), who="town")
    return iop.Terms(
        parties=PARTIES,
        first_day="2019-01-01",
        last_day=draw(days("2021-01-01", "2024-12-31")),
        renewal=renewal,
        notice=iop.ABSENT,
        duties=[duty],
    )


@st.composite
def policies(draw: st.DrawFn) -> iop.Policy:
    """Leads, or none; meetings on any days."""
    norms = [
        iop.Norm(name, draw(lengths), source=PAPER)
        for name in ("decide-lead", "papers-lead")
        if draw(st.integers(0, 4))
    ]
    meetings = draw(st.lists(days("2019-01-01", "2026-12-31"), max_size=40, unique=True))
    return iop.Policy("town", norms=norms, meetings=meetings)


COUNTED: Counter[str] = Counter()


@given(
    terms=terms(), policy=policies(), on=days("2019-01-01", "2026-12-31"), waived=st.integers(0, 4)
)
def test_a_plan_goes_backwards_and_misses_no_later_day(
    terms: iop.Terms, policy: iop.Policy, on: Date, waived: int
) -> None:
    """Papers, meeting, decision, target: each the last that the next allows."""
    events: list[iop.Event] = [ENTERED]
    if waived:
        events.append(iop.Waived("2019-02-01", duty="f", occurrence=waived, why="so"))
    agreement = iop.Agreement("a", terms, events)
    plan = agreement.plan(on, policy=policy)
    covered("plans", plans=1, none=plan.target is None, papers=plan.papers_by is not None)
    COUNTED["plans"] += 1
    if plan.target is None or plan.decide_by is None:
        assert plan.missing
        return
    COUNTED[plan.target.code] += 1
    standing = agreement.on(on)
    waiting = {standing.last_day, standing.notice_latest, standing.option_latest}
    assert plan.target.day in waiting
    assert on <= plan.target.day
    leads = {one.name: one.length for one in policy.norms}
    _fits(leads.get("decide-lead"), plan.decide_by.day, plan.target.day)
    held = [one.on for one in policy.meetings]
    _is_last(plan, held)
    decision = plan.decision
    assert decision is not None
    if plan.papers_by is not None:
        _fits(leads["papers-lead"], plan.papers_by.day, decision)
    due = [
        one.due
        for one in standing.occurrences
        if one.due < decision and one.progress is not iop.Progress.WAIVED
    ]
    assert max(due, default=None) == (plan.follow_up and plan.follow_up.day)
    COUNTED["meeting"] += plan.meeting is not None
    COUNTED["follow-up"] += plan.follow_up is not None
    COUNTED["none in time"] += "no-meeting-in-time" in {one.code for one in plan.missing}


def _fits(lead: iop.Duration | None, day: Date, end: Date) -> None:
    """It is the last day from which the lead ends no later; without one, the end itself."""
    if lead is None:
        assert end == day
    else:
        assert lead.after(day) <= end < lead.after(next_day(day))


def _is_last(plan: iop.Plan, held: Sequence[Date]) -> None:
    """The meeting is the last in time, where the calendar reaches so far."""
    assert plan.decide_by is not None
    day = plan.decide_by.day
    known = bool(held) and day.year <= max(held).year
    last = max((one for one in held if one <= day), default=None) if known else None
    assert last == (plan.meeting and plan.meeting.day)
    assert plan.decision == (last or day)


def test_the_plans_were_of_every_sort() -> None:
    """A property that met no notice, or no meeting, would hold of anything."""
    sorts = ("target-notice", "target-option", "target-last-day", "meeting", "follow-up")
    assert all(COUNTED[one] * 20 >= COUNTED["plans"] for one in sorts), COUNTED
    assert COUNTED["none in time"]


@given(
    terms=terms(),
    policy=policies(),
    on=days("2019-01-01", "2026-12-31"),
    more=days("2019-01-01", "2026-12-31"),
)
def test_another_meeting_never_makes_the_last_in_time_earlier(
    terms: iop.Terms, policy: iop.Policy, on: Date, more: Date
) -> None:
    """And it changes no other day but that of the papers, and of the follow-up before it."""
    agreement = iop.Agreement("a", terms, [ENTERED])
    days_on = {one.on for one in policy.meetings}
    wider = attrs.evolve(policy, meetings=sorted(days_on | {more}))
    before, after = (agreement.plan(on, policy=one) for one in (policy, wider))

    assert (before.target, before.decide_by) == (after.target, after.decide_by)
    if before.meeting is not None:
        assert after.meeting is not None
        assert before.meeting.day <= after.meeting.day
