"""How the command ends; these numbers are API."""

from __future__ import annotations

import enum
from typing import Final


class Exit(enum.IntEnum):
    """What the command tells the shell."""

    DONE = 0
    FLAGGED = 1
    UNREADABLE = 2
    REFUSED = 3


_GRAVEST: Final = (Exit.UNREADABLE, Exit.REFUSED, Exit.FLAGGED)


def gravest(*exits: Exit) -> Exit:
    """The one that counts where several apply: 2, then 3, then 1."""
    return next((one for one in _GRAVEST if one in exits), Exit.DONE)
