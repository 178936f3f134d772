"""Make faults in modules of the core, and see whether the tests see them.

python -m tests.mutation guards.owing dates

Works in a copy of the tree under ``.mutation``, one mutant at a time, and goes on where it was
broken off as long as the module is the same. What came of it stands in ``results.toml`` and
``survivors.toml`` beside this file, and in ``docs/testing/strength.md``.
"""

from __future__ import annotations

import argparse
import datetime
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.mutation import results

ROOT: Final = Path(__file__).parents[2]
COPY: Final = ROOT / ".mutation" / "tree"
SESSIONS: Final = ROOT / ".mutation" / "sessions"

TESTS: Final = ("tests/unit", "tests/golden", "tests/proof")
"""The tests that are run: fast, and the same on every run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Change each module, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="dates, guards.owing, …; none: the page alone")
    parser.add_argument("--tests", nargs="+", default=TESTS, help="where the tests stand")
    given = parser.parse_args(arguments)
    if given.modules:
        _hunt(given.modules, given.tests)
    results.write_page()
    return 0


def _hunt(modules: Sequence[str], tests: Sequence[str]) -> None:
    from tests.mutation.sessions import Sessions

    os.nice(19)
    _copy()
    SESSIONS.mkdir(parents=True, exist_ok=True)
    paths = os.pathsep.join([str(COPY / "src"), str(COPY)])
    command = [sys.executable, "-m", "tests.mutation.running", "--sessions", str(SESSIONS)]
    subprocess.run(
        [*command, "--tests", *tests, "--", *modules],
        cwd=COPY,
        env={**os.environ, "PYTHONPATH": paths, "HYPOTHESIS_PROFILE": "ci"},
        check=True,
    )
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    sessions = Sessions(SESSIONS, COPY)
    for module in modules:
        results.take(module, today, sessions.told(module).values())


def _copy() -> None:
    """A copy of the tree as it stands, what is not committed too."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.splitlines()  # fmt: skip
    if COPY.exists():
        shutil.rmtree(COPY)
    for name in listed:
        source = ROOT / name
        if source.is_file():
            target = COPY / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit(main())
