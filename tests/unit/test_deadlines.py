"""Each code on the day it goes up and the day it goes down, and the day before each."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.deadlines import CODES
from tests.unit.test_agreement import OPENING, PARTIES, TERMS

SOURCE = iop.Source("A 1", "§ 2")
BASE = attrs.evolve(TERMS, notice=iop.ABSENT)
SIGNED = OPENING[:5]


def conflict(*days: str) -> iop.Stated:
    return iop.Stated(tuple(iop.Reading(day, source=SOURCE) for day in days))


def living(terms: iop.Terms = BASE, *more: iop.Event) -> iop.Agreement:
    return iop.Agreement("a", terms, (*SIGNED, *more))


APPROVED = iop.Agreement("a", BASE, OPENING[:3])
CONDITIONAL = iop.Agreement(
    "a", BASE, (*OPENING[:2], iop.Approved("2023-06-01", by="board", condition="money"))
)
RENEWAL = iop.RenewalDecided("2026-05-01", by="board")
ENDING = iop.EndingDecided("2026-05-01", by="board", last_day="2026-12-31")
SUCCESSOR = iop.Renewed(
    "2026-06-01", successor="a-2", period=iop.Period("2027-01-01", "2029-12-31")
)
OPEN_ENDED = attrs.evolve(
    BASE, last_day=iop.ABSENT, open_ended=True, notice=iop.Notice("P6M", written=False)
)
NOTICE = iop.NoticeGiven("2025-01-15", by="mission", written=False)
UNREAD = attrs.evolve(BASE, last_day=iop.UNKNOWN)
CONFLICT = attrs.evolve(BASE, last_day=conflict("2026-06-30", "2026-12-31"))
RESOLVED = iop.Resolved(
    "2026-02-01", what="last_day", reading="2026-06-30", by="board", basis=SOURCE
)
MONTH = attrs.evolve(BASE, last_day="2026-12")

MARCH = iop.Fixed([iop.Period("2025-03-01", "2025-03-31")])


def owing(kind: str, **fields: Any) -> iop.Terms:  # noqa: ANN401 - any field of a duty
    """Terms that owe one thing, in March 2025 unless told otherwise."""
    cadence = fields.pop("cadence", MARCH)
    duty = iop.Duty("d", kind, cadence, **{"who": "mission", "source": SOURCE, **fields})
    return attrs.evolve(BASE, duties=[duty])


PAYING = attrs.evolve(
    BASE, payments=iop.PaymentPlan(iop.InMonths([3]), who="town"), last_day="2025-12-31"
)
DONE = iop.Fulfilled("2025-03-10", duty="d")
AIMING = attrs.evolve(BASE, goals=[iop.Goal("g", iop.Horizon("P1Y"), text="G", source=SOURCE)])
STEPPING = attrs.evolve(BASE, indexation=[iop.IndexClause("OPI", "2026-07-01", source=SOURCE)])
CLASHING = attrs.evolve(
    PAYING,
    indexation=[
        iop.IndexClause("OPI", "2025-01-01", source=SOURCE),
        iop.IndexClause("OPI", "2025-07-01"),
    ],
)
SETTLED = iop.Resolved("2024-05-01", what="indexation", reading="2025-07-01", by="board")
ENTERED = iop.Entered("2024-02-01", state="active", seen="2025-03-31", basis=SOURCE)

ONCE = attrs.evolve(BASE, renewal=iop.AutomaticRenewal("P1Y", "P6M", times=1, written=False))
UNCOUNTED = attrs.evolve(BASE, renewal=iop.AutomaticRenewal(iop.UNKNOWN, "P6M"))
OPTION = attrs.evolve(BASE, renewal=iop.RenewalOption("P2Y", ask_before="P3M"))
UNTIL_THE_END = attrs.evolve(BASE, renewal=iop.RenewalOption("P2Y"))
BREACH = attrs.evolve(BASE, breach=iop.Breach("P30D", written=True))
DEMAND = iop.DemandMade("2025-03-01", by="board", written=True)
ANNOUNCED = iop.Announced("2023-06-07", decision=3)
REMOVED = iop.AnnouncementRemoved("2023-06-28", decision=3)

Case = tuple[str, iop.Agreement, str, str | None, str | None, tuple[str, ...]]

# code, agreement, first day up, first day down after it (None: never), the flag's day, who
CASES: list[Case] = [
    ("ends", living(), "2023-07-02", "2027-01-01", "2026-12-31", ("board",)),
    ("ends", living(BASE, ENDING), "2023-07-02", "2026-05-01", "2026-12-31", ("board",)),
    ("ends", living(BASE, SUCCESSOR), "2023-07-02", "2026-06-01", "2026-12-31", ("board",)),
    ("ends", living(OPEN_ENDED, NOTICE), "2025-01-15", "2025-07-16", "2025-07-15", ("board",)),
    ("ends", living(ONCE), "2026-07-01", "2028-01-01", "2027-12-31", ("board",)),
    ("ended-undecided", living(), "2027-01-01", None, "2026-12-31", ("board",)),
    (
        "ended-undecided",
        living(BASE, iop.Closed("2027-03-01", by="board")),
        "2027-01-01",
        "2027-03-01",
        "2026-12-31",
        ("board",),
    ),
    (
        "ended-undecided",
        living(BASE, attrs.evolve(SUCCESSOR, on="2027-02-01")),
        "2027-01-01",
        "2027-02-01",
        "2026-12-31",
        ("board",),
    ),
    ("renewed", living(BASE, SUCCESSOR), "2026-06-01", "2027-01-01", "2026-12-31", ()),
    ("not-renewed", living(BASE, ENDING), "2026-05-01", "2027-01-01", "2026-12-31", ()),
    (
        "successor-missing",
        living(BASE, RENEWAL),
        "2026-05-01",
        "2027-01-01",
        "2026-12-31",
        ("board",),
    ),
    (
        "successor-missing",
        living(BASE, RENEWAL, SUCCESSOR),
        "2026-05-01",
        "2026-06-01",
        "2026-12-31",
        ("board",),
    ),
    ("notice-latest", living(ONCE), "2023-07-02", "2026-07-01", "2026-06-30", ("board",)),
    ("notice-latest", living(ONCE, NOTICE), "2023-07-02", "2025-01-15", "2026-06-30", ("board",)),
    (
        "notice-latest",
        living(OPEN_ENDED, ENDING, attrs.evolve(NOTICE, on="2026-08-01")),
        "2026-05-01",
        "2026-08-01",
        "2026-06-30",
        ("board",),
    ),
    ("extends-automatically", living(ONCE), "2026-07-01", "2027-01-01", "2027-01-01", ()),
    ("option-latest", living(OPTION), "2023-07-02", "2026-10-01", "2026-09-30", ("board",)),
    (
        "option-latest",
        living(OPTION, iop.Extended("2026-05-01", by="board")),
        "2023-07-02",
        "2026-05-01",
        "2026-09-30",
        ("board",),
    ),
    ("option-latest", living(UNTIL_THE_END), "2023-07-02", "2027-01-01", "2026-12-31", ("board",)),
    (
        "appeal-ends",  # nobody says which days are working days: five may come on top
        APPROVED.record(ANNOUNCED),
        "2023-06-07",
        "2023-07-04",
        "2023-06-28",
        (),
    ),
    (
        "appeal-ends",
        APPROVED.record(ANNOUNCED, REMOVED),
        "2023-06-07",
        "2023-06-28",
        "2023-06-28",
        (),
    ),
    (
        "announcement-broken",
        APPROVED.record(ANNOUNCED, REMOVED, attrs.evolve(ANNOUNCED, on="2023-08-01")),
        "2023-06-28",
        "2023-08-01",
        "2023-06-28",
        ("board",),
    ),
    (
        "cure-ends",
        living(BREACH, DEMAND, iop.DemandCorrected("2025-03-20", by="mission", demand=6)),
        "2025-03-01",
        "2025-03-20",
        "2025-03-31",
        ("board",),
    ),
    (
        "cure-ends",
        living(BREACH, DEMAND, iop.Cancelled("2025-04-02", by="board", demand=6)),
        "2025-03-01",
        "2025-04-02",
        "2025-03-31",
        ("board",),
    ),
    ("signature-missing", APPROVED, "2023-06-01", None, "2024-01-01", ("mission", "town")),
    ("signature-missing", living(), "2023-06-01", "2023-07-02", "2024-01-01", ("mission", "town")),
    ("starts", living(), "2023-07-02", "2024-01-01", "2024-01-01", ()),
    ("condition-open", CONDITIONAL, "2023-06-01", None, "2024-01-01", ("board",)),
    (
        "condition-open",
        CONDITIONAL.record(iop.ConditionMet("2023-09-01")),
        "2023-06-01",
        "2023-09-01",
        "2024-01-01",
        ("board",),
    ),
    ("end-unknown", living(UNREAD), "2024-01-01", None, None, ("board",)),
    ("end-unknown", living(UNCOUNTED), "2024-01-01", None, None, ("board",)),
    ("end-conflict", living(CONFLICT), "2023-07-02", "2027-01-01", "2026-06-30", ("board",)),
    (
        "end-conflict",
        living(CONFLICT, iop.Rescinded("2026-03-01", last_day="2026-06-30")),
        "2023-07-02",
        "2026-03-01",
        "2026-06-30",
        ("board",),
    ),
    ("end-inexact", living(MONTH), "2023-07-02", "2027-01-01", "2026-12-31", ("board",)),
    ("open-ended", living(OPEN_ENDED, NOTICE), "2023-07-02", "2025-01-15", None, ()),
    *(
        (f"{code}-due", living(owing(kind)), "2023-07-02", "2025-04-01", "2025-03-31", ("mission",))
        for kind, code in (("follow_up", "follow-up"), ("meeting", "meeting"), ("report", "report"))
    ),
    *(
        (f"{code}-overdue", living(owing(kind)), "2025-04-01", None, "2025-03-31", ("mission",))
        for kind, code in (("follow_up", "follow-up"), ("meeting", "meeting"), ("report", "report"))
    ),
    (
        "meeting-due",
        living(owing("meeting"), DONE),
        "2023-07-02",
        "2025-03-10",
        "2025-03-31",
        ("mission",),
    ),
    (
        "meeting-due",
        living(owing("meeting", who=iop.UNKNOWN)),
        "2023-07-02",
        "2025-04-01",
        "2025-03-31",
        ("board",),
    ),
    (
        "follow-up-due",
        living(owing("follow_up"), iop.Rescinded("2025-02-01", last_day="2025-02-28")),
        "2023-07-02",
        "2025-02-01",
        "2025-03-31",
        ("mission",),
    ),
    (
        "report-overdue",
        living(
            owing("report"),
            iop.Waived("2025-05-02", duty="d", occurrence=1, why="none needed"),
        ),
        "2025-04-01",
        "2025-05-02",
        "2025-03-31",
        ("mission",),
    ),
    (
        "report-overdue",
        living(owing("report"), iop.Closed("2027-02-01", by="board")),
        "2025-04-01",
        "2027-02-01",
        "2025-03-31",
        ("mission",),
    ),
    ("payment-due", living(PAYING), "2023-07-02", "2025-04-01", "2024-03-31", ("town",)),
    ("payment-overdue", living(PAYING), "2024-04-01", None, "2024-03-31", ("town",)),
    (
        "unrecorded",
        iop.Agreement("a", owing("meeting"), (ENTERED,)),
        "2024-02-01",
        None,
        None,
        ("board",),
    ),
    (
        "unrecorded",
        iop.Agreement("a", owing("meeting"), (ENTERED, iop.Fulfilled("2025-03-31", duty="d"))),
        "2024-02-01",
        "2025-03-31",
        None,
        ("board",),
    ),
    ("assessment-due", living(AIMING), "2023-07-02", None, "2025-01-01", ("board",)),
    (
        "assessment-due",
        living(AIMING, iop.FollowedUp("2027-05-01", duty="g", result="reached")),
        "2023-07-02",
        "2027-05-01",
        "2025-01-01",
        ("board",),
    ),
    ("index-step", living(STEPPING), "2023-07-02", "2026-07-02", "2026-07-01", ("board",)),
    ("index-conflict", living(CLASHING), "2023-07-02", "2025-04-01", "2024-03-31", ("board",)),
    (
        "record-conflict",
        living(BASE, iop.Proposed("2025-01-01", to="board")),
        "2025-01-01",
        None,
        "2025-01-01",
        ("board",),
    ),
]


def up(agreement: iop.Agreement, day: str, code: str) -> list[iop.Deadline]:
    return [one for one in agreement.deadlines(day) if one.code == code]


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case[0])
def test_a_code_goes_up_on_its_day_and_down_on_its_day(case: Case) -> None:
    code, agreement, first, gone, day, who = case
    assert [] == up(agreement, day_before(first), code)
    deadline = min(up(agreement, first, code), key=lambda one: str(one.day))
    assert (day, who) == (deadline.day and str(deadline.day), deadline.who)
    if gone is not None:
        assert len(up(agreement, day_before(gone), code)) == 1
        assert [] == up(agreement, gone, code)


def test_every_code_is_tried() -> None:
    """But for the two that a policy's leads put up: see test_planning."""
    assert set(CODES) == {case[0] for case in CASES} | {"decide-by", "papers-by"}


