"""What is paid of a part, by which index, and what is settled or paid back: worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

import attrs
import pytest

import ioplife as iop

PARTIES = (
    iop.Party("kommunen", "Kommunen", sector="public"),
    iop.Party("foreningen", "Föreningen", sector="civil"),
)
QUARTERS = iop.InMonths([1, 4, 7, 10])
ADVANCE = iop.PaymentPlan(QUARTERS, timing="advance")
BASE = iop.Terms(
    parties=PARTIES,
    first_day="2023-02-15",
    last_day="2024-12-31",
    disbursements=[iop.Disbursement("foreningen", 1_000_000)],
    payments=ADVANCE,
    indexation=iop.ABSENT,
    repayment=iop.ABSENT,
)


def entered(terms: iop.Terms, *events: iop.Event) -> iop.Agreement:
    assert isinstance(terms.first_day, iop.Stated)
    first = terms.first_day.days[0]
    return iop.Agreement("a-1", terms, (iop.Entered(first, state="active"), *events))


def paid(
    terms: iop.Terms,
    *events: iop.Event,
    on: str = "2030-01-01",
    indices: Iterable[iop.Observation] = (),
) -> tuple[iop.Payment, ...]:
    return entered(terms, *events).payments(on, indices=indices)


def amounts(found: Iterable[iop.Payment]) -> list[str]:
    return [str(one.amount) for one in found]


def reasons(found: iop.Payment | iop.Refund) -> list[str]:
    return [one.code for one in found.reasons]


def of(**changes: Any) -> iop.Terms:  # noqa: ANN401 - any clause
    return attrs.evolve(BASE, **changes)


def planned(**changes: Any) -> iop.Terms:  # noqa: ANN401 - any field
    return of(payments=attrs.evolve(ADVANCE, **changes))


# --- a span that is cut ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"stub": "keep"}, "250000"),
        ({"stub": "prorate", "by": "days"}, "125000"),  # 45 of 90 days
        ({"stub": "prorate", "by": "months"}, "166667"),  # February is begun, 2 of 3 months
    ],
)
def test_what_is_paid_of_a_quarter_that_the_first_day_cuts(
    changes: dict[str, Any], expected: str
) -> None:
    first, second = paid(planned(**changes))[:2]
    assert ("2023-02-15..2023-03-31", expected) == (str(first.covers), str(first.amount))
    assert ("2023-04-01..2023-06-30", "250000") == (str(second.covers), str(second.amount))


@pytest.mark.parametrize(
    ("first_day", "days", "months"),
    [
        ("2024-01-01", "250000", "250000"),
        ("2024-01-02", "247253", "250000"),  # 90 of 91 days: a leap year
        ("2023-01-02", "247222", "250000"),  # 89 of 90
        ("2024-01-31", "167582", "250000"),
        ("2024-02-01", "164835", "166667"),
        ("2024-03-31", "2747", "83333"),
    ],
)
def test_both_sides_of_each_day(first_day: str, days: str, months: str) -> None:
    for by, expected in (("days", days), ("months", months)):
        terms = attrs.evolve(planned(stub="prorate", by=by), first_day=first_day)
        assert expected == amounts(paid(terms))[0]


@pytest.mark.parametrize("changes", [{}, {"stub": "prorate"}])
def test_what_nobody_has_read_of_a_part_leaves_its_amount_unknown(changes: dict[str, Any]) -> None:
    first, second = paid(planned(**changes))[:2]
    assert (iop.UNKNOWN, iop.UNKNOWN, ["stub-unread"]) == (
        first.nominal,
        first.amount,
        reasons(first),
    )
    assert "250000" == str(second.amount)
    assert "it pays for 2023-02-15 to 2023-03-31 alone" in first.reasons[0].text("en")


def test_a_split_of_a_part_adds_up() -> None:
    lines = [iop.Disbursement("foreningen", one, id=f"l{one}") for one in (333_333, 333_334)]
    terms = attrs.evolve(planned(stub="prorate", by="days"), disbursements=lines)
    first = paid(terms)[0]
    assert (Decimal(83_334), [Decimal(41_667), Decimal(41_667)]) == (
        first.amount,
        [share.amount for share in first.split],
    )


def test_ore_that_a_paper_gives_are_kept_in_a_part() -> None:
    lines = [iop.Disbursement("foreningen", "1000.50")]
    terms = attrs.evolve(planned(stub="prorate", by="days"), disbursements=lines)
    assert ["125.07"] == amounts(paid(terms))[:1]  # 250.13 × 45 / 90 = 125.065


# --- where the last day is not clear -----------------------------------------------------

TWO_ENDS = iop.Stated([iop.Reading("2024-05-31"), iop.Reading("2024-08-31")])


def test_where_the_last_day_is_not_clear_what_may_be_cut_is_not_known() -> None:
    terms = attrs.evolve(planned(stub="prorate", by="days"), last_day=TWO_ENDS)
    found = paid(terms)[-3:]
    assert ["2024-01-01..2024-03-31", "2024-04-01..2024-06-30", "2024-07-01..2024-08-31"] == [
        str(one.covers) for one in found
    ]
    assert [[], ["end-unclear"], ["end-unclear"]] == [reasons(one) for one in found]
    whole = attrs.evolve(terms, payments=attrs.evolve(ADVANCE, stub="keep"))
    assert ["250000"] * 3 == amounts(paid(whole)[-3:])


# --- something ends it early -------------------------------------------------------------

YEARLY = iop.PaymentPlan(iop.InMonths([1]), timing="advance", stub="prorate", by="days")
ENDING = iop.Rescinded(
    "2024-01-20", by="kommunen", last_day="2024-06-15", agreed_by=("kommunen", "foreningen")
)
IN_JANUARY = iop.Fulfilled("2024-01-10", by="kommunen", duty="payment")
REFUNDED = of(first_day="2023-01-01", payments=YEARLY, repayment=iop.Repayment("days"))


def refunds(terms: iop.Terms, *events: iop.Event, on: str = "2024-07-01") -> tuple[iop.Refund, ...]:
    return entered(terms, *events).repayments(on)


def test_what_is_paid_after_the_end_is_known_is_for_the_days_that_are_left() -> None:
    second = paid(REFUNDED, ENDING)[1]
    assert ("2024-01-01..2024-06-15", "456284") == (str(second.covers), str(second.amount))
    assert () == refunds(REFUNDED, ENDING)


def test_what_was_paid_before_it_was_known_stays_and_what_is_not_used_is_paid_back() -> None:
    """1 000 000 × 199 / 366 = 543 715.8; 16 June to 31 December."""
    second = paid(REFUNDED, ENDING, IN_JANUARY)[1]
    assert ("2024-01-01..2024-12-31", "1000000") == (str(second.covers), str(second.amount))
    (refund,) = refunds(REFUNDED, ENDING, IN_JANUARY)
    assert ("payment", 2, "2024-06-16..2024-12-31", (199, 366), Decimal(543_716)) == (
        refund.duty,
        refund.ordinal,
        str(refund.unused),
        refund.part,
        refund.amount,
    )
    assert [("foreningen", Decimal(543_716))] == [(one.to, one.amount) for one in refund.split]
    assert (iop.CountedIn.DAYS, "fulfilled") == (refund.by, refund.progress)


@pytest.mark.parametrize(
    ("last_day", "days", "months"),
    [
        ("2024-05-31", (214, 366, 584_699), (7, 12, 583_333)),
        ("2024-06-01", (213, 366, 581_967), (6, 12, 500_000)),
        ("2024-06-30", (184, 366, 502_732), (6, 12, 500_000)),
        ("2024-12-30", (1, 366, 2_732), (0, 12, 0)),
    ],
)
def test_by_days_and_by_months_on_both_sides_of_a_month(
    last_day: str, days: tuple[int, int, int], months: tuple[int, int, int]
) -> None:
    ending = attrs.evolve(ENDING, last_day=last_day)
    for by, expected in (("days", days), ("months", months)):
        terms = attrs.evolve(REFUNDED, repayment=iop.Repayment(by))
        (refund,) = refunds(terms, ending, IN_JANUARY)
        assert expected[:2] == refund.part
        assert expected[2] == refund.amount


def test_what_was_due_and_is_not_on_record_may_have_been_paid() -> None:
    late = attrs.evolve(ENDING, on="2024-02-01")
    (refund,) = refunds(REFUNDED, late)
    assert ("overdue", Decimal(543_716)) == (refund.progress, refund.amount)
    waived = iop.Waived("2024-01-15", by="kommunen", duty="payment", occurrence=2, why="avtalat")
    assert () == refunds(REFUNDED, late, waived)


@pytest.mark.parametrize("repayment", [iop.UNKNOWN, iop.Repayment()])
def test_a_clause_that_nobody_has_read_leaves_it_unknown(repayment: Any) -> None:  # noqa: ANN401
    terms = attrs.evolve(REFUNDED, repayment=repayment)
    (refund,) = refunds(terms, ENDING, IN_JANUARY)
    assert (iop.UNKNOWN, None, ["repayment-unread"], ()) == (
        refund.amount,
        refund.part,
        reasons(refund),
        refund.split,
    )


def test_without_the_clause_nothing_is_paid_back() -> None:
    assert () == refunds(attrs.evolve(REFUNDED, repayment=iop.ABSENT), ENDING, IN_JANUARY)


def test_an_agreement_that_ends_as_its_period_does_pays_nothing_back() -> None:
    whole = attrs.evolve(REFUNDED, last_day="2024-06-15")
    kept = attrs.evolve(whole, payments=attrs.evolve(YEARLY, stub="keep", by=iop.UNKNOWN))
    assert () == refunds(kept, IN_JANUARY)
    assert () == refunds(REFUNDED, IN_JANUARY)
    at_the_end = attrs.evolve(ENDING, last_day="2024-12-31")
    assert () == refunds(REFUNDED, at_the_end, IN_JANUARY)


def test_until_further_notice_any_end_may_leave_something_unused() -> None:
    terms = attrs.evolve(
        REFUNDED,
        last_day=iop.ABSENT,
        open_ended=True,
        notice=iop.Notice("P3M", counts_from="receipt", written=False),
    )
    notice = iop.NoticeGiven("2024-03-15", by="foreningen", written=True)
    (refund,) = refunds(terms, IN_JANUARY, notice)
    assert ("2024-06-16..2024-12-31", Decimal(543_716)) == (str(refund.unused), refund.amount)


def test_where_nothing_tells_what_was_paid_for_it_is_not_known() -> None:
    plain = attrs.evolve(REFUNDED, payments=iop.PaymentPlan(iop.InMonths([1])))
    (refund,) = refunds(plain, ENDING, IN_JANUARY)
    assert (2, iop.UNKNOWN, None, ["covers-unknown"]) == (
        refund.ordinal,
        refund.amount,
        refund.unused,
        reasons(refund),
    )


def test_of_an_amount_that_is_not_known_neither_is_what_is_paid_back() -> None:
    terms = attrs.evolve(REFUNDED, indexation=iop.UNKNOWN)
    (refund,) = refunds(terms, ENDING, IN_JANUARY)
    assert (iop.UNKNOWN, ["amount-unknown"]) == (refund.amount, reasons(refund))
    assert (("reasons", ("indexation-unread",)),) == refund.reasons[0].facts


def test_a_part_that_is_not_paid_is_nothing_once_the_end_is_known() -> None:
    """While it can be paid, and nobody has; paid before, it stays and is paid back."""
    terms = attrs.evolve(
        REFUNDED, payments=iop.PaymentPlan(iop.InMonths([1]), timing="advance", stub="drop")
    )
    assert "0" == str(paid(terms, ENDING)[1].amount)
    assert "1000000" == str(paid(terms, ENDING, IN_JANUARY)[1].amount)
    assert 1 == len(paid(terms, attrs.evolve(ENDING, on="2023-12-31")))


# --- lines with days of their own --------------------------------------------------------


def test_another_sum_each_year() -> None:
    lines = [
        iop.Disbursement("foreningen", 400_000, id="y1", last="2023-12-31"),
        iop.Disbursement("foreningen", 500_000, id="y2", first="2024-01-01"),
    ]
    terms = of(first_day="2023-01-01", disbursements=lines)
    found = paid(terms)
    assert ["100000"] * 4 + ["125000"] * 4 == amounts(found)
    assert [["y1"]] * 4 + [["y2"]] * 4 == [[share.id for share in one.split] for one in found]
    july = attrs.evolve(terms, payments=iop.PaymentPlan(iop.InMonths([7])))
    assert ["400000", "500000"] == amounts(paid(july))


@pytest.mark.parametrize(
    ("last", "first", "expected"),
    [
        ("2023-07-30", "2023-07-31", "500000"),  # by the last day of the window
        ("2023-07-31", "2023-08-01", "400000"),
    ],
)
def test_a_line_is_paid_that_holds_on_the_last_day_of_the_window(
    last: str, first: str, expected: str
) -> None:
    lines = [
        iop.Disbursement("foreningen", 400_000, id="y1", last=last),
        iop.Disbursement("foreningen", 500_000, id="y2", first=first),
    ]
    plan = iop.PaymentPlan(iop.InMonths([7]))
    terms = of(first_day="2023-01-01", disbursements=lines, payments=plan)
    assert [expected, "500000"] == amounts(paid(terms))


def test_a_sum_that_changes_within_a_span_is_told_as_the_plan_tells_parts() -> None:
    """October to 15 November is 46 of 92 days."""
    lines = [
        iop.Disbursement("foreningen", 400_000, id="y1", last="2023-11-15"),
        iop.Disbursement("foreningen", 500_000, id="y2", first="2023-11-16"),
    ]
    terms = of(first_day="2023-01-01", disbursements=lines)
    by_days = attrs.evolve(terms, payments=attrs.evolve(ADVANCE, stub="prorate", by="days"))
    fourth = paid(by_days)[3]
    assert ("112500", [Decimal(50_000), Decimal(62_500)]) == (
        str(fourth.amount),
        [share.amount for share in fourth.split],
    )
    assert ["stub-unread"] == reasons(paid(terms)[3])


# --- the index ---------------------------------------------------------------------------

AKI = tuple(
    iop.Observation("AKI", year, "3.5", status="definitive", published=f"{year - 1}-12-01")
    for year in range(2020, 2031)
)


def indexed(**changes: Any) -> list[str]:  # noqa: ANN401 - any field
    clause = iop.IndexClause("AKI", "2024-01-01", **changes)
    plan = iop.PaymentPlan(iop.InMonths([1, 5, 9]))
    lines = [iop.Disbursement("foreningen", 400_123)]
    terms = of(first_day="2023-01-01", disbursements=lines, payments=plan, indexation=[clause])
    return amounts(paid(terms, indices=AKI))[3:]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["138043", "138042", "138042"]),
        ({"share": 80}, ["137110", "137108", "137108"]),  # 2.8 %
        ({"share": "0.0001"}, ["133375", "133374", "133374"]),
        ({"rounding": iop.Rounding(100, way="down")}, ["138000"] * 3),
        ({"rounding": iop.Rounding(100, way="up")}, ["138100"] * 3),
        ({"rounding": iop.Rounding(1000)}, ["138000"] * 3),
        ({"rounding": iop.Rounding("0.01")}, ["138043.13", "138042.09", "138042.09"]),
        # 414 127.305 a year, down to 414 100, and that in three parts
        (
            {"rounding": iop.Rounding(100, way="down", each="year")},
            ["138034", "138033", "138033"],
        ),
        ({"last": "2024-01-01"}, ["138043", "138042", "138042"]),
    ],
)
def test_share_and_rounding(changes: dict[str, Any], expected: list[str]) -> None:
    assert expected == indexed(**changes)


@pytest.mark.parametrize(("last", "steps"), [("2024-12-31", 1), ("2025-01-01", 2)])
def test_a_clause_takes_no_step_after_its_last_day(last: str, steps: int) -> None:
    clause = iop.IndexClause("AKI", "2024-01-01", last=last)
    plan = iop.PaymentPlan(iop.InMonths([7]))
    terms = of(first_day="2023-01-01", last_day="2026-12-31", payments=plan, indexation=[clause])
    assert [0, 1, steps, steps] == [len(one.steps) for one in paid(terms, indices=AKI)]


def test_one_index_after_another_is_no_conflict() -> None:
    kpi = iop.Observation("KPI", 2025, 10, status="definitive")
    clauses = [
        iop.IndexClause("KPI", "2025-01-01"),
        iop.IndexClause("AKI", "2024-01-01", last="2024-12-31"),
    ]
    plan = iop.PaymentPlan(iop.InMonths([7]))
    terms = of(first_day="2023-01-01", last_day="2025-12-31", payments=plan, indexation=clauses)
    assert not terms.index_conflict
    assert ["1000000", "1035000", "1138500"] == amounts(paid(terms, indices=(*AKI, kpi)))
    overlap = [clauses[0], attrs.evolve(clauses[1], last="2025-01-01")]
    assert attrs.evolve(terms, indexation=overlap).index_conflict


@pytest.mark.parametrize(
    "changes",
    [
        {"share": 80},
        {"lag": 1},
        {"rounding": iop.Rounding(100)},
        {"vintage": 10},
        {"last": "2030-01-01"},
    ],
)
def test_clauses_of_one_index_that_differ_in_anything_are_a_conflict(
    changes: dict[str, Any],
) -> None:
    one = iop.IndexClause("AKI", "2024-01-01")
    assert of(indexation=[one, attrs.evolve(one, **changes)]).index_conflict
    assert not of(indexation=[one, attrs.evolve(one, text="a")]).index_conflict


def test_an_index_of_some_disbursements_alone() -> None:
    lines = [
        iop.Disbursement("foreningen", 100_000, id="hyra"),
        iop.Disbursement("foreningen", 500_000, id="personal"),
        iop.Disbursement("foreningen", 200_001, id="material"),
    ]
    clauses = [
        iop.IndexClause("AKI", "2024-01-01", of="personal"),
        iop.IndexClause("KPI", "2024-01-01", of=["hyra"], rounding=iop.Rounding(100, way="down")),
    ]
    kpi = iop.Observation("KPI", 2024, "2.49", status="definitive")
    plan = iop.PaymentPlan(iop.InMonths([7]))
    terms = of(disbursements=lines, payments=plan, indexation=clauses)
    assert not terms.index_conflict
    found = paid(terms, indices=(*AKI, kpi))[-1]
    assert Decimal(102_400 + 517_500 + 200_001) == found.amount
    assert [102_400, 517_500, 200_001] == [share.amount for share in found.split]


@pytest.mark.parametrize(("lag", "year"), [(0, 2024), (1, 2023), (2, 2022)])
def test_the_year_whose_value_counts(lag: int, year: int) -> None:
    clause = iop.IndexClause("AKI", "2024-01-01", lag=lag)
    terms = of(payments=iop.PaymentPlan(iop.InMonths([7])), indexation=[clause])
    (step,) = paid(terms, indices=AKI)[-1].steps
    assert (year, "2024-01-01") == (step.year, str(step.day))


PKV = (
    iop.Observation(
        "PKV", 2024, "3.0", status="preliminary", vintage="2023-10", published="2023-10-20"
    ),
    iop.Observation(
        "PKV", 2024, "3.4", status="preliminary", vintage="2024-02", published="2024-02-15"
    ),
)


@pytest.mark.parametrize(
    ("first", "vintage", "expected"),
    [
        ("2024-01-01", 10, ["3.0"]),
        ("2024-03-01", 2, ["3.4"]),
        ("2024-02-29", 2, []),  # that of February 2023, for the month is not over
        ("2024-01-01", None, ["3.4"]),  # the latest published
        ("2024-01-01", 12, []),
    ],
)
def test_the_forecast_that_a_paper_names(
    first: str, vintage: int | None, expected: list[str]
) -> None:
    clause = iop.IndexClause("PKV", first, vintage=vintage)
    terms = of(payments=iop.PaymentPlan(iop.InMonths([7])), indexation=[clause])
    found = paid(terms, indices=PKV)[-1]
    assert expected == [str(step.percent) for step in found.steps]
    assert ([] if expected else ["no-observation"]) == reasons(found)


def test_steps_with_each_new_period() -> None:
    renewal = iop.RenewalOption("P1Y", times=2)
    clause = iop.IndexClause("AKI", "2023-01-01", steps_on="renewal")
    terms = of(
        first_day="2023-01-01",
        last_day="2024-06-30",
        renewal=renewal,
        payments=iop.PaymentPlan(iop.InMonths([5])),
        indexation=[clause],
    )
    assert [0, 0] == [len(one.steps) for one in paid(terms, indices=AKI)]
    longer = iop.Extended("2024-03-01", by="kommunen")
    found = paid(terms, longer, indices=AKI)
    assert ["2023-05-31", "2024-05-31", "2025-05-31"] == [str(one.last) for one in found]
    assert [[], [], ["2024-07-01"]] == [[str(step.day) for step in one.steps] for one in found]


# --- what is left to settle --------------------------------------------------------------

OPI = attrs.evolve(
    BASE,
    first_day="2019-01-01",
    last_day="2020-12-31",
    disbursements=[
        iop.Disbursement("foreningen", 400_000, id="hyra"),
        iop.Disbursement("foreningen", 300_000, id="personal"),
    ],
    payments=iop.PaymentPlan(iop.InMonths([1])),
    indexation=[iop.IndexClause("OPI", "2020-01-01")],
)
"""The value of 2020 was preliminary, 2.7, on 2019-12-16, and definitive, 3.0, on 2020-12-16."""


@pytest.mark.parametrize(
    ("on", "amount", "difference"),
    [
        ("2020-01-31", "718900", None),
        ("2020-12-15", "718900", None),
        ("2020-12-16", "721000", "2100"),
    ],
)
def test_the_difference_is_told_from_the_day_the_definitive_value_comes(
    on: str, amount: str, difference: str | None
) -> None:
    found = paid(OPI, on=on, indices=iop.OPI)[1]
    assert amount == str(found.amount)
    if difference is None:
        assert found.true_up is None
    else:
        assert found.true_up is not None
        assert ("718900", difference) == (
            str(found.true_up.before),
            str(found.true_up.difference),
        )
        assert [("hyra", Decimal(1200)), ("personal", Decimal(900))] == [
            (one.id, one.amount) for one in found.true_up.split
        ]


def test_a_clause_that_settles_nothing_lets_the_preliminary_value_stand() -> None:
    clause = iop.IndexClause("OPI", "2020-01-01", true_up=False)
    found = paid(attrs.evolve(OPI, indexation=[clause]), on="2020-12-16", indices=iop.OPI)[1]
    assert ("718900", None, True) == (str(found.amount), found.true_up, found.provisional)


def test_what_was_not_known_on_the_last_day_counts_once_it_is() -> None:
    """Nothing was published by then: there is nothing to stand, and nothing to settle."""
    late = [iop.Observation("OPI", 2020, 3, status="definitive", published="2020-03-01")]
    for true_up in (True, False, iop.UNKNOWN):
        clause = iop.IndexClause("OPI", "2020-01-01", true_up=true_up)
        terms = attrs.evolve(OPI, indexation=[clause])
        assert ["no-observation"] == reasons(paid(terms, on="2020-02-29", indices=late)[1])
        found = paid(terms, on="2020-03-01", indices=late)[1]
        assert ("721000", None) == (str(found.amount), found.true_up)


def test_too_much_may_have_been_paid() -> None:
    given = [
        iop.Observation("OPI", 2020, 3, status="preliminary", published="2019-12-16"),
        iop.Observation("OPI", 2020, "2.7", status="definitive", published="2020-12-16"),
    ]
    found = paid(OPI, on="2020-12-16", indices=given)[1]
    assert found.true_up is not None
    assert Decimal(-2100) == found.true_up.difference
    assert [-1200, -900] == [one.amount for one in found.true_up.split]
