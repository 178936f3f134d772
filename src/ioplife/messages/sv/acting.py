"""What holds for every event, for answers and for corrections, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "wrong-state": {
        "met": ("händelsen kan ske i detta läge",),
        "not_met": (
            "i läget {state} kan detta ske bara om {only}",
            "detta kan inte ske i läget {state}, bara i läget {allowed:or}",
            "detta kan inte ske i det läge som råder",
        ),
        "unknown": ("det är inte känt om överenskommelsen står där detta kan ske",),
        "not_called_for": ("detta kan ske i alla lägen",),
    },
    "unknown-actor": {
        "met": (
            (
                "{actors} är {actors:part i överenskommelsen eller organ|parter i överenskommelsen"
                " eller organ} för en part"
            ),
            "den som handlar är part i överenskommelsen eller organ för en part",
        ),
        "not_met": (
            (
                "{strangers} är inte {strangers:part|parter} i överenskommelsen och inte organ för"
                " någon part"
            ),
            "den som handlar är inte part i överenskommelsen och inte organ för någon part",
        ),
        "unknown": (
            "ingen har läst vilka parterna är, och därmed inte om {actors} hör till dem",
            "det framgår inte vem som handlar",
        ),
        "not_called_for": ("det framgår inte vem som handlar, och det behövs inte heller",),
    },
    "later-records-stand": {
        "met": ("alla senare händelser behåller sin verkan",),
        "not_met": (
            (
                "med detta skulle {numbers:händelse|händelserna} {numbers}, som är"
                " {numbers:registrerad|registrerade} redan, inte längre ha någon verkan"
            ),
            "med detta skulle andra registrerade händelser inte längre ha någon verkan",
        ),
        "unknown": ("det är inte känt om alla senare händelser behåller sin verkan",),
        "not_called_for": ("inget är registrerat för senare",),
    },
    "call-open": {
        "met": ("händelse {answers} väntar på svar", "det som besvaras väntar på svar"),
        "not_met": (
            "händelse {answers} väntar inte på svar; det gör {waiting}",
            "händelse {answers} väntar inte på svar",
            "inget väntar på detta svar",
        ),
        "unknown": ("det framgår inte vad som besvaras",),
        "not_called_for": ("inget påkallande och ingen förändring besvaras",),
    },
    "event-exists": {
        "met": ("nummer {event_no} är registrerat", "det som rättas är registrerat"),
        "not_met": (
            (
                "nummer {event_no} finns inte: {recorded} {recorded:händelse|händelser} är"
                " {recorded:registrerad|registrerade}"
            ),
            "det som rättas är inte registrerat",
        ),
        "unknown": ("det är inte känt om det som rättas är registrerat",),
        "not_called_for": ("inget i registret rättas",),
    },
    "reading-stated": {
        "met": (
            "{what} kan läsas som {reading}",
            "tolkningen är angiven, eller vilar på en annan handling",
        ),
        "not_met": (
            (
                "handlingarna anger {what} som {readings:or}; {reading} behöver en annan handling"
                " att vila på"
            ),
            (
                "handlingarna anger inte {what} som {reading}; det behöver en annan handling att"
                " vila på"
            ),
            "{what} finns inte bland villkoren",
            "tolkningen är inte angiven, och vilar inte på någon annan handling",
        ),
        "unknown": (
            (
                "handlingarna anger {what} som {readings:or}, och det är inte känt vad {reading}"
                " vilar på"
            ),
            "det är inte känt om handlingarna anger {what} som {reading}",
            "det framgår inte hur {what} ska läsas",
            "det framgår inte vilken tolkning som avses",
        ),
        "not_called_for": ("ingen tolkning görs",),
    },
}
