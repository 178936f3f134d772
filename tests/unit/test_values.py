"""What all values share: frozen, slotted, equal by their parts, hashable, and they travel."""

from __future__ import annotations

import copy
import datetime
import pickle
import re
from collections.abc import Callable
from decimal import Decimal
from types import ModuleType

import attrs
import pendulum
import pytest
from pendulum import Date

import ioplife.events
from ioplife import (
    absence,
    answers,
    chains,
    criteria,
    dates,
    decisions,
    indices,
    meetings,
    norms,
    planning,
    sources,
    standing,
    states,
)
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.dates import Duration, Period, as_day
from ioplife.decisions import Found, Guard, Refused, Status
from ioplife.duties import Duty, Goal, Horizon, Once, PerWindow, Window, cadences, goals, owed
from ioplife.duties.cadences import Stretch
from ioplife.errors import BadValue, IopError
from ioplife.events import (
    ENDED,
    EVENT_OF,
    EVENTS,
    EXTRA,
    TAG_OF,
    UNMADE,
    Amended,
    Assessed,
    Cancelled,
    Corrected,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    Fulfilled,
    Noted,
    NoticeGiven,
    OfDecision,
    Outcome,
    Override,
    PartyLeft,
    Reason,
    Rescinded,
    Resolved,
    Result,
    Signed,
    Under,
    Voided,
    Waived,
)
from ioplife.facts import facts
from ioplife.indices import Observation
from ioplife.meetings import Meeting
from ioplife.norms import Norm
from ioplife.sources import Source
from ioplife.states import BINDING, FINAL, IN_FORCE, LIVE, State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Absent,
    Contribution,
    Description,
    Disbursement,
    IndexClause,
    Kind,
    OnDay,
    Party,
    PaymentPlan,
    Reading,
    Sector,
    Terms,
    agreed,
    clauses,
    described,
    indexing,
    lasting,
    parties,
    paydays,
    payments,
    repaying,
    stated,
)
from tests.unit.good_values import (
    BARE_LINK,
    BARE_VERDICT,
    DAY,
    NEEDED,
    ON,
    PAIRS,
    SIGNED,
    VALUES,
    built,
)

MODULES = (
    absence,
    answers,
    chains,
    criteria,
    dates,
    decisions,
    meetings,
    norms,
    planning,
    *(cadences, owed, goals),
    *(ioplife.events.event, ioplife.events.beginning, ioplife.events.deciding),
    *(ioplife.events.lasting, ioplife.events.ending, ioplife.events.recording),
    indices,
    sources,
    standing,
    states,
    agreed,
    clauses,
    described,
    lasting,
    parties,
    indexing,
    paydays,
    payments,
    repaying,
    stated,
)
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)
VALUE = pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)


def classes(module: ModuleType) -> set[type]:
    """The classes a module defines."""
    return {
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and kind.__module__ == module.__name__
    }


def names(value: object) -> list[str]:
    return [field.name for field in attrs.fields(type(value))]  # type: ignore[arg-type] # a value


# --- all of them -----------------------------------------------------------------------


def test_every_value_is_tested_here() -> None:
    defined = {kind for module in MODULES for kind in classes(module) if attrs.has(kind)}

    assert {Event, Guard, OfDecision} == defined - {type(value) for value in VALUES}


@VALUE
def test_no_field_can_be_set_or_deleted(value: object) -> None:
    for name in names(value):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, name, getattr(value, name))
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(value, name)


@VALUE
def test_no_field_can_be_added(value: object) -> None:
    assert not hasattr(value, "__dict__")
    with pytest.raises(AttributeError):
        value.note = "mine"  # type: ignore[attr-defined]


@VALUE
def test_an_equal_value_has_the_same_hash(value: object) -> None:
    same = copy.deepcopy(value)

    assert value == same
    assert hash(value) == hash(same)
    assert {value} == {value, same}


