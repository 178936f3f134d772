"""The days that matter and the facts that are missing, for any day asked (RULES §9)."""

from ioplife.deadlines.codes import CODES, deadlines, turning_days
from ioplife.deadlines.deadline import Deadline, Severity

__all__ = ["CODES", "Deadline", "Severity", "deadlines", "turning_days"]
