"""What is made of the answers of any two guards of a row, by stand-ins; no way past a hard one."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.decisions import Found
from ioplife.lifecycle import LIFECYCLE, Row
from ioplife.machine import Engine
from tests.proof.scenes import ROWS, kept, label, scene
from tests.proof.standins import LATER, PLACE, TABLE, Said, decide, fact, together

BY_LABEL = {label(row): row for row in ROWS}
MET = {place[1]: scene(name) for place, name in kept().items() if place[0] == "allowed"}


@pytest.mark.parametrize("name", BY_LABEL)
def test_any_two_guards_together_give_the_answer_that_the_rules_give(name: str) -> None:
    """And no override, and nothing that another says, leads past a hard one that is not met."""
    row, met = BY_LABEL[name], MET[name]
    hard = {rule.code for rule in row.guards if not rule.soft}
    codes = [rule.code for rule in row.guards]
    for said in together(row):
        decision = decide(met, said)
        own, others = decision.verdicts[: len(codes)], decision.verdicts[len(codes) :]
        remarks = [one.code for one in decision.remarks if one not in others]
        stopped = any(said.found.get(code) is Found.NOT_MET for code in hard)

        assert said.answer(row) is decision.answer, said
        assert [code for code, _found in said.refusing(row)] == list(decision.codes), said
        assert said.remarked(row) == remarks, said
        assert (met.decision.target if decision else None) is decision.target, said
        assert not (stopped and decision), said
        assert codes == [one.code for one in own], said


@pytest.mark.parametrize("found", [one for one in Found if one is not Found.MET])
@pytest.mark.parametrize("name", BY_LABEL)
def test_what_a_guard_says_comes_through_whole(name: str, found: Found) -> None:
    row, met = BY_LABEL[name], MET[name]
    for place, rule in enumerate(row.guards):
        verdict = decide(met, Said({rule.code: found})).verdicts[place]

        assert (rule.code, found, rule.soft, rule.source, rule.sentence) == (
            verdict.code,
            verdict.found,
            verdict.soft,
            verdict.source,
            verdict.sentence,
        )
        assert fact(rule.code) == verdict.facts
        assert (None if found is Found.NOT_CALLED_FOR else PLACE) == verdict.clause
        assert ((rule.code,) if found is Found.UNKNOWN else ()) == verdict.needs
        assert (LATER if found is Found.NOT_MET else None) == verdict.from_day


def test_the_stand_ins_stand_in_the_same_table() -> None:
    def shape(row: Any) -> object:  # noqa: ANN401 - a row of either kind
        codes = [(rule.code, rule.soft) for rule in row.guards] if isinstance(row, Row) else None
        return row.tag, row.sources, row.target, codes

    assert [shape(row) for row in LIFECYCLE.rows] == [shape(row) for row in TABLE.rows]


def test_every_transition_of_the_engine_asks_whether_it_is_allowed() -> None:
    """And there is none but those of the table: no `to_...` that the engine makes by itself."""
    events = Engine(LIFECYCLE).machine.events
    conditions = [
        [getattr(one.func, "__qualname__", one.func) for one in transition.conditions]
        for event in events.values()
        for leads in event.transitions.values()
        for transition in leads
    ]

    assert {row.tag for row in LIFECYCLE.rows} == set(events)
    assert len(list(LIFECYCLE.steps())) == len(conditions)
    assert [["_stands.<locals>.stands", "_is_allowed"]] * len(conditions) == conditions
