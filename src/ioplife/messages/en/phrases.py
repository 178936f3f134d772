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
    "duties": "What is owed",
    "money": "What is paid",
    "ordinal": "no. {number}",
    "span": "{first} to {last}",
    "from-day": "from {first}",
    "by-event": "{progress} (event {number})",
    "who-unknown": "who is not known",
    "progress-coming": "to come",
    "progress-open": "open",
    "progress-fulfilled": "done",
    "progress-waived": "waived",
    "progress-overdue": "overdue",
    "progress-unrecorded": "not on record",
    "amount-unknown": "not known",
    "step": "{index} {year}: {percent:%} from {first}",
    "step-preliminary": "{index} {year}: {percent:%} from {first}, preliminary",
    "provisional": "it may change: a preliminary value counts",
    "undated": "a value counts of which nobody knows when it was published",
    "share": "The public parties put in {share:%} of the total.",
    "indices": "Index values: those shipped with ioplife, {index} of {first} to {last}.",
    "indices-own": (
        "Index values: those of {file}, and else those shipped with ioplife, {index} of {first}"
        " to {last}."
    ),
    "duties-unread": "Nobody has read what the agreement asks to be done.",
    "goals-unread": "Nobody has read which effects the agreement aims at.",
    "payments-unread": "Nobody has read when it is paid.",
    "owed-once-signed": "Nothing is owed before the agreement is signed.",
    "owed-unclear": "It is not worked out while the first day is not clear.",
    "owed-none": "No instance falls within the period.",
    "column-due": "due",
    "column-duty": "what",
    "column-number": "number",
    "column-window": "within",
    "column-progress": "how far",
    "column-who": "who",
    "column-basis": "rests on",
    "column-nominal": "before index",
    "column-amount": "amount",
    "column-split": "to whom",
    "column-days": "days",
    "column-step": "what",
    "column-source": "source",
    "column-day": "day",
    "column-state": "state",
    "column-event": "event",
    "column-why": "why",
    "reason-expired": "expired",
    "reason-not_renewed": "not renewed",
    "reason-notice": "notice was given",
    "reason-rescinded": "rescinded",
    "reason-void": "void",
    "reason-breach": "cancelled for a breach",
    "reason-party_left": "a party left",
    "reason-annulled": "the decision was annulled",
    "reason-declined": "declined",
    "reason-withdrawn": "withdrawn",
    "reason-condition_failed": "its condition failed",
    "reason-referred": "referred elsewhere",
    "reason-unknown": "why is not known",
    # what plan tells
    "plan-follow_up": "follow-up",
    "plan-papers_by": "papers",
    "plan-meeting": "meeting",
    "plan-decide_by": "decision",
    "plan-target-notice": "notice",
    "plan-target-option": "option",
    "plan-target-last-day": "end",
    "plan-target-earliest": "end",
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
