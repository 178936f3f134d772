"""What no policy that ships knows: how early boards decide, and when they meet."""

from __future__ import annotations

import attrs
import click

from ioplife.cli.exits import Exit
from ioplife.cli.options import Asked
from ioplife.cli.streams import talk
from ioplife.dates import Duration
from ioplife.documents import BadDocument, load_meetings
from ioplife.norms import DECIDE_LEAD, PAPERS_LEAD, Norm
from ioplife.sources import Source


def ahead(
    asked: Asked,
    meetings: str | None,
    decide_lead: Duration | None,
    papers_lead: Duration | None,
) -> Asked:
    """The question with leads and meetings in the place of the policy's.

    Args:
        asked: what every command is told.
        meetings: the file with the meetings; None: none.
        decide_lead: so long before what waits for it a board decides; None: not told.
        papers_lead: so long before a meeting its papers are handed in; None: not told.

    Raises:
        Exit: where the file cannot be read; each mistake in it is told.
    """
    policy, norms = asked.policy, asked.policy.norms
    for name, lead in ((DECIDE_LEAD, decide_lead), (PAPERS_LEAD, papers_lead)):
        if lead is not None:
            told = Norm(name, lead, source=Source("ioplife", f"--{name} {lead}"))
            norms = (told, *(one for one in norms if one.name != name))
    held = policy.meetings
    if meetings is not None:
        try:
            held = load_meetings(meetings)
        except BadDocument as error:
            for mistake in error.mistakes:
                talk(str(mistake))
            raise click.exceptions.Exit(Exit.UNREADABLE) from None
    return attrs.evolve(asked, policy=attrs.evolve(policy, norms=norms, meetings=held))
