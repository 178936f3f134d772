"""Absent is a value, and so is not knowing."""

from __future__ import annotations

import enum
from typing import Final, NoReturn

import attrs

from ioplife.sources import Source, is_source


class Unknown(enum.Enum):
    """The type of ``UNKNOWN``: nobody has read it, or no paper says (okänt).

    It has no truth value, so that unknown is never taken for false; compare it
    (``value is UNKNOWN``).
    """

    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        message = "UNKNOWN is neither true nor false: compare it with 'is'"
        raise TypeError(message)

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __str__(self) -> str:
        return "unknown"


UNKNOWN: Final = Unknown.UNKNOWN


@attrs.frozen
class Absent:
    """The paper was read and has no such clause (saknas); ask with ``isinstance``.

    Args:
        source: the paper that was read, and the place where the clause would stand.
    """

    source: Source | None = attrs.field(default=None, validator=is_source)


ABSENT: Final = Absent()
"""Absent, without a source."""
