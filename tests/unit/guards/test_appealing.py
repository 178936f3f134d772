"""What must hold of what becomes of a decision."""

from __future__ import annotations

from typing import Any

import pytest
from pendulum import Date

from ioplife.dates import IsWorkingDay, adjusted_by, announced_by, appeal_ends
from ioplife.decisions import Found, Guard
from ioplife.events import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    Noted,
    OfDecision,
    Stayed,
    StayLifted,
)
from ioplife.facts import facts
from ioplife.guards import (
    adjusted_in_time,
    announced_adjusted,
    announced_in_time,
    announcement_up,
    appeal_in_time,
    appeal_open,
    decision_named,
    removed_in_time,
    stay_open,
)
from ioplife.standing import Anomaly, Finality
from ioplife.terms import UNKNOWN, Unknown
from tests.unit.guards.build import case, decision, workdays
from tests.unit.guards.seen import found, see

DECIDED = "2021-06-01"  # a Tuesday, and so is the fourteenth day after
ON = "2021-06-10"
ONE = (decision(),)
TWO = (decision(2), decision(5, "2021-06-08", tag="ending_decided"))

OF_DECISION: tuple[tuple[Guard[Any], type[OfDecision]], ...] = (
    (adjusted_in_time, Adjusted),
    (announced_adjusted, Adjusted),
    (announced_adjusted, Announced),
    (announced_in_time, Announced),
    (announcement_up, AnnouncementRemoved),
    (removed_in_time, AnnouncementRemoved),
    (appeal_in_time, Appealed),
    (appeal_open, AppealDismissed),
    (appeal_open, Stayed),
    (appeal_open, Annulled),
    (stay_open, StayLifted),
)


# --- which decision ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("final", "named", "expected"),
    [
        (ONE, 2, Found.MET),
        (ONE, UNKNOWN, Found.MET),
        (ONE, 3, Found.NOT_MET),
        (TWO, 5, Found.MET),
        (TWO, UNKNOWN, Found.UNKNOWN),
        (TWO, 4, Found.NOT_MET),
        ((), UNKNOWN, Found.NOT_MET),
        ((), 2, Found.NOT_MET),
    ],
)
def test_the_decision_is_on_record(
    final: tuple[Finality, ...], named: int | Unknown, expected: Found
) -> None:
    assert expected is found(decision_named, case(final=final), Adjusted(ON, decision=named))


@pytest.mark.parametrize(("rule", "kind"), [(decision_named, Stayed), *OF_DECISION])
def test_which_of_two_decisions_is_needed(rule: Guard[Any], kind: type[OfDecision]) -> None:
    verdict = see(rule, case(ON, final=TWO), kind(ON))

    assert (Found.UNKNOWN, ("decision",)) == (verdict.found, verdict.needs)


@pytest.mark.parametrize(("rule", "kind"), OF_DECISION)
@pytest.mark.parametrize("named", [UNKNOWN, 3])
def test_of_a_decision_that_is_not_on_record_nothing_more_is_asked(
    rule: Guard[Any], kind: type[OfDecision], named: int | Unknown
) -> None:
    final = ONE if named == 3 else ()

    assert Found.NOT_CALLED_FOR is found(rule, case(final=final), kind(ON, decision=named))


def test_the_decisions_that_may_be_meant_are_given() -> None:
    asked = case(final=TWO)

    assert facts(decisions=(2, 5)) == see(decision_named, asked, Adjusted(ON)).facts
    assert facts(decision=4, decisions=(2, 5)) == (
        see(decision_named, asked, Adjusted(ON, decision=4)).facts
    )


# --- the minutes -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "told", "expected"),
    [
        ("2021-05-31", None, Found.NOT_MET),
        ("2021-06-01", None, Found.MET),
        ("2021-06-15", None, Found.MET),
        ("2021-06-16", None, Found.UNKNOWN),
        ("2021-06-20", None, Found.UNKNOWN),
        ("2021-06-21", None, Found.NOT_MET),
        ("2021-05-31", workdays(), Found.NOT_MET),
        ("2021-06-15", workdays(), Found.MET),
        ("2021-06-16", workdays(), Found.NOT_MET),
        ("2021-06-16", workdays("2021-06-15"), Found.MET),
        ("2021-06-17", workdays("2021-06-15"), Found.NOT_MET),
    ],
)
def test_the_minutes_are_adjusted_within_fourteen_days(
    on: str, told: IsWorkingDay | None, expected: Found
) -> None:
    assert expected is found(
        adjusted_in_time, case(on, final=ONE, is_working_day=told), Adjusted(on)
    )


