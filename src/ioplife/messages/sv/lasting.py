"""What holds of options, changes and breaches while the agreement lasts, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "option-left": {
        "met": (
            (
                "överenskommelsen får förlängas {times} {times:gång|gånger}, och optionen har"
                " använts {used} {used:gång|gånger}"
            ),
            "{unlimited:?}överenskommelsen får förlängas hur många gånger som helst",
            "en option att förlänga överenskommelsen återstår",
        ),
        "not_met": (
            (
                "överenskommelsen får förlängas {times} {times:gång|gånger}, och optionen har redan"
                " använts {used} {used:gång|gånger}"
            ),
            "{automatic:?}överenskommelsen förlängs av sig själv och har ingen option",
            "överenskommelsen har ingen option att förlänga den",
        ),
        "unknown": (
            (
                "överenskommelsen får förlängas {times} {times:gång|gånger}, och det är inte känt"
                " om optionen har använts fler gånger än {used}"
            ),
            "ingen har läst om överenskommelsen har en option att förlänga den",
        ),
        "not_called_for": ("ingen option behövs",),
    },
    "option-in-time": {
        "met": (
            "{on} ligger inte efter sista dagen att använda optionen, {latest:or}",
            "optionen används i tid",
        ),
        "not_met": (
            "{on} ligger efter sista dagen att använda optionen, {latest:or}",
            "optionen används inte i tid",
        ),
        "unknown": (
            (
                "det är inte klart vilken dag som är den sista att använda optionen, {latest:or},"
                " så det är inte känt om {on} är i tid"
            ),
            "sista dagen att använda optionen är inte känd",
        ),
        "not_called_for": ("ingen option används",),
    },
    "option-length": {
        "met": (
            "överenskommelsen förlängs med {length}",
            "det framgår hur länge överenskommelsen förlängs",
        ),
        "not_met": (
            "överenskommelsen förlängs med {length}, men optionen gäller {agreed}",
            "överenskommelsen förlängs inte så länge som optionen gäller",
        ),
        "unknown": ("det framgår inte hur länge överenskommelsen förlängs",),
        "not_called_for": ("ingen option används",),
    },
    "ending-stands": {
        "met": (
            "det avslut som händelse {lifts} innebär återkallas",
            "inget avslut gäller",
        ),
        "not_met": (
            "händelse {lifts} innebär inget avslut som gäller",
            (
                "{endings:händelse|händelserna} {endings} avslutar överenskommelsen, och det"
                " återkallas inte"
            ),
            "ett avslut gäller, och det återkallas inte",
        ),
        "unknown": (
            "händelse {lifts} avslutar överenskommelsen en dag som inte är känd",
            (
                "{numbers:händelse|händelserna} {numbers} avslutar överenskommelsen, men en dag"
                " som inte är känd"
            ),
            (
                "{endings:händelse|händelserna} {endings} avslutar överenskommelsen, och det är"
                " inte känt om det återkallas eller om perioden ändras"
            ),
            "det framgår inte vilket avslut som återkallas",
        ),
        "not_called_for": ("perioden ändras inte",),
    },
    "applies-later": {
        "met": (
            "ändringen gäller från {applies_from}, och den görs {on}",
            "ändringen gäller inte för tid som har gått",
        ),
        "not_met": (
            "ändringen gäller från {applies_from}, innan den görs {on}",
            "ändringen gäller för tid som har gått",
        ),
        "unknown": ("det framgår inte från vilken dag ändringen gäller",),
        "not_called_for": ("inget ändras",),
    },
    "party-known": {
        "met": ("{party} är part i överenskommelsen", "den som lämnar är part"),
        "not_met": (
            "{left:?}{party} har redan lämnat överenskommelsen",
            "{party} är inte part i överenskommelsen",
            "den som lämnar är inte part i överenskommelsen",
        ),
        "unknown": (
            (
                "{left:?}en part har lämnat överenskommelsen, och det är inte känt om det var"
                " {party}"
            ),
            "ingen har läst vilka parterna är, och därmed inte om {party} är en av dem",
            "det framgår inte vem som lämnar överenskommelsen",
        ),
        "not_called_for": ("ingen part lämnar överenskommelsen",),
    },
    "breach-clause": {
        "met": ("överenskommelsen får hävas om ett avtalsbrott inte rättas",),
        "not_met": ("överenskommelsen har ingen klausul om hävning",),
        "unknown": ("ingen har läst om överenskommelsen har en klausul om hävning",),
        "not_called_for": ("ingen klausul om hävning behövs",),
    },
    "demand-written": {
        "met": ("anmaningen, händelse {demand}, är skriftlig", "anmaningen är skriftlig"),
        "not_met": (
            (
                "överenskommelsen kräver skriftlig anmaning, och anmaningen, händelse {demand}, är"
                " inte skriftlig"
            ),
            "överenskommelsen kräver skriftlig anmaning, och anmaningen är inte skriftlig",
        ),
        "unknown": (
            "det framgår inte vilken anmaning som avses: händelse {demands:or}",
            "{written:?}ingen har läst om överenskommelsen kräver skriftlig anmaning",
            "det framgår inte om anmaningen är skriftlig",
        ),
        "not_called_for": ("överenskommelsen kräver ingen skriftlig anmaning",),
    },
    "cure-over": {
        "met": (
            "tiden att rätta det som händelse {demand} gäller gick ut {cure_ends}",
            "tiden för rättelse har gått ut",
        ),
        "not_met": (
            "det som händelse {demand} gäller rättades genom händelse {corrected}",
            "det som händelse {demand} gäller kan rättas till och med {cure_ends}",
            "{began:?}tiden att rätta det som händelse {demand} gäller har aldrig börjat löpa",
            "händelse {demand} är ingen anmaning",
            "ingen anmaning om rättelse väntar på svar",
        ),
        "unknown": (
            "det framgår inte vilken anmaning som avses: händelse {demands:or}",
            (
                "tiden att rätta det som händelse {demand} gäller gick ut {cure_ends}, och det är"
                " inte känt om det har rättats"
            ),
            "det är inte känt när tiden att rätta det som händelse {demand} gäller går ut",
            "det är inte känt när tiden för rättelse går ut",
        ),
        "not_called_for": ("ingen anmaning behövs",),
    },
    "demand-open": {
        "met": (
            "det som händelse {demand} gäller har inte rättats tidigare",
            "en anmaning om rättelse väntar på svar",
        ),
        "not_met": (
            "det som händelse {demand} gäller rättades redan genom händelse {corrected}",
            "händelse {demand} är ingen anmaning",
            "ingen anmaning om rättelse väntar på svar",
        ),
        "unknown": (
            "det framgår inte vilken anmaning som avses: händelse {demands:or}",
            "det är inte känt om det som händelse {demand} gäller redan har rättats",
            "det framgår inte vilken anmaning som avses",
        ),
        "not_called_for": ("inget rättas",),
    },
}
