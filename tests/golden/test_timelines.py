"""Whole computed timelines of the shipped examples, checked in as data.

IOPLIFE_GOLDEN=write python -m pytest tests/golden
"""

from pathlib import Path

import pytest

from ioplife.documents import load
from ioplife.testing import golden

HERE = Path(__file__).parent
EXAMPLES = sorted((HERE.parents[1] / "examples" / "linkoping").glob("*.toml"))

ASKED = {"son-2021-404": "2023-05-08", "iogt-nto-sion": "2020-09-01"}
"""The day on which is recorded what each of these owes."""


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_timeline_is_the_recorded_one(path: Path) -> None:
    kept = HERE / f"{path.stem}.txt"

    golden(kept, load(path), until="2999-12-31", owed=ASKED.get(path.stem))


def test_every_record_has_its_example() -> None:
    assert {path.stem for path in EXAMPLES} == {path.stem for path in HERE.glob("*.txt")}
