"""The naive simulator against lives worked out by hand from the rules."""

from collections.abc import Sequence

import pytest
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Period, as_day
from ioplife.duties import Duty, Fixed, Goal, Horizon, InMonths, PerWindow
from ioplife.events import (
    Approved,
    Assessed,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Initiated,
    Noted,
    NoticeGiven,
    Proposed,
    Reason,
    Remitted,
    RenewalDecided,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Waived,
    Withdrawn,
)
from ioplife.states import State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Body,
    Notice,
    NoticeEnd,
    Party,
    PaymentPlan,
    Reading,
    Stated,
    Terms,
    Unknown,
)
from tests.naive.answering import simulate, timeline
from tests.naive.faults import Faults
from tests.naive.places import Line, Place

PARTIES = (
    Party("town", "Town", sector="public", bodies=(Body("board", "Board"),)),
    Party("mission", "Mission", sector="civil"),
)
TWO_YEARS = Terms(parties=PARTIES, first_day="2021-10-01", last_day="2023-09-30")
"""730 days: the first day and the last day included."""
APPROVED = (Initiated("2021-03-01"), Proposed("2021-05-18"), Approved("2021-06-15"))
SIGNED = (*APPROVED, Signed("2021-08-20", by="board"), Signed("2021-09-01", by="mission"))


def day_of(terms: Terms, events: Sequence[Event], on: str) -> Place:
    day = as_day(on)
    ((_, found),) = simulate(terms, events, day, day)
    return found


def states(terms: Terms, events: Sequence[Event], *days: str) -> list[State | None]:
    return [day_of(terms, events, day).state for day in days]


def in_force(terms: Terms, events: Sequence[Event], *days: str) -> list[str]:
    return [day_of(terms, events, day).in_force.value for day in days]


def lines(terms: Terms, events: Sequence[Event]) -> list[tuple[str, str]]:
    """Day and tag of each line; a tag with a hyphen before it had no effect."""
    found = timeline(terms, events, Date(2040, 1, 1))
    return [(str(line.on), ("-" if line.anomaly else "") + line.tag) for line in found]


class TestPeriod:
    SON = (Entered("2021-10-01", state="active", seen="2023-05-08"),)

    def test_before_its_first_day_it_is_not_in_force_and_nothing_has_happened(self) -> None:
        found = day_of(TWO_YEARS, self.SON, "2021-09-30")

        assert (None, Answer.NO) == (found.state, found.in_force)
        assert (Date(2021, 10, 1), Date(2023, 9, 30)) == (found.first_day, found.last_day)
        assert 730 == found.days_left

    def test_it_is_in_force_from_its_first_day_to_its_last(self) -> None:
        days = ("2021-10-01", "2023-05-08", "2023-09-30")

        assert [State.ACTIVE] * 3 == states(TWO_YEARS, self.SON, *days)
        assert ["yes"] * 3 == in_force(TWO_YEARS, self.SON, *days)
        assert 145 == day_of(TWO_YEARS, self.SON, "2023-05-08").days_left
        assert 0 == day_of(TWO_YEARS, self.SON, "2023-09-30").days_left

    def test_it_is_over_the_day_after(self) -> None:
        found = day_of(TWO_YEARS, self.SON, "2023-10-01")

        assert (State.TERMINATED, Answer.NO) == (found.state, found.in_force)
        assert (Reason.EXPIRED, -1) == (found.reason, found.days_left)

    def test_its_timeline_holds_the_entry_and_the_end(self) -> None:
        assert [
            Line(Date(2021, 10, 1), "entered", None, State.ACTIVE, 1, None),
            Line(Date(2023, 10, 1), "~runs-out", State.ACTIVE, State.TERMINATED, None, None),
        ] == timeline(TWO_YEARS, self.SON, Date(2024, 1, 1))

    def test_a_timeline_stops_on_the_day_asked_for(self) -> None:
        assert ["entered"] == [
            line.tag for line in timeline(TWO_YEARS, self.SON, Date(2023, 9, 30))
        ]

    def test_nothing_recorded_leaves_its_days_unknown_and_the_others_no(self) -> None:
        days = ("2021-09-30", "2021-10-01", "2023-09-30", "2023-10-01")

        assert [None] * 4 == states(TWO_YEARS, (), *days)
        assert ["no", "unknown", "unknown", "no"] == in_force(TWO_YEARS, (), *days)

    def test_open_ended_has_no_last_day(self) -> None:
        found = day_of(Terms(first_day="2021-10-01", open_ended=True), self.SON, "2039-01-01")

        assert (State.ACTIVE, Answer.YES) == (found.state, found.in_force)
        assert (None, None) == (found.last_day, found.days_left)


