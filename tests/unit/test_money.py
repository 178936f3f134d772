"""What is paid, when, to whom and how much: worked out by hand from the papers."""

from __future__ import annotations

import decimal
import typing
from collections.abc import Iterable
from decimal import Decimal

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.terms import added, public_cash

SON = iop.Source("SON 2021-404", "§ 12")
EARLY = iop.IndexClause("OPI", "2022-07-01", source=SON)
LATE = iop.IndexClause("OPI", "2022-10-01", source=SON)


def agreement(terms: iop.Terms, seen: str | iop.Unknown = iop.UNKNOWN) -> iop.Agreement:
    """In force since its first day, by a register entry."""
    first = terms.first_day
    assert isinstance(first, iop.Stated)
    entered = iop.Entered(first.days[0], state="active", seen=seen)
    return iop.Agreement("a-1", terms, (entered,))


STADSMISSIONEN = iop.Terms(
    kind="iop",
    parties=[
        iop.Party("linkoping", "Linköpings kommun", sector="public"),
        iop.Party("stadsmissionen", "Linköpings Stadsmission", sector="civil"),
        iop.Party("domkyrkopastoratet", "Linköpings Domkyrkopastorat", sector="civil"),
    ],
    first_day="2021-10-01",
    last_day="2023-09-30",
    total=2_150_000,
    contributions=[
        iop.Contribution("linkoping", 1_000_000, form="cash"),
        iop.Contribution("stadsmissionen", 700_000, form="in_kind"),
        iop.Contribution("domkyrkopastoratet", 450_000, form="in_kind"),
    ],
    disbursements=[
        iop.Disbursement("stadsmissionen", 700_000, source=SON),
        iop.Disbursement("domkyrkopastoratet", 300_000, source=SON),
    ],
    payments=iop.PaymentPlan(iop.InMonths([7]), source=SON),
    indexation=[EARLY, LATE],
)
"""S1:116-200; payments "en gång per år i juli månad", and two days for the index."""

SION = iop.Terms(
    kind="iop",
    parties=[
        iop.Party("linkoping", "Linköpings kommun", sector="public"),
        iop.Party("sion", "Sionförsamlingen i Linköping", sector="civil"),
        iop.Party("iogt", "IOGT-NTO", sector="civil"),
    ],
    first_day="2018-01-01",
    last_day="2020-12-31",
    total=2_400_000,
    contributions=[
        iop.Contribution("linkoping", 700_000, form="cash"),
        iop.Contribution("iogt", 470_000),
        iop.Contribution("sion", 1_230_000),
    ],
    disbursements=[iop.Disbursement("sion", 400_000), iop.Disbursement("iogt", 300_000)],
    payments=iop.PaymentPlan(iop.InMonths([1])),
    indexation=[iop.IndexClause("OPI", "2019-01-01")],
)
"""S2:45, S3:18; payments "i januari månad en gång per/år"."""

SMALL = attrs.evolve(SION, indexation=iop.ABSENT)
"""A plan to change: three years, no index."""


def paid(
    terms: iop.Terms, on: str = "2020-12-31", indices: Iterable[iop.Observation] = iop.OPI
) -> tuple[iop.Payment, ...]:
    return agreement(terms).payments(on, indices=indices)


def amounts(payments: Iterable[iop.Payment]) -> list[str]:
    return [str(one.amount) for one in payments]


def shares(payments: Iterable[iop.Payment]) -> list[list[str]]:
    return [[str(share.amount) for share in one.split] for one in payments]


def reasons(payment: iop.Payment) -> list[str]:
    return [one.code for one in payment.reasons]


# --- the papers --------------------------------------------------------------------------


def test_stadsmissionen_is_paid_in_july_twice() -> None:
    found = agreement(STADSMISSIONEN).payments("2021-10-01")
    assert [
        (1, Date(2022, 7, 1), Date(2022, 7, 31), Decimal(1_000_000)),
        (2, Date(2023, 7, 1), Date(2023, 7, 31), Decimal(1_000_000)),
    ] == [(one.ordinal, one.first, one.last, one.nominal) for one in found]


