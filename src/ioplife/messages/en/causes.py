"""Why something is so, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

CAUSES: Final[Mapping[str, Variants]] = {
    "initiated": ("{by} took the initiative", "the initiative was taken"),
    "assessed": ("{by} made an assessment", "an assessment was made"),
    "proposed": ("{by} proposed the agreement", "the agreement was proposed"),
    "remitted": ("{by} sent the proposal back", "the proposal was sent back"),
    "tabled": ("{by} put off the decision", "the decision was put off"),
    "approved": ("{by} approved the agreement", "the agreement was approved"),
    "condition_met": ("what the approval waited for has come",),
    "condition_failed": ("what the approval waited for will not come",),
    "declined": ("{by} declined the proposal", "the proposal was declined"),
    "withdrawn": ("{by} withdrew the initiative", "the initiative was withdrawn"),
    "adjusted": (
        "the minutes with the decision (event {decision}) were adjusted",
        "the minutes with the decision were adjusted",
    ),
    "announced": (
        (
            "it was announced on the notice board that the minutes with the decision"
            " (event {decision}) are adjusted"
        ),
        "it was announced on the notice board that the minutes are adjusted",
    ),
    "announcement_removed": (
        "the announcement of the decision (event {decision}) was taken down",
        "the announcement was taken down",
    ),
    "appealed": (
        "the decision (event {decision}) was appealed",
        "the decision was appealed",
    ),
    "stayed": (
        "a court ordered that the decision (event {decision}) must not be carried out for now",
        "a court ordered that the decision must not be carried out for now",
    ),
    "stay_lifted": (
        ("the order that the decision (event {decision}) must not be carried out no longer holds"),
        "the order that the decision must not be carried out no longer holds",
    ),
    "appeal_dismissed": (
        "the appeal of the decision (event {decision}) was dismissed or rejected",
        "the appeal was dismissed or rejected",
    ),
    "annulled": (
        "a court annulled the decision (event {decision})",
        "a court annulled the decision",
    ),
    "signed": ("{by} signed", "a party signed"),
    "entered": ("the agreement was entered in the register, with the paper that shows it",),
    "started": ("it is on record that the agreement came into force",),
    "follow_up_called": ("{by} called for a follow-up", "a follow-up was called for"),
    "change_raised": (
        "{by} said that conditions have changed materially",
        "a party said that conditions have changed materially",
    ),
    "followed_up": ("{by} held a follow-up", "a follow-up was held"),
    "fulfilled": ("{by} did what was owed", "what was owed was done"),
    "waived": ("{by} waived what was owed", "what was owed was waived"),
    "amended": ("the parties changed what they had agreed",),
    "notice_given": ("{by} gave notice", "notice was given"),
    "renewal_decided": ("{by} decided on renewal", "renewal was decided"),
    "ending_decided": (
        "{by} decided that the agreement ends with its period",
        "it was decided that the agreement ends with its period",
    ),
    "extended": ("{by} used the option to extend", "the option to extend was used"),
    "rescinded": ("the parties agreed to end the agreement",),
    "ending_lifted": ("the parties agreed that an ending no longer holds",),
    "demand_made": (
        "{by} demanded that a breach be corrected",
        "a party demanded that a breach be corrected",
    ),
    "demand_corrected": (
        "what was demanded (event {demand}) has been corrected",
        "what was demanded has been corrected",
    ),
    "cancelled": (
        "{by} cancelled the agreement for a breach",
        "the agreement was cancelled for a breach",
    ),
    "party_left": ("{party} left the agreement", "a party left the agreement"),
    "voided": ("it was found that the agreement does not hold",),
    "renewed": ("a successor agreement follows",),
    "closed": ("{by} settled what was left", "what was left is settled"),
    "noted": ("{by} noted: {what}", "it was noted: {what}", "{by} made a note", "a note was made"),
    "resolved": ("{by} settled what a paper means", "what a paper means was settled"),
    "corrected": (
        "{by} corrected event {corrects}: {why}",
        "event {corrects} was corrected: {why}",
        "{by} corrected event {corrects}",
        "the record was corrected",
    ),
    "~amends": (
        "what was agreed by event {number} holds from now on",
        "what was agreed later holds from now on",
    ),
    "~starts": ("the first day, {first_day}, has come", "the first day has come"),
    "~extends": (
        "nobody gave notice in time: it goes on until {last_day}",
        "nobody gave notice in time: it goes on by itself",
    ),
    "~runs-out": (
        "the last day, {last_day}, is past, and {successor} follows",
        "the last day, {last_day}, set by event {ended_by}, is past",
        "the last day, {last_day}, is past",
        "the last day is past",
    ),
    "~follow-up-opens": (
        "{open:event|events} {open} {open:waits|wait} for an answer",
        "follow-up no. {occurrence} ({duty}) opens, due on {due}",
        "something waits for an answer, or is due",
    ),
    "~follow-up-closes": ("nothing waits any more",),
    "last-day-stated": (
        "the papers give {last_day} as the last day",
        "the papers give the last day",
    ),
    "last-day-extended": (
        "its period has been extended to {last_day}",
        "its period has been extended",
    ),
    "last-day-conflict": (
        "it is not settled which day is the last: {readings:or}",
        "it is not settled which day is the last",
    ),
    "last-day-unknown": ("nobody knows the last day",),
    "open-ended": ("the agreement runs until further notice",),
    "ended-by": (
        "event {number} ({tag}) sets {last_day} as the last day",
        "event {number} sets {last_day} as the last day",
        "an event sets the last day",
    ),
    "disbursements-unread": ("nobody has read who is paid what",),
    "disbursement-unclear": (
        "what is paid as {disbursements} is not known, or the papers differ",
        "what somebody is paid is not known, or the papers differ",
    ),
    "stub-unread": (
        (
            "it pays for {first_day} to {last_day} alone, a part of its span; nobody has read what"
            " is paid for a part"
        ),
        "it pays for a part of its span alone; nobody has read what is paid for a part",
    ),
    "end-unclear": (
        "the papers give {days:or} as the last day, so it is not known for how long it pays",
        "the last day is not clear, so it is not known for how long it pays",
    ),
    "repayment-unread": ("nobody has read what of it is paid back, or how that is told",),
    "covers-unknown": ("nothing tells for which days it was paid",),
    "amount-unknown": ("what was paid is not known",),
    "indexation-unread": ("nobody has read whether what is paid follows an index",),
    "index-conflict": (
        (
            "index clauses disagree ({indices} from {first_days:or}), and nobody has settled"
            " which is meant"
        ),
        "index clauses disagree, and nobody has settled which is meant",
    ),
    "no-observation": (
        "no {index} of {years} is on record that was published by the day asked",
        "no value of the index is on record that was published by the day asked",
    ),
    "observation-unread": (
        "{index} of {years} was published; what it is, is not on record",
        "a value of the index was published; what it is, is not on record",
    ),
    "observations-disagree": (
        "the values on record of {index} of {years} differ",
        "the values on record of the index differ",
    ),
}
