"""What a life holds, of what the lives of a property together must hold."""

from collections.abc import Iterator

from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.dates import Duration
from ioplife.duties import (
    LEAD,
    Basis,
    Cadence,
    Calls,
    Duty,
    DutyKind,
    Every,
    Once,
    OnExtension,
    PerWindow,
    Stub,
)
from ioplife.events import EVENTS, Amended, Event, FollowedUp, Fulfilled, Noted, Waived
from ioplife.standing import Finality, Progress, Standing
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Breach,
    CountedIn,
    IndexClause,
    Notice,
    NoticeEnd,
    PaymentPlan,
    Precision,
    RenewalOption,
    Rounding,
    Stated,
    Steps,
    Terms,
    Timing,
    Unknown,
)

CLAUSES = (
    "first_day",
    "last_day",
    "length",
    "renewal",
    "notice",
    "breach",
    "payments",
    "indexation",
    "repayment",
    "duties",
    "goals",
    "follows",
    "participants",
    "target_group",
    "referral",
    "activity",
)
"""The clauses that are a value, absent or unknown."""
LEDGERS = ("parties", "kind", "total", "contributions", "disbursements")
"""What is a value or unknown, and never absent."""
WAYS = ("value", "absent", "unknown")

EVENT_TAGS = {f"event:{kind.__name__}" for kind in EVENTS}
CLAUSE_TAGS = {
    *(f"{clause}:{way}" for clause in CLAUSES for way in WAYS),
    *(f"{clause}:{way}" for clause in LEDGERS for way in ("value", "unknown")),
    "first_day:conflict",
    "first_day:month",
    "first_day:words alone",
    "last_day:conflict",
    "last_day:month",
    "last_day:words alone",
    "length:beside the same last day",
    "length:beside another last day",
    "notice:no length",
    "notice:to the month's end",
    "renewal:no length",
    "renewal:an option",
    "renewal:by itself",
    "renewal:by itself, half read",
    "breach:no time",
    "two notice clauses",
    "open_ended",
    "contribution",
    "disbursement",
    "one party",
    "two parties or more",
    "a body",
}
OWED_TAGS = {
    *(f"owed:{kind}" for kind in DutyKind),
    *(f"cadence:{name}" for name in ("PerWindow", "Every", "InMonths", "Fixed", "Once")),
    *(f"stub:{stub}" for stub in Stub),
    *(f"on extension:{way}" for way in OnExtension),
    *(f"basis:{basis}" for basis in Basis),
    *(f"calls:{calls}" for calls in (*Calls, UNKNOWN)),
    "cadence:of the calendar",
    "cadence:several times a window",
    "cadence:tail",
    "cadence:the first after another time",
    "cadence:read from a month or a season",
    "its own first day",
    "its own last day",
    "lead:its own",
    "who:known",
    "who:unknown",
    "indexation:conflict",
    "open-ended with a follow-up",
    "named by an instance",
    "named alone",
    "any follow-up",
    "answers a flag",
}
"""What is owed, who owes it, and what events say of it."""
PAID_TAGS = {
    *(f"paid:{name}" for name in ("InMonths", "OnDay", "FirstDays", "PerWindow")),
    *(f"paid:{timing}" for timing in (*Timing, UNKNOWN)),
    *(f"paid:{stub}" for stub in Stub),
    "paid:for no span that can be told",
    "paid:by days",
    "paid:by months",
    "paid:days of its own",
    "paid:plans side by side",
    "paid:a line has days of its own",
    "index:share",
    "index:of some",
    "index:last day",
    "index:rounding",
    "index:with each new period",
}
"""How something is paid, and by which index."""
PROGRESS_TAGS = {f"progress:{progress}" for progress in Progress}


COURSE_TAGS = {
    "extended by an event",
    "extended by itself",
    "amended from a later day",
    "amended in its period",
    "amended, and lifts an ending",
    "an option is left",
    "notice is still in time",
    "entered past a day for notice",
    "several endings",
    "an ending lifted",
    "a party has left",
    "a clock to correct a breach",
    "corrected",
    *(f"final:{answer}" for answer in Answer),
    "announced",
    "taken down",
    "appealed",
    "stayed",
    "annulled",
}
"""What becomes of it: how it goes on, what is decided and annulled, how it is broken and left."""


def _way(value: object) -> str:
    if isinstance(value, Unknown):
        return "unknown"
    return "absent" if isinstance(value, Absent) else "value"


