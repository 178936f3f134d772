"""What a plan says: how each of its days is come by, or why it is not there, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

PLANNED: Final[Mapping[str, Variants]] = {
    "target-notice": (
        "the last day for notice; else the agreement goes on by itself after {last_day}",
        "the last day for notice; else the agreement goes on by itself",
    ),
    "target-option": (
        "the last day to use the option to extend; else the agreement ends on {last_day}",
        "the last day to use the option to extend",
    ),
    "target-last-day": ("the last day of the agreement",),
    "target-earliest": (
        "it is not settled which day is the last, so the earliest counts: {readings:or}",
        "it is not settled which day is the last, so the earliest counts",
    ),
    "decide-lead": (
        "the last day from which {lead} fits until {target}",
        "the last day from which the lead fits",
    ),
    "decide-no-lead": (
        "no lead is set for the decision, so it can wait until {target}",
        "no lead is set for the decision",
    ),
    "meeting-last": (
        "the last meeting of {board} by {decide_by}; it is past, and the next is on {next}",
        "the last meeting by {decide_by}; it is past, and the next is on {next}",
        "the last meeting of {board} by {decide_by}",
        "the last meeting by {decide_by}",
        "the last meeting in time",
    ),
    "papers-lead": (
        "the last day from which {lead} fits until {decision}",
        "the last day from which the lead fits until the decision",
    ),
    "follow-up-before": (
        "the latest due before {decision}: {duty} no. {occurrence}, done (event {number})",
        "the latest due before {decision}: {duty} no. {occurrence}",
        "the latest follow-up due before the decision",
    ),
    "plan-not-binding": (
        "nothing to plan: it is not signed by every party, or it is over (state: {state})",
        "nothing to plan: it is not signed by every party, or it is over",
    ),
    "plan-decided": (
        "nothing to plan: event {number} decides what follows",
        "nothing to plan: it is decided what follows",
    ),
    "plan-ended": (
        "nothing to plan: event {number} ends the agreement",
        "nothing to plan: the agreement is brought to an end",
    ),
    "renewal-uncounted": (
        (
            "the agreement goes on by itself after {period_last} unless notice is given, and nobody"
            " has read by when or for how long"
        ),
        "nobody has read when, or for how long, the agreement goes on by itself",
    ),
    "renewal-unread": (
        "nobody has read whether a day for notice, or for an option, comes before the end",
    ),
    "no-meetings": ("no meetings of the board are known",),
    "no-meeting-in-time": (
        "no meeting is held by {decide_by}; the first is on {meeting}",
        "no meeting is held in time",
    ),
    "meetings-end": (
        "the meetings that are known end with {meeting}; the last by {decide_by} is not among them",
        "the meetings that are known end before the last in time",
    ),
    "meeting-of-whom": (
        "it is not known whether {board}, which meets on {meeting}, is the board of the agreement",
        "it is not known whether a meeting is of the board of the agreement",
    ),
    "no-papers-lead": ("no lead is set for the papers of a meeting",),
}
