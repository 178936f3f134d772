"""Planning backwards: by when a board must decide what follows, and what comes before that.

From the day that waits for the decision, over a lead, to the last meeting in time, the day
its papers must be handed in, and the follow-up that must have been held. A lead is counted as
notice is: the last day from which it still fits, never by plain subtraction.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import FIRST_DAY
from ioplife.duties import DutyKind
from ioplife.facts import facts
from ioplife.meetings import Meeting
from ioplife.norms import DECIDE_LEAD, PAPERS_LEAD, Norm, Norms
from ioplife.sources import Source
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.states import BINDING
from ioplife.terms import UNKNOWN, AutomaticRenewal, RenewalOption, Terms, boards, in_scope

TARGETS: Final = ("target-notice", "target-option", "target-last-day", "target-earliest")
"""What waits for a decision: notice, an option, the last day, the earliest it may be."""

READINGS: Final = (
    *TARGETS,
    "decide-lead",
    "decide-no-lead",
    "meeting-last",
    "papers-lead",
    "follow-up-before",
)
"""The codes that say how a day of a plan is come by."""

MISSING: Final = (
    "plan-not-binding",
    "plan-decided",
    "plan-ended",
    "renewal-uncounted",
    "renewal-unread",
    "no-meetings",
    "no-meeting-in-time",
    "meetings-end",
    "meeting-of-whom",
    "no-papers-lead",
)
"""The codes that say why a plan, or a day of it, is not there; beside those of a last day."""


@attrs.frozen
class PlanDay:
    """One day of a plan, and how it is come by.

    Attributes:
        day: the day.
        cause: the reading, with what it rests on and where that stands.
    """

    day: Date
    cause: Cause

    @property
    def code(self) -> str:
        """The reading, as a code."""
        return self.cause.code

    @property
    def source(self) -> Source | None:
        """The clause, or the norm, behind it."""
        return self.cause.source

    def text(self, lang: str = "en") -> str:
        """How it is come by, in Swedish (``sv``) or English (``en``)."""
        return self.cause.text(lang)


@attrs.frozen(kw_only=True)
class Plan:
    """By when it must be decided what follows, worked out backwards on a day (planering).

    Attributes:
        on: the day asked.
        target: what waits for the decision: the latest day for notice or for an option while
            that is to come, else the last day, the earliest where there are several.
        decide_by: the last day to decide: the lead before the target, else that day itself.
        meeting: the last meeting in time; None: none is, or none is known.
        papers_by: the last day to hand in its papers; counted from ``decide_by`` where nobody
            knows the meeting.
        follow_up: the latest follow-up owed that falls due before the decision.
        who: the ids of those who decide.
        missing: why there is no plan, or why a day of it is not there.
    """

    on: Date
    target: PlanDay | None = None
    decide_by: PlanDay | None = None
    meeting: PlanDay | None = None
    papers_by: PlanDay | None = None
    follow_up: PlanDay | None = None
    who: tuple[str, ...] = ()
    missing: tuple[Cause, ...] = ()

    @property
    def decision(self) -> Date | None:
        """The last day it can be decided: the meeting's, else the last by the lead."""
        last = self.meeting or self.decide_by
        return None if last is None else last.day

    @property
    def days(self) -> tuple[tuple[str, PlanDay], ...]:
        """What there is of it, each by its name, in the order of the days."""
        named = (
            (name, getattr(self, name))
            for name in ("follow_up", "papers_by", "meeting", "decide_by", "target")
        )
        return tuple(sorted(((n, d) for n, d in named if d), key=lambda one: one[1].day))


def plan(standing: Standing, terms: Terms, norms: Norms, meetings: Sequence[Meeting] = ()) -> Plan:
    """By when it must be decided what follows an agreement.

    Args:
        standing: where it stands on the day asked.
        terms: its terms, with what has been resolved.
        norms: the numbers it is asked under: ``decide-lead`` and ``papers-lead``.
        meetings: when boards meet, in the order of their days; taken to reach to the end of
            the year of the last.
    """
    on, who = standing.on, boards(terms, standing.on)
    hindrance = _hindrance(standing, terms)
    if hindrance is not None:
        return Plan(on=on, who=who, missing=(hindrance,))
    target = _target(standing, terms)
    if target is None:
        return Plan(on=on, who=who, missing=(Cause("last-day-unknown"),))
    missing: list[Cause] = []
    unread = (standing.notice_latest, standing.option_latest)
    if UNKNOWN in unread and target.code not in ("target-notice", "target-option"):
        missing.append(Cause("renewal-unread"))
    decide_by = _decide_by(target, terms, norms, on)
    calendar = _Calendar(terms, meetings)
    meeting = calendar.last_in_time(decide_by.day, on)
    missing += calendar.missing(decide_by.day, meeting)
    decision = decide_by.day if meeting is None else meeting.day
    papers_by = None
    lead = longest_lead(norms, PAPERS_LEAD, terms, on, decision)
    if lead is None:
        missing.append(Cause("no-papers-lead"))
    elif meeting is not None or not calendar.too_late(decide_by.day):
        values = facts(lead=lead.length, decision=decision)
        papers_by = PlanDay(
            lead.length.latest_or_first(decision), Cause("papers-lead", values, lead.source)
        )
    return Plan(
        on=on,
        target=target,
        decide_by=decide_by,
        meeting=meeting,
        papers_by=papers_by,
        follow_up=_follow_up(standing, decision),
        who=who,
        missing=tuple(missing),
    )


# --- what waits for a decision -----------------------------------------------------------------


