"""Effects the parties mean to reach, and when they are to be seen."""

from __future__ import annotations

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Absent, Unknown
from ioplife.checks import is_flag, is_ident, is_text, member
from ioplife.dates import Duration, DurationLike, as_positive_duration, next_day
from ioplife.duties.owed import Basis
from ioplife.errors import BadValue
from ioplife.sources import Source, is_source


def _horizon(value: DurationLike) -> Duration:
    return as_positive_duration(value, "Horizon.length")


@attrs.frozen
class Horizon:
    """When an effect is to be seen, counted from the first day ("tidshorisont 6 mån").

    Args:
        length: the time.
        beyond: whether the paper says *more than* that time (">2 år"): then the first day
            after it.
    """

    length: Duration = attrs.field(converter=_horizon)
    beyond: bool = attrs.field(default=False, validator=is_flag, kw_only=True)

    def day(self, first: Date) -> Date:
        """The day from which the effect can be assessed."""
        reached = self.length.after(first)
        return next_day(reached) if self.beyond else reached


def _when(value: Horizon | Absent | Unknown) -> Horizon | Absent | Unknown:
    if isinstance(value, Horizon | Absent | Unknown):
        return value
    raise BadValue("Goal.horizon", value, "must be a Horizon, Absent or UNKNOWN")


def _goal_basis(value: Basis | str) -> Basis:
    return member(Basis, value, "Goal.basis")


@attrs.frozen
class Goal:
    """An effect the parties mean to reach, and when it is to be seen (effektmål).

    Its horizon may lie beyond the last day; it can be assessed after the end.

    Args:
        id: its id; it stands in keys.
        horizon: when the effect is to be seen; Absent where the paper sets no time.
        basis: what it rests on.
        text: the paper's words.
        source: the paper and the place.
    """

    id: str = attrs.field(validator=is_ident)
    horizon: Horizon | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_when)
    basis: Basis = attrs.field(default=Basis.AGREEMENT, converter=_goal_basis, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)
