"""The terms of a life: what a test does not say, filled in."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ioplife.terms import (
    ABSENT,
    Body,
    BodyKind,
    Contribution,
    Disbursement,
    Form,
    Kind,
    Party,
    Sector,
    Terms,
    Unknown,
)

PARTIES: Final = (
    Party(
        "a",
        "Kommunen",
        sector=Sector.PUBLIC,
        bodies=(Body("board", "Nämnden", kind=BodyKind.BOARD),),
    ),
    Party("b", "Föreningen", sector=Sector.CIVIL),
)
"""Who a life is between unless it says so itself: ``a``, with its ``board``, and ``b``."""

_HALF: Final = 50_000


_CLAUSES: Final = (
    "first_day",
    "last_day",
    "length",
    "renewal",
    "notice",
    "breach",
    "payments",
    "indexation",
    "repayment",
    "duties",
    "goals",
    "follows",
)


def whole(agreed: dict[str, Any]) -> Terms:
    """Terms of which everything has been read: what is not said is not there."""
    filled: dict[str, Any] = {"kind": Kind.IOP, "parties": PARTIES}
    filled |= dict.fromkeys(_CLAUSES, ABSENT)
    terms = Terms(**(filled | agreed))
    money = {"total", "contributions", "disbursements"}
    if money & agreed.keys() or isinstance(terms.parties, Unknown):
        return terms
    first = {one.sector: one.id for one in reversed(terms.parties)}
    public, civil = first.get(Sector.PUBLIC), first.get(Sector.CIVIL)
    if public is None or civil is None:
        return terms
    return attrs.evolve(
        terms,
        total=2 * _HALF,
        contributions=(
            Contribution(public, _HALF, form=Form.CASH),
            Contribution(civil, _HALF, form=Form.IN_KIND),
        ),
        disbursements=(Disbursement(civil, _HALF),),
    )
