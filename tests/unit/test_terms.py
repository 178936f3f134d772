"""What the terms work out by themselves: readings, who acts for whom, what is settled."""

from __future__ import annotations

from decimal import Decimal

import pytest

import ioplife as iop
from ioplife.agreement import Agreement
from ioplife.dates import Period
from ioplife.errors import BadValue
from ioplife.sources import Source
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    UNLIMITED,
    Absent,
    AutomaticRenewal,
    Body,
    Breach,
    Contribution,
    Disbursement,
    Edge,
    Notice,
    NoticeEnd,
    Party,
    Precision,
    Reading,
    RenewalOption,
    Stated,
    StatedSum,
    Sum,
    Terms,
    Unknown,
)

PAPER = Source("SON 2021-404", "§ 3")
MEMO = Source("SON 2021-404, memo", "p. 2")
TOWN = Party(
    "town",
    "Town",
    sector="public",
    bodies=[
        Body("board", "Board", kind="board", period=Period("2018-01-01", "2020-12-31")),
        Body("office", "Office", kind="administration"),
        Body("board", "The board renamed", kind="board", period=Period("2021-01-01")),
    ],
)
MISSION = Party("mission", "Mission", sector="civil")


def last_days(terms: Terms) -> list[str]:
    return [reading.day.isoformat() for reading in terms.last_readings]


# --- what a paper states ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text", "day"),
    [
        ("first_day", "2021-07", "2021-07-01"),
        ("last_day", "2021-07", "2021-07-31"),
        ("last_day", "2020-12", "2020-12-31"),
        ("last_day", "2022-06", "2022-06-30"),
        ("first_day", "2024-02", "2024-02-01"),
        ("last_day", "2024-02", "2024-02-29"),
        ("last_day", "2023-02", "2023-02-28"),
    ],
)
def test_a_month_is_read_to_its_edge(field: str, text: str, day: str) -> None:
    terms = Terms(**{field: text})  # type: ignore[arg-type] # one of the two
    (reading,) = terms.first_readings + terms.last_readings

    assert (day, Precision.MONTH) == (reading.day.isoformat(), reading.precision)


def test_a_day_is_read_to_the_day() -> None:
    (reading,) = Terms(last_day="2021-07-15").last_readings

    assert Reading("2021-07-15", precision="day") == reading


def test_a_reading_keeps_the_words_and_the_source() -> None:
    reading = Reading.at("2021-07", Edge.LAST, text="juli 2021", source=PAPER)

    assert Reading("2021-07-31", precision="month", text="juli 2021", source=PAPER) == reading


def test_words_without_a_reading_are_none() -> None:
    terms = Terms(last_day=Stated(text="senast våren 2020"))

    assert () == terms.last_readings
    assert () == Stated(text="senast våren 2020").days


def test_a_stated_day_says_which_days_differ() -> None:
    stated = Stated([Reading("2023-09-30"), Reading("2023-06-30"), Reading("2023-09-30", text="x")])

    assert ["2023-06-30", "2023-09-30"] == [day.isoformat() for day in stated.days]
    assert 3 == len(stated.readings)


def test_however_many_days_are_read_the_earliest_comes_first() -> None:
    stated = Stated([Reading(f"2023-09-{number:02}") for number in range(30, 0, -3)])
    terms = Terms(first_day=stated, last_day=stated)
    sorted_days = tuple(Reading(f"2023-09-{number:02}").day for number in range(3, 31, 3))

    assert sorted_days == stated.days == terms.first_days == terms.last_days
    assert Reading("2023-10-01").day == terms.day_after
    assert None is Terms(first_day=stated).day_after


@pytest.mark.parametrize("nothing", [UNKNOWN, ABSENT, Absent(PAPER), Stated()])
def test_nothing_stated_has_no_reading(nothing: Stated | Absent | Unknown) -> None:
    terms = Terms(first_day=nothing, last_day=nothing)

    assert ((), ()) == (terms.first_readings, terms.last_readings)
    assert ((), ()) == (terms.first_days, terms.last_days)


