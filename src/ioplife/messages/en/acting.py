"""What holds for every event, for answers and for corrections, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "wrong-state": {
        "met": ("the event can happen in this state",),
        "not_met": (
            "in the state {state} this can happen only where {only}",
            "this cannot happen in the state {state}, only in {allowed:or}",
            "this cannot happen in the state it stands in",
        ),
        "unknown": ("it is not known whether the agreement stands where this can happen",),
        "not_called_for": ("this can happen in any state",),
    },
    "unknown-actor": {
        "met": (
            (
                "{actors} {actors:is a party|are parties} of the agreement, or {actors:a"
                " body|bodies} of one"
            ),
            "whoever acts is a party of the agreement or a body of one",
        ),
        "not_met": (
            (
                "{strangers} {strangers:is no party|are no parties} of the agreement,"
                " nor {strangers:a body|bodies} of one"
            ),
            "whoever acts is no party of the agreement, nor a body of one",
        ),
        "unknown": (
            (
                "nobody has read who the parties are, and so whether {actors} {actors:is|are}"
                " among them"
            ),
            "it is not said who acts",
        ),
        "not_called_for": ("it is not said who acts, and it need not be",),
    },
    "later-records-stand": {
        "met": ("every later record keeps the effect it has",),
        "not_met": (
            (
                "with this, {numbers:event|events} {numbers}, on record already,"
                " would no longer have any effect"
            ),
            "with this, other records would no longer have any effect",
        ),
        "unknown": ("it is not known whether every later record keeps its effect",),
        "not_called_for": ("nothing is recorded for later",),
    },
    "call-open": {
        "met": ("event {answers} waits for an answer", "what is answered waits for it"),
        "not_met": (
            "event {answers} waits for no answer; {waiting} {waiting:does|do}",
            "event {answers} waits for no answer",
            "nothing waits for this answer",
        ),
        "unknown": ("it is not said which call or change is answered",),
        "not_called_for": ("no call and no change is answered",),
    },
    "event-exists": {
        "met": ("number {event_no} is on record", "what is corrected is on record"),
        "not_met": (
            "there is no number {event_no}: {recorded} {recorded:event is|events are} on record",
            "what is corrected is not on record",
        ),
        "unknown": ("it is not known whether what is corrected is on record",),
        "not_called_for": ("nothing on record is corrected",),
    },
    "reading-stated": {
        "met": (
            "{what} may be read as {reading}",
            "the reading is stated, or rests on another paper",
        ),
        "not_met": (
            "the papers give {what} as {readings:or}; {reading} needs another paper to rest on",
            "the papers do not give {what} as {reading}; it needs another paper to rest on",
            "{what} is not among the terms",
            "the reading is not stated, and rests on no other paper",
        ),
        "unknown": (
            "the papers give {what} as {readings:or}, and it is not known what {reading} rests on",
            "it is not known whether the papers give {what} as {reading}",
            "it is not said how {what} is to be read",
            "it is not said which reading is meant",
        ),
        "not_called_for": ("no reading is settled",),
    },
}
