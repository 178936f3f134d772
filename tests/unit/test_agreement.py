"""The roof: every question that can be put to an agreement."""

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from pendulum import Date

import ioplife as iop

PARTIES = (
    iop.Party(
        "town",
        "Town",
        sector="public",
        bodies=(
            iop.Body("board", "Board", kind="board"),
            iop.Body("office", "Office", kind="administration"),
        ),
    ),
    iop.Party("mission", "Mission", sector="civil"),
)

NOTICE = iop.Notice("P6M", written=True, counts_from="receipt", source=iop.Source("A 1", "§ 9"))

TERMS = iop.Terms(
    parties=PARTIES, kind="iop", first_day="2024-01-01", last_day="2026-12-31", notice=NOTICE
)

OPENING = (
    iop.Initiated("2023-02-01", by="mission"),
    iop.Proposed("2023-04-01", to="board"),
    iop.Approved("2023-06-01", by="board"),
    iop.Signed("2023-07-01", by="board"),
    iop.Signed("2023-07-02", by="mission"),
)

LIFE = iop.Agreement("a-1", TERMS, OPENING)


def test_a_life_step_by_step_is_allowed_all_the_way() -> None:
    agreement = iop.Agreement("a-1", TERMS).record(OPENING[0])
    with pytest.raises(iop.Refused) as caught:
        agreement.apply(OPENING[1])
    assert ("sums",) == caught.value.decision.codes
    assert iop.Answer.UNKNOWN is caught.value.decision.answer


def test_a_late_notice_changes_every_later_answer_and_names_who_loses_their_footing() -> None:
    agreement = LIFE.record(
        iop.FollowUpCalled("2025-03-01", by="mission"),
        iop.EndingDecided("2026-05-01", by="board", last_day="2026-12-31"),
    )
    late = iop.NoticeGiven("2024-05-10", by="mission", written=True)
    decision = agreement.consider(late)

    assert iop.State.FOLLOW_UP is agreement.on("2025-03-01").state
    assert "2026-12-31" == str(agreement.on("2025-03-01").last_day)
    assert iop.Answer.YES is decision.answer
    (remark,) = decision.remarks
    assert ("later-records-stand", (("numbers", (6, 7)),)) == (remark.code, remark.facts)

    known = agreement.record(late)
    assert "2024-11-10" == str(known.on("2024-05-10").last_day)
    assert "2026-12-31" == str(known.on("2024-05-09").last_day)
    assert iop.Answer.YES is known.on("2024-11-10").in_force
    assert (iop.State.TERMINATED, iop.Reason.NOTICE) == (
        known.on("2024-11-11").state,
        known.on("2024-11-11").reason,
    )
    assert [6, 7] == [anomaly.number for anomaly in known.on("2027-01-01").anomalies]


def test_notice_that_ends_a_day_before_a_later_record_and_on_it() -> None:
    agreement = LIFE.record(iop.FollowUpCalled("2024-11-10", by="mission"))
    in_time = agreement.consider(iop.NoticeGiven("2024-05-10", by="mission", written=True))
    a_day_early = agreement.consider(iop.NoticeGiven("2024-05-09", by="mission", written=True))
    assert () == in_time.remarks
    assert ["later-records-stand"] == [remark.code for remark in a_day_early.remarks]


def test_every_refusal_gives_all_its_reasons() -> None:
    decision = LIFE.consider(iop.Signed("2027-01-01", by="stranger"))
    assert ("wrong-state", "unknown-actor", "not-after-last-day") == decision.codes
    assert iop.State.TERMINATED is decision.state
    assert decision.target is None


def test_to_ask_where_no_row_stands_logs_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """A host that keeps a log of warnings would find every question in it."""
    assert not iop.Agreement("x", iop.Terms()).consider(iop.Tabled("2024-01-01"))
    assert [] == caplog.records


def test_an_accepted_event_says_where_it_leads() -> None:
    decision = LIFE.consider(iop.FollowUpCalled("2024-02-01", by="mission"))
    assert iop.State.FOLLOW_UP is decision.target
    assert iop.State.ACTIVE is decision.state


