"""What many fields refuse, laid over each of them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

import pendulum

from ioplife.answers import Answer
from ioplife.dates import Period
from ioplife.duties import Duty, Every, Fixed, Goal, Horizon, InMonths, Once, PerWindow
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
    Extended,
    FollowedUp,
    Fulfilled,
    Noted,
    NoticeGiven,
    OfDecision,
    Override,
    PartyLeft,
    Proposed,
    Renewed,
    Rescinded,
    Voided,
    Waived,
)
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    Description,
    Disbursement,
    IndexClause,
    Notice,
    Party,
    PaymentPlan,
    Reading,
    RenewalOption,
    Stated,
    StatedSum,
    Sum,
    Terms,
)
from tests.unit.bad_values.row import ON, Bad, Given, Place, lay
from tests.unit.bad_values.rules import (
    ANY_DAY,
    CALENDAR,
    FLAG,
    FROM_ONE,
    IDENT,
    ISO_DAY,
    LENGTH,
    NAMED,
    NO_FLOAT,
    NO_TIME,
    SEK,
    SOURCE,
    TEXT,
    YEARS,
)

NOON = datetime.datetime(2024, 1, 31, 12, tzinfo=datetime.UTC)
MIDNIGHT = datetime.datetime(2024, 1, 31)  # noqa: DTZ001 - what openpyxl and tomllib hand over

DAYS: Final[tuple[Given, ...]] = (
    (MIDNIGHT, NO_TIME),
    (NOON, NO_TIME),
    (pendulum.datetime(2024, 1, 31), NO_TIME),
    ("", ISO_DAY),
    ("now", ISO_DAY),
    ("today", ISO_DAY),
    ("2024", ISO_DAY),
    ("2024-W05", ISO_DAY),
    ("2024-W05-3", ISO_DAY),
    ("2024-031", ISO_DAY),
    ("20240131", ISO_DAY),
    ("2024-1-31", ISO_DAY),
    ("31.1.2024", ISO_DAY),
    ("2024-01-31T00:00:00", ISO_DAY),
    (" 2024-01-31", ISO_DAY),
    ("2024-01-31\n", ISO_DAY),
    ("\u0662\u0660\u0662\u0664-\u0660\u0661-\u0663\u0661", ISO_DAY),
    ("+2024-01-31", ISO_DAY),
    ("-2024-01-31", ISO_DAY),
    ("2023-02-29", CALENDAR),
    ("1900-02-29", CALENDAR),
    ("2024-04-31", CALENDAR),
    ("2024-13-01", CALENDAR),
    ("2024-00-10", CALENDAR),
    ("0000-01-01", CALENDAR),
    ("0202-09-30", YEARS),
    ("1899-12-31", YEARS),
    ("3000-01-01", YEARS),
    ("9999-12-31", YEARS),
    (datetime.date.max, YEARS),
    (datetime.date(1899, 12, 31), YEARS),
    (pendulum.date(3000, 1, 1), YEARS),
)
"""What no field that holds a day takes; text without a '-' is an amount to ``Resolved``."""

NO_DAYS: Final[tuple[Given, ...]] = (
    (20240131, ANY_DAY),
    (45322.0, ANY_DAY),
    (True, ANY_DAY),
    (b"2024-01-31", ANY_DAY),
    (datetime.time(12), ANY_DAY),
    ((2024, 1, 31), ANY_DAY),
    (Period(ON), ANY_DAY),
    (Answer.NO, ANY_DAY),
)

LENGTHS: Final[tuple[Given, ...]] = (
    ("", LENGTH),
    ("P", LENGTH),
    ("6M", LENGTH),
    ("P6", LENGTH),
    ("p6m", LENGTH),
    ("PM", LENGTH),
    ("-P3M", LENGTH),
    ("P-3M", LENGTH),
    ("+P3M", LENGTH),
    ("P1.5Y", LENGTH),
    ("P1,5Y", LENGTH),
    ("PT1H", LENGTH),
    ("P1DT1H", LENGTH),
    ("P12M4M", LENGTH),
    ("P6M1Y", LENGTH),
    ("P1D1W", LENGTH),
    (" P6M", LENGTH),
    ("P6M\n", LENGTH),
    ("P\u0666M", LENGTH),
    ("6 månader", LENGTH),
    (6, LENGTH),
    (True, LENGTH),
    (b"P6M", LENGTH),
    (datetime.timedelta(days=30), LENGTH),
    (pendulum.duration(months=1), LENGTH),
    (Period(ON), LENGTH),
)

AMOUNTS: Final[tuple[Given, ...]] = (
    (1.5, NO_FLOAT),
    (100.0, NO_FLOAT),
    (float("nan"), NO_FLOAT),
    (float("inf"), NO_FLOAT),
    (True, NO_FLOAT),
    (False, NO_FLOAT),
    (None, NO_FLOAT),
    (b"100", NO_FLOAT),
    (Answer.NO, NO_FLOAT),
    (Decimal("NaN"), SEK),
    (Decimal("sNaN"), SEK),
    (Decimal("Infinity"), SEK),
    (-1, SEK),
    (Decimal("-0.01"), SEK),
    (Decimal("-0"), SEK),
    (Decimal("0.001"), SEK),
    (10**15, SEK),
    ("", SEK),
    (" 100", SEK),
    ("100\n", SEK),
    ("+100", SEK),
    ("100.", SEK),
    (".50", SEK),
    ("100.001", SEK),
    ("100,50", SEK),
    ("100 000", SEK),
    ("1_000", SEK),
    ("1e3", SEK),
    ("NaN", SEK),
    ("\u0661\u0660\u0660", SEK),
    ("100 kr", SEK),
)

IDS: Final[tuple[Given, ...]] = (
    ("", IDENT),
    (" ", IDENT),
    ("a b", IDENT),
    ("a/b", IDENT),
    ("a:b:c", IDENT),
    (":a", IDENT),
    ("a:", IDENT),
    ("a:-b", IDENT),
    ("-a", IDENT),
    ("_a", IDENT),
    (".a", IDENT),
    ("a\n", IDENT),
    ("a#1", IDENT),
    (1, IDENT),
    (True, IDENT),
    (b"a", IDENT),
    (("a",), IDENT),
)

NAMES: Final[tuple[Given, ...]] = (
    ("", NAMED),
    (" ", NAMED),
    ("\n\t", NAMED),
    ("\u00a0", NAMED),
    (1, NAMED),
    (False, NAMED),
    (b"text", NAMED),
    (["text"], NAMED),
)

TEXTS: Final[tuple[Given, ...]] = (
    (None, TEXT),
    (1, TEXT),
    (True, TEXT),
    (b"text", TEXT),
    (["text"], TEXT),
    (UNKNOWN, TEXT),
)

SOURCES: Final[tuple[Given, ...]] = (
    ("§ 13", SOURCE),
    ("", SOURCE),
    (False, SOURCE),
    (("KL", "6:38"), SOURCE),
    ({"paper": "KL"}, SOURCE),
    (UNKNOWN, SOURCE),
)

FLAGS: Final[tuple[Given, ...]] = (
    (0, FLAG),
    (1, FLAG),
    ("true", FLAG),
    ("", FLAG),
    (None, FLAG),
    (Answer.YES, FLAG),
)

NUMBERS: Final[tuple[Given, ...]] = (
    (0, FROM_ONE),
    (-1, FROM_ONE),
    (1.0, FROM_ONE),
    (float("nan"), FROM_ONE),
    (Decimal(1), FROM_ONE),
    (True, FROM_ONE),
    ("1", FROM_ONE),
    ((1,), FROM_ONE),
)

ONCE: Final = PerWindow(1, "P1Y")
JULY: Final = InMonths([7])
GOES_ON: Final[dict[str, object]] = {"length": "P1Y", "notice_before": "P6M"}
A_DUTY: Final[dict[str, object]] = {"id": "a", "kind": "meeting", "cadence": ONCE}

PLACES_OF_DAYS: Final[tuple[Place, ...]] = (
    (Reading, "day", {}),
    (Period, "first", {}),
    (Period, "last", {"first": "2024-01-01"}),
    (Entered, "seen", {"on": ON, "state": State.ACTIVE}),
    (NoticeGiven, "sent", {"on": ON}),
    (NoticeGiven, "received", {"on": ON}),
    (EndingDecided, "last_day", {"on": ON}),
    (Rescinded, "last_day", {"on": ON}),
    (Amended, "applies_from", {"on": ON, "terms": Terms()}),
    (Cancelled, "last_day", {"on": ON}),
    (PartyLeft, "last_day", {"on": ON}),
    (Voided, "last_day", {"on": ON}),
    (IndexClause, "first", {"index": "OPI"}),
    (Once, "by", {}),
    (Duty, "first", A_DUTY),
    (Duty, "last", A_DUTY),
)
PLACES_OF_LENGTHS: Final[tuple[Place, ...]] = (
    (Terms, "length", {}),
    (Notice, "length", {}),
    (RenewalOption, "length", {}),
    (RenewalOption, "ask_before", {"length": "P1Y"}),
    (AutomaticRenewal, "length", {"notice_before": "P6M"}),
    (AutomaticRenewal, "notice_before", {"length": "P1Y"}),
    (Breach, "cure", {}),
    (Extended, "length", {"on": ON}),
    (PerWindow, "every", {"times": 1}),
    (Every, "length", {}),
    (Every, "first", {"length": "P1Y"}),
    (Horizon, "length", {}),
    (Duty, "lead", A_DUTY),
)
PLACES_OF_AMOUNTS: Final[tuple[Place, ...]] = (
    (Sum, "amount", {}),
    (Contribution, "amount", {"party": "a"}),
    (Disbursement, "amount", {"to": "a"}),
    (Terms, "total", {}),
)
PLACES_OF_IDS: Final[tuple[Place, ...]] = (
    (Party, "id", {"name": "A"}),
    (Body, "id", {"name": "A"}),
    (Contribution, "party", {"amount": 1}),
    (Contribution, "id", {"party": "a", "amount": 1}),
    (Disbursement, "to", {"amount": 1}),
    (Disbursement, "id", {"to": "a", "amount": 1}),
    (Terms, "follows", {}),
    (Override, "by", {"code": "a", "why": "so"}),
    (Assessed, "matter", {"on": ON}),
    (Proposed, "to", {"on": ON}),
    (PartyLeft, "party", {"on": ON}),
    (Renewed, "successor", {"on": ON}),
    (Duty, "id", {"kind": "meeting", "cadence": ONCE}),
    (Goal, "id", {}),
    (FollowedUp, "duty", {"on": ON}),
    (Fulfilled, "duty", {"on": ON}),
    (Waived, "duty", {"on": ON}),
)
PLACES_OF_NAMES: Final[tuple[Place, ...]] = (
    (Source, "paper", {}),
    (Party, "name", {"id": "a"}),
    (Body, "name", {"id": "a"}),
    (Override, "why", {"code": "a", "by": "a"}),
    (Approved, "condition", {"on": ON}),
    (Declined, "referred_to", {"on": ON}),
    (EndingDecided, "reason", {"on": ON}),
    (Noted, "what", {"on": ON}),
    (Corrected, "why", {"on": ON, "event_no": 1}),
    (Noted, "answers", {"on": ON}),
    (Waived, "why", {"on": ON}),
    (IndexClause, "index", {"first": ON}),
    (Description, "text", {}),
)
PLACES_OF_TEXTS: Final[tuple[Place, ...]] = (
    (Source, "place", {"paper": "KL"}),
    (Reading, "text", {"day": ON}),
    (Stated, "text", {}),
    (Sum, "text", {"amount": 1}),
    (Contribution, "text", {"party": "a", "amount": 1}),
    (Disbursement, "text", {"to": "a", "amount": 1}),
    (Notice, "text", {"length": "P6M"}),
    (RenewalOption, "text", {"length": "P1Y"}),
    (AutomaticRenewal, "text", GOES_ON),
    (Breach, "text", {"cure": "P30D"}),
    (Duty, "text", A_DUTY),
    (Goal, "text", {"id": "a"}),
    (PaymentPlan, "text", {"cadence": JULY}),
    (IndexClause, "text", {"index": "OPI", "first": ON}),
)
PLACES_OF_SOURCES: Final[tuple[Place, ...]] = (
    (Absent, "source", {}),
    (Party, "source", {"id": "a", "name": "A"}),
    (Body, "source", {"id": "a", "name": "A"}),
    (Reading, "source", {"day": ON}),
    (Sum, "source", {"amount": 1}),
    (Contribution, "source", {"party": "a", "amount": 1}),
    (Disbursement, "source", {"to": "a", "amount": 1}),
    (Notice, "source", {"length": "P6M"}),
    (RenewalOption, "source", {"length": "P1Y"}),
    (AutomaticRenewal, "source", GOES_ON),
    (Breach, "source", {"cure": "P30D"}),
    (Duty, "source", A_DUTY),
    (Goal, "source", {"id": "a"}),
    (PaymentPlan, "source", {"cadence": JULY}),
    (IndexClause, "source", {"index": "OPI", "first": ON}),
    (Description, "source", {"text": "a"}),
)
PLACES_OF_FLAGS: Final[tuple[Place, ...]] = (
    (Terms, "open_ended", {}),
    (Notice, "written", {"length": "P6M"}),
    (AutomaticRenewal, "written", GOES_ON),
    (Breach, "written", {"cure": "P30D"}),
    (NoticeGiven, "written", {"on": ON}),
    (DemandMade, "written", {"on": ON}),
    (PerWindow, "calendar", {"times": 1, "every": "P1Y"}),
    (Fixed, "tail", {"spans": (Period("2024-01-01", "2024-01-31"),)}),
    (Once, "tail", {"by": ON}),
    (Horizon, "beyond", {"length": "P6M"}),
)
PLACES_OF_NUMBERS: Final[tuple[Place, ...]] = (
    (RenewalOption, "times", {"length": "P1Y"}),
    (AutomaticRenewal, "times", GOES_ON),
    *((kind, "decision", {"on": ON}) for kind in EVENTS if issubclass(kind, OfDecision)),
    (Amended, "answers", {"on": ON, "terms": Terms()}),
    (Amended, "lifts", {"on": ON, "terms": Terms()}),
    (DemandCorrected, "demand", {"on": ON}),
    (Cancelled, "demand", {"on": ON}),
    (FollowedUp, "answers", {"on": ON}),
    (Rescinded, "answers", {"on": ON}),
    (EndingLifted, "ending", {"on": ON}),
    (PerWindow, "times", {"every": "P1Y"}),
    (FollowedUp, "occurrence", {"on": ON}),
    (Fulfilled, "occurrence", {"on": ON}),
    (Waived, "occurrence", {"on": ON}),
)

# --- enums: what each one lists --------------------------------------------------------

REASONS = (
    "must be one of expired, not_renewed, notice, rescinded, void, breach, party_left, annulled, "
    "declined, withdrawn, condition_failed, referred"
)
STATES = (
    "must be one of initiative, proposed, approved, signed, active, follow_up, renewed, "
    "terminated, declined"
)
BASES = "must be one of agreement, decision, law, proposal, administration"
PRECISIONS = "must be one of day, month, season"
STUBS = "must be one of keep, drop, prorate"
ENUMS: Final[tuple[tuple[Place, str], ...]] = (
    ((Party, "sector", {"id": "a", "name": "A"}), "must be one of public, civil, other"),
    (
        (Body, "kind", {"id": "a", "name": "A"}),
        "must be one of council, board, administration, delegate, unknown",
    ),
    ((Reading, "precision", {"day": ON}), PRECISIONS),
    (
        (Terms, "kind", {}),
        "must be one of iop, lou_partnership, esf_project, joint_project, agreement",
    ),
    ((Contribution, "form", {"party": "a", "amount": 1}), "must be one of cash, in_kind"),
    ((Notice, "counts_from", {"length": "P6M"}), "must be one of receipt, sending"),
    ((Notice, "ends", {"length": "P6M"}), "must be one of day, month_end"),
    ((AutomaticRenewal, "counts_from", GOES_ON), "must be one of receipt, sending"),
    ((NoticeGiven, "under", {"on": ON}), "must be one of renewal, notice"),
    ((Assessed, "outcome", {"on": ON}), "must be one of met, not_met, partly, not_called_for"),
    ((Entered, "state", {"on": ON}), STATES),
    ((Entered, "reason", {"on": ON, "state": State.TERMINATED}), REASONS),
    (
        (ChangeRaised, "reason", {"on": ON}),
        "must be one of organisation, law_or_practice, goals_not_reached, other",
    ),
    (
        (Duty, "kind", {"id": "a", "cadence": ONCE}),
        "must be one of follow_up, meeting, report, payment, assessment",
    ),
    ((PerWindow, "stub", {"times": 1, "every": "P1Y"}), STUBS),
    ((Every, "stub", {"length": "P1Y"}), STUBS),
    ((Once, "precision", {"by": ON}), PRECISIONS),
    ((Duty, "on_extension", A_DUTY), "must be one of continue, stop, restart"),
    ((Duty, "calls", A_DUTY), "must be one of count, on_top"),
    ((Duty, "basis", A_DUTY), BASES),
    ((Goal, "basis", {"id": "a"}), BASES),
    ((FollowedUp, "result", {"on": ON}), "must be one of reached, partly, not_reached"),
    ((FollowedUp, "recommendation", {"on": ON}), "must be one of continue, change, end"),
)
NO_MEMBERS: Final = ("", "nonsense", "Public", " public", 1, True, b"public", ["public"])
WITHOUT_NONE: Final = frozenset({"reason", "recommendation", "under"})  # here None is a value: none
WITHOUT_UNKNOWN: Final = frozenset(  # always known
    {"precision", "ends", "state", "stub", "on_extension"}
)

ROWS: Final[tuple[tuple[Place, str], ...]] = (
    ((Party, "bodies", {"id": "a", "name": "A"}), "Body"),
    ((Stated, "readings", {}), "Reading"),
    ((StatedSum, "readings", {}), "Sum"),
    ((Terms, "parties", {}), "Party"),
    ((Terms, "contributions", {}), "Contribution"),
    ((Terms, "disbursements", {}), "Disbursement"),
    ((Terms, "indexation", {}), "IndexClause"),
    ((Terms, "duties", {}), "Duty"),
    ((Terms, "goals", {}), "Goal"),
    ((Fixed, "spans", {}), "Period"),
)


NO_ROWS: Final[tuple[object, ...]] = ("", "text", {}, {"id": "a"}, 1, None, True)
NO_ITEMS: Final[tuple[object, ...]] = ("a", None, {}, ON, UNKNOWN, Answer.NO)


def enum_rows() -> Iterable[Bad]:
    for (build, part, others), rule in ENUMS:
        for value in NO_MEMBERS:
            yield Bad(build, part, value, rule, others)
        if part not in WITHOUT_NONE or build is ChangeRaised:
            yield Bad(build, part, None, rule, others)
        if part in WITHOUT_UNKNOWN:
            yield Bad(build, part, UNKNOWN, rule, others)


def tuple_rows() -> Iterable[Bad]:
    for (build, part, others), name in ROWS:
        whole, item = f"must be a sequence of {name}", f"must hold values of {name}"
        for value in NO_ROWS:
            yield Bad(build, part, value, whole, others)
        for value in NO_ITEMS:
            yield Bad(build, part, (value,), item, others, value=value)
            yield Bad(build, part, [value], item, others, value=value)


SHARED_ROWS: Final[tuple[Bad, ...]] = (
    *lay((*DAYS, *NO_DAYS), PLACES_OF_DAYS),
    *lay(LENGTHS, PLACES_OF_LENGTHS),
    *lay(AMOUNTS, PLACES_OF_AMOUNTS),
    *lay(IDS, PLACES_OF_IDS),
    *lay(NAMES, PLACES_OF_NAMES),
    *lay(TEXTS, PLACES_OF_TEXTS),
    *lay(SOURCES, PLACES_OF_SOURCES),
    *lay(FLAGS, PLACES_OF_FLAGS),
    *lay(NUMBERS, PLACES_OF_NUMBERS),
    *enum_rows(),
    *tuple_rows(),
)