def test_the_last_day_to_adjust_them_is_that_of_the_rule() -> None:
    told = workdays("2021-06-15")
    asked = case("2021-06-17", final=ONE, is_working_day=told)
    latest = adjusted_by(DECIDED, told)

    assert facts(on="2021-06-17", decided_on=DECIDED, latest=latest) == (
        see(adjusted_in_time, asked, Adjusted("2021-06-17")).facts
    )


def test_a_decision_at_the_end_of_the_calendar_raises_nothing() -> None:
    late = decision(on="2999-12-31", announced="2999-12-31")
    asked = case("2999-12-31", final=(late,), is_working_day=workdays())

    assert (Found.MET, Found.MET) == (
        found(adjusted_in_time, asked, Adjusted("2999-12-31")),
        found(appeal_in_time, asked, Appealed("2999-12-31")),
    )


# --- the announcement --------------------------------------------------------------------

ADJUSTED = (decision(adjusted="2021-06-10"),)  # a Thursday; the second day after is a Saturday


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2021-06-09", Found.NOT_MET),
        ("2021-06-10", Found.MET),
        ("2021-06-30", Found.MET),
    ],
)
def test_the_minutes_are_adjusted_when_that_is_announced(on: str, expected: Found) -> None:
    verdict = see(announced_adjusted, case(on, final=ADJUSTED), Announced(on))

    assert (expected, facts(announced=on, adjusted="2021-06-10")) == (verdict.found, verdict.facts)


@pytest.mark.parametrize(
    ("on", "expected"), [("2021-06-10", Found.MET), ("2021-06-11", Found.NOT_MET)]
)
def test_they_are_not_adjusted_after_that_is_announced(on: str, expected: Found) -> None:
    announced = (decision(announced="2021-06-10"),)

    verdict = see(announced_adjusted, case(on, final=announced), Adjusted(on))

    assert (expected, facts(announced="2021-06-10", adjusted=on)) == (verdict.found, verdict.facts)


@pytest.mark.parametrize(("kind", "other"), [(Announced, Adjusted), (Adjusted, Announced)])
def test_not_both_need_be_on_record(kind: type[OfDecision], other: type[OfDecision]) -> None:
    asked = case(final=ONE, events=((1, Noted(ON)), (3, other(ON, decision=5)), (4, kind(ON))))

    assert Found.NOT_CALLED_FOR is found(announced_adjusted, asked, kind(ON))


@pytest.mark.parametrize(("kind", "other"), [(Announced, Adjusted), (Adjusted, Announced)])
@pytest.mark.parametrize(
    ("on", "number", "expected"),
    [
        ("2021-06-07", 6, Found.NOT_CALLED_FOR),  # of the first alone: there was one then
        ("2021-06-08", 4, Found.NOT_CALLED_FOR),
        ("2021-06-08", 6, Found.UNKNOWN),
        ("2021-06-09", 6, Found.UNKNOWN),
        ("2021-05-31", 6, Found.UNKNOWN),
    ],
)
def test_one_of_nobody_knows_what_may_be_of_this_decision(
    kind: type[OfDecision], other: type[OfDecision], on: str, number: int, expected: Found
) -> None:
    asked = case(ON, final=TWO, events=((number, other(on)),))

    assert expected is found(announced_adjusted, asked, kind(ON, decision=5))


@pytest.mark.parametrize(
    ("tag", "code", "expected"),
    [
        ("adjusted", "no-such-event", Found.UNKNOWN),
        ("adjusted", "wrong-state", Found.NOT_CALLED_FOR),
        ("resolved", "no-such-event", Found.NOT_CALLED_FOR),
    ],
)
def test_so_may_one_that_has_no_effect(tag: str, code: str, expected: Found) -> None:
    aside = Anomaly(6, Date(2021, 6, 9), tag, code)
    asked = case(ON, final=TWO, anomalies=(aside,))

    assert expected is found(announced_adjusted, asked, Announced(ON, decision=5))


def test_of_other_events_that_is_not_asked() -> None:
    assert Found.NOT_CALLED_FOR is found(announced_adjusted, case(final=ONE), Stayed(ON))


