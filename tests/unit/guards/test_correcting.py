"""What must hold when the record is corrected, or a paper's meaning settled."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife.decisions import Found
from ioplife.events import Corrected, Noted, Resolved
from ioplife.facts import facts
from ioplife.guards import event_exists, reading_stated
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    Contribution,
    IndexClause,
    Reading,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)
from tests.unit.guards.build import ELSEWHERE, PAPER, case, several
from tests.unit.guards.seen import found, see

ON = "2023-05-08"
CONFLICT = several("2020-12-31", "2021-07-31")
STEPS = [IndexClause("OPI", day, source=PAPER) for day in ("2022-07-01", "2022-10-01")]
SUMS = StatedSum([Sum(1_000_000, source=PAPER), Sum(1_019_000, source=PAPER)])


@pytest.mark.parametrize(
    ("number", "recorded", "expected"),
    [(0, 0, Found.MET), (4, 4, Found.MET), (5, 4, Found.NOT_MET), (1, 0, Found.NOT_MET)],
)
def test_what_is_corrected_is_on_record(number: int, recorded: int, expected: Found) -> None:
    to = Terms() if number == 0 else None

    event = Corrected(ON, event_no=number, to=to)

    assert expected is found(event_exists, case(recorded=recorded), event)


def test_how_much_is_on_record_is_given() -> None:
    verdict = see(event_exists, case(recorded=1), Corrected(ON, event_no=7))

    assert facts(event_no=7, recorded=1) == verdict.facts


@pytest.mark.parametrize(
    ("reading", "basis", "expected"),
    [
        ("2020-12-31", UNKNOWN, Found.MET),
        ("2021-07-31", PAPER, Found.MET),
        ("2021-06-30", PAPER, Found.NOT_MET),
        ("2021-06-30", Source(PAPER.paper, "§ 14"), Found.NOT_MET),
        ("2021-06-30", ELSEWHERE, Found.MET),
        ("2021-06-30", UNKNOWN, Found.UNKNOWN),
        (UNKNOWN, ELSEWHERE, Found.UNKNOWN),
    ],
)
def test_the_reading_is_stated_or_rests_on_another_paper(
    reading: str | Unknown,
    basis: Source | Unknown,
    expected: Found,
) -> None:
    event = Resolved(ON, what="last_day", reading=reading, basis=basis)

    assert expected is found(reading_stated, case(terms=CONFLICT), event)


@pytest.mark.parametrize(
    ("reading", "basis", "expected"),
    [(UNKNOWN, PAPER, ("reading",)), ("2021-06-30", UNKNOWN, ("basis",))],
)
def test_what_the_event_leaves_out_is_needed(
    reading: str | Unknown,
    basis: Source | Unknown,
    expected: tuple[str, ...],
) -> None:
    event = Resolved(ON, what="last_day", reading=reading, basis=basis)

    assert expected == see(reading_stated, case(terms=CONFLICT), event).needs


@pytest.mark.parametrize(
    ("what", "terms", "reading", "expected"),
    [
        ("first_day", {}, "2021-10-01", Found.MET),
        ("first_day", {}, "2021-10-02", Found.NOT_MET),
        # A length is a reading too.
        ("last_day", {"last_day": UNKNOWN}, "2023-09-30", Found.MET),
        ("last_day", {"last_day": UNKNOWN}, "2023-09-29", Found.NOT_MET),
        # The paper that was read, and has no such day, is not another.
        ("last_day", {"last_day": Absent(PAPER), "length": UNKNOWN}, "2023-09-30", Found.NOT_MET),
        # Where no paper is cited, any is another.
        (
            "last_day",
            {"last_day": Stated(text="hösten"), "length": UNKNOWN},
            "2023-09-30",
            Found.MET,
        ),
        ("last_day", {"last_day": UNKNOWN, "length": UNKNOWN}, "2023-09-30", Found.MET),
        ("indexation", {"indexation": STEPS}, "2022-07-01", Found.MET),
        ("indexation", {"indexation": STEPS}, "2022-08-01", Found.NOT_MET),
        ("indexation", {"indexation": UNKNOWN}, "2022-07-01", Found.UNKNOWN),
        # Where there is no clause, a day makes none.
        ("indexation", {"indexation": ABSENT}, "2022-07-01", Found.NOT_MET),
        ("indexation", {"indexation": []}, "2022-07-01", Found.NOT_MET),
        ("total", {"total": SUMS}, 1_019_000, Found.MET),
        ("total", {"total": SUMS}, 1_018_000, Found.NOT_MET),
        ("total", {"total": UNKNOWN}, 1_018_000, Found.MET),
        ("contributions.mission", {}, 700_000, Found.MET),
        ("contributions.nobody", {}, 700_000, Found.NOT_MET),
        ("contributions.mission", {"contributions": UNKNOWN}, 700_000, Found.UNKNOWN),
        ("disbursements.parish", {}, 300_000, Found.MET),
        ("disbursements.town", {}, 300_000, Found.NOT_MET),
        ("disbursements.parish", {"disbursements": UNKNOWN}, 300_000, Found.UNKNOWN),
    ],
)
def test_every_thing_that_may_be_settled_has_its_readings(
    what: str,
    terms: dict[str, Any],
    reading: str | int,
    expected: Found,
) -> None:
    event = Resolved(ON, what=what, reading=reading, basis=PAPER)

    assert expected is found(reading_stated, case(terms=terms), event)


def test_the_paper_behind_a_line_is_not_another() -> None:
    line = Contribution("town", 1_000_000, source=PAPER)
    event = Resolved(ON, what="contributions.town", reading=5, basis=PAPER)

    assert Found.NOT_MET is found(reading_stated, case(terms={"contributions": [line]}), event)


def test_the_paper_behind_a_reading_of_a_day_is_not_another() -> None:
    unsourced = Stated([Reading("2021-10-01"), Reading("2022-01-01", source=ELSEWHERE)])
    event = Resolved(ON, what="first_day", reading="2021-11-01", basis=ELSEWHERE)

    assert Found.NOT_MET is found(reading_stated, case(terms={"first_day": unsourced}), event)


@pytest.mark.parametrize(
    ("reading", "basis", "expected"),
    [
        ("2023-09-30", UNKNOWN, Found.MET),
        ("2024-09-30", UNKNOWN, Found.MET),
        ("2024-09-29", PAPER, Found.NOT_MET),
        # The paper whose clause extends it is not another.
        ("2024-09-29", ELSEWHERE, Found.NOT_MET),
    ],
)
def test_what_its_extensions_give_is_stated_too(
    reading: str, basis: Source | Unknown, expected: Found
) -> None:
    longer = Reading("2024-09-30", source=ELSEWHERE)
    event = Resolved(ON, what="last_day", reading=reading, basis=basis)

    assert expected is found(reading_stated, case(ends=(longer,)), event)


def test_what_was_settled_before_hides_what_the_papers_state() -> None:
    settled = Resolved(ON, what="last_day", reading="2021-07-31", basis=PAPER)
    event = Resolved(ON, what="last_day", reading="2020-12-31", basis=PAPER)

    resolved = case(events=((1, settled),), terms=several("2021-07-31"))

    assert Found.UNKNOWN is found(reading_stated, resolved, event)


def test_what_was_settled_of_another_thing_hides_nothing() -> None:
    settled = Resolved(ON, what="first_day", reading="2021-10-01", basis=PAPER)
    event = Resolved(ON, what="last_day", reading="2020-12-31", basis=PAPER)

    resolved = case(
        events=((1, settled), (2, Noted(ON, what="last_day"))), terms=several("2021-07-31")
    )

    assert Found.NOT_MET is found(reading_stated, resolved, event)


@pytest.mark.parametrize(
    ("reading", "basis"),
    [("2021-07-31", PAPER), ("2021-06-30", PAPER), ("2021-06-30", UNKNOWN)],
)
def test_the_readings_are_given(reading: str, basis: Source | Unknown) -> None:
    event = Resolved(ON, what="last_day", reading=reading, basis=basis)

    assert (
        facts(what="last_day", reading=reading, readings=("2020-12-31", "2021-07-31"))
        == see(reading_stated, case(terms=CONFLICT), event).facts
    )


def test_what_cannot_be_settled_is_named() -> None:
    unread = case(terms={"contributions": UNKNOWN})
    event = Resolved(ON, what="contributions.town", reading=5, basis=PAPER)

    assert facts(what="contributions.town", reading="5") == see(reading_stated, unread, event).facts


def test_both_refuse() -> None:
    assert (False, False) == (event_exists.soft, reading_stated.soft)
