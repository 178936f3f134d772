"""What no observation of an index can hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ioplife.indices import Observation, as_percent
from ioplife.terms import ABSENT, UNKNOWN
from tests.unit.bad_values.row import Bad, Given, Others, lay
from tests.unit.bad_values.shared import DAYS, NAMES, NO_DAYS, SOURCES

NO_FLOAT: Final = "must be a whole number or decimal text, no float"
PERCENT: Final = "must be percent, more than -100, with four decimals at most"
YEAR: Final = "must be a whole number of 1900 or more"
STATUS: Final = "must be one of preliminary, definitive"

PERCENTS: Final[tuple[Given, ...]] = (
    *((value, NO_FLOAT) for value in (4.6, float("nan"), True, None, b"4.6", ABSENT, ("4.6",))),
    *((value, PERCENT) for value in ("-100", -100, Decimal("-100.5"), "1000", 1000, "-1000")),
    *((value, PERCENT) for value in ("1.00001", "", " ", "4,6", "4.6 %", "4.6\n", "+1", "1e1")),
    *((value, PERCENT) for value in (".5", "5.", "\u0661", Decimal("NaN"), Decimal("Infinity"))),
)

YEARS: Final[tuple[Given, ...]] = (
    *((value, YEAR) for value in (1899, 0, -2023, True, None, "2023", 2023.0, UNKNOWN)),
    (3000, "must be a year up to 2999"),
)

STATUSES: Final[tuple[Given, ...]] = tuple(
    (value, STATUS) for value in ("", "final", "Definitive", None, True, UNKNOWN)
)

WHOLE: Final[Others] = {"index": "OPI", "year": 2023, "percent": 1, "status": "definitive"}


def beside(part: str) -> Others:
    """What an observation is built from, but for one part."""
    return {name: value for name, value in WHOLE.items() if name != part}


INDEX_ROWS: Final[tuple[Bad, ...]] = (
    *(Bad(as_percent, "value", value, rule, field="percent") for value, rule in PERCENTS),
    *lay(NAMES, [(Observation, "index", beside("index"))]),
    *lay(YEARS, [(Observation, "year", beside("year"))]),
    *lay(PERCENTS, [(Observation, "percent", beside("percent"))]),
    *lay(STATUSES, [(Observation, "status", beside("status"))]),
    *lay((*DAYS, *NO_DAYS), [(Observation, "published", WHOLE)]),
    *lay(SOURCES, [(Observation, "source", WHOLE)]),
)
