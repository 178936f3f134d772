"""What people did, on a day: the closed set of events.

Every event has ``on``, the day it happened, and may say who acted (``by``), what shows it
(``basis``), the paper's words where it gives only a month (``stated``), which unmet guards
somebody answers for (``overrides``) and text pairs of the host's own (``extra``).

A field that is left out and has no other default is UNKNOWN: nobody has said. None means
none, never "not known".
"""

from __future__ import annotations

from typing import Final

from ioplife.events.beginning import (
    Approved,
    Assessed,
    ConditionFailed,
    ConditionMet,
    Declined,
    Entered,
    Initiated,
    Proposed,
    Remitted,
    Signed,
    Tabled,
    Withdrawn,
)
from ioplife.events.deciding import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    AppealDismissed,
    Appealed,
    OfDecision,
    Stayed,
    StayLifted,
)
from ioplife.events.ending import (
    Cancelled,
    DemandCorrected,
    DemandMade,
    EndingDecided,
    EndingLifted,
    NoticeGiven,
    PartyLeft,
    Rescinded,
    Voided,
)
from ioplife.events.event import Event, Override, tag
from ioplife.events.kinds import (
    ENDED,
    UNMADE,
    ChangeReason,
    Outcome,
    Reason,
    Recommendation,
    Result,
    Under,
)
from ioplife.events.lasting import (
    EXTRA,
    Amended,
    ChangeRaised,
    Closed,
    Extended,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    RenewalDecided,
    Renewed,
    Started,
    Waived,
    Which,
)
from ioplife.events.recording import Corrected, Noted, Resolved

__all__ = [
    "DECISIONS",
    "ENDED",
    "EVENTS",
    "EVENT_OF",
    "EXTRA",
    "TAG_OF",
    "UNMADE",
    "Adjusted",
    "Amended",
    "Announced",
    "AnnouncementRemoved",
    "Annulled",
    "AppealDismissed",
    "Appealed",
    "Approved",
    "Assessed",
    "Cancelled",
    "ChangeRaised",
    "ChangeReason",
    "Closed",
    "ConditionFailed",
    "ConditionMet",
    "Corrected",
    "Declined",
    "DemandCorrected",
    "DemandMade",
    "EndingDecided",
    "EndingLifted",
    "Entered",
    "Event",
    "Extended",
    "FollowUpCalled",
    "FollowedUp",
    "Fulfilled",
    "Initiated",
    "Noted",
    "NoticeGiven",
    "OfDecision",
    "Outcome",
    "Override",
    "PartyLeft",
    "Proposed",
    "Reason",
    "Recommendation",
    "Remitted",
    "RenewalDecided",
    "Renewed",
    "Rescinded",
    "Resolved",
    "Result",
    "Signed",
    "Started",
    "StayLifted",
    "Stayed",
    "Tabled",
    "Under",
    "Voided",
    "Waived",
    "Which",
    "Withdrawn",
]

EVENTS: Final[tuple[type[Event], ...]] = (
    Initiated,
    Assessed,
    Proposed,
    Remitted,
    Tabled,
    Approved,
    ConditionMet,
    ConditionFailed,
    Declined,
    Withdrawn,
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Appealed,
    Stayed,
    StayLifted,
    AppealDismissed,
    Annulled,
    Signed,
    Entered,
    Started,
    FollowUpCalled,
    ChangeRaised,
    FollowedUp,
    Fulfilled,
    Waived,
    Amended,
    NoticeGiven,
    RenewalDecided,
    EndingDecided,
    Extended,
    Rescinded,
    EndingLifted,
    DemandMade,
    DemandCorrected,
    Cancelled,
    PartyLeft,
    Voided,
    Renewed,
    Closed,
    Noted,
    Resolved,
    Corrected,
)
"""The closed set, in the order of the life."""


EVENT_OF: Final = {tag(kind): kind for kind in EVENTS}
"""Each event by its tag."""

TAG_OF: Final = {kind: tag for tag, kind in EVENT_OF.items()}
"""The tag of each event."""

DECISIONS: Final = (
    Approved,
    Declined,
    Amended,
    NoticeGiven,
    RenewalDecided,
    EndingDecided,
    Extended,
    Rescinded,
    Cancelled,
)
"""The events that are, or rest on, a decision that can be appealed (KL 13:1-2)."""
