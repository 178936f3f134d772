"""What one field alone refuses, and what two fields refuse of each other."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ioplife.dates import Duration, Period, as_day, as_duration
from ioplife.events import (
    EVENTS,
    Amended,
    Cancelled,
    Corrected,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Extended,
    Noted,
    OfDecision,
    PartyLeft,
    Reason,
    Renewed,
    Resolved,
    Signed,
)
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    Disbursement,
    Notice,
    Party,
    Reading,
    RenewalOption,
    Terms,
    as_amount,
)
from tests.unit.bad_values.row import ON, Bad, required
from tests.unit.bad_values.rules import (
    ANY_DAY,
    FLAG,
    FROM_NONE,
    FROM_ONE,
    IDENT,
    ISO_DAY,
    LENGTH,
    NAMED,
    NO_LENGTH,
    NO_TIME,
    ONCE,
    OPEN_ENDED,
    PARTY,
    PERIOD,
    POSITIVE,
    REPLACEMENT,
    RESOLVABLE,
    SEK,
    STATED,
    TOO_LONG,
    WHOLE,
)
from tests.unit.bad_values.shared import AMOUNTS, DAYS, GOES_ON, LENGTHS, MIDNIGHT, NO_DAYS

A_PARTY = Party("a", "A")
A_READING = Reading(ON)


def after(**given: object) -> object:
    """Some lengths after a day."""
    days: dict[str, object] = {"day": ON, **given}
    return Duration(years=1).after(**days)  # type: ignore[arg-type] # bad on purpose


def latest(**given: object) -> object:
    """The last day from which a length fits."""
    return Duration(years=1).latest(**given)  # type: ignore[arg-type] # bad on purpose


TWO_BODIES = (Body("b", "B"), Body("b", "Later B"))
ENDINGS = (
    "must be one of: annulled, breach, expired, not_renewed, notice, party_left, rescinded, void"
)
REFUSALS = "must be one of: annulled, condition_failed, declined, referred, withdrawn"
NEITHER = "must be one of: none"

RENEWAL = "must be a RenewalOption, an AutomaticRenewal, Absent or UNKNOWN"

A_MAPPING: Final[dict[str, object]] = {"first": ON, "length": "P1Y"}
NO_PERIODS: Final[tuple[object, ...]] = (None, ON, "2024", (ON, None), A_MAPPING, True)
NO_STATED_DAYS: Final[tuple[object, ...]] = (
    None,
    2024,
    True,
    b"2024-01-31",
    Period(ON),
    A_READING,
    (A_READING,),
    A_MAPPING,
)

OWN_ROWS: Final[tuple[Bad, ...]] = (
    # the ways in
    *(Bad(as_day, "value", value, rule, field="day") for value, rule in (*DAYS, *NO_DAYS)),
    Bad(as_day, "value", None, ANY_DAY, field="day"),
    Bad(as_day, "value", "now", ISO_DAY, {"field": "Some.day"}, field="Some.day"),
    *(Bad(as_duration, "value", value, rule, field="length") for value, rule in LENGTHS),
    *(Bad(Duration.parse, "text", value, rule, field="Duration") for value, rule in LENGTHS),
    Bad(Duration.parse, "text", Duration(1), LENGTH, field="Duration"),
    *(Bad(as_amount, "value", value, rule, field="amount") for value, rule in AMOUNTS),
    # Duration
    *(
        Bad(Duration, part, value, rule)
        for part in ("years", "months", "days")
        for value, rule in (
            (-1, POSITIVE),
            (1.0, WHOLE),
            (float("nan"), WHOLE),
            (Decimal(1), WHOLE),
            (True, WHOLE),
            ("1", WHOLE),
            (None, WHOLE),
            (UNKNOWN, WHOLE),
        )
    ),
    Bad(Duration, "years", 1001, TOO_LONG, field="Duration", value="P1001Y"),
    Bad(Duration, "months", 1, TOO_LONG, {"years": 1000}, field="Duration", value="P1000Y1M"),
    Bad(Duration, "months", 12_001, TOO_LONG, field="Duration", value="P12001M"),
    Bad(Duration, "days", 366_001, TOO_LONG, field="Duration", value="P366001D"),
    Bad(after, "times", 10_000, "must lead to a day of the calendar", field="times"),
    Bad(after, "times", -10_000, "must lead to a day of the calendar", field="times"),
    Bad(after, "day", MIDNIGHT, NO_TIME, field="day"),
    Bad(after, "day", "now", ISO_DAY, field="day"),
    Bad(latest, "end", MIDNIGHT, NO_TIME, field="day"),
    Bad(latest, "end", None, ANY_DAY, field="day"),
    # Period
    Bad(Period, "first", None, ANY_DAY),
    Bad(Period, "first", UNKNOWN, ANY_DAY),
    Bad(Period, "last", UNKNOWN, ANY_DAY, {"first": ON}),
    Bad(
        Period, "last", "2024-01-30", "must not be before the first day, 2024-01-31", {"first": ON}
    ),
    Bad(Period.of, "first", "2024", ISO_DAY, {"length": "P1Y"}, field="Period.first"),
    Bad(Period.of, "length", "1Y", LENGTH, {"first": ON}, field="Period.length"),
    Bad(Period.of, "length", None, LENGTH, {"first": ON}, field="Period.length"),
    Bad(Period.of, "length", "P0M", NO_LENGTH, {"first": ON}, field="Period.length", value="P0D"),
    # readings
    Bad(Reading, "day", None, ANY_DAY),
    Bad(Reading, "day", "2024-01", ISO_DAY),
    Bad(Reading, "day", UNKNOWN, ANY_DAY),
    *(Bad(Terms, part, *row) for part in ("first_day", "last_day") for row in DAYS),
    *(
        Bad(Terms, part, value, STATED)
        for part in ("first_day", "last_day")
        for value in NO_STATED_DAYS
    ),
    # Terms
    Bad(Terms, "length", None, LENGTH),
    Bad(Terms, "length", "P0D", NO_LENGTH),
    Bad(Terms, "open_ended", UNKNOWN, FLAG),
    Bad(Terms, "open_ended", given=True, rule=OPEN_ENDED, others={"last_day": ON}),
    Bad(Terms, "open_ended", given=True, rule=OPEN_ENDED, others={"last_day": "2024-01"}),
    Bad(Terms, "open_ended", given=True, rule=OPEN_ENDED, others={"length": "P1Y"}),
    *(
        Bad(Terms, "renewal", value, RENEWAL)
        for value in (None, "P1Y", Notice("P1Y"), A_MAPPING, True, Absent)
    ),
    *(
        Bad(Terms, "breach", value, "must be a Breach, Absent or UNKNOWN")
        for value in (None, "P30D", Notice("P30D"), A_MAPPING, False, Absent)
    ),
    *(
        Bad(Terms, "notice", value, "must be a Notice, Absent or UNKNOWN")
        for value in (None, "P6M", RenewalOption("P1Y"), A_MAPPING, False, Absent)
    ),
    Bad(Terms, "parties", (A_PARTY, Party("a", "Other")), ONCE, value="a"),
    Bad(Terms, "parties", (Party("b", "B", bodies=(Body("b", "B"),)),), ONCE, value="b"),
    Bad(Terms, "parties", (A_PARTY, Party("c", "C", bodies=(Body("a", "B"),))), ONCE, value="a"),
    Bad(
        Terms,
        "parties",
        (Party("c", "C", bodies=TWO_BODIES), Party("d", "D", bodies=TWO_BODIES)),
        ONCE,
        value="b",
    ),
    Bad(Terms, "contributions", (Contribution("a", 1), Contribution("a", 2)), ONCE, value="a"),
    Bad(Terms, "disbursements", (Disbursement("a", 1), Disbursement("a", 2)), ONCE, value="a"),
    Bad(Terms, "contributions", (Contribution("b", 1),), PARTY, {"parties": ()}, value="b"),
    Bad(Terms, "contributions", (Contribution("b", 1),), PARTY, {"parties": (A_PARTY,)}, value="b"),
    Bad(Terms, "disbursements", (Disbursement("b", 1),), PARTY, {"parties": (A_PARTY,)}, value="b"),
    Bad(
        Terms,
        "disbursements",
        (Disbursement("b", 1),),
        PARTY,
        {"parties": (Party("a", "A", bodies=TWO_BODIES),)},  # a body is no payee: its party is
        value="b",
    ),
    Bad(Terms, "follows", None, IDENT),
    # clauses
    Bad(Notice, "length", None, LENGTH),
    Bad(Notice, "length", "P0D", NO_LENGTH),
    Bad(RenewalOption, "length", None, LENGTH),
    Bad(RenewalOption, "length", "P0W", NO_LENGTH, value="P0D"),
    Bad(RenewalOption, "ask_before", "P0D", NO_LENGTH, {"length": "P1Y"}),
    Bad(RenewalOption, "times", None, FROM_ONE, {"length": "P1Y"}),
    Bad(RenewalOption, "times", "unlimited", FROM_ONE, {"length": "P1Y"}),
    Bad(RenewalOption, "times", UNKNOWN, FROM_ONE, {"length": "P1Y"}),
    Bad(AutomaticRenewal, "length", None, LENGTH, {"notice_before": "P6M"}),
    Bad(AutomaticRenewal, "length", "P0D", NO_LENGTH, {"notice_before": "P6M"}),
    Bad(AutomaticRenewal, "notice_before", None, LENGTH, {"length": "P1Y"}),
    Bad(AutomaticRenewal, "notice_before", "P0M", NO_LENGTH, {"length": "P1Y"}, value="P0D"),
    Bad(AutomaticRenewal, "times", None, FROM_ONE, GOES_ON),
    Bad(AutomaticRenewal, "times", "unlimited", FROM_ONE, GOES_ON),
    Bad(AutomaticRenewal, "times", UNKNOWN, FROM_ONE, GOES_ON),
    Bad(Breach, "cure", None, LENGTH),
    Bad(Breach, "cure", "P0D", NO_LENGTH),
    Bad(Contribution, "party", UNKNOWN, IDENT, {"amount": 1}),
    Bad(Disbursement, "to", UNKNOWN, IDENT, {"amount": 1}),
    *(Bad(Body, "period", value, PERIOD, {"id": "a", "name": "A"}) for value in NO_PERIODS),
    # events
    Bad(Entered, "state", "follow_up", "must not be follow_up, which is derived", {"on": ON}),
    Bad(
        Entered,
        "state",
        State.FOLLOW_UP,
        "must not be follow_up, which is derived",
        {"on": ON},
        value="follow_up",
    ),
    Bad(Entered, "seen", None, ANY_DAY, required(Entered)),
    Bad(Entered, "seen", "2024-01-30", "must not be before 2024-01-31", required(Entered)),
    Bad(Entered, "reason", None, ENDINGS, {"on": ON, "state": "terminated"}),
    Bad(Entered, "reason", None, REFUSALS, {"on": ON, "state": "declined"}),
    *(
        Bad(Entered, "reason", reason, ENDINGS, {"on": ON, "state": "terminated"})
        for reason in (Reason.DECLINED, Reason.WITHDRAWN, Reason.CONDITION_FAILED, Reason.REFERRED)
    ),
    *(
        Bad(Entered, "reason", reason, REFUSALS, {"on": ON, "state": "declined"})
        for reason in (
            *(Reason.EXPIRED, Reason.NOT_RENEWED, Reason.NOTICE, Reason.RESCINDED),
            *(Reason.VOID, Reason.BREACH, Reason.PARTY_LEFT),
        )
    ),
    *(
        Bad(Entered, "reason", Reason.EXPIRED, NEITHER, {"on": ON, "state": state})
        for state in ("initiative", "proposed", "approved", "signed", "active", "renewed")
    ),
    Bad(EndingDecided, "last_day", None, ANY_DAY, {"on": ON}),
    Bad(EndingDecided, "reason", None, NAMED, {"on": ON}),
    Bad(EndingLifted, "ending", None, FROM_ONE, {"on": ON}),
    *(
        Bad(kind, "decision", None, FROM_ONE, {"on": ON})
        for kind in EVENTS
        if issubclass(kind, OfDecision)
    ),
    Bad(Extended, "length", "P0D", NO_LENGTH, {"on": ON}),
    Bad(Amended, "applies_from", None, ANY_DAY, required(Amended)),
    *(
        Bad(Amended, "terms", value, "must be Terms", {"on": ON})
        for value in (None, UNKNOWN, A_MAPPING, "terms", Terms, Signed(ON))
    ),
    Bad(DemandMade, "written", None, FLAG, {"on": ON}),
    Bad(DemandCorrected, "demand", None, FROM_ONE, {"on": ON}),
    Bad(Cancelled, "demand", None, FROM_ONE, {"on": ON}),
    Bad(PartyLeft, "party", None, IDENT, {"on": ON}),
    Bad(Noted, "what", None, NAMED, {"on": ON}),
    *(Bad(Renewed, "period", value, PERIOD, {"on": ON}) for value in NO_PERIODS),
    *(
        Bad(Resolved, "what", value, RESOLVABLE, {"on": ON, "reading": 1})
        for value in (
            "",
            "first",
            "First_day",
            "length",
            "parties",
            "contributions",
            "contributions.",
            "disbursements",
            "total.a",
            "indexation.a",
            "first_day.a",
            "total\n",
            None,
            1,
            UNKNOWN,
        )
    ),
    *(
        Bad(Resolved, "reading", value, rule, {"on": ON, "what": what})
        for what in ("first_day", "last_day", "indexation")
        for value, rule in DAYS
    ),
    *(
        Bad(Resolved, "reading", value, rule, {"on": ON, "what": what})
        for what in ("total", "contributions.a", "disbursements.a")
        for value, rule in AMOUNTS
    ),
    Bad(Resolved, "reading", "100", ISO_DAY, {"on": ON, "what": "last_day"}),
    Bad(Resolved, "reading", 5, ANY_DAY, {"on": ON, "what": "first_day"}),
    *(
        Bad(Resolved, "reading", ON, SEK, {"on": ON, "what": what})
        for what in ("total", "contributions.a", "disbursements.a")
    ),
    *(
        Bad(Corrected, "event_no", value, FROM_NONE, {"on": ON})
        for value in (-1, 1.0, True, False, "1", None, UNKNOWN)
    ),
    *(
        Bad(Corrected, "to", value, REPLACEMENT, {"on": ON, "event_no": 0})
        for value in (None, Signed(ON), UNKNOWN, A_MAPPING, "terms")
    ),
    *(
        Bad(Corrected, "to", value, REPLACEMENT, {"on": ON, "event_no": 1})
        for value in (Terms(), UNKNOWN, A_MAPPING, "signed", False, Signed)
    ),
)
