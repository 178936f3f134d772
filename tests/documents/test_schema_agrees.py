"""What the schema accepts and refuses, against what the reader accepts and refuses."""

import copy
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.documents import (
    BadDocument,
    dump_agreement,
    dump_decision,
    dump_event,
    dump_flag,
    dump_plan,
    dump_simulation,
    dump_standing,
    dump_terms,
    dump_totals,
    load_agreement,
    load_event,
    load_terms,
)
from ioplife.documents.toml import HEAD as ONLY_TOML
from ioplife.documents.toml import TERMS, is_terms, spell_out
from ioplife.events import EVENTS, TAG_OF, Event
from ioplife.flags import flag
from ioplife.norms import Norm
from ioplife.policy import Policy
from ioplife.simulation import simulate
from ioplife.sources import Source
from ioplife.suppositions import NOT_RENEWED, Supposition, WhenDue
from ioplife.terms import Terms
from ioplife.testing._draws import days
from ioplife.testing._lives import lives
from ioplife.totals import Totals
from tests.documents.misses import BEYOND, beyond, misses
from tests.documents.validators import accepts, accepts_too
from tests.documents.values import values

UNHURRIED: Final = settings(
    suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow]
)
"""What values refuse is drawn anew."""

AGREEMENTS: Final = lives().map(lambda life: Agreement("a", *life))

ANY: Final = st.one_of(values(Agreement), AGREEMENTS).map(dump_agreement)
"""Documents of every value there is, and of lives."""


def mistakes(data: Any) -> list[str]:  # noqa: ANN401 - a document
    """What the reader of TOML says where the document is TOML's alone, else that of JSON."""
    data = copy.deepcopy(data)
    wrong: list[str] = []
    if any(set(ONLY_TOML) & part.keys() for part in with_clauses(data)):
        data, misfits = spell_out(data)
        wrong = [one.message for one in misfits]
    try:
        load_agreement(data)
    except BadDocument as error:
        wrong += [one.message for one in error.mistakes]
    return wrong


