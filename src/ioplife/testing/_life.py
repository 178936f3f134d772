"""A life in a few lines: written event by event, asked on any day, with whole answers."""

from __future__ import annotations

from types import NoneType
from typing import Any, Self, Unpack

import attrs
from pendulum import Date

from ioplife.agreement import Agreement
from ioplife.answers import Answer
from ioplife.chains import Chain
from ioplife.checks import require
from ioplife.dates import (
    LAST_DAY,
    DayLike,
    DurationLike,
    IsWorkingDay,
    as_day,
    as_working_days,
    next_day,
)
from ioplife.decisions import Decision
from ioplife.errors import BadValue
from ioplife.events import Event
from ioplife.flags import Flag, flag
from ioplife.policy import DEFAULT, LINKOPING, Policy
from ioplife.standing import Change, Standing
from ioplife.terms import (
    Absent,
    Stated,
    Terms,
    Unknown,
)
from ioplife.testing._chronicle import chronicle, standing
from ioplife.testing._code import code
from ioplife.testing._filled import whole
from ioplife.testing._kinds import as_codes, kind
from ioplife.testing._stands import Stands, read
from ioplife.testing._writing import Clauses, Writing


@attrs.frozen(init=False, repr=False)
class Life(Writing):
    """The life of one agreement, to be written and asked in a test.

    A frozen value: each method that writes gives a new life, so one may go on in two ways.
    There is a method for each event, named by its tag (``signed``, ``notice_given``); it
    records without asking, and fills in what a test seldom needs to say. What is not said of
    the terms is *absent*, as if the whole paper had been read; say ``UNKNOWN`` where it
    matters that nobody has.

    A method that asks takes the day; left out, it is the day to which the life has come.
    What is not so is an AssertionError that tells the whole timeline with its causes.

    Args:
        first: the first day.
        length: how long it runs.
        last_day: the last day, included.
        terms: terms to begin from, instead of what is filled in.
        id: the agreement's id.
        policy: whose guards, numbers and criteria it is asked under.
        clauses: every other keyword of ``Terms``.

    Attributes:
        agreement: the plain agreement, with all that has been written.
        policy: the policy it is asked under.
        chain: the agreements that follow each other; None: not told.
        is_working_day: whether a day is a working day; None: not told.
        day: the day to which it has come: that of its latest event, or the one it was
            taken to (``until``); None before either.
    """

    agreement: Agreement = attrs.field(validator=kind(Agreement))
    policy: Policy = attrs.field(validator=kind(Policy))
    chain: Chain | None = attrs.field(validator=kind(Chain, NoneType))
    is_working_day: IsWorkingDay | None = attrs.field(converter=as_working_days)
    day: Date | None

    def __init__(  # noqa: PLR0913 - the face of the builder
        self,
        first: DayLike | Stated | Absent | Unknown | None = None,
        length: DurationLike | Absent | Unknown | None = None,
        *,
        last_day: DayLike | Stated | Absent | Unknown | None = None,
        terms: Terms | None = None,
        id: str = "life",  # noqa: A002 - the field it sets
        policy: Policy = DEFAULT,
        **clauses: Unpack[Clauses],
    ) -> None:
        said = {"first_day": first, "length": length, "last_day": last_day}
        agreed: dict[str, Any] = {name: one for name, one in said.items() if one is not None}
        agreed |= clauses
        if terms is not None:
            require(Terms, terms, "Life.terms")
        made = attrs.evolve(terms, **agreed) if terms is not None else whole(agreed)
        self.__attrs_init__(Agreement(id, made), policy, None, None, None)

    @classmethod
    def of(cls, agreement: Agreement, *, policy: Policy = DEFAULT) -> Self:
        """The life of an agreement that is already there: read from a file, or drawn."""
        written = getattr(agreement, "events", ())  # what is no agreement is refused below
        day = max((event.on for event in written), default=None)
        return cls._made(agreement, policy, None, None, day)

    @classmethod
    def _made(cls, *values: Any) -> Self:  # noqa: ANN401 - as the fields have them
        life = cls.__new__(cls)
        life.__attrs_init__(*values)
        return life

    def _with(self, **changes: object) -> Self:
        values = {field.name: getattr(self, field.name) for field in attrs.fields(Life)}
        return self._made(*(values | changes).values())

    @property
    def _so_far(self) -> Agreement:
        return self.agreement

    # --- writing ---------------------------------------------------------------------------

    def record(self, *events: Event) -> Self:
        """The life with what has happened taken in, without asking; as ``Agreement.record``."""
        written = self.agreement.record(*events)
        days = [*([] if self.day is None else [self.day]), *(event.on for event in events)]
        return self._with(agreement=written, day=max(days, default=self.day))

    def until(self, day: DayLike) -> Self:
        """The life once time has passed to a day; what asks without a day asks on it.

        Raises:
            BadValue: for a day before the one to which it has come; ask ``on`` that day.
        """
        asked = as_day(day, "until")
        if self.day is not None and asked < self.day:
            raise BadValue("until", asked.isoformat(), f"must not be before {self.day}")
        return self._with(day=asked)

    def under(
        self,
        policy: Policy,
        *,
        chain: Chain | None = None,
        is_working_day: IsWorkingDay | None = None,
    ) -> Self:
        """The same life, asked under a policy and, where told, a chain and working days."""
        return self._with(policy=policy, chain=chain, is_working_day=is_working_day)

    # --- asking ----------------------------------------------------------------------------

    def on(self, day: DayLike) -> Standing:
        """Where it stands on a day, past or coming."""
        return self.agreement.on(day, is_working_day=self.is_working_day)

    def timeline(self, *, until: DayLike) -> tuple[Change, ...]:
        """Every change up to a day, that day included."""
        return self.agreement.timeline(until=until)

    def consider(self, event: Event) -> Decision:
        """What the answer is, whichever it is."""
        return self.agreement.consider(
            event, policy=self.policy, chain=self.chain, is_working_day=self.is_working_day
        )

    def flags(
        self, on: DayLike | None = None, *, within: DurationLike | None = None
    ) -> tuple[Flag, ...]:
        """The flags that are up on a day, soonest first."""
        return tuple(
            sorted(
                flag(
                    [self.agreement],
                    self._asked(on),
                    within,
                    policy=self.policy,
                    is_working_day=self.is_working_day,
                )
            )
        )

    # --- asserting -------------------------------------------------------------------------

    def stands(self, on: DayLike | None = None, **facts: Unpack[Stands]) -> Self:
        """It stands so on a day: state, in force, last day and more.

        Args:
            on: the day; None: the one to which it has come.
            facts: what to compare, by the names of ``Standing``; texts and days as a caller
                has them.

        Raises:
            AssertionError: where one differs, naming all that do.
        """
        __tracebackhide__ = True
        day = self._asked(on)
        found = self.on(day)
        different = [
            f"{name}: expected {_shown(expected)}, found {_shown(actual)}"
            for name, one in facts.items()
            if (expected := read(name, one)) != (actual := getattr(found, name))
        ]
        if different:
            raise self._failed(f"on {day} it stands otherwise", *different, day=day)
        return self

    def allowed(self, event: Event) -> Decision:
        """The answer to an event is yes.

        Raises:
            AssertionError: where it is no or unknown, with every reason.
        """
        __tracebackhide__ = True
        return self._answered(event, Answer.YES, ())

    def refused(self, event: Event, *codes: str) -> Decision:
        """The answer to an event is no.

        Args:
            event: the event.
            codes: the codes of guards that must be among the reasons.

        Raises:
            AssertionError: where it is yes, or unknown, or a code is no reason.
        """
        __tracebackhide__ = True
        return self._answered(event, Answer.NO, codes)

    def unknown(self, event: Event, *codes: str) -> Decision:
        """The answer to an event is unknown.

        Args:
            event: the event.
            codes: the codes of guards that must be among the reasons.

        Raises:
            AssertionError: where it is yes or no, or a code is no reason.
        """
        __tracebackhide__ = True
        return self._answered(event, Answer.UNKNOWN, codes)

    def flagged(
        self, *codes: str, on: DayLike | None = None, within: DurationLike | None = None
    ) -> Self:
        """Each of these flags is up on a day.

        Raises:
            AssertionError: where one is not, with all that are.
            BadValue: for a code that no flag has, and for none.
        """
        __tracebackhide__ = True
        if not as_codes(codes):
            raise BadValue("codes", codes, "must name at least one flag")
        day = self._asked(on)
        up = self.flags(day, within=within)
        missing = [code for code in codes if code not in {one.code for one in up}]
        if missing:
            raise self._failed(
                f"on {day} these flags are not up: {', '.join(missing)}", *_listed(up), day=day
            )
        return self

    def unflagged(
        self, *codes: str, on: DayLike | None = None, within: DurationLike | None = None
    ) -> Self:
        """None of these flags is up on a day; without codes, none at all.

        Raises:
            AssertionError: where one is, with all that are.
            BadValue: for a code that no flag has.
        """
        __tracebackhide__ = True
        as_codes(codes)
        day = self._asked(on)
        up = self.flags(day, within=within)
        found = sorted({one.code for one in up if not codes or one.code in codes})
        if found:
            raise self._failed(
                f"on {day} these flags are up: {', '.join(found)}", *_listed(up), day=day
            )
        return self

    def effective(self) -> Self:
        """Every event that has been written has an effect where it stands: no anomaly.

        Raises:
            AssertionError: where one has none, with its code.
        """
        __tracebackhide__ = True
        anomalies = self.on(LAST_DAY).anomalies
        if anomalies:
            lines = (f"{one.on} {one.tag} #{one.number}: {one.code}" for one in anomalies)
            raise self._failed("what is recorded has no effect", *lines, day=self.day)
        return self

    def sound(self) -> Self:
        """Every event has an effect, and every guard, asked again, lets it happen.

        Raises:
            AssertionError: where one has none, or is answered with no or unknown.
        """
        __tracebackhide__ = True
        self.effective()
        decisions = self.agreement.audit(
            policy=self.policy, chain=self.chain, is_working_day=self.is_working_day
        )
        refused = [str(decision) for decision in decisions if not decision]
        if refused:
            raise self._failed("what is recorded is not allowed", *refused, day=self.day)
        return self

    # --- telling ---------------------------------------------------------------------------

    def __str__(self) -> str:
        return self.told(self.day)

    def __repr__(self) -> str:
        named = {DEFAULT: "", LINKOPING: ", policy=iop.LINKOPING"}
        policy = named.get(self.policy, f", policy=<{self.policy.name}>")
        latest = max((event.on for event in self.agreement.events), default=None)
        gone = "" if self.day == latest else f'.until("{self.day}")'
        return f"Life.of({code(self.agreement)}{policy}){gone}"

    def _asked(self, on: DayLike | None) -> Date:
        if on is not None:
            return as_day(on, "on")
        if self.day is None:
            rule = "must be given: nothing is written yet and no time has passed"
            raise BadValue("on", None, rule)
        return self.day

    def _answered(self, event: Event, expected: Answer, codes: tuple[str, ...]) -> Decision:
        __tracebackhide__ = True
        decision = self.consider(event)
        if decision.answer is not expected:
            said = f"{event.tag} on {event.on}: expected {expected}, answered {decision.answer}"
            raise self._failed(said, str(decision), day=event.on)
        missing = [one for one in codes if one not in decision.codes]
        if missing:
            said = f"{event.tag} on {event.on}: no reason is {', '.join(missing)}"
            raise self._failed(said, str(decision), day=event.on)
        return decision

    def _failed(self, said: str, *lines: str, day: Date | None) -> AssertionError:
        shown = "".join(f"  {line}\n" for text in lines for line in text.splitlines())
        return AssertionError(f"{said}\n{shown}{self.told(day)}")

    def told(self, day: Date | None) -> str:
        """The whole life: what was agreed and recorded, and what followed from it."""
        terms = self.agreement.terms
        until = self._horizon(day)
        asked = "" if day is None else f"{standing(self.agreement, day)}\n"
        return (
            f"{self.agreement.id}, under the policy {self.policy.name}: {_period(terms)}\n"
            f"{chronicle(self.agreement, until=until)}{asked}"
        )

    def _horizon(self, day: Date | None) -> Date:
        """As far as a timeline is worth telling: past the day asked and the last day."""
        days = [event.on for event in self.agreement.events]
        days += [] if day is None else [day]
        asked = max(days, default=None)
        if asked is None:
            days = [*self.agreement.terms.first_days, *self.agreement.terms.last_days]
            return max(days, default=LAST_DAY)
        last = self.agreement.on(asked).last_day
        if isinstance(last, Date) and asked <= last < LAST_DAY:
            return next_day(last)
        return asked


def _shown(value: object) -> str:
    return str(value) if not isinstance(value, tuple) else ", ".join(map(str, value)) or "nobody"


def _listed(flags: tuple[Flag, ...]) -> tuple[str, ...]:
    lines = (f"{one.day or 'no day'} {one.code} ({one.severity}): {one.text()}" for one in flags)
    return tuple(lines) or ("no flag is up",)


def _period(terms: Terms) -> str:
    firsts, lasts = (
        " or ".join(map(str, days)) or "a day nobody can read"
        for days in (terms.first_days, terms.last_days)
    )
    return f"from {firsts} until {'further notice' if terms.open_ended else lasts}"
