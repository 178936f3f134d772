"""What must hold of what becomes of a decision: its minutes, its announcement, an appeal."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.dates import (
    ADJUSTMENT,
    ANNOUNCEMENT,
    LAST_DAY,
    LONGEST_ROLL,
    Duration,
    next_day,
    roll,
)
from ioplife.dates import APPEAL as THREE_WEEKS
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import (
    Adjusted,
    Announced,
    AnnouncementRemoved,
    Annulled,
    Appealed,
    OfDecision,
    StayLifted,
)
from ioplife.guards.weighing import by_every_reading, without_effect
from ioplife.sources import ADJUSTING, ANNOUNCING, APPEAL, DESIGN, NOTICE_BOARD
from ioplife.standing import Finality
from ioplife.terms import Unknown


@guard("decision-named", source=DESIGN)
def decision_named(case: Case, event: OfDecision) -> Finding:
    """The decision is one on record."""
    numbers = tuple(one.number for one in case.standing.final)
    if isinstance(event.decision, Unknown):
        if len(numbers) > 1:
            return unknown(needs=("decision",), decisions=numbers)
        return met(decision=numbers[0]) if numbers else not_met()
    says = met if event.decision in numbers else not_met
    return says(decision=event.decision, decisions=numbers)


@guard("adjusted-in-time", source=ADJUSTING, soft=True)
def adjusted_in_time(case: Case, event: Adjusted) -> Finding:
    """The minutes are adjusted within fourteen days from the decision, and not before it."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    decided = decision.on
    if case.on < decided:
        return not_met(on=case.on, decided_on=decided)
    last = _last_day(case, ADJUSTMENT, decided)
    return last.reached_by(case.on, on=case.on, decided_on=decided, latest=last.first)


@guard("announced-adjusted", source=ANNOUNCING)
def announced_adjusted(case: Case, event: OfDecision) -> Finding:
    """The minutes are adjusted when that is announced."""
    if not isinstance(event, Adjusted | Announced):
        return not_called_for()
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    days: dict[type[OfDecision], Date | None] = {
        Adjusted: decision.adjusted,
        Announced: decision.announced,
    }
    days[type(event)] = case.on
    adjusted, announced = days[Adjusted], days[Announced]
    other = Announced if isinstance(event, Adjusted) else Adjusted
    if adjusted is None or announced is None:  # not all that happens is recorded
        return unknown() if _unplaced(case, other) else not_called_for()
    says = met if adjusted <= announced else not_met
    return _if_placed(case, says(adjusted=adjusted, announced=announced), other)


@guard("announced-in-time", source=ANNOUNCING, soft=True)
def announced_in_time(case: Case, event: Announced) -> Finding:
    """It is announced the second day after the adjustment at the latest."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    if decision.announced is not None:  # announced anew, after it was taken down
        return not_called_for(announced=decision.announced)
    if decision.adjusted is None:
        return unknown()
    last = _last_day(case, ANNOUNCEMENT, decision.adjusted)
    return last.reached_by(case.on, on=case.on, adjusted=decision.adjusted, latest=last.first)


@guard("announcement-up", source=DESIGN)
def announcement_up(case: Case, event: AnnouncementRemoved) -> Finding:
    """The announcement that is taken down is up."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    if decision.announced is None:
        return unknown()
    up = decision.removed is None
    finding = met(announced=decision.announced) if up else not_met(removed=decision.removed)
    return _if_placed(case, finding, Announced, AnnouncementRemoved)


@guard("kept-up", source=NOTICE_BOARD, soft=True)
def removed_in_time(case: Case, event: AnnouncementRemoved) -> Finding:
    """The announcement stays up until the time to appeal is out."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    if decision.announced is None:
        return unknown()
    last = _last_day(case, THREE_WEEKS, decision.announced)
    passed = by_every_reading(
        (case.on > day for day in last.days),
        on=case.on,
        announced=decision.announced,
        appeal_ends=last.first,
    )
    if passed.found is not Found.NOT_MET:
        return passed
    return attrs.evolve(passed, from_day=next_day(last.days[-1]))


@guard("appeal-in-time", source=APPEAL, soft=True)
def appeal_in_time(case: Case, event: Appealed) -> Finding:
    """The decision is appealed within three weeks from the announcement."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    announced, removed = decision.announced, decision.removed
    if announced is None:  # the time to appeal has not begun
        return met(on=case.on)
    last = _last_day(case, THREE_WEEKS, announced)
    broken = [removed is not None and removed <= day for day in last.days]
    if all(broken):  # taken down too early: the time has not run out
        return met(on=case.on, removed=removed)
    return by_every_reading(
        (early or case.on <= day for early, day in zip(broken, last.days, strict=True)),
        on=case.on,
        announced=announced,
        appeal_ends=last.first,
    )


@guard("appeal-open", source=DESIGN)
def appeal_open(case: Case, event: OfDecision) -> Finding:
    """An appeal of the decision waits for the court."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    if decision.annulled is not None:
        return not_met(annulled=decision.annulled)
    finding = met(appeals=decision.appeals) if decision.appeals else unknown()
    return _if_placed(case, finding, Annulled)


@guard("stay-open", source=DESIGN)
def stay_open(case: Case, event: StayLifted) -> Finding:
    """The decision must not be carried out, until that is lifted."""
    decision = _decision(case, event)
    if isinstance(decision, Finding):
        return decision
    if decision.annulled is not None:
        return not_met(annulled=decision.annulled)
    finding = unknown() if decision.stayed is None else met(stayed=decision.stayed)
    return _if_placed(case, finding, Annulled)


def _decision(case: Case, event: OfDecision) -> Finding | Finality:
    """The decision an event is of; what to find where that cannot be told."""
    final = case.standing.final
    if not isinstance(event.decision, Unknown):
        final = tuple(one for one in final if one.number == event.decision)
    if len(final) == 1:
        return final[0]
    return unknown(needs=("decision",)) if final else not_called_for()


def _if_placed(case: Case, finding: Finding, *kinds: type[OfDecision]) -> Finding:
    """A finding that stands where it is known of which decision every event of a kind is."""
    return unknown() if any(_unplaced(case, kind) for kind in kinds) else finding


def _unplaced(case: Case, kind: type[OfDecision]) -> bool:
    """Whether an event of a kind is on record of which nobody can tell the decision."""
    if without_effect(case, kind):
        return True
    for number, event in case.events:
        if isinstance(event, kind) and isinstance(event.decision, Unknown):
            before = [
                one for one in case.standing.final if (one.on, one.number) < (event.on, number)
            ]
            if len(before) != 1:
                return True
    return False


@attrs.frozen
class _LastDay:
    """The last day of a time set by law; several where the working days are not told.

    Attributes:
        days: the earliest and the latest day that it may be.
    """

    days: tuple[Date, ...]

    @property
    def first(self) -> Date:
        """The earliest: the day as counted, or rolled where that can be told."""
        return self.days[0]

    def reached_by(self, day: Date, **values: object) -> Finding:
        """Whether a day is in time."""
        return by_every_reading((day <= last for last in self.days), None, **values)


def _last_day(case: Case, length: Duration, start: Date) -> _LastDay:
    """The last day of a time that law sets from a day (lag (1930:173))."""
    counted = length.after(start)
    if counted > LAST_DAY:  # no question is of a later day
        return _LastDay((counted,))
    if case.is_working_day is not None:
        return _LastDay((roll(counted, case.is_working_day),))
    return _LastDay((counted, Date.fromordinal(counted.toordinal() + LONGEST_ROLL)))
