"""A timeline as text: every change with its day, its states and its cause."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.dates import DayLike, day_before
from ioplife.standing import Change
from ioplife.terms import Unknown


def chronicle(agreement: Agreement, *, until: DayLike, standings: bool = False) -> str:
    """The timeline up to a day as text, a change and its cause after another.

    It hangs on the agreement alone, so it can be kept in a file and compared (``golden``).

    Args:
        agreement: the agreement.
        until: the last day, included.
        standings: whether to tell where it stands on each such day, and on the day before.
    """
    changes = agreement.timeline(until=until)
    lines = [line for change in changes for line in _told(agreement, change, standings=standings)]
    return "".join(f"{line}\n" for line in lines)


def _told(agreement: Agreement, change: Change, *, standings: bool) -> Iterator[str]:
    number = f" #{change.number}" if change.number else ""
    anomaly = f"  (no effect: {change.anomaly})" if change.anomaly else ""
    yield f"{change.on} {change.tag}{number}: {change.before} -> {change.after}{anomaly}"
    cite = f"   [{change.cause.source}]" if change.cause.source else ""
    yield f"    {change.cause.text('en')}{cite}"
    for day in (day_before(change.on), change.on) if standings else ():
        yield f"    {standing(agreement, day)}"


def standing(agreement: Agreement, day: Date) -> str:
    """Where it stands on a day, in one line."""
    found = agreement.on(day)
    return (
        f"on {day}: {found.state}, in force {found.in_force},"
        f" last day {found.last_day}, {found.days_left} days left, reason {found.reason}"
    )


def owed(agreement: Agreement, day: DayLike) -> str:
    """What is owed as it stands on a day: each window, its due day and how far it had come."""
    lines = []
    for one in agreement.on(day).occurrences:
        who = "-" if isinstance(one.who, Unknown) else ", ".join(one.who)
        lines.append(
            f"{one.duty}#{one.ordinal} {one.kind}: {one.first}..{one.last or ''}"
            f" due {one.due} {one.progress}; {one.basis}; {who}; {one.source}\n"
        )
    return "".join(lines)
