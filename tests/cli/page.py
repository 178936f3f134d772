"""The page of the command: what it shows is run, and renewed.

python -m tests.cli.page --write
"""

import argparse
import re
import sys

from tests.cli.shell import ROOT, sh

PAGE = ROOT / "docs" / "command.md"
RENEW = "python -m tests.cli.page --write"

_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


def blocks() -> list[str]:
    """What the page shows of a terminal, block by block."""
    return _BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def commands(block: str) -> list[str]:
    """What is typed in a block."""
    return _COMMAND.findall(block)


def played(block: str) -> str:
    """The block with what its commands print today."""
    return "".join(
        f"$ {command}\n{sh(f'exec 2>&1; {command}').stdout.decode()}" for command in commands(block)
    )


def main(arguments: list[str] | None = None) -> int:
    """Renew the page, or print it renewed."""
    parser = argparse.ArgumentParser(prog="python -m tests.cli.page")
    parser.add_argument("--write", action="store_true", help="renew the checked-in page")
    text = PAGE.read_text(encoding="utf-8")
    renewed = _BLOCK.sub(lambda block: played(block.group()), text)
    if parser.parse_args(arguments).write:
        PAGE.write_text(renewed, encoding="utf-8")
    else:
        sys.stdout.write(renewed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
