"""The test of what the guards have been seen to answer runs when all others have."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
LAST = HERE / "test_seen.py"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.path == LAST)


@pytest.fixture
def whole_session(request: pytest.FixtureRequest) -> None:
    """Skips a test of what others have done where only some of them run."""
    ran = {item.path for item in request.session.items}
    chosen = request.config.getoption("keyword") or any("::" in one for one in request.config.args)
    if chosen or not ran.issuperset(HERE.glob("test_*.py")):
        pytest.skip("only some of the tests of guards run")
