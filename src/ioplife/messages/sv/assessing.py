"""What is said of criteria and consultations, in Swedish; the rule itself is data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

FAMILIES: Final[Mapping[str, Mapping[str, Variants]]] = {
    "criterion": {
        "met": (
            "delvis uppfyllt, vilket räcker: {rule}{partly:?}",
            "uppfyllt: {rule}",
        ),
        "not_met": (
            "bara delvis uppfyllt: {rule}{partly:?}",
            "inte uppfyllt: {rule}",
        ),
        "unknown": (
            "delvis uppfyllt, och det framgår inte om det räcker: {rule}{partly:?}",
            "det är inte känt vad händelse {number} kom fram till: {rule}",
            "inte bedömt: {rule}",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som inte prövas mot detta: {rule}",
            "inte påkallat: {rule}",
        ),
    },
    "consultation": {
        "met": (
            "samråd har delvis skett, vilket räcker: {rule}{partly:?}",
            "samråd har skett: {rule}",
        ),
        "not_met": (
            "samråd har bara delvis skett: {rule}{partly:?}",
            "samråd har skett, och så är det inte: {rule}",
        ),
        "unknown": (
            "samråd har delvis skett, och det framgår inte om det räcker: {rule}{partly:?}",
            "det är inte känt vad samrådet, händelse {number}, ledde till: {rule}",
            "inget samråd är registrerat: {rule}",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som inte kräver ett sådant samråd: {rule}",
            "samråd är inte påkallat: {rule}",
        ),
    },
}