def test_the_timeline_holds_what_people_did_and_what_time_brings() -> None:
    assert [
        ("2023-02-01", "initiated", 1),
        ("2023-04-01", "proposed", 2),
        ("2023-06-01", "approved", 3),
        ("2023-07-01", "signed", 4),
        ("2023-07-02", "signed", 5),
        ("2024-01-01", "~starts", None),
        ("2027-01-01", "~runs-out", None),
    ] == [(str(one.on), one.tag, one.number) for one in LIFE.timeline(until="2027-01-01")]
    assert "signed" == LIFE.timeline(until="2023-12-31")[-1].tag


def test_the_next_change_is_after_the_day_asked() -> None:
    found = [LIFE.next_change(day) for day in ("2023-12-31", "2024-01-01")]
    assert ["~starts", "~runs-out"] == [change and change.tag for change in found]
    assert LIFE.next_change("2027-01-01") is None


def test_options_answer_for_every_event_and_name_what_they_need() -> None:
    options = {option.tag: option for option in LIFE.options("2024-02-01")}
    assert {kind(on).tag if kind in PLAIN else TAGS[kind] for kind in iop.EVENTS} == set(options)
    assert iop.Answer.YES is options["renewal_decided"].answer
    assert iop.Answer.NO is options["signed"].answer
    assert (iop.Answer.UNKNOWN, ("by",)) == (
        options["follow_up_called"].answer,
        options["follow_up_called"].needs,
    )
    assert (iop.Answer.UNKNOWN, ("by", "written")) == (
        options["notice_given"].answer,
        options["notice_given"].needs,
    )
    assert (iop.Answer.UNKNOWN, ("event_no",)) == (
        options["corrected"].answer,
        options["corrected"].needs,
    )
    assert (iop.Answer.NO, ("state",)) == (
        iop.Agreement("a", TERMS, (*OPENING, iop.Withdrawn("2023-07-03")))
        .options("2027-02-01")[list(options).index("entered")]
        .answer,
        options["entered"].needs,
    )


on = Date(2024, 2, 1)
TAGS = {
    iop.Entered: "entered",
    iop.Amended: "amended",
    iop.Resolved: "resolved",
    iop.Corrected: "corrected",
}
PLAIN = set(iop.EVENTS) - set(TAGS)


def test_the_first_day_is_when_time_alone_would_allow_it() -> None:
    called = iop.FollowUpCalled("2023-08-01", by="mission")
    assert "2024-01-01" == str(LIFE.first_day(called))
    assert "2024-01-02" == str(LIFE.first_day(iop.FollowUpCalled("2024-01-02", by="mission")))
    assert LIFE.first_day(iop.Signed("2024-01-02", by="mission")) is None


def test_an_audit_asks_each_event_where_it_was_folded() -> None:
    first, second, *_, last = LIFE.audit()
    assert (None, iop.State.INITIATIVE, iop.State.APPROVED) == (
        first.state,
        second.state,
        last.state,
    )
    assert iop.Answer.YES is first.answer
    assert ("sums",) == second.codes


def test_an_audit_still_shows_what_was_recorded_and_corrected() -> None:
    wrong = LIFE.record(iop.Corrected("2023-08-01", event_no=5, by="board", why="not signed"))
    decisions = wrong.audit()
    assert [event.tag for event in wrong.events] == [one.event.tag for one in decisions]
    assert iop.State.APPROVED is wrong.on("2024-02-01").state


