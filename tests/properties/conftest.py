import pytest

from tests.properties.covered import COVERED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what each property covered."""
    if COVERED:
        terminalreporter.section("what the properties covered")
    for what, counts in sorted(COVERED.items()):
        found = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
        terminalreporter.write_line(f"{what}: {found}")
