"""What must hold when a party signs."""

from __future__ import annotations

from typing import Any

import pytest
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import IsWorkingDay
from ioplife.decisions import Found
from ioplife.events import Signed
from ioplife.facts import facts
from ioplife.guards import condition_open, decision_final, signed_once
from ioplife.standing import Finality
from ioplife.states import State
from ioplife.terms import UNKNOWN, Unknown
from tests.unit.guards.build import case, decision, workdays
from tests.unit.guards.seen import found, of_case, see

ON = "2021-09-01"


@pytest.mark.parametrize(
    ("condition", "expected"),
    [(None, Found.MET), ("the budget", Found.NOT_MET), (UNKNOWN, Found.UNKNOWN)],
)
def test_nothing_is_signed_while_the_approval_waits(
    condition: str | None | Unknown,
    expected: Found,
) -> None:
    assert expected is of_case(condition_open, case(state=State.APPROVED, condition=condition))


@pytest.mark.parametrize(
    ("by", "signed", "expected"),
    [
        ("mission", (), Found.MET),
        ("mission", ("parish", "town"), Found.MET),
        ("mission", ("mission",), Found.NOT_MET),
        ("board", ("mission",), Found.MET),
        ("board", ("town",), Found.NOT_MET),
        ("stranger", ("town",), Found.NOT_CALLED_FOR),
    ],
)
def test_a_party_signs_once(by: str, signed: tuple[str, ...], expected: Found) -> None:
    waiting = case(state=State.APPROVED, signed_by=signed)

    assert expected is found(signed_once, waiting, Signed(ON, by=by))


def test_a_body_signs_for_its_party() -> None:
    waiting = case(state=State.APPROVED, signed_by=("town",))

    assert facts(party="town") == see(signed_once, waiting, Signed(ON, by="office")).facts


def test_who_signs_must_be_said() -> None:
    verdict = see(signed_once, case(state=State.APPROVED), Signed(ON))

    assert (Found.UNKNOWN, ("by",)) == (verdict.found, verdict.needs)


def test_without_parties_nobody_knows_who_has_signed() -> None:
    unread = case(terms={"parties": UNKNOWN, "contributions": UNKNOWN, "disbursements": UNKNOWN})

    verdict = see(signed_once, unread, Signed(ON, by="town"))

    assert (Found.UNKNOWN, ()) == (verdict.found, verdict.needs)


# --- an approval that is not final --------------------------------------------------------

WAITS: dict[str, Any] = {"announced": "2021-08-20", "appeal_ends": "2021-09-10"}


@pytest.mark.parametrize(
    ("answer", "expected"),
    [(Answer.YES, Found.MET), (Answer.NO, Found.NOT_MET), (Answer.UNKNOWN, Found.UNKNOWN)],
)
def test_the_approval_is_final_when_it_is_signed(answer: Answer, expected: Found) -> None:
    final = (decision(answer=answer, **WAITS),)

    assert expected is of_case(decision_final, case(ON, state=State.APPROVED, final=final))


@pytest.mark.parametrize(
    ("final", "expected"),
    [
        ((), Found.NOT_CALLED_FOR),
        ((decision(tag="declined", answer=Answer.YES),), Found.NOT_CALLED_FOR),
        # After a remittal it was approved anew: the later counts.
        ((decision(2, answer=Answer.YES), decision(5, "2021-08-01", answer=Answer.NO)), "not_met"),
        ((decision(5, answer=Answer.YES), decision(2, "2021-08-01", answer=Answer.NO)), "not_met"),
        ((decision(2, answer=Answer.NO), decision(5, answer=Answer.YES)), "met"),
        ((decision(5, answer=Answer.YES), decision(2, answer=Answer.NO)), "met"),
    ],
)
def test_the_approval_on_record_that_counts_is_the_latest(
    final: tuple[Finality, ...], expected: Found | str
) -> None:
    asked = case(ON, state=State.APPROVED, final=final)

    assert Found(expected) is of_case(decision_final, asked)


@pytest.mark.parametrize(
    ("fields", "told", "expected"),
    [
        # Without the working days it may be five days later.
        (WAITS, None, Date(2021, 9, 16)),
        (WAITS, workdays(), Date(2021, 9, 11)),
        (WAITS | {"appeals": (4,)}, workdays(), None),
        (WAITS | {"stayed": 6}, workdays(), None),
        (WAITS | {"removed": "2021-09-10"}, workdays(), None),
        (WAITS | {"removed": "2021-09-11"}, workdays(), Date(2021, 9, 11)),
        (WAITS | {"annulled": 7}, workdays(), None),
        ({}, workdays(), None),
    ],
)
def test_time_alone_makes_it_final_the_day_after_the_last_to_appeal(
    fields: dict[str, Any], told: IsWorkingDay | None, expected: Date | None
) -> None:
    final = (decision(answer=Answer.NO, **fields),)
    asked = case(ON, state=State.APPROVED, final=final, is_working_day=told)

    verdict = see(decision_final, asked, Signed(ON))

    assert (Found.NOT_MET, expected) == (verdict.found, verdict.from_day)


@pytest.mark.parametrize(
    ("fields", "answer", "expected"),
    [
        ({"stayed": 6, "appeals": (4,)}, Answer.NO, facts(decision=2, stayed=6)),
        ({"stayed": 6}, Answer.YES, facts(decision=2, stayed=6)),
        ({"appeals": (4,)} | WAITS, Answer.NO, facts(decision=2, appeals=(4,))),
        (
            {"removed": "2021-09-01"} | WAITS,
            Answer.NO,
            facts(decision=2, removed="2021-09-01"),
        ),
        (WAITS, Answer.NO, facts(decision=2, appeal_ends="2021-09-10")),
    ],
)
def test_why_it_is_not_final_is_told(
    fields: dict[str, Any], answer: Answer, expected: object
) -> None:
    final = (decision(answer=answer, **fields),)

    verdict = see(decision_final, case(ON, state=State.APPROVED, final=final), Signed(ON))

    assert (Found.NOT_MET, expected) == (verdict.found, verdict.facts)


def test_two_refuse_and_one_warns() -> None:
    assert (False, False, True) == (condition_open.soft, signed_once.soft, decision_final.soft)
