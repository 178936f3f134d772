"""The clauses of an agreement, each a value."""

from __future__ import annotations

import enum
from typing import Any, TypeAlias

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_flag, is_ident, is_text, is_whole, member
from ioplife.dates import Duration, DurationLike, as_positive_duration
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


class CountsFrom(enum.StrEnum):
    """The day notice counts from."""

    RECEIPT = "receipt"
    SENDING = "sending"


class NoticeEnd(enum.StrEnum):
    """Where a notice period ends: on its day, or with the month of that day."""

    DAY = "day"
    MONTH_END = "month_end"


class Unlimited(enum.Enum):
    """The type of ``UNLIMITED``: an option that may be used any number of times."""

    UNLIMITED = "unlimited"


UNLIMITED = Unlimited.UNLIMITED


def _contributed(value: SumLike) -> StatedSum | Unknown:
    return as_stated_sum(value, "Contribution.amount")


def _form(value: Form | str | Unknown) -> Form | Unknown:
    return value if isinstance(value, Unknown) else member(Form, value, "Contribution.form")


@attrs.frozen
class Contribution:
    """What a party puts in, a year (insats).

    Args:
        party: the party's id.
        amount: SEK a year.
        form: cash or in kind.
        id: its own id, where a party contributes in several ways; else the party's.
        text: the paper's words.
        source: the paper and the place.
    """

    party: str = attrs.field(validator=is_ident)
    amount: StatedSum | Unknown = attrs.field(converter=_contributed)
    form: Form | Unknown = attrs.field(default=UNKNOWN, converter=_form, kw_only=True)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: self.party, takes_self=True),
        validator=is_ident,
        kw_only=True,
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _disbursed(value: SumLike) -> StatedSum | Unknown:
    return as_stated_sum(value, "Disbursement.amount")


@attrs.frozen
class Disbursement:
    """What the public party pays a party, a year (ersättning).

    Args:
        to: the id of the party that is paid.
        amount: SEK a year.
        id: its own id, where a party is paid in several ways; else the party's.
        text: the paper's words.
        source: the paper and the place.
    """

    to: str = attrs.field(validator=is_ident)
    amount: StatedSum | Unknown = attrs.field(converter=_disbursed)
    id: str = attrs.field(
        default=attrs.Factory(lambda self: self.to, takes_self=True),
        validator=is_ident,
        kw_only=True,
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _notice_length(value: DurationLike | Unknown) -> Duration | Unknown:
    return value if isinstance(value, Unknown) else as_positive_duration(value, "Notice.length")


def _is_flag_or_unknown(instance: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not UNKNOWN:
        is_flag(instance, attribute, value)


def _counts_from(value: CountsFrom | str | Unknown) -> CountsFrom | Unknown:
    if isinstance(value, Unknown):
        return value
    return member(CountsFrom, value, "Notice.counts_from")


def _ends(value: NoticeEnd | str) -> NoticeEnd:
    return member(NoticeEnd, value, "Notice.ends")


@attrs.frozen
class Notice:
    """The right to give notice (uppsägning).

    Args:
        length: the notice period; UNKNOWN where the clause gives none.
        written: whether notice must be in writing.
        counts_from: the day it counts from: receipt or sending.
        ends: on the day, or with the month of that day.
        text: the paper's words.
        source: the paper and the place.
    """

    length: Duration | Unknown = attrs.field(converter=_notice_length)
    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=_is_flag_or_unknown, kw_only=True
    )
    counts_from: CountsFrom | Unknown = attrs.field(
        default=UNKNOWN, converter=_counts_from, kw_only=True
    )
    ends: NoticeEnd = attrs.field(default=NoticeEnd.DAY, converter=_ends, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _option_length(value: DurationLike | Unknown) -> Duration | Unknown:
    if isinstance(value, Unknown):
        return value
    return as_positive_duration(value, "RenewalOption.length")


Times: TypeAlias = int | Unlimited


def _times(value: Times) -> Times:
    if isinstance(value, Unlimited):
        return value
    return is_whole(value, "RenewalOption.times", 1)


def _ask_before(value: DurationLike | None) -> Duration | None:
    return None if value is None else as_positive_duration(value, "RenewalOption.ask_before")


@attrs.frozen
class RenewalOption:
    """The right to extend the same agreement (förlängningsoption).

    It moves no day by itself: only an extension that a party asks for does.

    Args:
        length: how long each extension is; UNKNOWN where it must be given each time.
        times: how many times, 1 or more, or UNLIMITED.
        ask_before: at the latest so long before the last day; None where the paper has
            no such limit.
        text: the paper's words.
        source: the paper and the place.
    """

    length: Duration | Unknown = attrs.field(converter=_option_length)
    times: Times = attrs.field(default=1, converter=_times, kw_only=True)
    ask_before: Duration | None = attrs.field(default=None, converter=_ask_before, kw_only=True)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)
