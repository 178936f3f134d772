"""What of the money deserves a second look: what nobody pays, and what is paid twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ioplife.duties import Stub
from ioplife.facts import facts
from ioplife.remarks.question import Question
from ioplife.remarks.remark import Remark, Weight
from ioplife.terms import UNKNOWN, Terms, paid_by


def unpaid(q: Question) -> Iterator[Remark]:
    """Disbursements that no plan pays, on some of the days on which they hold."""
    yield from _paid(q, "unpaid", lambda plans: not plans)


def paid_twice(q: Question) -> Iterator[Remark]:
    """Disbursements that several plans pay on the same days: each pays the whole of it."""
    yield from _paid(q, "paid-twice", lambda plans: len(plans) > 1)


def _paid(q: Question, code: str, found: Callable[[tuple[str, ...]], bool]) -> Iterator[Remark]:
    for line, days, plans in paid_by(q.terms):
        if found(plans):
            values: dict[str, object] = {"disbursement": line.id, "first_day": days.first}
            if q.terms.last_days:
                values["last_day"] = days.last
            if plans:
                values["plans"] = plans
            yield Remark(code, Weight.WARNING, facts(**values), line.source)


def needless(terms: Terms) -> Iterator[str]:
    """What is asked of no plan, or of no index clause, as these stand."""
    for plan in terms.plans:
        key = "payments" if len(terms.plans) == 1 else f"payments.{plan.id}"
        yield f"{key}.timing"  # what is paid in a month needs no span
        if not plan.spans or plan.becomes is not UNKNOWN:
            yield f"{key}.stub"
        if plan.becomes is not Stub.PRORATE:
            yield f"{key}.by"
    clauses = terms.indexation if isinstance(terms.indexation, tuple) else ()
    yield from (f"indexation.{place}.true_up" for place in range(len(clauses)))
