"""The naive simulator of what lasts, against lives worked out by hand from the rules and DOMAIN."""

from collections.abc import Sequence

import pytest
from pendulum import Date

import ioplife as iop
from ioplife.answers import Answer
from ioplife.dates import Period, as_day
from ioplife.duties import Duty, Every, Once, PerWindow
from ioplife.events import Event, Reason
from ioplife.states import State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    AutomaticRenewal,
    Breach,
    Notice,
    Party,
    RenewalOption,
    Terms,
    Unknown,
)
from tests.naive.answering import simulate, timeline
from tests.naive.comparison import is_working_day
from tests.naive.months import after, latest, months_between
from tests.naive.places import Place
from tests.naive.simulator import each_day

PARTIES = (
    Party("town", "Town", sector="public"),
    Party("club", "Club", sector="civil"),
    Party("parish", "Parish", sector="civil"),
)
ENTERED = iop.Entered("2010-01-01", state="active", seen="2010-01-01")


def agreed(**clauses: object) -> Terms:
    """Växjö's year (DOMAIN R13), between three parties."""
    plain: dict[str, object] = {
        "parties": PARTIES,
        "first_day": "2010-01-01",
        "last_day": "2010-12-31",
        "notice": ABSENT,
    }
    return Terms(**{**plain, **clauses})  # type: ignore[arg-type]  # by name: Terms checks them


def on(terms: Terms, events: Sequence[Event], day: str) -> Place:
    ((_, found),) = simulate(terms, events, as_day(day), as_day(day))
    return found


def lines(terms: Terms, events: Sequence[Event], until: str) -> list[tuple[str, str]]:
    found = timeline(terms, events, as_day(until))
    return [(str(line.on), ("-" if line.anomaly else "") + line.tag) for line in found]


class TestMonths:
    @pytest.mark.parametrize(
        ("end", "length", "day"),
        [
            ("2026-12-31", "P6M", "2026-06-30"),
            ("2026-09-30", "P6M", "2026-03-31"),
            ("2026-02-28", "P3M", "2025-11-30"),
            ("2028-02-29", "P3M", "2027-11-30"),
        ],
    )
    def test_the_latest_day_that_leaves_room(self, end: str, length: str, day: str) -> None:
        """DOMAIN part 3b: max{D : D ⊕ N ≤ E}, never plain subtraction."""
        assert as_day(day) == latest(as_day(end), iop.Duration.parse(length))

    def test_months_are_counted_from_the_anchor(self) -> None:
        month = iop.Duration.parse("P1M")

        assert Date(2025, 3, 31) == after(Date(2025, 1, 31), [month, month])
        assert 24 == months_between(Date(2021, 10, 1), Date(2023, 9, 30))
        assert None is months_between(Date(2021, 10, 1), Date(2023, 9, 29))


