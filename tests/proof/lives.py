"""Lives to ask of: in every state, with every clause read, absent and unread."""

from __future__ import annotations

from typing import Final

from tests.proof.beginning import from_the_beginning
from tests.proof.binding import in_force
from tests.proof.entered import taken_in
from tests.proof.others import later_records, proposals

TOLD: Final = (
    *from_the_beginning(),
    *in_force(),
    *taken_in(),
    *proposals(),
    *later_records(),
)
"""Every life that is asked of."""
