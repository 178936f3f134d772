"""What came of the mutants: the scores, the survivors with their reasons, and the page."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

import attrs

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
RESULTS: Final = HERE / "results.toml"
SURVIVORS: Final = HERE / "survivors.toml"
PAGE: Final = ROOT / "docs" / "testing" / "strength.md"

GOAL: Final = 95.0
"""Percent that are to be killed."""

EQUAL_AT_MOST: Final = 2.0
"""Percent that may be called equal: no test could tell them from what they are made of."""

CORE: Final = ("dates", "deadlines", "duties", "guards", "lifecycle", "resumable")
"""The modules and packages that are asked."""


@attrs.frozen
class Score:
    """What came of a module's mutants.

    Attributes:
        module: the module: ``dates``, ``guards.owing``.
        on: the day it was measured.
        made: how many there were.
        killed: how many a test has seen.
    """

    module: str
    on: str
    made: int
    killed: int


@attrs.frozen
class Survivor:
    """A mutant that no test has seen.

    Attributes:
        module: the module.
        definition: the function or the class it stands in.
        diff: what it takes away and puts in.
        reason: why no test sees it.
        equal: whether no test could, for it does the same.
    """

    module: str
    definition: str
    diff: str
    reason: str = ""
    equal: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        """By what it is known again."""
        return self.module, self.definition, self.diff


def modules() -> tuple[str, ...]:
    """Every module that is asked, by its name."""
    source = ROOT / "src" / "ioplife"
    found = []
    for name in CORE:
        if (source / f"{name}.py").exists():
            found.append(name)
        paths = sorted((source / name).glob("*.py"))
        found += [f"{name}.{path.stem}" for path in paths if path.stem != "__init__"]
    return tuple(found)


def scores() -> dict[str, Score]:
    """What has been measured, by module."""
    told = tomllib.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    return {name: Score(name, **row) for name, row in told.items()}


def survivors() -> tuple[Survivor, ...]:
    """Every survivor that is listed."""
    told = tomllib.loads(SURVIVORS.read_text("utf-8")) if SURVIVORS.exists() else {}
    return tuple(Survivor(**row) for row in told.get("survivor", ()))


def take(module: str, on: str, told: Iterable[Mapping[str, str]]) -> None:
    """Put what came of a module's mutants in place of what stood there; reasons are kept."""
    rows = list(told)
    alive = [row for row in rows if row["fate"].startswith("survived")]
    score = Score(module, on, len(rows), len(rows) - len(alive))
    _write_scores({**scores(), module: score})
    known = {one.key: one for one in survivors()}
    found = [Survivor(module, row["definition"], row["diff"]) for row in alive]
    others = [one for one in survivors() if one.module != module]
    _write_survivors([*others, *(known.get(one.key, one) for one in found)])


def _write_scores(found: Mapping[str, Score]) -> None:
    lines = []
    for name, one in sorted(found.items()):
        lines += [f'["{name}"]', f'on = "{one.on}"', f"made = {one.made}", f"killed = {one.killed}"]
        lines.append("")
    RESULTS.write_text("\n".join(lines), encoding="utf-8")


def _write_survivors(found: Iterable[Survivor]) -> None:
    lines = [
        "# Mutants that no test has seen, and why. Renewed by python -m tests.mutation,",
        "# which keeps the reasons. equal: it does the same, and the reason is the proof.",
        "",
    ]
    for one in sorted(found, key=lambda one: one.key):
        lines += [
            "[[survivor]]",
            f'module = "{one.module}"',
            f'definition = "{one.definition}"',
            f"diff = '''\n{one.diff}'''",
            f"reason = {_text(one.reason)}",
            f"equal = {str(one.equal).lower()}",
            "",
        ]
    SURVIVORS.write_text("\n".join(lines), encoding="utf-8")


def _text(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


# --- the page ------------------------------------------------------------------------------

OPENING: Final = """# How strong the tests are

<!-- generated: python -m tests.mutation -->

A test that passes says little until a fault has made it fail. So faults are made, one at a time,
in the modules by which everything else is worked out, and the tests are run against each: a
comparison turned round or its edge moved, a sum with another sign, a condition taken away, a
number one more or one less, a rule without its decorator. What a test sees is *killed*.

```sh
PIP_CONSTRAINT=constraints.txt pip install -e '.[all]' --group mutation
python -m tests.mutation dates guards.owing
```

The faults are made by [cosmic-ray](https://github.com/sixty-north/cosmic-ray) (MIT), which nothing
else here needs: it brings some twenty packages, so it has a group of its own and no part in CI.
Which of its operators are asked, and which are not and why, stands in
`tests/mutation/mutants.py`. The killing tests are the unit tests of the module's own subject, named
in `tests/mutation/__main__.py`, as many as pass through the line; what the properties, the second
hand and the scenes would see besides is not asked. A module is measured when its row says so: what
has changed since is not in its score.

The goal is 95 % killed. Every survivor stands in `tests/mutation/survivors.toml` with its reason;
of those, *equal* are the ones that do the same as what they were made of, each with its proof, at
most 2 % of all.

"""


def page() -> str:
    """The page, as the results have it."""
    return "\n".join((OPENING.rstrip(), "", *_table(), ""))


def _table() -> Iterator[str]:
    found, alive = scores(), survivors()
    yield "| module | mutants | killed | survived | equal | score | measured |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    for name in modules():
        one = found.get(name)
        if one is None:
            yield f"| `{name}` | | | | | | not run yet |"
        else:
            equal = sum(each.equal for each in alive if each.module == name)
            cells = (one.made, one.killed, one.made - one.killed, equal, percent(one), one.on)
            yield f"| `{name}` | {' | '.join(map(str, cells))} |"
    made = sum(one.made for one in found.values())
    killed = sum(one.killed for one in found.values())
    equal = sum(one.equal for one in alive)
    total = Score("", "", made, killed)
    cells = (made, killed, made - killed, equal, percent(total), "")
    yield f"| all that were run | {' | '.join(map(str, cells))} |"


def percent(one: Score) -> str:
    """How much is killed, in percent with one decimal; where there was nothing to kill, nothing."""
    return f"{100 * one.killed / one.made:.1f} %" if one.made else ""


def write_page() -> None:
    """Renew the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
