"""Working days of Sweden: every day of every year, against the acts' own words."""

from __future__ import annotations

import datetime
import subprocess
import sys

import pytest
from dateutil.easter import easter  # type: ignore[import-untyped] # ships no types
from pendulum import Date

import ioplife
from ioplife.dates import FIRST_YEAR, LAST_YEAR
from ioplife.errors import BadValue
from ioplife.workdays import is_working_day
from tests.naive import days_off

EASTER_DAYS = [
    "1954-04-18",  # here and in 1981 one of the two exceptions of the epact counts
    "1981-04-19",
    "1990-04-15",
    "2000-04-23",
    "2008-03-23",  # a day later than the earliest there is
    "2025-04-20",
    "2038-04-25",  # the latest there is
]


def found_off(year: int) -> set[datetime.date]:
    return {day for day in days_off.days_of(year) if not is_working_day(day)}


@pytest.mark.parametrize("year", range(1990, 2061))
def test_every_day_of_a_year_is_what_the_acts_say(year: int) -> None:
    assert days_off.days_off(year) == found_off(year)


def test_every_other_year_is_answered_by_the_same_rules() -> None:
    years = [*range(FIRST_YEAR, 1990), *range(2061, LAST_YEAR + 1)]

    assert [] == [year for year in years if days_off.days_off(year) != found_off(year)]


def test_easter_is_where_another_hand_has_it() -> None:
    years = range(FIRST_YEAR, LAST_YEAR + 1)

    assert [easter(year) for year in years] == [
        days_off.public_holidays(year)["påskdagen"] for year in years
    ]


@pytest.mark.parametrize("text", EASTER_DAYS)
def test_easter_is_where_almanacs_have_it(text: str) -> None:
    """So the two hands do not merely agree."""
    day = datetime.date.fromisoformat(text)

    assert day == days_off.public_holidays(day.year)["påskdagen"]


# --- both sides ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "answers"),
    [
        # midsommarafton Friday 20 June; the day before is a day like others
        ("2025-06-18", "++---+"),  # Wednesday to Monday
        ("2020-06-17", "++---+"),  # the earliest: midsommarafton 19 June
        ("2026-06-24", "+++--+"),  # 26 June 2026 is a Friday and no eve: that was the 19th
        ("2021-06-23", "++---+"),  # the latest: midsommarafton 25 June
        ("2025-12-22", "++-----+"),  # julafton Wednesday, annandag jul Friday: five days
        ("2024-12-23", "+---+--+"),  # julafton Tuesday, Friday the 27th between
        ("2025-12-29", "++--+--+-+"),  # nyårsafton Wednesday; trettondedag jul Tuesday
        ("2027-12-30", "+---+"),  # nyårsafton Friday, nyårsdagen Saturday
    ],
)
def test_the_eves_and_the_days_beside_them(first: str, answers: str) -> None:
    day = Date.fromisoformat(first)

    assert answers == "".join(
        "+" if is_working_day(day.add(days=ahead)) else "-" for ahead in range(len(answers))
    )


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2025-04-17", "skärtorsdagen"),
        ("2026-01-05", "trettondagsafton"),
        ("2004-01-05", "trettondagsafton"),  # RÅ 2004 not 40
        ("2025-04-30", "valborgsmässoafton"),
        ("2025-05-30", "the day after Kristi himmelsfärdsdag"),
        ("2025-10-31", "allhelgonaafton"),
        ("2025-12-23", "the day before julafton"),
        ("2025-12-30", "the day before nyårsafton"),
        ("2025-06-19", "the day before midsommarafton"),
        ("2025-03-25", "Marie bebådelsedag"),
        ("2025-06-09", "annandag pingst, from 2005"),
        ("2005-05-16", "annandag pingst, from 2005"),
        ("2003-06-06", "nationaldagen, before 2005"),
        ("1991-06-06", "nationaldagen, before 2005"),
    ],
)
def test_a_day_with_a_name_may_be_a_day_like_others(text: str, what: str) -> None:
    assert is_working_day(text), what


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2025-01-01", "nyårsdagen"),
        ("2025-01-06", "trettondedag jul"),
        ("2025-04-18", "långfredagen"),
        ("2025-04-19", "påskafton, for it is a Saturday"),
        ("2025-04-20", "påskdagen"),
        ("2025-04-21", "annandag påsk"),
        ("2025-05-01", "första maj"),
        ("2025-05-29", "Kristi himmelsfärdsdag"),
        ("2008-05-01", "första maj and Kristi himmelsfärdsdag on one day"),
        ("2025-06-06", "nationaldagen, from 2005"),
        ("2005-06-06", "nationaldagen, from 2005"),
        ("2004-05-31", "annandag pingst, before 2005"),
        ("1990-06-04", "annandag pingst, before 2005"),
        ("2025-06-20", "midsommarafton"),
        ("2025-11-01", "alla helgons dag"),
        ("2025-12-24", "julafton"),
        ("2025-12-25", "juldagen"),
        ("2025-12-26", "annandag jul"),
        ("2025-12-31", "nyårsafton"),
        ("2023-09-30", "the last day of SON 2021-404, a Saturday"),
        ("2025-11-02", "a Sunday like others"),
    ],
)
def test_no_working_day(text: str, what: str) -> None:
    assert not is_working_day(text), what


