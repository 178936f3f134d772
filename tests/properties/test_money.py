"""What is paid adds up and follows its index exactly, whatever the plan and the values."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

import attrs
from hypothesis import given
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.testing._draws import days
from tests.properties.covered import covered

PAYEES: Final = ("mission", "parish", "club")
PARTIES: Final = (
    iop.Party("town", "Town", sector="public"),
    *(iop.Party(one, one.title(), sector="civil") for one in PAYEES),
)
ASKED: Final = days("2019-01-01", "2028-12-31")

amounts = st.one_of(
    st.integers(0, 3),
    st.integers(0, 2_000_000),
    st.decimals(0, 100_000, places=2).map(lambda one: format(one, ".2f")),
)
percents = st.one_of(
    st.just("0"), st.decimals(-20, 30, places=1).map(str), st.decimals(-20, 30, places=4).map(str)
)
observations = st.builds(
    iop.Observation,
    st.just("OPI"),
    st.integers(2019, 2026),
    st.one_of(percents, percents, percents, st.just(iop.UNKNOWN)),
    status=st.sampled_from(iop.IndexStatus),
    published=days("2018-12-01", "2027-12-31") | st.just(iop.UNKNOWN),
)


@st.composite
def indices(draw: st.DrawFn) -> list[iop.Observation]:
    """A definitive value of every year, or not; and some more, in any order."""
    every = [
        iop.Observation("OPI", year, draw(percents), status="definitive")
        for year in (range(2019, 2029) if draw(st.booleans()) else ())
    ]
    return draw(st.permutations([*every, *draw(st.lists(observations, max_size=6))]))


@st.composite
def plans(draw: st.DrawFn) -> iop.Terms:
    """Terms with payments in some months, to some, under no index, one, or several."""
    first = draw(days("2019-01-01", "2022-12-31"))
    sums = draw(st.lists(amounts, min_size=1, max_size=3))
    months = draw(st.sets(st.integers(1, 12), min_size=1, max_size=4))
    steps = st.lists(days("2019-01-01", "2024-12-31"), min_size=1, max_size=2)
    clauses: st.SearchStrategy[object] = st.one_of(
        st.just(iop.ABSENT),
        st.just(iop.UNKNOWN),
        steps.map(lambda some: [iop.IndexClause("OPI", one) for one in some[:1]]),
        steps.map(lambda some: [iop.IndexClause("OPI", one) for one in some]),
    )
    return iop.Terms(
        parties=PARTIES,
        first_day=first,
        length=f"P{draw(st.integers(1, 5))}Y",
        disbursements=[
            iop.Disbursement(one, amount) for one, amount in zip(PAYEES, sums, strict=False)
        ],
        payments=iop.PaymentPlan(iop.InMonths(sorted(months))),
        indexation=draw(clauses),  # type: ignore[arg-type] # one of the kinds above
    )


def agreement(terms: iop.Terms) -> iop.Agreement:
    assert isinstance(terms.first_day, iop.Stated)
    return iop.Agreement("a", terms, (iop.Entered(terms.first_day.days[0], state="active"),))


def told(payments: Iterable[iop.Payment]) -> list[iop.Payment]:
    return [one for one in payments if one.amount is not iop.UNKNOWN]


def known(value: object) -> Fraction:
    return Fraction(str(value))


# --- the same by another hand ------------------------------------------------------------


def newest(of_year: Sequence[iop.Observation], on: Date) -> iop.Observation | None:
    """The observation that counts, found by weeding; None where there is none or no single one."""
    left = [one for one in of_year if one.published is iop.UNKNOWN or str(one.published) <= str(on)]
    for wanted in ("definitive", "preliminary"):
        mine = [one for one in left if one.status == wanted]
        if not mine:
            continue
        read = [one for one in mine if one.percent is not iop.UNKNOWN]
        dated = sorted(str(one.published) for one in read if one.published is not iop.UNKNOWN)
        last = [one for one in read if not dated or str(one.published) == dated[-1]]
        return last[0] if len({one.percent for one in last}) == 1 else None
    return None


def by_hand(
    terms: iop.Terms, payment: iop.Payment, given: Sequence[iop.Observation]
) -> Fraction | None:
    """The amount in fractions, year by year; None where it cannot be told."""
    assert isinstance(terms.payments, tuple)
    (plan,) = terms.payments
    assert isinstance(plan.cadence, iop.InMonths)
    assert isinstance(terms.disbursements, tuple)
    lines = [one.amount for one in terms.disbursements if isinstance(one.amount, iop.StatedSum)]
    cents = sum(int(known(one.amount) * 100) for one in lines)
    months = plan.cadence.months
    place = months.index(payment.first.month)
    coin = 1 if cents % 100 else 100
    coins = cents // coin
    nominal = Fraction((coins // len(months) + (place < coins % len(months))) * coin, 100)
    if terms.indexation is iop.UNKNOWN:
        return None
    clauses = terms.indexation if isinstance(terms.indexation, tuple) else ()
    if len({one.first for one in clauses}) > 1:
        return None
    factor = Fraction(1)
    for year in range(clauses[0].first.year, payment.last.year + 1) if clauses else ():
        first = clauses[0].first
        leap = (first.month, first.day) == (2, 29)
        try:
            step = datetime.date(year, first.month, first.day)
        except ValueError:
            assert leap
            step = datetime.date(year, 2, 28)
        if step.isoformat() <= str(payment.last):
            found = newest([one for one in given if one.year == year], payment.on)
            if found is None:
                return None
            factor *= (100 + known(found.percent)) / 100
    if factor == 1:
        return nominal
    twice = 2 * nominal * factor + 1
    return Fraction(twice.numerator // (2 * twice.denominator))


@given(plans(), indices(), ASKED)
def test_an_amount_is_what_fractions_give(
    terms: iop.Terms, given: list[iop.Observation], on: Date
) -> None:
    """Amounts are the nominal sums times the steps, to the krona half up, and unknown alike."""
    found = agreement(terms).payments(on, indices=given)
    expected = [by_hand(terms, one, given) for one in found]

    assert expected == [None if one.amount is iop.UNKNOWN else known(one.amount) for one in found]
    covered("payments", told=len(told(found)), untold=len(found) - len(told(found)))


# --- what adds up ------------------------------------------------------------------------


@given(plans(), indices(), ASKED)
def test_splits_add_up_to_their_payment(
    terms: iop.Terms, given: list[iop.Observation], on: Date
) -> None:
    """Splits add up to the krona, before the index and after it; none is negative."""
    for one in agreement(terms).payments(on, indices=given):
        assert known(one.nominal) == sum(known(share.nominal) for share in one.split)
        if one.amount is not iop.UNKNOWN:
            assert known(one.amount) == sum(known(share.amount) for share in one.split)
            assert [] == [share for share in one.split if known(share.amount) < 0]


@given(plans())
def test_the_payments_of_a_whole_year_add_up_to_the_year(terms: iop.Terms) -> None:
    """A year's parts add up to what the papers say is paid a year, to the öre."""
    assert isinstance(terms.payments, tuple)
    (plan,) = terms.payments
    assert isinstance(plan.cadence, iop.InMonths)
    assert isinstance(terms.disbursements, tuple)
    year = sum(
        known(one.amount.amount)
        for one in terms.disbursements
        if isinstance(one.amount, iop.StatedSum)
    )
    whole = len(plan.cadence.months)
    found = agreement(terms).payments("2030-01-01")
    for _year, some in groupby(found, key=lambda one: one.first.year):
        parts = [known(one.nominal) for one in some]
        assert sum(parts) == year if len(parts) == whole else sum(parts) <= year


