"""The schema that ships, against the code: every value, field, word and default, and no other."""

import enum
import json
import re
import tomllib
import typing
from collections.abc import Callable
from importlib import resources
from typing import Any, Final

import attrs
import jsonschema
import jsonschema_rs
import pytest

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.dates import Duration
from ioplife.decisions import Status
from ioplife.documents import (
    BadDocument,
    dump_agreement,
    load,
    load_terms,
    loads,
    renewals,
    schema,
    schema_text,
)
from ioplife.documents.events import HEAD, UPCASTERS, newest
from ioplife.documents.schemas import FILE, KEY
from ioplife.documents.tables import DOCUMENT
from ioplife.documents.tables import HEAD as DOCUMENT_HEAD
from ioplife.documents.toml import COMPLETED
from ioplife.documents.toml import HEAD as ONLY_TOML
from ioplife.duties import DutyKind
from ioplife.events import EVENT_OF, EVENTS, Event
from ioplife.flags import Flag
from ioplife.planning import Plan
from ioplife.sources import Source
from ioplife.standing import Cause, Standing
from ioplife.states import State
from ioplife.terms import (
    Absent,
    AutomaticRenewal,
    Reading,
    RenewalOption,
    Stated,
    StatedSum,
    Terms,
    Unknown,
)
from tests.documents.reach import Field, fields_below
from tests.documents.test_examples import EXAMPLES
from tests.documents.test_page import EXAMPLES as IN_THE_PAGE
from tests.documents.validators import (
    DEFS,
    SCHEMA,
    URN,
    accepts,
    accepts_too,
    at,
    followed,
    plain,
    references,
    spelt,
    table_of,
)

ROOTS: Final = (
    *("terms", "event", "flag", "flag-line", "flags", "decision", "standing", "plan", "plans"),
    *("simulation", "simulations"),
)

NO_TABLE: Final = (Duration, StatedSum)
"""Values that no document has as a table: a length is a text, a sum a list of readings."""

OWN_NAMES: Final[dict[type[Any], str]] = {Stated: "stated_words"}
"""Where the definition is not named as the value."""


def snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def definition(kind: type[Any]) -> str:
    return OWN_NAMES.get(kind, snake(kind.__name__))


SAID: Final = [one for one in fields_below(Terms, *EVENTS) if one.owner not in (*NO_TABLE, Event)]
"""Every field that a document can say."""

HEADS: Final[dict[type[Any], set[str]]] = {
    Absent: {"absent"},
    RenewalOption: {renewals.KIND},
    AutomaticRenewal: {renewals.KIND},
    Terms: set(ONLY_TOML),
}
"""The keys of a table that are no field of its value."""

BESIDE: Final = (Flag, "policy")
"""What is told once, beside all flags."""

TOLD: Final = [
    one
    for one in fields_below(Standing, Flag, Plan)
    if one.owner not in (Source, Duration) and (one.owner, one.name) != BESIDE
]
"""Every field that a standing or a flag tells."""


def owners(fields: list[Field]) -> list[type[Any]]:
    return list(dict.fromkeys(one.owner for one in fields))


def words_in(kind: Any) -> set[str]:  # noqa: ANN401 - types are objects
    """The words of an enum, or of a literal."""
    if typing.get_origin(kind) is typing.Literal:
        return set(typing.get_args(kind))
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return {str(word.value) for word in kind}
    return set()


def key(one: Field) -> str:
    return "reading" if (one.owner, one.name) == (Reading, "day") else one.name


def place(one: Field) -> str:
    """Where the schema speaks of a field of a document."""
    name = definition(one.owner)
    branch = (
        "" if "properties" in DEFS[name] else f"/anyOf/{DEFS[name]['anyOf'].index(table_of(name))}"
    )
    return f"#/$defs/{name}{branch}/properties/{key(one)}"


def told_place(one: Field) -> str:
    """Where the schema speaks of a field of an answer."""
    name = "standing_reading" if one.owner is Reading else definition(one.owner)
    return f"#/$defs/{name}/properties/{one.name}"


def named(one: Field) -> str:
    return f"{one.owner.__name__}.{one.name}"


# --- the file ----------------------------------------------------------------------------------


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema_rs.meta.validate(SCHEMA)


def test_its_name_is_no_address() -> None:
    assert "urn:ioplife:1" == URN
    assert [SCHEMA["$schema"]] == re.findall(r"https?://[^\"]+", schema_text())


def test_its_text_is_the_file() -> None:
    lies = resources.files("ioplife.documents").joinpath(FILE)

    assert lies.read_text(encoding="utf-8") == schema_text()
    assert json.loads(schema_text()) == schema()
    assert schema() is not schema()


def test_no_key_stands_twice_in_it() -> None:
    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), pairs
        return dict(pairs)

    json.loads(schema_text(), object_pairs_hook=once)


