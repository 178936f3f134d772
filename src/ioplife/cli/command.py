"""What can be typed, and its help. What is asked for is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
import click
from click.shell_completion import CompletionItem
from pendulum import Date

import ioplife
from ioplife.checks import as_ident
from ioplife.cli.options import (
    Asked,
    F,
    format_option,
    indices_option,
    lang_option,
    leads_option,
    on_option,
    policy_option,
    within_option,
)
from ioplife.cli.streams import data
from ioplife.dates import Duration
from ioplife.errors import BadValue
from ioplife.events import EVENT_OF

_INTERRUPTED: Final = 130
"""What a shell expects of a command that was stopped by Ctrl-C: 128 and the signal."""


class _Group(click.Group):
    """A group that takes Ctrl-C for what it is: no answer, and nothing flagged."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as click has it
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(_INTERRUPTED)


_PATH: Final = click.Path(allow_dash=True, readable=False)
"""What is read; what cannot be read is told beside all that can, and not by click."""


def _tag(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value not in EVENT_OF:
        from ioplife.documents.mistakes import unknown  # noqa: PLC0415 - for a mistake alone

        begun = [tag for tag in EVENT_OF if tag.startswith(value)]
        told = unknown("event", value, begun or EVENT_OF)
        raise click.BadParameter(f"{told}; known are {', '.join(EVENT_OF)}", ctx, param)
    return value


def _tags(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[CompletionItem]:
    """What a shell offers for an event, each with its sentence."""
    return [
        CompletionItem(tag, help=(kind.__doc__ or "").partition("\n")[0])
        for tag, kind in EVENT_OF.items()
        if tag.startswith(begun)
    ]


def _fields(ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """What a shell offers for a field, once it knows the event."""
    kind = EVENT_OF.get(ctx.params.get("tag") or "")
    names = [field.name for field in attrs.fields(kind)] if kind else []
    return [f"{name}=" for name in names if name != "on" and name.startswith(begun)]


paths_argument = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=_PATH)


def _question(command: F) -> F:
    """What ask and record are told alike: a file, an event with its fields, and how to answer."""
    for told in (
        policy_option,
        lang_option,
        format_option("text", "json"),
        on_option,
        click.argument("fields", metavar="[FIELD=VALUE]...", nargs=-1, shell_complete=_fields),
        click.argument("tag", metavar="EVENT", callback=_tag, shell_complete=_tags),
        click.argument("file", type=_PATH),
    ):  # as decorators stand, the last first
        command = told(command)
    return command


@click.group(cls=_Group, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(ioplife.__version__, prog_name="ioplife", message="%(prog)s %(version)s")
def main() -> None:
    """The life of IOP agreements: what falls due, what may be done, and why.

    Data goes to standard output and talk to standard error. Exit codes: 0 done; 1 only
    with --exit-code, when something is flagged; 2 wrong usage, or something could not be
    read or written; 3 the answer is no or unknown, or a document has a mistake. Where
    several apply: 2, then 3, then 1.
    """


@main.command("flag", short_help="The days that matter, soonest first.")
@paths_argument
@on_option
@within_option
@format_option("table", "json", "jsonl", "csv", "md")
@lang_option
@policy_option
@leads_option
@click.option("--exit-code", is_flag=True, help="Exit with 1 when something is flagged.")
@click.option("-q", "--quiet", is_flag=True, help="Tell nothing but mistakes beside the flags.")
@click.pass_context
def flag(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    paths: Sequence[str],
    on: Date | None,
    within: Duration,
    form: str,
    lang: str,
    policy: str,
    meetings: str | None,
    decide_lead: Duration | None,
    papers_lead: Duration | None,
    exit_code: bool,
    quiet: bool,
) -> None:
    """Tell the days that matter: what ends, starts, waits or is missing, and who must act.

    PATH is a file (.toml, .json, or .jsonl with an agreement a line), a folder, which is
    read to its depth, or - for standard input. What cannot be read is named on standard
    error, hides nothing else, and makes the exit code 2.

    Flags come soonest first, those without a day last; jsonl is written while it is
    read, in the order of the agreements.
    """
    from ioplife.cli import flagging  # noqa: PLC0415 - documents are loaded to be read
    from ioplife.cli.leads import ahead  # noqa: PLC0415 - the same

    asked = ahead(Asked.of(on, form, lang, policy), meetings, decide_lead, papers_lead)
    ctx.exit(flagging.answer(paths, asked, within, exit_code=exit_code, quiet=quiet))


@main.command("plan", short_help="By when it must be decided what follows.")
@paths_argument
@on_option
@format_option("text", "json", "md")
@lang_option
@policy_option
@leads_option
@click.pass_context
def plan(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    paths: Sequence[str],
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
    meetings: str | None,
    decide_lead: Duration | None,
    papers_lead: Duration | None,
) -> None:
    """Work out backwards by when it must be decided what follows each agreement.

    From the last day, or the last day for notice or for an option, over the lead, to the
    last meeting in time, the day its papers must be handed in, and the follow-up that must
    have been held. PATH is as flag has it.

    \b
      ioplife plan iop --decide-lead P3M --papers-lead P21D --meetings 2026.txt

    Leads and meetings are the municipality's; what is not known is said, and never guessed.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.cli import planning  # noqa: PLC0415 - documents are loaded to be read
    from ioplife.cli.leads import ahead  # noqa: PLC0415 - the same

    asked = ahead(Asked.of(on, form, lang, policy), meetings, decide_lead, papers_lead)
    ctx.exit(planning.answer(paths, asked))


@main.command("ask", short_help="Whether an event may happen, and why not.")
@_question
@click.pass_context
def ask(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    file: str,
    tag: str,
    fields: Sequence[str],
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
) -> None:
    """Ask whether an event may happen to the agreement in FILE. It records nothing.

    EVENT is its tag: notice_given, ending_decided, signed. A FIELD that is left out is
    unknown, and the answer says so where it matters. Values are those of documents:

    \b
      written=true                        true or false
      last_day=2023-09-30                 a day
      agreed_by=linkoping,stadsmissionen  ids, with a comma between
      period=2023-10-01..2025-09-30       a period, both days included
      basis.paper="SON 2021-404"          a part of a value
      to='{"event": "signed", …}'         JSON, for an event in an event
      terms=@changed.toml                 terms that stand in a file

    The exit code is 0 when the answer is yes, and 3 when it is no or unknown.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.cli import asking  # noqa: PLC0415 - documents are loaded to be read

    ctx.exit(asking.answer(file, tag, fields, Asked.of(on, form, lang, policy)))


@main.command("record", short_help="Put on record what happened, if it may.")
@_question
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
@click.pass_context
def record(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    file: str,
    tag: str,
    fields: Sequence[str],
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
    dry_run: bool,
) -> None:
    """Ask whether an event may happen, and if it may, put it on record in FILE.

    EVENT and its fields are those of ask, and so is the answer. When it is no or
    unknown, nothing is written and the exit code is 3.

    TOML keeps its comments, its order and its line endings; JSON is written anew. The
    file is replaced whole or not at all.
    """
    from ioplife.cli import recording  # noqa: PLC0415 - documents are loaded to be read

    asked = Asked.of(on, form, lang, policy)
    ctx.exit(recording.answer(file, tag, fields, asked, dry_run=dry_run))


@main.command("check", short_help="What is wrong, what does not agree, what is not yet there.")
@paths_argument
@on_option
@format_option("text", "json")
@lang_option
@policy_option
@click.option("--strict", is_flag=True, help="Exit with 3 for warnings as well.")
@click.pass_context
def check(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    paths: Sequence[str],
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
    strict: bool,
) -> None:
    """Tell every mistake in documents, and what deserves a second look.

    A mistake is what a document cannot say; a warning is what does not agree, or is hard
    to believe: sums that do not add up, readings that differ, events that guards refuse;
    "not yet" is what is unfinished, such as a clause that nobody has read. Of agreements
    that follow each other it tells what one side alone says, gaps and overlaps.

    Only mistakes make the exit code 3, unless --strict; a path that cannot be read makes
    it 2.
    """
    from ioplife.cli import checking  # noqa: PLC0415 - documents are loaded to be read

    ctx.exit(checking.answer(paths, Asked.of(on, form, lang, policy), strict=strict))


@main.command("draw", short_help="The lifecycle, and where an agreement stands in it.")
@click.argument("file", required=False, type=_PATH)
@on_option
@format_option("mermaid", "md")
@lang_option
@click.pass_context
def draw(ctx: click.Context, *, file: str | None, on: Date | None, form: str, lang: str) -> None:
    """Draw the lifecycle: as a Mermaid state diagram, or as a table of Markdown.

    With a FILE, the state in which its agreement stands is marked.
    """
    from ioplife.cli import drawing  # noqa: PLC0415 - what draws is loaded to draw

    if file is None and on is not None:
        raise click.UsageError("--on asks where an agreement stands; name its FILE", ctx)
    ctx.exit(drawing.answer(file, Asked.of(on, form, lang)))


@main.command("show", short_help="One agreement on one day: where it stands, and why.")
@click.argument("file", type=_PATH)
@on_option
@format_option("text", "json", "md")
@lang_option
@policy_option
@indices_option
@click.pass_context
def show(  # noqa: PLR0913 - an argument each for what can be typed
    ctx: click.Context,
    *,
    file: str,
    on: Date | None,
    form: str,
    lang: str,
    policy: str,
    indices: str | None,
) -> None:
    """Show where the agreement in FILE stands, why, and what led there.

    Below that come the days that matter within six months, what is owed and paid, what has
    happened and what is to come if nothing else is recorded: each only where there is
    something to tell.

    Amounts follow omsorgsprisindex (OPI) as it is shipped, and as it was known on the day.
    """
    from ioplife.cli import showing  # noqa: PLC0415 - documents are loaded to be read

    ctx.exit(showing.answer(file, Asked.of(on, form, lang, policy), indices))


def _ident(ctx: click.Context, param: click.Parameter, value: str) -> str:
    try:
        return as_ident(value, "id")
    except BadValue as error:
        raise click.BadParameter(f"{error.rule}, not {value!r}.", ctx, param) from None


@main.command("new", short_help="An agreement to fill in.")
@click.argument("ident", metavar="[ID]", default="iop-1", callback=_ident)
@lang_option
def new(*, ident: str, lang: str) -> None:
    """Print a TOML document to fill in, every key explained.

    \b
      ioplife new iop-1 >iop-1.toml

    As it stands it is a document: all but its id is unknown.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.documents import skeleton  # noqa: PLC0415 - what is asked for is loaded

    with data(portable=True) as write:
        write(skeleton(ident, lang=lang))


@main.command("schema", short_help="The JSON Schema of documents and answers.")
def schema() -> None:
    """Print the JSON Schema of documents, decisions, standings and flags.

    \b
      ioplife schema >ioplife-1.schema.json

    An editor that knows it completes keys and marks what is misspelt.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.documents import schema_text  # noqa: PLC0415 - what is asked for is loaded

    with data(portable=True) as write:
        write(schema_text())
