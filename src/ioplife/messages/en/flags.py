"""What each flag says, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

FLAGS: Final[Mapping[str, Variants]] = {
    "ends": (
        "the agreement ends on {last_day}, {when}",
        "the agreement ends on {last_day}",
        "the agreement ends",
    ),
    "ended-undecided": (
        "the agreement ended on {last_day}, {when}, and nothing is decided about what follows",
        "the agreement ended on {last_day}, and nothing is decided about what follows",
        "the agreement has ended, and nothing is decided about what follows",
    ),
    "renewed": (
        "{successor} follows the agreement, which ends on {last_day}",
        "{successor} follows the agreement",
        "a successor follows the agreement",
    ),
    "not-renewed": (
        "it is decided not to renew the agreement, which ends on {last_day}",
        "it is decided not to renew the agreement",
    ),
    "successor-missing": (
        "renewal is decided, but no successor is on record; the agreement ends on {last_day}",
        "renewal is decided, but no successor is on record",
    ),
    "signature-missing": (
        "no signature of {parties} is on record; the first day is {first_day}",
        "no signature of {parties} is on record",
        "signatures are not on record",
    ),
    "starts": (
        "the agreement comes into force on {first_day}, {when}",
        "the agreement comes into force on {first_day}",
        "the agreement is signed and is to come into force",
    ),
    "condition-open": (
        "the approval still waits for: {condition}; the first day is {first_day}",
        "the approval still waits for: {condition}",
        "it is not clear whether the approval still waits for anything",
    ),
    "end-unknown": (
        "event {doubts} ends it no later than {last_day}, on a day nobody has told",
        "event {doubts} ends it, on a day nobody has told",
        "the last day is not known; a paper of {seen} shows the agreement in force",
        "the last day is not known",
    ),
    "end-conflict": (
        "it is not settled which day is the last: {readings:or}",
        "it is not settled which day is the last",
    ),
    "end-inexact": (
        (
            'the paper gives the last day only by its {precision}, as "{text}"; it is read as'
            " {last_day}"
        ),
        "the paper gives the last day only by its {precision}; it is read as {last_day}",
        "the paper does not give the exact last day",
    ),
    "open-ended": ("the agreement runs until further notice",),
    "record-conflict": (
        "event {number} ({tag}) has no effect: {anomaly}",
        "event {number} ({tag}) has no effect where it stands",
        "an event on record has no effect where it stands",
    ),
}
