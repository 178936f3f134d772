"""What the codes of renewal, decisions and breach say of a standing that is made by hand.

Each on both sides of its day; that lives come to stand so is the fold's, and tested there.
"""

from typing import Any

import attrs
import pytest
from pendulum import Date

import ioplife as iop
from ioplife.deadlines import Deadline, deadlines, turning_days
from ioplife.standing import Demand, Extension, Finality
from tests.unit.test_deadlines import BASE, OPEN_ENDED, SOURCE, living

LAST = Date(2026, 12, 31)
NEXT = Date(2027, 1, 1)
DEADLINE = Date(2026, 6, 30)
YEAR = iop.Duration(years=1)

AUTOMATIC = attrs.evolve(BASE, renewal=iop.AutomaticRenewal("P1Y", "P6M", source=SOURCE))
UNREAD = attrs.evolve(BASE, renewal=iop.AutomaticRenewal(iop.UNKNOWN, "P6M", source=SOURCE))
OPTION = attrs.evolve(BASE, renewal=iop.RenewalOption("P2Y", ask_before="P3M", source=SOURCE))
BREACH = attrs.evolve(BASE, breach=iop.Breach("P30D", written=True, source=SOURCE))

FIRST = iop.Period("2024-01-01", "2026-12-31")
EXTENDED = Extension(None, Date(2026, 7, 1), YEAR, Date(2027, 12, 31))
RESCINDED = iop.standing.Ending(7, Date(2026, 3, 1), LAST, iop.Reason.RESCINDED)


def standing(day: str, terms: iop.Terms = BASE, **fields: Any) -> iop.Standing:  # noqa: ANN401 - any field of a standing
    """Where a plain life stands, and what is made so by hand."""
    return attrs.evolve(living(terms).on(day), **fields)


def up(code: str, stands: iop.Standing, terms: iop.Terms = BASE) -> list[Deadline]:
    return [one for one in deadlines(stands, terms) if one.code == code]


def only(code: str, stands: iop.Standing, terms: iop.Terms = BASE) -> Deadline:
    (found,) = up(code, stands, terms)
    return found


# --- it goes on by itself --------------------------------------------------------------------


def test_notice_is_flagged_up_to_its_day_and_the_end_is_not() -> None:
    on = standing("2026-06-30", AUTOMATIC, notice_latest=DEADLINE)
    found = only("notice-latest", on, AUTOMATIC)
    assert (DEADLINE, ("board",), "1", SOURCE) == (
        found.day,
        found.who,
        found.subject,
        found.source,
    )
    assert {
        ("latest", "2026-06-30"),
        ("last_day", "2026-12-31"),
        ("period_first", "2027-01-01"),
        ("length", "P1Y"),
        ("number", 2),
    } == set(found.facts)
    assert [] == up("ends", on, AUTOMATIC)


def test_once_no_extension_is_left_the_end_is_flagged_in_its_place() -> None:
    on = standing("2026-07-01", AUTOMATIC, notice_latest=None)
    assert ([], 1) == (up("notice-latest", on, AUTOMATIC), len(up("ends", on, AUTOMATIC)))
    past = standing("2026-07-01", AUTOMATIC, notice_latest=DEADLINE)
    assert ([], 1) == (up("notice-latest", past, AUTOMATIC), len(up("ends", past, AUTOMATIC)))


def test_an_ending_keeps_the_extension_away() -> None:
    on = standing("2026-06-30", AUTOMATIC, notice_latest=DEADLINE, endings=(RESCINDED,))
    assert ([], 1) == (up("notice-latest", on, AUTOMATIC), len(up("ends", on, AUTOMATIC)))


def test_nothing_goes_on_before_every_party_has_signed() -> None:
    agreement = iop.Agreement("a", AUTOMATIC, living().events[:4])
    on = attrs.evolve(agreement.on("2026-06-30"), notice_latest=DEADLINE, option_latest=DEADLINE)
    assert iop.State.APPROVED is on.state
    assert [] == [*up("notice-latest", on, AUTOMATIC), *up("option-latest", on, AUTOMATIC)]


