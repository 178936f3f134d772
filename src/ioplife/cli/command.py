"""What can be typed, and its help. What is asked for is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import attrs
import click
from click.shell_completion import CompletionItem
from pendulum import Date

import ioplife
from ioplife.cli.options import (
    Asked,
    format_option,
    lang_option,
    on_option,
    policy_option,
    within_option,
)
from ioplife.dates import Duration
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


@click.group(cls=_Group, context_settings={"help_option_names": ["--help", "-h"]})
@click.version_option(ioplife.__version__, prog_name="ioplife", message="%(prog)s %(version)s")
def main() -> None:
    """The life of IOP agreements: what falls due, what may be done, and why.

    Data goes to standard output and talk to standard error. Exit codes: 0 done; 1 only
    with --exit-code, when something is flagged; 2 wrong usage, or something could not be
    read; 3 the answer is no or unknown. Where several apply: 2, then 3, then 1.
    """


@main.command("flag", short_help="The days that matter, soonest first.")
@click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(allow_dash=True)
)
@on_option
@within_option
@format_option("table", "json", "jsonl", "csv", "md")
@lang_option
@policy_option
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

    asked = Asked.of(on, form, lang, policy)
    ctx.exit(flagging.answer(paths, asked, within, exit_code=exit_code, quiet=quiet))


@main.command("ask", short_help="Whether an event may happen, and why not.")
@click.argument("file", type=click.Path(allow_dash=True))
@click.argument("tag", metavar="EVENT", callback=_tag, shell_complete=_tags)
@click.argument("fields", metavar="[FIELD=VALUE]...", nargs=-1, shell_complete=_fields)
@on_option
@format_option("text", "json")
@lang_option
@policy_option
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

    The exit code is 0 when the answer is yes, and 3 when it is no or unknown.
    """  # noqa: D301 - click's sign for lines that stand as they are
    from ioplife.cli import asking  # noqa: PLC0415 - documents are loaded to be read

    ctx.exit(asking.answer(file, tag, fields, Asked.of(on, form, lang, policy)))
