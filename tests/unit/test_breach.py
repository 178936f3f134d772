"""A breach: what is demanded, until when it may be corrected, and what ends the agreement.

RULES §2, §5. Worked out by hand.
"""

from __future__ import annotations

import pytest

import ioplife as iop
from tests.unit.running import (
    AGREED,
    FOREVER,
    agreed,
    last_day,
    running,
    set_aside,
    states,
)

MONTH = iop.Breach("P1M", written=True)


def demanded(on: str, *, written: bool | iop.Unknown = True) -> iop.DemandMade:
    return iop.DemandMade(on, by="town", written=written)


def cancelled(on: str, *, demand: int | None = None, last_day: str | None = None) -> iop.Cancelled:
    which = iop.UNKNOWN if demand is None else demand
    return iop.Cancelled(on, by="town", demand=which, last_day=last_day)


def cure(agreement: iop.Agreement, day: str) -> list[str]:
    """The last day to correct each demand, as it stands on a day."""
    return [str(one.cure_ends) for one in agreement.on(day).demands]


# --- the clock of a demand ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "length", "last"),
    [
        ("2024-01-31", "P1M", "2024-02-29"),
        ("2025-01-31", "P1M", "2025-02-28"),
        ("2024-03-31", "P1M", "2024-04-30"),
        ("2024-05-02", "P30D", "2024-06-01"),
        ("2024-02-01", "P30D", "2024-03-02"),
        ("2024-12-16", "P2W", "2024-12-30"),
    ],
)
def test_it_may_be_corrected_so_long_after_the_demand(on: str, length: str, last: str) -> None:
    agreement = running(demanded(on), breach=iop.Breach(length))
    assert [last] == cure(agreement, on)
    before = iop.Period(on).first.subtract(days=1)
    assert () == agreement.on(before).demands
    assert ["2026-12-31"] == last_day(agreement, last)  # a demand ends nothing


def test_each_demand_has_a_clock_of_its_own() -> None:
    agreement = running(
        demanded("2024-05-02"),
        demanded("2024-05-20"),
        iop.DemandCorrected("2024-06-03", demand=7),
        breach=MONTH,
    )
    assert ["2024-06-02", "2024-06-20"] == cure(agreement, "2024-06-02")
    first, second = agreement.on("2024-06-03").demands
    assert (None, 8) == (first.corrected, second.corrected)
    assert [None, None] == [one.corrected for one in agreement.on("2024-06-02").demands]


def test_the_last_day_to_correct_is_by_the_clause_of_the_day_of_the_demand() -> None:
    longer = iop.Amended(
        "2024-05-02",
        terms=agreed(breach=iop.Breach("P3M", written=True)),
        applies_from="2024-06-01",
        agreed_by=AGREED,
    )
    agreement = running(longer, demanded("2024-05-31"), demanded("2024-06-01"), breach=MONTH)
    assert ["2024-06-30", "2024-09-01"] == cure(agreement, "2024-06-01")


@pytest.mark.parametrize(
    ("must", "written", "ends"),
    [
        (True, True, "2024-06-02"),
        (True, False, "None"),
        (True, iop.UNKNOWN, "unknown"),
        (False, True, "2024-06-02"),
        (False, False, "2024-06-02"),
        (False, iop.UNKNOWN, "2024-06-02"),
        (iop.UNKNOWN, True, "2024-06-02"),
        (iop.UNKNOWN, False, "unknown"),
        (iop.UNKNOWN, iop.UNKNOWN, "unknown"),
    ],
)
def test_an_oral_demand_never_starts_the_clock_where_it_must_be_written(
    must: bool | iop.Unknown,  # noqa: FBT001 - one of three, as the clause has it
    written: bool | iop.Unknown,  # noqa: FBT001 - the same
    ends: str,
) -> None:
    clause = iop.Breach("P1M", written=must)
    assert [ends] == cure(
        running(demanded("2024-05-02", written=written), breach=clause), "2024-05-02"
    )


@pytest.mark.parametrize(
    ("clause", "ends"),
    [
        (iop.ABSENT, "None"),
        (iop.UNKNOWN, "unknown"),
        (iop.Breach(iop.UNKNOWN, written=True), "unknown"),
    ],
)
def test_without_a_clause_there_is_no_clock_and_with_an_unread_one_nobody_knows(
    clause: iop.Absent | iop.Unknown | iop.Breach, ends: str
) -> None:
    agreement = running(demanded("2024-05-02"), breach=clause)
    assert [ends] == cure(agreement, "2024-05-02")


