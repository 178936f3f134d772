"""What the simulator may get wrong on purpose, to see that the comparison finds it."""

from typing import Final

import attrs

from ioplife.events import Event
from ioplife.states import State


@attrs.frozen(kw_only=True)
class Faults:
    """What the simulator gets wrong; by default nothing.

    Args:
        over_after: how many days after the last day it is over.
        starts_late: how many days after the first day it starts.
        dropped: events that have no row in a state.
        searches_again: whether the search begins again from the lowest waiting number.
        last_signs: whether the last signature counts itself.
        later_wins: whether of two corrections the later by number wins.
        windows_late: how many days too late every window lies.
        leads: whether a follow-up opens no earlier than its lead before it is due.
        due_on_seen: whether what is due on the day the paper vouches for is unrecorded.
        extras_count: whether what comes on top answers something that is owed all the same.
        waiver_closes: whether a waiver closes anything.
        window_kept: whether by its day alone an event answers only what it is in the window of.
        severe_late: how many days too late a flag becomes more severe.
        last_day_due: whether what is owed is still due on the last day of its window.
        within_closed: whether the last day of the window asked for is in it.
        only_binding: whether unrecorded is told only of what binds.
        steps: whether an extension is counted from the end before it.
        extends_late: how many days after its day an agreement goes on by itself.
        amended_late: how many days late an amendment applies.
        appeals_late: how many days too late the time to appeal is out.
        cured_late: how many days too late the time to correct a breach is out.
        noticed_late: how many days too late notice ends it.
        lifts: whether a lifted ending is lifted.
        annuls: whether what is annulled loses its effect.
        all_leave: whether it ends only when no party at all remains.
        ordinals_run: whether the ordinals run on where the terms are amended.
        stays: whether what nobody can count stays after the latest reading.
        own_window: whether what was done answers its own window, not one of that number.
        first_ending: whether of two endings the earliest day holds.
    """

    over_after: int = 1
    starts_late: int = 0
    dropped: frozenset[tuple[type[Event], State]] = frozenset()
    searches_again: bool = True
    last_signs: bool = True
    later_wins: bool = True
    windows_late: int = 0
    leads: bool = True
    due_on_seen: bool = True
    extras_count: bool = False
    waiver_closes: bool = True
    window_kept: bool = True
    severe_late: int = 0
    last_day_due: bool = True
    within_closed: bool = True
    only_binding: bool = True
    steps: bool = False
    extends_late: int = 0
    amended_late: int = 0
    appeals_late: int = 0
    cured_late: int = 0
    noticed_late: int = 0
    lifts: bool = True
    annuls: bool = True
    all_leave: bool = False
    ordinals_run: bool = True
    stays: bool = True
    own_window: bool = True
    first_ending: bool = True


NO_FAULTS: Final = Faults()
