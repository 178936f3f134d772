"""A life that breaks a rule shrinks to the fewest events and the simplest days.

The rules here are false; each test says which life is left of the search for one that breaks it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import attrs
import pytest
from hypothesis import find, settings
from hypothesis.strategies import SearchStrategy

import ioplife as iop
from ioplife.testing.strategies import events, lives, periods, terms

DEEP: Final = settings(max_examples=1_000, derandomize=True, database=None, deadline=None)

TOWN: Final = iop.Party("town", "Town", sector="public")
MISSION: Final = iop.Party("mission", "Mission", sector="civil")
PLAIN: Final = iop.Terms(
    kind="iop", parties=[TOWN, MISSION], first_day="2020-01-01", last_day="2020-12-31"
)
NOTICED: Final = attrs.evolve(PLAIN, notice=iop.Notice("P3M"))
ACTIVE: Final = iop.Entered("2020-01-01", by="town", state="active", seen="2020-01-01")


def never_renewed(life: iop.Agreement) -> bool:
    """No agreement is ever renewed."""
    return life.on("2040-01-01").state is not iop.State.RENEWED


def never_ended_by_notice(life: iop.Agreement) -> bool:
    """No agreement ends by notice."""
    return life.on("2040-01-01").reason != "notice"


def never_given_without_a_clause(life: iop.Agreement) -> bool:
    """No notice is refused or unknown for want of a clause."""
    return not any(
        isinstance(event, iop.NoticeGiven) and "notice-clause" in decision.codes
        for event, decision in zip(life.events, life.audit(), strict=True)
    )


@pytest.mark.parametrize(
    ("drawn", "rule", "terms_left", "left"),
    [
        pytest.param(
            lives(holding=iop.NoticeGiven),
            never_given_without_a_clause,
            PLAIN,
            [iop.NoticeGiven("2020-01-01", by="town", written=True)],
            id="what is asked for",
        ),
        pytest.param(
            lives(holding=iop.NoticeGiven, terms=NOTICED),
            never_ended_by_notice,
            NOTICED,
            [ACTIVE, iop.NoticeGiven("2020-01-01", by="town", written=True)],
            id="two events",
        ),
    ],
)
def test_the_fewest_events_are_left(
    drawn: SearchStrategy[iop.Agreement],
    rule: Callable[[iop.Agreement], bool],
    terms_left: iop.Terms,
    left: list[iop.Event],
) -> None:
    found = find(drawn, lambda life: not rule(life), settings=DEEP)

    assert iop.Agreement("life", terms_left, left) == found


def test_of_any_life_only_what_breaks_the_rule_is_left() -> None:
    """There are two plainest ways to be renewed, and neither of them can lose an event."""
    found = find(lives(), lambda life: not never_renewed(life), settings=DEEP)

    entered = [attrs.evolve(ACTIVE, state=iop.State.RENEWED)]
    succeeded = [
        ACTIVE,
        iop.Renewed(
            "2020-01-01", by="town", successor="successor", period=iop.Period("2020-01-01")
        ),
    ]
    assert found in [iop.Agreement("life", PLAIN, events) for events in (entered, succeeded)]


def test_terms_shrink_to_what_matters() -> None:
    """No term has an option to extend that must be asked for in time."""
    found = find(
        terms(),
        lambda drawn: (
            isinstance(drawn.renewal, iop.RenewalOption)
            and isinstance(drawn.renewal.ask_before, iop.Duration)
        ),
        settings=DEEP,
    )

    assert isinstance(found.renewal, iop.RenewalOption)
    assert attrs.evolve(PLAIN, renewal=found.renewal) == found
    assert "P1Y" == str(found.renewal.ask_before)


def test_an_event_shrinks_to_the_first_of_its_days() -> None:
    found = find(events(kind=iop.NoticeGiven), lambda event: event.on.year > 2018, settings=DEEP)

    assert iop.NoticeGiven("2019-01-01", by="town", written=True) == found


def test_a_period_shrinks_to_a_year() -> None:
    found = find(periods(), lambda period: (period.days or 0) > 31, settings=DEEP)

    assert iop.Period("2018-01-01", "2018-12-31") == found
