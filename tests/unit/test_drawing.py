"""The table as a picture and as text, with the state where an agreement stands marked."""

from __future__ import annotations

import re

import pytest

from ioplife.lifecycle import LIFECYCLE
from ioplife.lifecycle.drawing import NOTHING, draw
from ioplife.states import State


def cells(here: State | None = None) -> list[list[str]]:
    """The rows of the text: event, from, to, hard guards, soft guards."""
    _head, _rule, *lines = draw(LIFECYCLE, "md", here).splitlines()
    return [line.strip("| ").split(" | ") for line in lines]


def test_without_an_agreement_nothing_is_marked() -> None:
    assert "**" not in draw(LIFECYCLE, "md")
    assert "here" not in draw(LIFECYCLE, "mermaid")


@pytest.mark.parametrize("here", list(State))
def test_the_text_marks_the_state_where_it_stands_in_every_row_it_has_and_no_other(
    here: State,
) -> None:
    marked = [re.findall(r"\*\*(\w+)\*\*", one[1]) for one in cells(here)]
    stands = [[str(here)] if here in row.sources else [] for row in LIFECYCLE.rows]
    assert stands == marked
    assert cells() == [[cell.replace("**", "") for cell in row] for row in cells(here)]


@pytest.mark.parametrize("here", list(State))
def test_the_picture_marks_it_by_a_class_after_all_else(here: State) -> None:
    plain, marked = draw(LIFECYCLE, "mermaid"), draw(LIFECYCLE, "mermaid", here)
    assert [
        "    classDef here stroke-width:4px,font-weight:bold",
        f"    class {here} here",
    ] == marked.removeprefix(plain + "\n").splitlines()


def test_the_picture_shows_an_entry_from_the_beginning_alone() -> None:
    """It leads from any state to any of a higher rank; to follow-up it never leads."""
    arrows = re.findall(r"    (\S+) --> (\S+): .*\bentered\b", draw(LIFECYCLE, "mermaid"))
    assert {("[*]", state) for state in State if state is not State.FOLLOW_UP} == set(arrows)


def test_what_refuses_stands_before_what_only_warns() -> None:
    """Of a successor, three things are soft (RULES §5), and so are records that come later."""
    hard, soft = next(one[3:] for one in cells() if one[0] == "`renewed`")
    assert "`unknown-actor`, `last-day-not-past`, `successor-starts-later`" == hard
    assert "`successor-signed`, `no-gap`, `no-overlap`, `later-records-stand`" == soft


def test_before_the_first_event_it_leads_from_nothing() -> None:
    assert [NOTHING] == [one[1] for one in cells(State.ACTIVE) if one[0] == "`initiated`"]
