"""Every rule on dates has a page of the same short form, and what it names is there."""

from pathlib import Path

import pytest

from tests.architecture.dates import FOLDER, Page, has_test, named_tests, rules, sentences
from tests.architecture.pages import DOCS


def named(path: Path) -> str:
    return path.stem


def read(path: Path) -> Page:
    page = Page.read(path)
    assert page is not None
    return page


@pytest.mark.parametrize("path", rules(), ids=named)
def test_a_page_has_trap_reading_source_example_and_tests(path: Path) -> None:
    assert Page.read(path) is not None


@pytest.mark.parametrize("path", rules(), ids=named)
def test_a_trap_is_told_in_two_sentences(path: Path) -> None:
    assert 2 == sentences(read(path).trap)


@pytest.mark.parametrize("path", rules(), ids=named)
def test_a_rule_rests_on_an_act_a_paper_or_says_that_it_is_our_own(path: Path) -> None:
    assert () != read(path).cites


@pytest.mark.parametrize("path", rules(), ids=named)
def test_an_example_shows_both_sides_of_the_day(path: Path) -> None:
    assert 2 <= read(path).example.count("assert ")


@pytest.mark.parametrize("path", rules(), ids=named)
def test_the_tests_a_page_names_are_there(path: Path) -> None:
    found = list(named_tests(path, read(path).tested))

    assert [] != found
    assert [] == [(file.name, name) for file, name in found if not has_test(file, name)]


def test_another_form_is_no_page(tmp_path: Path) -> None:
    page = FOLDER / "both-ends.md"
    text = page.read_text("utf-8")
    lacking = tmp_path / "lacking.md"

    for part in ("**The trap.**", "**The reading.**", "**Source.**", "**Tested.**", "```python"):
        lacking.write_text(text.replace(part, "Or"), "utf-8")
        assert Page.read(lacking) is None
    assert not has_test(DOCS / "README.md", "test_days_left")
    assert not has_test(Path(__file__), "test_that_nobody_wrote")
