"""What the commands are told: a day, a length, a language, a format."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable, Mapping
from typing import Any, Final, Self, TypeVar

import attrs
import click
import pendulum
from pendulum import Date

from ioplife.cli.calendar import Calendar
from ioplife.cli.streams import talk
from ioplife.dates import Duration, IsWorkingDay, as_day, as_duration
from ioplife.errors import BadValue
from ioplife.policy import DEFAULT, POLICIES, Policy

F = TypeVar("F", bound=Callable[..., Any])

ZONE: Final = "Europe/Stockholm"
"""Where it is decided which day it is."""

LANGUAGES: Final = ("sv", "en")


def day_of(moment: datetime.datetime) -> Date:
    """The day of a moment in Sweden: an hour or two before midnight UTC it is tomorrow."""
    return pendulum.instance(moment).in_timezone(ZONE).date()


def today() -> Date:
    """The day it is in Sweden. Nothing else in ioplife knows the clock."""
    return day_of(datetime.datetime.now(datetime.UTC))


@attrs.frozen
class Asked:
    """What every command is told.

    Args:
        on: the day to answer for.
        form: how to write the answer.
        lang: the language of its sentences, ``sv`` or ``en``.
        given: whether the day was given; else it is today.
        policy: whose guards and numbers to ask under.
        calendar: which days are working days.
    """

    on: Date
    form: str
    lang: str
    given: bool = attrs.field(kw_only=True)
    policy: Policy = attrs.field(default=DEFAULT, kw_only=True)
    calendar: Calendar = attrs.field(factory=Calendar, kw_only=True, eq=False)

    @property
    def is_working_day(self) -> IsWorkingDay | None:
        """Whether a day is a working day; None where nobody can tell."""
        return self.calendar.is_working_day

    @classmethod
    def of(cls, on: Date | None, form: str, lang: str, policy: str = DEFAULT.name) -> Self:
        """The day that was given, or else today; the policy by its name."""
        return cls(on or today(), form, lang, given=on is not None, policy=POLICIES[policy])

    def tell(self) -> None:
        """Say which day it is, and whose policy where it is not the library's own."""
        day = f"on {self.on}" if self.given else f"on {self.on} (today)"
        shipped = self.policy.name == DEFAULT.name
        talk(day if shipped else f"{day}, policy {self.policy.name}")


def spoken(environ: Mapping[str, str]) -> str:
    """The language of an environment: Swedish where it says so, else English."""
    said = (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name))
    return "sv" if next(said, "").startswith("sv") else "en"


def day_option(ctx: click.Context, param: click.Parameter, value: str | None) -> Date | None:
    """The day that an option says."""
    try:
        return None if value is None else as_day(value)
    except BadValue as error:
        raise click.BadParameter(f"{error.rule}, not {value!r}.", ctx, param) from None


def _length(ctx: click.Context, param: click.Parameter, value: str | None) -> Duration | None:
    try:
        return None if value is None else as_duration(value)
    except BadValue as error:
        raise click.BadParameter(f"{error.rule}, not {value!r}.", ctx, param) from None


def on_option(command: F) -> F:
    """``--on DAY``."""
    return click.option(
        "--on",
        callback=day_option,
        metavar="DAY",
        help="The day to answer for, YYYY-MM-DD.  [default: today in Sweden]",
    )(command)


def within_option(command: F) -> F:
    """``--within LENGTH``."""
    return click.option(
        "--within",
        callback=_length,
        metavar="LENGTH",
        default="P6M",
        show_default=True,
        help="Days so near, as ISO 8601 has it: P6M, P1Y, P30D. What is past or has no day"
        " is always told.",
    )(command)


def lang_option(command: F) -> F:
    """``--lang sv|en``."""
    return click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        default=lambda: spoken(os.environ),
        help="The language of the sentences.  [default: as the environment says, else en]",
    )(command)


def policy_option(command: F) -> F:
    """``--policy NAME``."""
    return click.option(
        "--policy",
        type=click.Choice(tuple(POLICIES)),
        default=DEFAULT.name,
        show_default=True,
        help="Whose guards, numbers and criteria to ask under.",
    )(command)


def leads_option(command: F) -> F:
    """``--meetings FILE``, ``--decide-lead LENGTH`` and ``--papers-lead LENGTH``."""
    for told in (
        click.option(
            "--papers-lead",
            callback=_length,
            metavar="LENGTH",
            help="So long before a meeting its papers are handed in: P21D.",
        ),
        click.option(
            "--decide-lead",
            callback=_length,
            metavar="LENGTH",
            help="So long before the end, or the last day for notice, it is decided what follows:"
            " P3M. An agreement's own goes before it.",
        ),
        click.option(
            "--meetings",
            metavar="FILE",
            type=click.Path(),
            help="When boards meet: a text with a day a line, perhaps with the board behind it.",
        ),
    ):  # as decorators stand, the last first
        command = told(command)
    return command


def indices_option(command: F) -> F:
    """``--indices FILE``."""
    return click.option(
        "--indices",
        metavar="FILE",
        type=click.Path(),
        help="What indices were, year by year (.toml, .json); of what FILE is silent on, what is"
        " shipped counts.",
    )(command)


def format_option(*formats: str) -> Callable[[F], F]:
    """``--format``; the first is what people read."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write the answer.",
    )
