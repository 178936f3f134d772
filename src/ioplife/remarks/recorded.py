"""What does not agree in the record, and what in it is unfinished."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from ioplife.answers import Answer
from ioplife.decisions import Status
from ioplife.events import Amended
from ioplife.facts import facts
from ioplife.remarks.agreed import OF_TERMS
from ioplife.remarks.question import Question, standing_events
from ioplife.remarks.remark import Remark, Weight, of_verdict
from ioplife.terms import UNKNOWN, Terms

_FLAGS: Final = (
    "condition-open",
    "signature-missing",
    "successor-missing",
    "end-unknown",
    "end-inexact",
)
"""The flags that say that something is unfinished."""


def without_effect(q: Question) -> Iterator[Remark]:
    """Events on record that have no effect where they stand."""
    for one in q.agreement.on(q.recorded_until).anomalies:
        values = facts(number=one.number, tag=one.tag, anomaly=one.code)
        yield Remark("record-conflict", Weight.WARNING, values, None, one.number, one.tag)


def to_come(q: Question) -> Iterator[Remark]:
    """Events dated after the day asked: history holds what people did."""
    for number, event in standing_events(q.agreement):
        if event.on > q.on:
            values = facts(number=number, tag=event.tag, day=event.on, on=q.on)
            yield Remark("event-to-come", Weight.WARNING, values, None, number, event.tag)


def audited(q: Question) -> Iterator[Remark]:
    """What the guards say of each event that stands, asked again."""
    asked = {rule.code for rule in OF_TERMS}
    for number, decision in q.audited:
        for verdict in (*decision.reasons, *decision.remarks):
            if verdict.code not in asked and verdict.status is not Status.ACCEPTED:
                no = verdict.answer is Answer.NO
                weight = Weight.WARNING if no else Weight.NOT_YET
                yield of_verdict(verdict, weight, number, decision.event.tag)


def unfinished(q: Question) -> Iterator[Remark]:
    """What is still to be done before the agreement is whole."""
    for one in q.agreement.deadlines(q.on, is_working_day=q.is_working_day):
        if one.code in _FLAGS:
            yield Remark(one.code, Weight.NOT_YET, one.facts, one.source)


def left_out(q: Question) -> Iterator[Remark]:
    """Amendments that leave out a clause that was read before: their terms are the whole."""
    known: dict[str, None] = dict.fromkeys(_read(q.agreement.terms))
    for number, event in sorted(standing_events(q.agreement), key=lambda one: (one[1].on, one[0])):
        if isinstance(event, Amended):
            found = dict.fromkeys(_read(event.terms))
            lost = [name for name in known if name not in found]
            if lost:
                values = facts(number=number, tag=event.tag, keys=lost)
                yield Remark(
                    "amendment-leaves-out", Weight.WARNING, values, None, number, event.tag
                )
            known = found


def _read(terms: Terms) -> Iterator[str]:
    """The clauses of which something is said, be it that there is none."""
    for name in attrs.fields_dict(Terms):
        if getattr(terms, name) is not UNKNOWN:
            yield name