def test_each_period_has_a_notice_day_and_a_key_of_its_own() -> None:
    second = {"extensions": (EXTENDED,), "last_day": Date(2027, 12, 31)}
    on = standing("2026-07-01", AUTOMATIC, notice_latest=Date(2027, 6, 30), **second)
    found = only("notice-latest", on, AUTOMATIC)
    assert ("notice-latest/2", Date(2027, 6, 30)) == (found.name, found.day)
    assert {("number", 3), ("period_first", "2028-01-01")} <= set(found.facts)


def test_the_next_period_is_flagged_until_it_begins() -> None:
    second = {"extensions": (EXTENDED,), "last_day": Date(2027, 12, 31), "period": FIRST}
    for day in ("2026-07-01", "2026-12-31"):
        on = standing(day, AUTOMATIC, last_days=(Date(2027, 12, 31),), **second)
        found = only("extends-automatically", on, AUTOMATIC)
        assert (NEXT, (), "extends-automatically/2", SOURCE) == (
            found.day,
            found.who,
            found.name,
            found.source,
        )
        assert {
            ("period_first", "2027-01-01"),
            ("period_last", "2027-12-31"),
            ("number", 2),
            ("length", "P1Y"),
        } == set(found.facts)
    begun = attrs.evolve(
        living(AUTOMATIC).on("2026-12-31"),
        on=NEXT,
        extensions=(EXTENDED,),
        last_day=Date(2027, 12, 31),
        period=iop.Period("2027-01-01", "2027-12-31"),
        number=2,
    )
    assert iop.State.ACTIVE is begun.state
    assert [] == up("extends-automatically", begun, AUTOMATIC)


def test_of_a_period_that_an_ending_keeps_from_beginning_nothing_is_said() -> None:
    stays = {"extensions": (EXTENDED,), "period": FIRST, "endings": (RESCINDED,)}
    reaches = standing("2026-12-30", AUTOMATIC, last_day=NEXT, **stays)
    does_not = standing("2026-12-30", AUTOMATIC, last_day=LAST, **stays)
    assert [NEXT] == [one.day for one in up("extends-automatically", reaches, AUTOMATIC)]
    assert [] == up("extends-automatically", does_not, AUTOMATIC)


def test_two_extensions_that_are_still_to_begin_are_two_flags() -> None:
    third = Extension(None, Date(2026, 9, 1), YEAR, Date(2028, 12, 31))
    on = standing(
        "2026-10-01",
        AUTOMATIC,
        extensions=(EXTENDED, third),
        period=FIRST,
        last_day=Date(2028, 12, 31),
    )
    assert [("extends-automatically/2", NEXT), ("extends-automatically/3", Date(2028, 1, 1))] == [
        (one.name, one.day) for one in up("extends-automatically", on, AUTOMATIC)
    ]


def test_an_extension_that_a_party_asked_for_is_not_automatic() -> None:
    asked = attrs.evolve(EXTENDED, number=6)
    on = standing(
        "2026-12-31", OPTION, extensions=(asked,), period=FIRST, last_day=LAST.add(years=1)
    )
    assert [] == up("extends-automatically", on, OPTION)


def test_where_the_first_day_is_unknown_the_stated_last_day_tells_when_it_begins() -> None:
    fields = {"extensions": (EXTENDED,), "period": None, "last_day": Date(2027, 12, 31)}
    on = standing("2026-12-31", AUTOMATIC, **fields)
    assert [NEXT] == [one.day for one in up("extends-automatically", on, AUTOMATIC)]
    nowhere = attrs.evolve(AUTOMATIC, last_day=iop.UNKNOWN)
    assert [] == up("extends-automatically", on, nowhere)


