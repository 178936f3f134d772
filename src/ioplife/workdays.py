"""Which days are working days in Sweden, for deadlines set by law. The extra ``workdays``.

A day is no working day where lag (1930:173) § 2 moves what was due on it: Saturdays, Sundays,
public holidays (allmänna helgdagar) by lag (1989:253), and the eves of midsummer, Christmas
and New Year. Holy Saturday is a Saturday; Maundy Thursday, the eve of Epiphany and Walpurgis
Night are days like others.

The years 1990-2060 are held, day by day, against those acts' own words: lag (1989:253) is in
force from 1990-01-01, and since 2005 (SFS 2004:1320) 6 June is a holiday and Whit Monday none.
Every other year of the calendar is answered by the same rules: before 1990 other acts held,
and what an act of tomorrow will say nobody knows.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from pendulum import Date

from ioplife.dates import FIRST_YEAR, LAST_YEAR, DayLike, as_day

try:
    from holidays import DE_FACTO, PUBLIC
    from holidays.countries.sweden import Sweden
except ModuleNotFoundError as error:
    if error.name != "holidays":
        raise
    needs = "ioplife.workdays needs an extra: pip install 'ioplife[workdays]'"
    raise ModuleNotFoundError(needs, name=error.name) from None

__all__ = ["is_working_day"]

_SATURDAY: Final = 5  # of 0 to 6, as ``weekday`` counts


class _Sweden(Sweden):
    """Sweden in every year that a day may have here; out of its own years it has no holiday."""

    start_year = FIRST_YEAR
    end_year = LAST_YEAR


@cache
def _days_off(year: int) -> frozenset[Date]:
    """The days of a year that are no working days.

    ``DE_FACTO`` are the three eves. Sundays are counted here and not there, for what the
    package does about them by default has changed between its releases; so has the language
    of its names, which is the machine's where none is given.
    """
    named = _Sweden(
        years=year,
        expand=False,
        categories=(PUBLIC, DE_FACTO),
        include_sundays=False,
        language="sv",
    )
    first, beyond = Date(year, 1, 1).toordinal(), Date(year + 1, 1, 1).toordinal()
    days = map(Date.fromordinal, range(first, beyond))
    return frozenset(day for day in days if day.weekday() >= _SATURDAY or day in named)


def is_working_day(day: DayLike) -> bool:
    """Whether a day is a working day (vardag) by lag (1930:173) § 2.

    It is what ``roll``, ``appeal_ends`` and the others ask for as ``is_working_day``.

    Args:
        day: ``YYYY-MM-DD`` text, a ``datetime.date`` or a ``pendulum.Date``.

    Raises:
        BadValue: for what is no day, as everywhere.
    """
    asked = as_day(day)
    return asked not in _days_off(asked.year)
