import itertools
import re
import unittest
from collections.abc import Iterable
from typing import Any, cast

import attrs
import pytest
from hypothesis import Phase, seed, settings
from hypothesis.errors import FlakyFailure
from hypothesis.stateful import invariant, run_state_machine_as_test
from hypothesis.strategies import just
from pendulum import Date

import ioplife as iop
from ioplife.testing import Invariant, Life, LifeMachine, check, machine
from ioplife.testing import _holding as holding
from ioplife.testing._holding import Asked
from ioplife.testing._steps import Drawn

FAST = settings(
    max_examples=40,
    stateful_step_count=12,
    deadline=None,
    derandomize=True,
    database=None,
    report_multiple_bugs=False,
    phases=[Phase.generate, Phase.shrink],
)
DICE = 10
YEAR = Life(
    "2024-01-01", "P1Y", notice=iop.Notice("P3M", written=True, counts_from="receipt")
).agreement.terms
SOURCE = iop.Source("The town's own")


# --- what is sound passes ----------------------------------------------------------------


def test_the_library_keeps_what_it_promises_and_the_machine_goes_everywhere() -> None:
    """Without what it reaches, that nothing was found would say nothing."""
    states: set[iop.State | None] = set()
    tags: set[str] = set()

    def seen(agreement: iop.Agreement, day: Date) -> None:
        states.add(agreement.on(day).state)
        tags.update(change.tag for change in agreement.timeline(until=day) if not change.anomaly)

    everywhere = machine(
        invariants=[seen], settings=settings(FAST, max_examples=60, phases=[Phase.generate])
    )
    for dice in range(DICE):  # sixty lives reach them all in most runs
        run_state_machine_as_test(seed(dice)(everywhere), settings=everywhere.TestCase.settings)
        if {None, *iop.State} == states:
            break
    assert {None, *iop.State} == states
    assert len(tags) >= 20


TestLinkoping = machine(
    iop.LINKOPING, settings=settings(FAST, max_examples=10, phases=[Phase.generate])
).TestCase
"""The one line that a user writes, collected by pytest as it stands."""


def test_a_machine_is_a_test_case_of_its_own_and_takes_the_profiles_settings() -> None:
    one, other = machine(), machine(iop.LINKOPING)

    assert issubclass(one.TestCase, unittest.TestCase)
    assert one.TestCase is not other.TestCase
    assert ("default", "linkoping") == (one.asked.policy.name, other.asked.policy.name)
    made = one.TestCase.settings
    assert (None, 20, settings().max_examples) == (
        made.deadline,
        made.stateful_step_count,
        made.max_examples,
    )
    assert settings().suppress_health_check == made.suppress_health_check


# --- what is not sound is found, and shrinks ---------------------------------------------


@iop.guard("town:broken", source=SOURCE)
def broken(case: iop.Case, event: iop.NoticeGiven) -> iop.Finding:
    """Notice is given with a reason on record."""
    raise KeyError(case.on, event.tag)


def thrown(searched: type[LifeMachine]) -> None:
    for dice in range(DICE):
        run_state_machine_as_test(seed(dice)(searched), settings=FAST)


def found(
    kind: type[Exception],
    policy: iop.Policy = iop.DEFAULT,
    *,
    invariants: Iterable[Invariant] = (),
) -> tuple[Exception, str]:
    """What is found, by dice of which one throw may find nothing."""
    searched = machine(policy, invariants=invariants, terms=YEAR, settings=FAST)
    with pytest.raises(kind) as failure:
        thrown(searched)
    return failure.value, "\n".join(failure.value.__notes__)


def test_a_guard_that_raises_is_found_with_the_shortest_life() -> None:
    _, told = found(KeyError, iop.Policy("town", guards=[broken]))

    begins, _, goes_on = told.partition("state.begins(")
    assert "life, under the policy town: from 2024-01-01 until 2024-12-31" in begins
    assert 1 == told.count("state.asks(") + told.count("state.records(") + told.count("state.waits")
    assert "iop.Agreement(" in goes_on