class TestByItself:
    """R13: a year at a time unless notice is given six months before."""

    TERMS = agreed(renewal=AutomaticRenewal("P1Y", "P6M"))

    def test_it_goes_on_the_day_after_the_latest_day_for_notice(self) -> None:
        assert [
            ("2010-01-01", "entered"),
            ("2010-07-01", "~extends"),
            ("2011-07-01", "~extends"),
        ] == lines(self.TERMS, (ENTERED,), "2011-12-31")
        before, later = (on(self.TERMS, (ENTERED,), day) for day in ("2010-06-30", "2010-07-01"))
        assert (Date(2010, 12, 31), Date(2010, 6, 30)) == (before.last_day, before.notice_latest)
        assert (Date(2011, 12, 31), Date(2011, 6, 30)) == (later.last_day, later.notice_latest)

    def test_the_period_that_holds_the_day_and_its_number(self) -> None:
        found = [on(self.TERMS, (ENTERED,), day) for day in ("2010-12-31", "2011-01-01")]

        assert [
            (1, Period("2010-01-01", "2010-12-31")),
            (2, Period("2011-01-01", "2011-12-31")),
        ] == [(one.number, one.period) for one in found]

    @pytest.mark.parametrize(
        ("given", "last"), [("2010-06-30", Date(2010, 12, 31)), ("2010-07-01", Date(2011, 12, 31))]
    )
    def test_notice_against_it(self, given: str, last: Date) -> None:
        events = (ENTERED, iop.NoticeGiven(given))

        assert last == on(self.TERMS, events, "2010-08-01").last_day
        assert Reason.NOTICE is on(self.TERMS, events, "2012-01-01").reason

    def test_a_leap_days_periods_tile(self) -> None:
        terms = agreed(
            first_day="2024-02-29", last_day="2025-02-27", renewal=AutomaticRenewal("P1Y", "P6M")
        )
        events = (iop.Entered("2024-02-29", state="active", seen="2024-02-29"),)
        days = ("2024-03-01", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29")

        assert [
            Period("2024-02-29", "2025-02-27"),
            Period("2025-02-28", "2026-02-27"),
            Period("2026-02-28", "2027-02-27"),
            Period("2027-02-28", "2028-02-28"),
            Period("2028-02-29", "2029-02-27"),
        ] == [on(terms, events, day).period for day in days]

    @pytest.mark.parametrize(
        ("entered", "readings"),
        [
            ("2010-06-30", (Date(2010, 12, 31),)),
            ("2010-07-01", (Date(2010, 12, 31), Date(2011, 12, 31))),
            ("2012-06-30", (Date(2012, 12, 31),)),
            ("2012-07-01", (Date(2012, 12, 31), Date(2013, 12, 31))),
        ],
    )
    def test_entered_past_a_day_for_notice_it_has_two_readings(
        self, entered: str, readings: tuple[Date, ...]
    ) -> None:
        events = (iop.Entered(entered, state="active", seen=entered),)

        assert readings == on(self.TERMS, events, entered).last_days

    def test_a_resolution_settles_which(self) -> None:
        entered = iop.Entered("2010-07-01", state="active", seen="2010-07-01")
        given = iop.Resolved("2015-01-01", what="last_day", reading="2010-12-31")
        none = iop.Resolved("2015-01-01", what="last_day", reading="2011-12-31")

        ended = on(self.TERMS, (entered, given), "2011-01-01")
        ran_on = on(self.TERMS, (entered, none), "2012-01-01")
        assert (State.TERMINATED, State.ACTIVE) == (ended.state, ran_on.state)

    def test_an_ending_keeps_it_from_going_on(self) -> None:
        events = (ENTERED, iop.Rescinded("2010-03-01", last_day="2010-11-30"))

        assert Date(2010, 11, 30) == on(self.TERMS, events, "2010-08-01").last_day
        assert None is on(self.TERMS, events, "2010-08-01").notice_latest

    def test_with_notice_for_longer_than_it_lasts_two_are_coming_at_once(self) -> None:
        terms = agreed(renewal=AutomaticRenewal("P1M", "P2M"))

        # Two months end on 31 December from 31 October on, and on 31 January from 30 November.
        assert Date(2011, 1, 31) == on(terms, (ENTERED,), "2010-11-30").last_day
        assert Date(2011, 2, 28) == on(terms, (ENTERED,), "2010-12-01").last_day
        assert 1 == on(terms, (ENTERED,), "2010-12-31").number


class TestOption:
    TERMS = agreed(renewal=RenewalOption("P1Y", times=1, ask_before="P3M"))

    def test_it_is_there_until_it_is_used(self) -> None:
        used = (ENTERED, iop.Extended("2010-09-30"))

        assert Date(2010, 9, 30) == on(self.TERMS, (ENTERED,), "2010-05-01").option_latest
        after_it = on(self.TERMS, used, "2010-09-30")
        assert (None, Date(2011, 12, 31)) == (after_it.option_latest, after_it.last_day)

    def test_without_a_length_it_has_no_effect(self) -> None:
        terms = agreed(renewal=RenewalOption(UNKNOWN))

        assert ("2010-05-01", "-extended") in lines(
            terms, (ENTERED, iop.Extended("2010-05-01")), "2010-05-01"
        )

    def test_annulled_its_period_is_over_that_day(self) -> None:
        events = (ENTERED, iop.Extended("2010-05-01"), iop.Annulled("2011-03-01", decision=2))

        assert [State.ACTIVE, State.TERMINATED] == [
            on(self.TERMS, events, day).state for day in ("2011-02-28", "2011-03-01")
        ]


class TestAmended:
    def test_the_period_changes_from_its_own_day(self) -> None:
        longer = agreed(last_day="2011-06-30")
        events = (ENTERED, iop.Amended("2010-05-01", applies_from="2010-09-01", terms=longer))

        assert [Date(2010, 12, 31), Date(2011, 6, 30)] == [
            on(agreed(), events, day).last_day for day in ("2010-04-30", "2010-05-01")
        ]

    def test_what_is_owed_changes_from_the_day_it_applies(self) -> None:
        halves = Duty("dialogue", "follow_up", PerWindow(2, "P1Y"))
        quarters = Duty("dialogue", "follow_up", PerWindow(4, "P1Y"))
        terms, other = agreed(duties=(halves,)), agreed(duties=(quarters,))
        events = (ENTERED, iop.Amended("2010-05-01", applies_from="2010-07-01", terms=other))

        def dues(day: str) -> list[tuple[int, str]]:
            return [(one.ordinal, str(one.due)) for one in on(terms, events, day).occurrences]

        assert [(1, "2010-06-30"), (2, "2010-12-31")] == dues("2010-04-30")
        assert [(1, "2010-06-30"), (2, "2010-09-30"), (3, "2010-12-31")] == dues("2010-05-01")

    def test_annulled_the_terms_before_it_hold(self) -> None:
        longer = agreed(last_day="2011-06-30")
        events = (
            ENTERED,
            iop.Amended("2010-05-01", applies_from="2010-05-01", terms=longer),
            iop.Annulled("2010-08-01", decision=2),
        )

        assert [Date(2011, 6, 30), Date(2010, 12, 31)] == [
            on(agreed(), events, day).last_day for day in ("2010-07-31", "2010-08-01")
        ]


class TestDecisions:
    """DOMAIN part 3b: announced Mon 2 June 2025, appeal to Mon 23 June, final on the 24th."""

    APPROVED = (
        iop.Initiated("2025-01-01"),
        iop.Proposed("2025-05-01"),
        iop.Approved("2025-05-15"),
    )

    def answers(self, events: Sequence[Event], *days: str, working: bool = False) -> list[Answer]:
        answer = is_working_day if working else None
        first, last = as_day(days[0]), as_day(days[-1])
        found = {
            now.today: now.decisions.told(now.today, answer)[0].answer
            for now in each_day(agreed(), (*self.APPROVED, *events), first, last)
        }
        return [found[as_day(day)] for day in days]

    def test_final_the_day_after_the_last_to_appeal(self) -> None:
        events = (iop.Adjusted("2025-05-30"), iop.Announced("2025-06-02"))

        assert [Answer.NO, Answer.YES] == self.answers(
            events, "2025-06-23", "2025-06-24", working=True
        )
        # Nobody says which days are working days: unknown for the five days after.
        assert [Answer.NO, Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES] == self.answers(
            events, "2025-06-23", "2025-06-24", "2025-06-28", "2025-06-29"
        )

    @pytest.mark.parametrize(
        ("announced", "last"),
        [
            ("1999-03-16", "1999-04-06"),  # RÅ 1999 not 181: Easter in between does not extend
            ("2003-12-15", "2004-01-05"),  # RÅ 2004 not 40: the eve of Epiphany is no holiday
            ("2025-05-29", "2025-06-19"),
            ("2025-05-30", "2025-06-23"),  # midsummer eve, midsummer day and a Sunday
        ],
    )
    def test_the_last_day_to_appeal(self, announced: str, last: str) -> None:
        events = (
            iop.Initiated("1998-01-01"),
            iop.Proposed("1998-01-01"),
            iop.Approved("1998-01-01"),
            iop.Announced(announced),
        )

        *_, now = each_day(agreed(), events, as_day(announced), as_day(announced))
        assert as_day(last) == now.decisions.told(now.today, is_working_day)[0].appeal_ends

    def test_taken_down_in_time_it_is_not_final_until_announced_anew(self) -> None:
        events = (
            iop.Announced("2025-06-02"),
            iop.AnnouncementRemoved("2025-06-23"),
            iop.Announced("2025-08-01"),
        )

        assert [Answer.NO, Answer.NO, Answer.YES] == self.answers(
            events, "2025-07-31", "2025-08-22", "2025-08-23", working=True
        )

    def test_an_appeal_in_time_waits_and_a_late_one_changes_nothing(self) -> None:
        in_time = (iop.Announced("2025-06-02"), iop.Appealed("2025-06-23"))
        late = (iop.Announced("2025-06-02"), iop.Appealed("2025-06-24"))
        dismissed = (*in_time, iop.AppealDismissed("2025-09-01"))

        assert [Answer.NO] == self.answers(in_time, "2025-12-01", working=True)
        assert [Answer.YES] == self.answers(late, "2025-06-24", working=True)
        assert [Answer.NO, Answer.YES] == self.answers(
            dismissed, "2025-08-31", "2025-09-01", working=True
        )

    def test_not_announced_nobody_can_tell(self) -> None:
        assert [Answer.UNKNOWN] == self.answers((), "2025-12-01", working=True)

    def test_annulled_before_all_have_signed_it_never_was(self) -> None:
        events = (*self.APPROVED, iop.Annulled("2025-09-01"))

        found = on(agreed(first_day="2025-10-01", last_day="2026-09-30"), events, "2025-09-01")
        assert (State.DECLINED, Reason.ANNULLED) == (found.state, found.reason)

    def test_the_one_before_stands_again(self) -> None:
        events = (
            ENTERED,
            iop.RenewalDecided("2010-02-01"),
            iop.EndingDecided("2010-03-01", last_day="2010-12-31"),
            iop.Annulled("2010-05-01", decision=3),
        )

        found = [on(agreed(), events, day) for day in ("2010-04-30", "2010-05-01")]
        assert [(None, 3), (2, None)] == [
            (one.renewal_decided, one.ending_decided) for one in found
        ]


class TestBreach:
    def cure(self, clause: Breach | Unknown, written: bool | Unknown) -> object:  # noqa: FBT001
        events = (ENTERED, iop.DemandMade("2010-03-01", written=written))
        (demand,) = on(agreed(breach=clause), events, "2010-03-01").demands
        return demand.cure_ends

    def test_its_last_day_is_included(self) -> None:
        assert Date(2010, 3, 31) == self.cure(Breach("P30D", written=True), written=True)

    def test_an_oral_one_begins_only_where_that_is_enough(self) -> None:
        assert None is self.cure(Breach("P30D", written=True), written=False)
        assert Date(2010, 3, 31) == self.cure(Breach("P30D", written=False), written=False)
        assert UNKNOWN is self.cure(Breach("P30D", written=True), written=UNKNOWN)
        assert UNKNOWN is self.cure(UNKNOWN, written=True)

    def test_a_cancellation_ends_it_the_day_after(self) -> None:
        events = (
            ENTERED,
            iop.DemandMade("2010-03-01", written=True),
            iop.Cancelled("2010-04-01", demand=2),
        )
        terms = agreed(breach=Breach("P30D", written=True))

        assert [State.ACTIVE, State.TERMINATED] == [
            on(terms, events, day).state for day in ("2010-04-01", "2010-04-02")
        ]
        assert Reason.BREACH is on(terms, events, "2010-04-02").reason


class TestLeft:
    def test_it_ends_with_the_last_of_its_sector(self) -> None:
        club = iop.PartyLeft("2010-03-01", party="club", last_day="2010-10-31")
        parish = iop.PartyLeft("2010-04-01", party="parish", last_day="2010-06-30")

        assert Date(2010, 12, 31) == on(agreed(), (ENTERED, club), "2010-04-01").last_day
        assert Date(2010, 10, 31) == on(agreed(), (ENTERED, club, parish), "2010-04-01").last_day

    def test_of_two_endings_on_one_day_void_is_the_reason(self) -> None:
        events = (ENTERED, iop.Rescinded("2010-05-01"), iop.Voided("2010-05-01"))

        assert Reason.VOID is on(agreed(), events, "2010-05-02").reason

    def test_open_ended_and_decided_it_waits_for_notice(self) -> None:
        terms = agreed(last_day=ABSENT, open_ended=True, notice=Notice("P3M", ends="month_end"))
        events = (ENTERED, iop.EndingDecided("2010-02-01", last_day="2010-10-31"))

        # Three months from 31 July are 31 October; from 1 August the month's end is November's.
        assert Date(2010, 7, 31) == on(terms, events, "2010-05-01").notice_latest


class TestCadences:
    def dues(self, duty: Duty, **clauses: object) -> list[str]:
        terms = agreed(duties=(duty,), **clauses)
        return [str(one.due) for one in on(terms, (ENTERED,), "2010-01-01").occurrences]

    def test_after_twelve_months_and_then_yearly(self) -> None:
        """R14: on the day that is reached; what is cut is due on the last day."""
        duty = Duty("dialogue", "meeting", Every("P1Y", first="P6M"))

        assert ["2010-07-01", "2010-12-31"] == self.dues(duty)
        assert ["2010-07-01", "2011-07-01", "2012-07-01", "2012-12-31"] == self.dues(
            duty, last_day="2012-12-31"
        )

    def test_a_stub_that_is_dropped(self) -> None:
        duty = Duty("dialogue", "meeting", Every("P5M", stub="drop"))

        assert ["2010-06-01", "2010-11-01"] == self.dues(duty)

    def test_by_a_season(self) -> None:
        """R5: at the latest in spring."""
        duty = Duty("dialogue", "meeting", Once("2010-05-31", precision="season"))

        assert ["2010-05-31"] == self.dues(duty)

    def test_an_extension_restarts_stops_or_continues_it(self) -> None:
        def dues(on_extension: str) -> list[str]:
            duty = Duty("d", "meeting", PerWindow(1, "P5M"), on_extension=on_extension)
            terms = agreed(duties=(duty,), renewal=RenewalOption("P6M"))
            events = (ENTERED, iop.Extended("2010-02-01"))
            return [str(one.due) for one in on(terms, events, "2010-02-01").occurrences]

        first = ["2010-05-31", "2010-10-31"]
        assert [*first, "2010-12-31"] == dues("stop")
        assert [*first, "2011-03-31", "2011-06-30"] == dues("continue")
        assert [*first, "2010-12-31", "2011-05-31", "2011-06-30"] == dues("restart")
