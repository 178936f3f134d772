"""The clauses by which an agreement goes on or ends before its time: renewal, notice, breach."""

from __future__ import annotations

import enum
from typing import Any, TypeAlias

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_flag, is_text, is_whole, member
from ioplife.dates import Duration, DurationLike, as_positive_duration
from ioplife.sources import Source, is_source


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


def _ask_before(value: DurationLike | None | Unknown) -> Duration | None | Unknown:
    if value is None or isinstance(value, Unknown):
        return value
    return as_positive_duration(value, "RenewalOption.ask_before")


@attrs.frozen
class RenewalOption:
    """The right to extend the same agreement (förlängningsoption).

    It moves no day by itself: only an extension that a party asks for does.

    Args:
        length: how long each extension is; UNKNOWN where it must be given each time.
        times: how many times, 1 or more, or UNLIMITED.
        ask_before: at the latest so long before the last day; None where the paper has
            no such limit; UNKNOWN where nobody has read whether it has.
        text: the paper's words.
        source: the paper and the place.
    """

    length: Duration | Unknown = attrs.field(converter=_option_length)
    times: Times = attrs.field(default=1, converter=_times, kw_only=True)
    ask_before: Duration | None | Unknown = attrs.field(
        default=None, converter=_ask_before, kw_only=True
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


def _automatic_length(value: DurationLike | Unknown) -> Duration | Unknown:
    if isinstance(value, Unknown):
        return value
    return as_positive_duration(value, "AutomaticRenewal.length")


def _notice_before(value: DurationLike | Unknown) -> Duration | Unknown:
    if isinstance(value, Unknown):
        return value
    return as_positive_duration(value, "AutomaticRenewal.notice_before")


def _automatic_times(value: Times) -> Times:
    if isinstance(value, Unlimited):
        return value
    return is_whole(value, "AutomaticRenewal.times", 1)


def _automatic_counts_from(value: CountsFrom | str | Unknown) -> CountsFrom | Unknown:
    if isinstance(value, Unknown):
        return value
    return member(CountsFrom, value, "AutomaticRenewal.counts_from")


@attrs.frozen
class AutomaticRenewal:
    """That the same agreement goes on by itself unless notice is given in time.

    (automatisk förlängning: "förlängs med ett år i taget om det inte sägs upp sex månader i
    förväg".) It goes on the day after the latest day for notice.

    Args:
        length: how long each extension is; UNKNOWN where nobody has read it.
        notice_before: notice against it is given at the latest so long before the last day;
            UNKNOWN where nobody has read it.
        times: how many times, 1 or more, or UNLIMITED.
        written: whether that notice must be in writing.
        counts_from: the day that notice counts from: receipt or sending.
        text: the paper's words.
        source: the paper and the place.
    """

    length: Duration | Unknown = attrs.field(converter=_automatic_length)
    notice_before: Duration | Unknown = attrs.field(converter=_notice_before)
    times: Times = attrs.field(default=UNLIMITED, converter=_automatic_times, kw_only=True)
    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=_is_flag_or_unknown, kw_only=True
    )
    counts_from: CountsFrom | Unknown = attrs.field(
        default=UNKNOWN, converter=_automatic_counts_from, kw_only=True
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)


Renewal: TypeAlias = RenewalOption | AutomaticRenewal
"""How the same agreement may go on."""


def _cure(value: DurationLike | Unknown) -> Duration | Unknown:
    return value if isinstance(value, Unknown) else as_positive_duration(value, "Breach.cure")


@attrs.frozen
class Breach:
    """The right to cancel for a breach that is not corrected in time (hävning).

    Args:
        cure: how long after the demand it may be corrected, the last day included; UNKNOWN
            where nobody has read it.
        written: whether the demand must be in writing.
        text: the paper's words.
        source: the paper and the place.
    """

    cure: Duration | Unknown = attrs.field(converter=_cure)
    written: bool | Unknown = attrs.field(
        default=UNKNOWN, validator=_is_flag_or_unknown, kw_only=True
    )
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)
