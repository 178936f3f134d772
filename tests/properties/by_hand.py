"""Lives made by hand: plain terms, plain beginnings, and what is asked of each life."""

from collections.abc import Sequence

import ioplife as iop
from ioplife.events import Event
from ioplife.terms import ABSENT, Party, Terms
from tests.naive.comparison import difference
from tests.naive.faults import Faults
from tests.naive.flagging import difference as flags_apart

TOWN = Party("town", "Town", sector="public")
CLUB = Party("club", "Club", sector="civil")
PARISH = Party("parish", "Parish", sector="civil")


def agreed(**clauses: object) -> Terms:
    """A year from 2022-01-01, between the town and two others."""
    plain: dict[str, object] = {
        "parties": (TOWN, CLUB, PARISH),
        "first_day": "2022-01-01",
        "last_day": "2022-12-31",
        "renewal": ABSENT,
        "notice": ABSENT,
        "breach": ABSENT,
    }
    return Terms(**{**plain, **clauses})  # type: ignore[arg-type]  # by name: Terms checks them


ENTERED = iop.Entered("2022-01-01", state="active", seen="2022-01-01")
APPROVED = (
    iop.Initiated("2021-09-01"),
    iop.Proposed("2021-09-15"),
    iop.Approved("2021-10-01", condition=None),
)
SIGNED = (
    *APPROVED,
    *(iop.Signed("2021-11-01", by=party) for party in ("town", "club", "parish")),
)


def amended(on: str, applies_from: str | None = None, **clauses: object) -> iop.Amended:
    return iop.Amended(on, applies_from=applies_from or on, terms=agreed(**clauses))


Case = tuple[Terms, Sequence[Event], Faults | None]
"""A life, and a fault of the naive hand that it must show; None: it is there to agree."""


def apart(case: Case) -> str | None:
    """In what the library and the naive hand differ, in words; None where in nothing."""
    terms, events, _ = case
    return difference(terms, events) or flags_apart(terms, events)


def found(case: Case) -> bool:
    """Whether the fault of the naive hand is found."""
    terms, events, faults = case
    assert faults is not None
    return difference(terms, events, faults) is not None
