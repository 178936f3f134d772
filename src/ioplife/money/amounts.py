"""How an amount is rounded, and how one is shared so that the parts add up to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Context, Decimal
from fractions import Fraction
from math import ceil, floor
from typing import Final

from ioplife.absence import Unknown
from ioplife.terms import Rounding, Way

EXACT: Final = Context(prec=60)
"""Our own, so that a host's changes of Python's context change no answer; sums of SEK need
far less."""

KRONA: Final = Decimal(1)
ORE: Final = Decimal("0.01")
"""What is divided no further, SEK."""


def unit_of(*amounts: Decimal | Unknown) -> Decimal:
    """The krona; the öre where one of the amounts has öre."""
    ores = any(one % 1 for one in amounts if not isinstance(one, Unknown))
    return ORE if ores else KRONA


def multiple(count: int, unit: Decimal) -> Decimal:
    """So many times a unit, written without a power of ten."""
    return Decimal(f"{count * unit:f}")


def rounded(amount: Fraction, unit: Decimal = KRONA, way: Way = Way.HALF_UP) -> Decimal:
    """An amount as a whole multiple of a unit."""
    units = amount / Fraction(unit)
    match way:
        case Way.DOWN:
            count = floor(units)
        case Way.UP:
            count = ceil(units)
        case _:
            count = floor(units + Fraction(1, 2))
    return multiple(count, unit)


def rounded_by(amount: Fraction, rounding: Rounding) -> Decimal:
    """An amount as an index clause has it rounded."""
    return rounded(amount, rounding.to, rounding.way)


def apportioned(
    whole: Decimal, weights: Sequence[Fraction] | Sequence[Decimal], unit: Decimal
) -> list[Decimal]:
    """A whole in proportion to the weights, in whole units: they add up to it.

    What is over goes to the largest remainders, of equal ones to the first.
    """
    heavy = [Fraction(one) for one in weights]
    units, total = Fraction(whole) / Fraction(unit), sum(heavy)
    if not total:  # where nobody is paid anything, there is nothing to divide
        return [multiple(0, unit) for _ in heavy]
    exact = [units * one / total for one in heavy]
    parts = [floor(one) for one in exact]
    over = int(units) - sum(parts)
    largest = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])[:over]
    return [multiple(part + (place in largest), unit) for place, part in enumerate(parts)]
