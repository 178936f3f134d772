"""The table: checked when it is built, drawn as it is, and one with the engine."""

import re
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import ioplife as iop
from ioplife import guards
from ioplife.events import EVENTS, EndingLifted, Noted, Remitted, Signed, Tabled
from ioplife.lifecycle import LIFECYCLE, SAME, Clock, Row, Table, turns
from ioplife.machine import NOTHING, Engine
from ioplife.states import State

ROWS = LIFECYCLE.rows


def test_every_event_has_a_row_and_every_row_an_event() -> None:
    assert set(EVENTS) == {row.event for row in ROWS if isinstance(row, Row)}


def test_time_alone_has_the_rows_that_are_clocks_in_the_states_they_lead_from() -> None:
    found = Table(ROWS).clocks

    assert {None, *State} == set(found)
    assert {row for row in ROWS if isinstance(row, Clock)} == {
        row for rows in found.values() for row in rows
    }
    assert all(state in row.sources for state, rows in found.items() for row in rows)


def test_a_second_row_for_a_state_and_event_is_refused() -> None:
    with pytest.raises(iop.BadValue, match="one row for a state and event"):
        Table((*ROWS, Row(Tabled, (State.PROPOSED,), SAME)))


def test_the_same_event_may_have_a_row_in_another_state() -> None:
    assert Table((*ROWS, Row(Tabled, (State.APPROVED,), SAME))).events


def test_a_guard_on_the_wrong_event_is_refused() -> None:
    with pytest.raises(iop.BadValue, match="must fit tabled"):
        Table((*ROWS, Row(Tabled, (State.APPROVED,), SAME, (guards.notice_written,))))


def test_a_state_nothing_leads_to_is_refused() -> None:
    with pytest.raises(iop.BadValue, match="must be reachable") as caught:
        Table(
            tuple(
                attrs.evolve(row, target=SAME)
                if isinstance(row, Row) and row.event is Remitted
                else row
                for row in ROWS
                if row.tag != "initiated"
            )
        )
    assert "initiative" == caught.value.value


def test_a_live_state_that_cannot_end_is_refused() -> None:
    """A follow-up that neither closes nor runs out."""
    endless = tuple(
        attrs.evolve(row, sources=_without_follow_up(row))
        for row in ROWS
        if row.tag in ("~runs-out", "~follow-up-closes", "followed_up")
    )
    others = tuple(row for row in ROWS if row.tag not in {one.tag for one in endless})
    with pytest.raises(iop.BadValue, match="must be able to reach a final state") as caught:
        Table((*others, *endless))
    assert "follow_up" == caught.value.value


def _without_follow_up(row: Row[Any] | Clock) -> Any:  # noqa: ANN401 - as the row has them
    return tuple(one for one in row.sources if one is not State.FOLLOW_UP)


def arrows() -> Iterator[tuple[str, str, str]]:
    """What the picture shows: from, to, and by what."""
    for line in format(LIFECYCLE, "mermaid").splitlines():
        match = re.fullmatch(r"    (\S+) --> (\S+): (.+)", line)
        if match:
            for tag in match[3].split(", "):
                yield match[1].replace("[*]", NOTHING), match[2], tag


def test_the_picture_shows_what_the_engine_does() -> None:
    """Every arrow is a transition; every transition to another state is an arrow, but entries."""
    engine = {
        (transition.source, transition.dest, tag)
        for tag, event in Engine(LIFECYCLE).machine.events.items()
        for leads in event.transitions.values()
        for transition in leads
    }
    shown = set(arrows())
    moves = {one for one in engine if one[0] != one[1]}
    assert shown <= moves
    assert {"entered"} == {tag for _source, _target, tag in moves - shown}


def test_the_text_has_a_line_for_every_row_and_every_guard() -> None:
    head, _rule, *lines = format(LIFECYCLE, "md").splitlines()
    assert head.count("|") == 6
    assert [f"`{row.tag}`" for row in ROWS] == [line.split(" | ")[0][2:] for line in lines]
    for row, line in zip(ROWS, lines, strict=True):
        for rule in () if isinstance(row, Clock) else row.guards:
            assert f"`{rule.code}`" in line


def test_another_shape_is_refused() -> None:
    with pytest.raises(iop.BadValue):
        format(LIFECYCLE, "dot")


def test_a_fork_lists_the_states_it_can_give() -> None:
    assert (State.APPROVED, State.SIGNED) == turns.SIGNED_BY_ALL.targets
    assert State.FOLLOW_UP not in turns.AS_ENTERED.reach(None)
    assert (State.ACTIVE, State.RENEWED, State.TERMINATED, State.DECLINED) == (
        turns.AS_ENTERED.reach(State.SIGNED)
    )


def test_rank_falls_only_by_what_is_remitted() -> None:
    falls = {
        row.event
        for row, source, target in LIFECYCLE.steps()
        if isinstance(row, Row) and source and target and target.rank < source.rank
    }
    assert {Remitted} == falls


def test_what_shows_in_force_stands_nowhere_else() -> None:
    shows = {row.event for row in ROWS if isinstance(row, Row) and row.shows_in_force}
    assert EndingLifted in shows
    assert not {Noted, Signed, iop.Assessed, iop.Entered} & shows
