"""Payment plans, index clauses and what is paid back, in a document."""

from typing import Any

import pytest

from ioplife.dates import Period
from ioplife.documents import dump_terms, load_terms
from ioplife.duties import Every, Fixed, InMonths, Once, PerWindow
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Contribution,
    Disbursement,
    FirstDays,
    IndexClause,
    OnDay,
    PaymentPlan,
    Repayment,
    Rounding,
    Terms,
)
from tests.documents.test_owed import PAPER, terms, wrong

CADENCE = (
    "must have months, or day, or days and every, or times and every, or length, or spans, or by"
)


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        ("{ months = [7] }", InMonths([7])),
        ("{ day = 25 }", OnDay(25)),
        ("{ day = 31, in_months = [1, 7] }", OnDay(31, in_months=[1, 7])),
        ('{ days = 7, every = "P3M" }', FirstDays(7, "P3M")),
        ('{ days = 7, every = "P4M", calendar = false }', FirstDays(7, "P4M", calendar=False)),
        ('{ times = 2, every = "P1Y" }', PerWindow(2, "P1Y")),
        ('{ length = "P18M" }', Every("P18M")),
        ('{ by = "2024-03-31" }', Once("2024-03-31")),
        (
            '{ spans = [{ first = "2024-03-01", last = "2024-03-31" }] }',
            Fixed([Period("2024-03-01", "2024-03-31")]),
        ),
    ],
)
def test_how_often_it_is_paid(cadence: str, expected: Any) -> None:  # noqa: ANN401 - a cadence
    given = terms(f"[payments]\ncadence = {cadence}")

    assert (PaymentPlan(expected),) == given.payments
    assert given == load_terms(dump_terms(given))


def test_every_key_of_a_plan() -> None:
    given = terms(
        """
        [[payments]]
        cadence = { months = [1, 4, 7, 10] }
        label = "hyra"
        pays = "lokal"
        timing = "advance"
        calendar = true
        stub = "prorate"
        by = "days"
        who = "son"
        first = 2024-02-01
        last = 2025-12-31
        on_extension = "stop"
        text = "kvartalsvis i förskott"
        source = "§ 12"
        [[payments]]
        cadence = { day = 25 }
        pays = ["personal", "material"]
        """
    )

    assert (
        PaymentPlan(
            InMonths([1, 4, 7, 10]),
            label="hyra",
            pays=["lokal"],
            timing="advance",
            calendar=True,
            stub="prorate",
            by="days",
            who=["son"],
            first="2024-02-01",
            last="2025-12-31",
            on_extension="stop",
            text="kvartalsvis i förskott",
            source=PAPER,
        ),
        PaymentPlan(OnDay(25), pays=["personal", "material"]),
    ) == given.payments
    assert given == load_terms(dump_terms(given))


def test_a_plan_alone_is_written_without_a_list() -> None:
    one, two = "[payments]\ncadence = { months = [7] }", "[[payments]]\ncadence = { day = 1 }\n"
    assert {"cadence": {"months": [7]}} == dump_terms(terms(one))["payments"]
    assert terms(one) == terms(one.replace("[payments]", "[[payments]]"))
    both = terms(two + two + 'label = "a"')
    assert [{"cadence": {"day": 1}}, {"cadence": {"day": 1}, "label": "a"}] == (
        dump_terms(both)["payments"]
    )


@pytest.mark.parametrize(
    ("plan", "mistakes"),
    [
        ("cadence = { day = 32 }", [
            "3: payments.cadence.day: must be a day of the month, 1 to 31, not 32"
        ]),
        ("cadence = { months = [13] }", [
            "3: payments.cadence.months: must be a month, 1 to 12, not 13"
        ]),
        ("cadence = {}", [
            f"3: payments.cadence: {CADENCE}"
        ]),
        ("cadence = { months = [7] }\ntiming = 1\nby = 2", [
            "4: payments.timing: must be one of advance, arrears, not 1",
            "5: payments.by: must be one of days, months, not 2",
        ]),
        ('cadence = { months = [7] }\nstub = "keep"', [
            ("4: payments.stub: must be left out: what a payment pays for cannot be told, not"
            " 'keep'")
        ]),
        ("cadence = { months = [7] }\nfirst = 2024-02-01\nlast = 2024-01-31", [
            "5: payments.last: must not be before the first day, 2024-02-01, not '2024-01-31'"
        ]),
    ],
)  # fmt: skip
def test_a_mistake_in_a_plan_has_its_place(plan: str, mistakes: list[str]) -> None:
    assert mistakes == wrong(f"[payments]\n{plan}")


def test_every_key_of_an_index_clause() -> None:
    given = terms(
        """
        [[indexation]]
        index = "AKI"
        first = 2024-01-01
        of = "personal"
        share = 80
        lag = 2
        vintage = 10
        rounding = { to = 100, way = "down", each = "year" }
        steps_on = "renewal"
        last = 2026-01-01
        true_up = false
        text = "80 % av AKI"
        source = "§ 12"
        """
    )

    assert (
        IndexClause(
            "AKI",
            "2024-01-01",
            of=["personal"],
            share=80,
            lag=2,
            vintage=10,
            rounding=Rounding(100, way="down", each="year"),
            steps_on="renewal",
            last="2026-01-01",
            true_up=False,
            text="80 % av AKI",
            source=PAPER,
        ),
    ) == given.indexation
    assert given == load_terms(dump_terms(given))


@pytest.mark.parametrize(
    ("line", "mistake"),
    [
        ("share = 0", "share: must be percent, more than 0 and at most 100, not 0"),
        ("share = 100.5", "share: must be a whole number or decimal text, no float, not 100.5"),
        ("lag = -1", "lag: must be a whole number of 0 or more, not -1"),
        ("vintage = 13", "vintage: must be a month, 1 to 12, not 13"),
        (
            "rounding = { to = 50 }",
            "rounding.to: must be one of 0.01, 0.1, 1, 10, 100, 1000, 10000 SEK, not 50",
        ),
        (
            "last = 2023-12-31",
            "last: must not be before the first day, 2024-01-01, not '2023-12-31'",
        ),
    ],
)
def test_a_mistake_in_an_index_clause_has_its_place(line: str, mistake: str) -> None:
    clause = f'[[indexation]]\nindex = "AKI"\nfirst = 2024-01-01\n{line}'
    assert [f"5: indexation[0].{mistake}"] == wrong(clause)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('repayment = { by = "days" }', Repayment("days")),
        ('repayment = { by = "months", source = "§ 12" }', Repayment("months", source=PAPER)),
        ("repayment = {}", Repayment()),
        ("repayment = { absent = true }", ABSENT),
        ("repayment = { unknown = true }", UNKNOWN),
    ],
)
def test_what_is_paid_back(text: str, expected: Any) -> None:  # noqa: ANN401 - a clause
    given = terms(text)

    assert Terms(repayment=expected) == given
    assert given == load_terms(dump_terms(given))


def test_a_line_of_a_ledger_may_have_days_of_its_own() -> None:
    given = terms(
        """
        [[disbursements]]
        to = "f"
        amount = 1
        last = 2024-12-31
        [[contributions]]
        party = "k"
        amount = 1
        first = 2025-01-01
        """
    )

    assert (Disbursement("f", 1, last="2024-12-31"),) == given.disbursements
    assert (Contribution("k", 1, first="2025-01-01"),) == given.contributions
    assert given == load_terms(dump_terms(given))
