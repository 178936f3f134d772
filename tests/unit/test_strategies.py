"""The strategies draw what they promise, and nothing that cannot travel."""

import copy
import pickle
from collections import Counter
from collections.abc import Callable
from typing import TypeVar

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis.strategies import SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import Duration, Period
from ioplife.events import EVENTS, Corrected, Entered, Event
from ioplife.states import State
from ioplife.terms import (
    Absent,
    AutomaticRenewal,
    Breach,
    Edge,
    Notice,
    Party,
    RenewalOption,
    Stated,
    Terms,
    Unknown,
)
from ioplife.testing._clauses import breaches, notices, renewals, stated
from ioplife.testing._draws import EARLIEST, LATEST, days, durations, periods
from ioplife.testing._events import events
from ioplife.testing._lives import lives
from ioplife.testing._terms import parties, terms_
from tests.properties.held import PAID_TAGS, tags

T = TypeVar("T")

DAY = Date(2021, 10, 1)
EVERYTHING: dict[str, SearchStrategy[object]] = {
    "days": days(),
    "durations": durations(),
    "periods": periods(),
    "parties": parties(),
    "stated": stated(DAY, Edge.FIRST),
    "notices": notices(),
    "renewals": renewals(),
    "breaches": breaches(),
    "terms_": terms_(),
    "events": events(),
    "lives": lives(),
}


def reached(strategy: SearchStrategy[T], wanted: Callable[[T], bool]) -> T:
    """A value of the strategy that is as wanted, the same one on every run; fails on none."""
    return find(
        strategy,
        wanted,
        settings=settings(
            max_examples=3_000, phases=[Phase.generate], derandomize=True, database=None
        ),
    )


def states(terms: Terms, recorded: tuple[Event, ...]) -> set[State | None]:
    told = Agreement("life", terms, recorded).timeline(until="2030-01-01")
    return {line.after for line in told}


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_value_hashes_and_travels(name: str) -> None:
    @settings(max_examples=50)
    @given(EVERYTHING[name])
    def travels(value: object) -> None:
        there = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own, just written

        assert value == there
        assert hash(value) == hash(there)
        assert value == copy.deepcopy(value)

    travels()


@given(days())
def test_days_lie_in_the_years_that_lives_are_about(day: Date) -> None:
    assert EARLIEST <= day <= LATEST


@given(days("2024-02-28", "2024-03-01"))
def test_days_keep_to_what_they_are_asked_for(day: Date) -> None:
    assert day in {Date(2024, 2, 28), Date(2024, 2, 29), Date(2024, 3, 1)}


@given(durations(longest_years=1))
def test_durations_have_a_length(duration: Duration) -> None:
    assert not duration.is_zero


@given(periods(days("2020-01-01", "2020-12-31"), open_ended=False))
def test_periods_begin_and_end_as_they_are_asked_to(period: Period) -> None:
    assert period.first.year == 2020
    assert period.last is not None


def test_periods_reach_one_day_and_no_end() -> None:
    reached(periods(), lambda period: period.last is None)
    reached(periods(), lambda period: period.days == 1)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_parties_are_one_to_four(count: int) -> None:
    found: tuple[Party, ...] = reached(parties(), lambda drawn: len(drawn) == count)

    assert len({party.id for party in found}) == count


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(lambda terms: isinstance(terms.parties, Unknown), id="unknown parties"),
        pytest.param(lambda terms: terms.parties == (), id="no parties"),
        pytest.param(lambda terms: terms.open_ended, id="open-ended"),
        pytest.param(lambda terms: len(terms.first_days) > 1, id="first days in conflict"),
        pytest.param(lambda terms: len(terms.last_days) > 2, id="three last days"),
        pytest.param(
            lambda terms: terms.first_days and terms.last_days[:1] < terms.first_days[:1],
            id="over before it begins",
        ),
        pytest.param(lambda terms: isinstance(terms.notice, Notice), id="a notice clause"),
        pytest.param(lambda terms: isinstance(terms.renewal, RenewalOption), id="an option"),
        pytest.param(
            lambda terms: (
                isinstance(terms.renewal, RenewalOption)
                and isinstance(terms.renewal.ask_before, Duration)
            ),
            id="an option that is asked for in time",
        ),
        pytest.param(
            lambda terms: (
                isinstance(terms.renewal, AutomaticRenewal) and isinstance(terms.notice, Notice)
            ),
            id="two clauses of notice",
        ),
        pytest.param(
            lambda terms: isinstance(terms.renewal, AutomaticRenewal) and terms.renewal.times == 1,
            id="what goes on by itself once",
        ),
        pytest.param(
            lambda terms: isinstance(terms.breach, Breach) and terms.breach.written is True,
            id="a demand that must be written",
        ),
        pytest.param(
            lambda terms: isinstance(terms.first_day, Stated) and not terms.first_readings,
            id="a first day in words alone",
        ),
        pytest.param(
            lambda terms: all(
                isinstance(clause, Absent | Unknown)
                for clause in (terms.first_day, terms.last_day, terms.length)
            ),
            id="no day at all",
        ),
    ],
)
def test_terms_reach(wanted: Callable[[Terms], bool]) -> None:
    reached(terms_(), lambda terms: bool(wanted(terms)))


