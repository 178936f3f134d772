"""What seldom happens in the core: one test a branch that no other test takes."""

from __future__ import annotations

from typing import Any

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.absence import ABSENT, UNKNOWN
from ioplife.dates import (
    ADJUSTMENT,
    ANNOUNCEMENT,
    APPEAL,
    FIRST_DAY,
    LAST_DAY,
    LONGEST_ROLL,
    roll,
)
from ioplife.deadlines import turning_days
from ioplife.deadlines.question import Question
from ioplife.duties import Duty, PerWindow
from ioplife.lifecycle import LIFECYCLE, fold, stand
from ioplife.norms import PUBLIC_SHARE, URGENT_WITHIN, Norm, Norms
from ioplife.policy import DEFAULT, Policy
from ioplife.terms import Body, IndexClause, Party, Reading, RenewalOption, Stated
from ioplife.terms.resolving import settle_index
from ioplife.terms.scopes import in_force
from tests.unit.running import AGREED, MISSION, TOWN, agreed, entered, running, set_aside

PAPER = iop.Source("The guidelines", "p. 1")
LONGEST = iop.Duration(years=1000, days=366_000)


# --- days ----------------------------------------------------------------------------------


def test_what_fits_before_no_day_fits_from_the_first_day_there_is() -> None:
    assert FIRST_DAY == LONGEST.latest_or_first(Date(1900, 1, 1))
    assert FIRST_DAY == LONGEST.reaching(Date(1900, 1, 1))
    with pytest.raises(iop.BadValue, match="must leave room"):
        LONGEST.latest("1900-01-01")


def test_the_calendar_has_its_edges() -> None:
    assert (Date(1900, 1, 1), Date(2999, 12, 31)) == (FIRST_DAY, LAST_DAY)
    assert ["P366000D", "P1000Y"] == [
        str(iop.Duration(days=366_000)),
        str(iop.Duration(years=1000)),
    ]
    for parts in ({"days": 366_001}, {"years": 1000, "months": 1}):
        with pytest.raises(iop.BadValue, match="at most 1000 years"):
            iop.Duration(**parts)


def test_past_the_last_day_nobody_is_asked_for_a_working_day() -> None:
    asked: list[Date] = []

    def never(day: Date) -> bool:
        asked.append(day)
        return False

    assert Date(3000, 1, 1) == roll("2999-12-31", never)
    assert [LAST_DAY] == asked


@pytest.mark.parametrize(("after", "rolls"), [(30, True), (31, False)])
def test_a_working_day_comes_within_a_month(after: int, *, rolls: bool) -> None:
    first = Date(2024, 1, 1)
    works = Date.fromordinal(first.toordinal() + after)
    if rolls:
        assert works == roll(first, works.__eq__)
    else:
        with pytest.raises(iop.BadValue, match="within a month"):
            roll(first, works.__eq__)


def test_time_set_by_law_is_so_long() -> None:
    assert ["P21D", "P14D", "P2D"] == [str(one) for one in (APPEAL, ADJUSTMENT, ANNOUNCEMENT)]
    assert 5 == LONGEST_ROLL


def test_a_length_that_is_too_long_is_named_by_its_field() -> None:
    with pytest.raises(iop.BadValue, match=r"^notice: must be at most 1000 years"):
        iop.Duration.parse("P1001Y", "notice")


@pytest.mark.parametrize("length", ["P1000Y", "P366000D"])
def test_a_length_leads_to_no_day_beyond_the_calendar(length: str) -> None:
    with pytest.raises(iop.BadValue, match=r"^times: must lead to a day"):
        iop.Duration.parse(length).after("2999-12-31", 9)


def test_no_follow_up_waits_for_more_than_a_century() -> None:
    def lead(length: str) -> Duty:
        return Duty("f", "follow_up", PerWindow(1, "P1Y"), lead=length)

    assert ["P100Y", "P36600D"] == [str(lead(one).lead) for one in ("P100Y", "P36600D")]
    for length in ("P100Y1M", "P36601D"):
        with pytest.raises(iop.BadValue, match="at most 100 years"):
            lead(length)


def test_a_paper_shows_no_day_after_its_own() -> None:
    entry = iop.Entered("2024-01-10", state="active", seen="2024-02-01")

    assert Date(2024, 1, 10) == iop.Agreement("a-1", agreed()).first_day(entry)
    assert running().first_day(entry) is None  # it is in force already, and stays so


