"""The whole timelines of the shipped examples, computed; checked in beside this file.

python -m tests.golden.timelines --write
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ioplife.agreement import Agreement
from ioplife.documents import load

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples" / "linkoping"


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


def computed() -> dict[Path, str]:
    """The timeline of each example, by the file that records it."""
    return {
        HERE / f"{path.stem}.txt": "\n".join([*lines(load(path)), ""])
        for path in sorted(EXAMPLES.glob("*.toml"))
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the timelines with those recorded.")
    parser.add_argument("--write", action="store_true", help="record them anew")
    write = parser.parse_args().write
    for path, text in computed().items():
        if write:
            path.write_text(text, encoding="utf-8")
        same = path.read_text("utf-8") == text
        print(f"{path.name}: {'as recorded' if same else 'another'}")


if __name__ == "__main__":
    main()