def test_an_invariant_that_fails_is_found_with_the_shortest_life() -> None:
    def never_followed_up(agreement: iop.Agreement, day: Date) -> bool:
        """Nothing is ever followed up.

        Not even on demand.
        """
        return agreement.on(day).state != "follow_up"

    error, told = found(AssertionError, invariants=[never_followed_up])

    assert "Nothing is ever followed up." == str(error)
    assert "follow_up" == told.partition("\non ")[2][12:21]
    recorded = re.findall(r"^    iop\.(\w+)\(", told.partition(").record(")[2], re.MULTILINE)
    assert ["Initiated", "Proposed", "Approved", "Signed", "Signed"] == recorded[:5]
    assert recorded[5] in {"FollowUpCalled", "ChangeRaised"}
    assert len(recorded) <= 7, "more than what leads there, and one by which time passes"


def test_what_is_told_of_a_found_life_makes_it_again() -> None:
    def short(agreement: iop.Agreement, _day: Date) -> None:
        assert len(agreement.events) < 2, agreement

    error, told = found(AssertionError, invariants=[short])

    (note, *_) = error.__notes__
    made = eval(note[note.index("iop.Agreement(") :], {"iop": iop})  # noqa: S307 - our own text
    assert 2 == len(made.events)
    assert str(Life.of(made)).splitlines()[1] in told


def test_a_guard_that_answers_in_two_ways_is_found() -> None:
    turns = itertools.count()

    @iop.guard("town:moody", source=SOURCE)
    def moody(_case: iop.Case) -> iop.Finding:
        """It is a good day."""
        return iop.met(turn=next(turns))

    with pytest.raises((AssertionError, FlakyFailure)) as failure:
        check(iop.Policy("town", guards=[moody]), terms=YEAR, settings=FAST)
    assert "answered in two ways" in "".join(map(str, (failure.value, *_within(failure.value))))


def _within(error: BaseException) -> tuple[BaseException, ...]:
    return error.exceptions if isinstance(error, BaseExceptionGroup) else ()


def test_an_invariant_is_told_by_its_name_where_it_says_nothing_else() -> None:
    holding.keeps(lambda _agreement, _day: None, Life(terms=YEAR).agreement, Date(2024, 1, 1))
    with pytest.raises(AssertionError, match="<lambda>"):
        holding.keeps(lambda _agreement, _day: False, Life(terms=YEAR).agreement, Date(2024, 1, 1))


# --- what is asked for -------------------------------------------------------------------


def test_guards_are_added_to_the_policy() -> None:
    made = machine(iop.LINKOPING, guards=[broken])

    assert (*iop.LINKOPING.guards, broken) == made.asked.policy.guards
    assert "linkoping" == made.asked.policy.name


def test_it_begins_from_what_is_given() -> None:
    begun: list[iop.Agreement] = []
    signed = Life("2024-01-01", "P1Y", id="mine").approved("2023-11-20").signed("2023-12-01")

    def kept(agreement: iop.Agreement, _day: Date) -> None:
        begun.append(agreement)

    check(begin=just(signed.agreement), invariants=[kept], settings=settings(FAST, max_examples=3))

    assert {"mine"} == {one.id for one in begun}
    assert all(one.events[:5] == signed.agreement.events for one in begun)


def test_it_begins_from_terms_or_from_agreements_and_not_from_both() -> None:
    with pytest.raises(iop.BadValue, match="must not stand beside what is begun from"):
        machine(terms=YEAR, begin=just(Life(terms=YEAR).agreement))


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({"policy": "linkoping"}, "policy: must be of the kind Policy"),
        ({"terms": "P1Y"}, "terms: must be Terms, or a strategy of them"),
        ({"begin": YEAR}, "begin: must be a strategy of agreements"),
        ({"invariants": [3]}, "invariants: must be functions of the agreement and the day"),
        ({"invariants": len}, "invariants: must be functions of the agreement and the day"),
        ({"is_working_day": 3}, "is_working_day: must be a function of a day"),
        ({"settings": 3}, "settings: must be settings of Hypothesis"),
    ],
)
def test_what_a_machine_cannot_take_is_refused_by_name(how: dict[str, Any], said: str) -> None:
    with pytest.raises(iop.BadValue, match=said):
        machine(**how)


