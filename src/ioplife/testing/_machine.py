"""A machine of rules that searches for the life which breaks a policy, or an invariant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, ClassVar, Final

import attrs
import hypothesis.strategies as st
from hypothesis import Phase
from hypothesis import settings as Settings  # noqa: N812 - a class, and named as one
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from hypothesis.strategies import DrawFn, SearchStrategy
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.checks import row
from ioplife.dates import IsWorkingDay, as_working_days
from ioplife.decisions import Guard
from ioplife.errors import BadValue
from ioplife.policy import DEFAULT, Policy
from ioplife.terms import Terms
from ioplife.testing import strategies
from ioplife.testing._code import code
from ioplife.testing._holding import (
    INVARIANTS,
    Asked,
    Invariant,
    earlier_days_keep_their_answers,
    keeps,
)
from ioplife.testing._life import Life
from ioplife.testing._steps import (
    Drawn,
    beginnings,
    first_asked,
    later,
    likely,
    some_terms,
)

_TERMS: Final = "must be Terms, or a strategy of them"
_BEGIN: Final = "must be a strategy of agreements"
_INVARIANTS: Final = "must be functions of the agreement and the day, in a list"
_SETTINGS: Final = "must be settings of Hypothesis"

STEPS: Final = 20
"""How many steps a life has at most, unless settings say otherwise."""


@st.composite
def _beginning(draw: DrawFn) -> tuple[Drawn, Drawn]:
    machine: LifeMachine = draw(st.runner())
    agreement = draw(machine.begin)
    return Drawn(agreement), Drawn(first_asked(draw, agreement))


@st.composite
def _today(draw: DrawFn) -> Drawn:
    machine: LifeMachine = draw(st.runner())
    return Drawn(draw(likely(machine.agreement, machine.day, machine.asked.policy)))


@st.composite
def _soon(draw: DrawFn) -> Drawn:
    machine: LifeMachine = draw(st.runner())
    day = later(draw, machine.agreement, machine.day)
    return Drawn(draw(likely(machine.agreement, day, machine.asked.policy)))


@st.composite
def _anything(draw: DrawFn) -> Drawn:
    machine: LifeMachine = draw(st.runner())
    return Drawn(draw(strategies.events(of=machine.agreement)))


@st.composite
def _day(draw: DrawFn) -> Drawn:
    machine: LifeMachine = draw(st.runner())
    return Drawn(later(draw, machine.agreement, machine.day))


class LifeMachine(RuleBasedStateMachine):
    """The life of one agreement, step by step; made by ``machine``.

    In a child of its own, rules and invariants of Hypothesis may be added, which find the
    agreement and the day here.

    Attributes:
        agreement: the agreement, with all that has happened.
        day: the day to which it has come.
        asked: under what it is asked.
        begin: what it begins from is drawn from this.
        own: the invariants of those who test.
    """

    asked: ClassVar[Asked] = Asked(DEFAULT)
    begin: ClassVar[SearchStrategy[Agreement]] = beginnings(some_terms())
    own: ClassVar[tuple[Invariant, ...]] = ()

    agreement: Agreement
    day: Date

    @initialize(beginning=_beginning())
    def begins(self, beginning: tuple[Drawn, Drawn]) -> None:
        """An agreement of which nothing is recorded, or that is signed; and a day."""
        agreement, day = beginning
        self.agreement, self.day = agreement.value, day.value

    @rule(event=_today())
    def asks(self, event: Drawn) -> None:
        """Something is to be done that day: it is asked for, and done if the answer is yes."""
        with self._telling():
            if self.asked.answer(self.agreement, event.value):
                self._record(event)

    @rule(event=_soon())
    def asks_later(self, event: Drawn) -> None:
        """The same of a later day, to which time has passed then."""
        self.day = event.value.on
        self.asks(event)

    @rule(event=_anything())
    def records(self, event: Drawn) -> None:
        """Something comes to be known that has happened, whatever the guards say of it."""
        with self._telling():
            self.asked.twice(self.agreement, event.value)
            self._record(event)

    @rule(day=_day())
    def waits(self, day: Drawn) -> None:
        """Time passes, and everything that can be asked then is asked."""
        with self._telling():
            self.day = day.value
            self.asked.everything(self.agreement, self.day)

    @invariant()
    def holds(self) -> None:
        """What must hold of every agreement, and what those who test add."""
        with self._telling():
            for one in (*INVARIANTS, *self.own):
                keeps(one, self.agreement, self.day)

    def _record(self, event: Drawn) -> None:
        before = self.agreement
        self.agreement = before.record(event.value)
        earlier_days_keep_their_answers(before, self.agreement, event.value)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Whatever is raised tells the life in which it was."""
        try:
            yield
        except Exception as error:
            life = Life.of(self.agreement, policy=self.asked.policy)
            error.add_note(f"{life.told(self.day)}{code(self.agreement)}")
            raise


