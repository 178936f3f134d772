"""Where an agreement stands on a day, and every change that led there: values."""

from __future__ import annotations

import enum

import attrs
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, Period
from ioplife.duties import Basis, DutyKind
from ioplife.events import Reason
from ioplife.facts import Facts
from ioplife.sources import Source
from ioplife.states import State
from ioplife.terms import Reading, Unknown


@attrs.frozen
class Cause:
    """Why something is so: a code, its facts and where it stands.

    Args:
        code: an event's tag, a clock row's (``~starts``) or the name of a reason.
        facts: what it rests on.
        source: the paper or the act, where one is known.
    """

    code: str
    facts: Facts = ()
    source: Source | None = None

    def text(self, lang: str = "en") -> str:
        """The cause as a sentence, in Swedish (``sv``) or English (``en``)."""
        from ioplife.messages import cause_text  # noqa: PLC0415 - loaded when text is asked for

        return cause_text(self.code, self.facts, lang)


@attrs.frozen
class Change:
    """One line of a timeline: an event, or what time brought.

    Args:
        on: the day.
        tag: the event's tag, or the clock row's with its tilde.
        before: the state before; None before the first event.
        after: the state after.
        cause: why.
        number: the event's number, from 1; None for what time brought.
        anomaly: why the event had no effect, as a code; None when it had.
    """

    on: Date
    tag: str
    before: State | None
    after: State | None
    cause: Cause
    number: int | None = None
    anomaly: str | None = None


@attrs.frozen
class Anomaly:
    """A recorded event that has no effect where it stands.

    Args:
        number: the event's number, from 1.
        on: its day.
        tag: its tag.
        code: ``wrong-state`` where the state had no row for it, or
            ``no-effect-without-clause`` where it has nothing to count from.
    """

    number: int
    on: Date
    tag: str
    code: str


@attrs.frozen
class Ending:
    """What sets a last day besides the period.

    Args:
        number: the number of the event that set it.
        on: that event's day.
        last_day: the last day it sets, included.
        reason: why the agreement is over if this is what ends it; None: for a successor.
    """

    number: int
    on: Date
    last_day: Date
    reason: Reason | None


@attrs.frozen
class Extension:
    """One extension of the same agreement (förlängning).

    Args:
        number: the number of the event that made it; None: it went on by itself.
        on: the day it was made, or the day it went on by itself.
        length: how long it is.
        last_day: the last day of the period it adds, included; UNKNOWN where the day it is
            counted from is unknown or in conflict.
    """

    number: int | None
    on: Date
    length: Duration
    last_day: Date | Unknown

    @property
    def automatic(self) -> bool:
        """Whether it went on by itself."""
        return self.number is None


@attrs.frozen
class Demand:
    """A demand that a breach be corrected (anmaning).

    Args:
        number: the number of the event that made it.
        on: that event's day.
        written: whether it was in writing.
        cure_ends: the last day to correct it, included; None: its time never began, for it
            had to be in writing or there is no such clause; UNKNOWN: nobody can tell.
        corrected: the number of the event that corrected it; None: none has.
        cancelled: the number of the event that cancelled the agreement for it; None: none has.
    """

    number: int
    on: Date
    written: bool | Unknown
    cure_ends: Date | None | Unknown
    corrected: int | None = None
    cancelled: int | None = None


@attrs.frozen
class Finality:
    """One decision, and whether it is final (laga kraft).

    Args:
        number: the number of the event that the decision is.
        on: its day.
        tag: its tag.
        answer: whether it is final at the end of the day asked.
        adjusted: the day its minutes were adjusted; None: none is on record.
        announced: the day that was announced, for the last time; None: none is on record.
        removed: the day the announcement was taken down; None: it is not.
        appeal_ends: the last day to appeal; None while it is not announced; without
            ``is_working_day`` the day as counted, which a later one may take the place of.
        appeals: the numbers of the appeals that wait for a court.
        stayed: the number of the order that it must not be carried out; None: there is none.
        annulled: the number of the event that annulled it; None: none has.
    """

    number: int
    on: Date
    tag: str
    answer: Answer
    adjusted: Date | None = None
    announced: Date | None = None
    removed: Date | None = None
    appeal_ends: Date | None = None
    appeals: tuple[int, ...] = ()
    stayed: int | None = None
    annulled: int | None = None

    @property
    def broken(self) -> bool:
        """Whether the announcement was taken down before the time to appeal was out."""
        return (
            self.removed is not None
            and self.appeal_ends is not None
            and self.removed <= self.appeal_ends
        )


@attrs.frozen
class Answered:
    """A flag that somebody has answered; it stays up and is quiet.

    Args:
        key: the flag's key.
        number: the number of the event that answers it.
        by: who answered.
    """

    key: str
    number: int
    by: str | Unknown


