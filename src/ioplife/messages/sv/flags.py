"""What each flag says, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

FLAGS: Final[Mapping[str, Variants]] = {
    "ends": (
        "överenskommelsen upphör {last_day}, {when}",
        "överenskommelsen upphör {last_day}",
        "överenskommelsen upphör",
    ),
    "ended-undecided": (
        "överenskommelsen upphörde {last_day}, {when}, och det är inte beslutat vad som följer",
        "överenskommelsen upphörde {last_day}, och det är inte beslutat vad som följer",
        "överenskommelsen har upphört, och det är inte beslutat vad som följer",
    ),
    "renewed": (
        "{successor} följer på överenskommelsen, som upphör {last_day}",
        "{successor} följer på överenskommelsen",
        "en ny överenskommelse följer på den här",
    ),
    "not-renewed": (
        "det är beslutat att inte förnya överenskommelsen, som upphör {last_day}",
        "det är beslutat att inte förnya överenskommelsen",
    ),
    "successor-missing": (
        (
            "förnyelse är beslutad, men ingen ny överenskommelse är registrerad; den nuvarande"
            " upphör {last_day}"
        ),
        "förnyelse är beslutad, men ingen ny överenskommelse är registrerad",
    ),
    "signature-missing": (
        "undertecknande av {parties} är inte registrerat; första dagen är {first_day}",
        "undertecknande av {parties} är inte registrerat",
        "undertecknanden är inte registrerade",
    ),
    "starts": (
        "överenskommelsen träder i kraft {first_day}, {when}",
        "överenskommelsen träder i kraft {first_day}",
        "överenskommelsen är undertecknad och ska träda i kraft",
    ),
    "condition-open": (
        "godkännandet väntar fortfarande på: {condition}; första dagen är {first_day}",
        "godkännandet väntar fortfarande på: {condition}",
        "det är inte klart om godkännandet fortfarande väntar på något",
    ),
    "end-unknown": (
        "händelse {doubts} avslutar den senast {last_day}, på en dag som ingen har angett",
        "händelse {doubts} avslutar den, på en dag som ingen har angett",
        "sista dagen är inte känd; en handling från {seen} visar att den gällde",
        "sista dagen är inte känd",
    ),
    "end-conflict": (
        "det är inte klarlagt vilken dag som är den sista: {readings:or}",
        "det är inte klarlagt vilken dag som är den sista",
    ),
    "end-inexact": (
        'handlingen anger sista dagen bara som {precision}, "{text}"; den läses som {last_day}',
        "handlingen anger sista dagen bara som {precision}; den läses som {last_day}",
        "handlingen anger inte den exakta sista dagen",
    ),
    "open-ended": ("överenskommelsen gäller tills vidare",),
    "record-conflict": (
        "händelse {number} ({tag}) har ingen verkan: {anomaly}",
        "händelse {number} ({tag}) har ingen verkan där den står",
        "en registrerad händelse har ingen verkan där den står",
    ),
}
