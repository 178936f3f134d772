"""Lives told from their beginning, and what becomes of their approval."""

from __future__ import annotations

from collections.abc import Iterator

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
    INITIATED,
    PROPOSED,
    SIGNED,
    Told,
    full,
    life,
    working,
)


def _stages(name: str, terms: Terms = FULL, *ruled: iop.Event) -> Iterator[Told]:
    """A life in every state it comes to after its approval; ``ruled`` follows the approval."""
    begun = (*BEGUN, *ruled)
    signed = (*begun, *SIGNED)
    successor = iop.Renewed(
        "2026-06-01", successor="a-2", period=iop.Period("2027-01-01", "2028-12-31")
    )
    yield life(f"approved{name}", "2023-06-28", *begun, terms=terms)
    yield life(f"signed{name}", "2023-08-01", *signed, terms=terms)
    yield life(f"active{name}", "2024-02-01", *signed, terms=terms)
    yield life(f"follow_up{name}", "2024-02-12", *signed, CALLED, terms=terms)
    yield life(f"terminated{name}", "2027-01-15", *signed, terms=terms)
    yield life(f"renewed{name}", "2027-01-15", *signed, successor, terms=terms)
    failed = iop.ConditionFailed("2023-06-27")
    yield life(f"declined{name}", "2023-06-28", *begun, failed, terms=terms)


def from_the_beginning() -> Iterator[Told]:
    yield life("nothing", "2023-01-10")
    yield life("initiative", "2023-03-01", INITIATED)
    yield life("proposed", "2023-05-01", INITIATED, PROPOSED)
    waits = iop.Approved("2023-06-01", by="board", condition="the other party's board")
    unread = attrs.evolve(waits, condition=UNKNOWN)
    yield life("approved on a condition", "2023-06-28", INITIATED, PROPOSED, waits)
    yield life("approved, on what nobody knows", "2023-06-28", INITIATED, PROPOSED, unread)
    yield life("approved, signed by one", "2023-07-01", *BEGUN, SIGNED[0])
    yield from _stages("")
    adjusted, announced = iop.Adjusted("2023-06-05"), iop.Announced("2023-06-07")
    removed = iop.AnnouncementRemoved("2023-06-20")
    appealed, stayed = iop.Appealed("2023-06-20"), iop.Stayed("2023-06-21")
    yield from _stages(", adjusted", FULL, adjusted)
    yield from _stages(", announced", FULL, adjusted, announced)
    yield from _stages(", announcement taken down", FULL, adjusted, announced, removed)
    yield from _stages(", appealed", FULL, adjusted, announced, appealed)
    yield from _stages(", stayed", FULL, adjusted, announced, appealed, stayed)
    gone = iop.Annulled("2023-06-25")
    yield life("declined, annulled", "2023-06-28", *BEGUN, adjusted, announced, appealed, gone)
    final = (*BEGUN, adjusted, announced)
    yield life("approved and final", "2023-07-10", *final, is_working_day=working)
    yield from _final(adjusted, announced)
    yield from _decided_lately()
    yield life("approved, announced and not adjusted", "2023-06-10", *BEGUN, announced)
    yield life(
        "approved, announced unplaced and not adjusted",
        "2023-06-10",
        *BEGUN,
        announced,
        iop.Announced("2023-06-08", decision=9),
    )
    strangers = full(parties=UNKNOWN)
    for name, ruled in (
        ("adjusted", (adjusted,)),
        ("announced", (adjusted, announced)),
        ("stayed", (adjusted, announced, appealed, stayed)),
    ):
        yield next(_stages(f", parties unread, {name}", strangers, *ruled))
    yield life(
        "approved, adjusted, and another unplaced",
        "2023-06-07",
        *BEGUN,
        adjusted,
        iop.Adjusted("2023-06-06", decision=9),
    )
    yield life(
        "approved on a condition, parties unread",
        "2023-06-28",
        INITIATED,
        PROPOSED,
        waits,
        terms=strangers,
    )
    yield life(
        "approved, appealed, signatures to come",
        "2023-06-28",
        *BEGUN,
        adjusted,
        announced,
        appealed,
        *SIGNED,
    )
    yield life("approved, in time to appeal", "2023-06-20", *final, is_working_day=working)
    yield life(
        "approved, announced unplaced",
        "2023-06-28",
        *BEGUN,
        adjusted,
        announced,
        iop.Announced("2023-06-08", decision=9),
    )
    yield life("approved, adjusted on the day of the roll", "2023-06-17", *BEGUN)
    yield life(
        "approved, two days and the roll after the adjustment", "2023-06-08", *BEGUN, adjusted
    )
    yield life("approved, in the roll of the time to appeal", "2023-06-30", *final)


def _final(adjusted: iop.Event, announced: iop.Event) -> Iterator[Told]:
    """A final approval, with one thing that is not as it should be for a signature."""
    waits = iop.Approved("2023-06-01", by="board", condition="the other party's board")
    until = (adjusted, announced)
    cases: dict[str, tuple[iop.Event, ...]] = {
        "waiting": (INITIATED, PROPOSED, waits, *until),
        "of what nobody knows": (
            INITIATED,
            PROPOSED,
            attrs.evolve(waits, condition=UNKNOWN),
            *until,
        ),
        "approved, signed by one": (*BEGUN, *until, SIGNED[0]),
        "signatures to come": (
            *BEGUN,
            *until,
            *(attrs.evolve(one, on="2023-07-20") for one in SIGNED),
        ),
    }
    for name, events in cases.items():
        yield life(f"approved and final, {name}", "2023-07-10", *events, is_working_day=working)
    over = {"the last day past": "2023-06-30", "last day unread": UNKNOWN}
    for name, last in over.items():
        terms = full(first_day="2023-01-01", last_day=last, duties=ABSENT, goals=ABSENT)
        yield life(
            f"approved and final, {name}",
            "2023-07-10",
            *BEGUN,
            *until,
            terms=terms,
            is_working_day=working,
        )


def _decided_lately() -> Iterator[Told]:
    """A decision in every state that is a few days old when it is asked of."""
    approved = iop.Approved("2023-07-25", by="board")
    signed = tuple(attrs.evolve(one, on="2023-07-26") for one in SIGNED)
    yield life("signed, decided lately", "2023-08-01", INITIATED, PROPOSED, approved, *signed)
    lately = iop.RenewalDecided("2024-02-05", by="board")
    yield life("active, decided lately", "2024-02-12", *BEGUN, *SIGNED, lately)
    yield life("follow_up, decided lately", "2024-02-12", *BEGUN, *SIGNED, lately, CALLED)
    decided = iop.RenewalDecided("2026-12-28", by="board")
    successor = iop.Renewed(
        "2026-12-29", successor="a-2", period=iop.Period("2027-01-01", "2028-12-31")
    )
    yield life("terminated, decided lately", "2027-01-05", *BEGUN, *SIGNED, decided)
    yield life("renewed, decided lately", "2027-01-05", *BEGUN, *SIGNED, decided, successor)
    again = iop.Approved("2023-06-20", by="board")
    yield life(
        "declined, decided lately",
        "2023-06-28",
        INITIATED,
        PROPOSED,
        again,
        iop.ConditionFailed("2023-06-27"),
    )
