"""Two of every value: one with as little as it takes, one with every field given."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.chains import Chain, Joint, Link
from ioplife.criteria import CriteriaSet, Criterion
from ioplife.dates import Duration, Period
from ioplife.decisions import Case, Decision, Finding, Found, Option, Verdict
from ioplife.duties import (
    Basis,
    Duty,
    DutyKind,
    Every,
    Fixed,
    Goal,
    Horizon,
    InMonths,
    Once,
    PerWindow,
    Window,
)
from ioplife.duties.cadences import Stretch
from ioplife.events import (
    EVENTS,
    Amended,
    Approved,
    Assessed,
    Cancelled,
    ChangeRaised,
    Corrected,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    Fulfilled,
    Noted,
    NoticeGiven,
    OfDecision,
    Override,
    PartyLeft,
    Proposed,
    Reason,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Voided,
    Waived,
)
from ioplife.indices import IndexStatus, Observation
from ioplife.meetings import Meeting
from ioplife.money import Payment, Portion, Refund, Share, Step, TrueUp
from ioplife.norms import Norm, Norms
from ioplife.planning import Plan, PlanDay
from ioplife.sources import Source
from ioplife.standing import (
    Anomaly,
    Answered,
    Cause,
    Change,
    Demand,
    Ending,
    Extension,
    Finality,
    Occurrence,
    Progress,
    Standing,
)
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    UNLIMITED,
    Absent,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    CountedIn,
    Description,
    Disbursement,
    FirstDays,
    IndexClause,
    Notice,
    OnDay,
    Party,
    PaymentPlan,
    Reading,
    RenewalOption,
    Repayment,
    Rounding,
    Stated,
    StatedSum,
    Sum,
    Terms,
)

ON: Final = "2024-01-31"
DAY: Final = Date(2024, 1, 31)
PAPER: Final = Source("SON 2021-404", "§ 13")
BODY: Final = Body("board", "Board", kind="board", period=Period(ON), source=PAPER)
PARTY: Final = Party("town", "Town", sector="public", bodies=[BODY], source=PAPER)
OTHER: Final = Party("mission", "Mission", sector="civil")
READING: Final = Reading(ON, precision="month", text="januari 2024", source=PAPER)
SUM: Final = Sum("1000.50", text="tusen", source=PAPER)
STATED_SUM: Final = StatedSum([SUM])
CONTRIBUTION: Final = Contribution(
    "town",
    STATED_SUM,
    form="cash",
    id="town-cash",
    first="2024-02-01",
    last="2025-12-31",
    text="kontant",
    source=PAPER,
)
DISBURSEMENT: Final = Disbursement(
    "mission",
    500,
    id="mission-1",
    first="2024-02-01",
    last="2025-12-31",
    text="i juli",
    source=PAPER,
)
NOTICE: Final = Notice(
    "P6M", written=True, counts_from="receipt", ends="month_end", text="skriftligen", source=PAPER
)
NORM: Final = Norm("public-share", "50.5", since=ON, source=PAPER, scope=["board"])
NORMS: Final = Norms([[NORM]])
CRITERION: Final = Criterion(
    "no_market", "there is no market", sentence_sv="marknad saknas", source=PAPER, hard=True
)
OPTION: Final = RenewalOption(
    "P1Y", times=UNLIMITED, ask_before="P3M", text="kan förlängas", source=PAPER
)
AUTOMATIC: Final = AutomaticRenewal(
    "P1Y",
    "P6M",
    times=3,
    written=True,
    counts_from="sending",
    text="förlängs med ett år i taget",
    source=PAPER,
)
BREACH: Final = Breach("P30D", written=True, text="inom trettio dagar", source=PAPER)
YEARLY: Final = PerWindow(1, "P1Y", calendar=True, stub="drop")
LATER: Final = Every("P1Y", first="P6M", stub="prorate")
JULY: Final = InMonths([7])
NOVEMBER: Final = Fixed([Period("2024-11-01", "2024-11-30")], tail=True)
FINAL: Final = Once("2027-03-31", precision="month", tail=True)
DUTY: Final = Duty(
    "follow-up",
    "follow_up",
    LATER,
    who="town",
    calls="count",
    basis="decision",
    lead="P1M",
    first="2024-02-01",
    last="2026-06-30",
    on_extension="restart",
    text="minst 1 gång/ år",
    source=PAPER,
)
HORIZON: Final = Horizon("P2Y", beyond=True)
GOAL: Final = Goal("long", HORIZON, basis="proposal", text="tidshorisont >2 år", source=PAPER)
PLAN: Final = PaymentPlan(
    FirstDays(7, "P3M", calendar=False),
    label="hyra",
    pays=["mission-1"],
    timing="advance",
    stub="prorate",
    by="days",
    who=["town"],
    first="2024-02-01",
    last="2026-11-30",
    on_extension="restart",
    text="första veckan i kvartalet",
    source=PAPER,
)
MONTHLY: Final = PaymentPlan(
    OnDay(25, in_months=[1, 7]),
    label="personal",
    pays="mission-1",
    timing="arrears",
    calendar=True,
    stub="keep",
)
ENDING_PLAN: Final = attrs.evolve(PLAN, cadence=OnDay(25), calendar=True, on_extension="stop")
ROUNDING: Final = Rounding(100, way="down", each="year")
INDEXED: Final = IndexClause(
    "OPI",
    "2025-01-01",
    of=["mission-1"],
    share=80,
    lag=1,
    vintage=10,
    rounding=ROUNDING,
    steps_on="renewal",
    last="2026-01-01",
    true_up=True,
    text="räknas upp",
    source=PAPER,
)
REPAYMENT: Final = Repayment("days", text="det som inte förbrukats", source=PAPER)
TOLD: Final = Description("vuxna i hemlöshet", source=PAPER)
TERMS: Final = Terms(
    parties=[PARTY, OTHER],
    first_day=Stated([READING], text="från januari"),
    last_day="2026-12",
    length="P3Y",
    open_ended=False,
    renewal=OPTION,
    notice=NOTICE,
    breach=BREACH,
    kind="iop",
    total=1500,
    contributions=[CONTRIBUTION],
    disbursements=[DISBURSEMENT],
    payments=[PLAN, MONTHLY],
    indexation=[INDEXED],
    repayment=REPAYMENT,
    duties=[DUTY],
    goals=[GOAL],
    follows="son-2018-1",
    norms=[NORM],
    participants="25",
    target_group=TOLD,
    referral=[TOLD],
    activity=[TOLD, Description("stöd")],
)
OVERRIDE: Final = Override("some-code", by="board", why="we know")
SIGNED: Final = Signed(ON, by="town")
FACTS: Final = (("day", ON), ("parties", ("mission", "town")))
CAUSE: Final = Cause("~starts", FACTS, PAPER)
ENDING: Final = Ending(3, DAY, Date(2024, 7, 31), Reason.NOTICE)
EXTENSION: Final = Extension(4, DAY, Duration(1), Date(2025, 7, 31))
DEMAND: Final = Demand(5, DAY, True, Date(2024, 3, 1), 6, 7)  # noqa: FBT003 - in writing
FINALITY: Final = Finality(
    1,
    DAY,
    "approved",
    Answer.NO,
    adjusted=Date(2024, 2, 1),
    announced=Date(2024, 2, 2),
    removed=Date(2024, 2, 22),
    appeal_ends=Date(2024, 2, 23),
    appeals=(8,),
    stayed=9,
    annulled=10,
)
ANOMALY: Final = Anomaly(2, DAY, "signed", "wrong-state")
OCCURRENCE: Final = Occurrence(
    "follow-up",
    DutyKind.FOLLOW_UP,
    1,
    DAY,
    Date(2024, 12, 31),
    Date(2024, 12, 31),
    Progress.FULFILLED,
    9,
    ("town",),
    Basis.AGREEMENT,
    PAPER,
)
ANSWERED: Final = Answered("son-2021-404/ends", 10, "board")
BARE_STANDING: Final = Standing(
    on=DAY,
    state=None,
    in_force=Answer.UNKNOWN,
    first_day=UNKNOWN,
    last_day=UNKNOWN,
    days_left=UNKNOWN,
)
STANDING: Final = Standing(
    on=Date(2024, 2, 1),
    state=State.ACTIVE,
    in_force=Answer.YES,
    first_day=DAY,
    last_day=Date(2024, 7, 31),
    days_left=181,
    last_days=(Date(2024, 7, 31),),
    ends=(READING,),
    period=Period(ON, "2025-07-31"),
    number=2,
    extensions=(EXTENSION,),
    option_latest=Date(2025, 4, 30),
    notice_latest=Date(2025, 1, 31),
    uncounted=True,
    final=(FINALITY,),
    demands=(DEMAND,),
    left=("parish",),
    endings=(ENDING,),
    doubts=(11,),
    reason=Reason.NOTICE,
    signed_by=("mission", "town"),
    unsigned=("mission",),
    condition="the budget",
    open=(4,),
    renewal_decided=5,
    ending_decided=6,
    renewed=7,
    successor="son-2026-1",
    entered=8,
    seen=DAY,
    closed=True,
    anomalies=(ANOMALY,),
    occurrences=(OCCURRENCE,),
    answered=(ANSWERED,),
    because=(CAUSE,),
)
FINDING: Final = Finding(Found.NOT_MET, PAPER, FACTS, ("written",), DAY)
VERDICT: Final = Verdict(
    "some-code",
    Found.NOT_MET,
    soft=True,
    sentence="It is so.",
    source=PAPER,
    facts=FACTS,
    clause=PAPER,
    needs=("written",),
    from_day=DAY,
    override=OVERRIDE,
)
BARE_VERDICT: Final = Verdict("a", Found.MET, soft=False, sentence="So.", source=Source("KL"))

COMMON: Final[dict[str, object]] = {
    "by": "board",
    "basis": PAPER,
    "stated": "i januari",
    "overrides": [OVERRIDE],
    "extra": {"dnr": "SON 2021-404"},
}
"""The fields that every event has, but for its day, each with something in it."""

NEEDED: Final[dict[type[Event], dict[str, object]]] = {
    Entered: {"state": "active"},
    Resolved: {"what": "total"},
    Corrected: {"event_no": 1},
    Amended: {"terms": Terms()},
}
"""What an event cannot be built without, but for its day."""

OWN: Final[dict[type[Event], dict[str, object]]] = {
    **{kind: {"decision": 3} for kind in EVENTS if issubclass(kind, OfDecision)},
    Assessed: {"matter": "no_market", "outcome": "met"},
    Proposed: {"to": "board"},
    Approved: {"condition": "the budget"},
    Declined: {"referred_to": "grants"},
    Entered: {"state": "terminated", "seen": "2024-02-29", "reason": "expired"},
    ChangeRaised: {"reason": "other"},
    FollowedUp: {
        "duty": "follow-up",
        "occurrence": 2,
        "answers": 3,
        "result": "reached",
        "recommendation": "continue",
    },
    Fulfilled: {"duty": "payment", "occurrence": "none"},
    Waived: {"duty": "annual-report", "occurrence": 1, "why": "agreed"},
    Amended: {
        "terms": TERMS,
        "applies_from": "2024-07-01",
        "agreed_by": ["town", "mission"],
        "answers": 3,
        "lifts": 4,
    },
    NoticeGiven: {"written": True, "sent": "2024-01-30", "received": ON, "under": "notice"},
    EndingDecided: {"last_day": "2026-12-31", "reason": "done"},
    Extended: {"length": "P1Y"},
    Rescinded: {"last_day": "2024-06-30", "agreed_by": ["town", "mission"], "answers": 3},
    EndingLifted: {"ending": 3, "agreed_by": ["town", "mission"]},
    DemandMade: {"written": True},
    DemandCorrected: {"demand": 5},
    Cancelled: {"demand": 5, "last_day": "2024-06-30"},
    PartyLeft: {"party": "mission", "last_day": "2024-06-30"},
    Voided: {"last_day": "2024-06-30"},
    Renewed: {"successor": "son-2026-1", "period": Period("2027-01-01")},
    Noted: {"what": "an evaluation", "answers": "son-2021-404/ends"},
    Resolved: {"what": "last_day", "reading": "2026-12-31"},
    Corrected: {"event_no": 2, "why": "a slip", "to": SIGNED},
}
"""The fields of its own, each with something in it."""


def built(kind: type[Event], **given: object) -> Event:
    """An event of that kind, with what it cannot be built without."""
    return kind(ON, **(NEEDED.get(kind, {}) | given))  # type: ignore[arg-type] # any kind's fields


OBSERVATION: Final = Observation(
    "OPI", 2023, "4.6", status="definitive", published=ON, vintage="2022-10", source=PAPER
)
STEP: Final = Step(
    DAY, "OPI", 2024, Decimal("4.6"), IndexStatus.PRELIMINARY, DAY, PAPER, Decimal(80)
)
SHARE: Final = Share("mission-1", "mission", Decimal(500), Decimal(523))
PORTION: Final = Portion("mission-1", "mission", Decimal(3))
TRUE_UP: Final = TrueUp(Decimal(520), Decimal(3), (PORTION,))
REFUND: Final = Refund(
    on=Date(2024, 2, 1),
    duty="payment:hyra",
    ordinal=2,
    covers=Period("2024-01-01", "2024-06-30"),
    unused=Period("2024-05-01", "2024-06-30"),
    paid=Decimal(523),
    by=CountedIn.DAYS,
    part=(61, 182),
    amount=Decimal(3),
    split=(PORTION,),
    reasons=(CAUSE,),
    progress=Progress.FULFILLED,
    sources=(PAPER,),
)
BARE_REFUND: Final = Refund(
    on=DAY,
    duty="payment",
    ordinal=1,
    covers=None,
    unused=None,
    paid=UNKNOWN,
    by=UNKNOWN,
    part=None,
    amount=UNKNOWN,
    split=(),
    reasons=(),
    progress=Progress.OVERDUE,
    sources=(),
)
PAYMENT: Final = Payment(
    duty="payment:hyra",
    on=Date(2024, 2, 1),
    ordinal=2,
    first=DAY,
    last=Date(2024, 2, 29),
    covers=Period("2024-01-01", "2024-06-30"),
    true_up=TRUE_UP,
    nominal=Decimal(500),
    amount=Decimal(523),
    steps=(STEP,),
    split=(SHARE,),
    provisional=True,
    undated=True,
    reasons=(CAUSE,),
    progress=Progress.OPEN,
    sources=(PAPER,),
)
BARE_PAYMENT: Final = Payment(
    duty="payment",
    on=DAY,
    ordinal=1,
    first=Date(2024, 1, 1),
    last=DAY,
    covers=None,
    true_up=None,
    nominal=UNKNOWN,
    amount=UNKNOWN,
    steps=(),
    split=(),
    provisional=False,
    undated=False,
    reasons=(),
    progress=Progress.COMING,
    sources=(),
)

PLANNED: Final = PlanDay(DAY, CAUSE)

LINK: Final = Link(
    id="son-2021-404",
    state=State.ACTIVE,
    first_day=DAY,
    last_day=Date(2026, 12, 31),
    signed=Answer.YES,
    parties=("town", "mission"),
    follows="son-2018-1",
    successor="son-2026-1",
)
BARE_LINK: Final = Link(
    id="a",
    state=None,
    first_day=UNKNOWN,
    last_day=UNKNOWN,
    signed=Answer.NO,
    parties=UNKNOWN,
    follows=None,
    successor=None,
)
JOINT: Final = Joint(
    earlier="a",
    later="b",
    told_by=("a",),
    denied_by=("b",),
    gap=Period(ON, ON),
    overlap=Period(ON, "2024-02-01"),
)

PAIRS: Final[tuple[tuple[object, object], ...]] = (
    (Duration(), Duration(1, 2, 3)),
    (Period("2024-02-01"), Period("2024-01-01", "2024-12-31")),
    (Source("KL"), PAPER),
    (Absent(), Absent(PAPER)),
    (Body("b", "B"), BODY),
    (Party("p", "P"), PARTY),
    (Reading("2024-02-01"), READING),
    (Stated(), Stated([READING], text="från januari")),
    (Sum(0), SUM),
    (StatedSum(), STATED_SUM),
    (Contribution("a", UNKNOWN), CONTRIBUTION),
    (Disbursement("a", UNKNOWN), DISBURSEMENT),
    (Notice(UNKNOWN), NOTICE),
    (RenewalOption(UNKNOWN), OPTION),
    (AutomaticRenewal(UNKNOWN, UNKNOWN), AUTOMATIC),
    (Breach(UNKNOWN), BREACH),
    (Window(1, DAY, DAY, DAY), Window(2, Date(2024, 2, 1), Date(2024, 2, 2), Date(2024, 2, 2))),
    (PerWindow(2, "P6M"), YEARLY),
    (Every("P18M"), LATER),
    (InMonths([1, 8]), JULY),
    (Fixed([Period("2024-02-01", "2024-02-29")]), NOVEMBER),
    (Once("2024-05-31"), FINAL),
    (Stretch(DAY, DAY, DAY), Stretch(Date(2024, 2, 1), Date(2024, 2, 2), Date(2024, 1, 1))),
    (Duty("a", "meeting", JULY), DUTY),
    (Horizon("P6M"), HORIZON),
    (Goal("a"), GOAL),
    (OnDay(1), OnDay(25, in_months=[1, 7])),
    (FirstDays(5, "P4M"), FirstDays(7, "P3M", calendar=False)),
    (
        PaymentPlan(InMonths([1])),
        attrs.evolve(PLAN, cadence=OnDay(25), on_extension="stop", calendar=True),
    ),
    (Rounding(), ROUNDING),
    (IndexClause("KPI", ON), INDEXED),
    (Repayment(), REPAYMENT),
    (Description("alla åldrar"), TOLD),
    (Terms(open_ended=True), TERMS),
    (Norm("own:lead", 3, source=Source("A")), NORM),
    (Norms(), NORMS),
    (BARE_LINK, LINK),
    (
        Joint(earlier="b", later="a", told_by=(), denied_by=(), gap=None, overlap=UNKNOWN),
        JOINT,
    ),
    (Chain(DAY, []), Chain(Date(2024, 2, 1), [LINK])),
    (Meeting("2024-02-01"), Meeting(ON, "board")),
    (Criterion("a", "it is so", source=Source("A")), CRITERION),
    (
        CriteriaSet("a", "1", criteria=[Criterion("b", "so", source=PAPER)], source=Source("A")),
        CriteriaSet(
            "b",
            "2",
            criteria=[CRITERION],
            consultations=[Criterion("asked", "they were asked", source=PAPER)],
            source=PAPER,
            partly_suffices=True,
        ),
    ),
    (Override("a", by="a", why="so"), OVERRIDE),
    *(
        (built(kind), kind("2024-02-01", **(COMMON | OWN.get(kind, {}))))  # type: ignore[arg-type]
        for kind in EVENTS
    ),
    (Cause("signed"), CAUSE),
    (
        Change(DAY, "signed", None, None, Cause("signed")),
        Change(Date(2024, 2, 1), "~starts", State.SIGNED, State.ACTIVE, CAUSE, 2, "wrong-state"),
    ),
    (Extension(None, Date(2024, 1, 1), Duration(2), Date(2024, 12, 31)), EXTENSION),
    (Demand(1, Date(2024, 1, 1), UNKNOWN, UNKNOWN), DEMAND),
    (Finality(2, Date(2024, 1, 1), "amended", Answer.UNKNOWN), FINALITY),
    (Anomaly(1, Date(2024, 1, 1), "noted", "other"), ANOMALY),
    (Ending(1, Date(2024, 1, 1), Date(2024, 1, 1), None), ENDING),
    (
        Occurrence(
            "goal",
            DutyKind.ASSESSMENT,
            2,
            Date(2024, 7, 31),
            None,
            Date(2024, 7, 31),
            Progress.COMING,
            None,
            UNKNOWN,
            Basis.PROPOSAL,
            None,
        ),
        OCCURRENCE,
    ),
    (Answered("a/ends", 1, UNKNOWN), ANSWERED),
    (BARE_STANDING, STANDING),
    (Finding(Found.MET), FINDING),
    (Observation("PKV", 2022, UNKNOWN, status="preliminary"), OBSERVATION),
    (
        Step(Date(2023, 1, 1), "PKV", 2023, Decimal(0), IndexStatus.DEFINITIVE, UNKNOWN, None),
        STEP,
    ),
    (Share("a", "a", UNKNOWN, UNKNOWN), SHARE),
    (Portion("a", "a", Decimal(0)), PORTION),
    (TrueUp(Decimal(1), Decimal(0), ()), TRUE_UP),
    (BARE_REFUND, REFUND),
    (BARE_PAYMENT, PAYMENT),
    (
        Case(on=DAY, terms=Terms(), standing=BARE_STANDING),
        Case(
            on=Date(2024, 2, 1),
            terms=TERMS,
            standing=STANDING,
            events=((1, SIGNED),),
            recorded=2,
            unsettled=(2,),
            norms=NORMS,
        ),
    ),
    (PlanDay(Date(2024, 2, 1), Cause("signed")), PLANNED),
    (
        Plan(on=DAY),
        Plan(
            on=Date(2024, 2, 1),
            target=PLANNED,
            decide_by=PLANNED,
            meeting=PLANNED,
            papers_by=PLANNED,
            follow_up=PLANNED,
            who=("board",),
            missing=(CAUSE,),
        ),
    ),
    (BARE_VERDICT, VERDICT),
    (
        Decision(Noted(ON), None, (), "default"),
        Decision(SIGNED, State.APPROVED, (BARE_VERDICT, VERDICT), "linkoping", State.SIGNED),
    ),
    (
        Option("noted", Answer.YES, (), (), "default"),
        Option("signed", Answer.UNKNOWN, ("by",), (VERDICT,), "linkoping"),
    ),
)
"""Of every value: with as little as it takes, and with every field given (all of them differ)."""

VALUES: Final[tuple[object, ...]] = tuple(value for pair in PAIRS for value in pair)
