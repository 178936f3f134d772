"""What is owed on a day, and what was done about it."""

from typing import Final, TypeAlias

from pendulum import Date

from ioplife.dates import Duration, day_before
from ioplife.duties import Calls, DutyKind
from ioplife.events import EXTRA, Event, FollowedUp, Fulfilled, Waived
from ioplife.standing import Occurrence, Progress
from ioplife.terms import Terms, Unknown
from tests.naive.faults import Faults
from tests.naive.windows import Owed, owed

Key: TypeAlias = tuple[str, int]

HELD: Final = (DutyKind.FOLLOW_UP, DutyKind.ASSESSMENT)
"""What a follow-up is held of; meetings, reports and payments are fulfilled."""

AHEAD: Final = Duration(years=50)
"""So far what is owed is told where nobody knows the last day."""


class Ledger:
    """What was done about what is owed, and by which event."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.done: dict[Key, tuple[Progress, int]] = {}
        self.called: set[int] = set()
        self.worked_out: dict[object, list[Owed]] = {}

    def owed(self, terms: Terms, first: Date, last: Date | None, began: Date) -> list[Owed]:
        """All that is owed between two days; worked out once, for it hangs on these alone."""
        if last is None:
            last = day_before(AHEAD.after(first))
        asked = (first, last, began)
        if asked not in self.worked_out:
            self.worked_out[asked] = owed(terms, first, last, began, faults=self.faults)
        return self.worked_out[asked]

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
            named = [(one.duty, one.ordinal) for one in wanted if one.ordinal == which]
            return named[0] if len(named) == 1 else None
        if which == EXTRA or isinstance(which, Unknown):
            return None
        if len(wanted) == 1 and wanted[0].kind is DutyKind.ASSESSMENT:
            return wanted[0].duty, wanted[0].ordinal
        for one in sorted(wanted, key=lambda one: one.due):
            last = one.last or today
            within = one.first <= today <= last
            if (within or not self.faults.window_kept) and (one.duty, one.ordinal) not in self.done:
                return one.duty, one.ordinal
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
        progress, number = self.done.get((one.duty, one.ordinal), (None, None))
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