def test_two_index_clauses_that_disagree_block_the_amounts_and_not_the_nominal_ones() -> None:
    found = paid(STADSMISSIONEN, "2023-09-30")
    assert ["unknown", "unknown"] == amounts(found)
    assert [["index-conflict"], ["index-conflict"]] == [reasons(one) for one in found]
    assert [[Decimal(700_000), Decimal(300_000)]] * 2 == [
        [share.nominal for share in one.split] for one in found
    ]
    assert [["unknown", "unknown"]] * 2 == shares(found)
    assert [(), ()] == [one.steps for one in found]


@pytest.mark.parametrize(
    ("reading", "expected"),
    [("2022-07-01", ["1019000", "1065874"]), ("2022-10-01", ["1000000", "1019000"])],
)
def test_until_it_is_resolved_which_is_meant(reading: str, expected: list[str]) -> None:
    resolved = agreement(STADSMISSIONEN).record(
        iop.Resolved("2023-05-08", by="linkoping", what="indexation", reading=reading)
    )
    found = resolved.payments("2023-09-30", indices=iop.OPI)
    assert expected == amounts(found)
    assert [(), ()] == [one.reasons for one in found]
    assert [one.amount for one in found] == [
        sum(share.amount for share in one.split if isinstance(share.amount, Decimal))
        for one in found
    ]


def test_the_sum_that_hangs_on_it() -> None:
    """65 874 SEK between the two readings of one paragraph."""
    sums = []
    for clause in (EARLY, LATE):
        one_clause = attrs.evolve(STADSMISSIONEN, indexation=[clause])
        found = [one.amount for one in paid(one_clause, "2023-09-30")]
        sums.append(sum(one for one in found if isinstance(one, Decimal)))
    assert [2_084_874, 2_019_000] == sums


def test_sion_and_iogt_by_the_definitive_values() -> None:
    found = paid(SION)
    assert ["700000", "718900", "740467"] == amounts(found)
    assert [["400000", "300000"], ["410800", "308100"], ["423124", "317343"]] == shares(found)
    assert [("sion", "sion"), ("iogt", "iogt")] == [(one.id, one.to) for one in found[2].split]
    assert [False] * 3 == [one.provisional for one in found]
    assert [False] * 3 == [one.undated for one in found]


def test_the_payment_of_january_2020_was_due_before_its_value_was_settled() -> None:
    """Preliminary 2.7 on 2019-12-16: 718 900 × 1.027 = 738 310.3; definitive 3.0."""
    found = paid(SION, "2020-01-31")
    assert ["700000", "718900", "738310"] == amounts(found)
    assert [False, False, True] == [one.provisional for one in found]
    settled = paid(SION, "2020-12-31")
    assert ["700000", "718900", "740467"] == amounts(settled)
    assert [False, False, False] == [one.provisional for one in settled]


def test_a_value_that_is_published_and_nobody_has_read_leaves_the_amount_unknown() -> None:
    unread = iop.Observation("OPI", 2020, iop.UNKNOWN, status="preliminary", published="2019-12-16")
    others = [one for one in iop.OPI if (one.year, one.status) != (2020, "preliminary")]
    found = paid(SION, "2020-01-31", (*others, unread))
    assert ["700000", "718900", "unknown"] == amounts(found)
    assert ["observation-unread"] == reasons(found[2])
    assert [2019] == [step.year for step in found[2].steps]


def test_a_preliminary_value_counts_until_the_definitive_is_published() -> None:
    one_clause = attrs.evolve(STADSMISSIONEN, indexation=[EARLY])
    before, after = (paid(one_clause, on)[1] for on in ("2023-04-18", "2023-04-19"))
    assert ["1054665", "1065874"] == amounts([before, after])
    assert [True, False] == [before.provisional, after.provisional]


