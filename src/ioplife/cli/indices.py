"""What indices were, for the commands that tell amounts: what is shipped, and one's own."""

from __future__ import annotations

from typing import Final, Self

import attrs

from ioplife.documents import load_indices
from ioplife.indices import OPI, Observation
from ioplife.messages import phrase

SHIPPED: Final = "ioplife"
"""What the observations that are shipped are called, beside a file."""


@attrs.frozen
class Indices:
    """Observations of indices, and where they come from.

    Args:
        observations: what indices were.
        file: the file of one's own; None: none.
    """

    observations: tuple[Observation, ...] = OPI
    file: str | None = None

    @classmethod
    def read(cls, file: str | None) -> Self:
        """Those of a file, and the shipped ones of every index and year that it is silent on.

        Raises:
            BadDocument: with every mistake in the file.
        """
        if file is None:
            return cls()
        own = load_indices(file)
        given = {(one.index, one.year) for one in own}
        return cls((*own, *(one for one in OPI if (one.index, one.year) not in given)), file)

    @property
    def names(self) -> list[str]:
        """Where they come from, the first to be asked first."""
        return [SHIPPED] if self.file is None else [self.file, SHIPPED]

    def text(self, lang: str) -> str:
        """Where they come from, as a sentence."""
        years = [one.year for one in OPI]
        span = {"index": OPI[0].index, "first": min(years), "last": max(years)}
        if self.file is None:
            return phrase("indices", lang, **span)
        return phrase("indices-own", lang, file=self.file, **span)
