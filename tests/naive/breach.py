"""Demands that a breach be corrected, each with a clock of its own (RULES §5)."""

import attrs
from pendulum import Date

from ioplife.events import DemandMade
from ioplife.standing import Demand
from ioplife.terms import UNKNOWN, Absent, Breach, Unknown
from tests.naive.faults import Faults
from tests.naive.months import after, days_after


def cure_ends(
    clause: Breach | Absent | Unknown, demand: DemandMade, faults: Faults
) -> Date | None | Unknown:
    """The last day to correct it; None: its time never began."""
    if isinstance(clause, Absent):
        return None
    if isinstance(clause, Unknown):
        return UNKNOWN
    oral = demand.written is False
    if clause.written is True and oral:
        return None
    if clause.written is True and isinstance(demand.written, Unknown):
        return UNKNOWN
    if isinstance(clause.written, Unknown) and demand.written is not True:
        return UNKNOWN
    if isinstance(clause.cure, Unknown):
        return UNKNOWN
    return days_after(after(demand.on, clause.cure), faults.cured_late)


class Demands:
    """The demands so far."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.all: dict[int, Demand] = {}

    def make(self, number: int, event: DemandMade, clause: Breach | Absent | Unknown) -> None:
        ends = cure_ends(clause, event, self.faults)
        self.all[number] = Demand(number, event.on, event.written, ends)

    def meant(self, demand: int | Unknown) -> int | Unknown:
        """The one it names, or the one that waits."""
        waiting = [number for number, one in self.all.items() if one.corrected is None]
        if isinstance(demand, Unknown) and len(waiting) == 1:
            return waiting[0]
        return demand

    def correct(self, demand: int | Unknown, by: int) -> bool:
        """The one it names, or the one there is; whether there is such a one."""
        demand = self.meant(demand)
        if isinstance(demand, Unknown) or demand not in self.all:
            return False
        if self.all[demand].corrected is None:
            self.all[demand] = attrs.evolve(self.all[demand], corrected=by)
        return True

    def cancel(self, demand: int | Unknown, by: int) -> None:
        """For the one it names, or the one there is."""
        demand = self.meant(demand)
        if isinstance(demand, Unknown) or demand not in self.all:
            return
        if self.all[demand].corrected is None:
            self.all[demand] = attrs.evolve(self.all[demand], cancelled=by)
