"""What several readings say together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ioplife.decisions import Finding, Found
from ioplife.facts import facts
from ioplife.sources import Source

_FOUND: Final = {frozenset({True}): Found.MET, frozenset({False}): Found.NOT_MET}


def by_every_reading(
    holds: Iterable[bool], clause: Source | None = None, **values: object
) -> Finding:
    """Met where it holds by every reading, not met where by none, else unknown.

    Args:
        holds: whether it holds, by each reading there is.
        clause: the place in the agreement, where there is one.
        values: the facts.
    """
    return Finding(_FOUND.get(frozenset(holds), Found.UNKNOWN), clause, facts(**values))
