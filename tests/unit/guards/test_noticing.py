"""What must hold when notice is given."""

from __future__ import annotations

import attrs
import pytest

from ioplife.decisions import Case, Found
from ioplife.events import NoticeGiven
from ioplife.facts import facts
from ioplife.guards import notice_clause, notice_day, notice_under, notice_written
from ioplife.sources import Source
from ioplife.terms import ABSENT, UNKNOWN, Absent, Unknown
from tests.unit.guards.build import AUTOMATIC, ELSEWHERE, NOTICE, OPTION, PAPER, case
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
    rules = (notice_clause, notice_under, notice_written, notice_day)

    assert [False] * 4 == [rule.soft for rule in rules]


# --- two clauses, either or both ----------------------------------------------------------

NO_LENGTH = attrs.evolve(NOTICE, length=UNKNOWN)
AGAINST = attrs.evolve(AUTOMATIC, source=ELSEWHERE)


def two(notice: object, renewal: object) -> Case:
    """A case of an agreement with these clauses."""
    return case(terms={"notice": notice, "renewal": renewal})


@pytest.mark.parametrize(
    ("notice", "renewal", "under", "expected"),
    [
        (NOTICE, ABSENT, None, Found.MET),
        (ABSENT, AUTOMATIC, None, Found.MET),
        (NOTICE, AUTOMATIC, None, Found.MET),
        (NOTICE, AUTOMATIC, UNKNOWN, Found.MET),
        (NOTICE, AUTOMATIC, "renewal", Found.MET),
        (ABSENT, ABSENT, None, Found.NOT_MET),
        (ABSENT, OPTION, None, Found.NOT_MET),
        (ABSENT, OPTION, "renewal", Found.NOT_MET),
        # One that nobody has read may give the right.
        (ABSENT, UNKNOWN, None, Found.UNKNOWN),
        (UNKNOWN, ABSENT, None, Found.UNKNOWN),
        (UNKNOWN, OPTION, None, Found.UNKNOWN),
        (UNKNOWN, UNKNOWN, None, Found.UNKNOWN),
        # Notice under the only clause there is, is under the one that has been read.
        (UNKNOWN, AUTOMATIC, None, Found.MET),
        (NOTICE, UNKNOWN, None, Found.MET),
        (NOTICE, UNKNOWN, "notice", Found.MET),
        (NOTICE, UNKNOWN, "renewal", Found.UNKNOWN),
        (UNKNOWN, AUTOMATIC, "notice", Found.UNKNOWN),
        # It is the length of the clause it is given under that must be known.
        (NO_LENGTH, AUTOMATIC, "notice", Found.UNKNOWN),
        (NO_LENGTH, AUTOMATIC, "renewal", Found.MET),
        (NO_LENGTH, AUTOMATIC, None, Found.MET),
        (ABSENT, attrs.evolve(AUTOMATIC, notice_before=UNKNOWN), None, Found.UNKNOWN),
        # What is given under a clause that is not there is another guard's.
        (ABSENT, AUTOMATIC, "notice", Found.MET),
        (NOTICE, OPTION, "renewal", Found.MET),
    ],
)
def test_either_clause_gives_the_right(
    notice: object, renewal: object, under: str | None | Unknown, expected: Found
) -> None:
    event = NoticeGiven(ON, under=under)

    assert expected is found(notice_clause, two(notice, renewal), event)


@pytest.mark.parametrize(
    ("notice", "renewal", "expected"),
    [
        (NOTICE, AGAINST, PAPER),
        (ABSENT, AGAINST, ELSEWHERE),
        (Absent(PAPER), Absent(ELSEWHERE), PAPER),
        (ABSENT, Absent(ELSEWHERE), ELSEWHERE),
        (ABSENT, attrs.evolve(OPTION, source=ELSEWHERE), ELSEWHERE),
        (ABSENT, attrs.evolve(AGAINST, notice_before=UNKNOWN), ELSEWHERE),
        (UNKNOWN, UNKNOWN, None),
    ],
)
def test_the_place_of_the_clause_that_tells_is_given(
    notice: object, renewal: object, expected: Source | None
) -> None:
    assert expected == see(notice_clause, two(notice, renewal), NoticeGiven(ON)).clause


