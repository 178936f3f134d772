"""In which states each event has a row."""

from typing import Final

from ioplife.events import (
    EVENTS,
    Adjusted,
    Amended,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    Approved,
    Assessed,
    Cancelled,
    ChangeRaised,
    Closed,
    ConditionFailed,
    ConditionMet,
    Corrected,
    Declined,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    Initiated,
    Noted,
    NoticeGiven,
    PartyLeft,
    Proposed,
    Reason,
    Remitted,
    RenewalDecided,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Started,
    Stayed,
    StayLifted,
    Tabled,
    Voided,
    Waived,
    Withdrawn,
)
from ioplife.states import IN_FORCE, State

EVERYWHERE: Final[frozenset[State | None]] = frozenset({None, *State})
BINDING: Final[frozenset[State | None]] = frozenset({State.SIGNED, *IN_FORCE})
ENDED: Final[frozenset[State | None]] = frozenset({State.TERMINATED, State.RENEWED})
DECIDED: Final = BINDING | ENDED | {State.APPROVED, State.DECLINED}
"""The states in which a decision may be on record."""

SOURCES: Final[dict[type[Event], frozenset[State | None]]] = {
    Initiated: frozenset({None}),
    Assessed: EVERYWHERE - {State.DECLINED},
    Proposed: frozenset({State.INITIATIVE}),
    Remitted: frozenset({State.PROPOSED}),
    Tabled: frozenset({State.PROPOSED}),
    Approved: frozenset({State.PROPOSED}),
    ConditionMet: frozenset({State.APPROVED}),
    ConditionFailed: frozenset({State.APPROVED}),
    Declined: frozenset({State.INITIATIVE, State.PROPOSED}),
    Withdrawn: frozenset({State.INITIATIVE, State.PROPOSED, State.APPROVED}),
    Adjusted: DECIDED,
    Announced: DECIDED,
    AnnouncementRemoved: DECIDED,
    Appealed: DECIDED,
    Stayed: DECIDED,
    StayLifted: DECIDED,
    AppealDismissed: DECIDED,
    Annulled: DECIDED,
    Signed: frozenset({State.APPROVED}),
    Entered: EVERYWHERE,  # and the state has a lower rank than the one it enters
    Started: frozenset({State.SIGNED}),  # and no first day can be read
    FollowUpCalled: frozenset(IN_FORCE),
    ChangeRaised: BINDING,
    FollowedUp: frozenset({*IN_FORCE, *ENDED}),  # after the end: where it answers what was owed
    Fulfilled: BINDING | ENDED,
    Waived: BINDING | ENDED,
    Amended: BINDING,
    NoticeGiven: BINDING,
    RenewalDecided: frozenset(IN_FORCE),
    EndingDecided: frozenset(IN_FORCE),
    Extended: frozenset(IN_FORCE),
    Rescinded: BINDING,
    EndingLifted: BINDING,
    DemandMade: frozenset(IN_FORCE),
    DemandCorrected: frozenset(IN_FORCE),
    Cancelled: frozenset(IN_FORCE),
    PartyLeft: BINDING,
    Voided: BINDING,
    Renewed: frozenset({*IN_FORCE, State.TERMINATED}),  # terminated: expired or not_renewed
    Closed: ENDED,
    Noted: EVERYWHERE,
    Resolved: EVERYWHERE,
    Corrected: EVERYWHERE,
}
"""The states in which each event has a row."""

ONLY_WHILE_BINDING: Final = frozenset(
    {FollowedUp, Renewed, *(kind for kind in EVENTS if SOURCES[kind] <= BINDING)}
)
"""What shows, when it happens in force, that the agreement was in force that day (001).

A late successor has a row of its own (terminated to renewed), and so has a follow-up after the
end: what is renewed or followed up in force counts.
"""

LATE_SUCCESSOR: Final = frozenset({Reason.EXPIRED, Reason.NOT_RENEWED})
