"""What was agreed: parties, stated days and amounts, clauses, and the terms they make."""

from ioplife.absence import ABSENT, UNKNOWN, Absent, Unknown
from ioplife.terms.agreed import Settled, Terms
from ioplife.terms.clauses import (
    UNLIMITED,
    Contribution,
    CountsFrom,
    Disbursement,
    Form,
    Kind,
    Notice,
    NoticeEnd,
    RenewalOption,
    Unlimited,
)
from ioplife.terms.parties import Body, BodyKind, Party, Sector
from ioplife.terms.stated import (
    AmountLike,
    Edge,
    Precision,
    Reading,
    Stated,
    StatedSum,
    Sum,
    as_amount,
)

__all__ = [
    "ABSENT",
    "UNKNOWN",
    "UNLIMITED",
    "Absent",
    "AmountLike",
    "Body",
    "BodyKind",
    "Contribution",
    "CountsFrom",
    "Disbursement",
    "Edge",
    "Form",
    "Kind",
    "Notice",
    "NoticeEnd",
    "Party",
    "Precision",
    "Reading",
    "RenewalOption",
    "Sector",
    "Settled",
    "Stated",
    "StatedSum",
    "Sum",
    "Terms",
    "Unknown",
    "Unlimited",
    "as_amount",
]
