"""What is odd in the clauses by which an agreement goes on or ends, though no contradiction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pendulum import Date

from ioplife.absence import Unknown
from ioplife.answers import Answer
from ioplife.dates import Duration, day_before
from ioplife.facts import facts
from ioplife.remarks.question import Question
from ioplife.remarks.remark import Remark, Weight
from ioplife.terms import AutomaticRenewal, Breach, Notice, RenewalOption, Terms, in_scope

_SOME_DAY: Final = Date(2001, 1, 1)
"""Lengths are compared from here where the terms name no day."""


def longer_than_extension(q: Question) -> Iterator[Remark]:
    """Notice against an extension that is longer than the extension itself."""
    clause = q.terms.renewal
    if not isinstance(clause, AutomaticRenewal):
        return
    length, before = clause.length, clause.notice_before
    if isinstance(length, Unknown) or isinstance(before, Unknown):
        return
    begins = q.terms.day_after or _SOME_DAY
    if before.after(begins) > length.after(begins):
        twice = clause.times != 1 and q.terms.day_after is not None
        known = {"latest": before.latest(day_before(length.after(begins)))} if twice else {}
        values = facts(length=length, notice_before=before, **known)
        yield Remark("notice-longer-than-extension", Weight.WARNING, values, clause.source)


def longer_than_period(q: Question) -> Iterator[Remark]:
    """Notice that comes too late on the very first day, for it is as long as the period."""
    days = _clear(q.terms)
    if days is None:
        return
    first, last = days
    renewal, notice = q.terms.renewal, q.terms.notice
    if isinstance(renewal, AutomaticRenewal) and isinstance(renewal.notice_before, Duration):
        latest = renewal.notice_before.latest(last)
        if latest < first:
            values = facts(latest=latest, first_day=first)
            yield Remark("notice-longer-than-period", Weight.WARNING, values, renewal.source)
    if isinstance(notice, Notice) and isinstance(notice.length, Duration):
        ends = notice.length.after(first)
        if ends > last:
            values = facts(day=ends, last_day=last)
            yield Remark("notice-longer-than-period", Weight.WARNING, values, notice.source)


def never_in_time(q: Question) -> Iterator[Remark]:
    """An option that must be used before the agreement is in force."""
    days, clause = _clear(q.terms), q.terms.renewal
    if days is None or not isinstance(clause, RenewalOption):
        return
    first, last = days
    if isinstance(clause.ask_before, Duration):
        latest = clause.ask_before.latest(last)
        if latest < first:
            values = facts(latest=latest, first_day=first)
            yield Remark("option-never-in-time", Weight.WARNING, values, clause.source)


def nothing_to_extend(q: Question) -> Iterator[Remark]:
    """A clause on extension in an agreement that runs until further notice."""
    clause = q.terms.renewal
    if q.terms.open_ended and isinstance(clause, RenewalOption | AutomaticRenewal):
        yield Remark("renewal-open-ended", Weight.WARNING, (), clause.source)


def longer_than_notice(q: Question) -> Iterator[Remark]:
    """A breach that may be corrected for longer than notice takes."""
    breach, notice = q.terms.breach, q.terms.notice
    if not isinstance(breach, Breach) or not isinstance(notice, Notice):
        return
    cure, length = breach.cure, notice.length
    if isinstance(cure, Unknown) or isinstance(length, Unknown):
        return
    if cure.after(q.on) > length.after(q.on):
        values = facts(cure=cure, length=length)
        yield Remark("cure-longer-than-notice", Weight.WARNING, values, breach.source)


def out_of_scope(q: Question) -> Iterator[Remark]:
    """A number of the agreement's own for boards of which none is a party's."""
    for norm in q.terms.norms:
        if in_scope(q.terms, norm, q.on) is Answer.NO:
            values = facts(name=norm.name, scope=norm.scope)
            yield Remark("norm-out-of-scope", Weight.WARNING, values, norm.source)


def renewal_unread(q: Question) -> Iterator[Remark]:
    """A clear last day of which nobody has read whether the agreement goes on after it."""
    last_days = q.terms.last_days
    if isinstance(q.terms.renewal, Unknown) and len(last_days) == 1:
        yield Remark("renewal-unread", Weight.NOT_YET, facts(last_day=last_days[0]))


def _clear(terms: Terms) -> tuple[Date, Date] | None:
    """The first day and the last, where both are clear and in their order."""
    firsts, lasts = terms.first_days, terms.last_days
    if len(firsts) != 1 or len(lasts) != 1 or lasts < firsts:
        return None
    return firsts[0], lasts[0]
