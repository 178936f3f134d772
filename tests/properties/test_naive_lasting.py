"""How it goes on and how it ends, by another hand: lives made by hand, each with its fault.

Each life agrees with the fold as it is; each fault is one that the life must show.
"""

from collections.abc import Sequence
from typing import Final

import pytest

import ioplife as iop
from ioplife.dates import Period
from ioplife.duties import Duty, Every, Fixed, Once, PerWindow
from ioplife.events import Event
from ioplife.states import State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    AutomaticRenewal,
    Breach,
    Notice,
    Party,
    Reading,
    RenewalOption,
    Stated,
    Terms,
)
from tests.naive.comparison import difference
from tests.naive.faults import Faults
from tests.naive.flagging import difference as flags_apart

TOWN = Party("town", "Town", sector="public")
CLUB = Party("club", "Club", sector="civil")
PARISH = Party("parish", "Parish", sector="civil")
UNREAD = Party("unread", "Unread")
BY_ITSELF = AutomaticRenewal("P1Y", "P6M")
OPTION = RenewalOption("P1Y", times=2, ask_before="P3M")


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


YEARLY = Duty("dialogue", "follow_up", PerWindow(1, "P1Y"), calls="count")
HALF_YEARLY = Duty("dialogue", "follow_up", PerWindow(2, "P1Y"), calls="count")

Case = tuple[Terms, Sequence[Event], Faults | None]

RENEWED: Final[dict[str, Case]] = {
    "it goes on by itself the day after the latest day for notice": (
        agreed(renewal=BY_ITSELF),
        (ENTERED,),
        Faults(extends_late=1),
    ),
    "month after month from the anchor, never from the end before": (
        agreed(
            first_day="2022-01-31",
            last_day="2022-02-27",
            renewal=AutomaticRenewal("P1M", "P14D", times=4),
        ),
        (iop.Entered("2022-01-31", state="active", seen="2022-01-31"),),
        Faults(steps=True),
    ),
    "a leap day's option, twice": (
        agreed(first_day="2024-02-29", last_day="2025-02-27", renewal=OPTION),
        (
            iop.Entered("2024-02-29", state="active", seen="2024-02-29"),
            iop.Extended("2024-10-01"),
            iop.Extended("2025-10-01"),
        ),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "notice for longer than an extension lasts": (
        agreed(renewal=AutomaticRenewal("P1M", "P3M", times=6)),
        (ENTERED,),
        Faults(extends_late=-1),
    ),
    "notice on the last day is in time": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.NoticeGiven("2022-06-30", under="renewal")),
        Faults(dropped=frozenset({(iop.NoticeGiven, State.ACTIVE)})),
    ),
    "notice a day late ends the next period": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.NoticeGiven("2022-07-01", under="renewal")),
        Faults(over_after=0),
    ),
    "an ending that is lifted too late to keep it from going on": (
        agreed(renewal=BY_ITSELF),
        (
            ENTERED,
            iop.Rescinded("2022-03-01", last_day="2022-11-30"),
            iop.EndingLifted("2022-08-01", ending=2),
        ),
        Faults(lifts=False),
    ),
    "entered past a day for notice: two readings": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-07-01", state="active", seen="2022-07-01"),),
        Faults(over_after=0),
    ),
    "entered on the latest day for notice": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-06-30", state="active", seen="2022-06-30"),),
        Faults(extends_late=1),
    ),
    "entered as signed past a day for notice (5)": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2022-08-01", state="signed", seen="2022-08-01"),),
        Faults(over_after=0),
    ),
    "entered past a day for notice, and resolved": (
        agreed(renewal=BY_ITSELF),
        (
            iop.Entered("2022-07-01", state="active", seen="2022-07-01"),
            iop.Resolved("2024-01-01", what="last_day", reading="2023-12-31"),
        ),
        Faults(extends_late=1),
    ),
    "in force long after the stated last day: it has gone on": (
        agreed(renewal=BY_ITSELF),
        (iop.Entered("2024-03-01", state="active", seen="2024-03-01"),),
        Faults(extends_late=1),
    ),
    "nobody has read for how long it goes on": (
        agreed(renewal=AutomaticRenewal(UNKNOWN, "P6M")),
        (ENTERED, iop.Rescinded("2023-02-01")),
        None,
    ),
    "nobody has read from when it goes on": (
        agreed(renewal=AutomaticRenewal("P1Y", UNKNOWN)),
        (ENTERED, iop.FollowUpCalled("2023-02-01")),
        None,
    ),
    "notice under a clause that nobody has read stops nothing": (
        agreed(renewal=BY_ITSELF, notice=UNKNOWN),
        (ENTERED, iop.NoticeGiven("2022-03-01", under="notice")),
        Faults(extends_late=1),
    ),
    "notice under one of two clauses, and nobody says which": (
        agreed(renewal=BY_ITSELF, notice=Notice("P3M")),
        (ENTERED, iop.NoticeGiven("2022-03-01", under=UNKNOWN)),
        None,
    ),
    "notice at any time, with the other clause beside": (
        agreed(renewal=BY_ITSELF, notice=Notice("P3M", ends="month_end")),
        (ENTERED, iop.NoticeGiven("2022-01-15", under="notice")),
        Faults(noticed_late=1),
    ),
    "two last days: none is derived": (
        agreed(renewal=BY_ITSELF, last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31")))),
        (ENTERED,),
        Faults(over_after=0),
    ),
    "an option used in a conflict moves every reading": (
        agreed(renewal=OPTION, last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31")))),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "an extension without a length has no effect": (
        agreed(renewal=RenewalOption(UNKNOWN)),
        (ENTERED, iop.Extended("2022-05-01"), iop.Extended("2022-06-01", length="P2M")),
        Faults(dropped=frozenset({(iop.Extended, State.ACTIVE)})),
    ),
    "the first day is in conflict, and it goes on by itself": (
        agreed(
            renewal=AutomaticRenewal("P1Y", "P3M", times=UNLIMITED),
            first_day=Stated((Reading("2022-01-01"), Reading("2022-02-01"))),
        ),
        SIGNED,
        Faults(extends_late=1),
    ),
    "a decision to end is of the period that ran": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.EndingDecided("2022-02-01", last_day="2022-12-31")),
        Faults(extends_late=1),
    ),
    "a successor keeps it from going on": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, iop.Renewed("2022-02-01", successor="next", period=Period("2023-01-01"))),
        Faults(over_after=0),
    ),
    "open-ended, decided to end, and no notice given": (
        agreed(last_day=ABSENT, open_ended=True, notice=Notice("P3M", ends="month_end")),
        (
            ENTERED,
            iop.EndingDecided("2022-02-01", last_day="2022-10-31"),
            iop.NoticeGiven("2022-08-15"),
        ),
        Faults(noticed_late=1),
    ),
}

