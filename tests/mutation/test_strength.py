"""The scores, the survivors and the page say the same."""

from __future__ import annotations

import datetime
from collections import Counter
from pathlib import Path

import pytest

from tests.mutation import results
from tests.mutation.results import (
    EQUAL_AT_MOST,
    PAGE,
    Score,
    Survivor,
    modules,
    page,
    percent,
    scores,
    survivors,
    take,
)

SCORES = scores()
SURVIVORS = survivors()


def test_the_page_says_what_has_been_measured() -> None:
    assert page() == PAGE.read_text("utf-8")


@pytest.mark.parametrize("module", modules())
def test_a_module_that_was_not_run_has_no_score(module: str) -> None:
    row = next(line for line in page().splitlines() if line.startswith(f"| `{module}` |"))

    assert (module in SCORES) is ("not run yet" not in row)


def test_every_score_is_of_a_module_and_of_a_day() -> None:
    assert set() == set(SCORES) - set(modules())
    for one in SCORES.values():
        assert datetime.date.fromisoformat(one.on) <= datetime.date(2999, 12, 31)
        assert 0 <= one.killed <= one.made


def test_every_survivor_is_listed() -> None:
    alive = {name: one.made - one.killed for name, one in SCORES.items() if one.made > one.killed}

    assert alive == Counter(one.module for one in SURVIVORS)


def test_every_survivor_has_a_reason() -> None:
    assert [] == [one for one in SURVIVORS if not one.reason or not one.diff]


def test_few_are_called_equal() -> None:
    equal = sum(one.equal for one in SURVIVORS)
    made = sum(one.made for one in SCORES.values())

    assert 100 * equal <= EQUAL_AT_MOST * made


@pytest.mark.parametrize(
    ("made", "killed", "expected"), [(0, 0, ""), (3, 2, "66.7 %"), (20, 19, "95.0 %")]
)
def test_a_score_is_told_in_percent(made: int, killed: int, expected: str) -> None:
    assert expected == percent(Score("dates", "2026-11-26", made, killed))


def test_what_is_taken_in_keeps_the_reasons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results, "RESULTS", tmp_path / "results.toml")
    monkeypatch.setattr(results, "SURVIVORS", tmp_path / "survivors.toml")
    one = {"definition": "roll", "diff": "- a < b\n+ a <= b", "fate": "survived"}
    other = {"definition": "roll", "diff": '- "c"\n+ "d"', "fate": "killed"}
    take("dates", "2026-11-26", [one, other])
    assert (Survivor("dates", "roll", one["diff"]),) == survivors()

    listed = results.SURVIVORS.read_text("utf-8").replace('reason = ""', 'reason = "no \\"b\\""')
    results.SURVIVORS.write_text(listed, "utf-8")
    take("flags", "2026-11-26", [other | {"fate": "survived, untested"}])
    take("dates", "2026-11-27", [one, other])

    expected = [Score("dates", "2026-11-27", 2, 1), Score("flags", "2026-11-26", 1, 0)]
    assert expected == list(scores().values())
    assert (
        Survivor("dates", "roll", one["diff"], 'no "b"'),
        Survivor("flags", "roll", other["diff"]),
    ) == survivors()
