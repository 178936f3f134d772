"""Cases by hand: the first Linköping agreement, and whatever a test changes in it."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.dates import DayLike, Duration, IsWorkingDay, as_day
from ioplife.decisions import Case
from ioplife.duties import Duty, Goal, Horizon, InMonths, PerWindow
from ioplife.events import Entered, Event, Reason
from ioplife.norms import LIBRARY_NORMS, Norms
from ioplife.sources import Source
from ioplife.standing import Demand, Ending, Extension, Finality, Standing
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    Disbursement,
    IndexClause,
    Notice,
    Party,
    PaymentPlan,
    Reading,
    RenewalOption,
    Stated,
    Terms,
    Unknown,
)

FRIDAY: Final = 5

PAPER: Final = Source("SON 2021-404", "§ 13")
ELSEWHERE: Final = Source("SON 2023-17", "§ 4")

TOWN: Final = Party(
    "town",
    "Linköpings kommun",
    sector="public",
    bodies=[
        Body("council", "Kommunfullmäktige", kind="council"),
        Body("board", "Social- och omsorgsnämnden", kind="board"),
        Body("office", "Social- och omsorgsförvaltningen", kind="administration"),
        Body("director", "Socialdirektören", kind="delegate"),
        Body("group", "Strategiska gruppen"),
    ],
)
MISSION: Final = Party("mission", "Linköpings Stadsmission", sector="civil")
PARISH: Final = Party("parish", "Linköpings Domkyrkopastorat", sector="civil")

TERMS: Final = Terms(
    parties=[TOWN, MISSION, PARISH],
    first_day=Stated([Reading("2021-10-01", source=PAPER)]),
    last_day=Stated([Reading("2023-09-30", source=PAPER)]),
    length="P2Y",
    notice=Absent(PAPER),
    renewal=Absent(PAPER),
    kind="iop",
    total=2_150_000,
    contributions=[
        Contribution("town", 1_000_000, form="cash"),
        Contribution("mission", 700_000, form="in_kind"),
        Contribution("parish", 450_000, form="in_kind"),
    ],
    disbursements=[Disbursement("mission", 700_000), Disbursement("parish", 300_000)],
)

MEMO: Final = Source("SON 2021-404", "memo of 2023-05-08")
CALLED: Final = Source("SON 2021-404", "§ 11")
DUTIES: Final = (
    Duty(
        "follow-up",
        "follow_up",
        PerWindow(1, "P1Y"),
        who="office",
        calls="count",
        text="minst 1 gång/ år eller då någon av aktörerna påkallar behov",
        source=CALLED,
    ),
    Duty(
        "operative",
        "meeting",
        PerWindow(1, "P3M"),
        who=["mission", "parish"],
        calls="count",
        text="en gång i kvartalet eller då någon av aktörerna påkallar behov",
        source=Source("SON 2021-404", "§ 10.5"),
    ),
    Duty(
        "strategic",
        "meeting",
        PerWindow(2, "P1Y"),
        basis="administration",
        text="i två strategiska möten per år",
        source=MEMO,
    ),
    Duty(
        "annual-report",
        "report",
        PerWindow(1, "P1Y"),
        basis="administration",
        text="En gång om året produceras en årsrapport av utfall",
        source=MEMO,
    ),
)
GOALS: Final = (
    Goal("short", Horizon("P6M"), text="trygga mötespunkter", source=PAPER),
    Goal("long", Horizon("P2Y", beyond=True), source=PAPER),
)
ECONOMY: Final = Source("SON 2021-404", "§ 12")
OWED: Final[dict[str, Any]] = {
    "payments": PaymentPlan(InMonths([7]), who="town", text="i juli månad", source=ECONOMY),
    "indexation": (
        IndexClause("OPI", "2022-07-01", source=ECONOMY),
        IndexClause("OPI", "2022-10-01", source=ECONOMY),
    ),
    "duties": DUTIES,
    "goals": GOALS,
}
"""What is owed by it, and when: what to change in the terms for it to be."""

NOTICE: Final = Notice("P3M", written=True, counts_from="receipt", source=PAPER)

OPTION: Final = RenewalOption("P1Y", times=2, ask_before="P6M", source=PAPER)

AUTOMATIC: Final = AutomaticRenewal("P1Y", "P6M", written=True, counts_from="receipt", source=PAPER)

BREACH: Final = Breach("P30D", written=True, source=PAPER)

OPEN_ENDED: Final = {"last_day": Absent(), "length": Absent(), "open_ended": True}
"""What to change in the terms of an agreement that runs until further notice."""

UNREAD: Final = {"last_day": UNKNOWN, "length": UNKNOWN}
"""What to change in the terms of an agreement whose last day nobody has read."""


def days(*readings: str) -> Stated:
    """A day that the paper gives in these ways."""
    return Stated([Reading(day, source=PAPER) for day in readings])


def several(*readings: str) -> dict[str, object]:
    """What to change in the terms so that the papers give several last days."""
    return {"last_day": days(*readings), "length": UNKNOWN}


def ending(number: int, last_day: DayLike) -> Ending:
    """What an event sets besides the period."""
    return Ending(number, as_day("2022-01-10"), as_day(last_day), Reason.NOTICE)


def extension(number: int | None = 3, last_day: DayLike = "2024-09-30") -> Extension:
    """An extension by a year, asked for by an event, or by itself."""
    return Extension(number, as_day("2023-03-01"), Duration(years=1), as_day(last_day))


def demand(
    number: int = 4,
    cure_ends: DayLike | None | Unknown = "2023-05-07",
    *,
    written: bool | Unknown = True,
    corrected: int | None = None,
) -> Demand:
    """A demand of 2023-04-07, with thirty days to correct it."""
    ends = cure_ends if cure_ends is None or isinstance(cure_ends, Unknown) else as_day(cure_ends)
    return Demand(number, as_day("2023-04-07"), written, ends, corrected)


def decision(
    number: int = 2,
    on: DayLike = "2021-06-01",
    *,
    tag: str = "approved",
    answer: Answer = Answer.UNKNOWN,
    **fields: Any,  # noqa: ANN401 - any other field
) -> Finality:
    """A decision of a day, and what has become of it; days may be given as text."""
    given: dict[str, Any] = {
        name: as_day(one) if isinstance(one, str) else one for name, one in fields.items()
    }
    return attrs.evolve(Finality(number, as_day(on), tag, answer), **given)


def workdays(*holidays: str) -> IsWorkingDay:
    """The days from Monday to Friday are working days, but for these."""
    return lambda day: day.isoweekday() <= FRIDAY and day.isoformat() not in holidays


def case(  # noqa: PLR0913 - each is one thing a guard may see
    on: DayLike = "2023-05-08",
    *,
    state: State | None = State.ACTIVE,
    in_force: Answer = Answer.YES,
    endings: tuple[Ending, ...] = (),
    events: tuple[tuple[int, Event], ...] = (),
    recorded: int = 0,
    unsettled: tuple[int, ...] = (),
    terms: dict[str, Any] | None = None,
    norms: Norms = LIBRARY_NORMS,
    chain: Chain | None = None,
    is_working_day: IsWorkingDay | None = None,
    **standing: Any,  # noqa: ANN401 - any other field of the standing
) -> Case:
    """A case of the agreement on a day.

    Args:
        on: the day.
        state: the state before the event.
        in_force: whether it is in force that day.
        endings: what has set a last day besides the period.
        events: what has been folded before, with its numbers.
        recorded: how many events are on record.
        unsettled: the later records that would lose their effect.
        terms: the clauses to change.
        norms: the numbers it is asked under.
        chain: the agreements that follow each other.
        is_working_day: whether a day is a working day.
        standing: any other field of the standing.
    """
    agreed = attrs.evolve(TERMS, **(terms or {}))
    day = as_day(on)
    ended = [one.last_day for one in endings]
    lasts = {min([one, *ended]) for one in agreed.last_days} or set(ended[:1])
    where = Standing(
        on=day,
        state=state,
        in_force=in_force,
        first_day=standing.pop("first_day", max(agreed.first_days, default=UNKNOWN)),
        last_day=UNKNOWN,
        days_left=UNKNOWN,
        last_days=standing.pop("last_days", tuple(sorted(lasts))),
        ends=standing.pop("ends", agreed.last_readings),
        endings=endings,
        **standing,
    )
    return Case(
        on=day,
        terms=agreed,
        standing=where,
        events=events,
        recorded=recorded,
        unsettled=unsettled,
        norms=norms,
        chain=chain,
        is_working_day=is_working_day,
    )


def owing(*events: Event, seen: str = "2021-10-01", **terms: Any) -> Agreement:  # noqa: ANN401 - any clause
    """The agreement with all that is owed by it, entered in force on its first day.

    Args:
        events: what has happened since, from number 2.
        seen: the day of the paper that vouches for the entry.
        terms: the clauses to change.
    """
    agreed = attrs.evolve(TERMS, **(OWED | terms))
    entry = Entered("2021-10-01", state="active", seen=seen)
    return Agreement("son-2021-404", agreed, (entry, *events))


def case_of(agreement: Agreement, event: Event) -> Case:
    """The case of an event that is put to an agreement."""
    return Case(
        on=event.on,
        terms=agreement.terms,
        standing=agreement.on(event.on),
        recorded=len(agreement.events),
    )
