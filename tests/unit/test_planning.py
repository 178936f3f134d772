"""Planning backwards: each day of a plan, on both sides of what moves it."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.meetings import meetings
from ioplife.messages import LANGUAGES
from ioplife.planning import MISSING, READINGS
from tests.unit.test_agreement import OPENING, PARTIES
from tests.unit.test_deadlines import BASE as UNREAD_RENEWAL
from tests.unit.test_deadlines import (
    CONFLICT,
    ENDING,
    NOTICE,
    ONCE,
    OPEN_ENDED,
    OPTION,
    RENEWAL,
    SUCCESSOR,
    UNCOUNTED,
    UNREAD,
    living,
    owing,
)

BASE = attrs.evolve(UNREAD_RENEWAL, renewal=iop.ABSENT)

GUIDELINES = iop.Source("Guidelines", "3")
LEADS = (
    iop.Norm("decide-lead", "P3M", source=GUIDELINES),
    iop.Norm("papers-lead", "P21D", source=GUIDELINES),
)
CALENDAR = ("2026-06-16", "2026-08-25", "2026-09-22", "2026-10-20")


def policy(*days: iop.DayLike | iop.Meeting, norms: tuple[iop.Norm, ...] = LEADS) -> iop.Policy:
    return iop.Policy("town", norms=norms, meetings=days)


TOWN = policy(*CALENDAR)


def plan(
    agreement: iop.Agreement | None = None, on: str = "2026-01-01", town: iop.Policy = TOWN
) -> iop.Plan:
    return (agreement or living(BASE)).plan(on, policy=town)


def days(found: iop.Plan) -> dict[str, str]:
    return {name: str(one.day) for name, one in found.days}


def codes(found: iop.Plan) -> list[str]:
    return [one.code for one in found.missing]


def up(agreement: iop.Agreement, day: str, town: iop.Policy = TOWN) -> dict[str, tuple[str, str]]:
    """The two flags that are up on a day, each with its own day and how severe it is."""
    return {
        one.name: (str(one.day), str(one.severity))
        for one in agreement.deadlines(day, policy=town)
        if one.code in ("decide-by", "papers-by")
    }


# --- backwards from the end ------------------------------------------------------------------


def test_from_the_last_day_over_the_lead_to_the_last_meeting_and_its_papers() -> None:
    found = plan()
    assert {
        "papers_by": "2026-09-01",
        "meeting": "2026-09-22",
        "decide_by": "2026-09-30",
        "target": "2026-12-31",
    } == days(found)
    assert ["papers-lead", "meeting-last", "decide-lead", "target-last-day"] == [
        one.code for _name, one in found.days
    ]
    assert (("board",), (), Date(2026, 9, 22)) == (found.who, found.missing, found.decision)
    assert {GUIDELINES} == {found.decide_by and found.decide_by.source} | {
        found.papers_by and found.papers_by.source
    }


@pytest.mark.parametrize(
    ("last", "lead", "expected"),
    [
        ("2026-12-31", "P3M", "2026-09-30"),
        ("2026-09-30", "P6M", "2026-03-31"),  # plain subtraction gives the 30th
        ("2026-02-28", "P3M", "2025-11-30"),  # and here the 28th
        ("2026-09-30", "P0D", "2026-09-30"),
        ("2026-09-30", "P1Y2M3D", "2025-07-27"),
    ],
)
def test_a_lead_is_counted_as_the_last_day_from_which_it_fits(
    last: str, lead: str, expected: str
) -> None:
    terms = attrs.evolve(BASE, last_day=last)
    town = policy(norms=(iop.Norm("decide-lead", lead, source=GUIDELINES),))
    found = plan(living(terms), "2025-01-01", town)
    assert expected == str(found.decide_by and found.decide_by.day)


@pytest.mark.parametrize(
    ("meeting", "expected"), [("2026-09-30", "2026-09-30"), ("2026-10-01", "2026-06-16")]
)
def test_a_meeting_on_the_last_day_to_decide_is_in_time(meeting: str, expected: str) -> None:
    found = plan(town=policy("2026-06-16", meeting))
    assert expected == days(found)["meeting"]


def test_no_meeting_in_time_is_said_and_no_papers_are_guessed() -> None:
    found = plan(town=policy("2026-10-01", "2026-11-01"))
    assert (["no-meeting-in-time"], None, None) == (codes(found), found.meeting, found.papers_by)
    (said,) = found.missing
    assert (("decide_by", "2026-09-30"), ("meeting", "2026-10-01")) == said.facts
    assert Date(2026, 9, 30) == found.decision


def test_of_meetings_that_end_the_year_before_none_is_taken_for_the_last() -> None:
    """Calendars are made a year at a time: one reaches to the end of its last year."""
    ends = plan(town=policy("2025-06-16", "2025-12-16"))
    assert ["meetings-end"] == codes(ends)
    assert {"papers_by": "2026-09-09", "decide_by": "2026-09-30", "target": "2026-12-31"} == days(
        ends
    )
    reaches = plan(town=policy("2025-12-16", "2026-01-20"))
    assert ([], "2026-01-20") == (codes(reaches), days(reaches)["meeting"])


def test_without_meetings_papers_count_from_the_last_day_to_decide() -> None:
    found = plan(town=policy())
    assert (["no-meetings"], "2026-09-09") == (codes(found), days(found)["papers_by"])


def test_the_default_has_no_lead_and_no_meeting() -> None:
    found = living(BASE).plan("2026-01-01")
    assert {"decide_by": "2026-12-31", "target": "2026-12-31"} == days(found)
    assert ("decide-no-lead", ["no-meetings", "no-papers-lead"]) == (
        found.decide_by and found.decide_by.code,
        codes(found),
    )
    assert {} == up(living(BASE), "2026-12-31", iop.DEFAULT)


def test_an_agreements_own_lead_goes_before_the_policys() -> None:
    own = iop.Norm("decide-lead", "P6M", source=iop.Source("A 1", "§ 4"))
    found = plan(living(attrs.evolve(BASE, norms=(own,))))
    assert ("2026-06-30", own.source, "2026-06-16") == (
        str(found.decide_by and found.decide_by.day),
        found.decide_by and found.decide_by.source,
        days(found)["meeting"],
    )


def test_a_lead_holds_from_its_day() -> None:
    late = iop.Norm("decide-lead", "P6M", since="2026-02-01", source=GUIDELINES)
    town = policy(norms=(late,))
    assert [{}, {"decide-by/1": ("2026-06-30", "info")}] == [
        up(living(BASE), day, town) for day in ("2026-01-31", "2026-02-01")
    ]
    assert "2026-02-01" == str(living(BASE).next_due("2026-01-01", policy=town))


# --- boards ----------------------------------------------------------------------------------


def test_a_meeting_of_another_board_is_no_meeting_of_this() -> None:
    other = iop.Meeting("2026-09-29", "other")
    ours = iop.Meeting("2026-08-25", "BOARD")  # by its id, whatever the case
    found = plan(town=policy(other, ours, iop.Meeting("2026-10-20", "Board")))
    assert ("2026-08-25", []) == (days(found)["meeting"], codes(found))
    assert ["no-meetings"] == codes(plan(town=policy(other)))


def test_a_meeting_that_may_be_of_the_board_is_told_and_not_taken() -> None:
    """Nobody has read who the parties are; a bare day is of whichever board."""
    agreement = iop.Agreement(
        "a",
        iop.Terms(last_day="2026-12-31", renewal=iop.ABSENT),
        [iop.Entered("2024-01-01", state="active")],
    )
    perhaps = iop.Meeting("2026-09-29", "board")
    found = plan(agreement, town=policy("2026-08-25", perhaps, "2026-10-20"))
    assert ("2026-08-25", ["meeting-of-whom"], ()) == (
        days(found)["meeting"],
        codes(found),
        found.who,
    )
    alone = plan(agreement, town=policy(perhaps))
    assert (["meeting-of-whom"], None) == (codes(alone), alone.meeting)
    earlier = plan(agreement, town=policy(iop.Meeting("2026-08-24", "board"), *CALENDAR))
    assert [] == codes(earlier)


def test_where_nobody_knows_the_board_the_longest_lead_that_may_hold_counts() -> None:
    bare = attrs.evolve(BASE, parties=(iop.Party("town", "T", sector="public"), PARTIES[1]))
    scoped = iop.Norm("decide-lead", "P6M", source=GUIDELINES, scope=["board"])
    entered = iop.Agreement("a", bare, [iop.Entered("2024-01-01", state="active")])
    found = plan(entered, town=policy(norms=(scoped, *LEADS)))
    assert "2026-06-30" == days(found)["decide_by"]
    known = plan(town=policy(norms=(attrs.evolve(scoped, scope=("other",)), *LEADS)))
    assert "2026-09-30" == days(known)["decide_by"]


# --- what waits for the decision -------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "on", "code", "day"),
    [
        (ONCE, "2026-06-30", "target-notice", "2026-06-30"),
        (ONCE, "2026-07-01", "target-last-day", "2027-12-31"),
        (OPTION, "2026-09-30", "target-option", "2026-09-30"),
        (OPTION, "2026-10-01", "target-last-day", "2026-12-31"),
        (CONFLICT, "2026-06-30", "target-earliest", "2026-06-30"),
        (CONFLICT, "2026-07-01", "target-earliest", "2026-12-31"),
    ],
)
def test_the_first_day_that_is_missed_if_nothing_is_decided(
    terms: iop.Terms, on: str, code: str, day: str
) -> None:
    target = plan(living(terms), on).target
    assert target is not None
    assert (code, day) == (target.code, str(target.day))


@pytest.mark.parametrize(
    ("agreement", "code"),
    [
        (living(BASE, RENEWAL), "plan-decided"),
        (living(BASE, ENDING), "plan-decided"),
        (living(BASE, SUCCESSOR), "plan-decided"),
        (living(BASE, iop.Rescinded("2026-03-01", last_day="2026-12-31")), "plan-ended"),
        (living(attrs.evolve(BASE, notice=iop.UNKNOWN), NOTICE), "plan-ended"),
        (living(OPEN_ENDED), "open-ended"),
        (living(UNREAD), "last-day-unknown"),
        (living(UNCOUNTED), "renewal-uncounted"),
        (iop.Agreement("a", BASE, OPENING[:4]), "plan-not-binding"),
        (iop.Agreement("a", BASE), "plan-not-binding"),
    ],
)
def test_where_there_is_nothing_to_plan_it_says_why(agreement: iop.Agreement, code: str) -> None:
    found = plan(agreement, "2026-07-01")
    assert ([code], (), None) == (codes(found), found.days, found.decision)
    assert {} == up(agreement, "2026-07-01")


@pytest.mark.parametrize(
    ("renewal", "on", "code", "missing"),
    [
        (iop.AutomaticRenewal(iop.UNKNOWN, "P6M"), "2026-06-30", "target-notice", []),
        (iop.AutomaticRenewal(iop.UNKNOWN, "P6M"), "2026-07-01", None, ["renewal-uncounted"]),
        (iop.UNKNOWN, "2026-06-30", "target-last-day", ["renewal-unread"]),
        (
            iop.RenewalOption("P1Y", ask_before=iop.UNKNOWN),
            "2026-06-30",
            "target-last-day",
            ["renewal-unread"],
        ),
        (iop.ABSENT, "2026-06-30", "target-last-day", []),
    ],
)
def test_a_clause_that_is_not_read_is_told_beside_what_is_known(
    renewal: Any,  # noqa: ANN401 - a clause, or that there is none
    on: str,
    code: str | None,
    missing: list[str],
) -> None:
    town = policy("2025-06-16", "2026-12-01")
    found = plan(living(attrs.evolve(BASE, renewal=renewal)), on, town)
    assert (code, missing) == (found.target and found.target.code, codes(found))


# --- the follow-up ---------------------------------------------------------------------------


def following(*windows: tuple[str, str], **fields: Any) -> iop.Agreement:  # noqa: ANN401 - any field of a duty
    fixed = iop.Fixed([iop.Period(*one) for one in windows])
    return living(owing("follow_up", cadence=fixed, **fields))


@pytest.mark.parametrize(
    ("last", "expected"), [("2026-09-21", "2026-09-21"), ("2026-09-22", "2026-03-31")]
)
def test_the_follow_up_is_the_latest_due_before_the_decision(last: str, expected: str) -> None:
    agreement = following(("2026-03-01", "2026-03-31"), ("2026-09-01", last))
    assert expected == days(plan(agreement))["follow_up"]


def test_a_follow_up_that_was_held_says_so_and_one_that_is_waived_is_not_owed() -> None:
    agreement = following(("2026-03-01", "2026-03-31"), ("2026-08-01", "2026-08-31"))
    held = agreement.record(iop.FollowedUp("2026-08-10", duty="d"))
    found = plan(held, "2026-08-11").follow_up
    assert found is not None
    assert {("number", 6), ("progress", "fulfilled"), ("occurrence", 2)} <= set(found.cause.facts)
    assert "done (event 6)" in found.text()
    waived = agreement.record(iop.Waived("2026-08-10", duty="d", occurrence=2, why="no need"))
    assert "2026-03-31" == days(plan(waived, "2026-08-11"))["follow_up"]


@pytest.mark.parametrize("basis", ["proposal", "administration"])
def test_what_does_not_bind_need_not_have_been_held(basis: str) -> None:
    agreement = following(("2026-03-01", "2026-03-31"), basis=basis)
    assert "follow_up" not in days(plan(agreement))
    meeting = living(owing("meeting"))
    assert "follow_up" not in days(plan(meeting))


# --- the flags -------------------------------------------------------------------------------


def test_both_flags_are_up_until_it_is_decided_and_overdue_once_their_day_is_past() -> None:
    agreement = living(BASE, attrs.evolve(RENEWAL, on="2026-11-02"))
    papers, decide = "papers-by/1", "decide-by/1"
    for day, expected in (
        ("2026-05-31", {papers: ("2026-09-01", "info"), decide: ("2026-09-22", "info")}),
        ("2026-06-01", {papers: ("2026-09-01", "notice"), decide: ("2026-09-22", "info")}),
        ("2026-09-01", {papers: ("2026-09-01", "urgent"), decide: ("2026-09-22", "urgent")}),
        ("2026-09-02", {papers: ("2026-09-01", "overdue"), decide: ("2026-09-22", "urgent")}),
        ("2026-09-23", {papers: ("2026-09-01", "overdue"), decide: ("2026-09-22", "overdue")}),
        ("2026-11-01", {papers: ("2026-09-01", "overdue"), decide: ("2026-09-22", "overdue")}),
        ("2026-11-02", {}),
    ):
        assert expected == up(agreement, day)


def test_undecided_they_are_overdue_until_the_last_day() -> None:
    assert {"papers-by/1", "decide-by/1"} == set(up(living(BASE), "2026-12-31"))
    assert {} == up(living(BASE), "2027-01-01")


def test_they_are_up_from_the_signatures_and_each_period_has_its_own() -> None:
    assert {} == up(iop.Agreement("a", BASE, OPENING[:4]), "2023-07-02")
    assert {"papers-by/1", "decide-by/1"} == set(up(living(BASE), "2023-07-02"))
    assert {"papers-by/2", "decide-by/2"} == set(up(living(ONCE), "2026-07-01"))


def test_each_flag_needs_its_own_lead() -> None:
    for norm, expected in zip(LEADS, ("decide-by/1", "papers-by/1"), strict=True):
        assert [expected] == list(up(living(BASE), "2026-01-01", policy(*CALENDAR, norms=(norm,))))


def test_who_is_the_board_and_the_source_is_the_lead() -> None:
    for one in living(BASE).deadlines("2026-01-01", policy=TOWN):
        if one.code in ("decide-by", "papers-by"):
            assert (("board",), GUIDELINES, "town") == (one.who, one.source, one.policy)


def test_when_to_ask_again_follows_the_plan() -> None:
    """Papers and decision grow severe, pass, and stay overdue until the agreement is over."""
    found, day = [], "2026-01-01"
    while (later := living(BASE).next_due(day, policy=TOWN)) is not None:
        day = str(later)
        found.append(day)
    assert [
        "2026-06-01",  # three months on the papers are due
        "2026-06-22",
        "2026-08-01",
        "2026-08-22",
        "2026-09-02",
        "2026-09-23",
        "2026-10-01",  # the end is three months on
        "2026-12-01",
        "2027-01-01",
    ] == found


# --- what it says ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("terms", "town", "swedish", "english"),
    [
        (
            BASE,
            TOWN,
            (
                "det ska beslutas på sammanträdet 2026-09-22, om 113 dagar, vad som följer på"
                " överenskommelsen, som upphör 2026-12-31"
            ),
            (
                "it is to be decided at the meeting on 2026-09-22, in 113 days, what follows the"
                " agreement, which ends on 2026-12-31"
            ),
        ),
        (
            BASE,
            policy(),
            (
                "det ska beslutas senast 2026-09-30, om 121 dagar, vad som följer på"
                " överenskommelsen, som upphör 2026-12-31"
            ),
            (
                "it is to be decided by 2026-09-30, in 121 days, what follows the agreement, which"
                " ends on 2026-12-31"
            ),
        ),
        (
            ONCE,
            policy(),
            (
                "det ska beslutas senast 2026-03-31, för 62 dagar sedan, om överenskommelsen ska"
                " sägas upp senast 2026-06-30"
            ),
            (
                "it is to be decided by 2026-03-31, 62 days ago, whether notice is to be given by"
                " 2026-06-30"
            ),
        ),
        (
            OPTION,
            policy(),
            (
                "det ska beslutas senast 2026-06-30, om 29 dagar, om rätten att förlänga ska"
                " användas senast 2026-09-30"
            ),
            (
                "it is to be decided by 2026-06-30, in 29 days, whether the option to extend is to"
                " be used by 2026-09-30"
            ),
        ),
    ],
)
def test_a_flag_says_what_is_to_be_decided(
    terms: iop.Terms, town: iop.Policy, swedish: str, english: str
) -> None:
    flags = iop.flag([living(terms)], "2026-06-01", policy=town)
    (found,) = [one for one in flags if one.code == "decide-by"]
    assert (swedish, english) == (found.text("sv"), found.text("en"))


def test_the_next_meeting_is_told_once_the_last_in_time_is_past() -> None:
    texts = []
    for day in ("2026-09-22", "2026-09-23"):
        meeting = plan(on=day).meeting
        assert meeting is not None
        texts.append(meeting.text())
    assert [
        "the last meeting by 2026-09-30",
        "the last meeting by 2026-09-30; it is past, and the next is on 2026-10-20",
    ] == texts


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_of_a_plan_can_be_said(lang: str) -> None:
    for code in (*READINGS, *MISSING):
        assert code != iop.Cause(code).text(lang)


# --- meetings --------------------------------------------------------------------------------


def test_meetings_come_out_in_the_order_of_their_days() -> None:
    may = [iop.Meeting("2026-05-12", board) for board in ("b", "a")]
    assert (
        iop.Meeting("2026-05-12", "a"),
        iop.Meeting("2026-05-12", "b"),
        iop.Meeting("2026-06-16"),
    ) == meetings(["2026-06-16", *may], "meetings")


@pytest.mark.parametrize(
    "given",
    [
        ["2026-06-16", Date(2026, 6, 16)],
        [iop.Meeting("2026-06-16", "B"), iop.Meeting("2026-06-16", "b")],
        [20260616],
        "2026-06-16",
        {"2026-06-16"},
        ["16 juni 2026"],
    ],
)
def test_meetings_refuse_what_is_none_and_what_is_given_twice(given: Any) -> None:  # noqa: ANN401 - what is none
    with pytest.raises(iop.BadValue) as caught:
        iop.Policy("town", meetings=given)
    assert "Policy.meetings" == caught.value.field


@pytest.mark.parametrize("board", ["", " ", 3])
def test_a_meeting_names_a_board_or_none(board: Any) -> None:  # noqa: ANN401 - what is none
    with pytest.raises(iop.BadValue):
        iop.Meeting("2026-06-16", board)