@VALUE
def test_every_field_takes_part_in_equality(value: object) -> None:
    for name in names(value):
        other = copy.copy(value)
        object.__setattr__(other, name, object())  # whatever the rules say of it

        assert value != other, name


@pytest.mark.parametrize(("bare", "full"), PAIRS, ids=lambda value: type(value).__name__)
def test_the_full_values_are_full(bare: object, full: object) -> None:
    """Those that callers build: what is tested here of a value is tested of all its fields."""
    if type(full).__module__ not in {standing.__name__, decisions.__name__}:
        same = [name for name in names(full) if getattr(bare, name) == getattr(full, name)]

        assert [] == same


@VALUE
def test_a_value_comes_back_from_a_pickle(value: object) -> None:
    for protocol in PROTOCOLS:
        back = pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own

        assert (type(value), value, repr(value)) == (type(back), back, repr(back))
        assert hash(value) == hash(back)


@VALUE
def test_a_value_can_be_copied(value: object) -> None:
    for made in (copy.copy(value), copy.deepcopy(value)):
        assert (type(value), value, repr(value)) == (type(made), made, repr(made))


def test_what_was_worked_out_stays_out_of_equality_and_pickles() -> None:
    asked, fresh = (
        Terms(parties=[Party("a", "A")], first_day=ON, length="P1Y", last_day="2025-01-30")
        for _ in range(2)
    )
    asked.actors, asked.party_ids, asked.first_readings, asked.last_readings  # noqa: B018 - asked

    assert fresh == asked
    assert hash(fresh) == hash(asked)
    assert fresh == pickle.loads(pickle.dumps(asked))  # noqa: S301 - our own
    assert fresh.actors == copy.deepcopy(asked).actors


def test_what_was_worked_out_cannot_be_changed() -> None:
    terms = Terms(parties=[Party("a", "A")])
    with pytest.raises(TypeError):
        terms.actors["b"] = "b"  # type: ignore[index]

    assert {"a": "a"} == terms.actors


def test_a_value_prints_how_it_is_built() -> None:
    assert "Party(id='a', name='A', sector=UNKNOWN, bodies=(), source=None)" == repr(
        Party("a", "A")
    )


BY_PLACE = {
    "Period": ["first", "last"],
    "Duration": ["years", "months", "days"],
    "Source": ["paper", "place"],
    "Absent": ["source"],
    "Reading": ["day"],
    "Stated": ["readings"],
    "Sum": ["amount"],
    "StatedSum": ["readings"],
    "Contribution": ["party", "amount"],
    "Disbursement": ["to", "amount"],
    "Notice": ["length"],
    "RenewalOption": ["length"],
    "AutomaticRenewal": ["length", "notice_before"],
    "Breach": ["cure"],
    "PerWindow": ["times", "every"],
    "Every": ["length"],
    "InMonths": ["months"],
    "Fixed": ["spans"],
    "Once": ["by"],
    "Duty": ["id", "kind", "cadence"],
    "Horizon": ["length"],
    "Goal": ["id", "horizon"],
    "PaymentPlan": ["cadence"],
    "IndexClause": ["index", "first"],
    "OnDay": ["day"],
    "FirstDays": ["days", "every"],
    "Rounding": ["to"],
    "Repayment": ["by"],
    "Description": ["text"],
    "Party": ["id", "name"],
    "Body": ["id", "name"],
    "Override": ["code", "by", "why"],
    "Terms": [],
    "Case": [],
    "Standing": [],
}


@pytest.mark.parametrize("name", BY_PLACE)
def test_what_a_value_takes_by_place(name: str) -> None:
    """After the first two, by name: a field that comes later moves nobody's arguments."""
    (kind,) = {type(value) for value in VALUES if type(value).__name__ == name}
    by_place = [field.name for field in attrs.fields(kind) if not field.kw_only]  # type: ignore[arg-type]

    assert BY_PLACE[name] == by_place


# --- days and lengths on the way in ----------------------------------------------------


