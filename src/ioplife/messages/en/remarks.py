"""What deserves a second look, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

REMARKS: Final[Mapping[str, Variants]] = {
    "amendment-leaves-out": (
        (
            "event {number} ({tag}) says the whole of the terms anew, and leaves out what was read"
            " before: {keys}"
        ),
        "an amendment leaves out what was read before",
    ),
    "cure-longer-than-notice": (
        "a breach may be corrected for longer ({cure}) than notice takes ({length})",
        "a breach may be corrected for longer than notice takes",
    ),
    "duty-never-due": (
        "{duties} {duties:falls|fall} due on no day from {first_day} to {last_day}",
        "a duty falls due on no day of the agreement",
    ),
    "event-to-come": (
        "event {number} ({tag}) is dated {day}, after {on}",
        "an event on record is dated after the day asked for",
    ),
    "goal-beyond-period": (
        (
            "{goals:goal|goals} {goals}: to be seen from {day}, after the last day, {last_day},"
            " when the agreement is over"
        ),
        "a goal is to be seen after the last day",
    ),
    "index-conflict": (
        "index clauses disagree: {indices:or} from {readings:or}",
        "index clauses disagree",
    ),
    "link-circle": (
        "it follows itself, by way of others: {circle}",
        "it follows itself, by way of others",
    ),
    "link-gap": (
        "nothing runs from {period_first} to {period_last}, between {earlier} and this agreement",
        "nothing runs for some days between this agreement and the one before it",
    ),
    "link-one-sided": (
        "{denied:?}{named_by} names it as its successor, but it follows another, or none",
        "{denied:?}{followed_by} says that it follows it, but its successor on record is another",
        "{named_by} names it as its successor, but what it follows has not been read",
        "{followed_by} says that it follows it, but no successor is on record",
        "one side alone says that one agreement follows the other",
    ),
    "link-overlap": (
        "both {earlier} and this agreement run from {period_first} to {period_last}",
        "both {earlier} and this agreement run from {period_first}",
        "both this agreement and the one before it run for some days",
    ),
    "norm-out-of-scope": (
        "the agreement has a {name} of its own for {scope}, and that is no board of its parties",
        "the agreement has a number of its own for no board of its parties",
    ),
    "notice-longer-than-extension": (
        (
            "notice against the second extension is to be given by {latest}, before the first has"
            " begun: the notice is longer than the extension"
        ),
        "notice against an extension ({notice_before}) is longer than the extension ({length})",
        "notice against an extension is longer than the extension",
    ),
    "notice-longer-than-period": (
        (
            "notice against an extension is to be given by {latest}, before the first day,"
            " {first_day}"
        ),
        (
            "notice given on the first day would end the agreement on {day}, after the last day,"
            " {last_day}"
        ),
        "the notice is as long as the whole period, or longer",
    ),
    "option-never-in-time": (
        "the option to extend is to be used by {latest}, before the first day, {first_day}",
        "the option to extend can never be used in time",
    ),
    "paid-twice": (
        (
            "{disbursement} is paid by several plans from {first_day} to {last_day}: {plans}; each"
            " pays the whole of it"
        ),
        "a disbursement is paid by several plans at once",
    ),
    "readings-differ": (
        "{what} is stated in ways that differ: {readings:or}",
        "{what} is stated in ways that differ: {amounts:or} SEK",
        "something is stated in ways that differ",
    ),
    "renewal-open-ended": (
        "the agreement runs until further notice, and has a clause on extension all the same",
    ),
    "renewal-unread": (
        "nobody has read whether the agreement goes on after {last_day}",
        "nobody has read whether the agreement goes on after its last day",
    ),
    "unit-slip": (
        "{what} is {amount:kr} and the total is {total:kr}: has a unit slipped?",
        "{what} is {amount:kr}, more than {most:kr}: has a unit slipped?",
        "an amount is hard to believe: has a unit slipped?",
    ),
    "unpaid": (
        "no plan pays {disbursement} from {first_day} to {last_day}",
        "no plan pays {disbursement} from {first_day} on",
        "no plan pays a disbursement on some of the days on which it holds",
    ),
    "unread": (
        "nobody has read, or no paper says: {keys}",
        "something has not been read",
    ),
}
