"""What is owed, and when: duties, their cadences, and the windows these give a period.

From the terms alone: a window does not know what has happened.
"""

from ioplife.duties.cadences import (
    Cadence,
    Every,
    Fixed,
    InMonths,
    Once,
    PerWindow,
    Stretch,
    Stub,
    Window,
    as_cadence,
)
from ioplife.duties.goals import Goal, Horizon
from ioplife.duties.owed import FOLLOWED_UP, LEAD, Basis, Calls, Duty, DutyKind, as_who
from ioplife.duties.periods import FORESEEN, OnExtension, require_heed, require_order, windows

__all__ = [
    "FOLLOWED_UP",
    "FORESEEN",
    "LEAD",
    "Basis",
    "Cadence",
    "Calls",
    "Duty",
    "DutyKind",
    "Every",
    "Fixed",
    "Goal",
    "Horizon",
    "InMonths",
    "OnExtension",
    "Once",
    "PerWindow",
    "Stretch",
    "Stub",
    "Window",
    "as_cadence",
    "as_who",
    "require_heed",
    "require_order",
    "windows",
]
