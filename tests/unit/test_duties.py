"""What is owed, and when: worked out by hand from the papers, and on both sides of each rule."""

from typing import Any

import pytest
from pendulum import Date

from ioplife.dates import Duration, Period
from ioplife.duties import (
    Basis,
    Cadence,
    Duty,
    Fixed,
    Goal,
    Horizon,
    InMonths,
    PerWindow,
    windows,
)
from ioplife.errors import BadValue

SON = Period("2021-10-01", "2023-09-30")
SION = Period("2018-01-01", "2020-12-31")


def dues(cadence: Cadence, period: Period) -> list[str]:
    return [str(window.due) for window in windows(cadence, period)]


def spans(cadence: Cadence, period: Period) -> list[tuple[str, str]]:
    return [(str(one.first), str(one.last)) for one in windows(cadence, period)]


def test_a_follow_up_a_year_goes_by_agreement_years() -> None:
    """ "minst 1 gång/ år" (SON 2021-404, § 11): two windows, due with each."""
    once = PerWindow(1, "P1Y")
    assert [("2021-10-01", "2022-09-30"), ("2022-10-01", "2023-09-30")] == spans(once, SON)
    assert ["2022-09-30", "2023-09-30"] == dues(once, SON)


def test_or_by_calendar_years_where_the_paper_says_so() -> None:
    once = PerWindow(1, "P1Y", calendar=True)
    assert ["2021-12-31", "2022-12-31", "2023-09-30"] == dues(once, SON)
    assert ("2021-10-01", "2021-12-31") == spans(once, SON)[0]
    assert ("2023-01-01", "2023-09-30") == spans(once, SON)[-1]


def test_once_a_quarter_is_eight_times_in_two_years() -> None:
    """ "en gång i kvartalet" (SON 2021-404, § 10.5)."""
    quarterly = PerWindow(1, "P3M")
    assert [
        *("2021-12-31", "2022-03-31", "2022-06-30", "2022-09-30"),
        *("2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"),
    ] == dues(quarterly, SON)
    assert dues(quarterly, SON) == dues(PerWindow(1, "P3M", calendar=True), SON)


def test_twice_a_year_is_due_half_way_and_open_all_the_year() -> None:
    """ "två gånger per år" in a partnership of 2018-2020: six."""
    twice = PerWindow(2, "P1Y")
    assert [
        *("2018-06-30", "2018-12-31", "2019-06-30", "2019-12-31", "2020-06-30", "2020-12-31"),
    ] == dues(twice, SION)
    assert [("2018-01-01", "2018-12-31")] * 2 == spans(twice, SION)[:2]


def test_a_part_that_begins_after_the_last_day_vanishes_and_one_it_cuts_is_a_stub() -> None:
    twice = PerWindow(2, "P1Y")
    assert ["2024-06-30"] == dues(twice, Period("2024-01-01", "2024-06-30"))
    assert ["2024-06-30", "2024-07-01"] == dues(twice, Period("2024-01-01", "2024-07-01"))


def test_the_third_of_a_year_that_does_not_divide_is_rounded_down_to_whole_months() -> None:
    assert ["2024-02-29", "2024-04-30", "2024-07-31", "2024-09-30", "2024-12-31"] == dues(
        PerWindow(5, "P1Y"), Period("2024-01-01", "2024-12-31")
    )


def test_the_last_of_a_window_is_due_as_the_window_ends_whatever_the_day_of_the_month() -> None:
    """By hand: 31 January and n months; counted from the anchor, never from a clamped window."""
    half_a_year = Period("2024-01-31", "2024-07-30")
    assert [
        *("2024-02-28", "2024-03-30", "2024-04-29", "2024-05-30", "2024-06-29", "2024-07-30"),
    ] == dues(PerWindow(1, "P1M"), half_a_year)
    assert dues(PerWindow(1, "P1M"), half_a_year) == dues(PerWindow(3, "P3M"), half_a_year)
    assert ["2023-02-27", "2024-08-30", "2026-02-27", "2026-08-30"] == dues(
        PerWindow(1, "P18M"), Period("2021-08-31", "2026-08-30")
    )
    leap = Period("2024-02-29", "2028-02-28")
    assert ["2024-08-28", "2025-02-27"] == dues(PerWindow(2, "P1Y"), leap)[:2]
    assert "2028-02-28" == dues(PerWindow(2, "P1Y"), leap)[-1]


def test_windows_count_from_the_anchor_at_the_end_of_a_month() -> None:
    monthly = PerWindow(1, "P1M")
    assert [("2024-01-31", "2024-02-28"), ("2024-02-29", "2024-03-30")] == spans(
        monthly, Period("2024-01-31", "2024-03-30")
    )


def test_a_payment_in_july_needs_the_whole_month_inside_the_period() -> None:
    """ "en gång per år i juli månad" (SON 2021-404, § 12): 2022 and 2023 only."""
    july = InMonths((7,))
    assert [("2022-07-01", "2022-07-31"), ("2023-07-01", "2023-07-31")] == spans(july, SON)
    assert ["2023-07-31"] == dues(july, Period("2022-07-02", "2023-07-31"))
    assert [] == dues(july, Period("2022-07-02", "2023-07-30"))


def test_a_payment_in_january() -> None:
    """ "i januari månad en gång per/år": three, the first month being the first of all."""
    assert ["2018-01-31", "2019-01-31", "2020-01-31"] == dues(InMonths((1,)), SION)


def test_several_months_come_in_order() -> None:
    assert ["2024-02-29", "2024-08-31"] == dues(
        InMonths((8, 2)), Period("2024-01-01", "2024-12-31")
    )