def test_an_agreement_is_a_value() -> None:
    twin = iop.Agreement("a-1", TERMS, OPENING)
    twin.on("2024-02-01")
    assert (LIFE, hash(LIFE)) == (twin, hash(twin))
    assert LIFE != LIFE.record(iop.Noted("2024-02-01", what="a ruling"))


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"id": "a/b"}, "Agreement.id"),
        ({"terms": {}}, "Agreement.terms"),
        ({"events": OPENING[0]}, "Agreement.events"),
        ({"events": [OPENING[0], "signed"]}, "Agreement.events"),
        ({"title": None}, "Agreement.title"),
        ({"extra": {"a": 1}}, "Agreement.extra"),
    ],
)
def test_an_agreement_refuses_what_it_cannot_hold(fields: dict[str, Any], name: str) -> None:
    build: Callable[..., iop.Agreement] = iop.Agreement
    with pytest.raises(iop.BadValue) as caught:
        build(**({"id": "a", "terms": TERMS} | fields))
    assert name == caught.value.field


def test_a_policy_hardens_and_adds_but_never_softens() -> None:
    strict = iop.Policy("strict", hardened=("later-records-stand",))
    agreement = LIFE.record(iop.FollowUpCalled("2025-03-01", by="mission"))
    late = iop.NoticeGiven("2024-05-10", by="mission", written=True)
    decision = agreement.consider(late, policy=strict)
    assert ("strict", ("later-records-stand",)) == (decision.policy, decision.codes)
    with pytest.raises(iop.BadValue):
        iop.Policy("odd", hardened=("no-such-code",))
    with pytest.raises(iop.BadValue):
        iop.Policy("odd", guards=(iop.LIFECYCLE.guards(iop.Signed)[0],))


def test_a_length_counts_from_the_day_it_is_recorded_to_have_started() -> None:
    terms = attrs.evolve(TERMS, first_day=iop.ABSENT, last_day=iop.ABSENT, length="P2Y")
    agreement = iop.Agreement("a", terms, (*OPENING, iop.Started("2024-03-01", by="mission")))
    found = [agreement.on(day) for day in ("2024-02-29", "2024-03-01", "2026-02-28", "2026-03-01")]
    assert [
        ("signed", "no", "unknown"),
        ("active", "yes", "2026-02-28"),
        ("active", "yes", "2026-02-28"),
        ("terminated", "no", "2026-02-28"),
    ] == [(one.state, str(one.in_force), day_or_unknown(one.last_day)) for one in found]


def day_or_unknown(day: Date | iop.Unknown | None) -> str:
    return "unknown" if isinstance(day, iop.Unknown) else str(day)


def test_a_lifting_need_not_say_which_ending_where_one_stands() -> None:
    noticed = LIFE.record(iop.NoticeGiven("2024-05-10", by="mission", written=True))
    lifting = iop.EndingLifted("2024-06-01", by="board", agreed_by=("town", "mission"))
    assert iop.Answer.YES is noticed.consider(lifting).answer
    assert "2026-12-31" == str(noticed.apply(lifting).on("2024-06-01").last_day)
    twice = noticed.record(iop.NoticeGiven("2024-05-20", by="board", written=True))
    assert ("ending",) == twice.consider(lifting).needs
    assert "2024-11-10" == str(twice.record(lifting).on("2024-06-01").last_day)


@pytest.mark.parametrize(
    ("first", "codes"), [("2024-08-02", ()), ("2024-08-01", ("last-day-not-past",))]
)
def test_a_successor_that_fixes_the_last_day_fixes_none_that_is_past(
    first: str, codes: tuple[str, ...]
) -> None:
    open_ended = attrs.evolve(TERMS, last_day=iop.ABSENT, open_ended=True)
    agreement = iop.Agreement("a", open_ended, OPENING)
    renewed = iop.Renewed("2024-08-01", successor="b", period=iop.Period(first))
    assert codes == agreement.consider(renewed).codes


def test_where_it_stands_is_unknown_where_nobody_knows_whether_it_is_in_force() -> None:
    called = iop.FollowUpCalled("2024-02-01", by="mission")
    unread = iop.Agreement("a", attrs.evolve(TERMS, first_day=iop.UNKNOWN), OPENING)
    unsigned = iop.Agreement("a", TERMS, OPENING[:3])
    for agreement in (unread, unsigned):
        decision = agreement.consider(called)
        assert (iop.Answer.UNKNOWN, ("wrong-state",)) == (decision.answer, decision.codes)
    before = attrs.evolve(called, on="2023-12-31")
    assert iop.Answer.NO is unsigned.consider(before).answer


