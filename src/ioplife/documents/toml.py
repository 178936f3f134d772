"""What only a TOML document may leave unsaid: its own paper, and what it lacks."""

from __future__ import annotations

from typing import Any, Final, TypeGuard

import attrs

from ioplife.documents.mistakes import Misfit, Path, message_of
from ioplife.errors import BadValue
from ioplife.terms import Terms

COMPLETED: Final[tuple[str, ...]] = tuple(
    name
    for name in (
        "renewal",
        "notice",
        "breach",
        "indexation",
        "payments",
        "repayment",
        "duties",
        "goals",
        "first_day",
        "last_day",
    )
    if name in attrs.fields_dict(Terms)
)
"""The clauses that ``complete = true`` makes absent where they are missing."""

SOURCE: Final = "source"
"""The key that holds a source, wherever it stands but in ``extra``."""

BASIS: Final = "basis"
"""The key that holds the source of an event."""

TERMS: Final = ("terms", "to")
"""The keys of an event that may hold terms: of an amendment, and of a correction."""

HEAD: Final = ("paper", "complete")
"""The keys that only TOML has; beside the clauses, also of terms within an event."""


def spell_out(data: dict[str, Any]) -> tuple[dict[str, Any], list[Misfit]]:
    """A TOML document as the JSON one would be: every source whole, every absence said.

    Args:
        data: what TOML gives.

    Returns:
        The same without ``paper`` and ``complete``, and what does not fit in these two.
    """
    wrong: list[Misfit] = []
    return _spelled(data, None, (), wrong), wrong


def _spelled(
    data: dict[str, Any], around: str | None, path: Path, wrong: list[Misfit]
) -> dict[str, Any]:
    """Clauses with their own paper, or else that of the document around them."""
    paper = data.get("paper", around)
    if paper is not None and not (isinstance(paper, str) and paper.strip()):
        rule = "must be text that is not empty"
        wrong.append(Misfit((*path, "paper"), message_of(BadValue("", paper, rule))))
        paper = "?"  # one mistake, and not one more at every place
    complete = data.get("complete", False)
    if not isinstance(complete, bool):
        error = BadValue("", complete, "must be true or false")
        wrong.append(Misfit((*path, "complete"), message_of(error)))
        complete = False
    if complete and paper is None:
        wrong.append(Misfit((*path, "complete"), "needs paper: the one that was read whole"))
    left = {name: part for name, part in data.items() if name not in HEAD}
    spelled: dict[str, Any] = _cited(left, paper, path, wrong)
    if complete:
        for name in COMPLETED:
            spelled.setdefault(name, {"absent": True, "source": {"paper": paper or "?"}})
    return spelled


def _cited(value: Any, paper: str | None, path: Path, wrong: list[Misfit]) -> Any:  # noqa: ANN401 - a document's data
    """The same, with every place alone made a place in the document's paper."""
    match value:
        case dict():
            event = "event" in value
            sources = {SOURCE, BASIS} if event else {SOURCE}
            found = {}
            for name, part in value.items():
                inside = (*path, name)
                if name in sources:
                    found[name] = _source(part, paper)
                elif event and name in TERMS and is_terms(part):
                    found[name] = _spelled(part, paper, inside, wrong)
                elif name == "extra":
                    found[name] = part
                else:
                    found[name] = _cited(part, paper, inside, wrong)
            return found
        case list():
            return [_cited(part, paper, (*path, place), wrong) for place, part in enumerate(value)]
        case _:
            return value


def is_terms(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether what stands under one of these keys is terms, and no event."""
    return isinstance(value, dict) and not value.keys() & {"event", "on"}


def _source(value: object, paper: str | None) -> object:
    if isinstance(value, str) and paper is not None:
        return {"paper": paper, "place": value}
    return value
