"""What was agreed: parties, stated days and amounts, clauses, and the terms they make."""

from ioplife.absence import ABSENT, UNKNOWN, Absent, Unknown
from ioplife.dates import Precision
from ioplife.terms.agreed import Terms
from ioplife.terms.clauses import Contribution, Disbursement, Form, Kind
from ioplife.terms.described import DescribedLike, Description
from ioplife.terms.lasting import (
    UNLIMITED,
    AutomaticRenewal,
    Breach,
    CountsFrom,
    Notice,
    NoticeEnd,
    Renewal,
    RenewalOption,
    Times,
    Unlimited,
)
from ioplife.terms.ledgers import added, public_cash, public_part, public_share
from ioplife.terms.parties import Body, BodyKind, Party, Sector
from ioplife.terms.payments import PAYMENT, IndexClause, PaymentPlan
from ioplife.terms.resolving import Settled
from ioplife.terms.scopes import boards, in_force, in_scope
from ioplife.terms.stated import (
    AmountLike,
    Edge,
    Reading,
    Stated,
    StatedSum,
    Sum,
    as_amount,
)

__all__ = [
    "ABSENT",
    "PAYMENT",
    "UNKNOWN",
    "UNLIMITED",
    "Absent",
    "AmountLike",
    "AutomaticRenewal",
    "Body",
    "BodyKind",
    "Breach",
    "Contribution",
    "CountsFrom",
    "DescribedLike",
    "Description",
    "Disbursement",
    "Edge",
    "Form",
    "IndexClause",
    "Kind",
    "Notice",
    "NoticeEnd",
    "Party",
    "PaymentPlan",
    "Precision",
    "Reading",
    "Renewal",
    "RenewalOption",
    "Sector",
    "Settled",
    "Stated",
    "StatedSum",
    "Sum",
    "Terms",
    "Times",
    "Unknown",
    "Unlimited",
    "added",
    "as_amount",
    "boards",
    "in_force",
    "in_scope",
    "public_cash",
    "public_part",
    "public_share",
]
