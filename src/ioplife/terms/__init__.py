"""What was agreed: parties, stated days and amounts, clauses, and the terms they make."""

from ioplife.absence import ABSENT, UNKNOWN, Absent, Unknown
from ioplife.dates import Precision
from ioplife.terms.agreed import Terms
from ioplife.terms.clauses import Contribution, Disbursement, Form, Kind
from ioplife.terms.described import DescribedLike, Description
from ioplife.terms.indexing import KRONA, IndexClause, Rounding, Rounds, Steps, Way, disagreeing
from ioplife.terms.instalments import End, Instalment, Part
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
from ioplife.terms.ledgers import (
    added,
    holding,
    paid_by,
    public_cash,
    public_part,
    public_share,
    stretches,
)
from ioplife.terms.parties import Body, BodyKind, Party, Sector
from ioplife.terms.paydays import FirstDays, OnDay, PayCadence
from ioplife.terms.payments import PAYMENT, CountedIn, PaymentPlan, Timing
from ioplife.terms.repaying import Repayment
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
    "KRONA",
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
    "CountedIn",
    "CountsFrom",
    "DescribedLike",
    "Description",
    "Disbursement",
    "Edge",
    "End",
    "FirstDays",
    "Form",
    "IndexClause",
    "Instalment",
    "Kind",
    "Notice",
    "NoticeEnd",
    "OnDay",
    "Part",
    "Party",
    "PayCadence",
    "PaymentPlan",
    "Precision",
    "Reading",
    "Renewal",
    "RenewalOption",
    "Repayment",
    "Rounding",
    "Rounds",
    "Sector",
    "Settled",
    "Stated",
    "StatedSum",
    "Steps",
    "Sum",
    "Terms",
    "Times",
    "Timing",
    "Unknown",
    "Unlimited",
    "Way",
    "added",
    "as_amount",
    "boards",
    "disagreeing",
    "holding",
    "in_force",
    "in_scope",
    "paid_by",
    "public_cash",
    "public_part",
    "public_share",
    "stretches",
]
