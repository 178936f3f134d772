"""A language: its sentences by code, and how facts are put into them."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from string import Formatter
from typing import Any, Final, TypeAlias

import attrs

Variants: TypeAlias = tuple[str, ...]
"""Sentences for one code, the fullest first; the last needs no fact at all."""

_STATES: Final = frozenset({"state", "allowed"})
_EVENTS: Final = frozenset({"tag"})
_BASES: Final = frozenset({"basis"})
_DUTIES: Final = frozenset({"duty", "duties"})
_PAYMENT: Final = "payment"
"""The one duty that has no id of its own."""

_WORDS: Final = frozenset(
    {"anomaly", "kind", "kinds", "missing", "only", "precision", "sector", "under"}
)
"""The facts whose values have a word of the language."""


@attrs.frozen(kw_only=True, eq=False)
class Table:
    """One language.

    In a sentence, ``{name}`` is a fact, and a row of them is written "a, b and c".
    ``{name:or}`` writes "a, b or c"; ``{name:kr}`` an amount; ``{name:%}`` a share;
    ``{name:one|many}`` the word that agrees with how many there are; ``{name:?}`` nothing,
    but it must be known. ``{when}`` says the fact ``days_left`` in words. ``{last}`` is
    known only where it is not the day that is due.

    Attributes:
        verdicts: by guard and by what it found.
        families: the same for the guards that are made of data, by the prefix of their codes;
            ``{rule}`` is always known.
        causes: by event, clock row, or reason: for a last day, or why an amount is not known.
        flags: by flag.
        remarks: by remark, for those that are neither a guard's nor a flag's.
        phrases: what stands around the answers: headings and single words.
        headings: by answer.
        events: the name of each event and clock row.
        states: the name of each state.
        words: values that facts hold.
        bases: what a duty rests on.
        answered: a flag, ``{flag}``, with who has answered it.
        both, either: what stands before the last of a row.
        currency, percent, point: what stands after an amount, after a share, and before
            the decimals of both.
        today, coming, past: when something is, by its number of days.
    """

    verdicts: Mapping[str, Mapping[str, Variants]]
    families: Mapping[str, Mapping[str, Variants]]
    causes: Mapping[str, Variants]
    flags: Mapping[str, Variants]
    remarks: Mapping[str, Variants]
    phrases: Mapping[str, str]
    headings: Mapping[str, str]
    events: Mapping[str, str]
    states: Mapping[str, str]
    words: Mapping[str, str]
    bases: Mapping[str, str]
    answered: Variants
    both: str
    either: str
    currency: str
    percent: str
    point: str
    today: str
    coming: str
    past: str

    def say(self, variants: Variants, facts: Iterable[tuple[str, object]]) -> str:
        """The fullest of the sentences for which every fact is known."""
        values = {name: self._named(name, value) for name, value in facts if _known(value)}
        if "due" in values and values.get("last") == values["due"]:
            del values["last"]
        days = values.get("days_left")
        if isinstance(days, int):
            values["when"] = self._when(days)
        return _Writer(self).vformat(fullest(variants, values), (), values)

    def row(self, items: Iterable[object], last: str) -> str:
        """The items as "a, b and c"."""
        *most, final = (str(item) for item in items)
        return f"{', '.join(most)} {last} {final}" if most else final

    def _named(self, name: str, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(self._named(name, item) for item in value)
        text = str(value)
        if name in _STATES:
            return self.states.get(text, text)
        if name in _EVENTS:
            return self.events.get(text, text)
        if name in _BASES:
            return self.bases.get(text, text)
        if name in _WORDS or (name in _DUTIES and text == _PAYMENT):
            return self.words.get(text, text)
        if name == "what":
            field, _, line = text.partition(".")
            return f"{self.words.get(field, field)} {line}".rstrip()
        return value

    def _when(self, days: int) -> str:
        if not days:
            return self.today
        return _Writer(self).vformat(
            self.coming if days > 0 else self.past, (), {"days": abs(days)}
        )


def fullest(variants: Variants, known: Container[str]) -> str:
    """The first of the sentences that needs no fact but those that are known."""
    return next(one for one in variants if all(name in known for name in placeholders(one)))


def placeholders(sentence: str) -> set[str]:
    """The names of the facts that a sentence needs."""
    return {name for _text, name, _spec, _how in Formatter().parse(sentence) if name}


def _known(value: object) -> bool:
    """Whether a fact says anything; UNKNOWN is the text ``unknown`` in a fact."""
    return value is not None and value not in ("", "unknown", ())


class _Writer(Formatter):
    """Writes facts the way a language does."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as Formatter has it
        match format_spec:
            case "?":
                return ""
            case "kr":
                return f"{self._amount(str(value))} {self._table.currency}"
            case "%":
                return self._decimals(str(value)) + self._table.percent
            case "" | "or":
                items = value if isinstance(value, tuple) else (value,)
                last = self._table.either if format_spec else self._table.both
                return self._table.row(items, last)
            case _:
                one, _, many = format_spec.partition("|")
                count = len(value) if isinstance(value, tuple) else value
                return one if count == 1 else many

    def _amount(self, text: str) -> str:
        """Decimal text with its thousands apart."""
        whole, point, decimals = text.partition(".")
        return f"{int(whole):,}".replace(",", " ") + (point and self._table.point) + decimals

    def _decimals(self, text: str) -> str:
        """Decimal text without the zeros that say nothing."""
        short = text.rstrip("0").rstrip(".") if "." in text else text
        return short.replace(".", self._table.point)