def test_an_end_in_conflict_replaces_a_clear_end_and_shows_both_days() -> None:
    agreement = living(CONFLICT)
    assert [] == up(agreement, "2026-01-01", "ends")
    (deadline,) = up(agreement, "2026-07-01", "end-conflict")
    assert ("readings", ("2026-06-30", "2026-12-31")) in deadline.facts
    assert iop.Severity.URGENT is deadline.severity


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        ("2026-09-30", "info"),  # three months on is 30 December
        ("2026-10-01", "notice"),
        ("2026-11-30", "notice"),  # a month on is 30 December
        ("2026-12-01", "urgent"),
        ("2026-12-31", "urgent"),
    ],
)
def test_how_soon_is_by_the_calendar(day: str, severity: str) -> None:
    (deadline,) = up(living(), day, "ends")
    assert severity == deadline.severity


def test_overdue_is_the_day_after() -> None:
    (deadline,) = up(living(), "2027-01-01", "ended-undecided")
    assert iop.Severity.OVERDUE is deadline.severity
    (on_the_day,) = up(APPROVED, "2024-01-01", "signature-missing")
    (after,) = up(APPROVED, "2024-01-02", "signature-missing")
    assert ("urgent", "overdue") == (on_the_day.severity, after.severity)


def test_the_window_ends_on_its_last_day_and_keeps_what_is_past() -> None:
    assert [] == agreement_codes(living(), "2026-06-30", "P6M")  # to 30 December
    assert ["ends"] == agreement_codes(living(), "2026-07-01", "P6M")
    assert ["ended-undecided"] == agreement_codes(living(), "2030-01-01", "P0D")


