"""The lifecycle: the table, and the fold of events and the calendar through it."""

from ioplife.lifecycle.fold import Life, Watch, fold
from ioplife.lifecycle.history import History, Record
from ioplife.lifecycle.register import Register
from ioplife.lifecycle.rows import SAME, Clock, Fork, Only, Row, Same, Source, Table, lead
from ioplife.lifecycle.schedule import Schedule, Slot
from ioplife.lifecycle.standings import edges, stand
from ioplife.lifecycle.table import LIFECYCLE
from ioplife.lifecycle.taking import take

__all__ = [
    "LIFECYCLE",
    "SAME",
    "Clock",
    "Fork",
    "History",
    "Life",
    "Only",
    "Record",
    "Register",
    "Row",
    "Same",
    "Schedule",
    "Slot",
    "Source",
    "Table",
    "Watch",
    "edges",
    "fold",
    "lead",
    "stand",
    "take",
]
