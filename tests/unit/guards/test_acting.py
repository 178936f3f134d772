"""What holds for every event."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ioplife.decisions import Found
from ioplife.events import (
    Amended,
    Approved,
    Cancelled,
    ChangeRaised,
    Closed,
    Corrected,
    DemandCorrected,
    DemandMade,
    EndingLifted,
    Event,
    Extended,
    FollowUpCalled,
    Initiated,
    Noted,
    NoticeGiven,
    PartyLeft,
    Proposed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Stayed,
    Voided,
)
from ioplife.facts import facts
from ioplife.guards import later_records_stand, unknown_actor
from ioplife.terms import UNKNOWN, Body, Party
from tests.unit.guards.build import MISSION, PARISH, TERMS, TOWN, case
from tests.unit.guards.seen import found, of_case, see

ON = "2023-05-08"
PARTIES = (TOWN, MISSION, PARISH)
NO_MONEY: dict[str, Any] = {"contributions": UNKNOWN, "disbursements": UNKNOWN}


@pytest.mark.parametrize("by", ["town", "mission", "board", "office", "group"])
def test_a_party_and_a_body_of_one_may_act(by: str) -> None:
    assert Found.MET is found(unknown_actor, case(), Noted(ON, by=by))


def test_a_stranger_may_not_act() -> None:
    verdict = see(unknown_actor, case(), Noted(ON, by="stranger"))

    assert (Found.NOT_MET, facts(strangers=("stranger",))) == (verdict.found, verdict.facts)


@pytest.mark.parametrize("kind", [Rescinded, EndingLifted])
def test_a_stranger_may_not_agree(kind: type[Rescinded | EndingLifted]) -> None:
    event = kind(ON, by="town", agreed_by=["town", "mission", "stranger", "other"])

    verdict = see(unknown_actor, case(), event)

    assert (Found.NOT_MET, facts(strangers=("other", "stranger"))) == (
        verdict.found,
        verdict.facts,
    )


def test_whoever_agreed_is_enough_to_know() -> None:
    event = Rescinded(ON, agreed_by=["town", "mission"])

    assert Found.MET is found(unknown_actor, case(), event)


@pytest.mark.parametrize(
    "event",
    [
        Initiated(ON),
        Approved(ON),
        Signed(ON),
        Started(ON),
        FollowUpCalled(ON),
        ChangeRaised(ON),
        NoticeGiven(ON),
        Extended(ON),
        DemandMade(ON),
        Cancelled(ON),
        Closed(ON),
        Resolved(ON, what="total"),
        Corrected(ON, event_no=1),
    ],
)
def test_some_events_say_little_without_who_acted(event: Event) -> None:
    verdict = see(unknown_actor, case(), event)

    assert (Found.UNKNOWN, ("by",)) == (verdict.found, verdict.needs)


@pytest.mark.parametrize(
    "event",
    [
        Noted(ON),
        Proposed(ON),
        Rescinded(ON),
        EndingLifted(ON, agreed_by=UNKNOWN),
        Amended(ON, terms=TERMS),
        DemandCorrected(ON),
        PartyLeft(ON, party="parish"),
        Stayed(ON),
        Voided(ON),
    ],
)
def test_other_events_need_not_say_who_acted(event: Event) -> None:
    assert Found.NOT_CALLED_FOR is found(unknown_actor, case(), event)


def test_nobody_can_be_placed_among_parties_nobody_has_read() -> None:
    unread = case(terms={"parties": UNKNOWN, "contributions": UNKNOWN, "disbursements": UNKNOWN})

    verdict = see(unknown_actor, unread, Noted(ON, by="town"))

    assert (Found.UNKNOWN, ()) == (verdict.found, verdict.needs)


CLUB = Party("club", "Föreningen", bodies=[Body("committee", "Styrelsen")])
NO_PARTIES: dict[str, Any] = {
    "parties": UNKNOWN,
    "contributions": UNKNOWN,
    "disbursements": UNKNOWN,
}


@pytest.mark.parametrize(
    ("agreed_by", "before", "after", "expected"),
    [
        (["town", "club"], {}, {"parties": [*PARTIES, CLUB]}, Found.MET),
        (["board", "committee"], {}, {"parties": [*PARTIES, CLUB]}, Found.MET),
        (["town", "stranger"], {}, {"parties": [*PARTIES, CLUB]}, Found.NOT_MET),
        # One that leaves by the change agrees to it too.
        (["town", "mission"], {}, {"parties": [TOWN, PARISH], **NO_MONEY}, Found.MET),
        (["town", "club"], {}, NO_PARTIES, Found.UNKNOWN),
        (["town", "club"], NO_PARTIES, {}, Found.UNKNOWN),
        (["town", "mission"], {}, NO_PARTIES, Found.MET),
        (["town", "mission"], NO_PARTIES, {}, Found.MET),
    ],
)
def test_a_party_of_the_terms_before_or_after_agrees_to_a_change(
    agreed_by: list[str], before: dict[str, Any], after: dict[str, Any], expected: Found
) -> None:
    event = Amended(ON, terms=attrs.evolve(TERMS, **after), agreed_by=agreed_by)

    assert expected is found(unknown_actor, case(terms=before), event)


def test_who_may_be_a_new_party_is_given() -> None:
    event = Amended(ON, terms=attrs.evolve(TERMS, **NO_PARTIES), agreed_by=["town", "club"])

    assert facts(actors=("club",)) == see(unknown_actor, case(), event).facts


def test_later_records_keep_their_effect() -> None:
    assert Found.MET is of_case(later_records_stand, case(unsettled=()))


@pytest.mark.parametrize("unsettled", [(4,), (4, 6)])
def test_a_later_record_would_lose_its_effect(unsettled: tuple[int, ...]) -> None:
    verdict = see(later_records_stand, case(unsettled=unsettled), Noted(ON))

    assert (Found.NOT_MET, facts(numbers=unsettled)) == (verdict.found, verdict.facts)


def test_later_records_only_warn() -> None:
    assert (False, True) == (unknown_actor.soft, later_records_stand.soft)
