"""What holds when what is owed is done or waived, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "duty-owed": {
        "met": (
            "the agreement owes {duty} no. {occurrence}, due on {due}",
            "the agreement owes follow-up no. {occurrence}, due on {due}",
            "the agreement owes {duty}",
            "the agreement owes what is done or waived",
        ),
        "not_met": (
            (
                "there is no {duty} no. {occurrence}: {instances} {instances:instance is|instances"
                " are} owed"
            ),
            (
                "there is no follow-up no. {occurrence}: {instances} {instances:instance"
                " is|instances are} owed"
            ),
            "{duty} is no follow-up but a {kind}, which is recorded as fulfilled",
            "the agreement owes no {duty}, but {duties}",
            "the agreement owes no {duty}",
            "the agreement does not owe what is done or waived",
        ),
        "unknown": (
            "the first day is not clear, and so whether there is {duty} no. {occurrence}",
            (
                "more than one duty has no. {occurrence}, and it is not said which is meant; the"
                " agreement owes {duties}"
            ),
            "the first day is not clear, and so whether there is follow-up no. {occurrence}",
            "nobody has read whether the agreement owes {duty}",
            "it is not said which duty is meant; the agreement owes {duties}",
            "it is not said which duty, or which instance of it, is meant",
        ),
        "not_called_for": ("nothing that is owed is named",),
    },
    "in-window": {
        "met": (
            "the day falls in the window of {duty} that waits",
            "the day falls in the window of one that waits",
        ),
        "not_met": (
            "no {duty} waits on that day; if an earlier one is meant, say no. {waiting:or}",
            "no follow-up waits on that day; if an earlier one is meant, say no. {waiting:or}",
            "no {duty} waits on that day",
            "nothing of the kind waits on that day",
        ),
        "unknown": ("it is not known whether the day falls in the window of one that waits",),
        "not_called_for": ("the day need not fall in a window",),
    },
    "done-once": {
        "met": (
            "{duty} no. {occurrence} has not been done or waived before",
            "the instance has not been done or waived before",
        ),
        "not_met": (
            "{duty} no. {occurrence} was done or waived before, by event {number}",
            "the instance was done or waived before",
        ),
        "unknown": ("it is not known whether the instance was done or waived before",),
        "not_called_for": ("no instance that is owed is named",),
    },
    "convener": {
        "met": (
            "the clause lets {conveners:or} convene, and {by} did",
            "the clause lets whoever convened do so",
        ),
        "not_met": (
            "the clause lets {conveners:or} convene, not {by}",
            "the clause does not let whoever convened do so",
        ),
        "unknown": (
            "it is not said who convened; the clause lets {conveners:or} do so",
            "no paper says who is to convene {duty}",
            "it is not said which duty is meant, and so not who is to convene",
        ),
        "not_called_for": ("no clause says who is to convene",),
    },
}
