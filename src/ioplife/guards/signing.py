"""What must hold when a party signs."""

from __future__ import annotations

from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import LONGEST_ROLL, next_day
from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import TAG_OF, Approved, Signed
from ioplife.sources import ALL_SIGNED, DESIGN, ENFORCEMENT
from ioplife.standing import Finality
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


@guard("decision-final", source=ENFORCEMENT, soft=True)
def decision_final(case: Case) -> Finding:
    """The approval is final when the agreement is signed."""
    approvals = [one for one in case.standing.final if one.tag == TAG_OF[Approved]]
    if not approvals:
        return not_called_for()
    approval = max(approvals, key=lambda one: (one.on, one.number))
    number = approval.number
    if approval.stayed is not None:
        return not_met(decision=number, stayed=approval.stayed)
    match approval.answer:
        case Answer.YES:
            return met(decision=number)
        case Answer.UNKNOWN:
            return unknown(decision=number)
        case Answer.NO if approval.appeals:
            return not_met(decision=number, appeals=approval.appeals)
        case Answer.NO if approval.broken:
            return not_met(decision=number, removed=approval.removed)
        case Answer.NO:
            ends = approval.appeal_ends
            return not_met(from_day=_final_from(case, approval), decision=number, appeal_ends=ends)


def _final_from(case: Case, approval: Finality) -> Date | None:
    """The day from which time alone makes it final; None where time alone does not."""
    ends = approval.appeal_ends
    if ends is None or approval.annulled is not None:
        return None
    if case.is_working_day is None:  # the last day to appeal may be a later one
        ends = Date.fromordinal(ends.toordinal() + LONGEST_ROLL)
    return next_day(ends)
