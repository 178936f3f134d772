"""What holds of every life (RULES §10)."""

import pickle
from collections.abc import Iterator
from typing import Any, Final, TypeVar

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.events import OfDecision
from ioplife.states import FINAL, State
from ioplife.testing._lives import lives
from tests.properties.covered import covered

N = TypeVar("N", iop.Finality, iop.Demand)
Given = tuple[iop.Terms, tuple[iop.Event, ...]]

YES, NO, UNKNOWN = iop.Answer.YES, iop.Answer.NO, iop.Answer.UNKNOWN


SOME = settings(max_examples=max(50, settings().max_examples // 2))
"""Each of these asks much of a life; the naive simulator sees many more lives."""


def agreement(life: Given) -> iop.Agreement:
    return iop.Agreement("x", *life)


def near(found: iop.Agreement) -> list[Date]:
    """The days on which something may differ, and those beside them."""
    days = {change.on for change in found.timeline(until="2032-12-31")}
    days |= {event.on for event in found.events}
    days |= {*found.terms.first_days, *found.terms.last_days}
    beside = {Date.fromordinal(day.toordinal() + n) for day in days for n in (-1, 0, 1)}
    return sorted(beside) or [Date(2024, 1, 1)]


def told(found: iop.Agreement, day: Date) -> iop.Standing:
    """The standing, without what names an event by its number."""
    standing = found.on(day)
    return attrs.evolve(
        standing,
        occurrences=tuple(attrs.evolve(one, number=None) for one in standing.occurrences),
        answered=(),
        final=tuple(unnumbered(one) for one in standing.final),
        demands=tuple(unnumbered(one) for one in standing.demands),
        extensions=tuple(
            one if one.automatic else attrs.evolve(one, number=1) for one in standing.extensions
        ),
        endings=(),
        anomalies=(),
        because=(),
        open=(),
        doubts=(),
        renewal_decided=None,
        ending_decided=None,
        renewed=None,
        entered=None,
    )


NUMBERED: Final = ("number", "stayed", "annulled", "corrected", "cancelled")


def unnumbered(one: N) -> N:
    """The same with the first number wherever there is one."""
    named: dict[str, Any] = {
        name: 1 for name in NUMBERED if isinstance(getattr(one, name, None), int)
    }
    if isinstance(one, iop.Finality):
        named["appeals"] = tuple(1 for _ in one.appeals)
    return attrs.evolve(one, **named)


@SOME
@given(life=lives(), data=st.data())
def test_the_order_of_recording_between_days_changes_no_answer(
    life: Given, data: st.DataObject
) -> None:
    """Two recordings that keep the order within a day give the same answers."""
    terms, events = life
    assume(not any(isinstance(event, iop.Corrected | iop.Resolved) for event in events))
    shuffled = data.draw(st.permutations(range(1, len(events) + 1)))
    by_day: dict[Date, list[int]] = {}
    for number, event in enumerate(events, 1):
        by_day.setdefault(event.on, []).append(number)
    queues = {day: iter(numbers) for day, numbers in by_day.items()}
    order = [next(queues[events[number - 1].on]) for number in shuffled]
    new_number = {old: new for new, old in enumerate(order, 1)}
    again = tuple(renumbered(events[old - 1], new_number) for old in order)
    one, other = agreement(life), agreement((terms, again))
    for day in near(one):
        assert told(one, day) == told(other, day)
    covered("order of recording", lives=1, moved=sum(old != new for old, new in new_number.items()))


def renumbered(event: iop.Event, new: dict[int, int]) -> iop.Event:
    """The event, naming others by their new numbers."""
    match event:
        case iop.FollowedUp(answers=int() as named) | iop.Rescinded(answers=int() as named):
            return attrs.evolve(event, answers=new.get(named, named))
        case iop.EndingLifted(ending=int() as named):
            return attrs.evolve(event, ending=new.get(named, named))
        case OfDecision(decision=int() as named):
            return attrs.evolve(event, decision=new.get(named, named))
        case iop.DemandCorrected(demand=int() as named) | iop.Cancelled(demand=int() as named):
            return attrs.evolve(event, demand=new.get(named, named))
        case iop.Amended():
            numbers: dict[str, Any] = {
                name: new.get(number, number)
                for name in ("answers", "lifts")
                if isinstance(number := getattr(event, name), int)
            }
            return attrs.evolve(event, **numbers)
        case _:
            return event


def corrected_by(event: iop.Event) -> Iterator[int]:
    """The numbers that a correction names, or what it puts in place does."""
    if isinstance(event, iop.Corrected):
        yield event.event_no
        if isinstance(event.to, iop.Event):
            yield from corrected_by(event.to)


@SOME
@given(life=lives())
def test_an_event_changes_no_answer_before_its_day(life: Given) -> None:
    terms, events = life
    assume(events)
    *earlier, last = events
    assume(not isinstance(last, iop.Corrected | iop.Resolved))
    # A correction that was waiting for this number acts from the days it reaches (decision 004).
    assume(len(events) not in {number for event in earlier for number in corrected_by(event)})
    before, after = agreement((terms, tuple(earlier))), agreement(life)
    days = [day for day in near(after) if day < last.on]
    for day in days:
        assert before.on(day) == after.on(day)
    covered("no answer before its day", lives=1, days=len(days))


@SOME
@given(life=lives())
def test_rank_falls_only_by_remitted_and_a_final_state_only_becomes_renewed(life: Given) -> None:
    changes = agreement(life).timeline(until="2040-12-31")
    for change in changes:
        if change.before is None or change.after is None:
            continue
        if change.after.rank < change.before.rank:
            assert "remitted" == change.tag
        if change.before in FINAL and change.after is not change.before:
            assert (State.TERMINATED, State.RENEWED) == (change.before, change.after)
    covered("rank", lives=1, changes=len(changes))


@SOME
@given(life=lives())
def test_every_question_is_answered_and_every_answer_travels(life: Given) -> None:
    """The fold never raises; what leaves the core is hashable and picklable."""
    found = agreement(life)
    days = near(found)
    answers: list[object] = [found.timeline(until=days[-1]), found.audit()]
    for day in days[:: len(days) // 2 + 1]:
        answers += [found.on(day), found.options(day), found.deadlines(day)]
        answers += [found.next_change(day), tuple(iop.flag([found], day))]
    for answer in answers:
        assert answer == pickle.loads(pickle.dumps(answer))  # noqa: S301 - our own bytes
        hash(answer)
    covered("answers travel", answers=len(answers))


@SOME
@given(life=lives())
def test_every_refusal_has_a_reason_with_facts_and_a_source(life: Given) -> None:
    found = agreement(life)
    decisions = found.audit()
    for decision in decisions:
        assert bool(decision) is not bool(decision.reasons)
        for verdict in decision.verdicts:
            assert verdict.source.paper
            assert verdict.sentence
            assert isinstance(verdict.facts, tuple)
    covered(
        "refusals",
        decisions=len(decisions),
        **{answer.value: sum(one.answer is answer for one in decisions) for answer in iop.Answer},
    )


@SOME
@given(life=lives())
def test_to_consider_changes_nothing_and_to_apply_records(life: Given) -> None:
    terms, events = life
    assume(events)
    found = agreement((terms, events[:-1]))
    twin = agreement((terms, events[:-1]))
    decision = found.consider(events[-1])
    assert twin == found
    assert decision == found.consider(events[-1])
    if decision:
        assert found.record(events[-1]) == found.apply(events[-1])
    else:
        with pytest.raises(iop.Refused) as caught:
            found.apply(events[-1])
        assert decision == caught.value.decision
    covered("consider", **{decision.answer.value: 1})


@SOME
@given(life=lives())
def test_the_engine_leads_where_the_fold_leads(life: Given) -> None:
    """What an accepted event would lead to is where recording it leads, before the clock."""
    terms, events = life
    assume(events)
    found = agreement((terms, events[:-1]))
    event = events[-1]
    decision = found.consider(event)
    if decision and not isinstance(event, iop.Corrected | iop.Resolved):
        changes = found.record(event).timeline(until=event.on)
        assert decision.target is next(
            change.after for change in changes if change.number == len(events)
        )
        covered("engine leads", accepted=1)


GOES_ON: Final = ("renewal", "parties")
"""What an extension hangs on: none comes before it is signed, and where nobody has read a
renewal clause it is over after a clear last day (RULES §3)."""

SAID_ANEW: Final = ("renewal", "parties", "first_day", "last_day", "length")
"""What an amendment says anew, so that the terms as first recorded contradict it."""


def blurred(terms: iop.Terms, events: tuple[iop.Event, ...]) -> Iterator[iop.Terms]:
    """The terms, each known clause made unknown in its turn.

    Not where a record and the clause contradict each other, for then each says another thing
    where the other is silent: the first day of an agreement that is recorded as started, the
    days of one whose life is on record outside them.
    """
    goes_on = isinstance(terms.renewal, iop.AutomaticRenewal) or any(
        isinstance(event, iop.Extended) for event in events
    )
    amended = any(isinstance(event, iop.Amended) for event in events)
    started = any(isinstance(event, iop.Started) for event in events)
    # where no last day is fixed, a successor fixes it
    succeeded = any(isinstance(event, iop.Renewed) for event in events)
    outside = any(
        any(_shown(event) > last for last in terms.last_days[:1])
        or (isinstance(event, iop.Entered) and any(event.on < first for first in terms.first_days))
        for event in events
    )
    for field in attrs.fields(iop.Terms):
        if field.default is iop.UNKNOWN and getattr(terms, field.name) is not iop.UNKNOWN:
            known = getattr(terms, field.name)
            if field.name in ("first_day", "length") and started:
                continue
            if field.name in ("last_day", "length", "first_day") and (outside or succeeded):
                continue
            if isinstance(known, iop.Absent):
                continue  # to have read that there is none is to know something else
            if goes_on and field.name in GOES_ON:
                continue
            if amended and field.name in SAID_ANEW:
                continue
            yield attrs.evolve(terms, **{field.name: iop.UNKNOWN})


def agreeing(life: Given) -> Given:
    """The life without records that contradict each other, or that reach back.

    An entry after other records takes their place where they lead nowhere, and is an anomaly
    where they do; a record that has no effect where it stands does not fit what led there
    (decision 008).
    """
    terms, events = life
    earliest = min((event.on for event in events), default=None)
    found = tuple(
        event
        for place, event in enumerate(events)
        if not isinstance(event, iop.Corrected | iop.Resolved)
        and not (isinstance(event, iop.Entered) and (place or event.on != earliest))
    )
    while anomalies := agreement((terms, found)).on("2040-12-31").anomalies:
        aside = {one.number for one in anomalies}
        kept = [number for number in range(1, len(found) + 1) if number not in aside]
        new = {old: number for number, old in enumerate(kept, 1)}
        found = tuple(renumbered(found[old - 1], new) for old in kept)
    return terms, found


@SOME
@given(life=lives())
def test_making_a_clause_unknown_turns_no_yes_into_no_nor_no_into_yes(life: Given) -> None:
    terms, events = agreeing(life)
    known = agreement((terms, events))
    days = near(known)
    for terms_unread in blurred(terms, events):
        unread = agreement((terms_unread, events))
        for day in days:
            pair = {known.on(day).in_force, unread.on(day).in_force}
            assert pair != {YES, NO}, (day, terms_unread)
        covered("made unknown", clauses=1)


def _shown(event: iop.Event) -> Date:
    """The last day that a record speaks of."""
    if isinstance(event, iop.Entered) and isinstance(event.seen, Date):
        return event.seen
    return event.on


def event_fields(event: iop.Event) -> Iterator[iop.Event]:
    """The event, each known field made unknown in its turn.

    But for those that name the only one there is where they are left out (decision 017).
    """
    for field in attrs.fields(type(event)):
        if field.name in ("decision", "demand", "ending"):
            continue
        if field.default is iop.UNKNOWN and getattr(event, field.name) is not iop.UNKNOWN:
            yield attrs.evolve(event, **{field.name: iop.UNKNOWN})


@SOME
@given(life=lives())
def test_making_a_field_unknown_turns_no_verdict_from_yes_to_no(life: Given) -> None:
    terms, events = life
    assume(events)
    found = agreement((terms, events[:-1]))
    known = {one.code: one.answer for one in found.consider(events[-1]).verdicts}
    for vague in event_fields(events[-1]):
        for verdict in found.consider(vague).verdicts:
            # Who acted is not asked of every event (decision 008), and what a vaguer event would
            # do to later records is another question than the one that was put.
            if verdict.code not in ("unknown-actor", "later-records-stand"):
                assert {known.get(verdict.code), verdict.answer} != {YES, NO}, verdict
        covered("made vague", fields=1)


@iop.guard("x:never", source=iop.Source("a test"))
def never(case: iop.Case) -> iop.Finding:
    """Nothing is ever good enough."""
    return iop.not_met(on=case.on)


STRICT = iop.Policy("strict", guards=(never,), hardened=("initiative-civil", "dialogue"))


@iop.guard("x:asked", source=iop.Source("a test"), soft=True)
def asked(case: iop.Case, event: iop.Proposed) -> iop.Finding:
    """The proposal says who is to decide, and something is on record."""
    if event.to is iop.UNKNOWN:
        return iop.unknown(needs=("to",))
    return iop.met() if case.events else iop.not_met()


PAPER = iop.Source("a test")
SETS = (
    iop.FORUM_SIX,
    iop.FORUM_SEVEN,
    iop.LINKOPING_2020,
    attrs.evolve(iop.LINKOPING_2020, partly_suffices=True),
    attrs.evolve(
        iop.FORUM_SIX,
        criteria=[attrs.evolve(one, hard=True) for one in iop.FORUM_SIX.criteria],
        partly_suffices=False,
    ),
)


@st.composite
def policies(draw: st.DrawFn) -> iop.Policy:
    """Policies: guards added, soft ones hardened, numbers changed, criteria named."""
    criteria = draw(st.sampled_from(SETS))
    rows: list[tuple[iop.Guard[Any], ...]] = [(), (never,), (asked, *iop.LINKOPING.guards)]
    own = draw(st.sampled_from(rows))
    soft = [
        rule.code
        for kind in iop.EVENTS
        for rule in (*iop.LIFECYCLE.guards(kind), *iop.Policy("p", criteria=criteria).added(kind))
        if rule.soft
    ]
    norms = {
        (name, since): iop.Norm(name, value, since=since, scope=scope, source=PAPER)
        for name, since, value, scope in draw(
            st.lists(
                st.tuples(
                    st.sampled_from(["public-share", "public-share-tolerance"]),
                    st.sampled_from([None, "2020-01-01", "2023-01-01"]),
                    st.integers(0, 100),
                    st.sampled_from([(), ("board",), ("elsewhere",)]),
                ),
                max_size=3,
            )
        )
    }
    return iop.Policy(
        "drawn",
        guards=own,
        hardened=draw(st.lists(st.sampled_from(sorted({*soft})), max_size=4)),
        norms=norms.values(),
        criteria=criteria,
    )


@SOME
@given(life=lives(holding=iop.Proposed), policy=policies())
def test_no_policy_softens_anything(life: Given, policy: iop.Policy) -> None:
    """Whatever it adds, hardens, counts by or names: no answer becomes better by it."""
    terms, events = life
    for place, event in enumerate(events):
        if not isinstance(event, iop.Proposed) and event is not events[-1]:
            continue
        found = agreement((terms, (*events[:place], *events[place + 1 :])))
        plain, own = found.consider(event), found.consider(event, policy=policy)
        assert plain.answer is not NO or own.answer is NO
        assert plain.answer is YES or own.answer is not YES
        assert {one.code for one in plain.reasons} <= {one.code for one in own.reasons}
        assert "drawn" == own.policy
        covered("any policy", **{f"{plain.answer.value}-{own.answer.value}": 1})


@SOME
@given(life=lives())
def test_a_policy_never_turns_a_no_into_a_yes(life: Given) -> None:
    terms, events = life
    assume(events)
    found = agreement((terms, events[:-1]))
    plain, strict = found.consider(events[-1]), found.consider(events[-1], policy=STRICT)
    assert NO is strict.answer
    assert "strict" == strict.policy
    assert {one.code for one in plain.reasons} <= {one.code for one in strict.reasons}
    covered("policy", **{plain.answer.value: 1})
