"""What is asked of each life: every event, in the ways that its guards tell apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
from pendulum import Date

import ioplife as iop
from ioplife.dates import Period, day_before, next_day
from ioplife.terms import ABSENT, UNKNOWN, Terms
from tests.proof.told import FULL, PAPER, Told, full

Asked = tuple[str, iop.Event]
"""What is asked, in words, and the event."""

BOTH: Final = ("mission", "town")
ELSEWHERE: Final = iop.Source("Another paper", "p. 2")
OVER: Final = Period("2027-01-01", "2028-12-31")


def _ways(plain: iop.Event, **fields: dict[str, Any]) -> Iterator[Asked]:
    """An event as it should be, and with one thing after another changed."""
    yield "", plain
    for name, changes in fields.items():
        yield name.replace("_", " "), attrs.evolve(plain, **changes)
    yield "by a stranger", attrs.evolve(plain, by="stranger")
    yield "by nobody knows whom", attrs.evolve(plain, by=UNKNOWN)


def _beginning(told: Told) -> Iterator[Asked]:
    on = told.day
    yield from _ways(iop.Initiated(on, by="mission"))
    yield from _ways(iop.Assessed(on, by="office", matter="no_market", outcome="met"))
    yield from _ways(iop.Proposed(on, by="office", to="board"))
    yield from _ways(iop.Remitted(on, by="board"))
    yield from _ways(iop.Tabled(on, by="board"))
    yield from _ways(
        iop.Approved(on, by="board"),
        by_the_office={"by": "office"},
        by_the_town={"by": "town"},
    )
    yield from _ways(iop.ConditionMet(on, by="board"))
    yield from _ways(iop.ConditionFailed(on, by="board"))
    yield from _ways(iop.Declined(on, by="board"))
    yield from _ways(iop.Withdrawn(on, by="mission"))
    yield from _ways(iop.Signed(on, by="mission"), by_the_town={"by": "town"})
    for state in iop.State:
        if state is not iop.State.FOLLOW_UP:
            reasons = {iop.State.TERMINATED: "expired", iop.State.DECLINED: "declined"}
            entry = iop.Entered(
                on, by="office", state=state, seen=on, basis=PAPER, reason=reasons.get(state)
            )
            yield from ((f"as {state} {how}".strip(), one) for how, one in _ways(entry))
    yield from _ways(iop.Started(on, by="town"))


def _ruling(told: Told) -> Iterator[Asked]:
    on, approval = told.day, told.number(iop.Approved)
    for kind in (
        iop.Adjusted,
        iop.Announced,
        iop.AnnouncementRemoved,
        iop.Appealed,
        iop.Stayed,
        iop.StayLifted,
        iop.AppealDismissed,
        iop.Annulled,
    ):
        plain = kind(on, decision=approval)
        yield from _ways(
            plain,
            of_a_decision_not_named={"decision": UNKNOWN},
            of_no_decision={"decision": 99},
            of_another_decision={"decision": told.number(iop.RenewalDecided)},
            of_another_decision_by_a_stranger={
                "decision": told.number(iop.RenewalDecided),
                "by": "stranger",
            },
            before_it={"on": Date(2023, 5, 30)},
            the_day_after={"on": Date(2023, 6, 2)},
            in_time={"on": Date(2023, 6, 6)},
            in_time_by_a_stranger={"on": Date(2023, 6, 6), "by": "stranger"},
            when_it_is_over={"on": Date(2023, 7, 14)},
            when_it_is_over_by_a_stranger={"on": Date(2023, 7, 14), "by": "stranger"},
        )


def _following(told: Told) -> Iterator[Asked]:
    on = told.day
    yield from _ways(iop.FollowUpCalled(on, by="mission"))
    yield from _ways(iop.ChangeRaised(on, by="mission", reason="other"))
    which = {
        "the_first": {"duty": "follow-up", "occurrence": 1},
        "the_second": {"duty": "follow-up", "occurrence": 2},
        "the_third": {"duty": "follow-up", "occurrence": 3},
        "one_that_is_not_owed": {"duty": "follow-up", "occurrence": 9},
        "of_a_duty_not_named": {"duty": UNKNOWN, "occurrence": 1},
        "of_no_duty": {"duty": "nothing", "occurrence": 1},
        "an_instance_not_named": {"duty": "follow-up", "occurrence": UNKNOWN},
    }
    waiting = told.number(iop.FollowUpCalled, told.number(iop.ChangeRaised))
    yield from _ways(
        iop.FollowedUp(on, by="board", result="reached"),
        **which,
        of_the_goal={"duty": "long", "occurrence": None},
        of_the_goal_by_number={"duty": "long", "occurrence": 1},
        of_some_first={"duty": None, "occurrence": 1},
        as_an_extra={"occurrence": "none"},
        convened_by_the_mission={"by": "mission"},
        the_first_convened_by_the_mission={"by": "mission", "duty": "follow-up", "occurrence": 1},
        the_first_convened_by_nobody_knows_whom={
            "by": UNKNOWN,
            "duty": "follow-up",
            "occurrence": 1,
        },
        answering_the_call={"answers": waiting},
        answering_no_call={"answers": 98},
        answering_nobody_knows_what={"answers": UNKNOWN},
    )
    late = iop.FollowedUp(on, by="board", duty="follow-up", occurrence=1, result="reached")
    yield from (
        (f"late {how}".strip(), one)
        for how, one in _ways(
            late,
            of_a_meeting={"duty": "meeting"},
            of_the_goal_by_a_stranger={"duty": "long", "occurrence": None, "by": "stranger"},
            of_nobody_knows_which={"occurrence": UNKNOWN},
            of_nobody_knows_what={"duty": UNKNOWN},
        )
    )
    for name, duty in (("the meeting", "meeting"), ("the follow-up", "follow-up")):
        asked = _ways(
            iop.Fulfilled(on, by="town", duty=duty),
            **which,
            of_the_goal={"duty": "long", "occurrence": None},
            out_of_its_window={"on": Date(2027, 1, 20)},
        )
        yield from ((f"{name} {how}".strip(), one) for how, one in asked)
    yield from _ways(
        iop.Waived(on, by="town", duty="follow-up", occurrence=1, why="it is not needed"), **which
    )


def _moved(terms: Terms) -> Terms:
    """The terms with a last day a year later; those that run until further notice from a day."""
    if terms.open_ended:
        return attrs.evolve(terms, open_ended=False, last_day="2027-12-31")
    return attrs.evolve(terms, last_day="2027-12-31")


def _changing(told: Told) -> Iterator[Asked]:
    on, terms = told.day, told.register.terms
    waiting = told.number(iop.FollowUpCalled, told.number(iop.ChangeRaised))
    ending = told.number(iop.Voided)
    past: dict[str, Any] = {"last_day": day_before(on), "open_ended": False, "length": ABSENT}
    yield from _ways(
        iop.Amended(on, by="town", terms=terms, applies_from=on, agreed_by=BOTH),
        agreed_by_one={"agreed_by": ("town",)},
        agreed_by_nobody_knows_whom={"agreed_by": UNKNOWN},
        agreed_by_none={"agreed_by": ()},
        from_the_day_before={"applies_from": day_before(on)},
        from_nobody_knows_when={"applies_from": UNKNOWN},
        the_last_day_moved={"terms": _moved(terms)},
        the_last_day_past={"terms": attrs.evolve(terms, **past)},
        the_last_day_past_and_an_ending_lifted={
            "terms": attrs.evolve(terms, **past),
            "lifts": ending,
        },
        to_an_unread_last_day={"terms": attrs.evolve(terms, last_day=UNKNOWN, length=UNKNOWN)},
        to_an_unread_last_day_and_an_ending_lifted={
            "terms": attrs.evolve(terms, last_day=UNKNOWN, length=UNKNOWN),
            "lifts": ending,
        },
        to_an_unread_renewal={"terms": attrs.evolve(terms, renewal=UNKNOWN)},
        lifting_an_ending={"terms": _moved(terms), "lifts": ending},
        lifting_no_ending={"lifts": 98},
        lifting_nobody_knows_what={"lifts": UNKNOWN},
        answering_the_call={"answers": waiting},
        answering_no_call={"answers": 98},
        answering_nobody_knows_what={"answers": UNKNOWN},
        of_other_parties={"terms": FULL},
    )
    yield from _ways(
        iop.Extended(on, by="town"),
        by_two_years={"length": "P2Y"},
        by_nobody_knows_how_long={"length": UNKNOWN},
        by_a_year={"length": "P1Y"},
    )


def _ending(told: Told) -> Iterator[Asked]:
    on, before = told.day, day_before(told.day)
    waiting = told.number(iop.FollowUpCalled, told.number(iop.ChangeRaised))
    past = {"last_day": before}
    unsaid = {"last_day": UNKNOWN}
    yield from _ways(
        iop.NoticeGiven(on, by="mission", written=True, received=on),
        by_word_of_mouth={"written": False},
        in_writing_or_not={"written": UNKNOWN},
        received_the_day_before={"received": before},
        received_nobody_knows_when={"received": UNKNOWN},
        under_the_clause_of_notice={"under": "notice"},
        under_the_clause_of_renewal={"under": "renewal"},
        under_nobody_knows_which={"under": UNKNOWN},
        under_notice_by_word_of_mouth={"under": "notice", "written": False},
        under_notice_in_writing_or_not={"under": "notice", "written": UNKNOWN},
        under_notice_received_the_day_before={"under": "notice", "received": before},
        under_notice_received_nobody_knows_when={"under": "notice", "received": UNKNOWN},
    )
    yield from _ways(iop.RenewalDecided(on, by="board"))
    yield from _ways(
        iop.EndingDecided(on, by="board", last_day="2026-12-31"),
        a_month_early={"last_day": "2026-11-30"},
        long_ago={"last_day": "2023-01-01"},
        that_very_day={"last_day": on},
        on_nobody_knows_what_day=unsaid,
    )
    yield from _ways(
        iop.Rescinded(on, by="town", agreed_by=BOTH),
        agreed_by_one={"agreed_by": ("town",)},
        agreed_by_nobody_knows_whom={"agreed_by": UNKNOWN},
        agreed_by_none={"agreed_by": ()},
        the_day_before=past,
        on_nobody_knows_what_day=unsaid,
        answering_the_call={"answers": waiting},
        answering_no_call={"answers": 98},
        answering_nobody_knows_what={"answers": UNKNOWN},
    )
    yield from _ways(
        iop.EndingLifted(on, by="town", agreed_by=BOTH, ending=told.number(iop.Voided)),
        agreed_by_one={"agreed_by": ("town",)},
        agreed_by_nobody_knows_whom={"agreed_by": UNKNOWN},
        agreed_by_none={"agreed_by": ()},
        of_no_ending={"ending": 98},
        of_nobody_knows_which={"ending": UNKNOWN},
        of_the_notice={"ending": told.number(iop.NoticeGiven)},
    )
    yield from _ways(
        iop.DemandMade(on, by="town", written=True), by_word_of_mouth={"written": False}
    )
    demand = told.number(iop.DemandMade)
    yield from _ways(
        iop.DemandCorrected(on, by="mission", demand=demand),
        of_no_demand={"demand": 98},
        of_nobody_knows_which={"demand": UNKNOWN},
    )
    yield from _ways(
        iop.Cancelled(on, by="town", demand=demand),
        of_no_demand={"demand": 98},
        of_nobody_knows_which={"demand": UNKNOWN},
        the_day_before=past,
        on_nobody_knows_what_day=unsaid,
    )
    yield from _ways(
        iop.PartyLeft(on, by="mission", party="mission"),
        nobody_knows_who={"party": UNKNOWN},
        a_stranger={"party": "stranger"},
        the_parish={"party": "parish"},
        the_day_before=past,
        on_nobody_knows_what_day=unsaid,
    )
    yield from _ways(
        iop.Voided(on, by="town"), the_day_before=past, on_nobody_knows_what_day=unsaid
    )


def _renewing(told: Told) -> Iterator[Asked]:
    on = told.day
    yield from _ways(
        iop.Renewed(on, by="board", successor="a-2", period=OVER),
        by_one_that_is_not_signed={"successor": "a-3"},
        by_one_that_is_not_in_the_chain={"successor": "a-9"},
        by_nobody_knows_what={"successor": UNKNOWN},
        with_a_gap={"period": Period("2027-01-02", "2028-12-31")},
        with_an_overlap={"period": Period("2026-12-31", "2028-12-31")},
        between_two_last_days={"period": Period("2026-12-16", "2028-12-31")},
        from_the_first_day={"period": Period("2024-01-01", "2028-12-31")},
        from_the_first_day_until_further_notice={"period": Period("2024-01-01", None)},
        on_either_side_of_two_last_days={"period": Period("2026-12-01", "2028-12-31")},
        from_the_day_after_the_last={"period": Period(next_day(on), "2028-12-31")},
        from_that_very_day={"period": Period(on, "2028-12-31")},
        for_nobody_knows_how_long={"period": UNKNOWN},
    )
    yield from _ways(iop.Closed(on, by="town"))


def _recording(told: Told) -> Iterator[Asked]:
    on = told.day
    yield from _ways(iop.Noted(on, by="office", what="an evaluation"))
    yield from _ways(
        iop.Resolved(on, by="board", what="last_day", reading="2026-12-31", basis=PAPER),
        to_a_day_that_no_paper_states={"reading": "2025-11-30", "basis": PAPER},
        to_a_day_of_another_paper={"reading": "2024-03-31", "basis": ELSEWHERE},
        to_a_day_on_no_basis={"reading": "2025-11-30", "basis": UNKNOWN},
        to_nobody_knows_what={"reading": UNKNOWN},
        the_first_day={"what": "first_day", "reading": "2024-01-01", "basis": PAPER},
        a_contribution={"what": "contributions.town", "reading": 100_000, "basis": PAPER},
        a_first_day_of_another_paper={
            "what": "first_day",
            "reading": "2024-06-01",
            "basis": ELSEWHERE,
        },
        of_no_line={"what": "contributions.nobody", "reading": 1, "basis": PAPER},
    )
    yield from _ways(
        iop.Corrected(on, by="office", event_no=1, why="it was another day"),
        the_terms={"event_no": 0, "to": full(total=200_000)},
        of_no_event={"event_no": 99},
        of_the_second={"event_no": 2},
    )


def asked_of(told: Told) -> Iterator[Asked]:
    """Every event that is asked of a life, with what it is in words."""
    for some in (_beginning, _ruling, _following, _changing, _ending, _renewing, _recording):
        for how, event in some(told):
            yield f"{event.tag} {how}".strip(), event
