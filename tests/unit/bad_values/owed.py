"""What the clauses by which something is owed refuse, and the events that answer them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ioplife.dates import Period
from ioplife.duties import Duty, Every, Fixed, Goal, Horizon, InMonths, Once, PerWindow
from ioplife.events import FollowedUp, Fulfilled, Waived
from ioplife.terms import ABSENT, UNKNOWN, IndexClause, PaymentPlan, Terms
from tests.unit.bad_values.row import ON, Bad
from tests.unit.bad_values.rules import (
    ANY_DAY,
    FROM_ONE,
    IDENT,
    LENGTH,
    MONTHS,
    NAMED,
    NO_LENGTH,
    ONCE,
    WHO,
)
from tests.unit.bad_values.shared import A_DUTY, BASES, IDS, JULY
from tests.unit.bad_values.shared import ONCE as YEARLY

KINDS: Final = "must be one of follow_up, meeting, report, payment, assessment"
CADENCE: Final = "must be PerWindow, Every, InMonths, Fixed or Once"
HORIZON: Final = "must be a Horizon, Absent or UNKNOWN"
EACH_MONTH: Final = "must be a month, 1 to 12"
BOUNDED: Final = "must be at least one, each with a last day"
EACH_ONCE: Final = "must give at least one month, and each once"
JANUARY: Final = Period("2024-01-01", "2024-01-31")
BEFORE: Final = "must not be before the first day, 2024-01-31"
TILING: Final = "must be continue or stop: the windows do not tile from a first day"
TAIL: Final = "must be continue: a tail follows no period"
DIVIDES: Final = "must divide the calendar year"

A_MEETING: Final = Duty("a", "meeting", YEARLY)
A_GOAL: Final = Goal("a")
OPEN: Final = (Period("2024-01-01"),)
TWICE: Final[tuple[object, ...]] = (("a", "a"), ["a", "b", "a"])
NO_CADENCES: Final[tuple[object, ...]] = (
    *(None, "P1Y", 1, {}, (), UNKNOWN, ABSENT),
    *(Horizon("P1Y"), PerWindow, Every, Period(ON)),
)
NO_HORIZONS: Final[tuple[object, ...]] = (None, "P6M", 6, {}, YEARLY, ON, Horizon)
NO_WHO: Final[tuple[object, ...]] = (1, None, True, b"a", {}, {"a": "b"}, frozenset({"a"}))


def who_rows() -> Iterable[Bad]:
    for build, others in ((Duty, A_DUTY), (PaymentPlan, {"cadence": JULY})):
        yield Bad(build, "who", (), WHO, others)
        for twice in TWICE:
            yield Bad(build, "who", twice, WHO, others, value=tuple(twice))  # type: ignore[arg-type]
        for value in NO_WHO:
            yield Bad(build, "who", value, "must be a sequence of str", others)
        for value in (1, None, UNKNOWN):
            yield Bad(build, "who", (value,), "must hold values of str", others, value=value)
        for value, rule in IDS:
            if isinstance(value, str):
                yield Bad(build, "who", value, rule, others)
                yield Bad(build, "who", ("a", value), rule, others, value=value)


OWED_ROWS: Final[tuple[Bad, ...]] = (
    # cadences
    Bad(PerWindow, "times", 13, "must be at most the window's 12 months", {"every": "P1Y"}),
    Bad(PerWindow, "times", 2, "must be at most the window's 1 months", {"every": "P1M"}),
    Bad(PerWindow, "times", None, FROM_ONE, {"every": "P1Y"}),
    Bad(PerWindow, "times", UNKNOWN, FROM_ONE, {"every": "P1Y"}),
    Bad(PerWindow, "every", None, LENGTH, {"times": 1}),
    Bad(PerWindow, "every", UNKNOWN, LENGTH, {"times": 1}),
    Bad(PerWindow, "every", "P0M", NO_LENGTH, {"times": 1}, value="P0D"),
    Bad(PerWindow, "every", "P30D", MONTHS, {"times": 1}),
    Bad(PerWindow, "every", "P2W", MONTHS, {"times": 1}, value="P14D"),
    Bad(PerWindow, "every", "P1Y1D", MONTHS, {"times": 1}),
    *(
        Bad(PerWindow, "every", every, DIVIDES, {"times": 1, "calendar": True})
        for every in ("P5M", "P7M", "P2Y", "P1Y1M")
    ),
    *(
        Bad(InMonths, "months", value, "must be a sequence of int")
        for value in ("", "7", 7, None, {}, {7: 1}, {7}, True, UNKNOWN)
    ),
    *(
        Bad(InMonths, "months", (value,), "must hold values of int", value=value)
        for value in ("7", None, 7.0, UNKNOWN)
    ),
    *(
        Bad(InMonths, "months", (value,), EACH_MONTH, value=value)
        for value in (0, 13, -1, True, False)
    ),
    Bad(InMonths, "months", [7, 1, 7], EACH_ONCE, value=(7, 1, 7)),
    Bad(InMonths, "months", (), EACH_ONCE),
    Bad(Every, "length", None, LENGTH),
    Bad(Every, "length", UNKNOWN, LENGTH),
    Bad(Every, "length", "P0M", NO_LENGTH, value="P0D"),
    Bad(Every, "first", UNKNOWN, LENGTH, {"length": "P1Y"}),
    Bad(Every, "first", "P0D", NO_LENGTH, {"length": "P1Y"}),
    Bad(Once, "by", None, ANY_DAY),
    Bad(Once, "by", UNKNOWN, ANY_DAY),
    Bad(Fixed, "spans", OPEN, BOUNDED),
    Bad(Fixed, "spans", (), BOUNDED),
    Bad(Fixed, "tail", None, "must be true or false", {"spans": [JANUARY]}),
    # duties and goals
    *(
        Bad(Duty, "kind", value, KINDS, {"id": "a", "cadence": YEARLY})
        for value in (None, UNKNOWN, "follow-up")
    ),
    Bad(
        Duty,
        "kind",
        "payment",
        "must not be payment, which is owed by a payment plan",
        {"id": "a", "cadence": YEARLY},
    ),
    Bad(
        Duty,
        "kind",
        "assessment",
        "must not be assessment, which is owed by a goal",
        {"id": "a", "cadence": YEARLY},
    ),
    *(
        Bad(Duty, "cadence", value, CADENCE, {"id": "a", "kind": "meeting"})
        for value in NO_CADENCES
    ),
    Bad(Duty, "first", UNKNOWN, ANY_DAY, A_DUTY),
    Bad(Duty, "last", UNKNOWN, ANY_DAY, A_DUTY),
    Bad(Duty, "last", "2024-01-30", BEFORE, A_DUTY | {"first": ON}),
    *(
        Bad(Duty, "on_extension", "restart", TILING, {"id": "a", "kind": "meeting", "cadence": one})
        for one in (PerWindow(1, "P1Y", calendar=True), JULY, Fixed([JANUARY]), Once(ON))
    ),
    *(
        Bad(Duty, "on_extension", value, TAIL, {"id": "a", "kind": "report", "cadence": one})
        for value in ("stop", "restart")
        for one in (Fixed([JANUARY], tail=True), Once(ON, tail=True))
    ),
    Bad(Duty, "lead", None, LENGTH, A_DUTY),
    Bad(Duty, "lead", UNKNOWN, LENGTH, A_DUTY),
    *(
        Bad(build, "basis", value, BASES, others)
        for build, others in ((Duty, A_DUTY), (Goal, {"id": "a"}))
        for value in (None, UNKNOWN)
    ),
    *who_rows(),
    Bad(Horizon, "length", None, LENGTH),
    Bad(Horizon, "length", "P0D", NO_LENGTH),
    *(Bad(Goal, "horizon", value, HORIZON, {"id": "a"}) for value in NO_HORIZONS),
    *(
        Bad(build, "id", value, IDENT, others)
        for build, others in ((Duty, {"kind": "meeting", "cadence": YEARLY}), (Goal, {}))
        for value in (None, UNKNOWN)
    ),
    # payments
    Bad(IndexClause, "index", None, NAMED, {"first": ON}),
    Bad(IndexClause, "index", UNKNOWN, NAMED, {"first": ON}),
    Bad(IndexClause, "first", None, ANY_DAY, {"index": "OPI"}),
    Bad(IndexClause, "first", UNKNOWN, ANY_DAY, {"index": "OPI"}),
    Bad(Terms, "duties", (A_MEETING, A_MEETING), ONCE, value="a"),
    Bad(Terms, "goals", (A_GOAL, A_GOAL), ONCE, {"duties": ()}, value="a"),
    Bad(Terms, "goals", (A_GOAL,), ONCE, {"duties": (A_MEETING,)}, value="a"),
    Bad(Terms, "duties", (Duty("payment", "meeting", YEARLY),), ONCE, value="payment"),
    # what papers say
    *(
        row
        for part in ("participants", "target_group", "referral", "activity")
        for row in (
            *(
                Bad(Terms, part, value, "must be a sequence of Description")
                for value in (None, 25, True, {}, {"text": "a"})
            ),
            *(
                Bad(Terms, part, (value,), "must hold values of Description", value=value)
                for value in ("alla åldrar", None, 25, UNKNOWN)
            ),
            *(
                Bad(Terms, part, value, NAMED, field="Description.text")
                for value in ("", " ", "\n")
            ),
        )
    ),
    # what answers what is owed
    *(
        Bad(kind, "occurrence", value, FROM_ONE, {"on": ON})
        for kind in (FollowedUp, Fulfilled, Waived)
        for value in ("", "None", "NONE", "extra", "2")
    ),
    Bad(Waived, "occurrence", "none", FROM_ONE, {"on": ON}),
    Bad(Waived, "occurrence", None, FROM_ONE, {"on": ON}),
    Bad(Waived, "duty", None, IDENT, {"on": ON}),
    Bad(Waived, "why", None, NAMED, {"on": ON}),
    Bad(Fulfilled, "duty", None, IDENT, {"on": ON}),
)