@pytest.mark.parametrize("last", ["2024-12-31", None])
def test_what_a_body_is_called_may_change_what_is_answered(last: str | None) -> None:
    """From the first day of its name, and from the day after the last."""
    board = Body("board", "Nämnden", kind="board", period=iop.Period("2024-03-01", last))
    terms = agreed(parties=(Party("town", "Kommunen", sector="public", bodies=(board,)), MISSION))
    register = fold(terms, (), LIFECYCLE).at(Date(2024, 2, 1))
    standing = stand(register, Date(2024, 2, 1))
    days = set(turning_days(standing, terms, None, DEFAULT, schedule=register.schedule))

    expected = {Date(2024, 3, 1), *([Date(2025, 1, 1)] if last else [])}
    assert expected == days & {Date(2024, 3, 1), Date(2025, 1, 1)}


# --- what is up ----------------------------------------------------------------------------


def question(life: iop.Agreement, day: str) -> Question:
    """What the codes of a life are asked of on a day."""
    on = Date.fromisoformat(day)
    register = fold(life.terms, life.events, LIFECYCLE).at(on)
    return Question(stand(register, on), register.terms, schedule=register.schedule)


CONFLICT = Stated([Reading("2026-11-30", source=PAPER), Reading("2026-12-31", source=PAPER)])
STATED = Stated([Reading("2026-12-31", source=PAPER)])


def test_a_last_day_is_clear_where_there_is_one() -> None:
    one, two = running(last=STATED), running(last=CONFLICT, length=UNKNOWN)

    assert Date(2026, 12, 31) == question(one, "2024-02-01").clear_last_day
    assert question(two, "2024-02-01").clear_last_day is None
    assert PAPER == question(one, "2024-02-01").source
    assert question(iop.Agreement("a-1", agreed()), "2024-02-01").source is None


def test_each_period_has_its_last_day_whichever_runs() -> None:
    life = running(iop.Extended("2024-02-01", by="town"), renewal=RenewalOption("P1Y"))
    days = [
        [question(life, day).last_of_period(number) for number in (1, 2)]
        for day in ("2024-06-01", "2027-06-01")
    ]

    assert [[Date(2026, 12, 31), Date(2027, 12, 31)]] * 2 == days


@pytest.mark.parametrize(("day", "expected"), [("2026-12-20", "notice"), ("2026-12-21", "urgent")])
def test_the_strongest_number_counts_and_not_the_longest(day: str, expected: str) -> None:
    soon = Norm(URGENT_WITHIN, "P10D", source=PAPER)
    found = running().deadlines(day, policy=Policy("town", norms=(soon,)))

    assert [expected] == [str(one.severity) for one in found if one.code == "ends"]


def test_the_end_of_a_window_may_change_what_is_answered() -> None:
    duty = Duty("m", "meeting", PerWindow(2, "P1Y"), who="town")
    done = iop.Fulfilled("2024-02-01", by="town", duty="m", occurrence=2)
    on = Date(2024, 2, 1)
    life = running(done, duties=(duty,))
    register = fold(life.terms, life.events, LIFECYCLE).at(on)
    standing = stand(register, on)
    found = set(turning_days(standing, register.terms, None, DEFAULT, schedule=register.schedule))

    assert {Date(2024, 12, 31), Date(2025, 1, 1)} <= found


def test_what_ended_by_notice_is_not_undecided() -> None:
    notice = iop.NoticeGiven("2024-02-01", by="mission", written=True)
    life = running(notice, notice=iop.Notice("P3M", written=False, counts_from="receipt"))
    codes = {day: [one.code for one in life.deadlines(day)] for day in ("2024-05-01", "2024-05-02")}

    assert "terminated" == life.on("2024-05-02").state
    assert "ended-undecided" not in codes["2024-05-02"]


# --- the last day --------------------------------------------------------------------------


def test_no_calendar_is_so_long() -> None:
    option = RenewalOption("P600Y", times=2)
    life = running(
        iop.Extended("2024-02-01", by="town"),
        iop.Extended("2024-03-01", by="town"),
        renewal=option,
    )

    assert [Date(2626, 12, 31), UNKNOWN] == [
        life.on(day).last_day for day in ("2024-02-29", "2024-03-01")
    ]


def test_an_extension_beyond_the_calendar_ends_nobody_knows_when() -> None:
    life = running(
        iop.Extended("2024-02-01", by="town"), renewal=RenewalOption("P20Y"), last="2990-12-31"
    )

    assert UNKNOWN is life.on("2024-02-01").last_day
    assert [UNKNOWN] == [one.last_day for one in life.on("2024-02-01").extensions]


NOTICE = iop.NoticeGiven("2024-02-01", by="mission", written=True, under=UNKNOWN)
UNREAD: dict[str, Any] = {"renewal": UNKNOWN, "notice": UNKNOWN}


def test_notice_under_one_of_two_unread_clauses_may_end_it() -> None:
    life = running(NOTICE, **UNREAD)

    assert [(), (6,)] == [life.on(day).doubts for day in ("2024-01-31", "2024-02-01")]
    assert [] == set_aside(life, "2024-02-01")