def test_a_clause_nobody_can_count_with_leaves_the_end_unknown() -> None:
    on = standing("2026-03-01", UNREAD, notice_latest=iop.UNKNOWN)
    found = only("end-unknown", on, UNREAD)
    assert (None, ("board",), SOURCE, (("period_last", "2026-12-31"),)) == (
        found.day,
        found.who,
        found.source,
        found.facts,
    )
    assert [] == [*up("notice-latest", on, UNREAD), *up("ends", on, UNREAD)]
    ended = attrs.evolve(on, endings=(RESCINDED,), uncounted=False)
    assert ([], 1) == (up("end-unknown", ended, UNREAD), len(up("ends", ended, UNREAD)))


def test_a_conflict_is_no_clause_that_cannot_be_counted_with() -> None:
    days = (Date(2026, 6, 30), LAST)
    on = standing("2026-03-01", UNREAD, notice_latest=iop.UNKNOWN, last_days=days)
    assert ([], 1) == (up("end-unknown", on, UNREAD), len(up("end-conflict", on, UNREAD)))


# --- notice where it runs until further notice ------------------------------------------------


@pytest.mark.parametrize("day", ["2026-06-29", "2026-06-30", "2026-07-01", "2027-02-01"])
def test_an_end_decided_on_asks_for_notice_until_it_is_given(day: str) -> None:
    """RULES §2: it stays up until notice is given, also once its day is past."""
    terms = attrs.evolve(OPEN_ENDED, notice=iop.Notice("P6M", source=SOURCE))
    on = standing(day, terms, notice_latest=DEADLINE, ending_decided=6)
    found = only("notice-latest", on, terms)
    assert (DEADLINE, ("board",), SOURCE, (("decided", 6), ("latest", "2026-06-30"))) == (
        found.day,
        found.who,
        found.source,
        found.facts,
    )
    assert 1 == len(up("open-ended", on, terms))
    given = attrs.evolve(on, endings=(attrs.evolve(RESCINDED, reason=iop.Reason.NOTICE),))
    assert [] == [*up("notice-latest", given, terms), *up("open-ended", given, terms)]


def test_where_nobody_can_count_the_notice_it_is_asked_for_without_a_day() -> None:
    on = standing("2026-03-01", OPEN_ENDED, notice_latest=iop.UNKNOWN, ending_decided=6)
    found = only("notice-latest", on, OPEN_ENDED)
    assert (None, (("decided", 6), ("latest", None))) == (found.day, found.facts)
    assert [] == up("end-unknown", on, OPEN_ENDED)


# --- the option ------------------------------------------------------------------------------


def test_an_option_is_flagged_up_to_its_day_beside_the_end() -> None:
    on = standing("2026-09-30", OPTION, option_latest=Date(2026, 9, 30))
    found = only("option-latest", on, OPTION)
    assert (Date(2026, 9, 30), ("board",), "option-latest/1", SOURCE) == (
        found.day,
        found.who,
        found.name,
        found.source,
    )
    assert {("latest", "2026-09-30"), ("last_day", "2026-12-31"), ("length", "P2Y")} == set(
        found.facts
    )
    assert 1 == len(up("ends", on, OPTION))
    late = standing("2026-10-01", OPTION, option_latest=Date(2026, 9, 30))
    assert [] == up("option-latest", late, OPTION)


def test_an_option_is_down_with_an_ending_and_without_a_day_where_nobody_knows_it() -> None:
    on = standing("2026-09-30", OPTION, option_latest=DEADLINE.add(years=1), endings=(RESCINDED,))
    assert [] == up("option-latest", on, OPTION)
    unread = attrs.evolve(OPTION, renewal=iop.RenewalOption(iop.UNKNOWN, ask_before=iop.UNKNOWN))
    found = only("option-latest", standing("2026-09-30", unread, option_latest=iop.UNKNOWN), unread)
    assert (None, None, None) == (
        found.day,
        *(dict(found.facts)[one] for one in ("latest", "length")),
    )


