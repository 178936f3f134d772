"""What is paid and paid back: when, to whom and how much, as it is known on a day."""

from ioplife.money.paying import payments
from ioplife.money.payment import REASONS, Payment, Portion, Share, TrueUp
from ioplife.money.repaying import UNTOLD, Refund, repayments
from ioplife.money.steps import Step

__all__ = [
    "REASONS",
    "UNTOLD",
    "Payment",
    "Portion",
    "Refund",
    "Share",
    "Step",
    "TrueUp",
    "payments",
    "repayments",
]
