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
    "notice-latest": (
        (
            "the agreement goes on by itself from {period_first}, unless notice is given by"
            " {latest}, {when}"
        ),
        "the agreement goes on by itself from {period_first}, unless notice is given by {latest}",
        (
            "event {decided} decides that the agreement ends, but it runs until further notice;"
            " notice is to be given by {latest}, {when}"
        ),
        (
            "event {decided} decides that the agreement ends, but it runs until further notice;"
            " notice is to be given by {latest}"
        ),
        (
            "event {decided} decides that the agreement ends, but it runs until further notice;"
            " notice is still to be given"
        ),
        "the agreement goes on, unless notice is given",
    ),
    "extends-automatically": (
        (
            "no notice is on record, so the agreement goes on by itself from {period_first},"
            " {when}, to {period_last}, as period {number}"
        ),
        (
            "no notice is on record, so the agreement goes on by itself from {period_first}"
            " to {period_last}, as period {number}"
        ),
        "no notice is on record, so the agreement goes on by itself from {period_first}",
        "no notice is on record, so the agreement goes on by itself",
    ),
    "option-latest": (
        (
            "the option to extend the agreement after {last_day} is to be used by {latest}, {when},"
            " if at all"
        ),
        "the option to extend the agreement is to be used by {latest}, {when}, if at all",
        "the option to extend the agreement is to be used by {latest}, if at all",
        "there is an option left to extend the agreement; by when it is to be used is not known",
    ),
    "appeal-ends": (
        (
            "the last day to appeal event {decision} ({tag}) is {appeal_ends}, {when}; it is"
            " appealed, by event {appeals}"
        ),
        "the last day to appeal event {decision} ({tag}) is {appeal_ends}, {when}",
        "the last day to appeal event {decision} ({tag}) is {appeal_ends}",
        "a decision can still be appealed",
    ),
    "announcement-broken": (
        (
            "the announcement of event {decision} ({tag}) was taken down on {removed}, when the"
            " time to appeal was not out; it is final only once it has been announced anew, and for"
            " the whole of that time"
        ),
        (
            "the announcement of a decision was taken down when the time to appeal was not out; it"
            " is final only once it has been announced anew, and for the whole of that time"
        ),
    ),
    "decide-by": (
        (
            "it is to be decided at the meeting on {meeting}, {when}, whether notice is to be given"
            " by {notice}"
        ),
        "it is to be decided by {decide_by}, {when}, whether notice is to be given by {notice}",
        (
            "it is to be decided at the meeting on {meeting}, {when}, whether the option to extend"
            " is to be used by {option}"
        ),
        (
            "it is to be decided by {decide_by}, {when}, whether the option to extend is to be used"
            " by {option}"
        ),
        (
            "it is to be decided at the meeting on {meeting}, {when}, what follows the agreement,"
            " which ends on {last_day}"
        ),
        (
            "it is to be decided by {decide_by}, {when}, what follows the agreement, which ends on"
            " {last_day}"
        ),
        "it is to be decided what follows the agreement",
    ),
    "papers-by": (
        (
            "the papers on what follows are to be handed in by {papers_by}, {when}, for the meeting"
            " on {meeting}"
        ),
        (
            "the papers on what follows are to be handed in by {papers_by}, {when}, for a decision"
            " by {decide_by}"
        ),
        "the papers on what follows are to be handed in",
    ),
    "follow-up-due": (
        (
            "follow-up no. {occurrence} ({duty}) is due on {due}, {when}; the paper gives the day"
            ' only by its {precision}, as "{text}"'
        ),
        "follow-up no. {occurrence} ({duty}) is due on {due}, {when}, and can be held until {last}",
        "follow-up no. {occurrence} ({duty}) is due on {due}, {when}",
        "follow-up no. {occurrence} ({duty}) is due on {due}",
        "a follow-up is due",
    ),
    "meeting-due": (
        (
            "meeting no. {occurrence} ({duty}) is due on {due}, {when}; the paper gives the day"
            ' only by its {precision}, as "{text}"'
        ),
        "meeting no. {occurrence} ({duty}) is due on {due}, {when}, and can be held until {last}",
        "meeting no. {occurrence} ({duty}) is due on {due}, {when}",
        "meeting no. {occurrence} ({duty}) is due on {due}",
        "a meeting is due",
    ),
    "report-due": (
        (
            "report no. {occurrence} ({duty}) is due on {due}, {when}; the paper gives the day"
            ' only by its {precision}, as "{text}"'
        ),
        (
            "report no. {occurrence} ({duty}) is due on {due}, {when}, and can be handed in"
            " until {last}"
        ),
        "report no. {occurrence} ({duty}) is due on {due}, {when}",
        "report no. {occurrence} ({duty}) is due on {due}",
        "a report is due",
    ),
    "payment-due": (
        "payment no. {occurrence} ({label}), of {amount:kr}, is to be made by {due}, {when}",
        "payment no. {occurrence} ({label}) is to be made by {due}, {when}",
        "payment no. {occurrence} ({label}) is to be made by {due}",
        "payment no. {occurrence}, of {amount:kr}, is to be made by {due}, {when}",
        "payment no. {occurrence} is to be made by {due}, {when}",
        "payment no. {occurrence} is to be made by {due}",
        "a payment is to be made",
    ),
    "follow-up-overdue": (
        (
            "follow-up no. {occurrence} ({duty}) was due on {due}, {when}; none is on record, and"
            ' the paper gives the day only by its {precision}, as "{text}"'
        ),
        (
            "follow-up no. {occurrence} ({duty}) was due on {due}, {when}, and could be held until"
            " {last}; none is on record"
        ),
        "follow-up no. {occurrence} ({duty}) was due on {due}, {when}; none is on record",
        "follow-up no. {occurrence} ({duty}) was due on {due}; none is on record",
        "a follow-up was due; none is on record",
    ),
    "meeting-overdue": (
        (
            "meeting no. {occurrence} ({duty}) was due on {due}, {when}; none is on record, and"
            ' the paper gives the day only by its {precision}, as "{text}"'
        ),
        (
            "meeting no. {occurrence} ({duty}) was due on {due}, {when}, and could be held until"
            " {last}; none is on record"
        ),
        "meeting no. {occurrence} ({duty}) was due on {due}, {when}; none is on record",
        "meeting no. {occurrence} ({duty}) was due on {due}; none is on record",
        "a meeting was due; none is on record",
    ),
    "report-overdue": (
        (
            "report no. {occurrence} ({duty}) was due on {due}, {when}; none is on record, and"
            ' the paper gives the day only by its {precision}, as "{text}"'
        ),
        (
            "report no. {occurrence} ({duty}) was due on {due}, {when}, and could be handed in"
            " until"
            " {last}; none is on record"
        ),
        "report no. {occurrence} ({duty}) was due on {due}, {when}; none is on record",
        "report no. {occurrence} ({duty}) was due on {due}; none is on record",
        "a report was due; none is on record",
    ),
    "payment-overdue": (
        (
            "payment no. {occurrence} ({label}), of {amount:kr}, was to be made by {due}, {when};"
            " none is on record"
        ),
        "payment no. {occurrence} ({label}) was to be made by {due}, {when}; none is on record",
        "payment no. {occurrence} ({label}) was to be made by {due}; none is on record",
        (
            "payment no. {occurrence}, of {amount:kr}, was to be made by {due}, {when}; none is on"
            " record"
        ),
        "payment no. {occurrence} was to be made by {due}, {when}; none is on record",
        "payment no. {occurrence} was to be made by {due}; none is on record",
        "a payment was to be made; none is on record",
    ),
    "unrecorded": (
        (
            "{count} {count:instance|instances} of {duty}, from before the register entry,"
            " {count:is|are} not on record: {days}"
        ),
        (
            "{count} {count:instance|instances} of {duty}, from before the register entry,"
            " {count:is|are} not on record"
        ),
        "some of what was due before the register entry is not on record",
    ),
    "index-step": (
        "what is paid follows {index} by one more step on {step}, {when}",
        "what is paid follows {index} by one more step on {step}",
        "what is paid follows its index by one more step",
    ),
    "assessment-due": (
        'goal {goal}, "{text}", is to be assessed from {due}, {when}; no assessment is on record',
        "goal {goal} is to be assessed from {due}, {when}; no assessment is on record",
        "goal {goal} is to be assessed from {due}; no assessment is on record",
        "a goal is to be assessed",
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
    "cure-ends": (
        "the breach that event {number} demands corrected is to be so by {cure_ends}, {when}",
        "the breach that event {number} demands corrected is to be so by {cure_ends}",
        "a breach is to be corrected (event {number}); by when is not known",
        "a breach is to be corrected",
    ),
    "end-unknown": (
        "event {doubts} ends it no later than {last_day}, on a day nobody has told",
        "event {doubts} ends it, on a day nobody has told",
        (
            "the agreement goes on by itself after {period_last} unless notice is given, and nobody"
            " has read by when or for how long"
        ),
        "the last day is not known; papers show the agreement in force up to {seen}",
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
    "index-conflict": (
        (
            "it is not settled how the payment due on {payment} follows {index:or}: the papers give"
            " {readings:or} as the first step"
        ),
        (
            "it is not settled how what is paid follows {index:or}: the papers give {readings:or}"
            " as the first step"
        ),
        "it is not settled how what is paid follows its index",
    ),
    "record-conflict": (
        "event {number} ({tag}) has no effect: {anomaly}",
        "event {number} ({tag}) has no effect where it stands",
        "an event on record has no effect where it stands",
    ),
}
