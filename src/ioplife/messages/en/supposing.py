"""Why something that is supposed has no day, or why nothing need be done, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

SUPPOSED: Final[Mapping[str, Variants]] = {
    "when-not-binding": (
        "it has no day: the agreement is not signed by every party, or it is over (state: {state})",
        "it has no day: the agreement is not signed by every party, or it is over",
    ),
    "when-none-owed": (
        "it has no day: no instance of {duty} is still to be done",
        "it has no day: no instance is still to be done",
    ),
    "when-answers-a-call": (
        "it has no day: what answers event {number} is due on none",
        "it has no day: what answers a call is due on none",
    ),
    "when-no-notice-latest": (
        "it has no day: the agreement does not go on by itself, so no day is the last for notice",
    ),
    "when-no-option": ("it has no day: no option to extend is left",),
    "when-goes-on": ("it has no day: the agreement goes on by itself before then, each time",),
    "when-past": ("it has no day: {day} is past", "it has no day: the day is past"),
    "when-no-demand": ("it has no day: no demand waits to be corrected",),
    "when-no-announcement": ("it has no day: no announcement is up that names its day",),
    "when-never-allowed": (
        "it has no day: on none would it be allowed ({codes})",
        "it has no day: on none would it be allowed",
    ),
    "when-after-until": (
        "it has no day by {until}: it falls due on {day}",
        "it has no day so soon",
    ),
    "when-duty-unnamed": ("its day is not known: it does not say which duty it is for",),
    "when-duties-unread": ("its day is not known: nobody has read what the agreement asks for",),
    "when-first-day-unclear": (
        "its day is not known: the first day of the agreement is not clear",
    ),
    "when-notice-unread": (
        "its day is not known: nobody has read whether, or by when, notice must be given",
    ),
    "when-option-unread": (
        "its day is not known: nobody has read whether, or by when, an option must be used",
    ),
    "when-cure-unread": (
        "its day is not known: nobody has read how long there is to correct a breach",
    ),
    "when-working-days-unknown": (
        "its day is not known: the last day to appeal is {day}, or later if that is no working day",
        "its day is not known: it hangs on which days are working days",
    ),
    "idle-ends": (
        "nothing need be done: the agreement ends on {last_day} if nobody renews it",
        "nothing need be done: the agreement ends if nobody renews it",
    ),
    "idle-later": (
        "nothing need be done by {until}: the last day for notice is {day}",
        "nothing need be done so soon",
    ),
    "idle-open-ended": (
        "nothing need be done: the agreement runs until further notice and is not renewed",
    ),
    "idle-over": (
        "nothing need be done: the agreement is over (state: {state})",
        "nothing need be done: the agreement is over",
    ),
    "idle-renewed": (
        "nothing can be done: event {number} has renewed it, by {successor}",
        "nothing can be done: event {number} has renewed it",
        "nothing can be done: it is renewed already",
    ),
    "idle-not-binding": (
        "nothing need be done: the agreement is not signed by every party (state: {state})",
        "nothing need be done: the agreement is not signed by every party",
    ),
}
