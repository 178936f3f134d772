"""What a life may be given: validators that refuse by name what is of another kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import attrs

from ioplife.checks import where
from ioplife.deadlines import CODES
from ioplife.errors import BadValue


def kind(*kinds: type) -> Callable[[object, attrs.Attribute[Any], object], None]:
    """A field that holds a value of one of these kinds."""
    named: Final = kinds[0].__name__

    def check(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, kinds):
            raise BadValue(where(instance, attribute), value, f"must be of the kind {named}")

    return check


def as_codes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of flags; a slip in one would be a test that asks for nothing."""
    for one in codes:
        if one not in CODES:
            raise BadValue("codes", one, f"must be codes of flags ({', '.join(CODES)})")
    return codes
