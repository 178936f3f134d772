"""Which days are working days, for deadlines set by law: from the extra, where it is there."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from typing import Final, TypeVar

from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.cli.streams import talk
from ioplife.dates import LONGEST_ROLL, DayLike, IsWorkingDay, days_between
from ioplife.standing import Standing

T = TypeVar("T")

_UNROLLED: Final = (
    "days set by law are told as counted: pip install 'ioplife[workdays]' to have them rolled to"
    " the next working day"
)


class Calendar:
    """Working days as the extra ``workdays`` has them; without it, what that leaves unsaid.

    Attributes:
        is_working_day: what every question is asked with; None without the extra. It loads
            the extra when it is first asked.
    """

    def __init__(self) -> None:
        self.is_working_day: IsWorkingDay | None = _asked if find_spec("holidays") else None
        self._told = False

    def heed(self, agreement: Agreement, day: Date) -> None:
        """Say once that nothing is rolled, where the days that matter may hang on it."""
        if self.is_working_day is None and not self._told:
            self._tell(_hangs(agreement.on(day)))

    def ask(self, question: Callable[[IsWorkingDay | None], T], gist: Callable[[T], object]) -> T:
        """The answer to a question; say once that nothing is rolled, where it hangs on it.

        Args:
            question: the question.
            gist: what of an answer matters.
        """
        answer = question(self.is_working_day)
        if self.is_working_day is None and not self._told:
            self._tell(gist(question(_every_day)) != gist(answer))
        return answer

    def _tell(self, hangs: bool) -> None:  # noqa: FBT001 - what was found out
        if hangs:
            self._told = True
            talk(_UNROLLED)


def _asked(day: DayLike) -> bool:
    from ioplife.workdays import is_working_day  # noqa: PLC0415 - holidays are loaded when asked

    return is_working_day(day)


def _every_day(_day: DayLike) -> bool:
    """As if nothing had to be rolled."""
    return True


def _hangs(standing: Standing) -> bool:
    """Whether a decision may still be appealed on a day that only the rolled deadline tells."""
    return any(
        days_between(one.appeal_ends, standing.on) <= LONGEST_ROLL
        for one in standing.final
        if one.appeal_ends is not None and one.annulled is None
    )
