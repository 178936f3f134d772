"""Any value of ours, made from its types: a new field or clause is reached without a line here.

Pools of plain values, what each field refuses taken out; what fields must agree on is left
to the value itself, which is asked again when it refuses.
"""

import enum
import types
import typing
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

import attrs
import hypothesis.strategies as st
from hypothesis import reject
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.checks import Pairs
from ioplife.dates import Duration, Period
from ioplife.duties import PerWindow
from ioplife.errors import BadValue
from ioplife.events import ENDED, EVENTS, Corrected, Entered, Event, Reason, Resolved
from ioplife.norms import NOTICE_WITHIN, PUBLIC_SHARE, URGENT_WITHIN, Norm
from ioplife.states import FINAL, State
from ioplife.terms import Party, Terms

T = TypeVar("T")

Given: TypeAlias = dict[str, Any]

POOLS: Final[dict[object, list[Any]]] = {
    str: [
        "a",
        "b",
        "son-2021-404",
        "linkoping:own-budget",
        "last_day",
        "total",
        "contributions.a",
        "",
        "ett ord till",
        "none",
        "2024-01-31",
        'Sagt "skriftligen",\n\tpå två rader \\ [§ 13] {x}',
        "åäö ÅÄÖ – ✓ 🌿",
    ],
    bool: [False, True],
    int: [0, 1, 2, 17],
    Date: [Date(1900, 1, 1), Date(2024, 2, 29), Date(2024, 6, 30), Date(2999, 12, 31)],
    Decimal: [Decimal(0), Decimal("0.05"), Decimal(2150000), Decimal("999999999999999.99")],
    Duration: [Duration(years=2), Duration(months=6), Duration(1, 2, 3), Duration(days=30)],
    Pairs: [(), (("a", "b"),), (("källa", ""), ("source", "§ 13"), ("x y", "1"))],
}


def plain(kind: object, least: int = 0) -> SearchStrategy[Any]:
    """Anything of a type; a row has so many parts at least."""
    if kind in POOLS:
        return st.sampled_from(POOLS[kind])
    if kind is type(None):
        return st.none()
    if kind is Event:
        every = {one: values(one) for one in EVENTS}
        return st.sampled_from(EVENTS).flatmap(every.__getitem__)  # as likely as what is no event
    if isinstance(kind, type) and issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return st.one_of([plain(one) for one in typing.get_args(kind)])
    if typing.get_origin(kind) is typing.Literal:
        return st.sampled_from(typing.get_args(kind))
    if typing.get_origin(kind) is tuple:
        return st.lists(plain(typing.get_args(kind)[0]), min_size=least, max_size=2).map(tuple)
    assert isinstance(kind, type)
    return values(kind)


def values(kind: type[Any], *, name: str = "", holds: object = None) -> SearchStrategy[Any]:
    """A value of one kind; any field may be left out.

    Args:
        kind: the kind.
        name: a field that is not left out.
        holds: what this one holds, of all that it may hold.
    """
    return st.deferred(lambda: _values(kind, tuple(_fields(kind, name, holds))))


class _Field(NamedTuple):
    name: str
    required: bool
    takes: SearchStrategy[Any]

    def __repr__(self) -> str:
        """Short: Hypothesis says what it draws from, and refuses to say too much."""
        return self.name


def _fields(kind: type[Any], name: str, holds: object) -> Iterator[_Field]:
    hints = typing.get_type_hints(kind)
    for field in attrs.fields(kind):
        if field.init:
            sought = field.name == name
            anything = plain(holds, least=1) if sought else plain(hints[field.name])
            required = sought or field.default is attrs.NOTHING
            yield _Field(field.name, required, anything.filter(_Taken(kind, field)))


class _Taken:
    """Whether a field takes a value, whatever the others are."""

    def __init__(self, kind: type[Any], field: "attrs.Attribute[Any]") -> None:
        self.blank = object.__new__(kind)
        self.field = field

    def __call__(self, value: object) -> bool:
        convert: Any = self.field.converter
        try:
            found = value if convert is None else convert(value)
            if self.field.validator is not None:
                self.field.validator(self.blank, self.field, found)
        except BadValue:
            return False
        return True


