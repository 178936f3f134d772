from pathlib import Path

import pytest

from tests.golden.timelines import HERE, computed


@pytest.mark.parametrize("path", sorted(computed()), ids=lambda path: path.stem)
def test_a_timeline_is_the_recorded_one(path: Path) -> None:
    assert path.read_text("utf-8") == computed()[path]


def test_every_record_has_its_example() -> None:
    assert set(computed()) == set(HERE.glob("*.txt"))