def test_notice_against_an_unread_renewal_may_end_it_and_counts_from_nothing() -> None:
    life = running(iop.NoticeGiven("2024-02-01", by="mission", under="renewal"), **UNREAD)

    assert (6,) == life.on("2024-02-01").doubts
    assert [(6, "no-effect-without-clause")] == set_aside(life, "2024-02-01")


def test_what_an_annulled_amendment_had_lifted_is_in_doubt_again() -> None:
    lifts = iop.Amended(
        "2024-03-01", terms=agreed(**UNREAD), applies_from="2024-03-01", agreed_by=AGREED, lifts=6
    )
    life = running(NOTICE, lifts, iop.Annulled("2024-04-01", decision=7), **UNREAD)

    assert [(6,), (), (6,)] == [
        life.on(day).doubts for day in ("2024-02-29", "2024-03-31", "2024-04-01")
    ]


def test_a_party_of_those_nobody_has_read_may_have_left_it_alone() -> None:
    left = iop.PartyLeft("2024-02-01")
    life = entered(left, on="2024-01-10", seen="2024-01-10", parties=UNKNOWN)

    assert [(), (2,)] == [life.on(day).doubts for day in ("2024-01-31", "2024-02-01")]
    assert () == life.on("2024-02-01").left


def test_of_two_of_unknown_sectors_the_one_that_leaves_may_end_it() -> None:
    others = (Party("third", "Den tredje"), Party("fourth", "Den fjärde"))
    life = running(iop.PartyLeft("2024-02-01", party="third"), parties=(TOWN, *others))

    assert (7,) == life.on("2024-02-01").doubts


# --- the record ----------------------------------------------------------------------------


def test_of_two_corrections_of_one_event_the_later_by_number_stands() -> None:
    earlier, later = (
        iop.Corrected("2024-02-01", event_no=4, to=iop.Signed(day, by="town"))
        for day in ("2023-07-05", "2023-08-05")
    )
    days = [
        [one.on for one in running(*some).timeline(until="2024-03-01") if one.number == 4]
        for some in ((earlier, later), (later, earlier))
    ]

    assert [[Date(2023, 8, 5)], [Date(2023, 7, 5)]] == days


def test_a_resolution_that_says_no_reading_settles_nothing() -> None:
    life = running(iop.Resolved("2024-02-01", what="last_day"))

    assert running().on("2024-03-01").last_days == life.on("2024-03-01").last_days
    assert running().terms_on("2024-03-01") == life.terms_on("2024-03-01")


def test_a_proposal_that_was_referred_nobody_knows_where_is_over_for_that_or_was_declined() -> None:
    referred = iop.Declined("2023-03-01", referred_to=UNKNOWN)
    life = iop.Agreement("a-1", agreed(), (iop.Initiated("2023-02-01"), referred))

    assert ("declined", UNKNOWN) == (life.on("2023-03-01").state, life.on("2023-03-01").reason)


# --- terms ---------------------------------------------------------------------------------

OPI = IndexClause("OPI", "2025-01-01")
LATER = IndexClause("OPI", "2025-07-01")
CPI = IndexClause("KPI", "2025-01-01")


@pytest.mark.parametrize(
    ("clauses", "expected"),
    [
        ((), ()),
        (ABSENT, ABSENT),
        (UNKNOWN, UNKNOWN),
        ((OPI, LATER), (OPI,)),
        ((OPI, CPI), (OPI, CPI)),
    ],
)
def test_the_clause_that_steps_on_the_day_settles_the_index(
    clauses: tuple[IndexClause, ...], expected: object
) -> None:
    assert expected == settle_index(clauses, Date(2025, 1, 1))


def test_a_day_on_which_no_clause_steps_is_the_day_of_the_one_index() -> None:
    day = Date(2026, 1, 1)

    assert (IndexClause("OPI", day),) == settle_index((OPI, LATER), day)
    assert (OPI, CPI) == settle_index((OPI, CPI), day)


def test_clauses_that_share_all_but_the_index_and_the_day_stay() -> None:
    half = IndexClause("OPI", "2025-07-01", share=50)

    assert (IndexClause("OPI", "2026-01-01"),) == settle_index((OPI, half), Date(2026, 1, 1))


def test_a_number_for_another_board_gives_way_to_the_one_for_all() -> None:
    others = Norm(PUBLIC_SHARE, 40, source=PAPER, scope=("En annan nämnd",))
    everybodys = Norm(PUBLIC_SHARE, 60, source=PAPER)

    found = in_force(Norms([[others], [everybodys]]), PUBLIC_SHARE, agreed(), Date(2024, 1, 1))

    assert everybodys == found


def test_a_policy_names_its_criteria_in_short() -> None:
    assert f"criteria=<{DEFAULT.criteria.name}, " in repr(Policy("town"))
