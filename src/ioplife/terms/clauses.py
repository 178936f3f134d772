"""What sort of agreement it is, who puts in what, and who is paid what."""

from __future__ import annotations

import enum

import attrs
from pendulum import Date

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_ident, is_text, member
from ioplife.dates import FIRST_DAY, LAST_DAY, DayLike, Period, as_day
from ioplife.duties import require_order
from ioplife.sources import Source, is_source
from ioplife.terms.stated import StatedSum, SumLike, as_stated_sum


class Kind(enum.StrEnum):
    """What sort of agreement it is; only an ``iop`` is held to the criteria of one."""

    IOP = "iop"
    LOU_PARTNERSHIP = "lou_partnership"
    ESF_PROJECT = "esf_project"
    JOINT_PROJECT = "joint_project"
    AGREEMENT = "agreement"


class Form(enum.StrEnum):
    """How a party puts in what it contributes."""

    CASH = "cash"
    IN_KIND = "in_kind"


def _contributed(value: SumLike) -> StatedSum | Unknown:
    return as_stated_sum(value, "Contribution.amount")


def _form(value: Form | str | Unknown) -> Form | Unknown:
    return value if isinstance(value, Unknown) else member(Form, value, "Contribution.form")


def _contributed_first(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Contribution.first")


def _contributed_last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Contribution.last")


@attrs.frozen
class Contribution:
    """What a party puts in, a year (insats).

    Args:
        party: the party's id.
        amount: SEK a year.
        form: cash or in kind.
        id: its own id, where a party contributes in several ways; else the party's.
        first: the first day from which it holds; None: the agreement's.
        last: the last day on which it holds, included; None: the agreement's.
        text: the paper's words.
        source: the paper and the place.

    Raises:
        BadValue: for a last day before the first.
    """

    party: str = attrs.field(validator=is_ident)
    amount: StatedSum | Unknown = attrs.field(converter=_contributed)
    form: Form | Unknown = attrs.field(default=UNKNOWN, converter=_form, kw_only=True)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: self.party, takes_self=True),
        validator=is_ident,
        kw_only=True,
    )
    first: Date | None = attrs.field(default=None, converter=_contributed_first, kw_only=True)
    last: Date | None = attrs.field(default=None, converter=_contributed_last, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_order(self.first, self.last, "Contribution.last")

    @property
    def days(self) -> Period:
        """The days on which it holds, as far as it says."""
        return _days(self.first, self.last)


def _disbursed(value: SumLike) -> StatedSum | Unknown:
    return as_stated_sum(value, "Disbursement.amount")


def _disbursed_first(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Disbursement.first")


def _disbursed_last(value: DayLike | None) -> Date | None:
    return None if value is None else as_day(value, "Disbursement.last")


@attrs.frozen
class Disbursement:
    """What the public party pays a party, a year (ersättning).

    Args:
        to: the id of the party that is paid.
        amount: SEK a year.
        id: its own id, where a party is paid in several ways; else the party's.
        first: the first day from which it holds; None: the agreement's.
        last: the last day on which it holds, included; None: the agreement's.
        text: the paper's words.
        source: the paper and the place.

    Raises:
        BadValue: for a last day before the first.
    """

    to: str = attrs.field(validator=is_ident)
    amount: StatedSum | Unknown = attrs.field(converter=_disbursed)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: self.to, takes_self=True),
        validator=is_ident,
        kw_only=True,
    )
    first: Date | None = attrs.field(default=None, converter=_disbursed_first, kw_only=True)
    last: Date | None = attrs.field(default=None, converter=_disbursed_last, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)

    def __attrs_post_init__(self) -> None:
        require_order(self.first, self.last, "Disbursement.last")

    @property
    def days(self) -> Period:
        """The days on which it holds, as far as it says."""
        return _days(self.first, self.last)


def _days(first: Date | None, last: Date | None) -> Period:
    return Period(
        FIRST_DAY if first is None else first,
        LAST_DAY if last is None else last,
    )