def test_working_days_reach_every_question() -> None:
    asked: set[Date] = set()

    def working(day: Date) -> bool:
        asked.add(day)
        return True

    signed = Life("2024-01-01", "P1Y").approved("2023-11-20").adjusted("2023-11-21")
    made = machine(is_working_day=working)
    made.asked.answer(signed.announced("2023-11-22").agreement, iop.Signed("2023-12-01", by="a"))

    assert asked


def test_a_child_adds_rules_and_invariants_of_its_own() -> None:
    days: list[Date] = []

    class Mine(machine(iop.LINKOPING)):  # type: ignore[misc] # made at run time
        @invariant()
        def keeps(self) -> None:
            assert "linkoping" == self.asked.policy.name
            days.append(self.day)

    run_state_machine_as_test(Mine, settings=settings(FAST, max_examples=2))
    assert days
    assert issubclass(Mine, LifeMachine)


# --- each promise can be broken ----------------------------------------------------------

DAY = Date(2024, 6, 1)
SIGNED = Life(terms=YEAR).approved("2023-11-20").signed("2023-12-01").agreement


@attrs.frozen
class Wrong(iop.Agreement):
    """An agreement that tells a timeline, a standing or a decision it should not."""

    told: Any = None

    def timeline(self, *, until: iop.DayLike) -> tuple[iop.Change, ...]:
        told = cast("tuple[iop.Change, ...]", self.told)
        return tuple(one for one in told if one.on <= iop.Period(until).first)

    def on(
        self, day: iop.DayLike, *, is_working_day: iop.IsWorkingDay | None = None
    ) -> iop.Standing:
        right = SIGNED.on(day, is_working_day=is_working_day)
        return attrs.evolve(right, **self.told(right)) if callable(self.told) else right


def wrong(told: object) -> iop.Agreement:
    return Wrong("wrong", YEAR, told=told)


def change(tag: str, before: str, after: str) -> iop.Change:
    return iop.Change(DAY, tag, iop.State(before), iop.State(after), iop.Cause(tag))


@pytest.mark.parametrize(
    ("tag", "before", "after"),
    [("tabled", "proposed", "initiative"), ("~starts", "terminated", "active")],
)
def test_a_rank_that_falls_is_found(tag: str, before: str, after: str) -> None:
    holding.rank_falls_only_by_remitted(wrong([change("remitted", "proposed", "initiative")]), DAY)
    with pytest.raises(AssertionError, match=f"the rank falls by {tag}"):
        holding.rank_falls_only_by_remitted(wrong([change(tag, before, after)]), DAY)


def test_a_final_state_that_changes_is_found() -> None:
    holding.final_stays_final(wrong([change("renewed", "terminated", "renewed")]), DAY)
    for before, after in (("renewed", "terminated"), ("declined", "renewed")):
        with pytest.raises(AssertionError, match=f"leads from {before} to {after}"):
            holding.final_stays_final(wrong([change("x", before, after)]), DAY)


def test_periods_that_do_not_tile_are_found() -> None:
    def later(right: iop.Standing) -> dict[str, object]:
        if right.on <= Date(2024, 12, 31):
            return {}
        return {"number": 2, "period": iop.Period("2025-01-02", "2025-12-31")}

    holding.periods_tile(SIGNED, DAY)
    with pytest.raises(AssertionError, match="begins on 2025-01-02, not 2025-01-01"):
        holding.periods_tile(wrong(later), DAY)


@pytest.mark.parametrize("left", [212, None, iop.UNKNOWN])
def test_days_left_that_are_miscounted_are_found(left: object) -> None:
    holding.days_left_count_to_the_last(SIGNED, DAY)
    with pytest.raises(AssertionError, match="days left"):
        holding.days_left_count_to_the_last(wrong(lambda _right: {"days_left": left}), DAY)