CHANGED: Final[dict[str, Case]] = {
    "a longer period from the day it was agreed": (
        agreed(),
        (ENTERED, amended("2022-05-01", "2022-07-01", last_day="2023-12-31")),
        Faults(over_after=0),
    ),
    "what is owed from the day it applies": (
        agreed(duties=(YEARLY,)),
        (ENTERED, amended("2022-05-01", "2022-07-01", duties=(HALF_YEARLY,))),
        Faults(ordinals_run=False, windows_late=1),
    ),
    "ordinals run on": (
        agreed(last_day="2023-12-31", duties=(HALF_YEARLY,)),
        (
            ENTERED,
            amended(
                "2022-05-01",
                "2023-01-01",
                last_day="2023-12-31",
                duties=(YEARLY,),
            ),
            iop.FollowedUp("2023-04-01", duty="dialogue"),
        ),
        Faults(ordinals_run=False),
    ),
    "of two that apply, the one agreed last holds": (
        agreed(duties=(YEARLY,), last_day="2024-12-31"),
        (
            ENTERED,
            amended("2022-02-01", "2023-06-01", duties=(HALF_YEARLY,), last_day="2024-12-31"),
            amended("2022-03-01", "2023-02-01", duties=(), last_day="2024-12-31"),
        ),
        Faults(dropped=frozenset({(iop.Amended, State.ACTIVE)})),
    ),
    "notice under the clause of its day": (
        agreed(notice=Notice("P6M")),
        (
            ENTERED,
            amended("2022-02-01", "2022-04-01", notice=Notice("P1M")),
            iop.NoticeGiven("2022-04-01"),
        ),
        Faults(amended_late=1),
    ),
    "restated as it was, it keeps its extensions": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, amended("2022-08-01", length="P1Y", renewal=BY_ITSELF)),
        Faults(extends_late=1),
    ),
    "annulled, the amendment has no effect from that day": (
        agreed(duties=(YEARLY,)),
        (
            ENTERED,
            amended("2022-02-01", last_day="2024-12-31", duties=(HALF_YEARLY,)),
            iop.Annulled("2022-09-01", decision=2),
        ),
        Faults(annuls=False),
    ),
    "it lifts an ending, until it is annulled": (
        agreed(),
        (
            ENTERED,
            iop.Rescinded("2022-02-01", last_day="2022-08-31"),
            iop.Amended("2022-03-01", applies_from="2022-03-01", terms=agreed(), lifts=2),
            iop.Annulled("2022-06-01", decision=3),
        ),
        Faults(lifts=False),
    ),
    "the renewal that is agreed last": (
        agreed(renewal=BY_ITSELF),
        (ENTERED, amended("2022-02-01", "2022-12-01", renewal=ABSENT)),
        Faults(over_after=0),
    ),
    "the first day of what has begun stays": (
        agreed(duties=(YEARLY,)),
        (ENTERED, amended("2022-05-01", first_day="2022-04-01", duties=(YEARLY,))),
        Faults(windows_late=1),
    ),
    "an annulled extension ends it on the day of the annulment": (
        agreed(renewal=OPTION),
        (ENTERED, iop.Extended("2022-05-01"), iop.Annulled("2023-03-01", decision=2)),
        Faults(annuls=False),
    ),
    "what stops with the first period, in a conflict": (
        agreed(
            last_day=Stated((Reading("2022-12-31"), Reading("2022-10-31"))),
            renewal=OPTION,
            duties=(Duty("report", "report", PerWindow(4, "P1Y"), on_extension="stop"),),
        ),
        (ENTERED, iop.Extended("2022-05-01")),
        Faults(windows_late=1),
    ),
    "what begins anew with each period, with a stub at its end": (
        agreed(
            renewal=AutomaticRenewal("P7M", "P3M", times=2),
            duties=(
                Duty("report", "report", PerWindow(1, "P3M"), on_extension="restart"),
                Duty("by", "report", Once("2023-03-31", precision="season", tail=True)),
                Duty("fixed", "meeting", Fixed([Period("2021-12-01", "2022-01-31")])),
                Duty("every", "meeting", Every("P5M", first="P2M", stub="drop")),
            ),
        ),
        (ENTERED,),
        Faults(windows_late=1),
    ),
}

