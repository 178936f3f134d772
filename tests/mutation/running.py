"""Runs the tests against each mutant: in a child of a process that has collected them already.

The tests are collected once, and run once to see which lines of ours each passes through and how
long it takes. Each mutant then gets a child of its own: where the change is within a function, the
function's code is put in its place in memory, and the tests that pass through that line are run,
the shortest first, until one fails. Where it is not (a constant, a decorator), the module is
written to the copy of the tree and the tests are run by a new Python.
"""

from __future__ import annotations

import argparse
import ast
import gc
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final

import attrs
import coverage
import pytest

from tests.mutation.mutants import Mutant, module_path, mutants
from tests.mutation.sessions import KILLED, SURVIVED, UNTESTED, Sessions, digest

LONGEST: Final = 20.0
"""Seconds of tests for one mutant; the shortest are run first."""

SPARE: Final = 2.0
"""Seconds of this processor beyond ten times what a test took; what needs more runs for ever."""

START: Final = 60.0
"""Seconds for a new Python to come to its tests."""

MEMORY: Final = 2_000_000_000
"""Bytes; what needs more grows for ever."""


@attrs.frozen
class Seen:
    """What each test did while nothing was wrong.

    Attributes:
        took: how long each took, in seconds of this process.
        lines: for each file of ours and each line, the tests that passed through it.
    """

    took: dict[str, float]
    lines: dict[str, dict[int, list[str]]]

    @classmethod
    def read(cls, told: dict[str, Any]) -> Seen:
        """What was kept of it."""
        lines = {
            file: {int(line): tests for line, tests in found.items()}
            for file, found in told["lines"].items()
        }
        return cls(told["took"], lines)

    def through(self, path: Path, first: int, last: int) -> list[str]:
        """The tests that passed through any of some lines, the shortest first."""
        found = {
            test
            for line, tests in self.lines.get(str(path), {}).items()
            if first <= line <= last
            for test in tests
        }
        chosen, total = [], 0.0
        for test in sorted(found, key=lambda one: self.took[one]):
            total += self.took[test]
            if total > LONGEST:
                break
            chosen.append(test)
        return chosen

    def files(self, path: Path) -> list[str]:
        """Every test file, what passes through most of a module first; none may, but import it."""
        count = Counter(
            test.partition("::")[0]
            for tests in self.lines.get(str(path), {}).values()
            for test in tests
        )
        count.update(dict.fromkeys((test.partition("::")[0] for test in self.took), 0))
        return [file for file, _times in count.most_common()]

    def patience(self, files: Sequence[str]) -> float:
        """How many seconds some test files may take, in a Python that is to start first."""
        whole = sum(took for test, took in self.took.items() if test.partition("::")[0] in files)
        return START + 3 * whole


def _codes(code: CodeType) -> Iterator[CodeType]:
    for one in code.co_consts:
        if isinstance(one, CodeType):
            yield one
            yield from _codes(one)


@attrs.frozen(eq=False)
class Live:
    """The functions and the caches there are once all is imported.

    Attributes:
        functions: for each file, the functions of each name and line; those that were made by
            others while they were imported are among them.
        caches: what remembers what was worked out.
    """

    functions: dict[str, dict[tuple[str, int], list[FunctionType]]]
    caches: list[Any]

    @classmethod
    def now(cls, root: Path) -> Live:
        """As they are; what is made later is not looked for."""
        functions: dict[str, dict[tuple[str, int], list[FunctionType]]] = {}
        caches = []
        for one in gc.get_objects():
            if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(str(root)):
                code = one.__code__
                of_file = functions.setdefault(code.co_filename, {})
                of_file.setdefault((code.co_qualname, code.co_firstlineno), []).append(one)
            elif hasattr(type(one), "cache_clear"):
                caches.append(one)
        gc.collect()
        gc.freeze()  # a child that leaves them alone shares them
        return cls(functions, caches)

    def change(self, path: Path, code: str) -> int:
        """Give each function of a module the code it has in a mutant; how many have another."""
        there = {
            (one.co_qualname, one.co_firstlineno): one
            for one in _codes(compile(code, str(path), "exec", dont_inherit=True))
        }
        count = 0
        for place, functions in self.functions.get(str(path), {}).items():
            for one in functions:
                new = there.get(place)
                if new is not None and new != one.__code__:
                    one.__code__ = new
                    count += 1
        for each in self.caches:
            each.cache_clear()
        return count


@attrs.frozen(eq=False)
class Ready:
    """What a mutant is tried with.

    Attributes:
        session: the tests, collected.
        items: each by its id.
        seen: what each did while nothing was wrong.
        live: the functions there are.
    """

    session: pytest.Session
    items: dict[str, pytest.Item]
    seen: Seen
    live: Live


