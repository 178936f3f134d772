"""What deserves a second look, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

REMARKS: Final[Mapping[str, Variants]] = {
    "event-to-come": (
        "händelse {number} ({tag}) är daterad {day}, efter {on}",
        "en registrerad händelse är daterad efter den dag som frågan gäller",
    ),
    "goal-beyond-period": (
        (
            "{goals:målet|målen} {goals}: ska märkas från {day}, efter sista dagen, {last_day},"
            " då överenskommelsen är slut"
        ),
        "ett mål ska märkas efter sista dagen",
    ),
    "index-conflict": (
        "klausulerna om uppräkning säger olika: {indices:or} från {readings:or}",
        "klausulerna om uppräkning säger olika",
    ),
    "link-circle": (
        "den följer på sig själv, genom andra: {circle}",
        "den följer på sig själv, genom andra",
    ),
    "link-gap": (
        "inget gäller {period_first} till {period_last}, mellan {earlier} och den här",
        "inget gäller under några dagar mellan den här och den föregående",
    ),
    "link-one-sided": (
        "{denied:?}{named_by} anger den som efterföljare, men den följer på en annan, eller ingen",
        "{denied:?}{followed_by} anger att den följer på den, men en annan är registrerad",
        "{named_by} anger den som efterföljare, men ingen har läst vad den följer på",
        "{followed_by} anger att den följer på den, men ingen efterföljare är registrerad",
        "bara den ena sidan anger att den ena överenskommelsen följer på den andra",
    ),
    "link-overlap": (
        "både {earlier} och den här gäller {period_first} till {period_last}",
        "både {earlier} och den här gäller från {period_first}",
        "både den här och den föregående gäller under några dagar",
    ),
    "readings-differ": (
        "{what} anges på sätt som skiljer sig åt: {readings:or}",
        "{what} anges på sätt som skiljer sig åt: {amounts:or} kr",
        "något anges på sätt som skiljer sig åt",
    ),
    "unit-slip": (
        "{what} är {amount:kr} och totalsumman är {total:kr}: har enheten blivit fel?",
        "{what} är {amount:kr}, mer än {most:kr}: har enheten blivit fel?",
        "ett belopp är svårt att tro på: har enheten blivit fel?",
    ),
    "unread": (
        "ingen har läst, eller ingen handling säger: {keys}",
        "något är inte läst",
    ),
}