def agreement_codes(agreement: iop.Agreement, day: str, within: str | None) -> list[str]:
    return [one.code for one in agreement.deadlines(day, within=within)]


def test_what_is_resolved_is_known_for_all_days() -> None:
    settled = living(UNREAD, RESOLVED)
    assert ["ends"] == agreement_codes(settled, "2025-01-01", None)
    assert [] == up(living(CONFLICT, RESOLVED), "2025-01-01", "end-conflict")


def test_what_has_no_day_ignores_the_window() -> None:
    codes = agreement_codes(living(UNREAD), "2025-01-01", "P0D")
    assert ["end-unknown"] == codes


def test_an_end_nobody_can_tell_is_said_beside_the_latest_it_can_be() -> None:
    agreement = living(attrs.evolve(BASE, notice=iop.UNKNOWN), NOTICE)
    codes = agreement_codes(agreement, "2025-02-01", None)
    assert {"ends", "end-unknown", "record-conflict"} == set(codes)


def test_flags_keep_their_key_when_the_day_moves_and_sort_soonest_first() -> None:
    moved = living(BASE, iop.Rescinded("2025-05-01", last_day="2025-10-31"))
    before = next(iter(iop.flag([moved], "2025-04-30")))
    after = next(iter(iop.flag([moved], "2025-05-01")))
    assert (before.key, "a/ends") == (after.key, after.key)
    assert before.day != after.day
    flags = sorted(iop.flag([living(UNREAD), living(), living(CONFLICT)], "2026-01-01"))
    assert ["2026-06-30", "2026-12-31", "None"] == [str(flag.day) for flag in flags]
    assert (180, None) == (flags[0].days_left, flags[-1].days_left)


