"""What can be typed of what if, and its help; beside the other commands."""

from __future__ import annotations

from collections.abc import Sequence

import click
from pendulum import Date

from ioplife.cli.command import paths_argument
from ioplife.cli.options import (
    Asked,
    day_option,
    format_option,
    indices_option,
    lang_option,
    leads_option,
    on_option,
    policy_option,
)
from ioplife.dates import Duration


@click.command("simulate", short_help="What would follow, beside what follows without it.")
@paths_argument
@click.option(
    "--event",
    "events",
    metavar="'EVENT DAY FIELD=VALUE...'",
    multiple=True,
    help="Suppose this event on this day.",
)
@click.option(
    "--when-due",
    metavar="'EVENT [DAY] FIELD=VALUE...'",
    multiple=True,
    help="Suppose this event on the day it falls due, counted from DAY, else from --on.",
)
@click.option(
    "--none-renewed",
    is_flag=True,
    help="Suppose that none goes on: notice is given when due where one would by itself.",
)
@click.option(
    "--until",
    callback=day_option,
    metavar="DAY",
    help="The last day to tell of, YYYY-MM-DD.  [default: three years after --on]",
)
@click.option("--force", is_flag=True, help="Take in what may not happen, or nobody can tell.")
@click.option("--no-flags", is_flag=True, help="Tell no flags: they are most of the work.")
@on_option
@format_option("text", "json", "jsonl", "csv")
@lang_option
@policy_option
@leads_option
@indices_option
@click.pass_context
def simulate(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    paths: Sequence[str],
    events: Sequence[str],
    when_due: Sequence[str],
    none_renewed: bool,
    until: Date | None,
    force: bool,
    no_flags: bool,
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
    meetings: str | None,
    decide_lead: Duration | None,
    papers_lead: Duration | None,
    indices: str | None,
) -> None:
    """Tell what would follow if something happened, beside what follows without it.

    Each event is asked where it stands; one that may not happen, or of which nobody can
    tell, is told with its reasons and left out. Nothing is ever written. PATH is as flag
    has it; of several, it is also told what they come to together.

    \b
      ioplife simulate a.toml --event 'notice_given 2024-06-01 by=x written=true'
      ioplife simulate a.toml --when-due 'followed_up result=reached'
      ioplife simulate iop --none-renewed --until 2027-12-31

    Fields are those of ask; what holds a space is quoted. Events on days are asked first,
    then those when due, then whether it is renewed. The exit code is 3 where an answer
    is no or unknown.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.cli import simulating, supposing  # noqa: PLC0415 - documents are loaded to be read
    from ioplife.cli.leads import ahead  # noqa: PLC0415 - the same

    asked = ahead(Asked.of(on, form, lang, policy), meetings, decide_lead, papers_lead)
    if until is not None and until < asked.on:
        raise click.BadParameter(f"must not be before {asked.on}.", ctx, param_hint="'--until'")
    request = simulating.Request(
        supposed=supposing.suppositions(events, when_due, asked.on, none_renewed=none_renewed),
        until=until,
        indices=indices,
        force=force,
        flags=not no_flags,
    )
    ctx.exit(simulating.answer(paths, asked, request))
