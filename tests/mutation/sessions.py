"""What has become of each mutant so far, so that a run can go on where it was broken off."""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Final

import attrs

from tests.mutation.mutants import Mutant, module_path

KILLED: Final = "killed"
SURVIVED: Final = "survived"
UNTESTED: Final = "survived, untested"


def digest(*paths: Path) -> str:
    """A name for what stands in some files, or in the Python files of some folders."""
    found = hashlib.sha256()
    for path in paths:
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            found.update(file.read_bytes())
    return found.hexdigest()[:12]


@attrs.define
class Sessions:
    """One file a module, as it stands: a line a mutant.

    What was killed stays killed while the module is the same; what survived is tried again when
    the tests have changed.

    Attributes:
        folder: where they are kept.
        root: the tree that is tested.
        stamp: a name for its tests.
    """

    folder: Path
    root: Path
    stamp: str = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.stamp = digest(self.root / "tests")

    def _file(self, module: str) -> Path:
        return self.folder / f"{module}-{digest(module_path(module, self.root))}.jsonl"

    def told(self, module: str) -> dict[str, dict[str, str]]:
        """What is known of a module's mutants, by their ids; what was told last counts."""
        path = self._file(module)
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        return {told["id"]: told for told in map(json.loads, lines)}

    def done(self, module: str) -> set[str]:
        """The mutants that need not be tried."""
        return {
            name
            for name, told in self.told(module).items()
            if told["fate"].startswith(KILLED) or told["tests"] == self.stamp
        }

    def finish(self, module: str) -> None:
        """All of a module's mutants have been tried."""
        self._file(module).with_suffix(".done").touch()

    def finished(self, module: str) -> bool:
        """Whether all of a module's mutants have been tried, as it stands."""
        return self._file(module).with_suffix(".done").exists()

    def keep(self, module: str, mutant: Mutant, fate: str) -> None:
        """Keep what became of a mutant, and say so."""
        told = {
            "id": mutant.id,
            "definition": mutant.definition,
            "line": str(mutant.start[0]),
            "diff": mutant.diff,
            "fate": fate,
            "tests": self.stamp,
        }
        with self._file(module).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")
        print(f"{module}:{mutant.start[0]} {fate}: {mutant.diff!r}", file=sys.stderr)
