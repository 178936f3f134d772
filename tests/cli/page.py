"""The pages that show a terminal: what they show is run, and renewed.

python -m tests.cli.page --write
"""

import argparse
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.cli.shell import ROOT, sh

DOCS = ROOT / "docs"
PAGE = DOCS / "command.md"
RENEW = "python -m tests.cli.page --write"

_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)
_STEP = re.compile(
    r"(?<=```console\n)(?P<console>.*?)(?=```)"
    r"|^```(?:toml|python)\n# (?P<file>[\w-]+\.(?:toml|py))(?P<more>, at its end)?\n"
    r"(?P<text>.*?)(?=```)",
    re.DOTALL | re.MULTILINE,
)


def pages() -> list[Path]:
    """The pages that show a terminal."""
    return [page for page in sorted(DOCS.rglob("*.md")) if blocks(page)]


def blocks(page: Path = PAGE) -> list[str]:
    """What a page shows of a terminal, block by block."""
    return _BLOCK.findall(page.read_text(encoding="utf-8"))


def commands(block: str) -> list[str]:
    """What is typed in a block."""
    return _COMMAND.findall(block)


def played(block: str, folder: Path = ROOT) -> str:
    """The block with what its commands print today."""
    return "".join(
        f"$ {command}\n{sh(f'exec 2>&1; {command}', cwd=folder).stdout.decode()}"
        for command in commands(block)
    )


def renewed(page: Path) -> str:
    """The page with what its terminal prints today.

    A block whose first line names a file (``# agreement.toml``) is that file, or more of it;
    a page with such blocks begins in an empty folder, every other in the checkout.
    """
    text = page.read_text(encoding="utf-8")
    with _room(text) as folder:
        return _STEP.sub(lambda step: _taken(step, folder), text)


@contextmanager
def _room(text: str) -> Iterator[Path]:
    if any(step["file"] for step in _STEP.finditer(text)):
        with TemporaryDirectory() as folder:
            yield Path(folder)
    else:
        yield ROOT


def _taken(step: re.Match[str], folder: Path) -> str:
    """One step of a page as it stands: a terminal is run, a file kept."""
    if step["console"] is not None:
        return played(step["console"], folder)
    with (folder / step["file"]).open("a" if step["more"] else "w", encoding="utf-8") as file:
        file.write(step["text"])
    return step.group()


def main(arguments: list[str] | None = None) -> int:
    """Renew the pages, or print those that would change and exit with 1."""
    parser = argparse.ArgumentParser(prog="python -m tests.cli.page")
    parser.add_argument("--write", action="store_true", help="renew the checked-in pages")
    write = parser.parse_args(arguments).write
    stale = [(page, new) for page in pages() if (new := renewed(page)) != page.read_text("utf-8")]
    for page, new in stale:
        if write:
            page.write_text(new, encoding="utf-8")
        else:
            sys.stdout.write(new)
    return 1 if stale and not write else 0


if __name__ == "__main__":
    sys.exit(main())
