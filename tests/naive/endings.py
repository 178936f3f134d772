"""What has set a last day besides the period, what lifted it, and who has left."""

from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple

from pendulum import Date

from ioplife.events import Reason
from ioplife.terms import Party, Sector, Unknown

TIES: Final = (
    Reason.VOID,
    Reason.ANNULLED,
    Reason.BREACH,
    Reason.NOTICE,
    Reason.RESCINDED,
    Reason.PARTY_LEFT,
)
"""Of endings on one day, the reason of the first of these is told (RULES §2)."""


class End(NamedTuple):
    """An ending.

    Args:
        number: the number of the event that set it.
        on: that event's day.
        last_day: the last day it sets; None: nobody can tell which.
        reason: why it is over if this ends it; None: for a successor.
        sure: whether it ends at all, be it on a day that nobody can tell.
    """

    number: int
    on: Date
    last_day: Date | None
    reason: Reason | None
    sure: bool = True


class Endings:
    """Every ending that was set, and what has lifted it since."""

    def __init__(self) -> None:
        self.all: dict[int, End] = {}
        self.lifted: dict[int, set[int]] = {}

    def put(self, end: End) -> None:
        self.all[end.number] = end

    def standing(self) -> list[End]:
        return [end for number, end in self.all.items() if not self.lifted.get(number)]

    def dated(self) -> dict[int, Date]:
        """The endings that stand and whose day is known."""
        return {end.number: end.last_day for end in self.standing() if end.last_day is not None}

    def doubts(self) -> list[End]:
        """What ends it, or may end it, on a day nobody can tell (001)."""
        return [end for end in self.standing() if end.last_day is None]

    def earliest(self) -> Date | None:
        return min(self.dated().values(), default=None)

    def decided(self) -> Date | None:
        """The day of the event that sets the earliest last day; of several, of the gravest."""
        here = [end for end in self.standing() if end.last_day == self.earliest()]
        for reason in (*TIES, None):
            for end in here:
                if end.last_day is not None and end.reason == reason:
                    return end.on
        return None

    def stops_extension(self) -> bool:
        """RULES §2: while an ending stands, it does not go on by itself."""
        return any(end.sure for end in self.standing())

    def lift(self, number: int | None | Unknown, by: int) -> None:
        """By an event; the one there is where it names none (003)."""
        standing = [end.number for end in self.standing()]
        if isinstance(number, Unknown) and len(standing) == 1:
            (number,) = standing
        if number in standing:
            self.lifted.setdefault(number, set()).add(by)

    def restore(self, by: int) -> None:
        """What lifted them is annulled: what it lifted stands again."""
        for lifters in self.lifted.values():
            lifters.discard(by)

    def reason(self, last: Date) -> Reason | None:
        """RULES §2: that of the ending whose day is the last day."""
        here = [end.reason for end in self.standing() if end.last_day == last]
        return next((reason for reason in TIES if reason in here), None)


class Left(NamedTuple):
    """A party that has left, and its last day; None: nobody can tell which."""

    party: str
    last_day: Date | None


ENOUGH: Final = 2
"""So many parties make an agreement."""

Parting = tuple[bool | None, Date | None]
"""Whether it ends (None: nobody can tell), and on which day (None: nobody can tell)."""

SECTORS: Final = (Sector.PUBLIC, Sector.CIVIL, Sector.OTHER)


def parting(parties: Sequence[Party], before: Sequence[Left], now: Left) -> Parting:
    """RULES §2: it ends where no civil or no public party remains, each to its own last day.

    Every sector is tried of a party whose sector nobody knows, and every party that remains
    where nobody knows which has left.

    Args:
        parties: the parties.
        before: those that have left before.
        now: the one that leaves now; without a name, nobody knows which.
    """
    gone = {one.party for one in before}
    who = [now.party] if now.party else [one.id for one in parties if one.id not in gone]
    found: set[Parting] = set()
    for party in who:
        left = {one.party: one.last_day for one in [*before, Left(party, now.last_day)]}
        known = [SECTORS if isinstance(one.sector, Unknown) else (one.sector,) for one in parties]
        for sectors in product(*known):
            found.add(_parting(dict(zip([one.id for one in parties], sectors, strict=True)), left))
    overs = {over for over, _ in found} or {None}
    if overs == {True}:
        days = {day for _, day in found}
        return True, days.pop() if len(days) == 1 else None
    return (False if overs == {False} else None), None


def _parting(sectors: dict[str, Sector], left: dict[str, Date | None]) -> Parting:
    """The same, where every sector is known: it ends with the last party of one of the two.

    So it does when fewer than two parties are left (021), on the day after which that is so.
    """
    ends: list[Date | None] = []
    for sector in (Sector.PUBLIC, Sector.CIVIL):
        members = [party for party, its in sectors.items() if its is sector]
        if members and all(party in left for party in members):
            ends.append(_latest([left[party] for party in members]))
    days = [left[party] for party in sectors if party in left]
    if len(sectors) - len(days) < ENOUGH:
        known = sorted(day for day in days if day is not None)
        all_known = len(known) == len(days)
        ends.append(known[max(len(sectors) - ENOUGH, 0)] if all_known else None)
    known = [day for day in ends if day is not None]
    return bool(ends), min(known, default=None)


def _latest(days: Sequence[Date | None]) -> Date | None:
    """The latest of some days; None where nobody knows one of them."""
    known = [day for day in days if day is not None]
    return max(known) if len(known) == len(days) else None
