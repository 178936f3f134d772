"""Guards and what they say: a finding, a verdict, a decision.

A *finding* is what a rule says; a *verdict* a finding with its rule and its override; a
*decision* all verdicts on one event. Values hold no function and can be hashed, pickled
and written as JSON.
"""

from __future__ import annotations

import enum
import inspect
import typing
from collections.abc import Callable, Iterable
from typing import Any, Final, Generic, Protocol, TypeVar, overload

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.checks import as_code
from ioplife.dates import IsWorkingDay
from ioplife.errors import BadValue, IopError
from ioplife.events import Event, Override
from ioplife.facts import Facts, facts
from ioplife.norms import LIBRARY_NORMS, Norms
from ioplife.sources import Source
from ioplife.standing import Standing
from ioplife.states import State
from ioplife.terms import Terms

E = TypeVar("E", bound=Event)
E_contra = TypeVar("E_contra", bound=Event, contravariant=True)


class Found(enum.Enum):
    """What a rule says of a case."""

    MET = "met"
    NOT_MET = "not_met"
    UNKNOWN = "unknown"
    NOT_CALLED_FOR = "not_called_for"

    @property
    def answer(self) -> Answer:
        """A rule that is not called for counts as met."""
        return _ANSWERS[self]


_ANSWERS: Final = {
    Found.MET: Answer.YES,
    Found.NOT_CALLED_FOR: Answer.YES,
    Found.NOT_MET: Answer.NO,
    Found.UNKNOWN: Answer.UNKNOWN,
}


@attrs.frozen
class Finding:
    """What a rule says. Make one with met, not_met, unknown or not_called_for.

    Args:
        found: which of the four.
        source: the place in the agreement it rests on, where there is one.
        facts: what it rests on.
        needs: the fields of the event that must be known before it can say.
        from_day: the day from which time alone would make it met.
    """

    found: Found
    source: Source | None = None
    facts: Facts = ()
    needs: tuple[str, ...] = ()
    from_day: Date | None = None


def met(source: Source | None = None, **values: object) -> Finding:
    """The rule is met."""
    return Finding(Found.MET, source, facts(**values))


def not_met(
    source: Source | None = None, from_day: Date | None = None, **values: object
) -> Finding:
    """The rule is not met; ``from_day`` is the day from which time alone would meet it."""
    return Finding(Found.NOT_MET, source, facts(**values), from_day=from_day)


def unknown(source: Source | None = None, needs: tuple[str, ...] = (), **values: object) -> Finding:
    """Nobody can say; ``needs`` names the fields of the event that would tell."""
    return Finding(Found.UNKNOWN, source, facts(**values), needs=needs)


def not_called_for(**values: object) -> Finding:
    """The rule does not apply here; it counts as met, and the verdict says so."""
    return Finding(Found.NOT_CALLED_FOR, facts=facts(**values))


@attrs.frozen(kw_only=True)
class Case:
    """What a guard may see: never the agreement, never the policy.

    Attributes:
        on: the day the question is asked for: the event's own.
        terms: what is agreed that day, with what has been resolved.
        standing: where the agreement stands before the event.
        events: what has been folded before it, in order, with the numbers.
        recorded: how many events are on record.
        unsettled: the numbers of later records that have an effect now and would have
            none with this event.
        norms: the numbers it is asked under.
        chain: the agreements that follow each other, this one among them; None: not told.
        is_working_day: whether a day is a working day; None: not told, and what hangs on it
            is unknown.
    """

    on: Date
    terms: Terms
    standing: Standing
    events: tuple[tuple[int, Event], ...] = ()
    recorded: int = 0
    unsettled: tuple[int, ...] = ()
    norms: Norms = LIBRARY_NORMS
    chain: Chain | None = None
    is_working_day: IsWorkingDay | None = None