def test_a_fixed_month_is_owed_where_the_period_reaches_it() -> None:
    """ "i november 2018"."""
    november = Fixed((Period("2018-11-01", "2018-11-30"),))
    assert ["2018-11-30"] == dues(november, SION)
    assert [] == dues(november, SON)
    assert ["2018-11-01"] == dues(november, Period("2018-01-01", "2018-11-01"))
    assert [] == dues(november, Period("2018-01-01", "2018-10-31"))
    assert ["2018-11-30"] == dues(november, Period("2018-11-30", "2019-11-29"))
    assert [] == dues(november, Period("2018-12-01", "2019-11-30"))


def test_a_final_report_is_owed_after_the_last_day() -> None:
    final = Fixed((Period("2023-10-01", "2023-12-31"),), tail=True)
    assert ["2023-12-31"] == dues(final, SON)
    assert [] == dues(Fixed(final.spans), SON)


def test_a_payment_and_an_assessment_are_owed_by_other_clauses() -> None:
    for kind in ("payment", "assessment"):
        with pytest.raises(BadValue, match=f"must not be {kind}"):
            Duty("a", kind, PerWindow(1, "P1Y"))


def test_several_may_owe_one_thing_together() -> None:
    both = Duty("a", "meeting", PerWindow(1, "P3M"), who=("b", "c"))
    assert ("b", "c") == both.who
    assert ("b",) == Duty("a", "meeting", PerWindow(1, "P3M"), who="b").who
    for nobody in ((), ("b", "b"), ("a b",)):
        with pytest.raises(BadValue, match=r"Duty\.who"):
            Duty("a", "meeting", PerWindow(1, "P3M"), who=nobody)


def test_an_open_ended_agreement_is_worked_out_fifty_years_ahead() -> None:
    found = windows(PerWindow(1, "P1Y"), Period("2024-01-01"))
    assert 50 == len(found)
    assert Date(2024, 12, 31) == found[0].due
    assert Date(2073, 12, 31) == found[-1].last


def test_windows_are_numbered_from_one_and_worked_out_once() -> None:
    first = windows(PerWindow(2, "P1Y"), SION)
    assert [1, 2, 3, 4, 5, 6] == [window.ordinal for window in first]
    assert first is windows(PerWindow(2, "P1Y"), SION)


def test_a_horizon_within_and_beyond() -> None:
    """ "tidshorisont 6 mån" and ">2 år" (SON 2021-404, § 4), counted from 2021-10-01."""
    assert Date(2022, 4, 1) == Horizon("P6M").day(SON.first)
    assert Date(2023, 10, 2) == Horizon("P2Y", beyond=True).day(SON.first)


@pytest.mark.parametrize(
    ("basis", "binds"),
    [
        ("agreement", True),
        ("decision", True),
        ("law", True),
        ("proposal", False),
        ("administration", False),
    ],
)
def test_only_agreement_decision_and_law_bind(basis: str, binds: bool) -> None:  # noqa: FBT001 - expected
    assert binds is Basis(basis).binds


ONCE = PerWindow(1, "P1Y")


@pytest.mark.parametrize(
    ("build", "fields", "field"),
    [
        (PerWindow, {"times": 0, "every": "P1Y"}, "PerWindow.times"),
        (PerWindow, {"times": True, "every": "P1Y"}, "PerWindow.times"),
        (PerWindow, {"times": 13, "every": "P1Y"}, "PerWindow.times"),
        (PerWindow, {"times": 1, "every": "P30D"}, "PerWindow.every"),
        (PerWindow, {"times": 1, "every": "P0D"}, "PerWindow.every"),
        (PerWindow, {"times": 1, "every": "P5M", "calendar": True}, "PerWindow.every"),
        (PerWindow, {"times": 1, "every": "P1Y", "calendar": 1}, "PerWindow.calendar"),
        (InMonths, {"months": (13,)}, "InMonths.months"),
        (InMonths, {"months": (0,)}, "InMonths.months"),
        (InMonths, {"months": (True,)}, "InMonths.months"),
        (InMonths, {"months": (7, 7)}, "InMonths.months"),
        (InMonths, {"months": "7"}, "InMonths.months"),
        (Fixed, {"spans": (Period("2024-01-01"),)}, "Fixed.spans"),
        (Fixed, {"spans": ("2018-11",)}, "Fixed.spans"),
        (Horizon, {"length": "P0D"}, "Horizon.length"),
        (Horizon, {"length": "6 mån"}, "Horizon.length"),
        (Horizon, {"length": "P6M", "beyond": "yes"}, "Horizon.beyond"),
        (Duty, {"id": "a/b", "kind": "meeting", "cadence": ONCE}, "Duty.id"),
        (Duty, {"id": "a", "kind": "party", "cadence": ONCE}, "Duty.kind"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": "P1Y"}, "Duty.cadence"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "calls": "some"}, "Duty.calls"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "basis": "habit"}, "Duty.basis"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "lead": 3}, "Duty.lead"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "who": "the city"}, "Duty.who"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "text": None}, "Duty.text"),
        (Duty, {"id": "a", "kind": "meeting", "cadence": ONCE, "source": "§ 4"}, "Duty.source"),
        (Goal, {"id": "", "horizon": Horizon("P6M")}, "Goal.id"),
        (Goal, {"id": "a", "horizon": "P6M"}, "Goal.horizon"),
        (Goal, {"id": "a", "horizon": Horizon("P6M"), "basis": 1}, "Goal.basis"),
    ],
)
def test_what_no_duty_can_hold_is_refused(build: Any, fields: dict[str, Any], field: str) -> None:  # noqa: ANN401 - any of them
    with pytest.raises(BadValue) as caught:
        build(**fields)
    assert field == caught.value.field


def test_a_lead_is_three_months_unless_said() -> None:
    assert Duration(months=3) == Duty("a", "follow_up", ONCE).lead