def published(day: str) -> object:
    """The publication day of an observation."""
    return Observation("OPI", 2024, 1, status="definitive", published=day).published


DAYS_IN: tuple[tuple[str, Callable[..., object]], ...] = (
    ("as_day", as_day),
    ("Period.first", lambda day: Period(day).first),
    ("Period.last", lambda day: Period("2024-01-01", day).last),
    ("Period.of", lambda day: Period.of(day, "P1Y").first),
    ("Duration.after", lambda day: Duration().after(day)),
    ("Duration.latest", lambda day: Duration().latest(day)),
    ("Reading", lambda day: Reading(day).day),
    ("Terms.first_day", lambda day: Terms(first_day=day).first_readings[0].day),
    ("Terms.last_day", lambda day: Terms(last_day=day).last_readings[0].day),
    ("Once.by", lambda day: Once(day).by),
    ("Duty.first", lambda day: Duty("a", "meeting", Once(ON), first=day).first),
    ("Duty.last", lambda day: Duty("a", "meeting", Once(ON), last=day).last),
    ("IndexClause.first", lambda day: IndexClause("OPI", day).first),
    ("IndexClause.last", lambda day: IndexClause("OPI", "2024-01-01", last=day).last),
    ("PaymentPlan.first", lambda day: PaymentPlan(OnDay(1), first=day).first),
    ("PaymentPlan.last", lambda day: PaymentPlan(OnDay(1), last=day).last),
    ("Contribution.first", lambda day: Contribution("a", 1, first=day).first),
    ("Contribution.last", lambda day: Contribution("a", 1, last=day).last),
    ("Disbursement.first", lambda day: Disbursement("a", 1, first=day).first),
    ("Disbursement.last", lambda day: Disbursement("a", 1, last=day).last),
    ("Signed.on", lambda day: Signed(day).on),
    ("Entered.seen", lambda day: Entered(ON, state="active", seen=day).seen),
    ("NoticeGiven.sent", lambda day: NoticeGiven(ON, sent=day).sent),
    ("NoticeGiven.received", lambda day: NoticeGiven(ON, received=day).received),
    ("Amended.applies_from", lambda day: Amended(ON, terms=Terms(), applies_from=day).applies_from),
    ("Cancelled.last_day", lambda day: Cancelled(ON, last_day=day).last_day),
    ("PartyLeft.last_day", lambda day: PartyLeft(ON, last_day=day).last_day),
    ("Voided.last_day", lambda day: Voided(ON, last_day=day).last_day),
    ("EndingDecided.last_day", lambda day: EndingDecided(ON, last_day=day).last_day),
    ("Rescinded.last_day", lambda day: Rescinded(ON, last_day=day).last_day),
    ("Norm.since", lambda day: Norm("own:lead", 3, since=day, source=Source("A")).since),
    ("Chain.on", lambda day: Chain(day, []).on),
    ("Link.first_day", lambda day: attrs.evolve(BARE_LINK, first_day=day).first_day),
    ("Link.last_day", lambda day: attrs.evolve(BARE_LINK, last_day=day).last_day),
    ("Meeting.on", lambda day: Meeting(day).on),
    ("Observation.published", published),
    ("Resolved.reading", lambda day: Resolved(ON, what="last_day", reading=day).reading),
)


@pytest.mark.parametrize("come_in", [ON, datetime.date(2024, 1, 31), pendulum.date(2024, 1, 31)])
@pytest.mark.parametrize(("name", "read"), DAYS_IN, ids=[name for name, _ in DAYS_IN])
def test_a_day_comes_out_as_one_type_whatever_came_in(
    name: str, read: Callable[..., object], come_in: object
) -> None:
    day = read(come_in)

    assert (Date, DAY) == (type(day), day), name


