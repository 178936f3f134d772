"""How a document says that an agreement may go on: by an option, or by itself.

Both are tables of a length and a limit, so a word tells them apart: ``kind``. Left out it is
an option, which is all there was before; nothing is guessed from the other keys.
"""

from __future__ import annotations

import functools
from typing import Any, Final

import attrs
from cattrs import Converter

from ioplife.documents.converter import reader, writer
from ioplife.documents.kinds import Reader, table
from ioplife.documents.mistakes import Misfit, Misfits, message_of
from ioplife.errors import BadValue
from ioplife.terms import AutomaticRenewal, Renewal, RenewalOption

KIND: Final = "kind"
"""The key that says which of the two it is."""

_OPTION: Final = "option"
_KINDS: Final[dict[str, type[Any]]] = {_OPTION: RenewalOption, "automatic": AutomaticRenewal}


def register(converter: Converter) -> None:
    """Teach a converter the two, each under its word."""
    readers = {word: reader(converter, kind) for word, kind in _KINDS.items()}
    converter.register_structure_hook_func(
        lambda kind: kind == Renewal, functools.partial(_read, readers)
    )
    write = writer(converter, AutomaticRenewal)
    converter.register_unstructure_hook(
        AutomaticRenewal, lambda renewal: {KIND: "automatic", **write(renewal)}
    )


def _read(readers: dict[str, Reader], value: object, _kind: object) -> object:
    found = table(value)
    word = found.get(KIND, _OPTION)
    if not isinstance(word, str) or word not in _KINDS:
        error = BadValue("", word, f"must be one of {', '.join(_KINDS)}")
        raise Misfits.one(message_of(error), KIND)
    own = {field.name for field in attrs.fields(_KINDS[word])}
    wrong = [
        Misfit((name,), f'is for a renewal of kind = "{other}"')
        for other, kind in _KINDS.items()
        for name in attrs.fields_dict(kind)
        if name in found and name not in own
    ]
    strange = {KIND, *(one.path[0] for one in wrong)}
    left = {name: part for name, part in found.items() if name not in strange}
    try:
        renewal = readers[word](left, None)
    except Misfits as error:
        raise Misfits([*wrong, *error.found]) from None
    if wrong:
        raise Misfits(wrong)
    return renewal
