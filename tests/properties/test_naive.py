"""The fold agrees with a naive hand that goes through every day, and would be caught if not."""

from collections import Counter
from typing import Final

import pytest
from hypothesis import Phase, find, given, seed, settings

from ioplife.duties import (
    Calls,
    Duty,
    DutyKind,
    Goal,
    Horizon,
    PerWindow,
)
from ioplife.events import (
    EVENTS,
    Amended,
    Announced,
    Annulled,
    Approved,
    ChangeRaised,
    Corrected,
    DemandMade,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    NoticeGiven,
    PartyLeft,
    Proposed,
    Renewed,
    Signed,
    Started,
    Waived,
)
from ioplife.states import State
from ioplife.terms import (
    Party,
    Terms,
)
from ioplife.testing._lives import lives
from tests.naive.comparison import difference
from tests.naive.faults import Faults
from tests.properties.covered import covered
from tests.properties.held import (
    CLAUSE_TAGS,
    COURSE_TAGS,
    EVENT_TAGS,
    OWED_TAGS,
    PAID_TAGS,
    PROGRESS_TAGS,
    TYPE_TAGS,
    tags,
)

LIVES = max(500, settings().max_examples)
"""How many lives are drawn and compared."""
EVERY_DAY = settings().max_examples >= 1_000
"""Whether every day of a life is compared, in a long search; else those near which it turns."""
PHASES = [phase for phase in Phase if phase is not Phase.explain]
"""A life is long: to explain the plainest failure costs more than it tells."""
FIVE_EVENTS = 0.30
CLAUSE = 0.05
EACH = 0.02
SELDOM = 0.004


