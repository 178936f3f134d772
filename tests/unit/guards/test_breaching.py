"""What must hold when a breach is answered."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from pendulum import Date

from ioplife.decisions import Found, Guard
from ioplife.events import Cancelled, DemandCorrected
from ioplife.facts import facts
from ioplife.guards import breach_clause, cure_over, demand_open, demand_written
from ioplife.standing import Anomaly, Demand
from ioplife.terms import ABSENT, UNKNOWN, Absent, Unknown
from tests.unit.guards.build import BREACH, PAPER, case, demand
from tests.unit.guards.seen import found, of_case, see

ON = "2023-05-08"
TERMS = {"breach": BREACH}
TWO = (demand(4), demand(6))


@pytest.mark.parametrize(
    ("clause", "expected"),
    [
        (BREACH, Found.MET),
        (attrs.evolve(BREACH, cure=UNKNOWN), Found.MET),
        (ABSENT, Found.NOT_MET),
        (Absent(PAPER), Found.NOT_MET),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_the_agreement_gives_the_right_to_cancel(clause: object, expected: Found) -> None:
    assert expected is of_case(breach_clause, case(terms={"breach": clause}))


@pytest.mark.parametrize("clause", [BREACH, Absent(PAPER)])
def test_the_place_of_the_clause_is_given(clause: object) -> None:
    verdict = see(breach_clause, case(terms={"breach": clause}), Cancelled(ON))

    assert PAPER == verdict.clause


@pytest.mark.parametrize(
    ("asked", "written", "expected"),
    [
        (True, True, Found.MET),
        (True, False, Found.NOT_MET),
        (True, UNKNOWN, Found.UNKNOWN),
        (False, False, Found.NOT_CALLED_FOR),
        (False, UNKNOWN, Found.NOT_CALLED_FOR),
        (UNKNOWN, True, Found.MET),
        (UNKNOWN, False, Found.UNKNOWN),
        (UNKNOWN, UNKNOWN, Found.UNKNOWN),
    ],
)
def test_the_demand_was_in_writing_where_the_clause_asks(
    *, asked: bool | Unknown, written: bool | Unknown, expected: Found
) -> None:
    clause = attrs.evolve(BREACH, written=asked)
    breached = case(terms={"breach": clause}, demands=(demand(written=written),))

    assert expected is found(demand_written, breached, Cancelled(ON))


@pytest.mark.parametrize(
    ("clause", "written", "expected"),
    [
        (ABSENT, False, Found.NOT_CALLED_FOR),
        (UNKNOWN, True, Found.MET),
        (UNKNOWN, False, Found.UNKNOWN),
    ],
)
def test_an_unread_clause_may_ask_for_writing(
    *, clause: object, written: bool, expected: Found
) -> None:
    breached = case(terms={"breach": clause}, demands=(demand(written=written),))

    assert expected is found(demand_written, breached, Cancelled(ON, demand=4))


def test_without_a_demand_none_can_be_in_writing() -> None:
    assert Found.NOT_CALLED_FOR is found(demand_written, case(terms=TERMS), Cancelled(ON))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-05-06", (Found.NOT_MET, Date(2023, 5, 8))),
        ("2023-05-07", (Found.NOT_MET, Date(2023, 5, 8))),
        ("2023-05-08", (Found.MET, None)),
    ],
)
def test_it_is_cancelled_the_day_after_the_last_to_correct_it(
    on: str, expected: tuple[Found, Date | None]
) -> None:
    breached = case(on, terms=TERMS, demands=(demand(),))

    verdict = see(cure_over, breached, Cancelled(on))

    assert expected == (verdict.found, verdict.from_day)
    assert facts(demand=4, cure_ends="2023-05-07") == verdict.facts


@pytest.mark.parametrize(
    ("demands", "named", "expected"),
    [
        ((demand(),), 4, Found.MET),
        ((demand(),), UNKNOWN, Found.MET),
        ((demand(),), 5, Found.NOT_MET),
        ((), UNKNOWN, Found.NOT_MET),
        ((), 4, Found.NOT_MET),
        ((demand(corrected=6),), 4, Found.NOT_MET),
        ((demand(corrected=6),), UNKNOWN, Found.NOT_MET),
        ((demand(cure_ends=None),), 4, Found.NOT_MET),
        ((demand(cure_ends=UNKNOWN),), 4, Found.UNKNOWN),
        (TWO, 6, Found.MET),
        (TWO, UNKNOWN, Found.UNKNOWN),
        # Of several, what is left out is the one that is not corrected.
        ((demand(4, corrected=5), demand(6)), UNKNOWN, Found.MET),
        ((demand(4), demand(6, "2023-05-08")), 6, Found.NOT_MET),
    ],
)
def test_the_demand_is_on_record_and_not_corrected(
    demands: tuple[Demand, ...], named: int | Unknown, expected: Found
) -> None:
    breached = case(terms=TERMS, demands=demands)

    assert expected is found(cure_over, breached, Cancelled(ON, demand=named))


@pytest.mark.parametrize(
    ("demands", "named", "expected"),
    [
        ((demand(),), 4, Found.MET),
        ((demand(),), UNKNOWN, Found.MET),
        ((demand(),), 5, Found.NOT_MET),
        ((), UNKNOWN, Found.NOT_MET),
        ((demand(corrected=6),), 4, Found.NOT_MET),
        ((demand(corrected=6),), UNKNOWN, Found.NOT_MET),
        # Its time need not have begun for it to be corrected.
        ((demand(cure_ends=None),), 4, Found.MET),
        (TWO, 6, Found.MET),
        (TWO, UNKNOWN, Found.UNKNOWN),
    ],
)
def test_what_is_corrected_was_demanded_and_is_not_corrected(
    demands: tuple[Demand, ...], named: int | Unknown, expected: Found
) -> None:
    breached = case(terms=TERMS, demands=demands)

    assert expected is found(demand_open, breached, DemandCorrected(ON, demand=named))


@pytest.mark.parametrize(
    ("code", "tag", "expected"),
    [
        ("no-such-event", "demand_corrected", Found.UNKNOWN),
        ("wrong-state", "demand_corrected", Found.MET),
        ("no-such-event", "adjusted", Found.MET),
    ],
)
def test_what_was_corrected_of_nobody_knows_what_may_be_this(
    code: str, tag: str, expected: Found
) -> None:
    aside = (Anomaly(5, Date(2023, 4, 20), tag, code),)
    breached = case(terms=TERMS, demands=(demand(),), anomalies=aside)

    assert (expected, expected) == (
        found(cure_over, breached, Cancelled(ON, demand=4)),
        found(demand_open, breached, DemandCorrected(ON, demand=4)),
    )


def test_it_is_too_early_to_cancel_whether_it_was_corrected_or_not() -> None:
    aside = (Anomaly(5, Date(2023, 4, 20), "demand_corrected", "no-such-event"),)
    breached = case("2023-05-07", terms=TERMS, demands=(demand(),), anomalies=aside)

    assert Found.NOT_MET is found(cure_over, breached, Cancelled("2023-05-07", demand=4))


@pytest.mark.parametrize(
    ("rule", "event"),
    [
        (demand_written, Cancelled(ON)),
        (cure_over, Cancelled(ON)),
        (demand_open, DemandCorrected(ON)),
    ],
)
def test_which_of_two_demands_is_needed(rule: Guard[Any], event: Any) -> None:  # noqa: ANN401 - the rule's own
    verdict = see(rule, case(terms=TERMS, demands=TWO), event)

    assert (Found.UNKNOWN, ("demand",), facts(demands=(4, 6))) == (
        verdict.found,
        verdict.needs,
        verdict.facts,
    )


@pytest.mark.parametrize("named", [5, UNKNOWN])
def test_a_number_that_is_no_demand_is_given(named: int | Unknown) -> None:
    expected = facts(demand=None if isinstance(named, Unknown) else named)
    asked = case(terms=TERMS)

    assert (expected, expected) == (
        see(cure_over, asked, Cancelled(ON, demand=named)).facts,
        see(demand_open, asked, DemandCorrected(ON, demand=named)).facts,
    )


@pytest.mark.parametrize("clause", [BREACH, Absent(PAPER)])
def test_the_place_that_gives_the_time_is_given(clause: object) -> None:
    breached = case(terms={"breach": clause}, demands=(demand(),))

    assert PAPER == see(cure_over, breached, Cancelled(ON)).clause


def test_all_refuse() -> None:
    rules = (breach_clause, demand_written, cure_over, demand_open)

    assert [False] * 4 == [rule.soft for rule in rules]


@pytest.mark.parametrize("written", [True, False])
def test_it_is_told_whether_the_demand_was_in_writing(*, written: bool) -> None:
    breached = case(terms=TERMS, demands=(demand(written=written),))

    assert facts(demand=4, written=written) == see(demand_written, breached, Cancelled(ON)).facts


def test_it_is_told_that_the_time_never_began() -> None:
    breached = case(terms=TERMS, demands=(demand(cure_ends=None),))

    assert facts(demand=4, began=False) == see(cure_over, breached, Cancelled(ON)).facts
