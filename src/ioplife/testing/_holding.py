"""What holds of every agreement and of every answer, whatever the policy adds."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.dates import LAST_DAY, IsWorkingDay, day_before, next_day
from ioplife.decisions import Decision
from ioplife.events import TAG_OF, Amended, Corrected, Event, Remitted, Resolved
from ioplife.policy import Policy
from ioplife.states import FINAL, State

Invariant: TypeAlias = Callable[[Agreement, Date], object]
"""What must hold of an agreement on a day: it raises, or returns False, where it does not.

What else it returns counts for nothing, so that a plain function full of asserts is one.
"""


def _require(holds: bool, sentence: str) -> None:  # noqa: FBT001 - what is required
    if not holds:
        raise AssertionError(sentence)


def keeps(invariant: Invariant, agreement: Agreement, day: Date) -> None:
    """Ask an invariant; its docstring, else its name, is what is told where it does not hold."""
    if invariant(agreement, day) is False:
        told = (invariant.__doc__ or "").strip().partition("\n")[0]
        raise AssertionError(told or getattr(invariant, "__name__", repr(invariant)))


# --- of every agreement (RULES §10) -------------------------------------------------------

_AHEAD: Final = 800
"""How many days ahead what time will bring is looked at."""


def _ahead(day: Date) -> Date:
    return Date.fromordinal(min(day.toordinal() + _AHEAD, LAST_DAY.toordinal()))


def rank_falls_only_by_remitted(agreement: Agreement, day: Date) -> None:
    """The rank of the state falls only by a proposal that is sent back."""
    for change in agreement.timeline(until=_ahead(day)):
        if change.before is not None and change.after is not None:
            falls = change.after.rank < change.before.rank
            _require(not falls or change.tag == TAG_OF[Remitted], f"the rank falls by {change.tag}")


def final_stays_final(agreement: Agreement, day: Date) -> None:
    """A final state changes only from terminated to renewed."""
    for change in agreement.timeline(until=_ahead(day)):
        if change.before in FINAL and change.after is not change.before:
            pair = (change.before, change.after)
            late = pair == (State.TERMINATED, State.RENEWED)
            _require(late, f"{change.tag} leads from {change.before} to {change.after}")


def periods_tile(agreement: Agreement, day: Date) -> None:
    """A period begins the day after the one before it."""
    if any(isinstance(event, Amended | Corrected | Resolved) for event in agreement.events):
        return
    standing = agreement.on(day)
    if standing.period is None or standing.period.last is None:
        return
    after = next_day(standing.period.last)
    then = agreement.on(after)
    if then.number > standing.number and then.period is not None:
        _require(then.period.first == after, f"a period begins on {then.period.first}, not {after}")


def days_left_count_to_the_last(agreement: Agreement, day: Date) -> None:
    """The days left are those to the last day, and unknown or none as it is."""
    standing = agreement.on(day)
    if isinstance(standing.last_day, Date) and isinstance(standing.days_left, int):
        left = standing.last_day.toordinal() - day.toordinal()
        _require(standing.days_left == left, f"{standing.days_left} days left, not {left}")
    else:
        _require(standing.days_left is standing.last_day, "days left where no last day is known")


INVARIANTS: Final[tuple[Invariant, ...]] = (
    rank_falls_only_by_remitted,
    final_stays_final,
    periods_tile,
    days_left_count_to_the_last,
)
"""What is asked of an agreement at every step."""


# --- of every answer ----------------------------------------------------------------------


@attrs.frozen
class Asked:
    """Under what is asked.

    Args:
        policy: the policy.
        is_working_day: whether a day is a working day; None: not told.
    """

    policy: Policy
    is_working_day: IsWorkingDay | None = None

    def answer(self, agreement: Agreement, event: Event) -> Decision:
        """The answer to an event, once it has been seen to keep what every answer keeps."""
        decision = self._consider(agreement, event, self.policy)
        reasoned(decision)
        self._softens_nothing(agreement, decision)
        return decision

    def twice(self, agreement: Agreement, event: Event) -> None:
        """To consider an event changes nothing: asked again, it is answered as before."""
        twin = attrs.evolve(agreement)
        decision = self._consider(agreement, event, self.policy)
        _require(agreement == twin, "to consider an event has changed the agreement")
        again = self._consider(twin, event, self.policy)
        _require(decision == again, "the same question is answered in two ways")
        same = pickle.loads(pickle.dumps(decision))  # noqa: S301 - our own bytes
        _require(same == decision, "a decision that is sent away comes back as another")

    def _consider(self, agreement: Agreement, event: Event, policy: Policy) -> Decision:
        return agreement.consider(event, policy=policy, is_working_day=self.is_working_day)

    def _softens_nothing(self, agreement: Agreement, decision: Decision) -> None:
        """A policy that adds guards turns no no into a yes, nor an unknown."""
        if not (self.policy.guards or self.policy.hardened):
            return
        bare = attrs.evolve(self.policy, guards=(), hardened=())
        plain = self._consider(agreement, decision.event, bare)
        _require(plain.answer is not Answer.NO or decision.answer is Answer.NO, "a no is softened")
        _require(plain.answer is Answer.YES or decision.answer is not Answer.YES, "a yes is made")
        lost = set(plain.codes) - set(decision.codes)
        _require(not lost, f"reasons are lost: {', '.join(sorted(lost))}")

    def everything(self, agreement: Agreement, day: Date) -> None:
        """Ask everything that can be asked on a day: each is answered, with its reasons."""
        policy, working = self.policy, self.is_working_day
        for option in agreement.options(day, policy=policy, is_working_day=working):
            refuses = any(verdict.status == "reason" for verdict in option.verdicts)
            _require(option.answer is not Answer.NO or refuses, f"{option.tag}: no, without why")
        for decision in agreement.audit(policy=policy, is_working_day=working):
            reasoned(decision)
        agreement.deadlines(day, policy=policy, is_working_day=working)
        agreement.plan(day, policy=policy)
        agreement.payments(day)


def reasoned(decision: Decision) -> None:
    """A refusal has a reason, and every verdict a sentence and a source."""
    refused = decision.answer is not Answer.YES
    _require(bool(decision.reasons) is refused, "a refusal without a reason")
    for verdict in decision.verdicts:
        _require(bool(verdict.source.paper), f"{verdict.code} has no source")
        _require(bool(verdict.text("en") and verdict.text("sv")), f"{verdict.code} says nothing")


def earlier_days_keep_their_answers(before: Agreement, after: Agreement, event: Event) -> None:
    """An event changes no answer before its day.

    But for what reaches back, and where a correction waited for its number.
    """
    reach_back = (Corrected, Resolved)
    if isinstance(event, reach_back) or any(isinstance(one, Corrected) for one in before.events):
        return
    eve = day_before(event.on)
    _require(before.on(eve) == after.on(eve), f"{event.tag} changes what was so on {eve}")