def test_flags_are_lazy_and_refuse_a_bad_day_at_once() -> None:
    def endless() -> Iterator[iop.Agreement]:
        while True:
            yield living()

    assert "ends" == next(iop.flag(endless(), "2026-01-01")).code
    with pytest.raises(iop.BadValue):
        iop.flag(endless(), "2026-1-1")


def test_a_party_without_a_board_acts_itself() -> None:
    bare = attrs.evolve(BASE, parties=(iop.Party("town", "T", sector="public"), PARTIES[1]))
    opening = tuple(
        attrs.evolve(event, by="town") if getattr(event, "by", None) == "board" else event
        for event in SIGNED
    )
    (deadline,) = up(iop.Agreement("a", bare, opening), "2026-01-01", "ends")
    assert ("town",) == deadline.who


def test_a_conflict_of_index_clauses_is_down_once_it_is_resolved() -> None:
    settled = living(CLASHING, SETTLED)
    assert [] == up(settled, "2023-08-01", "index-conflict")
    (step,) = up(settled, "2023-08-01", "index-step")
    assert "2025-07-01" == str(step.day)


def test_a_step_after_the_last_day_is_none() -> None:
    late = attrs.evolve(BASE, indexation=[iop.IndexClause("OPI", "2026-12-31")])
    assert ["2026-12-31"] == [str(one.day) for one in up(living(late), "2026-01-01", "index-step")]
    later = attrs.evolve(BASE, indexation=[iop.IndexClause("OPI", "2027-01-01")])
    assert [] == up(living(later), "2026-01-01", "index-step")


