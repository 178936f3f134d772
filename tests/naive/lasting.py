"""How long it lasts: what is agreed of the period, what extends it, and what amends it."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple, TypeVar

import attrs
from pendulum import Date

from ioplife.dates import FIRST_DAY, Duration, Period
from ioplife.terms import (
    AutomaticRenewal,
    Reading,
    RenewalOption,
    Stated,
    Terms,
    Unknown,
    Unlimited,
)
from tests.naive.faults import Faults
from tests.naive.months import after, days_after, latest, months_between


class Version(NamedTuple):
    """The terms as somebody agreed on them; the first without a number."""

    number: int | None
    applies_from: Date
    terms: Terms


class Extended(NamedTuple):
    """An extension; one that came by itself has no number."""

    number: int | None
    on: Date
    length: Duration


class Unread(NamedTuple):
    """An extension of which nobody knows the length (021)."""

    number: int
    on: Date


AHEAD: Final = Duration(years=50)
"""So far what is owed is told where nobody knows the last day."""

Move = Version | Extended | Unread

Found = TypeVar("Found")


def period_of(terms: Terms) -> tuple[object, ...]:
    """What some terms say of the period; where that differs, an amendment touches it."""
    return terms.first_days, terms.last_days, terms.open_ended


class Lasting:
    """What has been agreed, extended and amended so far, in order."""

    def __init__(self, terms: Terms, faults: Faults) -> None:
        self.faults = faults
        self.moves: list[Move] = [Version(None, FIRST_DAY, terms)]
        self.in_doubt: Duration | None = None
        self.stopped = False
        self.begun: tuple[Date, ...] | None = None
        self.before: set[int | None] = set()
        self.changes = 0
        self.known: dict[object, object] = {}

    def changed(self) -> None:
        """What was worked out before hangs on what is no more so."""
        self.changes += 1
        self.known.clear()

    def once(self, work: Callable[[], Found]) -> Found:
        """What is asked for every day is worked out once, until something changes."""
        name = work.__name__
        if name not in self.known:
            self.known[name] = work()
        return self.known[name]  # type: ignore[return-value]  # of that name it is that work's

    def begin(self, firsts: tuple[Date, ...]) -> None:
        """It has begun, on a day that is read one way, several, or none."""
        self.begun = firsts
        self.before = {one.number for one in self.versions()}

    def first_days(self) -> tuple[Date, ...]:
        """The first day of what has begun stays (019), but where none was read (021)."""
        if self.begun is None:
            return self.agreed().first_days
        if self.begun:
            return self.begun
        stated = [one.terms.first_days for one in self.versions() if one.number not in self.before]
        return next((days for days in stated if days), ())

    # --- which terms -------------------------------------------------------------------------

    def versions(self) -> list[Version]:
        return self.once(self.all_versions)

    def all_versions(self) -> list[Version]:
        return [move for move in self.moves if isinstance(move, Version)]

    def agreed(self) -> Terms:
        """What is agreed of the period and its renewal: the version agreed last (RULES §1.7)."""
        return self.versions()[-1].terms

    def version_on(self, day: Date) -> Version:
        """Of the versions that apply on a day, the one agreed last (RULES §1.7)."""
        late = self.faults.amended_late
        applying = [
            one
            for one in self.versions()
            if one.number is None or days_after(one.applies_from, late) <= day
        ]
        return applying[-1]

    def terms_on(self, day: Date) -> Terms:
        return self.version_on(day).terms

    def starts_on(self, day: Date) -> None:
        """RULES §3, 003: where no first day can be read, that day is it from then on."""
        self.moves = [
            move._replace(terms=move.terms.resolve("first_day", day))
            if isinstance(move, Version) and not move.terms.first_readings
            else move
            for move in self.moves
        ]
        self.changed()

    def is_coming(self, number: int, day: Date) -> bool:
        """Whether an amendment applies only from a later day on."""
        return any(one.number == number and one.applies_from > day for one in self.versions())

    # --- what moves it -----------------------------------------------------------------------

    def amend(self, number: int, applies_from: Date, terms: Terms) -> None:
        if period_of(terms) != period_of(self.agreed()):
            self.in_doubt, self.stopped = None, False
        firsts = self.first_days() if self.begun is not None else ()
        if firsts and not terms.first_readings:  # it has begun, and its first day stays
            terms = attrs.evolve(terms, first_day=Stated(tuple(map(Reading, firsts))))
        self.moves.append(Version(number, applies_from, terms))
        self.changed()

    def extend(self, number: int | None, on: Date, length: Duration) -> None:
        self.moves.append(Extended(number, on, length))
        self.changed()

    def extend_unread(self, number: int, on: Date) -> None:
        self.moves.append(Unread(number, on))
        self.changed()

    def take_back(self, number: int) -> None:
        """An annulled extension or amendment has no effect (RULES §6)."""
        self.moves = [move for move in self.moves if move.number is None or move.number != number]
        self.changed()

    # --- the period --------------------------------------------------------------------------

    def based_on(self) -> tuple[Terms, list[Extended]]:
        """The terms that give the period, and what has extended that period since."""
        return self.once(self.work_out_base)

    def work_out_base(self) -> tuple[Terms, list[Extended]]:
        base, since = self.once(self.since_the_base)
        return base, [move for move in since if isinstance(move, Extended)]

    def since_the_base(self) -> tuple[Terms, list[Extended | Unread]]:
        base: Terms = self.versions()[0].terms
        since: list[Extended | Unread] = []
        for move in self.moves:
            if isinstance(move, Extended | Unread):
                since.append(move)
            elif period_of(move.terms) != period_of(base):
                base, since = move.terms, []
        return base, since

    def unread(self) -> bool:
        """Whether it has been extended, and nobody knows for how long (021)."""
        return any(isinstance(move, Unread) for move in self.once(self.since_the_base)[1])

    def ground(self) -> tuple[object, ...]:
        """What the period rests on: the version that gives it, and each extension of it."""
        return self.once(self.work_out_ground)

    def work_out_ground(self) -> tuple[object, ...]:
        terms, extensions = self.based_on()
        return (*period_of(terms), *extensions)

    def end(self, terms: Terms, last: Date, lengths: Sequence[Duration]) -> Date:
        """RULES §5: first day ⊕ (T + Σ) - 1 day; else counted on from the day after the last."""
        if not lengths:
            return last
        if self.faults.steps:  # from the end before, as it must not be
            for length in lengths:
                last = days_after(after(days_after(last, 1), length), -1)
            return last
        if len(terms.first_days) == 1:
            (first,) = terms.first_days
            runs: Duration | None = None
            if isinstance(terms.length, Duration):
                runs = terms.length
            if runs is None or days_after(after(first, runs), -1) != last:
                months = months_between(first, last) if first <= last else None
                runs = None if months is None else Duration(months=months)
            if runs is not None:
                return days_after(after(first, [runs, *lengths]), -1)
        return days_after(after(days_after(last, 1), lengths), -1)

    def ends(self) -> list[Date]:
        """Every reading of the last day of the period, with its extensions."""
        return self.once(self.work_out_ends)

    def work_out_ends(self) -> list[Date]:
        terms, extensions = self.based_on()
        lengths = [one.length for one in extensions]
        found = {self.end(terms, last, lengths) for last in terms.last_days}
        if self.in_doubt is not None:
            more = [*lengths, self.in_doubt]
            found |= {self.end(terms, last, more) for last in terms.last_days}
        return sorted(found)

    def periods(self) -> list[Period | None]:
        """Each period from the first on; None for one whose days cannot be told."""
        terms, extensions = self.based_on()
        firsts = terms.first_days if self.begun is None else self.first_days()
        if len(firsts) != 1:
            return [None]
        (first,) = firsts
        if terms.open_ended:
            return [Period(first)]
        if len(terms.last_days) != 1:
            return [None]
        (last,) = terms.last_days
        found: list[Period | None] = []
        for many in range(len(extensions) + 1):
            ends = self.end(terms, last, [one.length for one in extensions[:many]])
            if ends < first:
                return [None]
            found.append(Period(first, ends))
            first = days_after(ends, 1)
        return found

    def renewals(self) -> list[Date]:
        """The first day of each period that an extension has added, by the latest reading."""
        terms, extensions = self.based_on()
        firsts = terms.first_days if self.begun is None else self.first_days()
        if len(firsts) != 1 or not terms.last_days or terms.last_days[-1] < firsts[0]:
            return []
        lengths = [one.length for one in extensions]
        ends = [
            self.end(terms, terms.last_days[-1], lengths[:many]) for many in range(len(lengths))
        ]
        return [days_after(day, 1) for day in ends]

    def number_on(self, day: Date) -> int:
        """The number of the period that holds the day; of the last where it is past them all."""
        terms, extensions = self.based_on()
        if not terms.last_days:
            return 1
        number = 1
        for many in range(len(extensions)):
            lengths = [one.length for one in extensions[:many]]
            if self.end(terms, terms.last_days[-1], lengths) < day:
                number += 1
        return number

    def owed_in(
        self, version: Version, ends: Date | None, later: Date | None
    ) -> list[tuple[Date, Date]]:
        """The periods in which something is owed by one version of the terms.

        They begin with its own first day, and end as the period does that is agreed now: at
        the latest reading, and no later than what ends it; where nobody knows the last day,
        fifty years on (009).
        """
        if len(version.terms.first_days) != 1:
            return []
        terms, extensions = self.based_on()
        lengths = [one.length for one in extensions]
        if self.in_doubt is not None:
            lengths.append(self.in_doubt)
        (first,) = version.terms.first_days
        if not terms.last_days:
            last = days_after(after(first, AHEAD), -1)
            last = last if ends is None else min(last, ends)
            return [(first, last)] if first <= last else []
        lasts = [
            self.end(terms, terms.last_days[-1], lengths[:many]) for many in range(len(lengths) + 1)
        ]
        if later is not None and later > lasts[-1]:
            lasts.append(later)
        if lasts[0] < first:  # it was over before it began: what comes after is no extension
            lasts = lasts[-1:]
        found = []
        for last in lasts:
            found.append((first, last))
            first = days_after(last, 1)
        begins = found[0][0]
        cut = [
            (max(first, begins), last if ends is None else min(last, ends)) for first, last in found
        ]
        return [(first, last) for first, last in cut if first <= last]

    # --- the renewal clause ------------------------------------------------------------------

    def times_left(self) -> bool:
        clause = self.agreed().renewal
        if not isinstance(clause, RenewalOption | AutomaticRenewal):
            return False
        by_itself = isinstance(clause, AutomaticRenewal)
        used = sum((one.number is None) is by_itself for one in self.based_on()[1])
        return isinstance(clause.times, Unlimited) or used < clause.times

    def automatic(self) -> tuple[Duration, Duration] | None:
        """By how much it goes on by itself, unless notice is given so long before; None: not."""
        clause = self.agreed().renewal
        if not isinstance(clause, AutomaticRenewal) or not self.times_left() or self.stopped:
            return None
        if not isinstance(clause.length, Duration):
            return None
        if not isinstance(clause.notice_before, Duration):
            return None
        return clause.length, clause.notice_before

    def not_derived(self) -> bool:
        """Whether it goes on by itself, but nobody can tell for how long, or from when (021)."""
        clause = self.agreed().renewal
        if not isinstance(clause, AutomaticRenewal) or not self.times_left() or self.stopped:
            return False
        half_read = isinstance(clause.length, Unknown) or isinstance(clause.notice_before, Unknown)
        return half_read or len(self.ends()) > 1

    def settled_by(self) -> Date | None:
        """The latest day for notice, by the earliest reading; None where it cannot be told.

        Where the readings differ in whether it has gone on, it goes on no more from the latest.
        """
        clause, ends = self.agreed().renewal, self.ends()
        if not isinstance(clause, AutomaticRenewal) or not ends:
            return None
        if not isinstance(clause.notice_before, Duration):
            return None
        last = ends[0] if self.in_doubt is None else ends[-1]
        return latest(last, clause.notice_before)

    def notice_latest(self) -> Date | None:
        """The last day for notice before it goes on by itself; none where nobody can count."""
        clause, ends = self.automatic(), self.ends()
        if clause is None or len(ends) != 1 or self.unread():
            return None
        return latest(ends[0], clause[1])

    def entered(self, on: Date, *, settled: bool, shows: bool) -> None:
        """RULES §5: what an entry in force implies of the periods before it.

        Args:
            on: the day of the entry, or of the latest paper that vouches for it: what is not
                recorded before it may have been done.
            settled: whether somebody has resolved which day is the last.
            shows: whether the entry shows it in force (019): it has gone on as often as it must.
        """
        clause = self.automatic()
        while shows and clause is not None and len(self.ends()) == 1 and self.ends()[0] < on:
            deadline = self.notice_latest()
            assert deadline is not None
            self.extend(None, days_after(deadline, 1), clause[0])
            settled = False  # what was resolved is a period that is over
            clause = self.automatic()
        deadline = self.notice_latest()
        if clause is not None and deadline is not None and on > deadline:
            if settled:
                self.stopped = True
            else:
                self.in_doubt = clause[0]
            self.changed()