def test_every_definition_is_used() -> None:
    anchored = {f"#/$defs/{name}" for name, part in DEFS.items() if "$anchor" in part}
    used = {ref for ref in references(SCHEMA) if ref.count("/") == 2}

    assert {f"#/$defs/{name}" for name in DEFS} == used | anchored
    assert all(at(ref) for ref in references(SCHEMA))


def test_everything_in_it_is_described() -> None:
    undescribed = [name for name, part in DEFS.items() if not part.get("description")]
    tables = [("", SCHEMA), *((name, part) for name, part in DEFS.items())]
    tables += [(name, one) for name, part in DEFS.items() for one in part.get("anyOf", ())]
    for name, part in tables:
        if part.get("additionalProperties") is False:
            found = part["properties"].items()
            undescribed += [
                f"{name}.{own}" for own, one in found if not followed(one).get("description")
            ]

    assert [] == undescribed
    assert SCHEMA["description"]


def test_each_root_has_its_anchor() -> None:
    anchors = {part["$anchor"] for part in DEFS.values() if "$anchor" in part}

    assert set(ROOTS) == anchors
    assert "document" == SCHEMA["$anchor"]
    for root in ROOTS:
        assert not accepts([], f"#{root}")
        assert not accepts_too([], f"#{root}")


# --- values and fields -------------------------------------------------------------------------


@pytest.mark.parametrize("kind", owners(SAID), ids=definition)
def test_a_table_has_the_fields_of_its_value(kind: type[Any]) -> None:
    table = table_of(definition(kind))
    fields = [one for one in SAID if one.owner is kind]
    head = HEADS.get(kind, set(HEAD) if issubclass(kind, Event) else set())
    needed = {
        key(one) for one in fields if one.default is attrs.NOTHING and Unknown not in one.kinds
    }

    assert {key(one) for one in fields} | head == set(table["properties"])
    optional = {"v"} if kind is not RenewalOption else {"kind"}
    optional |= set(ONLY_TOML) if kind is Terms else set()
    assert needed | (head - optional) == set(table.get("required", ()))
    assert table["additionalProperties"] is False


def test_a_document_has_the_clauses_and_what_stands_beside_them() -> None:
    clauses = list(attrs.fields_dict(Terms))
    own = {field.name for field in attrs.fields(Agreement) if field.init} - {"terms"}

    assert {*clauses, *own, *ONLY_TOML, KEY, "v"} == set(SCHEMA["properties"])
    assert own == set(DOCUMENT_HEAD)
    assert {name: f"#/$defs/terms/properties/{name}" for name in clauses} == {
        name: SCHEMA["properties"][name]["$ref"] for name in clauses
    }
    assert ["id"] == SCHEMA["required"]
    assert SCHEMA["additionalProperties"] is False


def test_the_events_are_the_closed_set() -> None:
    tags = [ref.rpartition("/")[2] for ref in references(DEFS["event"]["oneOf"])]

    assert list(EVENT_OF) == tags
    assert tags == [table_of(tag)["properties"]["event"]["const"] for tag in tags]
    assert {newest(tag, UPCASTERS) for tag in tags} == {DEFS["version"]["const"]}
    assert newest(DOCUMENT, UPCASTERS) == SCHEMA["properties"]["v"]["const"]


def test_what_complete_makes_absent_is_told() -> None:
    told = SCHEMA["properties"]["complete"]["description"].rpartition("own paper: ")[2]

    assert list(COMPLETED) == told.removesuffix(".").split(", ")


@pytest.mark.parametrize(
    ("kind", "said"),
    [(Unknown, {"unknown": True}), (Absent, {"absent": True}), (type(None), None)],
    ids=["unknown", "absent", "none"],
)
def test_a_field_may_say_nothing_in_the_ways_its_type_has(kind: type[Any], said: object) -> None:
    by_type = {named(one) for one in SAID if kind in one.kinds}

    assert by_type
    assert by_type == {named(one) for one in SAID if accepts(said, place(one))}


FEWER: Final[dict[str, set[str]]] = {
    "Duty.kind": {DutyKind.PAYMENT, DutyKind.ASSESSMENT},
    "Entered.state": {State.FOLLOW_UP},
}
"""Words of an enum that a field refuses, as its value does."""

WORDS: Final = sorted(
    {word for one in (*SAID, *TOLD) for kind in one.kinds for word in words_in(kind)}
    | set(spelt(SCHEMA))
    | {"", "nonsense", "Active"}
)


def words_of(one: Field) -> set[str]:
    """The words a field may hold, where it holds no text."""
    found = {word for kind in one.kinds if kind is not Unknown for word in words_in(kind)}
    return found - FEWER.get(named(one), set())


