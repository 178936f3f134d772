"""English."""

from typing import Final

from ioplife.messages.en import acting, assessing, deciding, ending, lasting, making, owing
from ioplife.messages.en.causes import CAUSES
from ioplife.messages.en.flags import FLAGS
from ioplife.messages.en.names import BASES, EVENTS, STATES, WORDS
from ioplife.messages.en.phrases import PHRASES
from ioplife.messages.en.planning import PLANNED
from ioplife.messages.en.remarks import REMARKS
from ioplife.messages.en.supposing import SUPPOSED
from ioplife.messages.table import Table

ENGLISH: Final = Table(
    verdicts={
        **acting.VERDICTS,
        **making.VERDICTS,
        **deciding.VERDICTS,
        **lasting.VERDICTS,
        **ending.VERDICTS,
        **owing.VERDICTS,
    },
    families=assessing.FAMILIES,
    causes={**CAUSES, **PLANNED, **SUPPOSED},
    flags=FLAGS,
    remarks=REMARKS,
    phrases=PHRASES,
    headings={
        "yes": "{tag} is allowed on {day}",
        "no": "{tag} is refused on {day}",
        "unknown": "{tag} cannot be answered on {day}",
    },
    events=EVENTS,
    states=STATES,
    words=WORDS,
    bases=BASES,
    answered=(
        "{flag}; {answered_by} has answered this by event {answered}",
        "{flag}; event {answered} answers this",
    ),
    both="and",
    either="or",
    currency="SEK",
    percent="%",
    point=".",
    today="today",
    coming="in {days} {days:day|days}",
    past="{days} {days:day|days} ago",
)
