"""What the library once took, or refused in other words; each stays refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ioplife.decisions import Case, Finding, guard, met
from ioplife.events import Amended, EndingLifted, Entered, Override, Rescinded, Resolved, Signed
from ioplife.sources import Source
from ioplife.terms import UNKNOWN, Notice, Stated, Terms
from tests.unit.bad_values.guards import FITS, SHAPE, guard_of
from tests.unit.bad_values.own import A_PARTY, A_READING, NEITHER, after
from tests.unit.bad_values.row import ON, Bad, required
from tests.unit.bad_values.rules import (
    ANY_DAY,
    CALENDAR,
    CODE,
    IDENT,
    RESOLVABLE,
    SEK,
    TOO_LONG,
    WHOLE,
    YEARS,
)

NO_PARTIES: Final[tuple[object, ...]] = ({}, {"a": "A"}, None, 1)
NO_PARTY: Final[tuple[object, ...]] = (1, None, A_PARTY, UNKNOWN)


def agreed_rows() -> Iterable[Bad]:
    for kind in (Rescinded, EndingLifted, Amended):
        others = required(kind)
        for text in ("", "abc"):
            rule = "must be a sequence of party ids"
            yield Bad(kind, "agreed_by", text, rule, others)
        for value in NO_PARTIES:
            rule = "must be a sequence of str"
            yield Bad(kind, "agreed_by", value, rule, others)
        for value in NO_PARTY:
            rule = "must hold values of str"
            yield Bad(kind, "agreed_by", (value,), rule, others, value=value)
        for one in ("", " ", "a b", "a/b", "a:b:c"):
            yield Bad(kind, "agreed_by", (one,), IDENT, others, value=one)


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


LATE: Final[tuple[Bad, ...]] = (
    *(
        Bad(Override, "code", value, CODE, {"by": "a", "why": "so"})
        for value in (
            "",
            " ",
            "a b",
            "a/b",
            "a:b:c:d",
            ":a",
            "a:",
            "a:-b",
            "-a",
            "a\n",
            1,
            True,
            b"a",
        )
    ),
    *agreed_rows(),
    Bad(Terms, "length", "P1001Y", TOO_LONG),
    Bad(Notice, "length", "P2000Y", TOO_LONG),
    Bad(Terms, "first_day", "2021-13", CALENDAR),
    Bad(Terms, "last_day", "9999-12", YEARS),
    Bad(Terms, "parties", {A_PARTY}, "must be a sequence of Party"),
    Bad(Stated, "readings", {A_READING}, "must be a sequence of Reading"),
    Bad(Terms, "parties", b"", "must be a sequence of Party"),
    Bad(
        Entered,
        "reason",
        UNKNOWN,
        NEITHER,
        {"on": ON, "state": "active"},
    ),
    *(
        Bad(
            Resolved,
            "what",
            value,
            RESOLVABLE,
            {"on": ON, "reading": 1},
        )
        for value in ("contributions. ", "contributions./", "disbursements.a b")
    ),
    Bad(Resolved, "what", 5, RESOLVABLE, {"on": ON, "reading": "so"}),
    Bad(Resolved, "reading", "-5", SEK, {"on": ON, "what": "total"}),
    Bad(Resolved, "reading", 1.5, ANY_DAY, {"on": ON, "what": "last_day"}),
    Bad(
        Resolved,
        "reading",
        ON,
        SEK,
        {"on": ON, "what": "contributions.open_day"},
    ),
    Bad(after, "times", 1.5, WHOLE, field="times"),
    Bad(after, "times", "2", WHOLE, field="times"),
    Bad(after, "times", given=True, rule=WHOLE, field="times"),
    *(Bad(anything, "code", value, CODE, field="guard") for value in ("", "a b", "a:b:c:d")),
    Bad(anything, "source", None, "must be a Source", field="guard"),
    Bad(guard_of, "rule", by_keyword, SHAPE, field="guard", value="some-code"),
    Bad(guard_of, "rule", unresolved, FITS, field="guard", value="some-code"),
)