class TestFirstDay:
    def test_time_starts_what_is_signed(self) -> None:
        assert [State.SIGNED, State.ACTIVE] == states(TWO_YEARS, SIGNED, "2021-09-30", "2021-10-01")

    @pytest.mark.parametrize("late", ["2021-10-01", "2022-03-01", "2023-09-30"])
    def test_the_last_signature_after_the_first_day_puts_it_in_force_the_same_day(
        self, late: str
    ) -> None:
        events = (*APPROVED, Signed("2021-08-20", by="town"), Signed(late, by="mission"))

        found = day_of(TWO_YEARS, events, late)
        before = simulate(TWO_YEARS, events, as_day("2021-09-02"), as_day(late))
        assert State.ACTIVE == found.state
        assert {State.APPROVED, State.ACTIVE} == {place.state for _, place in before}
        assert [(late, "signed"), (late, "~starts"), ("2023-10-01", "~runs-out")] == lines(
            TWO_YEARS, events
        )[-3:]

    def test_the_last_signature_after_the_last_day_is_over_the_same_day(self) -> None:
        events = (*APPROVED, Signed("2021-08-20", by="town"), Signed("2023-10-01", by="mission"))

        assert [
            ("2023-10-01", "signed"),
            ("2023-10-01", "~starts"),
            ("2023-10-01", "~runs-out"),
        ] == lines(TWO_YEARS, events)[-3:]
        assert ["unknown", "no"] == in_force(TWO_YEARS, events, "2023-09-30", "2023-10-01")

    def test_two_readings_start_it_at_the_latest_and_leave_it_unknown_from_the_earliest(
        self,
    ) -> None:
        first = Stated((Reading("2021-10-01"), Reading("2021-11-01")))
        terms = Terms(parties=PARTIES, first_day=first, last_day="2023-09-30")
        days = ("2021-09-30", "2021-10-01", "2021-10-31", "2021-11-01")

        assert [State.SIGNED] * 3 + [State.ACTIVE] == states(terms, SIGNED, *days)
        assert ["no", "unknown", "unknown", "yes"] == in_force(terms, SIGNED, *days)

    def test_an_unread_first_day_leaves_signed_unknown_and_an_absent_one_no(self) -> None:
        unread = Terms(parties=PARTIES, last_day="2023-09-30")
        absent = Terms(parties=PARTIES, first_day=ABSENT, last_day="2023-09-30")

        assert ["unknown"] == in_force(unread, SIGNED, "2021-09-01")
        assert ["no"] == in_force(absent, SIGNED, "2021-09-01")
        assert UNKNOWN is day_of(absent, SIGNED, "2021-09-01").first_day

    def test_somebody_starts_what_has_no_first_day_once(self) -> None:
        terms = Terms(parties=PARTIES, first_day=ABSENT, last_day="2023-09-30")
        events = (*SIGNED, Started("2021-10-11"), Started("2021-10-12"))

        assert [("2021-10-11", "started"), ("2021-10-12", "-started")] == lines(terms, events)[5:7]
        assert Date(2021, 10, 11) == day_of(terms, events, "2022-01-01").first_day
        assert ["yes"] == in_force(terms, events, "2021-10-11")

    def test_nobody_starts_what_has_a_first_day(self) -> None:
        events = (*SIGNED, Started("2021-09-15"))

        assert ("2021-09-15", "-started") in lines(TWO_YEARS, events)
        assert [State.SIGNED] == states(TWO_YEARS, events, "2021-09-15")

    def test_signed_with_an_unread_first_day_ends_with_its_last(self) -> None:
        terms = Terms(parties=PARTIES, last_day="2023-09-30")

        assert [State.SIGNED, State.TERMINATED] == states(terms, SIGNED, "2023-09-30", "2023-10-01")


