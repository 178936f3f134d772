"""A guard on a row of its own event, and the same guard on the row of another.

The comment on the last line says that the checkers reject it, and were an error if they did not;
``tests/architecture/test_typing.py`` takes it away and sees them reject that line alone.
"""

import ioplife as iop
from ioplife.lifecycle import SAME, Row


@iop.guard("own:in-writing", source=iop.Source("Riktlinjer", "§ 3"))
def in_writing(_case: iop.Case, event: iop.NoticeGiven) -> iop.Finding:
    """Notice is given in writing."""
    return iop.met() if event.written is True else iop.not_met()


@iop.guard("own:recorded", source=iop.Source("Riktlinjer", "§ 2"))
def recorded(case: iop.Case) -> iop.Finding:
    """Something is on record."""
    return iop.met() if case.recorded else iop.not_met()


IN_FORCE = (iop.State.ACTIVE, iop.State.FOLLOW_UP)

RIGHT = Row(event=iop.NoticeGiven, sources=IN_FORCE, target=SAME, guards=(in_writing, recorded))
ANY = Row(event=iop.Signed, sources=IN_FORCE, target=SAME, guards=(recorded,))
WRONG = Row(event=iop.Signed, sources=IN_FORCE, target=SAME, guards=(in_writing,))  # type: ignore[misc]
