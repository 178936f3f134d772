"""What deserves a second look where agreements follow each other."""

from __future__ import annotations

from typing import Any

import pytest

import ioplife as iop
from ioplife.messages import LANGUAGES
from ioplife.succession import CODES
from tests.unit.test_chains import ON, link, tied

Told = tuple[str, str, str]


def told(chain: iop.Chain) -> list[Told]:
    """Of whom, what, and how much it weighs."""
    return [(name, one.code, str(one.weight)) for name, one in iop.review_chain(chain)]


def text(chain: iop.Chain, lang: str = "en") -> list[str]:
    return [one.text(lang) for _name, one in iop.review_chain(chain)]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        ("2026-12-31", [("b", "link-overlap", "warning")]),
        ("2027-01-01", []),
        ("2027-01-02", [("b", "link-gap", "warning")]),
    ],
)
def test_a_gap_and_an_overlap_are_told_of_the_later(first: str, expected: list[Told]) -> None:
    assert expected == told(tied(first))


def test_they_say_which_days() -> None:
    assert ["nothing runs from 2027-01-01 to 2027-01-31, between a and this agreement"] == text(
        tied("2027-02-01")
    )
    assert ["både a och den här gäller 2026-12-31 till 2026-12-31"] == text(
        tied("2026-12-31"), "sv"
    )
    open_ended = iop.Chain(
        ON,
        [
            link("a", "2024-01-01", None, successor="b"),
            link("b", "2027-01-01", None, follows="a"),
        ],
    )
    assert ["both a and this agreement run from 2027-01-01"] == text(open_ended)


@pytest.mark.parametrize(
    ("successor", "follows", "expected", "english"),
    [
        ("b", "a", [], []),
        (
            None,
            "a",
            [("a", "link-one-sided", "not_yet")],
            ["b says that it follows it, but no successor is on record"],
        ),
        (
            iop.UNKNOWN,
            "a",
            [("a", "link-one-sided", "not_yet")],
            ["b says that it follows it, but no successor is on record"],
        ),
        (
            "c",
            "a",
            [("a", "link-one-sided", "warning")],
            ["b says that it follows it, but its successor on record is another"],
        ),
        (
            "b",
            iop.UNKNOWN,
            [("b", "link-one-sided", "not_yet")],
            ["a names it as its successor, but what it follows has not been read"],
        ),
        (
            "b",
            None,
            [("b", "link-one-sided", "warning")],
            ["a names it as its successor, but it follows another, or none"],
        ),
        (
            "b",
            "c",
            [("b", "link-one-sided", "warning")],
            ["a names it as its successor, but it follows another, or none"],
        ),
        (None, None, [], []),
    ],
)
def test_what_one_side_alone_says_is_told_of_the_other(
    successor: Any,  # noqa: ANN401 - an id or what is none
    follows: Any,  # noqa: ANN401 - the same
    expected: list[Told],
    english: list[str],
) -> None:
    chain = iop.Chain(
        ON,
        [
            link("a", "2024-01-01", "2026-12-31", successor=successor),
            link("b", "2027-01-01", "2028-12-31", follows=follows),
        ],
    )
    assert (expected, english) == (told(chain), text(chain))


def test_a_circle_is_told_of_each_that_is_in_it() -> None:
    chain = iop.Chain(
        ON,
        [
            link("a", "2024-01-01", "2024-12-31", follows="b", successor="b"),
            link("b", "2025-01-01", "2025-12-31", follows="a", successor="a"),
            link("c", "2026-01-01", "2026-12-31"),
        ],
    )
    circles = [one for one in told(chain) if one[1] == "link-circle"]
    assert [("a", "link-circle", "warning"), ("b", "link-circle", "warning")] == circles
    assert "it follows itself, by way of others: a and b" in text(chain)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_can_be_said(lang: str) -> None:
    for code in CODES:
        assert iop.Remark(code, iop.Weight.WARNING).text(lang)