# --- decisions -------------------------------------------------------------------------------

ANNOUNCED = Finality(
    3,
    Date(2023, 6, 1),
    "approved",
    iop.Answer.NO,
    adjusted=Date(2023, 6, 5),
    announced=Date(2023, 6, 7),
    appeal_ends=Date(2023, 6, 28),
)


def test_a_decision_can_be_appealed_until_it_is_final() -> None:
    on = standing("2023-06-28", final=(ANNOUNCED,))
    found = only("appeal-ends", on)
    assert (Date(2023, 6, 28), (), "appeal-ends/3") == (found.day, found.who, found.name)
    assert {("decision", 3), ("tag", "approved"), ("announced", "2023-06-07")} <= set(found.facts)
    final = attrs.evolve(ANNOUNCED, answer=iop.Answer.YES)
    assert [] == up("appeal-ends", standing("2023-06-29", final=(final,)))


@pytest.mark.parametrize("answer", [iop.Answer.NO, iop.Answer.UNKNOWN])
def test_what_may_not_be_final_is_not_taken_for_final(answer: iop.Answer) -> None:
    on = standing("2023-07-01", final=(attrs.evolve(ANNOUNCED, answer=answer, appeals=(9,)),))
    assert ("appeals", (9,)) in only("appeal-ends", on).facts


def test_each_decision_has_a_key_of_its_own_and_one_that_is_not_announced_none() -> None:
    waits = attrs.evolve(ANNOUNCED, number=8, announced=None, appeal_ends=None)
    other = attrs.evolve(ANNOUNCED, number=9)
    on = standing("2023-06-28", final=(ANNOUNCED, waits, other))
    assert ["appeal-ends/3", "appeal-ends/9"] == [one.name for one in up("appeal-ends", on)]


def test_an_annulled_decision_never_becomes_final() -> None:
    removed = attrs.evolve(ANNOUNCED, removed=Date(2023, 6, 20))
    for one in (ANNOUNCED, removed):
        on = standing("2023-06-28", final=(attrs.evolve(one, annulled=9),))
        assert [] == [*up("appeal-ends", on), *up("announcement-broken", on)]


def test_an_announcement_taken_down_too_early_is_flagged_in_place_of_the_last_day() -> None:
    in_time = attrs.evolve(ANNOUNCED, removed=Date(2023, 6, 28))
    on = standing("2023-06-28", final=(in_time,))
    found = only("announcement-broken", on)
    assert (Date(2023, 6, 28), ("board",), "announcement-broken/3") == (
        found.day,
        found.who,
        found.name,
    )
    assert [] == up("appeal-ends", on)
    after = attrs.evolve(ANNOUNCED, removed=Date(2023, 6, 29))
    on = standing("2023-06-29", final=(after,))
    assert ([], 1) == (up("announcement-broken", on), len(up("appeal-ends", on)))


def test_both_are_asked_of_what_is_not_yet_signed_and_of_what_is_over() -> None:
    broken = attrs.evolve(ANNOUNCED, number=4, removed=Date(2023, 6, 20))
    approved = iop.Agreement("a", BASE, living().events[:3])
    for stands in (approved.on("2023-06-28"), living().on("2030-01-01")):
        on = attrs.evolve(stands, final=(ANNOUNCED, broken))
        assert [1, 1] == [len(up(code, on)) for code in ("appeal-ends", "announcement-broken")]


def test_when_it_may_be_final_without_a_calendar_is_a_day_to_ask_again() -> None:
    days = set(turning_days(standing("2023-06-28", final=(ANNOUNCED,)), BASE))
    assert {Date(2023, 6, 28), Date(2023, 6, 29), Date(2023, 7, 3), Date(2023, 7, 4)} <= days


# --- breach ----------------------------------------------------------------------------------

