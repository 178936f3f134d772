"""Whether a number that holds for some boards alone holds for an agreement."""

from __future__ import annotations

from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.answers import Answer
from ioplife.norms import Norm, Norms
from ioplife.terms.agreed import Terms
from ioplife.terms.parties import BodyKind, Party, Sector


def in_scope(terms: Terms, norm: Norm, on: Date) -> Answer:
    """Whether a norm holds for the board that an agreement belongs to on a day.

    A board is a body of that kind of a public party, under its name of the day; a body
    whose kind nobody knows is a board where the norm names it. Unknown where no board is
    on record, and where a board bears, or may bear, two names of which one is named.
    """
    if not norm.scope:
        return Answer.YES
    if isinstance(terms.parties, Unknown):
        return Answer.UNKNOWN
    found = [
        _of_party(party, norm, on)
        for party in terms.parties
        if party.sector in (Sector.PUBLIC, UNKNOWN)
    ]
    if Answer.YES in found:
        return Answer.YES
    return Answer.NO if set(found) == {Answer.NO} else Answer.UNKNOWN


def _of_party(party: Party, norm: Norm, on: Date) -> Answer:
    boards: dict[str, set[bool]] = {}
    for body in party.bodies:
        named = norm.names(body.id, body.name)
        may_be = body.kind is BodyKind.BOARD or (named and body.kind is BodyKind.UNKNOWN)
        if may_be and body.stands(on):
            boards.setdefault(body.id, set()).add(named)
    if {True} in boards.values():
        return Answer.YES if party.sector is Sector.PUBLIC else Answer.UNKNOWN
    if not boards or any(len(names) > 1 for names in boards.values()):
        return Answer.UNKNOWN
    return Answer.NO


def in_force(norms: Norms, name: str, terms: Terms, on: Date) -> Norm | None | Unknown:
    """The norm of a name that holds for an agreement on a day.

    None where there is none; UNKNOWN where nobody knows whether it is of the agreement's
    board.
    """
    for norm in norms.standing(name, on=on):
        match in_scope(terms, norm, on):
            case Answer.YES:
                return norm
            case Answer.UNKNOWN:
                return UNKNOWN
            case Answer.NO:
                pass
    return None
