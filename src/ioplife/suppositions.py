"""What may be supposed of an agreement: an event on a day or when due, or no renewal."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

import attrs

from ioplife.checks import is_ident
from ioplife.errors import BadValue
from ioplife.events import Event
from ioplife.terms import UNKNOWN, Unknown


def _event(value: Event) -> Event:
    if not isinstance(value, Event):
        raise BadValue("WhenDue.event", value, "must be an Event")
    return value


@attrs.frozen
class WhenDue:
    """An event, on the day it falls due from its own day on.

    What is done for something owed then names the instance it is placed for, and a decision
    to end names the last day, where the event leaves these out.

    Args:
        event: the event; its own day is the first that counts.
    """

    event: Event = attrs.field(converter=_event)


def _actor(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not UNKNOWN:
        is_ident(instance, attribute, value)


@attrs.frozen
class NotRenewed:
    """That an agreement does not go on: where it would by itself, notice is given when due.

    Nothing is done for one that ends unless somebody renews it.

    Args:
        by: who gives notice; UNKNOWN: the public party, where there is one alone.
    """

    by: str | Unknown = attrs.field(default=UNKNOWN, validator=_actor, kw_only=True)


NOT_RENEWED: Final = NotRenewed()
"""That an agreement does not go on, by notice of its public party where that is needed."""

Supposition: TypeAlias = Event | WhenDue | NotRenewed
"""What may be supposed: an event on a day, an event when due, or that there is no renewal."""
