"""Each guard of each row alone, on real lives: what is refused, warned of, asked."""

from __future__ import annotations

import attrs
import pytest

import ioplife as iop
from ioplife.answers import Answer
from ioplife.decisions import Found, Status
from ioplife.events import Override
from ioplife.lifecycle import LIFECYCLE
from tests.proof.asked import asked_of
from tests.proof.limits import LIMITS, UNREACHED, limit
from tests.proof.lives import TOLD
from tests.proof.scenes import (
    BY_NAME,
    ROWS,
    Place,
    Scene,
    asked,
    called,
    kept,
    label,
    places,
    put,
    scene,
    singles,
    steps,
)
from tests.proof.told import SUCCESSORS

LABELS = [label(row) for row in ROWS]


def of(kind: str, row: str) -> list[tuple[Place, Scene]]:
    """What is kept of a row, each with its scene."""
    return [
        (place, scene(name))
        for place, name in kept().items()
        if (kind, row) == (place[0], place[1])
    ]


def answering(one: Scene, code: str) -> Scene:
    """The same scene, in which somebody answers for a guard."""
    override = Override(code, by="board", why="it has been looked into")
    return put(one.told, one.how, attrs.evolve(one.event, overrides=(override,)))


def test_every_step_of_the_table_is_shown_but_those_that_cannot_be() -> None:
    assert UNREACHED == {place for place in steps() if place not in kept()}


def test_every_guard_of_every_row_is_shown_but_what_it_cannot_say() -> None:
    cannot = {
        place
        for place in singles()
        if (bound := limit(place[1], place[2], Found(place[3]))) and not bound.beside
    }

    assert cannot == {place for place in singles() if place not in kept()}


def test_nothing_is_kept_that_is_not_of_the_table() -> None:
    rows = {label(row): {rule.code for rule in row.guards} for row in ROWS}
    pairs = {place for place in kept() if place[0] == "pair"}

    assert {*steps(), *singles()} >= set(kept()) - pairs
    assert all({place[2], place[4]} <= rows[place[1]] for place in pairs)


@pytest.mark.parametrize("row", LABELS)
def test_each_scene_still_shows_what_it_is_kept_for(row: str) -> None:
    for kind in ("allowed", "single", "pair"):
        for place, one in of(kind, row):
            assert place in set(places(one)), one.name


@pytest.mark.parametrize("row", LABELS)
def test_with_every_guard_met_it_is_allowed(row: str) -> None:
    for _place, one in of("allowed", row):
        taken = one.told.agreement.apply(
            one.event, chain=SUCCESSORS, is_working_day=one.told.is_working_day
        )

        assert Answer.YES is one.decision.answer
        assert (*one.told.agreement.events, one.event) == taken.events


@pytest.mark.parametrize("row", LABELS)
def test_a_guard_that_is_not_met_refuses_alone_or_warns_alone(row: str) -> None:
    for (_kind, _row, code, found), one in of("single", row):
        if found != "not_met":
            continue
        verdict = next(each for each in one.verdicts if each.code == code)
        alone = limit(row, code, Found.NOT_MET) is None
        if verdict.soft:
            assert Status.WARNING is verdict.status
            assert (Answer.YES, ()) == (one.decision.answer, one.decision.codes) or not alone
            assert Status.ACCEPTED is answered(answering(one, code), code)
        else:
            assert (Answer.NO, None) == (one.decision.answer, one.decision.target)
            assert code in one.decision.codes
            assert (code,) == one.decision.codes or not alone
            assert Answer.NO is answering(one, code).decision.answer
            refuses(one)


@pytest.mark.parametrize("row", LABELS)
def test_a_guard_of_which_nobody_can_say_is_unknown_or_a_question(row: str) -> None:
    for (_kind, _row, code, found), one in of("single", row):
        if found != "unknown":
            continue
        verdict = next(each for each in one.verdicts if each.code == code)
        alone = limit(row, code, Found.UNKNOWN) is None
        assert set(verdict.needs) <= set(one.decision.needs)
        assert set(verdict.needs) <= {field.name for field in attrs.fields(type(one.event))}
        if verdict.soft:
            assert Status.QUESTION is verdict.status
            assert (Answer.YES, ()) == (one.decision.answer, one.decision.codes) or not alone
        else:
            assert Answer.UNKNOWN is one.decision.answer
            assert code in one.decision.codes
            assert (code,) == one.decision.codes or not alone
            assert Answer.YES is answering(one, code).decision.answer or not alone
            refuses(one)
        assert Status.ACCEPTED is answered(answering(one, code), code)


def answered(one: Scene, code: str) -> Status:
    """What a guard does to the decision."""
    return next(each.status for each in one.verdicts if each.code == code)


def refuses(one: Scene) -> None:
    """What is not answered with yes is not taken in."""
    with pytest.raises(iop.Refused) as caught:
        one.told.agreement.apply(
            one.event, chain=SUCCESSORS, is_working_day=one.told.is_working_day
        )
    assert one.decision == caught.value.decision


def test_every_limit_is_one() -> None:
    """What can be shown alone is not said to need others beside it."""
    for bound in LIMITS:
        for row in bound.rows:
            if bound.beside:
                one = scene(kept()["single", row, bound.code, bound.found.value])
                assert {other for other, _found in one.failing} - {bound.code}, (row, bound)
    named = [(row, one.code, one.found) for one in LIMITS for row in one.rows]
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("told", TOLD, ids=lambda told: told.name)
def test_a_life_is_in_the_state_that_its_name_begins_with(told: object) -> None:
    assert isinstance(told, type(TOLD[0]))
    assert called(told.state) == told.name.split()[0].rstrip(",")


def test_every_life_and_all_that_is_asked_of_one_has_a_name_of_its_own() -> None:
    names = [told.name for told in TOLD]
    words = [how for how, _event in asked_of(TOLD[0])]

    assert len(set(names)) == len(names)
    assert len(set(words)) == len(words)


STATES = [None, *iop.State]


@pytest.mark.parametrize("state", STATES, ids=called)
def test_where_no_row_stands_it_is_refused_for_its_state(state: iop.State | None) -> None:
    """And the guards of all its rows are asked beside that."""
    told = BY_NAME[called(state)]
    without = {row.event for row in ROWS} - {
        event for source, event in LIFECYCLE.events if source is state
    }
    seen = set()
    for event in asked(told.name).values():
        if type(event) in without and event.on == told.day:
            seen.add(type(event))
            decision = told.agreement.consider(event, chain=SUCCESSORS)
            codes = [one.code for one in decision.verdicts]
            rules = [rule.code for rule in LIFECYCLE.guards(type(event))]

            assert ["wrong-state", *rules] == codes[: len(rules) + 1]
            assert "wrong-state" == decision.codes[0]
            assert (Answer.NO, None) == (decision.answer, decision.target)
    assert without == seen