def _day_tags(name: str, stated: Stated | Absent | Unknown) -> Iterator[str]:
    if isinstance(stated, Stated):
        if len(stated.days) > 1:
            yield f"{name}:conflict"
        if any(reading.precision is Precision.MONTH for reading in stated.readings):
            yield f"{name}:month"
        if not stated.readings:
            yield f"{name}:words alone"


def _length_tags(terms: Terms) -> Iterator[str]:
    if isinstance(terms.length, Duration) and isinstance(terms.last_day, Stated):
        same = terms.last_readings == terms.last_day.readings
        if terms.first_readings and terms.last_day.readings:
            yield f"length:beside {'the same' if same else 'another'} last day"


def _money_and_parties(terms: Terms) -> Iterator[str]:
    if isinstance(terms.contributions, tuple) and terms.contributions:
        yield "contribution"
    if isinstance(terms.disbursements, tuple) and terms.disbursements:
        yield "disbursement"
    if isinstance(terms.parties, tuple):
        yield "one party" if len(terms.parties) == 1 else "two parties or more"
        if any(party.bodies for party in terms.parties):
            yield "a body"


def _duty_tags(duty: Duty) -> Iterator[str]:
    yield f"owed:{duty.kind}"
    yield f"basis:{duty.basis}"
    yield f"calls:{duty.calls}"
    yield "who:unknown" if isinstance(duty.who, Unknown) else "who:known"
    yield from _cadence_tags(duty.cadence)
    yield f"on extension:{duty.on_extension}"
    if duty.first is not None:
        yield "its own first day"
    if duty.last is not None:
        yield "its own last day"
    if duty.kind is DutyKind.FOLLOW_UP and duty.lead != LEAD:
        yield "lead:its own"


def _cadence_tags(cadence: Cadence) -> Iterator[str]:
    yield f"cadence:{type(cadence).__name__}"
    if isinstance(cadence, PerWindow | Every):
        yield f"stub:{cadence.stub}"
    if cadence.tail:
        yield "cadence:tail"
    match cadence:
        case PerWindow(times=times, calendar=calendar):
            if calendar:
                yield "cadence:of the calendar"
            if times > 1:
                yield "cadence:several times a window"
        case Every(first=Duration()):
            yield "cadence:the first after another time"
        case Once(precision=Precision.MONTH | Precision.SEASON):
            yield "cadence:read from a month or a season"
        case _:
            pass


def _owed_tags(terms: Terms) -> Iterator[str]:
    duties = terms.duties if isinstance(terms.duties, tuple) else ()
    for duty in duties:
        yield from _duty_tags(duty)
    if not terms.last_days and any(duty.kind is DutyKind.FOLLOW_UP for duty in duties):
        yield "open-ended with a follow-up"
    if isinstance(terms.goals, tuple) and terms.goals:
        yield f"owed:{DutyKind.ASSESSMENT}"
    if isinstance(terms.payments, tuple) and terms.payments:
        yield f"owed:{DutyKind.PAYMENT}"
        yield from _paid_tags(terms, terms.payments)
    if isinstance(terms.indexation, tuple):
        yield from _index_tags(terms.indexation)
    if terms.index_conflict:
        yield "indexation:conflict"


def _paid_tags(terms: Terms, plans: tuple[PaymentPlan, ...]) -> Iterator[str]:
    if len(plans) > 1:
        yield "paid:plans side by side"
    for plan in plans:
        yield f"paid:{type(plan.cadence).__name__}"
        yield f"paid:{plan.timing}"
        if not plan.spans:
            yield "paid:for no span that can be told"
        if isinstance(plan.stub, Stub):
            yield f"paid:{plan.stub}"
        if isinstance(plan.by, CountedIn):
            yield f"paid:by {plan.by}"
        if plan.first is not None or plan.last is not None:
            yield "paid:days of its own"
    lines = terms.disbursements if isinstance(terms.disbursements, tuple) else ()
    if any(line.first is not None or line.last is not None for line in lines):
        yield "paid:a line has days of its own"


def _index_tags(clauses: tuple[IndexClause, ...]) -> Iterator[str]:
    for clause in clauses:
        said = {
            "share": clause.share != 100,
            "of some": clause.of is not None,
            "last day": clause.last is not None,
            "rounding": clause.rounding != Rounding(),
            "with each new period": clause.steps_on is Steps.RENEWAL,
        }
        yield from (f"index:{name}" for name, is_said in said.items() if is_said)