class TestLastDay:
    ARENA = Terms(
        first_day="2019-08-01",
        last_day=Stated((Reading("2021-07-31"), Reading("2020-12-31"))),
    )
    EVENTS = (Entered("2020-02-29", state="active", seen="2020-02-29"),)

    def test_two_readings_leave_it_unknown_between_them(self) -> None:
        days = ("2020-12-31", "2021-01-01", "2021-07-31", "2021-08-01")

        assert ["yes", "unknown", "unknown", "no"] == in_force(self.ARENA, self.EVENTS, *days)
        assert [State.ACTIVE] * 3 + [State.TERMINATED] == states(self.ARENA, self.EVENTS, *days)
        assert [
            Date(2020, 12, 31),
            Date(2021, 7, 31),
            Date(2021, 7, 31),
            Date(2021, 7, 31),
        ] == [day_of(self.ARENA, self.EVENTS, day).last_day for day in days]

    def test_a_resolution_settles_it_for_all_days(self) -> None:
        events = (*self.EVENTS, Resolved("2024-01-01", what="last_day", reading="2020-12-31"))

        assert [State.ACTIVE, State.TERMINATED] == states(
            self.ARENA, events, "2020-12-31", "2021-01-01"
        )

    def test_of_two_resolutions_the_later_by_number_wins_and_an_unknown_one_says_nothing(
        self,
    ) -> None:
        events = (
            *self.EVENTS,
            Resolved("2024-01-01", what="last_day", reading="2020-12-31"),
            Resolved("2020-06-01", what="last_day", reading="2021-07-31"),
            Resolved("2024-01-01", what="last_day"),
        )

        assert Date(2021, 7, 31) == day_of(self.ARENA, events, "2020-03-01").last_day

    def test_an_ending_on_the_earliest_reading_settles_it(self) -> None:
        events = (*self.EVENTS, Rescinded("2020-11-01", last_day="2020-12-31"))
        days = ("2020-12-31", "2021-01-01")

        assert ["yes", "no"] == in_force(self.ARENA, events, *days)
        assert Reason.RESCINDED is day_of(self.ARENA, events, "2021-01-01").reason

    def test_length_and_last_day_that_differ_are_two_readings(self) -> None:
        terms = Terms(first_day="2021-01-01", length="P2Y", last_day="2023-03-31")
        events = (Entered("2021-01-01", state="active"),)
        days = ("2022-12-31", "2023-01-01", "2023-03-31", "2023-04-01")

        assert ["yes", "unknown", "unknown", "no"] == in_force(terms, events, *days)

    def test_without_any_it_is_in_force_on_the_days_a_record_shows(self) -> None:
        terms = Terms(first_day="2018-01-01")
        events = (
            Entered("2018-01-01", state="active", seen="2019-11-15"),
            FollowUpCalled("2021-05-05", by="town"),
            Noted("2021-07-07"),
        )
        days = ("2019-11-15", "2019-11-16", "2021-05-05", "2021-05-06", "2021-07-07")

        assert ["yes", "unknown", "yes", "unknown", "unknown"] == in_force(terms, events, *days)
        assert UNKNOWN is day_of(terms, events, "2021-05-05").last_day
        assert UNKNOWN is day_of(terms, events, "2021-05-05").days_left


