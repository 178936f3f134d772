"""Values as the Python that makes them, so that what was found can be kept as a test."""

from __future__ import annotations

import datetime
import enum
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

from ioplife.absence import ABSENT, Unknown
from ioplife.agreement import Agreement
from ioplife.dates import Duration
from ioplife.terms import Reading, Stated, StatedSum, Sum, Unlimited

_WIDTH = 88


def code(value: object, indent: str = "") -> str:
    """The expression that makes a value, with ``import ioplife as iop``.

    What a field holds by default is left out.
    """
    match value:
        case Agreement():
            return _agreement(value, indent)
        case tuple():
            return _wrapped("[", [code(one, f"{indent}    ") for one in value], "]", indent)
        case _ if value == ABSENT:
            return "iop.ABSENT"
        case _ if attrs.has(type(value)) and not isinstance(value, Duration):
            return _built(value, indent)
        case _:
            return _plain(value)


def _plain(value: object) -> str:
    """What has no parts."""
    match value:
        case Unknown() | Unlimited():
            return f"iop.{value.name}"
        case enum.Enum():
            return _text(str(value.value))
        case datetime.date():
            return _text(value.isoformat())
        case str() | Duration() | Decimal():
            return _text(str(value))
        case _:
            return repr(value)


def _text(value: str) -> str:
    """Text between double quotes, as the house writes it."""
    return json.dumps(value, ensure_ascii=False) if value.isprintable() else repr(value)


def _short(value: object) -> object:
    """A day or an amount that is stated once and plainly, as callers give it."""
    match value:
        case Stated(readings=(Reading() as one,)) if value == Stated((Reading(one.day),)):
            return one.day
        case StatedSum(readings=(Sum() as one,)) if value == StatedSum((Sum(one.amount),)):
            return one.amount
        case _:
            return value


def _agreement(agreement: Agreement, indent: str) -> str:
    """The agreement as it was recorded: an event a line."""
    made = _built(attrs.evolve(agreement, events=()), indent)
    if not agreement.events:
        return made
    lines = [f"{indent}    {code(event, f'{indent}    ')},\n" for event in agreement.events]
    return f"{made}.record(\n{''.join(lines)}{indent})"


def _built(value: Any, indent: str) -> str:  # noqa: ANN401 - any value of ours
    kind = type(value)
    return _wrapped(f"iop.{kind.__name__}(", list(_arguments(value, indent)), ")", indent)


def _arguments(value: Any, indent: str) -> Iterator[str]:  # noqa: ANN401 - any value of ours
    """The arguments that differ from the defaults; by name, once one before was left out."""
    by_place = True
    for field in attrs.fields(type(value)):
        if not field.init:
            continue
        held = getattr(value, field.name)
        if _is_default(value, field, held):
            by_place = False
            continue
        by_place = by_place and not field.kw_only
        name = "" if by_place else f"{field.alias}="
        yield f"{name}{code(_short(held), f'{indent}    ')}"


def _is_default(value: object, field: attrs.Attribute[Any], held: object) -> bool:
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type] # a class at run time
        made: Any = field.default
        return bool(held == (made.factory(value) if made.takes_self else made.factory()))
    if field.default is attrs.NOTHING:
        return False
    if isinstance(field.default, Unknown) or isinstance(held, Unknown):
        return field.default is held
    return bool(held == field.default)


def _wrapped(start: str, parts: list[str], end: str, indent: str) -> str:
    """On one line where it fits, else a part a line."""
    line = f"{start}{', '.join(parts)}{end}"
    if len(indent) + len(line) <= _WIDTH and "\n" not in line:
        return line
    inner = "".join(f"{indent}    {part},\n" for part in parts)
    return f"{start}\n{inner}{indent}{end}"
