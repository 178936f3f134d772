"""A deadline or a missing fact, shown to someone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.checks import require
from ioplife.dates import (
    DayLike,
    DurationLike,
    IsWorkingDay,
    as_day,
    as_duration,
    as_working_days,
    day_before,
    days_between,
)
from ioplife.deadlines import Deadline, Severity
from ioplife.facts import Facts
from ioplife.policy import DEFAULT, Policy
from ioplife.sources import Source


def _soonest(flag: Flag) -> tuple[bool, int, str, str]:
    """The order of flags: soonest first, those without a day last."""
    return (flag.day is None, flag.day.toordinal() if flag.day else 0, flag.agreement, flag.key)


@attrs.frozen(order=False)
class Flag:
    """A deadline of one agreement, shown to someone (varning).

    Flags sort soonest first; those without a day come last.

    Attributes:
        key: agreement, code and subject; never the day, so it stays when facts move it.
        agreement: the agreement's id.
        title: its title.
        code: what it is.
        day: the day; None where what is missing has none.
        days_left: from the day asked to ``day``, in days; negative when past; None as it.
        who: the ids of those who must act; empty: nobody need.
        severity: how soon.
        facts: what it rests on.
        source: the clause or the paper behind it.
        policy: the name of the policy it was asked under.
    """

    key: str
    agreement: str
    title: str
    code: str
    day: Date | None
    days_left: int | None
    who: tuple[str, ...]
    severity: Severity
    facts: Facts
    source: Source | None
    policy: str = DEFAULT.name

    @classmethod
    def of(cls, agreement: Agreement, deadline: Deadline, on: Date) -> Flag:
        """The flag that shows a deadline on a day."""
        day = deadline.day
        return cls(
            f"{agreement.id}/{deadline.name}",
            agreement.id,
            agreement.title,
            deadline.code,
            day,
            None if day is None else days_between(on, day),
            deadline.who,
            deadline.severity,
            deadline.facts,
            deadline.source,
            deadline.policy,
        )

    def __lt__(self, other: Flag) -> bool:
        return _soonest(self) < _soonest(other)

    def text(self, lang: str = "en") -> str:
        """The flag as a sentence, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import flag_text  # noqa: PLC0415 - loaded when text is asked for

        values = (*self.facts, ("title", self.title or self.agreement))
        return flag_text(self.code, (*values, ("days_left", self.days_left)), lang)


def flag(
    agreements: Iterable[Agreement],
    on: DayLike,
    within: DurationLike | None = None,
    *,
    policy: Policy = DEFAULT,
    is_working_day: IsWorkingDay | None = None,
) -> Iterator[Flag]:
    """The flags of many agreements, lazily, in the agreements' own order.

    ``sorted(flag(…))`` is soonest first, those without a day last.

    Args:
        agreements: the agreements; read one at a time.
        on: the day.
        within: only days so near, both ends included, and all that are past; None: all.
        policy: whose numbers say how severe they are.
        is_working_day: whether a day is a working day (``ioplife.workdays``); None: a day set
            by law is told as counted.

    Raises:
        BadValue: at once, for a day, a length, a policy or a calendar that is none.
    """
    day = as_day(on, "on")
    span = None if within is None else as_duration(within, "within")
    require(Policy, policy, "policy")
    working = as_working_days(is_working_day)
    return (
        Flag.of(agreement, deadline, day)
        for agreement in agreements
        for deadline in agreement.deadlines(day, within=span, policy=policy, is_working_day=working)
    )


@attrs.frozen
class Raised:
    """A flag, and a run of days on which it is up and about one day.

    Attributes:
        flag: the flag, as it is on the first of them.
        first: the first day of the run.
        last: the last, included.
    """

    flag: Flag
    first: Date
    last: Date

    @property
    def place(self) -> tuple[Date | None, Date, Date]:
        """The day it is about, and from when until when it is up."""
        return self.flag.day, self.first, self.last


def raised(  # noqa: PLR0913 - how it is asked; all but the days have their defaults
    agreement: Agreement,
    on: DayLike,
    *,
    until: DayLike,
    within: DurationLike | None = None,
    policy: Policy = DEFAULT,
    is_working_day: IsWorkingDay | None = None,
) -> tuple[Raised, ...]:
    """The flags of one agreement that are up some day of a stretch, if nothing else is recorded.

    In the order in which they come up. One that goes down and comes up again, or whose day
    moves, has a run for each.

    Args:
        agreement: the agreement.
        on: the first day.
        until: the last day, included.
        within: on each day, only what is so near, and all that is past; None: all.
        policy: whose numbers say how severe they are.
        is_working_day: whether a day is a working day (``ioplife.workdays``); None: a day set
            by law is told as counted.

    Raises:
        BadValue: for a day, a length or a policy that is none.
    """
    day, last = as_day(on, "on"), as_day(until, "until")
    begun: dict[tuple[str, Date | None], int] = {}
    found: list[Raised] = []
    turn: Date | None = day
    while turn is not None and turn <= last:
        day = turn
        up = flag([agreement], day, within, policy=policy, is_working_day=is_working_day)
        turn = agreement.next_turn(day, within=within, policy=policy, is_working_day=is_working_day)
        ends = last if turn is None else min(last, day_before(turn))
        stands: dict[tuple[str, Date | None], int] = {}
        for one in up:
            place = begun.get((one.key, one.day), len(found))
            stands[one.key, one.day] = place
            if place == len(found):
                found.append(Raised(one, day, ends))
            else:
                found[place] = attrs.evolve(found[place], last=ends)
        begun = stands
    return tuple(found)