def test_readings_keep_the_order_they_are_stated_in() -> None:
    later, sooner = Reading("2023-09-30"), Reading("2023-06-30")
    terms = Terms(first_day=Stated([later, sooner]), last_day=Stated([later, sooner]))

    assert (later, sooner) == terms.first_readings == terms.last_readings
    assert (sooner.day, later.day) == terms.first_days == terms.last_days


# --- the length beside the last day ----------------------------------------------------


def test_the_length_gives_the_last_day() -> None:
    terms = Terms(first_day=Stated([Reading("2021-10-01", source=PAPER)]), length="P2Y")

    assert (Reading("2023-09-30", text="P2Y from 2021-10-01", source=PAPER),) == terms.last_readings


@pytest.mark.parametrize("stated", [ABSENT, UNKNOWN, Stated(text="two years")])
def test_the_length_gives_it_where_no_day_is_stated(stated: Stated | Absent | Unknown) -> None:
    assert ["2023-09-30"] == last_days(Terms(first_day="2021-10-01", last_day=stated, length="P2Y"))


def test_a_length_without_a_first_day_gives_none() -> None:
    assert [] == last_days(Terms(length="P2Y"))
    assert [] == last_days(Terms(length="P2Y", first_day=Stated(text="snarast")))
    assert ["2023-09-30"] == last_days(Terms(length="P2Y", last_day="2023-09-30"))


@pytest.mark.parametrize(
    ("first", "length", "last", "readings"),
    [
        ("2021-10-01", "P2Y", "2023-09-30", ["2023-09-30"]),
        ("2021-10-01", "P2Y", "2023-09-29", ["2023-09-29", "2023-09-30"]),
        ("2021-10-01", "P2Y", "2023-10-01", ["2023-10-01", "2023-09-30"]),
        ("2021-10-01", "P24M", "2023-09-30", ["2023-09-30"]),
        ("2021-10-01", "P3Y", "2023-09-30", ["2023-09-30", "2024-09-30"]),
        # to the month alone: the same month says the same
        ("2021-10-01", "P2Y", "2023-09", ["2023-09-30"]),
        ("2021-10-15", "P2Y", "2023-10", ["2023-10-31"]),
        ("2021-10-15", "P2Y", "2023-09", ["2023-09-30", "2023-10-14"]),
        ("2021-10", "P2Y", "2023-09-15", ["2023-09-15"]),
        ("2021-10", "P2Y", "2023-10-15", ["2023-10-15", "2023-09-30"]),
        ("2021-10", "P2Y", "2023-09", ["2023-09-30"]),
        ("2021-10", "P2Y", "2022-09", ["2022-09-30", "2023-09-30"]),
    ],
)
def test_a_length_that_differs_from_the_last_day_is_a_second_reading(
    first: str, length: str, last: str, readings: list[str]
) -> None:
    assert readings == last_days(Terms(first_day=first, length=length, last_day=last))


def test_the_length_is_as_exact_as_the_first_day() -> None:
    (reading,) = Terms(first_day="2021-10", length="P2Y").last_readings

    assert Precision.MONTH is reading.precision


def test_two_first_days_give_two_last_days() -> None:
    firsts = Stated([Reading("2021-10-01"), Reading("2021-07-01")])

    assert ["2023-09-30", "2023-06-30"] == last_days(Terms(first_day=firsts, length="P2Y"))


def test_a_length_that_one_stated_day_bears_out_adds_none() -> None:
    lasts = Stated([Reading("2023-09-30"), Reading("2023-06-30")])

    assert ["2023-09-30", "2023-06-30"] == last_days(
        Terms(first_day="2021-10-01", last_day=lasts, length="P2Y")
    )


