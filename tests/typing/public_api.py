"""What a caller writes, with the public names alone; mypy --strict and pyright read it.

``tests/architecture/test_typing.py`` runs it too.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import assert_never, assert_type

from pendulum import Date

import ioplife as iop
from ioplife.testing import Life
from ioplife.workdays import is_working_day

# --- days and lengths ------------------------------------------------------------------


def a_year_from(day: iop.DayLike, length: iop.DurationLike = "P1Y") -> iop.Period:
    """Whatever a caller has for a day goes in, and one type comes out."""
    period = iop.Period.of(day, length)
    assert_type(period.first, Date)
    assert_type(period.last, Date | None)
    assert_type(period.days, int | None)
    assert_type("2024-01-01" in period, bool)
    duration = iop.Duration.parse("P6M")
    assert_type(duration, iop.Duration)
    assert_type(duration.after(day, times=2), Date)
    assert_type(duration.latest(day), Date)
    return period


def last_day_to_appeal(announced: iop.DayLike) -> Date:
    """The library's own calendar, and one of the caller's."""

    def no_weekend(day: Date) -> bool:
        return day.weekday() < 5

    sweden: iop.IsWorkingDay = is_working_day
    assert_type(is_working_day(announced), bool)
    assert_type(iop.roll(announced, no_weekend), Date)
    return iop.appeal_ends(announced, sweden)


# --- terms -----------------------------------------------------------------------------


def terms() -> iop.Terms:
    """Clauses as values, as text, absent or unknown."""
    town = iop.Party(
        "town",
        "Town",
        sector="public",
        bodies=[iop.Body("board", "Board", kind=iop.BodyKind.BOARD)],
        source=iop.Source("SON 2021-404", "§ 1"),
    )
    mission = iop.Party("mission", "Mission", sector=iop.Sector.CIVIL)
    made = iop.Terms(
        parties=(town, mission),
        first_day="2021-10-01",
        last_day=iop.Stated([iop.Reading("2023-09-30", precision="day", text="30 september 2023")]),
        length="P2Y",
        renewal=iop.RenewalOption("P1Y", times=iop.UNLIMITED, ask_before=iop.Duration(months=6)),
        notice=iop.ABSENT,
        kind="iop",
        total=100_000,
        contributions=[iop.Contribution("town", "75000.50", form=iop.Form.CASH)],
        disbursements=[iop.Disbursement("mission", Decimal(75_000))],
        payments=iop.PaymentPlan(iop.InMonths([7]), who="town"),
        indexation=[iop.IndexClause("OPI", "2022-07-01"), iop.IndexClause("OPI", "2022-10-01")],
        duties=[
            iop.Duty("follow-up", "follow_up", iop.PerWindow(1, "P1Y"), who="town", lead="P3M"),
            iop.Duty("operative", iop.DutyKind.MEETING, iop.PerWindow(1, iop.Duration(months=3))),
            iop.Duty(
                "report",
                "report",
                iop.Fixed([iop.Period("2023-10-01", "2023-12-31")], tail=True),
                who=["mission"],
                calls=iop.Calls.ON_TOP,
                basis=iop.Basis.PROPOSAL,
            ),
        ],
        goals=[iop.Goal("long", iop.Horizon("P2Y", beyond=True)), iop.Goal("some", iop.ABSENT)],
        follows=iop.UNKNOWN,
        norms=[iop.Norm("urgent-within", "P2M", source=iop.Source("SON 2021-404", "§ 13"))],
        participants="25",
        target_group=iop.Description("vuxna i hemlöshet"),
        referral=[iop.Description("eget initiativ", source=iop.Source("AMN 2020", "s. 2"))],
        activity=iop.ABSENT,
    )
    assert_type(made.parties, tuple[iop.Party, ...] | iop.Unknown)
    assert_type(made.norms, tuple[iop.Norm, ...])
    assert_type(made.last_day, iop.Stated | iop.Absent | iop.Unknown)
    assert_type(made.length, iop.Duration | iop.Absent | iop.Unknown)
    assert_type(made.open_ended, bool)
    assert_type(made.total, iop.StatedSum | iop.Unknown)
    assert_type(made.last_readings, tuple[iop.Reading, ...])
    assert_type(made.payments, tuple[iop.PaymentPlan, ...] | iop.Absent | iop.Unknown)
    assert_type(made.indexation, tuple[iop.IndexClause, ...] | iop.Absent | iop.Unknown)
    assert_type(made.duties, tuple[iop.Duty, ...] | iop.Absent | iop.Unknown)
    assert_type(made.goals, tuple[iop.Goal, ...] | iop.Absent | iop.Unknown)
    assert_type(made.participants, tuple[iop.Description, ...] | iop.Absent | iop.Unknown)
    return made


def notice_of(agreed: iop.Terms) -> str:
    """A clause is a value, absent or unknown, and nothing else."""
    if isinstance(agreed.notice, iop.Absent):
        return f"none, says {agreed.notice.source}"
    if agreed.notice is iop.UNKNOWN:
        return "nobody has read it"
    assert_type(agreed.notice, iop.Notice)
    assert_type(agreed.notice.written, bool | iop.Unknown)
    return str(agreed.notice.length)


def how_it_goes_on(agreed: iop.Terms) -> str:
    """An option, or by itself: a match over the two needs no last resort."""
    goes_on = iop.AutomaticRenewal("P1Y", iop.Duration(months=6), written=True, times=3)
    assert_type(goes_on.length, iop.Duration | iop.Unknown)
    assert_type(goes_on.notice_before, iop.Duration | iop.Unknown)
    assert_type(agreed.renewal, iop.RenewalOption | iop.AutomaticRenewal | iop.Absent | iop.Unknown)
    breach = iop.Terms(renewal=goes_on, breach=iop.Breach("P30D", written=True)).breach
    assert_type(breach, iop.Breach | iop.Absent | iop.Unknown)
    match agreed.renewal:
        case iop.RenewalOption(ask_before=ask_before):
            assert_type(ask_before, iop.Duration | None | iop.Unknown)
            return "as a party asks"
        case iop.AutomaticRenewal(counts_from=counts_from):
            assert_type(counts_from, iop.CountsFrom | iop.Unknown)
            return "by itself"
        case iop.Absent() | iop.Unknown():
            return "not at all, as far as is known"
        case _:
            assert_never(agreed.renewal)


def now_and_then() -> list[iop.Window]:
    """Every so many months, and once by a day; with days of their own."""
    review = iop.Duty(
        "review",
        "meeting",
        iop.Every("P1Y", first=iop.Duration(months=6), stub="drop"),
        first="2022-01-01",
        last=Date(2023, 6, 30),
        on_extension=iop.OnExtension.RESTART,
    )
    spring = iop.Duty(
        "spring",
        "report",
        iop.Once("2022-05-31", precision=iop.Precision.SEASON),
        text="senast våren 2022",
        on_extension="stop",
    )
    assert_type(review.first, Date | None)
    assert_type(review.on_extension, iop.OnExtension)
    period = iop.Period("2021-10-01", "2023-09-30")
    assert_type(review.windows(period), tuple[iop.Window, ...])
    return [*review.windows(period), *spring.windows(period)]


def owed(agreed: iop.Terms) -> list[str]:
    """Who owes what, how often, and when an effect is to be seen."""
    said = []
    for duty in agreed.duties if isinstance(agreed.duties, tuple) else ():
        assert_type(duty.kind, iop.DutyKind)
        assert_type(duty.cadence, iop.PerWindow | iop.Every | iop.InMonths | iop.Fixed | iop.Once)
        assert_type(duty.who, tuple[str, ...] | iop.Unknown)
        assert_type(duty.calls, iop.Calls | iop.Unknown)
        assert_type(duty.basis, iop.Basis)
        assert_type(duty.lead, iop.Duration)
        said.append(duty.id)
    for goal in agreed.goals if isinstance(agreed.goals, tuple) else ():
        assert_type(goal.horizon, iop.Horizon | iop.Absent | iop.Unknown)
        if isinstance(goal.horizon, iop.Horizon):
            assert_type(goal.horizon.beyond, bool)
        said.append(goal.id)
    if isinstance(agreed.indexation, tuple):
        assert_type(agreed.indexation[0].first, Date)
    return said


# --- events ----------------------------------------------------------------------------


def events() -> tuple[iop.Event, ...]:
    """The day by place, the rest by name; what is left out is unknown or none."""
    notice = iop.NoticeGiven("2023-05-08", by="town", written=True, sent="2023-05-07")
    assert_type(notice.on, Date)
    assert_type(notice.by, str | iop.Unknown)
    assert_type(notice.written, bool | iop.Unknown)
    assert_type(notice.sent, Date | None | iop.Unknown)
    assert_type(notice.tag, str)
    entered = iop.Entered("2021-10-01", state="active", seen="2023-05-08", extra={"dnr": "2021"})
    assert_type(entered.state, iop.State)
    assert_type(entered.extra, tuple[tuple[str, str], ...])
    ending = iop.Rescinded("2023-01-01", agreed_by=["town", "mission"])
    assert_type(ending.agreed_by, tuple[str, ...] | iop.Unknown)
    corrected = iop.Corrected("2023-06-01", event_no=1, to=entered, why="a slip")
    assert_type(corrected.to, iop.Event | iop.Terms | None)
    assert_type(iop.EVENTS, tuple[type[iop.Event], ...])
    held = iop.FollowedUp("2022-09-01", duty="follow-up", occurrence=1, answers=3)
    assert_type(held.duty, str | iop.Unknown | None)
    paid = iop.Fulfilled("2022-07-15", by="town", duty="payment", occurrence="none")
    assert_type(paid.duty, str | iop.Unknown)
    waived = iop.Waived("2022-09-30", duty="operative", occurrence=4, why="agreed")
    assert_type(waived.occurrence, int | iop.Unknown)
    noted = iop.Noted("2023-05-08", by="board", what="on the agenda", answers="son-2021-404/ends")
    assert_type(noted.answers, str | iop.Unknown | None)
    return (entered, corrected, held, paid, waived, noted)


def changed(agreed: iop.Terms) -> tuple[iop.Event, ...]:
    """What goes on, is changed, or breaks off; and what becomes of a decision."""
    amended = iop.Amended(
        "2022-11-20", terms=agreed, applies_from="2023-01-01", agreed_by={"town", "mission"}
    )
    assert_type(amended.terms, iop.Terms)
    assert_type(amended.applies_from, Date | iop.Unknown)
    assert_type(amended.lifts, int | None | iop.Unknown)
    extended = iop.Extended("2023-02-01", by="board", length="P1Y")
    assert_type(extended.length, iop.Duration | None | iop.Unknown)
    notice = iop.NoticeGiven("2023-05-08", by="town", written=True, under=iop.Under.RENEWAL)
    assert_type(notice.under, iop.Under | None | iop.Unknown)
    demanded = iop.DemandMade("2023-05-08", by="town", written=True)
    corrected = iop.DemandCorrected("2023-05-20", demand=4)
    cancelled = iop.Cancelled("2023-06-20", by="town", demand=4, last_day="2023-06-30")
    left = iop.PartyLeft("2023-06-20", party="mission")
    assert_type(left.last_day, Date | None | iop.Unknown)
    ruled = (
        iop.Adjusted("2023-02-03", decision=2),
        iop.Announced("2023-02-04", decision=2),
        iop.AnnouncementRemoved("2023-02-26", decision=2),
        iop.Appealed("2023-02-20", by="somebody", decision=2),
        iop.Stayed("2023-02-22", decision=2),
        iop.StayLifted("2023-03-22", decision=2),
        iop.AppealDismissed("2023-04-22", decision=2),
        iop.Annulled("2023-04-22", decision=2),
    )
    assert_type(ruled[0].decision, int | iop.Unknown)
    over = iop.Voided("2023-06-20")
    return (amended, extended, notice, demanded, corrected, cancelled, left, over, *ruled)


def what_it_says(event: iop.Event) -> str:
    """An event is told by its class, and its fields are known then."""
    match event:
        case iop.NoticeGiven(written=True, received=received):
            assert_type(received, Date | None | iop.Unknown)
            return f"received {received}"
        case iop.Signed(by=by) if by is not iop.UNKNOWN:
            assert_type(by, str)
            return by
        case _:
            return event.tag


# --- what is asked ---------------------------------------------------------------------


def agreement() -> iop.Agreement:
    """An agreement is a frozen value; recording gives the next."""
    made = iop.Agreement("son-2021-404", terms(), title="A partnership", extra={"dnr": "404"})
    assert_type(made.record(*events()), iop.Agreement)
    return made.record(iop.Entered("2021-10-01", state="active", seen="2023-05-08"))


def standing(asked: iop.Agreement) -> str:
    """Where it stands; every case of an answer can be told apart."""
    found = asked.on("2023-05-08")
    assert_type(found, iop.Standing)
    assert_type(found.state, iop.State | None)
    assert_type(found.in_force, iop.Answer)
    assert_type(found.anomalies, tuple[iop.Anomaly, ...])
    assert_type(asked.timeline(until="2024-12-31"), tuple[iop.Change, ...])
    assert_type(asked.next_change("2023-05-08"), iop.Change | None)
    assert_type(asked.next_due("2023-05-08", within="P6M"), Date | None)
    for one in found.occurrences:
        assert_type(one, iop.Occurrence)
        assert_type(one.progress, iop.Progress)
        assert_type(one.last, Date | None)
        assert_type(one.number, int | None)
    assert_type(found.period, iop.Period | None)
    assert_type(found.number, int)
    for extension in found.extensions:
        assert_type(extension, iop.Extension)
        assert_type(extension.automatic, bool)
    assert_type(found.option_latest, Date | None | iop.Unknown)
    assert_type(found.notice_latest, Date | None | iop.Unknown)
    for demand in found.demands:
        assert_type(demand, iop.Demand)
        assert_type(demand.cure_ends, Date | None | iop.Unknown)
    for answered in found.answered:
        assert_type(answered, iop.Answered)
        assert_type(answered.by, str | iop.Unknown)
    if found.last_day is iop.UNKNOWN:
        return "nobody knows until when"
    if found.last_day is None:
        return "until further notice"
    assert_type(found.last_day, Date)
    return found.last_day.isoformat()


def final(asked: iop.Agreement) -> list[str]:
    """Whether each decision is final, by one's own calendar or the library's."""
    found = asked.on("2023-05-08", is_working_day=is_working_day)
    assert_type(found.final, tuple[iop.Finality, ...])
    for one in found.final:
        assert_type(one.answer, iop.Answer)
        assert_type(one.appeal_ends, Date | None)
        assert_type(one.broken, bool)
    event = iop.Signed("2023-05-08", by="town")
    assert_type(asked.consider(event, is_working_day=is_working_day), iop.Decision)
    remarks = iop.review(asked, "2023-05-08", is_working_day=is_working_day)
    assert_type(remarks, tuple[iop.Remark, ...])
    return [in_words(one.answer) for one in found.final]


def in_words(answer: iop.Answer) -> str:
    """A match over the answers needs no last resort."""
    match answer:
        case iop.Answer.YES:
            return "yes"
        case iop.Answer.NO:
            return "no"
        case iop.Answer.UNKNOWN:
            return "find out"
        case _:
            assert_never(answer)


def is_over(state: iop.State) -> bool:
    """Nor does one over the states."""
    match state:
        case iop.State.RENEWED | iop.State.TERMINATED | iop.State.DECLINED:
            return True
        case iop.State.INITIATIVE | iop.State.PROPOSED | iop.State.APPROVED | iop.State.SIGNED:
            return False
        case iop.State.ACTIVE | iop.State.FOLLOW_UP:
            return False
        case _:
            assert_never(state)


def decision(asked: iop.Agreement) -> tuple[str, ...]:
    """May it happen, and if not, why not?"""
    found = asked.consider(iop.NoticeGiven("2023-05-08", by="town", written=True), policy=POLICY)
    assert_type(found, iop.Decision)
    assert_type(found.answer, iop.Answer)
    assert_type(bool(found), bool)
    assert_type(found.reasons, tuple[iop.Verdict, ...])
    assert_type(found.needs, tuple[str, ...])
    for verdict in found.verdicts:
        assert_type(verdict.status, iop.Status)
        assert_type(verdict.found, iop.Found)
        assert_type(verdict.source, iop.Source)
        assert_type(verdict.clause, iop.Source | None)
        assert_type(verdict.override, iop.Override | None)
    assert_type(asked.options("2023-05-08"), tuple[iop.Option, ...])
    assert_type(asked.first_day(iop.Closed("2023-05-08", by="town")), Date | None)
    assert_type(asked.audit(policy=iop.DEFAULT), tuple[iop.Decision, ...])
    return found.codes


def refusal(asked: iop.Agreement) -> iop.Decision | None:
    """To apply is to have it refused by an error that carries the decision."""
    try:
        assert_type(asked.apply(iop.NoticeGiven("2023-05-08", by="town")), iop.Agreement)
    except iop.Refused as refused:
        assert_type(refused.decision, iop.Decision)
        return refused.decision
    return None


def mistake() -> str:
    """Every error is ours, and the nearest builtin, and says what was wrong with what."""
    try:
        iop.Period("2024", None)
    except iop.BadValue as error:
        assert_type(error.field, str)
        assert_type(error.value, object)
        alike: tuple[iop.IopError, ValueError] = (error, error)
        return f"{alike[0]}"
    return ""


# --- flags -----------------------------------------------------------------------------


def flags(agreements: list[iop.Agreement]) -> list[iop.Flag]:
    """Lazily, in order, over many."""
    found = iop.flag(agreements, "2023-05-08", within="P6M", policy=iop.LINKOPING)
    assert_type(found, Iterator[iop.Flag])
    soonest = sorted(found)
    for one in soonest:
        assert_type(one.day, Date | None)
        assert_type(one.severity, iop.Severity)
        assert_type(one.who, tuple[str, ...])
    assert_type(
        agreements[0].deadlines("2023-05-08", within=iop.Duration(months=6)),
        tuple[iop.Deadline, ...],
    )
    return soonest


# --- planning and chains -----------------------------------------------------------------


def plans(agreements: list[iop.Agreement]) -> list[str]:
    """Backwards from what waits for a decision; and the agreements that follow each other."""
    town = iop.Policy(
        "town",
        norms=[iop.Norm("decide-lead", "P3M", source=iop.Source("Guidelines"))],
        meetings=["2023-06-13", Date(2023, 8, 22), iop.Meeting("2023-09-26", "The board")],
    )
    assert_type(town.meetings, tuple[iop.Meeting, ...])
    told = []
    for agreement in agreements:
        plan = agreement.plan("2023-05-08", policy=town)
        assert_type(plan, iop.Plan)
        assert_type(plan.decision, Date | None)
        assert_type(plan.missing, tuple[iop.Cause, ...])
        for name, day in plan.days:
            assert_type(day, iop.PlanDay)
            told.append(f"{name} {day.day} {day.text('sv')}")
    chain = iop.chain(agreements, "2023-05-08")
    assert_type(iop.chains_of(agreements, "2023-05-08"), tuple[iop.Chain, ...])
    assert_type(chain.gaps, tuple[iop.Period, ...])
    assert_type(chain.length, int | None | iop.Unknown)
    for joint in chain.joints:
        assert_type(joint, iop.Joint)
        assert_type(joint.overlap, iop.Period | None | iop.Unknown)
    for ident, remark in iop.review_chain(chain):
        assert_type(remark, iop.Remark)
        told.append(f"{ident}: {remark.text()}")
    return told


# --- what if -----------------------------------------------------------------------------


def what_if(asked: iop.Agreement, many: Iterator[iop.Agreement]) -> list[str]:
    """What would follow, beside the life as it is; and of many, added up."""
    supposed: list[iop.Supposition] = [
        iop.NoticeGiven("2024-01-01", by="town", written=True),
        iop.WhenDue(iop.FollowedUp("2024-01-01")),
        iop.NOT_RENEWED,
    ]
    found = iop.simulate(asked, supposed, on="2024-01-01", until=Date(2026, 12, 31))
    assert_type(found, iop.Simulation)
    assert_type(found.agreement, iop.Agreement)
    assert_type(found.decisions, tuple[iop.Decision, ...])
    assert_type(found.timeline, tuple[iop.Change, ...])
    assert_type(found.flags, tuple[iop.Raised, ...] | None)
    assert_type(found.money, iop.Balance)
    assert_type(found.diff, iop.Difference)
    assert_type(found.diff.repaid, Decimal | iop.Unknown)
    lines = [step.cause.text("sv") for step in found.steps if step.cause is not None]
    for one in found.diff.states:
        assert_type(one, iop.StateDifference)
        lines.append(f"{one.period}: {one.before} {one.after}")
    each = iop.simulate_each(many, [iop.NOT_RENEWED], on="2024-01-01", until="2026-12-31")
    assert_type(each, Iterator[iop.Simulation])
    totals = iop.Totals.of(each)
    assert_type(totals.after.ends, tuple[tuple[Date, int], ...])
    before = iop.outlook(asked, "2024-01-01", until="2026-12-31")
    assert_type(iop.diff(before, found.after), iop.Difference)
    return [*lines, str(totals.after.ending)]


# --- money -----------------------------------------------------------------------------


def paid(asked: iop.Agreement) -> list[str]:
    """What is paid, as far as it is known; an amount is a Decimal or UNKNOWN."""
    mine = iop.Observation("OPI", 2030, "2.5", status="preliminary", published="2029-12-14")
    assert_type(mine.percent, Decimal | iop.Unknown)
    assert_type(asked.public_share("2024-01-01"), Decimal | iop.Unknown)
    lines = []
    for payment in asked.payments("2024-01-01", indices=(*iop.OPI, mine)):
        assert_type(payment, iop.Payment)
        assert_type(payment.amount, Decimal | iop.Unknown)
        for share in payment.split:
            assert_type(share, iop.Share)
        for step in payment.steps:
            assert_type(step.status, iop.IndexStatus)
        if isinstance(payment.amount, iop.Unknown):
            lines += [reason.text("sv") for reason in payment.reasons]
        else:
            lines.append(f"{payment.last}: {payment.amount:.0f} SEK")
    return lines


def streams() -> iop.Terms:
    """Plans side by side, each with what it pays and for which days; and their index."""
    lines = [
        iop.Disbursement("club", 120_000, id="rent"),
        iop.Disbursement("club", 600_000, id="staff", last="2024-12-31"),
    ]
    quarterly = iop.PaymentPlan(
        iop.FirstDays(7, "P3M"),
        label="rent",
        pays="rent",
        timing=iop.Timing.ADVANCE,
        stub="prorate",
        by=iop.CountedIn.DAYS,
    )
    monthly = iop.PaymentPlan(iop.OnDay(25, in_months=[1, 7]), pays=["staff"], timing="arrears")
    clause = iop.IndexClause(
        "AKI",
        "2024-01-01",
        of="staff",
        share="80",
        rounding=iop.Rounding(100, way=iop.Way.DOWN, each=iop.Rounds.YEAR),
        steps_on=iop.Steps.RENEWAL,
        true_up=True,
    )
    assert_type(quarterly.timing, iop.Timing | iop.Unknown)
    assert_type(quarterly.by, iop.CountedIn | iop.Unknown)
    assert_type(clause.share, Decimal)
    assert_type(clause.true_up, bool | iop.Unknown)
    return iop.Terms(
        first_day="2024-01-01",
        length="P2Y",
        disbursements=lines,
        payments=[quarterly, monthly],
        indexation=[clause],
        repayment=iop.Repayment("days"),
    )


def settled(asked: iop.Agreement) -> list[str]:
    """What is left to settle, and what is paid back."""
    lines = []
    for payment in asked.payments("2024-01-01", indices=iop.OPI):
        assert_type(payment.covers, iop.Period | None)
        if payment.true_up is not None:
            assert_type(payment.true_up, iop.TrueUp)
            lines.append(f"{payment.duty}: {payment.true_up.difference}")
    for refund in asked.repayments("2024-01-01", indices=iop.OPI):
        assert_type(refund, iop.Refund)
        assert_type(refund.amount, Decimal | iop.Unknown)
        for portion in refund.split:
            assert_type(portion, iop.Portion)
            lines.append(f"{portion.to}: {portion.amount}")
    return lines


# --- a policy of one's own -------------------------------------------------------------


@iop.guard("own:memo", source=iop.Source("Riktlinjer", "§ 2"), soft=True)
def memo(case: iop.Case) -> iop.Finding:
    """Something is on record."""
    assert_type(case.terms, iop.Terms)
    assert_type(case.standing, iop.Standing)
    return iop.met() if case.recorded else iop.not_met(recorded=case.recorded)


@iop.guard("own:in-writing", source=iop.Source("Riktlinjer", "§ 3"))
def in_writing(case: iop.Case, event: iop.NoticeGiven) -> iop.Finding:
    """Notice is given in writing."""
    if case.terms.kind is not iop.Kind.IOP:
        return iop.not_called_for()
    if event.written is iop.UNKNOWN:
        return iop.unknown(needs=("written",))
    return iop.met() if event.written else iop.not_met()


assert_type(memo, iop.Guard[iop.Event])
assert_type(in_writing, iop.Guard[iop.NoticeGiven])

OURS = iop.CriteriaSet(
    "own",
    "2024",
    criteria=[
        *iop.FORUM_SIX.criteria,
        iop.Criterion("own:near", "it is near", source=iop.Source("Riktlinjer"), hard=True),
    ],
    source=iop.Source("Riktlinjer"),
    partly_suffices=True,
)

POLICY = iop.Policy(
    "own",
    guards=[memo, in_writing],
    hardened=["own:memo"],
    norms=[
        iop.Norm("public-share", "50", since="2024-01-01", source=iop.Source("Beslut")),
        iop.Norm("urgent-within", "P2M", source=iop.Source("Beslut"), scope=["amn"]),
    ],
    criteria=OURS,
)

assert_type(iop.LINKOPING, iop.Policy)
assert_type(POLICY.norms, tuple[iop.Norm, ...])
assert_type(POLICY.numbers_for(iop.Terms()), iop.Norms)
assert_type(POLICY.norms[0].since, Date | None)
assert_type(POLICY.criteria, iop.CriteriaSet)


# --- testing ---------------------------------------------------------------------------


def life() -> Life:
    """A life in a few lines, and what is asserted of it."""
    written = (
        Life("2024-01-01", "P3Y", notice=iop.Notice("P3M"), total=1_000, policy=POLICY)
        .approved("2023-11-20", by="board", stated="i november")
        .signed("2023-12-01", by=["a", "b"])
        .amended("2024-02-01", notice=iop.ABSENT, last_day="2027-12-31", extra={"dnr": "1"})
        .followed_up("2024-11-01", occurrence="none", result="partly")
        .until("2024-12-01")
    )
    assert_type(written.agreement, iop.Agreement)
    assert_type(written.on("2024-01-01"), iop.Standing)
    assert_type(written.refused(iop.Signed("2024-12-01", by="b")), iop.Decision)
    assert_type(written.flags(within="P6M"), tuple[iop.Flag, ...])
    return written.stands(state="active", in_force=iop.Answer.YES).unflagged("starts")


# --- what is no use of it --------------------------------------------------------------


def misuse() -> None:
    """Each line is an error to a type checker: without it, the comment would be one."""
    iop.Period(2024)  # type: ignore[arg-type]
    iop.Signed("2024-01-01", "town")  # type: ignore[call-arg]
    iop.Signed("2024-01-01", written=True)  # type: ignore[call-arg]
    iop.NoticeGiven("2024-01-01", written="yes")  # type: ignore[arg-type]
    iop.Terms(notice="P6M")  # type: ignore[arg-type]
    iop.Terms(renewal=iop.Breach("P30D"))  # type: ignore[arg-type]
    iop.Amended("2024-01-01", agreed_by=["town"])  # type: ignore[call-arg]
    iop.Annulled("2024-01-01", decision="approved")  # type: ignore[arg-type]
    iop.Sum(1.5)  # type: ignore[arg-type]
    iop.Duty("a", "meeting", "P1Y")  # type: ignore[arg-type]
    iop.Terms(duties=iop.Goal("a"))  # type: ignore[arg-type]
    iop.PaymentPlan(7)  # type: ignore[arg-type]
    iop.Waived("2024-01-01", occurrence="none")  # type: ignore[arg-type]
    iop.Party("a", "A").name = "B"  # type: ignore[misc]
    agreement().on(20240101)  # type: ignore[arg-type]
    agreement().consider("notice_given")  # type: ignore[arg-type]
    Life("2024-01-01", "P1Y", notise=iop.ABSENT)  # type: ignore[call-arg]
    life().signed("2024-01-01", written=True)  # type: ignore[call-arg]
    life().notice_given("2024-01-01", written="yes")  # type: ignore[arg-type]
    life().amended("2024-01-01", length=3)  # type: ignore[arg-type]
    life().stands(stat="active")  # type: ignore[call-arg]
