"""The pages that are generated from the code, and the command that renews them.

python -m tests.architecture.pages --write
"""

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ioplife.criteria import SETS
from ioplife.deadlines import CODES, Severity
from ioplife.decisions import Status
from ioplife.events import EVENTS, TAG_OF
from ioplife.guards.assessing import guards_of
from ioplife.lifecycle import LIFECYCLE, Clock
from ioplife.messages import cause_text, remark_text
from ioplife.money import REASONS, UNTOLD
from ioplife.norms import NAMES
from ioplife.occasions import IDLE, NO_DAY, NO_TELLING
from ioplife.planning import MISSING, READINGS
from ioplife.policy import POLICIES
from ioplife.remarks import REMARKS, Weight
from ioplife.states import State
from ioplife.succession import CODES as LINKS
from tests.architecture.law import law
from tests.architecture.policies import policy_page
from tests.architecture.reference import (
    RENEW,
    event_page,
    flag_page,
    guard_page,
    guards,
    prose,
    sentence,
    state_page,
    table,
)
from tests.proof.page import proof_page

DOCS = Path(__file__).parents[2] / "docs"


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


def listed(codes: Iterable[str]) -> Iterator[str]:
    """Codes, each on a line of its own, so that one more is one line more."""
    yield from (*(f"- `{code}`" for code in codes), "")


def codes() -> Iterator[str]:
    """Every code that is API."""
    yield from ("# Codes", "", RENEW, "")
    yield "These are API: one may be added; one that goes is marked retired and never used again."
    yield from ("", "## Events", "", "What each means stands in [events](events.md).", "")
    yield from listed(TAG_OF[kind] for kind in EVENTS)
    yield from ("## Clock rows", "")
    clocks = (row for row in LIFECYCLE.rows if isinstance(row, Clock))
    yield from table("tag", "due", rows=((f"`{row.tag}`", sentence(row.due)) for row in clocks))
    yield from ("## States", "", ", ".join(f"`{state}`" for state in State), "")
    yield from ("## Guards", "", "The rules stand in [guards](guards.md).", "")
    yield from listed(sorted((*guards(), "wrong-state")))
    yield from prose(
        """
        A policy adds its own, as those of [policies](policies.md): `criterion:NAME`,
        `consultation:NAME`, and codes with a prefix.
        """
    )
    added = (rule.code for policy in POLICIES.values() for rule in policy.guards)
    asked = (rule.code for one in SETS for rule in guards_of(one))
    yield from listed(dict.fromkeys((*asked, *added)))
    yield from ("## Norms", "")
    yield from listed(NAMES)
    yield from ("## Flags", "", "When each is up stands in [flags](flags.md).", "")
    yield from listed(CODES)
    yield from ("## Remarks", "")
    yield "What `review` and `check` tell has the code of a guard, of a flag, or one of these."
    yield ""
    yield from table(
        "code", "told of", rows=((f"`{code}`", sentence(rule)) for code, rule in REMARKS.items())
    )
    yield "Of agreements that follow each other `review_chain` and `check` tell besides:"
    yield ""
    yield from table(
        "code", "what", rows=((f"`{code}`", remark_text(code, (), "en")) for code in LINKS)
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
    yield from ("## Why what is paid back cannot be told", "")
    yield from table(
        "code", "why", rows=((f"`{code}`", cause_text(code, (), "en")) for code in UNTOLD)
    )
    yield from ("## How a day of a plan is come by, or why it is not there", "")
    yield from table(
        "code",
        "what",
        rows=((f"`{code}`", cause_text(code, (), "en")) for code in (*READINGS, *MISSING)),
    )
    yield from ("## Why something supposed has no day, or nothing need be done", "")
    yield from table(
        "code",
        "why",
        rows=((f"`{code}`", cause_text(code, (), "en")) for code in (*NO_DAY, *NO_TELLING, *IDLE)),
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
    reference = DOCS / "reference"
    return {
        reference / "codes.md": "\n".join(codes()),
        reference / "events.md": "\n".join(event_page()),
        reference / "flags.md": "\n".join(flag_page()),
        reference / "guards.md": "\n".join(guard_page()),
        reference / "lifecycle.md": lifecycle(),
        reference / "proof.md": proof_page(RENEW),
        reference / "policies.md": "\n".join(policy_page()),
        reference / "states.md": "\n".join(state_page()),
        DOCS / "explanation" / "law.md": _with_law(DOCS / "explanation" / "law.md"),
    }


_LAW = re.compile(rf"(?<={re.escape(RENEW)}\n\n).*?(?=<!-- end -->)", re.DOTALL)


def _with_law(page: Path) -> str:
    """A page written by hand, with its generated part as the code has it."""
    return _LAW.sub(lambda _found: "\n".join(law()), page.read_text("utf-8"))


def stale() -> list[Path]:
    """The generated pages that do not say what the code says, or are missing."""
    return [
        path
        for path, text in pages().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare the pages with the code, and exit with 1 when one is stale; or renew them."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.architecture.pages",
        description="Compare the generated pages with the code; exit with 1 when one is stale.",
    )
    parser.add_argument("--write", action="store_true", help="renew them")
    if parser.parse_args(arguments).write:
        for path in stale():
            path.write_text(pages()[path], encoding="utf-8")
            print(f"wrote {path.relative_to(DOCS)}")
        return 0
    found = stale()
    for path in found:
        print(f"{path.relative_to(DOCS)} is stale: renew it with --write", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
