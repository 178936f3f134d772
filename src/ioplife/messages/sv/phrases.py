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
    "column-day": "dag",
    "column-state": "läge",
    "column-event": "händelse",
    "column-why": "varför",
    "reason-expired": "löpte ut",
    "reason-not_renewed": "förnyades inte",
    "reason-notice": "uppsagd",
    "reason-rescinded": "upphävd",
    "reason-declined": "avslag",
    "reason-withdrawn": "återtagen",
    "reason-condition_failed": "villkoret uppfylldes inte",
    "reason-referred": "hänvisad till annat",
    "reason-unknown": "varför är inte känt",
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