@pytest.mark.parametrize(
    ("on", "told", "expected"),
    [
        ("2021-06-12", None, Found.MET),
        ("2021-06-13", None, Found.UNKNOWN),
        ("2021-06-17", None, Found.UNKNOWN),
        ("2021-06-18", None, Found.NOT_MET),
        ("2021-06-14", workdays(), Found.MET),
        ("2021-06-15", workdays(), Found.NOT_MET),
    ],
)
def test_it_is_announced_the_second_day_after_the_adjustment(
    on: str, told: IsWorkingDay | None, expected: Found
) -> None:
    asked = case(on, final=ADJUSTED, is_working_day=told)

    assert expected is found(announced_in_time, asked, Announced(on))


def test_the_last_day_to_announce_it_is_that_of_the_rule() -> None:
    asked = case("2021-06-15", final=ADJUSTED, is_working_day=workdays())
    latest = announced_by("2021-06-10", workdays())

    assert facts(on="2021-06-15", adjusted="2021-06-10", latest=latest) == (
        see(announced_in_time, asked, Announced("2021-06-15")).facts
    )


def test_without_an_adjustment_on_record_nobody_knows_whether_it_is_in_time() -> None:
    assert Found.UNKNOWN is found(announced_in_time, case(final=ONE), Announced(ON))


def test_what_is_announced_anew_was_announced_before() -> None:
    again = decision(adjusted="2021-06-10", announced="2021-06-11", removed="2021-06-20")
    verdict = see(announced_in_time, case("2021-07-01", final=(again,)), Announced("2021-07-01"))

    assert (Found.NOT_CALLED_FOR, facts(announced="2021-06-11")) == (verdict.found, verdict.facts)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"announced": "2021-06-11"}, Found.MET),
        ({"announced": "2021-06-11", "removed": "2021-06-20"}, Found.NOT_MET),
        ({}, Found.UNKNOWN),
    ],
)
def test_what_is_taken_down_is_up(fields: dict[str, Any], expected: Found) -> None:
    asked = case("2021-07-10", final=(decision(**fields),))

    assert expected is found(announcement_up, asked, AnnouncementRemoved("2021-07-10"))


# Announced on a Friday; three weeks after is Midsummer Eve, and a weekend follows.
ANNOUNCED = (decision(announced="2021-06-04"),)
TOLD = workdays("2021-06-25")


@pytest.mark.parametrize(
    ("on", "told", "expected", "later"),
    [
        ("2021-06-25", None, Found.NOT_MET, Date(2021, 7, 1)),
        ("2021-06-26", None, Found.UNKNOWN, None),
        ("2021-06-30", None, Found.UNKNOWN, None),
        ("2021-07-01", None, Found.MET, None),
        ("2021-06-28", TOLD, Found.NOT_MET, Date(2021, 6, 29)),
        ("2021-06-29", TOLD, Found.MET, None),
    ],
)
def test_the_announcement_is_up_until_the_time_to_appeal_is_out(
    on: str, told: IsWorkingDay | None, expected: Found, later: Date | None
) -> None:
    asked = case(on, final=ANNOUNCED, is_working_day=told)

    verdict = see(removed_in_time, asked, AnnouncementRemoved(on))

    assert (expected, later) == (verdict.found, verdict.from_day)


def test_what_was_never_announced_has_no_time_to_be_up() -> None:
    assert Found.UNKNOWN is found(removed_in_time, case(final=ONE), AnnouncementRemoved(ON))


# --- the appeal --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "told", "expected"),
    [
        ("2021-06-25", None, Found.MET),
        ("2021-06-26", None, Found.UNKNOWN),
        ("2021-06-30", None, Found.UNKNOWN),
        ("2021-07-01", None, Found.NOT_MET),
        ("2021-06-28", TOLD, Found.MET),
        ("2021-06-29", TOLD, Found.NOT_MET),
    ],
)
def test_a_decision_is_appealed_within_three_weeks_from_the_announcement(
    on: str, told: IsWorkingDay | None, expected: Found
) -> None:
    asked = case(on, final=ANNOUNCED, is_working_day=told)

    assert expected is found(appeal_in_time, asked, Appealed(on))


def test_the_last_day_to_appeal_is_that_of_the_rule() -> None:
    asked = case("2021-06-29", final=ANNOUNCED, is_working_day=TOLD)
    ends = appeal_ends("2021-06-04", TOLD)
    expected = facts(on="2021-06-29", announced="2021-06-04", appeal_ends=ends)

    assert (expected, expected) == (
        see(appeal_in_time, asked, Appealed("2021-06-29")).facts,
        see(removed_in_time, asked, AnnouncementRemoved("2021-06-29")).facts,
    )


