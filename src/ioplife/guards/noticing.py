"""What must hold when notice is given: two clauses may give the right to, either or both."""

from __future__ import annotations

from typing import Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.dates import Duration
from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import NoticeGiven, Under
from ioplife.sources import UNVERIFIED, Source
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AutomaticRenewal,
    CountsFrom,
    Notice,
    RenewalOption,
    Terms,
    Unknown,
)


@attrs.frozen
class _Clause:
    """What a clause says of notice: against the next period, or at any time."""

    length: Duration | Unknown
    written: bool | Unknown
    counts_from: CountsFrom | Unknown
    source: Source | None


_Read: TypeAlias = _Clause | Absent | Unknown

_UNREAD: Final = _Clause(UNKNOWN, UNKNOWN, UNKNOWN, None)


def _clauses(terms: Terms) -> dict[Under, _Read]:
    """What has been read of both clauses."""
    return {Under.NOTICE: _at_any_time(terms), Under.RENEWAL: _against_the_next(terms)}


def _at_any_time(terms: Terms) -> _Read:
    match terms.notice:
        case Notice(length=length, written=written, counts_from=counts_from, source=source):
            return _Clause(length, written, counts_from, source)
        case unread_or_absent:
            return unread_or_absent


def _against_the_next(terms: Terms) -> _Read:
    match terms.renewal:
        case AutomaticRenewal(notice_before=length) as clause:
            return _Clause(length, clause.written, clause.counts_from, clause.source)
        case RenewalOption(source=source):
            return Absent(source)  # an option is not used, and no notice is needed
        case unread_or_absent:
            return unread_or_absent


def _meant(case: Case, event: NoticeGiven) -> tuple[_Clause, ...]:
    """The clauses that may be meant; one that nobody has read stands among them."""
    clauses = _clauses(case.terms)
    if isinstance(event.under, Under):
        named = clauses[event.under]
        clauses = clauses if isinstance(named, Absent) else {event.under: named}
    read = tuple(one for one in clauses.values() if isinstance(one, _Clause))
    unread = UNKNOWN in clauses.values()
    # That none is named says that there is one, which is then the one that has been read.
    if unread and not (read and event.under is None):
        return (*read, _UNREAD)
    return read


@guard("notice-clause", source=UNVERIFIED)
def notice_clause(case: Case, event: NoticeGiven) -> Finding:
    """The agreement has a notice clause."""
    meant = _meant(case, event)
    if not meant:
        clauses = _clauses(case.terms).values()
        sources = [one.source for one in clauses if isinstance(one, Absent) and one.source]
        return not_met(next(iter(sources), None))
    for one in meant:
        if isinstance(one.length, Duration):
            return met(one.source, length=one.length)
    one = meant[0]
    return unknown() if one is _UNREAD else unknown(one.source, clause=True)


@guard("notice-under", source=UNVERIFIED)
def notice_under(case: Case, event: NoticeGiven) -> Finding:
    """It is known under which clause notice is given, where the agreement has two."""
    clauses = _clauses(case.terms)
    if isinstance(event.under, Under):
        match clauses[event.under]:
            case Absent(source=source):
                return not_met(source, under=event.under)
            case _Clause(source=source):
                return met(source, under=event.under)
            case _:
                return unknown(under=event.under)
    if any(isinstance(one, Absent) for one in clauses.values()):
        return not_called_for()
    unread = UNKNOWN in clauses.values()
    if event.under is None and unread:
        return not_called_for()
    return unknown(needs=("under",))


@guard("notice-written", source=UNVERIFIED)
def notice_written(case: Case, event: NoticeGiven) -> Finding:
    """Notice is given in writing where the agreement says so."""
    meant = _meant(case, event)
    asks = {one.written for one in meant}
    if asks <= {False}:
        return not_called_for()
    source = _place(meant)
    if isinstance(event.written, Unknown):
        return unknown(source, needs=("written",))
    if event.written:
        return met(source, written=True)
    says = not_met if asks == {True} else unknown
    return says(source, written=False)


@guard("notice-day", source=UNVERIFIED)
def notice_day(case: Case, event: NoticeGiven) -> Finding:
    """The day of the event is the day that the notice counts from."""
    meant = _meant(case, event)
    if not meant:
        return not_called_for()
    source = _place(meant)
    days = {"received": event.received, "sent": event.sent}
    counts = {one.counts_from for one in meant}
    if counts == {CountsFrom.RECEIPT}:
        del days["sent"]
    elif counts == {CountsFrom.SENDING}:
        del days["received"]
    known = {name: day for name, day in days.items() if isinstance(day, Date)}
    unread = tuple(name for name, day in days.items() if isinstance(day, Unknown))
    differ = [day for day in known.values() if day != case.on]
    if len(differ) == len(days):
        return not_met(source, on=case.on, **known)
    if differ or unread:
        return unknown(source, needs=unread, on=case.on, **known)
    return met(source, on=case.on, **known)


def _place(meant: tuple[_Clause, ...]) -> Source | None:
    """The place of the one clause that may be meant; None of several."""
    return meant[0].source if len(meant) == 1 else None
