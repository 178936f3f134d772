"""The boards of an agreement, and whether what is of some boards alone is of it."""

from __future__ import annotations

from typing import Protocol

from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.answers import Answer
from ioplife.norms import Norm, Norms
from ioplife.terms.agreed import Terms
from ioplife.terms.parties import BodyKind, Party, Sector


class Scoped(Protocol):
    """What may be of some boards alone: a norm, a meeting."""

    @property
    def scope(self) -> tuple[str, ...]:
        """The boards, by their ids or names; empty: all."""

    def names(self, *boards: str) -> bool:
        """Whether its scope names one of these, ids or names."""


def boards(terms: Terms, on: Date) -> tuple[str, ...]:
    """Who decides on a day: the ids of each public party's boards, else its own."""
    if isinstance(terms.parties, Unknown):
        return ()
    deciding: list[str] = []
    for party in terms.parties:
        if party.sector is Sector.PUBLIC:
            of_party = [
                body.id for body in party.bodies if body.kind is BodyKind.BOARD and body.stands(on)
            ]
            deciding += of_party or [party.id]
    return tuple(dict.fromkeys(deciding))


def in_scope(terms: Terms, scoped: Scoped, on: Date) -> Answer:
    """Whether something is of the board that an agreement belongs to on a day.

    A board is a body of that kind of a public party, under its name of the day; a body
    whose kind nobody knows is a board where it is named. Unknown where no board is
    on record, and where a board bears, or may bear, two names of which one is named.
    """
    if not scoped.scope:
        return Answer.YES
    if isinstance(terms.parties, Unknown):
        return Answer.UNKNOWN
    found = [
        _of_party(party, scoped, on)
        for party in terms.parties
        if party.sector in (Sector.PUBLIC, UNKNOWN)
    ]
    if Answer.YES in found:
        return Answer.YES
    return Answer.NO if set(found) == {Answer.NO} else Answer.UNKNOWN


def _of_party(party: Party, scoped: Scoped, on: Date) -> Answer:
    found: dict[str, set[bool]] = {}
    for body in party.bodies:
        named = scoped.names(body.id, body.name)
        may_be = body.kind is BodyKind.BOARD or (named and body.kind is BodyKind.UNKNOWN)
        if may_be and body.stands(on):
            found.setdefault(body.id, set()).add(named)
    if {True} in found.values():
        return Answer.YES if party.sector is Sector.PUBLIC else Answer.UNKNOWN
    if not found or any(len(names) > 1 for names in found.values()):
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
