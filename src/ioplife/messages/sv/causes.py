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
    "notice_given": ("{by} sade upp överenskommelsen", "överenskommelsen sades upp"),
    "renewal_decided": ("{by} beslutade om förnyelse", "förnyelse beslutades"),
    "ending_decided": (
        "{by} beslutade att överenskommelsen upphör med sin period",
        "det beslutades att överenskommelsen upphör med sin period",
    ),
    "rescinded": ("parterna kom överens om att upphäva överenskommelsen",),
    "ending_lifted": ("parterna kom överens om att ett avslut inte längre gäller",),
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
    "~starts": ("första dagen, {first_day}, har kommit", "första dagen har kommit"),
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