def test_every_field_that_holds_a_day_is_among_them() -> None:
    """But for those of what leaves the core, which is made of days that came in."""
    made = {one.__name__ for one in (standing, decisions, planning, chains)}
    worked_out = {Stretch, Window}
    holding = {
        f"{kind.__name__}.{field.name}".replace("Reading.day", "Reading").replace(
            "Event.", "Signed."
        )
        for module in MODULES
        if module.__name__ not in made
        for kind in classes(module) - worked_out
        if attrs.has(kind)
        for field in attrs.fields(kind)
        if re.search(r"\bDate\b|\bSettled\b", str(field.type)) and not field.inherited
    }

    assert set() == holding - {name for name, _ in DAYS_IN}


def test_terms_resolve_to_any_day() -> None:
    wanted = Terms().resolve("last_day", DAY)

    assert wanted == Terms().resolve("last_day", datetime.date(2024, 1, 31))  # type: ignore[arg-type]


# --- events ----------------------------------------------------------------------------

TAGS = (
    "initiated",
    "assessed",
    "proposed",
    "remitted",
    "tabled",
    "approved",
    "condition_met",
    "condition_failed",
    "declined",
    "withdrawn",
    "adjusted",
    "announced",
    "announcement_removed",
    "appealed",
    "stayed",
    "stay_lifted",
    "appeal_dismissed",
    "annulled",
    "signed",
    "entered",
    "started",
    "follow_up_called",
    "change_raised",
    "followed_up",
    "fulfilled",
    "waived",
    "amended",
    "notice_given",
    "renewal_decided",
    "ending_decided",
    "extended",
    "rescinded",
    "ending_lifted",
    "demand_made",
    "demand_corrected",
    "cancelled",
    "party_left",
    "voided",
    "renewed",
    "closed",
    "noted",
    "resolved",
    "corrected",
)
EVENT = pytest.mark.parametrize("kind", EVENTS)


def test_the_closed_set_is_what_the_module_defines() -> None:
    defined = {kind for module in MODULES for kind in classes(module) if issubclass(kind, Event)}

    assert defined - {Event, OfDecision} == set(EVENTS)
    assert len(EVENTS) == len(set(EVENTS))
    below = {*Event.__subclasses__(), *OfDecision.__subclasses__()}
    assert set(EVENTS) == below - {OfDecision}


def test_the_tags_are_these() -> None:
    """They are API: a tag that goes is retired, and none is ever used again."""
    assert TAGS == tuple(TAG_OF[kind] for kind in EVENTS)
    assert dict(zip(TAGS, EVENTS, strict=True)) == EVENT_OF


@EVENT
def test_a_tag_is_the_name_of_the_event_in_snake_case(kind: type[Event]) -> None:
    tag = built(kind).tag

    assert re.fullmatch(r"[a-z]+(_[a-z]+)*", tag)
    assert kind.__name__ == "".join(word.capitalize() for word in tag.split("_"))


@EVENT
def test_only_the_day_is_given_by_place(kind: type[Event]) -> None:
    assert built(kind) == kind(**{"on": ON, **NEEDED.get(kind, {})})  # type: ignore[arg-type]
    assert ["on"] == [field.name for field in attrs.fields(kind) if not field.kw_only]
    with pytest.raises(TypeError):
        kind(ON, "a", **NEEDED.get(kind, {}))  # type: ignore[call-arg, arg-type]


NEVER_UNKNOWN = {
    "on": "an event has a day",
    "stated": "none: no words",
    "overrides": "none: nobody answers for a guard",
    "extra": "none: the host keeps nothing",
    "state": "without it Entered names nothing",
    "what": "without it Resolved names nothing",
    "event_no": "without it Corrected names nothing",
    "terms": "without them Amended names nothing",
    "to": "without it Corrected strikes",
}


@EVENT
def test_what_may_be_unknown_is_taken_as_unknown(kind: type[Event]) -> None:
    for field in attrs.fields(kind):
        if field.name not in NEVER_UNKNOWN or (kind, field.name) == (Noted, "what"):
            beside = {"state": "terminated"} if field.name == "reason" and kind is Entered else {}
            event = built(kind, **(beside | {field.name: UNKNOWN}))

            assert UNKNOWN is getattr(event, field.name)


