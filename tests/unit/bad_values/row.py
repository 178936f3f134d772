"""One thing that must be refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, TypeAlias

from ioplife.events import Amended, Corrected, Entered, Event, Resolved
from ioplife.states import State
from ioplife.terms import Terms

Build: TypeAlias = Callable[..., object]
Others: TypeAlias = Mapping[str, object]
Given: TypeAlias = tuple[object, str]
Place: TypeAlias = tuple[Build, str, Others]

ON: Final = "2024-01-31"
NO_OTHERS: Final[Others] = MappingProxyType({})
SAME: Final = object()
"""The value shown is the value given."""


class Bad(NamedTuple):
    """One thing that must be refused."""

    build: Build
    part: str
    given: object
    rule: str
    others: Others = NO_OTHERS
    field: str = ""
    value: object = SAME

    @property
    def named(self) -> str:
        """The field that the error names."""
        return self.field or f"{self.build.__name__}.{self.part}"

    @property
    def shown(self) -> object:
        """The value that the error shows."""
        return self.given if self.value is SAME else self.value

    @property
    def label(self) -> str:
        """What pytest calls the row."""
        given = getattr(self.given, "__name__", None) or repr(self.given)
        others = ", ".join(str(one) for one in self.others.values() if one is not ON)
        beside = f"({others})" if others else ""
        return f"{self.build.__qualname__}{beside}.{self.part}={given}"


def lay(given: Iterable[Given], places: Iterable[Place]) -> Iterable[Bad]:
    """Every value given to every place."""
    for build, part, others in places:
        for value, rule in given:
            yield Bad(build, part, value, rule, others)


def required(kind: type[Event], part: str = "") -> dict[str, object]:
    """What an event cannot be built without, but for one part."""
    more: dict[type[Event], dict[str, object]] = {
        Entered: {"state": State.ACTIVE},
        Resolved: {"what": "total"},
        Corrected: {"event_no": 1},
        Amended: {"terms": Terms()},
    }
    given = {"on": ON, **more.get(kind, {})}
    given.pop(part, None)
    return given
