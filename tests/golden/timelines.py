"""The whole timelines of the shipped examples and what is owed, computed; checked in beside it.

python -m tests.golden.timelines --write
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ioplife.agreement import Agreement
from ioplife.documents import load
from ioplife.terms import Unknown

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "linkoping"

ASKED = {"son-2021-404": "2023-05-08", "iogt-nto-sion": "2020-09-01"}
"""The day on which is recorded what each of these owes."""


def lines(agreement: Agreement) -> Iterator[str]:
    """Each change with its cause, and the standing at the end of its day and the day before."""
    until = "2999-12-31"
    for change in agreement.timeline(until=until):
        number = f" #{change.number}" if change.number else ""
        yield f"{change.on} {change.tag}{number}: {change.before} -> {change.after}"
        yield f"    {change.cause.text('en')}"
        for day in (change.on.subtract(days=1), change.on):
            standing = agreement.on(day)
            yield (
                f"    on {day}: {standing.state}, in force {standing.in_force},"
                f" last day {standing.last_day}, {standing.days_left} days left,"
                f" reason {standing.reason}"
            )


def owed(agreement: Agreement, day: str) -> Iterator[str]:
    """Each instance of what is owed: its window, its due day and how far it had come."""
    for one in agreement.on(day).occurrences:
        who = "-" if isinstance(one.who, Unknown) else ", ".join(one.who)
        yield (
            f"{one.duty}#{one.ordinal} {one.kind}: {one.first}..{one.last or ''}"
            f" due {one.due} {one.progress}; {one.basis}; {who}; {one.source}"
        )


def computed() -> dict[Path, str]:
    """The timeline of each example and what some owe, by the file that records it."""
    read = {path.stem: load(path) for path in sorted(EXAMPLES.glob("*.toml"))}
    found = {name: lines(agreement) for name, agreement in read.items()}
    found |= {f"{name}-{day}": owed(read[name], day) for name, day in ASKED.items()}
    return {HERE / f"{name}.txt": "\n".join([*made, ""]) for name, made in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the timelines with those recorded.")
    parser.add_argument("--write", action="store_true", help="record them anew")
    write = parser.parse_args().write
    for path, text in computed().items():
        if write:
            path.write_text(text, encoding="utf-8")
        same = path.exists() and path.read_text("utf-8") == text
        print(f"{path.name}: {'as recorded' if same else 'another'}")


if __name__ == "__main__":
    main()
