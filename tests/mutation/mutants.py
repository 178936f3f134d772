"""The faults: what is made of a module by cosmic-ray's operators, one change at a time."""

from __future__ import annotations

import ast
import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import attrs
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.ast.ast_query import ASTQuery
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator

_COMPARED: Final = (
    "Eq_NotEq", "NotEq_Eq", "Is_IsNot", "IsNot_Is",
    "Lt_LtE", "Lt_GtE", "LtE_Lt", "LtE_Gt", "Gt_GtE", "Gt_LtE", "GtE_Gt", "GtE_Lt",
)  # fmt: skip
"""Each comparison turned round, and with its edge moved."""

_COUNTED: Final = (
    "Add_Sub", "Sub_Add", "Mul_FloorDiv", "Div_Mul", "FloorDiv_Mul", "Mod_FloorDiv",
    "BitOr_BitAnd", "BitAnd_BitOr",
)  # fmt: skip
"""Each sum with another sign, each union as what both have."""

OPERATORS: Final = (
    *(f"ReplaceComparisonOperator_{one}" for one in _COMPARED),
    *(f"ReplaceBinaryOperator_{one}" for one in _COUNTED),
    "ReplaceUnaryOperator_USub_UAdd",
    "ReplaceUnaryOperator_Delete_Not",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "RemoveDecorator",
    "ZeroIterationForLoop",
)
"""Those of cosmic-ray's operators that are asked.

Left out are the rest of the permutations (a sum as a power, `is` as `==`): the first fall at once
and only raise the score, the second our values do not tell apart, which are members of
enumerations and sentinels.
"""

Place = tuple[int, int]


@attrs.frozen
class Mutant:
    """One change of a module.

    Attributes:
        operator: what was changed, by the name of its operator.
        occurrence: which of the places it can change, from 0.
        start: the line and the column.
        definition: the function or the class it stands in; empty: none.
        code: the module with it.
        diff: the lines it takes away and puts in.
    """

    operator: str
    occurrence: int
    start: Place
    definition: str
    code: str
    diff: str

    @property
    def id(self) -> str:
        """Its name in a session."""
        return f"{self.operator}:{self.occurrence}"


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, but for those of annotations, which nobody evaluates."""
    tree = get_ast(source)
    idle = list(_annotations(source))
    for name in OPERATORS:
        operator = get_operator(f"core/{name}")()
        places = (
            (node, start)
            for node in ast_nodes(tree)
            for start, _end in operator.mutation_positions(node)
        )
        for occurrence, (node, start) in enumerate(places):
            if any(first <= start < last for first, last in idle):
                continue
            code = mutate_code(source, operator, occurrence)
            if code is None or code == source or not _compiles(code):
                continue
            if name != "RemoveDecorator" or not _remembers(source, start):
                definition = ASTQuery(node).get_definition_name() or ""
                yield Mutant(name, occurrence, start, definition, code, changed(source, code))


def _remembers(source: str, start: Place) -> bool:
    """Whether a decorator only remembers what was worked out: without it, it takes longer."""
    return source.splitlines()[start[0] - 1].strip() == "@cache"


def _compiles(code: str) -> bool:
    try:
        compile(code, "<mutant>", "exec")
    except (SyntaxError, ValueError):
        return False
    return True


def _annotations(source: str) -> Iterator[tuple[Place, Place]]:
    """From where to where annotations stand."""
    for node in ast.walk(ast.parse(source)):
        for field in ("annotation", "returns"):
            found = getattr(node, field, None)
            if isinstance(found, ast.expr):
                end = (found.end_lineno or 0, found.end_col_offset or 0)
                yield (found.lineno, found.col_offset), end


def changed(before: str, after: str) -> str:
    """The lines that differ, without those around them."""
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return "\n".join(
        f"{line[0]} {line[1:].strip()}"
        for line in lines
        if line[0] in "-+" and line[1:].strip() and not line.startswith(("---", "+++"))
    )


def module_path(module: str, root: Path) -> Path:
    """The file of a module of ours: ``dates``, ``guards.owing``."""
    return root / "src" / "ioplife" / f"{module.replace('.', '/')}.py"