class TestEndings:
    NOTICE = Terms(
        parties=PARTIES, first_day="2021-10-01", last_day="2023-09-30", notice=Notice("P3M")
    )

    def test_notice_in_time_ends_it_early_and_stays_a_reason_on_the_last_day_itself(self) -> None:
        early = (*SIGNED, NoticeGiven("2023-06-29", by="town", written=True))
        on_the_day = (*SIGNED, NoticeGiven("2023-06-30", by="town", written=True))
        late = (*SIGNED, NoticeGiven("2023-07-01", by="town", written=True))

        found = [day_of(self.NOTICE, events, "2023-09-30") for events in (early, on_the_day, late)]
        assert [Reason.NOTICE, None, None] == [place.reason for place in found]
        after = [day_of(self.NOTICE, events, "2023-10-01") for events in (on_the_day, late)]
        assert [Reason.NOTICE, Reason.EXPIRED] == [place.reason for place in after]
        assert [Date(2023, 9, 29), Date(2023, 9, 30), Date(2023, 9, 30)] == [
            place.last_day for place in found
        ]
        assert ((6, Date(2023, 10, 1)),) == after[1].endings

    def test_notice_may_end_with_the_month(self) -> None:
        terms = Terms(
            first_day="2021-10-01", open_ended=True, notice=Notice("P3M", ends=NoticeEnd.MONTH_END)
        )
        events = (Entered("2021-10-01", state="active"), NoticeGiven("2022-11-30"))

        # Three months after 30 November 2022 is 28 February 2023, its month's last day.
        assert Date(2023, 2, 28) == day_of(terms, events, "2022-11-30").last_day
        assert [State.ACTIVE, State.TERMINATED] == states(terms, events, "2023-02-28", "2023-03-01")

    def test_notice_without_a_length_has_no_effect_and_an_unread_clause_leaves_doubt(self) -> None:
        given = (*SIGNED, NoticeGiven("2022-01-10"))
        days = ("2022-01-10", "2022-01-11")
        absent = Terms(
            parties=PARTIES,
            first_day="2021-10-01",
            last_day="2023-09-30",
            notice=ABSENT,
            renewal=ABSENT,
        )

        assert ["yes", "yes"] == in_force(absent, given, *days)
        assert ["yes", "unknown"] == in_force(TWO_YEARS, given, *days)
        assert ((6, "no-effect-without-clause"),) == day_of(absent, given, days[0]).anomalies

    def test_before_its_first_day_an_ending_ends_it_on_the_events_own_day(self) -> None:
        events = (*SIGNED, Rescinded("2021-09-10"))

        found = day_of(TWO_YEARS, events, "2021-09-10")
        assert (State.TERMINATED, Reason.RESCINDED) == (found.state, found.reason)

    def test_an_ending_on_the_first_day_lets_it_start(self) -> None:
        events = (*SIGNED, Rescinded("2021-09-10", last_day="2021-10-01"))
        days = ("2021-09-10", "2021-10-01", "2021-10-02")

        assert [State.SIGNED, State.ACTIVE, State.TERMINATED] == states(TWO_YEARS, events, *days)

    def test_in_force_nothing_ends_it_a_day_early(self) -> None:
        events = (*SIGNED, Rescinded("2022-02-01"))

        assert ["yes", "no"] == in_force(TWO_YEARS, events, "2022-02-01", "2022-02-02")

    def test_lifted_it_runs_on(self) -> None:
        events = (
            *SIGNED,
            Rescinded("2022-02-01", last_day="2022-06-30"),
            EndingLifted("2022-06-30", ending=6),
        )

        assert [State.ACTIVE, State.ACTIVE] == states(TWO_YEARS, events, "2022-07-01", "2023-09-30")
        assert () == day_of(TWO_YEARS, events, "2022-06-30").endings
        assert ((6, Date(2022, 6, 30)),) == day_of(TWO_YEARS, events, "2022-06-29").endings

    def test_lifted_a_day_late_it_stays_over(self) -> None:
        events = (
            *SIGNED,
            Rescinded("2022-02-01", last_day="2022-06-30"),
            EndingLifted("2022-07-01", ending=6),
        )

        assert ("2022-07-01", "-ending_lifted") == lines(TWO_YEARS, events)[-1]

    def test_rescinded_to_a_day_nobody_knows_leaves_doubt_from_the_day_after(self) -> None:
        events = (*SIGNED, Rescinded("2022-02-01", last_day=UNKNOWN))

        assert ["yes", "unknown", "unknown", "no"] == in_force(
            TWO_YEARS, events, "2022-02-01", "2022-02-02", "2023-09-30", "2023-10-01"
        )

    def test_of_the_two_decisions_the_later_stands(self) -> None:
        ending = EndingDecided("2023-05-25", last_day="2023-09-30")
        renewal = RenewalDecided("2023-05-26")

        kept = day_of(TWO_YEARS, (*SIGNED, ending, renewal), "2023-10-01")
        ended = day_of(TWO_YEARS, (*SIGNED, renewal, ending), "2023-10-01")
        assert (7, None, Reason.EXPIRED) == (
            kept.renewal_decided,
            kept.ending_decided,
            kept.reason,
        )
        assert (6, None, Reason.EXPIRED) == (
            ended.renewal_decided,
            ended.ending_decided,
            ended.reason,
        )
        alone = day_of(TWO_YEARS, (*SIGNED, ending), "2023-10-01")
        assert (6, Reason.NOT_RENEWED) == (alone.ending_decided, alone.reason)

    def test_of_two_on_one_day_the_higher_number_is_the_later(self) -> None:
        events = (*SIGNED, RenewalDecided("2023-05-25"), EndingDecided("2023-05-25"))

        assert Reason.NOT_RENEWED is day_of(TWO_YEARS, events, "2023-10-01").reason


class TestRenewed:
    RENEWED = Renewed("2023-06-01", successor="next", period=Period("2023-10-01", "2025-09-30"))

    def test_before_the_end_time_makes_it_renewed_the_day_after_the_last(self) -> None:
        events = (*SIGNED, self.RENEWED)

        assert [State.ACTIVE, State.RENEWED] == states(
            TWO_YEARS, events, "2023-09-30", "2023-10-01"
        )
        assert None is day_of(TWO_YEARS, events, "2023-10-01").reason

    def test_after_the_end_it_is_renewed_from_the_events_day(self) -> None:
        events = (*SIGNED, Renewed("2023-11-01", successor="next"), Closed("2023-11-02"))
        days = ("2023-10-31", "2023-11-01")

        assert [State.TERMINATED, State.RENEWED] == states(TWO_YEARS, events, *days)
        assert day_of(TWO_YEARS, events, "2023-11-02").closed

    def test_what_was_rescinded_is_not_renewed_late(self) -> None:
        events = (*SIGNED, Rescinded("2022-02-01"), Renewed("2022-03-01"))

        assert ("2022-03-01", "-renewed") == lines(TWO_YEARS, events)[-1]

    def test_open_ended_it_fixes_the_day_before_the_successors_first(self) -> None:
        terms = Terms(parties=PARTIES, first_day="2021-10-01", open_ended=True)
        events = (*SIGNED, self.RENEWED)

        assert Date(2023, 9, 30) == day_of(terms, events, "2023-06-01").last_day
        assert [State.ACTIVE, State.RENEWED] == states(terms, events, "2023-09-30", "2023-10-01")


