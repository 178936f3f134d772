"""What holds of what becomes of a decision: minutes, announcement, appeal, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "decision-named": {
        "met": ("the decision is event {decision}", "the decision is on record"),
        "not_met": (
            "event {decision} is no decision; {decisions} {decisions:is|are}",
            "event {decision} is no decision, and none is on record",
            "no decision is on record",
        ),
        "unknown": (
            "it is not said which decision is meant: event {decisions:or}",
            "it is not said which decision is meant",
        ),
        "not_called_for": ("no decision is meant",),
    },
    "adjusted-in-time": {
        "met": (
            "the minutes are adjusted on {on}, by {latest} at the latest",
            "the minutes are adjusted in time",
        ),
        "not_met": (
            "the minutes are adjusted on {on}, and should have been by {latest}",
            "the minutes are adjusted on {on}, before the decision of {decided_on}",
            "the minutes are not adjusted in time",
        ),
        "unknown": (
            (
                "the minutes are adjusted on {on}, after the fourteen days, which ended on"
                " {latest}; whether that was a working day is not known"
            ),
            "it is not said of which decision the minutes are adjusted",
        ),
        "not_called_for": ("no decision is on record whose minutes could be adjusted",),
    },
    "announced-adjusted": {
        "met": (
            "the minutes are adjusted on {adjusted}, and that is announced on {announced}",
            "the minutes are adjusted when that is announced",
        ),
        "not_met": (
            "it is announced on {announced}, but the minutes were adjusted only on {adjusted}",
            "the minutes are not adjusted when that is announced",
        ),
        "unknown": ("it is not known whether the minutes are adjusted when that is announced",),
        "not_called_for": ("adjustment and announcement are not both on record, and need not be",),
    },
    "announced-in-time": {
        "met": (
            "the adjustment of {adjusted} is announced on {on}, by {latest} at the latest",
            "the adjustment is announced in time",
        ),
        "not_met": (
            "the adjustment of {adjusted} is announced on {on}, and should have been by {latest}",
            "the adjustment is not announced in time",
        ),
        "unknown": (
            (
                "the adjustment of {adjusted} is announced on {on}, after the second day,"
                " {latest}; whether that was a working day is not known"
            ),
            "it is not known when the minutes were adjusted",
        ),
        "not_called_for": (
            "the adjustment was announced before, on {announced}, and is now anew",
            "no decision is on record that could be announced",
        ),
    },
    "announcement-up": {
        "met": (
            "the announcement of {announced} is up",
            "the announcement is up",
        ),
        "not_met": (
            "the announcement was taken down before, on {removed}",
            "no announcement is up",
        ),
        "unknown": ("nothing on record shows whether the announcement is up",),
        "not_called_for": ("no decision is on record that could have been announced",),
    },
    "kept-up": {
        "met": (
            "the time to appeal ended on {appeal_ends}, before it is taken down on {on}",
            "the time to appeal is out when the announcement is taken down",
        ),
        "not_met": (
            (
                "the announcement is taken down on {on}, before the time to appeal is out on"
                " {appeal_ends}; the decision is not final until it is announced anew"
            ),
            "the announcement is taken down before the time to appeal is out",
        ),
        "unknown": (
            (
                "the announcement is taken down on {on}, after the three weeks, which ended on"
                " {appeal_ends}; whether that was a working day is not known"
            ),
            "it is not known when the time to appeal is out",
        ),
        "not_called_for": ("no decision is on record whose announcement could be up",),
    },
    "appeal-in-time": {
        "met": (
            "the announcement was taken down on {removed}, so the time to appeal has not run out",
            "the decision is appealed on {on}, and can be until {appeal_ends}",
            "the time to appeal has not begun",
        ),
        "not_met": (
            "the decision is appealed on {on}, and could be until {appeal_ends}",
            "the time to appeal is out",
        ),
        "unknown": (
            (
                "the decision is appealed on {on}, after the three weeks, which ended on"
                " {appeal_ends}; whether that was a working day is not known"
            ),
            "it is not said which decision is appealed",
        ),
        "not_called_for": ("no decision is on record that could be appealed",),
    },
    "appeal-open": {
        "met": (
            (
                "the {appeals:appeal, event|appeals, events} {appeals}, {appeals:waits|wait} for"
                " the court"
            ),
            "an appeal waits for the court",
        ),
        "not_met": (
            "the decision is annulled already, by event {annulled}",
            "the decision is annulled already",
        ),
        "unknown": ("nothing on record shows that an appeal waits for the court",),
        "not_called_for": ("no decision is on record that could have been appealed",),
    },
    "stay-open": {
        "met": (
            "event {stayed} keeps the decision from being carried out",
            "the decision must not be carried out for now",
        ),
        "not_met": (
            "the decision is annulled by event {annulled}, so nothing is left to lift",
            "nothing keeps the decision from being carried out",
        ),
        "unknown": ("nothing on record shows that the decision must not be carried out for now",),
        "not_called_for": ("no decision is on record that could be carried out",),
    },
    "decision-final": {
        "met": (
            "the approval, event {decision}, is final",
            "the approval is final",
        ),
        "not_met": (
            (
                "the announcement was taken down on {removed}, before the time to appeal was out,"
                " so the approval is not final"
            ),
            "event {stayed} keeps the approval from being carried out for now",
            (
                "the approval is not final: the {appeals:appeal, event|appeals, events} {appeals},"
                " {appeals:waits|wait} for the court"
            ),
            "the approval can be appealed until {appeal_ends} and is not final",
            "the approval is not final",
        ),
        "unknown": (
            "it is not known whether the approval, event {decision}, is final",
            "it is not known whether the approval is final",
        ),
        "not_called_for": ("no approval is on record",),
    },
}
