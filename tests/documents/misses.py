"""Near-misses: a good document with one thing changed at any place in it."""

import copy
import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias

import hypothesis.strategies as st
from hypothesis.strategies import DrawFn

Path: TypeAlias = tuple[str | int, ...]

STRAYS: Final[tuple[Any, ...]] = (
    *(None, True, False, 0, 1, -1, 7.0, 12.5, 13, 10**15, 10**16),
    *("", " ", "a", "a b", "a/b", "_a", "a:b", "a:b:c", "a:b:c:d", "åäö", "§ 13", "– ✓", "no"),
    *("2023-02-28", "2023-02-30", "2023-02", "2023-13", "1899-12-31", "3000-01-01"),
    *("2024-01-31T00:00:00", "20240131", "2024-1-31", "februari 2020"),
    *("P6M", "P0D", "P2W", "P1Y2M3W4D", "P6M0D", "P", "PT1H", "-P6M", "P1001Y", "P99999Y", "P5M"),
    *("900000", "900000.50", "900000.505", "900 000", "1,5", "1e6", "9999999999999999", "0"),
    *("active", "follow_up", "expired", "declined", "payment", "none", "unlimited", "nonsense"),
    *("day", "month", "season", "last_day", "total", "contributions.a", "signed"),
    *([], ["a"], ["a", "a"], [1], [1, 13], [7, 7], [None], {}, {"a": "b"}, {"a": 1}, {"": "x"}),
    *({"unknown": True}, {"unknown": False}, {"unknown": True, "text": "x"}),
    *({"absent": True}, {"absent": 1}, {"absent": True, "source": {"paper": "P"}}),
    *({"paper": "P", "place": "§ 1"}, {"paper": ""}, {"text": "ord"}, {"readings": []}),
    *({"reading": "2021-07"}, {"reading": "2021-07-31", "precision": "month"}),
    *({"reading": "2021-07", "precision": "day"}, [{"reading": "2021-07-31"}], [{"amount": 7}]),
    *({"first": "2024-01-01"}, {"first": "2024-01-02", "last": "2024-01-01"}),
    *({"months": [7]}, {"times": 1, "every": "P1Y"}, {"times": 13, "every": "P1Y"}),
    *({"length": "P1Y"}, {"length": "P1Y", "first": "P0D"}, {"by": "2024-01-31", "tail": True}),
    *("keep", "drop", "restart", "stop"),
    *(
        {"spans": [{"first": "2024-01-01", "last": "2024-01-31"}]},
        {"spans": [{"first": "2024-01-01"}]},
    ),
    *("public-share", "urgent-within", "own:lead", "P2M", 50, 101, "100.5", "-0", "12.5000001"),
    *({"name": "public-share", "value": 50, "source": {"paper": "P"}}, {"name": "lead"}),
    *({"kind": "automatic"}, {"kind": "option"}, {"length": "P1Y"}, {"cure": "P30D"}),
    *({"event": "signed", "on": "2024-01-01"}, {"event": "vanished", "on": "2024-01-01"}),
    *({"event": "signed"}, {"on": "2024-01-01"}, {"event": "signed", "v": 2, "on": "2024-01-01"}),
)
"""What may stand by mistake in the place of anything, and sometimes rightly."""

KEYS: Final = (
    *(
        "notcie",
        "sourse",
        "Id",
        "v",
        "$schema",
        "text",
        "source",
        "id",
        "unknown",
        "absent",
        "paper",
    ),
    *("kind", "notice_before", "ask_before", "terms", "decision", "demand", "under", "lifts"),
    *("complete", "length", "open_ended", "last_day", "reason", "readings", "precision", "extra"),
)
"""Keys that may be added by mistake, and sometimes rightly."""


def places(data: object, head: Path = ()) -> Iterator[Path]:
    """Every place in a document but the whole."""
    parts: Any = ()
    if isinstance(data, dict):
        parts = data.items()
    elif isinstance(data, list):
        parts = enumerate(data)
    for name, part in parts:
        yield (*head, name)
        yield from places(part, (*head, name))


@st.composite
def misses(draw: DrawFn, data: Any) -> Any:  # noqa: ANN401 - a document
    """The document with one thing left out, misspelt, added, doubled or put in its place."""
    found: Any = copy.deepcopy(data)
    last: Any
    *head, last = draw(st.sampled_from(list(places(found))))
    within = found
    for name in head:
        within = within[name]
    way = draw(
        st.sampled_from(("replace", "replace", "replace", "leave", "misspell", "add", "twice"))
    )
    if way == "replace":
        within[last] = copy.deepcopy(draw(st.sampled_from(STRAYS)))
    elif way == "leave":
        del within[last]
    elif way == "misspell" and isinstance(last, str):
        within[last + draw(st.sampled_from(("s", "_", " ")))] = within.pop(last)
    elif way == "twice" and isinstance(within, list):
        within.append(copy.deepcopy(within[last]))
    elif isinstance(within, dict):
        within[draw(st.sampled_from(KEYS))] = copy.deepcopy(draw(st.sampled_from(STRAYS)))
    return found


BEYOND: Final[dict[str, str]] = {
    r"must give each id once": "ids are told apart across lists",
    r"must name a party of the agreement": "money goes from and to parties",
    r"must answer for each guard once": "overrides are told apart by one key",
    r"must be given once for a day and a board": "norms are told apart across a list",
    r"must not be before": "days are not compared",
    r"must be at most the window's": "numbers are not compared with lengths",
    r"must divide the calendar year": "lengths are not worked out",
    r"must be at most \d+ years": "lengths are not worked out",
    r"the document names no paper of its own": "a source may be a text where paper is named",
    r"must be a whole number.*, not \d+\.0$": "7.0 is a whole number to JSON Schema",
    r"must be an id: .*[^\x00-\u024f]": "letters outside Latin are not told from signs",
    r"must be text that can be written as UTF-8": "half a sign is text to JSON Schema",
    r"nested too deeply": "how deep a document is",
}
"""What the reader refuses and no schema can say, by its message."""


def beyond(message: str) -> bool:
    """Whether the schema is excused from refusing what got this message."""
    return any(re.search(rule, message, re.DOTALL) for rule in BEYOND)