class TestFollowUp:
    def test_a_call_opens_and_its_answer_closes_the_same_day(self) -> None:
        events = (
            *SIGNED,
            FollowUpCalled("2022-01-10", by="mission"),
            FollowedUp("2022-01-20"),
            FollowedUp("2022-02-10", answers=6),
        )
        days = ("2022-01-09", "2022-01-10", "2022-01-20", "2022-02-09", "2022-02-10")

        found = [day_of(TWO_YEARS, events, day) for day in days]
        assert [State.ACTIVE, *[State.FOLLOW_UP] * 3, State.ACTIVE] == [p.state for p in found]
        assert [(), (6,), (6,), (6,), ()] == [place.open for place in found]
        assert {Answer.YES} == {place.in_force for place in found}

    def test_a_change_raised_before_it_starts_opens_on_the_first_day(self) -> None:
        events = (*SIGNED, ChangeRaised("2021-09-20", by="mission"))

        assert [(6,), (6,)] == [
            day_of(TWO_YEARS, events, day).open for day in ("2021-09-20", "2021-10-01")
        ]
        assert [("2021-10-01", "~starts"), ("2021-10-01", "~follow-up-opens")] == lines(
            TWO_YEARS, events
        )[-3:-1]

    def test_a_rescission_that_answers_the_change_closes_it(self) -> None:
        events = (
            *SIGNED,
            ChangeRaised("2022-01-10", by="mission"),
            Rescinded("2022-02-01", last_day="2022-06-30", answers=6),
        )

        assert [
            ("2022-02-01", "rescinded"),
            ("2022-02-01", "~follow-up-closes"),
            ("2022-07-01", "~runs-out"),
        ] == lines(TWO_YEARS, events)[-3:]

    def test_the_end_leaves_nothing_open(self) -> None:
        events = (*SIGNED, FollowUpCalled("2022-01-10"))

        assert () == day_of(TWO_YEARS, events, "2023-10-01").open


def owed(terms: Terms, events: Sequence[Event], on: str) -> list[tuple[str, int, str]]:
    found = day_of(terms, events, on).occurrences
    return [(one.duty, one.ordinal, one.progress.value) for one in found]


