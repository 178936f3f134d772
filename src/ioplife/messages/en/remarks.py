"""What deserves a second look, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

REMARKS: Final[Mapping[str, Variants]] = {
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
    "readings-differ": (
        "{what} is stated in ways that differ: {readings:or}",
        "{what} is stated in ways that differ: {amounts:or} SEK",
        "something is stated in ways that differ",
    ),
    "unit-slip": (
        "{what} is {amount:kr} and the total is {total:kr}: has a unit slipped?",
        "{what} is {amount:kr}, more than {most:kr}: has a unit slipped?",
        "an amount is hard to believe: has a unit slipped?",
    ),
    "unread": (
        "nobody has read, or no paper says: {keys}",
        "something has not been read",
    ),
}
