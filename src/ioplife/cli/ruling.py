"""What became of decisions and of demands, as people read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pendulum import Date

from ioplife.messages import event_name, phrase
from ioplife.standing import Demand, Finality, Standing
from ioplife.terms import Unknown

DECISIONS: Final = ("day", "event", "final", "why")
DEMANDS: Final = ("day", "event", "correction")


def decisions(standing: Standing, lang: str) -> Iterator[tuple[str, ...]]:
    """Each decision of which something is on record, and whether it is final."""
    for one in standing.final:
        name, facts = _became(one)
        if name:
            yield (
                str(one.on),
                f"{one.number} {event_name(one.tag, lang)}",
                phrase(f"final-{one.answer}", lang),
                phrase(f"decision-{name}", lang, **facts),
            )


def _became(one: Finality) -> tuple[str, dict[str, Any]]:
    """What has happened to a decision, the last thing that weighs first."""
    if one.annulled is not None:
        return "annulled", {"number": one.annulled}
    if one.stayed is not None:
        return "stayed", {"number": one.stayed}
    if one.appeals:
        return "appealed", {"numbers": one.appeals}
    if one.broken:
        return "broken", {"removed": one.removed, "appeal_ends": one.appeal_ends}
    if one.announced is not None:
        return "announced", {"announced": one.announced, "appeal_ends": one.appeal_ends}
    if one.adjusted is not None:
        return "adjusted", {"adjusted": one.adjusted}
    return "", {}


def demands(standing: Standing, lang: str) -> Iterator[tuple[str, ...]]:
    """Each demand that a breach be corrected, and what became of it."""
    for one in standing.demands:
        name, facts = _answered(one)
        event = f"{one.number} {event_name('demand_made', lang)}"
        yield str(one.on), event, phrase(f"demand-{name}", lang, **facts)


def _answered(one: Demand) -> tuple[str, dict[str, Any]]:
    if one.corrected is not None:
        return "corrected", {"number": one.corrected}
    if one.cancelled is not None:
        return "cancelled", {"number": one.cancelled}
    match one.cure_ends:
        case Date() as day:
            return "waits", {"cure_ends": day}
        case Unknown():
            return "unknown", {}
        case None:
            return "none", {}
