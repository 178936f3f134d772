"""Each code on the day it goes up and the day it goes down, and the day before each."""

from collections.abc import Iterator
from datetime import date, timedelta

import attrs
import pytest

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

Case = tuple[str, iop.Agreement, str, str | None, str | None, tuple[str, ...]]

# code, agreement, first day up, first day down after it (None: never), the flag's day, who
CASES: list[Case] = [
    ("ends", living(), "2023-07-02", "2027-01-01", "2026-12-31", ("board",)),
    ("ends", living(BASE, ENDING), "2023-07-02", "2026-05-01", "2026-12-31", ("board",)),
    ("ends", living(BASE, SUCCESSOR), "2023-07-02", "2026-06-01", "2026-12-31", ("board",)),
    ("ends", living(OPEN_ENDED, NOTICE), "2025-01-15", "2025-07-16", "2025-07-15", ("board",)),
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
    (deadline,) = up(agreement, first, code)
    assert (day, who) == (deadline.day and str(deadline.day), deadline.who)
    if gone is not None:
        assert len(up(agreement, day_before(gone), code)) == 1
        assert [] == up(agreement, gone, code)


def test_every_code_is_tried() -> None:
    assert set(CODES) == {case[0] for case in CASES}


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
