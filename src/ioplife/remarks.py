"""What deserves a second look in an agreement: what does not agree, and what is unfinished."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from itertools import groupby
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs

from ioplife import guards
from ioplife.absence import Absent, Unknown
from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.dates import LAST_DAY, DayLike, Duration, as_day
from ioplife.decisions import Case, Decision, Guard, Status, Verdict
from ioplife.duties import DutyKind, Horizon
from ioplife.events import Corrected, Event, Noted
from ioplife.facts import Facts, facts
from ioplife.policy import DEFAULT, Policy
from ioplife.sources import UNVERIFIED, Source
from ioplife.terms import Stated, StatedSum, Terms

MOST: Final = Decimal(10**9)
"""More than this, SEK a year, is taken for a slip of the unit (ioplife default, unverified)."""

UNITS: Final = (10**3, 10**6)
"""How many times too large or small a sum is when its unit has slipped: thousands, millions."""


class Weight(enum.StrEnum):
    """How much a remark weighs."""

    WARNING = "warning"
    """Two things said do not agree, or one is hard to believe."""

    NOT_YET = "not_yet"
    """Something is unfinished; that is no mistake."""


@attrs.frozen
class Remark:
    """What deserves a second look in an agreement (anmärkning).

    Attributes:
        code: what it is: a guard's code, a flag's, or one of its own (``REMARKS``).
        weight: a warning, or not yet.
        facts: what it rests on.
        source: the clause, the paper or the act behind it.
        number: the number of the event it is about; None: the terms, or the whole.
        tag: that event's tag; or empty.
        verdict: what the guard said, where it was a guard.
    """

    code: str
    weight: Weight
    facts: Facts = ()
    source: Source | None = None
    number: int | None = None
    tag: str = ""
    verdict: Verdict | None = attrs.field(default=None, repr=False)

    def text(self, lang: str = "en") -> str:
        """The remark as a sentence, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import of_event, remark_text  # noqa: PLC0415 - loaded when asked for

        if self.verdict is None:
            return remark_text(self.code, self.facts, lang)
        sentence = self.verdict.text(lang)
        return sentence if self.number is None else of_event(self.number, self.tag, sentence, lang)


_BODY_PERIOD: Final = re.compile(r"parties\..+\.bodies\..+\.period")
"""Since when a body has had its name: nothing waits for it."""

_FLAGS: Final = (
    "condition-open",
    "signature-missing",
    "successor-missing",
    "end-unknown",
    "end-inexact",
)
"""The flags that say that something is unfinished."""

_OF_TERMS: Final[tuple[Guard[Event], ...]] = (guards.parties, guards.period_order, guards.sums)
"""The guards that ask the terms alone; they are asked once, and not for each event again."""

_OF_POLICY: Final[tuple[Guard[Event], ...]] = (guards.public_share,)
"""The same, by a policy's numbers; asked where no event on record is held to them, as none is
of an agreement that was taken into the register."""


def review(
    agreement: Agreement, on: DayLike, *, policy: Policy = DEFAULT, chain: Chain | None = None
) -> tuple[Remark, ...]:
    """What deserves a second look on a day: warnings first, then what is not yet there.

    It refuses nothing. What is UNKNOWN is not yet there, and never wrong.

    Args:
        agreement: the agreement.
        on: the day; of terms and readings, those that hold on it; of events, all on record.
        policy: whose guards are asked again of every recorded event, and whose share of the
            whole the public parties are held to, where the agreement has none of its own.
        chain: the agreements that follow each other, for what is asked of the successor;
            what is told of the chain itself is in ``ioplife.review_chain``.
    """
    question = _Question(agreement, on, policy, chain)
    found = [remark for rule in (*_BORROWED, *REMARKS.values()) for remark in rule(question)]
    return tuple(sorted(found, key=lambda one: one.weight is not Weight.WARNING))


class _Question:
    def __init__(
        self, agreement: Agreement, on: DayLike, policy: Policy, chain: Chain | None
    ) -> None:
        self.agreement = agreement
        self.on = as_day(on, "on")
        self.policy = policy
        self.chain = chain
        self.terms = agreement.terms_on(self.on)

    @cached_property
    def case(self) -> Case:
        """What the guards may see of the terms alone."""
        standing = self.agreement.on(self.on)
        norms = self.policy.numbers_for(self.terms)
        return Case(on=self.on, terms=self.terms, standing=standing, norms=norms)

    @cached_property
    def audited(self) -> tuple[tuple[int, Decision], ...]:
        """The events that stand and have an effect, each with what the guards say of it."""
        timeline = self.agreement.timeline(until=LAST_DAY)
        aside = {one.number for one in timeline if one.anomaly is not None}
        standing = {number for number, _event in _standing(self.agreement)} - aside
        decisions = enumerate(self.agreement.audit(policy=self.policy, chain=self.chain), 1)
        return tuple((number, decision) for number, decision in decisions if number in standing)


