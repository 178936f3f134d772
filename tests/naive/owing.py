"""What is owed on a day, and what was done about it."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple, TypeAlias

from pendulum import Date

from ioplife.duties import Calls, DutyKind
from ioplife.events import EXTRA, Event, FollowedUp, Fulfilled, Waived
from ioplife.standing import Occurrence, Progress
from ioplife.terms import Unknown
from tests.naive.faults import Faults
from tests.naive.lasting import Lasting
from tests.naive.paying import payments
from tests.naive.windows import Owed, due_on, name_of, of, of_terms, shifted

Key: TypeAlias = tuple[str, int, Date | None]
"""A duty, a number, and the first day of the window: no other series with that number (021)."""

HELD: Final = (DutyKind.FOLLOW_UP, DutyKind.ASSESSMENT)
"""What a follow-up is held of; meetings, reports and payments are fulfilled."""


class Within(NamedTuple):
    """From when until when something is owed.

    Attributes:
        ends: the earliest day that something else than the period ends it; None: nothing.
        began: the first day it was in force; None: it is not yet.
        decided: the day of the event that ends it then; None: none does.
        later: the day it ends where nobody can count the period (021); None: none such.
    """

    ends: Date | None
    began: Date | None
    decided: Date | None
    later: Date | None


class Ledger:
    """What was done about what is owed, and by which event."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.done: dict[Key, tuple[Progress, int]] = {}
        self.called: set[int] = set()
        self.worked_out: dict[object, list[Owed]] = {}

    def key_of(self, one: Owed) -> Key:
        return one.duty, one.ordinal, one.first if self.faults.own_window else None

    def owed(self, lasting: Lasting, within: Within) -> list[Owed]:
        """All that is owed, version by version; worked out once, for it hangs on these alone.

        Args:
            lasting: what has been agreed, extended and amended.
            within: from when until when.
        """
        asked = (lasting.changes, within)
        if asked not in self.worked_out:
            self.worked_out[asked] = list(self.work_out(lasting, within))
        return self.worked_out[asked]

    def work_out(self, lasting: Lasting, within: Within) -> Iterator[Owed]:
        """RULES §1.7: what is due before an amendment applies stays, what is due later is new."""
        ends, began, decided, later = within
        numbers: Counter[str] = Counter()
        for version in lasting.versions():
            periods = lasting.owed_in(version, ends, later)
            if not periods:
                continue
            (first,) = version.terms.first_days
            found = of_terms(version.terms, periods, self.faults)
            agreed = lasting.owed_in(version, None, later)
            for plan in version.terms.payments if isinstance(version.terms.payments, tuple) else ():
                paid = payments(plan, agreed, ends, decided)
                found[name_of(plan)] = shifted(paid, self.faults)
            for name, windows in found.items():
                kept = [
                    one
                    for one in windows
                    if lasting.version_on(due_on(name, one, began or first)) is version
                ]
                owed = [
                    window
                    for one in kept
                    for window in of(version.terms, name, one, began or first, periods[-1][1])
                ]
                shift = 0
                if owed and version.number is not None and self.faults.ordinals_run:
                    shift = numbers[name] - (owed[0].ordinal - 1)
                for window in owed:
                    numbers[name] = window.ordinal + shift
                    at_once = (
                        window.opens if self.faults.leads else max(window.first, began or first)
                    )
                    yield window._replace(ordinal=numbers[name], opens=at_once)

    def answered(self, event: Event, today: Date, all_owed: list[Owed]) -> Key | None:
        """RULES §8: which instance an event answers, waives or assesses; None: an extra."""
        match event:
            case Waived() | Fulfilled():
                wanted = [one for one in all_owed if one.duty == event.duty]
                return self.one_of(wanted, event.occurrence, today)
            case FollowedUp(duty=Unknown()):
                return None
            case FollowedUp():
                wanted = [
                    one
                    for one in all_owed
                    if (one.duty == event.duty and one.kind in HELD)
                    or (event.duty is None and one.kind is DutyKind.FOLLOW_UP)
                ]
                called = isinstance(event.answers, Unknown) or event.answers in self.called
                if called and event.occurrence is None:
                    wanted = [
                        one
                        for one in wanted
                        if one.calls is Calls.COUNT
                        or one.kind is DutyKind.ASSESSMENT  # a goal that is named
                        or self.faults.extras_count
                    ]
                return self.one_of(wanted, event.occurrence, today)
            case _:
                return None

    def one_of(self, wanted: list[Owed], which: object, today: Date) -> Key | None:
        """The one that is named; else the one whose window holds the day, earliest due first."""
        if isinstance(which, int):
            named = [self.key_of(one) for one in wanted if one.ordinal == which]
            return named[0] if len(named) == 1 else None
        if which == EXTRA or isinstance(which, Unknown):
            return None
        if len(wanted) == 1 and wanted[0].kind is DutyKind.ASSESSMENT:
            return self.key_of(wanted[0])
        for one in sorted(wanted, key=lambda one: one.due):
            last = one.last or today
            within = one.first <= today <= last
            if (within or not self.faults.window_kept) and self.key_of(one) not in self.done:
                return self.key_of(one)
        return None

    def take(self, event: Event, number: int, today: Date, all_owed: list[Owed]) -> None:
        """What an event changes in what is owed: a second time, nothing."""
        key = self.answered(event, today, all_owed)
        if key is None:
            return
        if not isinstance(event, Waived):
            if self.done.get(key, (None, 0))[0] is not Progress.FULFILLED:
                self.done[key] = Progress.FULFILLED, number
        elif key not in self.done and self.faults.waiver_closes:
            self.done[key] = Progress.WAIVED, number

    def occurrence(
        self, one: Owed, today: Date, entered: Date | None, vouched: Date | None
    ) -> Occurrence:
        """How far one instance has come."""
        progress, number = self.done.get(self.key_of(one), (None, None))
        if progress is None:
            progress = self.undone(one, today, entered, vouched)
        return Occurrence(
            duty=one.duty,
            kind=one.kind,
            ordinal=one.ordinal,
            first=one.first,
            last=one.last,
            due=one.due,
            progress=progress,
            number=number,
            who=one.who,
            basis=one.basis,
            source=one.source,
        )

    def undone(
        self, one: Owed, today: Date, entered: Date | None, vouched: Date | None
    ) -> Progress:
        """RULES §3, §8: of what nobody has done or waived."""
        if vouched is not None and (one.due, 0) < (vouched, self.faults.due_on_seen):
            return Progress.UNRECORDED
        if one.last is not None and today > one.last:
            return Progress.OVERDUE
        opens = one.opens if entered is None else max(one.opens, entered)
        return Progress.OPEN if today >= opens else Progress.COMING
