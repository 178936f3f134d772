"""Codes and facts in words, in Swedish or English; loaded when text is first asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeAlias

from ioplife.errors import BadValue
from ioplife.messages.en import ENGLISH
from ioplife.messages.sv import SWEDISH
from ioplife.messages.table import Table

__all__ = [
    "LANGUAGES",
    "cause_text",
    "event_name",
    "fact_text",
    "flag_text",
    "heading",
    "of_event",
    "phrase",
    "remark_text",
    "state_name",
    "verdict_text",
]

LANGUAGES: Final = ("sv", "en")
"""The languages that text can be asked for in."""

_TABLES: Final = {"sv": SWEDISH, "en": ENGLISH}

Facts: TypeAlias = Iterable[tuple[str, object]]


def _table(lang: str) -> Table:
    try:
        return _TABLES[lang]
    except KeyError:
        raise BadValue("lang", lang, f"must be {' or '.join(LANGUAGES)}") from None


def verdict_text(code: str, found: str, facts: Facts, fallback: str, lang: str) -> str:
    """What a guard says, as a sentence.

    Args:
        code: the guard's code.
        found: met, not_met, unknown or not_called_for.
        facts: what the finding rests on.
        fallback: the rule itself, in the language: what a code of somebody else's says, and
            what is put into the sentences of criteria and consultations.
        lang: ``sv`` or ``en``.

    Raises:
        BadValue: for another language.
    """
    table = _table(lang)
    variants = table.verdicts.get(code, {}).get(found)
    if variants is not None:
        return table.say(variants, facts)
    variants = table.families.get(code.partition(":")[0], {}).get(found)
    return fallback if variants is None else table.say(variants, (*facts, ("rule", fallback)))


def cause_text(code: str, facts: Facts, lang: str) -> str:
    """Why something is so, as a sentence; a code nobody knows stands for itself.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    table = _table(lang)
    variants = table.causes.get(code)
    return code if variants is None else table.say(variants, facts)


def flag_text(code: str, facts: Facts, lang: str) -> str:
    """What a flag says, and which event has answered it; an unknown code stands for itself.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    table = _table(lang)
    variants = table.flags.get(code)
    if variants is None:
        return code
    known = dict(facts)
    said = table.say(variants, known.items())
    if known.get("answered") is None:
        return said
    return table.say(table.answered, {**known, "flag": said}.items())


def remark_text(code: str, facts: Facts, lang: str) -> str:
    """What a remark says, as a sentence; a code nobody knows stands for itself.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    table = _table(lang)
    variants = table.remarks.get(code) or table.flags.get(code)
    return code if variants is None else table.say(variants, facts)


def of_event(number: int, tag: str, sentence: str, lang: str) -> str:
    """A sentence about an event on record, with the event before it.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    return phrase("of-event", lang, number=number, event=event_name(tag, lang), sentence=sentence)


def phrase(name: str, lang: str, **facts: object) -> str:
    """What stands around the answers; a name nobody knows stands for itself.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    table = _table(lang)
    return table.say((table.phrases.get(name, name),), facts.items())


def fact_text(name: str, value: object, lang: str, form: str = "") -> str:
    """One fact by itself, as sentences write it.

    Args:
        name: the fact's name: some names have words of their own for their values.
        value: the fact.
        lang: ``sv`` or ``en``.
        form: ``kr`` for an amount, ``%`` for a share.

    Raises:
        BadValue: for another language.
    """
    return _table(lang).say((f"{{{name}:{form}}}",), ((name, value),))


def heading(tag: str, answer: str, day: str, lang: str) -> str:
    """The first line of a decision: the event, its answer and its day.

    Args:
        tag: the event's tag.
        answer: yes, no or unknown.
        day: the day, as text.
        lang: ``sv`` or ``en``.

    Raises:
        BadValue: for another language.
    """
    table = _table(lang)
    return table.headings[answer].format(tag=tag, event=event_name(tag, lang), day=day)


def event_name(tag: str, lang: str) -> str:
    """What an event, or a clock row, is called; a tag nobody knows stands for itself.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    return _table(lang).events.get(tag, tag)


def state_name(state: str | None, lang: str) -> str:
    """What a state is called; None is before the first event.

    Raises:
        BadValue: for another language than ``sv`` and ``en``.
    """
    name = "nothing" if state is None else str(state)
    return _table(lang).states.get(name, name)
