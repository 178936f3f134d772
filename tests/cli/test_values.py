"""FIELD=VALUE, read as documents are, by the type of the field."""

import typing
from pathlib import Path

import attrs
import click
import pytest
from pendulum import Date

from ioplife import (
    EVENTS,
    UNKNOWN,
    Absent,
    Amended,
    Annulled,
    Cancelled,
    ChangeRaised,
    Corrected,
    EndingDecided,
    EndingLifted,
    Entered,
    Event,
    Extended,
    FollowedUp,
    Noted,
    NoticeGiven,
    Override,
    PartyLeft,
    Period,
    Renewed,
    Rescinded,
    Resolved,
    Signed,
    Source,
    State,
    Terms,
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
        (["length=P1Y"], Extended(ON, length="P1Y")),
        (['length={"unknown": true}'], Extended(ON, length=UNKNOWN)),
        (["decision=3"], Annulled(ON, decision=3)),
        (["under=renewal"], NoticeGiven(ON, under="renewal")),
        (["demand=2", "last_day=2023-09-30"], Cancelled(ON, demand=2, last_day="2023-09-30")),
        (["party=mission"], PartyLeft(ON, party="mission")),
        (
            ['terms={"kind": "iop"}', "applies_from=2023-06-01", "agreed_by=a,b", "lifts=4"],
            Amended(
                ON,
                terms=Terms(kind="iop"),
                applies_from="2023-06-01",
                agreed_by=["a", "b"],
                lifts=4,
            ),
        ),
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
        Amended: ["terms={}"],
        Corrected: ["event_no=1"],
        Entered: ["state=terminated"],
        Resolved: ["what=last_day"],
    }.get(kind, [])

    event = event_of(
        TAG_OF[kind], ON, [*needed, *(f'{name}={{"unknown": true}}' for name in unknown)]
    )

    assert dict.fromkeys(unknown, UNKNOWN) == {name: getattr(event, name) for name in unknown}


@pytest.mark.parametrize("name", ["changed.toml", "changed.json", "whole.toml"])
def test_terms_may_stand_in_a_file(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(
        {
            "changed.toml": 'paper = "T"\nkind = "iop"\nnotice = { absent = true, source = "§ 1" }',
            "changed.json": '{"kind": "iop", "notice": {"absent": true, "source": {"paper": "T", '
            '"place": "§ 1"}}}',
            "whole.toml": 'id = "a"\npaper = "T"\nkind = "iop"\n[notice]\nabsent = true\n'
            'source = "§ 1"\n[[events]]\nevent = "noted"\non = 2024-01-01\n',
        }[name],
        encoding="utf-8",
    )
    terms = Terms(kind="iop", notice=Absent(Source("T", "§ 1")))

    assert Amended(ON, terms=terms) == event_of("amended", ON, [f"terms=@{file}"])
    corrected = event_of("corrected", ON, ["event_no=0", f"to=@{file}"])
    assert Corrected(ON, event_no=0, to=terms) == corrected


def test_every_mistake_in_a_file_of_terms_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('kind = "iop"\nnotcie = 1\n[renewal]\nnotice_before = "P6M"\n', "utf-8")

    with pytest.raises(click.UsageError) as caught:
        event_of("amended", ON, [f"terms=@{file}", "agreed_by=a b"])

    assert [
        f"terms: {file}:2: notcie: unknown key 'notcie': did you mean 'notice'?",
        f'terms: {file}:4: renewal.notice_before: is for a renewal of kind = "automatic"',
        (
            "agreed_by: must be an id: letters, digits, '-', '_' and '.', with at most one"
            " 'prefix:', not 'a b'"
        ),
    ] == [line.strip() for line in caught.value.message.splitlines()]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "terms: is missing"),
        (
            ["terms=changed.toml"],
            "terms: must be JSON, as a document has it, or terms=@FILE, not 'changed.toml'",
        ),
        (
            ["terms.kind=iop"],
            "terms.kind: terms has no parts: give the whole of them, as terms=@FILE",
        ),
        (["terms=@no.toml"], "terms: no.toml: no such file or directory"),
        (["terms=@no.pdf"], "terms: no.pdf: no document by its suffix: .toml or .json"),
    ],
)
def test_terms_that_are_none_are_told_of_in_one_line(given: list[str], told: str) -> None:
    with pytest.raises(click.UsageError) as caught:
        event_of("amended", ON, given)

    assert told == caught.value.message


def test_an_event_that_was_read_can_be_written() -> None:
    event = event_of("renewed", ON, ["period=2023-10-01..", "successor=iop-2"])

    assert {
        "event": "renewed",
        "v": 1,
        "on": "2023-05-08",
        "successor": "iop-2",
        "period": {"first": "2023-10-01"},
    } == dump_event(event)
