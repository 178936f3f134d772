"""The public strategies draw what they are asked for, and say so where they cannot."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pendulum import Date

import ioplife as iop
from ioplife.testing.strategies import (
    agreements,
    days,
    durations,
    events,
    lives,
    periods,
    policies,
    terms,
)

FEW = settings(max_examples=25, database=None)


def always(strategy: SearchStrategy[Any], holds: Callable[[Any], bool]) -> None:
    """Every value that is drawn is as it should be; the health checks are on."""

    @FEW
    @given(strategy)
    def check(value: object) -> None:
        assert holds(value)

    check()


@pytest.mark.parametrize(
    ("strategy", "holds"),
    [
        pytest.param(
            days(first="2024-02-28", last="2024-03-01"),
            lambda day: Date(2024, 2, 28) <= day <= Date(2024, 3, 1),
            id="days",
        ),
        pytest.param(
            durations(shortest="P6M", longest="P2Y", units="M"),
            lambda length: 6 <= length.months <= 24 and not length.years and not length.days,
            id="months",
        ),
        pytest.param(
            durations(shortest="P14D", longest="P14D"),
            lambda length: length == iop.Duration(days=14),
            id="one length",
        ),
        pytest.param(durations(units="Y"), lambda length: length.years > 0, id="years"),
        pytest.param(
            periods(first="2024-01-01", max_days=31),
            lambda period: period.first == Date(2024, 1, 1) and period.last <= Date(2024, 1, 31),
            id="first and most days",
        ),
        pytest.param(
            periods(first="2024-02-28", min_days=2, max_days=3),
            lambda period: period.days in {2, 3},
            id="few days",
        ),
        pytest.param(
            periods(last=days(first="2024-12-01", last="2024-12-31"), min_days=366),
            lambda period: period.last.year == 2024 and period.days >= 366,
            id="last and least days",
        ),
        pytest.param(periods(open_ended=True), lambda period: period.last is None, id="open-ended"),
        pytest.param(
            periods(open_ended=False), lambda period: period.last is not None, id="with an end"
        ),
        pytest.param(
            terms(first_day="2024-01-01", length="P3Y", renewal=iop.ABSENT),
            lambda drawn: (
                drawn.first_days == (Date(2024, 1, 1),)
                and drawn.length == iop.Duration(3)
                and drawn.renewal == iop.ABSENT
                and not drawn.open_ended
            ),
            id="clauses by value",
        ),
        pytest.param(
            terms(
                notice=st.builds(iop.Notice, durations(units="M")),
                parties=[iop.Party("region", "Region", sector="public")],
                open_ended=True,
            ),
            lambda drawn: (
                isinstance(drawn.notice, iop.Notice)
                and drawn.party_ids == {"region"}
                and drawn.open_ended
                and not drawn.last_days
            ),
            id="clauses by strategy",
        ),
        pytest.param(
            terms(disbursements=[iop.Disbursement("club", 10)]),
            lambda drawn: drawn.disbursements[0].to == "club",
            id="money without parties",
        ),
        pytest.param(
            events(kind=iop.NoticeGiven, on="2024-05-01", written=st.booleans()),
            lambda event: (
                type(event) is iop.NoticeGiven
                and event.on == Date(2024, 5, 1)
                and isinstance(event.written, bool)
            ),
            id="one kind of event",
        ),
        pytest.param(
            events(kind=iop.Entered, state=iop.State.TERMINATED),
            lambda event: event.state is iop.State.TERMINATED,
            id="a field that another must fit",
        ),
        pytest.param(
            events(kind=[iop.Signed, iop.Approved]),
            lambda event: type(event) in {iop.Signed, iop.Approved},
            id="two kinds of events",
        ),
        pytest.param(
            lives(holding=[iop.NoticeGiven, iop.Corrected], min_events=3, max_events=5),
            lambda life: (
                3 <= len(life.events) <= 5
                and {iop.NoticeGiven, iop.Corrected} <= {type(one) for one in life.events}
            ),
            id="lives that hold events",
        ),
        pytest.param(lives(max_events=0, id="none"), lambda life: not life.events, id="nothing"),
        pytest.param(
            lives(terms=iop.Terms(first_day="2024-01-01")),
            lambda life: life.terms == iop.Terms(first_day="2024-01-01"),
            id="lives under terms",
        ),
        pytest.param(
            lives(notice=iop.ABSENT), lambda life: life.terms.notice == iop.ABSENT, id="a clause"
        ),
        pytest.param(
            policies(soft=False, name="town"),
            lambda policy: policy.name == "town" and not any(one.soft for one in policy.guards),
            id="hard guards alone",
        ),
        pytest.param(
            policies(guards=(), criteria=iop.LINKOPING_2020, norms=[]),
            lambda policy: (
                policy.guards == policy.norms == () and policy.criteria is iop.LINKOPING_2020
            ),
            id="policies by value",
        ),
    ],
)
def test_what_is_drawn_is_what_is_asked_for(
    strategy: SearchStrategy[Any], holds: Callable[[Any], bool]
) -> None:
    always(strategy, holds)


@pytest.mark.parametrize("state", iop.State)
def test_agreements_stand_where_they_are_asked_to(state: iop.State) -> None:
    always(
        agreements(state=state, on=days(first="2024-01-01", last="2025-12-31")),
        lambda agreement: state in {one.after for one in agreement.timeline(until="2025-12-31")},
    )
    always(
        agreements(state=state, on="2024-05-01"),
        lambda agreement: agreement.on("2024-05-01").state is state,
    )


@pytest.mark.parametrize("state", iop.State)
def test_lives_pass_the_states_they_are_asked_to(state: iop.State) -> None:
    always(
        lives(states=state),
        lambda life: state in {one.after for one in life.timeline(until="2049-12-31")},
    )


def test_a_life_may_be_asked_to_pass_several_states() -> None:
    asked = {iop.State.SIGNED, iop.State.ACTIVE, iop.State.FOLLOW_UP, iop.State.RENEWED}
    always(
        lives(states=asked, max_events=6),
        lambda life: asked <= {one.after for one in life.timeline(until="2049-12-31")},
    )


HELD = [kind for kind in iop.EVENTS if kind not in {iop.Entered, iop.Started}]


@pytest.mark.parametrize("kind", HELD)
def test_orderly_agreements_hold_an_event_and_no_anomaly(kind: type[iop.Event]) -> None:
    @settings(max_examples=5, database=None)
    @given(agreements(holding=kind))
    def check(agreement: iop.Agreement) -> None:
        assert any(isinstance(one, kind) for one in agreement.events)
        assert () == agreement.on("2049-12-31").anomalies

    check()


def test_what_orderly_agreements_hold_no_hard_guard_refuses() -> None:
    """Of those that hold nothing that is asked for: each step is one that may be taken."""
    always(
        agreements(),
        lambda agreement: iop.Answer.NO not in {one.answer for one in agreement.audit()},
    )


@pytest.mark.parametrize(
    ("make", "field"),
    [
        pytest.param(lambda: days(first="2024-02-01", last="2024-01-01"), "Period.last", id="days"),
        pytest.param(lambda: durations(shortest="P2Y", longest="P1Y"), "longest", id="no length"),
        pytest.param(lambda: durations(units="Y", longest="P6M"), "longest", id="no year"),
        pytest.param(lambda: durations(units="W"), "units", id="weeks"),
        pytest.param(lambda: durations(units=""), "units", id="of nothing"),
        pytest.param(lambda: periods(min_days=2, max_days=1), "max_days", id="days crossed"),
        pytest.param(lambda: periods(min_days=0), "min_days", id="no day"),
        pytest.param(lambda: periods(last="2024-01-01", open_ended=True), "open_ended", id="both"),
        pytest.param(lambda: periods(first="soon"), "first", id="no date"),
        pytest.param(
            lambda: periods(first="2024-01-02", last="2024-01-01"), "Period.last", id="crossed"
        ),
        pytest.param(
            lambda: periods(first="2024-01-01", last="2024-01-31", max_days=7), "last", id="long"
        ),
        pytest.param(
            lambda: terms(open_ended=True, length="P1Y"), "Terms.open_ended", id="two clauses"
        ),
        pytest.param(lambda: terms(colour="red"), "terms", id="no clause"),  # type: ignore[call-arg]  # what a caller may write
        pytest.param(lambda: terms(length="long"), "Terms.length", id="no value of a clause"),
        pytest.param(lambda: agreements(state="active"), "on", id="state without a day"),
        pytest.param(lambda: agreements(state="alive", on="2024-01-01"), "state", id="no state"),
        pytest.param(
            lambda: agreements(terms=iop.Terms(), notice=iop.ABSENT), "terms", id="terms twice"
        ),
        pytest.param(lambda: agreements(holding=iop.Entered), "holding", id="no step"),
        pytest.param(
            lambda: agreements(state="proposed", on="2024-01-01", holding=iop.Signed),
            "holding",
            id="too early",
        ),
        pytest.param(lambda: events(kind=iop.Terms), "kind", id="no event"),  # type: ignore[type-var]  # what a caller may write
        pytest.param(lambda: events(kind=()), "kind", id="no kind"),
        pytest.param(lambda: events(kind=iop.Event), "kind", id="every kind at once"),
        pytest.param(lambda: events(kind=iop.Signed, written=True), "Signed", id="no field"),
        pytest.param(lambda: lives(min_events=5, max_events=4), "max_events", id="counts crossed"),
        pytest.param(
            lambda: lives(holding=[iop.Signed, iop.Approved], max_events=1), "max_events", id="room"
        ),
        pytest.param(lambda: lives(min_events=-1), "min_events", id="less than none"),
        pytest.param(lambda: lives(states="alive"), "states", id="no such state"),
        pytest.param(
            lambda: lives(terms=iop.Terms(), notice=iop.ABSENT), "terms", id="lives' terms twice"
        ),
        pytest.param(lambda: policies(guards=(), soft=True), "soft", id="guards and which"),
        pytest.param(lambda: policies(hardened=["nothing"]), "Policy.hardened", id="no guard"),
    ],
)
def test_what_contradicts_itself_is_said_at_once(make: Callable[[], object], field: str) -> None:
    with pytest.raises(iop.BadValue) as caught:
        make()

    assert field == caught.value.field


def test_what_contradicts_itself_in_a_strategy_is_said_when_it_is_drawn() -> None:
    @settings(max_examples=1, database=None)
    @given(terms(length=st.just("long")))
    def draw(_terms: iop.Terms) -> None: ...

    with pytest.raises(iop.BadValue) as caught:
        draw()

    assert "Terms.length" == caught.value.field


def test_an_event_of_an_agreement_names_what_is_recorded() -> None:
    life = iop.Agreement(
        "life",
        iop.Terms(first_day="2024-01-01", length="P1Y"),
        [iop.Entered("2024-01-01", state="active"), iop.DemandMade("2024-03-01", written=True)],
    )
    always(
        events(kind=iop.DemandCorrected, of=life, by="town"),
        lambda event: event.by == "town" and event.demand in {2, iop.UNKNOWN, *range(1, 21)},
    )