# --- the terms -------------------------------------------------------------------------------


def _guarded(q: _Question) -> Iterator[Remark]:
    """What the guards say of the terms alone; what they cannot tell is told as unread."""
    shared = {verdict.code for _number, decision in q.audited for verdict in decision.verdicts}
    asked = [rule for rule in _OF_POLICY if rule.code not in shared]
    for rule in (*_OF_TERMS, *asked):
        verdict = rule.ask(q.case, Noted(q.on))  # the event is not looked at
        if verdict.answer is Answer.NO:
            yield _of_verdict(verdict, Weight.WARNING)


def _differing(q: _Question) -> Iterator[Remark]:
    """Readings of one thing that differ, and that nobody has settled."""
    terms = q.terms
    for what, readings in (("first_day", terms.first_readings), ("last_day", terms.last_readings)):
        days = sorted({one.day for one in readings})
        if len(days) > 1:
            source = next((one.source for one in readings if one.source), None)
            values = facts(what=what, readings=days)
            yield Remark("readings-differ", Weight.WARNING, values, source)
    for what, stated in _sums(terms):
        amounts = sorted({one.amount for one in stated.readings})
        if len(amounts) > 1:
            source = next((one.source for one in stated.readings if one.source), None)
            values = facts(what=what, amounts=amounts)
            yield Remark("readings-differ", Weight.WARNING, values, source)


def _slipped(q: _Question) -> Iterator[Remark]:
    """An amount beyond belief, and sums that differ by thousands or millions."""
    for what, stated in _sums(q.terms):
        for one in stated.readings:
            if one.amount > MOST:
                values = facts(what=what, amount=one.amount, most=MOST)
                yield Remark("unit-slip", Weight.WARNING, values, one.source or UNVERIFIED)
    total = q.terms.total
    whole = total.amount if isinstance(total, StatedSum) else None
    for what, stated in _sums(q.terms):
        amount = stated.amount
        if isinstance(whole, Decimal) and isinstance(amount, Decimal) and what != "total":
            for unit in UNITS:
                if whole and amount >= whole * unit:
                    values = facts(what=what, amount=amount, total=whole)
                    source = stated.readings[0].source or UNVERIFIED
                    yield Remark("unit-slip", Weight.WARNING, values, source)
                    break


def _disagreeing(q: _Question) -> Iterator[Remark]:
    """Index clauses that disagree, and of which nobody has settled which is meant."""
    clauses = q.terms.indexation
    if isinstance(clauses, tuple) and q.terms.index_conflict:
        values = facts(
            indices=tuple(dict.fromkeys(one.index for one in clauses)),
            readings=sorted({one.first for one in clauses}),
        )
        yield Remark("index-conflict", Weight.WARNING, values, clauses[0].source)


def _beyond(q: _Question) -> Iterator[Remark]:
    """Goals whose effect is to be seen after the last day, by every reading of it."""
    days, goals = q.terms.first_days, q.terms.goals
    ends = [one.day for one in q.case.standing.ends]
    if len(days) != 1 or not ends or not isinstance(goals, tuple):
        return
    (first,), last = days, max(ends)
    late = [
        (one.horizon.day(first), one)
        for one in goals
        if isinstance(one.horizon, Horizon) and one.horizon.day(first) > last
    ]
    for day, some in groupby(sorted(late, key=lambda one: one[0]), key=lambda one: one[0]):
        found = [goal for _day, goal in some]
        values = facts(goals=tuple(one.id for one in found), day=day, last_day=last)
        source = next((one.source for one in found if one.source), None)
        yield Remark("goal-beyond-period", Weight.WARNING, values, source)


def _sums(terms: Terms) -> Iterator[tuple[str, StatedSum]]:
    """Every amount of the terms, with its name."""
    if isinstance(terms.total, StatedSum):
        yield "total", terms.total
    for ledger in ("contributions", "disbursements"):
        lines = getattr(terms, ledger)
        for line in () if isinstance(lines, Unknown) else lines:
            if isinstance(line.amount, StatedSum):
                yield f"{ledger}.{line.id}", line.amount


