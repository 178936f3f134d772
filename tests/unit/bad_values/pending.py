"""What the library takes, or refuses in other words, and should not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ioplife.decisions import Case, Finding, guard, met
from ioplife.events import EndingLifted, Entered, Rescinded, Resolved, Signed
from ioplife.sources import Source
from ioplife.terms import UNKNOWN, Notice, Stated, Terms
from tests.unit.bad_values.guards import FITS, SHAPE, guard_of
from tests.unit.bad_values.own import A_PARTY, A_READING, NEITHER, after
from tests.unit.bad_values.row import ON, Bad
from tests.unit.bad_values.rules import (
    CALENDAR,
    IDENT,
    RESOLVABLE,
    SEK,
    TOO_LONG,
    WHOLE,
    YEARS,
)

AGREED = "the error names Event.agreed_by, a field that Event has not"
BEYOND = "the error names Duration, not the field that the length was given to"
MONTH_SHOWN = "the error shows a day that nobody wrote"
UNORDERED = "a set has no order: the same parties make other terms in another process"
BY_LOOKS = "a reading is taken for a day or an amount by its looks, not by what it resolves"
UNCHECKED = "the code and the source of a guard are not looked at"
UNCALLABLE = "the guard is made and fails when it is asked"
RAW = "the error is a bare TypeError, NameError or ValueError"


NO_PARTIES: Final[tuple[object, ...]] = ({}, {"a": "A"}, None, 1)
NO_PARTY: Final[tuple[object, ...]] = (1, None, A_PARTY, UNKNOWN)


def agreed_rows() -> Iterable[Bad]:
    for kind in (Rescinded, EndingLifted):
        others = {"on": ON}
        for text in ("", "abc"):
            rule = "must be a sequence of party ids"
            yield Bad(kind, "agreed_by", text, rule, others, pending=AGREED)
        for value in NO_PARTIES:
            rule = "must be a sequence of str"
            yield Bad(kind, "agreed_by", value, rule, others, pending=AGREED)
        for value in NO_PARTY:
            rule = "must hold values of str"
            yield Bad(kind, "agreed_by", (value,), rule, others, value=value, pending=AGREED)
        for one in ("", " ", "a b", "a/b", "a:b:c"):
            why = "any text passes for the id of a party"
            yield Bad(kind, "agreed_by", (one,), IDENT, others, value=one, pending=why)


def anything(**given: object) -> object:
    """A guard with a code, or a source, of any sort."""

    def rule(_case: Case) -> Finding:
        """It is so."""
        return met()

    both: dict[str, object] = {"code": "some-code", "source": Source("KL"), **given}
    return guard(both["code"], source=both["source"])(rule)  # type: ignore[arg-type] # on purpose


def by_keyword(_case: Case, *, _event: Signed) -> Finding:
    """It is so."""
    return met()


def unresolved(_case: Case, _event: Nowhere) -> Finding:  # type: ignore[name-defined]  # noqa: F821
    """It is so."""
    return met()


PENDING: Final[tuple[Bad, ...]] = (
    *agreed_rows(),
    Bad(Terms, "length", "P1001Y", TOO_LONG, pending=BEYOND),
    Bad(Notice, "length", "P2000Y", TOO_LONG, pending=BEYOND),
    Bad(Terms, "first_day", "2021-13", CALENDAR, pending=MONTH_SHOWN),
    Bad(Terms, "last_day", "9999-12", YEARS, pending=MONTH_SHOWN),
    Bad(Terms, "parties", {A_PARTY}, "must be a sequence of Party", pending=UNORDERED),
    Bad(Stated, "readings", {A_READING}, "must be a sequence of Reading", pending=UNORDERED),
    Bad(Terms, "parties", b"", "must be a sequence of Party", pending="bytes are no sequence here"),
    Bad(
        Entered,
        "reason",
        UNKNOWN,
        NEITHER,
        {"on": ON, "state": "active"},
        pending="a state that has no reason takes an unknown one",
    ),
    *(
        Bad(
            Resolved,
            "what",
            value,
            RESOLVABLE,
            {"on": ON, "reading": 1},
            pending="any text passes for the id of a line",
        )
        for value in ("contributions. ", "contributions./", "disbursements.a b")
    ),
    Bad(Resolved, "what", 5, RESOLVABLE, {"on": ON, "reading": "so"}, pending=BY_LOOKS),
    Bad(Resolved, "reading", "-5", SEK, {"on": ON, "what": "total"}, pending=BY_LOOKS),
    Bad(
        Resolved, "reading", 1.5, "must be a day", {"on": ON, "what": "last_day"}, pending=BY_LOOKS
    ),
    Bad(
        Resolved,
        "reading",
        ON,
        "must be SEK",
        {"on": ON, "what": "contributions.open_day"},
        pending="a line whose id ends in _day is taken for a day",
    ),
    Bad(after, "times", 1.5, WHOLE, field="times", pending=RAW),
    Bad(after, "times", "2", WHOLE, field="times", pending=RAW),
    Bad(
        after, "times", given=True, rule=WHOLE, field="times", pending="a bool passes for a number"
    ),
    *(
        Bad(anything, "code", value, IDENT, field="guard", pending=UNCHECKED)
        for value in ("", "a b")
    ),
    Bad(anything, "source", None, "must be a Source", field="guard", pending=UNCHECKED),
    Bad(guard_of, "rule", by_keyword, SHAPE, field="guard", value="some-code", pending=UNCALLABLE),
    Bad(guard_of, "rule", unresolved, FITS, field="guard", value="some-code", pending=RAW),
)
