"""What becomes of the agreement when a party leaves (RULES §2, decision 021)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import attrs
from pendulum import Date

from ioplife.events import PartyLeft, Reason
from ioplife.lifecycle.ending import end, may_end
from ioplife.lifecycle.register import NO_SUCH_EVENT, Register
from ioplife.terms import UNKNOWN, Party, Sector, Unknown

Left: TypeAlias = Mapping[str, Date | Unknown]
"""The last day of each party that has left."""


@attrs.frozen
class _End:
    """That it ends, or may.

    Attributes:
        last_day: the last day with those without whom it ends.
        sure: whether it surely ends.
    """

    last_day: Date | Unknown
    sure: bool = True


_PERHAPS = _End(UNKNOWN, sure=False)


def leave(register: Register, number: int, event: PartyLeft) -> str | None:
    """It ends with the day after which no civil or no public party remains, or only one.

    Where nobody knows who they are, which of them left, or of which sector one is, nobody can
    tell whether it ends.
    """
    parties, party = register.terms.parties, event.party
    last = event.on if event.last_day is None else event.last_day
    left = dict(register.left)
    if isinstance(parties, Unknown):
        if isinstance(party, str):
            register.left = tuple(sorted({**left, party: last}.items()))
        may_end(register, number, event.on)
        return None
    if isinstance(party, Unknown):
        staying = [one.id for one in parties if one.id not in left]
        found = _whichever(_ends(parties, {**left, one: last}) for one in staying)
    else:
        party = register.terms.actors.get(party, party)
        if party not in register.terms.party_ids or party in left:
            return NO_SUCH_EVENT
        left[party] = last
        register.left = tuple(sorted(left.items()))
        found = _ends(parties, left)
    if found is not None and found.sure:
        end(register, number, event.on, found.last_day, Reason.PARTY_LEFT)
    elif found is not None:
        may_end(register, number, event.on)
    return None


def _whichever(ends: Iterable[_End | None]) -> _End | None:
    """What all of several cases come to; unknown where they differ."""
    cases = set(ends)
    if len(cases) <= 1:
        return next(iter(cases), _PERHAPS)
    sure = all(one is not None and one.sure for one in cases)
    return _End(UNKNOWN) if sure else _PERHAPS


def _ends(parties: tuple[Party, ...], left: Left) -> _End | None:
    """Whether it ends, and when; None: it does not."""
    sectors = (_without(sector, parties, left) for sector in (Sector.CIVIL, Sector.PUBLIC))
    found = [one for one in (*sectors, _alone(parties, left)) if one is not None]
    days = [one.last_day for one in found if isinstance(one.last_day, Date)]
    if days:
        return _End(min(days))
    return max(found, key=lambda one: one.sure, default=None)


def _without(sector: Sector, parties: tuple[Party, ...], left: Left) -> _End | None:
    """Whether no party of a sector remains; None: one does, or there never was one."""
    of_it = [one.id for one in parties if one.sector is sector]
    perhaps = [one.id for one in parties if one.sector is UNKNOWN]
    if any(one not in left for one in of_it):
        return None
    if not of_it and all(one not in left for one in perhaps):
        return None  # of whichever sector they are, none of this one has left
    if not of_it or any(one not in left for one in perhaps):
        return _PERHAPS
    if perhaps:
        return _End(UNKNOWN)
    days = [left[one] for one in of_it]
    known = [day for day in days if isinstance(day, Date)]
    return _End(max(known) if len(known) == len(days) else UNKNOWN)


def _alone(parties: tuple[Party, ...], left: Left) -> _End | None:
    """Whether fewer than two parties remain; None: two do."""
    days = [left[one.id] for one in parties if one.id in left]
    if len(parties) - len(days) > 1:
        return None
    known = sorted(day for day in days if isinstance(day, Date))
    if len(known) < len(days):
        return _End(UNKNOWN)
    last_but_one = len(days) == len(parties) > 1  # the other one outlived it
    return _End(known[-2] if last_but_one else known[-1])
