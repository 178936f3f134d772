"""What becomes of a decision: minutes, announcement, appeal, a court's word (KL 5, 8 and 13)."""

from __future__ import annotations

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.events.event import Event, is_number, or_unknown


@attrs.frozen
class OfDecision(Event):
    """What happens to one decision on record. Use one of its children.

    Args:
        decision: the number of the event that the decision is; may be left out where there
            is one.
    """

    decision: int | Unknown = attrs.field(
        default=UNKNOWN, validator=or_unknown(is_number), kw_only=True
    )


@attrs.frozen
class Adjusted(OfDecision):
    """The minutes with the decision were adjusted (justering)."""


@attrs.frozen
class Announced(OfDecision):
    """It was announced on the notice board that the minutes are adjusted (tillkännagivande)."""


@attrs.frozen
class AnnouncementRemoved(OfDecision):
    """The announcement was taken down."""


@attrs.frozen
class Appealed(OfDecision):
    """The decision was appealed (laglighetsprövning)."""


@attrs.frozen
class Stayed(OfDecision):
    """A court ordered that the decision must not be carried out for now (inhibition)."""


@attrs.frozen
class StayLifted(OfDecision):
    """The order that it must not be carried out no longer holds."""


@attrs.frozen
class AppealDismissed(OfDecision):
    """The appeal was dismissed or rejected, and that stands (avslag, avvisning)."""


@attrs.frozen
class Annulled(OfDecision):
    """A court annulled the decision (upphävande)."""
