"""Lives in force: with every clause read, absent and unread, and one thing after another done."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs

import ioplife as iop
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    AutomaticRenewal,
    Breach,
    Notice,
    Reading,
    RenewalOption,
    Stated,
)
from tests.proof.told import (
    CALLED,
    FOLLOW_UP,
    FULL,
    MEETING,
    MISSION,
    PAPER,
    PARISH,
    RUNS,
    TOWN,
    Told,
    binding,
    full,
    life,
)

_TWO: Final = Stated([Reading("2026-11-30", source=PAPER), Reading("2026-12-31", source=PAPER)])
_FOREVER: Final[dict[str, Any]] = {"last_day": ABSENT, "open_ended": True, "renewal": ABSENT}
_DEMAND: Final = iop.DemandMade("2024-01-10", by="town", written=True)


def in_force() -> Iterator[Told]:
    """Lives that bind: signed, active and in a follow-up."""
    yield from _of_clauses()
    yield from _ended()
    yield from _followed_up()
    yield from _demanded()
    yield from _of_options()
    yield from _in_other_ways(_DEMAND, _TWO)


def _of_clauses() -> Iterator[Told]:
    months = Notice("P3M", written=False, counts_from="receipt", source=PAPER)
    unsaid = Notice("P3M", source=PAPER)
    goes_on = AutomaticRenewal("P1Y", "P6M", written=True, counts_from="receipt", source=PAPER)
    absent = dict.fromkeys(("renewal", "notice", "breach", "duties", "goals"), ABSENT)
    unread = dict.fromkeys(("renewal", "notice", "breach", "duties", "goals"), UNKNOWN)
    yield from binding("every clause absent", full(**absent))
    yield from binding("every clause unread", full(**unread))
    yield from binding("by word of mouth", full(notice=months))
    yield from binding("notice in ways nobody knows", full(notice=unsaid))
    yield from binding("goes on by itself", full(notice=ABSENT, renewal=goes_on))
    yield from binding("goes on by itself, or notice", full(renewal=goes_on))
    yield from binding("until further notice", full(**_FOREVER))
    yield from binding("last day unread", full(last_day=UNKNOWN, length=UNKNOWN))
    yield from binding("two last days", full(last_day=_TWO, length=UNKNOWN))
    yield life(
        "follow_up, between two last days",
        "2026-12-15",
        *RUNS,
        terms=full(last_day=_TWO, length=UNKNOWN, renewal=ABSENT),
    )


def _ended() -> Iterator[Told]:
    notice = iop.NoticeGiven("2023-07-20", by="mission", written=True, received="2023-07-20")
    later = attrs.evolve(notice, on="2024-02-10", received="2024-02-10")
    nowhere = full(notice=Notice(UNKNOWN, written=True, counts_from="receipt", source=PAPER))
    yield from binding(
        "void from a day to come", FULL, iop.Voided("2023-07-20", by="town", last_day="2025-12-31")
    )
    yield from binding(
        "two endings",
        FULL,
        iop.Voided("2023-07-20", by="town", last_day="2025-12-31"),
        iop.Voided("2023-07-21", by="town", last_day="2025-11-30"),
    )
    yield from binding(
        "one of two endings lifted",
        FULL,
        iop.Voided("2023-07-20", by="town", last_day="2025-12-31"),
        iop.Voided("2023-07-21", by="town", last_day="2025-11-30"),
        iop.EndingLifted("2023-07-22", agreed_by=("mission", "town")),
    )
    yield from binding("notice, of what length nobody knows", nowhere, notice, later)
    soon = iop.NoticeGiven("2024-02-18", by="mission", written=True, received="2024-02-18")
    endless = full(**_FOREVER, duties=ABSENT)
    yield from binding("notice given, until further notice", endless, soon)


def _followed_up() -> Iterator[Told]:
    yield life("follow_up that is owed", "2024-10-15", *RUNS)
    yield life(
        "active, the follow-up held",
        "2024-10-20",
        *RUNS,
        iop.FollowedUp("2024-10-16", by="board", result="reached"),
    )
    change = iop.ChangeRaised("2024-02-05", by="mission", reason="other")
    yield life("follow_up, a change raised", "2024-02-12", *RUNS, change)
    raised = attrs.evolve(change, on="2023-07-15")
    yield life("signed, a change raised", "2023-08-01", *RUNS, raised)
    gone = iop.PartyLeft("2023-07-15", party=UNKNOWN, last_day="2023-07-15")
    yield from binding(
        "somebody has left",
        full(parties=(TOWN, MISSION, PARISH)),
        iop.Signed("2023-07-02", by="parish"),
        gone,
    )
    yield from binding(
        "the parish has left",
        full(parties=(TOWN, MISSION, PARISH)),
        iop.Signed("2023-07-02", by="parish"),
        attrs.evolve(gone, party="parish"),
    )


def _demanded() -> Iterator[Told]:
    for written, called in ((True, "in writing"), (False, "by word of mouth"), (UNKNOWN, "either")):
        demand = iop.DemandMade("2024-01-10", by="town", written=written)
        yield life(f"active, demanded {called}", "2024-02-20", *RUNS, demand)
        yield life(f"active, just demanded {called}", "2024-01-20", *RUNS, demand)
        yield life(f"follow_up, demanded {called}", "2024-02-20", *RUNS, demand, CALLED)
    demand = _DEMAND
    yield life("active, two demands", "2024-02-20", *RUNS, demand, demand)
    yield life(
        "active, demanded and corrected",
        "2024-02-20",
        *RUNS,
        demand,
        iop.DemandCorrected("2024-01-20", demand=6),
    )
    aside = iop.DemandCorrected("2024-01-20", demand=9)
    yield life(
        "active, demanded, of what is corrected nobody knows", "2024-02-20", *RUNS, demand, aside
    )
    for cure, how in ((UNKNOWN, "of what length nobody knows"), ("P30D", "either way")):
        clause = Breach(cure, written=UNKNOWN if cure == "P30D" else True, source=PAPER)
        for written in (True, False):
            yield life(
                f"active, demanded {'in writing' if written else 'by word of mouth'}, cure {how}",
                "2024-02-20",
                *RUNS,
                attrs.evolve(demand, written=written),
                terms=full(breach=clause),
            )
    oral = Breach("P30D", written=False, source=PAPER)
    yield life(
        "active, demanded, may be oral", "2024-02-20", *RUNS, demand, terms=full(breach=oral)
    )
    yield life(
        "active, demanded, no breach clause", "2024-02-20", *RUNS, demand, terms=full(breach=ABSENT)
    )
    yield life(
        "active, demanded, breach clause unread",
        "2024-02-20",
        *RUNS,
        demand,
        terms=full(breach=UNKNOWN),
    )


def _of_options() -> Iterator[Told]:
    extended = iop.Extended("2024-01-15", by="town")
    yield life("active, the option used", "2024-02-20", *RUNS, extended)
    late = full(renewal=RenewalOption("P1Y", times=1, ask_before="P2Y11M", source=PAPER))
    yield life("active, too late for the option", "2024-02-20", *RUNS, terms=late)
    when = full(renewal=RenewalOption("P1Y", times=1, ask_before=UNKNOWN, source=PAPER))
    yield life("active, an option asked for nobody knows when", "2024-02-20", *RUNS, terms=when)
    long = full(renewal=RenewalOption(UNKNOWN, times=1, ask_before="P6M", source=PAPER))
    yield life("active, an option of unknown length", "2024-02-20", *RUNS, terms=long)
    yield life(
        "active, an option used for an unknown length", "2024-02-20", *RUNS, extended, terms=long
    )
    whose = full(duties=(attrs.evolve(FOLLOW_UP, who=UNKNOWN), MEETING))
    yield life("follow_up, by whom nobody knows", "2024-10-15", *RUNS, terms=whose)
    twice = full(duties=(FOLLOW_UP, MEETING, attrs.evolve(FOLLOW_UP, id="another")))
    yield life("follow_up, two are owed", "2024-10-15", *RUNS, terms=twice)
    yield life("terminated, by whom nobody knows", "2027-01-15", *RUNS, terms=whose)
    yield life("terminated, two were owed", "2027-01-15", *RUNS, terms=twice)
    decided = iop.RenewalDecided("2024-01-20", by="board")
    yield life("active, two decisions", "2024-02-20", *RUNS, decided)
    yield life(
        "active, renewal decided and appealed",
        "2024-02-20",
        *RUNS,
        decided,
        iop.Appealed("2024-01-30", decision=6),
    )


def _in_other_ways(demand: iop.DemandMade, two: Stated) -> Iterator[Told]:
    """Lives whose clauses change, or leave something open, so that one guard alone stops."""
    oral = Breach("P30D", written=False, source=PAPER)
    for name, before, after, written in (
        ("the clause gone", FULL.breach, ABSENT, True),
        ("the clause unread since", FULL.breach, UNKNOWN, True),
        ("in writing since", oral, FULL.breach, False),
        ("in writing since, perhaps it was", oral, FULL.breach, UNKNOWN),
    ):
        amended = iop.Amended(
            "2024-02-01",
            terms=full(breach=after),
            applies_from="2024-02-01",
            agreed_by=("mission", "town"),
        )
        yield life(
            f"active, demanded, {name}",
            "2024-02-20",
            *RUNS,
            attrs.evolve(demand, written=written),
            amended,
            terms=full(breach=before),
        )
    void = iop.Voided("2024-01-20", by="town", last_day="2025-12-31")
    yield from binding(
        "void from a day to come, last day unread",
        full(last_day=UNKNOWN, length=UNKNOWN),
        attrs.evolve(void, on="2023-07-20"),
    )
    yield life(
        "terminated, two last days", "2027-01-15", *RUNS, terms=full(last_day=two, length=UNKNOWN)
    )
    whenever = AutomaticRenewal(UNKNOWN, "P6M", written=True, counts_from="receipt", source=PAPER)
    yield life(
        "active, gone on by itself for nobody knows how long",
        "2027-02-01",
        *RUNS,
        terms=full(notice=ABSENT, renewal=whenever),
    )
    yield from _by_time()
    held = iop.FollowedUp("2026-10-16", by="board", duty="follow-up", occurrence=3)
    yield life(
        "terminated, the follow-ups held",
        "2027-01-15",
        *RUNS,
        held,
        attrs.evolve(held, on="2024-10-16", occurrence=1),
    )


def _by_time() -> Iterator[Told]:
    """Lives in which time brings what it seldom does."""
    for on, applies in (("2023-07-20", "2023-08-20"), ("2024-01-20", "2024-06-20")):
        amended = iop.Amended(
            on, terms=full(total=200_000), applies_from=applies, agreed_by=("mission", "town")
        )
        yield from binding(f"amended from {applies}", FULL, amended)
    early = AutomaticRenewal("P1Y", "P3Y2M", written=True, counts_from="receipt", source=PAPER)
    yield life(
        "signed, goes on before it has begun",
        "2023-08-01",
        *RUNS,
        terms=full(notice=ABSENT, renewal=early),
    )
    successor = iop.Renewed(
        "2026-06-01", successor="a-2", period=iop.Period("2027-01-01", "2028-12-31")
    )
    yield life(
        "renewed, nothing owed",
        "2027-01-15",
        *RUNS,
        successor,
        terms=full(duties=ABSENT, goals=ABSENT),
    )
