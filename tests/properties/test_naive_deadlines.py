"""The flags agree with a naive hand that reads each row of its table anew on each day."""

from collections import Counter
from typing import Final

import pytest
from hypothesis import Phase, find, given, seed, settings
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.dates import Period
from ioplife.events import EVENTS
from ioplife.terms import UNKNOWN, Body, Party, Reading, Stated, Terms
from ioplife.testing._lives import lives
from tests.naive.deadlines import Up
from tests.naive.faults import Faults
from tests.naive.flagging import LIFE, difference
from tests.properties.covered import covered

Life = tuple[Terms, tuple[iop.Event, ...]]

LIVES: Final = max(250, settings().max_examples)
"""How many lives are drawn and compared."""

EVERY_DAY: Final = settings().max_examples >= 1_000
"""Whether what is near is asked for on each day compared, in a long search."""

PHASES: Final = [phase for phase in Phase if phase is not Phase.explain]
"""A life is long: to explain the plainest failure costs more than it tells."""

WHOLE: Final = (
    "ends",
    "ended-undecided",
    "renewed",
    "not-renewed",
    "signature-missing",
    "starts",
    "condition-open",
    "end-unknown",
    "end-conflict",
    "open-ended",
    "index-step",
)
"""Codes whose flag is told by the code alone."""

NUMBERED: Final = ("record-conflict", "appeal-ends", "announcement-broken", "cure-ends")
"""Codes whose flag is told by the number of an event."""

OWED: Final = {"follow_up": "follow-up", "meeting": "meeting", "report": "report"}


def keys(terms: Terms, events: tuple[iop.Event, ...]) -> list[str]:
    """Flags of a life that somebody may answer, whether they are ever up or not."""
    found = [*WHOLE, "notice-latest/1", "option-latest/1", "extends-automatically/2"]
    for number in range(1, len(events) + 1):
        found += [f"{code}/{number}" for code in NUMBERED]
    for duty in terms.duties if isinstance(terms.duties, tuple) else ():
        found.append(f"unrecorded/{duty.id}")
        found += [f"{OWED[duty.kind]}-{way}/{duty.id}#1" for way in ("due", "overdue")]
    goals = terms.goals if isinstance(terms.goals, tuple) else ()
    return [*found, *(f"assessment-due/{goal.id}" for goal in goals)]


@st.composite
def answering(draw: st.DrawFn, holding: type[iop.Event] | None = None) -> Life:
    """Lives in which some flags are answered besides, by what is recorded last."""
    terms, events = draw(lives(holding=holding))
    chosen = draw(st.lists(st.sampled_from(keys(terms, events)), max_size=4, unique=True))
    days = sorted({event.on for event in events}) or [Date(2020, 1, 1)]
    answers = [iop.Noted(draw(st.sampled_from(days)), answers=f"{LIFE}/{key}") for key in chosen]
    return terms, (*events, *answers)


CODES: Final = (
    "ends",
    "ended-undecided",
    "renewed",
    "not-renewed",
    "successor-missing",
    "notice-latest",
    "extends-automatically",
    "option-latest",
    "appeal-ends",
    "announcement-broken",
    "cure-ends",
    "signature-missing",
    "starts",
    "condition-open",
    "end-unknown",
    "end-conflict",
    "end-inexact",
    "open-ended",
    "record-conflict",
    "follow-up-due",
    "meeting-due",
    "report-due",
    "payment-due",
    "follow-up-overdue",
    "meeting-overdue",
    "report-overdue",
    "payment-overdue",
    "unrecorded",
    "assessment-due",
    "index-step",
    "index-conflict",
)
"""Every code; each must be seen up, and so must each severity and an answered flag."""

RARE: Final = "index-conflict"
"""Two clauses that disagree and a payment to come are seldom drawn together; see below."""


PLANNED: Final = {"decide-by", "papers-by"}
"""What hangs on a policy's leads and meetings, of which the naive hand knows none."""


def test_every_code_is_compared() -> None:
    assert set(iop.deadlines.CODES) == set(CODES) | PLANNED


