"""What must hold when the option to extend is used."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from pendulum import Date

from ioplife.dates import Duration
from ioplife.decisions import Found
from ioplife.events import Extended
from ioplife.facts import facts
from ioplife.guards import option_in_time, option_left, option_length
from ioplife.standing import Anomaly, Extension
from ioplife.terms import ABSENT, UNKNOWN, UNLIMITED, Absent, Reading, Unknown
from tests.unit.guards.build import (
    AUTOMATIC,
    OPEN_ENDED,
    OPTION,
    PAPER,
    UNREAD,
    case,
    days,
    extension,
    several,
)
from tests.unit.guards.seen import found, of_case, see

ON = "2023-03-01"
CONFLICT = several("2023-06-30", "2023-09-30")


@pytest.mark.parametrize(
    ("renewal", "extensions", "expected"),
    [
        (OPTION, (), Found.MET),
        (OPTION, (extension(3),), Found.MET),
        (OPTION, (extension(3), extension(4)), Found.NOT_MET),
        # What went on by itself, before the terms were changed, used no option.
        (OPTION, (extension(3), extension(None)), Found.MET),
        (attrs.evolve(OPTION, times=1), (extension(3),), Found.NOT_MET),
        (attrs.evolve(OPTION, times=UNLIMITED), (extension(3),) * 9, Found.MET),
        (AUTOMATIC, (), Found.NOT_MET),
        (ABSENT, (), Found.NOT_MET),
        (UNKNOWN, (), Found.UNKNOWN),
    ],
)
def test_an_option_is_left_until_it_is_used_up(
    renewal: object, extensions: tuple[Extension, ...], expected: Found
) -> None:
    asked = case(terms={"renewal": renewal}, extensions=extensions)

    assert expected is of_case(option_left, asked)


@pytest.mark.parametrize("renewal", [OPTION, AUTOMATIC, Absent(PAPER)])
def test_the_place_of_the_clause_is_given(renewal: object) -> None:
    verdict = see(option_left, case(terms={"renewal": renewal}), Extended(ON))

    assert PAPER == verdict.clause


def anomaly(code: str, tag: str = "extended") -> Anomaly:
    """An extension on record that has no effect."""
    return Anomaly(5, Date(2023, 2, 1), tag, code)


NO_LENGTH = anomaly("no-effect-without-clause")


@pytest.mark.parametrize(
    ("extensions", "aside", "expected"),
    [
        ((extension(3),), (NO_LENGTH,), Found.UNKNOWN),
        ((), (NO_LENGTH,), Found.MET),
        ((), (NO_LENGTH, NO_LENGTH), Found.UNKNOWN),
        ((extension(3), extension(4)), (NO_LENGTH,), Found.NOT_MET),
        # What was recorded in the wrong state extended nothing.
        ((extension(3),), (anomaly("wrong-state"),), Found.MET),
        ((extension(3),), (anomaly("no-effect-without-clause", "notice_given"),), Found.MET),
    ],
)
def test_an_extension_of_unknown_length_may_have_used_it(
    extensions: tuple[Extension, ...], aside: tuple[Anomaly, ...], expected: Found
) -> None:
    asked = case(terms={"renewal": OPTION}, extensions=extensions, anomalies=aside)

    assert expected is of_case(option_left, asked)


@pytest.mark.parametrize(
    ("before", "on", "expected"),
    [
        ("P6M", "2023-03-31", Found.MET),
        ("P6M", "2023-04-01", Found.UNKNOWN),
        (UNKNOWN, "2023-10-01", Found.UNKNOWN),
    ],
)
def test_it_may_have_moved_the_end_too(before: str | Unknown, on: str, expected: Found) -> None:
    option = attrs.evolve(OPTION, ask_before=before)
    asked = case(on, terms={"renewal": option}, anomalies=(NO_LENGTH,))

    assert expected is of_case(option_in_time, asked)


def test_how_often_it_has_been_used_is_given() -> None:
    asked = case(terms={"renewal": OPTION}, extensions=(extension(3), extension(4)))

    assert facts(used=2, times=2) == see(option_left, asked, Extended(ON)).facts


@pytest.mark.parametrize(
    ("on", "terms", "expected"),
    [
        ("2023-03-31", {}, Found.MET),
        ("2023-04-01", {}, Found.NOT_MET),
        # The last day so long before 2023-06-30 is 2022-12-31.
        ("2022-12-31", CONFLICT, Found.MET),
        ("2023-01-01", CONFLICT, Found.UNKNOWN),
        ("2023-03-31", CONFLICT, Found.UNKNOWN),
        ("2023-04-01", CONFLICT, Found.NOT_MET),
        ("2023-03-31", UNREAD, Found.UNKNOWN),
        ("2023-03-31", OPEN_ENDED, Found.NOT_MET),
    ],
)
def test_the_option_is_used_in_time(on: str, terms: dict[str, Any], expected: Found) -> None:
    assert expected is of_case(option_in_time, case(on, terms={"renewal": OPTION, **terms}))


@pytest.mark.parametrize(
    ("before", "on", "expected"),
    [
        (None, "2023-09-30", Found.MET),
        (None, "2023-10-01", Found.NOT_MET),
        (UNKNOWN, "2023-09-30", Found.UNKNOWN),
        # However long before, this is too late.
        (UNKNOWN, "2023-10-01", Found.NOT_MET),
        # No day of the calendar is so long before.
        ("P1000Y", "2021-10-01", Found.NOT_MET),
        ("P1000Y", "1900-01-01", Found.NOT_MET),
        # Not even one before the calendar began.
        ("P1000Y366000D", "1900-01-01", Found.NOT_MET),
    ],
)
def test_how_long_before_hangs_on_the_clause(before: object, on: str, expected: Found) -> None:
    option = attrs.evolve(OPTION, ask_before=before)  # type: ignore[arg-type] # a length

    assert expected is of_case(option_in_time, case(on, terms={"renewal": option}))


@pytest.mark.parametrize(
    ("renewal", "expected"),
    [
        (AUTOMATIC, Found.NOT_CALLED_FOR),
        (ABSENT, Found.NOT_CALLED_FOR),
        (UNKNOWN, Found.UNKNOWN),
    ],
)
def test_without_an_option_there_is_no_time_for_it(renewal: object, expected: Found) -> None:
    asked = case("2023-04-01", terms={"renewal": renewal})

    assert (expected, expected) == (
        of_case(option_in_time, asked),
        found(option_length, asked, Extended("2023-04-01")),
    )


@pytest.mark.parametrize(
    ("on", "expected"), [("2024-03-31", Found.MET), ("2024-04-01", Found.NOT_MET)]
)
def test_it_is_counted_from_the_end_of_the_period_that_is_extended(
    on: str, expected: Found
) -> None:
    asked = case(
        on,
        terms={"renewal": OPTION},
        extensions=(extension(3),),
        ends=(Reading("2024-09-30", source=PAPER),),
    )

    assert expected is of_case(option_in_time, asked)


@pytest.mark.parametrize("on", ["2022-12-31", "2023-01-01", "2023-04-01"])
def test_the_days_that_were_compared_are_given(on: str) -> None:
    verdict = see(option_in_time, case(on, terms={"renewal": OPTION, **CONFLICT}), Extended(on))

    assert PAPER == verdict.clause
    assert verdict.facts == facts(
        on=on,
        latest=("2022-12-31", "2023-03-31"),
        last_days=("2023-06-30", "2023-09-30"),
    )


@pytest.mark.parametrize(
    ("agreed", "given", "expected"),
    [
        ("P1Y", None, Found.MET),
        ("P1Y", "P1Y", Found.MET),
        ("P1Y", "P12M", Found.MET),
        ("P1Y", "P2Y", Found.NOT_MET),
        ("P1Y", "P365D", Found.NOT_MET),
        ("P1Y", UNKNOWN, Found.UNKNOWN),
        (UNKNOWN, None, Found.UNKNOWN),
        (UNKNOWN, "P2Y", Found.MET),
        (UNKNOWN, UNKNOWN, Found.UNKNOWN),
    ],
)
def test_it_is_known_how_long_it_is_extended(
    agreed: str | Unknown, given: str | None | Unknown, expected: Found
) -> None:
    option = attrs.evolve(OPTION, length=agreed)

    verdict = see(option_length, case(terms={"renewal": option}), Extended(ON, length=given))

    assert (expected, ("length",) if expected is Found.UNKNOWN else ()) == (
        verdict.found,
        verdict.needs,
    )


@pytest.mark.parametrize(("given", "expected"), [(UNKNOWN, ("length",)), ("P1Y", ()), (None, ())])
def test_an_option_nobody_has_read_may_be_of_another_length(
    given: str | None | Unknown, expected: tuple[str, ...]
) -> None:
    verdict = see(option_length, case(terms={"renewal": UNKNOWN}), Extended(ON, length=given))

    assert (Found.UNKNOWN, expected) == (verdict.found, verdict.needs)


def test_both_lengths_are_given() -> None:
    verdict = see(option_length, case(terms={"renewal": OPTION}), Extended(ON, length="P2Y"))

    assert (PAPER, facts(agreed="P1Y", length="P2Y")) == (verdict.clause, verdict.facts)


def test_all_refuse() -> None:
    assert [False] * 3 == [rule.soft for rule in (option_left, option_in_time, option_length)]


def test_it_is_told_what_the_option_is() -> None:
    unlimited = attrs.evolve(OPTION, times=UNLIMITED)
    goes_on = see(option_left, case(terms={"renewal": AUTOMATIC}), Extended(ON))
    any_number = see(option_left, case(terms={"renewal": unlimited}), Extended(ON))

    assert facts(automatic=True) == goes_on.facts
    assert facts(used=0, unlimited=True) == any_number.facts


def test_no_day_is_so_long_before_the_end() -> None:
    ages = attrs.evolve(OPTION, ask_before=Duration(years=1000, days=366_000))

    terms = several("1990-09-30") | {"first_day": days("1988-10-01"), "renewal": ages}

    assert Found.NOT_MET is of_case(option_in_time, case("1990-01-01", terms=terms))


def test_between_two_last_days_the_option_may_still_be_asked_for() -> None:
    whenever = attrs.evolve(OPTION, ask_before=UNKNOWN)
    terms = several("2023-04-30", "2023-09-30") | {"renewal": whenever}

    assert Found.UNKNOWN is of_case(option_in_time, case("2023-05-08", terms=terms))
