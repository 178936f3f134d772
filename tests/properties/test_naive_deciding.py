"""What becomes of decisions, and how it is broken and left, by another hand: lives made by hand.

Each life agrees with the fold as it is; each fault is one that the life must show.
"""

from typing import Final

import pytest

import ioplife as iop
from ioplife.states import State
from ioplife.terms import (
    UNKNOWN,
    AutomaticRenewal,
    Breach,
    Notice,
    Party,
)
from tests.naive.faults import Faults
from tests.properties.by_hand import (
    APPROVED,
    CLUB,
    ENTERED,
    SIGNED,
    TOWN,
    Case,
    agreed,
    apart,
    found,
)

UNREAD = Party("unread", "Unread")
OTHER = Party("other", "Other", sector="other")
THIRD = Party("third", "Third", sector="other")

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
    "a party that surely leaves, on a day nobody knows, and nobody of its sector is left": (
        agreed(renewal=AutomaticRenewal("P1Y", "P6M")),
        (ENTERED, iop.PartyLeft("2022-02-01", party="town", last_day=UNKNOWN)),
        Faults(dropped=frozenset({(iop.PartyLeft, State.ACTIVE)})),
    ),
    "fewer than two are left, whatever their sectors": (
        agreed(parties=(TOWN, OTHER, THIRD)),
        (
            ENTERED,
            iop.PartyLeft("2022-02-01", party="other", last_day="2022-08-31"),
            iop.PartyLeft("2022-03-01", party="third", last_day="2022-06-30"),
        ),
        Faults(all_leave=True),
    ),
    "one of two leaves, and nobody knows which": (
        agreed(parties=(TOWN, CLUB)),
        (ENTERED, iop.PartyLeft("2022-02-01", party=UNKNOWN, last_day="2022-06-30")),
        Faults(over_after=0),
    ),
    "who leaves is told where nobody has listed the parties": (
        agreed(parties=UNKNOWN),
        (ENTERED, iop.PartyLeft("2022-02-01", party="club")),
        Faults(dropped=frozenset({(iop.PartyLeft, State.ACTIVE)})),
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

CASES: Final[dict[str, Case]] = {**DECIDED, **BROKEN}


@pytest.mark.parametrize("name", CASES)
def test_they_agree(name: str) -> None:
    assert apart(CASES[name]) is None


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case[2] is not None])
def test_a_fault_is_found(name: str) -> None:
    """A comparison that nothing can fail would agree with anything."""
    assert found(CASES[name])
