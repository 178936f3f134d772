"""What only a TOML document may leave unsaid: its own paper, and what it lacks."""

from __future__ import annotations

from typing import Any, Final

import attrs

from ioplife.documents.mistakes import Misfit, message_of
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

HEAD: Final = ("paper", "complete")
"""The keys that only TOML has."""


def spell_out(data: dict[str, Any]) -> tuple[dict[str, Any], list[Misfit]]:
    """A TOML document as the JSON one would be: every source whole, every absence said.

    Args:
        data: what TOML gives.

    Returns:
        The same without ``paper`` and ``complete``, and what does not fit in these two.
    """
    wrong: list[Misfit] = []
    paper = data.get("paper")
    if paper is not None and not (isinstance(paper, str) and paper.strip()):
        rule = "must be text that is not empty"
        wrong.append(Misfit(("paper",), message_of(BadValue("", paper, rule))))
        paper = "?"  # one mistake, and not one more at every place
    complete = data.get("complete", False)
    if not isinstance(complete, bool):
        error = BadValue("", complete, "must be true or false")
        wrong.append(Misfit(("complete",), message_of(error)))
        complete = False
    if complete and paper is None:
        wrong.append(Misfit(("complete",), "needs paper: the one that was read whole"))
    spelled: dict[str, Any] = _cited({k: v for k, v in data.items() if k not in HEAD}, paper)
    if complete:
        for name in COMPLETED:
            spelled.setdefault(name, {"absent": True, "source": {"paper": paper or "?"}})
    return spelled, wrong


def _cited(value: Any, paper: str | None) -> Any:  # noqa: ANN401 - a document's data
    """The same, with every place alone made a place in the document's paper."""
    match value:
        case dict():
            sources = {SOURCE, BASIS} if "event" in value else {SOURCE}
            found = {}
            for name, part in value.items():
                if name in sources:
                    found[name] = _source(part, paper)
                else:
                    found[name] = part if name == "extra" else _cited(part, paper)
            return found
        case list():
            return [_cited(part, paper) for part in value]
        case _:
            return value


def _source(value: object, paper: str | None) -> object:
    if isinstance(value, str) and paper is not None:
        return {"paper": paper, "place": value}
    return value
