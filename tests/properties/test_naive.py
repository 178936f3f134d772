"""The fold agrees with a naive hand that goes through every day, and would be caught if not."""

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import Phase, find, given, seed, settings

from ioplife.agreement import Agreement
from ioplife.dates import Duration
from ioplife.duties import (
    LEAD,
    Basis,
    Cadence,
    Calls,
    Duty,
    DutyKind,
    Every,
    Goal,
    Horizon,
    Once,
    OnExtension,
    PerWindow,
    Stub,
)
from ioplife.events import (
    EVENTS,
    Approved,
    ChangeRaised,
    Corrected,
    Entered,
    Event,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    Noted,
    NoticeGiven,
    Proposed,
    Renewed,
    Signed,
    Started,
    Waived,
)
from ioplife.standing import Progress
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    Notice,
    NoticeEnd,
    Party,
    Precision,
    RenewalOption,
    Stated,
    Terms,
    Unknown,
)
from ioplife.testing._lives import lives
from tests.naive.comparison import difference
from tests.naive.faults import Faults
from tests.properties.covered import covered

LIVES = max(500, settings().max_examples)
"""How many lives are drawn and compared."""
PHASES = [phase for phase in Phase if phase is not Phase.explain]
"""A life is long: to explain the plainest failure costs more than it tells."""
FIVE_EVENTS = 0.30
EACH = 0.02