DECIDED: Final[dict[str, Case]] = {
    "announced, and final the day after the last to appeal": (
        agreed(),
        (*APPROVED, iop.Adjusted("2021-10-05"), iop.Announced("2021-10-06")),
        Faults(appeals_late=1),
    ),
    "a last day that moves over a weekend and a holiday": (
        agreed(),
        (*APPROVED, iop.Announced("2021-12-03")),
        Faults(appeals_late=1),
    ),
    "taken down in time, and announced anew": (
        agreed(),
        (
            *APPROVED,
            iop.Announced("2021-10-06"),
            iop.AnnouncementRemoved("2021-10-27"),
            iop.Announced("2021-11-15"),
        ),
        Faults(appeals_late=1),
    ),
    "taken down in time, and taken down again": (
        agreed(),
        (
            *APPROVED,
            iop.Announced("2021-10-06"),
            iop.AnnouncementRemoved("2021-10-12"),
            iop.AnnouncementRemoved("2021-11-12"),
        ),
        None,
    ),
    "taken down on one of the five doubtful days": (
        agreed(),
        (*APPROVED, iop.Announced("2021-10-06"), iop.AnnouncementRemoved("2021-10-29")),
        Faults(appeals_late=1),
    ),
    "appealed in time, stayed, and dismissed": (
        agreed(),
        (
            *APPROVED,
            iop.Announced("2021-10-06"),
            iop.Appealed("2021-10-20"),
            iop.Stayed("2021-10-25"),
            iop.AppealDismissed("2022-02-01"),
        ),
        Faults(dropped=frozenset({(iop.AppealDismissed, State.APPROVED)})),
    ),
    "appealed too late": (
        agreed(),
        (*APPROVED, iop.Announced("2021-10-06"), iop.Appealed("2021-11-20")),
        Faults(appeals_late=30),
    ),
    "stayed, and the stay is lifted": (
        agreed(),
        (
            *SIGNED,
            iop.Announced("2021-10-06", decision=3),
            iop.Stayed("2021-12-01", decision=3),
            iop.StayLifted("2022-01-10", decision=3),
        ),
        Faults(dropped=frozenset({(iop.StayLifted, State.ACTIVE)})),
    ),
    "an approval annulled before all have signed": (
        agreed(),
        (*APPROVED, iop.Signed("2021-11-01", by="town"), iop.Annulled("2021-12-01")),
        Faults(annuls=False),
    ),
    "an approval annulled before the first day": (
        agreed(),
        (*SIGNED, iop.Annulled("2021-12-01", decision=3)),
        Faults(annuls=False),
    ),
    "an approval annulled in force": (
        agreed(),
        (*SIGNED, iop.Annulled("2022-04-01", decision=3)),
        Faults(over_after=0),
    ),
    "an annulled decision gives way to the one before": (
        agreed(),
        (
            ENTERED,
            iop.RenewalDecided("2022-02-01"),
            iop.EndingDecided("2022-03-01", last_day="2022-12-31"),
            iop.Annulled("2022-05-01", decision=3),
        ),
        Faults(annuls=False),
    ),
    "annulled notice": (
        agreed(notice=Notice("P3M")),
        (ENTERED, iop.NoticeGiven("2022-02-01"), iop.Annulled("2022-04-01", decision=2)),
        Faults(annuls=False),
    ),
    "a decision that is not on record": (
        agreed(),
        (ENTERED, iop.Announced("2022-02-01", decision=9), iop.Annulled("2022-03-01")),
        Faults(dropped=frozenset({(iop.Announced, State.ACTIVE)})),
    ),
}