DEMANDED = Demand(6, Date(2025, 3, 1), written=True, cure_ends=Date(2025, 3, 31))


@pytest.mark.parametrize(
    ("day", "severity"),
    [("2025-03-01", "urgent"), ("2025-03-31", "urgent"), ("2025-04-01", "urgent")],
)
def test_a_demand_is_flagged_until_it_is_met_or_the_agreement_cancelled(
    day: str, severity: str
) -> None:
    on = standing(day, BREACH, demands=(DEMANDED,))
    found = only("cure-ends", on, BREACH)
    assert (Date(2025, 3, 31), ("board",), "cure-ends/6", SOURCE, severity) == (
        found.day,
        found.who,
        found.name,
        found.source,
        found.severity,
    )
    assert {("cure_ends", "2025-03-31"), ("demanded", "2025-03-01"), ("number", 6)} == set(
        found.facts
    )
    corrected = standing(day, BREACH, demands=(attrs.evolve(DEMANDED, corrected=7),))
    assert [] == up("cure-ends", corrected, BREACH)


def test_each_demand_has_its_own_clock_and_one_that_never_began_none() -> None:
    oral = attrs.evolve(DEMANDED, number=7, written=False, cure_ends=None)
    unread = attrs.evolve(DEMANDED, number=8, written=iop.UNKNOWN, cure_ends=iop.UNKNOWN)
    on = standing("2025-03-10", BREACH, demands=(DEMANDED, oral, unread))
    assert [("cure-ends/6", Date(2025, 3, 31)), ("cure-ends/8", None)] == [
        (one.name, one.day) for one in up("cure-ends", on, BREACH)
    ]


def test_a_cancelled_agreement_asks_for_no_correction() -> None:
    cancelled = iop.standing.Ending(7, Date(2025, 4, 1), Date(2025, 4, 1), iop.Reason.BREACH)
    rescinded = attrs.evolve(cancelled, reason=iop.Reason.RESCINDED)
    for ending, expected in ((cancelled, 0), (rescinded, 1)):
        on = standing("2025-04-01", BREACH, demands=(DEMANDED,), endings=(ending,))
        assert expected == len(up("cure-ends", on, BREACH))


# --- what they say ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stands", "terms", "code", "swedish", "english"),
    [
        pytest.param(
            {"notice_latest": DEADLINE},
            AUTOMATIC,
            "notice-latest",
            "överenskommelsen förlängs av sig själv från 2027-01-01, om den inte sägs upp senast"
            " 2026-06-30, om 29 dagar",
            "the agreement goes on by itself from 2027-01-01, unless notice is given by"
            " 2026-06-30, in 29 days",
            id="notice",
        ),
        pytest.param(
            {"notice_latest": iop.UNKNOWN},
            UNREAD,
            "end-unknown",
            "överenskommelsen förlängs av sig själv efter 2026-12-31 om den inte sägs upp, och"
            " ingen har läst när senast eller hur länge",
            "the agreement goes on by itself after 2026-12-31 unless notice is given, and nobody"
            " has read by when or for how long",
            id="uncounted",
        ),
        pytest.param(
            {"notice_latest": iop.UNKNOWN, "ending_decided": 6},
            OPEN_ENDED,
            "notice-latest",
            "händelse 6 beslutar att överenskommelsen upphör, men den gäller tills vidare och är"
            " ännu inte uppsagd",
            "event 6 decides that the agreement ends, but it runs until further notice; notice is"
            " still to be given",
            id="notice without a day",
        ),
    ],
)
def test_they_say_what_is_to_be_done(
    stands: dict[str, Any], terms: iop.Terms, code: str, swedish: str, english: str
) -> None:
    on = standing("2026-06-01", terms, **stands)
    found = only(code, on, terms)
    flag = iop.Flag.of(living(terms), found, on.on)
    assert (swedish, english) == (flag.text("sv"), flag.text("en"))
