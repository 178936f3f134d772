"""The scenes that show each thing, by name, and the command that looks for them.

python -m tests.proof.scenes --write

It asks every life of every event, which takes a minute or two; what it finds is kept in
``scenes.txt``, and the tests ask these scenes alone.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import attrs

import ioplife as iop
from ioplife.answers import Answer
from ioplife.decisions import Found, Verdict
from ioplife.lifecycle import LIFECYCLE, Clock, Row
from ioplife.lifecycle.rows import Source
from tests.proof.asked import asked_of
from tests.proof.limits import limit
from tests.proof.lives import TOLD
from tests.proof.told import SUCCESSORS, Told

KEPT: Final = Path(__file__).with_name("scenes.txt")

ROWS: Final = tuple(row for row in LIFECYCLE.rows if isinstance(row, Row))
CLOCKS: Final = tuple(row for row in LIFECYCLE.rows if isinstance(row, Clock))

BY_NAME: Final = {told.name: told for told in TOLD}

NOTHING: Final = "nothing"


def label(row: Row[Any] | Clock) -> str:
    """A row in words: its event, and, where that has two, the first state it stands in."""
    several = sum(one.tag == row.tag for one in LIFECYCLE.rows) > 1
    return f"{row.tag}, from {row.sources[0]}" if several else row.tag


def called(state: Source) -> str:
    """A state in words; before the first event there is nothing."""
    return state or NOTHING


@attrs.frozen(eq=False)
class Scene:
    """One event put to one life.

    Attributes:
        told: the life.
        how: the event, in words.
        event: the event.
        row: the row that stands for it; None: none does.
        decision: what is said of it.
    """

    told: Told
    how: str
    event: iop.Event
    row: Row[Any] | None
    decision: iop.Decision

    @property
    def name(self) -> str:
        """It in words."""
        return f"{self.told.name}: {self.how}"

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """What the guards of its row say; the policy's come after them."""
        return self.decision.verdicts[: len(self.row.guards)] if self.row else ()

    @property
    def failing(self) -> tuple[tuple[str, Found], ...]:
        """The guards of the row that are not met, or of which nobody can say."""
        return tuple((one.code, one.found) for one in self.verdicts if one.answer is not Answer.YES)

    @property
    def move(self) -> tuple[str, Source, Source]:
        """Its row, the state it met and the one it leads to."""
        assert self.row is not None
        return label(self.row), self.decision.state, self.decision.target


def put(told: Told, how: str, event: iop.Event) -> Scene:
    """An event put to a life."""
    decision = told.agreement.consider(event, chain=SUCCESSORS, is_working_day=told.is_working_day)
    return Scene(told, how, event, LIFECYCLE.row(told.at(event.on), event), decision)


@cache
def asked(life: str) -> dict[str, iop.Event]:
    """What is asked of a life, by what it is in words."""
    return dict(asked_of(BY_NAME[life]))


@cache
def scene(name: str) -> Scene:
    """A scene by its name."""
    life, _, how = name.partition(": ")
    return put(BY_NAME[life], how, asked(life)[how])


Place = tuple[str, ...]
"""What a scene shows: ``allowed``, a row, from, to; or a row, a code and what it says; or two."""


def steps() -> Iterator[Place]:
    """Every row of an event, with every state it stands in and every one it can give there."""
    for row, source, target in LIFECYCLE.steps():
        if isinstance(row, Row):
            yield "allowed", label(row), called(source), called(target)


def singles() -> Iterator[Place]:
    """Every guard of every row, with both things it may say that are not yes."""
    for row in ROWS:
        for rule in row.guards:
            for found in (Found.NOT_MET, Found.UNKNOWN):
                yield "single", label(row), rule.code, found.value


@cache
def kept() -> dict[Place, str]:
    """The scenes that are kept, by what they show."""
    lines = (line.split(" | ") for line in KEPT.read_text("utf-8").splitlines())
    return {tuple(place): name for *place, name in lines}


def _all() -> Iterator[Scene]:
    for told in TOLD:
        for how, event in asked_of(told):
            if LIFECYCLE.row(told.at(event.on), event) is not None:
                yield put(told, how, event)


def places(one: Scene) -> Iterator[Place]:
    """What a scene shows, alone or beside what it cannot be shown without."""
    row, source, target = one.move
    failing = one.failing
    if not failing:
        yield "allowed", row, called(source), called(target)
    for code, found in failing:
        bound = limit(row, code, found)
        others = {other for other, _found in failing if other != code}
        if others <= (bound.beside if bound else set()):
            yield "single", row, code, found.value
    if len(failing) == 2:
        (code, found), (other, its) = failing
        yield "pair", row, code, found.value, other, its.value


def look() -> dict[Place, str]:
    """For each thing that any scene shows, the first with the fewest guards beside it."""
    best: dict[Place, tuple[int, str]] = {}
    for one in _all():
        for place in places(one):
            if place not in best or len(one.failing) < best[place][0]:
                best[place] = len(one.failing), one.name
    return {place: name for place, (_count, name) in best.items()}


def shows(name: str, place: Place) -> bool:
    """Whether a scene shows something."""
    return place in set(places(scene(name)))


def main(arguments: Sequence[str] | None = None) -> int:
    """Look for the scenes, and keep them."""
    parser = argparse.ArgumentParser(prog="python -m tests.proof.scenes", description=main.__doc__)
    parser.add_argument("--write", action="store_true", help="keep what is found")
    write = parser.parse_args(arguments).write
    found = look()
    lines = "".join(f"{' | '.join((*place, name))}\n" for place, name in sorted(found.items()))
    if write:
        KEPT.write_text(lines, encoding="utf-8")
    missing = [place for place in (*steps(), *singles()) if place not in found]
    for place in missing:
        print("not shown:", " | ".join(place), file=sys.stderr)
    print(f"{len(found)} things shown")
    return 0


if __name__ == "__main__":
    sys.exit(main())
