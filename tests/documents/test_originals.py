"""One more event in a document where it lies: all else stays, and nothing is half done."""

import json
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ioplife import (
    Absent,
    Amended,
    AutomaticRenewal,
    Body,
    Contribution,
    Corrected,
    Event,
    Noted,
    NoticeGiven,
    Override,
    Party,
    Period,
    Reading,
    Renewed,
    Resolved,
    Signed,
    Source,
    Stated,
    Terms,
)
from ioplife.documents import (
    Addition,
    BadDocument,
    Original,
    Unreadable,
    Unwritable,
    load,
    load_all,
)
from ioplife.events import EVENTS, TAG_OF
from tests.cli.shell import SON, document
from tests.documents.values import values

NOTED = Noted("2024-02-01", what="X")
BLOCK = '[[events]]\nevent = "noted"\non = 2024-02-01\nwhat = "X"\n'


def added(folder: Path, text: str, event: Event = NOTED, name: str = "a.toml") -> str:
    """What a document says with one event more."""
    file = folder / name
    file.write_bytes(text.encode())
    before = load(file)
    addition = Original.read(file).adding(event)
    addition.write()
    assert before.record(event) == load(file) == addition.agreement
    return file.read_bytes().decode()


# --- TOML --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param('id = "a"\n', f'id = "a"\n\n{BLOCK}', id="no events"),
        pytest.param('id = "a"', f'id = "a"\n\n{BLOCK}', id="no line break at the end"),
        pytest.param(
            'id = "a"\n\n[extra]\nb = "c"\n# the end\n',
            f'id = "a"\n\n[extra]\nb = "c"\n# the end\n\n{BLOCK}',
            id="a table before",
        ),
        pytest.param(
            'id = "a"\n\n[[events]]\nevent = "noted"\non = 2024-01-01 # S1\n',
            f'id = "a"\n\n[[events]]\nevent = "noted"\non = 2024-01-01 # S1\n\n{BLOCK}',
            id="after the last",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n# left out: by\n\n'
            '# -- extra --\n\n[extra]\nb = "c"\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n# left out: by\n\n'
            f'{BLOCK}\n# -- extra --\n\n[extra]\nb = "c"\n',
            id="between what is close above and what is below",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n[extra]\nb = "c"\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n\n'
            f'{BLOCK}\n[extra]\nb = "c"\n',
            id="a table close below",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n[events.basis]\n'
            'paper = "A"\n\n[extra]\nb = "c"\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n[events.basis]\n'
            f'paper = "A"\n\n{BLOCK}\n[extra]\nb = "c"\n',
            id="a table within the last",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n[[events.overrides]]\n'
            'code = "sums"\nby = "x"\nwhy = "y"\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n[[events.overrides]]\n'
            f'code = "sums"\nby = "x"\nwhy = "y"\n\n{BLOCK}',
            id="a list within the last",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n\n[extra]\nb = "c"\n\n'
            '[[events]]\nevent = "noted"\non = 2024-01-02\n\n[total]\namount = 3\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\n\n[extra]\nb = "c"\n\n'
            f'[[events]]\nevent = "noted"\non = 2024-01-02\n\n{BLOCK}\n[total]\namount = 3\n',
            id="events in two places",
        ),
        pytest.param(
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\nwhat = """\n[[events]]\n'
            '# no comment"""\n[extra]\nb = "[[events]]"\n',
            'id = "a"\n[[events]]\nevent = "noted"\non = 2024-01-01\nwhat = """\n[[events]]\n'
            f'# no comment"""\n\n{BLOCK}\n[extra]\nb = "[[events]]"\n',
            id="texts that look like tables",
        ),
        pytest.param(
            'id = "a"\r\n\r\n[[events]]\r\nevent = "noted"\r\non = 2024-01-01\r\n',
            'id = "a"\r\n\r\n[[events]]\r\nevent = "noted"\r\non = 2024-01-01\r\n\r\n'
            + BLOCK.replace("\n", "\r\n"),
            id="line endings of another system",
        ),
        pytest.param("\ufeffid = 'a'\n", f"\ufeffid = 'a'\n\n{BLOCK}", id="a mark at the front"),
        pytest.param(
            "id = 'a'\nevents = []\n",
            'id = \'a\'\nevents = [{event = "noted", on = 2024-02-01, what = "X"}]\n',
            id="an empty list in brackets",
        ),
        pytest.param(
            "id = 'a'\nevents = [\n  {event = 'noted', on = 2024-01-01}, # one\n  # two\n]\n",
            "id = 'a'\nevents = [\n  {event = 'noted', on = 2024-01-01}, # one\n  # two\n"
            '  {event = "noted", on = 2024-02-01, what = "X"}\n]\n',
            id="a list in brackets",
        ),
    ],
)
def test_toml_is_edited_in_place(tmp_path: Path, before: str, after: str) -> None:
    assert after == added(tmp_path, before)


