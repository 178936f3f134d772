"""Every state is reached and every live one ends; what is final stays; the three agree."""

from __future__ import annotations

import re

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.answers import Answer
from ioplife.dates import next_day
from ioplife.events import ENDED, UNMADE, Corrected, Entered, Renewed, Resolved
from ioplife.lifecycle import LIFECYCLE, Clock, Fork, take
from ioplife.machine import NOTHING, Turn, engine
from ioplife.states import FINAL, IN_FORCE, LIVE, State
from ioplife.terms import UNKNOWN
from tests.proof.asked import asked_of
from tests.proof.lives import TOLD
from tests.proof.paths import (
    BESIDES,
    ENDS,
    FAR,
    LIVES,
    NEVER,
    End,
    ending,
    moves,
    shortest,
    ticks,
    weight,
)
from tests.proof.scenes import CLOCKS, kept, scene
from tests.proof.told import SUCCESSORS, Told

ALLOWED = [scene(name) for place, name in kept().items() if place[0] == "allowed"]
HARDLY = [scene(name) for place, name in kept().items() if place[0] == "single"]
FINALS = [told for told in TOLD if told.state in FINAL]
ARROWS = {
    (None if match[1] == "[*]" else match[1], match[2], tag)
    for line in format(LIFECYCLE, "mermaid").splitlines()
    if (match := re.fullmatch(r"    (\S+) --> (\S+): (.+)", line))
    for tag in match[3].split(", ")
}


# --- reached -------------------------------------------------------------------------------


@pytest.mark.parametrize("state", State)
def test_every_state_is_reached_by_a_life_that_every_guard_allows(state: State) -> None:
    told = LIVES[state]
    life = iop.Agreement("a-1", told.agreement.terms)
    for event in told.agreement.events:
        life = life.apply(event, chain=SUCCESSORS)

    assert state is life.on(told.day).state


@pytest.mark.parametrize("state", State)
def test_the_shortest_life_is_as_short_as_the_table_allows(state: State) -> None:
    way = shortest(None, [state])
    assert way is not None
    more, _why = BESIDES.get(state, (0, ""))

    assert weight(way)[0] + more == len(LIVES[state].agreement.events)


@pytest.mark.parametrize("state", LIVE)
def test_every_live_state_leads_to_a_final_one_in_the_table(state: State) -> None:
    way = shortest(state, FINAL)

    assert way is not None
    assert way[0][1] is state
    assert way[-1][2] in FINAL


@pytest.mark.parametrize("end", ENDS, ids=lambda end: str(end.told.state))
def test_every_live_state_ends_in_a_life(end: End) -> None:
    life = end.told.agreement
    if end.event is not None:
        life = life.apply(end.event)

    assert end.state is life.on(end.day).state
    assert set(LIVE) == {one.told.state for one in ENDS}


def test_every_live_life_can_be_ended_whatever_its_terms_say() -> None:
    """One event that asks for nothing that its terms must say; it is over the day after."""
    for told in TOLD:
        if told.state not in LIVE:
            continue
        event = attrs.evolve(ending(told.state), on=told.day)
        decision = told.agreement.consider(event)
        after = told.agreement.record(event).on(next_day(told.day))

        assert Answer.YES is decision.answer, told.name
        assert after.state in FINAL, told.name


# --- final ---------------------------------------------------------------------------------


def test_in_the_table_only_a_late_renewal_leaves_a_final_state() -> None:
    out = {(tag, source, target) for tag, source, target in moves() if source in FINAL}
    entered = {
        source
        for row, source, _target in LIFECYCLE.steps()
        if isinstance(row.target, Fork) and row.target.rises
    }

    assert {("renewed", State.TERMINATED, State.RENEWED)} == out
    assert FINAL.isdisjoint(entered - {None})


PLAIN = [told for told in FINALS if told.name in {"terminated", "renewed", "declined"}]
OTHERS = [
    told
    for told in FINALS
    if told.name.endswith(("entered", "by notice", "what nobody knows", "decided lately"))
]


@pytest.mark.parametrize("told", [*PLAIN, *OTHERS], ids=lambda told: told.name)
def test_no_event_moves_a_final_life_but_a_late_renewal(told: Told) -> None:
    """Recorded without asking; but for a correction and a resolution, which reach back."""
    for how, event in asked_of(told):
        if event.on < told.day or reaches_back(event):
            continue
        after = told.agreement.record(event)
        states = {after.on(day).state for day in (event.on, next_day(event.on), FAR)}
        late = isinstance(event, Renewed) and told.state is State.TERMINATED
        ran_out = told.register.reason in (iop.Reason.EXPIRED, iop.Reason.NOT_RENEWED)

        assert ({State.RENEWED} if late and ran_out else {told.state}) == states, how


