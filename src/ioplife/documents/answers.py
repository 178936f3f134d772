"""Answers as tables, for those who read JSON: decisions, standings, plans, flags and the like.

Days are ISO text. What is UNKNOWN is null, as what there is none of; a standing tells
the two apart under ``unknown``.
"""

from __future__ import annotations

import enum
from decimal import Decimal
from typing import Any

import attrs
from pendulum import Date

from ioplife.dates import Duration
from ioplife.decisions import Decision, Verdict
from ioplife.documents.mistakes import Mistake
from ioplife.documents.tables import dump_event
from ioplife.flags import Flag
from ioplife.money import Payment, Refund
from ioplife.planning import Plan, PlanDay
from ioplife.remarks import Remark
from ioplife.sources import Source
from ioplife.standing import Cause, Change, Standing
from ioplife.terms import Unknown


def dump_decision(decision: Decision, agreement_id: str, *, lang: str = "en") -> dict[str, Any]:
    """A decision as a table, every verdict with it.

    Args:
        decision: the decision.
        agreement_id: the id of the agreement it was asked of.
        lang: the language of the sentences: Swedish (``sv``) or English (``en``).
    """
    return {
        "on": plain(decision.on),
        "agreement": agreement_id,
        "event": dump_event(decision.event),
        "state": plain(decision.state),
        "answer": plain(decision.answer),
        "policy": decision.policy,
        "needs": list(decision.needs),
        "verdicts": [_verdict(verdict, lang) for verdict in decision.verdicts],
    }


def _verdict(verdict: Verdict, lang: str) -> dict[str, Any]:
    return {
        "code": verdict.code,
        "answer": plain(verdict.answer),
        "strength": "soft" if verdict.soft else "hard",
        "status": plain(verdict.status),
        "sentence": verdict.text(lang),
        "facts": _facts(verdict.facts),
        "source": plain(verdict.source),
        "clause": plain(verdict.clause),
        "override": plain(verdict.override),
    }


def dump_standing(standing: Standing, agreement_id: str, *, lang: str = "en") -> dict[str, Any]:
    """A standing as a table.

    Beside the standing's own fields it has ``agreement``, and ``unknown``: the names of the
    fields that are null because nobody knows.

    Args:
        standing: the standing.
        agreement_id: the id of the agreement.
        lang: the language of the sentences under ``because``.
    """
    own = attrs.asdict(standing, recurse=False)
    unknown = sorted(name for name, value in own.items() if isinstance(value, Unknown))
    return {**_of_day(own, agreement_id, "because", lang), "unknown": unknown}


def dump_payment(payment: Payment, agreement_id: str, *, lang: str = "en") -> dict[str, Any]:
    """A payment as a table: the payment's own fields, and ``agreement``.

    Amounts and percents are decimal text; what is null, nobody knows. ``reasons`` say why
    where that is the amount.

    Args:
        payment: the payment, as it is known on a day.
        agreement_id: the id of the agreement.
        lang: the language of the sentences under ``reasons``.
    """
    return _of_day(attrs.asdict(payment, recurse=False), agreement_id, "reasons", lang)


def dump_refund(refund: Refund, agreement_id: str, *, lang: str = "en") -> dict[str, Any]:
    """What is paid back of a payment as a table: its own fields, and ``agreement``.

    Amounts are decimal text; what is null, nobody knows. ``reasons`` say why where that is
    the amount.

    Args:
        refund: what is paid back, as it is known on a day.
        agreement_id: the id of the agreement.
        lang: the language of the sentences under ``reasons``.
    """
    return _of_day(attrs.asdict(refund, recurse=False), agreement_id, "reasons", lang)


def _of_day(own: dict[str, Any], agreement_id: str, why: str, lang: str) -> dict[str, Any]:
    """The fields of an answer for a day: the day and the agreement first, the causes last."""
    causes = [dump_cause(one, lang) for one in own.pop(why)]
    return {
        "on": plain(own.pop("on")),
        "agreement": agreement_id,
        **{name: plain(value) for name, value in own.items()},
        why: causes,
    }