class Progress(enum.StrEnum):
    """How far something owed has come."""

    COMING = "coming"
    OPEN = "open"
    FULFILLED = "fulfilled"
    WAIVED = "waived"
    OVERDUE = "overdue"
    UNRECORDED = "unrecorded"


@attrs.frozen
class Occurrence:
    """One instance of something owed (tillfälle).

    Attributes:
        duty: the id of the duty or the goal, or ``payment``.
        kind: follow-up, meeting, report, payment or assessment.
        ordinal: its number, from 1.
        first: the first day on which it may be done.
        last: the last day, included; None: an assessment has none.
        due: the day it is due.
        progress: how far it has come. Unrecorded: due when a paper vouched for the entry in
            the register, and nobody has recorded whether it was done.
        number: the number of the event that fulfilled or waived it.
        who: the ids of those who owe it, or convene it; UNKNOWN where no paper says.
        basis: what it rests on.
        source: the paper and the place.
    """

    duty: str
    kind: DutyKind
    ordinal: int
    first: Date
    last: Date | None
    due: Date
    progress: Progress
    number: int | None
    who: tuple[str, ...] | Unknown
    basis: Basis
    source: Source | None


@attrs.frozen(kw_only=True)
class Standing:
    """Where the agreement stands at the end of a day (läge).

    Attributes:
        on: the day asked about.
        state: the state; None before the first event.
        in_force: whether the parties are bound by it on that day.
        first_day: the first day; the latest where there are several readings.
        last_day: until when the parties are bound, included; with several readings the
            earliest still to come, else the latest; None open-ended; UNKNOWN.
        days_left: from ``on`` to ``last_day``, in days; negative after it; None or
            UNKNOWN as the last day is.
        last_days: every day that may be the last, earliest first, none after the first
            ending; one where it is clear, several in a conflict, none unknown or open-ended.
        ends: every reading of the last day of the period, with its extensions.
        period: the period that holds the day, the first before it and the last after it; None
            where it cannot be told.
        number: the number of that period, from 1.
        extensions: what has extended the agreement, in order.
        option_latest: the last day to use the option to extend; None: there is none left.
        notice_latest: the last day for notice before it goes on by itself, or, where it runs
            until further notice and is decided to end, before the day decided; None: there
            is none.
        uncounted: whether nobody can tell how long it goes on after its latest last day: it goes
            on by itself and its clause, or its last day, is read in part, or it was extended by
            a length that nobody knows.
        final: every decision on record, and whether it is final.
        demands: the demands that a breach be corrected.
        left: the parties that have left.
        endings: what has set a last day besides the period, and stands.
        doubts: the numbers of events that end it on a day nobody can tell.
        reason: why it is over; None while it is not.
        signed_by: the parties whose signatures are recorded; an entry may imply others.
        unsigned: the parties whose signature is still missing.
        condition: what the approval waits for; None: nothing.
        open: the numbers of the calls and changes that wait for an answer.
        renewal_decided: the number of the decision to renew that stands.
        ending_decided: the number of the decision to end that stands.
        renewed: the number of the event that names the successor.
        successor: its id.
        entered: the number of the register entry.
        seen: the day of the latest paper that vouches for the entry.
        closed: whether what was left after the end is settled.
        anomalies: recorded events that have no effect.
        occurrences: what is owed, instance by instance; none before it is signed, and none
            while the first day is unknown or in conflict.
        answered: the flags that somebody has answered.
        because: why it stands so: the state first, then the last day.
    """

    on: Date
    state: State | None
    in_force: Answer
    first_day: Date | Unknown
    last_day: Date | None | Unknown
    days_left: int | None | Unknown
    last_days: tuple[Date, ...] = ()
    ends: tuple[Reading, ...] = ()
    period: Period | None = None
    number: int = 1
    extensions: tuple[Extension, ...] = ()
    option_latest: Date | None | Unknown = None
    notice_latest: Date | None | Unknown = None
    uncounted: bool = False
    final: tuple[Finality, ...] = ()
    demands: tuple[Demand, ...] = ()
    left: tuple[str, ...] = ()
    endings: tuple[Ending, ...] = ()
    doubts: tuple[int, ...] = ()
    reason: Reason | Unknown | None = None
    signed_by: tuple[str, ...] = ()
    unsigned: tuple[str, ...] | Unknown = ()
    condition: str | None | Unknown = None
    open: tuple[int, ...] = ()
    renewal_decided: int | None = None
    ending_decided: int | None = None
    renewed: int | None = None
    successor: str | None | Unknown = None
    entered: int | None = None
    seen: Date | None | Unknown = None
    closed: bool = False
    anomalies: tuple[Anomaly, ...] = ()
    occurrences: tuple[Occurrence, ...] = ()
    answered: tuple[Answered, ...] = ()
    because: tuple[Cause, ...] = ()