@pytest.mark.parametrize(
    ("first", "length"), [("2024-06-01", "P1000Y"), ("2999-06-01", "P1Y"), ("2999-12-31", "P2D")]
)
def test_terms_that_are_taken_answer_for_every_day(first: str, length: str) -> None:
    """The fold never raises (RULES §1): such terms are refused, or read."""
    try:
        terms = Terms(first_day=first, length=length)
    except BadValue:
        return
    Agreement("a", terms).on("2999-12-31")


# --- who acts for whom -----------------------------------------------------------------


def test_an_act_of_a_body_is_its_partys() -> None:
    terms = Terms(parties=[TOWN, MISSION])

    assert {
        "town": "town",
        "board": "town",
        "office": "town",
        "mission": "mission",
    } == terms.actors
    assert {"town", "mission"} == terms.party_ids


@pytest.mark.parametrize("parties", [UNKNOWN, ()])
def test_nobody_acts_where_no_party_is_known(parties: tuple[Party, ...] | Unknown) -> None:
    terms = Terms(parties=parties)

    assert ({}, frozenset()) == (terms.actors, terms.party_ids)


def test_a_renamed_body_is_one() -> None:
    """The same id with a later period; of two parties it would be two bodies with one id."""
    assert TOWN == Terms(parties=[TOWN]).parties[0]  # type: ignore[index] # known
    with pytest.raises(BadValue):
        Terms(parties=[TOWN, Party("other", "Other", bodies=[Body("board", "Board")])])


# --- money -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("readings", "amount"),
    [
        ([], UNKNOWN),
        ([Sum(100)], Decimal(100)),
        ([Sum(100), Sum("100.00", text="hundra")], Decimal(100)),
        ([Sum(100), Sum(101)], UNKNOWN),
        ([Sum(100), Sum(100), Sum("100.01")], UNKNOWN),
        ([Sum(0)], Decimal(0)),
    ],
)
def test_an_amount_is_known_where_its_readings_agree(
    readings: list[Sum], amount: Decimal | Unknown
) -> None:
    assert amount == StatedSum(readings).amount


@pytest.mark.parametrize(
    ("given", "amount"),
    [
        (0, "0"),
        (100, "100"),
        ("100.5", "100.5"),
        ("999999999999999.99", "999999999999999.99"),
        (Decimal("1E+3"), "1000"),
        (Decimal("0.01"), "0.01"),
    ],
)
def test_an_amount_is_taken_exactly(given: int | str | Decimal, amount: str) -> None:
    total = Terms(total=given).total

    assert StatedSum([Sum(amount)]) == total
    assert amount == str(total.readings[0].amount)


def test_a_line_of_money_goes_by_its_party_unless_it_has_an_id() -> None:
    assert "a" == Contribution("a", 1).id == Disbursement("a", 1).id
    assert "a-kind" == Contribution("a", 1, id="a-kind").id
    terms = Terms(contributions=[Contribution("a", 1), Contribution("a", 1, id="a-kind")])

    assert 2 == len(terms.contributions)  # type: ignore[arg-type] # known


def test_money_is_a_partys() -> None:
    """Nobody knows the parties: nobody can say that one is missing."""
    lines = [Contribution("stranger", 1)]

    assert UNKNOWN is Terms(contributions=lines).parties
    with pytest.raises(BadValue):
        Terms(parties=[MISSION], contributions=lines)


# --- what is left out, and what is not -------------------------------------------------


def test_what_is_left_out_is_unknown() -> None:
    terms = Terms()

    assert {UNKNOWN} == {
        terms.parties,
        terms.first_day,
        terms.last_day,
        terms.length,
        terms.renewal,
        terms.notice,
        terms.breach,
        terms.kind,
        terms.total,
        terms.contributions,
        terms.disbursements,
        terms.follows,
    }
    assert terms.open_ended is False


