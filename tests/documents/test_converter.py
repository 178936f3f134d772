"""What the converter makes of types that our values do not all have yet."""

import enum
from typing import Any, Final

import attrs
import pytest
from pendulum import Date

from ioplife.dates import Duration
from ioplife.documents import stated
from ioplife.documents.converter import strict
from ioplife.documents.kinds import fitting
from ioplife.documents.mistakes import Misfits
from ioplife.errors import BadValue
from ioplife.events import EVENTS, Event
from ioplife.terms import ABSENT, UNKNOWN, Absent, Terms, Unknown
from tests.documents.reach import Field, fields_below


class Seldom(enum.Enum):
    """A word of its own among values."""

    SELDOM = "seldom"


@attrs.frozen
class PerYear:
    """So many times a year."""

    times: int = attrs.field()
    every: Duration | Unknown = UNKNOWN

    @times.validator
    def _some(self, _attribute: object, value: int) -> None:
        if value < 1:
            raise BadValue("PerYear.times", value, "must be 1 or more")


@attrs.frozen
class InMonths:
    """In these months."""

    months: tuple[int, ...]
    every: Duration | Unknown = UNKNOWN


@attrs.frozen
class Owed:
    """Something owed."""

    cadence: PerYear | InMonths | Seldom | Absent | Unknown
    days: tuple[Date, ...] = ()
    ordinal: int | Seldom | None = None
    called: bool = False


CONVERTER: Final = strict()
stated.register(CONVERTER)


def read(**fields: object) -> Any:  # noqa: ANN401 - whatever is read
    return fitting(lambda value, _: CONVERTER.structure(value, Owed), fields)


def wrong(**fields: object) -> list[tuple[object, str]]:
    with pytest.raises(Misfits) as caught:
        read(**fields)
    return [(one.path, one.message) for one in caught.value.found]


@pytest.mark.parametrize(
    ("cadence", "expected"),
    [
        ({"times": 2}, PerYear(2)),
        ({"times": 2, "every": "P6M"}, PerYear(2, Duration(months=6))),
        ({"months": [7]}, InMonths((7,))),
        ({"every": "P6M", "months": []}, InMonths((), Duration(months=6))),
        ("seldom", Seldom.SELDOM),
        ({"absent": True}, ABSENT),
        ({"unknown": True}, UNKNOWN),
    ],
)
def test_one_of_several_values_is_told_by_its_keys(cadence: object, expected: object) -> None:
    owed = Owed(expected)  # type: ignore[arg-type]

    assert owed == read(cadence=cadence)
    assert owed == read(**CONVERTER.unstructure(owed))


def test_what_is_left_out_without_a_default_is_unknown() -> None:
    assert Owed(UNKNOWN) == read()
    assert {} == CONVERTER.unstructure(Owed(UNKNOWN))


def test_a_word_is_one_of_the_words() -> None:
    assert Owed(UNKNOWN, ordinal=Seldom.SELDOM) == read(ordinal="seldom")
    assert Owed(UNKNOWN, ordinal=3) == read(ordinal=3)
    assert [(("ordinal",), "must be a whole number or seldom, not 'never'")] == wrong(
        ordinal="never"
    )


def test_the_word_unknown_is_a_text() -> None:
    assert [(("cadence",), "must be a table, not 'unknown'")] == wrong(cadence="unknown")


def test_a_mistake_in_one_of_several_is_in_the_nearest() -> None:
    assert [(("cadence", "times"), "must be 1 or more, not 0")] == wrong(cadence={"times": 0})
    assert [(("cadence", "mnths"), "unknown key 'mnths': did you mean 'months'?")] == wrong(
        cadence={"months": [], "mnths": []}
    )
    assert [(("cadence", "months", 1), "must be a whole number, not '8'")] == wrong(
        cadence={"months": [7, "8"], "every": "P1Y"}
    )


def test_a_number_is_no_flag_and_a_flag_no_number() -> None:
    assert [(("called",), "must be true or false, not 1")] == wrong(called=1)
    assert [(("ordinal",), "must be a whole number, not true")] == wrong(ordinal=True)
    assert [(("cadence", "months", 0), "must be a whole number, not false")] == wrong(
        cadence={"months": [False]}
    )


def test_a_list_says_which_part_is_wrong() -> None:
    assert [
        (("days", 0), "must be a day of the calendar, not '2024-02-30'"),
        (("days", 2), "must be a day written YYYY-MM-DD, or a date, not 7"),
    ] == wrong(days=["2024-02-30", "2024-02-29", 7])


@attrs.frozen
class Faulty:
    """A value with a fault of ours in it."""

    number: int

    def __attrs_post_init__(self) -> None:
        raise ZeroDivisionError


def test_a_fault_of_ours_is_no_mistake_of_the_document() -> None:
    with pytest.raises(ZeroDivisionError):
        CONVERTER.structure({"number": 1}, Faulty)


def test_every_value_of_a_union_can_be_told_by_its_keys() -> None:
    """Each has a field that must be given and that no other has; renewals have a word."""
    told = {
        (field.owner, field.name, one): own_key(one, several)
        for field in fields_below(Terms, *EVENTS)
        if len(several := values_of(field)) > 1 and field.name != "renewal"
        for one in several
    }

    assert dict.fromkeys(told, True) == told
    assert {PerYear: True, InMonths: True} == {
        one: own_key(one, [PerYear, InMonths]) for one in (PerYear, InMonths)
    }
    assert not own_key(PerYear, [PerYear, attrs.make_class("Other", ["times"])])


def values_of(field: Field) -> list[type[Any]]:
    """The values of ours that a field may hold, but events, which bear a tag."""
    found = [one for one in field.kinds if isinstance(one, type) and attrs.has(one)]
    return [] if Event in found else [one for one in found if one is not Absent]


def own_key(one: type[Any], several: list[type[Any]]) -> bool:
    others = {name for other in several if other is not one for name in attrs.fields_dict(other)}
    fields = attrs.fields_dict(one).items()
    return any(name not in others for name, field in fields if field.default is attrs.NOTHING)