def test_an_amount_says_where_its_values_are_published_and_whether_nobody_knows_when() -> None:
    one_clause = attrs.evolve(STADSMISSIONEN, indexation=[EARLY])
    first, second = paid(one_clause, "2023-09-30")
    assert [True, True] == [first.undated, second.undated]
    assert [(2022, "1.9", "unknown"), (2023, "4.6", "2023-04-19")] == [
        (step.year, str(step.percent), str(step.published)) for step in second.steps
    ]
    assert [
        SON,
        *(step.source for step in second.steps),
        iop.Source("ioplife default", "unverified"),
    ] == list(second.sources)


# --- what nobody knows -------------------------------------------------------------------


def test_a_step_whose_value_is_not_published_by_the_day_leaves_the_amount_unknown() -> None:
    """Never the last one that was known: 2021 is not 2020's."""
    longer = attrs.evolve(SION, last_day="2024-12-31")
    found = paid(longer, "2026-01-01")
    assert ["unknown"] == amounts(found[6:])
    assert ["no-observation"] == reasons(found[6])
    assert (("index", "OPI"), ("years", (2024,))) == found[6].reasons[0].facts
    assert [2019, 2020, 2021, 2022, 2023] == [step.year for step in found[6].steps]


def test_nothing_is_known_of_an_index_that_nobody_gives() -> None:
    found = paid(SION, indices=())
    assert ["700000", "unknown", "unknown"] == amounts(found)
    assert (("index", "OPI"), ("years", (2019, 2020))) == found[2].reasons[0].facts


def test_values_that_differ_are_told_and_none_is_chosen() -> None:
    twice = [iop.Observation("OPI", 2019, text, status="definitive") for text in ("2.7", "2.8")]
    found = paid(SION, indices=twice)
    assert [[], ["observations-disagree"], ["no-observation", "observations-disagree"]] == [
        reasons(one) for one in found
    ]


def test_an_index_clause_that_nobody_has_read_leaves_the_amount_unknown() -> None:
    found = paid(attrs.evolve(SION, indexation=iop.UNKNOWN))
    assert ["unknown"] * 3 == amounts(found)
    assert [["indexation-unread"]] * 3 == [reasons(one) for one in found]
    assert [Decimal(700_000)] * 3 == [one.nominal for one in found]


@pytest.mark.parametrize("none", [iop.ABSENT, ()])
def test_without_an_index_the_amount_is_the_nominal(none: iop.Absent | tuple[()]) -> None:
    found = paid(attrs.evolve(SION, indexation=none), indices=())
    assert ["700000"] * 3 == amounts(found)
    assert [()] * 3 == [one.sources for one in found]


def test_two_clauses_that_say_the_same_are_no_conflict() -> None:
    twice = [iop.IndexClause("OPI", "2019-01-01"), iop.IndexClause("OPI", "2019-01-01", text="x")]
    assert amounts(paid(SION)) == amounts(paid(attrs.evolve(SION, indexation=twice)))


def test_disbursements_that_nobody_has_read() -> None:
    found = paid(attrs.evolve(SION, disbursements=iop.UNKNOWN))
    assert [(iop.UNKNOWN, iop.UNKNOWN, ())] * 3 == [
        (one.nominal, one.amount, one.split) for one in found
    ]
    assert ["disbursements-unread"] == reasons(found[0])


@pytest.mark.parametrize("amount", [iop.UNKNOWN, iop.StatedSum([iop.Sum(1), iop.Sum(2)])])
def test_a_disbursement_that_is_unknown_or_in_conflict(amount: iop.StatedSum | iop.Unknown) -> None:
    lines = [iop.Disbursement("sion", 400_000), iop.Disbursement("iogt", amount)]
    found = paid(attrs.evolve(SION, disbursements=lines, indexation=iop.UNKNOWN))
    assert ["disbursement-unclear", "indexation-unread"] == reasons(found[0])
    assert (("disbursements", ("iogt",)),) == found[0].reasons[0].facts
    assert [(iop.UNKNOWN, iop.UNKNOWN)] * 2 == [
        (share.nominal, share.amount) for share in found[0].split
    ]


