"""Agreements from what the command is given: files, folders, standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence

import click

from ioplife.agreement import Agreement
from ioplife.cli.streams import talk
from ioplife.documents import LoadEach, Mistake, load_all


class Inputs:
    """Files, folders and standard input, read once; every mistake is told as it is met.

    Attributes:
        mistakes: what could not be read, when all is read.
        failed: whether something could not be read, or nothing was there to read.
    """

    def __init__(self, paths: Sequence[str], *, quiet: bool = False) -> None:
        self.mistakes: list[Mistake] = []
        self.failed = False
        self._paths = tuple(dict.fromkeys(paths))
        self._quiet = quiet

    def together(self) -> tuple[Agreement, ...]:
        """Every agreement that can be read; of two with one id, neither."""
        loaded = load_all(self._paths, stdin=sys.stdin)
        for mistake in loaded.mistakes:
            self._fail(mistake)
        self._end(found=bool(loaded.documents), others=loaded.others)
        return loaded.agreements

    def single(self, command: str) -> Agreement | None:
        """The only agreement there is; None where something could not be read.

        Raises:
            click.UsageError: where there are several.
        """
        agreements = self.together()
        if self.failed:
            return None
        if len(agreements) > 1:
            (path,) = self._paths
            message = f"{path} holds {len(agreements)} agreements; {command} takes one"
            raise click.UsageError(message)
        return agreements[0]

    def one_by_one(self) -> Iterator[Agreement]:
        """The same while they are read, keeping none; of two with one id, the first."""
        each = LoadEach(self._paths, stdin=sys.stdin)
        found = False
        for one in each:
            if isinstance(one, Mistake):
                self._fail(one)
            else:
                found = True
                yield one.agreement
        self._end(found=found, others=each.others)

    def _fail(self, mistake: Mistake) -> None:
        self.mistakes.append(mistake)
        self.failed = True
        talk(str(mistake))

    def _end(self, *, found: bool, others: int) -> None:
        if not self._quiet:
            left_out(others)
        if not found and not self.failed:
            for mistake in nothing_in(self._paths):
                self._fail(mistake)


def left_out(others: int) -> None:
    """Tell how many files were left out, if any were."""
    if others:
        files = "1 other file" if others == 1 else f"{others} other files"
        talk(f"left out {files}: not .toml, .json or .jsonl")


def nothing_in(paths: Iterable[str]) -> list[Mistake]:
    """That there is nothing to read."""
    return [Mistake(path, None, "", "no agreement in it", unread=True) for path in paths]
