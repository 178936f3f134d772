"""When something that nobody has done yet falls due: the day a supposed event is placed on.

Each kind of event is placed by what says when it must be done: what is owed by its due day,
notice and options by their latest day, decisions by the plan; everything else on the first
day on which its guards allow it. Where there is no such day, or nobody can tell it, that is
the answer, with its reason; it is never guessed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.dates import IsWorkingDay, day_before, next_day
from ioplife.duties import DutyKind
from ioplife.events import (
    AnnouncementRemoved,
    DemandCorrected,
    EndingDecided,
    Event,
    Extended,
    FollowedUp,
    Fulfilled,
    NoticeGiven,
    RenewalDecided,
    Renewed,
    Under,
    Waived,
)
from ioplife.facts import facts
from ioplife.policy import DEFAULT, Policy
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.states import BINDING, FINAL
from ioplife.suppositions import NotRenewed, Supposition, WhenDue
from ioplife.terms import UNKNOWN, AutomaticRenewal, Notice, Sector, Terms, Unknown

NO_DAY: Final = (
    "when-not-binding",
    "when-none-owed",
    "when-answers-a-call",
    "when-no-notice-latest",
    "when-no-option",
    "when-goes-on",
    "when-past",
    "when-no-demand",
    "when-no-announcement",
    "when-never-allowed",
    "when-after-until",
)
"""The codes that say that there is no day to place an event on; beside those of a plan."""

NO_TELLING: Final = (
    "when-duty-unnamed",
    "when-duties-unread",
    "when-first-day-unclear",
    "when-notice-unread",
    "when-option-unread",
    "when-cure-unread",
    "when-working-days-unknown",
)
"""The codes that say that nobody can tell the day; beside those of a last day and of a plan."""

IDLE: Final = (
    "idle-ends",
    "idle-later",
    "idle-open-ended",
    "idle-over",
    "idle-renewed",
    "idle-not-binding",
)
"""The codes that say that nothing need be done for an agreement not to be renewed."""

_SETTLED: Final = frozenset({"plan-not-binding", "plan-decided", "plan-ended", "open-ended"})
"""The codes of a plan that say that there is nothing to decide."""


@attrs.frozen
class Placed:
    """An event on its day; or why there is none.

    Attributes:
        event: the event; None: it has no day, or nothing need be done.
        answer: yes where it has a day, or nothing need be done; no where there is no such
            day; unknown where nobody can tell.
        cause: why there is no event; None where there is one.
    """

    event: Event | None
    answer: Answer = Answer.YES
    cause: Cause | None = None


@attrs.frozen
class Question:
    """What a day is looked for under.

    Attributes:
        agreement: the agreement, as it would be.
        on: the first day that counts, where nothing else says so.
        until: the last day that counts.
        policy: whose guards and meetings count.
        chain: the agreements that follow each other.
        is_working_day: whether a day is a working day.
    """

    agreement: Agreement
    on: Date
    until: Date
    policy: Policy = attrs.field(default=DEFAULT, kw_only=True)
    chain: Chain | None = attrs.field(default=None, kw_only=True)
    is_working_day: IsWorkingDay | None = attrs.field(default=None, kw_only=True)


def place(supposed: Supposition, asked: Question) -> Placed:
    """The day on which something is supposed to happen; or why there is none.

    A day that the standing names is taken only where it is still named on that day: what
    goes on by itself before then has another.

    Args:
        supposed: what is supposed.
        asked: of which agreement, and how.
    """
    match supposed:
        case NotRenewed():
            return _not_renewed(supposed, asked)
        case WhenDue(event=event):
            return _placed(event, asked)
        case event:
            return Placed(event)


def _placed(event: Event, asked: Question) -> Placed:
    rule = _RULES.get(type(event))
    if rule is None:
        return _in_time(_allowed(event, asked), asked)
    if event.on > asked.until:
        return _in_time(Placed(event), asked)
    return _searched(event, asked, rule)


def _searched(event: Event, asked: Question, rule: _Rule) -> Placed:
    """Where a rule places an event on the day on which it still does so; else the first reason."""
    found: Placed | None = None
    moves: Placed | None = None  # the day is another by then, and no reason was found since
    day: Date | None = event.on
    while day is not None and day <= asked.until:
        there = rule(_Moment.of(event, asked, day))
        if there.event is not None and there.event.on > asked.until:
            return found or moves or _in_time(there, asked)
        if there.event is not None:
            then = rule(_Moment.of(event, asked, there.event.on))
            if then.event == there.event:
                return there
            if then.event is None:
                there = then
            elif rule is not _owed:  # of what is owed, the first is on record by then
                moves = _none("when-goes-on")
        if there.answer is Answer.UNKNOWN:
            return there
        if there.event is None:
            found = found or there
        change = asked.agreement.next_change(day)
        day = None if change is None else change.on
    return found or moves or _none("when-none-owed", duty=getattr(event, "duty", None))


def _in_time(found: Placed, asked: Question) -> Placed:
    if found.event is None or found.event.on <= asked.until:
        return found
    return _none("when-after-until", day=found.event.on, until=asked.until)


def _allowed(event: Event, asked: Question) -> Placed:
    """On the first day on which every guard allows it."""
    day = asked.agreement.first_day(
        event, policy=asked.policy, chain=asked.chain, is_working_day=asked.is_working_day
    )
    if day is not None:
        return Placed(attrs.evolve(event, on=day))
    decision = asked.agreement.consider(
        event, policy=asked.policy, chain=asked.chain, is_working_day=asked.is_working_day
    )
    answer = Answer.UNKNOWN if decision.answer is Answer.UNKNOWN else Answer.NO
    return Placed(None, answer, Cause("when-never-allowed", facts(codes=decision.codes)))


def _none(code: str, **values: object) -> Placed:
    return Placed(None, Answer.NO, Cause(code, facts(**values)))


def _untold(code: str, **values: object) -> Placed:
    return Placed(None, Answer.UNKNOWN, Cause(code, facts(**values)))


# --- the rules -----------------------------------------------------------------------------------


@attrs.frozen
class _Moment:
    """An event that is looked for on a day, and where the agreement then stands."""

    event: Event
    asked: Question
    on: Date
    standing: Standing
    terms: Terms

    @classmethod
    def of(cls, event: Event, asked: Question, day: Date) -> _Moment:
        """Where the agreement stands on a day."""
        agreement = asked.agreement
        standing = agreement.on(day, is_working_day=asked.is_working_day)
        return cls(event, asked, day, standing, agreement.terms_on(day))

    @property
    def binding(self) -> bool:
        return self.standing.state in BINDING

    def at(self, day: Date, **fields: Any) -> Placed:  # noqa: ANN401 - as the event has them
        """The event on a day; what it says itself goes before what is filled in."""
        said = {
            name: value
            for name, value in fields.items()
            if getattr(self.event, name) is UNKNOWN or getattr(self.event, name) is None
        }
        return Placed(attrs.evolve(self.event, on=day, **said))


_Rule: TypeAlias = Callable[[_Moment], Placed]
"""What says when an event must happen, from a moment on."""


def _owed(moment: _Moment) -> Placed:
    """On the due day of the first that is not done, or at once where that is past."""
    event = moment.event
    assert isinstance(event, FollowedUp | Fulfilled | Waived)  # as the table has it  # noqa: S101
    if isinstance(event.duty, Unknown):
        return _untold("when-duty-unnamed")
    if isinstance(event, FollowedUp) and isinstance(event.answers, int):
        return _none("when-answers-a-call", number=event.answers)
    for one in sorted(moment.standing.occurrences, key=lambda one: (one.due, one.duty)):
        if _asks_for(event, one) and _waits(event, one, moment.on):
            day = max(one.due, moment.on)
            return moment.at(day, duty=one.duty, occurrence=one.ordinal)
    if isinstance(moment.terms.duties, Unknown):
        return _untold("when-duties-unread")
    if moment.binding and len(moment.terms.first_days) != 1:
        return _untold("when-first-day-unclear")
    return _none("when-none-owed", duty=event.duty)


def _asks_for(event: FollowedUp | Fulfilled | Waived, one: Occurrence) -> bool:
    """Whether an instance is of the duty that the event names."""
    if event.duty is None:
        return one.kind is DutyKind.FOLLOW_UP
    return one.duty == event.duty


def _waits(event: FollowedUp | Fulfilled | Waived, one: Occurrence, on: Date) -> bool:
    """Whether an instance is still to be done: one whose window is past, only where it is named."""
    if one.progress in (Progress.FULFILLED, Progress.WAIVED):
        return False
    if isinstance(event.occurrence, int):
        return one.ordinal == event.occurrence
    return one.progress is not Progress.UNRECORDED and (one.last is None or one.last >= on)


def _notice(moment: _Moment) -> Placed:
    """On the last day for notice against the next period."""
    day = moment.standing.notice_latest
    if not moment.binding:
        return _none("when-not-binding", state=moment.standing.state)
    if isinstance(day, Unknown):
        return _untold("when-notice-unread")
    if moment.standing.uncounted and (day is None or day < moment.on):
        return _untold("renewal-uncounted")
    return _latest(moment, day, "when-no-notice-latest")


def _option(moment: _Moment) -> Placed:
    """On the last day to use the option to extend."""
    day = moment.standing.option_latest
    if not moment.binding:
        return _none("when-not-binding", state=moment.standing.state)
    if isinstance(day, Unknown):
        return _untold("when-option-unread")
    return _latest(moment, day, "when-no-option")


def _latest(moment: _Moment, day: Date | None, lacking: str) -> Placed:
    if day is None:
        return _none(lacking)
    return moment.at(day) if day >= moment.on else _none("when-past", day=day)


def _successor(moment: _Moment) -> Placed:
    """On the day before the last day; on the last day where that is the first that counts."""
    last = _last_day(moment)
    if not isinstance(last, Date):
        return last
    if last < moment.on:
        return _none("when-past", day=last)
    return moment.at(max(day_before(last), moment.on))


def _decision(moment: _Moment) -> Placed:
    """By when the plan says that it must be decided, or at once where that is past."""
    plan = moment.asked.agreement.plan(moment.on, policy=moment.asked.policy)
    if plan.decision is None:
        (cause, *_) = plan.missing
        answer = Answer.NO if cause.code in _SETTLED else Answer.UNKNOWN
        return Placed(None, answer, cause)
    last = moment.standing.last_days
    ends = isinstance(moment.event, EndingDecided) and len(last) == 1
    return moment.at(max(plan.decision, moment.on), **({"last_day": last[0]} if ends else {}))


def _last_day(moment: _Moment) -> Date | Placed:
    """The clear last day of an agreement that binds; or why there is none."""
    standing = moment.standing
    if not moment.binding:
        return _none("when-not-binding", state=standing.state)
    if len(standing.last_days) == 1:
        return standing.last_days[0]
    if standing.last_days:
        return _untold("last-day-conflict", last_days=standing.last_days)
    if moment.terms.open_ended and not standing.doubts:
        return _none("open-ended")
    return _untold("last-day-unknown")


def _cure(moment: _Moment) -> Placed:
    """On the last day to correct the breach that a demand names."""
    event = moment.event
    assert isinstance(event, DemandCorrected)  # as the table has it  # noqa: S101
    waits = [
        one
        for one in moment.standing.demands
        if one.corrected is None
        and one.cancelled is None
        and event.demand in (UNKNOWN, one.number)
        and one.cure_ends is not None
    ]
    if any(isinstance(one.cure_ends, Unknown) for one in waits):
        return _untold("when-cure-unread")
    for one in waits:
        if isinstance(one.cure_ends, Date) and one.cure_ends >= moment.on:
            return moment.at(one.cure_ends, demand=one.number)
    return _none("when-no-demand")


def _taken_down(moment: _Moment) -> Placed:
    """On the day after the last to appeal: until then it must stand (KL 8:10)."""
    event = moment.event
    assert isinstance(event, AnnouncementRemoved)  # as the table has it  # noqa: S101
    for one in moment.standing.final:
        if event.decision not in (UNKNOWN, one.number) or one.removed is not None:
            continue
        if one.appeal_ends is None:
            continue
        if moment.asked.is_working_day is None:
            return _untold("when-working-days-unknown", day=one.appeal_ends)
        day = max(next_day(one.appeal_ends), moment.on)
        return moment.at(day, decision=one.number)
    return _none("when-no-announcement")


_RULES: Final[Mapping[type[Event], _Rule]] = MappingProxyType(
    {
        FollowedUp: _owed,
        Fulfilled: _owed,
        Waived: _owed,
        NoticeGiven: _notice,
        Extended: _option,
        Renewed: _successor,
        RenewalDecided: _decision,
        EndingDecided: _decision,
        DemandCorrected: _cure,
        AnnouncementRemoved: _taken_down,
    }
)
"""What says when an event must happen; every other is placed where its guards allow it."""


# --- that it is not renewed ----------------------------------------------------------------------


def _not_renewed(supposed: NotRenewed, asked: Question) -> Placed:
    """Notice when due where it would go on by itself; nothing where it would not."""
    moment = _Moment.of(NoticeGiven(asked.on), asked, asked.on)
    standing, terms = moment.standing, moment.terms
    if standing.renewed is not None:
        return _idle("idle-renewed", number=standing.renewed, successor=standing.successor)
    if standing.state in FINAL:
        return _idle("idle-over", state=standing.state)
    if isinstance(standing.notice_latest, Unknown):
        return _untold("when-notice-unread")
    if standing.notice_latest is not None and isinstance(terms.renewal, AutomaticRenewal):
        by = _one_public_party(terms) if isinstance(supposed.by, Unknown) else supposed.by
        both = Under.RENEWAL if isinstance(terms.notice, Notice) else None
        notice = _placed(NoticeGiven(asked.on, by=by, written=True, under=both), asked)
        return _without_notice(notice, asked)
    if not moment.binding:
        return _idle("idle-not-binding", state=standing.state)
    if terms.open_ended and not standing.last_days:
        return _idle("idle-open-ended")
    return _idle("idle-ends", last_day=standing.last_day)


def _without_notice(notice: Placed, asked: Question) -> Placed:
    """What comes of it where there is no day for notice: by then it may go on no more."""
    code = "" if notice.cause is None else notice.cause.code
    if code == "when-after-until":
        return _idle("idle-later", **dict(notice.cause.facts if notice.cause else ()))
    if code in ("when-no-notice-latest", "when-not-binding"):
        return _idle("idle-ends", last_day=asked.agreement.on(asked.until).last_day)
    return notice


def _idle(code: str, **values: object) -> Placed:
    known = {name: value for name, value in values.items() if not isinstance(value, Unknown)}
    return Placed(None, Answer.YES, Cause(code, facts(**known)))


def _one_public_party(terms: Terms) -> str | Unknown:
    if isinstance(terms.parties, Unknown):
        return UNKNOWN
    public = [one.id for one in terms.parties if one.sector is Sector.PUBLIC]
    return public[0] if len(public) == 1 else UNKNOWN
