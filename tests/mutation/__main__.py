"""Make faults in modules of the core, and see whether the tests see them.

python -m tests.mutation dates guards.owing deadlines.ending

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

TESTS: Final = {
    "dates": ("test_dates.py", "test_statutory.py", "test_cadences.py", "test_planning.py"),
    "deadlines": (
        "test_deadlines.py", "test_flags_by_standing.py", "test_planning.py", "test_renewal.py",
        "test_uncounted.py", "test_notice.py", "test_paid_in_part.py", "test_indices.py",
        "test_agreement.py", "test_money.py", "test_finality.py", "test_duties.py",
    ),
    "guards": ("guards",),
    "duties": (
        "test_cadences.py", "test_duties.py", "test_schedule.py", "test_deadlines.py",
        "test_terms.py", "test_instalments.py", "test_amendments.py", "test_money.py",
    ),
    "lifecycle": (
        "test_table.py", "test_agreement.py", "test_amendments.py", "test_breach.py",
        "test_finality.py", "test_notice.py", "test_parting.py", "test_renewal.py",
        "test_schedule.py", "test_rulings.py", "test_uncounted.py", "test_decisions.py",
        "test_chains.py", "test_succession.py", "test_deadlines.py", "test_flags_by_standing.py",
        "test_occasions.py", "test_paid_in_part.py", "test_planning.py", "test_sentences.py",
        "test_course.py", "test_folding.py", "test_drawing.py", "test_owing_and_ending.py",
        "test_standings.py", "guards", "../golden",
    ),
}  # fmt: skip
"""For each module, or its package, the tests that are to see it: from ``tests/unit``."""

CORNERS: Final = "test_corners.py"
"""What is asked of every module besides."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Change each module, and say what came of it."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("modules", nargs="*", help="dates, guards.owing, …; none: the page alone")
    given = parser.parse_args(arguments)
    if given.modules:
        os.nice(19)
        _copy()
    for package, tests in TESTS.items():
        modules = [one for one in given.modules if one.partition(".")[0] == package]
        if modules:
            _hunt(modules, [f"tests/unit/{name}" for name in (*tests, CORNERS)])
    results.write_page()
    return 0


def _hunt(modules: Sequence[str], tests: Sequence[str]) -> None:
    from tests.mutation.sessions import Sessions

    SESSIONS.mkdir(parents=True, exist_ok=True)
    paths = os.pathsep.join([str(COPY / "src"), str(COPY)])
    command = [sys.executable, "-m", "tests.mutation.running", "--sessions", str(SESSIONS)]
    subprocess.run(
        [*command, "--tests", *tests, "--", *modules],
        cwd=COPY,
        env={**os.environ, "PYTHONPATH": paths, "HYPOTHESIS_PROFILE": "ci"},
        check=False,  # what is finished counts, also where the rest was broken off
    )
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    sessions = Sessions(SESSIONS, COPY)
    for module in modules:
        if sessions.finished(module):
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