@EVENT
def test_what_is_left_out_is_unknown_or_none(kind: type[Event]) -> None:
    """Nobody has said, or none; never a guess."""
    event = built(kind)
    left_out = {
        field.name: getattr(event, field.name)
        for field in attrs.fields(kind)
        if field.name not in {"on", *NEEDED.get(kind, {})}
    }

    assert {"stated": "", "overrides": (), "extra": ()}.items() <= left_out.items()
    assert {
        name: value
        for name, value in left_out.items()
        if value is not None and value is not UNKNOWN
    } == {"stated": "", "overrides": (), "extra": ()}


def test_only_the_children_of_event_can_be_built() -> None:
    with pytest.raises(TypeError):
        Event(ON)


def test_a_correction_puts_one_of_the_closed_set_in_place() -> None:
    with pytest.raises((BadValue, TypeError)):
        Corrected(ON, event_no=1, to=Event(ON))


def test_however_many_they_come_out_sorted() -> None:
    ids = [f"party-{number}" for number in range(9)]

    for kind in (Rescinded, EndingLifted):
        assert tuple(ids) == kind(ON, agreed_by=reversed(ids)).agreed_by
    assert tuple(ids) == Amended(ON, terms=Terms(), agreed_by=reversed(ids)).agreed_by


def test_rows_and_pairs_come_out_sorted_where_order_says_nothing() -> None:
    event = Rescinded(ON, agreed_by=["b", "a", "b"], extra={"b": "2", "a": "1"})

    assert ("a", "b") == event.agreed_by
    assert (("a", "1"), ("b", "2")) == event.extra
    assert event == Rescinded(ON, agreed_by=("a", "b"), extra=[("a", "1"), ("b", "2")])


def test_rows_keep_their_order_where_it_says_something() -> None:
    b, a = Override("b", by="x", why="so"), Override("a", by="x", why="so")

    assert (b, a) == Signed(ON, overrides=iter([b, a])).overrides
    assert (Party("b", "B"), Party("a", "A")) == Terms(
        parties=[Party("b", "B"), Party("a", "A")]
    ).parties


def test_an_enum_is_taken_by_its_value() -> None:
    assert Outcome.NOT_MET is Assessed(ON, outcome="not_met").outcome
    assert Sector.CIVIL is Party("a", "A", sector="civil").sector
    assert Kind.IOP is Terms(kind="iop").kind
    assert State.ACTIVE is Entered(ON, state="active").state
    assert Under.RENEWAL is NoticeGiven(ON, under="renewal").under


def test_an_enum_is_not_taken_by_the_value_of_another() -> None:
    with pytest.raises(BadValue):
        Assessed(ON, outcome=Result.PARTLY)  # a follow-up's result is no assessment's outcome


@pytest.mark.parametrize("code", ["a", "criterion:no_market", "linkoping:own-budget"])
def test_an_override_names_a_guard(code: str) -> None:
    assert code == Override(code, by="a", why="so").code


def test_an_override_names_the_criterion_of_another() -> None:
    matter = Assessed(ON, matter="linkoping:own-budget").matter

    assert f"criterion:{matter}" == Override(f"criterion:{matter}", by="a", why="so").code


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        *(("terminated", reason) for reason in ENDED),
        *(("declined", reason) for reason in UNMADE),
        *((state, None) for state in set(State) - {"terminated", "declined", "follow_up"}),
        ("terminated", UNKNOWN),
        ("declined", UNKNOWN),
    ],
)
def test_a_state_is_entered_with_a_reason_of_its_own(state: str, reason: Reason | None) -> None:
    assert reason == Entered(ON, state=state, reason=reason).reason


def test_an_entry_is_seen_on_its_own_day_at_the_earliest() -> None:
    assert DAY == Entered(ON, state="active", seen=ON).seen
    with pytest.raises(BadValue):
        Entered(ON, state="active", seen="2024-01-30")


