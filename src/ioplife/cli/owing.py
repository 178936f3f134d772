"""What is owed and what is paid, as rows for people: instance by instance, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from pendulum import Date

from ioplife.absence import Absent, Unknown
from ioplife.dates import Period, month_end
from ioplife.duties import Basis, DutyKind
from ioplife.indices import IndexStatus
from ioplife.messages import fact_text, phrase
from ioplife.money import Payment, Refund, Step
from ioplife.sources import Source
from ioplife.standing import Cause, Occurrence, Progress, Standing
from ioplife.states import State
from ioplife.terms import Terms

DUTIES: Final = ("due", "duty", "number", "window", "progress", "who", "basis")
"""The columns of what is owed."""

MONEY: Final = ("number", "window", "nominal", "amount", "progress", "split", "why")
"""The columns of what is paid."""

REFUNDS: Final = ("number", "unused", "paid", "amount", "progress", "split", "why")
"""The columns of what is paid back."""

FEW: Final = 3
"""So many instances of a duty that have come equally far are shown one by one; more, as one."""

WHOLE: Final = Decimal(100)
"""Percent: so much of an index's change counts where the clause says nothing."""

_BEFORE: Final = frozenset({State.INITIATIVE, State.PROPOSED, State.APPROVED})
"""States in which nothing is owed yet."""


def duties(standing: Standing, lang: str) -> Iterator[tuple[str, ...]]:
    """What is owed besides payments, duty by duty.

    Many that have come equally far, one behind the other, are one row; of those to come the
    next one always stands by itself.
    """
    owed = [one for one in standing.occurrences if one.kind is not DutyKind.PAYMENT]
    place = {duty: number for number, duty in enumerate(dict.fromkeys(one.duty for one in owed))}
    owed.sort(key=lambda one: (place[one.duty], one.ordinal))
    for _how, found in groupby(owed, key=lambda one: (one.duty, one.progress)):
        run = list(found)
        if run[0].progress is Progress.COMING:
            yield _owed(run[:1], lang)
            run = run[1:]
        runs = [run] if len(run) > FEW else [[one] for one in run]
        for some in runs:
            yield _owed(some, lang)


def _owed(run: Sequence[Occurrence], lang: str) -> tuple[str, ...]:
    """One instance, or several as one row."""
    first, last = run[0], run[-1]
    if last.last is None:
        window = phrase("from-day", lang, first=first.first)
    else:
        window = _window(first.first, last.last, lang)
    basis = "" if first.basis is Basis.AGREEMENT else fact_text("basis", first.basis, lang)
    return (
        str(first.due) if first is last else _span(first.due, last.due, lang),
        f"{fact_text('kind', first.kind, lang)} ({first.duty})",
        phrase("ordinal", lang, number=_span(first.ordinal, last.ordinal, lang)),
        window,
        _progress(first.progress, first.number if first is last else None, lang),
        _who(first, lang),
        "  ".join(filter(None, (basis, _cited(first.source)))),
    )


def payments(paid: Sequence[Payment], lang: str) -> Iterator[tuple[str, ...]]:
    """Each payment: how much, to whom, and how that comes or why it is not known."""
    for one in paid:
        yield (
            _number(one, lang),
            _window(one.first, one.last, lang),
            _sum(one.nominal, lang),
            _sum(one.amount, lang),
            _progress(one.progress, None, lang),
            ", ".join(_split(one, lang)),
            "; ".join(_how(one, lang)),
        )


def refunds(paid_back: Sequence[Refund], lang: str) -> Iterator[tuple[str, ...]]:
    """What is paid back of each payment, by whom, and for which days; or why nobody knows."""
    for one in paid_back:
        parts = (f"{part.to} {_sum(part.amount, lang)}" for part in one.split)
        why = [_caused(cause, lang) for cause in one.reasons]
        if one.part is not None and not why:
            count, number = one.part
            why.append(phrase(f"unused-{one.by}", lang, count=count, number=number))
        yield (
            _number(one, lang),
            _days(one.unused, lang),
            _sum(one.paid, lang),
            _sum(one.amount, lang),
            _progress(one.progress, None, lang),
            ", ".join(parts),
            "; ".join(why),
        )


