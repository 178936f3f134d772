"""What sort of agreement it is, who puts in what, and who is paid what."""

from __future__ import annotations

import enum

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_ident, is_text, member
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
