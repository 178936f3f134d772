"""The pins CI installs, against what pyproject.toml promises."""

import re
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]


def project() -> dict[str, object]:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, object] = tomllib.loads(text)["project"]
    return found


def promised() -> list[Requirement]:
    """Every requirement of the core and the extras, but for the extras that name other extras."""
    table = project()
    core, extras = table["dependencies"], table["optional-dependencies"]
    assert isinstance(core, list)
    assert isinstance(extras, dict)
    everything = [Requirement(text) for text in (*core, *(t for e in extras.values() for t in e))]
    return [requirement for requirement in everything if requirement.name != table["name"]]


def pins(name: str) -> dict[str, str]:
    """The pins of a constraints file; a line that is no ``name==version`` is a mistake."""
    found: dict[str, str] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        pin = re.fullmatch(r"([A-Za-z0-9._-]+)==([A-Za-z0-9.!+]+)", line)
        assert pin is not None, f"{name}: not a name and a version alone: {line!r}"
        found[canonicalize_name(pin[1])] = pin[2]
    return found


def test_the_lowest_pins_are_the_lower_bounds() -> None:
    bounds = {
        canonicalize_name(requirement.name): bound.version
        for requirement in promised()
        for bound in requirement.specifier
        if bound.operator == ">="
    }

    assert bounds == pins("constraints-lowest.txt")


def test_every_requirement_has_a_lower_bound_and_nothing_else() -> None:
    """An upper bound would be our users' problem: they could not take a fix of someone else's."""
    operators = {
        requirement.name: [bound.operator for bound in requirement.specifier]
        for requirement in promised()
    }

    assert {name: [">="] for name in operators} == operators


def test_the_pins_keep_every_promise() -> None:
    pinned = pins("constraints.txt")
    broken = {
        requirement.name
        for requirement in promised()
        if not requirement.specifier.contains(pinned[canonicalize_name(requirement.name)])
    }

    assert set() == broken
