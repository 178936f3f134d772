"""The table of clauses says what the code can express, and names nothing that is not there."""

import pytest

from ioplife.absence import Absent, Unknown
from ioplife.dates import Duration, Period
from ioplife.deadlines import CODES
from ioplife.duties import DutyKind
from ioplife.lifecycle.register import NO_CLAUSE, NO_SUCH_EVENT
from ioplife.money import REASONS, UNTOLD
from ioplife.norms import Norm
from ioplife.sources import Source
from ioplife.terms import Body, BodyKind, Description, Kind, Party, Sector, Terms
from tests.architecture.clauses import PAGE, Clause, can_be_written, named, rows, written
from tests.architecture.dates import has_test
from tests.architecture.reference import guards

ROWS = list(rows(PAGE.read_text("utf-8")))

NO_CLAUSE_OF_ITS_OWN = {
    named(one)
    for one in (
        # who it is between, what sort it is, and what is told of it in words
        *(Party, Body, Description, Source, *BodyKind, *Kind, *Sector),
        # a number of its own is a policy's, and has a page there
        Norm,
        # what every clause is made of
        *(Period, Duration, Absent, *Unknown),
        # a payment is owed by a plan, an assessment by a goal
        *(DutyKind.PAYMENT, DutyKind.ASSESSMENT),
    )
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_the_file_and_the_code_say_the_same(row: Clause) -> None:
    assert row.built == row.read


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_the_guards_and_the_flags_are_there(row: Clause) -> None:
    known = {*guards(), *CODES, *REASONS, *UNTOLD, NO_CLAUSE, NO_SUCH_EVENT}

    assert set() == set(row.codes) - known


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.words)
def test_the_tests_are_there(row: Clause) -> None:
    assert () != row.tests
    assert [] == [name for file, name in row.tests if not has_test(file, name)]


def test_every_clause_and_every_choice_within_one_has_a_row() -> None:
    expressed = set(written(row.built.terms for row in ROWS))

    assert set() == can_be_written(Terms) - expressed - NO_CLAUSE_OF_ITS_OWN


def test_nothing_is_excused_that_is_no_part_of_the_terms() -> None:
    assert set() == NO_CLAUSE_OF_ITS_OWN - can_be_written(Terms)


def test_no_row_is_said_twice() -> None:
    assert len({row.words for row in ROWS}) == len(ROWS)