def test_which_demand_was_corrected_may_be_left_out_where_one_waits() -> None:
    corrected = iop.DemandCorrected("2024-05-20")
    one = running(demanded("2024-05-02"), corrected, breach=MONTH)
    assert [7] == [demand.corrected for demand in one.on("2024-05-20").demands]
    two = running(demanded("2024-05-02"), demanded("2024-05-03"), corrected, breach=MONTH)
    assert [None, None] == [demand.corrected for demand in two.on("2024-05-20").demands]
    assert [(8, "no-such-event")] == set_aside(two, "2024-05-20")
    again = running(demanded("2024-05-02"), corrected, corrected, breach=MONTH)
    assert [(8, "no-such-event")] == set_aside(again, "2024-05-20")


# --- what ends it ---------------------------------------------------------------------------


def test_it_is_cancelled_on_its_day_and_over_the_day_after() -> None:
    agreement = running(demanded("2024-05-02"), cancelled("2024-06-03"), breach=MONTH)
    assert ["2026-12-31", "2024-06-03"] == last_day(agreement, "2024-06-02", "2024-06-03")
    assert ["active", "terminated"] == states(agreement, "2024-06-03", "2024-06-04")
    over = agreement.on("2024-06-04")
    assert (iop.Reason.BREACH, iop.Answer.NO) == (over.reason, over.in_force)
    assert [7] == [one.cancelled for one in over.demands]


def test_or_on_the_day_it_names() -> None:
    later = running(
        demanded("2024-05-02"), cancelled("2024-06-03", last_day="2024-06-30"), breach=MONTH
    )
    assert ["active", "terminated"] == states(later, "2024-06-30", "2024-07-01")
    beyond = running(
        demanded("2024-05-02"), cancelled("2024-06-03", last_day="2027-06-30"), breach=MONTH
    )
    assert ["2026-12-31"] == last_day(beyond, "2024-06-03")
    assert iop.Reason.EXPIRED is beyond.on("2027-01-01").reason


def test_it_sets_its_ending_whatever_was_demanded() -> None:
    """Replay asks no guard: what happened, happened."""
    for events in (
        (cancelled("2024-06-03"),),
        (demanded("2024-06-03"), cancelled("2024-06-03")),
        (demanded("2024-05-02"), iop.DemandCorrected("2024-05-20"), cancelled("2024-06-03")),
    ):
        agreement = running(*events, breach=iop.ABSENT)
        assert ["active", "terminated"] == states(agreement, "2024-06-03", "2024-06-04")
        assert [] == set_aside(agreement, "2024-06-04")


def test_before_it_is_in_force_there_is_nothing_to_cancel() -> None:
    agreement = running(demanded("2023-12-31"), cancelled("2023-12-31"), breach=MONTH)
    assert [(6, "wrong-state"), (7, "wrong-state")] == set_aside(agreement, "2023-12-31")
    assert ["active"] == states(agreement, "2024-01-01")
    on_the_first = running(demanded("2024-01-01"), cancelled("2024-01-01"), breach=MONTH)
    assert ["active", "terminated"] == states(on_the_first, "2024-01-01", "2024-01-02")


def test_a_cancellation_may_be_lifted_to_its_last_day() -> None:
    def lifted(on: str) -> iop.Agreement:
        return running(cancelled("2024-06-03"), iop.EndingLifted(on, ending=6, agreed_by=AGREED))

    assert ["active"] == states(lifted("2024-06-03"), "2024-06-04")
    assert ["terminated"] == states(lifted("2024-06-04"), "2024-06-04")


def test_what_is_rescinded_ends_on_its_own_day_or_the_day_it_names() -> None:
    at_once = running(iop.Rescinded("2024-06-03", agreed_by=AGREED))
    assert ["active", "terminated"] == states(at_once, "2024-06-03", "2024-06-04")
    assert iop.Reason.RESCINDED is at_once.on("2024-06-04").reason
    later = running(iop.Rescinded("2024-06-03", last_day="2024-12-31", agreed_by=AGREED), **FOREVER)
    assert ["active", "terminated"] == states(later, "2024-12-31", "2025-01-01")
    assert ["None", "2024-12-31"] == last_day(later, "2024-06-02", "2024-06-03")


def test_what_is_rescinded_to_a_day_that_is_past_ends_the_day_it_is_agreed() -> None:
    """Nothing is taken back: the clock is dated the day of the event, never earlier."""
    agreement = running(iop.Rescinded("2024-06-03", last_day="2024-05-31", agreed_by=AGREED))
    assert ["active", "terminated"] == states(agreement, "2024-06-02", "2024-06-03")
    assert ["2026-12-31", "2024-05-31"] == last_day(agreement, "2024-06-02", "2024-06-03")
    today = running(iop.Rescinded("2024-06-03", last_day="2024-06-03", agreed_by=AGREED))
    assert ["active", "terminated"] == states(today, "2024-06-03", "2024-06-04")
