"""A long search: ``python -m tests.fuzz --minutes 30``; what is found is kept in the corpus."""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from hypothesis import Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy, tuples

from tests.fuzz import arguments, mutants
from tests.fuzz.targets import kept, read_everywhere, typed

CORPUS: Final = Path(__file__).parent / "corpus"
BATCH: Final = 200
"""So many are tried under one seed."""

SEARCH: Final = settings(
    max_examples=BATCH,
    deadline=None,
    database=None,
    suppress_health_check=(),
    report_multiple_bugs=False,
    phases=(Phase.generate, Phase.shrink),
    print_blob=False,
)


def _keep(name: str, value: Any) -> Path:  # noqa: ANN401 - what was tried
    """Write what was found, named after what it holds."""
    if name == "command":
        told, document = value
        content = json.dumps(kept(told, document), indent=1).encode("ascii")
    else:
        content = value
    suffix = "json" if name == "command" else "bin"
    file = CORPUS / name / f"found-{hashlib.sha256(content).hexdigest()[:12]}.{suffix}"
    file.write_bytes(content)
    return file


def _searched(
    name: str, strategy: SearchStrategy[Any], attempt: Callable[[Any], None], start: int
) -> bool:
    """Search under one seed; whether something was found."""
    last: list[Any] = []

    @seed(start)
    @SEARCH
    @given(strategy)
    def search(value: object) -> None:
        last[:] = [value]
        attempt(value)

    try:
        search()
    except Exception:  # noqa: BLE001 - whatever it is, it is a finding
        traceback.print_exc()
        print(f"seed {start}: kept as {_keep(name, last[0])}", file=sys.stderr)
        return True
    return False


TARGETS: Final[dict[str, tuple[SearchStrategy[Any], Callable[[Any], None]]]] = {
    "documents": (mutants.documents(), read_everywhere),
    "command": (
        tuples(arguments.typed(), mutants.documents()),
        lambda value: typed(*value),
    ),
}


def main() -> int:
    """Search until the time is over."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30, help="how long (30)")
    parser.add_argument("--only", choices=TARGETS, help="one of the two; else both in turn")
    parser.add_argument("--seed", type=int, help="the first seed; else any")
    told = parser.parse_args()
    start = random.SystemRandom().randrange(2**32) if told.seed is None else told.seed
    until = time.monotonic() + told.minutes * 60
    names = [told.only] if told.only else [*TARGETS]
    found = batches = 0
    while time.monotonic() < until:
        name = names[batches % len(names)]
        found += _searched(name, *TARGETS[name], start + batches)
        batches += 1
    print(f"{batches} times {BATCH} tried from seed {start}: {found} found")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
