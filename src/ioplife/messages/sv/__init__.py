"""Swedish, as a municipality writes it."""

from typing import Final

from ioplife.messages.sv import acting, assessing, deciding, ending, lasting, making, owing
from ioplife.messages.sv.causes import CAUSES
from ioplife.messages.sv.flags import FLAGS
from ioplife.messages.sv.names import BASES, EVENTS, STATES, WORDS
from ioplife.messages.sv.phrases import PHRASES
from ioplife.messages.sv.planning import PLANNED
from ioplife.messages.sv.remarks import REMARKS
from ioplife.messages.sv.supposing import SUPPOSED
from ioplife.messages.table import Table

SWEDISH: Final = Table(
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
        "yes": "{event} får ske {day}",
        "no": "{event} får inte ske {day}",
        "unknown": "det går inte att svara på om {event} får ske {day}",
    },
    events=EVENTS,
    states=STATES,
    words=WORDS,
    bases=BASES,
    answered=(
        "{flag}; {answered_by} har besvarat detta genom händelse {answered}",
        "{flag}; händelse {answered} besvarar detta",
    ),
    both="och",
    either="eller",
    currency="kr",
    percent=" %",
    point=",",
    today="i dag",
    coming="om {days} {days:dag|dagar}",
    past="för {days} {days:dag|dagar} sedan",
)
