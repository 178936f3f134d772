"""Numbers that a policy may set, each with its day and its source (riktmärke).

A number, the day it holds from and the paper behind it are one thing: a ``Norm``. The
library has its own; a municipality's go before them, and an agreement's before those.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import is_ident, row
from ioplife.dates import DayLike, Duration, as_day, as_duration
from ioplife.errors import BadValue
from ioplife.sources import UNVERIFIED, Source, is_cited

Number: TypeAlias = Decimal | Duration
"""What a norm holds: a number, or a length."""

NumberLike: TypeAlias = Number | int | str
"""A number as callers give it: also a whole one, decimal text, or ISO 8601 text of a length."""

_DECIMAL: Final = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)


def _number(value: NumberLike) -> Number:
    if isinstance(value, Duration):
        return value
    if isinstance(value, str) and value.startswith("P"):
        return as_duration(value, "Norm.value")
    text = ""
    if isinstance(value, str):
        text = value
    elif not isinstance(value, bool) and isinstance(value, Decimal | int):
        text = format(Decimal(value), "f")
    if not _DECIMAL.fullmatch(text):
        rule = "must be a whole number, decimal text or an ISO 8601 length like P6M, no float"
        raise BadValue("Norm.value", value, rule)
    return Decimal(text)


def _percent(value: Number) -> Decimal:
    if isinstance(value, Duration) or not 0 <= value <= 100:  # noqa: PLR2004 - the whole
        raise BadValue("Norm.value", str(value), "must be percent, from 0 to 100")
    return value


def _length(value: Number) -> Duration:
    if not isinstance(value, Duration):
        raise BadValue("Norm.value", str(value), "must be an ISO 8601 length, like P6M")
    return value


PUBLIC_SHARE: Final = "public-share"
"""What the public parties should put in of the whole, percent."""

PUBLIC_SHARE_TOLERANCE: Final = "public-share-tolerance"
"""How far from it is still near, percent of the whole."""

URGENT_WITHIN: Final = "urgent-within"
"""A day so near is urgent, a length."""

NOTICE_WITHIN: Final = "notice-within"
"""A day so near deserves notice, a length."""

DECIDE_LEAD: Final = "decide-lead"
"""So long before what waits for it, a board decides, a length; the library has none."""

PAPERS_LEAD: Final = "papers-lead"
"""So long before a meeting its papers are handed in, a length; the library has none."""

NAMES: Final[Mapping[str, Callable[[Number], Number]]] = MappingProxyType(
    {
        PUBLIC_SHARE: _percent,
        PUBLIC_SHARE_TOLERANCE: _percent,
        URGENT_WITHIN: _length,
        NOTICE_WITHIN: _length,
        DECIDE_LEAD: _length,
        PAPERS_LEAD: _length,
    }
)
"""The numbers that the library reads, each with what it must be; the names are API."""


def _since(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Norm.since")


def _scope(values: Iterable[str]) -> tuple[str, ...]:
    found = row(str, values, "Norm.scope")
    for name in found:
        if not name.strip():
            raise BadValue("Norm.scope", name, "must name boards")
    return found


@attrs.frozen
class Norm:
    """A number, the day it holds from, and the paper behind it (riktmärke).

    Args:
        name: its name: one of ``NAMES``, or another's own with a prefix
            ("linkoping:lead"), which the library never reads.
        value: the number; shares are percent, lengths ISO 8601.
        since: the first day it holds; None where no paper says since when: it then holds
            on every day.
        source: the paper; what no paper says is "ioplife default, unverified".
        scope: the boards it holds for, by their ids or names (case does not matter);
            empty: all.

    Raises:
        BadValue: for a name that has no prefix and that the library does not know, for a
            value of another kind, and for a float.
    """

    name: str = attrs.field(validator=is_ident)
    value: Number = attrs.field(converter=_number)
    since: Date | None = attrs.field(default=None, converter=_since, kw_only=True)
    source: Source = attrs.field(validator=is_cited, kw_only=True)
    scope: tuple[str, ...] = attrs.field(default=(), converter=_scope, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if ":" in self.name:
            return
        if self.name not in NAMES:
            known = ", ".join(NAMES)
            raise BadValue("Norm.name", self.name, f"must be one of {known}, or have a prefix")
        NAMES[self.name](self.value)

    @property
    def percent(self) -> Decimal:
        """The number, of a norm that is a share."""
        return _percent(self.value)

    @property
    def length(self) -> Duration:
        """The number, of a norm that is a length."""
        return _length(self.value)

    def holds_on(self, day: Date) -> bool:
        """Whether it holds on a day."""
        return self.since is None or self.since <= day

    def names(self, *boards: str) -> bool:
        """Whether its scope names one of these, ids or names; an empty scope names none."""
        return not {one.casefold() for one in self.scope}.isdisjoint(map(str.casefold, boards))


def norms(values: Iterable[Norm], field: str) -> tuple[Norm, ...]:
    """Norms of one layer: of two for the same board, one must be later.

    Raises:
        BadValue: for anything but norms, and for two that hold for the same board from
            the same day.
    """
    found = row(Norm, values, field)
    given: set[tuple[str, Date | None, str]] = set()
    for one in found:
        for board in one.scope or ("",):
            place = (one.name, one.since, board.casefold())
            if place in given:
                raise BadValue(field, one.name, "must be given once for a day and a board")
            given.add(place)
    return found


def _layers(values: Iterable[Iterable[Norm]]) -> tuple[tuple[Norm, ...], ...]:
    return tuple(norms(layer, "Norms.layers") for layer in values)


LIBRARY: Final = (
    Norm(PUBLIC_SHARE_TOLERANCE, 10, source=UNVERIFIED),
    Norm(URGENT_WITHIN, "P1M", source=UNVERIFIED),
    Norm(NOTICE_WITHIN, "P3M", source=UNVERIFIED),
)
"""The library's own numbers; there is no share that it holds to be right by itself."""


@attrs.frozen
class Norms:
    """The numbers that a question is asked under, in their order of precedence.

    Args:
        layers: rows of norms, the strongest first.
    """

    layers: tuple[tuple[Norm, ...], ...] = attrs.field(default=(), converter=_layers)

    @property
    def days(self) -> frozenset[Date]:
        """The days from which any of them holds."""
        rows = (one.since for layer in self.layers for one in layer)
        return frozenset(day for day in rows if day is not None)

    def standing(self, name: str, *, on: DayLike) -> tuple[Norm, ...]:
        """Every norm of a name that holds on a day, for whichever board, strongest first.

        A layer goes before those below it; within it, what is scoped to boards goes before
        what holds for all, and the later goes before the earlier.
        """
        day = as_day(on, "on")
        return tuple(
            one
            for layer in self.layers
            for one in sorted(layer, key=_strength)
            if one.name == name and one.holds_on(day)
        )

    def value(self, name: str, *, on: DayLike, board: str | None = None) -> Number | None:
        """The number in force on a day, for a board by its id or its name.

        None where there is none; a norm that is scoped to boards holds for no other, and
        for nobody where no board is given.
        """
        for one in self.standing(name, on=on):
            if not one.scope or (board is not None and one.names(board)):
                return one.value
        return None


LIBRARY_NORMS: Final = Norms((LIBRARY,))
"""The library's own numbers, and no others."""


def _strength(norm: Norm) -> tuple[bool, int]:
    return (not norm.scope, -(norm.since.toordinal() if norm.since else 0))
