"""What holds of notice, of the end and of what follows, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "not-after-last-day": {
        "met": (
            "{on} ligger inte efter sista dagen, {last_days:or}",
            "ingen sista dag har passerat",
        ),
        "not_met": (
            "{on} ligger efter sista dagen, {last_days:or}",
            "sista dagen har passerat",
        ),
        "unknown": (
            (
                "det är inte klart om överenskommelsen fortfarande gäller {on}: den sista dag som"
                " är känd är {last_days:or}"
            ),
            "sista dagen är inte känd",
        ),
        "not_called_for": (
            "en överenskommelse som förs in som {state} kan ha passerat sin sista dag",
            "sista dagen är inte klar, så den handling som visar läget får gälla",
        ),
    },
    "notice-clause": {
        "met": ("överenskommelsen har en uppsägningsklausul",),
        "not_met": ("överenskommelsen har ingen uppsägningsklausul",),
        "unknown": (
            "{clause:?}det finns en uppsägningsklausul, men uppsägningstiden är inte känd",
            "ingen har läst om överenskommelsen har en uppsägningsklausul",
        ),
        "not_called_for": ("ingen uppsägningsklausul behövs",),
    },
    "notice-under": {
        "met": ("uppsägningen görs enligt {under}", "det framgår enligt vilken klausul den görs"),
        "not_met": (
            "uppsägningen kan inte göras enligt {under}: överenskommelsen har ingen sådan",
            "överenskommelsen har ingen sådan klausul",
        ),
        "unknown": (
            "ingen har läst om överenskommelsen har {under}",
            "det framgår inte enligt vilken klausul uppsägningen görs",
        ),
        "not_called_for": ("överenskommelsen har inte två klausuler om uppsägning",),
    },
    "notice-written": {
        "met": ("uppsägningen är skriftlig",),
        "not_met": (
            "överenskommelsen kräver skriftlig uppsägning, och uppsägningen är inte skriftlig",
        ),
        "unknown": (
            "{written:?}ingen har läst om överenskommelsen kräver skriftlig uppsägning",
            "det framgår inte om uppsägningen är skriftlig",
        ),
        "not_called_for": ("överenskommelsen kräver inte skriftlig uppsägning",),
    },
    "notice-day": {
        "met": (
            "{on} är den dag som uppsägningen räknas från",
            "uppsägningen räknas från denna dag",
        ),
        "not_met": (
            (
                "uppsägningen skickades {sent} och togs emot {received}, och räknas därför från en"
                " annan dag än {on}"
            ),
            "uppsägningen räknas från den dag den togs emot, {received}, inte från {on}",
            "uppsägningen räknas från den dag den skickades, {sent}, inte från {on}",
            "uppsägningen räknas från en annan dag",
        ),
        "unknown": ("det är inte känt från vilken dag uppsägningen räknas",),
        "not_called_for": ("det finns ingen uppsägningsklausul att räkna efter",),
    },
    "early-end": {
        "met": ("{last_day} är periodens sista dag", "dagen är periodens sista dag"),
        "not_met": (
            (
                "{last_day} är inte periodens sista dag, {last_days:or}; en annan dag kräver"
                " uppsägning, eller att alla parter är överens"
            ),
            "dagen är inte periodens sista dag",
        ),
        "unknown": (
            (
                "handlingarna anger {last_days:or} som periodens sista dag, och det är inte avgjort"
                " om {last_day} gäller"
            ),
            (
                "det framgår inte vilken dag överenskommelsen ska upphöra; perioden slutar"
                " {last_days:or}"
            ),
            "periodens sista dag är inte känd",
        ),
        "not_called_for": ("överenskommelsen gäller tills vidare",),
    },
    "last-day-not-past": {
        "met": ("{last_day} har inte passerat", "den sista dag som anges har inte passerat"),
        "not_met": (
            "{last_day} har redan passerat {on}",
            "den sista dag som anges har redan passerat",
        ),
        "unknown": ("det framgår inte vilken dag överenskommelsen ska upphöra",),
        "not_called_for": ("ingen sista dag anges",),
    },
    "notice-not-given": {
        "met": (
            "{endings:händelse|händelserna} {endings} bestämmer sista dagen",
            "sista dagen är bestämd",
        ),
        "not_met": (
            (
                "överenskommelsen förlängs av sig själv om den inte sägs upp senast"
                " {notice_latest}, och detta beslut ändrar inte det"
            ),
            (
                "överenskommelsen gäller tills vidare, och detta beslut avslutar den inte:"
                " överenskommelsen är inte uppsagd"
            ),
        ),
        "unknown": (
            (
                "{numbers:händelse|händelserna} {numbers} avslutar överenskommelsen, men en dag"
                " som inte är känd"
            ),
            "{renewal:?}det är inte känt när överenskommelsen senast ska sägas upp",
            "ingen har läst om överenskommelsen förlängs av sig själv",
        ),
        "not_called_for": (
            "överenskommelsen gäller inte tills vidare och förlängs inte av sig själv",
        ),
    },
    "all-agreed": {
        "met": ("alla parter är överens",),
        "not_met": (
            "{lacking} har inte samtyckt",
            "alla parter är inte överens",
        ),
        "unknown": (
            "{lacking} har inte samtyckt, och det är inte känt om en part har lämnat innan dess",
            "{agreed_by:?}ingen har läst vilka parterna är",
            "det framgår inte vilka parter som är överens",
        ),
        "not_called_for": ("parterna behöver inte vara överens",),
    },
    "dialogue": {
        "met": ("alla parter har deltagit i dialogen",),
        "not_met": ("alla parter har inte deltagit i dialogen",),
        "unknown": (
            "inget i registret visar att {lacking} deltog i dialogen",
            "inget i registret visar vilka som deltog i dialogen",
        ),
        "not_called_for": ("ingen dialog behövs",),
    },
    "ending-named": {
        "met": (
            "det avslut som händelse {ending} innebär gäller",
            "ett avslut gäller, och det är detta som återkallas",
        ),
        "not_met": (
            "händelse {ending} innebär inget avslut som gäller",
            "det finns inget avslut som gäller",
        ),
        "unknown": (
            "händelse {ending} avslutar överenskommelsen en dag som inte är känd",
            "det framgår inte vilket avslut som återkallas",
        ),
        "not_called_for": ("inget avslut återkallas",),
    },
    "successor-starts-later": {
        "met": (
            (
                "den nya överenskommelsen börjar {successor_first}, efter den här"
                " överenskommelsens första dag, {first_days:or}"
            ),
            "den nya överenskommelsen börjar efter den här överenskommelsens första dag",
        ),
        "not_met": (
            (
                "den nya överenskommelsen börjar {successor_first}, och inte efter den här"
                " överenskommelsens första dag, {first_days:or}"
            ),
            "den nya överenskommelsen börjar inte efter den här överenskommelsens första dag",
        ),
        "unknown": (
            (
                "den nya överenskommelsen börjar {successor_first}, och inte efter allt som"
                " handlingarna anger som den här överenskommelsens första dag: {first_days:or}"
            ),
            "{successor_first:?}den här överenskommelsens första dag är inte känd",
            "det framgår inte när den nya överenskommelsen börjar",
        ),
        "not_called_for": ("ingen ny överenskommelse börjar",),
    },
    "successor-signed": {
        "met": (
            "alla parter har undertecknat {successor}",
            "alla parter har undertecknat den nya överenskommelsen",
        ),
        "not_met": (
            "alla parter har inte undertecknat {successor}",
            "alla parter har inte undertecknat den nya överenskommelsen",
        ),
        "unknown": (
            "det är inte känt om alla parter har undertecknat {successor}",
            "det framgår inte vilken den nya överenskommelsen är",
        ),
        "not_called_for": ("ingen ny överenskommelse följer",),
    },
    "no-gap": {
        "met": (
            "det blir inget glapp innan den nya överenskommelsen börjar {successor_first}",
            "det blir inget glapp innan den nya överenskommelsen börjar",
        ),
        "not_met": (
            (
                "det blir ett glapp mellan sista dagen, {last_days:or}, och den nya"
                " överenskommelsens första dag, {successor_first}"
            ),
            "det blir ett glapp innan den nya överenskommelsen börjar",
        ),
        "unknown": (
            (
                "sista dagen är inte klar, och därmed inte om det blir ett glapp innan den nya"
                " överenskommelsen börjar {successor_first}"
            ),
            "det framgår inte när den nya överenskommelsen börjar",
        ),
        "not_called_for": ("ingen sista dag är bestämd innan den nya överenskommelsen börjar",),
    },
    "no-overlap": {
        "met": (
            "den här överenskommelsen är slut när den nya börjar {successor_first}",
            "den här överenskommelsen är slut när den nya börjar",
        ),
        "not_met": (
            (
                "den nya överenskommelsen börjar {successor_first}, innan den här är slut: dess"
                " sista dag är {last_days:or}"
            ),
            "den nya överenskommelsen börjar innan den här är slut",
        ),
        "unknown": (
            (
                "sista dagen är inte klar, och därmed inte om den här överenskommelsen är slut när"
                " den nya börjar {successor_first}"
            ),
            "det framgår inte när den nya överenskommelsen börjar",
        ),
        "not_called_for": ("ingen sista dag är bestämd innan den nya överenskommelsen börjar",),
    },
}
