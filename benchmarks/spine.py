"""What the library costs beside a bare `transitions` machine, in one interleaved run.

    python benchmarks/spine.py [ROUNDS]

Two floors, measured in the same rounds as everything else:

* B: one accepted step of an attached `transitions` model with one guard;
* L: the bare life of the same 12 steps, on a machine that no model is attached to.

Only ratios are printed as findings: a ratio holds on another machine, a time does not.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from transitions import Machine

import ioplife as iop

TERMS = iop.Terms(
    parties=(
        iop.Party(
            "kommunen",
            "Kommunen",
            sector="public",
            bodies=(iop.Body("namnden", "Nämnden", kind="board"),),
        ),
        iop.Party("foreningen", "Föreningen", sector="civil"),
        iop.Party("stiftelsen", "Stiftelsen", sector="civil"),
    ),
    kind="iop",
    first_day="2024-01-01",
    last_day="2026-12-31",
    length="P3Y",
    notice=iop.ABSENT,
    total=1000,
    contributions=(
        iop.Contribution("kommunen", 500, form="cash"),
        iop.Contribution("foreningen", 500, form="in_kind"),
    ),
    disbursements=(iop.Disbursement("foreningen", 500),),
)

LIFE = (
    iop.Initiated("2023-02-01", by="foreningen"),
    iop.Assessed("2023-03-01", matter="no_market", outcome="met"),
    iop.Proposed("2023-04-01", to="namnden"),
    iop.Tabled("2023-05-01"),
    iop.Approved("2023-06-01", by="namnden"),
    iop.Signed("2023-07-01", by="namnden"),
    iop.Signed("2023-07-02", by="foreningen"),
    iop.Signed("2023-07-03", by="stiftelsen"),
    iop.FollowUpCalled("2024-10-01", by="foreningen"),
    iop.FollowedUp("2024-11-01", answers=9, result="reached"),
    iop.EndingDecided("2026-05-01", by="namnden", last_day="2026-12-31"),
    iop.Noted("2026-06-01", what="evaluation"),
)

STEPS = (
    ("initiated", "nothing", "initiative"),
    ("assessed", "initiative", "initiative"),
    ("proposed", "initiative", "proposed"),
    ("tabled", "proposed", "proposed"),
    ("approved", "proposed", "approved"),
    ("signed", "approved", "approved"),
    ("signed_again", "approved", "approved"),
    ("signed_last", "approved", "active"),
    ("called", "active", "follow_up"),
    ("followed_up", "follow_up", "active"),
    ("decided", "active", "active"),
    ("noted", "active", "active"),
)

STATES = sorted({state for _tag, source, target in STEPS for state in (source, target)})


class Attached:
    """A model with one guard, as the `transitions` handbook shows it."""

    def allowed(self) -> bool:
        return True


class Cursor:
    """What an unattached machine moves."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


def one_step() -> Callable[[], object]:
    """B: one accepted step, there and back the same, with one guard."""
    model = Attached()
    machine = Machine(model=model, states=["a"], initial="a", auto_transitions=False)
    machine.add_transition("go", "a", "a", conditions="allowed")
    return model.go  # type: ignore[attr-defined]  # added by the machine


def bare_life() -> Callable[[], object]:
    """L: the 12 steps of the life, with nothing attached and nothing asked."""
    machine = Machine(model=None, states=STATES, initial=None, auto_transitions=False)
    for tag, source, target in STEPS:
        machine.add_transition(tag, source, target)

    def live() -> str:
        cursor = Cursor("nothing")
        for tag, _source, _target in STEPS:
            machine.events[tag].trigger(cursor)
        return cursor.state

    return live


def applied() -> iop.Agreement:
    agreement = iop.Agreement("spine", TERMS)
    for event in LIFE:
        agreement = agreement.apply(event)
    return agreement


def fresh() -> iop.Agreement:
    return iop.Agreement("spine", TERMS, LIFE)


def questions() -> dict[str, tuple[Callable[[], object], str]]:
    """What is measured, and the floor it is held against."""
    known = applied()
    known.on("2025-01-01")
    event = iop.FollowUpCalled("2026-07-01", by="stiftelsen")
    return {
        "consider, standing known": (lambda: known.consider(event), "B"),
        "consider, from cold": (lambda: fresh().consider(event), "L"),
        "apply of the whole life": (applied, "L"),
        "on(day), cold": (lambda: fresh().on("2025-01-01"), "L"),
        "on(day), warm": (lambda: known.on("2025-01-01"), "B"),
    }


@contextmanager
def clocked(into: list[float]) -> Iterator[None]:
    begun = time.perf_counter()
    yield
    into.append(time.perf_counter() - begun)


def run(rounds: int, repeats: int = 20) -> dict[str, list[float]]:
    """Seconds a call, by name: every measured thing once a round, in turn."""
    floors = {"B": one_step(), "L": bare_life()}
    calls = floors | {name: call for name, (call, _floor) in questions().items()}
    for call in calls.values():
        call()
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(rounds):
        for name, call in calls.items():
            spent: list[float] = []
            with clocked(spent):
                for _ in range(repeats):
                    call()
            taken[name].append(spent[0] / repeats)
    return taken


def imports(rounds: int) -> float:
    """The import of ioplife against that of its three dependencies, fresh processes in turn."""
    taken: dict[str, list[float]] = {"ioplife": [], "attrs, pendulum, transitions": []}
    for _ in range(rounds):
        for modules, spent in taken.items():
            with clocked(spent):
                subprocess.run([sys.executable, "-c", f"import {modules}"], check=True)
    ours, theirs = taken.values()
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("rounds", nargs="?", type=int, default=200)
    rounds = parser.parse_args().rounds
    taken = run(rounds)
    versions = [
        f"{name} {importlib.metadata.version(name)}"
        for name in ("ioplife", "attrs", "pendulum", "transitions")
    ]
    print(f"Python {platform.python_version()}, {', '.join(versions)}; {rounds} rounds")
    for floor in ("B", "L"):
        print(f"{floor} = {statistics.median(taken[floor]) * 1e6:.1f} µs here")
    print(f"\n{'question':<28}{'floor':>6}{'ratio':>8}")
    for name, (_call, floor) in questions().items():
        ratios = (one / other for one, other in zip(taken[name], taken[floor], strict=True))
        print(f"{name:<28}{floor:>6}{statistics.median(ratios):>8.1f}")
    ratio = imports(max(5, rounds // 20))
    print(f"{'import':<28}{'deps':>6}{ratio:>8.1f}")


if __name__ == "__main__":
    main()
