"""What each source of the library says, and the guards that rest on it."""

import ast
import enum
import inspect
import re
from collections.abc import Iterator
from itertools import pairwise

from ioplife import sources
from ioplife.policy import POLICIES
from ioplife.sources import Source
from tests.architecture.reference import guards, table


def said() -> dict[Source, tuple[str, ...]]:
    """Each source the library cites, with what stands below it in ``ioplife.sources``."""
    body = ast.parse(inspect.getsource(sources)).body
    found: dict[Source, list[str]] = {}
    for line, below in pairwise(body):
        if (
            isinstance(line, ast.AnnAssign)
            and isinstance(line.target, ast.Name)
            and isinstance(below, ast.Expr)
            and isinstance(below.value, ast.Constant)
        ):
            source = getattr(sources, line.target.id)
            if isinstance(source, Source):
                found.setdefault(source, []).append(" ".join(str(below.value.value).split()))
    return {source: tuple(texts) for source, texts in found.items()}


def resting() -> dict[Source, tuple[str, ...]]:
    """The codes of the guards, and of those of the policies, by what they rest on."""
    found: dict[Source, list[str]] = {}
    for rule in guards().values():
        found.setdefault(rule.source, []).append(f"[`{rule.code}`]({GUARDS}#{rule.code})")
    for policy in POLICIES.values():
        for one in policy.guards:
            found.setdefault(one.source, []).append(f"[`{one.code}`]({OF_POLICIES})")
        for norm in policy.norms:
            found.setdefault(norm.source, []).append(f"[`{norm.name}`]({NORMS})")
    return {source: tuple(codes) for source, codes in found.items()}


GUARDS = "../reference/guards.md"
OF_POLICIES = "../reference/policies.md#guards-of-the-policies"
NORMS = "../reference/policies.md#norms"


class Rank(enum.Enum):
    """What a source is worth to an agreement that it does not speak of."""

    ACT = "### Acts"
    MUNICIPALITY = "### What one municipality says of itself"
    CHOICE = "### The library's own choices"


def rank(source: Source) -> Rank:
    """An act has its number (``KL (2017:725)``); what the library has chosen says so."""
    if source.paper.startswith("ioplife"):
        return Rank.CHOICE
    return Rank.ACT if re.search(r"\(\d{4}:\d+\)", source.paper) else Rank.MUNICIPALITY


def law() -> Iterator[str]:
    """The tables of the page on law, the acts first."""
    by = resting()
    for one in Rank:
        yield from (one.value, "")
        yield from table(
            "source",
            "what it says",
            "what rests on it",
            rows=(
                (source.cite, " ".join(texts), ", ".join(by.get(source, ())) or "nothing yet")
                for source, texts in said().items()
                if rank(source) is one
            ),
        )
    yield ""
