"""The page that tells what is proven of the table, and by which scene."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from textwrap import dedent
from typing import Any, Final

import ioplife as iop
from ioplife.decisions import Found, Guard
from ioplife.lifecycle import LIFECYCLE, Clock, Row
from ioplife.states import LIVE, State
from tests.proof.limits import LIMITS, NEVER_UNKNOWN, UNREACHED, limit
from tests.proof.lives import TOLD
from tests.proof.paths import BESIDES, ENDS, FAR, LIVES, NEVER, Step, shortest, ticks, weight
from tests.proof.scenes import ROWS, kept, label, scene
from tests.proof.standins import together

OPENING: Final = """
What is said here of the [lifecycle](lifecycle.md) is shown by `tests/proof`, and this page is made
of what those tests hold.

A *scene* is one event put to one life: its name is the life and the event, in words. The lives
stand in `tests/proof/lives.py`, the events in `tests/proof/asked.py`; the scenes were found by
asking every life of every event (`python -m tests.proof.scenes`), and each is asked again by the
tests. What a guard says **alone** is shown by a scene in which every other guard of the row is met
or not called for.

All pairs are shown by *stand-ins*: the same table, in which each guard answers what the event
itself carries, put to the engine in every combination of met, not met and unknown of any two
guards of a row, with and without somebody who answers for either, soft guards as they are and
hardened by a policy. Many pairs are shown by scenes too.
"""


def _table(*head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"| {' | '.join('---' for _ in head)} |"
    yield from (f"| {' | '.join(cells)} |" for cells in rows)
    yield ""


def _prose(text: str) -> Iterator[str]:
    yield from (dedent(text).strip(), "")


def _alone(*, soft: bool, found: Found) -> tuple[int, int, int]:
    """How many guards of a strength say something alone, beside others, and not at all."""
    counts = [0, 0, 0]
    for row in ROWS:
        for rule in row.guards:
            if rule.soft is soft:
                bound = limit(label(row), rule.code, found)
                counts[0 if bound is None else 1 if bound.beside else 2] += 1
    return counts[0], counts[1], counts[2]


def _sums() -> Iterator[str]:
    places = sum(len(row.sources) for row in ROWS)
    steps = [place for place in kept() if place[0] == "allowed"]
    pairs = [place for place in kept() if place[0] == "pair"]
    combined = sum(1 for row in ROWS for _said in together(row))
    guards = sum(len(row.guards) for row in ROWS)
    yield from _table(
        "what",
        "how many",
        rows=[
            ("rows of events, in all their states", f"{len(ROWS)} in {places}"),
            ("guards of these rows", str(guards)),
            ("with every guard met it is allowed: from, to", f"{len(steps)} scenes"),
            ("what a fork can give that is never allowed", str(len(UNREACHED))),
            *(
                (f"{strength}, {words} alone: {does}", _counted(_alone(soft=soft, found=found)))
                for soft, found, strength, words, does in (
                    (False, Found.NOT_MET, "hard", "not met", "refused, with that code"),
                    (False, Found.UNKNOWN, "hard", "unknown", "unknown, with what it needs"),
                    (True, Found.NOT_MET, "soft", "not met", "warned of, and allowed"),
                    (True, Found.UNKNOWN, "soft", "unknown", "asked, and allowed"),
                )
            ),
            ("two guards together, by stand-ins", f"{combined} combinations"),
            ("two guards together, no other, by scenes", f"{len(pairs)} scenes"),
            ("states, each reached by a life that every guard allows", str(len(State))),
            ("live states, each ended by a life", str(len(LIVE))),
            ("ways past a hard guard", "0"),
        ],
    )


def _counted(counts: tuple[int, int, int]) -> str:
    alone, beside, never = counts
    return f"{alone}; {beside} only with others beside it; {never} never"


def _cell(row: Row[Any], rule: Guard[Any], found: Found) -> str:
    name = label(row)
    bound = limit(name, rule.code, found)
    if bound is not None and not bound.beside:
        return f"never: {bound.why}"
    one = scene(kept()["single", name, rule.code, found.value])
    others = [f"`{code}`" for code, _found in one.failing if code != rule.code]
    needs = next(each.needs for each in one.verdicts if each.code == rule.code)
    asks = f"; needs {', '.join(f'`{need}`' for need in needs)}" if needs else ""
    return f"{one.name}{asks}" + (f"; beside {', '.join(others)}" if others else "")


def _of_rows() -> Iterator[str]:
    for row in ROWS:
        yield from (f"### {label(row)}", "")
        yield "Allowed with every guard met:"
        yield ""
        for (kind, name, *move), words in kept().items():
            if (kind, name) == ("allowed", label(row)):
                yield f"- {' to '.join(move)}: {words}"
        yield ""
        yield from _table(
            "guard",
            "strength",
            "not met",
            "unknown",
            rows=(
                (
                    f"`{rule.code}`",
                    "soft" if rule.soft else "hard",
                    _cell(row, rule, Found.NOT_MET),
                    _cell(row, rule, Found.UNKNOWN),
                )
                for rule in row.guards
            ),
        )


def _way(steps: Iterable[Step]) -> str:
    return ", ".join(f"`{tag}` to {target}" for tag, _source, target in steps)


def _life(events: Iterable[iop.Event]) -> str:
    return ", ".join(f"`{event.tag}` {event.on}" for event in events)


def _of_states() -> Iterator[str]:
    yield from _prose(
        """
        The fewest events that the table asks for to reach each state, and a life with as few that
        every guard allows. What time brings is no event. A register entry (`entered`) leads to any
        state but `follow_up` at once, and is left out.
        """
    )
    yield from _table(
        "state",
        "in the table",
        "events",
        "a life",
        "in that state on",
        rows=(
            (
                f"`{state}`",
                _way(way := shortest(None, [state]) or ()),
                f"{weight(way)[0]}{_more(state)}",
                _life(LIVES[state].agreement.events),
                str(LIVES[state].day),
            )
            for state in State
        ),
    )
    yield from _prose(
        """
        Every live state ends. And so does every live life of the scenes, whatever its terms say or
        leave unread: `withdrawn` before it is signed, `voided` from then on, are allowed on its
        day, and it is over the day after.
        """
    )
    yield from _table(
        "state",
        "in the table",
        "after the life above",
        "ends on",
        "as",
        rows=(
            (
                f"`{one.told.state}`",
                _way(shortest(one.told.state, [one.state]) or ()),
                "time" if one.event is None else _life([one.event]),
                one.day,
                f"`{one.state}`",
            )
            for one in ENDS
        ),
    )
    yield from _prose(
        """
        A final state stays, but for `renewed` of what expired or was not renewed. In the table no
        other arrow leads from one; and no event that is recorded, asked or not, moves a final life
        of the scenes, but for `corrected` and `resolved`, which tell anew what came before.

        In force is left by `~runs-out` alone, or by a register entry; the life is then terminated
        for a reason, or renewed by a successor; an entry may also say, with its reason, that it
        was declined. So it is in every life and every scene.
        """
    )


def _more(state: State) -> str:
    count, why = BESIDES.get(state, (0, ""))
    return f", and {count}: {why}" if count else ""


def _of_time() -> Iterator[str]:
    found = ticks(TOLD, FAR)
    steps = [
        (row.tag, source, target)
        for row, source, target in LIFECYCLE.steps()
        if isinstance(row, Clock)
    ]
    yield from _table(
        "clock row",
        "from",
        "to",
        "in the life",
        "on",
        rows=(
            (f"`{tag}`", f"{source}", f"{target}", *_tick(found, (tag, source, target)))
            for tag, source, target in steps
        ),
    )


def _tick(found: Mapping[Step, tuple[str, object]], step: Step) -> tuple[str, str]:
    if step in NEVER:
        return f"never: {NEVER[step]}", ""
    name, day = found[step]
    return name, str(day)


def _of_limits() -> Iterator[str]:
    yield from _table(
        "guard",
        "says",
        "of",
        "only beside",
        "for",
        rows=(
            *(
                (f"`{code}`", "unknown", "every row", "never", why)
                for code, why in NEVER_UNKNOWN.items()
            ),
            *(
                (
                    f"`{one.code}`",
                    one.found.value.replace("_", " "),
                    ", ".join(one.rows),
                    ", ".join(f"`{code}`" for code in sorted(one.beside)) or "never",
                    one.why,
                )
                for one in LIMITS
            ),
        ),
    )


@cache
def proof_page(renew: str) -> str:
    """The page, whole."""
    return "\n".join(
        (
            "# The table, proven",
            "",
            renew,
            "",
            *_prose(OPENING),
            "## Sums",
            "",
            *_sums(),
            "## States",
            "",
            *_of_states(),
            "## What time brings",
            "",
            *_of_time(),
            "## What cannot be shown, or not alone",
            "",
            *_of_limits(),
            "## Row by row",
            "",
            *_of_rows(),
        )
    )
