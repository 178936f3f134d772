"""What holds of what becomes of a decision: minutes, announcement, appeal, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "decision-named": {
        "met": ("beslutet är händelse {decision}", "beslutet är registrerat"),
        "not_met": (
            "händelse {decision} är inget beslut; det är {decisions}",
            "händelse {decision} är inget beslut, och inget beslut är registrerat",
            "inget beslut är registrerat",
        ),
        "unknown": (
            "det framgår inte vilket beslut som avses: händelse {decisions:or}",
            "det framgår inte vilket beslut som avses",
        ),
        "not_called_for": ("inget beslut avses",),
    },
    "adjusted-in-time": {
        "met": (
            "protokollet justeras {on}, och det ska ske senast {latest}",
            "protokollet justeras i tid",
        ),
        "not_met": (
            "protokollet justeras {on}, men det skulle ha skett senast {latest}",
            "protokollet justeras {on}, före beslutet {decided_on}",
            "protokollet justeras inte i tid",
        ),
        "unknown": (
            (
                "protokollet justeras {on}, efter de fjorton dagarna, som slutade {latest}; om den"
                " dagen var en vardag är inte känt"
            ),
            "det framgår inte vilket beslut som justeringen gäller",
        ),
        "not_called_for": ("inget beslut att justera är registrerat",),
    },
    "announced-adjusted": {
        "met": (
            "protokollet justeras {adjusted}, och det tillkännages {announced}",
            "protokollet är justerat när det tillkännages",
        ),
        "not_met": (
            "justeringen tillkännages {announced}, men protokollet justerades först {adjusted}",
            "protokollet är inte justerat när det tillkännages",
        ),
        "unknown": ("det är inte känt om protokollet är justerat när det tillkännages",),
        "not_called_for": (
            "justering och tillkännagivande är inte båda registrerade, och behöver inte vara det",
        ),
    },
    "announced-in-time": {
        "met": (
            ("justeringen {adjusted} tillkännages {on}, och det ska ske senast {latest}"),
            "justeringen tillkännages i tid",
        ),
        "not_met": (
            ("justeringen {adjusted} tillkännages {on}, men det skulle ha skett senast {latest}"),
            "justeringen tillkännages inte i tid",
        ),
        "unknown": (
            (
                "justeringen {adjusted} tillkännages {on}, efter den andra dagen, {latest}; om den"
                " dagen var en vardag är inte känt"
            ),
            "det är inte känt när protokollet justerades",
        ),
        "not_called_for": (
            "justeringen tillkännagavs först {announced}, och nu på nytt",
            "inget beslut att tillkännage är registrerat",
        ),
    },
    "announcement-up": {
        "met": (
            "beslutet är anslaget sedan {announced}",
            "beslutet är anslaget",
        ),
        "not_met": (
            "anslaget togs ned redan {removed}",
            "inget anslag är uppe",
        ),
        "unknown": ("inget visar om anslaget är uppe",),
        "not_called_for": ("inget beslut att anslå är registrerat",),
    },
    "kept-up": {
        "met": (
            "tiden för överklagande gick ut {appeal_ends}, innan anslaget tas ned {on}",
            "tiden för överklagande har gått ut när anslaget tas ned",
        ),
        "not_met": (
            (
                "anslaget tas ned {on}, innan tiden för överklagande har gått ut {appeal_ends};"
                " beslutet får inte laga kraft förrän det har anslagits på nytt"
            ),
            "anslaget tas ned innan tiden för överklagande har gått ut",
        ),
        "unknown": (
            (
                "anslaget tas ned {on}, efter de tre veckorna, som slutade {appeal_ends}; om den"
                " dagen var en vardag är inte känt"
            ),
            "det är inte känt när tiden för överklagande går ut",
        ),
        "not_called_for": ("inget beslut att anslå är registrerat",),
    },
    "appeal-in-time": {
        "met": (
            "anslaget togs ned redan {removed}, så tiden för överklagande har inte gått ut",
            "beslutet överklagas {on}, och sista dagen för det är {appeal_ends}",
            "tiden för överklagande har inte börjat löpa",
        ),
        "not_met": (
            "beslutet överklagas {on}, men sista dagen för det var {appeal_ends}",
            "tiden för överklagande har gått ut",
        ),
        "unknown": (
            (
                "beslutet överklagas {on}, efter de tre veckorna, som slutade {appeal_ends}; om den"
                " dagen var en vardag är inte känt"
            ),
            "det framgår inte vilket beslut som överklagas",
        ),
        "not_called_for": ("inget beslut att överklaga är registrerat",),
    },
    "appeal-open": {
        "met": (
            (
                "{appeals:överklagandet, händelse|överklagandena, händelserna} {appeals}, väntar på"
                " domstolen"
            ),
            "ett överklagande väntar på domstolen",
        ),
        "not_met": (
            "beslutet är redan upphävt genom händelse {annulled}",
            "beslutet är redan upphävt",
        ),
        "unknown": ("inget visar att ett överklagande väntar på domstolen",),
        "not_called_for": ("inget beslut att överklaga är registrerat",),
    },
    "stay-open": {
        "met": (
            "händelse {stayed} hindrar att beslutet verkställs",
            "beslutet får tills vidare inte verkställas",
        ),
        "not_met": (
            "beslutet är upphävt genom händelse {annulled}, så inget hinder återstår att häva",
            "inget hindrar att beslutet verkställs",
        ),
        "unknown": ("inget visar att beslutet tills vidare inte får verkställas",),
        "not_called_for": ("inget beslut att verkställa är registrerat",),
    },
    "decision-final": {
        "met": (
            "godkännandet, händelse {decision}, har fått laga kraft",
            "godkännandet har fått laga kraft",
        ),
        "not_met": (
            (
                "anslaget togs ned {removed}, innan tiden för överklagande hade gått ut, så"
                " godkännandet har inte fått laga kraft"
            ),
            "händelse {stayed} hindrar tills vidare att godkännandet verkställs",
            (
                "godkännandet har inte fått laga kraft: {appeals:överklagandet, händelse|"
                "överklagandena, händelserna} {appeals}, väntar på domstolen"
            ),
            "godkännandet kan överklagas till och med {appeal_ends} och har inte fått laga kraft",
            "godkännandet har inte fått laga kraft",
        ),
        "unknown": (
            "det är inte känt om godkännandet, händelse {decision}, har fått laga kraft",
            "det är inte känt om godkännandet har fått laga kraft",
        ),
        "not_called_for": ("inget godkännande är registrerat",),
    },
}
