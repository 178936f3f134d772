"""How many values a second each public strategy draws, beside a list of whole numbers.

    python benchmarks/strategies.py [VALUES]

The floor is drawn in the same run: lists of a hundred whole numbers, about as many choices as
terms take. Only the ratio holds on another machine.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import time
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ioplife.testing.strategies import (
    agreements,
    durations,
    events,
    lives,
    periods,
    policies,
    terms,
)

DRAWN: dict[str, SearchStrategy[Any]] = {
    "periods()": periods(),
    "durations()": durations(),
    "terms()": terms(),
    "agreements()": agreements(),
    "events()": events(),
    "lives()": lives(),
    "policies()": policies(),
}
FLOOR = st.lists(st.integers(0, 9), min_size=100, max_size=100)


def rate(strategy: SearchStrategy[Any], values: int) -> float:
    """Values a second of the processor."""
    drawn = 0

    @settings(max_examples=values, database=None, deadline=None, derandomize=True)
    @given(strategy)
    def draw(_value: object) -> None:
        nonlocal drawn
        drawn += 1

    begun = time.process_time()
    draw()
    return drawn / (time.process_time() - begun)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("values", type=int, nargs="?", default=500)
    values = parser.parse_args().values
    rate(FLOOR, 10)  # warm
    floor = rate(FLOOR, values)
    print(f"{'a hundred numbers':20}{floor:8.0f} a second")
    for name, strategy in DRAWN.items():
        found = rate(strategy, values)
        print(f"{name:20}{found:8.0f} a second  {found / floor:6.2f}")
    versions = (f"{one} {importlib.metadata.version(one)}" for one in ("hypothesis", "attrs"))
    print(f"CPython {platform.python_version()}, {', '.join(versions)}, {values} values of each")


if __name__ == "__main__":
    main()
