"""Every field of every value refuses what it cannot hold, and says so in the same shape."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest

from ioplife import absence, criteria, dates, indices, meetings, norms, sources
from ioplife.dates import Period
from ioplife.duties import Window, cadences, goals, owed
from ioplife.duties.cadences import Stretch
from ioplife.errors import BadValue, IopError
from ioplife.events import (
    EVENTS,
    Event,
    OfDecision,
    beginning,
    deciding,
    ending,
    event,
    lasting,
    recording,
)
from ioplife.terms import (
    agreed,
    clauses,
    described,
    indexing,
    parties,
    paydays,
    payments,
    repaying,
    stated,
)
from ioplife.terms import lasting as going_on
from tests.unit.bad_values import BAD, LATE, Bad, required

MODULES = (
    *(dates, sources, indices, absence, norms, criteria, parties, stated, clauses, agreed),
    *(cadences, owed, goals, described, payments, going_on, meetings, paydays, indexing, repaying),
    *(event, beginning, deciding, lasting, ending, recording),
)
VALUES = tuple(
    kind
    for module in MODULES
    for kind in vars(module).values()
    if isinstance(kind, type) and attrs.has(kind) and kind.__module__ == module.__name__
)


def refusal(row: Bad) -> BadValue:
    with pytest.raises(BadValue) as caught:
        row.build(**{row.part: row.given}, **row.others)
    return caught.value


@pytest.mark.parametrize(
    "row",
    [pytest.param(row, id=row.label) for row in (*BAD, *LATE)],
)
def test_what_no_field_can_hold_is_refused_by_field_value_and_rule(row: Bad) -> None:
    error = refusal(row)

    assert (row.named, row.rule) == (error.field, error.rule)
    assert row.shown is error.value or (
        (type(row.shown), row.shown) == (type(error.value), error.value)
    )
    assert f"{row.named}: {row.rule}, not {row.shown!r}" == str(error)


def test_a_bad_value_is_a_value_error_and_one_of_ours() -> None:
    error = refusal(BAD[0])

    assert isinstance(error, ValueError)
    assert isinstance(error, IopError)


def test_every_field_of_every_value_has_a_row() -> None:
    """But for what the library alone makes."""
    covered = {(row.build, row.part) for row in (*BAD, *LATE)}
    open_fields = {
        f"{kind.__name__}.{field.name}"
        for kind in VALUES
        for field in attrs.fields(kind)
        if kind not in (Event, OfDecision, Stretch, Window) and (kind, field.name) not in covered
    }

    assert set() == open_fields


def test_the_values_are_all_there() -> None:
    """The one above would hold of modules that had none."""
    assert {Period, Event, *EVENTS} < set(VALUES)


@pytest.mark.parametrize("kind", EVENTS)
def test_what_stands_beside_a_bad_value_is_good(kind: type[Event]) -> None:
    """A row is refused for the part it names: without that part the event is built."""
    build: Callable[..., Event] = kind

    assert isinstance(build(**required(kind)), kind)
