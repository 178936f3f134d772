"""The command, run inside this process or as one of its own; and documents to give it."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from ioplife.cli import main

ROOT = Path(__file__).parents[2]
LINKOPING = ROOT / "examples" / "linkoping"
SON = LINKOPING / "son-2021-404.toml"
SION = LINKOPING / "iogt-nto-sion.toml"
ENDING = Path(__file__).parent / "ending.toml"
"""SON 2021-404 with nothing owed, so that its end alone is flagged."""

PLAIN = {
    "COLUMNS": None,
    "FORCE_COLOR": None,
    "LANG": "C.UTF-8",
    "LC_ALL": None,
    "LC_MESSAGES": None,
    "NO_COLOR": None,
    "TERM": "dumb",
}
"""What the command finds around it, unless a test says otherwise."""


def run(*arguments: object, stdin: str | bytes | None = None, **env: str) -> Result:
    """The command inside this process; an exception that is no exit is raised."""
    runner = CliRunner(env=PLAIN | env)
    given = [str(argument) for argument in arguments]
    return runner.invoke(main, given, input=stdin, prog_name="ioplife", catch_exceptions=False)


def environment(**env: str) -> dict[str, str]:
    """What a process of its own finds around it."""
    kept = {name: value for name, value in os.environ.items() if name not in PLAIN}
    plain = {name: value for name, value in PLAIN.items() if value is not None}
    here = Path(sys.executable).parent  # where the command is installed
    return kept | plain | {"PATH": f"{here}{os.pathsep}{os.environ['PATH']}"} | env


def sh(
    script: str, *, cwd: Path = ROOT, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    """A script of a shell that has the command."""
    return subprocess.run(  # noqa: S603 - scripts of our own, word for word
        ["bash", "-c", script],  # noqa: S607 - whatever bash this machine has
        cwd=cwd,
        input=stdin,
        env=environment(**env),
        capture_output=True,
        check=False,
    )


def document(id: str, last_day: str = "2023-09-30", **more: Any) -> dict[str, Any]:  # noqa: A002, ANN401 - as a document has it
    """An agreement in force, made up, as plain data."""
    return {
        "id": id,
        "kind": "iop",
        "parties": [
            {"id": "kommun", "name": "Kommunen", "sector": "public"},
            {"id": "forening", "name": "Föreningen", "sector": "civil"},
        ],
        "first_day": "2020-01-01",
        "last_day": last_day,
        "events": [
            {"event": "entered", "on": "2020-01-01", "state": "active", "seen": "2020-01-01"}
        ],
        **more,
    }


def line(id: str, last_day: str = "2023-09-30", **more: Any) -> str:  # noqa: A002, ANN401 - as a document has it
    """The same on a line of JSON Lines."""
    return json.dumps(document(id, last_day, **more), ensure_ascii=False) + "\n"


def write(folder: Path, documents: Sequence[dict[str, Any]]) -> None:
    """Each as a JSON file named after its id."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in documents:
        text = json.dumps(one, ensure_ascii=False)
        (folder / f"{one['id']}.json").write_text(text, encoding="utf-8")
