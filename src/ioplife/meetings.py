"""When boards meet, as a policy has it (sammanträdesdagar): days, each perhaps of one board."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, TypeAlias

import attrs
from pendulum import Date

from ioplife.checks import row
from ioplife.dates import DayLike, as_day
from ioplife.errors import BadValue

ONCE: Final = "must be given once for a day and a board"


def _on(value: DayLike) -> Date:
    return as_day(value, "Meeting.on")


def _is_board(_instance: object, _attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise BadValue("Meeting.board", value, "must name a board, or be None")


@attrs.frozen
class Meeting:
    """A meeting of a board (nämndsammanträde).

    Args:
        on: its day.
        board: the board, by its id or its name (case does not matter); None: whichever
            board the agreement is of.
    """

    on: Date = attrs.field(converter=_on)
    board: str | None = attrs.field(default=None, validator=_is_board)

    @property
    def scope(self) -> tuple[str, ...]:
        """The board it is of, as a norm tells the boards it holds for; empty: any."""
        return () if self.board is None else (self.board,)

    @property
    def place(self) -> tuple[Date, str]:
        """What two that are the same have in common: the day and the board, in any case."""
        return self.on, (self.board or "").casefold()

    def names(self, *boards: str) -> bool:
        """Whether it is of one of these boards, ids or names; of any board it names none."""
        return self.board is not None and self.board.casefold() in map(str.casefold, boards)


MeetingLike: TypeAlias = Meeting | DayLike
"""A meeting as callers give it: a ``Meeting``, or the day of one of whichever board."""


def meetings(values: Iterable[MeetingLike], field: str) -> tuple[Meeting, ...]:
    """Meetings in the order of their days.

    Raises:
        BadValue: for anything but meetings and days, and for one given twice.
    """
    given: tuple[Any, ...] = row(object, values, field, "meetings or days")
    found = [one if isinstance(one, Meeting) else Meeting(as_day(one, field)) for one in given]
    seen: set[tuple[Date, str]] = set()
    for one in found:
        if one.place in seen:
            raise BadValue(field, str(one.on), ONCE)
        seen.add(one.place)
    return tuple(sorted(found, key=lambda one: one.place))