@pytest.mark.parametrize(
    ("day", "basis", "severity"),
    [
        ("2025-02-28", "agreement", "notice"),  # a month on is 28 March
        ("2025-03-01", "agreement", "urgent"),
        ("2025-03-31", "agreement", "urgent"),
        ("2025-04-01", "agreement", "overdue"),
        ("2025-03-01", "administration", "notice"),
        ("2025-04-01", "proposal", "notice"),
        ("2024-12-01", "proposal", "info"),
    ],
)
def test_what_does_not_bind_never_asks_for_more_than_notice(
    day: str, basis: str, severity: str
) -> None:
    found = [
        one
        for one in living(owing("meeting", basis=basis)).deadlines(day)
        if one.code.startswith("meeting")
    ]
    assert [severity] == [str(one.severity) for one in found]


def test_what_was_due_before_the_paper_is_unrecorded_and_the_day_after_is_owed() -> None:
    day_late = attrs.evolve(ENTERED, seen="2025-03-30")
    known = iop.Agreement("a", owing("meeting"), (ENTERED,))
    unknown = iop.Agreement("a", owing("meeting"), (day_late,))
    assert ["unrecorded"] == [
        one.code for one in known.deadlines("2025-03-30") if one.subject.startswith("d")
    ]
    assert ["meeting-due"] == [
        one.code for one in unknown.deadlines("2025-03-30") if one.subject.startswith("d")
    ]


@pytest.mark.parametrize(
    ("cadence", "text", "said"),
    [
        (iop.Once("2025-05-31", precision="season"), "senast våren", ("season", "senast våren")),
        (iop.Once("2025-05-31", precision="month"), "senast i maj", ("month", "senast i maj")),
        (iop.Once("2025-05-31", precision="season"), "", ("season", None)),
        (iop.Once("2025-05-31"), "senast den 31 maj", (None, None)),
        (iop.PerWindow(1, "P1Y"), "årligen", (None, None)),
    ],
)
def test_a_day_that_somebody_has_read_says_what_the_paper_has(
    cadence: iop.Once | iop.PerWindow, text: str, said: tuple[str | None, str | None]
) -> None:
    terms = attrs.evolve(BASE, duties=[iop.Duty("d", "report", cadence, text=text)])
    for day in ("2025-01-01", "2025-06-01"):
        facts = {
            one.subject: dict(one.facts)
            for one in living(terms).deadlines(day)
            if one.code in ("report-due", "report-overdue")
        }

        assert said == (facts["d#1"].get("precision"), facts["d#1"].get("text"))