@pytest.mark.parametrize("what", ["total", "contributions.a", "disbursements.a.b:c"])
@pytest.mark.parametrize("amount", [100, "100", "100.00", Decimal(100)])
def test_a_sum_is_resolved_to_sek(what: str, amount: int | str | Decimal) -> None:
    reading = Resolved(ON, what=what, reading=amount).reading

    assert (Decimal, Decimal(100)) == (type(reading), reading)


def test_the_terms_as_first_recorded_can_be_replaced() -> None:
    terms = Terms(kind="iop")

    assert terms == Corrected(ON, event_no=0, to=terms).to
    assert SIGNED == Corrected(ON, event_no=1, to=SIGNED).to
    assert None is Corrected(ON, event_no=1).to


def test_a_reason_is_of_what_is_over_or_of_what_never_became() -> None:
    """An annulled approval may have bound nobody yet, or have been signed."""
    assert set(Reason) == ENDED | UNMADE
    assert {Reason.ANNULLED} == ENDED & UNMADE


def test_an_extension_is_as_long_as_the_clause_says_unless_it_says_itself() -> None:
    assert None is Extended(ON).length
    assert Duration(1) == Extended(ON, length="P1Y").length
    assert UNKNOWN is Extended(ON, length=UNKNOWN).length


def test_a_number_counts_from_one() -> None:
    assert 1 == FollowedUp(ON, answers=1).answers
    assert 1 == FollowedUp(ON, duty="a", occurrence=1).occurrence
    assert 1 == Fulfilled(ON, duty="a", occurrence=1).occurrence
    assert 1 == Waived(ON, duty="a", occurrence=1).occurrence


@pytest.mark.parametrize("kind", [FollowedUp, Fulfilled])
def test_what_comes_on_top_is_an_occurrence_of_its_own_name(
    kind: type[FollowedUp | Fulfilled],
) -> None:
    assert "none" == EXTRA == kind(ON, duty="a", occurrence="none").occurrence


def test_an_index_clause_is_resolved_by_the_day_of_its_first_step() -> None:
    reading = Resolved(ON, what="indexation", reading="2024-01-31").reading

    assert (Date, DAY) == (type(reading), reading)


@pytest.mark.parametrize("field", ["participants", "target_group", "referral", "activity"])
def test_what_papers_say_in_words_is_a_row_of_descriptions(field: str) -> None:
    one, other = Description("alla åldrar"), Description("barn", source=Source("SON 2021-404"))

    for given, expected in (
        ("alla åldrar", (one,)),
        (one, (one,)),
        ([one, other], (one, other)),
        ((), ()),
        (ABSENT, ABSENT),
        (UNKNOWN, UNKNOWN),
    ):
        assert expected == getattr(Terms(**{field: given}), field)  # type: ignore[arg-type]


def test_what_is_owed_is_named_by_one_id_each() -> None:
    yearly = PerWindow(1, "P1Y")
    goal = Goal("a", Horizon("P6M"))

    for given in (
        {"duties": [Duty("a", "meeting", yearly), Duty("a", "report", yearly)]},
        {"duties": [Duty("a", "meeting", yearly)], "goals": [goal]},
        {"goals": [goal, goal]},
        {"duties": [Duty("payment", "meeting", yearly)]},
    ):
        with pytest.raises(BadValue, match="must give each id once"):
            Terms(**given)


# --- what has no truth value -----------------------------------------------------------


@pytest.mark.parametrize("value", [UNKNOWN, *Answer])
def test_what_is_neither_true_nor_false_says_so(value: object) -> None:
    with pytest.raises(TypeError, match="compare it"):
        bool(value)
    with pytest.raises(TypeError, match="compare it"):
        assert not value


def test_unknown_is_one_thing() -> None:
    for protocol in PROTOCOLS:
        assert UNKNOWN is pickle.loads(pickle.dumps(UNKNOWN, protocol))  # noqa: S301 - our own
    assert UNKNOWN is copy.deepcopy(UNKNOWN)
    assert "UNKNOWN" == repr(UNKNOWN)


