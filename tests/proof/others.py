"""Proposals with one thing amiss, and lives of which more is on record after the day."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import ioplife as iop
from ioplife.norms import PUBLIC_SHARE, Norm
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Contribution,
    Party,
)
from tests.proof.told import (
    BEGUN,
    FULL,
    IN_KIND,
    INITIATED,
    MISSION,
    MONEYLESS,
    PAPER,
    PROPOSED,
    RUNS,
    SIGNED,
    TOWN,
    UNSURE,
    WITHOUT_BOARD,
    Told,
    binding,
    full,
    life,
)


def proposals() -> Iterator[Told]:
    """An initiative of which the terms are not as they should be, one thing a life."""
    other = Party("firm", "Bolaget", sector="other")
    unsure = Party("mission", "Föreningen", sector=UNKNOWN)
    cash = (Contribution("town", UNKNOWN, form="cash"), IN_KIND)
    changed: dict[str, dict[str, Any]] = {
        "with a firm": {"parties": (TOWN, MISSION, other)},
        "of unknown sectors": {"parties": (TOWN, unsure)},
        "of a kind nobody knows": {"kind": UNKNOWN},
        "days in the wrong order": {"first_day": "2027-01-01"},
        "first day unread": {"first_day": UNKNOWN},
        "first day absent": {"first_day": ABSENT},
        "sums that differ": {"total": 200_001},
        "total unread": {"total": UNKNOWN},
        "paid in unread": {"contributions": cash},
        "paid out unread": {"disbursements": UNKNOWN},
        "a share of another size": {"norms": (Norm(PUBLIC_SHARE, 90, source=PAPER),)},
        "no share asked for": {"norms": ()},
        "with one of a sector nobody knows": {"parties": (TOWN, MISSION, UNSURE)},
        "a share for a board, and no board known": {
            "norms": (Norm(PUBLIC_SHARE, 50, source=PAPER, scope=("Nämnden",)),),
            "parties": (WITHOUT_BOARD, MISSION),
            "duties": ABSENT,
        },
        "no partnership, between nobody knows whom": {"kind": "agreement", **MONEYLESS},
    }
    for name, clauses in changed.items():
        yield life(f"initiative, {name}", "2023-03-01", INITIATED, terms=full(**clauses))
        yield life(f"proposed, {name}", "2023-05-01", INITIATED, PROPOSED, terms=full(**clauses))
        yield life(f"nothing, {name}", "2023-01-10", terms=full(**clauses))
    yield life("initiative of the town", "2023-03-01", iop.Initiated("2023-02-01", by="town"))
    yield life("initiative of nobody knows whom", "2023-03-01", iop.Initiated("2023-02-01"))
    for first, how in (("2023-04-20", "begun"), ("2023-05-10", "about to begin")):
        yield life(
            f"proposed, {how}", "2023-05-01", INITIATED, PROPOSED, terms=full(first_day=first)
        )


def later_records() -> Iterator[Told]:
    """Lives of which more is on record, after the day that is asked of."""
    yield life("nothing, the initiative to come", "2023-01-10", INITIATED)
    yield life("nothing, a whole life to come", "2023-01-10", *RUNS)
    yield life("initiative, a whole life to come", "2023-03-01", *RUNS)
    yield life("proposed, a whole life to come", "2023-05-01", *RUNS)
    yield life("approved, signatures to come", "2023-06-28", *RUNS)
    waits = iop.Approved("2023-06-01", by="board", condition="the other party's board")
    failed = iop.ConditionFailed("2023-06-30")
    yield life(
        "approved on a condition, that is to fail", "2023-06-28", INITIATED, PROPOSED, waits, failed
    )
    withdrawn = iop.Withdrawn("2023-08-10")
    yield life("approved, to be withdrawn", "2023-06-28", *BEGUN, withdrawn)
    yield life(
        "approved, signed by one, to be withdrawn", "2023-07-01", *BEGUN, SIGNED[0], withdrawn
    )
    call = iop.FollowUpCalled("2024-12-05", by="mission")
    closed = iop.Closed("2027-02-01", by="town")
    ends = iop.Renewed("2027-03-01", successor="a-2", period=iop.Period("2027-03-01", "2028-12-31"))
    owed = iop.FollowedUp("2027-01-10", duty="follow-up", occurrence=3, by="board")
    some = iop.FollowedUp("2027-01-10", by="board")
    goal = iop.FollowedUp("2027-01-10", by="board", duty="long")
    meeting = iop.Fulfilled("2026-06-10", duty="meeting")
    ruled = (iop.Adjusted("2024-12-05"), iop.Announced("2024-12-06"))
    corrected = iop.DemandCorrected("2024-12-05")
    demand = iop.DemandMade("2024-01-10", by="town", written=True)
    left = iop.PartyLeft("2024-12-05", party="mission", last_day="2026-06-30")
    for name, more in {
        "a call": (call,),
        "a close": (closed,),
        "a successor": (ends,),
        "a follow-up": (owed,),
        "some follow-up": (some,),
        "the goal": (goal,),
        "a meeting": (meeting,),
        "minutes": ruled,
        "a correction of breach": (demand, corrected),
        "a leave": (left,),
    }.items():
        yield from binding(f"{name} to come", FULL, *more)
        yield life(f"terminated, {name} to come", "2027-01-05", *RUNS, *more)
    voided = iop.Voided("2024-01-10", by="town", last_day="2024-12-31")
    shut = iop.Closed("2025-02-01", by="town")
    yield life("active, void from a day to come, then closed", "2024-02-20", *RUNS, voided, shut)
    yield life(
        "follow_up, notice, then closed",
        "2024-02-20",
        *RUNS,
        iop.NoticeGiven("2024-01-20", by="mission", written=True, received="2024-01-20"),
        iop.Closed("2024-06-01", by="town"),
    )
    begun = full(first_day=UNKNOWN)
    start = iop.Started("2024-03-10", by="town")
    yield life("signed, first day unread, a start to come", "2024-02-20", *RUNS, start, terms=begun)
    renews = iop.Renewed(
        "2027-03-01", successor="a-2", period=iop.Period("2027-03-01", "2028-12-31")
    )
    yield life("terminated, a successor to come late", "2027-01-15", *RUNS, renews)
    entry = iop.Entered("2025-01-01", state="active", seen="2025-01-01", basis=PAPER)
    yield life("active, an entry to come", "2024-02-20", *RUNS, entry)
    for state in ("initiative", "proposed", "approved"):
        yield life(
            f"nothing, entered as {state} to come",
            "2023-01-10",
            iop.Entered("2023-06-01", state=state, seen="2023-06-01", basis=PAPER),
        )
