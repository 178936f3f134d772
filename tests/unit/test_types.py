"""Hypothesis draws our types by their name alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import ioplife as iop
from ioplife.testing._answers import ANSWERS
from ioplife.testing._values import VALUES

KINDS: dict[str, type] = {
    name: kind
    for name in iop.__all__
    if isinstance(kind := getattr(iop, name), type) and hasattr(kind, "__attrs_attrs__")
}


@pytest.mark.parametrize("name", KINDS)
def test_every_public_value_is_drawn_from_its_type(name: str) -> None:
    kind: Any = KINDS[name]
    found = []

    @settings(max_examples=5, database=None)
    @given(st.from_type(kind))
    def draw(value: object) -> None:
        found.append(value)

    draw()

    assert found
    assert {True} == {isinstance(one, kind) for one in found}


def test_each_value_is_written_or_answered() -> None:
    assert set(KINDS.values()) == {*VALUES, *ANSWERS}
    assert set() == set(VALUES) & set(ANSWERS)


def test_what_takes_our_types_is_built_of_them() -> None:
    def told(agreement: iop.Agreement, policy: iop.Policy, period: iop.Period) -> str:
        return f"{agreement.id} {policy.name} {period}"

    @settings(max_examples=5, database=None)
    @given(st.builds(told))
    def draw(value: str) -> None:
        assert value.startswith("life own ")

    draw()