def test_what_the_last_day_cuts_is_due_on_a_day_that_nobody_has_read() -> None:
    spring = iop.Duty("d", "report", iop.Once("2027-05-31", precision="season"), text="våren 2027")
    (due,) = (
        one
        for one in living(attrs.evolve(BASE, duties=[spring])).deadlines("2026-12-01")
        if one.code == "report-due"
    )

    assert "precision" not in dict(due.facts)


def test_nobody_asks_about_what_the_administration_has_not_recorded() -> None:
    terms = owing("meeting", basis="administration")
    agreement = iop.Agreement("a", terms, (ENTERED,))
    assert [] == up(agreement, "2025-03-30", "unrecorded")
    assert ["unrecorded"] == [str(one.progress) for one in agreement.on("2025-03-30").occurrences]


def test_a_flag_that_is_answered_stays_up_and_is_quiet() -> None:
    answer = iop.Noted("2026-10-10", by="board", what="the board knows", answers="a/ends")
    agreement = living(BASE, answer)
    (before,) = iop.flag([agreement], "2026-10-09")
    (after,) = iop.flag([agreement], "2026-10-10")
    assert (("board",), "notice") == (before.who, str(before.severity))
    assert ((), "info", "a/ends") == (after.who, str(after.severity), after.key)
    assert {("answered", 6), ("answered_by", "board")} <= set(after.facts)
    (other,) = iop.flag([attrs.evolve(agreement, id="b")], "2026-10-10")
    assert "notice" == str(other.severity)


def test_the_key_names_the_duty_and_the_ordinal() -> None:
    keys = {one.key for one in iop.flag([living(owing("meeting"))], "2025-03-01", "P1M")}
    assert {"a/meeting-due/d#1"} == keys
    keys = {one.key for one in iop.flag([living(AIMING)], "2025-01-01", "P0D")}
    assert {"a/assessment-due/g"} == keys


def test_when_to_ask_again() -> None:
    """Three months before, one month before, the day it is over; and what falls due."""
    days = []
    day = "2026-01-01"
    while (later := living().next_due(day)) is not None:
        day = str(later)
        days.append(day)
    assert ["2026-10-01", "2026-12-01", "2027-01-01"] == days
    assert "2026-07-01" == str(living().next_due("2026-01-01", within="P6M"))


def test_with_a_calendar_an_appeal_ends_on_a_working_day_and_is_final_after_it() -> None:
    """Three weeks from 16 December 2023 are 6 January, a Saturday, and a Sunday follows it."""
    agreement = iop.Agreement("a", BASE, (*OPENING[:3], iop.Announced("2023-12-16", decision=3)))

    def working(day: Date) -> bool:
        return day.isoweekday() < 6

    for day, expected in (("2024-01-08", ["2024-01-08"]), ("2024-01-09", [])):
        found = agreement.deadlines(day, is_working_day=working)
        assert expected == [str(one.day) for one in found if one.code == "appeal-ends"]
    assert "2024-01-09" == str(
        agreement.next_due("2024-01-08", within="P0D", is_working_day=working)
    )


def test_each_period_asks_for_notice_anew() -> None:
    terms = attrs.evolve(BASE, renewal=iop.AutomaticRenewal("P1Y", "P6M", written=False))
    answer = iop.Noted("2026-06-01", by="board", what="it goes on", answers="a/notice-latest/1")
    agreement = living(terms, answer)
    found = [
        [(one.name, str(one.day), one.who) for one in up(agreement, day, "notice-latest")]
        for day in ("2026-06-30", "2026-07-01", "2027-07-01")
    ]
    assert [
        [("notice-latest/1", "2026-06-30", ())],
        [("notice-latest/2", "2027-06-30", ("board",))],
        [("notice-latest/3", "2028-06-30", ("board",))],
    ] == found


