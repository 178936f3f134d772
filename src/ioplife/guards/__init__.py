"""The rules: what must hold for an event, a module a subject, a function a rule.

Guards of the same code are one rule; the twins of a register entry only differ in strength.
"""

from ioplife.guards.acting import later_records_stand, unknown_actor
from ioplife.guards.agreeing import all_agreed, dialogue, party_known
from ioplife.guards.amending import applies_later, ending_stands
from ioplife.guards.appealing import (
    adjusted_in_time,
    announced_adjusted,
    announced_in_time,
    announcement_up,
    appeal_in_time,
    appeal_open,
    decision_named,
    removed_in_time,
    stay_open,
)
from ioplife.guards.approving import decided_before_start, had_condition, may_decide
from ioplife.guards.breaching import breach_clause, cure_over, demand_open, demand_written
from ioplife.guards.correcting import event_exists, reading_stated
from ioplife.guards.ending import (
    early_end,
    ending_named,
    last_day_not_past,
    notice_not_given,
)
from ioplife.guards.entering import entered_in_force, entered_once
from ioplife.guards.extending import option_in_time, option_left, option_length
from ioplife.guards.following import call_open
from ioplife.guards.lasting import not_after_last_day
from ioplife.guards.linkoping import one_public_party
from ioplife.guards.noticing import notice_clause, notice_day, notice_under, notice_written
from ioplife.guards.owing import convener, done_once, duty_owed, in_window
from ioplife.guards.proposing import (
    initiative_civil,
    parties,
    parties_entered,
    period_order,
    sums,
    sums_entered,
)
from ioplife.guards.renewing import no_gap, no_overlap, successor_signed, successor_starts_later
from ioplife.guards.sharing import public_share
from ioplife.guards.signing import condition_open, decision_final, signed_once

__all__ = [
    "adjusted_in_time",
    "all_agreed",
    "announced_adjusted",
    "announced_in_time",
    "announcement_up",
    "appeal_in_time",
    "appeal_open",
    "applies_later",
    "breach_clause",
    "call_open",
    "condition_open",
    "convener",
    "cure_over",
    "decided_before_start",
    "decision_final",
    "decision_named",
    "demand_open",
    "demand_written",
    "dialogue",
    "done_once",
    "duty_owed",
    "early_end",
    "ending_named",
    "ending_stands",
    "entered_in_force",
    "entered_once",
    "event_exists",
    "had_condition",
    "in_window",
    "initiative_civil",
    "last_day_not_past",
    "later_records_stand",
    "may_decide",
    "no_gap",
    "no_overlap",
    "not_after_last_day",
    "notice_clause",
    "notice_day",
    "notice_not_given",
    "notice_under",
    "notice_written",
    "one_public_party",
    "option_in_time",
    "option_left",
    "option_length",
    "parties",
    "parties_entered",
    "party_known",
    "period_order",
    "public_share",
    "reading_stated",
    "removed_in_time",
    "signed_once",
    "stay_open",
    "successor_signed",
    "successor_starts_later",
    "sums",
    "sums_entered",
    "unknown_actor",
]
