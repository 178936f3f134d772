"""What must hold where every party is to agree, and of a party that leaves."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import Amended, EndingLifted, Event, PartyLeft, Rescinded
from ioplife.sources import DESIGN, DIALOGUE
from ioplife.terms import Terms, Unknown


@guard("all-agreed", source=DIALOGUE)
def all_agreed(case: Case, event: Event) -> Finding:
    """Every party has agreed."""
    match event:
        case Rescinded(agreed_by=agreed_by) | EndingLifted(agreed_by=agreed_by):
            return _agreed(case, agreed_by, case.terms)
        case Amended(agreed_by=agreed_by, terms=terms):
            return _agreed(case, agreed_by, case.terms, terms)
        case _:
            return not_called_for()


@guard("dialogue", source=DIALOGUE, soft=True)
def dialogue(case: Case, event: Event) -> Finding:
    """Every party has taken part in the dialogue, which whoever agrees has done."""
    finding = all_agreed.rule(case, event)
    if finding.found is not Found.NOT_MET:
        return finding
    return attrs.evolve(finding, found=Found.UNKNOWN)  # not to agree is not to keep away


def _agreed(case: Case, agreed_by: tuple[str, ...] | Unknown, *versions: Terms) -> Finding:
    """Whether the parties of all these terms have agreed, but for those that have left."""
    if isinstance(agreed_by, Unknown):
        return unknown(needs=("agreed_by",))
    agreed = {terms.actors.get(one, one) for one in agreed_by for terms in versions}
    gone, perhaps, unnamed = _left(case)
    lacking = [one for one in _parties(versions) if one not in agreed | gone]
    surely = [one for one in lacking if one not in perhaps]
    if len(surely) > unnamed:
        return not_met(lacking=surely)
    if lacking:
        return unknown(lacking=lacking)
    unread = any(isinstance(terms.parties, Unknown) for terms in versions)
    return (unknown if unread else met)(agreed_by=agreed_by)


def _parties(versions: tuple[Terms, ...]) -> tuple[str, ...]:
    """The ids of the parties of all these terms, each once."""
    rows = [terms.parties for terms in versions if not isinstance(terms.parties, Unknown)]
    return tuple(dict.fromkeys(party.id for row in rows for party in row))


def _left(case: Case) -> tuple[frozenset[str], frozenset[str], int]:
    """Who has left before the day, who may have, and of how many nobody has said who they are.

    A party is one to its last day, that day included.
    """
    gone: set[str] = set()
    perhaps: set[str] = set()
    unnamed = 0
    for _number, event in case.events:
        if isinstance(event, PartyLeft):
            last = event.on if event.last_day is None else event.last_day
            if isinstance(last, Date) and last >= case.on:
                continue
            if isinstance(event.party, Unknown):
                unnamed += 1
            else:
                party = case.terms.actors.get(event.party, event.party)
                (perhaps if isinstance(last, Unknown) else gone).add(party)
    return frozenset(gone), frozenset(perhaps), unnamed


@guard("party-known", source=DESIGN)
def party_known(case: Case, event: PartyLeft) -> Finding:
    """The party that leaves is one of the agreement, and has not left before."""
    if isinstance(event.party, Unknown):
        return unknown(needs=("party",))
    if event.party in case.standing.left:
        return not_met(party=event.party, left=True)
    if isinstance(case.terms.parties, Unknown):
        return unknown(party=event.party)
    if event.party not in case.terms.party_ids:
        return not_met(party=event.party)
    before = (one for _number, one in case.events if isinstance(one, PartyLeft))
    unnamed = any(isinstance(one.party, Unknown) for one in before)
    return unknown(party=event.party, left=True) if unnamed else met(party=event.party)