@pytest.mark.parametrize(
    ("notice", "renewal", "under", "expected", "needs"),
    [
        (NOTICE, AUTOMATIC, None, Found.UNKNOWN, ("under",)),
        (NOTICE, AUTOMATIC, UNKNOWN, Found.UNKNOWN, ("under",)),
        (NOTICE, AUTOMATIC, "renewal", Found.MET, ()),
        (NOTICE, AUTOMATIC, "notice", Found.MET, ()),
        (NOTICE, ABSENT, None, Found.NOT_CALLED_FOR, ()),
        (NOTICE, ABSENT, UNKNOWN, Found.NOT_CALLED_FOR, ()),
        (NOTICE, OPTION, None, Found.NOT_CALLED_FOR, ()),
        (ABSENT, AUTOMATIC, UNKNOWN, Found.NOT_CALLED_FOR, ()),
        (NOTICE, ABSENT, "renewal", Found.NOT_MET, ()),
        (NOTICE, OPTION, "renewal", Found.NOT_MET, ()),
        (ABSENT, AUTOMATIC, "notice", Found.NOT_MET, ()),
        (NOTICE, UNKNOWN, "renewal", Found.UNKNOWN, ()),
        (NOTICE, UNKNOWN, "notice", Found.MET, ()),
        (NOTICE, UNKNOWN, None, Found.NOT_CALLED_FOR, ()),
        (NOTICE, UNKNOWN, UNKNOWN, Found.UNKNOWN, ("under",)),
        (UNKNOWN, ABSENT, UNKNOWN, Found.NOT_CALLED_FOR, ()),
        (UNKNOWN, UNKNOWN, None, Found.NOT_CALLED_FOR, ()),
        (ABSENT, ABSENT, None, Found.NOT_CALLED_FOR, ()),
    ],
)
def test_where_there_are_two_it_is_said_which(
    notice: object,
    renewal: object,
    under: str | None | Unknown,
    expected: Found,
    needs: tuple[str, ...],
) -> None:
    verdict = see(notice_under, two(notice, renewal), NoticeGiven(ON, under=under))

    assert (expected, needs) == (verdict.found, verdict.needs)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        (
            "sv",
            (
                "uppsägningen kan inte göras enligt en klausul om förlängning: överenskommelsen har"
                " ingen sådan"
            ),
        ),
        ("en", "notice cannot be given under a renewal clause: the agreement has none"),
    ],
)
def test_the_clause_that_is_not_there_is_named_and_its_place_given(
    lang: str, expected: str
) -> None:
    asked = two(NOTICE, Absent(ELSEWHERE))

    verdict = see(notice_under, asked, NoticeGiven(ON, under="renewal"))

    assert (ELSEWHERE, expected) == (verdict.clause, verdict.text(lang))


@pytest.mark.parametrize(
    ("notice", "renewal", "under", "expected"),
    [
        (True, False, "notice", Found.NOT_MET),
        (True, False, "renewal", Found.NOT_CALLED_FOR),
        (True, False, None, Found.UNKNOWN),
        (True, True, None, Found.NOT_MET),
        (False, False, None, Found.NOT_CALLED_FOR),
        (False, UNKNOWN, None, Found.UNKNOWN),
    ],
)
def test_the_clause_it_is_given_under_asks_for_writing(
    *,
    notice: bool,
    renewal: bool | Unknown,
    under: str | None,
    expected: Found,
) -> None:
    asked = two(attrs.evolve(NOTICE, written=notice), attrs.evolve(AUTOMATIC, written=renewal))
    event = NoticeGiven(ON, written=False, under=under)

    assert expected is found(notice_written, asked, event)


@pytest.mark.parametrize(
    ("under", "written", "day"),
    [(None, Found.NOT_MET, Found.NOT_MET), (UNKNOWN, Found.UNKNOWN, Found.UNKNOWN)],
)
def test_one_that_nobody_has_read_may_be_meant_where_that_is_not_known(
    under: None | Unknown, written: Found, day: Found
) -> None:
    event = NoticeGiven(ON, written=False, sent=ON, received=BEFORE, under=under)
    asked = two(NOTICE, UNKNOWN)

    assert (written, day) == (
        found(notice_written, asked, event),
        found(notice_day, asked, event),
    )


@pytest.mark.parametrize(
    ("notice", "renewal", "under", "expected"),
    [
        ("receipt", "sending", "notice", Found.MET),
        ("receipt", "sending", "renewal", Found.NOT_MET),
        ("receipt", "sending", None, Found.UNKNOWN),
        ("sending", "sending", None, Found.NOT_MET),
        ("receipt", "receipt", None, Found.MET),
        ("receipt", UNKNOWN, None, Found.UNKNOWN),
    ],
)
def test_the_clause_it_is_given_under_says_from_which_day_it_counts(
    notice: str, renewal: str | Unknown, under: str | None, expected: Found
) -> None:
    asked = two(
        attrs.evolve(NOTICE, counts_from=notice), attrs.evolve(AUTOMATIC, counts_from=renewal)
    )
    event = NoticeGiven(ON, sent=BEFORE, received=ON, under=under)

    assert expected is found(notice_day, asked, event)


@pytest.mark.parametrize("under", ["notice", "renewal"])
def test_the_place_of_the_clause_it_is_given_under_is_given(under: str) -> None:
    event = NoticeGiven(ON, written=True, under=under)
    expected = ELSEWHERE if under == "renewal" else PAPER

    assert (expected, expected, expected) == tuple(
        see(rule, two(NOTICE, AGAINST), event).clause
        for rule in (notice_clause, notice_written, notice_day)
    )


def test_where_two_may_be_meant_no_place_is_given() -> None:
    event = NoticeGiven(ON, written=True)

    assert (None, None) == tuple(
        see(rule, two(NOTICE, AGAINST), event).clause for rule in (notice_written, notice_day)
    )


@pytest.mark.parametrize("written", [True, False])
def test_it_is_told_whether_notice_is_in_writing(*, written: bool) -> None:
    asked = case(terms={"notice": NOTICE, "renewal": ABSENT})

    assert (
        facts(written=written) == see(notice_written, asked, NoticeGiven(ON, written=written)).facts
    )


def test_a_clause_of_which_the_length_is_unread_is_told_before_one_that_is_unread() -> None:
    clause = attrs.evolve(NOTICE, length=UNKNOWN)
    asked = case(terms={"notice": clause, "renewal": UNKNOWN})
    verdict = see(notice_clause, asked, NoticeGiven(ON, under=UNKNOWN))

    assert (Found.UNKNOWN, facts(clause=True), clause.source) == (
        verdict.found,
        verdict.facts,
        verdict.clause,
    )