OFTEN = 0.05
"""So many of drawn terms have each kind of clause at least."""


def test_each_kind_of_clause_stands_often() -> None:
    counted: Counter[str] = Counter()

    @settings(max_examples=500, derandomize=True, database=None)
    @given(terms_())
    def count(terms: Terms) -> None:
        for clause in (terms.renewal, terms.notice, terms.breach):
            counted[type(clause).__name__] += 1
        counted["terms"] += 1

    count()
    kinds = ("RenewalOption", "AutomaticRenewal", "Notice", "Breach", "Absent", "Unknown")
    assert [] == [kind for kind in kinds if counted[kind] < OFTEN * counted["terms"]]


def test_each_form_of_payment_and_of_index_stands_often() -> None:
    """Of terms with a plan, and of those with an index clause."""
    counted: Counter[str] = Counter()

    @settings(max_examples=500, derandomize=True, database=None)
    @given(terms_())
    def count(terms: Terms) -> None:
        counted["paid"] += bool(terms.plans)
        counted["index"] += isinstance(terms.indexation, tuple) and bool(terms.indexation)
        counted.update({tag for tag in tags(terms, ()) if tag in PAID_TAGS})

    count()
    assert [] == [
        tag for tag in sorted(PAID_TAGS) if counted[tag] < OFTEN * counted[tag.partition(":")[0]]
    ]


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param("~extends", id="goes on by itself"),
        pytest.param("extended", id="an option is used"),
        pytest.param("~amends", id="an amendment takes effect"),
        pytest.param("annulled", id="a decision is annulled"),
        pytest.param("cancelled", id="cancelled for a breach"),
        pytest.param("demand_corrected", id="a breach is corrected"),
        pytest.param("party_left", id="a party leaves"),
        pytest.param("voided", id="void"),
    ],
)
def test_lives_go_on_and_break_off_in_every_way(wanted: str) -> None:
    reached(
        lives(),
        lambda life: any(
            line.tag == wanted and line.anomaly is None
            for line in Agreement("life", *life).timeline(until="2030-12-31")
        ),
    )


@pytest.mark.parametrize("kind", EVENTS)
def test_events_are_of_the_kinds_asked_for(kind: type[Event]) -> None:
    assert type(reached(events((kind,)), lambda _: True)) is kind


@pytest.mark.parametrize("state", [state for state in State if state is not State.FOLLOW_UP])
def test_entries_reach_every_state(state: State) -> None:
    reached(events((Entered,)), lambda event: isinstance(event, Entered) and event.state is state)


@pytest.mark.parametrize("state", State)
def test_lives_reach_every_state(state: State) -> None:
    reached(lives(), lambda life: state in states(*life))


@pytest.mark.parametrize(
    "wanted",
    [
        pytest.param(lambda found: not found, id="nothing recorded"),
        pytest.param(lambda found: len(found) > 12, id="much recorded"),
        pytest.param(
            lambda found: [e.on for e in found] != sorted(e.on for e in found), id="a late record"
        ),
        pytest.param(
            lambda found: any(
                isinstance(event, Corrected) and isinstance(event.to, Corrected) for event in found
            ),
            id="a correction that puts a correction in place",
        ),
        pytest.param(
            lambda found: any(
                isinstance(event, Corrected)
                and 0 < event.event_no <= len(found)
                and isinstance(found[event.event_no - 1], Corrected)
                and found[event.event_no - 1] is not event
                for event in found
            ),
            id="a correction of a correction",
        ),
        pytest.param(
            lambda found: any(
                isinstance(event, Corrected) and event.event_no == 0 for event in found
            ),
            id="other terms",
        ),
        pytest.param(
            lambda found: any(
                isinstance(event, Corrected) and event.event_no > len(found) for event in found
            ),
            id="a correction of nothing",
        ),
        pytest.param(lambda found: len({event.on for event in found}) < len(found) - 2, id="a day"),
    ],
)
def test_lives_reach(wanted: Callable[[tuple[Event, ...]], bool]) -> None:
    reached(lives(), lambda life: bool(wanted(life[1])))


def test_a_life_shrinks() -> None:
    """What is left of a life that is in force is little more than what puts it there."""
    _, found = find(
        lives(),
        lambda life: State.ACTIVE in states(*life),
        settings=settings(max_examples=500, derandomize=True, database=None),
    )

    assert len(found) <= 3