def test_before_it_is_announced_the_time_to_appeal_has_not_begun() -> None:
    assert Found.MET is found(appeal_in_time, case("2022-06-01", final=ONE), Appealed("2022-06-01"))


@pytest.mark.parametrize(
    ("removed", "told", "expected"),
    [
        ("2021-06-25", None, Found.MET),
        ("2021-06-26", None, Found.UNKNOWN),
        ("2021-06-30", None, Found.UNKNOWN),
        ("2021-07-01", None, Found.NOT_MET),
        ("2021-06-28", TOLD, Found.MET),
        ("2021-06-29", TOLD, Found.NOT_MET),
    ],
)
def test_the_time_does_not_run_out_where_it_was_taken_down_too_early(
    removed: str, told: IsWorkingDay | None, expected: Found
) -> None:
    broken = (decision(announced="2021-06-04", removed=removed),)
    asked = case("2021-09-01", final=broken, is_working_day=told)

    assert expected is found(appeal_in_time, asked, Appealed("2021-09-01"))


@pytest.mark.parametrize("kind", [AppealDismissed, Stayed, Annulled])
@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"appeals": (4,)}, Found.MET),
        ({"appeals": (4, 6)}, Found.MET),
        ({"annulled": 5}, Found.NOT_MET),
        ({"appeals": (6,), "annulled": 5}, Found.NOT_MET),
        # A record that is missing is not an appeal that is missing.
        ({}, Found.UNKNOWN),
    ],
)
def test_a_court_has_its_say_where_an_appeal_waits(
    kind: type[OfDecision], fields: dict[str, Any], expected: Found
) -> None:
    assert expected is found(appeal_open, case(final=(decision(**fields),)), kind(ON))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"stayed": 5}, Found.MET),
        ({"annulled": 6}, Found.NOT_MET),
        ({}, Found.UNKNOWN),
    ],
)
def test_what_is_lifted_is_an_order_that_stands(fields: dict[str, Any], expected: Found) -> None:
    assert expected is found(stay_open, case(final=(decision(**fields),)), StayLifted(ON))


@pytest.mark.parametrize(
    ("rule", "event", "fields", "aside"),
    [
        (announced_adjusted, Announced(ON), {"adjusted": "2021-06-10"}, "adjusted"),
        (announced_adjusted, Adjusted(ON), {"announced": "2021-06-10"}, "announced"),
        (announcement_up, AnnouncementRemoved(ON), {"announced": "2021-06-09"}, "announced"),
        (
            announcement_up,
            AnnouncementRemoved(ON),
            {"announced": "2021-06-09"},
            "announcement_removed",
        ),
        (appeal_open, Stayed(ON), {"appeals": (4,)}, "annulled"),
        (stay_open, StayLifted(ON), {"stayed": 5}, "annulled"),
    ],
)
@pytest.mark.parametrize(
    ("code", "expected"), [("no-such-event", Found.UNKNOWN), ("wrong-state", Found.MET)]
)
def test_what_is_of_nobody_knows_which_decision_may_be_of_this(  # noqa: PLR0913 - a row of a table
    *,
    rule: Guard[Any],
    event: OfDecision,
    fields: dict[str, Any],
    aside: str,
    code: str,
    expected: Found,
) -> None:
    anomaly = Anomaly(6, Date(2021, 6, 9), aside, code)
    asked = case(ON, final=(decision(**fields),), anomalies=(anomaly,))

    assert expected is found(rule, asked, event)


def test_what_the_act_only_orders_warns_and_what_makes_no_sense_refuses() -> None:
    soft = (adjusted_in_time, announced_in_time, removed_in_time, appeal_in_time)
    hard = (decision_named, announced_adjusted, announcement_up, appeal_open, stay_open)

    assert ([True] * 4, [False] * 5) == (
        [rule.soft for rule in soft],
        [rule.soft for rule in hard],
    )


def test_what_is_unnamed_is_of_the_one_decision_before_it() -> None:
    event = Announced("2021-06-09", decision=UNKNOWN)
    asked = case(
        "2021-07-10",
        final=(decision(announced="2021-06-09", appeal_ends="2021-06-30"),),
        events=((5, event),),
    )

    assert Found.MET is found(announcement_up, asked, AnnouncementRemoved("2021-07-10"))


def test_the_day_as_counted_is_told_where_the_working_days_are_not() -> None:
    asked = case(ON, final=(decision(on=DECIDED),))

    assert ("latest", "2021-06-15") in see(adjusted_in_time, asked, Adjusted(ON)).facts