def test_the_fold_agrees_with_the_naive_simulator_on_every_day() -> None:
    """What ``on`` and ``timeline`` answer is what a loop over the days comes to."""
    held: Counter[str] = Counter()

    def agree(life: tuple[Terms, tuple[Event, ...]]) -> None:
        terms, events = life
        held.update({"lives": 1, "five events or more": len(events) >= 5})
        held.update(tags(terms, events))

        assert difference(terms, events, every=EVERY_DAY) is None

    drawn = settings(max_examples=-(-LIVES // len(EVENTS)), phases=PHASES)
    for place, kind in enumerate(EVENTS):
        part = drawn(given(lives(holding=kind))(agree))
        if drawn.derandomize:  # else every part begins with the same dice
            part = seed(place)(part)
        part()

    covered("the fold and the naive simulator", **held)
    assert held["lives"] >= 500
    assert held["five events or more"] >= FIVE_EVENTS * held["lives"]
    wanted = {
        **dict.fromkeys(COURSE_TAGS, SELDOM),
        **dict.fromkeys(EVENT_TAGS | CLAUSE_TAGS | PROGRESS_TAGS, EACH),
        **dict.fromkeys(TYPE_TAGS | OWED_TAGS, CLAUSE),
        **dict.fromkeys(PAID_TAGS, EACH),
    }
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


FAULTS: Final[dict[str, tuple[Faults, type[Event] | None]]] = {
    "over on its last day": (Faults(over_after=0), None),
    "started a day late": (Faults(starts_late=1), None),
    "no row for a signature": (Faults(dropped=frozenset({(Signed, State.APPROVED)})), None),
    "no row for an answer": (Faults(dropped=frozenset({(FollowedUp, State.FOLLOW_UP)})), None),
    "the search does not begin again": (Faults(searches_again=False), None),
    "the last signature does not count itself": (Faults(last_signs=False), None),
    "every window a day late": (Faults(windows_late=1), None),
    "open from the first day of its window": (Faults(leads=False), None),
    "due on the day it was seen, and recorded": (Faults(due_on_seen=False), Entered),
    "the time to appeal is out a day late": (Faults(appeals_late=1), Announced),
    "what is annulled keeps its effect": (Faults(annuls=False), Annulled),
}
"""What the naive hand gets wrong, and an event that the lives hold in which it shows."""

SELDOM_SHOWN: Final[dict[str, tuple[Faults, type[Event] | None]]] = {
    "no row for a call": (Faults(dropped=frozenset({(FollowUpCalled, State.ACTIVE)})), None),
    "no row for notice": (Faults(dropped=frozenset({(NoticeGiven, State.ACTIVE)})), NoticeGiven),
    "the earlier correction wins": (Faults(later_wins=False), Corrected),
    "a waiver closes nothing": (Faults(waiver_closes=False), Waived),
    "answers what it is not in the window of": (Faults(window_kept=False), None),
    "goes on by itself a day late": (Faults(extends_late=1), None),
    "an amendment applies a day late": (Faults(amended_late=1), Amended),
    "notice ends it a day late": (Faults(noticed_late=1), NoticeGiven),
    "a lifted ending stands": (Faults(lifts=False), EndingLifted),
    "a breach may be corrected for a day more": (Faults(cured_late=1), DemandMade),
    "it ends when the last party leaves": (Faults(all_leave=True), PartyLeft),
    "no row for an extension": (Faults(dropped=frozenset({(Extended, State.ACTIVE)})), Extended),
}
"""The same, of what few lives show: drawn in a long search; in lives made by hand every time.

Those lives are here below and in the tests of the naive hand beside this one.
"""


@pytest.mark.parametrize("name", [*FAULTS, *(SELDOM_SHOWN if EVERY_DAY else ())])
def test_it_fails_on_a_seeded_fault(name: str) -> None:
    """A comparison that nothing can fail would agree with anything."""
    faults, holding = {**FAULTS, **SELDOM_SHOWN}[name]

    def found(life: tuple[Terms, tuple[Event, ...]]) -> bool:
        return difference(*life, faults) is not None and difference(*life) is None

    terms, events = find(
        lives(holding=holding),
        found,
        settings=settings(
            max_examples=2_000, phases=[Phase.generate], derandomize=True, database=None
        ),
    )

    assert difference(terms, events) is None
    assert difference(terms, events, faults) is not None


HALF_YEARLY = Duty("followup", DutyKind.FOLLOW_UP, PerWindow(2, "P1Y"), calls=Calls.ON_TOP)
YEARS = Terms(first_day="2020-01-01", last_day="2021-12-31", duties=[HALF_YEARLY])
ENTERED = Entered("2020-01-01", state="active", seen="2020-01-01")


@pytest.mark.parametrize(
    ("events", "faults"),
    [
        pytest.param(
            (FollowUpCalled("2020-02-01"), FollowedUp("2020-03-01", answers=2)),
            Faults(extras_count=True),
            id="what answers a call that comes on top fulfils nothing that is owed",
        ),
        pytest.param(
            (FollowUpCalled("2020-02-01"),),
            Faults(dropped=frozenset({(FollowUpCalled, State.ACTIVE)})),
            id="a call is to be answered",
        ),
        pytest.param(
            (FollowedUp("2021-02-01"),),
            Faults(window_kept=False),
            id="by its day alone it answers the window of its day",
        ),
        pytest.param(
            (Waived("2020-02-01", duty="followup", occurrence=1),),
            Faults(waiver_closes=False),
            id="what is waived is not to be done",
        ),
        pytest.param(
            (
                FollowedUp("2020-02-01"),
                Corrected("2020-03-01", event_no=2, to=FollowedUp("2020-08-01")),
                Corrected("2020-04-01", event_no=2),
            ),
            Faults(later_wins=False),
            id="of two corrections the later",
        ),
    ],
)
def test_it_fails_on_a_fault_that_few_lives_show(events: tuple[Event, ...], faults: Faults) -> None:
    assert difference(YEARS, (ENTERED, *events)) is None
    assert difference(YEARS, (ENTERED, *events), faults) is not None
