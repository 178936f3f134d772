"""What `import ioplife` loads, seen from a fresh interpreter."""

import subprocess
import sys

EXTRAS = frozenset(
    {
        "cattrs",
        "click",
        "holidays",
        "hypothesis",
        "icalendar",
        "jinja2",
        "rich",
        "sqlalchemy",
        "tomlkit",
    }
)


def loaded_by(statement: str) -> set[str]:
    """The top-level packages in memory after one statement.

    Isolated mode, so that nothing but what is installed is found.
    """
    program = f"{statement}\nimport sys\nprint(*(n.partition('.')[0] for n in sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


def test_importing_the_core_loads_no_extra() -> None:
    assert set() == EXTRAS & loaded_by("import ioplife")


def test_a_star_import_loads_no_extra() -> None:
    assert set() == EXTRAS & loaded_by("from ioplife import *")


def test_the_engine_is_not_loaded_before_the_first_question() -> None:
    assert "transitions" not in loaded_by("import ioplife")


def test_the_core_is_loaded() -> None:
    """The three above would hold of an import that did nothing."""
    assert {"ioplife", "attrs", "pendulum"} <= loaded_by("import ioplife")
