"""What holds when what is owed is done or waived, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "duty-owed": {
        "met": (
            "{duty} nr {occurrence} ingår i åtagandena, med {due} som dag",
            "uppföljning nr {occurrence} ingår i åtagandena, med {due} som dag",
            "{duty} ingår i åtagandena",
            "det som görs eller utgår ingår i åtagandena",
        ),
        "not_met": (
            (
                "{duty} nr {occurrence} finns inte: åtagandet gäller {instances}"
                " {instances:tillfälle|tillfällen}"
            ),
            (
                "uppföljning nr {occurrence} finns inte: åtagandena gäller {instances}"
                " {instances:tillfälle|tillfällen}"
            ),
            "{duty} är ingen uppföljning utan {kind}, som registreras som fullgjort",
            "{duty} ingår inte i åtagandena, som är {duties}",
            "{duty} ingår inte i åtagandena",
            "det som görs eller utgår ingår inte i åtagandena",
        ),
        "unknown": (
            "första dagen är inte klar, och därmed inte om {duty} nr {occurrence} finns",
            (
                "mer än ett åtagande har ett tillfälle nr {occurrence}, och det framgår inte vilket"
                " som avses; åtagandena är {duties}"
            ),
            "första dagen är inte klar, och därmed inte om uppföljning nr {occurrence} finns",
            "ingen har läst om {duty} ingår i åtagandena",
            "det framgår inte vilket åtagande som avses; åtagandena är {duties}",
            "det framgår inte vilket åtagande, eller vilket tillfälle av det, som avses",
        ),
        "not_called_for": ("inget åtagande anges",),
    },
    "in-window": {
        "met": (
            "dagen ligger inom tiden för ett tillfälle av {duty} som väntar",
            "dagen ligger inom tiden för ett tillfälle som väntar",
        ),
        "not_met": (
            (
                "inget tillfälle av {duty} väntar den dagen; om ett tidigare avses, ange nr"
                " {waiting:or}"
            ),
            "ingen uppföljning väntar den dagen; om en tidigare avses, ange nr {waiting:or}",
            "inget tillfälle av {duty} väntar den dagen",
            "inget sådant tillfälle väntar den dagen",
        ),
        "unknown": ("det är inte känt om dagen ligger inom tiden för ett tillfälle som väntar",),
        "not_called_for": ("dagen behöver inte ligga inom tiden för något tillfälle",),
    },
    "done-once": {
        "met": (
            "ingen tidigare händelse gäller {duty} nr {occurrence}",
            "ingen tidigare händelse gäller tillfället",
        ),
        "not_met": (
            "händelse {number} gäller redan {duty} nr {occurrence}",
            "en tidigare händelse gäller redan tillfället",
        ),
        "unknown": ("det är inte känt om en tidigare händelse gäller tillfället",),
        "not_called_for": ("inget tillfälle som ingår i åtagandena anges",),
    },
    "convener": {
        "met": (
            "enligt överenskommelsen sammankallar {conveners:or}, och det gjorde {by}",
            "den som sammankallade är den som ska göra det",
        ),
        "not_met": (
            "enligt överenskommelsen sammankallar {conveners:or}, inte {by}",
            "den som sammankallade är inte den som ska göra det",
        ),
        "unknown": (
            (
                "det framgår inte vem som sammankallade; enligt överenskommelsen gör"
                " {conveners:or} det"
            ),
            "ingen handling anger vem som sammankallar till {duty}",
            "det framgår inte vilket åtagande som avses, och därmed inte vem som ska sammankalla",
        ),
        "not_called_for": ("inget villkor anger vem som sammankallar",),
    },
}