def dump_cause(cause: Cause, lang: str) -> dict[str, Any]:
    """A cause as a table, with its sentence."""
    return {
        "code": cause.code,
        "facts": _facts(cause.facts),
        "sentence": cause.text(lang),
        "source": plain(cause.source),
    }


def dump_change(change: Change, *, lang: str = "en") -> dict[str, Any]:
    """One line of a timeline as a table.

    Args:
        change: the change.
        lang: the language of the sentence: Swedish (``sv``) or English (``en``).
    """
    return {
        "on": plain(change.on),
        "tag": change.tag,
        "number": change.number,
        "before": plain(change.before),
        "after": plain(change.after),
        "anomaly": change.anomaly,
        "cause": dump_cause(change.cause, lang),
    }


def dump_flag(flag: Flag, *, lang: str = "en") -> dict[str, Any]:
    """A flag as a table.

    Args:
        flag: the flag.
        lang: the language of the sentence: Swedish (``sv``) or English (``en``).
    """
    return {
        "key": flag.key,
        "agreement": flag.agreement,
        "title": flag.title,
        "code": flag.code,
        "day": plain(flag.day),
        "days_left": flag.days_left,
        "who": list(flag.who),
        "severity": plain(flag.severity),
        "facts": _facts(flag.facts),
        "sentence": flag.text(lang),
        "source": plain(flag.source),
    }


def dump_plan(plan: Plan, agreement_id: str, *, lang: str = "en") -> dict[str, Any]:
    """A plan as a table: the plan's own fields, ``agreement``, and ``decision``.

    A day of it has ``day`` and ``cause``: how it is come by; null where there is none, and
    ``missing`` says why.

    Args:
        plan: the plan.
        agreement_id: the id of the agreement.
        lang: the language of the sentences: Swedish (``sv``) or English (``en``).
    """
    names = ("target", "decide_by", "meeting", "papers_by", "follow_up")
    return {
        "on": plain(plan.on),
        "agreement": agreement_id,
        "decision": plain(plan.decision),
        **{name: _planned(getattr(plan, name), lang) for name in names},
        "who": list(plan.who),
        "missing": [dump_cause(one, lang) for one in plan.missing],
    }


def _planned(day: PlanDay | None, lang: str) -> dict[str, Any] | None:
    return None if day is None else {"day": plain(day.day), "cause": dump_cause(day.cause, lang)}


def dump_mistake(mistake: Mistake) -> dict[str, Any]:
    """A mistake as a table: file, line, path and message."""
    names = ("file", "line", "path", "message")
    return {name: getattr(mistake, name) for name in names}


def dump_remark(remark: Remark, *, lang: str = "en") -> dict[str, Any]:
    """A remark as a table.

    Args:
        remark: the remark.
        lang: the language of the sentence: Swedish (``sv``) or English (``en``).
    """
    return {
        "strength": remark.weight.value,
        "code": remark.code,
        "path": "",
        "event": remark.number,
        "sentence": remark.text(lang),
        "facts": _facts(remark.facts),
        "source": plain(remark.source),
    }


def _facts(facts: tuple[tuple[str, object], ...]) -> dict[str, Any]:
    return {name: plain(value) for name, value in facts}


def plain(value: object) -> Any:  # noqa: ANN401 - whatever JSON has
    """Any value of ours as JSON has it."""
    match value:
        case None | Unknown():
            return None
        case enum.Enum():
            return value.value
        case str() | int():
            return value
        case Date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
        case Duration():
            return str(value)
        case Source():
            return {"paper": value.paper, "place": value.place, "cite": value.cite}
        case tuple():
            return [plain(one) for one in value]
        case _:
            names = attrs.fields_dict(_kind(value))
            return {name: plain(getattr(value, name)) for name in names}


def _kind(value: object) -> type[attrs.AttrsInstance]:
    kind = type(value)
    if not attrs.has(kind):
        raise TypeError(kind)
    return kind