@pytest.mark.parametrize(
    ("fields", "where"), [(SAID, place), (TOLD, told_place)], ids=["documents", "answers"]
)
def test_the_words_are_those_of_the_code(
    fields: list[Field], where: Callable[[Field], str]
) -> None:
    worded = [one for one in fields if words_of(one)]

    assert worded
    assert {named(one): words_of(one) for one in worded} == {
        named(one): {word for word in WORDS if accepts(word, where(one))} for one in worded
    }


@pytest.mark.parametrize(("where", "kind"), [("answer", Answer), ("status", Status)])
def test_the_words_of_a_verdict_are_those_of_the_code(where: str, kind: type[enum.Enum]) -> None:
    assert [word.value for word in kind] == followed_enum(f"#/$defs/verdict/properties/{where}")


def followed_enum(pointer: str) -> list[str]:
    part = at(pointer)
    while "enum" not in part:
        part = at(part["$ref"])
    found: list[str] = part["enum"]
    return found


def default(one: Field) -> object:
    """What a field holds where it is left out, if that is worth telling."""
    match one.default:
        case Unknown() | attrs.NOTHING:
            return None
        case enum.Enum():
            return str(one.default.value)
        case bool() | int():
            return one.default
        case Duration():
            return str(one.default)
        case _:
            return None


def test_a_default_is_that_of_the_code() -> None:
    defaults = {named(one): default(one) for one in SAID}

    assert {"P3M", 1, False, "agreement"} <= set(defaults.values())
    assert defaults == {named(one): told_default(at(place(one))) for one in SAID}


def told_default(part: dict[str, Any]) -> object:
    """The default that a part tells, or what it refers to."""
    found = at(part["$ref"]) | part if "$ref" in part else part
    return found.get("default")


# --- answers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", owners(TOLD), ids=definition)
def test_an_answer_has_the_fields_of_its_value(kind: type[Any]) -> None:
    name = "standing_reading" if kind is Reading else definition(kind)
    beside = {
        Standing: {"agreement", "unknown"},
        Flag: {"sentence"},
        Cause: {"sentence"},
        Plan: {"agreement", "decision"},
    }
    fields = {one.name for one in TOLD if one.owner is kind} | beside.get(kind, set())

    assert fields == set(DEFS[name]["properties"])


def test_an_answer_may_be_null_where_there_is_none_or_nobody_knows() -> None:
    by_type = {named(one) for one in TOLD if {Unknown, type(None)} & set(one.kinds)}

    assert by_type == {named(one) for one in TOLD if accepts(None, told_place(one))}


ANSWERS: Final = (
    *("cited", "flag", "flag_line", "flags", "mistake", "decision", "verdict", "standing"),
    *("plan", "plan_day", "plans"),
    *("simulation", "simulations", "step", "run", "change", "balance", "total", "totals"),
    *("difference", "state_difference", "last_day_difference", "flag_difference"),
    *("money_difference", "ends_on"),
    *("standing_reading", "ending", "anomaly", "occurrence", "answered", "cause"),
    *("extension", "demand", "finality"),
)


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_says_all_it_can_and_nothing_else(name: str) -> None:
    assert list(DEFS[name]["properties"]) == DEFS[name]["required"]
    assert DEFS[name]["additionalProperties"] is False


def test_a_line_is_a_flag_with_its_day_and_its_policy() -> None:
    flag, line = DEFS["flag"]["properties"], DEFS["flag_line"]["properties"]

    assert ["on", "policy", *flag] == list(line)
    assert {name: f"#/$defs/flag/properties/{name}" for name in flag} == {
        name: line[name]["$ref"] for name in flag
    }


# --- documents as they lie ---------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.toml")), ids=lambda path: path.stem)
def test_every_example_is_accepted(path: Any) -> None:  # noqa: ANN401 - a path
    data = plain(tomllib.loads(path.read_text(encoding="utf-8")))

    assert accepts(data)
    assert accepts_too(data)
    assert accepts(dump_agreement(load(path)))


@pytest.mark.parametrize("text", IN_THE_PAGE)
def test_every_example_of_the_page_is_accepted(text: str) -> None:
    data = plain(tomllib.loads(text))

    assert accepts(data)
    assert accepts_too(data)


def test_a_document_may_say_where_its_schema_lies() -> None:
    assert loads('{"id": "a"}', format="json") == loads(
        f'{{"{KEY}": "./{FILE}", "id": "a"}}', format="json"
    )
    assert loads('id = "a"') == loads(f'#:schema ./{FILE}\n"{KEY}" = "x"\nid = "a"')
    assert accepts({KEY: "x", "id": "a"})


def test_where_its_schema_lies_is_text() -> None:
    with pytest.raises(BadDocument) as bad:
        loads(f'{{"{KEY}": 1, "id": "a"}}', format="json", file="f")

    assert "f:1: $schema: must be text, not 1" == str(bad.value).replace('"', "")


def test_only_a_whole_document_names_its_schema() -> None:
    with pytest.raises(BadDocument):
        load_terms({KEY: "x"})
    assert not accepts({KEY: "x"}, "#terms")
