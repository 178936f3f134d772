"""What the lives are made of: parties, terms, how they begin, and the day they are asked of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import attrs
from pendulum import Date

import ioplife as iop
from ioplife.chains import Chain, Link
from ioplife.dates import IsWorkingDay, as_day
from ioplife.duties import Duty, Goal, Horizon, PerWindow
from ioplife.lifecycle import LIFECYCLE, Register, fold
from ioplife.norms import PUBLIC_SHARE, Norm
from ioplife.states import State
from ioplife.terms import (
    ABSENT,
    UNKNOWN,
    Body,
    Breach,
    Contribution,
    Disbursement,
    Notice,
    Party,
    RenewalOption,
    Terms,
)

PAPER: Final = iop.Source("The agreement", "§ 1")
FRIDAY: Final = 5

TOWN: Final = Party(
    "town",
    "Kommunen",
    sector="public",
    bodies=(
        Body("council", "Fullmäktige", kind="council"),
        Body("board", "Nämnden", kind="board"),
        Body("office", "Förvaltningen", kind="administration"),
        Body("group", "Styrgruppen"),
    ),
)
MISSION: Final = Party("mission", "Föreningen", sector="civil")

FOLLOW_UP: Final = Duty("follow-up", "follow_up", PerWindow(1, "P1Y"), who="board", source=PAPER)
MEETING: Final = Duty("meeting", "meeting", PerWindow(2, "P1Y"), who="town", source=PAPER)
IN_KIND: Final = Contribution("mission", 100_000, form="in_kind")

FULL: Final = Terms(
    parties=(TOWN, MISSION),
    kind="iop",
    first_day="2024-01-01",
    last_day="2026-12-31",
    length=ABSENT,
    renewal=RenewalOption("P1Y", times=1, ask_before="P6M", source=PAPER),
    notice=Notice("P3M", written=True, counts_from="receipt", source=PAPER),
    breach=Breach("P30D", written=True, source=PAPER),
    total=200_000,
    contributions=(Contribution("town", 100_000, form="cash"), IN_KIND),
    disbursements=(Disbursement("mission", 100_000),),
    payments=ABSENT,
    indexation=ABSENT,
    duties=(FOLLOW_UP, MEETING),
    goals=(Goal("long", Horizon("P2Y"), source=PAPER),),
    norms=(Norm(PUBLIC_SHARE, 50, source=PAPER),),
)
"""Three years from 2024, with every clause there is, as simple as it can be."""

APPROVAL: Final = 3
"""The number of the approval in a life that is told from its beginning."""

INITIATED: Final = iop.Initiated("2023-02-01", by="mission")
PROPOSED: Final = iop.Proposed("2023-04-01", by="office", to="board")
APPROVED: Final = iop.Approved("2023-06-01", by="board")
BEGUN: Final = (INITIATED, PROPOSED, APPROVED)
SIGNED: Final = (iop.Signed("2023-07-01", by="town"), iop.Signed("2023-07-02", by="mission"))
CALLED: Final = iop.FollowUpCalled("2024-02-05", by="mission")


def working(day: Date) -> bool:
    """Monday to Friday."""
    return day.isoweekday() <= FRIDAY


SUCCESSORS: Final = Chain(
    "2026-11-01",
    [
        Link(
            id=name,
            state=None,
            first_day="2027-01-01",
            last_day="2028-12-31",
            signed=signed,
            parties=("town", "mission"),
            follows="a-1",
            successor=None,
        )
        for name, signed in (("a-2", "yes"), ("a-3", "no"))
    ],
)
"""A successor that is signed, and one that is not."""


@attrs.frozen
class Told:
    """A life and a day on which it is asked of.

    Attributes:
        name: what it is, in words.
        agreement: the agreement.
        day: the day.
        is_working_day: whether a day is a working day, where that is told.
    """

    name: str
    agreement: iop.Agreement
    day: Date = attrs.field(converter=as_day)
    is_working_day: IsWorkingDay | None = None

    @cached_property
    def register(self) -> Register:
        """What has been folded by that day."""
        return self.at(self.day)

    @cached_property
    def _life(self) -> Any:  # noqa: ANN401 - the fold's
        return fold(self.agreement.terms, self.agreement.events, LIFECYCLE)

    def at(self, day: Date) -> Register:
        """What has been folded by a day."""
        register: Register = self._life.at(day)
        return register

    @property
    def state(self) -> State | None:
        """Where it stands that day."""
        return self.register.state

    def number(self, kind: type[iop.Event], default: int = 99) -> int:
        """The number of the last event of a kind; one that is not on record, if there is none."""
        found = [no for no, one in enumerate(self.agreement.events, 1) if isinstance(one, kind)]
        return found[-1] if found else default


def life(name: str, day: str, *events: iop.Event, terms: Terms = FULL, **how: IsWorkingDay) -> Told:
    return Told(name, iop.Agreement("a-1", terms, events), day, **how)


def full(**clauses: Any) -> Terms:  # noqa: ANN401 - any clause
    """The full terms, with some clauses changed."""
    return attrs.evolve(FULL, **clauses)


RUNS: Final = (*BEGUN, *SIGNED)
"""Signed by both, and nothing since."""


def binding(name: str, terms: Terms, *more: iop.Event, day: str = "2024-02-20") -> Iterator[Told]:
    """A life that binds: signed, active, and in a follow-up that somebody has called for."""
    early = tuple(one for one in more if one.on < as_day("2023-08-01"))
    yield life(f"signed, {name}", "2023-08-01", *RUNS, *early, terms=terms)
    yield life(f"active, {name}", day, *RUNS, *more, terms=terms)
    yield life(f"follow_up, {name}", day, *RUNS, *more, CALLED, terms=terms)


PARISH: Final = Party("parish", "Församlingen", sector="civil")
UNSURE: Final = Party("parish", "Församlingen", sector=UNKNOWN)
WITHOUT_BOARD: Final = attrs.evolve(TOWN, bodies=(TOWN.bodies[2],))
MONEYLESS: Final[dict[str, Any]] = {
    "parties": UNKNOWN,
    "contributions": (),
    "disbursements": (),
    "total": 0,
}
"""Nobody has read who the parties are, and there is no money for them to put in."""
