"""What holds of notice, of the end and of what follows, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "not-after-last-day": {
        "met": (
            "{on} is not after the last day, {last_days:or}",
            "no last day is past",
        ),
        "not_met": (
            "{on} is after the last day, {last_days:or}",
            "the last day is past",
        ),
        "unknown": (
            (
                "it is not clear whether the agreement still lasts on {on}: the last day that is"
                " known of is {last_days:or}"
            ),
            "the last day is not known",
        ),
        "not_called_for": (
            "an agreement entered as {state} may be past its last day",
            "the last day is not clear, so the paper that shows the state stands",
        ),
    },
    "notice-clause": {
        "met": ("the agreement has a notice clause",),
        "not_met": ("the agreement has no notice clause",),
        "unknown": (
            "{clause:?}the agreement has a notice clause, but its length is not known",
            "nobody has read whether the agreement has a notice clause",
        ),
        "not_called_for": ("no notice clause is needed",),
    },
    "notice-under": {
        "met": ("notice is given under {under}", "it is said under which clause it is given"),
        "not_met": (
            "notice cannot be given under {under}: the agreement has none",
            "the agreement has no such clause",
        ),
        "unknown": (
            "nobody has read whether the agreement has {under}",
            "it is not said under which clause notice is given",
        ),
        "not_called_for": ("the agreement does not have two clauses on notice",),
    },
    "notice-written": {
        "met": ("the notice is in writing",),
        "not_met": ("the agreement asks for notice in writing, and this is not",),
        "unknown": (
            "{written:?}nobody has read whether the agreement asks for notice in writing",
            "it is not said whether the notice is in writing",
        ),
        "not_called_for": ("the agreement does not ask for notice in writing",),
    },
    "notice-day": {
        "met": ("{on} is the day the notice counts from", "the notice counts from this day"),
        "not_met": (
            (
                "the notice was sent on {sent} and received on {received}, and so counts from"
                " another day than {on}"
            ),
            "the notice counts from the day it was received, {received}, not from {on}",
            "the notice counts from the day it was sent, {sent}, not from {on}",
            "the notice counts from another day",
        ),
        "unknown": ("it is not known from which day the notice counts",),
        "not_called_for": ("there is no notice clause to count by",),
    },
    "early-end": {
        "met": (
            "{last_day} is the last day of the period",
            "the day is the last day of the period",
        ),
        "not_met": (
            (
                "{last_day} is not the last day of the period, {last_days:or}; another day takes"
                " notice, or that every party agrees"
            ),
            "the day is not the last day of the period",
        ),
        "unknown": (
            (
                "the papers give {last_days:or} as the last day of the period, and it is not"
                " settled whether {last_day} holds"
            ),
            (
                "it is not said on which day the agreement is to end; its period ends on"
                " {last_days:or}"
            ),
            "the last day of the period is not known",
        ),
        "not_called_for": ("the agreement runs until further notice",),
    },
    "last-day-not-past": {
        "met": ("{last_day} is not past", "the last day that is named is not past"),
        "not_met": (
            "{last_day} is past on {on}",
            "the last day that is named is past",
        ),
        "unknown": ("it is not said on which day the agreement is to end",),
        "not_called_for": ("no last day is named",),
    },
    "notice-not-given": {
        "met": (
            "{endings:event|events} {endings} {endings:sets|set} the last day",
            "the last day is set",
        ),
        "not_met": (
            (
                "the agreement goes on by itself unless notice is given by {notice_latest}, and"
                " this decision does not change that"
            ),
            (
                "the agreement runs until further notice, and this decision alone does not end it:"
                " no notice is given"
            ),
        ),
        "unknown": (
            (
                "{numbers:event|events} {numbers} {numbers:ends|end} the agreement, but on a"
                " day that is not known"
            ),
            "{renewal:?}it is not known by when notice is to be given",
            "nobody has read whether the agreement goes on by itself",
        ),
        "not_called_for": (
            "the agreement does not run until further notice and does not go on by itself",
        ),
    },
    "all-agreed": {
        "met": ("every party has agreed",),
        "not_met": (
            "{lacking} {lacking:has|have} not agreed",
            "not every party has agreed",
        ),
        "unknown": (
            "{lacking} {lacking:has|have} not agreed, and it is not known who has left before",
            "{agreed_by:?}nobody has read who the parties are",
            "it is not said which parties have agreed",
        ),
        "not_called_for": ("no party need agree",),
    },
    "dialogue": {
        "met": ("every party has taken part in the dialogue",),
        "not_met": ("not every party has taken part in the dialogue",),
        "unknown": (
            "nothing on record shows that {lacking} took part in the dialogue",
            "nothing on record shows who took part in the dialogue",
        ),
        "not_called_for": ("no dialogue is needed",),
    },
    "ending-named": {
        "met": (
            "the ending that event {ending} sets stands",
            "one ending stands, and this lifts it",
        ),
        "not_met": ("event {ending} sets no ending that stands", "no ending stands"),
        "unknown": (
            "event {ending} ends the agreement on a day that is not known",
            "it is not said which ending is lifted",
        ),
        "not_called_for": ("no ending is lifted",),
    },
    "successor-starts-later": {
        "met": (
            "the successor starts on {successor_first}, after the first day, {first_days:or}",
            "the successor starts after the first day",
        ),
        "not_met": (
            (
                "the successor starts on {successor_first}, and not after the first day of this"
                " agreement, {first_days:or}"
            ),
            "the successor does not start after the first day of this agreement",
        ),
        "unknown": (
            (
                "the successor starts on {successor_first}, and not after all that the papers give"
                " as the first day of this agreement: {first_days:or}"
            ),
            "{successor_first:?}the first day of this agreement is not known",
            "it is not said when the successor starts",
        ),
        "not_called_for": ("no successor starts",),
    },
    "successor-signed": {
        "met": (
            "every party has signed {successor}",
            "every party has signed the successor",
        ),
        "not_met": (
            "not every party has signed {successor}",
            "not every party has signed the successor",
        ),
        "unknown": (
            "it is not known whether every party has signed {successor}",
            "it is not said which agreement follows",
        ),
        "not_called_for": ("no successor follows",),
    },
    "no-gap": {
        "met": (
            "there is no gap before the successor starts on {successor_first}",
            "there is no gap before the successor starts",
        ),
        "not_met": (
            (
                "there is a gap between the last day, {last_days:or}, and the first day of the"
                " successor, {successor_first}"
            ),
            "there is a gap before the successor starts",
        ),
        "unknown": (
            (
                "the last day is not clear, and so whether there is a gap before the successor"
                " starts on {successor_first}"
            ),
            "it is not said when the successor starts",
        ),
        "not_called_for": ("no last day is fixed before the successor starts",),
    },
    "no-overlap": {
        "met": (
            "this agreement is over when the successor starts on {successor_first}",
            "this agreement is over when the successor starts",
        ),
        "not_met": (
            (
                "the successor starts on {successor_first}, before this agreement is over: its"
                " last day is {last_days:or}"
            ),
            "the successor starts before this agreement is over",
        ),
        "unknown": (
            (
                "the last day is not clear, and so whether this agreement is over when the"
                " successor starts on {successor_first}"
            ),
            "it is not said when the successor starts",
        ),
        "not_called_for": ("no last day is fixed before the successor starts",),
    },
}
