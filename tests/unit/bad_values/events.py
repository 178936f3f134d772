"""What every event refuses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ioplife.events import EVENTS, Override, Signed
from ioplife.terms import UNKNOWN
from tests.unit.bad_values.row import Bad, Given, required
from tests.unit.bad_values.rules import ANY_DAY, BASIS, IDENT, PAIR
from tests.unit.bad_values.shared import DAYS, IDS, NO_DAYS, TEXTS

AN_OVERRIDE = Override("some-code", by="a", why="so")
NO_OVERRIDE: Final[tuple[object, ...]] = ("some-code", None, {"code": "some-code"})
NO_OVERRIDES: Final[tuple[object, ...]] = ("", "some-code", {}, {"a": "b"}, 1, None, AN_OVERRIDE)
NO_PAIR: Final[tuple[object, ...]] = (
    "ab",
    ("a",),
    ("a", "b", "c"),
    ("a", 1),
    (1, "a"),
    ("", "a"),
    None,
)
NO_PAIRS: Final[tuple[object, ...]] = ("", "text", 1, None, UNKNOWN)


def every_event(part: str, given: Iterable[Given], field: str = "") -> Iterable[Bad]:
    """What every event refuses in a field that all events have.

    One event is given all of it, the others the first and the last value of each rule.
    """
    by_rule: dict[str, list[Given]] = {}
    for one in given:
        by_rule.setdefault(one[1], []).append(one)
    for kind in EVENTS:
        for ones in by_rule.values():
            for number, (value, rule) in enumerate(ones, 1):
                if kind is Signed or number in (1, len(ones)):
                    yield Bad(kind, part, value, rule, required(kind, part), field)


def event_rows() -> Iterable[Bad]:
    yield from every_event("on", (*DAYS, *NO_DAYS), "Event.on")
    yield from every_event("on", ((None, ANY_DAY), (UNKNOWN, ANY_DAY)), "Event.on")
    yield from every_event("by", (*IDS, (None, IDENT)))
    yield from every_event(
        "basis", ((None, BASIS), ("§ 13", BASIS), (True, BASIS), ({"paper": "KL"}, BASIS))
    )
    yield from every_event("stated", TEXTS)
    whole, item = "must be a sequence of Override", "must hold values of Override"
    twice = "must answer for each guard once"
    for kind in EVENTS:
        others = required(kind)
        for value in NO_OVERRIDES:
            yield Bad(kind, "overrides", value, whole, others, "Event.overrides")
        for value in NO_OVERRIDE:
            yield Bad(kind, "overrides", (value,), item, others, "Event.overrides", value)
        other = Override("some-code", by="b", why="also")
        both = ["some-code", "some-code"]
        yield Bad(kind, "overrides", (AN_OVERRIDE, other), twice, others, "Event.overrides", both)
        for value in NO_PAIRS:
            yield Bad(kind, "extra", value, "must be pairs of text", others, "Event.extra")
        for pair in NO_PAIR:
            yield Bad(kind, "extra", (pair,), PAIR, others, "Event.extra", pair)
        yield Bad(kind, "extra", {"a": 1}, PAIR, others, "Event.extra", ("a", 1))
        named = (("a", "b"), ("a", "c"))
        yield Bad(
            kind, "extra", named, "must name each pair once", others, "Event.extra", value="a"
        )


EVENT_ROWS: Final[tuple[Bad, ...]] = tuple(event_rows())
