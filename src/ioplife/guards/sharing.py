"""What the public parties put in of the whole."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from pendulum import Date

from ioplife.decisions import Case, Finding, guard, not_called_for, unknown
from ioplife.guards.weighing import by_every_reading, if_a_partnership
from ioplife.norms import PUBLIC_SHARE, PUBLIC_SHARE_TOLERANCE, Norm
from ioplife.sources import SHARED
from ioplife.terms import UNKNOWN, Terms, Unknown, in_force, public_part, stretches

_CENT: Final = Decimal("0.01")


@guard("public-share", source=SHARED, soft=True)
def public_share(case: Case) -> Finding:
    """The public parties put in about the share of the whole that the board has in mind."""
    share = in_force(case.norms, PUBLIC_SHARE, case.terms, case.on)
    near = in_force(case.norms, PUBLIC_SHARE_TOLERANCE, case.terms, case.on)
    if share is None:
        return if_a_partnership(case.terms, not_called_for())
    if isinstance(share, Unknown):
        return if_a_partnership(case.terms, unknown())
    # What is near and nobody has said how near is not known.
    within = UNKNOWN if near is None else near
    days = stretches(case.terms)
    on = min(max(case.on, days[0].first), days[-1].last or case.on)
    return if_a_partnership(case.terms, _measured(case.terms, on, share, within))


def _measured(terms: Terms, on: Date, share: Norm, near: Norm | Unknown) -> Finding:
    whole = UNKNOWN if isinstance(terms.total, Unknown) else terms.total.amount
    part = public_part(terms, on)
    if isinstance(whole, Unknown) or isinstance(part, Unknown) or isinstance(near, Unknown):
        return unknown(share.source, norm=share.percent)
    if not whole:
        return not_called_for(total=whole)
    # By what they put in, and not by the share: a division is rounded, and the edge is exact.
    away = abs(part * 100 - share.percent * whole)
    return by_every_reading(
        [away <= near.percent * whole],
        share.source,
        share=(part * 100 / whole).quantize(_CENT),
        norm=share.percent,
        tolerance=near.percent,
    )