BROKEN: Final[dict[str, Case]] = {
    "each demand has a clock of its own": (
        agreed(breach=Breach("P30D", written=True)),
        (
            ENTERED,
            iop.DemandMade("2022-02-01", written=True),
            iop.DemandMade("2022-02-20", written=True),
            iop.DemandCorrected("2022-03-03", demand=2),
            iop.Cancelled("2022-03-23", demand=3),
        ),
        Faults(cured_late=1),
    ),
    "an oral one never begins": (
        agreed(breach=Breach("P30D", written=True)),
        (ENTERED, iop.DemandMade("2022-02-01", written=False), iop.DemandMade("2022-02-20")),
        Faults(dropped=frozenset({(iop.DemandMade, State.ACTIVE)})),
    ),
    "cancelled from a later day": (
        agreed(breach=Breach("P30D")),
        (
            ENTERED,
            iop.DemandMade("2022-02-01", written=True),
            iop.Cancelled("2022-03-04", last_day="2022-03-31"),
        ),
        Faults(dropped=frozenset({(iop.Cancelled, State.ACTIVE)})),
    ),
    "a party leaves, and another remains": (
        agreed(),
        (ENTERED, iop.PartyLeft("2022-02-01", party="club")),
        Faults(dropped=frozenset({(iop.PartyLeft, State.ACTIVE)})),
    ),
    "the last of the others leaves, each on its day": (
        agreed(),
        (
            ENTERED,
            iop.PartyLeft("2022-02-01", party="club", last_day="2022-10-31"),
            iop.PartyLeft("2022-03-01", party="parish", last_day="2022-06-30"),
        ),
        Faults(all_leave=True),
    ),
    "the public party leaves": (
        agreed(),
        (ENTERED, iop.PartyLeft("2022-02-01", party="town")),
        Faults(all_leave=True),
    ),
    "a party that may have been the last of its sector": (
        agreed(parties=(TOWN, CLUB, UNREAD)),
        (ENTERED, iop.PartyLeft("2022-02-01", party="club")),
        None,
    ),
    "a stranger leaves": (
        agreed(),
        (ENTERED, iop.PartyLeft("2022-02-01", party="stranger")),
        None,
    ),
    "void before a notice, on one day: void": (
        agreed(notice=Notice("P1M")),
        (ENTERED, iop.NoticeGiven("2022-02-01"), iop.Voided("2022-03-01")),
        Faults(over_after=0),
    ),
    "void before the first day": (
        agreed(),
        (*SIGNED, iop.Voided("2021-12-01")),
        Faults(dropped=frozenset({(iop.Voided, State.SIGNED)})),
    ),
    "the earliest of two endings": (
        agreed(),
        (
            ENTERED,
            iop.Rescinded("2022-02-01", last_day="2022-05-31"),
            iop.Rescinded("2022-03-01", last_day="2022-09-30"),
        ),
        Faults(first_ending=False),
    ),
}

CASES: Final[dict[str, Case]] = {**RENEWED, **CHANGED, **DECIDED, **BROKEN}


@pytest.mark.parametrize("name", CASES)
def test_they_agree(name: str) -> None:
    terms, events, _ = CASES[name]

    assert difference(terms, events) is None
    assert flags_apart(terms, events) is None


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2] is not None])
def test_a_fault_is_found(name: str) -> None:
    """A comparison that nothing can fail would agree with anything."""
    terms, events, faults = CASES[name]
    assert faults is not None

    assert difference(terms, events, faults) is not None