@attrs.define
class Hunt:
    """A pytest plugin that runs mutants instead of the tests.

    Attributes:
        root: the copy of the tree.
        modules: the modules to change.
        kept: where what each test did is kept.
        sessions: what is known of each module's mutants.
    """

    root: Path
    modules: tuple[str, ...]
    kept: Path
    sessions: Sessions

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """All tests once, then the mutants."""
        if session.testsfailed:
            return True
        items = {item.nodeid: item for item in session.items}
        seen = self._seen(session, items)
        ready = Ready(session, items, seen, Live.now(self.root / "src"))
        for module in self.modules:
            path = module_path(module, self.root)
            done = self.sessions.done(module)
            for mutant in mutants(path.read_text("utf-8")):
                if mutant.id not in done:
                    fate = self._try(ready, path, mutant)
                    self.sessions.keep(module, mutant, fate)
            self.sessions.finish(module)
        return True

    def _seen(self, session: pytest.Session, items: dict[str, pytest.Item]) -> Seen:
        if self.kept.exists():
            told = json.loads(self.kept.read_text("utf-8"))
            if set(told["took"]) == set(items):
                return Seen.read(told)
        seen = _watched(session, self.root)
        self.kept.write_text(json.dumps(attrs.asdict(seen)), "utf-8")
        return seen

    def _try(self, ready: Ready, path: Path, mutant: Mutant) -> str:
        seen = ready.seen
        spot = _function(path.read_text("utf-8"), mutant.start)
        if spot is None:
            return _anew(self.root, path, mutant, seen)
        line = mutant.start[0]
        chosen = seen.through(path, line, line) or seen.through(path, *spot)
        if not chosen:
            return UNTESTED
        pid = os.fork()
        if pid == 0:
            change = partial(ready.live.change, path, mutant.code)
            _child(ready.session, {ready.items[one]: seen.took[one] for one in chosen}, change)
        _pid, status = os.waitpid(pid, 0)
        if os.WIFSIGNALED(status):
            return "killed, out of time"
        return SURVIVED if os.WEXITSTATUS(status) == 0 else KILLED


def _watched(session: pytest.Session, root: Path) -> Seen:
    """Run every test once, and see where it goes."""
    took: dict[str, float] = {}
    ours = f"{root}/src/*"
    watch = coverage.Coverage(data_file=None, include=[ours], config_file=False)
    watch.start()
    for place, item in enumerate(session.items):
        after = session.items[place + 1] if place + 1 < len(session.items) else None
        watch.switch_context(item.nodeid)
        start = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
        took[item.nodeid] = time.process_time() - start
    watch.stop()
    if session.testsfailed:
        raise pytest.UsageError("the tests must pass before anything is changed")
    data = watch.get_data()
    lines = {
        file: {
            line: [one for one in contexts if one in took]
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in data.measured_files()
        if Path(file).is_relative_to(root)
    }
    return Seen(took, lines)


# --- in memory -----------------------------------------------------------------------------


@cache
def _bodies(source: str) -> tuple[tuple[tuple[int, int], tuple[int, int]], ...]:
    """From where to where the body of each function stands."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.Lambda):
            body = node.body if isinstance(node.body, list) else [node.body]
            first, last = body[0], body[-1]
            end = (last.end_lineno or 0, last.end_col_offset or 0)
            found.append(((first.lineno, first.col_offset), end))
    return tuple(found)


def _function(source: str, start: tuple[int, int]) -> tuple[int, int] | None:
    """The lines of the body that a place stands in; None where that is no function's.

    What a function's head says (a default, a decorator) is worked out when it is defined.
    """
    around = [(first, last) for first, last in _bodies(source) if first <= start < last]
    if not around:
        return None
    first, last = max(around)
    return first[0], last[0]


def _child(
    session: pytest.Session, tests: dict[pytest.Item, float], change: Callable[[], int]
) -> None:
    """Run some tests in this process against a mutant; never returns."""
    code = 1
    try:
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        gc.disable()
        session.config.pluginmanager.unregister(name="terminalreporter")
        change()
        items = session.items[:] = list(tests)
        code = 0
        for place, item in enumerate(items):
            signal.setitimer(signal.ITIMER_PROF, SPARE + 10 * tests[item])
            after = items[place + 1] if place + 1 < len(items) else None
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)
            if session.testsfailed:
                code = 1
                break
    except BaseException:  # noqa: BLE001 - whatever it is, the mutant was seen
        code = 1
    finally:
        os._exit(code)


# --- by a new Python -----------------------------------------------------------------------


def _anew(root: Path, path: Path, mutant: Mutant, seen: Seen) -> str:
    """Run the tests that know the module by a new Python, with the mutant in the copy."""
    files = seen.files(path)
    files.append("tests/architecture/test_surface.py")  # what is public, and how it is called
    before, stamp = path.read_bytes(), path.stat()
    path.write_text(mutant.code, "utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *files]
    longest = seen.patience(files)
    try:
        done = subprocess.run(command, cwd=root, capture_output=True, timeout=longest, check=False)
    except subprocess.TimeoutExpired:
        return "killed, out of time"
    finally:
        path.write_bytes(before)
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    return SURVIVED if done.returncode == 0 else KILLED


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the mutants of some modules in the copy that is the current folder."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation.running")
    parser.add_argument("modules", nargs="+")
    parser.add_argument("--sessions", type=Path, required=True)
    parser.add_argument("--tests", nargs="+", required=True)
    given = parser.parse_args(arguments)
    root = Path.cwd()
    sessions = Sessions(given.sessions, root)
    package = given.modules[0].partition(".")[0]
    kept = given.sessions / f"{package}-{digest(root / 'src')}-{sessions.stamp}.json"
    plugin = Hunt(root, tuple(given.modules), kept, sessions)
    how = ["-q", "-p", "no:cacheprovider", "--no-header"]
    return int(pytest.main([*how, *given.tests], [plugin]))


if __name__ == "__main__":
    sys.exit(main())
