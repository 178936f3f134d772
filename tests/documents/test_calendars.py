"""When boards meet, read from a plain text with every mistake of it."""

from pathlib import Path

import pytest

from ioplife.documents import BadDocument, Unreadable, load_meetings
from ioplife.meetings import Meeting

TEXT = """\
# the boards' meetings of 2026

2026-06-16 Socialnämnden
2026-05-12\tArbetsmarknads- och näringslivsnämnden   # moved from the 19th
   2026-05-12
"""


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "2026.txt"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def mistakes(path: Path) -> list[tuple[int | None, str]]:
    with pytest.raises(BadDocument) as caught:
        load_meetings(path)
    return [(one.line, one.message) for one in caught.value.mistakes]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_line_is_a_day_and_perhaps_a_board(tmp_path: Path, line_end: str, mark: bytes) -> None:
    path = written(tmp_path, mark + TEXT.replace("\n", line_end).encode())
    assert (
        Meeting("2026-05-12"),
        Meeting("2026-05-12", "Arbetsmarknads- och näringslivsnämnden"),
        Meeting("2026-06-16", "Socialnämnden"),
    ) == load_meetings(path)


def test_every_mistake_is_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = "2026-02-30\n2026-06-16 Nämnden\n16 juni\n2026-06-16 nämnden\n2026-06-16\n"
    assert [
        (1, "must be a day of the calendar, not '2026-02-30'"),
        (3, "must be a day written YYYY-MM-DD, not '16'"),
        (4, "must be given once for a day and a board, not '2026-06-16 nämnden'"),
    ] == mistakes(written(tmp_path, text))


@pytest.mark.parametrize("text", ["", "\n\n", "# 2026-06-16\n"])
def test_a_text_without_a_meeting_is_a_mistake(tmp_path: Path, text: str) -> None:
    assert [(None, "no meeting in it")] == mistakes(written(tmp_path, text))


def test_what_is_no_text_or_not_there_is_told_as_of_any_file(tmp_path: Path) -> None:
    assert [(2, "not UTF-8 text")] == mistakes(written(tmp_path, b"2026-06-16\n\xff\n"))
    with pytest.raises(Unreadable):
        load_meetings(tmp_path / "2027.txt")
    with pytest.raises(Unreadable):
        load_meetings(tmp_path)