def test_what_the_paper_has_not_is_absent() -> None:
    source = Absent(PAPER)
    terms = Terms(
        first_day=source,
        last_day=source,
        length=source,
        renewal=source,
        notice=source,
        breach=source,
        follows=ABSENT,
    )

    assert {source} == {
        terms.first_day,
        terms.last_day,
        terms.length,
        terms.renewal,
        terms.notice,
        terms.breach,
    }
    assert ABSENT == terms.follows


@pytest.mark.parametrize("beside", [{}, {"last_day": ABSENT}, {"last_day": Stated(text="?")}])
def test_open_ended_is_a_statement(beside: dict[str, Stated | Absent]) -> None:
    assert Terms(open_ended=True, length=ABSENT, **beside).open_ended  # type: ignore[arg-type]


def test_clauses_say_what_they_leave_out() -> None:
    notice, option = Notice("P6M"), RenewalOption("P1Y")
    automatic, breach = AutomaticRenewal("P1Y", "P6M"), Breach("P30D")

    assert (UNKNOWN, UNKNOWN, NoticeEnd.DAY) == (notice.written, notice.counts_from, notice.ends)
    assert (1, None) == (option.times, option.ask_before)
    assert UNLIMITED is automatic.times
    assert (UNKNOWN, UNKNOWN, UNKNOWN) == (automatic.written, automatic.counts_from, breach.written)


def test_a_clause_of_which_nobody_has_read_the_lengths_is_a_clause() -> None:
    automatic = AutomaticRenewal(UNKNOWN, UNKNOWN)

    assert (UNKNOWN, UNKNOWN) == (automatic.length, automatic.notice_before)
    assert UNKNOWN is Breach(UNKNOWN).cure
    assert UNKNOWN is RenewalOption("P1Y", ask_before=UNKNOWN).ask_before
    assert automatic is Terms(renewal=automatic).renewal


# --- what is settled -------------------------------------------------------------------

CONFLICT = Terms(
    first_day=Stated([Reading("2021-10-01", source=PAPER), Reading("2021-07-01", source=MEMO)]),
    last_day=Stated([Reading("2023-09-30", source=PAPER), Reading("2023-06-30", source=MEMO)]),
    length="P3Y",
    total=StatedSum([Sum(100, source=PAPER), Sum(200, source=MEMO)]),
    contributions=[Contribution("a", 1), Contribution("b", 2), Contribution("b", 3, id="b.c:d")],
    disbursements=[Disbursement("a", 1), Disbursement("b", UNKNOWN)],
)


def day(text: str) -> Reading:
    return Reading(text)


def test_a_settled_first_day_is_the_one_reading_of_that_day() -> None:
    settled = CONFLICT.resolve("first_day", day("2021-07-01").day)

    assert (Reading("2021-07-01", source=MEMO),) == settled.first_readings
    assert CONFLICT.last_day == settled.last_day
    assert CONFLICT.length == settled.length


def test_a_settled_last_day_sets_the_length_aside() -> None:
    settled = CONFLICT.resolve("last_day", day("2023-06-30").day)

    assert (Reading("2023-06-30", source=MEMO),) == settled.last_readings
    assert UNKNOWN is settled.length
    assert CONFLICT.first_day == settled.first_day


def test_a_day_that_only_the_length_gives_can_be_settled() -> None:
    settled = CONFLICT.resolve("last_day", day("2024-06-30").day)

    assert ["2024-06-30"] == last_days(settled)
    assert settled.last_readings[0].text == "P3Y from 2021-07-01"


def test_a_day_that_no_paper_states_can_be_settled() -> None:
    settled = Terms().resolve("first_day", day("2024-01-31").day)

    assert (Reading("2024-01-31"),) == settled.first_readings


def test_a_settled_last_day_ends_what_was_open_ended() -> None:
    settled = Terms(open_ended=True).resolve("last_day", day("2024-01-31").day)

    assert settled.open_ended is False
    assert ["2024-01-31"] == last_days(settled)