def _hindrance(standing: Standing, terms: Terms) -> Cause | None:
    """Why there is nothing to decide, or no day to count from."""
    if standing.state not in BINDING:
        return Cause("plan-not-binding", facts(state=standing.state))
    for number in (standing.renewed, standing.renewal_decided, standing.ending_decided):
        if number is not None:
            return Cause("plan-decided", facts(number=number))
    ended = (*(one.number for one in standing.endings), *standing.doubts)
    if ended:
        return Cause("plan-ended", facts(number=ended[0]))
    if terms.open_ended:
        return Cause("open-ended")
    notice = standing.notice_latest
    in_time = isinstance(notice, Date) and standing.on <= notice
    if standing.uncounted and standing.last_days and not in_time:
        clause = terms.renewal
        source = clause.source if isinstance(clause, AutomaticRenewal) else None
        return Cause("renewal-uncounted", facts(period_last=standing.last_days[0]), source)
    return None


def _target(standing: Standing, terms: Terms) -> PlanDay | None:
    """The first day that is missed if nothing is decided."""
    on, clause = standing.on, terms.renewal
    notice, option = standing.notice_latest, standing.option_latest
    if isinstance(notice, Date) and on <= notice:
        source = clause.source if isinstance(clause, AutomaticRenewal) else None
        values = facts(last_day=standing.last_days[0])
        return PlanDay(notice, Cause("target-notice", values, source))
    last = standing.last_day
    if not isinstance(last, Date):
        return None
    if isinstance(option, Date) and on <= option <= last:
        source = clause.source if isinstance(clause, RenewalOption) else None
        return PlanDay(option, Cause("target-option", facts(last_day=last), source))
    because = standing.because[-1] if standing.because else None
    source = None if because is None else because.source
    if len(standing.last_days) > 1:
        values = facts(readings=standing.last_days)
        return PlanDay(last, Cause("target-earliest", values, source))
    return PlanDay(last, Cause("target-last-day", source=source))


# --- the decision ------------------------------------------------------------------------------


def _decide_by(target: PlanDay, terms: Terms, norms: Norms, on: Date) -> PlanDay:
    lead = longest_lead(norms, DECIDE_LEAD, terms, on, target.day)
    if lead is None:
        return PlanDay(target.day, Cause("decide-no-lead", facts(target=target.day)))
    values = facts(lead=lead.length, target=target.day)
    return PlanDay(
        lead.length.latest_or_first(target.day), Cause("decide-lead", values, lead.source)
    )


def longest_lead(norms: Norms, name: str, terms: Terms, on: Date, end: Date) -> Norm | None:
    """The lead of a name that holds on a day; None where there is none.

    Where nobody knows whether a norm is of the agreement's board, the longest that may hold
    counts: a day too early does less harm than one too late.
    """
    found: list[Norm] = []
    for norm in norms.standing(name, on=on):
        holds = in_scope(terms, norm, on)
        if holds is not Answer.NO:
            found.append(norm)
        if holds is Answer.YES:
            break
    return min(found, key=lambda one: one.length.latest_or_first(end), default=None)


class _Calendar:
    """The meetings of an agreement's board, and those that may be of it."""

    def __init__(self, terms: Terms, meetings: Sequence[Meeting]) -> None:
        asked = [(one, in_scope(terms, one, one.on)) for one in meetings]
        self.own = [one for one, holds in asked if holds is Answer.YES]
        self.perhaps = [one for one, holds in asked if holds is Answer.UNKNOWN]

    def reaches(self, day: Date) -> bool:
        """Whether it tells every meeting up to a day."""
        return bool(self.own) and day.year <= self.own[-1].on.year

    def too_late(self, day: Date) -> bool:
        """Whether it tells that no meeting is held by a day."""
        return self.reaches(day) and self.own[0].on > day

    def last_in_time(self, day: Date, on: Date) -> PlanDay | None:
        """The last meeting by a day, where it can be told."""
        held = [one for one in self.own if one.on <= day]
        if not held or not self.reaches(day):
            return None
        last = held[-1]
        later = next((one.on for one in self.own if one.on >= on), None)
        values = facts(decide_by=day, board=last.board, next=later if last.on < on else None)
        return PlanDay(last.on, Cause("meeting-last", values))

    def missing(self, day: Date, found: PlanDay | None) -> Iterator[Cause]:
        """Why the last meeting by a day is not known, or is not sure to be it."""
        after = FIRST_DAY if found is None else found.day
        unsure = [one for one in self.perhaps if after < one.on <= day]
        if unsure:
            yield Cause("meeting-of-whom", facts(meeting=unsure[-1].on, board=unsure[-1].board))
        if found is not None:
            return
        if self.too_late(day):
            yield Cause("no-meeting-in-time", facts(decide_by=day, meeting=self.own[0].on))
        elif self.own:
            yield Cause("meetings-end", facts(decide_by=day, meeting=self.own[-1].on))
        elif not unsure:
            yield Cause("no-meetings")


def _follow_up(standing: Standing, decision: Date) -> PlanDay | None:
    """The latest follow-up owed that falls due before the decision; a waived one is not owed."""
    due = [one for one in standing.occurrences if _bears_on(one, decision)]
    if not due:
        return None
    last = max(due, key=lambda one: (one.due, one.duty, one.ordinal))
    values = facts(
        duty=last.duty,
        occurrence=last.ordinal,
        progress=last.progress,
        number=last.number,
        decision=decision,
    )
    return PlanDay(last.due, Cause("follow-up-before", values, last.source))


def _bears_on(one: Occurrence, decision: Date) -> bool:
    owed = one.kind is DutyKind.FOLLOW_UP and one.basis.binds
    return owed and one.due < decision and one.progress is not Progress.WAIVED
