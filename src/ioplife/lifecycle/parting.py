"""What becomes of the agreement when a party leaves (RULES §2)."""

from __future__ import annotations

from collections.abc import Mapping

from pendulum import Date

from ioplife.events import PartyLeft, Reason
from ioplife.lifecycle.ending import end, may_end
from ioplife.lifecycle.register import NO_SUCH_EVENT, Register
from ioplife.terms import UNKNOWN, Party, Sector, Unknown


def leave(register: Register, number: int, event: PartyLeft) -> str | None:
    """It ends with the day after which no civil or no public party remains.

    Where nobody knows who they are, which of them left, or of which sector one is, nobody can
    tell whether it ends.
    """
    parties, party = register.terms.parties, event.party
    if isinstance(parties, Unknown):
        may_end(register, number, event.on)
        return None
    last = event.on if event.last_day is None else event.last_day
    left = dict(register.left)
    if isinstance(party, Unknown):
        staying = [one.id for one in parties if one.id not in left]
        ends = {_ends(parties, {**left, one: last}) for one in staying}
        day = ends.pop() if len(ends) == 1 else UNKNOWN
    else:
        party = register.terms.actors.get(party, party)
        if party not in register.terms.party_ids or party in left:
            return NO_SUCH_EVENT
        left[party] = last
        register.left = tuple(sorted(left.items()))
        day = _ends(parties, left)
    if isinstance(day, Date):
        end(register, number, event.on, day, Reason.PARTY_LEFT)
    elif day is UNKNOWN:
        may_end(register, number, event.on)
    return None


def _ends(parties: tuple[Party, ...], left: Mapping[str, Date | Unknown]) -> Date | None | Unknown:
    """The day after which no civil or no public party remains; None: both remain."""
    days = [_last_of(sector, parties, left) for sector in (Sector.CIVIL, Sector.PUBLIC)]
    known = [day for day in days if isinstance(day, Date)]
    if known:
        return min(known)
    return UNKNOWN if UNKNOWN in days else None


def _last_of(
    sector: Sector, parties: tuple[Party, ...], left: Mapping[str, Date | Unknown]
) -> Date | None | Unknown:
    """The last day with a party of a sector; None: one remains, or there never was one."""
    of_it = [one for one in parties if one.sector is sector]
    perhaps = [one for one in parties if one.sector is UNKNOWN]
    if any(one.id not in left for one in of_it):
        return None
    if not of_it and all(one.id not in left for one in perhaps):
        return None  # of whichever sector they are, none of this one has left
    if perhaps:
        return UNKNOWN
    days = [left[one.id] for one in of_it]
    known = [day for day in days if isinstance(day, Date)]
    return max(known) if len(known) == len(days) else UNKNOWN
