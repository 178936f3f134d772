"""What holds until an agreement is made, or entered in a register, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

VERDICTS: Final[Mapping[str, Mapping[str, Variants]]] = {
    "parties": {
        "met": (
            (
                "{public} är {public:offentlig part|offentliga parter} och {civil} är"
                " {civil:idéburen part|idéburna parter}"
            ),
            "det finns en offentlig och en idéburen part, och inga andra",
        ),
        "not_met": (
            "{other} hör varken till den offentliga eller den idéburna sektorn",
            "det saknas en {missing:or} part",
            "parterna är inte sådana som ett partnerskap har",
        ),
        "unknown": (
            "ingen har tagit reda på vilken sektor {unread} hör till",
            "det är inte känt om parterna är sådana som ett partnerskap har",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som kan ha andra parter",
            "detta krävs bara av ett partnerskap",
        ),
    },
    "period-order": {
        "met": (
            "första dagen, {first_days:or}, ligger inte efter sista dagen, {last_days:or}",
            "första dagen ligger inte efter sista dagen",
        ),
        "not_met": (
            "första dagen, {first_days:or}, ligger efter sista dagen, {last_days:or}",
            "första dagen ligger efter sista dagen",
        ),
        "unknown": (
            (
                "handlingarna anger {first_days:or} som första dag och {last_days:or} som sista,"
                " och det är inte avgjort vad som gäller"
            ),
            "första eller sista dagen är inte känd",
        ),
        "not_called_for": ("överenskommelsen anger inte både en första och en sista dag",),
    },
    "sums": {
        "met": (
            (
                "insatserna blir {total:kr}, lika mycket som totalsumman, och {disbursements:kr}"
                " betalas ut av lika mycket offentliga pengar"
            ),
            "summorna stämmer",
        ),
        "not_met": (
            (
                "från {first_day} till {last_day} blir insatserna {contributions:kr} och"
                " totalsumman är {total:kr}; {disbursements:kr} betalas ut och de offentliga"
                " pengarna är {public_cash:kr}"
            ),
            (
                "från {first_day} till {last_day} blir insatserna {contributions:kr}, men"
                " totalsumman är {total:kr}"
            ),
            (
                "från {first_day} till {last_day} betalas {disbursements:kr} ut, men de"
                " offentliga pengarna är {public_cash:kr}"
            ),
            (
                "insatserna blir {contributions:kr} och totalsumman är {total:kr};"
                " {disbursements:kr} betalas ut och de offentliga pengarna är {public_cash:kr}"
            ),
            "insatserna blir {contributions:kr}, men totalsumman är {total:kr}",
            "{disbursements:kr} betalas ut, men de offentliga pengarna är {public_cash:kr}",
            "summorna stämmer inte",
        ),
        "unknown": ("vissa belopp är inte kända, så summorna går inte att kontrollera",),
        "not_called_for": ("det finns inga summor att kontrollera",),
    },
    "initiative-civil": {
        "met": (
            "initiativet kom från {initiator}, som är en idéburen part",
            "initiativet kom från en idéburen part",
        ),
        "not_met": (
            "initiativet kom från {initiator}, som hör till {sector} sektor",
            "initiativet kom inte från en idéburen part",
        ),
        "unknown": (
            (
                "initiativet kom från {initiator}, som hör till {sector} sektor, och det är inte"
                " känt om överenskommelsen är ett partnerskap"
            ),
            "initiativet kom från {initiator}, och det är inte känt vilken sektor det är",
            "det är inte känt vem som tog initiativet",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som vem som helst kan ta initiativ till",
            "detta krävs bara av ett partnerskap",
        ),
    },
    "public-share": {
        "met": (
            "den offentliga andelen är {share:%}, högst {tolerance:%} av helheten från {norm:%}",
            "den offentliga andelen är ungefär vad den ska vara",
        ),
        "not_met": (
            "den offentliga andelen är {share:%}, mer än {tolerance:%} av helheten från {norm:%}",
            "den offentliga andelen är inte vad den ska vara",
        ),
        "unknown": (
            (
                "den offentliga andelen är {share:%} och ska vara ungefär {norm:%}, om"
                " överenskommelsen är ett partnerskap"
            ),
            "den offentliga andelen ska vara ungefär {norm:%}, och vissa belopp är inte kända",
            "det är inte känt om en nämnds riktmärke gäller den här överenskommelsen",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som inte har någon sådan andel att hålla",
            "helheten är {total:kr}, så det finns inget att dela",
            "inget riktmärke för den offentliga andelen gäller överenskommelsens nämnd",
        ),
    },
    "linkoping:one-public-party": {
        "met": ("{public} är den enda offentliga parten", "det finns en offentlig part"),
        "not_met": (
            "{public} är offentliga parter, och det får bara finnas en",
            "det finns inte precis en offentlig part",
        ),
        "unknown": (
            "ingen har tagit reda på vilken sektor {unread} hör till",
            "det är inte känt om det finns precis en offentlig part",
        ),
        "not_called_for": (
            "överenskommelsen är {kind}, som kan ha andra parter",
            "detta krävs bara av ett partnerskap",
        ),
    },
    "may-decide": {
        "met": (
            "{by} får besluta om överenskommelsen",
            "organet får besluta om överenskommelsen",
        ),
        "not_met": (
            "{by} är {kinds:or}, och beslutet får inte delegeras",
            "beslutet får inte delegeras",
        ),
        "unknown": (
            "det är inte känt om {by} är ett organ som får besluta",
            "det framgår inte vilket organ som har beslutat",
        ),
        "not_called_for": ("inget organ behöver besluta",),
    },
    "decided-before-start": {
        "met": (
            "beslutet fattas före första dagen, {first_days:or}",
            "beslutet fattas före första dagen",
        ),
        "not_met": (
            "beslutet fattas inte före första dagen, {first_days:or}",
            "beslutet fattas inte före första dagen",
        ),
        "unknown": (
            (
                "handlingarna anger {first_days:or} som första dag, och beslutet ligger inte före"
                " alla dessa"
            ),
            "första dagen är inte känd",
        ),
        "not_called_for": ("överenskommelsen anger ingen första dag",),
    },
    "had-condition": {
        "met": ("godkännandet väntar på: {condition}", "godkännandet väntar på något"),
        "not_met": ("godkännandet väntar inte på något",),
        "unknown": ("det är inte känt om godkännandet väntar på något",),
        "not_called_for": ("inget godkännande behöver vänta på något",),
    },
    "condition-open": {
        "met": ("godkännandet väntar inte på något mer",),
        "not_met": (
            "godkännandet väntar fortfarande på: {condition}",
            "godkännandet väntar fortfarande på något",
        ),
        "unknown": ("det är inte känt om godkännandet fortfarande väntar på något",),
        "not_called_for": ("det finns inget godkännande som kan vänta",),
    },
    "signed-once": {
        "met": (
            "{party} har inte undertecknat tidigare",
            "parten har inte undertecknat tidigare",
        ),
        "not_met": ("{party} har redan undertecknat", "parten har redan undertecknat"),
        "unknown": ("det är inte känt vilken part som undertecknar",),
        "not_called_for": (
            "{by} är ingen part som kan ha undertecknat",
            "ingen part undertecknar",
        ),
    },
    "entered-once": {
        "met": ("överenskommelsen har inte förts in i registret tidigare",),
        "not_met": (
            "överenskommelsen har redan förts in i registret, genom händelse {number}",
            "överenskommelsen har redan förts in i registret",
        ),
        "unknown": ("det är inte känt om överenskommelsen har förts in i registret tidigare",),
        "not_called_for": ("överenskommelsen får föras in flera gånger",),
    },
}
