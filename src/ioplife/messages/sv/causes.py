"""Why something is so, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

CAUSES: Final[Mapping[str, Variants]] = {
    "initiated": ("{by} tog initiativet", "initiativet togs"),
    "assessed": ("{by} gjorde en bedömning", "en bedömning gjordes"),
    "proposed": ("{by} föreslog överenskommelsen", "överenskommelsen föreslogs"),
    "remitted": ("{by} återremitterade förslaget", "förslaget återremitterades"),
    "tabled": ("{by} bordlade ärendet", "ärendet bordlades"),
    "approved": ("{by} godkände överenskommelsen", "överenskommelsen godkändes"),
    "condition_met": ("det som godkännandet väntade på har kommit",),
    "condition_failed": ("det som godkännandet väntade på kommer inte",),
    "declined": ("{by} avslog förslaget", "förslaget avslogs"),
    "withdrawn": ("{by} tog tillbaka initiativet", "initiativet togs tillbaka"),
    "adjusted": (
        "protokollet med beslutet (händelse {decision}) justerades",
        "protokollet med beslutet justerades",
    ),
    "announced": (
        (
            "det tillkännagavs på anslagstavlan att protokollet med beslutet"
            " (händelse {decision}) är justerat"
        ),
        "det tillkännagavs på anslagstavlan att protokollet är justerat",
    ),
    "announcement_removed": (
        "anslaget om beslutet (händelse {decision}) togs ned",
        "anslaget togs ned",
    ),
    "appealed": ("beslutet (händelse {decision}) överklagades", "beslutet överklagades"),
    "stayed": (
        "en domstol bestämde att beslutet (händelse {decision}) tills vidare inte får verkställas",
        "en domstol bestämde att beslutet tills vidare inte får verkställas",
    ),
    "stay_lifted": (
        "inhibitionen av beslutet (händelse {decision}) gäller inte längre",
        "inhibitionen gäller inte längre",
    ),
    "appeal_dismissed": (
        "överklagandet av beslutet (händelse {decision}) avslogs eller avvisades",
        "överklagandet avslogs eller avvisades",
    ),
    "annulled": (
        "en domstol upphävde beslutet (händelse {decision})",
        "en domstol upphävde beslutet",
    ),
    "signed": ("{by} undertecknade", "en part undertecknade"),
    "entered": ("överenskommelsen fördes in i registret med den handling som visar den",),
    "started": ("det är registrerat att överenskommelsen trädde i kraft",),
    "follow_up_called": ("{by} påkallade uppföljning", "uppföljning påkallades"),
    "change_raised": (
        "{by} anmälde väsentligt förändrade förutsättningar",
        "väsentligt förändrade förutsättningar anmäldes",
    ),
    "followed_up": ("{by} höll en uppföljning", "en uppföljning hölls"),
    "fulfilled": ("{by} fullgjorde ett åtagande", "ett åtagande fullgjordes"),
    "waived": ("{by} avstod från ett tillfälle", "ett tillfälle utgår"),
    "amended": ("parterna ändrade det de hade kommit överens om",),
    "notice_given": ("{by} sade upp överenskommelsen", "överenskommelsen sades upp"),
    "renewal_decided": ("{by} beslutade om förnyelse", "förnyelse beslutades"),
    "ending_decided": (
        "{by} beslutade att överenskommelsen upphör med sin period",
        "det beslutades att överenskommelsen upphör med sin period",
    ),
    "extended": ("{by} förlängde överenskommelsen", "överenskommelsen förlängdes"),
    "rescinded": ("parterna kom överens om att upphäva överenskommelsen",),
    "ending_lifted": ("parterna kom överens om att ett avslut inte längre gäller",),
    "demand_made": (
        "{by} anmanade till rättelse av ett avtalsbrott",
        "en part anmanade till rättelse av ett avtalsbrott",
    ),
    "demand_corrected": (
        "det som anmaningen (händelse {demand}) gällde har rättats",
        "det som anmaningen gällde har rättats",
    ),
    "cancelled": (
        "{by} hävde överenskommelsen på grund av avtalsbrott",
        "överenskommelsen hävdes på grund av avtalsbrott",
    ),
    "party_left": ("{party} lämnade överenskommelsen", "en part lämnade överenskommelsen"),
    "voided": ("det slogs fast att överenskommelsen inte gäller",),
    "renewed": ("en ny överenskommelse följer på den här",),
    "closed": ("{by} slutreglerade det som återstod", "det som återstod är slutreglerat"),
    "noted": (
        "{by} antecknade: {what}",
        "det antecknades: {what}",
        "{by} gjorde en anteckning",
        "en anteckning gjordes",
    ),
    "resolved": (
        "{by} klargjorde vad en handling betyder",
        "det klargjordes vad en handling betyder",
    ),
    "corrected": (
        "{by} rättade händelse {corrects}: {why}",
        "händelse {corrects} rättades: {why}",
        "{by} rättade händelse {corrects}",
        "registret rättades",
    ),
    "~amends": (
        "det som händelse {number} kom överens om gäller från och med nu",
        "det som senare kommits överens om gäller från och med nu",
    ),
    "~starts": ("första dagen, {first_day}, har kommit", "första dagen har kommit"),
    "~extends": (
        "ingen sade upp i tid: överenskommelsen förlängs till och med {last_day}",
        "ingen sade upp i tid: överenskommelsen förlängs",
    ),
    "~runs-out": (
        "sista dagen, {last_day}, har passerat och {successor} följer",
        "sista dagen, {last_day}, som följer av händelse {ended_by}, har passerat",
        "sista dagen, {last_day}, har passerat",
        "sista dagen har passerat",
    ),
    "~follow-up-opens": (
        "händelse {open} väntar på svar",
        "uppföljning nr {occurrence} ({duty}) öppnar och ska vara gjord {due}",
        "något väntar på svar eller uppföljning",
    ),
    "~follow-up-closes": ("inget väntar längre",),
    "last-day-stated": (
        "handlingarna anger {last_day} som sista dag",
        "handlingarna anger sista dagen",
    ),
    "last-day-extended": (
        "perioden är förlängd till {last_day}",
        "perioden är förlängd",
    ),
    "last-day-conflict": (
        "det är inte klarlagt vilken dag som är den sista: {readings:or}",
        "det är inte klarlagt vilken dag som är den sista",
    ),
    "last-day-unknown": ("ingen känner till sista dagen",),
    "open-ended": ("överenskommelsen gäller tills vidare",),
    "ended-by": (
        "händelse {number} ({tag}) gör {last_day} till sista dag",
        "händelse {number} gör {last_day} till sista dag",
        "en händelse bestämmer sista dagen",
    ),
    "disbursements-unread": ("ingen har läst vem som får vilken ersättning",),
    "disbursement-unclear": (
        "ersättningen {disbursements} är inte känd, eller så skiljer sig handlingarna åt",
        "någons ersättning är inte känd, eller så skiljer sig handlingarna åt",
    ),
    "stub-unread": (
        (
            "den avser bara {first_day} till {last_day}, en del av sin tid; ingen har läst vad som"
            " betalas för en del"
        ),
        "den avser bara en del av sin tid; ingen har läst vad som betalas för en del",
    ),
    "end-unclear": (
        "handlingarna anger {days:or} som sista dag, så det är inte känt hur lång tid den avser",
        "sista dagen är inte klar, så det är inte känt hur lång tid den avser",
    ),
    "repayment-unread": ("ingen har läst vad av den som betalas tillbaka, eller hur det räknas",),
    "covers-unknown": ("inget säger vilka dagar den avsåg",),
    "amount-unknown": ("vad som betalades är inte känt",),
    "indexation-unread": ("ingen har läst om ersättningen följer ett index",),
    "index-conflict": (
        (
            "indexklausulerna säger emot varandra ({indices} från och med {first_days:or}), och"
            " ingen har klarlagt vilken som gäller"
        ),
        "indexklausulerna säger emot varandra, och ingen har klarlagt vilken som gäller",
    ),
    "no-observation": (
        "inget {index} för {years} är registrerat som var publicerat den efterfrågade dagen",
        "inget indextal är registrerat som var publicerat den efterfrågade dagen",
    ),
    "observation-unread": (
        "{index} för {years} är publicerat; vad det är, är inte registrerat",
        "ett indextal är publicerat; vad det är, är inte registrerat",
    ),
    "observations-disagree": (
        "de registrerade talen av {index} för {years} skiljer sig åt",
        "de registrerade indextalen skiljer sig åt",
    ),
}