def test_the_example_keeps_every_line_it_has(tmp_path: Path) -> None:
    text = SON.read_text(encoding="utf-8")

    found = added(tmp_path, text)

    assert text == found.replace(f"{BLOCK}\n", "")
    assert found.index("seen = 2023-05-08") < found.index(BLOCK) < found.index("# -- facts without")


@pytest.mark.parametrize(
    "event",
    [
        NoticeGiven(
            "2024-02-01",
            by="kommun",
            written=True,
            sent="2024-01-31",
            stated="2024-02-01",
            basis=Source('Ett "brev"\nmed två rader \\ och \x7f \x1b', "§ 1"),
            overrides=[Override("sums", "kommun", "åäö 🦊")],
            extra={"dnr": "2024/17", "a b": "'''"},
        ),
        Renewed("2024-02-01", successor="b", period=Period("2025-01-01", "2026-01-01")),
        Resolved("2024-02-01", what="last_day", reading="2025-01-01"),
        Resolved("2024-02-01", what="total", reading="2150000.50"),
        Corrected("2024-02-01", event_no=1, to=Signed("2024-01-01", basis=Source("A", "B"))),
        Corrected("2024-02-01", event_no=0, to=Terms(first_day="2024-01", total=3)),
        Corrected("2024-02-01", event_no=1, why="skrivfel"),
    ],
    ids=lambda event: event.tag,
)
@pytest.mark.parametrize("head", ["", "paper = 'SON 1'\n", "events = []\n"])
def test_every_kind_of_field_is_written_as_it_is_read(
    tmp_path: Path, event: Event, head: str
) -> None:
    assert "id = 'a'" in added(tmp_path, f"id = 'a'\n{head}", event)


AGREED = Terms(
    parties=[
        Party("town", "The town", sector="public", bodies=[Body("board", "The board")]),
        Party("cafe", "The café", sector="civil", source=Source("A", "§ 1")),
    ],
    first_day="2024-01-01",
    last_day=Stated([Reading("2025-12-31", precision="month", text="december 2025")]),
    renewal=AutomaticRenewal("P1Y", "P6M", written=True),
    notice=Absent(Source("A", "§ 9")),
    total=900_000,
    contributions=[Contribution("town", "600000.50", form="cash")],
    target_group="Alla",
)
AS_WRITTEN = """\
[[events]]
event = "amended"
on = 2024-02-01
applies_from = 2024-03-01
agreed_by = ["cafe", "town"]

[events.terms]
first_day = 2024-01-01
notice = {absent = true, source = {paper = "A", place = "§ 9"}}
total = 900000
target_group = "Alla"

[[events.terms.parties]]
id = "town"
name = "The town"
sector = "public"

[[events.terms.parties.bodies]]
id = "board"
name = "The board"

[[events.terms.parties]]
id = "cafe"
name = "The café"
sector = "civil"
source = {paper = "A", place = "§ 1"}

[[events.terms.last_day]]
reading = 2025-12-31
precision = "month"
text = "december 2025"

[events.terms.renewal]
kind = "automatic"
length = "P1Y"
notice_before = "P6M"
written = true

[[events.terms.contributions]]
party = "town"
amount = "600000.50"
form = "cash"
"""


