"""When boards meet, as a plain text: a day a line, and perhaps the board."""

from __future__ import annotations

from typing import Final

from ioplife.documents.mistakes import BadDocument, Mistake, message_of
from ioplife.errors import BadValue
from ioplife.meetings import ONCE, Meeting, meetings

COMMENT: Final = "#"


def from_text(text: str, file: str) -> tuple[Meeting, ...]:
    """The meetings of a text, in the order of their days.

    ``2026-06-16``, or ``2026-06-16 Socialnämnden``: whatever follows the day names the board.
    What stands behind a ``#`` says nothing.

    Raises:
        BadDocument: with every mistake in it, and where there is no meeting at all.
    """
    found: list[Meeting] = []
    seen: set[object] = set()
    wrong: list[Mistake] = []
    for number, line in enumerate(text.splitlines(), 1):
        said = line.partition(COMMENT)[0].strip()
        if not said:
            continue
        try:
            meeting = _meeting(said)
        except BadValue as error:
            wrong.append(Mistake(file, number, "", message_of(error)))
            continue
        if meeting.place in seen:
            wrong.append(Mistake(file, number, "", f"{ONCE}, not {said!r}"))
        seen.add(meeting.place)
        found.append(meeting)
    if not found and not wrong:
        wrong.append(Mistake(file, None, "", "no meeting in it", unread=True))
    if wrong:
        raise BadDocument(wrong)
    return meetings(found, "meetings")


def _meeting(said: str) -> Meeting:
    day, *board = said.split(maxsplit=1)
    return Meeting(day, board[0] if board else None)
