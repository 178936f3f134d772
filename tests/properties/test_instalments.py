"""What holds of every payment plan: which days it pays for, when, and which part of a year."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st
from pendulum import Date

import ioplife as iop
from ioplife.terms import End, Instalment
from ioplife.testing._draws import days, shifted
from ioplife.testing._paying import plans
from tests.naive.paying import payments
from tests.properties.covered import covered


@st.composite
def planned(draw: st.DrawFn) -> tuple[iop.PaymentPlan, tuple[iop.Period, ...]]:
    """A plan of any form, and one to three periods, one after the other."""
    first = draw(days("2019-01-01", "2022-12-31"))
    edges = [first]
    for length in draw(st.lists(st.integers(20, 800), min_size=1, max_size=3)):
        edges.append(shifted(edges[-1], length))
    periods = tuple(iop.Period(begins, shifted(after, -1)) for begins, after in pairwise(edges))
    return draw(plans(iop.Period(first, periods[-1].last))), periods


@st.composite
def spanning(draw: st.DrawFn) -> tuple[iop.PaymentPlan, tuple[iop.Period, ...]]:
    """The same, of plans alone whose payments pay for spans of days."""
    plan, periods = draw(planned())
    if not plan.spans:
        timed = isinstance(plan.cadence, iop.InMonths | iop.OnDay | iop.FirstDays)
        plan = attrs.evolve(
            plan,
            cadence=plan.cadence if timed else iop.InMonths([1, 7]),
            on_extension="continue",
            timing=draw(st.sampled_from(iop.Timing)),
            stub=draw(st.sampled_from(iop.Stub)),
        )
    if plan.becomes is iop.Stub.PRORATE and plan.by is iop.UNKNOWN and draw(st.booleans()):
        plan = attrs.evolve(plan, by=draw(st.sampled_from(iop.CountedIn)))
    return plan, periods


def reach(plan: iop.PaymentPlan, periods: tuple[iop.Period, ...]) -> Iterator[tuple[Date, Date]]:
    """The stretches of days that the plan is about, worked out anew."""
    if plan.on_extension is iop.OnExtension.STOP:
        periods = periods[:1]
    for number, period in enumerate(periods):
        first, last = period.first, period.last
        assert last is not None
        if plan.first is not None and plan.first > first:
            first = plan.first
        if plan.last is not None and plan.last < last:
            last = plan.last
        if plan.on_extension is not iop.OnExtension.RESTART and number:
            continue
        if plan.on_extension is not iop.OnExtension.RESTART:
            last = max(one.last for one in periods if one.last is not None)
            last = last if plan.last is None else min(last, plan.last)
        if first <= last:
            yield first, last


def each_day(period: iop.Period) -> Iterator[str]:
    day, last = period.first, period.last
    while last is not None and day <= last:
        yield day.isoformat()
        day = day.add(days=1)


@given(spanning())
def test_each_day_is_paid_for_once(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]],
) -> None:
    """Of a plan with spans, each of its days is paid for by one payment; none beside them."""
    plan, periods = drawn
    found = plan.instalments(*periods)
    paid_for = [day for one in found if one.covers for day in each_day(one.covers)]

    expected = [
        day for first, last in reach(plan, periods) for day in each_day(iop.Period(first, last))
    ]
    assert len(set(paid_for)) == len(paid_for)
    if plan.becomes is iop.Stub.DROP:
        assert set(paid_for) <= set(expected)
        assert [] == [one for one in found if one.covers != one.span]
    else:
        assert expected == paid_for
    covered(
        "instalments",
        advance=plan.timing is iop.Timing.ADVANCE,
        arrears=plan.timing is iop.Timing.ARREARS,
        windows=plan.timing is iop.UNKNOWN,
        cut=sum(one.covers != one.span for one in found),
        restart=plan.on_extension is iop.OnExtension.RESTART,
    )


@given(planned())
def test_ordinals_and_windows_are_in_order(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]],
) -> None:
    """Payments are numbered from 1 and in the order of what they pay for."""
    plan, periods = drawn
    found = plan.instalments(*periods)

    if not isinstance(plan.cadence, iop.Fixed):  # these keep the place that the paper gives them
        assert list(range(1, len(found) + 1)) == [one.ordinal for one in found]
    assert sorted({one.ordinal for one in found}) == [one.ordinal for one in found]
    assert [] == [one for one in found if one.last < one.first]
    covers = [one.covers.first for one in found if one.covers]
    assert sorted(covers) == covers


@given(spanning())
def test_a_payment_lies_where_its_timing_says(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]],
) -> None:
    """In arrears not before what it pays for is over; else not after the last day."""
    plan, periods = drawn
    for one in plan.instalments(*periods):
        assert one.covers is not None
        assert one.covers.last is not None
        if plan.timing is iop.Timing.ARREARS:
            assert one.last >= one.covers.last
        else:
            assert one.last <= max(last for _first, last in reach(plan, periods))
            assert one.first >= periods[0].first


@given(spanning())
def test_parts_of_whole_years_make_whole_years(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]],
) -> None:
    """So many payments as share a sum of years carry each place of it once, in turn."""
    plan, periods = drawn
    assume(plan.on_extension is not iop.OnExtension.RESTART)
    found = plan.instalments(*periods)
    for one, after in pairwise(found):
        assert (one.part.years, one.part.parts) == (after.part.years, after.part.parts)
        assert (one.part.place + 1) % one.part.parts == after.part.place
    for one in found:
        assert one.span is not None
        assert one.span.last is not None
        # A month, give or take what months differ in.
        year = Fraction(one.part.years, one.part.parts)
        assert abs(len(list(each_day(one.span))) - 365 * year) <= 32


@given(planned(), days("2019-01-01", "2026-12-31"), days("2019-01-01", "2026-12-31"))
def test_what_was_past_when_the_end_was_known_stays(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]], one: Date, other: Date
) -> None:
    """An end that comes to be known changes nothing that was due before that day."""
    plan, periods = drawn
    decided, last = sorted((one, other))
    assume(periods[0].first <= last)

    def due(found: tuple[Instalment, ...]) -> list[Instalment]:
        past = (each for each in found if each.last < decided and each.last < last)
        return [attrs.evolve(each, opened=False) for each in past]

    ended = plan.instalments(*periods, end=End(last, decided))
    assert due(plan.instalments(*periods)) == due(ended)
    for each in ended:
        assert each.covers is None or each.covers.first <= last
        assert (
            each.opened
            or each.last < decided
            or each.covers is None
            or (each.covers.last is not None and each.covers.last <= last)
        )


# --- in money ----------------------------------------------------------------------------


def terms_of(
    plan: iop.PaymentPlan, period: iop.Period, sums: list[int | str], **clauses: object
) -> iop.Terms:
    return iop.Terms(
        first_day=period.first,
        last_day=period.last,  # type: ignore[arg-type] # it has one
        disbursements=[
            iop.Disbursement("club", amount, id=f"l{place}") for place, amount in enumerate(sums)
        ],
        payments=plan,
        indexation=iop.ABSENT,
        **clauses,  # type: ignore[arg-type] # any clause
    )


SUMS = st.lists(
    st.one_of(st.integers(0, 3), st.integers(0, 2_000_000), st.just("1000.51")),
    min_size=1,
    max_size=3,
)


def known(value: object) -> Fraction:
    return Fraction(str(value))


def months_begun(span: iop.Period, covers: iop.Period) -> Fraction:
    """How many of the months of a span some of its days lie in, of how many: month by month."""
    inside, number = set(each_day(covers)), 0
    begun = whole = 0
    assert span.last is not None
    while (begins := span.first.add(months=number)) <= span.last:
        ends = min(span.first.add(months=number + 1).add(days=-1), span.last)
        whole += 1
        begun += bool(inside & set(each_day(iop.Period(begins, ends))))
        number += 1
    return Fraction(begun, whole)


@given(spanning(), SUMS)
def test_a_part_is_paid_by_its_days_or_its_months(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]], sums: list[int | str]
) -> None:
    """A cut span is worth its days of the days it has, or its months, to the krona half up."""
    plan, (period, *_) = drawn
    assume(plan.becomes is iop.Stub.PRORATE)
    assume(period.first.day <= 28)  # a month counted from there has that day
    terms = terms_of(plan, period, sums)
    entered = iop.Entered(period.first, state="active")
    found = iop.Agreement("a", terms, [entered]).payments(period.first)
    whole = terms_of(attrs.evolve(plan, stub="keep", by=iop.UNKNOWN), period, sums)
    kept = iop.Agreement("a", whole, [entered]).payments(period.first)

    coin = Fraction(1, 100) if sum(map(known, sums)) % 1 else Fraction(1)
    for payment, full, one in zip(found, kept, plan.instalments(period), strict=True):
        assert one.covers is not None
        assert one.span is not None
        if one.covers == one.span:
            assert full.amount == payment.amount
        elif plan.by is iop.UNKNOWN:
            assert ["stub-unread"] == [reason.code for reason in payment.reasons]
        else:
            if plan.by is iop.CountedIn.DAYS:
                part = Fraction(len(list(each_day(one.covers))), len(list(each_day(one.span))))
            else:
                part = months_begun(one.span, one.covers)
            coins = known(full.amount) * part / coin
            assert (2 * coins + 1) // 2 * coin == known(payment.amount)
        covered(
            "parts",
            days=plan.by is iop.CountedIn.DAYS and one.covers != one.span,
            months=plan.by is iop.CountedIn.MONTHS and one.covers != one.span,
            whole=one.covers == one.span,
        )
        if payment.amount is not iop.UNKNOWN:
            assert known(payment.amount) == sum(known(share.amount) for share in payment.split)


@st.composite
def ended(draw: st.DrawFn) -> tuple[iop.PaymentPlan, iop.Period, iop.Rescinded]:
    """A plan that mostly pays in advance, and an early end of its agreement."""
    plan, (period, *_) = draw(spanning())
    period = iop.Period(period.first, shifted(period.first, draw(st.integers(200, 800))))
    if not isinstance(plan.cadence, iop.PerWindow) and draw(st.integers(0, 4)):
        plan = attrs.evolve(plan, timing="advance", first=None, last=None)
    decided = draw(st.integers(0, 199))
    on = shifted(period.first, decided)
    last = shifted(on, draw(st.integers(0, 199 - decided)))
    return plan, period, iop.Rescinded(on, by="town", last_day=last, agreed_by=("town", "club"))


@given(ended(), SUMS, st.sampled_from(iop.CountedIn))
def test_what_is_not_used_is_paid_back(
    drawn: tuple[iop.PaymentPlan, iop.Period, iop.Rescinded],
    sums: list[int | str],
    by: iop.CountedIn,
) -> None:
    """Of what was paid for days after the last one, by the day, and never more than was paid."""
    plan, period, ending = drawn
    last = ending.last_day
    assert isinstance(last, Date)
    assume(period.first.day <= 28)
    terms = terms_of(plan, period, sums, repayment=iop.Repayment(by))
    agreement = iop.Agreement("a", terms, [iop.Entered(period.first, state="active"), ending])
    paid = {(one.duty, one.ordinal): one for one in agreement.payments(last)}

    for refund in agreement.repayments(last):
        payment = paid[refund.duty, refund.ordinal]
        assert payment.amount == refund.paid
        if refund.covers is None:
            assert ["covers-unknown"] == [one.code for one in refund.reasons]
            continue
        assert payment.covers == refund.covers
        unused = [day for day in each_day(refund.covers) if day > last.isoformat()]
        assert refund.unused is not None
        assert unused == list(each_day(refund.unused))
        assert unused != []
        if refund.amount is iop.UNKNOWN:
            assert refund.reasons != ()
            continue
        if by is iop.CountedIn.DAYS:
            part = Fraction(len(unused), len(list(each_day(refund.covers))))
            assert refund.part is not None
            assert part == Fraction(*refund.part)
            assert (2 * known(refund.paid) * part + 1) // 2 == known(refund.amount)
        assert 0 <= known(refund.amount) <= known(refund.paid) + Fraction(1, 2)
        assert known(refund.amount) == sum(known(one.amount) for one in refund.split)
        covered("refunds", days=by is iop.CountedIn.DAYS, months=by is iop.CountedIn.MONTHS)


@given(planned(), st.none() | st.tuples(st.integers(-100, 1400), st.integers(0, 800)))
def test_the_windows_are_those_of_another_hand(
    drawn: tuple[iop.PaymentPlan, tuple[iop.Period, ...]], early: tuple[int, int] | None
) -> None:
    """When each is paid is what a second reading of the decision gives, also of an early end."""
    plan, periods = drawn
    end = None
    if early is not None:
        decided = shifted(periods[0].first, early[0])
        last = shifted(decided, early[1])
        assume(last >= periods[0].first)
        end = End(last, decided)
    agreed = [(one.first, one.last) for one in periods if one.last is not None]

    ends, known_on = (None, None) if end is None else (end.last, end.decided)
    expected = payments(plan, agreed, ends, known_on)
    assert [(one.ordinal, one.first, one.last) for one in expected] == [
        (one.ordinal, one.first, one.last) for one in plan.instalments(*periods, end=end)
    ]