def test_the_flags_agree_with_the_naive_hand_around_each_day_that_matters() -> None:
    """Code, subject, day, who, severity and whether it is answered, with a window and without."""
    held: Counter[str] = Counter()

    def saw(_day: Date, flags: tuple[Up, ...]) -> None:
        held.update(days=1, flags=len(flags), answered=sum(flag.answered for flag in flags))
        held.update({flag.name.split("/")[0] for flag in flags})
        held.update({flag.severity for flag in flags})

    def agree(life: Life) -> None:
        terms, events = life
        held["lives"] += 1

        assert difference(terms, events, seen=saw, every=EVERY_DAY) is None

    drawn = settings(max_examples=-(-LIVES // len(EVENTS)), phases=PHASES)
    for place, kind in enumerate(EVENTS):
        part = drawn(given(answering(kind))(agree))
        if drawn.derandomize:  # else every part begins with the same dice
            part = seed(place)(part)
        part()

    covered("the flags and the naive hand", **held)
    assert held["lives"] >= LIVES
    wanted = ({*CODES} - {RARE}) | {*iop.Severity, "answered"}
    assert [] == sorted(name for name in wanted if not held[name])


TOWN = Party("town", "Town", sector="public")
RENAMED = Party(
    "town",
    "Town",
    sector="public",
    bodies=[
        Body("old", "Old", kind="board", period=Period("2000-01-01", "2020-08-31")),
        Body("new", "New", kind="board", period=Period("2020-09-01")),
        Body("office", "Office", kind="administration"),
    ],
)
CLUB = Party("club", "Club", sector="civil")
ENTERED = iop.Entered("2020-06-01", state="active", seen="2020-06-01")
SUCCESSOR = iop.Renewed("2020-07-01", successor="next", period=Period("2022-01-01"))
ENDING = iop.EndingDecided("2020-07-01", last_day="2021-12-31")
APPROVED = (
    iop.Initiated("2019-01-01"),
    iop.Proposed("2019-01-02"),
    iop.Approved("2019-01-03", condition=None),
)
PAYING = iop.PaymentPlan(iop.InMonths([3, 6]), who="town")
CLASHING = (iop.IndexClause("OPI", "2020-01-01"), iop.IndexClause("OPI", "2020-07-01"))
MONTH = Reading("2021-12-31", precision="month")
FINAL_REPORT = iop.Duty(
    "d", "report", iop.Fixed([Period("2022-03-01", "2022-03-31")], tail=True), who="club"
)


def test_what_is_rarely_drawn_is_seen_all_the_same() -> None:
    held: Counter[str] = Counter()

    def saw(_day: Date, flags: tuple[Up, ...]) -> None:
        held.update({flag.name for flag in flags})

    terms = Terms(
        first_day="2020-01-01", last_day="2021-12-31", payments=PAYING, indexation=CLASHING
    )
    assert difference(terms, (ENTERED,), seen=saw) is None
    assert held[RARE]


@pytest.mark.parametrize(
    ("terms", "events"),
    [
        pytest.param(
            Terms(open_ended=True),
            (ENTERED, iop.NoticeGiven("2020-07-01")),
            id="open-ended beside an ending that nobody can date (001)",
        ),
        pytest.param(
            Terms(last_day="2021-12-31"),
            (ENTERED, ENDING, SUCCESSOR),
            id="renewed and not renewed: both are on record",
        ),
        pytest.param(
            Terms(parties=(RENAMED, CLUB), last_day="2021-12-31"),
            (ENTERED,),
            id="the board of the day (012)",
        ),
        pytest.param(
            Terms(last_day=Stated((MONTH, Reading("2021-12-31")))),
            (ENTERED,),
            id="one paper gives the day and another its month",
        ),
        pytest.param(
            Terms(last_day="2021-12-31"),
            (iop.Entered("2022-01-01", state="terminated", reason=UNKNOWN),),
            id="over, and nobody knows why",
        ),
        pytest.param(
            Terms(first_day="2020-01-01", open_ended=True, payments=PAYING, indexation=CLASHING),
            (ENTERED, iop.Fulfilled("2020-06-02", duty="payment")),
            id="clauses that disagree, and the next payment is made",
        ),
        pytest.param(
            Terms(first_day="2020-01-01", last_day="2021-12-31", duties=(FINAL_REPORT,)),
            (ENTERED, iop.Closed("2022-03-15")),
            id="a tail until it is closed (009)",
        ),
        pytest.param(
            Terms(
                parties=(TOWN, CLUB),
                first_day=Stated((Reading("2020-01-01"), Reading("2020-07-01"))),
                last_day="2021-12-31",
            ),
            (*APPROVED, iop.Signed("2019-01-04", by="town")),
            id="signatures are missing and the first day is in conflict",
        ),
        pytest.param(
            Terms(last_day="2021-12-31"),
            (
                ENTERED,
                iop.Proposed("2020-07-01"),
                iop.Noted("2020-08-01", answers="life/record-conflict/2"),
            ),
            id="a conflict of the record that is answered",
        ),
    ],
)
def test_they_agree_on_the_lives_that_are_rarely_drawn(
    terms: Terms, events: tuple[iop.Event, ...]
) -> None:
    assert difference(terms, events) is None


@pytest.mark.parametrize("decided", [SUCCESSOR, ENDING], ids=["renewed", "not renewed"])
def test_an_inexact_end_stands_beside_ends_alone(decided: iop.Event) -> None:
    """RULES §9: beside ends."""
    assert difference(Terms(last_day="2021-12"), (ENTERED, decided)) is None


YEARLY = iop.Duty("d", "meeting", iop.PerWindow(1, "P1Y"), basis="administration")
"""It rests on what an administration says, and does not bind."""


@pytest.mark.parametrize(
    "faults",
    [
        pytest.param(Faults(severe_late=1), id="more severe a day late"),
        pytest.param(Faults(severe_late=-1), id="more severe a day early"),
        pytest.param(Faults(last_day_due=False), id="overdue on the last day of its window"),
        pytest.param(Faults(within_closed=False), id="the last day asked for is not in it"),
        pytest.param(Faults(only_binding=False), id="what the administration owes is unrecorded"),
    ],
)
def test_it_fails_on_a_seeded_fault(faults: Faults) -> None:
    """A comparison that nothing can fail would agree with anything."""
    life = (
        Terms(first_day="2020-01-01", last_day="2021-12-15", duties=(YEARLY,)),
        (iop.Entered("2020-01-01", state="active", seen="2021-01-01"),),
    )

    assert difference(*life) is None
    assert difference(*life, faults) is not None


def test_lives_that_are_drawn_show_a_fault() -> None:
    late = Faults(severe_late=1)

    def found(life: Life) -> bool:
        return difference(*life, late) is not None and difference(*life) is None

    assert find(
        answering(iop.Entered),
        found,
        settings=settings(
            max_examples=1_000, phases=[Phase.generate], derandomize=True, database=None
        ),
    )
