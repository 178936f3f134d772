"""What an event may say in one word: outcomes, reasons, results."""

from __future__ import annotations

import enum
from typing import Final


class Outcome(enum.StrEnum):
    """What came of an assessment."""

    MET = "met"
    NOT_MET = "not_met"
    PARTLY = "partly"
    NOT_CALLED_FOR = "not_called_for"


class ChangeReason(enum.StrEnum):
    """Why a party raises a material change; the paper's list is not exhaustive (S1:202)."""

    ORGANISATION = "organisation"
    LAW_OR_PRACTICE = "law_or_practice"
    GOALS_NOT_REACHED = "goals_not_reached"
    OTHER = "other"


class Result(enum.StrEnum):
    """What a follow-up found: the purpose was reached, partly reached or not."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


class Recommendation(enum.StrEnum):
    """What a follow-up recommends."""

    CONTINUE = "continue"
    CHANGE = "change"
    END = "end"


class Reason(enum.StrEnum):
    """Why an agreement, or a proposal, is over."""

    EXPIRED = "expired"
    NOT_RENEWED = "not_renewed"
    NOTICE = "notice"
    RESCINDED = "rescinded"
    VOID = "void"
    BREACH = "breach"
    PARTY_LEFT = "party_left"
    ANNULLED = "annulled"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CONDITION_FAILED = "condition_failed"
    REFERRED = "referred"


ENDED: Final = frozenset(
    {
        Reason.EXPIRED,
        Reason.NOT_RENEWED,
        Reason.NOTICE,
        Reason.RESCINDED,
        Reason.VOID,
        Reason.BREACH,
        Reason.PARTY_LEFT,
        Reason.ANNULLED,
    }
)
"""The reasons of ``terminated``."""

UNMADE: Final = (frozenset(Reason) - ENDED) | {Reason.ANNULLED}
"""The reasons of ``declined``: it never became an agreement."""


class Under(enum.StrEnum):
    """The clause that notice is given under, where an agreement has two."""

    RENEWAL = "renewal"
    NOTICE = "notice"
