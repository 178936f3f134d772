"""What must hold when the agreement is proposed, or entered in a register."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from itertools import chain
from typing import Final

import attrs
from pendulum import Date

from ioplife.dates import Duration
from ioplife.decisions import Case, Finding, Found, guard, met, not_called_for, not_met, unknown
from ioplife.events import Initiated
from ioplife.facts import facts
from ioplife.guards.weighing import by_every_reading, if_a_partnership
from ioplife.sources import DESIGN, ECONOMY, PARTNERSHIP
from ioplife.terms import (
    UNKNOWN,
    Absent,
    Party,
    Sector,
    Stated,
    Terms,
    Unknown,
    added,
    holding,
    public_cash,
    stretches,
)

_GRAVEST_FIRST: Final = (Found.NOT_MET, Found.UNKNOWN, Found.MET)


@guard("parties", source=PARTNERSHIP)
def parties(case: Case) -> Finding:
    """A partnership has a public party and a civil party, and no party of another sector."""
    if isinstance(case.terms.parties, Unknown):
        return if_a_partnership(case.terms, unknown())
    return if_a_partnership(case.terms, _sectors(case.terms.parties))


def _sectors(row: tuple[Party, ...]) -> Finding:
    ids = {
        sector: tuple(party.id for party in row if party.sector is sector)
        for sector in (*Sector, UNKNOWN)
    }
    missing = tuple(sector for sector in (Sector.PUBLIC, Sector.CIVIL) if not ids[sector])
    public, civil, unread = ids[Sector.PUBLIC], ids[Sector.CIVIL], ids[UNKNOWN]
    if ids[Sector.OTHER]:
        return not_met(public=public, civil=civil, other=ids[Sector.OTHER])
    if len(missing) > len(unread):
        return not_met(public=public, civil=civil, missing=missing)
    says = unknown if unread else met
    return says(public=public, civil=civil, unread=unread)


parties_entered = attrs.evolve(parties, soft=True)
"""The same, of an agreement that is entered in a register: it only warns."""


@guard("period-order", source=DESIGN)
def period_order(case: Case) -> Finding:
    """The first day is not after the last day."""
    terms = case.terms
    by_length = isinstance(terms.length, Duration)
    if terms.open_ended or isinstance(terms.first_day, Absent):
        return not_called_for()
    if isinstance(terms.last_day, Absent) and not by_length:
        return not_called_for()
    lasts = terms.last_day.days if isinstance(terms.last_day, Stated) else ()
    if not lasts and by_length:
        return met(length=terms.length)
    holds = {first <= last for first in terms.first_days for last in lasts}
    if holds and by_length:
        holds = {*holds, True}  # what the length gives is another reading, and always in order
    return by_every_reading(holds, first_days=terms.first_days, last_days=lasts)


@guard("sums", source=ECONOMY)
def sums(case: Case) -> Finding:
    """The contributions add up to the total, and what is paid out to the public cash."""
    days = stretches(case.terms)
    checked = [
        (_balance(ledger.values()), ledger, span)
        for span in days
        for ledger in _ledgers(case.terms, span.first)
    ]
    found = next(one for one in _GRAVEST_FIRST if any(check is one for check, *_rest in checked))
    gravest = [(ledger, span) for check, ledger, span in checked if check is found]
    first = [ledger for ledger, span in gravest if span is gravest[0][1]]
    known = {
        name: amount
        for name, amount in chain(*(ledger.items() for ledger in first))
        if amount is not UNKNOWN
    }
    # Where lines hold on some days alone, it is the first stretch that is told.
    told = gravest[0][1]
    span = {"first_day": told.first, "last_day": told.last}
    apart = len(days) > 1 and found is Found.NOT_MET
    return Finding(found, facts=facts(**known, **(span if apart else {})))


def _ledgers(terms: Terms, on: Date) -> tuple[dict[str, Decimal | Unknown], ...]:
    """What should be the same, of the lines that hold on a day."""
    total = UNKNOWN if isinstance(terms.total, Unknown) else terms.total.amount
    return (
        {"contributions": added(holding(terms.contributions, on)), "total": total},
        {
            "disbursements": added(holding(terms.disbursements, on)),
            "public_cash": public_cash(terms, on),
        },
    )


sums_entered = attrs.evolve(sums, soft=True)
"""The same, of an agreement that is entered in a register: it only warns."""


def _balance(amounts: Iterable[Decimal | Unknown]) -> Found:
    """Whether amounts that should be the same are."""
    different = set(amounts)
    if UNKNOWN in different:
        return Found.UNKNOWN
    return Found.NOT_MET if len(different) > 1 else Found.MET


@guard("initiative-civil", source=PARTNERSHIP, soft=True)
def initiative_civil(case: Case) -> Finding:
    """The initiative came from a civil party."""
    terms = case.terms
    found = [
        _initiated(terms, event) for _number, event in case.events if isinstance(event, Initiated)
    ]
    for wanted in (Found.MET, Found.UNKNOWN, Found.NOT_MET):
        for finding in found:
            if finding.found is wanted:
                return if_a_partnership(terms, finding)
    return if_a_partnership(terms, unknown())


def _initiated(terms: Terms, event: Initiated) -> Finding:
    if isinstance(event.by, Unknown) or isinstance(terms.parties, Unknown):
        return unknown()
    whose = terms.actors.get(event.by)
    sector = next((one.sector for one in terms.parties if one.id == whose), UNKNOWN)
    if isinstance(sector, Unknown):
        return unknown(initiator=event.by)
    says = met if sector is Sector.CIVIL else not_met
    return says(initiator=event.by, sector=sector)
