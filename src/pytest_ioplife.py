"""The pytest plugin: a fixed day for a test, and the option that writes golden timelines.

pytest loads it before it measures or rewrites anything, so it stands outside the package and
imports nothing of it before a test needs it.
"""

from __future__ import annotations

import datetime
import os

import pytest

OPTION = "--ioplife-write"
WRITES = "IOPLIFE_GOLDEN"
"""The variable that ``ioplife.testing.golden`` reads."""

MARKER = "today(*days): the days on which the test is run, each YYYY-MM-DD (fixture today)"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that has golden timelines written."""
    group = parser.getgroup("ioplife")
    group.addoption(
        OPTION,
        action="store_true",
        help="write the golden timelines of ioplife anew instead of comparing them",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, and hand the option on."""
    config.addinivalue_line("markers", MARKER)
    if config.getoption(OPTION):
        before = os.environ.get(WRITES)
        os.environ[WRITES] = "write"
        config.add_cleanup(lambda: _restore(before))


def _restore(before: str | None) -> None:
    if before is None:
        os.environ.pop(WRITES, None)
    else:
        os.environ[WRITES] = before


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test on each day that its marker names, the nearest marker first."""
    test = metafunc.definition
    marker = test.get_closest_marker("today")
    if "today" not in metafunc.fixturenames:
        if any(one.name == "today" for one in test.own_markers):  # a class may have it for others
            how = f"{test.name} names a day and does not take it: def {test.name}(today)"
            pytest.fail(how, pytrace=False)
    elif marker is not None and marker.args:
        metafunc.parametrize("today", marker.args, indirect=True, ids=str)


@pytest.fixture
def today(request: pytest.FixtureRequest) -> datetime.date:
    """The day of the test, as its marker says: ``@pytest.mark.today("2023-05-08")``.

    With several days the test is run on each. No clock is changed: hand the day on.
    """
    from ioplife.dates import as_day  # noqa: PLC0415 - not before a test needs it

    if not hasattr(request, "param"):
        pytest.fail('say which day it is: @pytest.mark.today("2023-05-08")', pytrace=False)
    return as_day(request.param, "today")
