"""What no function can be made a guard for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ioplife.decisions import Case, Finding, guard, met
from ioplife.events import Noted, Signed
from ioplife.sources import Source
from tests.unit.bad_values.row import Bad


def guard_of(rule: Callable[..., Finding]) -> object:
    """A guard made of a function."""
    return guard("some-code", source=Source("KL"))(rule)


def silent(_case: Case) -> Finding:
    return met()


def blank(_case: Case) -> Finding:
    """ """
    return met()


def asks_nothing() -> Finding:
    """It is so."""
    return met()


def asks_too_much(_case: Case, _event: Signed, _more: object) -> Finding:
    """It is so."""
    return met()


def fits_nothing(_case: Case, _event: str) -> Finding:
    """It is so."""
    return met()


def fits_either(_case: Case, _event: Signed | Noted) -> Finding:
    """It is so."""
    return met()


def untyped(_case, _event):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 - the mistake
    """It is so."""
    return met()


DOCSTRING = "must have a docstring: it is the rule"
SHAPE = "must take the case, or the case and the event"
FITS = "must say by its type which event it fits"

GUARD_ROWS: Final[tuple[Bad, ...]] = (
    *(
        Bad(guard_of, "rule", rule, broken, field="guard", value="some-code")
        for rule, broken in (
            (silent, DOCSTRING),
            (blank, DOCSTRING),
            (asks_nothing, SHAPE),
            (asks_too_much, SHAPE),
            (fits_nothing, FITS),
            (fits_either, FITS),
            (untyped, FITS),
        )
    ),
)
"""What is refused."""
