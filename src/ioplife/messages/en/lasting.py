"""What holds of options, changes and breaches while the agreement lasts, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "option-left": {
        "met": (
            (
                "the agreement can be extended {times} {times:time|times}, and the option has been"
                " used {used} {used:time|times}"
            ),
            "{unlimited:?}the agreement can be extended any number of times",
            "an option to extend the agreement is left",
        ),
        "not_met": (
            (
                "the agreement can be extended {times} {times:time|times}, and the option has been"
                " used {used} {used:time|times} already"
            ),
            "{automatic:?}the agreement goes on by itself and has no option",
            "the agreement has no option to extend it",
        ),
        "unknown": (
            (
                "the agreement can be extended {times} {times:time|times}, and it is not known"
                " whether the option has been used more often than {used}"
            ),
            "nobody has read whether the agreement has an option to extend it",
        ),
        "not_called_for": ("no option is needed",),
    },
    "option-in-time": {
        "met": (
            "{on} is not after the last day to use the option, {latest:or}",
            "the option is used in time",
        ),
        "not_met": (
            "{on} is after the last day to use the option, {latest:or}",
            "the option is not used in time",
        ),
        "unknown": (
            (
                "it is not clear which is the last day to use the option, {latest:or}, and so"
                " whether {on} is in time"
            ),
            "the last day to use the option is not known",
        ),
        "not_called_for": ("no option is used",),
    },
    "option-length": {
        "met": (
            "the agreement is extended by {length}",
            "it is known how long the agreement is extended",
        ),
        "not_met": (
            "the agreement is extended by {length}, but the option is for {agreed}",
            "the agreement is not extended for as long as the option says",
        ),
        "unknown": ("it is not said how long the agreement is extended",),
        "not_called_for": ("no option is used",),
    },
    "ending-stands": {
        "met": (
            "the ending that event {lifts} sets is lifted",
            "no ending stands",
        ),
        "not_met": (
            "event {lifts} sets no ending that stands",
            (
                "{endings:event|events} {endings} {endings:ends|end} the agreement, and that is not"
                " lifted"
            ),
            "an ending stands and is not lifted",
        ),
        "unknown": (
            "event {lifts} ends the agreement on a day that is not known",
            (
                "{numbers:event|events} {numbers} {numbers:ends|end} the agreement, but on a"
                " day that is not known"
            ),
            (
                "{endings:event|events} {endings} {endings:ends|end} the agreement, and it is not"
                " known whether that is lifted or the period is moved"
            ),
            "it is not said which ending is lifted",
        ),
        "not_called_for": ("the period is not moved",),
    },
    "applies-later": {
        "met": (
            "the change applies from {applies_from}, and is made on {on}",
            "the change does not apply to time that has passed",
        ),
        "not_met": (
            "the change applies from {applies_from}, before it is made on {on}",
            "the change applies to time that has passed",
        ),
        "unknown": ("it is not said from which day the change applies",),
        "not_called_for": ("nothing is changed",),
    },
    "party-known": {
        "met": ("{party} is a party of the agreement", "whoever leaves is a party"),
        "not_met": (
            "{left:?}{party} has left the agreement before",
            "{party} is no party of the agreement",
            "whoever leaves is no party of the agreement",
        ),
        "unknown": (
            "{left:?}a party has left the agreement, and it is not known whether it was {party}",
            "nobody has read who the parties are, and so whether {party} is one of them",
            "it is not said who leaves the agreement",
        ),
        "not_called_for": ("no party leaves the agreement",),
    },
    "breach-clause": {
        "met": ("the agreement can be cancelled for a breach that is not corrected",),
        "not_met": ("the agreement has no clause on cancelling it for a breach",),
        "unknown": (
            "nobody has read whether the agreement has a clause on cancelling it for a breach",
        ),
        "not_called_for": ("no clause on cancelling is needed",),
    },
    "demand-written": {
        "met": ("the demand, event {demand}, is in writing", "the demand is in writing"),
        "not_met": (
            "the agreement asks for a demand in writing, and that of event {demand} is not",
            "the agreement asks for a demand in writing, and this is not",
        ),
        "unknown": (
            "it is not said which demand is meant: event {demands:or}",
            "{written:?}nobody has read whether the agreement asks for a demand in writing",
            "it is not said whether the demand is in writing",
        ),
        "not_called_for": ("the agreement does not ask for a demand in writing",),
    },
    "cure-over": {
        "met": (
            "the time to correct what event {demand} demands ended on {cure_ends}",
            "the time to correct what is demanded is over",
        ),
        "not_met": (
            "what event {demand} demands was corrected by event {corrected}",
            "what event {demand} demands can be corrected until {cure_ends}",
            "{began:?}the time to correct what event {demand} demands never began",
            "event {demand} is no demand",
            "no demand waits to be met",
        ),
        "unknown": (
            "it is not said which demand is meant: event {demands:or}",
            (
                "the time to correct what event {demand} demands ended on {cure_ends}, and it is"
                " not known whether it has been corrected"
            ),
            "it is not known when the time to correct what event {demand} demands is over",
            "it is not known when the time to correct what is demanded is over",
        ),
        "not_called_for": ("no demand is needed",),
    },
    "demand-open": {
        "met": (
            "what event {demand} demands has not been corrected before",
            "a demand waits to be met",
        ),
        "not_met": (
            "what event {demand} demands was corrected before, by event {corrected}",
            "event {demand} is no demand",
            "no demand waits to be met",
        ),
        "unknown": (
            "it is not said which demand is meant: event {demands:or}",
            "it is not known whether what event {demand} demands has been corrected before",
            "it is not said which demand is meant",
        ),
        "not_called_for": ("nothing is corrected",),
    },
}
