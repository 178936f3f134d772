from pathlib import Path

import pytest

from tests.architecture.pages import pages


@pytest.mark.parametrize("path", sorted(pages()), ids=lambda path: path.name)
def test_a_generated_page_says_what_the_code_says(path: Path) -> None:
    assert pages()[path] == path.read_text("utf-8")