def _plain_settings() -> Settings:
    """The profile's, but for what a life needs: no deadline, few steps, one failure at a time."""
    return Settings(
        deadline=None,
        stateful_step_count=STEPS,
        report_multiple_bugs=False,
        phases=[one for one in Phase if one is not Phase.explain],  # it traces every line
    )


def machine(  # noqa: PLR0913 - each adds on its own
    policy: Policy = DEFAULT,
    *,
    guards: Iterable[Guard[Any]] = (),
    invariants: Iterable[Invariant] = (),
    terms: SearchStrategy[Terms] | Terms | None = None,
    begin: SearchStrategy[Agreement] | None = None,
    is_working_day: IsWorkingDay | None = None,
    settings: Settings | None = None,
) -> type[LifeMachine]:
    """A machine that searches for the life in which a policy or an invariant fails.

    It records, asks and lets time pass, in any order, and shrinks what it finds to the fewest
    steps. ``TestTown = machine(TOWN).TestCase`` is a test for pytest and unittest.

    Asserted at every step: no answer raises; to ask changes nothing, and the same question
    has the same answer; a refusal has a reason, and every verdict a source and a sentence in
    both languages; the policy turns no *no* and no *unknown* into a *yes*; the rank of the
    state falls only by ``remitted``; a final state changes only from terminated to renewed;
    periods tile; an event changes no answer before its day.

    Args:
        policy: the policy under which all is asked.
        guards: guards to add to it.
        invariants: what else must hold: functions of the agreement and the day, which raise
            or return False where it does not. The docstring says what.
        terms: what agreements are made of, a value or a strategy; None: clear periods with
            clauses of every form, and now and then such as papers hold.
        begin: what is begun from; None: agreements of such terms, of which nothing is
            recorded or that are signed.
        is_working_day: whether a day is a working day; None: not told.
        settings: Hypothesis' settings; None: those of the profile, without a deadline, with
            twenty steps, one failure at a time and no explain phase.

    Raises:
        BadValue: for terms beside what is begun from, for what is of another kind, and for what
            ``Policy`` refuses.
    """
    if terms is not None and begin is not None:
        raise BadValue("terms", terms, "must not stand beside what is begun from")
    given: object = invariants  # whatever a caller without types gives
    own = tuple(given) if isinstance(given, Iterable) else (None,)
    for field, value, fits, sentence in (
        ("policy", policy, isinstance(policy, Policy), "must be of the kind Policy"),
        ("terms", terms, isinstance(terms, Terms | SearchStrategy | None), _TERMS),
        ("begin", begin, isinstance(begin, SearchStrategy | None), _BEGIN),
        ("invariants", invariants, all(map(callable, own)), _INVARIANTS),
        ("settings", settings, isinstance(settings, Settings | None), _SETTINGS),
    ):
        if not fits:
            raise BadValue(field, value, sentence)
    added = row(Guard, guards, "guards")
    if added:
        policy = attrs.evolve(policy, guards=(*policy.guards, *added))
    if begin is None:
        drawn = st.just(terms) if isinstance(terms, Terms) else terms
        begin = beginnings(some_terms() if drawn is None else drawn)
    members = {
        "__doc__": f"The lives of agreements under the policy {policy.name}.",
        "__module__": __name__,
        "asked": Asked(policy, as_working_days(is_working_day)),
        "begin": begin,
        "own": own,
    }
    made: type[LifeMachine] = type(f"{LifeMachine.__name__}_{policy.name}", (LifeMachine,), members)
    made.TestCase.settings = settings or _plain_settings()
    return made


def check(  # noqa: PLR0913 - as ``machine`` takes them
    policy: Policy = DEFAULT,
    *,
    guards: Iterable[Guard[Any]] = (),
    invariants: Iterable[Invariant] = (),
    terms: SearchStrategy[Terms] | Terms | None = None,
    begin: SearchStrategy[Agreement] | None = None,
    is_working_day: IsWorkingDay | None = None,
    settings: Settings | None = None,
) -> None:
    """Run such a machine at once; takes what ``machine`` takes.

    Raises:
        AssertionError: where something does not hold, with the shortest life found.
    """
    made = machine(
        policy,
        guards=guards,
        invariants=invariants,
        terms=terms,
        begin=begin,
        is_working_day=is_working_day,
        settings=settings,
    )
    run_state_machine_as_test(made, settings=made.TestCase.settings)