def with_clauses(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What holds clauses: the document, and the terms within its events."""
    yield data
    events = data.get("events")
    waiting = [one for one in events if isinstance(one, dict)] if isinstance(events, list) else []
    while waiting:
        event = waiting.pop()
        for name in TERMS:
            part = event.get(name)
            if "event" in event and is_terms(part):
                yield part
            elif isinstance(part, dict):
                waiting.append(part)


GOOD: Final[dict[str, Any]] = {
    "id": "iop-1",
    "title": "The night café",
    "first_day": "2024-01-01",
    "last_day": "2025-12",
    "length": "P2Y",
    "notice": {"length": "P6M", "written": True, "source": {"paper": "P", "place": "§ 9"}},
    "renewal": {"kind": "automatic", "length": "P1Y", "notice_before": "P6M"},
    "breach": {"cure": "P30D", "written": True},
    "total": 900000,
    "parties": [
        {"id": "town", "name": "The town", "sector": "public"},
        {"id": "cafe", "name": "The café", "sector": "civil"},
    ],
    "contributions": [{"party": "town", "amount": 600000, "form": "cash"}],
    "norms": [{"name": "urgent-within", "value": "P2M", "source": {"paper": "P"}, "scope": ["b"]}],
    "duties": [{"id": "talk", "kind": "meeting", "cadence": {"times": 4, "every": "P1Y"}}],
    "events": [
        {"event": "entered", "on": "2024-01-01", "state": "active", "seen": "2024-06-30"},
        {"event": "notice_given", "on": "2024-08-01", "by": "cafe", "written": True},
        {"event": "corrected", "on": "2024-08-02", "event_no": 0, "to": {"open_ended": True}},
        {"event": "resolved", "on": "2024-08-02", "what": "last_day", "reading": "2025-12-31"},
        {
            "event": "amended",
            "on": "2024-08-03",
            "terms": {"first_day": "2024-01-01", "renewal": {"length": "P1Y", "times": 2}},
            "applies_from": "2024-09-01",
        },
    ],
    "extra": {"case": "2024/17"},
}

LEFT_OUT: Final = object()

A_SHARE: Final = {"name": "public-share", "value": 50, "source": {"paper": "P"}}

REFUSED: Final[list[tuple[tuple[str | int, ...], object]]] = [
    (("id",), LEFT_OUT),
    (("id",), "a b"),
    (("id",), "a/b"),
    (("notcie",), {"length": "P6M"}),
    (("$schema",), 1),
    (("v",), 2),
    (("complete",), True),
    (("title",), 3),
    (("first_day",), "2023-02-30"),
    (("first_day",), "1899-12-31"),
    (("first_day",), "2024-01-01T00:00:00"),
    (("last_day",), "2025-13"),
    (("last_day",), {"reading": "2025-12", "precision": "day"}),
    (("last_day",), {"text": "till våren", "source": {"paper": "P"}}),
    (("length",), "P0D"),
    (("length",), "6M"),
    (("length",), 6),
    (("open_ended",), "no"),
    (("open_ended",), True),
    (("kind",), "iop_agreement"),
    (("total",), 900000.5),
    (("total",), -1),
    (("total",), "900 000"),
    (("total",), [{"amount": 1.5}]),
    (("notice", "writen"), True),
    (("notice", "written"), "yes"),
    (("notice", "ends"), "week"),
    (("notice", "source", "paper"), LEFT_OUT),
    (("notice", "source", "page"), "4"),
    (("renewal", "kind"), "option"),
    (("renewal", "kind"), "auto"),
    (("renewal", "ask_before"), "P6M"),
    (("renewal", "notice_before"), None),
    (("renewal", "times"), 0),
    (("renewal", "kind"), LEFT_OUT),
    (("breach", "cure"), "P0D"),
    (("breach", "cures"), "P30D"),
    (("events", 4, "terms"), LEFT_OUT),
    (("events", 4, "terms"), None),
    (("events", 4, "terms", "id"), "iop-2"),
    (("events", 4, "terms", "complete"), "yes"),
    (("events", 4, "terms", "paper"), " "),
    (("events", 4, "terms", "renewal", "notice_before"), "P6M"),
    (("events", 4, "applies_from"), None),
    (("parties", 0, "name"), " "),
    (("parties", 0, "name"), LEFT_OUT),
    (("parties", 0, "sector"), "Public"),
    (("parties",), {}),
    (("contributions", 0, "form"), "money"),
    (("contributions", 0, "party"), LEFT_OUT),
    (("duties", 0, "kind"), "payment"),
    (("duties", 0, "cadence"), {"times": 0, "every": "P1Y"}),
    (("duties", 0, "cadence"), {"times": 1, "every": "P30D"}),
    (("duties", 0, "cadence"), {"months": [13]}),
    (("duties", 0, "cadence"), {"months": [7, 7]}),
    (("duties", 0, "cadence"), {"spans": [{"first": "2024-01-01"}]}),
    (("duties", 0, "cadence"), {"times": 4, "every": "P1Y", "stub": "cut"}),
    (("duties", 0, "cadence"), {"length": "P0D"}),
    (("duties", 0, "cadence"), {"length": "P1Y", "first": "P0D"}),
    (("duties", 0, "cadence"), {"first": "P1Y"}),
    (("duties", 0, "cadence"), {"by": "2020-05"}),
    (("duties", 0, "cadence"), {"by": "2020-05-31", "precision": "year"}),
    (("duties", 0, "first"), "2024"),
    (("duties", 0, "on_extension"), "again"),
    *(
        (("duties", 0), {"id": "talk", "kind": "meeting", "cadence": cadence, "on_extension": word})
        for cadence, word in (
            ({"times": 1, "every": "P1Y", "calendar": True}, "restart"),
            ({"months": [7]}, "restart"),
            ({"spans": [{"first": "2024-01-01", "last": "2024-01-31"}]}, "restart"),
            ({"by": "2024-05-31"}, "restart"),
            ({"by": "2024-05-31", "tail": True}, "stop"),
        )
    ),
    (("duties", 0, "who"), []),
    (("norms",), {}),
    (("norms",), {"unknown": True}),
    (("norms",), {"absent": True}),
    (("norms", 0, "name"), "lead"),
    (("norms", 0, "name"), "public-share"),
    (("norms", 0, "name"), "notice_within"),
    (("norms", 0, "name"), LEFT_OUT),
    (("norms", 0, "value"), LEFT_OUT),
    (("norms", 0, "value"), 30),
    (("norms", 0, "value"), 1.5),
    (("norms", 0, "value"), True),
    (("norms", 0, "value"), None),
    (("norms", 0, "value"), "2 months"),
    (("norms", 0), A_SHARE | {"value": 101}),
    (("norms", 0), A_SHARE | {"value": -1}),
    (("norms", 0), A_SHARE | {"name": "public-share-tolerance", "value": 101}),
    (("norms", 0), A_SHARE | {"name": "notice-within"}),
    (("norms", 0), A_SHARE | {"value": "100.1"}),
    (("norms", 0), A_SHARE | {"value": "50 %"}),
    (("norms", 0), A_SHARE | {"value": "P50D"}),
    (("norms", 0), A_SHARE | {"value": 12.5}),
    (("norms", 0), A_SHARE | {"name": "own:lead", "value": 12.5}),
    (("norms", 0), A_SHARE | {"name": "own:lead", "value": "1e3"}),
    (("norms", 0), A_SHARE | {"name": "own:lead", "value": 10**15}),
    (("norms", 0, "source"), LEFT_OUT),
    (("norms", 0, "source"), None),
    (("norms", 0, "since"), "2024-07"),
    (("norms", 0, "scope"), "board"),
    (("norms", 0, "scope"), [" "]),
    (("norms", 0, "text"), "riktmärke"),
    (("events", 0, "event"), "vanished"),
    (("events", 0, "event"), LEFT_OUT),
    (("events", 0, "on"), LEFT_OUT),
    (("events", 0, "state"), "follow_up"),
    (("events", 0, "state"), "terminated"),
    (("events", 0, "reason"), "expired"),
    (("events", 1, "v"), 2),
    (("events", 1, "last_day"), "2025-12-31"),
    (("events", 1, "sent"), "2024-08"),
    (("events", 2, "to"), None),
    (("events", 2, "to"), {"event": "signed", "on": "2024-01-01"}),
    (("events", 2, "event_no"), 1),
    (("events", 3, "what"), "notice"),
    (("events", 3, "reading"), 900000),
    (("extra", "case"), 17),
]
"""One change to a good document each, which reader and schema both refuse."""


def changed(path: tuple[str | int, ...], to: object) -> dict[str, Any]:
    found: Any = copy.deepcopy(GOOD)
    within = found
    for name in path[:-1]:
        within = within[name]
    if to is LEFT_OUT:
        del within[path[-1]]
    else:
        within[path[-1]] = to
    return dict(found)


def test_the_good_document_is_good() -> None:
    assert [] == mistakes(GOOD)
    assert accepts(GOOD)
    assert accepts_too(GOOD)


@pytest.mark.parametrize(("path", "to"), REFUSED)
def test_what_the_reader_refuses_the_schema_refuses(
    path: tuple[str | int, ...], to: object
) -> None:
    document = changed(path, to)

    assert mistakes(document)
    assert not accepts(document)
    assert not accepts_too(document)


TAKEN: Final = (
    *("0", "-0", "-0.00", "00050", "099.999999", "100", "000100.000000", 0, 100),
    *("000000000000000", "000000000000100"),
)
"""What a share may be."""


@pytest.mark.parametrize("value", TAKEN)
def test_what_a_norm_may_hold_both_take(value: object) -> None:
    for name in ("public-share", "public-share-tolerance", "own:lead"):
        document = changed(("norms", 0), A_SHARE | {"name": name, "value": value})

        assert [] == mistakes(document)
        assert accepts(document)
        assert accepts_too(document)


BEYOND_IT: Final[list[tuple[tuple[str | int, ...], object]]] = [
    (("parties", 1, "id"), "town"),
    (("contributions", 0, "party"), "nobody"),
    (("events", 1, "overrides"), [{"code": "sums", "by": "town", "why": "x"}] * 2),
    (("events", 0, "seen"), "2023-12-31"),
    (("duties", 0, "cadence", "times"), 13),
    (("duties", 0, "cadence"), {"times": 1, "every": "P5M", "calendar": True}),
    (("length",), "P1001Y"),
    (("norms",), [A_SHARE, A_SHARE | {"value": 60}]),
    (("notice", "source"), "§ 9"),
    (("events", 2, "event_no"), 0.0),
    (("id",), "✓"),
    (("title",), "\ud800"),
]
"""One change each, which the reader alone refuses."""


@pytest.mark.parametrize(("path", "to"), BEYOND_IT, ids=ascii)
def test_what_no_schema_can_say_is_listed(path: tuple[str | int, ...], to: object) -> None:
    document = changed(path, to)
    wrong = mistakes(document)

    assert wrong
    assert all(beyond(message) for message in wrong)
    if to != "\ud800":  # what validators make of half a sign is their own
        assert accepts_too(document)


def test_nothing_is_excused_in_vain() -> None:
    wrong = [message for path, to in BEYOND_IT for message in mistakes(changed(path, to))]
    deep: Any = "x"
    for _ in range(70):
        deep = {"a": deep}
    wrong += mistakes(changed(("extra",), deep))

    assert set() == {rule for rule in BEYOND if not any(re.search(rule, one) for one in wrong)}


# --- whatever is drawn -------------------------------------------------------------------------


@UNHURRIED
@given(ANY)
def test_every_document_that_is_written_is_accepted(document: dict[str, Any]) -> None:
    """What dumps writes, the schema accepts."""
    assert accepts(json.loads(json.dumps(document)))


@pytest.mark.parametrize("kind", EVENTS, ids=TAG_OF.get)
def test_every_event_that_is_written_is_accepted(kind: type[Event]) -> None:
    """Whatever an event holds, the schema accepts it, and refuses it with one key more."""

    @settings(UNHURRIED, max_examples=max(10, settings().max_examples // 5))
    @given(values(kind))
    def accepted(event: Event) -> None:
        written = dump_event(event)
        assert accepts(written, "#event")
        assert not accepts(written | {"stray": 1}, "#event")
        assert event == load_event(written)

    accepted()


@UNHURRIED
@given(values(Terms))
def test_terms_alone_are_accepted(terms: Terms) -> None:
    """Terms that are written apart have a root of their own."""
    written = dump_terms(terms)

    assert accepts(written, "#terms")
    assert terms == load_terms(written)


def test_near_misses_are_taken_alike() -> None:
    """Reader and schema accept and refuse the same, but for what no schema can say."""
    counted: Counter[str] = Counter()

    @settings(UNHURRIED, max_examples=settings().max_examples * 5)
    @given(ANY.flatmap(misses))
    def alike(document: dict[str, Any]) -> None:
        wrong = mistakes(document)
        valid = accepts(document)
        excused = bool(wrong) and all(beyond(message) for message in wrong)
        counted["accepted" if not wrong else "excused" if excused else "refused"] += 1
        if not excused:
            assert (not wrong) == valid, (document, wrong)

    alike()
    assert min(counted["accepted"], counted["refused"]) > 0


# --- answers -----------------------------------------------------------------------------------


AHEAD: Final = Policy(
    "ahead",
    norms=[Norm(name, "P1M", source=Source("A")) for name in ("decide-lead", "papers-lead")],
    meetings=[f"{year}-{month:02}-15" for year in range(2019, 2031) for month in range(1, 13)],
)
"""A policy that plans ahead."""


@settings(UNHURRIED, max_examples=max(20, settings().max_examples // 2))
@given(AGREEMENTS, days(), st.sampled_from(("sv", "en")))
def test_every_answer_is_accepted(agreement: Agreement, day: Any, lang: str) -> None:  # noqa: ANN401
    """Every flag, standing and decision over whole lives is as the schema says."""
    assert accepts(dump_standing(agreement.on(day), agreement.id, lang=lang), "#standing")
    flags = [dump_flag(one, lang=lang) for one in flag([agreement], day)]
    for one in flags:
        assert accepts(one, "#flag")
        assert accepts({"on": str(day), "policy": "default", **one}, "#flag-line")
    whole = {"on": str(day), "within": "P6M", "policy": "default", "flags": flags, "unread": []}
    assert accepts(whole, "#flags")
    plan = dump_plan(agreement.plan(day, policy=AHEAD), agreement.id, lang=lang)
    assert accepts(plan, "#plan")
    assert accepts({"on": str(day), "policy": "ahead", "plans": [plan], "unread": []}, "#plans")
    for decision in agreement.audit():
        assert accepts(dump_decision(decision, agreement.id, lang=lang), "#decision")


@settings(UNHURRIED, max_examples=max(20, settings().max_examples // 5))
@given(AGREEMENTS, days(), st.integers(0, 8), st.booleans(), st.sampled_from(("sv", "en")))
def test_every_simulation_is_accepted(
    agreement: Agreement,
    day: Date,
    at: int,
    flags: bool,  # noqa: FBT001 - drawn
    lang: str,
) -> None:
    """What is told of what would follow, of whole lives, is as the schema says."""
    begun = Agreement(agreement.id, agreement.terms, agreement.events[:at])
    supposed: list[Supposition] = [
        *agreement.events[at:],
        *map(WhenDue, agreement.events[at:]),
        NOT_RENEWED,
    ]
    until = day.add(days=400)
    found = simulate(begun, supposed, on=day, until=until, force=True, flags=flags)
    one = dump_simulation(found, lang=lang)
    assert accepts(one, "#simulation")
    whole = {"on": str(day), "until": str(until), "policy": "default", "simulations": [one]}
    totals = dump_totals(Totals.of([found]))
    assert accepts({**whole, "totals": totals, "unread": []}, "#simulations")