# --- what an index does, and when --------------------------------------------------------


@given(plans(), ASKED)
def test_an_index_of_nothing_changes_nothing(terms: iop.Terms, on: Date) -> None:
    """The amount at an index of 0 % is the nominal one, and so is each share."""
    still = [iop.Observation("OPI", year, 0, status="definitive") for year in range(2019, 2030)]
    for one in told(agreement(terms).payments(on, indices=still)):
        assert one.nominal == one.amount
        assert [share.nominal for share in one.split] == [share.amount for share in one.split]


@given(plans(), indices(), ASKED, ASKED)
def test_asking_later_never_uses_an_earlier_status(
    terms: iop.Terms, given: list[iop.Observation], one: Date, other: Date
) -> None:
    """Asked later, a step is never less settled, nor of an earlier publication of its status."""
    early, late = (agreement(terms).payments(on, indices=given) for on in sorted((one, other)))
    before = {(each.ordinal, step.day): step for each in early for step in each.steps}
    for each in late:
        for step in each.steps:
            old = before.get((each.ordinal, step.day))
            if old is not None:
                settled = [one.status is iop.IndexStatus.DEFINITIVE for one in (old, step)]
                assert settled == sorted(settled)
                if old.status is step.status and old.published is not iop.UNKNOWN:
                    assert str(old.published) <= str(step.published)


@given(plans(), indices(), ASKED)
def test_what_is_published_later_changes_nothing(
    terms: iop.Terms, given: list[iop.Observation], on: Date
) -> None:
    """Only what is published by the day counts, in whatever order it is given."""
    by_then = [
        one for one in given if one.published is iop.UNKNOWN or str(one.published) <= str(on)
    ]
    asked = agreement(terms)

    plain = [_without_source(one) for one in asked.payments(on, indices=given)]
    assert plain == [_without_source(one) for one in asked.payments(on, indices=by_then[::-1])]


def _without_source(payment: iop.Payment) -> iop.Payment:
    return attrs.evolve(payment, sources=())


@given(plans(), indices(), ASKED)
def test_an_amount_or_why_not(terms: iop.Terms, given: list[iop.Observation], on: Date) -> None:
    """An amount is told or a reason is, never both and never neither."""
    for one in agreement(terms).payments(on, indices=given):
        assert (one.amount is iop.UNKNOWN) == bool(one.reasons)
        assert not (one.reasons and (one.provisional or one.undated))
