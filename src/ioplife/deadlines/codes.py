"""Every code with its rule, and what a day's answer is made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import LONGEST_ROLL, Duration, Period, next_day
from ioplife.deadlines import (
    beginning,
    deciding,
    ending,
    owing,
    planned,
    recording,
    renewing,
)
from ioplife.deadlines.deadline import Deadline, Severity
from ioplife.deadlines.question import NOTHING, Question, Up
from ioplife.duties import DutyKind
from ioplife.lifecycle import Schedule
from ioplife.norms import DECIDE_LEAD, NOTICE_WITHIN, PAPERS_LEAD, URGENT_WITHIN, Norms
from ioplife.policy import DEFAULT, Policy
from ioplife.standing import Answered, Standing
from ioplife.terms import Terms, in_scope

_Rule: TypeAlias = Callable[[Question], Iterator[Up]]

CODES: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        "ends": ending.ends,
        "ended-undecided": ending.ended_undecided,
        "renewed": ending.renewed,
        "not-renewed": ending.not_renewed,
        "successor-missing": ending.successor_missing,
        "notice-latest": renewing.notice_latest,
        "extends-automatically": renewing.extends_automatically,
        "option-latest": renewing.option_latest,
        "decide-by": planned.decide_by,
        "papers-by": planned.papers_by,
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
        "signature-missing": beginning.signature_missing,
        "starts": beginning.starts,
        "appeal-ends": deciding.appeal_ends,
        "announcement-broken": deciding.announcement_broken,
        "condition-open": beginning.condition_open,
        "cure-ends": ending.cure_ends,
        "end-unknown": ending.end_unknown,
        "end-conflict": ending.end_conflict,
        "end-inexact": ending.end_inexact,
        "open-ended": ending.open_ended,
        "index-conflict": owing.index_conflict,
        "record-conflict": recording.record_conflict,
    }
)
"""Every code, with the rule that says when it is up."""

_ONCE_PAST: Final = frozenset(
    {"ended-undecided", "decide-by", "papers-by", "signature-missing", "assessment-due"}
)
"""Overdue when their day is past; what ends in -overdue always is."""

_QUIET: Final = frozenset({"open-ended", "end-inexact", "unrecorded"})


def deadlines(  # noqa: PLR0913 - what is asked, and how; all but two have their defaults
    standing: Standing,
    terms: Terms,
    within: Duration | None = None,
    policy: Policy = DEFAULT,
    agreement: str = "",
    *,
    schedule: Schedule = NOTHING,
) -> tuple[Deadline, ...]:
    """Every deadline that is up where an agreement stands, in the order of the codes.

    Args:
        standing: where it stands on the day asked.
        terms: its terms, with what has been resolved.
        within: only days so near, both ends included, and all that are past; None: all.
        policy: whose numbers say how severe they are, where the agreement has none.
        agreement: its id, with which the keys begin that events have answered.
        schedule: what is owed, by the terms that hold for each.
    """
    on = standing.on
    end = None if within is None else within.after(on)
    norms = policy.numbers_for(terms)
    question = Question(standing, terms, end, norms, policy.meetings, schedule)
    prefix = f"{agreement}/"
    answers = (one for one in standing.answered if one.key.startswith(prefix))
    answered = {one.key.removeprefix(prefix): one for one in answers}
    near = _Near(on, *(_reach(norms, name, terms, on) for name in _LENGTHS))
    return tuple(
        _deadline(code, up, near, policy.name, answered)
        for code, rule in CODES.items()
        for up in rule(question)
        if end is None or up.day is None or up.day <= end
    )


def turning_days(
    standing: Standing,
    terms: Terms,
    within: Duration | None = None,
    policy: Policy = DEFAULT,
    *,
    schedule: Schedule = NOTHING,
) -> Iterator[Date]:
    """The days on which what is up, or its severity, may change while the state stays.

    Args:
        standing: where it stands.
        terms: its terms, with what has been resolved.
        within: the window asked about.
        policy: whose numbers say how severe a deadline is, where the agreement has none.
        schedule: what is owed, by the terms that hold for each.
    """
    norms = policy.numbers_for(terms)
    every = [norm for layer in norms.layers for norm in layer]
    lengths = [norm for norm in every if norm.name in _LENGTHS]
    spans = {norm.length for norm in lengths} | ({within} if within is not None else set())
    read = (*_LENGTHS, DECIDE_LEAD, PAPERS_LEAD)
    yield from (one.since for one in every if one.name in read and one.since is not None)
    for party in terms.parties if isinstance(terms.parties, tuple) else ():
        for body in party.bodies:
            if isinstance(body.period, Period):
                yield body.period.first
                yield from () if body.period.last is None else (next_day(body.period.last),)
    question = Question(standing, terms, norms=norms, meetings=policy.meetings, schedule=schedule)
    days = {up.day for rule in CODES.values() for up in rule(question) if up.day is not None}
    days |= {one.last for one in standing.occurrences if one.last is not None}
    # without a calendar it is final some day from the raw deadline to five days after it
    raw = (one.appeal_ends for one in standing.final)
    days |= {Duration(days=LONGEST_ROLL).after(day) for day in raw if day is not None}
    for day in days:
        yield day
        yield next_day(day)
        yield from (span.reaching(day) for span in spans)


_LENGTHS: Final = (URGENT_WITHIN, NOTICE_WITHIN)


class _Near(NamedTuple):
    """How near a day is: the day asked, the last that is urgent, that deserves notice."""

    on: Date
    urgent: Date
    notice: Date


def _reach(norms: Norms, name: str, terms: Terms, on: Date) -> Date:
    """The last day that is within the length of a norm.

    Where nobody knows whether a norm is of the agreement's board, the longest that may be
    counts: a flag too grave does less harm than one too mild.
    """
    reach = on
    for norm in norms.standing(name, on=on):
        holds = in_scope(terms, norm, on)
        if holds is not Answer.NO:
            reach = max(reach, norm.length.after(on))
        if holds is Answer.YES:
            break
    return reach


def _deadline(
    code: str, up: Up, near: _Near, policy: str, answered: Mapping[str, Answered]
) -> Deadline:
    severity = _severity(code, up, near)
    found = Deadline(code, up.day, up.who, severity, up.facts, up.source, up.subject, policy)
    answer = answered.get(found.name)
    return found if answer is None else found.quieted(answer)


def _severity(code: str, up: Up, near: _Near) -> Severity:
    """How soon somebody must act; what does not bind never asks for more than notice."""
    severity = _by_day(code, up.day, near)
    binds = up.basis is None or up.basis.binds
    return severity if binds or severity is Severity.INFO else Severity.NOTICE


def _by_day(code: str, day: Date | None, near: _Near) -> Severity:
    if code in _QUIET:
        return Severity.INFO
    if day is None:
        return Severity.NOTICE
    if code.endswith("-overdue") or (day < near.on and code in _ONCE_PAST):
        return Severity.OVERDUE
    if day <= near.urgent:
        return Severity.URGENT
    return Severity.NOTICE if day <= near.notice else Severity.INFO
