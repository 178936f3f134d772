"""Data on standard output, talk on standard error, and what to do when nobody listens."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Callable, Iterator
from typing import TextIO, TypeAlias

import click

from ioplife.cli.exits import Exit

Write: TypeAlias = Callable[[str], None]
"""Where data goes: the text as it stands, line breaks included."""


class Unwritable(click.ClickException):
    """Standard output takes no more, and not because its reader has left."""

    exit_code = Exit.UNREADABLE


class _Left(Exception):
    """Whoever read standard output has left."""


def talk(text: str) -> None:
    """A line for people, on standard error; lost without a word where nobody listens."""
    with contextlib.suppress(BrokenPipeError):
        click.echo(printable(text), err=True)


@contextlib.contextmanager
def data(*, portable: bool) -> Iterator[Write]:
    """Standard output, for as long as somebody reads it.

    When the reader leaves (``| head -1``) the block is left as well, and that is no
    mistake: it has what it wanted.

    Args:
        portable: whether another program reads it: then UTF-8, whatever the machine
            speaks; else a sign that the terminal lacks becomes a question mark.

    Raises:
        Unwritable: when the disk is full, or the like.
    """
    stream: TextIO | None = sys.stdout
    if isinstance(stream, io.TextIOWrapper):
        if portable:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        else:
            stream.reconfigure(errors="replace")

    def write(text: str) -> None:
        with _told(stream):
            if stream is None:
                raise OSError("standard output is closed")
            stream.write(text)

    with contextlib.suppress(_Left):
        yield write
        with _told(stream):
            if stream is not None:
                stream.flush()


@contextlib.contextmanager
def _told(stream: TextIO | None) -> Iterator[None]:
    """What the system says of a stream, in our words; Python says no more of it at the end."""
    try:
        yield
    except OSError as error:
        if stream is not None:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, stream.fileno())
            os.close(nowhere)
        if isinstance(error, BrokenPipeError):
            raise _Left from None
        raise Unwritable(f"cannot write: {error.strerror or error}") from None


def printable(text: str) -> str:
    """The same, line by line, without what would steer a terminal."""
    return "\n".join(clean(line) for line in text.split("\n"))


def clean(text: str) -> str:
    """The same on one line, without what would steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
