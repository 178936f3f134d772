"""The lifecycle table, on one screen.

Guards say *whether* an event may happen, forks say *where* it leads. Rows with a tilde are
what time brings; they are tried in the order they stand here.
"""

from __future__ import annotations

from typing import Any, Final

from ioplife import events as ev
from ioplife import guards
from ioplife.decisions import Guard
from ioplife.lifecycle import turns
from ioplife.lifecycle.rows import SAME, Clock, E, Only, Row, Source, Table, Target
from ioplife.states import LIVE, State
from ioplife.states import State as S  # noqa: N817 - the table stands on one screen


def _row(
    event: type[E],
    sources: tuple[Source, ...],
    target: Target,
    *own: Guard[E],
    only: Only | None = None,
) -> Row[Any]:
    """A row with its own guards between the two that hold for every event.

    What it returns does not say ``E``, so that the checker has it from the event alone and
    rejects a guard that does not fit.
    """
    first, last = guards.unknown_actor, guards.later_records_stand
    return Row(event, sources, target, (first, *own, last), only)


_ANY: Final = (None, *State)
_NOT_DECLINED: Final = tuple(state for state in _ANY if state is not S.DECLINED)
_IN_FORCE: Final = (S.ACTIVE, S.FOLLOW_UP)
_BINDING: Final = (S.SIGNED, S.ACTIVE, S.FOLLOW_UP)
_OPEN: Final = (S.INITIATIVE, S.PROPOSED)
_OVER: Final = (S.TERMINATED, S.RENEWED)
_DECIDED: Final = tuple(state for state in State if state not in _OPEN)
_AFTER_APPROVAL: Final = tuple(state for state in _DECIDED if state is not S.APPROVED)

