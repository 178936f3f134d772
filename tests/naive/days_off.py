"""The days that are no working days, from the words of the acts alone.

A second source for ``ioplife.workdays``: plain dates, no library's calendar. It counts by the
acts that hold from 1990 on, whatever year it is asked for.
"""

from __future__ import annotations

import datetime
from datetime import date
from itertools import count

MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6
NATIONAL_DAY_SINCE = 2005  # SFS 2004:1320, in force from 2005-04-01

Named = dict[str, date]
"""Days by their Swedish names."""


def later(day: date, days: int) -> date:
    return day + datetime.timedelta(days)


def after(day: date, weekday: int, number: int = 1) -> date:
    """The first (second, …) such weekday after a day, the day itself not counted."""
    days = (later(day, ahead) for ahead in count(1))
    found = (one for one in days if one.weekday() == weekday)
    for _ in range(number - 1):
        next(found)
    return next(found)


def within(first: date, last: date, weekday: int) -> date:
    """The one such weekday of a week, both ends included."""
    days = [later(first, ahead) for ahead in range((last - first).days + 1)]
    (found,) = (day for day in days if day.weekday() == weekday)
    return found


def full_moon(year: int) -> date:
    """The full moon on 21 March or nearest after it, as the Church counts.

    By the golden number and the epact: how old the moon is on 1 January, in the thirty days
    that a moon is given, set right for the leap days left out of the centuries and for the
    moon's own drift.
    """
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_days_left_out = 3 * century // 4 - 12
    drift = (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + drift - leap_days_left_out) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    march = 44 - epact
    return later(date(year, 3, 1), (march if march >= 21 else march + 30) - 1)


def public_holidays(year: int) -> Named:
    """Lag (1989:253) § 2, in its order; the other Sundays of § 1 are ``days_off``'s."""
    easter = after(full_moon(year), SUNDAY)
    whitsun = after(easter, SUNDAY, 7)
    days = {
        "nyårsdagen": date(year, 1, 1),
        "trettondedag jul": date(year, 1, 6),
        "långfredagen": within(later(easter, -7), later(easter, -1), FRIDAY),
        "påskdagen": easter,
        "annandag påsk": later(easter, 1),
        "första maj": date(year, 5, 1),
        "Kristi himmelsfärdsdag": after(easter, THURSDAY, 6),
        "pingstdagen": whitsun,
        "midsommardagen": within(date(year, 6, 20), date(year, 6, 26), SATURDAY),
        "alla helgons dag": within(date(year, 10, 31), date(year, 11, 6), SATURDAY),
        "juldagen": date(year, 12, 25),
        "annandag jul": date(year, 12, 26),
    }
    if year >= NATIONAL_DAY_SINCE:
        return days | {"nationaldagen": date(year, 6, 6)}
    return days | {"annandag pingst": later(whitsun, 1)}


def eves(year: int) -> Named:
    """The three that lag (1930:173) § 2 names."""
    return {
        "midsommarafton": later(public_holidays(year)["midsommardagen"], -1),
        "julafton": date(year, 12, 24),
        "nyårsafton": date(year, 12, 31),
    }


def days_of(year: int) -> list[date]:
    first, beyond = date(year, 1, 1), date(year + 1, 1, 1)
    return [later(first, ahead) for ahead in range((beyond - first).days)]


def days_off(year: int) -> set[date]:
    """Lag (1930:173) § 2: on these, what is due may be done the next working day."""
    named = {*public_holidays(year).values(), *eves(year).values()}
    return {day for day in days_of(year) if day.weekday() in {SATURDAY, SUNDAY} or day in named}
