"""What is answered of a simulated day: where the agreement stands, and its timeline."""

from collections.abc import Sequence

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Period
from ioplife.events import EndingDecided, Event, RenewalDecided
from ioplife.states import FINAL, State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Notice,
    NoticeEnd,
    RenewalOption,
    Terms,
    Unknown,
)
from tests.naive.faults import NO_FAULTS, Faults
from tests.naive.months import after, days_after, end_of_month, latest
from tests.naive.places import Grown, Line, Place, in_order
from tests.naive.rows import BINDING
from tests.naive.simulator import Simulator, each_day


def in_force(now: Simulator) -> Answer:
    """RULES §3 and 001."""
    today, firsts, lasts = now.today, now.first_readings, now.last_days()
    if now.state in FINAL or now.state in {State.INITIATIVE, State.PROPOSED}:
        return Answer.NO
    if firsts and today < firsts[0]:
        return Answer.NO
    if lasts and today > lasts[-1] and not now.stays():
        return Answer.NO
    if now.state is None or now.state is State.APPROVED:
        return Answer.UNKNOWN
    if now.state is State.SIGNED:
        absent = isinstance(now.lasting.agreed().first_day, Absent)
        return Answer.NO if absent else Answer.UNKNOWN
    if firsts and today < firsts[-1]:
        return Answer.UNKNOWN
    if any(end.on < today for end in now.endings.doubts()):
        return Answer.UNKNOWN
    if lasts:
        return Answer.YES if today <= lasts[0] else Answer.UNKNOWN
    if now.lasting.agreed().open_ended or today <= max(now.shown):
        return Answer.YES
    return Answer.UNKNOWN


def last_day(now: Simulator) -> Date | None | Unknown:
    """RULES §2: the earliest still on or after the day, else the latest."""
    lasts = now.last_days()
    if lasts:
        return next((day for day in lasts if day >= now.today), lasts[-1])
    return None if now.lasting.agreed().open_ended else UNKNOWN


def unsigned(now: Simulator) -> tuple[str, ...] | Unknown:
    parties = now.terms.parties
    if now.state is not State.APPROVED:
        return ()
    if isinstance(parties, Unknown):
        return UNKNOWN
    return tuple(sorted({party.id for party in parties} - now.signatures))


def period(now: Simulator) -> Period | None:
    """RULES §5: the period that holds the day."""
    periods = now.lasting.periods()
    return periods[min(now.lasting.number_on(now.today), len(periods)) - 1]


def extensions(now: Simulator) -> tuple[Grown, ...]:
    terms, found = now.lasting.based_on()
    told: list[Grown] = []
    for many, one in enumerate(found, 1):
        ends: Date | Unknown = UNKNOWN
        if len(terms.last_days) == 1:
            lengths = [each.length for each in found[:many]]
            ends = now.lasting.end(terms, terms.last_days[0], lengths)
        told.append((one.number, one.on, one.length, ends))
    return tuple(told)


def option_latest(now: Simulator) -> Date | None | Unknown:
    """RULES §9: where an option is left; without a limit, the last day."""
    clause, ends = now.lasting.agreed().renewal, now.lasting.ends()
    if now.state not in BINDING:
        return None
    if now.lasting.agreed().open_ended or not now.may_go_on():
        return None
    if isinstance(clause, Unknown):
        return UNKNOWN
    if not isinstance(clause, RenewalOption) or not now.lasting.times_left():
        return None
    if isinstance(clause.ask_before, Unknown) or not ends or now.lasting.unread():
        return UNKNOWN
    return ends[0] if clause.ask_before is None else latest(ends[0], clause.ask_before)


def notice_latest(now: Simulator) -> Date | None | Unknown:
    """RULES §5, §2: before it goes on by itself, or before the day it was decided to end on."""
    agreed = now.lasting.agreed()
    if now.state not in BINDING:
        return None
    if agreed.open_ended:
        return before_decided(now)  # whatever its clause of renewal: it goes on from nothing
    if not now.may_go_on():
        return None
    if isinstance(agreed.renewal, Unknown):
        return UNKNOWN
    if not isinstance(agreed.renewal, AutomaticRenewal):
        return None
    return before_it_goes_on(now, agreed.renewal)