@st.composite
def _values(draw: DrawFn, kind: type[T], fields: tuple[_Field, ...]) -> T:
    given = {
        field.name: draw(field.takes) for field in fields if field.required or draw(st.booleans())
    }
    agree = AGREEING.get(kind)
    try:
        return kind(**(given if agree is None else agree(given)))
    except BadValue:
        reject()


# --- what would be refused most often, brought into line -------------------------------


def _terms(given: Given) -> Given:
    if given.get("open_ended"):
        given = {name: part for name, part in given.items() if name not in ("last_day", "length")}
    ids: set[str] = set()
    for name in ("contributions", "disbursements"):
        if isinstance(given.get(name), tuple):
            given[name] = tuple({line.id: line for line in given[name]}.values())
            ids |= {line.party if name == "contributions" else line.to for line in given[name]}
    if isinstance(given.get("parties"), tuple):
        given["parties"] = tuple(_apart(given["parties"], ids))
    owed = {"payment"}
    for name in ("duties", "goals"):
        if isinstance(given.get(name), tuple):
            given[name] = tuple({one.id: one for one in given[name] if one.id not in owed}.values())
            owed |= {one.id for one in given[name]}
    if "norms" in given:
        given["norms"] = tuple({one.name: one for one in given["norms"]}.values())
    return given


def _apart(parties: tuple[Party, ...], ids: set[str]) -> Iterator[Party]:
    """Each id once, as party or as body, and a party for each id that gives or gets money."""
    taken = {party.id for party in parties} | ids
    for one in sorted(ids - {party.id for party in parties}):
        yield Party(one, one)
    for party in {party.id: party for party in parties}.values():
        bodies = tuple(body for body in party.bodies if body.id not in taken)
        taken |= {body.id for body in bodies}
        yield attrs.evolve(party, bodies=bodies)


def _norm(given: Given) -> Given:
    """A name that its value fits; of the library's own mostly, and else one with a prefix."""
    if ":" in given["name"]:
        return given
    if isinstance(given["value"], Duration):
        given["name"] = URGENT_WITHIN if "since" in given else NOTICE_WITHIN
    else:
        given["name"] = PUBLIC_SHARE if given["value"] <= 100 else "own:lead"
    given["scope"] = tuple(dict.fromkeys(given.get("scope", ())))
    return given


def _period(given: Given) -> Given:
    if given.get("last") is not None:
        given["first"], given["last"] = sorted((given["first"], given["last"]))
    return given


def _per_window(given: Given) -> Given:
    months = given["every"].total_months
    given["times"] = min(given["times"], months)
    given["calendar"] = given.get("calendar", False) and 12 % months == 0
    return given


def _entered(given: Given) -> Given:
    if isinstance(given.get("seen"), Date):
        given["on"], given["seen"] = sorted((given["on"], given["seen"]))
    if isinstance(given.get("reason"), Reason):
        ended = given["reason"] in ENDED
        given["state"] = State.TERMINATED if ended else State.DECLINED
    elif given["state"] in FINAL and given.get("reason") is None:
        given["state"] = State.ACTIVE
    return given


def _resolved(given: Given) -> Given:
    reading = given.get("reading")
    if isinstance(reading, Date | Decimal):
        given["what"] = "last_day" if isinstance(reading, Date) else "contributions.a"
    return given


def _corrected(given: Given) -> Given:
    zero = isinstance(given.get("to"), Terms)
    given["event_no"] = 0 if zero else max(1, given["event_no"])
    return given


AGREEING: Final[dict[type[Any], Callable[[Given], Given]]] = {
    Terms: _terms,
    Norm: _norm,
    Period: _period,
    PerWindow: _per_window,
    Entered: _entered,
    Resolved: _resolved,
    Corrected: _corrected,
}
