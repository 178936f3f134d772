"""The days that matter and the facts that are missing, for any day asked (RULES §9)."""

from ioplife.deadlines.codes import CODES, NOTICE, URGENT, deadlines, turning_days
from ioplife.deadlines.deadline import Deadline, Severity

__all__ = ["CODES", "NOTICE", "URGENT", "Deadline", "Severity", "deadlines", "turning_days"]
