"""What holds for every event: who acts, and what was recorded later."""

from __future__ import annotations

from typing import Final

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import (
    Amended,
    Approved,
    Cancelled,
    ChangeRaised,
    Closed,
    Corrected,
    DemandMade,
    EndingLifted,
    Event,
    Extended,
    FollowUpCalled,
    Initiated,
    NoticeGiven,
    Rescinded,
    Resolved,
    Signed,
    Started,
)
from ioplife.sources import DESIGN
from ioplife.terms import Unknown

_SAYS_WHO: Final = (
    Initiated,
    Approved,
    Signed,
    Started,
    FollowUpCalled,
    ChangeRaised,
    NoticeGiven,
    Extended,
    DemandMade,
    Cancelled,
    Closed,
    Resolved,
    Corrected,
)
"""The events that say little more than who acted."""


def _agreed_by(event: Event) -> tuple[str, ...]:
    match event:
        case (
            Rescinded(agreed_by=agreed) | EndingLifted(agreed_by=agreed) | Amended(agreed_by=agreed)
        ):
            return () if isinstance(agreed, Unknown) else agreed
        case _:
            return ()


@guard("unknown-actor", source=DESIGN)
def unknown_actor(case: Case, event: Event) -> Finding:
    """Whoever acts or agrees is a party of the agreement, or a body of one."""
    by = () if isinstance(event.by, Unknown) else (event.by,)
    actors = tuple(dict.fromkeys(by + _agreed_by(event)))
    if not actors:
        return unknown(needs=("by",)) if isinstance(event, _SAYS_WHO) else not_called_for()
    agreed = (case.terms, event.terms) if isinstance(event, Amended) else (case.terms,)
    strangers = tuple(
        actor for actor in actors if not any(actor in terms.actors for terms in agreed)
    )
    if not strangers:
        return met(actors=actors)
    if any(isinstance(terms.parties, Unknown) for terms in agreed):
        return unknown(actors=strangers)
    return not_met(strangers=strangers)


@guard("later-records-stand", source=DESIGN, soft=True)
def later_records_stand(case: Case) -> Finding:
    """Every later record keeps the effect it has now."""
    return not_met(numbers=case.unsettled) if case.unsettled else met()
