"""What payment plans, index clauses and what is paid back refuse."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from ioplife.dates import Period
from ioplife.duties import Duty, Every, Fixed, InMonths, Once, PerWindow
from ioplife.indices import Observation
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Contribution,
    Disbursement,
    FirstDays,
    IndexClause,
    OnDay,
    PaymentPlan,
    Repayment,
    Rounding,
    Terms,
)
from tests.unit.bad_values.indices import PERCENTS
from tests.unit.bad_values.row import ON, Bad, Given, Others, Place, lay
from tests.unit.bad_values.rules import FROM_NONE, FROM_ONE, IDENT, MONTHS, NO_LENGTH, WHO
from tests.unit.bad_values.rules import LENGTH as ANY_LENGTH
from tests.unit.bad_values.rules import ONCE as EACH_ID_ONCE
from tests.unit.bad_values.shared import (
    AMOUNTS,
    DAYS,
    FLAGS,
    JULY,
    NO_DAYS,
    SOURCES,
    STUBS,
    TEXTS,
)
from tests.unit.bad_values.shared import ONCE as YEARLY

A_JULY: Final = {"cadence": JULY}
INDEXED: Final = {"index": "OPI", "first": ON}
QUARTERLY: Final = {"days": 7, "every": "P3M"}
A_PLAN: Final = PaymentPlan(JULY)
RENT: Final = PaymentPlan(JULY, label="hyra", pays="hyra")
IN_ADVANCE: Final = {"cadence": JULY, "timing": "advance"}

CADENCES: Final = "must be InMonths, OnDay, FirstDays, PerWindow, Every, Fixed or Once"
DISBURSED: Final = "must be the id of a disbursement"
UNPREFIXED: Final = "must be an id without a prefix"
TIMINGS: Final = "must be one of advance, arrears"
COUNTED: Final = "must be one of days, months"
HEEDS: Final = "must be one of continue, stop, restart"
OF_MONTHS: Final = "must be left out but of months that pay in advance or in arrears"
UNTOLD: Final = "must be left out: what it is paid for cannot be told of this cadence"
NO_SPANS: Final = "must be left out: what a payment pays for cannot be told"
IN_PART: Final = "must be left out but where a cut span is paid in part"
OWN_LAST: Final = "must not be before the first day, 2024-02-01"
EACH_MONTH: Final = "must be a month, 1 to 12"
SHARE: Final = "must be percent, more than 0 and at most 100"
WAYS: Final = "must be one of half_up, down, up"
UNITS: Final = "must be one of 0.01, 0.1, 1, 10, 100, 1000, 10000 SEK"

NO_SEQUENCES: Final[tuple[object, ...]] = (UNKNOWN, 1, True, {}, b"a")
NO_IDS: Final[tuple[Given, ...]] = (
    ((), WHO),
    *((value, "must be a sequence of str") for value in NO_SEQUENCES),
    *((value, IDENT) for value in ("a b", " ", "a/b", "")),
)
NO_FLAGS: Final[tuple[object, ...]] = (UNKNOWN, 0, 1, "yes", ABSENT)
NO_FLAGS_OR_NONE: Final[tuple[Given, ...]] = tuple(
    (value, "must be true, false or None") for value in NO_FLAGS
)
OWN_DAYS: Final[tuple[Place, ...]] = (
    (PaymentPlan, "first", A_JULY),
    (PaymentPlan, "last", A_JULY),
    (IndexClause, "last", INDEXED),
    (Contribution, "first", {"party": "a", "amount": 1}),
    (Contribution, "last", {"party": "a", "amount": 1}),
    (Disbursement, "first", {"to": "a", "amount": 1}),
    (Disbursement, "last", {"to": "a", "amount": 1}),
)


def each(
    build: type, part: str, rule: str, others: Others, values: Iterable[object]
) -> tuple[Bad, ...]:
    """Every one of several values given to a part."""
    return tuple(Bad(build, part, value, rule, others) for value in values)


PAID_ROWS: Final[tuple[Bad, ...]] = (
    # days on which it is paid
    *each(OnDay, "day", FROM_ONE, {}, (0, -1, True, "25", None, UNKNOWN, 25.0)),
    Bad(OnDay, "day", 32, "must be a day of the month, 1 to 31"),
    *(
        Bad(OnDay, "in_months", (value,), EACH_MONTH, {"day": 1}, value=value)
        for value in (0, 13, True)
    ),
    Bad(OnDay, "in_months", (), "must give at least one month, and each once", {"day": 1}),
    Bad(OnDay, "in_months", (7, 7), "must give at least one month, and each once", {"day": 1}),
    *each(OnDay, "in_months", "must be a sequence of int", {"day": 1}, (None, 7, UNKNOWN)),
    *each(FirstDays, "days", FROM_ONE, {"every": "P3M"}, (0, True, None, UNKNOWN, "7")),
    Bad(FirstDays, "days", 85, "must be at most the 84 days of the window", {"every": "P3M"}),
    Bad(FirstDays, "days", 29, "must be at most the 28 days of the window", {"every": "P1M"}),
    *each(FirstDays, "every", ANY_LENGTH, {"days": 7}, (None, UNKNOWN, 3)),
    Bad(FirstDays, "every", "P0D", NO_LENGTH, {"days": 7}),
    Bad(FirstDays, "every", "P30D", MONTHS, {"days": 7}),
    Bad(FirstDays, "every", "P5M", "must divide the calendar year", {"days": 7}),
    *lay(FLAGS, [(FirstDays, "calendar", QUARTERLY)]),
    # plans
    *each(PaymentPlan, "cadence", CADENCES, {}, (None, UNKNOWN, (7,), 7, InMonths, "P1Y")),
    Bad(
        PaymentPlan,
        "cadence",
        Every("P30D"),
        "must be whole months or years, where it is paid",
        value="P30D",
    ),
    Bad(
        PaymentPlan,
        "cadence",
        Every("P18M", stub="prorate"),
        "must keep or drop what is cut: what it pays for cannot be told",
        value="prorate",
    ),
    *each(PaymentPlan, "label", UNPREFIXED, A_JULY, ("a:b", "hyra:lokal")),
    *each(PaymentPlan, "label", IDENT, A_JULY, (None, 1, UNKNOWN, " ", "a/b")),
    *lay(NO_IDS, [(PaymentPlan, "pays", A_JULY), (IndexClause, "of", INDEXED)]),
    Bad(PaymentPlan, "pays", ("a", "a"), WHO, A_JULY),
    Bad(IndexClause, "of", ("a", "a"), WHO, INDEXED),
    *each(PaymentPlan, "timing", TIMINGS, A_JULY, (None, "", "before", True, 1)),
    *(
        Bad(PaymentPlan, "timing", "advance", UNTOLD, {"cadence": cadence})
        for cadence in (
            Every("P1Y"),
            Once(ON),
            Fixed([Period("2024-02-01", "2024-02-29")]),
        )
    ),
    *lay(NO_FLAGS_OR_NONE, [(PaymentPlan, "calendar", IN_ADVANCE)]),
    *each(PaymentPlan, "calendar", OF_MONTHS, A_JULY, (True, False)),
    *each(PaymentPlan, "calendar", OF_MONTHS, {"cadence": YEARLY}, (True, False)),
    *each(PaymentPlan, "stub", STUBS, IN_ADVANCE, (None, "", "half", True)),
    Bad(PaymentPlan, "stub", "prorate", NO_SPANS, A_JULY),
    Bad(PaymentPlan, "stub", "keep", NO_SPANS, {"cadence": FirstDays(7, "P3M")}),
    Bad(
        PaymentPlan,
        "stub",
        "prorate",
        "must be drop, as its cadence says",
        {"cadence": PerWindow(1, "P1Y", stub="drop")},
    ),
    *each(PaymentPlan, "by", COUNTED, IN_ADVANCE | {"stub": "prorate"}, (None, "", "weeks", True)),
    Bad(PaymentPlan, "by", "days", IN_PART, IN_ADVANCE),
    Bad(PaymentPlan, "by", "months", IN_PART, IN_ADVANCE | {"stub": "keep"}),
    *each(PaymentPlan, "on_extension", HEEDS, A_JULY, (None, "", "go", UNKNOWN)),
    Bad(
        PaymentPlan,
        "on_extension",
        "stop",
        "must be continue: a tail follows no period",
        {"cadence": Once(ON, tail=True)},
    ),
    Bad(
        PaymentPlan,
        "on_extension",
        "restart",
        "must be continue or stop: the windows do not tile from a first day",
        A_JULY,
    ),
    # days of its own
    *(row for row in lay((*DAYS, *NO_DAYS), OWN_DAYS) if row.given is not None),
    Bad(PaymentPlan, "last", "2024-01-31", OWN_LAST, A_JULY | {"first": "2024-02-01"}),
    Bad(IndexClause, "last", "2024-01-31", OWN_LAST, {"index": "A", "first": "2024-02-01"}),
    Bad(
        Contribution,
        "last",
        "2024-01-31",
        OWN_LAST,
        {"party": "a", "amount": 1, "first": "2024-02-01"},
    ),
    Bad(
        Disbursement,
        "last",
        "2024-01-31",
        OWN_LAST,
        {"to": "a", "amount": 1, "first": "2024-02-01"},
    ),
    # the index
    *(row for row in lay(PERCENTS, [(IndexClause, "share", INDEXED)]) if row.given != "-1000"),
    *each(IndexClause, "share", SHARE, INDEXED, (0, "0.0000", "-1", "100.0001", 101, 999)),
    *each(IndexClause, "lag", FROM_NONE, INDEXED, (-1, True, None, "1", 1.0, UNKNOWN)),
    Bad(IndexClause, "lag", 11, "must be at most 10 years", INDEXED),
    *each(IndexClause, "vintage", FROM_ONE, INDEXED, (0, -1, True, "10", UNKNOWN)),
    Bad(IndexClause, "vintage", 13, EACH_MONTH, INDEXED),
    *each(IndexClause, "rounding", "must be a Rounding", INDEXED, (None, 1, "krona", Rounding)),
    *each(
        IndexClause,
        "steps_on",
        "must be one of anniversary, renewal",
        INDEXED,
        (None, "", "year", UNKNOWN),
    ),
    *each(
        IndexClause,
        "true_up",
        "must be true, false or UNKNOWN",
        INDEXED,
        (None, 0, 1, "yes", ABSENT),
    ),
    *lay(AMOUNTS, [(Rounding, "to", {})]),
    *each(Rounding, "to", UNITS, {}, (0, 2, 50, "0.05", "0.00", 100_000, Decimal("0.5"))),
    *each(
        Rounding, "way", "must be one of half_up, down, up", {}, (None, "", "half_down", UNKNOWN)
    ),
    *each(Rounding, "each", "must be one of payment, year", {}, (None, "", "month", UNKNOWN)),
    *each(
        Observation,
        "vintage",
        "must be a month written YYYY-MM, or None",
        {"index": "PKV", "year": 2024, "percent": 1, "status": "definitive"},
        ("2023-13", "2023-1", "2023-10-01", "1899-01", "oktober", 10, UNKNOWN, "", True),
    ),
    # what is paid back
    *each(Repayment, "by", COUNTED, {}, (None, "", "weeks", True)),
    *lay(TEXTS, [(Repayment, "text", {})]),
    *lay(SOURCES, [(Repayment, "source", {})]),
    # together
    *each(Terms, "payments", "must be a sequence of PaymentPlan", {}, (None, JULY, "i juli")),
    Bad(Terms, "payments", PaymentPlan, "must be a sequence of PaymentPlan"),
    Bad(Terms, "payments", (JULY,), "must hold values of PaymentPlan", value=JULY),
    Bad(Terms, "payments", (A_PLAN, A_PLAN), EACH_ID_ONCE, value="payment"),
    Bad(Terms, "payments", (RENT, RENT), EACH_ID_ONCE, value="payment:hyra"),
    Bad(Terms, "payments", RENT, DISBURSED, {"disbursements": ()}, value="hyra"),
    Bad(
        Terms,
        "indexation",
        (IndexClause("OPI", ON, of="hyra"),),
        DISBURSED,
        {"disbursements": ()},
        value="hyra",
    ),
    Bad(
        Terms,
        "duties",
        (Duty("payment:hyra", "report", YEARLY),),
        EACH_ID_ONCE,
        {"payments": RENT},
        value="payment:hyra",
    ),
    *each(
        Terms,
        "repayment",
        "must be a Repayment, Absent or UNKNOWN",
        {},
        (None, "days", True, {}, Repayment),
    ),
)
