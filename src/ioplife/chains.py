"""Agreements that follow each other, as values: a chain and its links (kedja)."""

from __future__ import annotations

from collections.abc import Iterable

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.checks import is_ident, row
from ioplife.states import State
from ioplife.terms import Unknown


@attrs.frozen(kw_only=True)
class Link:
    """One agreement of a chain, as it stands on the chain's day.

    Attributes:
        id: the agreement's id.
        state: its state; None before its first event.
        first_day: its first day; UNKNOWN where that is unknown or in conflict.
        last_day: its last day, included; None open-ended; UNKNOWN likewise.
        signed: whether every party of it has signed.
        parties: the ids of its parties; UNKNOWN where nobody has read who they are.
        follows: the id of the agreement it says it follows; None: none.
        successor: the id of the agreement recorded to follow it; None: none.
    """

    id: str = attrs.field(validator=is_ident)
    state: State | None
    first_day: Date | Unknown
    last_day: Date | None | Unknown
    signed: Answer
    parties: tuple[str, ...] | Unknown
    follows: str | None | Unknown
    successor: str | None | Unknown


def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    return row(Link, values, "Chain.links")


@attrs.frozen
class Chain:
    """Agreements that follow each other, the earliest first, on a day.

    Args:
        on: the day.
        links: the agreements.
    """

    on: Date
    links: tuple[Link, ...] = attrs.field(converter=_links)

    def link(self, agreement: str) -> Link | None:
        """The link of an agreement by its id; None where it is not in the chain."""
        return next((one for one in self.links if one.id == agreement), None)
