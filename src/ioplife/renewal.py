"""Agreements that follow each other, put in a chain (förnyelse): by what both sides say."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence

from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain, Link, said
from ioplife.checks import row
from ioplife.dates import LAST_DAY, DayLike, as_day
from ioplife.standing import Standing
from ioplife.states import BINDING, OVER, State
from ioplife.terms import UNKNOWN, Terms, Unknown


def chain(agreements: Iterable[Agreement], on: DayLike) -> Chain:
    """Agreements as one chain on a day: what follows comes after what it follows.

    Where neither follows the other the earlier comes first. One that is followed, by way of
    others, by itself is told in ``Chain.circle``; it stands by its first day.

    Args:
        agreements: the agreements; their parties may differ.
        on: the day.

    Raises:
        BadValue: for one given twice.
    """
    day = as_day(on, "on")
    return _of(row(Agreement, agreements, "agreements"), day)


def chains_of(agreements: Iterable[Agreement], on: DayLike) -> tuple[Chain, ...]:
    """The chains among many agreements, each of those that follow each other, however far.

    What follows none of the others, and is followed by none, is in no chain. The chain that
    begins first comes first.

    Args:
        agreements: the agreements, of whatever chains.
        on: the day.

    Raises:
        BadValue: for one given twice.
    """
    day = as_day(on, "on")
    whole = _of(row(Agreement, agreements, "agreements"), day)
    found = []
    for ids in _together(whole.links):
        links = tuple(one for one in whole.links if one.id in ids)
        found.append(Chain(day, links))
    return tuple(found)


def _of(agreements: Sequence[Agreement], day: Date) -> Chain:
    given = Chain(day, [_link(one, day) for one in agreements])
    return Chain(day, _in_order(given))


# --- a link ------------------------------------------------------------------------------------


def _link(agreement: Agreement, day: Date) -> Link:
    standing, terms = agreement.on(day), agreement.terms_on(day)
    follows = terms.follows
    return Link(
        id=agreement.id,
        state=standing.state,
        first_day=terms.first_days[0] if len(terms.first_days) == 1 else UNKNOWN,
        last_day=_last_day(standing, terms),
        signed=_signed(standing),
        parties=UNKNOWN
        if isinstance(terms.parties, Unknown)
        else tuple(one.id for one in terms.parties),
        follows=follows if isinstance(follows, str | Unknown) else None,
        successor=standing.successor,
    )


def _last_day(standing: Standing, terms: Terms) -> Date | None | Unknown:
    if standing.doubts or standing.uncounted or len(standing.last_days) > 1:
        return UNKNOWN
    if standing.last_days:
        return standing.last_days[0]
    return None if terms.open_ended else UNKNOWN


def _signed(standing: Standing) -> Answer:
    """Whether every party has signed: a missing record is no missing signature (RULES §3)."""
    if standing.state in BINDING | OVER:
        return Answer.YES
    late = standing.state is State.APPROVED and standing.in_force is Answer.UNKNOWN
    unread = standing.state is State.APPROVED and isinstance(standing.unsigned, Unknown)
    return Answer.UNKNOWN if late or unread else Answer.NO


# --- their order -------------------------------------------------------------------------------


def _in_order(given: Chain) -> tuple[Link, ...]:
    """What follows after what it follows; else by the first day, the unknown last."""
    links, circle = given.links, frozenset(given.circle)
    after: dict[str, set[str]] = {one.id: set() for one in links}
    waits = dict.fromkeys(after, 0)
    for earlier, later in set(said(links)):
        after[earlier].add(later)
        waits[later] += 1
    place = {one.id: (_day(one), number) for number, one in enumerate(links)}
    by_id = {one.id: one for one in links}
    ready = [(place[name], name) for name, count in waits.items() if not count]
    heapq.heapify(ready)
    found: list[Link] = []
    left = dict.fromkeys(sorted(by_id, key=place.__getitem__))
    while left:
        # where all that are left wait, some go in a circle: the earliest of these breaks it
        name = heapq.heappop(ready)[1] if ready else next(one for one in left if one in circle)
        if name not in left:
            continue
        del left[name]
        found.append(by_id[name])
        for later in after[name]:
            waits[later] -= 1
            if not waits[later]:
                heapq.heappush(ready, (place[later], later))
    return tuple(found)


def _day(link: Link) -> Date:
    return LAST_DAY if isinstance(link.first_day, Unknown) else link.first_day


def _together(links: Sequence[Link]) -> list[set[str]]:
    """The ids of those that follow each other, however far, two or more."""
    group = {one.id: {one.id} for one in links}
    for earlier, later in said(links):
        one, other = sorted((group[earlier], group[later]), key=len)
        if one is not other:
            other |= one
            for name in one:
                group[name] = other
    return list({id(ids): ids for ids in group.values() if len(ids) > 1}.values())
