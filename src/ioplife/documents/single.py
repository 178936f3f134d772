"""Where one alone may stand without its list: a payment plan, who owes, what a paper says."""

from __future__ import annotations

import functools
import operator
import typing
from typing import Any, Final

import attrs
from cattrs import Converter

from ioplife.documents.converter import reader, writer
from ioplife.documents.kinds import Reader, rows, union
from ioplife.duties import Duty
from ioplife.errors import BadValue
from ioplife.indices import as_percent
from ioplife.terms import Description, IndexClause, PaymentPlan, Terms

PLANS: Final = "payments"
"""The clause of the plans."""

_IDS: Final[dict[type[attrs.AttrsInstance], tuple[str, ...]]] = {
    Duty: ("who",),
    PaymentPlan: ("who", "pays"),
    IndexClause: ("of",),
}
"""Where an id may stand for a list of one."""

_ROWS: Final[dict[object, type[attrs.AttrsInstance]]] = {
    tuple[Description, ...]: Description,
    tuple[PaymentPlan, ...]: PaymentPlan,
}
"""The rows for which one value may stand."""


def register(converter: Converter) -> None:
    """Teach a converter the short forms; every list is still one."""
    for kind, names in _IDS.items():
        own = {name: _ids(converter, kind, name) for name in names}
        if kind is IndexClause:
            own["share"] = lambda value, _: as_percent(value, "")
        converter.register_structure_hook(kind, reader(converter, kind, own=own))
    read_table = reader(converter, Description)
    converter.register_structure_hook(Description, functools.partial(_described, read_table))
    for row, one in _ROWS.items():
        converter.register_structure_hook_func(
            functools.partial(operator.eq, row),
            _one_or_several(functools.partial(_structured, converter, one)),
        )
    write_terms = writer(converter, Terms)
    converter.register_unstructure_hook(Terms, lambda terms: _with_one_plan(write_terms(terms)))


def _structured(converter: Converter, kind: type[Any], value: object, _kind: object) -> object:
    return converter.structure(value, kind)


def _with_one_plan(written: dict[str, Any]) -> dict[str, Any]:
    """Terms as they are written: a payment plan that stands alone needs no list."""
    match written.get(PLANS):
        case [plan]:
            return written | {PLANS: plan}
        case _:
            return written


def _ids(converter: Converter, kind: type[attrs.AttrsInstance], name: str) -> Reader:
    """A reader of a field that holds one id or several."""
    ids = _one_or_several(lambda value, _: converter.structure(value, str))
    either = union(converter, typing.get_type_hints(kind)[name], ids)
    convert: Any = attrs.fields_dict(kind)[name].converter
    return lambda value, _: convert(either(value, None))


def _one_or_several(read: Reader) -> Reader:
    every = rows(read)
    return lambda value, _: every(value, None) if isinstance(value, list) else (read(value, None),)


def _described(read_table: Reader, value: object, _kind: object) -> object:
    if isinstance(value, str):
        return Description(value)
    if isinstance(value, dict):
        return read_table(value, None)
    raise BadValue("", value, "must be text, or a table of text and source")
