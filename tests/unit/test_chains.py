"""Agreements that follow each other: on both sides of the day where one ends and one begins."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.chains import Chain, Joint, Link
from tests.unit.test_agreement import OPENING, PARTIES
from tests.unit.test_deadlines import BASE, CONFLICT, OPEN_ENDED, living

ON = Date(2026, 1, 1)


def link(id: str, first: Any, last: Any, **more: Any) -> Link:  # noqa: A002, ANN401 - days or what is none
    given: dict[str, Any] = {
        "state": iop.State.ACTIVE,
        "signed": iop.Answer.YES,
        "parties": ("mission", "town"),
        "follows": None,
        "successor": None,
    }
    days = [Date.fromisoformat(day) if isinstance(day, str) else day for day in (first, last)]
    return Link(id=id, first_day=days[0], last_day=days[1], **(given | more))


def tied(first: Any, last: Any = "2028-12-31", **more: Any) -> Chain:  # noqa: ANN401 - the same
    """Two that follow each other, the earlier to the end of 2026."""
    return Chain(
        ON,
        [
            link("a", "2024-01-01", "2026-12-31", successor="b"),
            link("b", first, last, follows="a", **more),
        ],
    )


# --- where one ends and one begins -----------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "gap", "overlap", "length"),
    [
        ("2026-12-30", None, iop.Period("2026-12-30", "2026-12-31"), 1827),
        ("2026-12-31", None, iop.Period("2026-12-31", "2026-12-31"), 1827),
        ("2027-01-01", None, None, 1827),
        ("2027-01-02", iop.Period("2027-01-01", "2027-01-01"), None, 1826),
        ("2027-01-03", iop.Period("2027-01-01", "2027-01-02"), None, 1825),
    ],
)
def test_days_that_nobody_has_and_days_that_both_have(
    first: str, gap: iop.Period | None, overlap: iop.Period | None, length: int
) -> None:
    chain = tied(first)
    (joint,) = chain.joints
    assert ("a", "b", True, gap, overlap) == (
        joint.earlier,
        joint.later,
        joint.mutual,
        joint.gap,
        joint.overlap,
    )
    assert ((gap,) if gap else (), (overlap,) if overlap else ()) == (chain.gaps, chain.overlaps)
    assert (length, Date(2024, 1, 1), Date(2028, 12, 31)) == (
        chain.length,
        chain.first_day,
        chain.last_day,
    )


def test_one_that_lies_within_another_counts_no_day_twice() -> None:
    chain = tied("2025-01-01", "2025-12-31")
    assert (1096, (iop.Period("2025-01-01", "2025-12-31"),), Date(2026, 12, 31)) == (
        chain.length,
        chain.overlaps,
        chain.last_day,
    )


def test_what_lies_within_hides_no_day_of_what_follows() -> None:
    chain = Chain(
        ON,
        [
            link("a", "2024-01-01", "2024-12-31"),
            link("b", "2024-02-01", "2024-02-01"),  # a day is a day
            link("c", "2024-07-01", "2025-01-01"),
        ],
    )
    assert (367, Date(2025, 1, 1)) == (chain.length, chain.last_day)
    assert iop.Period("2024-02-01", "2024-02-01") == chain.links[1].runs


def test_what_follows_an_open_ended_one_ends_no_chain() -> None:
    chain = Chain(ON, [link("a", "2024-01-01", None), link("b", "2027-01-01", "2028-12-31")])
    assert (None, None, Date(2024, 1, 1)) == (chain.length, chain.last_day, chain.first_day)


def test_what_is_open_ended_overlaps_all_that_follows_and_has_no_length() -> None:
    chain = Chain(
        ON,
        [
            link("a", "2024-01-01", None, successor="b"),
            link("b", "2027-01-01", None, follows="a"),
        ],
    )
    assert ((iop.Period("2027-01-01"),), (), None, None) == (
        chain.overlaps,
        chain.gaps,
        chain.length,
        chain.last_day,
    )


def test_an_unknown_day_is_no_gap_no_overlap_and_no_length() -> None:
    for first, last in ((iop.UNKNOWN, "2028-12-31"), ("2026-12-31", iop.UNKNOWN)):
        (joint,) = tied(first, last).joints
        assert iop.UNKNOWN is joint.overlap
        assert iop.UNKNOWN is tied(first, last).length
    assert iop.UNKNOWN is tied(iop.UNKNOWN).joints[0].gap
    assert [iop.UNKNOWN] * 2 == [tied(iop.UNKNOWN).first_day, tied(iop.UNKNOWN).last_day]
    clear = tied("2027-01-01", iop.UNKNOWN).joints[0]  # whatever the last day is
    assert (None, None) == (clear.gap, clear.overlap)


@pytest.mark.parametrize(
    ("signed", "length"),
    [(iop.Answer.YES, 1827), (iop.Answer.NO, 1096), (iop.Answer.UNKNOWN, iop.UNKNOWN)],
)
def test_only_what_is_signed_has_a_length(signed: iop.Answer, length: object) -> None:
    assert length == tied("2027-01-01", signed=signed).length


def test_what_ended_before_it_began_runs_on_no_day() -> None:
    assert (1096, None) == (
        tied("2027-01-01", "2026-12-31").length,
        tied("2027-01-01", "2026-12-31").links[1].runs,
    )
    bare = Chain(ON, [link("a", "2024-01-01", "2026-12-31", signed=iop.Answer.NO)])
    assert (0, None, None) == (bare.length, bare.first_day, bare.last_day)


# --- what both sides say ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("successor", "follows", "told", "denied"),
    [
        ("b", "a", ("a", "b"), ()),
        ("b", iop.UNKNOWN, ("a",), ()),
        ("b", None, ("a",), ("b",)),
        ("b", "c", ("a",), ("b",)),
        (None, "a", ("b",), ()),
        (iop.UNKNOWN, "a", ("b",), ()),
        ("c", "a", ("b",), ("a",)),
    ],
)
def test_who_says_so_and_who_says_otherwise(
    successor: Any,  # noqa: ANN401 - an id or what is none
    follows: Any,  # noqa: ANN401 - the same
    told: tuple[str, ...],
    denied: tuple[str, ...],
) -> None:
    chain = Chain(
        ON,
        [
            link("a", "2024-01-01", "2026-12-31", successor=successor),
            link("b", "2027-01-01", "2028-12-31", follows=follows),
        ],
    )
    (joint,) = chain.joints
    assert (told, denied, len(told) < 2) == (
        joint.told_by,
        joint.denied_by,
        bool(chain.one_sided),
    )


@pytest.mark.parametrize(("successor", "follows"), [(None, None), ("c", "d"), (iop.UNKNOWN,) * 2])
def test_two_that_neither_says_follow_each_other_do_not(successor: Any, follows: Any) -> None:  # noqa: ANN401 - ids or what is none
    chain = Chain(
        ON,
        [
            link("a", "2024-01-01", "2026-12-31", successor=successor),
            link("b", "2026-12-31", "2028-12-31", follows=follows),
        ],
    )
    assert ((), (), ()) == (chain.joints, chain.gaps, chain.overlaps)


def test_what_was_declined_follows_nothing() -> None:
    assert () == tied("2026-01-01", state=iop.State.DECLINED, signed=iop.Answer.NO).joints


def test_branches_and_circles_are_told_and_never_walked_for_ever() -> None:
    fork = Chain(
        ON,
        [
            link("a", "2024-01-01", "2024-12-31"),
            link("b", "2025-01-01", "2025-12-31", follows="a"),
            link("c", "2025-01-01", "2025-12-31", follows="a", successor="d"),
            link("d", "2026-01-01", "2026-12-31", follows="b"),
        ],
    )
    assert (("a", "d"), ()) == (fork.branches, fork.circle)
    circle = Chain(
        ON,
        [
            link("a", "2024-01-01", "2024-12-31", follows="c"),
            link("b", "2025-01-01", "2025-12-31", follows="a"),
            link("c", "2026-01-01", "2026-12-31", follows="b", successor="d"),
            link("d", "2027-01-01", "2027-12-31", follows="d"),
        ],
    )
    assert ("a", "b", "c", "d") == circle.circle
    beside = attrs.evolve(circle, links=(*circle.links[:3], link("d", "2027-01-01", None)))
    assert (("a", "b", "c"), ("c",)) == (beside.circle, beside.branches)


def test_no_agreement_is_given_twice() -> None:
    one = link("a", "2024-01-01", "2024-12-31")
    with pytest.raises(iop.BadValue) as caught:
        Chain(ON, [one, one])
    assert ("Chain.links", "a") == (caught.value.field, caught.value.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": "a b"},
        {"state": "begun"},
        {"first_day": "2024"},
        {"first_day": None},
        {"last_day": "31 december"},
        {"signed": True},
        {"parties": "town"},
        {"parties": ["the town"]},
        {"follows": ""},
        {"successor": 3},
    ],
    ids=str,
)
def test_a_link_refuses_what_it_cannot_hold(wrong: dict[str, Any]) -> None:
    right = link("a", "2024-01-01", None)
    with pytest.raises(iop.BadValue) as caught:
        attrs.evolve(right, **wrong)
    assert f"Link.{next(iter(wrong))}" == caught.value.field


def test_a_chain_refuses_a_day_that_is_none() -> None:
    with pytest.raises(iop.BadValue) as caught:
        Chain("2026", [])
    assert "Chain.on" == caught.value.field


# --- from agreements -------------------------------------------------------------------------


def agreement(id: str, first: str, last: str, *events: iop.Event, **terms: Any) -> iop.Agreement:  # noqa: A002, ANN401 - any clause
    """One in force, entered on its first day."""
    own = attrs.evolve(BASE, first_day=first, last_day=last, follows=iop.ABSENT)
    entered = iop.Entered(first, state="active", seen=first)
    return iop.Agreement(id, attrs.evolve(own, **terms), (entered, *events))


RENEWED = iop.Renewed("2026-06-01", successor="b", period=iop.Period("2027-01-01", "2028-12-31"))
FIRST = agreement("a", "2024-01-01", "2026-12-31", RENEWED)
OTHERS = (PARTIES[0], iop.Party("guild", "Guild", sector="civil"))
NEXT = agreement("b", "2027-01-01", "2028-12-31", follows="a", parties=OTHERS)
THIRD = agreement("c", "2029-02-01", "2030-12-31", follows="b")


def test_agreements_come_in_the_order_in_which_they_follow() -> None:
    chain = iop.chain([THIRD, NEXT, FIRST], "2030-01-01")
    assert ["a", "b", "c"] == [one.id for one in chain.links]
    assert [("a", "b", True), ("b", "c", False)] == [
        (one.earlier, one.later, one.mutual) for one in chain.joints
    ]
    assert ((iop.Period("2029-01-01", "2029-01-31"),), (), 2526) == (
        chain.gaps,
        chain.overlaps,
        chain.length,
    )
    assert [("town", "mission"), ("town", "guild"), ("town", "mission")] == [
        one.parties for one in chain.links
    ]
    assert (Date(2030, 1, 1), iop.State.RENEWED) == (chain.on, chain.links[0].state)


def test_one_that_follows_comes_after_whatever_its_first_day() -> None:
    early = agreement("b", "2023-01-01", "2028-12-31", follows="a")
    assert ["a", "b"] == [one.id for one in iop.chain([early, FIRST], "2026-01-01").links]
    alone = attrs.evolve(early, terms=attrs.evolve(early.terms, follows=iop.ABSENT))
    bare = attrs.evolve(FIRST, events=FIRST.events[:1])
    assert ["b", "a"] == [one.id for one in iop.chain([bare, alone], "2026-01-01").links]


def test_a_link_is_as_the_agreement_stands_on_the_day() -> None:
    before, after = (iop.chain([FIRST], day).links[0] for day in ("2026-05-31", "2026-06-01"))
    assert (None, "b") == (before.successor, after.successor)
    ended = FIRST.record(iop.Rescinded("2026-08-01", last_day="2026-09-30"))
    days = [iop.chain([ended], day).links[0].last_day for day in ("2026-07-31", "2026-08-01")]
    assert [Date(2026, 12, 31), Date(2026, 9, 30)] == days


@pytest.mark.parametrize(
    ("terms", "last"),
    [
        (OPEN_ENDED, None),
        (attrs.evolve(BASE, last_day=iop.UNKNOWN), iop.UNKNOWN),
        (CONFLICT, iop.UNKNOWN),
        (attrs.evolve(BASE, renewal=iop.AutomaticRenewal("P1Y", iop.UNKNOWN)), iop.UNKNOWN),
        (attrs.evolve(BASE, renewal=iop.AutomaticRenewal("P1Y", "P6M")), Date(2026, 12, 31)),
    ],
)
def test_the_last_day_of_a_link_is_none_only_where_the_paper_says_so(
    terms: iop.Terms, last: object
) -> None:
    assert last == iop.chain([living(terms)], "2024-05-01").links[0].last_day


@pytest.mark.parametrize(
    ("count", "day", "signed"),
    [
        (2, "2024-06-01", iop.Answer.NO),  # proposed
        (4, "2023-12-31", iop.Answer.NO),  # approved, one signature
        (4, "2024-01-01", iop.Answer.UNKNOWN),  # a missing record is no missing signature
        (5, "2023-07-02", iop.Answer.YES),
        (5, "2027-01-01", iop.Answer.YES),
    ],
)
def test_whether_a_link_is_signed(count: int, day: str, signed: iop.Answer) -> None:
    agreement = iop.Agreement("a", BASE, OPENING[:count])
    assert signed is iop.chain([agreement], day).links[0].signed


def test_nobody_knows_who_has_signed_where_nobody_knows_the_parties() -> None:
    unread = iop.Agreement("a", attrs.evolve(BASE, parties=iop.UNKNOWN), OPENING[:3])
    (found,) = iop.chain([unread], "2023-07-01").links
    assert (iop.Answer.UNKNOWN, iop.UNKNOWN) == (found.signed, found.parties)


def test_a_circle_of_agreements_is_put_in_order_all_the_same() -> None:
    ring = [
        agreement("a", "2024-01-01", "2024-12-31", follows="c"),
        agreement("b", "2025-01-01", "2025-12-31", follows="a"),
        agreement("c", "2026-01-01", "2026-12-31", follows="b"),
    ]
    chain = iop.chain(reversed(ring), "2026-01-01")
    assert (["a", "b", "c"], ("a", "b", "c")) == ([one.id for one in chain.links], chain.circle)


def test_the_chains_of_a_folder_are_those_that_follow_each_other() -> None:
    lone = agreement("x", "2020-01-01", "2020-12-31", follows="elsewhere")
    later = agreement("y", "2026-01-01", "2026-12-31", follows="z")
    found = iop.chains_of([later, THIRD, lone, FIRST, NEXT], "2026-01-01")
    assert [["a", "b", "c"]] == [[one.id for one in chain.links] for chain in found]
    both = iop.chains_of(
        [later, agreement("z", "2025-01-01", "2025-12-31"), NEXT, FIRST], "2026-01-01"
    )
    assert [["a", "b"], ["z", "y"]] == [[one.id for one in chain.links] for chain in both]


def test_two_agreements_with_one_id_are_no_chain() -> None:
    for several in (iop.chain, iop.chains_of):
        with pytest.raises(iop.BadValue):
            several([FIRST, FIRST], "2026-01-01")


# --- what guards see of it -------------------------------------------------------------------


def test_a_guard_sees_whether_the_successor_is_signed() -> None:
    asked = attrs.evolve(FIRST, events=FIRST.events[:1])
    terms = attrs.evolve(BASE, first_day="2027-01-01", last_day="2028-12-31")
    signed, proposed = (iop.Agreement("b", terms, OPENING[:count]) for count in (5, 2))
    answers = []
    for agreements in ([], [asked, signed], [asked, proposed]):
        chain = iop.chain(agreements, "2026-06-01") if agreements else None
        decision = asked.consider(RENEWED, chain=chain)
        answers += [one.answer for one in decision.verdicts if one.code == "successor-signed"]
    assert [iop.Answer.UNKNOWN, iop.Answer.YES, iop.Answer.NO] == answers


def test_a_joint_says_both_sides() -> None:
    assert (
        Joint(earlier="a", later="b", told_by=("a", "b"), denied_by=(), gap=None, overlap=None)
        == iop.chain([FIRST, NEXT], "2026-06-01").joints[0]
    )
