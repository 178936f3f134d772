"""The three answers: yes, no, unknown."""

from __future__ import annotations

import enum
from typing import NoReturn


class Answer(enum.Enum):
    """What ioplife answers where a bool would lie (svar).

    Unknown is not false: "find this out" is different advice from "no". An answer
    therefore has no truth value; compare it (``answer is Answer.YES``).
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        message = "an Answer is yes, no or unknown and has no truth value: compare it"
        raise TypeError(message)

    def __str__(self) -> str:
        return self.value
