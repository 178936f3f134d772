"""What the ledgers of an agreement add up to, and the public parties' part of the whole."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from ioplife.absence import UNKNOWN, Unknown
from ioplife.terms.agreed import Terms
from ioplife.terms.clauses import Contribution, Disbursement, Form
from ioplife.terms.parties import Sector

_CONTEXT: Final = Context(prec=40, rounding=ROUND_HALF_UP)
"""Our own, so that a host's changes of Python's context change no answer."""

_TENTH: Final = Decimal("0.1")


def added(lines: Iterable[Contribution | Disbursement] | Unknown) -> Decimal | Unknown:
    """What the lines add up to, SEK a year; UNKNOWN where one of them is."""
    if isinstance(lines, Unknown):
        return UNKNOWN
    whole = Decimal(0)
    for line in lines:
        amount = UNKNOWN if isinstance(line.amount, Unknown) else line.amount.amount
        if isinstance(amount, Unknown):
            return UNKNOWN
        whole = _CONTEXT.add(whole, amount)
    return whole


def public_cash(terms: Terms) -> Decimal | Unknown:
    """The money the public parties put in; UNKNOWN where a line may or may not be such."""
    if isinstance(terms.contributions, Unknown):
        return UNKNOWN
    return _public(terms, [one for one in terms.contributions if one.form is not Form.IN_KIND])


def public_part(terms: Terms) -> Decimal | Unknown:
    """All the public parties put in, cash or in kind; UNKNOWN where a line may be theirs."""
    if isinstance(terms.contributions, Unknown):
        return UNKNOWN
    return _public(terms, terms.contributions, forms=False)


def _public(
    terms: Terms, lines: Iterable[Contribution], *, forms: bool = True
) -> Decimal | Unknown:
    """What the public parties put in of these; where their forms matter, they must be known."""
    if isinstance(terms.parties, Unknown):
        return UNKNOWN
    sector = {party.id: party.sector for party in terms.parties}
    theirs = [one for one in lines if sector[one.party] in (Sector.PUBLIC, UNKNOWN)]
    unread = any(sector[one.party] is UNKNOWN or (forms and one.form is UNKNOWN) for one in theirs)
    return UNKNOWN if unread else added(theirs)


def public_share(terms: Terms) -> Decimal | Unknown:
    """What the public parties put in of the total, in percent with one decimal, half up.

    UNKNOWN where the part or the total is, and where the total is nothing.
    """
    whole = UNKNOWN if isinstance(terms.total, Unknown) else terms.total.amount
    part = public_part(terms)
    if isinstance(whole, Unknown) or isinstance(part, Unknown) or not whole:
        return UNKNOWN
    percent = _CONTEXT.divide(_CONTEXT.multiply(part, Decimal(100)), whole)
    return percent.quantize(_TENTH, context=_CONTEXT)
