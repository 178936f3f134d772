"""Hypothesis knows our types whoever is imported first."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which the entry point is as it is when the package is installed."""
    here = tmp_path_factory.mktemp("installed")
    points = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["entry-points"]
    lines = [f"{name} = {value}" for name, value in points["hypothesis"].items()]
    about = here / "ioplife_entry-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: ioplife-entry\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("\n".join(["[hypothesis]", *lines, ""]))
    path = os.pathsep.join([str(here), *filter(None, [os.environ.get("PYTHONPATH")])])
    return {**os.environ, "PYTHONPATH": path, "PYTHONWARNINGS": "error"}


DRAWN = """
import ioplife as iop
from hypothesis import given, settings, strategies as st
@settings(max_examples=3, database=None, deadline=None)
@given(st.from_type(iop.Terms), st.from_type(iop.NoticeGiven))
def draw(terms, event):
    assert isinstance(terms, iop.Terms) and isinstance(event, iop.NoticeGiven)
draw()
print("drawn")
"""

HALF = """
import sys
class Early:
    def find_spec(self, name, path=None, target=None):
        if name == "ioplife.dates":
            sys.meta_path.remove(self)
            import hypothesis
sys.meta_path.insert(0, Early())
import ioplife
import ioplife.testing.strategies
"""


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("import hypothesis", id="hypothesis first"),
        pytest.param("import ioplife", id="the core first"),
        pytest.param("import ioplife.testing", id="the testing kit first"),
        pytest.param("import ioplife.testing.strategies", id="the strategies first"),
        pytest.param("import ioplife.testing._draws", id="the middle of the kit first"),
        pytest.param("import ioplife.testing._types", id="the types first"),
        pytest.param("import ioplife._hypothesis", id="the entry point first"),
        pytest.param("import ioplife.documents, ioplife.cli", id="the shells first"),
        pytest.param(HALF, id="the core half imported"),
    ],
)
def test_types_are_known_in_every_order_of_imports(first: str, installed: dict[str, str]) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", f"{first}\n{DRAWN}"],
        env=installed,
        capture_output=True,
        text=True,
        check=False,
    )

    assert ("drawn\n", "", 0) == (finished.stdout, finished.stderr, finished.returncode)


def test_types_are_known_without_a_word_of_the_testing_kit(installed: dict[str, str]) -> None:
    """The entry point tells, not an import that the test happens to have."""
    finished = subprocess.run(
        [sys.executable, "-c", DRAWN],
        env=installed | {"HYPOTHESIS_NO_PLUGINS": "1"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert "drawn\n" != finished.stdout


TESTED = """
import ioplife as iop
from hypothesis import given, settings, strategies as st
@settings(max_examples=3, database=None, deadline=None)
@given(st.from_type(iop.Policy))
def test_policies(policy): assert policy.name == "own"
"""


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["-m", "pytest"], id="pytest"),
        pytest.param(["-m", "coverage", "run", "--data-file=.c", "-m", "pytest"], id="coverage"),
    ],
)
def test_types_are_known_under_the_runners(
    command: list[str], installed: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "test_drawn.py").write_text(TESTED)
    finished = subprocess.run(
        [sys.executable, *command, "-q", "test_drawn.py"],
        env=installed | {"PYTHONWARNINGS": ""},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "1 passed" in finished.stdout, finished.stdout + finished.stderr
