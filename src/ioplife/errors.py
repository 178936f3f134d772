"""The two errors everything else builds on."""

from __future__ import annotations


class IopError(Exception):
    """Every error that ioplife raises on purpose."""


class BadValue(IopError, ValueError):
    """A value that its field cannot hold.

    Args:
        field: the field, as ``Class.field`` or a dotted path.
        value: what was given.
        rule: the rule it breaks, as a sentence.
    """

    def __init__(self, field: str, value: object, rule: str) -> None:
        super().__init__(field, value, rule)
        self.field = field
        self.value = value
        self.rule = rule

    def __str__(self) -> str:
        return f"{self.field}: {self.rule}, not {self.value!r}"
