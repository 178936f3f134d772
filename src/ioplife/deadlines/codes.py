"""Every code with its rule, and what a day's answer is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, Self, TypeAlias

import attrs
from pendulum import Date

from ioplife.dates import Duration, next_day
from ioplife.deadlines import ending, owing
from ioplife.deadlines.deadline import Deadline, Severity
from ioplife.deadlines.question import Question, Up
from ioplife.duties import DutyKind
from ioplife.standing import Answered, Standing
from ioplife.terms import Terms

URGENT: Final = Duration(months=1)
"""A day so near is urgent (ioplife default, unverified)."""

NOTICE: Final = Duration(months=3)
"""A day so near deserves notice (ioplife default, unverified)."""

_Rule: TypeAlias = Callable[[Question], Iterator[Up]]

CODES: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        "ends": ending.ends,
        "ended-undecided": ending.ended_undecided,
        "renewed": ending.renewed,
        "not-renewed": ending.not_renewed,
        "successor-missing": ending.successor_missing,
        "follow-up-due": owing.due(DutyKind.FOLLOW_UP),
        "meeting-due": owing.due(DutyKind.MEETING),
        "report-due": owing.due(DutyKind.REPORT),
        "payment-due": owing.due(DutyKind.PAYMENT),
        "follow-up-overdue": owing.overdue(DutyKind.FOLLOW_UP),
        "meeting-overdue": owing.overdue(DutyKind.MEETING),
        "report-overdue": owing.overdue(DutyKind.REPORT),
        "payment-overdue": owing.overdue(DutyKind.PAYMENT),
        "unrecorded": owing.unrecorded,
        "index-step": owing.index_step,
        "assessment-due": owing.assessment_due,
        "signature-missing": ending.signature_missing,
        "starts": ending.starts,
        "condition-open": ending.condition_open,
        "end-unknown": ending.end_unknown,
        "end-conflict": ending.end_conflict,
        "end-inexact": ending.end_inexact,
        "open-ended": ending.open_ended,
        "index-conflict": owing.index_conflict,
        "record-conflict": ending.record_conflict,
    }
)
"""Every code, with the rule that says when it is up."""

_ONCE_PAST: Final = frozenset({"ended-undecided", "signature-missing", "assessment-due"})
"""Overdue when their day is past; what ends in -overdue always is."""

_QUIET: Final = frozenset({"open-ended", "end-inexact", "unrecorded"})


def deadlines(
    standing: Standing, terms: Terms, within: Duration | None = None, agreement: str = ""
) -> tuple[Deadline, ...]:
    """Every deadline that is up where an agreement stands, in the order of the codes.

    Args:
        standing: where it stands on the day asked.
        terms: its terms, with what has been resolved.
        within: only days so near, both ends included, and all that are past; None: all.
        agreement: its id, with which the keys begin that events have answered.
    """
    on, question = standing.on, Question(standing, terms)
    end = None if within is None else within.after(on)
    answered = {one.key: one for one in standing.answered}
    soon = _Soon.after(on)
    return tuple(
        _deadline(code, up, soon, answered, agreement)
        for code, rule in CODES.items()
        for up in rule(question)
        if end is None or up.day is None or up.day <= end
    )


def turning_days(
    standing: Standing, terms: Terms, within: Duration | None = None
) -> Iterator[Date]:
    """The days on which what is up, or its severity, may change while the state stays.

    Args:
        standing: where it stands.
        terms: its terms, with what has been resolved.
        within: the window asked about.
    """
    spans = [span for span in (URGENT, NOTICE, within) if span is not None]
    days = {up.day for up in deadlines(standing, terms) if up.day is not None}
    days |= {one.last for one in standing.occurrences if one.last is not None}
    for day in days:
        yield day
        yield next_day(day)
        yield from (span.reaching(day) for span in spans)


@attrs.frozen
class _Soon:
    """How near a day is.

    Attributes:
        on: the day asked about.
        urgent: the last day that is urgent.
        notice: the last day that deserves notice.
    """

    on: Date
    urgent: Date
    notice: Date

    @classmethod
    def after(cls, on: Date) -> Self:
        """How near a day is, seen from one."""
        return cls(on, URGENT.after(on), NOTICE.after(on))


def _deadline(
    code: str, up: Up, soon: _Soon, answered: Mapping[str, Answered], agreement: str
) -> Deadline:
    severity = _severity(code, up, soon)
    found = Deadline(code, up.day, up.who, severity, up.facts, up.source, up.subject)
    answer = answered.get(f"{agreement}/{found.name}") if answered else None
    return found if answer is None else found.quieted(answer)


def _severity(code: str, up: Up, soon: _Soon) -> Severity:
    """How soon somebody must act; what does not bind never asks for more than notice."""
    severity = _by_day(code, up.day, soon)
    binds = up.basis is None or up.basis.binds
    return severity if binds or severity is Severity.INFO else Severity.NOTICE


def _by_day(code: str, day: Date | None, soon: _Soon) -> Severity:
    if code in _QUIET:
        return Severity.INFO
    if day is None:
        return Severity.NOTICE
    if code.endswith("-overdue") or (day < soon.on and code in _ONCE_PAST):
        return Severity.OVERDUE
    if day <= soon.urgent:
        return Severity.URGENT
    return Severity.NOTICE if day <= soon.notice else Severity.INFO