def test_an_amendment_is_written_as_people_write_terms(tmp_path: Path) -> None:
    event = Amended(
        "2024-02-01", terms=AGREED, applies_from="2024-03-01", agreed_by=["town", "cafe"]
    )
    head, tail = "id = 'a'\n\n[[events]]\nevent = 'noted'\non = 2024-01-01\n", "[extra]\nb = 'c'\n"

    found = added(tmp_path, f"{head}\n{tail}", event)

    assert f"{head}\n{AS_WRITTEN}\n{tail}" == found
    assert f"{found[: -len(tail)]}{BLOCK}\n{tail}" == added(tmp_path, found)


def test_a_correction_of_an_amendment_is_written_like_it(tmp_path: Path) -> None:
    amended = Amended("2024-01-02", terms=Terms(kind="iop", total=5), by="town")

    found = added(tmp_path, "id = 'a'\n", Corrected("2024-02-01", event_no=1, to=amended))

    assert found == (
        "id = 'a'\n\n"
        '[[events]]\nevent = "corrected"\non = 2024-02-01\nevent_no = 1\n\n'
        '[events.to]\nevent = "amended"\non = 2024-01-02\nby = "town"\n\n'
        '[events.to.terms]\nkind = "iop"\ntotal = 5\n'
    )


@pytest.mark.parametrize("head", ["", "paper = 'SON 1'\n\n[extra]\na = 'b'\n", "events = []\n"])
@pytest.mark.parametrize("kind", EVENTS, ids=TAG_OF.get)
def test_every_event_can_be_put_on_record(kind: type[Event], head: str) -> None:
    """Whatever an event holds, it is read from TOML as it was recorded."""

    @settings(
        max_examples=max(5, settings().max_examples // 20),
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
    )
    @given(st.lists(values(kind), min_size=1, max_size=2))
    def recorded(events: list[Event]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "a.toml")
            file.write_text(f"id = 'a'\n{head}", encoding="utf-8")
            for event in events:
                Original.read(file).adding(event).write()

            assert tuple(events) == load(file).events

    recorded()


def test_what_cannot_be_edited_in_place_is_left_alone(tmp_path: Path) -> None:
    """Events in brackets, and tables that the library for TOML does not give back as they are."""
    text = "id = 'a'\nevents = []\n[[total]]\namount = 1\n[extra]\nb = 'c'\n[[total]]\namount = 2\n"
    file = tmp_path / "a.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(Unwritable, match="cannot be added to without touching the rest"):
        Original.read(file).adding(NOTED)

    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("content", [b"id = 'b'", b"id = 'a'", b"id = ", b"\xff"])
def test_what_does_not_say_what_was_on_record_and_the_event_is_not_written(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "a.toml"
    file.write_text("id = 'a'", encoding="utf-8")

    with pytest.raises(Unwritable, match="cannot be added to without touching the rest"):
        Addition(Original.read(file), NOTED, "", content).check()


@pytest.mark.parametrize("header", [r'[["\u0065vents"]]', r'[["\U00000065vents"]]'])
def test_a_key_that_is_written_in_another_way_is_no_trap(tmp_path: Path, header: str) -> None:
    file = tmp_path / "a.toml"
    file.write_text(f"id = 'a'\n{header}\nevent = 'noted'\non = 2024-01-01\n", encoding="utf-8")
    before = load(file)
    try:
        Original.read(file).adding(NOTED).write()
    except Unwritable:
        assert before == load(file)
    else:
        assert before.record(NOTED) == load(file)


# --- JSON --------------------------------------------------------------------------------


def test_json_is_written_anew_two_blanks_a_step(tmp_path: Path) -> None:
    text = '{"id": "a", "title": "Åsa", "extra": {}}'

    assert (
        '{\n  "id": "a",\n  "title": "Åsa",\n  "extra": {},\n  "events": [\n    {\n'
        '      "event": "noted",\n      "v": 1,\n      "on": "2024-02-01",\n'
        '      "what": "X"\n    }\n  ]\n}\n'
    ) == added(tmp_path, text, name="a.json")


def test_json_lines_keep_the_line(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(b'\n{"id": "a", "events": []} \r\n\n')

    Original.read(file).adding(NOTED).write()

    event = '{"event": "noted", "v": 1, "on": "2024-02-01", "what": "X"}'
    assert f'\n{{"id": "a", "events": [{event}]}} \r\n\n'.encode() == file.read_bytes()
    assert (NOTED,) == load_all(file).agreements[0].events


def test_of_many_agreements_a_line_none_is_chosen(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "a"}\n{"id": "b"}\n', encoding="utf-8")

    with pytest.raises(BadDocument, match="holds 2 agreements, where one is meant"):
        Original.read(file)


# --- the file ----------------------------------------------------------------------------


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "a.toml"
    found.write_text("id = 'a'\n", encoding="utf-8")
    return found


def test_nothing_else_is_left_in_the_folder(file: Path) -> None:
    Original.read(file).adding(NOTED).write()

    assert [file] == list(file.parent.iterdir())


def test_the_rights_of_the_file_are_kept(file: Path) -> None:
    file.chmod(0o640)

    Original.read(file).adding(NOTED).write()

    assert 0o640 == stat.S_IMODE(file.stat().st_mode)


def test_a_link_stays_a_link(file: Path) -> None:
    folder = file.parent / "links"
    folder.mkdir()
    link = folder / "b.toml"
    link.symlink_to(file)

    Original.read(link).adding(NOTED).write()

    assert link.is_symlink()
    assert [link] == list(folder.iterdir())
    assert (NOTED,) == load(file).events


def test_what_somebody_else_wrote_meanwhile_is_not_lost(file: Path) -> None:
    addition = Original.read(file).adding(NOTED)
    file.write_text("id = 'a'\ntitle = 'changed'\n", encoding="utf-8")

    with pytest.raises(Unwritable, match="somebody has changed it since it was read"):
        addition.write()

    assert "id = 'a'\ntitle = 'changed'\n" == file.read_text(encoding="utf-8")
    assert [file] == list(file.parent.iterdir())


def test_a_file_that_has_gone_is_not_made_anew(file: Path) -> None:
    addition = Original.read(file).adding(NOTED)
    file.unlink()

    with pytest.raises(Unwritable, match="no such file or directory"):
        addition.write()

    assert not file.exists()


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user can reach."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.parametrize(
    ("folder_mode", "file_mode", "why"),
    [(0o555, 0o666, "permission denied"), (0o777, 0o444, "it is write-protected")],
)
def test_a_closed_folder_or_file_is_said_in_one_line(
    open_folder: Path, folder_mode: int, file_mode: int, why: str
) -> None:
    file = open_folder / "a.json"
    file.write_text(json.dumps(document("a")), encoding="utf-8")
    file.chmod(file_mode)
    open_folder.chmod(folder_mode)
    program = (
        "import os, sys\n"
        "from ioplife import Noted\n"
        "from ioplife.documents import Original\n"
        f"addition = Original.read({str(file)!r}).adding(Noted('2024-02-01'))\n"
        "os.getuid() or os.setuid(65534)\n"  # nothing is closed to root
        "try:\n"
        "    addition.write()\n"
        "except OSError as error:\n"
        "    print(error)\n"
    )
    before = file.read_bytes()

    done = subprocess.run(  # noqa: S603 - a program of ours
        [sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=False
    )

    open_folder.chmod(0o755)
    assert (f"{file}: cannot be written: {why}\n", "") == (done.stdout, done.stderr)
    assert ([file], before) == (list(open_folder.iterdir()), file.read_bytes())


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="is a folder, where one file is meant"):
        Original.read(tmp_path)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.toml", b"", "id: is missing"),
        ("a.json", b"", "not JSON"),
        ("a.jsonl", b"", "holds 0 agreements"),
        ("a.toml", b"\xff\xfe\x00", "not UTF-8 text"),
        ("a.pdf", b"%PDF", "no document by its suffix"),
    ],
)
def test_what_is_no_document_is_said(tmp_path: Path, name: str, content: bytes, told: str) -> None:
    (tmp_path / name).write_bytes(content)

    with pytest.raises(BadDocument, match=told):
        Original.read(tmp_path / name)
