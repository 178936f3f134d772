"""What the methods of a life share: what every event may say, and who acts unless it is said."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Self, TypedDict

from ioplife.agreement import Agreement
from ioplife.checks import PairsLike
from ioplife.dates import DayLike, DurationLike
from ioplife.duties import Duty, Goal
from ioplife.events import Event, Override
from ioplife.norms import Norm
from ioplife.sources import Source
from ioplife.terms import (
    UNKNOWN,
    Absent,
    AmountLike,
    BodyKind,
    Breach,
    Contribution,
    DescribedLike,
    Disbursement,
    IndexClause,
    Kind,
    Notice,
    Party,
    PaymentPlan,
    Renewal,
    Repayment,
    Sector,
    Stated,
    StatedSum,
    Terms,
    Unknown,
)


class Said(TypedDict, total=False):
    """What every event may say besides its day and who acted."""

    basis: Source | Unknown
    stated: str
    overrides: Iterable[Override]
    extra: PairsLike


class Clauses(TypedDict, total=False):
    """The keywords of ``Terms``, but for those of the period."""

    parties: Iterable[Party] | Unknown
    open_ended: bool
    renewal: Renewal | Absent | Unknown
    notice: Notice | Absent | Unknown
    breach: Breach | Absent | Unknown
    kind: Kind | str | Unknown
    total: AmountLike | StatedSum | Unknown
    contributions: Iterable[Contribution] | Unknown
    disbursements: Iterable[Disbursement] | Unknown
    payments: Iterable[PaymentPlan] | PaymentPlan | Absent | Unknown
    indexation: Iterable[IndexClause] | Absent | Unknown
    repayment: Repayment | Absent | Unknown
    duties: Iterable[Duty] | Absent | Unknown
    goals: Iterable[Goal] | Absent | Unknown
    follows: str | Absent | Unknown
    norms: Iterable[Norm]
    participants: DescribedLike
    target_group: DescribedLike
    referral: DescribedLike
    activity: DescribedLike


class Changed(Clauses, Said, total=False):
    """What an amendment may say: every clause, the period among them, and what every event may."""

    first_day: DayLike | Stated | Absent | Unknown
    last_day: DayLike | Stated | Absent | Unknown
    length: DurationLike | Absent | Unknown


_DECIDE = (BodyKind.BOARD, BodyKind.COUNCIL)


class Written(ABC):
    """A life, as far as its methods must know it to write on it."""

    __slots__ = ()

    @property
    @abstractmethod
    def _so_far(self) -> Agreement:
        """The agreement, with what has been written."""

    @abstractmethod
    def record(self, *events: Event) -> Self:
        """The life with what has happened taken in, without asking."""

    def _terms(self, on: DayLike) -> Terms:
        return self._so_far.terms_on(on)

    def _parties(self, on: DayLike) -> tuple[Party, ...]:
        parties = self._terms(on).parties
        return () if isinstance(parties, Unknown) else parties

    def _all(self, on: DayLike) -> tuple[str, ...] | Unknown:
        """The ids of all parties; UNKNOWN where nobody knows who they are."""
        return tuple(party.id for party in self._parties(on)) or UNKNOWN

    def _party(self, on: DayLike, sector: Sector) -> str | Unknown:
        """The id of the first party of a sector."""
        return next((one.id for one in self._parties(on) if one.sector is sector), UNKNOWN)

    def _public(self, on: DayLike, by: str | Unknown | None) -> str | Unknown:
        """Who acted: the one who is named, else the public party."""
        return self._party(on, Sector.PUBLIC) if by is None else by

    def _civil(self, on: DayLike, by: str | Unknown | None) -> str | Unknown:
        """Who acted: the one who is named, else the civil party."""
        return self._party(on, Sector.CIVIL) if by is None else by

    def _board(self, on: DayLike, by: str | Unknown | None) -> str | Unknown:
        """Who decided: the one who is named, else the public party's board, else the party."""
        if by is not None:
            return by
        public = [one for one in self._parties(on) if one.sector is Sector.PUBLIC]
        bodies = (body.id for one in public for body in one.bodies if body.kind in _DECIDE)
        return next(bodies, self._party(on, Sector.PUBLIC))

    def _agreed(
        self, on: DayLike, agreed_by: Iterable[str] | Unknown | None
    ) -> Iterable[str] | Unknown:
        """Who agreed: those who are named, else every party."""
        return self._all(on) if agreed_by is None else agreed_by
