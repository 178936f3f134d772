"""What events, states and the values of facts are called, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

EVENTS: Final[Mapping[str, str]] = {
    "initiated": "initiativ",
    "assessed": "bedömning",
    "proposed": "förslag till beslut",
    "remitted": "återremiss",
    "tabled": "bordläggning",
    "approved": "godkännande",
    "condition_met": "uppfyllt villkor",
    "condition_failed": "uteblivet villkor",
    "declined": "avslag",
    "withdrawn": "återtagande av initiativet",
    "adjusted": "justering av protokollet",
    "announced": "tillkännagivande på anslagstavlan",
    "announcement_removed": "nedtagande av anslaget",
    "appealed": "överklagande",
    "stayed": "inhibition",
    "stay_lifted": "upphävd inhibition",
    "appeal_dismissed": "avslaget eller avvisat överklagande",
    "annulled": "upphävande av ett beslut",
    "signed": "undertecknande",
    "entered": "införande i registret",
    "started": "registrerat ikraftträdande",
    "follow_up_called": "begäran om uppföljning",
    "change_raised": "anmälan om ändrade förutsättningar",
    "followed_up": "uppföljning",
    "fulfilled": "fullgörande",
    "waived": "avstående",
    "amended": "ändring av överenskommelsen",
    "notice_given": "uppsägning",
    "renewal_decided": "beslut om förnyelse",
    "ending_decided": "beslut om avslut",
    "extended": "förlängning",
    "rescinded": "upphävande",
    "ending_lifted": "återkallande av ett avslut",
    "demand_made": "anmaning om rättelse",
    "demand_corrected": "rättelse efter anmaning",
    "cancelled": "hävning",
    "party_left": "en parts utträde",
    "voided": "ogiltighet",
    "renewed": "förnyelse",
    "closed": "slutreglering",
    "noted": "anteckning",
    "resolved": "tolkning",
    "corrected": "rättelse",
    "~amends": "en ändring börjar gälla",
    "~starts": "ikraftträdande",
    "~extends": "automatisk förlängning",
    "~runs-out": "överenskommelsens upphörande",
    "~follow-up-opens": "uppföljning inleds",
    "~follow-up-closes": "uppföljning avslutas",
}

STATES: Final[Mapping[str, str]] = {
    "nothing": "inte påbörjad",
    "initiative": "initiativ",
    "proposed": "föreslagen",
    "approved": "godkänd",
    "signed": "undertecknad",
    "active": "aktiv",
    "follow_up": "uppföljning",
    "renewed": "förnyad",
    "terminated": "avslutad",
    "declined": "avslagen",
}

WORDS: Final[Mapping[str, str]] = {
    # sectors
    "public": "offentlig",
    "civil": "idéburen",
    "other": "annan",
    # kinds of agreement
    "iop": "ett partnerskap",
    "lou_partnership": "ett partnerskap enligt upphandlingslagen",
    "esf_project": "ett ESF-projekt",
    "joint_project": "ett gemensamt projekt",
    "agreement": "ett avtal av annat slag",
    # kinds of body
    "council": "fullmäktige",
    "board": "en nämnd",
    "administration": "en förvaltning",
    "delegate": "en delegat",
    # how exactly a day is given
    "day": "dag",
    "month": "månad",
    "season": "årstid",
    # what is owed
    "follow_up": "uppföljning",
    "meeting": "möte",
    "report": "rapport",
    "payment": "utbetalning",
    "assessment": "bedömning av mål",
    # what can be resolved
    "first_day": "första dagen",
    "last_day": "sista dagen",
    "indexation": "uppräkningen",
    "total": "totalsumman",
    "contributions": "insatsen",
    "disbursements": "ersättningen",
    # what notice is given under
    "renewal": "en klausul om förlängning",
    "notice": "en uppsägningsklausul",
    # why an event has no effect
    "the state entered has a higher rank": "det läge som förs in kommer senare i livet",
    "no first day can be read": "ingen första dag går att läsa",
    "it answers what was owed": "den avser ett tillfälle i åtagandena",
    "it expired or was not renewed": "den löpte ut eller inte förnyades",
    "wrong-state": "den kan inte ske i det läge den möter",
    "no-effect-without-clause": "klausulen den vilar på är inte registrerad, eller anger ingen tid",
    "no-such-event": "den avser inget som är registrerat",
}

BASES: Final[Mapping[str, str]] = {
    "agreement": "överenskommelsen",
    "decision": "ett beslut",
    "law": "lag",
    "proposal": "ett förslag",
    "administration": "förvaltningens egen beskrivning",
}