def test_nothing_disbursed_is_nothing_paid() -> None:
    found = paid(attrs.evolve(SION, disbursements=()))
    assert [(Decimal(0), Decimal(0), ())] * 3 == [
        (one.nominal, one.amount, one.split) for one in found
    ]
    zero = [iop.Disbursement("sion", 0), iop.Disbursement("iogt", 0)]
    assert [["0", "0"]] * 3 == shares(paid(attrs.evolve(SION, disbursements=zero)))


@pytest.mark.parametrize(
    "change",
    [
        {"payments": iop.ABSENT},
        {"payments": iop.UNKNOWN},
        {"first_day": iop.Stated([iop.Reading("2018-01-01"), iop.Reading("2018-02-01")])},
    ],
)
def test_there_is_no_payment_where_nothing_tells_when(change: dict[str, object]) -> None:
    terms = attrs.evolve(SION, **change)  # type: ignore[arg-type] # any field's value
    assert () == paid(terms)


def test_there_is_none_before_the_signatures() -> None:
    assert () == iop.Agreement("a-1", SION).payments("2018-06-01", indices=iop.OPI)
    assert () == agreement(SION).payments("2017-12-31", indices=iop.OPI)


# --- days --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "expected"), [("2019-01-31", "718900"), ("2019-02-01", "700000")]
)
def test_a_step_counts_up_to_the_last_day_of_the_window(first: str, expected: str) -> None:
    found = paid(attrs.evolve(SION, indexation=[iop.IndexClause("OPI", first)]))
    assert expected == str(found[1].amount)


def test_the_years_of_the_steps_are_their_own() -> None:
    """From 2018-12-31: in January 2020 those of 2018 and 2019 count, 2.6 % and 2.7 %."""
    found = paid(attrs.evolve(SION, indexation=[iop.IndexClause("OPI", "2018-12-31")]))[2]
    assert [("2018-12-31", 2018), ("2019-12-31", 2019)] == [
        (str(step.day), step.year) for step in found.steps
    ]
    assert Decimal(737_591) == found.amount  # 700 000 × 1.026 × 1.027 = 737 591.4


