"""For those who test agreement timelines, and their own policy (extra ``testing``)."""

from ioplife.testing import strategies
from ioplife.testing._chronicle import chronicle
from ioplife.testing._golden import NotWritten, golden
from ioplife.testing._holding import Invariant
from ioplife.testing._life import Life
from ioplife.testing._machine import LifeMachine, check, machine

__all__ = [
    "Invariant",
    "Life",
    "LifeMachine",
    "NotWritten",
    "check",
    "chronicle",
    "golden",
    "machine",
    "strategies",
]
