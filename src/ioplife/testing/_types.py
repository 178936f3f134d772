"""What ``st.from_type`` draws our types from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ioplife


def register() -> None:
    """Tell Hypothesis how to draw every public value of the library, and nothing else.

    What a type is drawn from is looked up when it is first drawn: Hypothesis calls this as it
    is imported, which may be in the middle of the import of the very modules that know. So
    this one must not be what imports it.
    """
    import hypothesis.strategies as st  # noqa: PLC0415 - see above

    for name in ioplife.__all__:
        kind = getattr(ioplife, name)
        if isinstance(kind, type) and hasattr(kind, "__attrs_attrs__"):
            st.register_type_strategy(kind, _looked_up(kind))


def _looked_up(kind: type) -> Callable[[type], Any]:
    def strategy(_kind: type) -> Any:  # noqa: ANN401 - a strategy, of a module not imported yet
        from ioplife.testing._answers import ANSWERS  # noqa: PLC0415 - see above
        from ioplife.testing._values import VALUES  # noqa: PLC0415 - see above

        return {**VALUES, **ANSWERS}[kind]()

    return strategy
