"""A municipality's own guards, numbers and criteria, beside the library's (riktlinjer)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

import attrs

from ioplife.checks import is_ident, row
from ioplife.criteria import FORUM_SIX, LINKOPING_2020, CriteriaSet
from ioplife.decisions import Guard
from ioplife.errors import BadValue
from ioplife.events import EVENTS, Event
from ioplife.guards import one_public_party
from ioplife.guards.assessing import guards_of
from ioplife.lifecycle import LIFECYCLE
from ioplife.meetings import Meeting, MeetingLike, meetings
from ioplife.norms import LIBRARY, PUBLIC_SHARE, Norm, Norms, norms
from ioplife.sources import HALF
from ioplife.terms import Terms


def _guards(values: Iterable[Guard[Any]]) -> tuple[Guard[Any], ...]:
    return row(Guard, values, "Policy.guards")


def _codes(values: Iterable[str]) -> frozenset[str]:
    given = sorted(values) if isinstance(values, frozenset | set) else values
    return frozenset(row(str, given, "Policy.hardened"))


def _norms(values: Iterable[Norm]) -> tuple[Norm, ...]:
    return norms(values, "Policy.norms")


def _meetings(values: Iterable[MeetingLike]) -> tuple[Meeting, ...]:
    return meetings(values, "Policy.meetings")


def _criteria(value: CriteriaSet) -> CriteriaSet:
    if not isinstance(value, CriteriaSet):
        raise BadValue("Policy.criteria", value, "must be a CriteriaSet")
    return value


def _named(criteria: CriteriaSet) -> str:
    return f"<{criteria.name}, {criteria.version}>"


@attrs.frozen
class Policy:
    """What a municipality asks for besides the library (riktlinjer).

    It adds guards, hardens soft ones, changes numbers and names the set of criteria that
    partnerships are held to. It removes and softens none of the library's guards, so it never
    turns a no into a yes.

    Args:
        name: its name, which every answer carries.
        guards: its own guards; each is asked of the events it fits.
        hardened: codes of soft guards that it makes hard.
        norms: its own numbers; they go before the library's, and an agreement's before them.
        criteria: what a proposal is held to; Forum's six unless another set is named.
        meetings: when its boards meet; a bare day is of whichever board asks.

    Raises:
        BadValue: for a guard with a code the library or the criteria use, or one given
            twice, for a hardened code that no guard has, for two numbers of one name for the
            same board from the same day, and for a meeting given twice.
    """

    name: str = attrs.field(validator=is_ident)
    guards: tuple[Guard[Any], ...] = attrs.field(default=(), converter=_guards, kw_only=True)
    hardened: frozenset[str] = attrs.field(default=frozenset(), converter=_codes, kw_only=True)
    norms: tuple[Norm, ...] = attrs.field(default=(), converter=_norms, kw_only=True)
    criteria: CriteriaSet = attrs.field(
        default=FORUM_SIX, converter=_criteria, repr=_named, kw_only=True
    )
    meetings: tuple[Meeting, ...] = attrs.field(default=(), converter=_meetings, kw_only=True)

    def __attrs_post_init__(self) -> None:
        codes = {rule.code for event in EVENTS for rule in LIFECYCLE.guards(event)}
        codes |= {rule.code for rule in self._criteria_guards}
        for rule in self.guards:
            if ":" not in rule.code:
                raise BadValue("Policy.guards", rule.code, "must carry a prefix: 'town:own'")
            if rule.code in codes:
                raise BadValue("Policy.guards", rule.code, "must have a code of its own")
            codes.add(rule.code)
        for code in sorted(self.hardened - codes):
            raise BadValue("Policy.hardened", code, "must be the code of a guard")

    @cached_property
    def _criteria_guards(self) -> tuple[Guard[Any], ...]:
        return guards_of(self.criteria)

    @cached_property
    def numbers(self) -> Norms:
        """Its numbers and the library's, its own first."""
        return Norms((self.norms, LIBRARY))

    def numbers_for(self, terms: Terms) -> Norms:
        """The numbers that an agreement's questions are asked under, the strongest first.

        The agreement's own go before the policy's, and those before the library's.
        """
        return Norms((terms.norms, *self.numbers.layers)) if terms.norms else self.numbers

    def added(self, kind: type[Event]) -> tuple[Guard[Any], ...]:
        """The guards of its criteria and its own, as many as fit an event."""
        asked = (*self._criteria_guards, *self.guards)
        return tuple(rule for rule in asked if issubclass(kind, rule.event))


DEFAULT: Final = Policy("default")
"""The library's own guards and numbers, and the criteria of Forum as six."""

LINKOPING: Final = Policy(
    "linkoping",
    guards=(one_public_party,),
    norms=(
        # S4:43, "cirka hälften": the board's own, and since when it holds is in no paper.
        Norm(PUBLIC_SHARE, 50, source=HALF, scope=("Arbetsmarknadsnämnden",)),
    ),
    criteria=LINKOPING_2020,
)
"""What Linköping's papers ask for: one public party, and its own criteria and consultations."""

POLICIES: Final[Mapping[str, Policy]] = MappingProxyType(
    {one.name: one for one in (DEFAULT, LINKOPING)}
)
"""The policies that come with the library, by name."""