class TestOwed:
    """The windows of the papers (DOMAIN part 3b), and what events do to them."""

    SON = (Entered("2021-10-01", state="active", seen="2021-10-01"),)
    YEARLY = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"), calls="count")
    TERMS = Terms(first_day="2021-10-01", last_day="2023-09-30", duties=(YEARLY,))

    def with_duty(self, duty: Duty) -> Terms:
        return Terms(first_day="2021-10-01", last_day="2023-09-30", duties=(duty,))

    def dues(self, terms: Terms) -> list[tuple[str, str, str]]:
        found = day_of(terms, self.SON, "2021-10-01").occurrences
        return [(str(one.first), str(one.last), str(one.due)) for one in found]

    def test_once_a_year_is_two_agreement_years(self) -> None:
        assert [
            ("2021-10-01", "2022-09-30", "2022-09-30"),
            ("2022-10-01", "2023-09-30", "2023-09-30"),
        ] == self.dues(self.TERMS)

    def test_twice_a_year_shares_the_window(self) -> None:
        duty = Duty("dialogue", "meeting", PerWindow(2, "P1Y"))

        assert [
            ("2021-10-01", "2022-09-30", "2022-03-31"),
            ("2021-10-01", "2022-09-30", "2022-09-30"),
        ] == self.dues(self.with_duty(duty))[:2]

    def test_calendar_years_are_cut_at_both_ends(self) -> None:
        duty = Duty("dialogue", "meeting", PerWindow(1, "P1Y", calendar=True))

        assert [
            ("2021-10-01", "2021-12-31", "2021-12-31"),
            ("2022-01-01", "2022-12-31", "2022-12-31"),
            ("2023-01-01", "2023-09-30", "2023-09-30"),
        ] == self.dues(self.with_duty(duty))

    def test_july_is_a_payment_in_2022_and_2023(self) -> None:
        terms = Terms(
            first_day="2021-10-01", last_day="2023-09-30", payments=PaymentPlan(InMonths((7,)))
        )

        assert [
            ("2022-07-01", "2022-07-31", "2022-07-31"),
            ("2023-07-01", "2023-07-31", "2023-07-31"),
        ] == self.dues(terms)

    def test_a_fixed_stretch_is_cut_by_the_last_day_but_for_a_tail(self) -> None:
        spans = (Period("2023-09-01", "2023-10-31"), Period("2023-11-01", "2023-11-30"))
        cut = Duty("report", "report", Fixed(spans))
        tail = Duty("report", "report", Fixed(spans, tail=True))

        assert ["2023-09-30"] == [due for *_, due in self.dues(self.with_duty(cut))]
        assert ["2023-10-31", "2023-11-30"] == [due for *_, due in self.dues(self.with_duty(tail))]

    def test_a_horizon_may_lie_beyond_the_end(self) -> None:
        goals = (Goal("short", Horizon("P6M")), Goal("long", Horizon("P2Y", beyond=True)))
        terms = Terms(first_day="2021-10-01", last_day="2023-09-30", goals=goals)

        assert ["2023-10-02", "2022-04-01"] == [due for *_, due in self.dues(terms)]

    def test_it_opens_three_months_before_and_closes_when_held(self) -> None:
        # Three months from 30 June end on 30 September.
        days = ("2022-06-29", "2022-06-30", "2022-08-31", "2022-09-01")
        events = (*self.SON, FollowedUp("2022-09-01"))

        assert [State.ACTIVE, State.FOLLOW_UP, State.FOLLOW_UP, State.ACTIVE] == states(
            self.TERMS, events, *days
        )
        assert [("dialogue", 1, "fulfilled"), ("dialogue", 2, "coming")] == owed(
            self.TERMS, events, "2022-09-01"
        )

    def test_past_its_window_it_is_overdue_and_holds_the_state_no_longer(self) -> None:
        assert [State.FOLLOW_UP, State.ACTIVE] == states(
            self.TERMS, self.SON, "2022-09-30", "2022-10-01"
        )
        assert ("dialogue", 1, "overdue") in owed(self.TERMS, self.SON, "2022-10-01")

    def test_what_was_due_when_it_was_seen_is_unrecorded_and_opens_nothing(self) -> None:
        on_the_day = (Entered("2021-10-01", state="active", seen="2022-09-30"),)
        before = (Entered("2021-10-01", state="active", seen="2022-09-29"),)

        assert ("dialogue", 1, "unrecorded") in owed(self.TERMS, on_the_day, "2022-09-30")
        assert ("dialogue", 1, "open") in owed(self.TERMS, before, "2022-09-30")
        assert [State.ACTIVE] == states(self.TERMS, on_the_day, "2022-09-30")

    def test_what_rests_on_a_proposal_opens_no_state(self) -> None:
        duty = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"), basis="proposal")

        assert [State.ACTIVE] == states(self.with_duty(duty), self.SON, "2022-09-30")

    def test_waived_it_may_be_held_all_the_same(self) -> None:
        waived = (*self.SON, Waived("2022-08-01", duty="dialogue", occurrence=1))
        by_day = (*waived, FollowedUp("2022-09-01"))
        named = (*waived, FollowedUp("2022-09-01", duty="dialogue", occurrence=1))

        assert ("dialogue", 1, "waived") in owed(self.TERMS, by_day, "2022-09-01")
        assert ("dialogue", 1, "fulfilled") in owed(self.TERMS, named, "2022-09-01")

    @pytest.mark.parametrize(
        ("calls", "progress"), [("count", "fulfilled"), ("on_top", "open"), (UNKNOWN, "open")]
    )
    def test_a_called_one_counts_where_the_paper_says_so(
        self, calls: str | Unknown, progress: str
    ) -> None:
        duty = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"), calls=calls)
        events = (*self.SON, FollowUpCalled("2022-08-01"), FollowedUp("2022-08-10", answers=2))

        assert ("dialogue", 1, progress) in owed(self.with_duty(duty), events, "2022-08-10")

    def test_before_it_was_in_force_meetings_are_not_owed_and_payments_are_on_that_day(
        self,
    ) -> None:
        late = (*APPROVED, Signed("2021-08-20", by="town"), Signed("2022-10-01", by="mission"))
        terms = Terms(
            parties=PARTIES,
            first_day="2021-10-01",
            last_day="2023-09-30",
            duties=(Duty("meeting", "meeting", PerWindow(1, "P1Y")),),
            payments=PaymentPlan(InMonths((7,))),
        )

        found = day_of(terms, late, "2022-10-01").occurrences
        assert [("meeting", 2), ("payment", 1), ("payment", 2)] == [
            (one.duty, one.ordinal) for one in found
        ]
        assert Date(2022, 10, 1) == found[1].due

    def test_after_the_end_it_answers_what_was_owed_or_has_no_effect(self) -> None:
        named = (*self.SON, FollowedUp("2023-11-01", duty="dialogue", occurrence=2))
        unnamed = (*self.SON, FollowedUp("2023-11-01"))

        assert ("2023-11-01", "followed_up") == lines(self.TERMS, named)[-1]
        assert ("2023-11-01", "-followed_up") == lines(self.TERMS, unnamed)[-1]

    def test_without_a_row_it_is_an_answer_all_the_same(self) -> None:
        events = (
            FollowedUp("2022-02-01", duty="dialogue"),
            Entered("2022-03-01", state="active", seen="2022-03-01"),
        )

        assert ("dialogue", 1, "fulfilled") in owed(self.TERMS, events, "2022-03-01")

    def test_entered_as_over_nothing_is_owed_from_that_day(self) -> None:
        events = (Entered("2022-10-01", state="renewed", seen="2022-10-01"),)

        assert [("dialogue", 1, "unrecorded")] == owed(self.TERMS, events, "2022-10-01")


