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
from ioplife.events.event import Event, Override, tag
from ioplife.events.kinds import ENDED, ChangeReason, Outcome, Reason, Recommendation, Result
from ioplife.events.lasting import (
    EXTRA,
    ChangeRaised,
    Closed,
    EndingDecided,
    EndingLifted,
    FollowedUp,
    FollowUpCalled,
    Fulfilled,
    NoticeGiven,
    RenewalDecided,
    Renewed,
    Rescinded,
    Started,
    Waived,
    Which,
)
from ioplife.events.recording import Corrected, Noted, Resolved

__all__ = [
    "ENDED",
    "EVENTS",
    "EVENT_OF",
    "EXTRA",
    "TAG_OF",
    "Approved",
    "Assessed",
    "ChangeRaised",
    "ChangeReason",
    "Closed",
    "ConditionFailed",
    "ConditionMet",
    "Corrected",
    "Declined",
    "EndingDecided",
    "EndingLifted",
    "Entered",
    "Event",
    "FollowUpCalled",
    "FollowedUp",
    "Fulfilled",
    "Initiated",
    "Noted",
    "NoticeGiven",
    "Outcome",
    "Override",
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
    "Tabled",
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
    Signed,
    Entered,
    Started,
    FollowUpCalled,
    ChangeRaised,
    FollowedUp,
    Fulfilled,
    Waived,
    NoticeGiven,
    RenewalDecided,
    EndingDecided,
    Rescinded,
    EndingLifted,
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
