"""What an index makes of an amount, whatever its clause says: by fractions, day by day."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.testing._draws import days, shifted
from ioplife.testing._paying import clauses
from tests.properties.covered import covered

YEARS: Final = range(2010, 2032)
EXACT: Final = Context(prec=400)
WAYS: Final = {"half_up": ROUND_HALF_UP, "down": ROUND_FLOOR, "up": ROUND_CEILING}

percents = st.decimals(-20, 30, places=1).map(str)


@st.composite
def observed(draw: st.DrawFn) -> list[iop.Observation]:
    """A definitive value of every year and index; of some years a preliminary one besides."""
    found = []
    for index in ("OPI", "PKV"):
        for year in YEARS:
            found.append(iop.Observation(index, year, draw(percents), status="definitive"))
            if draw(st.integers(0, 3)):
                found.append(
                    iop.Observation(
                        index,
                        year,
                        draw(percents),
                        status="preliminary",
                        published=f"{year - 1}-12-15",
                    )
                )
    return [
        attrs.evolve(one, published=f"{one.year}-08-19") if one.status == "definitive" else one
        for one in found
    ]


def agreement(
    clause: iop.IndexClause, first: Date, months: list[int], sum_: int | str
) -> iop.Agreement:
    terms = iop.Terms(
        first_day=first,
        length="P4Y",
        disbursements=[iop.Disbursement("club", sum_)],
        payments=iop.PaymentPlan(iop.InMonths(months)),
        indexation=[attrs.evolve(clause, of=None, vintage=None, steps_on="anniversary")],
    )
    return iop.Agreement("a", terms, [iop.Entered(first, state="active")])


def step_days(clause: iop.IndexClause, until: Date) -> list[Date]:
    """Every day that is an anniversary of the first, found by walking."""
    found = []
    day, last = clause.first, min(until, clause.last or until)
    leap = (day.month, day.day) == (2, 29)
    while day <= last:
        next_day = day.add(days=1)
        same = (day.month, day.day) == (clause.first.month, clause.first.day)
        clamped = leap and (day.month, day.day) == (2, 28) and next_day.month == 3
        if same or clamped:
            found.append(day)
        day = next_day
    return found


def factor_of(
    clause: iop.IndexClause,
    payment: iop.Payment,
    given_: list[iop.Observation],
    on: Date,
) -> Fraction | None:
    """What the steps multiply by; None where one of them is not known on the day."""
    factor = Fraction(1)
    for day in step_days(clause, payment.last):
        year = day.year - clause.lag
        mine = [one for one in given_ if (one.index, one.year) == (clause.index, year)]
        known = [one for one in mine if str(one.published) <= str(on)]
        if clause.true_up is False and payment.last < on:
            then = [one for one in mine if str(one.published) <= str(payment.last)]
            known = then or known
        known.sort(key=lambda one: one.status == "definitive")
        if not known:
            return None
        factor *= 1 + Fraction(str(known[-1].percent)) * Fraction(str(clause.share)) / 10_000
    return factor


def rounded(amount: Fraction, rounding: iop.Rounding) -> Fraction:
    """By decimals, not by fractions."""
    exact = EXACT.divide(Decimal(amount.numerator), Decimal(amount.denominator))
    units = EXACT.divide(exact, rounding.to).quantize(
        Decimal(1), rounding=WAYS[rounding.way], context=EXACT
    )
    return Fraction(units) * Fraction(str(rounding.to))


@given(
    days("2019-01-01", "2022-12-31").flatmap(
        lambda first: st.tuples(st.just(first), clauses(first))
    ),
    st.sampled_from([[7], [1, 7], [1, 5, 9]]),
    st.one_of(st.integers(0, 3), st.integers(0, 2_000_000), st.just("1000.51")),
    observed(),
    days("2019-01-01", "2027-12-31"),
)
def test_an_amount_is_what_its_clause_makes_of_it(
    drawn: tuple[Date, iop.IndexClause],
    months: list[int],
    sum_: int | str,
    given_: list[iop.Observation],
    on: Date,
) -> None:
    """Share, lag, rounding, last day and what is settled: each does what it says, and no more."""
    first, clause = drawn
    assume(on >= first)
    for payment in agreement(clause, first, months, sum_).payments(on, indices=given_):
        factor = factor_of(clause, payment, given_, on)
        if factor is None:
            assert payment.amount is iop.UNKNOWN
            continue
        nominal = Fraction(str(payment.nominal))
        if factor == 1:
            assert nominal == Fraction(str(payment.amount))
        elif clause.rounding.each is iop.Rounds.PAYMENT:
            assert rounded(nominal * factor, clause.rounding) == Fraction(str(payment.amount))
        else:
            year = rounded(Fraction(str(sum_)) * factor, clause.rounding)
            coin = Fraction(1, 100) if clause.rounding.to < 1 else Fraction(1)
            place, coins = months.index(payment.first.month), int(year / coin)
            part = coins // len(months) + (place < coins % len(months))
            assert part * coin == Fraction(str(payment.amount))
        covered(
            "indexed",
            share=clause.share != 100,
            lag=clause.lag > 0,
            last=clause.last is not None,
            krona=clause.rounding == iop.Rounding(),
            rounding=clause.rounding != iop.Rounding(),
            changed=factor != 1,
        )


@given(
    days("2019-01-01", "2022-12-31").flatmap(
        lambda first: st.tuples(st.just(first), clauses(first))
    ),
    observed(),
    st.integers(400, 1500),
)
def test_what_is_left_to_settle_is_the_difference(
    drawn: tuple[Date, iop.IndexClause], given_: list[iop.Observation], later: int
) -> None:
    """It is the amount now, less that which was told on the last day for the payment."""
    first, clause = drawn
    clause = attrs.evolve(clause, lag=0, last=None)
    on = shifted(first, later)
    asked = agreement(clause, first, [1, 7], 1_000_000)
    for payment in asked.payments(on, indices=given_):
        found = payment.true_up
        then = payment
        if payment.last < on and payment.last >= first:
            (then,) = (
                one
                for one in asked.payments(payment.last, indices=given_)
                if one.ordinal == payment.ordinal
            )
        if iop.UNKNOWN in (then.amount, payment.amount) or then.amount == payment.amount:
            assert found is None
        else:
            assert found is not None
            assert then.amount == found.before
            assert payment.amount == found.before + found.difference
            assert found.difference == sum(one.amount for one in found.split)
            assert clause.true_up is not False
        covered("settled", nothing=found is None, something=found is not None)


@given(clauses(Date(2021, 5, 1)), days("2020-01-01", "2035-12-31"))
def test_the_next_step_is_the_first_of_its_steps_from_a_day_on(
    clause: iop.IndexClause, on: Date
) -> None:
    """What a flag counts to is a step, and none lies between it and the day asked."""
    renewals = [Date(2022, 5, 1), Date(2023, 5, 1), Date(2027, 1, 31)]
    steps = [day for day in clause.steps(Date(2040, 1, 1), renewals) if day >= on]
    assert (steps[0] if steps else None) == clause.next_step(on, renewals)
    ends = shifted(clause.last, 1) if clause.last is not None else None
    assert ends is None or clause.next_step(ends, renewals) is None
