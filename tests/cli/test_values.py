"""FIELD=VALUE, read as documents are, by the type of the field."""

import typing

import attrs
import pytest
from pendulum import Date

from ioplife import (
    EVENTS,
    UNKNOWN,
    ChangeRaised,
    Corrected,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    FollowedUp,
    Noted,
    NoticeGiven,
    Override,
    Period,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Source,
    State,
)
from ioplife.cli.values import event_of
from ioplife.documents import dump_event
from ioplife.events import TAG_OF, ChangeReason, Result

ON = Date(2023, 5, 8)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (["written=true"], NoticeGiven(ON, written=True)),
        (["written=false"], NoticeGiven(ON, written=False)),
        (["sent=2023-05-02"], NoticeGiven(ON, sent="2023-05-02")),
        (['sent={"unknown": true}'], NoticeGiven(ON, sent=UNKNOWN)),
        (["by=linkoping"], NoticeGiven(ON, by="linkoping")),
        (["by=true"], NoticeGiven(ON, by="true")),
        (["by=1"], NoticeGiven(ON, by="1")),
        (["stated=maj = våren"], NoticeGiven(ON, stated="maj = våren")),
        (["stated={om}"], NoticeGiven(ON, stated="{om}")),
        (['stated=["a"]'], NoticeGiven(ON, stated='["a"]')),
        (["basis.paper=SON 2021-404"], NoticeGiven(ON, basis=Source("SON 2021-404"))),
        (
            ["basis.paper=SON 2021-404", "basis.place=§ 13"],
            NoticeGiven(ON, basis=Source("SON 2021-404", "§ 13")),
        ),
        (['basis={"paper": "A", "place": "B"}'], NoticeGiven(ON, basis=Source("A", "B"))),
        (["extra.dnr=1", "extra.a.b=c"], NoticeGiven(ON, extra={"dnr": "1", "a.b": "c"})),
        (
            ['overrides=[{"code": "dialogue", "by": "son", "why": "sought"}]'],
            NoticeGiven(ON, overrides=[Override("dialogue", "son", "sought")]),
        ),
        (["result=partly", "answers=3"], FollowedUp(ON, result=Result.PARTLY, answers=3)),
        (["reason=other"], ChangeRaised(ON, reason=ChangeReason.OTHER)),
        (["agreed_by=b,a"], Rescinded(ON, agreed_by=["a", "b"])),
        (["agreed_by=b, a"], Rescinded(ON, agreed_by=["a", "b"])),
        (["agreed_by="], Rescinded(ON, agreed_by=[])),
        (['agreed_by=["a"]'], Rescinded(ON, agreed_by=["a"])),
        (["ending=2"], EndingLifted(ON, ending=2)),
        (
            ["period=2023-10-01..2025-09-30"],
            Renewed(ON, period=Period("2023-10-01", "2025-09-30")),
        ),
        (["period=2023-10-01.."], Renewed(ON, period=Period("2023-10-01"))),
        (
            ["period.first=2023-10-01", "period.last=2025-09-30"],
            Renewed(ON, period=Period("2023-10-01", "2025-09-30")),
        ),
        (["state=active", "seen=2023-05-08"], Entered(ON, state=State.ACTIVE, seen=ON)),
        (
            ["what=last_day", "reading=2023-09-30"],
            Resolved(ON, what="last_day", reading="2023-09-30"),
        ),
        (["what=total", "reading=2150000"], Resolved(ON, what="total", reading=2150000)),
        (
            ["event_no=2", 'to={"event": "signed", "on": "2021-09-01", "by": "son"}'],
            Corrected(ON, event_no=2, to=Signed("2021-09-01", by="son")),
        ),
        (["event_no=2", "why=skrivfel"], Corrected(ON, event_no=2, why="skrivfel")),
        (["last_day=2023-09-30"], EndingDecided(ON, last_day="2023-09-30")),
        ([], Noted(ON)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_value_is_read_by_the_type_of_its_field(given: list[str], expected: Event) -> None:
    assert expected == event_of(TAG_OF[type(expected)], ON, given)


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: TAG_OF[kind])
def test_every_field_of_every_event_can_be_given_as_json(kind: type[Event]) -> None:
    """Whatever a document can hold, a command line can."""
    hints = typing.get_type_hints(kind)
    unknown = [
        field.name
        for field in attrs.fields(kind)
        if type(UNKNOWN) in typing.get_args(hints[field.name])
    ]
    needed = {
        Corrected: ["event_no=1"],
        Entered: ["state=terminated"],
        Resolved: ["what=last_day"],
    }.get(kind, [])

    event = event_of(
        TAG_OF[kind], ON, [*needed, *(f'{name}={{"unknown": true}}' for name in unknown)]
    )

    assert dict.fromkeys(unknown, UNKNOWN) == {name: getattr(event, name) for name in unknown}


def test_an_event_that_was_read_can_be_written() -> None:
    event = event_of("renewed", ON, ["period=2023-10-01..", "successor=iop-2"])

    assert {
        "event": "renewed",
        "v": 1,
        "on": "2023-05-08",
        "successor": "iop-2",
        "period": {"first": "2023-10-01"},
    } == dump_event(event)
