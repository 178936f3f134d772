"""What differs between two lives until a day: of one agreement, as it is and as it might be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from string import digits
from typing import Self, TypeVar

import attrs
from pendulum import Date

from ioplife.checks import require
from ioplife.dates import Period, day_before, days_between
from ioplife.errors import BadValue
from ioplife.flags import Raised
from ioplife.money import Payment, Refund
from ioplife.outlooks import Outlook
from ioplife.standing import Change
from ioplife.states import State
from ioplife.terms import UNKNOWN, Unknown


@attrs.frozen
class StateDifference:
    """Days on which one life stands elsewhere than the other.

    Attributes:
        period: the days, both ends included.
        before: the state in the first life; None before its first event.
        after: the state in the second.
    """

    period: Period
    before: State | None
    after: State | None


@attrs.frozen
class LastDayDifference:
    """Until when the parties are bound, where the lives differ in it.

    Attributes:
        before: the last day in the first life; None open-ended; UNKNOWN.
        after: the same in the second.
    """

    before: Date | None | Unknown
    after: Date | None | Unknown

    @property
    def days(self) -> int | None:
        """How many days later it is in the second life; None where one of them is no day."""
        if isinstance(self.before, Date) and isinstance(self.after, Date):
            return days_between(self.before, self.after)
        return None


@attrs.frozen
class FlagDifference:
    """A flag that is up in one life alone, or on other days, or about another day.

    Attributes:
        key: its key.
        before: the runs of days on which it is up in the first life.
        after: the same in the second.
    """

    key: str
    before: tuple[Raised, ...]
    after: tuple[Raised, ...]

    @property
    def how(self) -> str:
        """``comes`` (in the second alone), ``goes`` (in the first alone) or ``moves``."""
        if not self.before:
            return "comes"
        return "moves" if self.after else "goes"


@attrs.frozen
class MoneyDifference:
    """A payment, or what is paid back of one, that is not the same in both lives.

    Attributes:
        before: it, in the first life; None: there is none.
        after: it, in the second.
    """

    before: Payment | Refund | None
    after: Payment | Refund | None

    @property
    def either(self) -> Payment | Refund:
        """It as the second life has it, else as the first."""
        found = self.after or self.before
        assert found is not None  # it is in one of them, or it would not differ  # noqa: S101
        return found

    @property
    def repayment(self) -> bool:
        """Whether it is paid back."""
        return isinstance(self.either, Refund)

    @property
    def amount(self) -> Decimal | Unknown:
        """How much more the second life has, SEK; negative: less; UNKNOWN where one is."""
        before = Decimal(0) if self.before is None else self.before.amount
        after = Decimal(0) if self.after is None else self.after.amount
        if isinstance(before, Unknown) or isinstance(after, Unknown):
            return UNKNOWN
        return after - before

    @property
    def days(self) -> int | None:
        """How many days later it is due in the second life; None where one has none."""
        if isinstance(self.before, Payment) and isinstance(self.after, Payment):
            return days_between(self.before.last, self.after.last)
        return None


@attrs.frozen(kw_only=True)
class Difference:
    """What differs between two lives until a day; false where nothing does.

    Attributes:
        on: the day from which flags and money are compared.
        until: the last day, included.
        gone: the changes in the first life alone.
        come: the changes in the second life alone.
        states: the stretches of days on which their states differ.
        last_day: the last day of the one and of the other, asked on ``until``; None: the same.
        flags: the flags that come, go or move; None: they were not asked for.
        money: the payments and repayments that differ.
    """

    on: Date
    until: Date
    gone: tuple[Change, ...] = ()
    come: tuple[Change, ...] = ()
    states: tuple[StateDifference, ...] = ()
    last_day: LastDayDifference | None = None
    flags: tuple[FlagDifference, ...] | None = ()
    money: tuple[MoneyDifference, ...] = ()

    def __bool__(self) -> bool:
        told = (self.gone, self.come, self.states, self.last_day, self.flags, self.money)
        return any(map(bool, told))

    @property
    def due(self) -> Decimal | Unknown:
        """How much more is paid in the second life, SEK; UNKNOWN where one amount is."""
        return _sum(one.amount for one in self.money if not one.repayment)

    @property
    def repaid(self) -> Decimal | Unknown:
        """How much more is paid back in the second life, SEK; UNKNOWN where one amount is."""
        return _sum(one.amount for one in self.money if one.repayment)

    def turned(self) -> Self:
        """The same, asked the other way around."""
        last = self.last_day
        return attrs.evolve(
            self,
            gone=self.come,
            come=self.gone,
            states=tuple(_turned(one) for one in self.states),
            last_day=None if last is None else _turned(last),
            flags=None if self.flags is None else tuple(_turned(one) for one in self.flags),
            money=tuple(_turned(one) for one in self.money),
        )


T = TypeVar("T", StateDifference, LastDayDifference, FlagDifference, MoneyDifference)


def _turned(one: T) -> T:
    return attrs.evolve(one, before=one.after, after=one.before)


def diff(before: Outlook, after: Outlook) -> Difference:
    """What differs between two lives, of one agreement or of two, over the same days.

    Args:
        before: the first life.
        after: the second.

    Raises:
        BadValue: where they are not told for the same days, and for what is no outlook.
    """
    for name, life in (("before", before), ("after", after)):
        require(Outlook, life, name)
    if (before.on, before.until) != (after.on, after.until):
        days = f"{after.on} to {after.until}"
        raise BadValue("after", days, f"must be of the days {before.on} to {before.until}")
    gone, come = _alone(before.timeline, after.timeline), _alone(after.timeline, before.timeline)
    one, other = before.standing.last_day, after.standing.last_day
    unasked = before.flags is None or after.flags is None
    return Difference(
        on=before.on,
        until=before.until,
        gone=gone,
        come=come,
        states=tuple(_states(before.timeline, after.timeline, before.until)),
        last_day=None if one == other else LastDayDifference(one, other),
        flags=None if unasked else tuple(_flags(before.flags or (), after.flags or ())),
        money=tuple(
            chain(
                _money(before.money.payments, after.money.payments),
                _money(before.money.repayments, after.money.repayments),
            )
        ),
    )


# --- what is compared --------------------------------------------------------------------------


def _alone(here: Sequence[Change], there: Sequence[Change]) -> tuple[Change, ...]:
    """The changes that are here and not there."""
    others = frozenset(there)
    return tuple(one for one in here if one not in others)


def _states(
    before: Sequence[Change], after: Sequence[Change], until: Date
) -> Iterator[StateDifference]:
    """The stretches on which the states differ; each as long as it can be."""
    one, other = _by_day(before), _by_day(after)
    here: State | None = None
    there: State | None = None
    begun: Date | None = None  # the first of the days on which they stand as here and there
    for day in sorted({*one, *other}):
        now = one.get(day, here), other.get(day, there)
        if now == (here, there):
            continue
        if begun is not None and here is not there:
            yield StateDifference(Period(begun, day_before(day)), here, there)
        begun, (here, there) = day, now
    if begun is not None and here is not there:
        yield StateDifference(Period(begun, until), here, there)


def _by_day(timeline: Iterable[Change]) -> Mapping[Date, State | None]:
    """The state at the end of each day that has a change."""
    return {one.on: one.after for one in timeline}


def _flags(before: Sequence[Raised], after: Sequence[Raised]) -> Iterator[FlagDifference]:
    one, other = _by_key(before), _by_key(after)
    for key in sorted({*one, *other}, key=_numbered):
        here, there = tuple(one.get(key, ())), tuple(other.get(key, ()))
        if [run.place for run in here] != [run.place for run in there]:
            yield FlagDifference(key, here, there)


def _numbered(key: str) -> tuple[str, int]:
    """A key and the number it ends with, so that the tenth comes after the ninth."""
    name = key.rstrip(digits)
    return name, int(key[len(name) :] or 0)


def _by_key(runs: Iterable[Raised]) -> Mapping[str, list[Raised]]:
    found: dict[str, list[Raised]] = {}
    for run in runs:
        found.setdefault(run.flag.key, []).append(run)
    return found


def _money(
    before: Sequence[Payment | Refund], after: Sequence[Payment | Refund]
) -> Iterator[MoneyDifference]:
    one = {(paid.duty, paid.ordinal): paid for paid in before}
    other = {(paid.duty, paid.ordinal): paid for paid in after}
    for place in sorted({*one, *other}):
        here, there = one.get(place), other.get(place)
        if here != there:
            yield MoneyDifference(here, there)


def _sum(amounts: Iterable[Decimal | Unknown]) -> Decimal | Unknown:
    total = Decimal(0)
    for amount in amounts:
        if isinstance(amount, Unknown):
            return UNKNOWN
        total += amount
    return total