def _unread(q: _Question) -> Iterator[Remark]:
    """Every clause, and every part of one, that nobody has read."""
    needless = _needless(q.terms)
    keys = [key for key in _unknown(q.terms, "") if not _BODY_PERIOD.fullmatch(key)]
    keys = [key for key in keys if key not in needless]
    if keys:
        yield Remark("unread", Weight.NOT_YET, facts(keys=keys))


def _unknown(value: object, key: str) -> Iterator[str]:
    """Where something is UNKNOWN, as a document spells the place; what has an id is named by it."""
    match value:
        case Unknown():
            yield key
        case Stated() | StatedSum():
            if not value.readings:
                yield key
        case tuple():
            for place, one in enumerate(value):
                yield from _unknown(one, f"{key}.{getattr(one, 'id', place)}")
        case _ if attrs.has(kind := type(value)):
            for name in attrs.fields_dict(kind):
                yield from _unknown(getattr(value, name), f"{key}.{name}" if key else name)
        case _:
            pass


def _needless(terms: Terms) -> set[str]:
    """What need not be known, because something else says it."""
    found = {"renewal.length"}  # that of each extension is then given when it is asked for
    if terms.open_ended or isinstance(terms.length, Duration):
        found.add("last_day")
    if terms.open_ended or terms.last_readings or not isinstance(terms.last_day, Absent):
        found.add("length")
    if isinstance(terms.duties, tuple):  # nobody calls for a report
        found |= {f"duties.{one.id}.calls" for one in terms.duties if one.kind is DutyKind.REPORT}
    return found


# --- the record ------------------------------------------------------------------------------


def _without_effect(q: _Question) -> Iterator[Remark]:
    """Events on record that have no effect where they stand."""
    for one in q.agreement.on(LAST_DAY).anomalies:
        values = facts(number=one.number, tag=one.tag, anomaly=one.code)
        yield Remark("record-conflict", Weight.WARNING, values, None, one.number, one.tag)


def _to_come(q: _Question) -> Iterator[Remark]:
    """Events dated after the day asked: history holds what people did."""
    for number, event in _standing(q.agreement):
        if event.on > q.on:
            values = facts(number=number, tag=event.tag, day=event.on, on=q.on)
            yield Remark("event-to-come", Weight.WARNING, values, None, number, event.tag)


def _audited(q: _Question) -> Iterator[Remark]:
    """What the guards say of each event that stands, asked again."""
    asked = {rule.code for rule in _OF_TERMS}
    for number, decision in q.audited:
        for verdict in (*decision.reasons, *decision.remarks):
            if verdict.code not in asked and verdict.status is not Status.ACCEPTED:
                no = verdict.answer is Answer.NO
                weight = Weight.WARNING if no else Weight.NOT_YET
                yield _of_verdict(verdict, weight, number, decision.event.tag)


def _standing(agreement: Agreement) -> list[tuple[int, Event]]:
    """The events as recorded, without those that have been corrected."""
    struck: set[int] = set()
    found: list[tuple[int, Event]] = []
    for number, event in reversed(list(enumerate(agreement.events, 1))):
        if number not in struck:
            found.append((number, event))
            if isinstance(event, Corrected):
                struck.add(event.event_no)
    return found[::-1]


def _unfinished(q: _Question) -> Iterator[Remark]:
    """What is still to be done before the agreement is whole."""
    for one in q.agreement.deadlines(q.on):
        if one.code in _FLAGS:
            yield Remark(one.code, Weight.NOT_YET, one.facts, one.source)


def _of_verdict(
    verdict: Verdict, weight: Weight, number: int | None = None, tag: str = ""
) -> Remark:
    source = verdict.clause or verdict.source
    return Remark(verdict.code, weight, verdict.facts, source, number, tag, verdict)


_Rule: TypeAlias = Callable[[_Question], Iterator[Remark]]

REMARKS: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        "readings-differ": _differing,
        "index-conflict": _disagreeing,
        "goal-beyond-period": _beyond,
        "unit-slip": _slipped,
        "event-to-come": _to_come,
        "unread": _unread,
    }
)
"""The codes that are not a guard's, each with the rule that says it; of a flag's name, it is
told on every day."""

_BORROWED: Final = (_guarded, _without_effect, _audited, _unfinished)
"""The rules whose codes are those of guards and flags."""
