"""What stands around the answers of the command, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    "of-event": "event {number} ({event}): {sentence}",
    # what draw tells
    "stands": "{agreement} stands in the state {state}",
    # what show tells
    "in-force-yes": "in force",
    "in-force-no": "not in force",
    "in-force-unknown": "whether it is in force is not known",
    "first-day": "first day {first_day}",
    "first-day-unknown": "first day not known",
    "last-day": "last day {last_day}, {when}",
    "waits": "event {number} ({event}) waits for an answer",
    "no-effect": "without effect: {anomaly}",
    "more": "and {more} more",
    "open": "To see to",
    "happened": "What has happened",
    "coming": "What is to come",
    "column-day": "day",
    "column-state": "state",
    "column-event": "event",
    "column-why": "why",
    "reason-expired": "expired",
    "reason-not_renewed": "not renewed",
    "reason-notice": "notice was given",
    "reason-rescinded": "rescinded",
    "reason-declined": "declined",
    "reason-withdrawn": "withdrawn",
    "reason-condition_failed": "its condition failed",
    "reason-referred": "referred elsewhere",
    "reason-unknown": "why is not known",
    # what check finds
    "mistake": "mistake",
    "warning": "warning",
    "not_yet": "not yet",
    "found": (
        "{agreements} {agreements:agreement|agreements} read: "
        "{mistakes} {mistakes:mistake|mistakes}, {warnings} {warnings:warning|warnings}, "
        "{unfinished} not yet"
    ),
}
