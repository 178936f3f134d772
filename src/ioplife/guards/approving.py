"""What must hold when the agreement is approved, and of what the approval waits for."""

from __future__ import annotations

from typing import Final

from pendulum import Date

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import Approved
from ioplife.guards.weighing import by_every_reading
from ioplife.sources import DELEGATION, DESIGN, RETROACTIVE
from ioplife.terms import Absent, BodyKind, Terms, Unknown

_MAY_DECIDE: Final = frozenset({BodyKind.COUNCIL, BodyKind.BOARD})


@guard("may-decide", source=DELEGATION)
def may_decide(case: Case, event: Approved) -> Finding:
    """The council or a board has decided, not an administration or a delegate."""
    if isinstance(event.by, Unknown):
        return unknown(needs=("by",))
    kinds = _kinds(case.terms, event.by, case.on)
    return by_every_reading((kind in _MAY_DECIDE for kind in kinds), by=event.by, kinds=kinds)


def _kinds(terms: Terms, body: str, on: Date) -> tuple[BodyKind, ...]:
    """The kinds a body's names of the day give it; none where it is no body, or nobody knows."""
    if isinstance(terms.parties, Unknown):
        return ()
    bodies = (one for party in terms.parties for one in party.bodies)
    kinds = {one.kind for one in bodies if one.id == body and one.stands(on)}
    return tuple(sorted(kinds - {BodyKind.UNKNOWN}))


@guard("decided-before-start", source=RETROACTIVE, soft=True)
def decided_before_start(case: Case) -> Finding:
    """The decision is made before the first day."""
    if isinstance(case.terms.first_day, Absent):
        return not_called_for()
    days = case.terms.first_days
    return by_every_reading((case.on < day for day in days), on=case.on, first_days=days)


@guard("had-condition", source=DESIGN)
def had_condition(case: Case) -> Finding:
    """The approval waits for something."""
    condition = case.standing.condition
    if isinstance(condition, Unknown):
        return unknown()
    return not_met() if condition is None else met(condition=condition)
