"""The README and the docs are tests: their Python blocks run as they stand.

Where a page shows what its Python prints, in a ``text`` block below it, that is compared. A
block whose first line names a file is kept as that file, and run from the page's terminal, by
``tests/cli/test_page.py``.
"""

import io
import re
from contextlib import redirect_stdout

from sybil import Example, Sybil
from sybil.evaluators.python import PythonEvaluator
from sybil.parsers.markdown import CodeBlockParser, SkipParser

pytest_plugins = ["pytest_ioplife"]
"""Ours; where ioplife is installed, pytest knows it already, and takes it once."""

PRINTED = "printed"
"""The name under which a page keeps what it has printed and not yet shown."""


FILE = re.compile(r"# [\w-]+\.py\n")


class Printing(PythonEvaluator):
    """Runs a block, and keeps what it prints."""

    def __call__(self, example: Example) -> None:
        """Run it, unless it is a file for the page's terminal."""
        if FILE.match(str(example.parsed)):
            return
        with redirect_stdout(io.StringIO()) as out:
            super().__call__(example)
        example.namespace[PRINTED] = example.namespace.get(PRINTED, "") + out.getvalue()


def shown(example: Example) -> str | None:
    """Compare what a page shows with what the blocks above have printed since it last did."""
    printed = example.namespace.pop(PRINTED, "")
    return None if printed == str(example.parsed) else f"this is printed:\n{printed}"


pytest_collect_file = Sybil(
    parsers=[
        CodeBlockParser("python", Printing()),
        CodeBlockParser("text", shown),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
).pytest()
