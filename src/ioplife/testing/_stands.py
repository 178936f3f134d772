"""What is compared of a standing, as a caller has it at hand."""

from __future__ import annotations

from typing import TypedDict, cast

from ioplife.answers import Answer
from ioplife.checks import member
from ioplife.dates import DayLike, Period, as_day
from ioplife.errors import BadValue
from ioplife.events import Reason
from ioplife.states import State
from ioplife.terms import Unknown


class Stands(TypedDict, total=False):
    """What ``Life.stands`` compares: as ``Standing`` has it, in what a caller has at hand."""

    state: State | str | None
    in_force: Answer | str
    first_day: DayLike | Unknown
    last_day: DayLike | None | Unknown
    days_left: int | None | Unknown
    period: Period | None
    number: int
    reason: Reason | str | None | Unknown
    signed_by: tuple[str, ...]
    unsigned: tuple[str, ...] | Unknown
    option_latest: DayLike | None | Unknown
    notice_latest: DayLike | None | Unknown
    successor: str | None | Unknown
    closed: bool


def read(name: str, value: object) -> object:
    """What is compared, as ``Standing`` has it."""
    if name not in Stands.__annotations__:
        raise BadValue("stands", name, f"must be one of {', '.join(Stands.__annotations__)}")
    if value is None or isinstance(value, Unknown):
        return value
    match name:
        case "state":
            return member(State, value, "state")
        case "in_force":
            return member(Answer, value, "in_force")
        case "reason":
            return member(Reason, value, "reason")
        case "first_day" | "last_day" | "option_latest" | "notice_latest":
            return as_day(cast("DayLike", value), name)
        case _:
            return value
