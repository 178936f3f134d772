"""What an index was, from when that was known, and which of several values counts."""

from decimal import Decimal

import pytest
from pendulum import Date

from ioplife.indices import OPI, IndexStatus, Observation, as_percent, counting
from ioplife.terms import UNKNOWN, Unknown


def value(year: int, on: str) -> Decimal | Unknown | None:
    """What OPI of a year is, as it is known on a day; None: nothing is."""
    found = counting(OPI, index="OPI", year=year, on=Date.fromisoformat(on))
    assert len(found) < 2
    return found[0].percent if found else None


def seen(percent: str | Unknown, published: str | Unknown = UNKNOWN, *, status: str) -> Observation:
    return Observation("OPI", 2030, percent, status=status, published=published)


def percents(*observations: Observation, on: str = "2031-01-01") -> list[str]:
    day = Date.fromisoformat(on)
    found = counting(observations, index="OPI", year=2030, on=day)
    return [str(one.percent) for one in found]


# --- what is shipped ---------------------------------------------------------------------


def test_every_year_of_2015_to_2023_has_its_definitive_value() -> None:
    assert {
        2015: "2.2",
        2016: "2.6",
        2017: "2.7",
        2018: "2.6",
        2019: "2.7",
        2020: "3.0",
        2021: "1.5",
        2022: "1.9",
        2023: "4.6",
    } == {one.year: str(one.percent) for one in OPI if one.status is IndexStatus.DEFINITIVE}


def test_each_has_its_source_and_none_a_day_that_no_paper_gives() -> None:
    assert [] == [one for one in OPI if one.source is None]
    assert {
        (2019, "definitive", "2018-12-12"),
        (2020, "preliminary", "2019-12-16"),
        (2020, "definitive", "2020-12-16"),
        (2021, "definitive", "2020-12-16"),
        (2023, "definitive", "2023-04-19"),
    } == {
        (one.year, one.status.value, str(one.published)) for one in OPI if one.published != UNKNOWN
    }


@pytest.mark.parametrize(
    ("year", "on", "expected"),
    [
        (2014, "2026-01-01", None),
        (2019, "2018-12-11", None),
        (2019, "2018-12-12", Decimal("2.7")),
        (2020, "2019-12-15", None),
        (2020, "2019-12-16", Decimal("2.7")),
        (2020, "2020-12-15", Decimal("2.7")),
        (2020, "2020-12-16", Decimal("3.0")),
        (2022, "2019-01-01", Decimal("1.9")),
        (2023, "2023-04-18", Decimal("3.5")),
        (2023, "2023-04-19", Decimal("4.6")),
        (2024, "2026-01-01", None),
    ],
)
def test_asked_on_a_day_the_latest_status_published_by_then_counts(
    year: int, on: str, expected: Decimal | Unknown | None
) -> None:
    assert expected == value(year, on)


# --- which one counts --------------------------------------------------------------------


def test_an_index_of_another_name_is_none() -> None:
    assert () == counting(OPI, index="PKV", year=2022, on=Date(2026, 1, 1))


def test_definitive_goes_before_preliminary_though_published_before_it() -> None:
    early = seen("1", "2029-12-01", status="definitive")
    late = seen("2", "2030-06-01", status="preliminary")
    assert ["1"] == percents(late, early)


def test_of_one_status_the_latest_published_counts_and_a_dated_one_before_an_undated() -> None:
    first, second = (seen(str(n), f"2030-0{n}-01", status="definitive") for n in (1, 2))
    undated = seen("3", status="definitive")
    assert ["2"] == percents(second, undated, first)
    assert ["1"] == percents(second, undated, first, on="2030-01-31")
    assert ["3"] == percents(second, undated, first, on="2029-12-31")


def test_a_percent_that_nobody_has_read_gives_way_to_one_of_its_status() -> None:
    unread = seen(UNKNOWN, "2029-12-16", status="preliminary")
    read = seen("2.7", status="preliminary")
    settled = seen(UNKNOWN, "2030-04-01", status="definitive")
    assert ["2.7"] == percents(unread, read)
    assert ["unknown"] == percents(unread, read, settled)


def test_several_come_back_where_nothing_tells_them_apart() -> None:
    pair = [seen(one, "2030-01-01", status="definitive") for one in ("1", "2")]
    assert ["1", "2"] == percents(*pair)


# --- what it takes -----------------------------------------------------------------------


@pytest.mark.parametrize("text", ["0", "-99.9999", "4.6", "100", "999.9999"])
def test_percent_may_be_of_either_sign(text: str) -> None:
    assert Decimal(text) == as_percent(text) == as_percent(Decimal(text))


@pytest.mark.parametrize("status", ["definitive", "preliminary"])
def test_a_value_known_to_be_replaced_is_never_told(status: str) -> None:
    """Something newer is published and nobody has read it: that counts, and is not known."""
    both = (seen("1", "2029-12-15", status=status), seen(UNKNOWN, "2030-03-01", status=status))
    asked = [
        [one.percent for one in counting(both, index="OPI", year=2030, on=Date(2030, *day))]
        for day in ((2, 28), (3, 1))
    ]
    assert [[Decimal(1)], [UNKNOWN]] == asked
