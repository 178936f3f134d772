"""What stands around the answers of the command, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PHRASES: Final[Mapping[str, str]] = {
    "of-event": "händelse {number} ({event}): {sentence}",
    # what draw tells
    "stands": "{agreement} är i läget {state}",
    # what show tells
    "in-force-yes": "i kraft",
    "in-force-no": "inte i kraft",
    "in-force-unknown": "det är inte känt om den är i kraft",
    "first-day": "första dag {first_day}",
    "first-day-unknown": "första dagen är inte känd",
    "last-day": "sista dag {last_day}, {when}",
    "waits": "händelse {number} ({event}) väntar på svar",
    "no-effect": "utan verkan: {anomaly}",
    "more": "och {more} till",
    "open": "Att se till",
    "happened": "Vad som har hänt",
    "coming": "Vad som väntar",
    "duties": "Vad som ska göras",
    "money": "Vad som betalas ut",
    "ordinal": "nr {number}",
    "span": "{first} till {last}",
    "from-day": "från {first}",
    "by-event": "{progress} (händelse {number})",
    "who-unknown": "vem är inte känt",
    "progress-coming": "kommande",
    "progress-open": "öppen",
    "progress-fulfilled": "gjord",
    "progress-waived": "avstådd",
    "progress-overdue": "försenad",
    "progress-unrecorded": "inte registrerad",
    "amount-unknown": "inte känt",
    "step": "{index} {year}: {percent:%} från {first}",
    "step-preliminary": "{index} {year}: {percent:%} från {first}, preliminärt",
    "provisional": "det kan ändras: ett preliminärt värde räknas med",
    "undated": "ett värde räknas med som ingen vet när det publicerades",
    "share": "De offentliga parterna står för {share:%} av det hela.",
    "indices": "Indexvärden: de som följer med ioplife, {index} för {first} till {last}.",
    "indices-own": (
        "Indexvärden: de i {file}, och i övrigt de som följer med ioplife, {index} för {first}"
        " till {last}."
    ),
    "duties-unread": "Ingen har läst vad överenskommelsen kräver ska göras.",
    "goals-unread": "Ingen har läst vilka effekter överenskommelsen syftar till.",
    "payments-unread": "Ingen har läst när det betalas ut.",
    "owed-once-signed": "Inget ska göras innan överenskommelsen är undertecknad.",
    "owed-unclear": "Det räknas inte ut medan den första dagen inte är klar.",
    "owed-none": "Inget tillfälle infaller under perioden.",
    "column-due": "senast",
    "column-duty": "vad",
    "column-number": "nummer",
    "column-window": "inom",
    "column-progress": "hur långt",
    "column-who": "vem",
    "column-basis": "vilar på",
    "column-nominal": "före index",
    "column-amount": "belopp",
    "column-split": "till vem",
    "column-days": "dagar",
    "column-step": "vad",
    "column-source": "källa",
    "column-day": "dag",
    "column-state": "läge",
    "column-event": "händelse",
    "column-why": "varför",
    "reason-expired": "löpte ut",
    "reason-not_renewed": "förnyades inte",
    "reason-notice": "uppsagd",
    "reason-rescinded": "upphävd",
    "reason-void": "ogiltig",
    "reason-breach": "hävd",
    "reason-party_left": "en part lämnade",
    "reason-annulled": "beslutet upphävdes",
    "reason-declined": "avslag",
    "reason-withdrawn": "återtagen",
    "reason-condition_failed": "villkoret uppfylldes inte",
    "reason-referred": "hänvisad till annat",
    "reason-unknown": "varför är inte känt",
    # what plan tells
    "plan-follow_up": "uppföljning",
    "plan-papers_by": "handlingar",
    "plan-meeting": "sammanträde",
    "plan-decide_by": "beslut",
    "plan-target-notice": "uppsägning",
    "plan-target-option": "förlängning",
    "plan-target-last-day": "slut",
    "plan-target-earliest": "slut",
    # what check finds
    "mistake": "fel",
    "warning": "varning",
    "not_yet": "ännu inte",
    "found": (
        "{agreements} {agreements:överenskommelse läst|överenskommelser lästa}: "
        "{mistakes} fel, {warnings} {warnings:varning|varningar}, "
        "{unfinished} ännu inte"
    ),
}
