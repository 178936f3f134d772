"""What somebody asks a strategy for: a value, or a strategy of values."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypeAlias, TypedDict, TypeVar

import hypothesis.strategies as st
from hypothesis.strategies import SearchStrategy

from ioplife.dates import DurationLike
from ioplife.duties import Duty, Goal
from ioplife.errors import BadValue
from ioplife.norms import Norm
from ioplife.terms import (
    Absent,
    Breach,
    Contribution,
    DescribedLike,
    Disbursement,
    IndexClause,
    Kind,
    Notice,
    Party,
    PaymentPlan,
    Renewal,
    Repayment,
    Unknown,
)
from ioplife.terms.stated import StatedLike, SumLike

T = TypeVar("T")

Drawn: TypeAlias = T | SearchStrategy[T]
"""A value, or a strategy of such values."""


class Clauses(TypedDict, total=False):
    """The clauses of terms, each a value or a strategy; those left out are drawn."""

    parties: Drawn[Iterable[Party] | Unknown]
    first_day: Drawn[StatedLike]
    last_day: Drawn[StatedLike]
    length: Drawn[DurationLike | Absent | Unknown]
    open_ended: Drawn[bool]
    renewal: Drawn[Renewal | Absent | Unknown]
    notice: Drawn[Notice | Absent | Unknown]
    breach: Drawn[Breach | Absent | Unknown]
    kind: Drawn[Kind | str | Unknown]
    total: Drawn[SumLike]
    contributions: Drawn[Iterable[Contribution] | Unknown]
    disbursements: Drawn[Iterable[Disbursement] | Unknown]
    payments: Drawn[Iterable[PaymentPlan] | PaymentPlan | Absent | Unknown]
    indexation: Drawn[Iterable[IndexClause] | Absent | Unknown]
    repayment: Drawn[Repayment | Absent | Unknown]
    duties: Drawn[Iterable[Duty] | Absent | Unknown]
    goals: Drawn[Iterable[Goal] | Absent | Unknown]
    follows: Drawn[str | Absent | Unknown]
    norms: Drawn[Iterable[Norm]]
    participants: Drawn[DescribedLike]
    target_group: Drawn[DescribedLike]
    referral: Drawn[DescribedLike]
    activity: Drawn[DescribedLike]


def drawn(value: Drawn[T]) -> SearchStrategy[T]:
    """What to draw from: a strategy as it is, a value as the only one there is."""
    return value if isinstance(value, SearchStrategy) else st.just(value)


def plain(asked: Mapping[str, Any]) -> dict[str, Any]:
    """What is asked for by its value, which can be checked before anything is drawn."""
    return {name: one for name, one in asked.items() if not isinstance(one, SearchStrategy)}


def require_known(field: str, asked: Iterable[str], known: Collection[str]) -> None:
    """What is asked for is there to be asked for."""
    for name in asked:
        if name not in known:
            raise BadValue(field, name, f"must be one of {', '.join(sorted(known))}")


def kinds_of(kinds: type[T] | Iterable[type[T]], among: type[T], field: str) -> tuple[type[T], ...]:
    """Kinds, one or several, each a child of another."""
    given: tuple[object, ...] = tuple(kinds) if isinstance(kinds, Iterable) else (kinds,)
    found = [one for one in given if isinstance(one, type) and issubclass(one, among)]
    strange = [one for one in given if one is among or one not in found]
    if strange:
        raise BadValue(field, strange[0], f"must be a kind of {among.__name__}")
    return tuple(found)
