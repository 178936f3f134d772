"""How a life is written: one method for each event, named by the event's tag."""

from ioplife.testing._writing.beginning import Beginning
from ioplife.testing._writing.deciding import Deciding
from ioplife.testing._writing.ending import Ending
from ioplife.testing._writing.lasting import Lasting
from ioplife.testing._writing.recording import Recording
from ioplife.testing._writing.said import Clauses, Said

__all__ = ["Clauses", "Said", "Writing"]


class Writing(Beginning, Deciding, Lasting, Ending, Recording):
    """A life that can be written on, event by event."""

    __slots__ = ()