def test_an_event_that_changes_what_was_so_before_is_found() -> None:
    event = iop.Noted("2024-06-01", what="noted")
    after = wrong(lambda _right: {"number": 2})

    holding.earlier_days_keep_their_answers(SIGNED, SIGNED.record(event), event)
    with pytest.raises(AssertionError, match="noted changes what was so on 2024-05-31"):
        holding.earlier_days_keep_their_answers(SIGNED, after, event)
    struck = iop.Corrected("2024-06-01", event_no=1)
    holding.earlier_days_keep_their_answers(SIGNED, after, struck)


@attrs.frozen
class Soft(iop.Agreement):
    """An agreement that answers what it is told to under a policy with guards."""

    told: iop.Decision | None = None

    def consider(self, event: iop.Event, **asked: Any) -> iop.Decision:  # noqa: ANN401 - passed on
        right = SIGNED.consider(event, **asked)
        return self.told if self.told is not None and asked["policy"].guards else right


@iop.guard("town:fine", source=SOURCE)
def fine(_case: iop.Case) -> iop.Finding:
    """All is fine."""
    return iop.met()


def test_a_policy_that_softens_is_found() -> None:
    town = Asked(iop.Policy("town", guards=[fine]))
    signed = iop.Signed("2024-02-01", by="b")
    spoken = iop.NoticeGiven("2024-02-01", by="b")
    yes = SIGNED.consider(iop.Noted("2024-02-01", what="noted"))

    for event, says in ((signed, "a no is softened"), (spoken, "a yes is made")):
        made = attrs.evolve(yes, event=event)
        with pytest.raises(AssertionError, match=says):
            town.answer(Soft("soft", YEAR, told=made), event)
    no = SIGNED.consider(signed)
    fewer = attrs.evolve(no, verdicts=no.reasons[:1])
    with pytest.raises(AssertionError, match="reasons are lost: signed-once"):
        town.answer(Soft("soft", YEAR, told=fewer), signed)
    assert not town.answer(SIGNED, signed)


def test_a_refusal_without_a_reason_and_a_verdict_that_says_nothing_are_found() -> None:
    refused = SIGNED.consider(iop.Signed("2024-02-01", by="b"))
    (verdict, *_) = refused.reasons
    holding.reasoned(refused)

    class Reasonless(iop.Decision):
        @property
        def answer(self) -> iop.Answer:
            return iop.Answer.NO

    with pytest.raises(AssertionError, match="a refusal without a reason"):
        holding.reasoned(Reasonless(refused.event, None, (), "town"))

    class Silent(iop.Verdict):
        def text(self, lang: str = "en") -> str:
            return "" if lang == "sv" else "words"

    silent = Silent(verdict.code, verdict.found, False, "words", verdict.source)  # noqa: FBT003
    with pytest.raises(AssertionError, match="wrong-state says nothing"):
        holding.reasoned(attrs.evolve(refused, verdicts=(silent,)))


def test_a_no_without_why_among_the_options_is_found() -> None:
    @attrs.frozen
    class Mute(iop.Agreement):
        def options(self, on: iop.DayLike, **asked: Any) -> tuple[iop.Option, ...]:  # noqa: ANN401
            return tuple(attrs.evolve(one, verdicts=()) for one in SIGNED.options(on, **asked))

    with pytest.raises(AssertionError, match="initiated: no, without why"):
        Asked(iop.DEFAULT).everything(Mute("mute", YEAR), DAY)


def test_what_is_asked_for_is_done_only_where_the_answer_is_yes() -> None:
    @iop.guard("town:never", source=SOURCE)
    def never(_case: iop.Case) -> iop.Finding:
        """Nothing is ever good enough."""
        return iop.not_met()

    event = Drawn(iop.Noted("2024-02-01", what="noted"))
    for policy, recorded in ((iop.DEFAULT, 6), (iop.Policy("town", guards=[never]), 5)):
        made = machine(policy)()
        made.agreement, made.day = SIGNED, DAY
        made.asks(event)
        assert recorded == len(made.agreement.events)
