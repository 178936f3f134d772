"""What was found once is tried again; and a little is searched for every time."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.fuzz import arguments, mutants
from tests.fuzz.targets import read_everywhere, replay, typed

CORPUS = Path(__file__).parent / "corpus"
KEPT = sorted(one for one in CORPUS.rglob("*") if one.is_file())
A_LITTLE = settings(max_examples=30, deadline=None)


def test_there_is_a_corpus() -> None:
    assert {"command", "documents"} == {one.parent.name for one in KEPT}


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_what_was_found_is_found_no_more(file: Path) -> None:
    replay(file)


@A_LITTLE
@given(mutants.documents())
def test_whatever_a_file_holds_is_read_or_refused(content: bytes) -> None:
    read_everywhere(content)


@A_LITTLE
@given(arguments.typed(), mutants.documents())
def test_whatever_is_typed_ends_as_is_documented(given: Sequence[str], document: bytes) -> None:
    typed(given, document)


def test_what_is_drawn_changes_none_of_the_values_it_is_made_of(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """In a small table a second change often falls within the value of the first."""
    monkeypatch.setattr(mutants, "tables", lambda: ('{"id": [1]}',))
    before = repr(mutants.VALUES)

    @settings(max_examples=500, database=None)
    @given(mutants.misvalued())
    def draw(content: bytes) -> None:
        assert content
        assert before == repr(mutants.VALUES)

    draw()
