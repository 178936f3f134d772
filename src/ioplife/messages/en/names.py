"""What events, states and the values of facts are called, in English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EVENTS: Final[Mapping[str, str]] = {
    "initiated": "initiative",
    "assessed": "assessment",
    "proposed": "proposal",
    "remitted": "proposal sent back",
    "tabled": "decision put off",
    "approved": "approval",
    "condition_met": "condition met",
    "condition_failed": "condition failed",
    "declined": "proposal declined",
    "withdrawn": "initiative withdrawn",
    "adjusted": "minutes adjusted",
    "announced": "announcement",
    "announcement_removed": "announcement taken down",
    "appealed": "appeal",
    "stayed": "stay",
    "stay_lifted": "stay lifted",
    "appeal_dismissed": "appeal dismissed",
    "annulled": "decision annulled",
    "signed": "signature",
    "entered": "register entry",
    "started": "start on record",
    "follow_up_called": "call for a follow-up",
    "change_raised": "change raised",
    "followed_up": "follow-up",
    "fulfilled": "fulfilment",
    "waived": "waiver",
    "amended": "amendment",
    "notice_given": "notice",
    "renewal_decided": "decision to renew",
    "ending_decided": "decision to end",
    "extended": "extension",
    "rescinded": "rescission",
    "ending_lifted": "ending lifted",
    "demand_made": "demand for correction",
    "demand_corrected": "breach corrected",
    "cancelled": "cancellation",
    "party_left": "departure of a party",
    "voided": "finding that it is void",
    "renewed": "renewal",
    "closed": "settlement",
    "noted": "note",
    "resolved": "meaning settled",
    "corrected": "correction",
    "~amends": "amendment takes effect",
    "~starts": "start",
    "~extends": "automatic extension",
    "~runs-out": "end of the agreement",
    "~follow-up-opens": "follow-up opens",
    "~follow-up-closes": "follow-up closes",
}

STATES: Final[Mapping[str, str]] = {
    "nothing": "not begun",
    "initiative": "initiative",
    "proposed": "proposed",
    "approved": "approved",
    "signed": "signed",
    "active": "active",
    "follow_up": "follow-up",
    "renewed": "renewed",
    "terminated": "terminated",
    "declined": "declined",
}

WORDS: Final[Mapping[str, str]] = {
    # sectors
    "public": "public",
    "civil": "civil",
    "other": "other",
    # kinds of agreement
    "iop": "a partnership",
    "lou_partnership": "a partnership under the procurement act",
    "esf_project": "a project of the European Social Fund",
    "joint_project": "a joint project",
    "agreement": "an agreement of another kind",
    # kinds of body
    "council": "the council",
    "board": "a board",
    "administration": "an administration",
    "delegate": "a delegate",
    # how exactly a day is given
    "day": "day",
    "month": "month",
    "season": "season",
    # what is owed
    "follow_up": "follow-up",
    "meeting": "meeting",
    "report": "report",
    "payment": "payment",
    "assessment": "assessment of a goal",
    # what can be resolved
    "first_day": "the first day",
    "last_day": "the last day",
    "indexation": "the indexation",
    "total": "the total",
    "contributions": "the contribution",
    "disbursements": "the disbursement",
    # what notice is given under
    "renewal": "a renewal clause",
    "notice": "a notice clause",
    # why an event has no effect
    "the state entered has a higher rank": "the state entered has a higher rank",
    "no first day can be read": "no first day can be read",
    "it answers what was owed": "it answers what was owed",
    "it expired or was not renewed": "it expired or was not renewed",
    "wrong-state": "it cannot happen in the state it meets",
    "no-effect-without-clause": "the clause that it rests on is not on record, or says no length",
    "no-such-event": "it names nothing on record",
}

BASES: Final[Mapping[str, str]] = {
    "agreement": "the agreement",
    "decision": "a decision",
    "law": "the law",
    "proposal": "a proposal",
    "administration": "the administration's own description",
}
