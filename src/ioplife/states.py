"""The states of an agreement, and the two sets that money and dates ask for."""

from __future__ import annotations

import enum


class State(enum.StrEnum):
    """Where an agreement stands (läge), in the order of its life."""

    INITIATIVE = "initiative"
    PROPOSED = "proposed"
    APPROVED = "approved"
    SIGNED = "signed"
    ACTIVE = "active"
    FOLLOW_UP = "follow_up"
    RENEWED = "renewed"
    TERMINATED = "terminated"
    DECLINED = "declined"

    @property
    def rank(self) -> int:
        """How far the life has come: 0 (initiative) to 5 (a final state)."""
        return _RANKS[self]


IN_FORCE = frozenset({State.ACTIVE, State.FOLLOW_UP})
"""The agreement binds its parties; a follow-up is not an interruption."""

FINAL = frozenset({State.RENEWED, State.TERMINATED, State.DECLINED})
"""Nothing moves these, but a successor recorded late (terminated to renewed)."""

BINDING = IN_FORCE | {State.SIGNED}
"""Signed by all and not over: the states in which an ending can be set."""

OVER = FINAL - {State.DECLINED}
"""It was an agreement, and its time is past; what is left undone may still be owed."""

LIVE = tuple(state for state in State if state not in FINAL)
"""The states that are not final, in the order of the life."""

_RANKS = {
    State.INITIATIVE: 0,
    State.PROPOSED: 1,
    State.APPROVED: 2,
    State.SIGNED: 3,
    State.ACTIVE: 4,
    State.FOLLOW_UP: 4,
    State.RENEWED: 5,
    State.TERMINATED: 5,
    State.DECLINED: 5,
}
