"""A remark, and how much it weighs: values."""

from __future__ import annotations

import enum

import attrs

from ioplife.decisions import Verdict
from ioplife.facts import Facts
from ioplife.sources import Source


class Weight(enum.StrEnum):
    """How much a remark weighs."""

    WARNING = "warning"
    """Two things said do not agree, or one is hard to believe."""

    NOT_YET = "not_yet"
    """Something is unfinished; that is no mistake."""


@attrs.frozen
class Remark:
    """What deserves a second look in an agreement (anmärkning).

    Attributes:
        code: what it is: a guard's code, a flag's, or one of its own (``REMARKS``).
        weight: a warning, or not yet.
        facts: what it rests on.
        source: the clause, the paper or the act behind it.
        number: the number of the event it is about; None: the terms, or the whole.
        tag: that event's tag; or empty.
        verdict: what the guard said, where it was a guard.
    """

    code: str
    weight: Weight
    facts: Facts = ()
    source: Source | None = None
    number: int | None = None
    tag: str = ""
    verdict: Verdict | None = attrs.field(default=None, repr=False)

    def text(self, lang: str = "en") -> str:
        """The remark as a sentence, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import of_event, remark_text  # noqa: PLC0415 - loaded when asked for

        if self.verdict is None:
            return remark_text(self.code, self.facts, lang)
        sentence = self.verdict.text(lang)
        return sentence if self.number is None else of_event(self.number, self.tag, sentence, lang)


def of_verdict(
    verdict: Verdict, weight: Weight, number: int | None = None, tag: str = ""
) -> Remark:
    """What a guard said, as a remark."""
    source = verdict.clause or verdict.source
    return Remark(verdict.code, weight, verdict.facts, source, number, tag, verdict)
