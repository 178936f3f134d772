"""What must hold when a party signs."""

from __future__ import annotations

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import Signed
from ioplife.sources import ALL_SIGNED, DESIGN
from ioplife.terms import Unknown


@guard("condition-open", source=DESIGN)
def condition_open(case: Case) -> Finding:
    """The approval waits for nothing more."""
    condition = case.standing.condition
    if isinstance(condition, Unknown):
        return unknown()
    return met() if condition is None else not_met(condition=condition)


@guard("signed-once", source=ALL_SIGNED)
def signed_once(case: Case, event: Signed) -> Finding:
    """The party has not signed before."""
    signed = case.standing.signed_by
    if isinstance(event.by, Unknown):
        return unknown(needs=("by",), signed=signed)
    if isinstance(case.terms.parties, Unknown):
        return unknown(signed=signed)
    party = case.terms.actors.get(event.by)
    if party is None:
        return not_called_for(by=event.by)
    return not_met(party=party) if party in signed else met(party=party)
