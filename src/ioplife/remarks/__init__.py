"""What deserves a second look in an agreement: what does not agree, and what is unfinished."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from ioplife.agreement import Agreement
from ioplife.chains import Chain
from ioplife.dates import DayLike, IsWorkingDay
from ioplife.policy import DEFAULT, Policy
from ioplife.remarks import agreed, lasting, paying, recorded
from ioplife.remarks.agreed import MOST
from ioplife.remarks.question import Question
from ioplife.remarks.remark import Remark, Weight

__all__ = ["MOST", "REMARKS", "Remark", "Weight", "review"]


def review(
    agreement: Agreement,
    on: DayLike,
    *,
    policy: Policy = DEFAULT,
    chain: Chain | None = None,
    is_working_day: IsWorkingDay | None = None,
) -> tuple[Remark, ...]:
    """What deserves a second look on a day: warnings first, then what is not yet there.

    It refuses nothing. What is UNKNOWN is not yet there, and never wrong.

    Args:
        agreement: the agreement.
        on: the day; of terms and readings, those that hold on it; of events, all on record.
        policy: whose guards are asked again of every recorded event, and whose share of the
            whole the public parties are held to, where the agreement has none of its own.
        chain: the agreements that follow each other, for what is asked of the successor;
            what is told of the chain itself is in ``ioplife.review_chain``.
        is_working_day: whether a day is a working day (``ioplife.workdays``); None: what
            hangs on it is unknown.
    """
    question = Question(agreement, on, policy, chain, is_working_day)
    found = [remark for rule in (*_BORROWED, *REMARKS.values()) for remark in rule(question)]
    return tuple(sorted(found, key=lambda one: one.weight is not Weight.WARNING))


_Rule: TypeAlias = Callable[[Question], Iterator[Remark]]

REMARKS: Final[Mapping[str, _Rule]] = MappingProxyType(
    {
        "readings-differ": agreed.differing,
        "index-conflict": agreed.disagreeing,
        "unpaid": paying.unpaid,
        "paid-twice": paying.paid_twice,
        "goal-beyond-period": agreed.beyond,
        "duty-never-due": agreed.never_due,
        "unit-slip": agreed.slipped,
        "notice-longer-than-extension": lasting.longer_than_extension,
        "notice-longer-than-period": lasting.longer_than_period,
        "option-never-in-time": lasting.never_in_time,
        "renewal-open-ended": lasting.nothing_to_extend,
        "cure-longer-than-notice": lasting.longer_than_notice,
        "norm-out-of-scope": lasting.out_of_scope,
        "amendment-leaves-out": recorded.left_out,
        "event-to-come": recorded.to_come,
        "renewal-unread": lasting.renewal_unread,
        "unread": agreed.unread,
    }
)
"""The codes that are not a guard's, each with the rule that says it; of a flag's name, it is
told on every day."""

_BORROWED: Final = (
    agreed.guarded,
    recorded.without_effect,
    recorded.audited,
    recorded.unfinished,
)
"""The rules whose codes are those of guards and flags."""
