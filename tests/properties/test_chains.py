"""Agreements that follow each other, against the days themselves, one by one."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.dates import Duration, next_day
from ioplife.testing._draws import days
from tests.properties.covered import covered

SHIFTS = st.one_of(st.just(0), st.integers(-1, 1), st.integers(-40, 40))
"""How many days late the next begins: 0 tiles."""


@st.composite
def followed(draw: st.DrawFn) -> tuple[list[iop.Agreement], list[int]]:
    """Agreements of which each follows the one before, and how late each begins."""
    first = draw(days("2019-01-01", "2024-12-31"))
    shifts = draw(st.lists(SHIFTS, max_size=3))
    found = []
    for place, shift in enumerate((0, *shifts)):
        begins = Date.fromordinal(first.toordinal() + shift)
        months = draw(st.integers(2, 30))
        period = iop.Period.of(begins, Duration(months=months))
        assert period.last is not None
        terms = iop.Terms(
            first_day=period.first,
            last_day=period.last,
            follows=f"a{place - 1}" if place else iop.ABSENT,
        )
        entered = iop.Entered("2018-12-01", state="signed", seen="2018-12-01")
        found.append(iop.Agreement(f"a{place}", terms, [entered]))
        first = next_day(period.last)
    return found, shifts


def stretch(agreement: iop.Agreement) -> set[int]:
    """Its days, as numbers."""
    (first,), (last,) = agreement.terms.first_days, agreement.terms.last_days
    return set(range(first.toordinal(), last.toordinal() + 1))


def numbers(period: iop.Period) -> set[int]:
    assert period.last is not None
    return set(range(period.first.toordinal(), period.last.toordinal() + 1))


COUNTED: Counter[str] = Counter()


@given(life=followed(), on=days("2019-01-01", "2030-12-31"), data=st.data())
def test_a_chain_counts_each_day_once_and_names_those_of_none_and_of_both(
    life: tuple[list[iop.Agreement], list[int]], on: Date, data: st.DataObject
) -> None:
    """Links that tile have no gap and no overlap; the length is the number of days covered."""
    agreements, shifts = life
    chain = iop.chain(data.draw(st.permutations(agreements)), on)
    runs = [stretch(one) for one in agreements]

    assert [one.id for one in agreements] == [one.id for one in chain.links]
    assert len(set().union(*runs)) == chain.length
    assert len(shifts) == len(chain.joints)
    for shift, joint, before, after in zip(shifts, chain.joints, runs, runs[1:], strict=False):
        between = set(range(max(before) + 1, min(after)))
        gap = numbers(joint.gap) if isinstance(joint.gap, iop.Period) else set()
        both = numbers(joint.overlap) if isinstance(joint.overlap, iop.Period) else set()
        assert (between, before & after) == (gap, both)
        assert ((shift > 0), (shift < 0)) == (bool(gap), bool(both))
    if not any(shifts):
        assert sum(map(len, runs)) == chain.length
        assert () == (*chain.gaps, *chain.overlaps)
    held = {
        "chains": 1,
        "tiled": bool(shifts) and not any(shifts),
        "gaps": sum(one > 0 for one in shifts),
        "overlaps": sum(one < 0 for one in shifts),
    }
    COUNTED.update(held)
    covered("chains", **held)


def test_the_chains_were_of_every_sort() -> None:
    """A property that met no gap would hold of anything."""
    assert all(COUNTED[one] * 20 >= COUNTED["chains"] for one in ("tiled", "gaps", "overlaps"))


@st.composite
def tangled(draw: st.DrawFn) -> list[iop.Agreement]:
    """Agreements that say anything of each other: branches, circles, and what is not there."""
    names = draw(st.lists(st.sampled_from("abcdefg"), min_size=1, max_size=7, unique=True))
    others = st.sampled_from([*"abcdefg", iop.ABSENT, iop.UNKNOWN])
    return [
        iop.Agreement(
            name,
            iop.Terms(first_day=draw(days("2019-01-01", "2024-12-31")), follows=draw(others)),
            draw(st.sampled_from([(), (iop.Entered("2019-01-01", state="active"),)])),
        )
        for name in names
    ]


@given(agreements=tangled(), data=st.data())
def test_whatever_they_say_of_each_other_a_chain_ends_and_loses_none(
    agreements: list[iop.Agreement], data: st.DataObject
) -> None:
    """Every agreement stands once, and after what it follows, unless that goes in a circle."""
    chain = iop.chain(data.draw(st.permutations(agreements)), "2024-01-01")
    place = {one.id: number for number, one in enumerate(chain.links)}

    assert {one.id for one in agreements} == set(place)
    assert len(agreements) == len(chain.links)
    for joint in chain.joints:
        assert joint.later in chain.circle or place[joint.earlier] < place[joint.later]
    grouped = [link.id for one in iop.chains_of(agreements, "2024-01-01") for link in one.links]
    linked = {one for joint in chain.joints for one in (joint.earlier, joint.later)}
    assert len(grouped) == len(set(grouped))
    assert linked - {one for one in linked if _alone(chain, one)} == set(grouped)
    covered("tangles", tangles=1, circles=bool(chain.circle), branches=bool(chain.branches))


def _alone(chain: iop.Chain, name: str) -> bool:
    """Whether it follows itself alone."""
    joints = [one for one in chain.joints if name in (one.earlier, one.later)]
    return all(one.earlier == one.later for one in joints)
