"""The benchmark runs; what it measures is never asserted."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_spine_is_measured_and_every_question_is_on_the_page() -> None:
    finished = subprocess.run(
        [sys.executable, "benchmarks/spine.py", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    page = (ROOT / "docs" / "benchmarks.md").read_text("utf-8")
    questions = re.findall(r"^(\S.*?)\s{2,}(?:B|L)\s+[\d.]+$", finished.stdout, re.MULTILINE)

    assert 5 == len(questions)
    assert [] == [question for question in questions if f"| {question} |" not in page]
