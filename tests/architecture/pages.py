"""The pages that are generated from the code, and the command that renews them.

python -m tests.architecture.pages --write
"""

import argparse
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ioplife.criteria import SETS
from ioplife.deadlines import CODES, Severity
from ioplife.decisions import Guard, Status
from ioplife.events import EVENTS, TAG_OF
from ioplife.guards.assessing import guards_of
from ioplife.lifecycle import LIFECYCLE, Clock
from ioplife.messages import cause_text
from ioplife.money import REASONS
from ioplife.norms import LIBRARY, NAMES
from ioplife.policy import POLICIES
from ioplife.remarks import REMARKS, Weight
from ioplife.states import State

DOCS = Path(__file__).parents[2] / "docs"

RENEW = "<!-- generated: python -m tests.architecture.pages --write -->"


def sentence(thing: object) -> str:
    """The first paragraph of a docstring, on one line."""
    doc = inspect.cleandoc(getattr(thing, "__doc__", None) or "")
    return doc.partition("\n\n")[0].replace("\n", " ").replace("``", "`")


def guards() -> dict[str, Guard[Any]]:
    """Every guard of the table by its code, the hard twin before the soft."""
    found: dict[str, Guard[Any]] = {}
    for kind in EVENTS:
        for rule in LIFECYCLE.guards(kind):
            if rule.code not in found or found[rule.code].soft:
                found[rule.code] = rule
    return dict(sorted(found.items()))


def table(*head: str, rows: Iterator[tuple[str, ...]]) -> Iterator[str]:
    """A Markdown table."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def lifecycle() -> str:
    """The table of the lifecycle and its picture."""
    return "\n".join(
        (
            "# The lifecycle",
            "",
            RENEW,
            "",
            "Every event and every clock row (with a tilde: time brings it, nobody records it),",
            "the states it stands in, where it leads, and what must be met for it to happen.",
            "",
            format(LIFECYCLE, "md"),
            "",
            "What keeps the state is left out of the picture, and so are the arrows of a",
            "register entry from one state to a later one.",
            "",
            "```mermaid",
            format(LIFECYCLE, "mermaid"),
            "```",
            "",
        )
    )


def codes() -> Iterator[str]:
    """Every code that is API."""
    yield from ("# Codes", "", RENEW, "")
    yield "These are API: one may be added; one that goes is marked retired and never used again."
    yield from ("", "## Events", "")
    yield from table(
        "tag", "event", rows=((f"`{TAG_OF[kind]}`", sentence(kind)) for kind in EVENTS)
    )
    yield from ("## Clock rows", "")
    clocks = (row for row in LIFECYCLE.rows if isinstance(row, Clock))
    yield from table("tag", "due", rows=((f"`{row.tag}`", sentence(row.due)) for row in clocks))
    yield from ("## States", "", ", ".join(f"`{state}`" for state in State), "")
    yield from ("## Guards", "")
    yield from table(
        "code",
        "rule",
        "strength",
        "source",
        rows=(
            (f"`{code}`", rule.sentence, "soft" if rule.soft else "hard", rule.source.cite)
            for code, rule in guards().items()
        ),
    )
    yield "`wrong-state` is not met where the state has no row for the event."
    yield from ("", "## Policies, criteria and consultations", "")
    yield "A policy adds its own guards, and one for each criterion and each consultation of its"
    yield "set: `criterion:NAME`, `consultation:NAME`; an `assessed` of the matter NAME answers it."
    yield ""
    by = {policy.criteria: f"`{policy.name}`" for policy in POLICIES.values()}
    yield from table(
        "set",
        "version",
        "policy",
        "source",
        rows=((one.name, one.version, by.get(one, ""), one.source.cite) for one in SETS),
    )
    yield from table(
        "set or policy",
        "code",
        "rule",
        "strength",
        "source",
        rows=(
            (
                name,
                f"`{rule.code}`",
                rule.sentence,
                "soft" if rule.soft else "hard",
                rule.source.cite,
            )
            for name, row in (
                *((one.name, guards_of(one)) for one in SETS),
                *((f"`{policy.name}`", policy.guards) for policy in POLICIES.values()),
            )
            for rule in row
        ),
    )
    yield from ("## Norms", "")
    yield from table(
        "norm",
        "policy",
        "value",
        "since",
        "scope",
        "source",
        rows=(
            (
                f"`{norm.name}`",
                policy,
                str(norm.value),
                str(norm.since or ""),
                ", ".join(norm.scope),
                norm.source.cite,
            )
            for policy, row in (
                ("any", LIBRARY),
                *((f"`{policy.name}`", policy.norms) for policy in POLICIES.values()),
            )
            for norm in row
        ),
    )
    yield f"The library reads {', '.join(f'`{name}`' for name in NAMES)}. Shares are percent."
    yield from ("", "## Flags", "")
    yield from table(
        "code", "up while", rows=((f"`{code}`", sentence(rule)) for code, rule in CODES.items())
    )
    yield from ("## Remarks", "")
    yield "What `review` and `check` tell has the code of a guard, of a flag, or one of these."
    yield ""
    yield from table(
        "code", "told of", rows=((f"`{code}`", sentence(rule)) for code, rule in REMARKS.items())
    )
    yield from (", ".join(f"`{one}`" for one in ("mistake", *Weight)), "")
    yield from ("## Severities", "", ", ".join(f"`{one}`" for one in Severity), "")
    yield from ("## What a verdict does", "", ", ".join(f"`{one}`" for one in Status), "")
    yield from ("## Anomalies", "")
    yield "`wrong-state`, `no-effect-without-clause`, `no-such-event`"
    yield from ("", "## Why an amount cannot be told", "")
    yield from table(
        "code", "why", rows=((f"`{code}`", cause_text(code, (), "en")) for code in REASONS)
    )
    yield from ("## Exit codes of the command", "")
    yield from table(
        "code",
        "meaning",
        rows=iter(
            (
                ("0", "done, also when something was flagged"),
                ("1", "something was flagged, and `--exit-code` was given"),
                ("2", "wrong usage, or something could not be read or written"),
                ("3", "refused, or unknown; or a document has a mistake (`check`)"),
            )
        ),
    )


def pages() -> dict[Path, str]:
    """Each generated page, as the code has it."""
    return {
        DOCS / "lifecycle.md": lifecycle(),
        DOCS / "codes.md": "\n".join(codes()),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Compare the generated pages with the code.")
    parser.add_argument("--write", action="store_true", help="renew them")
    if parser.parse_args().write:
        for path, text in pages().items():
            path.write_text(text, encoding="utf-8")
            print(f"wrote {path.name}")
    else:
        for path, text in pages().items():
            print(f"{path.name}: {'as it is' if path.read_text('utf-8') == text else 'stale'}")


if __name__ == "__main__":
    main()
