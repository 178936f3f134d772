"""What the papers say in words of whom an agreement is for, and what is done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import attrs

from ioplife.absence import Absent, Unknown
from ioplife.checks import is_named, row
from ioplife.sources import Source, is_source


@attrs.frozen
class Description:
    """What a paper says in its own words; nothing is worked out from it.

    Args:
        text: the paper's words.
        source: the paper and the place.
    """

    text: str = attrs.field(validator=is_named)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


DescribedLike: TypeAlias = str | Description | Iterable[Description] | Absent | Unknown
"""One description or several, where papers differ; text alone stands for one."""


def as_described(value: DescribedLike, field: str) -> tuple[Description, ...] | Absent | Unknown:
    """What papers say, each for itself.

    Raises:
        BadValue: for anything else.
    """
    if isinstance(value, Absent | Unknown):
        return value
    if isinstance(value, str):
        return (Description(value),)
    return (value,) if isinstance(value, Description) else row(Description, value, field)
