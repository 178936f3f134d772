"""The table drawn as a Mermaid state diagram, or written as Markdown."""

from __future__ import annotations

from typing import Any, Final

from ioplife.errors import BadValue
from ioplife.lifecycle.rows import Clock, Fork, Row, Same, Source, Table
from ioplife.states import FINAL, State

NOTHING: Final = "(nothing)"

_HERE: Final = "here"


def draw(table: Table, spec: str, here: State | None = None) -> str:
    """The table in one of two shapes.

    Args:
        table: the table.
        spec: ``mermaid`` or ``md``.
        here: the state to mark: by the class ``here`` in Mermaid, in bold in Markdown.

    Raises:
        BadValue: for any other shape.
    """
    if spec == "mermaid":
        return _mermaid(table, here)
    if spec == "md":
        return _markdown(table, here)
    raise BadValue("format", spec, "must be mermaid or md")


def _mermaid(table: Table, here: State | None) -> str:
    """A state diagram: one arrow a pair of states, naming all that leads there.

    What keeps the state is left out, and so are the arrows of a register entry but for
    those from the beginning: it leads to any state of a higher rank.
    """
    edges: dict[tuple[Source, Source], list[str]] = {}
    for row, source, target in table.steps():
        entry = isinstance(row.target, Fork) and row.target.rises and source is not None
        if source is not target and not entry:
            edges.setdefault((source, target), []).append(row.tag)
    arrows = [
        f"    {source or '[*]'} --> {target}: {', '.join(tags)}"
        for (source, target), tags in edges.items()
    ]
    ends = [f"    {state} --> [*]" for state in sorted(FINAL)]
    marks = [
        f"    classDef {_HERE} stroke-width:4px,font-weight:bold",
        f"    class {here} {_HERE}",
    ]
    return "\n".join(["stateDiagram-v2", *arrows, *ends, *(marks if here else ())])


def _markdown(table: Table, here: State | None) -> str:
    """One line a row: event, from, to, hard guards, soft guards."""
    lines = [
        "| event | from | to | hard guards | soft guards |",
        "| --- | --- | --- | --- | --- |",
    ]
    for row in table.rows:
        cells = (
            f"`{row.tag}`",
            ", ".join(_marked(source, here) for source in row.sources) + _only(row),
            _target(row),
            _guards(row, soft=False),
            _guards(row, soft=True),
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _marked(source: Source, here: State | None) -> str:
    name = source or NOTHING
    return f"**{name}**" if here is not None and source is here else name


def _only(row: Row[Any] | Clock) -> str:
    return f"; only where {row.only.name}" if isinstance(row, Row) and row.only else ""


def _target(row: Row[Any] | Clock) -> str:
    if isinstance(row.target, Fork):
        return f"{' or '.join(row.target.targets)}: {row.target.name}"
    return "the same" if isinstance(row.target, Same) else row.target


def _guards(row: Row[Any] | Clock, *, soft: bool) -> str:
    if isinstance(row, Clock):
        return ""
    return ", ".join(f"`{rule.code}`" for rule in row.guards if rule.soft is soft)
