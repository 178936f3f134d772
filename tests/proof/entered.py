"""Lives taken into a register, and lives of which little has been read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

import ioplife as iop
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Terms,
)
from tests.proof.told import (
    BEGUN,
    CALLED,
    FULL,
    PAPER,
    RUNS,
    Told,
    full,
    life,
)


def _entered(
    name: str,
    state: str,
    terms: Terms,
    *more: iop.Event,
    day: str = "2024-02-20",
    **how: Any,  # noqa: ANN401 - any field of the entry
) -> Told:
    on = "2024-01-10" if state == "active" else "2023-06-10"
    on = "2027-01-10" if state in ("terminated", "renewed") else on
    entry = iop.Entered(on, state=state, seen=on, basis=PAPER, **how)
    return life(f"{state}, {name}", day, entry, *more, terms=terms)


def taken_in() -> Iterator[Told]:
    """Lives that begin with their entry in a register, in every state that can be entered."""
    states = {
        "initiative": "2023-06-20",
        "proposed": "2023-06-20",
        "approved": "2023-06-20",
        "signed": "2023-08-01",
        "active": "2024-02-20",
        "terminated": "2027-01-15",
        "renewed": "2027-01-15",
        "declined": "2023-06-20",
    }
    strangers = full(parties=UNKNOWN)
    none = Terms()
    for state, day in states.items():
        why = {"terminated": {"reason": "expired"}, "declined": {"reason": "declined"}}
        how = why.get(state, {})
        yield _entered("entered", state, FULL, day=day, **how)
        yield _entered("parties unread", state, strangers, day=day, **how)
        yield _entered("nothing read", state, none, day=day, **how)
    yield life("nothing, parties unread", "2023-01-10", terms=strangers)
    demanded = iop.DemandMade("2024-01-20", by="town", written=True)
    yield _entered("parties unread, demanded", "active", strangers, demanded)
    void = iop.Voided("2024-01-20", by="town", last_day="2025-12-31")
    yield _entered("parties unread, void from a day to come", "active", strangers, void)
    someday = full(first_day=UNKNOWN)
    yield _entered("first day unread", "active", someday)
    yield _entered("first day unread", "terminated", someday, day="2027-01-15", reason="expired")
    yield life("nothing, nothing read", "2023-01-10", terms=none)
    yield attrs.evolve(
        _entered("parties unread", "active", strangers, CALLED), name="follow_up, parties unread"
    )
    decided = iop.RenewalDecided("2024-01-20", by="town")
    yield _entered(
        "parties unread, decided and appealed",
        "active",
        strangers,
        decided,
        iop.Appealed("2024-01-30", decision=2),
    )
    ended = iop.Entered("2027-01-10", state="terminated", seen="2027-01-10", reason=UNKNOWN)
    yield life("terminated for what nobody knows", "2027-01-15", ended)
    begun = full(first_day=UNKNOWN)
    yield life("signed, first day unread", "2024-02-20", *RUNS, terms=begun)
    yield life(
        "terminated by notice",
        "2024-09-01",
        *RUNS,
        iop.NoticeGiven("2024-01-20", by="mission", written=True, received="2024-01-20"),
    )
    out = full(last_day="2023-12-31")
    yield life("approved, the last day past", "2024-02-20", *BEGUN, terms=out)
    yield life(
        "nothing, the last day past",
        "2024-02-20",
        terms=full(first_day="2020-01-01", last_day="2023-12-31", renewal=ABSENT),
    )
    yield life(
        "nothing, the last day past, an option",
        "2024-02-20",
        terms=full(first_day="2020-01-01", last_day="2023-12-31"),
    )
    yield life(
        "approved, last day unread",
        "2024-02-20",
        *BEGUN,
        terms=full(last_day=UNKNOWN, length=UNKNOWN),
    )