@attrs.frozen(eq=False)
class Guard(Generic[E_contra]):
    """A named rule that must be met for an event; made by ``guard``.

    Attributes:
        code: its code, which is API.
        sentence: the rule in one sentence.
        source: the act or the paper it rests on.
        soft: whether it only warns.
        event: the events it fits.
        rule: the function.
        sentence_sv: the rule in Swedish; empty: the library's own tables say it, or nobody.
    """

    code: str
    sentence: str
    source: Source
    soft: bool
    event: type[Event]
    rule: Callable[[Case, E_contra], Finding]
    sentence_sv: str = ""

    def ask(self, case: Case, event: E_contra, *, hard: bool = False) -> Verdict:
        """The verdict on this event; ``hard`` where a policy has hardened a soft guard."""
        finding = self.rule(case, event)
        override = next((one for one in event.overrides if one.code == self.code), None)
        return Verdict.of(self, finding, override=override, soft=self.soft and not hard)


class _Decorator(Protocol):
    @overload
    def __call__(self, rule: Callable[[Case], Finding]) -> Guard[Event]: ...

    @overload
    def __call__(self, rule: Callable[[Case, E], Finding]) -> Guard[E]: ...


_SHAPE: Final = "must take the case, or the case and the event"
_POSITIONAL: Final = (
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
)


def guard(code: str, *, source: Source, soft: bool = False, sentence_sv: str = "") -> _Decorator:
    """Make a guard of a pure function; its docstring is the rule.

    The function takes the case (it then fits any event), or the case and an event (it
    then fits that event, and the type checker knows).

    Args:
        code: the guard's code; a host's own carries a prefix (``linkoping:own-budget``).
        source: the act or the paper the rule rests on.
        soft: a soft guard warns and never refuses.
        sentence_sv: the rule in Swedish, for those who ask for Swedish text.

    Raises:
        BadValue: for a code that is none, for no source, and for a function without a
            docstring or of another shape.
    """
    as_code(code, "guard")
    if not isinstance(source, Source):
        raise BadValue("guard", source, "must be a Source")

    def make(rule: Callable[..., Finding]) -> Guard[Any]:
        sentence = inspect.cleandoc(rule.__doc__ or "").partition("\n\n")[0].replace("\n", " ")
        if not sentence:
            raise BadValue("guard", code, "must have a docstring: it is the rule")
        asked = inspect.signature(rule).parameters.values()
        names = [one.name for one in asked if one.kind in _POSITIONAL]
        if len(names) < len(asked):
            raise BadValue("guard", code, _SHAPE)
        if len(names) == 1:
            return Guard(
                code, sentence, source, soft, Event, lambda case, _event: rule(case), sentence_sv
            )
        if len(names) != 2:  # noqa: PLR2004 - the case and the event
            raise BadValue("guard", code, _SHAPE)
        try:
            fits = typing.get_type_hints(rule).get(names[1])
        except (AttributeError, NameError):  # a name that stands for nothing
            fits = None
        if not (isinstance(fits, type) and issubclass(fits, Event)):
            raise BadValue("guard", code, "must say by its type which event it fits")
        return Guard(code, sentence, source, soft, fits, rule, sentence_sv)

    return make


class Status(enum.StrEnum):
    """What a verdict does to the decision."""

    OK = "ok"
    REASON = "reason"
    WARNING = "warning"
    QUESTION = "question"
    ACCEPTED = "accepted"


_MARKS: Final = {
    Status.REASON: "x",
    Status.WARNING: "!",
    Status.QUESTION: "?",
    Status.ACCEPTED: "+",
}


