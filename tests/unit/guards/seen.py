"""Asking a guard in a test, so that the session knows what each guard has been seen to answer."""

from __future__ import annotations

from typing import Any, Final, TypeVar

from ioplife.decisions import Case, Found, Guard, Verdict
from ioplife.events import Event, Noted
from ioplife.messages import LANGUAGES
from ioplife.messages.en import ENGLISH
from ioplife.messages.sv import SWEDISH
from ioplife.messages.table import fullest

E = TypeVar("E", bound=Event)

SEEN: Final[dict[Guard[Any], set[Found]]] = {}
"""What each guard has answered so far."""

SAID: Final[set[str]] = set()
"""The sentences, with their places for facts, that these answers were put in."""

TABLES: Final = (ENGLISH, SWEDISH)


def see(rule: Guard[E], case: Case, event: E) -> Verdict:
    """The verdict of a guard, in words that are whole in every language."""
    verdict = rule.ask(case, event)
    SEEN.setdefault(rule, set()).add(verdict.found)
    for table in TABLES:
        known = {name for name, value in verdict.facts if value not in (None, (), "unknown")}
        SAID.add(fullest(table.verdicts[verdict.code][verdict.found.value], known))
    for lang in LANGUAGES:
        text = verdict.text(lang)
        assert not set("{}") & set(text)
        assert text != verdict.sentence
    return verdict


def found(rule: Guard[E], case: Case, event: E) -> Found:
    """What a guard finds."""
    return see(rule, case, event).found


def of_case(rule: Guard[Event], case: Case) -> Found:
    """What a guard finds that reads no event."""
    return found(rule, case, Noted(case.on))
