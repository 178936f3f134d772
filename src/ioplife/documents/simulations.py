"""What would follow, as tables for those who read JSON: simulations, differences, totals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ioplife.differences import Difference, FlagDifference, MoneyDifference
from ioplife.documents.answers import (
    dump_cause,
    dump_change,
    dump_decision,
    dump_flag,
    dump_payment,
    dump_refund,
    dump_standing,
    plain,
)
from ioplife.documents.tables import dump_event
from ioplife.flags import Raised
from ioplife.outlooks import Balance
from ioplife.simulation import Simulation, Supposed
from ioplife.suppositions import NotRenewed, Supposition, WhenDue
from ioplife.totals import Total, Totals


def dump_simulation(simulation: Simulation, *, lang: str = "en") -> dict[str, Any]:
    """A simulation as a table: each step, the life that would be, and what differs.

    Amounts are decimal text; what is null, nobody knows, or there is none of.

    Args:
        simulation: the simulation.
        lang: the language of the sentences: Swedish (``sv``) or English (``en``).
    """
    ident = simulation.agreement.id
    return {
        "on": plain(simulation.on),
        "until": plain(simulation.until),
        "agreement": ident,
        "title": simulation.agreement.title,
        "policy": simulation.policy,
        "answer": plain(simulation.answer),
        "steps": [_step(one, ident, lang) for one in simulation.steps],
        "standing": dump_standing(simulation.standing, ident, lang=lang),
        "timeline": [dump_change(one, lang=lang) for one in simulation.timeline],
        "flags": _runs(simulation.flags, lang),
        "money": _balance(simulation.money, ident, lang),
        "diff": _difference(simulation.diff, lang),
    }


def dump_totals(totals: Totals) -> dict[str, Any]:
    """What many simulations come to, as a table.

    Args:
        totals: the totals.
    """
    names = ("agreements", "changed", "yes", "no", "unknown")
    return {name: getattr(totals, name) for name in names} | {
        "before": _total(totals.before),
        "after": _total(totals.after),
    }


def _step(step: Supposed, ident: str, lang: str) -> dict[str, Any]:
    decision = step.decision
    return {
        "supposed": _how(step.supposed),
        "answer": plain(step.answer),
        "recorded": step.recorded,
        "event": None if step.event is None else dump_event(step.event),
        "decision": None if decision is None else dump_decision(decision, ident, lang=lang),
        "cause": None if step.cause is None else dump_cause(step.cause, lang),
    }


def _how(supposed: Supposition) -> str:
    match supposed:
        case WhenDue():
            return "when_due"
        case NotRenewed():
            return "not_renewed"
        case _:
            return "event"


def _runs(runs: Iterable[Raised] | None, lang: str) -> list[dict[str, Any]] | None:
    if runs is None:
        return None
    return [
        {"first": plain(run.first), "last": plain(run.last), "flag": dump_flag(run.flag, lang=lang)}
        for run in runs
    ]


def _balance(balance: Balance, ident: str, lang: str) -> dict[str, Any]:
    return {
        "due": plain(balance.due),
        "repaid": plain(balance.repaid),
        "untold": balance.untold,
        "payments": [dump_payment(one, ident, lang=lang) for one in balance.payments],
        "repayments": [dump_refund(one, ident, lang=lang) for one in balance.repayments],
    }


def _difference(diff: Difference, lang: str) -> dict[str, Any]:
    last, flags = diff.last_day, diff.flags
    return {
        "gone": [dump_change(one, lang=lang) for one in diff.gone],
        "come": [dump_change(one, lang=lang) for one in diff.come],
        "states": [
            {
                "first": plain(one.period.first),
                "last": plain(one.period.last),
                "before": plain(one.before),
                "after": plain(one.after),
            }
            for one in diff.states
        ],
        "last_day": None
        if last is None
        else {"before": plain(last.before), "after": plain(last.after), "days": last.days},
        "flags": None if flags is None else [_flag(one, lang) for one in flags],
        "money": [_money(one) for one in diff.money],
        "due": plain(diff.due),
        "repaid": plain(diff.repaid),
    }


def _flag(one: FlagDifference, lang: str) -> dict[str, Any]:
    return {
        "key": one.key,
        "how": one.how,
        "before": _runs(one.before, lang),
        "after": _runs(one.after, lang),
    }


def _money(one: MoneyDifference) -> dict[str, Any]:
    either = one.either
    return {
        "what": "repayment" if one.repayment else "payment",
        "duty": either.duty,
        "ordinal": either.ordinal,
        "before": None if one.before is None else plain(one.before.amount),
        "after": None if one.after is None else plain(one.after.amount),
        "amount": plain(one.amount),
        "days": one.days,
    }


def _total(total: Total) -> dict[str, Any]:
    counts = ("ending", "ended", "later", "open_ended", "unknown", "unbound")
    return {
        "ends": [{"day": plain(day), "agreements": number} for day, number in total.ends],
        **{name: getattr(total, name) for name in counts},
        "due": plain(total.due),
        "repaid": plain(total.repaid),
        "untold": total.untold,
    }
