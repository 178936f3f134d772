"""Where a rule or a fact stands, and every act the library cites, once."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ioplife.checks import is_named, is_text, where
from ioplife.errors import BadValue


@attrs.frozen
class Source:
    """An act, paper or clause, and the place in it (källa).

    Args:
        paper: the act or the paper ("KL (2017:725)", "SON 2021-404").
        place: the place in it ("6:38", "§ 13"); empty for the whole.
    """

    paper: str = attrs.field(validator=is_named)
    place: str = attrs.field(default="", validator=is_text)

    @property
    def cite(self) -> str:
        """Paper and place as one printed citation."""
        return f"{self.paper}, {self.place}" if self.place else self.paper

    def __str__(self) -> str:
        return self.cite


def is_source(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a Source, or None where none is given."""
    if value is not None and not isinstance(value, Source):
        raise BadValue(where(instance, attribute), value, "must be a Source or None")


def is_cited(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """A validator: a Source, for what must have one."""
    if not isinstance(value, Source):
        raise BadValue(where(instance, attribute), value, "must be a Source")


UNVERIFIED: Final = Source("ioplife default", "unverified")
"""For what the library assumes without an act or a paper behind it."""

DESIGN: Final = Source("ioplife", "the lifecycle table")
"""For what follows from the shape of the lifecycle itself."""

DELEGATION: Final = Source("KL (2017:725)", "6:37-38, 7:5")
"""Matters of goals, direction, scope or quality may not be delegated."""

ENFORCEMENT: Final = Source("KL (2017:725)", "13:14")
"""A decision may be carried out before it is final."""

ADJUSTING: Final = Source("KL (2017:725)", "5:69, 6:35")
"""The minutes are adjusted fourteen days after the meeting at the latest."""

ANNOUNCING: Final = Source("KL (2017:725)", "8:12")
"""That the minutes are adjusted is announced the second day after it at the latest."""

NOTICE_BOARD: Final = Source("KL (2017:725)", "8:11, 13:5")
"""The announcement stays up until the time to appeal is out, and the time runs only so."""

APPEAL: Final = Source("KL (2017:725)", "13:5")
"""Three weeks from the announcement, which must be up all the time."""

_MODEL: Final = "ioplife default, after SON 2021-404"
"""What no act says and one agreement does; a clause of the agreement asked about goes before."""

ALL_SIGNED: Final = Source(_MODEL, "§ 13")
"""The agreement holds on condition that every party has signed it."""

DIALOGUE: Final = Source(_MODEL, "§ 13")
"""The agreement may be changed or rescinded; changes are made in dialogue."""

_INFORMATION: Final = "Linköping's information on IOP (February 2020)"

PARTNERSHIP: Final = Source(f"ioplife default, after {_INFORMATION}", "Bakgrund")
"""What Linköping holds central to every IOP: parties, no market, a civil initiative."""

LINKOPING: Final = Source(_INFORMATION, "Bakgrund")
"""What Linköping holds central to its own, and that each is judged by itself."""

SHARED: Final = Source(f"ioplife default, after {_INFORMATION}", "Översikt")
"""A municipality may have a share in mind that it puts in itself (riktmärke)."""

HALF: Final = Source(_INFORMATION, "Översikt IOP inom arbetsmarknadsnämnden")
"""The labour market board's own: the municipality puts in about half, where it can."""

RETROACTIVE: Final = Source("KL (2017:725)", "2:4")
"""No decision works backwards to a member's harm; a start before the decision may stand."""

ECONOMY: Final = Source(_MODEL, "§ 12")
"""What the parties put in makes the whole; what is paid out is the municipality's money."""

CALLS: Final = Source(_MODEL, "§ 11")
"""A party may call for a follow-up, beside those that are due."""

UNDERTAKINGS: Final = Source(_MODEL, "§ 10-12")
"""What is owed is what the agreement's own clauses say."""

PERIOD: Final = Source(_MODEL, "§ 13")
"""The agreement holds from its first day to its last, both included."""
