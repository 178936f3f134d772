"""The table with stand-ins for its guards: each answers what the event itself carries.

The scenes show what each guard says of real lives; these show what is made of any answers of
any two guards together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations, product
from typing import Any, Final

import attrs
from pendulum import Date

import ioplife as iop
from ioplife.answers import Answer
from ioplife.decisions import Case, Finding, Found, Guard, met, not_called_for, not_met, unknown
from ioplife.events import Override
from ioplife.facts import facts
from ioplife.lifecycle import LIFECYCLE, Clock, Row, Table, stand
from ioplife.machine import consider
from ioplife.policy import DEFAULT, Policy
from tests.proof.scenes import Scene

PLACE: Final = iop.Source("The agreement", "§ 99")
LATER: Final = Date(2099, 1, 1)
OVERRIDE: Final = {"by": "board", "why": "it has been looked into"}


def _said(rule: Guard[Any], found: Found) -> Finding:
    """What a stand-in says, with a fact, a place, a day and a need of its own."""
    match found:
        case Found.MET:
            return met(PLACE, of=rule.code)
        case Found.NOT_MET:
            return not_met(PLACE, LATER, of=rule.code)
        case Found.UNKNOWN:
            return unknown(PLACE, needs=(rule.code,), of=rule.code)
        case Found.NOT_CALLED_FOR:
            return not_called_for(of=rule.code)


def _stand_in(rule: Guard[Any]) -> Guard[Any]:
    def answers(_case: Case, event: iop.Event) -> Finding:
        return _said(rule, Found(dict(event.extra).get(rule.code, "met")))

    return attrs.evolve(rule, rule=answers)


def _with_stand_ins(row: Row[Any] | Clock) -> Row[Any] | Clock:
    if isinstance(row, Clock):
        return row
    return attrs.evolve(row, guards=tuple(_stand_in(rule) for rule in row.guards))


TABLE: Final = Table(tuple(_with_stand_ins(row) for row in LIFECYCLE.rows))
"""The library's own table, but for what its guards say."""


@attrs.frozen
class Said:
    """What some guards of a row say, with who answers for which; all others are met.

    Attributes:
        found: what each says, by its code.
        overridden: the codes somebody answers for.
        hardened: the codes of the soft guards that a policy makes hard.
    """

    found: Mapping[str, Found]
    overridden: frozenset[str] = frozenset()
    hardened: frozenset[str] = frozenset()

    def refusing(self, row: Row[Any]) -> list[tuple[str, Found]]:
        """The guards that refuse, in the table's order (RULES §4)."""
        return [
            (rule.code, found)
            for rule in row.guards
            if (found := self.found.get(rule.code, Found.MET)).answer is not Answer.YES
            and (not rule.soft or rule.code in self.hardened)
            and (found is Found.NOT_MET or rule.code not in self.overridden)
        ]

    def remarked(self, row: Row[Any]) -> list[str]:
        """The guards that warn, ask or are answered for, in the table's order."""
        refuse = {code for code, _found in self.refusing(row)}
        return [
            rule.code
            for rule in row.guards
            if self.found.get(rule.code, Found.MET).answer is not Answer.YES
            and rule.code not in refuse
        ]

    def answer(self, row: Row[Any]) -> Answer:
        """What is answered (RULES §4)."""
        found = {one for _code, one in self.refusing(row)}
        if Found.NOT_MET in found:
            return Answer.NO
        return Answer.UNKNOWN if found else Answer.YES


def together(row: Row[Any]) -> Iterator[Said]:
    """Every answer of none, one and any two guards of a row, and who answers for which."""
    codes = [rule.code for rule in row.guards]
    soft = frozenset(rule.code for rule in row.guards if rule.soft)
    for count in range(3):
        others = [Found.NOT_MET, Found.UNKNOWN]
        if count == 1:
            others.append(Found.NOT_CALLED_FOR)  # counts as met
        for chosen in combinations(codes, count):
            for found in product(others, repeat=count):
                said = dict(zip(chosen, found, strict=True))
                for some in range(count + 1):
                    for overridden in combinations(chosen, some):
                        yield Said(said, frozenset(overridden))
                        if soft.intersection(chosen):
                            yield Said(said, frozenset(overridden), soft.intersection(chosen))


def decide(scene: Scene, said: Said) -> iop.Decision:
    """What is made of what the stand-ins say, in a scene in which every real guard is met."""
    event = attrs.evolve(
        scene.event,
        extra=tuple((code, found.value) for code, found in said.found.items()),
        overrides=tuple(Override(code, **OVERRIDE) for code in sorted(said.overridden)),
    )
    register = scene.told.at(event.on)
    return consider(_case(scene), event, register, _policy(said.hardened), TABLE)


@cache
def _case(scene: Scene) -> Case:
    """What the guards of a scene may see; the stand-ins do not look."""
    register, on = scene.told.at(scene.event.on), scene.event.on
    recorded = len(scene.told.agreement.events)
    return Case(on=on, terms=register.terms, standing=stand(register, on), recorded=recorded)


@cache
def _policy(hardened: frozenset[str]) -> Policy:
    return Policy("hard", hardened=hardened) if hardened else DEFAULT


def fact(code: str) -> object:
    """The fact that a stand-in gives."""
    return facts(of=code)
