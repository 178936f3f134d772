"""The public surface of ioplife as text: one line a name, one indented line a part of it.

The text is checked in beside this file, so that a change of what users rely on is a change
somebody reads. To renew it after a change that is meant::

    python -m tests.architecture.surface --write
"""

import argparse
import enum
import inspect
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

import attrs

import ioplife
import ioplife.testing

RECORD = Path(__file__).with_name("public-surface.txt")
RENEW = "python -m tests.architecture.surface --write"

# Of the magic methods, those a caller uses by a sign or a builtin and somebody wrote on purpose.
SPOKEN = frozenset(
    {
        "__add__",
        "__bool__",
        "__call__",
        "__contains__",
        "__enter__",
        "__exit__",
        "__format__",
        "__getitem__",
        "__iter__",
        "__len__",
        "__lt__",
        "__str__",
        "__sub__",
    }
)


def annotation(value: object) -> str:
    """A type as its author wrote it, or as Python prints it."""
    return value if isinstance(value, str) else inspect.formatannotation(value)


def default(value: object) -> str:
    """A default: its name where it has one, and no address in memory that some values print."""
    if callable(value):
        return getattr(value, "__qualname__", type(value).__qualname__)
    ours = (name for name in ioplife.__all__ if getattr(ioplife, name) is value)
    return next(ours, "") or repr(value)


def signature(function: Callable[..., object]) -> str:
    """Parameters, their types and defaults, and what comes back."""
    parts: list[str] = []
    found = inspect.signature(function)
    starred = False
    previous: inspect.Parameter | None = None
    for parameter in found.parameters.values():
        kind = parameter.kind
        if previous is not None and previous.kind is kind.POSITIONAL_ONLY is not kind:
            parts.append("/")
        if kind is kind.KEYWORD_ONLY and not starred:
            parts.append("*")
            starred = True
        sign = {kind.VAR_POSITIONAL: "*", kind.VAR_KEYWORD: "**"}.get(kind, "")
        starred = starred or kind is kind.VAR_POSITIONAL
        text = sign + parameter.name
        if parameter.annotation is not parameter.empty:
            text += f": {annotation(parameter.annotation)}"
        if parameter.default is not parameter.empty:
            text += f" = {default(parameter.default)}"
        parts.append(text)
        previous = parameter
    if previous is not None and previous.kind is previous.POSITIONAL_ONLY:
        parts.append("/")
    result = found.return_annotation
    arrow = "" if result is found.empty else f" -> {annotation(result)}"
    return f"({', '.join(parts)}){arrow}"


def is_ours(value: object) -> bool:
    """Whether the project defined it, rather than Python or a dependency."""
    return (getattr(value, "__module__", None) or "").partition(".")[0] == "ioplife"


def written(cls: type, name: str) -> object:
    """A field's type as its class wrote it; a library may have resolved attrs' own copy."""
    found = (vars(base).get("__annotations__", {}) for base in cls.__mro__)
    return next(types[name] for types in found if name in types)


def fields(cls: type[attrs.AttrsInstance]) -> Iterator[str]:
    """What a value is built from, in order."""
    for field in attrs.fields(cls):
        if not field.init:
            continue
        mode = "keyword" if field.kw_only else "field"
        text = f"{mode} {field.alias}: {annotation(written(cls, field.name))}"
        if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type] # a class at run time
            text += f" = {default(field.default.factory)}()"
        elif field.default is not attrs.NOTHING:
            text += f" = {default(field.default)}"
        yield text


def methods(cls: type) -> Iterator[str]:
    """What can be asked of a value, whichever class of ours answers."""
    found: dict[str, object] = {}
    for base in reversed(cls.__mro__):
        if is_ours(base):
            found.update(vars(base))
    data = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    for name, value in sorted(found.items()):
        if name in data or (name.startswith("_") and name not in SPOKEN):
            continue
        match value:
            case property():
                result = inspect.signature(value.fget).return_annotation if value.fget else None
                yield f"property {name}: {annotation(result)}"
            case classmethod():
                yield f"class method {name}{signature(value.__func__)}"
            case staticmethod():
                yield f"static method {name}{signature(value.__func__)}"
            case _ if inspect.isfunction(value):
                yield f"method {name}{signature(value)}"
            case _ if hasattr(value, "func"):  # functools.cached_property and its like
                result = inspect.signature(value.func).return_annotation
                yield f"property {name}: {annotation(result)}"
            case _:
                pass


def made_of(cls: type) -> Iterator[str]:
    """What a class is built from: its fields, or what it takes instead and what it keeps."""
    if attrs.has(cls) and "__attrs_init__" not in vars(cls):
        yield from fields(cls)
    elif inspect.isfunction(built := vars(cls).get("__init__")):
        yield f"built {signature(built)}"
        for field in attrs.fields(cls) if attrs.has(cls) else ():
            yield f"attribute {field.name}: {annotation(written(cls, field.name))}"


def describe(name: str, value: object) -> Iterator[str]:
    """One public name: its kind, then its parts."""
    match value:
        case ModuleType():
            yield f"{name}: module"
        case type() if issubclass(value, enum.Enum):
            yield f"{name}: enum"
            for member in value:
                yield f"    member {member.name} = {member.value!r}"
            yield from (f"    {part}" for part in methods(value))
        case type():
            bases = ", ".join(base.__name__ for base in value.__bases__ if base is not object)
            kind = "value" if attrs.has(value) else "class"
            yield f"{name}: {kind}" + (f" ({bases})" if bases else "")
            yield from (f"    {part}" for part in made_of(value))
            yield from (f"    {part}" for part in methods(value))
        case _ if inspect.isfunction(value):
            yield f"{name}: function {signature(value)}"
        case str() | int() | frozenset() | tuple() | Mapping():
            yield f"{name}: constant {type(value).__name__}"
        case _ if is_ours(type(value)):
            yield f"{name}: {type(value).__name__}"
        case _:
            yield f"{name}: {annotation(value)}"


def surface() -> str:
    """Every name of ``ioplife.__all__``, and of those shells that are used by import, in order."""
    lines: list[str] = []
    for module, prefix in (
        (ioplife, ""),
        (ioplife.testing, "testing."),
        (ioplife.testing.strategies, "testing.strategies."),
    ):
        for name in sorted(module.__all__):
            lines.extend(describe(prefix + name, getattr(module, name)))
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Print the surface, or write it down."""
    parser = argparse.ArgumentParser(prog="python -m tests.architecture.surface")
    parser.add_argument("--write", action="store_true", help="renew the checked-in file")
    if parser.parse_args(arguments).write:
        RECORD.write_text(surface(), encoding="utf-8")
        print(f"wrote {RECORD.name}", file=sys.stderr)
    else:
        print(surface(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
