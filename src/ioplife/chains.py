"""Agreements that follow each other, as values: a chain, its links and its joints (kedja)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeAlias

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.checks import as_ident, is_ident, member, row
from ioplife.dates import DayLike, Period, as_day, day_before, next_day
from ioplife.errors import BadValue
from ioplife.states import State
from ioplife.terms import UNKNOWN, Unknown

Stretch: TypeAlias = Period | None | Unknown
"""Days in a row; None: there are none; UNKNOWN: nobody can tell."""


def _state(value: State | str | None) -> State | None:
    return None if value is None else member(State, value, "Link.state")


def _first_day(value: DayLike | Unknown) -> Date | Unknown:
    return value if isinstance(value, Unknown) else as_day(value, "Link.first_day")


def _last_day(value: DayLike | None | Unknown) -> Date | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_day(value, "Link.last_day")


def _signed(value: Answer | str) -> Answer:
    return member(Answer, value, "Link.signed")


def _parties(values: Iterable[str] | Unknown) -> tuple[str, ...] | Unknown:
    if isinstance(values, Unknown):
        return values
    return tuple(as_ident(one, "Link.parties") for one in row(str, values, "Link.parties"))


def _is_other(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and not isinstance(value, Unknown):
        is_ident(instance, attribute, value)


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
    state: State | None = attrs.field(converter=_state)
    first_day: Date | Unknown = attrs.field(converter=_first_day)
    last_day: Date | None | Unknown = attrs.field(converter=_last_day)
    signed: Answer = attrs.field(converter=_signed)
    parties: tuple[str, ...] | Unknown = attrs.field(converter=_parties)
    follows: str | None | Unknown = attrs.field(validator=_is_other)
    successor: str | None | Unknown = attrs.field(validator=_is_other)

    @property
    def runs(self) -> Stretch:
        """From its first day to its last, where it was signed and came into force at all."""
        if self.signed is Answer.NO:
            return None
        if isinstance(self.first_day, Unknown) or isinstance(self.last_day, Unknown):
            return UNKNOWN
        if self.last_day is not None and self.last_day < self.first_day:
            return None
        return UNKNOWN if self.signed is Answer.UNKNOWN else Period(self.first_day, self.last_day)


@attrs.frozen(kw_only=True)
class Joint:
    """Where one agreement of a chain follows another (skarv).

    Attributes:
        earlier: the id of the one that is followed.
        later: the id of the one that follows it.
        told_by: the ids of those that say so: the earlier by its successor, the later by what
            it follows.
        denied_by: the ids of those that name another: the earlier another successor, the later
            another that it follows, or none.
        gap: the days between them on which neither runs.
        overlap: the days on which both run.
    """

    earlier: str
    later: str
    told_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    gap: Stretch
    overlap: Stretch

    @property
    def mutual(self) -> bool:
        """Whether both say so."""
        return self.told_by == (self.earlier, self.later)


def _on(value: DayLike) -> Date:
    return as_day(value, "Chain.on")


def _links(values: Iterable[Link]) -> tuple[Link, ...]:
    found = row(Link, values, "Chain.links")
    twice = [one for one, count in Counter(link.id for link in found).items() if count > 1]
    if twice:
        raise BadValue("Chain.links", twice[0], "must give each agreement once")
    return found


@attrs.frozen
class Chain:
    """Agreements that follow each other, the earliest first, on a day.

    Args:
        on: the day.
        links: the agreements; ``ioplife.chain`` puts them in order.

    Raises:
        BadValue: for an agreement given twice.
    """

    on: Date = attrs.field(converter=_on)
    links: tuple[Link, ...] = attrs.field(converter=_links)

    @cached_property
    def _by_id(self) -> dict[str, Link]:
        return {one.id: one for one in self.links}

    def link(self, agreement: str) -> Link | None:
        """The link of an agreement by its id; None where it is not in the chain."""
        return self._by_id.get(agreement)

    @cached_property
    def joints(self) -> tuple[Joint, ...]:
        """Every place where one follows another, in the order of the links.

        What was declined follows nothing and is followed by nothing.
        """
        place = {one.id: number for number, one in enumerate(self.links)}
        pairs = {(place[earlier], place[later]) for earlier, later in said(self.links)}
        return tuple(_joint(self.links[one], self.links[other]) for one, other in sorted(pairs))

    @property
    def gaps(self) -> tuple[Period, ...]:
        """The days between one and the next on which neither runs."""
        return tuple(one.gap for one in self.joints if isinstance(one.gap, Period))

    @property
    def overlaps(self) -> tuple[Period, ...]:
        """The days on which one and the next both run."""
        return tuple(one.overlap for one in self.joints if isinstance(one.overlap, Period))

    @property
    def one_sided(self) -> tuple[Joint, ...]:
        """The places where one alone says that it follows, or is followed."""
        return tuple(one for one in self.joints if not one.mutual)

    @property
    def branches(self) -> tuple[str, ...]:
        """The ids of those that several follow, or that follow several."""
        sides = Counter(one.earlier for one in self.joints)
        others = Counter(one.later for one in self.joints)
        return tuple(one.id for one in self.links if max(sides[one.id], others[one.id]) > 1)

    @cached_property
    def circle(self) -> tuple[str, ...]:
        """The ids of those that follow themselves, by way of others or at once."""
        return tuple(one.id for one in self.links if one.id in self._all_before(one.id))

    # --- how long it runs ------------------------------------------------------------------

    @property
    def first_day(self) -> Date | None | Unknown:
        """The first day of all; None where none is signed; UNKNOWN where nobody can tell."""
        found = [link.runs for link in self.links]
        firsts = [one.first for one in found if isinstance(one, Period)]
        return UNKNOWN if UNKNOWN in found else min(firsts, default=None)

    @property
    def last_day(self) -> Date | None | Unknown:
        """The last day of all; None where one is open-ended, or none is signed; UNKNOWN."""
        found = [link.runs for link in self.links]
        if UNKNOWN in found:
            return UNKNOWN
        lasts = [one.last for one in found if isinstance(one, Period)]
        days = [one for one in lasts if one is not None]
        return max(days, default=None) if len(days) == len(lasts) else None

    @property
    def length(self) -> int | None | Unknown:
        """How many days it runs, no day counted twice.

        None where one is open-ended; UNKNOWN where a day of one that is signed is, or nobody
        knows whether it is signed.
        """
        found = [link.runs for link in self.links]
        if UNKNOWN in found:
            return UNKNOWN
        total, reached = 0, 0
        for one in sorted((one for one in found if isinstance(one, Period)), key=_first):
            if one.last is None:
                return None
            first, last = max(one.first.toordinal(), reached + 1), one.last.toordinal()
            total += max(0, last - first + 1)
            reached = max(reached, last)
        return total

    # --- who follows whom ------------------------------------------------------------------

    @cached_property
    def _before(self) -> dict[str, frozenset[str]]:
        """For each that follows any in the chain, the ids of those it follows."""
        found: dict[str, set[str]] = {}
        for earlier, later in said(self.links):
            found.setdefault(later, set()).add(earlier)
        return {later: frozenset(earlier) for later, earlier in found.items()}

    def _all_before(self, agreement: str) -> set[str]:
        """The ids of all that one follows, however many lie between."""
        seen: set[str] = set()
        waiting = [agreement]
        while waiting:
            more = self._before.get(waiting.pop(), frozenset()) - seen
            seen |= more
            waiting += more
        return seen


def _joint(earlier: Link, later: Link) -> Joint:
    told = (
        *((earlier.id,) if earlier.successor == later.id else ()),
        *((later.id,) if later.follows == earlier.id else ()),
    )
    # that no successor is on record denies none; that a paper says it follows none does
    denied = (
        *((earlier.id,) if earlier.successor not in (later.id, None, UNKNOWN) else ()),
        *((later.id,) if later.follows not in (earlier.id, UNKNOWN) else ()),
    )
    return Joint(
        earlier=earlier.id,
        later=later.id,
        told_by=told,
        denied_by=denied,
        gap=_gap(earlier, later),
        overlap=_overlap(earlier, later),
    )


def said(links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Which follows which, as either says it: the ids of the earlier and the later.

    Of those that are not among the links, and of what was declined, nothing is said.
    """
    there = {one.id: one for one in links if one.state is not State.DECLINED}
    for one in there.values():
        if isinstance(one.follows, str) and one.follows in there:
            yield one.follows, one.id
        if isinstance(one.successor, str) and one.successor in there:
            yield one.id, one.successor


def _first(period: Period) -> Date:
    return period.first


def _gap(earlier: Link, later: Link) -> Stretch:
    """The days after the last of one and before the first of the next."""
    if earlier.last_day is None:
        return None
    if isinstance(earlier.last_day, Unknown) or isinstance(later.first_day, Unknown):
        return UNKNOWN
    first, last = next_day(earlier.last_day), day_before(later.first_day)
    return Period(first, last) if first <= last else None


def _overlap(earlier: Link, later: Link) -> Stretch:
    """The days on which both run, as far as they are agreed."""
    if isinstance(earlier.last_day, Unknown) or isinstance(later.first_day, Unknown):
        return UNKNOWN
    if earlier.last_day is not None and earlier.last_day < later.first_day:
        return None
    if isinstance(later.last_day, Unknown) or isinstance(earlier.first_day, Unknown):
        return UNKNOWN
    first = max(earlier.first_day, later.first_day)
    lasts = [one.last_day for one in (earlier, later) if isinstance(one.last_day, Date)]
    last = min(lasts, default=None)
    return None if last is not None and last < first else Period(first, last)
