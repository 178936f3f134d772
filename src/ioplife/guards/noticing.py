"""What must hold when notice is given."""

from __future__ import annotations

from pendulum import Date

from ioplife.decisions import Case, Finding, guard, met, not_called_for, not_met, unknown
from ioplife.events import NoticeGiven
from ioplife.sources import UNVERIFIED
from ioplife.terms import Absent, CountsFrom, Notice, Unknown


@guard("notice-clause", source=UNVERIFIED)
def notice_clause(case: Case) -> Finding:
    """The agreement has a notice clause."""
    match case.terms.notice:
        case Absent(source=source):
            return not_met(source)
        case Notice(source=source, length=Unknown()):
            return unknown(source, clause=True)
        case Notice(source=source, length=length):
            return met(source, length=length)
        case _:
            return unknown()


@guard("notice-written", source=UNVERIFIED)
def notice_written(case: Case, event: NoticeGiven) -> Finding:
    """Notice is given in writing where the agreement says so."""
    clause = case.terms.notice
    source = clause.source if isinstance(clause, Notice | Absent) else None
    if isinstance(clause, Absent) or (isinstance(clause, Notice) and clause.written is False):
        return not_called_for()
    if isinstance(event.written, Unknown):
        return unknown(source, needs=("written",))
    if event.written:
        return met(source, written=True)
    must = isinstance(clause, Notice) and clause.written is True
    return (not_met if must else unknown)(source, written=False)


@guard("notice-day", source=UNVERIFIED)
def notice_day(case: Case, event: NoticeGiven) -> Finding:
    """The day of the event is the day that the notice counts from."""
    clause = case.terms.notice
    if isinstance(clause, Absent):
        return not_called_for()
    source = clause.source if isinstance(clause, Notice) else None
    days = {"received": event.received, "sent": event.sent}
    if isinstance(clause, Notice) and not isinstance(clause.counts_from, Unknown):
        counts = "received" if clause.counts_from is CountsFrom.RECEIPT else "sent"
        days = {counts: days[counts]}
    known = {name: day for name, day in days.items() if isinstance(day, Date)}
    unread = tuple(name for name, day in days.items() if isinstance(day, Unknown))
    differ = [day for day in known.values() if day != case.on]
    if len(differ) == len(days):
        return not_met(source, on=case.on, **known)
    if differ or unread:
        return unknown(source, needs=unread, on=case.on, **known)
    return met(source, on=case.on, **known)
