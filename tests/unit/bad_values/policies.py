"""What no norm, no set of criteria and no policy can hold."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ioplife.criteria import CriteriaSet, Criterion
from ioplife.decisions import Case, Finding, guard, met
from ioplife.meetings import Meeting
from ioplife.norms import Norm, Norms
from ioplife.policy import Policy
from ioplife.sources import Source
from ioplife.terms import ABSENT, UNKNOWN, Terms
from tests.unit.bad_values.row import ON, Bad, Place, lay
from tests.unit.bad_values.rules import ANY_DAY, FLAG, LENGTH
from tests.unit.bad_values.shared import DAYS, FLAGS, IDS, NAMES, NO_DAYS, TEXTS

PAPER: Final = Source("Riktlinjer", "§ 2")
NORM: Final[dict[str, object]] = {"name": "own:lead", "value": 3, "source": PAPER}
CRITERION: Final[dict[str, object]] = {"name": "a", "sentence": "it is so", "source": PAPER}
ONE: Final = Criterion("a", "it is so", source=PAPER)
SET: Final[dict[str, object]] = {
    "name": "own",
    "version": "1",
    "criteria": (ONE,),
    "source": PAPER,
}

NUMBER = "must be a whole number, decimal text or an ISO 8601 length like P6M, no float"
PERCENT = "must be percent, from 0 to 100"
A_LENGTH = "must be an ISO 8601 length, like P6M"
KNOWN = (
    "must be one of public-share, public-share-tolerance, urgent-within, notice-within,"
    " decide-lead, papers-lead, or have a prefix"
)
BOARD = "must name a board, or be None"
CITED = "must be a Source"
AGAIN = "must be given once for a day and a board"


def but(given: dict[str, object], *parts: str) -> dict[str, object]:
    """What stands beside a part."""
    return {name: value for name, value in given.items() if name not in parts}


def norm(**given: object) -> Norm:
    """A norm, mostly one that the library does not read."""
    return Norm(**{**NORM, **given})  # type: ignore[arg-type] # any of its parts


@guard("own:rule", source=PAPER)
def own_rule(_case: Case) -> Finding:
    """It is so."""
    return met()


@guard("criterion:no_market", source=PAPER)
def own_market(_case: Case) -> Finding:
    """It is so."""
    return met()


PLACES_OF_IDS: Final[tuple[Place, ...]] = (
    (Norm, "name", but(NORM, "name")),
    (Criterion, "name", but(CRITERION, "name")),
    (CriteriaSet, "name", but(SET, "name")),
    (Policy, "name", {}),
)
PLACES_OF_NAMES: Final[tuple[Place, ...]] = (
    (Criterion, "sentence", but(CRITERION, "sentence")),
    (CriteriaSet, "version", but(SET, "version")),
)
PLACES_OF_SOURCES: Final[tuple[Place, ...]] = (
    (Norm, "source", but(NORM, "source")),
    (Criterion, "source", but(CRITERION, "source")),
    (CriteriaSet, "source", but(SET, "source")),
)

POLICY_ROWS: Final[tuple[Bad, ...]] = (
    *lay(IDS, PLACES_OF_IDS),
    *lay(NAMES, PLACES_OF_NAMES),
    *lay(((None, CITED), ("§ 13", CITED), (UNKNOWN, CITED)), PLACES_OF_SOURCES),
    *lay(TEXTS, [(Criterion, "sentence_sv", CRITERION)]),
    *lay(FLAGS, [(Criterion, "hard", CRITERION), (CriteriaSet, "partly_suffices", SET)]),
    Bad(Criterion, "hard", UNKNOWN, FLAG, CRITERION),
    *lay((*DAYS, *NO_DAYS), [(Norm, "since", NORM)]),
    # norms
    *(Bad(Norm, "name", name, KNOWN, but(NORM, "name")) for name in ("public_share", "lead")),
    *(
        Bad(Norm, "value", value, NUMBER, but(NORM, "value"))
        for value in (
            *(1.5, float("nan"), True, None, b"50", UNKNOWN, Decimal("NaN"), Decimal("Infinity")),
            *("", "50 %", "1,5", "1e3", "+5", "50\n", 10**15, Decimal("0.0000001")),
        )
    ),
    *(
        Bad(Norm, "value", value, LENGTH, but(NORM, "value"))
        for value in ("P", "P12M4M", "P1,5Y", "PT1H")
    ),
    *(
        Bad(Norm, "value", value, PERCENT, {"name": name, "source": PAPER}, value=str(value))
        for name in ("public-share", "public-share-tolerance")
        for value in (-1, "-0.1", 101, "100.000001", "P50D")
    ),
    *(
        Bad(Norm, "value", value, A_LENGTH, {"name": name, "source": PAPER}, value=str(value))
        for name in ("urgent-within", "notice-within", "decide-lead", "papers-lead")
        for value in (30, "30", Decimal("1.5"))
    ),
    Bad(Norm, "scope", "son", "must be a sequence of str", NORM),
    Bad(Norm, "scope", {"son"}, "must be a sequence of str", NORM),
    Bad(Norm, "scope", (1,), "must hold values of str", NORM, value=1),
    Bad(Norm, "scope", ("son", " "), "must name boards", NORM, value=" "),
    Bad(Norms, "layers", (norm(),), "must be a sequence of Norm", value=norm()),
    Bad(Norms, "layers", ((3,),), "must hold values of Norm", value=3),
    *(
        Bad(Norms, "layers", (pair,), AGAIN, value="own:lead")
        for pair in (
            (norm(), norm(value=4)),
            (norm(since=ON), norm(since=ON, value=4)),
            (norm(scope=("son", "amn")), norm(scope=("AMN",), value=4)),
        )
    ),
    # meetings
    *lay((*DAYS, *NO_DAYS), [(Meeting, "on", {})]),
    *(Bad(Meeting, "board", board, BOARD, {"on": ON}) for board in ("", " ", 3, UNKNOWN)),
    *(
        Bad(Policy, "meetings", value, "must be a sequence of meetings or days", {"name": "a"})
        for value in (None, ON, {ON}, Meeting(ON))
    ),
    Bad(Policy, "meetings", (3,), ANY_DAY, {"name": "a"}, value=3),
    *(
        Bad(Policy, "meetings", (one, one), AGAIN, {"name": "a"}, value=ON)
        for one in (ON, Meeting(ON), Meeting(ON, "son"))
    ),
    # criteria
    Bad(CriteriaSet, "criteria", (), "must hold at least one criterion", but(SET, "criteria")),
    Bad(CriteriaSet, "criteria", ONE, "must be a sequence of Criterion", but(SET, "criteria")),
    Bad(
        CriteriaSet,
        "criteria",
        ("a",),
        "must hold values of Criterion",
        but(SET, "criteria"),
        value="a",
    ),
    Bad(
        CriteriaSet,
        "criteria",
        (ONE, ONE),
        "must give each name once",
        but(SET, "criteria"),
        value="a",
    ),
    Bad(
        CriteriaSet,
        "consultations",
        (ONE,),
        "must give each name once",
        SET,
        field="CriteriaSet.criteria",
        value="a",
    ),
    Bad(CriteriaSet, "consultations", None, "must be a sequence of Criterion", SET),
    # policies
    Bad(
        Policy,
        "guards",
        (own_rule, own_rule),
        "must have a code of its own",
        {"name": "a"},
        value="own:rule",
    ),
    Bad(
        Policy,
        "guards",
        (own_market,),
        "must have a code of its own",
        {"name": "a"},
        value="criterion:no_market",
    ),
    Bad(
        Policy,
        "guards",
        ("own:rule",),
        "must hold values of Guard",
        {"name": "a"},
        value="own:rule",
    ),
    Bad(
        Policy,
        "hardened",
        ("own:rule",),
        "must be the code of a guard",
        {"name": "a"},
        value="own:rule",
    ),
    Bad(Policy, "hardened", "sums", "must be a sequence of str", {"name": "a"}),
    Bad(Policy, "norms", (norm(), norm(value=4)), AGAIN, {"name": "a"}, value="own:lead"),
    Bad(Terms, "norms", (norm(), norm(value=4)), AGAIN, value="own:lead"),
    *(
        Bad(Terms, "norms", value, "must be a sequence of Norm")
        for value in (None, UNKNOWN, ABSENT, norm(), {norm()}, "")
    ),
    Bad(Terms, "norms", (50,), "must hold values of Norm", value=50),
    Bad(Policy, "norms", (50,), "must hold values of Norm", {"name": "a"}, value=50),
    *(
        Bad(Policy, "criteria", value, "must be a CriteriaSet", {"name": "a"})
        for value in (None, (), (ONE,), "forum-six")
    ),
)
"""What is refused."""
