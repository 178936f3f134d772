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
