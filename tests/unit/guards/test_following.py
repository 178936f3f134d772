"""What must hold when a call or a change is answered."""

from __future__ import annotations

import pytest

from ioplife.decisions import Found
from ioplife.events import Amended, FollowedUp, Noted, Rescinded
from ioplife.facts import facts
from ioplife.guards import call_open
from ioplife.terms import UNKNOWN, Unknown
from tests.unit.guards.build import TERMS, case
from tests.unit.guards.seen import found, see

ON = "2022-11-15"


@pytest.mark.parametrize("kind", [FollowedUp, Rescinded])
@pytest.mark.parametrize(
    ("answers", "waiting", "expected"),
    [
        (None, (3,), Found.NOT_CALLED_FOR),
        (3, (3,), Found.MET),
        (5, (3, 5), Found.MET),
        (4, (3, 5), Found.NOT_MET),
        (3, (), Found.NOT_MET),
        (UNKNOWN, (3,), Found.UNKNOWN),
    ],
)
def test_what_is_answered_waits_for_an_answer(
    kind: type[FollowedUp | Rescinded],
    answers: int | None | Unknown,
    waiting: tuple[int, ...],
    expected: Found,
) -> None:
    assert expected is found(call_open, case(open=waiting), kind(ON, answers=answers))


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (None, Found.NOT_CALLED_FOR),
        (3, Found.MET),
        (4, Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_so_does_what_a_change_of_the_terms_answers(
    answers: int | None | Unknown, expected: Found
) -> None:
    event = Amended(ON, terms=TERMS, answers=answers)

    assert expected is found(call_open, case(open=(3,)), event)


def test_what_is_answered_is_needed_where_it_is_not_known() -> None:
    verdict = see(call_open, case(open=(3,)), FollowedUp(ON, answers=UNKNOWN))

    assert (("answers",), facts(waiting=(3,))) == (verdict.needs, verdict.facts)


def test_other_events_answer_nothing() -> None:
    assert Found.NOT_CALLED_FOR is found(call_open, case(open=(3,)), Noted(ON))


def test_it_refuses() -> None:
    assert not call_open.soft