def test_a_settled_day_is_one_reading() -> None:
    """Two papers that say the same day, one to the month alone (decision 004: that one reading)."""
    stated = Stated([Reading("2023-09-30"), Reading("2023-09-30", precision="month")])
    settled = Terms(last_day=stated).resolve("last_day", day("2023-09-30").day)

    assert 1 == len(settled.last_readings)


def test_a_settled_total() -> None:
    assert Decimal(150) == CONFLICT.resolve("total", Decimal(150)).total.amount  # type: ignore[union-attr]
    assert Decimal(150) == Terms().resolve("total", Decimal(150)).total.amount  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("what", "amounts"),
    [
        ("contributions.a", {"a": 9, "b": 2, "b.c:d": 3}),
        ("contributions.b", {"a": 1, "b": 9, "b.c:d": 3}),
        ("contributions.b.c:d", {"a": 1, "b": 2, "b.c:d": 9}),
        ("disbursements.a", {"a": 1, "b": 2, "b.c:d": 3}),
    ],
)
def test_one_line_of_a_ledger_is_settled_alone(what: str, amounts: dict[str, int]) -> None:
    settled = CONFLICT.resolve(what, Decimal(9))

    assert amounts == {
        line.id: line.amount.amount  # type: ignore[union-attr] # known
        for line in settled.contributions  # type: ignore[union-attr] # known
    }


def test_a_line_that_was_unknown_is_settled() -> None:
    settled = CONFLICT.resolve("disbursements.b", Decimal(9))

    assert [1, 9] == [line.amount.amount for line in settled.disbursements]  # type: ignore[union-attr]
    assert CONFLICT.contributions == settled.contributions


@pytest.mark.parametrize(
    ("what", "reading"),
    [
        ("contributions.stranger", Decimal(9)),
        ("disbursements.stranger", Decimal(9)),
        ("contributions", Decimal(9)),
        ("length", Decimal(9)),
        ("total.a", Decimal(9)),
        ("first_day", Decimal(9)),
        ("total", day("2024-01-31").day),
        ("last_day.a", day("2024-01-31").day),
    ],
)
def test_what_the_terms_do_not_hold_settles_nothing(what: str, reading: Decimal) -> None:
    assert CONFLICT == CONFLICT.resolve(what, reading)
    assert Terms() == Terms().resolve("contributions.a", Decimal(9))
    assert Terms() == Terms().resolve("disbursements.a", Decimal(9))


def test_settling_leaves_the_terms_as_they_were() -> None:
    before = repr(CONFLICT)
    CONFLICT.resolve("last_day", day("2023-06-30").day)

    assert before == repr(CONFLICT)


@pytest.mark.parametrize(("first", "last"), [("2998-01-01", ["2999-12-31"]), ("2998-01-02", [])])
def test_a_length_past_the_calendar_gives_no_day_that_no_paper_states(
    first: str, last: list[str]
) -> None:
    assert last == [str(day) for day in Terms(first_day=first, length="P2Y").last_days]


@pytest.mark.parametrize("who", ["somebody", ("town", "somebody")])
def test_who_owes_something_is_a_party_or_a_body_of_one(who: object) -> None:
    town = iop.Party("town", "Town", bodies=[iop.Body("board", "Board")])
    clauses: list[dict[str, object]] = [
        {"payments": iop.PaymentPlan(iop.InMonths([7]), who=who)},  # type: ignore[arg-type]
        {"duties": [iop.Duty("d", "meeting", iop.PerWindow(1, "P1Y"), who=who)]},  # type: ignore[arg-type]
    ]
    for clause in clauses:
        with pytest.raises(iop.BadValue, match="must name a party of the agreement, or a body"):
            iop.Terms(parties=[town], **clause)  # type: ignore[arg-type]
        assert iop.Terms(**clause).parties is iop.UNKNOWN  # type: ignore[arg-type]
    both = iop.PaymentPlan(iop.InMonths([7]), who=("board", "town"))
    assert (both,) == iop.Terms(parties=[town], payments=both).payments