@pytest.mark.parametrize("told", FINALS, ids=lambda told: told.name)
def test_time_moves_no_final_life(told: Told) -> None:
    assert {told.state} == {told.agreement.on(day).state for day in (told.day, FAR)} or (
        told.agreement.events[-1].on > told.day  # what is recorded later is a late renewal
        and State.RENEWED is told.agreement.on(FAR).state
    )


# --- in force ------------------------------------------------------------------------------


def test_in_the_table_only_time_leaves_what_is_in_force() -> None:
    """But for a register entry, whose final state has its reason, or none."""
    out = {tag for tag, source, target in moves() if source in IN_FORCE and target not in IN_FORCE}

    assert {"~runs-out"} == out


def test_in_force_is_left_only_with_a_reason() -> None:
    left = 0
    for told in TOLD:
        for change in told.agreement.timeline(until=FAR):
            if change.before in IN_FORCE and change.after not in IN_FORCE:
                left += 1
                has_reason(told.agreement, change)
    assert left > 100


def test_nothing_that_is_asked_leaves_it_without_one() -> None:
    """Every scene in force that is kept, the event taken in whether it is allowed or not."""
    left = 0
    for one in (*ALLOWED, *HARDLY):
        if one.decision.state not in IN_FORCE:
            continue
        life = one.told.agreement.record(one.event)
        for change in life.timeline(until=FAR):
            if change.before in IN_FORCE and change.after not in IN_FORCE:
                left += 1
                has_reason(life, change)
    assert left > 100


def has_reason(life: iop.Agreement, change: iop.Change) -> None:
    """It ran out, or was entered; terminated for a reason, or renewed by a successor."""
    standing = life.on(change.on)
    assert change.tag in ("~runs-out", "entered")
    if change.after is State.TERMINATED:
        entered = change.tag == "entered"
        assert standing.reason in ENDED or (entered and standing.reason is UNKNOWN)
        assert standing.because[0].code in ("~runs-out", "entered", "closed", standing.reason)
    elif change.after is State.DECLINED:  # by a paper that says it never became an agreement
        assert change.tag == "entered"
        assert standing.reason in UNMADE
    else:
        assert State.RENEWED is change.after
        assert standing.reason is None
        assert standing.renewed is not None or change.tag == "entered"


# --- what time brings ----------------------------------------------------------------------


def test_every_step_of_every_clock_row_comes_in_a_life_but_one() -> None:
    steps = {
        (row.tag, source, target)
        for row, source, target in LIFECYCLE.steps()
        if isinstance(row, Clock)
    }

    assert steps - set(NEVER) == set(ticks(TOLD, FAR))
    assert {row.tag for row in CLOCKS} == {tag for tag, _before, _after in steps}


# --- the three agree -----------------------------------------------------------------------


def reaches_back(event: iop.Event) -> bool:
    """Whether what came before it is told anew, so that it may meet another state."""
    return isinstance(event, Corrected | Resolved)


@pytest.mark.parametrize("one", ALLOWED, ids=lambda one: " to ".join(map(str, one.move)))
def test_what_is_considered_is_what_is_folded_and_drawn(one: object) -> None:
    assert isinstance(one, type(ALLOWED[0]))
    _row, source, target = one.move
    life = one.told.agreement.record(one.event)
    number = len(life.events)
    change = next(each for each in life.timeline(until=FAR) if each.number == number)

    assert change.anomaly is None
    assert change.before is change.after if reaches_back(one.event) else source is change.before
    assert reaches_back(one.event) or target is change.after
    assert (
        source is target
        or isinstance(one.event, Entered)
        or (source, target, one.event.tag) in ARROWS
    )


def test_what_is_refused_moves_no_engine() -> None:
    for one in HARDLY:
        before = one.told.at(one.event.on)
        after = before.kept()
        take(after, len(one.told.agreement.events) + 1, one.event)
        turn = Turn(before, after, one.event, one.event.on, lambda: False)
        state = before.state

        assert (False, state) == engine().step(state, one.event.tag, turn)
        assert one.decision or one.decision.target is None


def test_every_arrow_is_a_move_of_the_table_and_every_move_an_arrow() -> None:
    entered = {
        (source, target, row.tag)
        for row, source, target in LIFECYCLE.steps()
        if source is None and isinstance(row.target, Fork)
    }

    assert {(source, target, tag) for tag, source, target in moves()} | entered == ARROWS
    assert NOTHING == "nothing"


def test_the_lives_that_are_asked_of_hold_what_they_say() -> None:
    assert len({told.name for told in TOLD}) == len(TOLD)
    assert {None, *State} == {told.state for told in TOLD}
    assert all(isinstance(told.day, Date) for told in TOLD)
