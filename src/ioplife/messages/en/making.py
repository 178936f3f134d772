"""What holds until an agreement is made, or entered in a register, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "parties": {
        "met": (
            "{public} {public:is|are} public and {civil} {civil:is|are} of civil society",
            "there is a public party and a party of civil society, and no other",
        ),
        "not_met": (
            "{other} {other:is|are} neither public nor of civil society",
            "no party belongs to the {missing:or} sector",
            "the parties are not those of a partnership",
        ),
        "unknown": (
            "nobody has found out which sector {unread} {unread:belongs|belong} to",
            "it is not known whether the parties are those of a partnership",
        ),
        "not_called_for": (
            "the agreement is {kind}, which may have other parties",
            "only a partnership is held to this",
        ),
    },
    "period-order": {
        "met": (
            "the first day, {first_days:or}, is not after the last, {last_days:or}",
            "the first day is not after the last",
        ),
        "not_met": (
            "the first day, {first_days:or}, is after the last, {last_days:or}",
            "the first day is after the last",
        ),
        "unknown": (
            (
                "the papers give {first_days:or} as the first day and {last_days:or} as the last,"
                " and it is not settled which hold"
            ),
            "the first or the last day is not known",
        ),
        "not_called_for": ("the agreement does not give both a first and a last day",),
    },
    "sums": {
        "met": (
            (
                "the contributions make {total:kr}, as the total says, and {disbursements:kr} is"
                " paid out of as much public cash"
            ),
            "the sums add up",
        ),
        "not_met": (
            (
                "from {first_day} to {last_day} the contributions make {contributions:kr} and the"
                " total is {total:kr}; {disbursements:kr} is paid out and the public cash is"
                " {public_cash:kr}"
            ),
            (
                "from {first_day} to {last_day} the contributions make {contributions:kr}, but the"
                " total is {total:kr}"
            ),
            (
                "from {first_day} to {last_day} {disbursements:kr} is paid out, but the public"
                " cash is {public_cash:kr}"
            ),
            (
                "the contributions make {contributions:kr} and the total is {total:kr};"
                " {disbursements:kr} is paid out and the public cash is {public_cash:kr}"
            ),
            "the contributions make {contributions:kr}, but the total is {total:kr}",
            "{disbursements:kr} is paid out, but the public cash is {public_cash:kr}",
            "the sums do not add up",
        ),
        "unknown": ("some amounts are not known, so the sums cannot be checked",),
        "not_called_for": ("there are no sums to check",),
    },
    "initiative-civil": {
        "met": (
            "the initiative came from {initiator}, of civil society",
            "the initiative came from civil society",
        ),
        "not_met": (
            "the initiative came from {initiator}, of the {sector} sector",
            "the initiative did not come from civil society",
        ),
        "unknown": (
            (
                "the initiative came from {initiator}, of the {sector} sector, and it is not known"
                " whether the agreement is a partnership"
            ),
            "the initiative came from {initiator}, and it is not known of which sector that is",
            "it is not known who took the initiative",
        ),
        "not_called_for": (
            "the agreement is {kind}, which anyone may initiate",
            "only a partnership is held to this",
        ),
    },
    "public-share": {
        "met": (
            "the public share is {share:%}, within {tolerance:%} of the whole from {norm:%}",
            "the public share is about what it should be",
        ),
        "not_met": (
            "the public share is {share:%}, more than {tolerance:%} of the whole from {norm:%}",
            "the public share is not what it should be",
        ),
        "unknown": (
            (
                "the public share is {share:%} and should be about {norm:%}, if the agreement is a"
                " partnership"
            ),
            "the public share should be about {norm:%}, and some amounts are not known",
            "it is not known whether the share that a board has in mind holds for this agreement",
        ),
        "not_called_for": (
            "the agreement is {kind}, of which no share is asked",
            "the whole is {total:kr}, so there is nothing to share",
            "no public share is set for the board of this agreement",
        ),
    },
    "linkoping:one-public-party": {
        "met": ("{public} is the only public party", "there is one public party"),
        "not_met": (
            "{public} are public parties, and there may only be one",
            "there is not exactly one public party",
        ),
        "unknown": (
            "nobody has found out which sector {unread} {unread:belongs|belong} to",
            "it is not known whether there is exactly one public party",
        ),
        "not_called_for": (
            "the agreement is {kind}, which may have other parties",
            "only a partnership is held to this",
        ),
    },
    "may-decide": {
        "met": ("{by} may decide on the agreement", "the body may decide on the agreement"),
        "not_met": (
            "{by} is {kinds:or}, and this decision may not be delegated",
            "this decision may not be delegated",
        ),
        "unknown": (
            "it is not known whether {by} is a body that may decide",
            "it is not said which body has decided",
        ),
        "not_called_for": ("no body need decide",),
    },
    "decided-before-start": {
        "met": (
            "the decision is made before the first day, {first_days:or}",
            "the decision is made before the first day",
        ),
        "not_met": (
            "the decision is not made before the first day, {first_days:or}",
            "the decision is not made before the first day",
        ),
        "unknown": (
            (
                "the papers give {first_days:or} as the first day, and the decision is not before"
                " all of them"
            ),
            "the first day is not known",
        ),
        "not_called_for": ("the agreement gives no first day",),
    },
    "had-condition": {
        "met": ("the approval waits for: {condition}", "the approval waits for something"),
        "not_met": ("the approval waits for nothing",),
        "unknown": ("it is not known whether the approval waits for anything",),
        "not_called_for": ("no approval need wait for anything",),
    },
    "condition-open": {
        "met": ("the approval waits for nothing more",),
        "not_met": (
            "the approval still waits for: {condition}",
            "the approval still waits for something",
        ),
        "unknown": ("it is not known whether the approval still waits for anything",),
        "not_called_for": ("there is no approval that could wait",),
    },
    "signed-once": {
        "met": ("{party} has not signed before", "the party has not signed before"),
        "not_met": ("{party} has signed already", "the party has signed already"),
        "unknown": ("it is not known which party signs",),
        "not_called_for": ("{by} is no party that could have signed", "no party signs"),
    },
    "entered-once": {
        "met": ("the agreement has not been entered before",),
        "not_met": (
            "the agreement has been entered already, by event {number}",
            "the agreement has been entered already",
        ),
        "unknown": ("it is not known whether the agreement has been entered before",),
        "not_called_for": ("the agreement may be entered more than once",),
    },
}
