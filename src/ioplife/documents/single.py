"""Where one alone may stand without its list: who owes something, and what a paper says."""

from __future__ import annotations

import functools
import typing
from typing import Any

from cattrs import Converter

from ioplife.documents.converter import reader
from ioplife.documents.kinds import Reader, rows, union
from ioplife.duties import Duty, as_who
from ioplife.errors import BadValue
from ioplife.terms import Description, PaymentPlan


def register(converter: Converter) -> None:
    """Teach a converter the short forms; every list is still one."""
    for kind in (Duty, PaymentPlan):
        converter.register_structure_hook(kind, _owed(converter, kind))
    read_table = reader(converter, Description)
    converter.register_structure_hook(Description, functools.partial(_described, read_table))
    converter.register_structure_hook_func(
        lambda kind: kind == tuple[Description, ...],
        _one_or_several(lambda value, _: converter.structure(value, Description)),
    )


def _owed(converter: Converter, kind: type[Any]) -> Reader:
    """A reader of what is owed, by one or by several."""
    ids = _one_or_several(lambda value, _: converter.structure(value, str))
    either = union(converter, typing.get_type_hints(kind)["who"], ids)
    return reader(converter, kind, own={"who": lambda value, _: as_who(either(value, None), "")})


def _one_or_several(read: Reader) -> Reader:
    every = rows(read)
    return lambda value, _: every(value, None) if isinstance(value, list) else (read(value, None),)


def _described(read_table: Reader, value: object, _kind: object) -> object:
    if isinstance(value, str):
        return Description(value)
    if isinstance(value, dict):
        return read_table(value, None)
    raise BadValue("", value, "must be text, or a table of text and source")