def test_a_step_of_a_leap_day_is_clamped_from_the_first() -> None:
    leap = iop.IndexClause("X", "2020-02-29")
    terms = attrs.evolve(
        SMALL,
        last_day="2024-12-31",
        payments=iop.PaymentPlan(iop.InMonths([2])),
        indexation=[leap],
    )
    given = [iop.Observation("X", year, 10, status="definitive") for year in range(2020, 2025)]
    days = [str(step.day) for step in paid(terms, "2025-01-01", given)[-1].steps]
    assert ["2020-02-29", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29"] == days


def test_how_far_each_payment_has_come() -> None:
    entered = agreement(SION, seen="2019-11-15")
    done = entered.record(iop.Fulfilled("2020-01-20", by="linkoping", duty="payment"))
    assert ["unrecorded", "unrecorded", "fulfilled"] == [
        one.progress.value for one in done.payments("2020-02-01")
    ]
    assert ["unrecorded", "unrecorded", "overdue"] == [
        one.progress.value for one in entered.payments("2020-02-01")
    ]
    assert ["coming"] == [one.progress.value for one in entered.payments("2019-12-31")[2:]]


def test_a_payment_whose_month_was_over_before_it_began_keeps_its_month() -> None:
    """Signed in August 2018, it owes January's at once: the first of two, a krona more."""
    terms = attrs.evolve(
        SMALL,
        payments=iop.PaymentPlan(iop.InMonths([1, 7])),
        disbursements=[iop.Disbursement("sion", 1_001)],
    )
    late = iop.Agreement("a-1", terms).record(
        iop.Initiated("2017-08-01", by="sion"),
        iop.Proposed("2017-09-01", to="linkoping"),
        iop.Approved("2017-10-01", by="linkoping"),
        *(iop.Signed("2018-08-15", by=party) for party in ("linkoping", "sion", "iogt")),
    )
    found = late.payments("2018-12-31")
    assert [
        ("2018-08-15", "501"),
        ("2018-08-15", "500"),
        ("2019-01-31", "501"),
        ("2019-07-31", "500"),
    ] == [(str(one.last), str(one.amount)) for one in found][:4]


# --- what does not divide evenly ---------------------------------------------------------


def in_months(months: list[int], *sums: int | str) -> list[list[str]]:
    """A year's shares, month by month, of one disbursement or more."""
    lines = [iop.Disbursement("sion", one, id=f"line-{n}") for n, one in enumerate(sums)]
    terms = attrs.evolve(SMALL, disbursements=lines, payments=iop.PaymentPlan(iop.InMonths(months)))
    found = paid(terms)[: len(months)]
    return [[*amounts([one]), *shares([one])[0]] for one in found]


def test_a_year_is_shared_evenly_and_the_first_months_take_what_is_over() -> None:
    assert [["334", "334"], ["333", "333"], ["333", "333"]] == in_months([1, 5, 9], 1_000)
    assert [["334", "334"], ["334", "334"], ["333", "333"]] == in_months([1, 5, 9], 1_001)


def test_what_is_over_of_a_payment_goes_to_the_largest_remainder_then_the_first() -> None:
    assert [["1", "0", "1"], ["1", "0", "1"]] == in_months([1, 7], "0", 2)
    assert [["2", "1", "1"], ["1", "0", "1"]] == in_months([1, 7], 1, 2)
    assert [["1", "1", "0", "0"], ["1", "1", "0", "0"], ["1", "1", "0", "0"]] == in_months(
        [1, 5, 9], 1, 1, 1
    )


def test_ore_that_a_paper_gives_are_kept_where_no_index_has_changed_it() -> None:
    assert [["1000.51", "500.50", "500.01"]] == in_months([1], "500.50", "500.01")
    assert [["1000", "500.50", "499.50"]] == in_months([1], "500.50", "499.50")
    assert [["0.51", "0.51"], ["0.50", "0.50"]] == in_months([1, 7], "1.01")


@pytest.mark.parametrize(
    ("percent", "expected"),
    [("0", "1000.50"), ("0.0001", "1001"), ("0.05", "1001"), ("-0.06", "1000")],
)
def test_an_index_that_changes_it_rounds_it_to_the_krona(percent: str, expected: str) -> None:
    """1000.50 × 1.0005 = 1001.00025; × 0.9994 = 999.8997."""
    lines = [iop.Disbursement("sion", "1000.50")]
    terms = attrs.evolve(
        SMALL, disbursements=lines, indexation=[iop.IndexClause("X", "2018-01-01")]
    )
    given = [iop.Observation("X", 2018, percent, status="definitive")]
    assert [expected] == amounts(paid(terms, indices=given)[:1])


def test_and_splits_it_in_whole_kronor() -> None:
    lines = [iop.Disbursement("sion", "500.50"), iop.Disbursement("iogt", "500.50")]
    clause = [iop.IndexClause("X", "2018-01-01")]
    terms = attrs.evolve(SMALL, disbursements=lines, indexation=clause)
    given = [iop.Observation("X", 2018, 10, status="definitive")]
    assert [["551", "550"]] == shares(paid(terms, indices=given)[:1])


@pytest.mark.parametrize(("percent", "expected"), [("50", "2"), ("49.9999", "1"), ("-50", "1")])
def test_half_a_krona_is_rounded_up(percent: str, expected: str) -> None:
    terms = attrs.evolve(
        SMALL,
        disbursements=[iop.Disbursement("sion", 1)],
        indexation=[iop.IndexClause("X", "2018-01-01")],
    )
    given = [iop.Observation("X", 2018, percent, status="definitive")]
    assert [expected] == amounts(paid(terms, indices=given)[:1])


def test_steps_up_and_down_again_leave_what_the_paper_gives() -> None:
    terms = attrs.evolve(
        SMALL,
        disbursements=[iop.Disbursement("sion", "1000.50"), iop.Disbursement("iogt", "0.01")],
        indexation=[iop.IndexClause("X", "2018-01-01")],
    )
    given = [
        iop.Observation("X", year, text, status="definitive")
        for year, text in ((2018, "25"), (2019, "-20"))
    ]
    found = paid(terms, indices=given)[1]
    assert [["1000.51"], [["1000.50", "0.01"]]] == [amounts([found]), shares([found])]


PAIR = (("sion", 1_001), ("iogt", 1_000))


def test_no_context_of_a_host_changes_an_amount() -> None:
    expected = amounts(paid(SION))
    with decimal.localcontext(decimal.Context(prec=3, rounding=decimal.ROUND_DOWN)):
        assert expected == amounts(paid(SION))
        assert Decimal("29.2") == agreement(SION).public_share("2018-01-01")
        assert Decimal(2_001) == added([iop.Disbursement(one, n) for one, n in PAIR])


def test_what_is_given_as_an_index_is_an_observation() -> None:
    with pytest.raises(iop.BadValue, match="indices: must hold values of Observation"):
        agreement(SION).payments("2018-01-01", indices=["OPI"])  # type: ignore[list-item]


# --- the share of the public party -------------------------------------------------------


def share(part: int, total: int) -> Decimal | iop.Unknown:
    terms = iop.Terms(
        parties=[iop.Party("town", "Town", sector="public")],
        total=total,
        contributions=[iop.Contribution("town", part)],
    )
    return iop.Agreement("a-1", terms).public_share("2020-02-29")


@pytest.mark.parametrize(
    ("part", "total", "expected"),
    [
        (1_100_000, 2_080_500, "52.9"),
        (590_000, 897_626, "65.7"),
        (1_150_000, 1_791_200, "64.2"),
        (230_000, 454_000, "50.7"),
        (600_000, 1_077_600, "55.7"),
        (3_670_000, 6_300_926, "58.2"),
        (1, 2_000, "0.1"),
        (0, 1, "0.0"),
    ],
)
def test_the_share_of_the_public_party(part: int, total: int, expected: str) -> None:
    """S4:41-54, the five partnerships of arbetsmarknadsnämnden and their sum."""
    assert expected == str(share(part, total))


def test_of_the_two_partnerships_that_were_read() -> None:
    assert Decimal("46.5") == agreement(STADSMISSIONEN).public_share("2021-10-01")
    assert Decimal("29.2") == agreement(SION).public_share("2018-01-01")


@pytest.mark.parametrize(
    "change",
    [
        {"total": iop.UNKNOWN},
        {"total": 0},
        {"contributions": iop.UNKNOWN},
        {"contributions": [iop.Contribution("linkoping", iop.UNKNOWN)]},
        {"parties": iop.UNKNOWN},
        {
            "parties": [
                iop.Party("linkoping", "L", sector="public"),
                iop.Party("sion", "S"),
                iop.Party("iogt", "I", sector="civil"),
            ]
        },
    ],
)
def test_is_unknown_where_a_part_of_it_is(change: dict[str, object]) -> None:
    terms = attrs.evolve(SION, **change)  # type: ignore[arg-type] # any field's value
    assert iop.UNKNOWN is agreement(terms).public_share("2018-01-01")


def test_what_it_puts_in_counts_in_cash_and_in_kind_but_only_cash_is_cash() -> None:
    lines = [
        iop.Contribution("linkoping", 10, form="cash"),
        iop.Contribution("linkoping", 20, form="in_kind", id="rooms"),
        iop.Contribution("iogt", 70),
    ]
    terms = attrs.evolve(SION, contributions=lines, total=100)
    assert Decimal("30.0") == agreement(terms).public_share("2018-01-01")
    assert Decimal(10) == public_cash(terms)
    unread = [*lines, iop.Contribution("linkoping", 5, id="more")]
    assert iop.UNKNOWN is public_cash(attrs.evolve(terms, contributions=unread))
    assert iop.UNKNOWN is public_cash(attrs.evolve(terms, contributions=iop.UNKNOWN))


# --- plans side by side ------------------------------------------------------------------

RENT: typing.Final = iop.PaymentPlan(iop.InMonths([1, 7]), label="hyra", pays="sion")
STAFF: typing.Final = iop.PaymentPlan(iop.InMonths([3]), label="personal", pays=["iogt"])
STREAMS: typing.Final = attrs.evolve(SMALL, payments=[RENT, STAFF])


def test_each_plan_pays_its_own_disbursements_and_numbers_its_own_payments() -> None:
    found = paid(STREAMS)
    assert [
        ("payment:hyra", 1, "2018-01-31", "200000", ["sion"]),
        ("payment:hyra", 2, "2018-07-31", "200000", ["sion"]),
        ("payment:hyra", 3, "2019-01-31", "200000", ["sion"]),
        ("payment:hyra", 4, "2019-07-31", "200000", ["sion"]),
        ("payment:hyra", 5, "2020-01-31", "200000", ["sion"]),
        ("payment:hyra", 6, "2020-07-31", "200000", ["sion"]),
        ("payment:personal", 1, "2018-03-31", "300000", ["iogt"]),
        ("payment:personal", 2, "2019-03-31", "300000", ["iogt"]),
        ("payment:personal", 3, "2020-03-31", "300000", ["iogt"]),
    ] == [
        (one.duty, one.ordinal, str(one.last), str(one.amount), [share.id for share in one.split])
        for one in found
    ]


def test_a_plan_that_pays_what_is_clear_does_not_wait_for_what_is_not() -> None:
    lines = [iop.Disbursement("sion", 400_000), iop.Disbursement("iogt", iop.UNKNOWN)]
    found = paid(attrs.evolve(STREAMS, disbursements=lines))
    assert ["200000"] * 6 + ["unknown"] * 3 == amounts(found)
    assert ["disbursement-unclear"] == reasons(found[-1])


def test_a_flag_and_a_key_name_the_plan() -> None:
    flags = {one.key: one for one in iop.flag([agreement(STREAMS)], "2018-06-30", within="P2M")}
    due = flags["a-1/payment-due/payment:hyra#2"]
    assert "payment no. 2 (hyra), of 200 000 SEK, is to be made by 2018-07-31, in 31 days" == (
        due.text("en")
    )
    assert "utbetalning nr 1 (personal), på 300 000 kr, skulle ha gjorts senast" in flags[
        "a-1/payment-overdue/payment:personal#1"
    ].text("sv")


def test_a_payment_is_fulfilled_by_the_id_of_its_plan() -> None:
    done = agreement(STREAMS).record(
        iop.Fulfilled("2018-01-20", by="linkoping", duty="payment:hyra"),
        iop.Fulfilled("2018-03-20", by="linkoping", duty="payment:personal"),
    )
    progress = {(one.duty, one.ordinal): str(one.progress) for one in done.payments("2018-04-01")}
    assert ("fulfilled", "coming") == (
        progress["payment:hyra", 1],
        progress["payment:hyra", 2],
    )
    assert "fulfilled" == progress["payment:personal", 1]


def test_a_plan_alone_is_a_row_of_one() -> None:
    plan = iop.PaymentPlan(iop.InMonths([1]))
    assert (plan,) == iop.Terms(payments=plan).payments
    assert iop.Terms(payments=[plan]) == iop.Terms(payments=plan)
    assert () == iop.Terms(payments=()).plans == iop.Terms().plans