def _event_tags(event: Event) -> Iterator[str]:
    yield f"event:{type(event).__name__}"
    match event:
        case FollowedUp(duty=None):
            yield "any follow-up"
        case FollowedUp() | Fulfilled() | Waived():
            yield "named alone" if event.occurrence is None else "named by an instance"
        case Noted(answers=str()):
            yield "answers a flag"
        case Amended(lifts=int()):
            yield "amended, and lifts an ending"
        case _:
            pass


TYPE_TAGS = {
    *(f"{clause}:value" for clause in (*CLAUSES, *LEDGERS)),
    "renewal:an option",
    "renewal:by itself",
    "two notice clauses",
    "open_ended",
}
"""Every type of clause."""


def _course_tags(terms: Terms, events: tuple[Event, ...]) -> Iterator[str]:
    """How far things have come on the days on which something happens, and at the end."""
    agreement = Agreement("life", terms, events)
    days = {*(event.on for event in events), *terms.last_days}
    for day in days:
        standing = agreement.on(day)
        if standing.entered and len(terms.last_days) == 1 < len(standing.last_days):
            yield "entered past a day for notice"
        if any(
            isinstance(event, Amended) and event.terms.last_days != terms.last_days
            for event in events
        ):
            yield "amended in its period"
        yield from (f"progress:{occurrence.progress}" for occurrence in standing.occurrences)
        yield from _standing_tags(standing)
        yield from (tag for one in standing.final for tag in _decision_tags(one))
    for change in agreement.timeline(until=max(days, default=Date(2020, 1, 1))):
        if change.tag == "~amends":
            yield "amended from a later day"
        if change.tag == "ending_lifted" and change.anomaly is None:
            yield "an ending lifted"


def _standing_tags(standing: Standing) -> Iterator[str]:
    for extension in standing.extensions:
        yield "extended by itself" if extension.automatic else "extended by an event"
    if isinstance(standing.option_latest, Date):
        yield "an option is left"
    if isinstance(standing.notice_latest, Date):
        yield "notice is still in time"
    if len(standing.endings) > 1:
        yield "several endings"
    if standing.left:
        yield "a party has left"
    for demand in standing.demands:
        if isinstance(demand.cure_ends, Date):
            yield "a clock to correct a breach"
        if demand.corrected is not None:
            yield "corrected"


def _decision_tags(decision: Finality) -> Iterator[str]:
    yield f"final:{decision.answer}"
    for what, found in (
        ("announced", decision.announced),
        ("taken down", decision.removed),
        ("appealed", decision.appeals or None),
        ("stayed", decision.stayed),
        ("annulled", decision.annulled),
    ):
        if found is not None:
            yield what


def _lasting_tags(terms: Terms) -> Iterator[str]:
    renewal, notice, breach = terms.renewal, terms.notice, terms.breach
    if isinstance(notice, Notice):
        if isinstance(notice.length, Unknown):
            yield "notice:no length"
        if notice.ends is NoticeEnd.MONTH_END:
            yield "notice:to the month's end"
        if isinstance(renewal, AutomaticRenewal):
            yield "two notice clauses"
    if isinstance(renewal, RenewalOption):
        yield "renewal:an option"
        if isinstance(renewal.length, Unknown):
            yield "renewal:no length"
    if isinstance(renewal, AutomaticRenewal):
        yield "renewal:by itself"
        if isinstance(renewal.length, Unknown) or isinstance(renewal.notice_before, Unknown):
            yield "renewal:by itself, half read"
    if isinstance(breach, Breach) and isinstance(breach.cure, Unknown):
        yield "breach:no time"


def tags(terms: Terms, events: tuple[Event, ...]) -> set[str]:
    """What a life holds, of what the lives together must hold."""
    found = {tag for event in events for tag in _event_tags(event)}
    found.update(_owed_tags(terms))
    found.update(_course_tags(terms, events))
    for clause in (*CLAUSES, *LEDGERS):
        found.add(f"{clause}:{_way(getattr(terms, clause))}")
    found.update(_day_tags("first_day", terms.first_day))
    found.update(_day_tags("last_day", terms.last_day))
    found.update(_length_tags(terms))
    found.update(_money_and_parties(terms))
    found.update(_lasting_tags(terms))
    if terms.open_ended:
        found.add("open_ended")
    return found