def test_absent_may_say_where_it_would_stand() -> None:
    assert Absent() == ABSENT
    assert Absent(Source("SON 2021-404", "§ 13")) != ABSENT


def test_an_answer_prints_as_its_value() -> None:
    assert ["yes", "no", "unknown"] == [str(answer) for answer in Answer]


# --- errors ----------------------------------------------------------------------------


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_bad_value_comes_back_from_a_pickle(protocol: int) -> None:
    with pytest.raises(BadValue) as caught:
        Period("2024", None)
    error = caught.value
    back = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own

    assert (BadValue, str(error)) == (type(back), str(back))
    assert (error.field, error.value, error.rule) == (back.field, back.value, back.rule)
    assert str(error) == str(copy.deepcopy(error))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_a_refusal_comes_back_from_a_pickle(protocol: int) -> None:
    decision = decisions.Decision(SIGNED, None, (BARE_VERDICT,), "default")
    error = Refused(decision)
    back = pickle.loads(pickle.dumps(error, protocol))  # noqa: S301 - our own

    assert isinstance(error, IopError)
    assert (Refused, decision) == (type(back), back.decision)


# --- small vocabularies ----------------------------------------------------------------


def test_the_states_and_their_ranks() -> None:
    assert {
        "initiative": 0,
        "proposed": 1,
        "approved": 2,
        "signed": 3,
        "active": 4,
        "follow_up": 4,
        "renewed": 5,
        "terminated": 5,
        "declined": 5,
    } == {state.value: state.rank for state in State}


def test_the_sets_of_states() -> None:
    assert {"active", "follow_up"} == IN_FORCE
    assert {"renewed", "terminated", "declined"} == FINAL
    assert {"signed", "active", "follow_up"} == BINDING
    assert ("initiative", "proposed", "approved", "signed", "active", "follow_up") == LIVE
    assert set(State) == FINAL | set(LIVE)


def test_a_source_cites_paper_and_place() -> None:
    assert "KL (2017:725), 6:38" == str(Source("KL (2017:725)", "6:38"))
    assert "KL (2017:725)" == Source("KL (2017:725)").cite


def test_the_codes_of_findings_and_statuses() -> None:
    assert ["met", "not_met", "unknown", "not_called_for"] == [found.value for found in Found]
    assert ["ok", "reason", "warning", "question", "accepted"] == [str(one) for one in Status]


def test_facts_are_plain_and_sorted() -> None:
    assert (
        ("amount", "1000.50"),
        ("day", "2024-01-31"),
        ("none", None),
        ("number", 3),
        ("row", ("b", "a", 1, "2024-01-31", "1.5")),
        ("set", ("a", "b")),
        ("state", "active"),
        ("text", "so"),
        ("unknown", "unknown"),
        ("whether", True),
    ) == facts(
        whether=True,
        unknown=UNKNOWN,
        text="so",
        state=State.ACTIVE,
        set=frozenset({"b", "a"}),
        row=["b", "a", 1, DAY, Decimal("1.5")],
        number=3,
        none=None,
        day=DAY,
        amount=Decimal("1000.50"),
    )


@pytest.mark.parametrize(
    "value",
    [
        pytest.param((None,), id="a row with none"),
        pytest.param({"a": 1}, id="a mapping"),
        pytest.param(iter("ab"), id="an iterator"),
    ],
)
def test_facts_refuse_what_is_not_plain(value: object) -> None:
    with pytest.raises(BadValue):
        facts(value=value)


def test_facts_sort_numbers_as_numbers() -> None:
    assert (("open", (9, 10, 100)),) == facts(open={100, 9, 10})
    assert (("open", (9, 10, "a", "b")),) == facts(open={"b", 10, "a", 9})


def test_those_who_agreed_may_come_as_a_set() -> None:
    assert ("a", "b") == Rescinded(ON, agreed_by={"b", "a"}).agreed_by