class TestProposal:
    def test_a_remission_sends_it_back(self) -> None:
        events = (Initiated("2021-03-01"), Proposed("2021-05-18"), Remitted("2021-06-01"))

        assert [State.PROPOSED, State.INITIATIVE] == states(
            TWO_YEARS, events, "2021-05-31", "2021-06-01"
        )

    @pytest.mark.parametrize(
        ("event", "reason"),
        [
            (Declined("2021-06-01"), Reason.DECLINED),
            (Declined("2021-06-01", referred_to="grants"), Reason.REFERRED),
            (Withdrawn("2021-06-01"), Reason.WITHDRAWN),
        ],
    )
    def test_it_may_be_declined(self, event: Event, reason: Reason) -> None:
        found = day_of(TWO_YEARS, (*APPROVED[:2], event), "2021-06-01")

        assert (State.DECLINED, reason, Answer.NO) == (found.state, found.reason, found.in_force)

    def test_a_condition_waits_until_met_or_failed(self) -> None:
        events = (*APPROVED[:2], Approved("2021-06-15", condition="the budget"))
        met = (*events, ConditionMet("2021-07-01"))
        failed = (*events, ConditionFailed("2021-07-01"))

        assert "the budget" == day_of(TWO_YEARS, events, "2021-07-01").condition
        assert None is day_of(TWO_YEARS, met, "2021-07-01").condition
        found = day_of(TWO_YEARS, failed, "2021-07-01")
        assert (State.DECLINED, Reason.CONDITION_FAILED, None) == (
            found.state,
            found.reason,
            found.condition,
        )

    def test_approved_it_counts_the_signatures_of_bodies_as_their_partys(self) -> None:
        events = (*APPROVED, Signed("2021-08-20", by="board"), Signed("2021-08-21", by="stranger"))

        found = day_of(TWO_YEARS, events, "2021-08-21")
        assert (("town",), ("mission",)) == (found.signed_by, found.unsigned)
        nobody = day_of(Terms(), events, "2021-08-21")
        assert ((), UNKNOWN) == (nobody.signed_by, nobody.unsigned)


class TestOrder:
    def test_within_a_day_what_has_a_row_comes_first(self) -> None:
        on = "2021-06-15"
        events = (Signed(on, by="town"), Approved(on), Proposed(on), Initiated(on))

        found = timeline(TWO_YEARS, events, as_day(on))
        assert [4, 3, 2, 1] == [line.number for line in found]
        assert {None} == {line.anomaly for line in found}

    def test_what_has_no_row_comes_last_and_moves_nothing(self) -> None:
        on = "2021-05-18"
        events = (APPROVED[0], Signed(on, by="town"), Closed(on), Proposed(on), Assessed(on))

        found = timeline(TWO_YEARS, events, as_day(on))
        assert [1, 4, 5, 2, 3] == [line.number for line in found]
        assert [None, None, None, "wrong-state", "wrong-state"] == [line.anomaly for line in found]
        assert ((2, "wrong-state"), (3, "wrong-state")) == day_of(TWO_YEARS, events, on).anomalies

    def test_recorded_late_it_is_folded_on_its_day(self) -> None:
        events = (Entered("2021-10-01", state="active"), *SIGNED)

        assert [State.SIGNED, State.ACTIVE] == states(TWO_YEARS, events, "2021-09-30", "2021-10-01")
        # The clock comes first, so the entry finds it active and has no row.
        assert [("2021-10-01", "~starts"), ("2021-10-01", "-entered")] == lines(TWO_YEARS, events)[
            5:7
        ]