@attrs.frozen
class Verdict:
    """What one guard said of one event.

    Attributes:
        code: the guard's code.
        found: met, not met, unknown, or not called for.
        soft: whether it only warns.
        sentence: the rule, in English.
        facts: what the finding rests on.
        source: the act or the paper behind the rule.
        clause: the place in the agreement, where the finding names one.
        needs: the fields of the event that must be known before it can say.
        from_day: the day from which time alone would meet it.
        override: who answers for it, where somebody does.
        sentence_sv: the rule in Swedish, where the guard has it.
    """

    code: str
    found: Found
    soft: bool
    sentence: str
    source: Source
    facts: Facts = ()
    clause: Source | None = None
    needs: tuple[str, ...] = ()
    from_day: Date | None = None
    override: Override | None = None
    sentence_sv: str = ""

    @classmethod
    def of(
        cls, rule: Guard[Any], finding: Finding, *, override: Override | None, soft: bool
    ) -> Verdict:
        """The verdict of a guard that has found something."""
        return cls(
            rule.code,
            finding.found,
            soft,
            rule.sentence,
            rule.source,
            finding.facts,
            finding.source,
            finding.needs,
            finding.from_day,
            override,
            rule.sentence_sv,
        )

    @property
    def answer(self) -> Answer:
        """Whether the rule is met."""
        return self.found.answer

    @property
    def status(self) -> Status:
        """What it does to the decision (RULES §4).

        A soft guard never refuses; an override accepts it, or a hard one that is unknown.
        """
        if self.answer is Answer.YES:
            return Status.OK
        if self.override is not None and (self.soft or self.answer is Answer.UNKNOWN):
            return Status.ACCEPTED
        if not self.soft:
            return Status.REASON
        return Status.WARNING if self.answer is Answer.NO else Status.QUESTION

    def text(self, lang: str = "en") -> str:
        """What it says as a sentence, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import verdict_text  # noqa: PLC0415 - loaded when asked for

        rule = (lang == "sv" and self.sentence_sv) or self.sentence
        return verdict_text(self.code, self.found.value, self.facts, rule, lang)


@attrs.frozen
class Decision:
    """What would come of one event: yes, no or unknown, with every guard's verdict.

    Its truth value is "the answer is yes".

    Attributes:
        event: the event asked about.
        state: the state it met.
        verdicts: what every guard said, in the table's order.
        policy: the name of the policy it was asked under.
        target: the state its row leads to, before the clock is tried; None where the answer
            is not yes.
    """

    event: Event
    state: State | None
    verdicts: tuple[Verdict, ...]
    policy: str
    target: State | None = None

    @property
    def on(self) -> Date:
        """The day it was asked for."""
        return self.event.on

    @property
    def answer(self) -> Answer:
        """No if a hard guard is not met, else unknown if one is unknown, else yes."""
        answers = {verdict.answer for verdict in self.reasons}
        if Answer.NO in answers:
            return Answer.NO
        return Answer.UNKNOWN if answers else Answer.YES

    def __bool__(self) -> bool:
        return self.answer is Answer.YES

    @property
    def reasons(self) -> tuple[Verdict, ...]:
        """The verdicts that refuse."""
        return tuple(one for one in self.verdicts if one.status is Status.REASON)

    @property
    def remarks(self) -> tuple[Verdict, ...]:
        """The verdicts that warn, ask or were accepted."""
        quiet = (Status.OK, Status.REASON)
        return tuple(one for one in self.verdicts if one.status not in quiet)

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons."""
        return tuple(verdict.code for verdict in self.reasons)

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields of the event that must be known before it can be answered, sorted."""
        return tuple(sorted({name for one in self.verdicts for name in one.needs}))

    def text(self, lang: str = "en") -> str:
        """The whole decision in words, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import heading  # noqa: PLC0415 - loaded when text is asked for

        lines = [heading(self.event.tag, self.answer.value, str(self.on), lang)]
        for verdict in (*self.reasons, *self.remarks):
            place = verdict.clause or verdict.source
            lines.append(f"  {_MARKS[verdict.status]} {verdict.text(lang)}   [{place.cite}]")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()


@attrs.frozen
class Option:
    """What could be done on a day: an event of the table, and its answer so far.

    Attributes:
        tag: the event's tag.
        answer: its answer while nothing but the day is given.
        needs: the fields that must be known before it can be answered, sorted.
        verdicts: what the guards say so far.
        policy: the name of the policy it was asked under.
    """

    tag: str
    answer: Answer
    needs: tuple[str, ...]
    verdicts: tuple[Verdict, ...]
    policy: str


class Refused(IopError):
    """An event was applied that the decision does not answer yes to.

    Args:
        decision: the decision, with all its reasons.
    """

    def __init__(self, decision: Decision) -> None:
        super().__init__(decision)
        self.decision = decision

    def __str__(self) -> str:
        return str(self.decision)


def ask(
    guards: Iterable[Guard[E]], case: Case, event: E, hardened: frozenset[str] = frozenset()
) -> tuple[Verdict, ...]:
    """Every guard's verdict on the event: all of them, always."""
    return tuple(rule.ask(case, event, hard=rule.code in hardened) for rule in guards)
