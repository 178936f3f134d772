"""The entry point by which Hypothesis learns of our types when it is imported."""

from __future__ import annotations

import ioplife


def register() -> None:
    """Tell Hypothesis how to draw our types; called by Hypothesis, at the end of its import.

    That may be in the middle of an import of ours. Where the core is half imported nothing can
    be told, and whoever uses the strategies tells it then.
    """
    if hasattr(ioplife, "__all__"):  # the last name that the core sets
        # Here, not above: the testing kit imports Hypothesis, which is only now ready for it.
        # The strategies tell of the types as well, once they are all there; where it is they
        # that import Hypothesis, it is this that comes first.
        from ioplife.testing._types import register as tell  # noqa: PLC0415

        tell()