def unpaid(standing: Standing, terms: Terms, paid: Sequence[Payment]) -> str | None:
    """Why no payment is shown, as the name of a phrase; None where the terms have none."""
    if paid or isinstance(terms.payments, Absent):
        return None
    return "payments-unread" if isinstance(terms.payments, Unknown) else _none(standing)


def unowed(standing: Standing, terms: Terms) -> Iterator[str]:
    """Why nothing is shown of duties and of goals, as names of phrases."""
    lacking = False
    for name in ("duties", "goals"):
        stated = getattr(terms, name)
        if isinstance(stated, Unknown):
            yield f"{name}-unread"
        lacking = lacking or (isinstance(stated, tuple) and bool(stated))
    if lacking and all(one.kind is DutyKind.PAYMENT for one in standing.occurrences):
        yield _none(standing)


def _none(standing: Standing) -> str:
    """Why what the terms have is not worked out."""
    if standing.state in _BEFORE:
        return "owed-once-signed"
    return "owed-none" if standing.occurrences else "owed-unclear"


# --- words -------------------------------------------------------------------------------------


def _how(payment: Payment, lang: str) -> Iterator[str]:
    """The steps that count in a payment; or why its amount is not known."""
    if payment.covers is not None:
        yield phrase("covers", lang, days=_days(payment.covers, lang))
    for cause in payment.reasons:
        yield _caused(cause, lang)
    for step in () if payment.reasons else payment.steps:
        yield _step(step, lang)
    if payment.provisional:
        yield phrase("provisional", lang)
    if payment.undated:
        yield phrase("undated", lang)
    if payment.true_up is not None:
        before, difference = payment.true_up.before, payment.true_up.difference
        name = "true-up-down" if difference < 0 else "true-up"
        yield phrase(name, lang, amount=_sum(abs(difference), lang), before=_sum(before, lang))


def _number(one: Payment | Refund, lang: str) -> str:
    """Its number, and the label of its plan where that has one."""
    label = one.duty.partition(":")[2]
    return " ".join(filter(None, (label, phrase("ordinal", lang, number=one.ordinal))))


def _days(period: Period | None, lang: str) -> str:
    if period is None or period.last is None:
        return ""
    return _window(period.first, period.last, lang)


def _caused(cause: Cause, lang: str) -> str:
    return "  ".join(filter(None, (cause.text(lang), _cited(cause.source))))


def _step(step: Step, lang: str) -> str:
    name = "step-preliminary" if step.status is IndexStatus.PRELIMINARY else "step"
    said = phrase(
        name, lang, index=step.index, year=step.year, percent=step.percent, first=step.day
    )
    if step.share != WHOLE:
        said = phrase("step-share", lang, step=said, share=step.share)
    return "  ".join(filter(None, (said, _cited(step.source))))


def _split(payment: Payment, lang: str) -> Iterator[str]:
    """Who gets what: of the amount, or where nobody knows that, before any index."""
    for share in payment.split:
        told = share.nominal if isinstance(share.amount, Unknown) else share.amount
        yield f"{share.to} {_sum(told, lang)}"


def _sum(amount: Decimal | Unknown, lang: str) -> str:
    if isinstance(amount, Unknown):
        return phrase("amount-unknown", lang)
    return fact_text("amount", amount, lang, "kr")


def _window(first: Date, last: Date, lang: str) -> str:
    """A stretch of days; a whole month as a month."""
    if first.day == 1 and last == month_end(first):
        return f"{first:%Y-%m}"
    return _span(first, last, lang)


def _span(first: object, last: object, lang: str) -> str:
    return str(first) if first == last else phrase("span", lang, first=first, last=last)


def _progress(progress: Progress, number: int | None, lang: str) -> str:
    word = phrase(f"progress-{progress}", lang)
    return word if number is None else phrase("by-event", lang, progress=word, number=number)


def _who(one: Occurrence, lang: str) -> str:
    """Who owes it, or convenes it; an assessment is nobody's by the terms."""
    if isinstance(one.who, Unknown):
        return "" if one.kind is DutyKind.ASSESSMENT else phrase("who-unknown", lang)
    return " ".join(one.who)


def _cited(source: Source | None) -> str:
    return f"[{source.cite}]" if source else ""
