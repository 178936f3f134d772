"""Who the agreement is between, and the bodies that act for a public party."""

from __future__ import annotations

import enum
from collections.abc import Iterable

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_ident, is_named, member, row
from ioplife.dates import Period
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source


class Sector(enum.StrEnum):
    """Which sector a party belongs to."""

    PUBLIC = "public"
    CIVIL = "civil"
    OTHER = "other"


class BodyKind(enum.StrEnum):
    """What a body is: council (fullmäktige), board (nämnd), administration (förvaltning)."""

    COUNCIL = "council"
    BOARD = "board"
    ADMINISTRATION = "administration"
    DELEGATE = "delegate"
    UNKNOWN = "unknown"


def _body_kind(value: BodyKind | str) -> BodyKind:
    return member(BodyKind, value, "Body.kind")


def _body_period(value: Period | Unknown) -> Period | Unknown:
    if isinstance(value, Period | Unknown):
        return value
    raise BadValue("Body.period", value, "must be a Period or UNKNOWN")


@attrs.frozen
class Body:
    """A body of a public party that acts for it (nämnd, förvaltning).

    Args:
        id: its id; the same id again, later in the row, is the same body renamed.
        name: its name.
        kind: council, board, administration, delegate or unknown.
        period: when it bore that name; UNKNOWN where no paper says.
        source: the paper that names it.
    """

    id: str = attrs.field(validator=is_ident)
    name: str = attrs.field(validator=is_named)
    kind: BodyKind = attrs.field(default=BodyKind.UNKNOWN, converter=_body_kind, kw_only=True)
    period: Period | Unknown = attrs.field(default=UNKNOWN, converter=_body_period, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def stands(self, day: Date) -> bool:
        """Whether it may bear this name on a day; so it may where no paper says when."""
        return isinstance(self.period, Unknown) or day in self.period


def _sector(value: Sector | str | Unknown) -> Sector | Unknown:
    return value if isinstance(value, Unknown) else member(Sector, value, "Party.sector")


def _bodies(values: Iterable[Body]) -> tuple[Body, ...]:
    return row(Body, values, "Party.bodies")


@attrs.frozen
class Party:
    """A party of the agreement (part).

    Args:
        id: its id.
        name: its name.
        sector: public, civil or other; UNKNOWN where nobody has found out.
        bodies: the bodies that act for it; their acts are its acts.
        source: the paper that names it.
    """

    id: str = attrs.field(validator=is_ident)
    name: str = attrs.field(validator=is_named)
    sector: Sector | Unknown = attrs.field(default=UNKNOWN, converter=_sector, kw_only=True)
    bodies: tuple[Body, ...] = attrs.field(default=(), converter=_bodies, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)
