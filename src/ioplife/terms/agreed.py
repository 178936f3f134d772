"""What was agreed, clause by clause."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Self

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Absent, Unknown
from ioplife.checks import is_flag, is_ident, member, row
from ioplife.dates import (
    LAST_DAY,
    Duration,
    DurationLike,
    Precision,
    as_day,
    as_positive_duration,
    day_before,
    next_day,
)
from ioplife.duties import Duty, Goal
from ioplife.errors import BadValue
from ioplife.norms import Norm, norms
from ioplife.sources import Source
from ioplife.terms.clauses import Contribution, Disbursement, Kind
from ioplife.terms.described import DescribedLike, Description, as_described
from ioplife.terms.indexing import IndexClause, disagreeing
from ioplife.terms.lasting import AutomaticRenewal, Breach, Notice, Renewal, RenewalOption
from ioplife.terms.parties import Party
from ioplife.terms.payments import PAYMENT, PaymentPlan
from ioplife.terms.repaying import Repayment
from ioplife.terms.resolving import Settled, settle, settle_index, settle_line
from ioplife.terms.stated import (
    Edge,
    Reading,
    Stated,
    StatedLike,
    StatedSum,
    SumLike,
    as_stated,
    as_stated_sum,
)


def _parties(values: Iterable[Party] | Unknown) -> tuple[Party, ...] | Unknown:
    return values if isinstance(values, Unknown) else row(Party, values, "Terms.parties")


def _first_day(value: StatedLike) -> Stated | Absent | Unknown:
    return as_stated(value, "Terms.first_day", Edge.FIRST)


def _last_day(value: StatedLike) -> Stated | Absent | Unknown:
    return as_stated(value, "Terms.last_day", Edge.LAST)


def _length(value: DurationLike | Absent | Unknown) -> Duration | Absent | Unknown:
    if isinstance(value, Absent | Unknown):
        return value
    return as_positive_duration(value, "Terms.length")


def _renewal(value: Renewal | Absent | Unknown) -> Renewal | Absent | Unknown:
    if isinstance(value, RenewalOption | AutomaticRenewal | Absent | Unknown):
        return value
    raise BadValue(
        "Terms.renewal", value, "must be a RenewalOption, an AutomaticRenewal, Absent or UNKNOWN"
    )


def _notice(value: Notice | Absent | Unknown) -> Notice | Absent | Unknown:
    if isinstance(value, Notice | Absent | Unknown):
        return value
    raise BadValue("Terms.notice", value, "must be a Notice, Absent or UNKNOWN")


def _breach(value: Breach | Absent | Unknown) -> Breach | Absent | Unknown:
    if isinstance(value, Breach | Absent | Unknown):
        return value
    raise BadValue("Terms.breach", value, "must be a Breach, Absent or UNKNOWN")


def _kind(value: Kind | str | Unknown) -> Kind | Unknown:
    return value if isinstance(value, Unknown) else member(Kind, value, "Terms.kind")


def _total(value: SumLike) -> StatedSum | Unknown:
    return as_stated_sum(value, "Terms.total")


def _contributions(
    values: Iterable[Contribution] | Unknown,
) -> tuple[Contribution, ...] | Unknown:
    if isinstance(values, Unknown):
        return values
    return row(Contribution, values, "Terms.contributions")


def _disbursements(
    values: Iterable[Disbursement] | Unknown,
) -> tuple[Disbursement, ...] | Unknown:
    if isinstance(values, Unknown):
        return values
    return row(Disbursement, values, "Terms.disbursements")


def _payments(
    values: Iterable[PaymentPlan] | PaymentPlan | Absent | Unknown,
) -> tuple[PaymentPlan, ...] | Absent | Unknown:
    if isinstance(values, Absent | Unknown):
        return values
    if isinstance(values, PaymentPlan):
        return (values,)
    return row(PaymentPlan, values, "Terms.payments")


def _indexation(
    values: Iterable[IndexClause] | Absent | Unknown,
) -> tuple[IndexClause, ...] | Absent | Unknown:
    if isinstance(values, Absent | Unknown):
        return values
    return row(IndexClause, values, "Terms.indexation")


def _repayment(value: Repayment | Absent | Unknown) -> Repayment | Absent | Unknown:
    if isinstance(value, Repayment | Absent | Unknown):
        return value
    raise BadValue("Terms.repayment", value, "must be a Repayment, Absent or UNKNOWN")


def _duties(values: Iterable[Duty] | Absent | Unknown) -> tuple[Duty, ...] | Absent | Unknown:
    if isinstance(values, Absent | Unknown):
        return values
    return row(Duty, values, "Terms.duties")


def _goals(values: Iterable[Goal] | Absent | Unknown) -> tuple[Goal, ...] | Absent | Unknown:
    if isinstance(values, Absent | Unknown):
        return values
    return row(Goal, values, "Terms.goals")


def _participants(value: DescribedLike) -> tuple[Description, ...] | Absent | Unknown:
    return as_described(value, "Terms.participants")


def _target_group(value: DescribedLike) -> tuple[Description, ...] | Absent | Unknown:
    return as_described(value, "Terms.target_group")


def _referral(value: DescribedLike) -> tuple[Description, ...] | Absent | Unknown:
    return as_described(value, "Terms.referral")


def _activity(value: DescribedLike) -> tuple[Description, ...] | Absent | Unknown:
    return as_described(value, "Terms.activity")


def _norms(values: Iterable[Norm]) -> tuple[Norm, ...]:
    return norms(values, "Terms.norms")


def _is_follows(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if not isinstance(value, Absent | Unknown):
        is_ident(instance, attribute, value)


@attrs.frozen(kw_only=True)
class Terms:
    """What was agreed, clause by clause (villkor).

    Each clause is a value, ``Absent`` (the paper was read, it has none) or ``UNKNOWN``
    (nobody has read it). What is left out is UNKNOWN; an empty row means none. Norms are no
    clause that a paper must have, so none to look for where they are left out: that means none.

    Args:
        parties: who the agreement is between.
        first_day: the first day, as stated; text may be a month, read to its first day.
        last_day: the last day, included, as stated; a month is read to its last day.
        length: how long it runs from its first day.
        open_ended: whether the paper says that it runs until further notice.
        renewal: the option to extend, or that it goes on by itself unless notice is given.
        notice: the right to give notice at any time.
        breach: the right to cancel for a breach.
        kind: what sort of agreement it is.
        total: the whole value, SEK a year.
        contributions: who puts in what, SEK a year: one ledger.
        disbursements: who is paid what, SEK a year: another.
        payments: when what is disbursed is paid: one plan, or several side by side, each
            with its label.
        indexation: how that follows an index; clauses that differ are a conflict, unless
            they are of different disbursements or follow each other in time.
        repayment: what is paid back of it when the agreement ends early.
        duties: what is owed, and how often.
        goals: the effects the parties mean to reach.
        follows: the id of the agreement before this one.
        norms: numbers of its own; they go before a policy's and the library's.
        participants, target_group, referral, activity: what the papers say of these.

    Raises:
        BadValue: for a value its clause cannot hold, for one id given twice, for money
            from or to somebody who is no party, for a plan that pays, or an index clause that
            is of, what is not disbursed,
            for two numbers of one name for the same
            board from the same day, and for an open-ended agreement with a last day or a
            length.
    """

    parties: tuple[Party, ...] | Unknown = attrs.field(default=UNKNOWN, converter=_parties)
    first_day: Stated | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_first_day)
    last_day: Stated | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_last_day)
    length: Duration | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_length)
    open_ended: bool = attrs.field(default=False, validator=is_flag)
    renewal: Renewal | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_renewal)
    notice: Notice | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_notice)
    breach: Breach | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_breach)
    kind: Kind | Unknown = attrs.field(default=UNKNOWN, converter=_kind)
    total: StatedSum | Unknown = attrs.field(default=UNKNOWN, converter=_total)
    contributions: tuple[Contribution, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_contributions
    )
    disbursements: tuple[Disbursement, ...] | Unknown = attrs.field(
        default=UNKNOWN, converter=_disbursements
    )
    payments: tuple[PaymentPlan, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_payments
    )
    indexation: tuple[IndexClause, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_indexation
    )
    repayment: Repayment | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_repayment)
    duties: tuple[Duty, ...] | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_duties)
    goals: tuple[Goal, ...] | Absent | Unknown = attrs.field(default=UNKNOWN, converter=_goals)
    follows: str | Absent | Unknown = attrs.field(default=UNKNOWN, validator=_is_follows)
    norms: tuple[Norm, ...] = attrs.field(default=(), converter=_norms)
    participants: tuple[Description, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_participants
    )
    target_group: tuple[Description, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_target_group
    )
    referral: tuple[Description, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_referral
    )
    activity: tuple[Description, ...] | Absent | Unknown = attrs.field(
        default=UNKNOWN, converter=_activity
    )

    def __attrs_post_init__(self) -> None:
        _require_distinct("Terms.parties", _actor_ids(self.parties))
        self._require_own_ids()
        if not isinstance(self.parties, Unknown):
            self._require_actors()
        if self.open_ended and (
            isinstance(self.length, Duration)
            or (isinstance(self.last_day, Stated) and self.last_day.readings)
        ):
            rule = "must not be open-ended with a last day or a length"
            raise BadValue("Terms.open_ended", True, rule)  # noqa: FBT003 - the value
        payees = None if isinstance(self.disbursements, Unknown) else self.disbursements
        payers = None if isinstance(self.contributions, Unknown) else self.contributions
        for field, lines in (("contributions", payers), ("disbursements", payees)):
            _require_distinct(f"Terms.{field}", (line.id for line in lines or ()))
        self._require_parties("Terms.contributions", (line.party for line in payers or ()))
        self._require_parties("Terms.disbursements", (line.to for line in payees or ()))
        if payees is not None:
            self._require_disbursed({line.id for line in payees})

    def _require_actors(self) -> None:
        """Who owes something is a party or one of its bodies."""
        duties = self.duties if isinstance(self.duties, tuple) else ()
        for field, clauses in (("Terms.payments", self.plans), ("Terms.duties", duties)):
            for clause in clauses:
                for name in () if isinstance(clause.who, Unknown) else clause.who:
                    if name not in self.actors:
                        rule = "must name a party of the agreement, or a body of one"
                        raise BadValue(field, name, rule)

    def _require_own_ids(self) -> None:
        """Each plan, duty and goal has an id of its own, by which events and keys name it."""
        duties, goals = (
            [one.id for one in clauses] if isinstance(clauses, tuple) else []
            for clauses in (self.duties, self.goals)
        )
        plans = [one.id for one in self.plans]
        _require_distinct("Terms.payments", plans)
        taken = dict.fromkeys((PAYMENT, *plans))
        _require_distinct("Terms.duties", (*taken, *duties))
        _require_distinct("Terms.goals", (*taken, *dict.fromkeys(duties), *goals))

    def _require_disbursed(self, ids: Collection[str]) -> None:
        """What a plan pays, and what follows an index, is disbursed."""
        clauses = self.indexation if isinstance(self.indexation, tuple) else ()
        named = (
            ("Terms.payments", [plan.pays for plan in self.plans]),
            ("Terms.indexation", [clause.of for clause in clauses]),
        )
        for field, rows in named:
            for name in (one for some in rows for one in some or ()):
                if name not in ids:
                    raise BadValue(field, name, "must be the id of a disbursement")

    def _require_parties(self, field: str, ids: Iterable[str]) -> None:
        if not isinstance(self.parties, Unknown):
            known = {party.id for party in self.parties}
            for name in ids:
                if name not in known:
                    raise BadValue(field, name, "must name a party of the agreement")

    @property
    def plans(self) -> tuple[PaymentPlan, ...]:
        """The payment plans; none where there is none, or nobody has read whether there is."""
        return self.payments if isinstance(self.payments, tuple) else ()

    @cached_property
    def actors(self) -> Mapping[str, str]:
        """Whose act it is when an id acts: party and body ids, each to its party's id."""
        if isinstance(self.parties, Unknown):
            return MappingProxyType({})
        return MappingProxyType(
            {
                actor: party.id
                for party in self.parties
                for actor in (party.id, *(body.id for body in party.bodies))
            }
        )

    @cached_property
    def party_ids(self) -> frozenset[str]:
        """The ids of the parties; empty where nobody knows who they are."""
        return frozenset(self.actors.values())

    @cached_property
    def first_readings(self) -> tuple[Reading, ...]:
        """Every reading of the first day, in the order they are stated."""
        return self.first_day.readings if isinstance(self.first_day, Stated) else ()

    @cached_property
    def first_days(self) -> tuple[Date, ...]:
        """The distinct days read as the first, earliest first."""
        return self.first_day.days if isinstance(self.first_day, Stated) else ()

    @cached_property
    def last_days(self) -> tuple[Date, ...]:
        """The distinct days read as the last, earliest first."""
        return tuple(sorted({reading.day for reading in self.last_readings}))

    @cached_property
    def day_after(self) -> Date | None:
        """The day after the latest day read as the last; None where none can be read."""
        return next_day(self.last_days[-1]) if self.last_days else None

    @cached_property
    def last_readings(self) -> tuple[Reading, ...]:
        """Every reading of the last day: those stated, and what the length gives beside.

        Where the length and the stated day differ there are two readings.
        """
        stated = self.last_day.readings if isinstance(self.last_day, Stated) else ()
        if not isinstance(self.length, Duration):
            return stated
        by_length = tuple(self._by_length(self.length))
        if any(_agree(one, other) for one in stated for other in by_length):
            return stated
        return stated + by_length

    @cached_property
    def disagreeing(self) -> tuple[IndexClause, ...]:
        """The index clauses that disagree with another; none where all can hold."""
        return disagreeing(self.indexation) if isinstance(self.indexation, tuple) else ()

    @property
    def index_conflict(self) -> bool:
        """Whether index clauses disagree, so that no indexed amount can be told (C1)."""
        return bool(self.disagreeing)

    def _by_length(self, length: Duration) -> Iterator[Reading]:
        """What the length gives from each first day; none beyond the calendar."""
        for first in self.first_readings:
            last = day_before(length.after(first.day))
            if last <= LAST_DAY:
                text = f"{length} from {first.day}"
                yield Reading(last, precision=first.precision, text=text, source=first.source)

    def runs_as(self, other: Self) -> bool:
        """Whether both say the same of the period: its first day, its last, or that it has none."""
        mine = (self.first_days, self.last_days, self.open_ended)
        return mine == (other.first_days, other.last_days, other.open_ended)

    def states(self, what: str) -> object:
        """What the papers state of a thing that may be settled; None where there is no such."""
        field, _, line_id = what.partition(".")
        stated: object = getattr(self, field, None)
        if not line_id or not isinstance(stated, tuple):
            return stated
        return next((line.amount for line in stated if line.id == line_id), None)

    def resolve(self, what: str, reading: Settled, source: Source | None = None) -> Self:
        """The terms with one stated thing settled, for all days (``Resolved``).

        Args:
            what: ``first_day``, ``last_day``, ``indexation`` (by a clause's first step),
                ``total``, ``contributions.ID`` or ``disbursements.ID``; what the terms do
                not hold changes nothing.
            reading: the day, or the amount in SEK.
            source: the paper it rests on, where it is none of the readings stated.
        """
        field, _, line_id = what.partition(".")
        if isinstance(reading, datetime.date):
            reading = as_day(reading, what)
            if what == "first_day":
                return attrs.evolve(self, first_day=settle(self.first_readings, reading, source))
            if what == "last_day":
                settled = settle(self.last_readings, reading, source)
                return attrs.evolve(self, last_day=settled, length=UNKNOWN, open_ended=False)
            if what == "indexation":
                return attrs.evolve(self, indexation=settle_index(self.indexation, reading))
            return self
        if what == "total":
            return attrs.evolve(self, total=reading)
        if field == "contributions" and not isinstance(self.contributions, Unknown):
            return attrs.evolve(
                self, contributions=settle_line(self.contributions, line_id, reading)
            )
        if field == "disbursements" and not isinstance(self.disbursements, Unknown):
            return attrs.evolve(
                self, disbursements=settle_line(self.disbursements, line_id, reading)
            )
        return self


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two readings of a day say the same, as exactly as each says it."""
    if Precision.DAY is one.precision is other.precision:
        return one.day == other.day
    return (one.day.year, one.day.month) == (other.day.year, other.day.month)


def _actor_ids(parties: tuple[Party, ...] | Unknown) -> Iterator[str]:
    """Every id that can act, once for each actor; a renamed body is one."""
    if not isinstance(parties, Unknown):
        for party in parties:
            yield party.id
            yield from dict.fromkeys(body.id for body in party.bodies)


def _require_distinct(field: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise BadValue(field, name, "must give each id once")
        seen.add(name)
