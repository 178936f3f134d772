"""What simulate is told to suppose: events on days, events when due, no renewal."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from typing import Final

import click
from pendulum import Date

from ioplife.cli.values import event_of
from ioplife.dates import as_day
from ioplife.documents.mistakes import unknown
from ioplife.errors import BadValue
from ioplife.events import EVENT_OF, Event
from ioplife.suppositions import NOT_RENEWED, Supposition, WhenDue

EVENT: Final = "'--event'"
WHEN_DUE: Final = "'--when-due'"


def suppositions(
    events: Sequence[str], when_due: Sequence[str], on: Date, *, none_renewed: bool
) -> tuple[Supposition, ...]:
    """What is supposed, in the order it is asked: on days, when due, no renewal.

    Args:
        events: each a tag, a day and fields, as a shell splits them.
        when_due: each a tag, perhaps the day from which it counts, and fields.
        on: the day from which what is due counts, where it names none.
        none_renewed: whether it is supposed that no agreement is renewed.

    Raises:
        click.UsageError: for what is no such thing, with the option it stands in.
    """
    found: list[Supposition] = [_event(text) for text in events]
    found += [WhenDue(_due(text, on)) for text in when_due]
    return (*found, *([NOT_RENEWED] if none_renewed else []))


def _event(text: str) -> Event:
    words = _words(text, EVENT)
    if len(words) == 1:
        raise _bad(EVENT, f"{text!r}: must name the day behind the event: {words[0]} YYYY-MM-DD")
    return _of(words[0], _day(words[1], EVENT), words[2:], EVENT)


def _due(text: str, on: Date) -> Event:
    tag, *fields = _words(text, WHEN_DUE)
    if fields and "=" not in fields[0]:
        on, fields = _day(fields[0], WHEN_DUE), fields[1:]
    return _of(tag, on, fields, WHEN_DUE)


def _words(text: str, option: str) -> list[str]:
    """A tag and what stands behind it."""
    try:
        words = shlex.split(text)
    except ValueError:
        raise _bad(option, f"{text!r}: a quotation mark is not closed") from None
    if not words:
        raise _bad(option, "must name an event")
    if words[0] not in EVENT_OF:
        raise _bad(option, f"{unknown('event', words[0], EVENT_OF)}; known are {_TAGS}")
    return words


def _day(text: str, option: str) -> Date:
    try:
        return as_day(text)
    except BadValue as error:
        raise _bad(option, f"{error.rule}, not {text!r}") from None


def _of(tag: str, on: Date, fields: Sequence[str], option: str) -> Event:
    try:
        return event_of(tag, on, fields)
    except click.UsageError as error:
        raise _bad(option, f"{tag}: {error.message}") from None


def _bad(option: str, said: str) -> click.UsageError:
    return click.BadParameter(f"{said}.", param_hint=option)


_TAGS: Final = ", ".join(EVENT_OF)
