"""What must hold when notice is given."""

from __future__ import annotations

import attrs
import pytest

from ioplife.decisions import Found
from ioplife.events import NoticeGiven
from ioplife.facts import facts
from ioplife.guards import notice_clause, notice_day, notice_written
from ioplife.terms import ABSENT, UNKNOWN, Absent, Unknown
from tests.unit.guards.build import NOTICE, PAPER, case
from tests.unit.guards.seen import found, see

ON = "2023-05-08"
BEFORE = "2023-05-07"


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (NOTICE, Found.MET),
        (attrs.evolve(NOTICE, length=UNKNOWN), Found.UNKNOWN),
        (ABSENT, Found.NOT_MET),
        (Absent(PAPER), Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_the_agreement_has_a_notice_clause(clause: object, expected: Found) -> None:
    assert expected is found(notice_clause, case(terms={"notice": clause}), NoticeGiven(ON))


@pytest.mark.parametrize("clause", [NOTICE, Absent(PAPER)])
def test_the_place_in_the_paper_is_given(clause: object) -> None:
    verdict = see(notice_clause, case(terms={"notice": clause}), NoticeGiven(ON))

    assert verdict.clause == PAPER


def test_the_refusal_of_the_first_paper_reads_as_it_should() -> None:
    verdict = see(notice_clause, case(), NoticeGiven(ON))

    assert "the agreement has no notice clause" == verdict.text("en")
    assert "överenskommelsen har ingen uppsägningsklausul" == verdict.text("sv")


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (UNKNOWN, "nobody has read whether the agreement has a notice clause"),
        (
            attrs.evolve(NOTICE, length=UNKNOWN),
            "the agreement has a notice clause, but its length is not known",
        ),
    ],
)
def test_an_unread_clause_is_not_an_unread_length(clause: object, expected: str) -> None:
    verdict = see(notice_clause, case(terms={"notice": clause}), NoticeGiven(ON))

    assert (Found.UNKNOWN, expected) == (verdict.found, verdict.text("en"))


@pytest.mark.parametrize(
    ("asked", "written", "expected"),
    [
        (True, True, Found.MET),
        (True, False, Found.NOT_MET),
        (True, UNKNOWN, Found.UNKNOWN),
        (False, True, Found.NOT_CALLED_FOR),
        (False, False, Found.NOT_CALLED_FOR),
        (False, UNKNOWN, Found.NOT_CALLED_FOR),
        (UNKNOWN, True, Found.MET),
        (UNKNOWN, False, Found.UNKNOWN),
        (UNKNOWN, UNKNOWN, Found.UNKNOWN),
    ],
)
def test_notice_is_in_writing_where_the_clause_asks(
    *,
    asked: bool | Unknown,
    written: bool | Unknown,
    expected: Found,
) -> None:
    clause = attrs.evolve(NOTICE, written=asked)
    event = NoticeGiven(ON, written=written)

    assert expected is found(notice_written, case(terms={"notice": clause}), event)


@pytest.mark.parametrize(
    ("clause", "written", "expected"),
    [
        (ABSENT, False, Found.NOT_CALLED_FOR),
        (UNKNOWN, True, Found.MET),
        (UNKNOWN, False, Found.UNKNOWN),
        (UNKNOWN, UNKNOWN, Found.UNKNOWN),
    ],
)
def test_an_unread_clause_may_ask_for_writing(
    *,
    clause: object,
    written: bool | Unknown,
    expected: Found,
) -> None:
    event = NoticeGiven(ON, written=written)

    assert expected is found(notice_written, case(terms={"notice": clause}), event)


@pytest.mark.parametrize(("written", "expected"), [(UNKNOWN, ("written",)), (False, ())])
def test_only_what_the_event_leaves_out_is_needed(
    *,
    written: bool | Unknown,
    expected: tuple[str, ...],
) -> None:
    event = NoticeGiven(ON, written=written)

    assert expected == see(notice_written, case(terms={"notice": UNKNOWN}), event).needs


@pytest.mark.parametrize(
    ("counts_from", "sent", "received", "expected"),
    [
        ("receipt", None, None, Found.MET),
        ("receipt", None, ON, Found.MET),
        ("receipt", BEFORE, ON, Found.MET),
        ("receipt", UNKNOWN, ON, Found.MET),
        ("receipt", None, BEFORE, Found.NOT_MET),
        ("receipt", ON, "2023-05-09", Found.NOT_MET),
        ("receipt", ON, UNKNOWN, Found.UNKNOWN),
        ("sending", None, None, Found.MET),
        ("sending", ON, "2023-05-09", Found.MET),
        ("sending", BEFORE, ON, Found.NOT_MET),
        ("sending", UNKNOWN, ON, Found.UNKNOWN),
        (UNKNOWN, None, None, Found.MET),
        (UNKNOWN, ON, ON, Found.MET),
        (UNKNOWN, BEFORE, ON, Found.UNKNOWN),
        (UNKNOWN, ON, "2023-05-09", Found.UNKNOWN),
        (UNKNOWN, BEFORE, None, Found.UNKNOWN),
        (UNKNOWN, BEFORE, "2023-05-09", Found.NOT_MET),
        (UNKNOWN, UNKNOWN, ON, Found.UNKNOWN),
    ],
)
def test_the_event_is_of_the_day_that_notice_counts_from(
    counts_from: str | Unknown,
    sent: str | None | Unknown,
    received: str | None | Unknown,
    expected: Found,
) -> None:
    clause = attrs.evolve(NOTICE, counts_from=counts_from)
    event = NoticeGiven(ON, sent=sent, received=received)

    assert expected is found(notice_day, case(terms={"notice": clause}), event)


@pytest.mark.parametrize(
    ("clause", "expected"), [(ABSENT, Found.NOT_CALLED_FOR), (UNKNOWN, Found.UNKNOWN)]
)
def test_an_unread_clause_may_count_from_either_day(clause: object, expected: Found) -> None:
    event = NoticeGiven(ON, sent=BEFORE, received=ON)

    assert expected is found(notice_day, case(terms={"notice": clause}), event)


def test_the_day_it_counts_from_is_needed_and_no_other() -> None:
    event = NoticeGiven(ON, sent=UNKNOWN, received=UNKNOWN)

    verdict = see(notice_day, case(terms={"notice": NOTICE}), event)

    assert (("received",), facts(on=ON)) == (verdict.needs, verdict.facts)


def test_all_refuse() -> None:
    rules = (notice_clause, notice_written, notice_day)

    assert [False, False, False] == [rule.soft for rule in rules]
