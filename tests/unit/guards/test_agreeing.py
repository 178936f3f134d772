"""What must hold where every party is to agree, and of a party that leaves."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from ioplife.decisions import Found, Guard
from ioplife.events import Amended, EndingLifted, Event, Noted, PartyLeft, Rescinded
from ioplife.facts import facts
from ioplife.guards import all_agreed, dialogue, party_known
from ioplife.terms import UNKNOWN, Body, Party, Unknown
from tests.unit.guards.build import MISSION, PARISH, TERMS, TOWN, case
from tests.unit.guards.seen import found, see

ON = "2023-05-08"
ALL = ("mission", "parish", "town")
NO_MONEY: dict[str, Any] = {"contributions": UNKNOWN, "disbursements": UNKNOWN}
NO_PARTIES: dict[str, Any] = {"parties": UNKNOWN, **NO_MONEY}
CLUB = Party("club", "Föreningen", sector="civil", bodies=[Body("committee", "Styrelsen")])


@pytest.mark.parametrize(
    ("agreed_by", "before", "after", "expected"),
    [
        (ALL, {}, {}, Found.MET),
        (("mission", "town"), {}, {}, Found.NOT_MET),
        (UNKNOWN, {}, {}, Found.UNKNOWN),
        # Who comes, and who goes, agrees too.
        (ALL, {}, {"parties": [TOWN, MISSION, PARISH, CLUB]}, Found.NOT_MET),
        ((*ALL, "club"), {}, {"parties": [TOWN, MISSION, PARISH, CLUB]}, Found.MET),
        ((*ALL, "committee"), {}, {"parties": [TOWN, MISSION, PARISH, CLUB]}, Found.MET),
        (("mission", "town"), {}, NO_MONEY | {"parties": [TOWN, MISSION]}, Found.NOT_MET),
        (("mission", "parish", "board"), NO_PARTIES, {}, Found.UNKNOWN),
        (ALL, {}, NO_PARTIES, Found.UNKNOWN),
        # Whoever else is a party, one that is known to be has not agreed.
        (("mission", "town"), {}, NO_PARTIES, Found.NOT_MET),
        (("mission", "town"), NO_PARTIES, {}, Found.NOT_MET),
    ],
)
def test_every_party_before_and_after_agrees_to_a_change(
    agreed_by: tuple[str, ...] | Unknown,
    before: dict[str, Any],
    after: dict[str, Any],
    expected: Found,
) -> None:
    event = Amended(ON, terms=attrs.evolve(TERMS, **after), agreed_by=agreed_by)
    talked = Found.UNKNOWN if expected is Found.NOT_MET else expected

    assert (expected, talked) == (
        found(all_agreed, case(terms=before), event),
        found(dialogue, case(terms=before), event),
    )


@pytest.mark.parametrize("kind", [Rescinded, EndingLifted])
@pytest.mark.parametrize(
    ("agreed_by", "agreed", "talked"),
    [
        (ALL, Found.MET, Found.MET),
        (("mission", "parish", "board"), Found.MET, Found.MET),
        ((*ALL, "stranger"), Found.MET, Found.MET),
        (("mission", "town"), Found.NOT_MET, Found.UNKNOWN),
        (("town",), Found.NOT_MET, Found.UNKNOWN),
        ((), Found.NOT_MET, Found.UNKNOWN),
        (UNKNOWN, Found.UNKNOWN, Found.UNKNOWN),
    ],
)
def test_every_party_agrees_and_so_took_part(
    kind: type[Rescinded | EndingLifted],
    agreed_by: tuple[str, ...] | Unknown,
    agreed: Found,
    talked: Found,
) -> None:
    event = kind(ON, agreed_by=agreed_by)

    assert (agreed, talked) == (found(all_agreed, case(), event), found(dialogue, case(), event))


def test_who_has_not_agreed_is_named() -> None:
    verdict = see(all_agreed, case(), Rescinded(ON, agreed_by=["office"]))

    assert facts(lacking=("mission", "parish")) == verdict.facts


def test_who_has_agreed_is_given() -> None:
    assert facts(agreed_by=ALL) == see(all_agreed, case(), Rescinded(ON, agreed_by=ALL)).facts


@pytest.mark.parametrize(
    ("terms", "agreed_by", "expected"),
    [({}, UNKNOWN, ("agreed_by",)), (NO_PARTIES, UNKNOWN, ("agreed_by",)), (NO_PARTIES, ALL, ())],
)
def test_who_agreed_is_needed_where_it_is_not_said(
    terms: dict[str, Any],
    agreed_by: tuple[str, ...] | Unknown,
    expected: tuple[str, ...],
) -> None:
    verdict = see(all_agreed, case(terms=terms), Rescinded(ON, agreed_by=agreed_by))

    assert (Found.UNKNOWN, expected) == (verdict.found, verdict.needs)


@pytest.mark.parametrize("rule", [all_agreed, dialogue])
def test_other_events_need_no_agreement(rule: Guard[Any]) -> None:
    assert Found.NOT_CALLED_FOR is found(rule, case(), Noted(ON))


# --- a party that leaves -----------------------------------------------------------------


def left(*events: PartyLeft) -> tuple[tuple[int, PartyLeft], ...]:
    """That parties have left, from number 3."""
    return tuple(enumerate(events, 3))


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Rescinded(ON, agreed_by=["mission", "town"]), Found.MET),
        (Rescinded(ON, agreed_by=["town"]), Found.NOT_MET),
        (Amended(ON, terms=TERMS, agreed_by=["mission", "town"]), Found.MET),
        (Amended(ON, terms=TERMS, agreed_by=["mission", "parish"]), Found.NOT_MET),
    ],
)
def test_a_party_that_has_left_need_not_agree(event: Event, expected: Found) -> None:
    gone = left(PartyLeft("2023-01-10", party="parish"))

    assert expected is found(all_agreed, case(events=gone), event)


@pytest.mark.parametrize(
    ("leaving", "expected"),
    [
        (PartyLeft("2023-05-07", party="parish"), Found.MET),
        # To its last day, that day included, it is a party.
        (PartyLeft("2023-05-08", party="parish"), Found.NOT_MET),
        (PartyLeft("2023-01-10", party="parish", last_day="2023-05-07"), Found.MET),
        (PartyLeft("2023-01-10", party="parish", last_day="2023-05-08"), Found.NOT_MET),
        (PartyLeft("2023-01-10", party="parish", last_day=UNKNOWN), Found.UNKNOWN),
        (PartyLeft("2023-01-10", party="mission"), Found.NOT_MET),
        (PartyLeft("2023-01-10"), Found.UNKNOWN),
        (PartyLeft("2023-05-08"), Found.NOT_MET),
        (PartyLeft("2023-01-10", last_day=UNKNOWN), Found.UNKNOWN),
    ],
)
def test_nobody_agrees_for_a_party_that_may_have_left(leaving: PartyLeft, expected: Found) -> None:
    event = Rescinded(ON, agreed_by=["mission", "town"])
    talked = Found.UNKNOWN if expected is Found.NOT_MET else expected

    assert (expected, talked) == tuple(
        found(rule, case(events=left(leaving)), event) for rule in (all_agreed, dialogue)
    )


def test_of_two_that_have_not_agreed_one_has_not_left() -> None:
    unnamed = left(PartyLeft("2023-01-10"))

    verdict = see(all_agreed, case(events=unnamed), Rescinded(ON, agreed_by=["town"]))

    assert (Found.NOT_MET, facts(lacking=("mission", "parish"))) == (verdict.found, verdict.facts)


def test_who_left_through_a_body_is_the_party_of_the_body() -> None:
    """The fold reads it so, though the guard has it name the party."""
    gone = left(PartyLeft("2023-01-10", party="board"))

    assert Found.MET is found(
        all_agreed, case(events=gone), Rescinded(ON, agreed_by=["mission", "parish"])
    )


@pytest.mark.parametrize(
    ("party", "terms", "gone", "expected"),
    [
        ("parish", {}, (), Found.MET),
        ("parish", {}, ("mission",), Found.MET),
        ("parish", {}, ("parish",), Found.NOT_MET),
        ("stranger", {}, (), Found.NOT_MET),
        # A body of a party is no party.
        ("board", {}, (), Found.NOT_MET),
        (UNKNOWN, {}, (), Found.UNKNOWN),
        ("parish", NO_PARTIES, (), Found.UNKNOWN),
        ("parish", NO_PARTIES, ("parish",), Found.NOT_MET),
    ],
)
def test_whoever_leaves_is_a_party_that_has_not_left(
    party: str | Unknown, terms: dict[str, Any], gone: tuple[str, ...], expected: Found
) -> None:
    asked = case(ON, terms=terms, left=gone)

    assert expected is found(party_known, asked, PartyLeft(ON, party=party))


@pytest.mark.parametrize(
    ("before", "party", "expected"),
    [
        (PartyLeft("2023-01-10"), "parish", Found.UNKNOWN),
        (PartyLeft("2023-01-10"), "stranger", Found.NOT_MET),
        (PartyLeft("2023-01-10", party="mission"), "parish", Found.MET),
    ],
)
def test_whoever_left_without_being_named_may_be_the_same(
    before: PartyLeft, party: str, expected: Found
) -> None:
    assert expected is found(party_known, case(events=left(before)), PartyLeft(ON, party=party))


def test_who_leaves_is_needed() -> None:
    assert ("party",) == see(party_known, case(ON), PartyLeft(ON)).needs


def test_one_warns_and_the_rest_refuse() -> None:
    assert [False, True, False] == [rule.soft for rule in (all_agreed, dialogue, party_known)]


def test_it_is_told_that_the_party_has_left_or_may_have() -> None:
    gone = case(ON, left=("parish",))
    perhaps = case(events=((4, PartyLeft("2023-04-01", party=UNKNOWN)),))

    assert [facts(party="parish", left=True)] * 2 == [
        see(party_known, asked, PartyLeft(ON, party="parish")).facts for asked in (gone, perhaps)
    ]


def test_one_that_is_still_a_party_hides_none_that_has_left() -> None:
    events = (
        (4, PartyLeft("2023-04-01", party="mission", last_day="2023-12-31")),
        (5, PartyLeft("2023-04-02", party="parish", last_day="2023-04-30")),
    )
    agreed = Rescinded(ON, agreed_by=("mission", "town"))

    assert Found.MET is found(all_agreed, case(ON, events=events), agreed)