def before_it_goes_on(now: Simulator, clause: AutomaticRenewal) -> Date | None | Unknown:
    """RULES §5: where an extension is left; nobody can tell while nobody can count (021)."""
    if not now.lasting.times_left() or now.lasting.stopped:
        return None
    ends = now.lasting.ends()
    if isinstance(clause.notice_before, Unknown) or not ends or now.lasting.unread():
        return UNKNOWN
    return latest(ends[0], clause.notice_before)


def before_decided(now: Simulator) -> Date | None | Unknown:
    """RULES §2, 021: until further notice, and decided to end on a day."""
    decided = now.standing_decision(EndingDecided)
    notice = now.terms.notice
    if decided is None or now.endings.standing() or isinstance(notice, Absent):
        return None
    event = now.left[decided]
    assert isinstance(event, EndingDecided)
    if isinstance(notice, Unknown) or isinstance(notice.length, Unknown):
        return UNKNOWN
    if isinstance(event.last_day, Unknown):
        return UNKNOWN
    return in_time(notice, event.last_day)


def in_time(notice: Notice, last: Date) -> Date:
    """The last day on which notice still ends it by a day, tried a day at a time."""
    assert not isinstance(notice.length, Unknown)
    day = last
    while True:
        ends = after(day, notice.length)
        if notice.ends is NoticeEnd.MONTH_END:
            ends = end_of_month(ends)
        if ends <= last:
            return day
        day = days_after(day, -1)


def place(now: Simulator) -> Place:
    """Where it stands at the end of today."""
    last = last_day(now)
    first_day: Date | Unknown = UNKNOWN
    if now.started is not None:
        first_day = now.started
    elif now.first_readings:
        first_day = now.first_readings[-1]
    return Place(
        state=now.state,
        in_force=in_force(now),
        first_day=first_day,
        last_day=last,
        last_days=tuple(now.last_days()),
        days_left=last.toordinal() - now.today.toordinal() if isinstance(last, Date) else last,
        reason=now.reason,
        open=() if now.state in FINAL else tuple(now.open),
        anomalies=tuple((wrong.number, wrong.code) for wrong in now.wrong),
        renewal_decided=now.standing_decision(RenewalDecided),
        ending_decided=now.standing_decision(EndingDecided),
        renewed=now.renewed,
        successor=now.successor,
        entered=now.entered,
        seen=now.seen,
        endings=tuple(now.endings.dated().items()),
        doubts=tuple(end.number for end in now.endings.doubts()),
        signed_by=tuple(sorted(now.signatures)),
        unsigned=unsigned(now),
        closed=now.closed,
        condition=now.condition if now.state is State.APPROVED else None,
        occurrences=in_order(now.occurrences()),
        ends=tuple(now.lasting.ends()),
        period=period(now),
        number=now.lasting.number_on(now.today),
        extensions=extensions(now),
        option_latest=option_latest(now),
        notice_latest=notice_latest(now),
        final=now.decisions.told(now.today),
        demands=tuple(now.demands.all.values()),
        left=tuple(sorted({one.party for one in now.parted})),
    )


def simulate(
    terms: Terms,
    events: Sequence[Event],
    first: Date,
    last: Date,
    faults: Faults = NO_FAULTS,
) -> list[tuple[Date, Place]]:
    """Where the agreement stands on every day from ``first`` to ``last``."""
    days = each_day(terms, events, first, last, faults)
    return [(now.today, place(now)) for now in days]


def timeline(
    terms: Terms, events: Sequence[Event], until: Date, faults: Faults = NO_FAULTS
) -> list[Line]:
    """Every line up to ``until``, that day included."""
    return [line for now in each_day(terms, events, until, until, faults) for line in now.lines]