# --- what goes in, and what comes out --------------------------------------------------------


def test_a_day_may_be_given_in_every_way_that_days_are() -> None:
    for text, expected in (("2025-06-19", True), ("2025-06-20", False)):
        day = datetime.date.fromisoformat(text)
        for given in (text, day, Date.fromisoformat(text)):
            assert expected is is_working_day(given)


@pytest.mark.parametrize("text", [f"{FIRST_YEAR}-01-02", f"{LAST_YEAR}-12-30"])
def test_the_first_and_the_last_working_day_of_the_calendar(text: str) -> None:
    assert is_working_day(text)


@pytest.mark.parametrize("text", [f"{FIRST_YEAR - 1}-12-29", f"{LAST_YEAR + 1}-01-02"])
def test_beyond_the_calendar_there_is_no_answer(text: str) -> None:
    with pytest.raises(BadValue):
        is_working_day(text)


@pytest.mark.parametrize(
    "value",
    [
        datetime.datetime(2025, 6, 19),  # noqa: DTZ001 - what openpyxl hands over
        "19/6 2025",
        20250619,
        None,
    ],
    ids=["datetime", "words", "number", "none"],
)
def test_what_is_no_day_is_refused(value: object) -> None:
    with pytest.raises(BadValue):
        is_working_day(value)  # type: ignore[arg-type] # it must not answer


def test_it_is_what_the_rules_ask_for() -> None:
    asked: ioplife.IsWorkingDay = is_working_day

    assert "2025-06-23" == ioplife.roll("2025-06-20", asked).isoformat()


# --- the extra -------------------------------------------------------------------------------


def told(program: str) -> str:
    """What a fresh interpreter prints."""
    finished = subprocess.run(  # noqa: S603 - a program of our own
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return finished.stdout


def test_without_the_extra_it_says_what_is_missing() -> None:
    """And under the name by which a caller can tell it from any other missing module."""
    program = """\
import sys
sys.modules["holidays"] = None
try:
    import ioplife.workdays
except ImportError as error:
    print(error.name, error, sep="; ")
"""

    assert "holidays; ioplife.workdays needs an extra: pip install 'ioplife[workdays]'\n" == told(
        program
    )


def test_a_part_that_the_package_itself_misses_is_told_as_it_is() -> None:
    program = """\
import sys
sys.modules["dateutil.easter"] = None
try:
    import ioplife.workdays
except ImportError as error:
    print(error.name)
"""

    assert "dateutil.easter\n" == told(program)


def test_the_answers_are_the_same_in_another_language() -> None:
    """The names follow the machine's language unless one is given; the days must not."""
    program = """\
import os
os.environ["LANG"] = os.environ["LANGUAGE"] = os.environ["LC_ALL"] = "th_TH.UTF-8"
from ioplife.workdays import is_working_day
print(*(is_working_day(day) for day in ("2025-06-19", "2025-06-20", "2025-06-21", "2025-06-23")))
"""

    assert "True False False True\n" == told(program)