def test_a_late_renewal_after_notice_says_why_not() -> None:
    noticed = LIFE.record(iop.NoticeGiven("2024-05-10", by="mission", written=True))
    late = iop.Renewed("2025-01-01", successor="b", period=iop.Period("2025-01-01"))
    (verdict, *_others) = noticed.consider(late).reasons
    assert ("only", "it expired or was not renewed") in verdict.facts
    assert "avslutad" in verdict.text("sv")


def test_a_board_whose_time_is_over_decides_nothing() -> None:
    old = iop.Body("old", "Old", kind="board", period=iop.Period("2010-01-01", "2022-12-31"))
    town = attrs.evolve(PARTIES[0], bodies=(old,))
    agreement = iop.Agreement("a", attrs.evolve(TERMS, parties=(town, PARTIES[1])), OPENING[:2])
    found = [
        {one.code: one.answer for one in agreement.consider(iop.Approved(day, by="old")).verdicts}
        for day in ("2022-12-31", "2023-01-01")
    ]
    assert [iop.Answer.YES, iop.Answer.UNKNOWN] == [one["may-decide"] for one in found]


@pytest.mark.parametrize("event", ["signed", None, iop.Signed])
def test_what_is_no_event_is_refused_by_name(event: Any) -> None:  # noqa: ANN401 - anything
    with pytest.raises(iop.BadValue, match="event: must be of the kind Event"):
        LIFE.consider(event)


def test_a_day_that_is_settled_by_another_paper_names_that_paper() -> None:
    paper = iop.Source("Protokoll", "§ 7")
    settled = iop.Resolved("2024-02-01", what="last_day", reading="2027-06-30", basis=paper)
    agreement = iop.Agreement("a", TERMS, (*OPENING, settled))
    assert paper == agreement.on("2025-01-01").because[-1].source


def test_what_was_noted_and_why_it_was_corrected_is_told() -> None:
    noted = iop.Noted("2024-02-01", by="board", what="a ruling")
    struck = iop.Corrected("2024-03-01", by="board", event_no=1, why="another agreement")
    changes = iop.Agreement("a", TERMS, (noted, struck)).timeline(until="2024-03-01")
    (told,) = [one.cause.text() for one in changes if one.tag == "corrected"]
    assert "board corrected event 1: another agreement" == told
    (kept,) = iop.Agreement("a", TERMS, (noted,)).timeline(until="2024-03-01")
    assert ("board noted: a ruling", "board antecknade: a ruling") == (
        kept.cause.text(),
        kept.cause.text("sv"),
    )


def test_nobody_has_said_that_an_approval_in_a_register_waits_for_nothing() -> None:
    """The entry shows that it was approved, not whether on a condition."""
    entry = iop.Entered("2023-06-01", state="approved", seen="2023-06-01")
    agreement = iop.Agreement("a", TERMS, (entry,))
    met = agreement.consider(iop.ConditionMet("2023-07-01"))
    assert (iop.Answer.UNKNOWN, ("had-condition",)) == (met.answer, met.codes)
    assert ["condition-open"] == [one.code for one in agreement.deadlines("2023-07-01")]


@pytest.mark.parametrize(
    "ask",
    [
        lambda one, how: one.on("2024-06-01", **how),
        lambda one, how: one.deadlines("2024-06-01", **how),
        lambda one, how: one.next_due("2024-06-01", **how),
        lambda one, how: one.options("2024-06-01", **how),
        lambda one, how: one.consider(iop.Noted("2024-06-01", what="seen"), **how),
        lambda one, how: iop.flag([one], "2024-06-01", **how),
    ],
)
def test_what_tells_working_days_is_refused_before_it_is_asked(
    ask: Callable[[iop.Agreement, dict[str, Any]], object],
) -> None:
    with pytest.raises(iop.BadValue, match="is_working_day: must be a function of a day, not 3"):
        ask(LIFE, {"is_working_day": 3})
