"""What Linköping asks for besides."""

from __future__ import annotations

from ioplife.decisions import Case, Finding, guard, met, not_met, unknown
from ioplife.events import Proposed
from ioplife.guards.weighing import if_a_partnership
from ioplife.sources import LINKOPING
from ioplife.terms import UNKNOWN, Sector, Unknown


@guard("linkoping:one-public-party", source=LINKOPING)
def one_public_party(case: Case, _event: Proposed) -> Finding:
    """A partnership has exactly one public party."""
    if isinstance(case.terms.parties, Unknown):
        return if_a_partnership(case.terms, unknown())
    public = tuple(one.id for one in case.terms.parties if one.sector is Sector.PUBLIC)
    unread = tuple(one.id for one in case.terms.parties if one.sector is UNKNOWN)
    if len(public) > 1 or not (public or unread):
        finding = not_met(public=public)
    else:
        finding = (unknown if unread else met)(public=public, unread=unread)
    return if_a_partnership(case.terms, finding)
