"""What no scene can show, or not alone, each with its reason."""

from __future__ import annotations

from typing import Final

import attrs

from ioplife.decisions import Found

NO, UNKNOWN = Found.NOT_MET, Found.UNKNOWN

NEVER_UNKNOWN: Final = {
    "later-records-stand": "what is on record is worked out before it is asked",
    "entered-once": "the fold knows",
    "event-exists": "the number is always given",
}
"""Guards that read nothing that can be unknown."""

_STANDS_ON_NOTHING: Final = (
    "assessed", "tabled", "condition_met", "adjusted", "announced", "announcement_removed",
    "appealed", "stayed", "stay_lifted", "appeal_dismissed", "follow_up_called",
    "change_raised, from signed", "change_raised, from active", "followed_up, from active",
    "followed_up, from terminated", "fulfilled", "waived", "closed", "noted",
)  # fmt: skip
"""Rows whose event moves no state or only into a follow-up and back, and no last day."""

_OF_DECISION: Final = (
    "adjusted", "announced", "announcement_removed", "appealed", "stayed", "stay_lifted",
    "appeal_dismissed", "annulled, from signed",
)  # fmt: skip

_AGREED: Final = ("amended", "rescinded", "ending_lifted")


UNREACHED: Final = {
    # the one decision there can be is the approval, which declines it
    ("allowed", "annulled, from approved", "approved", "approved"),
    # in active nothing is open, and a follow-up opens nothing
    ("allowed", "followed_up, from active", "active", "follow_up"),
}
"""What a fork can give that is never allowed: forks are total, so that the fold is."""


@attrs.frozen
class Limit:
    """What a guard of some rows cannot say, or not without others beside it.

    Attributes:
        rows: the rows, in words.
        code: the guard's code.
        found: what it would say.
        why: why not.
        beside: the codes of the guards that then are not met either, or unknown; none: it
            cannot be said at all.
    """

    rows: tuple[str, ...]
    code: str
    found: Found
    why: str
    beside: frozenset[str] = frozenset()


def _beside(rows: tuple[str, ...], code: str, found: Found, why: str, *beside: str) -> Limit:
    return Limit(rows, code, found, why, frozenset(beside))


LIMITS: Final = (
    # --- what cannot be said at all ---------------------------------------------------------
    Limit(_STANDS_ON_NOTHING, "later-records-stand", NO, "no later record stands on it"),
    Limit(_AGREED, "dialogue", NO, "no record can show that it was not held"),
    Limit(("announced",), "announced-adjusted", NO,
          "an adjustment that has been folded is never of a later day"),
    Limit(("annulled, from approved",), "decision-named", UNKNOWN,
          "an agreement that is approved and not signed has one decision"),
    Limit(("annulled, from approved",), "appeal-open", NO,
          "once its approval is annulled it is declined"),
    Limit(("followed_up, from terminated",), "duty-owed", NO,
          "the row stands only where it answers what was owed"),
    Limit(("followed_up, from terminated",), "duty-owed", UNKNOWN,
          "the row stands only where it answers what was owed"),
    Limit(("followed_up, from terminated",), "done-once", UNKNOWN,
          "the row stands only where it answers what was owed"),
    # --- what cannot be said alone ----------------------------------------------------------
    _beside(("proposed", "entered"), "unknown-actor", UNKNOWN,
            "of parties that nobody has read, nobody knows what the public ones put in", "sums"),
    _beside(("approved",), "unknown-actor", NO, "a stranger is no body that may decide",
            "may-decide"),
    _beside(("approved",), "unknown-actor", UNKNOWN, "both ask by whom", "may-decide"),
    _beside(("signed",), "unknown-actor", UNKNOWN, "both ask by whom", "signed-once"),
    _beside(("signed",), "signed-once", UNKNOWN, "both ask by whom", "unknown-actor"),
    _beside(_OF_DECISION, "decision-named", UNKNOWN, "all that is asked asks of which decision",
            "announced-adjusted", "adjusted-in-time", "announced-in-time", "announcement-up",
            "kept-up", "appeal-in-time", "appeal-open", "stay-open"),
    _beside(("followed_up, from terminated",), "unknown-actor", NO,
            "no clause says that a stranger convenes", "convener"),
    _beside(("followed_up, from active", "fulfilled"), "in-window", UNKNOWN,
            "all three ask what it was of", "duty-owed", "done-once"),
    _beside(("followed_up, from active", "fulfilled", "waived"), "done-once", UNKNOWN,
            "both ask what it was of", "duty-owed", "in-window"),
    _beside(_AGREED, "unknown-actor", UNKNOWN, "all three ask who the parties are",
            "all-agreed", "dialogue"),
    _beside(_AGREED, "all-agreed", NO, "whoever has not agreed may have kept away", "dialogue"),
    _beside(_AGREED, "all-agreed", UNKNOWN, "both ask who agreed", "dialogue"),
    _beside(_AGREED, "dialogue", UNKNOWN, "whoever agrees has taken part", "all-agreed"),
    _beside(("ending_decided",), "not-after-last-day", NO,
            "after the last day, that day is past", "last-day-not-past"),
    _beside(("ending_lifted",), "not-after-last-day", NO,
            "an ending that stands is what ends it", "ending-named"),
    _beside(("party_left",), "unknown-actor", UNKNOWN, "both ask who the parties are",
            "party-known"),
    _beside(("renewed, from active",), "last-day-not-past", UNKNOWN,
            "both ask from when the successor runs", "successor-starts-later"),
    _beside(("renewed, from active", "renewed, from terminated"), "successor-starts-later", NO,
            "what starts on its first day or before overlaps it", "no-overlap"),
)  # fmt: skip
"""Every limit; a test fails where one is missing, and where one is none."""


def limit(row: str, code: str, found: Found) -> Limit | None:
    """What limits what can be shown of a guard of a row; None: nothing does."""
    if found is UNKNOWN and code in NEVER_UNKNOWN:
        return Limit((row,), code, found, NEVER_UNKNOWN[code])
    named = [one for one in LIMITS if (one.code, one.found) == (code, found) and row in one.rows]
    return named[0] if named else None
