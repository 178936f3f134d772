"""Agreements that run: decided and signed in 2023, and whatever a test adds."""

from __future__ import annotations

from typing import Any, Final

import ioplife as iop

TOWN: Final = iop.Party(
    "town", "Kommunen", sector="public", bodies=(iop.Body("board", "Nämnden", kind="board"),)
)
MISSION: Final = iop.Party("mission", "Föreningen", sector="civil")
PARISH: Final = iop.Party("parish", "Församlingen", sector="civil")

APPROVAL: Final = 3
"""The number of the event that is the approval."""

AGREED: Final = ("mission", "town")
"""Who agrees, where every party does."""

FOREVER: Final[dict[str, Any]] = {"last": iop.ABSENT, "open_ended": True}
"""What to say of an agreement that runs until further notice."""


def opening(*parties: iop.Party) -> tuple[iop.Event, ...]:
    """How it came about: proposed, approved, and signed by each party, the last on 2023-07-02."""
    return (
        iop.Initiated("2023-02-01", by="mission"),
        iop.Proposed("2023-04-01", to="board"),
        iop.Approved("2023-06-01", by="board"),
        *(iop.Signed("2023-07-01", by=one.id) for one in parties[:-1]),
        iop.Signed("2023-07-02", by=parties[-1].id),
    )


def stated(*days: str) -> iop.Stated:
    """A day that is read in as many ways."""
    return iop.Stated([iop.Reading(day) for day in days])


def agreed(
    *,
    first: Any = "2024-01-01",  # noqa: ANN401 - a stated day, absent or unknown
    last: Any = "2026-12-31",  # noqa: ANN401 - the same
    parties: tuple[iop.Party, ...] = (TOWN, MISSION),
    **clauses: Any,  # noqa: ANN401 - any clause
) -> iop.Terms:
    """Three years from 2024 with no clause but those that are given."""
    none = dict.fromkeys(("length", "renewal", "notice", "breach", "duties"), iop.ABSENT)
    clauses = {**none, **clauses}
    return iop.Terms(parties=parties, kind="iop", first_day=first, last_day=last, **clauses)


def running(*events: iop.Event, **clauses: Any) -> iop.Agreement:  # noqa: ANN401 - as above
    """That agreement, signed, and what has happened since: from number 6, with two parties."""
    terms = agreed(**clauses)
    assert isinstance(terms.parties, tuple)
    return iop.Agreement("a-1", terms, (*opening(*terms.parties), *events))


def entered(
    *events: iop.Event,
    on: str,
    seen: str,
    state: str = "active",
    **clauses: Any,  # noqa: ANN401 - as above
) -> iop.Agreement:
    """That agreement, taken into a register, and what has happened since: from number 2."""
    entry = iop.Entered(on, state=state, seen=seen)
    return iop.Agreement("a-1", agreed(**clauses), (entry, *events))


def rescinded(on: str, last: str | iop.Unknown) -> iop.Rescinded:
    """What the parties agree on a day: that it ends on another."""
    return iop.Rescinded(on, last_day=last, agreed_by=AGREED)


def amended(
    on: str,
    applies_from: str | None = None,
    *,
    lifts: int | None = None,
    **clauses: Any,  # noqa: ANN401 - any clause
) -> iop.Amended:
    """That agreement with other clauses, which hold from its own day unless it says another."""
    return iop.Amended(
        on,
        terms=agreed(**clauses),
        applies_from=applies_from or on,
        agreed_by=AGREED,
        lifts=lifts,
    )


def last_day(agreement: iop.Agreement, *days: str) -> list[str]:
    """The last day as it stands on each of some days."""
    return [str(agreement.on(day).last_day) for day in days]


def last_days(agreement: iop.Agreement, day: str) -> list[str]:
    """Every day that may be the last, as it stands on a day."""
    return [str(one) for one in agreement.on(day).last_days]


def states(agreement: iop.Agreement, *days: str) -> list[str]:
    """The state on each of some days."""
    return [str(agreement.on(day).state) for day in days]


def in_force(agreement: iop.Agreement, *days: str) -> list[str]:
    """Whether it is in force on each of some days."""
    return [agreement.on(day).in_force.value for day in days]


def period(agreement: iop.Agreement, day: str) -> tuple[str, int]:
    """The period that holds a day, and its number."""
    standing = agreement.on(day)
    return str(standing.period), standing.number


def by_time(agreement: iop.Agreement, until: str) -> list[tuple[str, str]]:
    """What time has brought by a day: each day with the row's tag."""
    return [(str(one.on), one.tag) for one in agreement.timeline(until=until) if one.number is None]


def set_aside(agreement: iop.Agreement, day: str) -> list[tuple[int, str]]:
    """The events without effect as it stands on a day, with the code that says why."""
    return [(one.number, one.code) for one in agreement.on(day).anomalies]