# fmt: off
LIFECYCLE: Final = Table((
    _row(ev.Initiated, (None,), S.INITIATIVE),
    _row(ev.Assessed, _NOT_DECLINED, SAME),
    _row(ev.Proposed, (S.INITIATIVE,), S.PROPOSED,
         guards.parties, guards.period_order, guards.sums, guards.initiative_civil,
         guards.public_share),
    _row(ev.Remitted, (S.PROPOSED,), S.INITIATIVE),
    _row(ev.Tabled, (S.PROPOSED,), SAME),
    _row(ev.Approved, (S.PROPOSED,), S.APPROVED, guards.may_decide, guards.decided_before_start),
    _row(ev.ConditionMet, (S.APPROVED,), SAME, guards.had_condition),
    _row(ev.ConditionFailed, (S.APPROVED,), S.DECLINED, guards.had_condition),
    _row(ev.Declined, _OPEN, S.DECLINED),
    _row(ev.Withdrawn, (*_OPEN, S.APPROVED), S.DECLINED),
    _row(ev.Adjusted, _DECIDED, SAME, guards.decision_named, guards.announced_adjusted,
         guards.adjusted_in_time),
    _row(ev.Announced, _DECIDED, SAME, guards.decision_named, guards.announced_adjusted,
         guards.announced_in_time),
    _row(ev.AnnouncementRemoved, _DECIDED, SAME, guards.decision_named,
         guards.announcement_up, guards.removed_in_time),
    _row(ev.Appealed, _DECIDED, SAME, guards.decision_named, guards.appeal_in_time),
    _row(ev.Stayed, _DECIDED, SAME, guards.decision_named, guards.appeal_open),
    _row(ev.StayLifted, _DECIDED, SAME, guards.decision_named, guards.stay_open),
    _row(ev.AppealDismissed, _DECIDED, SAME, guards.decision_named, guards.appeal_open),
    _row(ev.Annulled, (S.APPROVED,), turns.IF_APPROVAL,
         guards.decision_named, guards.appeal_open),
    _row(ev.Annulled, _AFTER_APPROVAL, SAME, guards.decision_named, guards.appeal_open),
    _row(ev.Signed, (S.APPROVED,), turns.SIGNED_BY_ALL,
         guards.condition_open, guards.signed_once, guards.not_after_last_day,
         guards.decision_final),
    _row(ev.Entered, (None, *LIVE), turns.AS_ENTERED,
         guards.entered_once, guards.entered_in_force, guards.parties_entered,
         guards.sums_entered, only=turns.HIGHER_RANK),
    Clock("~amends", _BINDING, SAME, turns.when_amended, turns.amended),
    Clock("~starts", (S.SIGNED,), S.ACTIVE, turns.first_day, turns.started),
    _row(ev.Started, (S.SIGNED,), S.ACTIVE, only=turns.NO_FIRST_DAY),
    Clock("~extends", _BINDING, SAME, turns.when_it_goes_on, turns.went_on),
    Clock("~runs-out", _BINDING, turns.SUCCESSOR, turns.day_after_the_last, turns.ran_out),
    Clock("~follow-up-closes", (S.FOLLOW_UP,), S.ACTIVE,
          turns.when_nothing_is_open, turns.closed),
    Clock("~follow-up-opens", (S.ACTIVE,), S.FOLLOW_UP,
          turns.when_something_is_open, turns.opened),
    _row(ev.FollowUpCalled, _IN_FORCE, S.FOLLOW_UP),
    _row(ev.ChangeRaised, (S.SIGNED,), SAME),
    _row(ev.ChangeRaised, _IN_FORCE, S.FOLLOW_UP),
    _row(ev.FollowedUp, _IN_FORCE, turns.ANYTHING_OPEN,
         guards.call_open, guards.duty_owed, guards.in_window, guards.done_once,
         guards.convener),
    _row(ev.FollowedUp, _OVER, SAME, guards.duty_owed, guards.done_once, guards.convener,
         only=turns.ANSWERS_ONE),
    _row(ev.Fulfilled, (*_BINDING, *_OVER), SAME,
         guards.duty_owed, guards.in_window, guards.done_once),
    _row(ev.Waived, (*_BINDING, *_OVER), SAME,
         guards.duty_owed, guards.done_once),
    _row(ev.Amended, _BINDING, SAME, guards.all_agreed, guards.applies_later,
         guards.last_day_not_past, guards.ending_stands, guards.call_open, guards.dialogue),
    _row(ev.NoticeGiven, _BINDING, SAME,
         guards.notice_clause, guards.notice_under, guards.notice_written, guards.notice_day),
    _row(ev.RenewalDecided, _IN_FORCE, SAME, guards.not_after_last_day),
    _row(ev.EndingDecided, _IN_FORCE, SAME, guards.not_after_last_day, guards.last_day_not_past,
         guards.early_end, guards.notice_not_given),
    _row(ev.Extended, _IN_FORCE, SAME, guards.option_left, guards.option_length,
         guards.option_in_time, guards.ending_stands),
    _row(ev.Rescinded, _BINDING, SAME, guards.all_agreed, guards.last_day_not_past,
         guards.call_open, guards.dialogue),
    _row(ev.EndingLifted, _BINDING, SAME,
         guards.all_agreed, guards.ending_named, guards.not_after_last_day, guards.dialogue),
    _row(ev.DemandMade, _IN_FORCE, SAME),
    _row(ev.DemandCorrected, _IN_FORCE, SAME, guards.demand_open),
    _row(ev.Cancelled, _IN_FORCE, SAME, guards.breach_clause, guards.demand_written,
         guards.cure_over, guards.last_day_not_past),
    _row(ev.PartyLeft, _BINDING, SAME, guards.party_known, guards.last_day_not_past),
    _row(ev.Voided, _BINDING, SAME, guards.last_day_not_past),
    _row(ev.Renewed, _IN_FORCE, SAME, guards.last_day_not_past,
         guards.successor_starts_later, guards.successor_signed,
         guards.no_gap, guards.no_overlap),
    _row(ev.Renewed, (S.TERMINATED,), S.RENEWED,
         guards.successor_starts_later, guards.successor_signed,
         guards.no_gap, guards.no_overlap, only=turns.RAN_OUT),
    _row(ev.Closed, _OVER, SAME),
    _row(ev.Noted, _ANY, SAME),
    _row(ev.Resolved, _ANY, SAME, guards.reading_stated),
    _row(ev.Corrected, _ANY, SAME, guards.event_exists),
))
# fmt: on
"""Every event and every clock row: the states it stands in, where it leads, its guards."""
