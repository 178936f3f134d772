"""What a plan says: how each of its days is come by, or why it is not there, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

PLANNED: Final[Mapping[str, Variants]] = {
    "target-notice": (
        "sista dag för uppsägning; annars förlängs överenskommelsen av sig själv efter {last_day}",
        "sista dag för uppsägning; annars förlängs överenskommelsen av sig själv",
    ),
    "target-option": (
        "sista dag att använda rätten att förlänga; annars upphör överenskommelsen {last_day}",
        "sista dag att använda rätten att förlänga",
    ),
    "target-last-day": ("överenskommelsens sista dag",),
    "target-earliest": (
        "det är inte klarlagt vilken dag som är den sista, så den tidigaste räknas: {readings:or}",
        "det är inte klarlagt vilken dag som är den sista, så den tidigaste räknas",
    ),
    "decide-lead": (
        "sista dagen från vilken {lead} ryms till och med {target}",
        "sista dagen från vilken framförhållningen ryms",
    ),
    "decide-no-lead": (
        "ingen framförhållning är satt för beslutet, så det kan vänta till {target}",
        "ingen framförhållning är satt för beslutet",
    ),
    "meeting-last": (
        "sista sammanträdet i {board} senast {decide_by}; det har varit, och nästa är {next}",
        "sista sammanträdet senast {decide_by}; det har varit, och nästa är {next}",
        "sista sammanträdet i {board} senast {decide_by}",
        "sista sammanträdet senast {decide_by}",
        "sista sammanträdet i tid",
    ),
    "papers-lead": (
        "sista dagen från vilken {lead} ryms till och med {decision}",
        "sista dagen från vilken framförhållningen ryms till och med beslutet",
    ),
    "follow-up-before": (
        (
            "den senaste som ska vara gjord före {decision}: {duty} nr {occurrence}, gjord"
            " (händelse {number})"
        ),
        "den senaste som ska vara gjord före {decision}: {duty} nr {occurrence}",
        "den senaste uppföljningen som ska vara gjord före beslutet",
    ),
    "plan-not-binding": (
        "inget att planera: alla har inte undertecknat, eller så är den slut (läge: {state})",
        "inget att planera: alla har inte undertecknat, eller så är den slut",
    ),
    "plan-decided": (
        "inget att planera: händelse {number} beslutar vad som följer",
        "inget att planera: det är beslutat vad som följer",
    ),
    "plan-ended": (
        "inget att planera: händelse {number} avslutar överenskommelsen",
        "inget att planera: överenskommelsen är på väg att upphöra",
    ),
    "renewal-uncounted": (
        (
            "överenskommelsen förlängs av sig själv efter {period_last} om den inte sägs upp, och"
            " ingen har läst när senast eller hur länge"
        ),
        "ingen har läst när, eller hur länge, överenskommelsen förlängs av sig själv",
    ),
    "renewal-unread": (
        "ingen har läst om en dag för uppsägning, eller för förlängning, kommer före slutet",
    ),
    "no-meetings": ("inga av nämndens sammanträden är kända",),
    "no-meeting-in-time": (
        "inget sammanträde hålls senast {decide_by}; det första är {meeting}",
        "inget sammanträde hålls i tid",
    ),
    "meetings-end": (
        (
            "de sammanträden som är kända slutar {meeting}; det sista senast {decide_by} är inte"
            " bland dem"
        ),
        "de sammanträden som är kända slutar före det sista i tid",
    ),
    "meeting-of-whom": (
        "det är inte känt om {board}, som sammanträder {meeting}, är överenskommelsens nämnd",
        "det är inte känt om ett sammanträde är i överenskommelsens nämnd",
    ),
    "no-papers-lead": ("ingen framförhållning är satt för handlingarna till ett sammanträde",),
}
