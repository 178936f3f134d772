"""A municipality's own guards, beside the library's (riktlinjer)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

import attrs

from ioplife.checks import is_ident, row
from ioplife.decisions import Guard
from ioplife.errors import BadValue
from ioplife.events import EVENTS, Event
from ioplife.lifecycle import LIFECYCLE


def _guards(values: Iterable[Guard[Any]]) -> tuple[Guard[Any], ...]:
    return row(Guard, values, "Policy.guards")


def _codes(values: Iterable[str]) -> frozenset[str]:
    given = sorted(values) if isinstance(values, frozenset | set) else values
    return frozenset(row(str, given, "Policy.hardened"))


@attrs.frozen
class Policy:
    """What a municipality asks for besides the library (riktlinjer).

    It adds guards and hardens soft ones; it removes and softens nothing, so it never turns
    a no into a yes.

    Args:
        name: its name, which every answer carries.
        guards: its own guards; each is asked of the events it fits.
        hardened: codes of soft guards that it makes hard.

    Raises:
        BadValue: for a guard with a code the library uses, or one given twice, and for a
            hardened code that no guard has.
    """

    name: str = attrs.field(validator=is_ident)
    guards: tuple[Guard[Any], ...] = attrs.field(default=(), converter=_guards, kw_only=True)
    hardened: frozenset[str] = attrs.field(default=frozenset(), converter=_codes, kw_only=True)

    def __attrs_post_init__(self) -> None:
        codes = {rule.code for event in EVENTS for rule in LIFECYCLE.guards(event)}
        for rule in self.guards:
            if rule.code in codes:
                raise BadValue("Policy.guards", rule.code, "must have a code of its own")
            codes.add(rule.code)
        for code in sorted(self.hardened - codes):
            raise BadValue("Policy.hardened", code, "must be the code of a guard")

    def added(self, kind: type[Event]) -> tuple[Guard[Any], ...]:
        """Its own guards that fit an event."""
        return tuple(rule for rule in self.guards if issubclass(kind, rule.event))


DEFAULT: Final = Policy("default")
"""The library's own guards, and nothing besides."""
