"""What the tests of this folder have seen, all together."""

from __future__ import annotations

from typing import Any, Final

import pytest

from ioplife import guards
from ioplife.decisions import Found, Guard
from ioplife.lifecycle import LIFECYCLE, Row
from ioplife.policy import LINKOPING
from tests.unit.guards.seen import SAID, SEEN, TABLES

GUARDS: Final[dict[str, Guard[Any]]] = {name: getattr(guards, name) for name in guards.__all__}

DEFINITE: Final = frozenset(
    {
        "later_records_stand",  # the numbers are worked out before it is asked
        "entered_once",  # the fold knows
        "event_exists",  # the number is always given
    }
)
"""Guards that read nothing that can be unknown."""

NEVER_REFUSE: Final = frozenset(
    {
        "dialogue",  # no record can show that it was not held
    }
)
"""Guards that only ask."""

pytestmark = pytest.mark.usefixtures("whole_session")


@pytest.mark.parametrize("name", GUARDS)
def test_every_guard_has_been_seen_to_answer_all_it_can(name: str) -> None:
    expected = {Found.MET}
    if name not in NEVER_REFUSE:
        expected.add(Found.NOT_MET)
    if name not in DEFINITE:
        expected.add(Found.UNKNOWN)

    assert expected == SEEN.get(GUARDS[name], set()) - {Found.NOT_CALLED_FOR}


def test_every_sentence_with_facts_in_it_has_been_said() -> None:
    """A name misspelt in a sentence would leave it unsaid for ever."""
    codes = {rule.code for rule in GUARDS.values()}
    full = {
        sentence
        for table in TABLES
        for code in codes
        for variants in table.verdicts[code].values()
        for sentence in variants
        if "{" in sentence
    }

    assert set() == full - SAID


def test_every_guard_of_every_row_is_among_them() -> None:
    rows = [row for row in LIFECYCLE.rows if isinstance(row, Row)]
    asked = {rule for row in rows for rule in row.guards} | set(LINKOPING.guards)

    assert set(GUARDS.values()) == asked
