"""What must hold when what is owed is done or waived."""

from __future__ import annotations

from typing import Final

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.duties import FOLLOWED_UP, DutyKind
from ioplife.events import Event, FollowedUp, Fulfilled, Waived
from ioplife.sources import DESIGN, UNDERTAKINGS
from ioplife.standing import Occurrence, Progress
from ioplife.terms import PAYMENT, Unknown

_DONE: Final = frozenset({Progress.FULFILLED, Progress.WAIVED})


@guard("duty-owed", source=UNDERTAKINGS)
def duty_owed(case: Case, event: Event) -> Finding:
    """What is done or waived is owed by the agreement, and so is the instance that is named."""
    match event:
        case FollowedUp(duty=None, occurrence=None | "none"):
            return not_called_for()
        case FollowedUp() | Fulfilled() | Waived():
            return _owed(case, event)
        case _:
            return not_called_for()


def _owed(case: Case, event: FollowedUp | Fulfilled | Waived) -> Finding:
    duty, which, ids = event.duty, event.occurrence, _owed_ids(case)
    if isinstance(duty, Unknown):
        return unknown(needs=("duty",), duties=ids)
    if isinstance(which, Unknown):
        return unknown(needs=("occurrence",))
    if duty is not None and duty not in ids:
        says = unknown if _unread(case, duty) else not_met
        return says(duty=duty, duties=ids)
    kinds = {one.kind for one in _instances(case, event)}
    if isinstance(event, FollowedUp) and kinds and kinds.isdisjoint(FOLLOWED_UP):
        return not_met(duty=duty, kind=kinds.pop(), duties=_followed_up(case))
    if not isinstance(which, int):
        return met(duty=duty)
    found = [one for one in _instances(case, event) if one.ordinal == which]
    if len(found) == 1:
        return met(found[0].source, duty=duty, occurrence=which, due=found[0].due)
    if found:  # several duties have such an instance, and none is named
        return unknown(needs=("duty",), occurrence=which, duties=ids)
    # without a first day, or with several, no instance can be told
    says = not_met if len(case.terms.first_days) == 1 else unknown
    return says(duty=duty, occurrence=which, instances=len(_instances(case, event)))


@guard("done-once", source=DESIGN, soft=True)
def done_once(case: Case, event: Event) -> Finding:
    """The instance that is named has not been fulfilled or waived before."""
    if not isinstance(event, FollowedUp | Fulfilled | Waived):
        return not_called_for()
    if needs := _needed(event):
        return unknown(needs=needs)
    if not isinstance(event.occurrence, int):
        return not_called_for()
    found = [one for one in _instances(case, event) if one.ordinal == event.occurrence]
    if len(found) != 1:
        return unknown(needs=("duty",)) if found else not_called_for()
    says = not_met if found[0].progress in _DONE else met
    return says(duty=found[0].duty, occurrence=event.occurrence, number=found[0].number)


@guard("in-window", source=UNDERTAKINGS, soft=True)
def in_window(case: Case, event: Event) -> Finding:
    """What is done without an instance being named falls in the window of one that waits."""
    if not isinstance(event, FollowedUp | Fulfilled):
        return not_called_for()
    if needs := _needed(event):
        return unknown(needs=needs)
    if event.occurrence is not None:
        return not_called_for()
    if event.duty is None and event.answers is not None:
        return not_called_for()
    instances = _instances(case, event)
    if not instances:
        return not_called_for()
    waiting = [one for one in instances if one.progress not in _DONE]
    if any(one.first <= event.on and (one.last is None or event.on <= one.last) for one in waiting):
        return met(duty=event.duty)
    ordinals = tuple(one.ordinal for one in waiting if one.first <= event.on)
    return not_met(duty=event.duty, waiting=ordinals)


@guard("convener", source=UNDERTAKINGS, soft=True)
def convener(case: Case, event: FollowedUp) -> Finding:
    """The follow-up was convened by whom the clause says."""
    meant = _instances(case, event)
    if isinstance(event.duty, Unknown):
        return unknown(needs=("duty",))
    clauses = {one.duty: one for one in meant}
    if len(clauses) != 1:
        return not_called_for()
    (clause,) = clauses.values()
    if isinstance(clause.who, Unknown):
        return unknown(clause.source, duty=clause.duty, by=event.by)
    if isinstance(event.by, Unknown):
        return unknown(source=clause.source, needs=("by",), conveners=clause.who)
    actors = case.terms.actors
    whose = {actors.get(one, one) for one in clause.who}
    says = met if actors.get(event.by, event.by) in whose else not_met
    return says(source=clause.source, by=event.by, conveners=clause.who)


def _needed(event: FollowedUp | Fulfilled | Waived) -> tuple[str, ...]:
    """Which of the fields that name an instance nobody has said."""
    fields = {"duty": event.duty, "occurrence": event.occurrence}
    return tuple(name for name, value in fields.items() if isinstance(value, Unknown))


def _instances(case: Case, event: FollowedUp | Fulfilled | Waived) -> tuple[Occurrence, ...]:
    """The instances of the duty an event names; of every follow-up, if it names none."""
    return tuple(
        one
        for one in case.standing.occurrences
        if (one.kind is DutyKind.FOLLOW_UP if event.duty is None else one.duty == event.duty)
    )


def _owed_ids(case: Case) -> tuple[str, ...]:
    """The ids by which something is owed, in the order of the clauses."""
    terms = case.terms
    ids = [plan.id for plan in terms.plans]
    for clauses in (terms.duties, terms.goals):
        if isinstance(clauses, tuple):
            ids += [one.id for one in clauses]
    return tuple(ids)


def _followed_up(case: Case) -> tuple[str, ...]:
    """The ids of what a follow-up may be held of."""
    owed = case.standing.occurrences
    return tuple(dict.fromkeys(one.duty for one in owed if one.kind in FOLLOWED_UP))


def _unread(case: Case, duty: str) -> bool:
    """Whether a clause that nobody has read may owe it."""
    terms = case.terms
    paid = duty == PAYMENT or duty.startswith(f"{PAYMENT}:")
    clauses = (terms.payments,) if paid else (terms.duties, terms.goals)
    return any(isinstance(clause, Unknown) for clause in clauses)