def test_when_to_ask_again_of_what_goes_on_by_itself() -> None:
    """Notice gets urgent; the day after it the agreement goes on, until no extension is left."""
    days, day = [], "2026-01-01"
    while (later := living(ONCE).next_due(day)) is not None and later.year < 2028:
        day = str(later)
        days.append(day)
    assert [
        "2026-03-30",  # three months on is 30 June
        "2026-05-30",
        "2026-07-01",
        "2026-10-01",  # the next period begins three months on
        "2026-12-01",
        "2027-01-01",
        "2027-10-01",  # the end of it is three months on
        "2027-12-01",
    ] == days


def test_what_is_up_gives_the_place_it_rests_on() -> None:
    (conflict_,) = up(living(CLASHING), "2023-08-01", "index-conflict")
    (effect,) = up(living(AIMING), "2023-08-01", "assessment-due")

    assert (SOURCE, SOURCE) == (conflict_.source, effect.source)
    assert ("text", "G") in effect.facts


def test_of_several_steps_the_next_is_told() -> None:
    later = iop.IndexClause("KPI", "2026-01-01")
    earlier = iop.IndexClause("OPI", "2025-01-01", last="2025-12-31", source=SOURCE)
    (step,) = up(
        living(attrs.evolve(BASE, indexation=[later, earlier])), "2024-01-01", "index-step"
    )

    assert ("2025-01-01", SOURCE) == (str(step.day), step.source)


def test_a_step_before_the_latest_of_several_last_days_may_come() -> None:
    terms = attrs.evolve(CONFLICT, indexation=[iop.IndexClause("OPI", "2026-07-01")])

    assert ["2026-07-01"] == [str(one.day) for one in up(living(terms), "2026-01-01", "index-step")]


def test_a_step_on_renewal_comes_with_the_next_period_and_not_with_the_first() -> None:
    """It goes on by itself before it has begun, so that both periods are still to come."""
    early = iop.AutomaticRenewal("P1Y", "P3Y2M", written=False)
    clause = iop.IndexClause("OPI", "2024-01-01", steps_on="renewal")
    life = living(attrs.evolve(BASE, renewal=early, indexation=[clause]))

    assert "signed" == life.on("2023-12-01").state
    assert ["2027-01-01"] == [str(one.day) for one in up(life, "2023-12-01", "index-step")]


def test_a_tail_is_to_be_done_after_the_end_until_all_is_settled() -> None:
    tail = iop.Fixed([iop.Period("2027-02-01", "2027-02-28")], tail=True)
    life = living(owing("report", cadence=tail), iop.Closed("2027-01-20", by="board"))

    assert [1, 1, 0] == [
        len(up(life, day, "report-due")) for day in ("2026-12-31", "2027-01-19", "2027-01-20")
    ]


def test_of_three_last_days_it_is_in_conflict_until_the_latest() -> None:
    terms = attrs.evolve(BASE, last_day=conflict("2026-06-30", "2026-09-30", "2026-12-31"))

    assert [1, 1, 0] == [
        len(up(living(terms), day, "end-conflict"))
        for day in ("2026-10-01", "2026-12-31", "2027-01-01")
    ]


def test_of_several_last_days_that_are_past_the_latest_is_told_where_it_may_have_gone_on() -> None:
    terms = attrs.evolve(UNCOUNTED, last_day=conflict("2026-11-30", "2026-12-31"))
    (found,) = up(living(terms), "2027-02-01", "end-unknown")

    assert ("period_last", "2026-12-31") in found.facts


def test_of_several_readings_of_one_day_the_first_is_told_in_its_words() -> None:
    readings = (
        iop.Reading("2026-12-31", precision="month", text="i december", source=SOURCE),
        iop.Reading("2026-12-31", precision="season", text="under vintern"),
    )
    terms = attrs.evolve(BASE, last_day=iop.Stated(readings))
    (found,) = up(living(terms), "2026-12-01", "end-inexact")

    assert ("i december", SOURCE) == (dict(found.facts)["text"], found.source)