class TestEntered:
    def test_what_had_no_row_before_it_is_no_anomaly_from_its_day(self) -> None:
        events = (
            Signed("2021-09-01", by="town"),
            Closed("2021-10-01"),
            Entered("2021-10-01", state="active"),
            Signed("2021-10-01", by="town"),
        )

        assert ((1, "wrong-state"),) == day_of(TWO_YEARS, events, "2021-09-30").anomalies
        assert ((4, "wrong-state"),) == day_of(TWO_YEARS, events, "2021-10-01").anomalies
        assert ["-signed", "entered", "-closed", "-signed", "~runs-out"] == [
            tag for _, tag in lines(TWO_YEARS, events)
        ]

    def test_signed_implies_every_signature(self) -> None:
        events = (Entered("2021-09-01", state="signed"),)

        assert () == day_of(TWO_YEARS, events, "2021-09-01").unsigned
        assert [State.ACTIVE] == states(TWO_YEARS, events, "2021-10-01")

    def test_a_final_state_has_the_reason_it_says(self) -> None:
        events = (Entered("2022-01-01", state="terminated", reason="notice"),)

        assert Reason.NOTICE is day_of(TWO_YEARS, events, "2022-01-01").reason

    def test_it_never_falls(self) -> None:
        events = (*SIGNED, Entered("2021-09-15", state="proposed"))

        assert ("2021-09-15", "-entered") == lines(TWO_YEARS, events)[5]


class TestCorrected:
    def test_struck_it_never_was(self) -> None:
        events = (*SIGNED, Corrected("2021-12-01", event_no=5))

        assert [State.APPROVED] == states(TWO_YEARS, events, "2021-10-01")
        assert ("2021-12-01", "corrected") == lines(TWO_YEARS, events)[-1]

    def test_replaced_it_keeps_its_number_and_takes_the_new_day(self) -> None:
        events = (*SIGNED, Corrected("2021-12-01", event_no=5, to=Signed("2021-11-01", by="board")))
        found = timeline(TWO_YEARS, events, as_day("2021-12-01"))

        assert [1, 2, 3, 4, 5, 6] == [line.number for line in found]
        assert Date(2021, 11, 1) == found[4].on

    def test_a_correction_struck_revives_what_it_struck(self) -> None:
        events = (
            *SIGNED,
            Corrected("2021-12-01", event_no=5),
            Corrected("2021-12-02", event_no=6),
        )

        assert [State.ACTIVE] == states(TWO_YEARS, events, "2021-10-01")
        assert "2021-12-01" not in {day for day, _ in lines(TWO_YEARS, events)}

    def test_of_two_on_one_number_the_later_wins(self) -> None:
        events = (
            *SIGNED,
            Corrected("2021-12-01", event_no=5),
            Corrected("2021-11-01", event_no=5, to=Signed("2021-11-01", by="mission")),
        )

        assert [State.ACTIVE] == states(TWO_YEARS, events, "2021-11-01")

    def test_the_terms_are_number_0(self) -> None:
        terms = Terms(first_day="2021-10-01", last_day="2022-09-30")
        events = (
            Entered("2021-10-01", state="active"),
            Corrected("2025-01-01", event_no=0, to=TWO_YEARS),
        )

        assert Date(2023, 9, 30) == day_of(terms, events, "2021-10-01").last_day

    @pytest.mark.parametrize("number", [6, 7, 99])
    def test_one_that_names_itself_or_nothing_changes_nothing(self, number: int) -> None:
        events = (*SIGNED, Corrected("2021-12-01", event_no=number))

        assert [State.ACTIVE] == states(TWO_YEARS, events, "2021-10-01")
        assert ((6, "no-such-event"),) == day_of(TWO_YEARS, events, "2021-12-01").anomalies


class TestFaults:
    """What it gets wrong on purpose is wrong."""

    @pytest.mark.parametrize(
        "faults",
        [
            Faults(over_after=0),
            Faults(starts_late=1),
            Faults(dropped=frozenset({(Signed, State.APPROVED)})),
            Faults(last_signs=False),
        ],
    )
    def test_each_changes_a_plain_life(self, faults: Faults) -> None:
        until = Date(2024, 1, 1)

        assert timeline(TWO_YEARS, SIGNED, until) != timeline(TWO_YEARS, SIGNED, until, faults)

    def test_the_search_that_does_not_begin_again(self) -> None:
        on = Date(2021, 6, 15)
        events = (Approved(on), Proposed(on), Initiated(on))

        ((_, right),) = simulate(TWO_YEARS, events, on, on)
        ((_, wrong),) = simulate(TWO_YEARS, events, on, on, Faults(searches_again=False))
        assert (State.APPROVED, State.INITIATIVE) == (right.state, wrong.state)

    def test_the_earlier_correction_that_wins(self) -> None:
        faults = Faults(later_wins=False)
        twice = (
            *SIGNED,
            Corrected("2021-12-01", event_no=5),
            Corrected("2021-12-01", event_no=5, to=Signed("2021-09-01", by="mission")),
        )

        assert State.ACTIVE is day_of(TWO_YEARS, twice, "2021-10-01").state
        ((_, wrong),) = simulate(TWO_YEARS, twice, Date(2021, 10, 1), Date(2021, 10, 1), faults)
        assert State.APPROVED is wrong.state
