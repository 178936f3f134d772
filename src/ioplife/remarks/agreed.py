"""What does not agree in the terms, and what of them nobody has read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby
from typing import Final

import attrs

from ioplife import guards
from ioplife.absence import Absent, Unknown
from ioplife.answers import Answer
from ioplife.dates import Duration, Period
from ioplife.decisions import Guard
from ioplife.duties import DutyKind, Horizon
from ioplife.events import Event, Noted
from ioplife.facts import facts
from ioplife.remarks import paying
from ioplife.remarks.question import Question
from ioplife.remarks.remark import Remark, Weight, of_verdict
from ioplife.sources import UNVERIFIED
from ioplife.terms import PaymentPlan, RenewalOption, Stated, StatedSum, Terms

MOST: Final = Decimal(10**9)
"""More than this, SEK a year, is taken for a slip of the unit (ioplife default, unverified)."""

UNITS: Final = (10**3, 10**6)
"""How many times too large or small a sum is when its unit has slipped: thousands, millions."""

_BODY_PERIOD: Final = re.compile(r"parties\..+\.bodies\..+\.period")
"""Since when a body has had its name: nothing waits for it."""

OF_TERMS: Final[tuple[Guard[Event], ...]] = (guards.parties, guards.period_order, guards.sums)
"""The guards that ask the terms alone; they are asked once, and not for each event again."""

_OF_POLICY: Final[tuple[Guard[Event], ...]] = (guards.public_share,)
"""The same, by a policy's numbers; asked where no event on record is held to them, as none is
of an agreement that was taken into the register."""


def guarded(q: Question) -> Iterator[Remark]:
    """What the guards say of the terms alone; what they cannot tell is told as unread."""
    shared = {verdict.code for _number, decision in q.audited for verdict in decision.verdicts}
    asked = [rule for rule in _OF_POLICY if rule.code not in shared]
    for rule in (*OF_TERMS, *asked):
        verdict = rule.ask(q.case, Noted(q.on))  # the event is not looked at
        if verdict.answer is Answer.NO:
            yield of_verdict(verdict, Weight.WARNING)


def differing(q: Question) -> Iterator[Remark]:
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


def slipped(q: Question) -> Iterator[Remark]:
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


def disagreeing(q: Question) -> Iterator[Remark]:
    """Index clauses that disagree, and of which nobody has settled which is meant."""
    clauses = q.terms.disagreeing
    if clauses:
        values = facts(
            indices=tuple(dict.fromkeys(one.index for one in clauses)),
            readings=sorted({one.first for one in clauses}),
        )
        yield Remark("index-conflict", Weight.WARNING, values, clauses[0].source)


def beyond(q: Question) -> Iterator[Remark]:
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


def never_due(q: Question) -> Iterator[Remark]:
    """Duties that fall due on no day of the agreement, by the latest reading of its last day."""
    days, duties = q.terms.first_days, q.terms.duties
    ends = [one.day for one in q.case.standing.ends]
    if len(days) != 1 or not ends or not isinstance(duties, tuple) or max(ends) < days[0]:
        return
    (first,), last = days, max(ends)
    never = [one for one in duties if not one.windows(Period(first, last))]
    if never:
        ids = tuple(one.id for one in never)
        source = next((one.source for one in never if one.source), None)
        values = facts(duties=ids, first_day=first, last_day=last)
        yield Remark("duty-never-due", Weight.WARNING, values, source)


def _sums(terms: Terms) -> Iterator[tuple[str, StatedSum]]:
    """Every amount of the terms, with its name."""
    if isinstance(terms.total, StatedSum):
        yield "total", terms.total
    for ledger in ("contributions", "disbursements"):
        lines = getattr(terms, ledger)
        for line in () if isinstance(lines, Unknown) else lines:
            if isinstance(line.amount, StatedSum):
                yield f"{ledger}.{line.id}", line.amount


def unread(q: Question) -> Iterator[Remark]:
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
        case (PaymentPlan() as alone,):  # it needs no list
            yield from _unknown(alone, key)
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
    found: set[str] = set()
    if isinstance(terms.renewal, RenewalOption):
        found.add("renewal.length")  # that of each extension is then given when it is asked for
    if len(terms.last_days) == 1:  # a remark of its own, renewal-unread
        found.add("renewal")
    if terms.open_ended or isinstance(terms.length, Duration):
        found.add("last_day")
    if terms.open_ended or terms.last_readings or not isinstance(terms.last_day, Absent):
        found.add("length")
    if isinstance(terms.duties, tuple):  # nobody calls for a report
        found |= {f"duties.{one.id}.calls" for one in terms.duties if one.kind is DutyKind.REPORT}
    return found | set(paying.needless(terms))
