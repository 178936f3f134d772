"""What if none of these is renewed, and what if each follow-up is held when due?

Nothing is written: an agreement is a value, and the life it would have is another.

python examples/simulate.py FOLDER DAY UNTIL
"""
# ruff: noqa: INP001, T201 - a script, and it prints

import signal
import sys

import ioplife as iop
from ioplife.documents import load_all


def told(one: iop.Simulation) -> iop.Simulation:
    """Print what came of each step, and what differs."""
    print(f"  {one.agreement.title or one.agreement.id}")
    for step in one.steps:
        if step.decision is not None:
            print("    " + step.decision.text("sv").replace("\n", "\n    "))
        elif step.cause is not None:
            print("    " + step.cause.text("sv"))
    for state in one.diff.states:
        print(f"    {state.period}: {state.before} -> {state.after}")
    return one


def main(folder: str, on: str, until: str) -> int:
    """Ask both of every agreement in a folder; 2 where something could not be read."""
    loaded = load_all(folder)
    questions: dict[str, list[iop.Supposition]] = {
        "What if none is renewed?": [iop.NOT_RENEWED],
        "What if the next follow-up is held when due?": [iop.WhenDue(iop.FollowedUp(on))],
    }
    for question, supposed in questions.items():
        print(question)
        each = iop.simulate_each(loaded.agreements, supposed, on=on, until=until, indices=iop.OPI)
        totals = iop.Totals.of(map(told, each))
        print(f"  Of {totals.agreements}, {totals.changed} would have another life.")
        print(f"  {totals.yes} yes, {totals.no} no, {totals.unknown} unknown")
        print(f"  end by {until}: {totals.after.ending}, and as it is {totals.before.ending}")
        print(f"  paid: {totals.after.due} SEK, and as it is {totals.before.due} SEK\n")
    for mistake in loaded.mistakes:
        print(mistake, file=sys.stderr)
    return 2 if loaded.mistakes or not loaded.documents else 0


if __name__ == "__main__":
    if hasattr(signal, "SIGPIPE"):  # who reads no further (``| head``) is told nothing
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if len(sys.argv) != 4:  # noqa: PLR2004 - itself and three
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
