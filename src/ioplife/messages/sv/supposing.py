"""Why something that is supposed has no day, or why nothing need be done, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

SUPPOSED: Final[Mapping[str, Variants]] = {
    "when-not-binding": (
        "det har ingen dag: alla har inte undertecknat, eller så är den slut (läge: {state})",
        "det har ingen dag: alla har inte undertecknat, eller så är den slut",
    ),
    "when-none-owed": (
        "det har ingen dag: inget tillfälle av {duty} återstår",
        "det har ingen dag: inget tillfälle återstår",
    ),
    "when-answers-a-call": (
        "det har ingen dag: det som svarar på händelse {number} har ingen sista dag",
        "det har ingen dag: det som svarar på en kallelse har ingen sista dag",
    ),
    "when-no-notice-latest": (
        (
            "det har ingen dag: överenskommelsen förlängs inte av sig själv, så ingen dag är den"
            " sista för uppsägning"
        ),
    ),
    "when-no-option": ("det har ingen dag: ingen rätt att förlänga återstår",),
    "when-goes-on": (
        "det har ingen dag: överenskommelsen förlängs av sig själv innan dess, varje gång",
    ),
    "when-past": ("det har ingen dag: {day} har varit", "det har ingen dag: dagen har varit"),
    "when-no-demand": ("det har ingen dag: ingen anmaning väntar på rättelse",),
    "when-no-announcement": ("det har ingen dag: inget tillkännagivande finns som anger dagen",),
    "when-never-allowed": (
        "det har ingen dag: det skulle inte få ske någon dag ({codes})",
        "det har ingen dag: det skulle inte få ske någon dag",
    ),
    "when-after-until": (
        "det har ingen dag senast {until}: det infaller {day}",
        "det har ingen dag så snart",
    ),
    "when-duty-unnamed": ("dagen är inte känd: det anges inte vilket åtagande det gäller",),
    "when-duties-unread": ("dagen är inte känd: ingen har läst vad överenskommelsen kräver",),
    "when-first-day-unclear": (
        "dagen är inte känd: överenskommelsens första dag är inte klarlagd",
    ),
    "when-notice-unread": (
        "dagen är inte känd: ingen har läst om, eller när senast, den måste sägas upp",
    ),
    "when-option-unread": (
        "dagen är inte känd: ingen har läst om, eller när senast, en förlängning måste begäras",
    ),
    "when-cure-unread": (
        "dagen är inte känd: ingen har läst hur länge ett avtalsbrott får rättas",
    ),
    "when-working-days-unknown": (
        (
            "dagen är inte känd: sista dag att överklaga är {day}, eller senare om den inte är"
            " arbetsdag"
        ),
        "dagen är inte känd: den beror på vilka dagar som är arbetsdagar",
    ),
    "idle-ends": (
        "inget behöver göras: överenskommelsen upphör {last_day} om ingen förnyar den",
        "inget behöver göras: överenskommelsen upphör om ingen förnyar den",
    ),
    "idle-later": (
        "inget behöver göras senast {until}: sista dag för uppsägning är {day}",
        "inget behöver göras så snart",
    ),
    "idle-open-ended": (
        "inget behöver göras: överenskommelsen löper tills vidare och förnyas inte",
    ),
    "idle-over": (
        "inget behöver göras: överenskommelsen är slut (läge: {state})",
        "inget behöver göras: överenskommelsen är slut",
    ),
    "idle-renewed": (
        "inget kan göras: händelse {number} har förnyat den, genom {successor}",
        "inget kan göras: händelse {number} har förnyat den",
        "inget kan göras: den är redan förnyad",
    ),
    "idle-not-binding": (
        "inget behöver göras: alla parter har inte undertecknat (läge: {state})",
        "inget behöver göras: alla parter har inte undertecknat",
    ),
}
