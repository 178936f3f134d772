"""What is paid back of money that was paid for days when the agreement was over."""

from __future__ import annotations

import attrs

from ioplife.absence import UNKNOWN, Unknown
from ioplife.checks import is_text, member
from ioplife.sources import Source, is_source
from ioplife.terms.payments import CountedIn


def _by(value: CountedIn | str | Unknown) -> CountedIn | Unknown:
    return value if isinstance(value, Unknown) else member(CountedIn, value, "Repayment.by")


@attrs.frozen
class Repayment:
    """That what is not used is paid back when the agreement ends early (återbetalning).

    Args:
        by: whether what is not used is told in days or in whole months; UNKNOWN where no
            paper says.
        text: the paper's words.
        source: the paper and the place.
    """

    by: CountedIn | Unknown = attrs.field(default=UNKNOWN, converter=_by)
    text: str = attrs.field(default="", validator=is_text, kw_only=True)
    source: Source | None = attrs.field(default=None, validator=is_source, kw_only=True)