CLAUSES = (
    "first_day",
    "last_day",
    "length",
    "renewal",
    "notice",
    "payments",
    "indexation",
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
OWED = 0.05
PROGRESS_TAGS = {f"progress:{progress}" for progress in Progress}


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
    if terms.index_conflict:
        yield "indexation:conflict"


def _event_tags(event: Event) -> Iterator[str]:
    yield f"event:{type(event).__name__}"
    match event:
        case FollowedUp(duty=None):
            yield "any follow-up"
        case FollowedUp() | Fulfilled() | Waived():
            yield "named alone" if event.occurrence is None else "named by an instance"
        case Noted(answers=str()):
            yield "answers a flag"
        case _:
            pass


def _progress_tags(terms: Terms, events: tuple[Event, ...]) -> Iterator[str]:
    """How far what is owed has come on the days on which something happens, and at the end."""
    agreement = Agreement("life", terms, events)
    for day in {*(event.on for event in events), *terms.last_days}:
        for occurrence in agreement.on(day).occurrences:
            yield f"progress:{occurrence.progress}"


def tags(terms: Terms, events: tuple[Event, ...]) -> set[str]:
    """What a life holds, of what the lives together must hold."""
    found = {tag for event in events for tag in _event_tags(event)}
    found.update(_owed_tags(terms))
    found.update(_progress_tags(terms, events))
    for clause in (*CLAUSES, *LEDGERS):
        found.add(f"{clause}:{_way(getattr(terms, clause))}")
    found.update(_day_tags("first_day", terms.first_day))
    found.update(_day_tags("last_day", terms.last_day))
    found.update(_length_tags(terms))
    found.update(_money_and_parties(terms))
    if isinstance(terms.notice, Notice):
        if isinstance(terms.notice.length, Unknown):
            found.add("notice:no length")
        if terms.notice.ends is NoticeEnd.MONTH_END:
            found.add("notice:to the month's end")
    if isinstance(terms.renewal, RenewalOption) and isinstance(terms.renewal.length, Unknown):
        found.add("renewal:no length")
    if terms.open_ended:
        found.add("open_ended")
    return found


def test_the_fold_agrees_with_the_naive_simulator_on_every_day() -> None:
    """What ``on`` and ``timeline`` answer is what a loop over the days comes to."""
    held: Counter[str] = Counter()

    def agree(life: tuple[Terms, tuple[Event, ...]]) -> None:
        terms, events = life
        held.update({"lives": 1, "five events or more": len(events) >= 5})
        held.update(tags(terms, events))

        assert difference(terms, events) is None

    drawn = settings(max_examples=-(-LIVES // len(EVENTS)), phases=PHASES)
    for place, kind in enumerate(EVENTS):
        part = drawn(given(lives(holding=kind))(agree))
        if drawn.derandomize:  # else every part begins with the same dice
            part = seed(place)(part)
        part()

    covered("the fold and the naive simulator", **held)
    assert held["lives"] >= 500
    assert held["five events or more"] >= FIVE_EVENTS * held["lives"]
    wanted = dict.fromkeys(EVENT_TAGS | CLAUSE_TAGS | PROGRESS_TAGS, EACH) | dict.fromkeys(
        OWED_TAGS, OWED
    )
    assert {} == {
        tag: held[tag] for tag, part in wanted.items() if held[tag] < part * held["lives"]
    }


APPROVED = (Initiated("2021-01-01"), Proposed("2021-01-02"), Approved("2021-01-03"))
SIGNED = (*APPROVED, Signed("2021-01-04", by="town"))
ONE_PARTY = Terms(parties=(Party("town", "Town"),))


@pytest.mark.parametrize(
    ("terms", "events"),
    [
        pytest.param(
            ONE_PARTY,
            (*SIGNED, Started("2021-02-01")),
            id="started on a day, with no last day: that day shows it in force (001)",
        ),
        pytest.param(
            Terms(),
            (Corrected("2020-12-31", event_no=1), Entered("2021-01-01", state="active")),
            id="a correction has a row everywhere, so an entry excuses it not (002, 004)",
        ),
        pytest.param(
            ONE_PARTY,
            (*SIGNED, NoticeGiven("2021-02-01"), Entered("2021-03-01", state="active")),
            id="notice in signed has a row, so an entry excuses it not (002)",
        ),
        pytest.param(
            Terms(),
            (Entered("2021-01-01", state="active"), Renewed("2021-06-01")),
            id="renewed in force, with no last day: that day shows it in force (001)",
        ),
        pytest.param(
            Terms(parties=()),
            (*APPROVED, Signed("2021-01-04", by="town")),
            id="with no party there is no last signature",
        ),
        pytest.param(
            ONE_PARTY,
            (
                *SIGNED,
                NoticeGiven("2021-02-02"),
                ChangeRaised("2021-02-01"),
                Signed("2021-02-02", by="town"),
            ),
            id="what is without effect stands in the order of the timeline",
        ),
        pytest.param(
            Terms(
                first_day="2020-01-01",
                last_day="2020-12-31",
                goals=(Goal("goal", Horizon("P6M")),),
            ),
            (
                Entered("2020-01-01", state="active"),
                Waived("2020-01-01", duty="goal", occurrence=1),
                Fulfilled("2020-01-01", duty="goal"),
            ),
            id="a goal that was waived is assessed all the same (009)",
        ),
    ],
)
def test_they_agree_where_they_once_differed(terms: Terms, events: tuple[Event, ...]) -> None:
    assert difference(terms, events) is None


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param(Faults(over_after=0), id="over on its last day"),
        pytest.param(Faults(starts_late=1), id="started a day late"),
        pytest.param(
            Faults(dropped=frozenset({(FollowUpCalled, State.ACTIVE)})), id="no row for a call"
        ),
        pytest.param(
            Faults(dropped=frozenset({(Signed, State.APPROVED)})), id="no row for a signature"
        ),
        pytest.param(
            Faults(dropped=frozenset({(NoticeGiven, State.ACTIVE)})), id="no row for notice"
        ),
        pytest.param(
            Faults(dropped=frozenset({(FollowedUp, State.FOLLOW_UP)})), id="no row for an answer"
        ),
        pytest.param(Faults(searches_again=False), id="the search does not begin again"),
        pytest.param(Faults(last_signs=False), id="the last signature does not count itself"),
        pytest.param(Faults(later_wins=False), id="the earlier correction wins"),
        pytest.param(Faults(windows_late=1), id="every window a day late"),
        pytest.param(Faults(leads=False), id="open from the first day of its window"),
        pytest.param(Faults(due_on_seen=False), id="due on the day it was seen, and recorded"),
        pytest.param(Faults(waiver_closes=False), id="a waiver closes nothing"),
        pytest.param(Faults(window_kept=False), id="answers what it is not in the window of"),
    ],
)
def test_it_fails_on_a_seeded_fault(faults: Faults) -> None:
    """A comparison that nothing can fail would agree with anything."""

    def found(life: tuple[Terms, tuple[Event, ...]]) -> bool:
        return difference(*life, faults) is not None and difference(*life) is None

    terms, events = find(
        lives(),
        found,
        settings=settings(
            max_examples=2_000, phases=[Phase.generate], derandomize=True, database=None
        ),
    )

    assert difference(terms, events) is None
    assert difference(terms, events, faults) is not None


def test_it_fails_on_a_fault_that_few_lives_show() -> None:
    """What answers a call that comes on top fulfils nothing that is owed."""
    on_top = Duty("followup", DutyKind.FOLLOW_UP, PerWindow(1, "P1Y"), calls=Calls.ON_TOP)
    terms = Terms(first_day="2020-01-01", last_day="2020-12-31", duties=[on_top])
    events = (
        Entered("2020-01-01", state="active", seen="2020-01-01"),
        FollowUpCalled("2020-02-01"),
        FollowedUp("2020-03-01", answers=2),
    )
    assert difference(terms, events) is None
    assert difference(terms, events, Faults(extras_count=True)) is not None
