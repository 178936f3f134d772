"""What deserves a second look, in Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ioplife.messages.table import Variants

REMARKS: Final[Mapping[str, Variants]] = {
    "amendment-leaves-out": (
        (
            "händelse {number} ({tag}) anger alla villkor på nytt och utelämnar det som var läst"
            " tidigare: {keys}"
        ),
        "en ändring utelämnar det som var läst tidigare",
    ),
    "cure-longer-than-notice": (
        "ett avtalsbrott får rättas längre ({cure}) än uppsägningen tar ({length})",
        "ett avtalsbrott får rättas längre än uppsägningen tar",
    ),
    "duty-never-due": (
        "{duties} infaller ingen dag från och med {first_day} till och med {last_day}",
        "ett åtagande infaller ingen dag under överenskommelsen",
    ),
    "event-to-come": (
        "händelse {number} ({tag}) är daterad {day}, efter {on}",
        "en registrerad händelse är daterad efter den dag som frågan gäller",
    ),
    "goal-beyond-period": (
        (
            "{goals:målet|målen} {goals}: ska märkas från {day}, efter sista dagen, {last_day},"
            " då överenskommelsen är slut"
        ),
        "ett mål ska märkas efter sista dagen",
    ),
    "index-conflict": (
        "klausulerna om uppräkning säger olika: {indices:or} från {readings:or}",
        "klausulerna om uppräkning säger olika",
    ),
    "link-circle": (
        "den följer på sig själv, genom andra: {circle}",
        "den följer på sig själv, genom andra",
    ),
    "link-gap": (
        "inget gäller {period_first} till {period_last}, mellan {earlier} och den här",
        "inget gäller under några dagar mellan den här och den föregående",
    ),
    "link-one-sided": (
        "{denied:?}{named_by} anger den som efterföljare, men den följer på en annan, eller ingen",
        "{denied:?}{followed_by} anger att den följer på den, men en annan är registrerad",
        "{named_by} anger den som efterföljare, men ingen har läst vad den följer på",
        "{followed_by} anger att den följer på den, men ingen efterföljare är registrerad",
        "bara den ena sidan anger att den ena överenskommelsen följer på den andra",
    ),
    "link-overlap": (
        "både {earlier} och den här gäller {period_first} till {period_last}",
        "både {earlier} och den här gäller från {period_first}",
        "både den här och den föregående gäller under några dagar",
    ),
    "norm-out-of-scope": (
        "överenskommelsen har ett eget {name} för {scope}, och det är ingen nämnd hos parterna",
        "överenskommelsen har ett eget riktmärke för ingen nämnd hos parterna",
    ),
    "notice-longer-than-extension": (
        (
            "uppsägning mot den andra förlängningen ska ske senast {latest}, innan den första har"
            " börjat: uppsägningstiden är längre än förlängningen"
        ),
        "uppsägningstiden ({notice_before}) är längre än förlängningen ({length})",
        "uppsägningstiden är längre än förlängningen",
    ),
    "notice-longer-than-period": (
        "uppsägning mot en förlängning ska ske senast {latest}, före första dagen, {first_day}",
        (
            "uppsägning på första dagen skulle avsluta överenskommelsen {day}, efter sista dagen,"
            " {last_day}"
        ),
        "uppsägningstiden är lika lång som hela perioden eller längre",
    ),
    "option-never-in-time": (
        "rätten att förlänga ska användas senast {latest}, före första dagen, {first_day}",
        "rätten att förlänga kan aldrig användas i tid",
    ),
    "paid-twice": (
        (
            "{disbursement} betalas av flera planer från {first_day} till {last_day}: {plans}; var"
            " och en betalar hela beloppet"
        ),
        "en ersättning betalas av flera planer på samma gång",
    ),
    "readings-differ": (
        "{what} anges på sätt som skiljer sig åt: {readings:or}",
        "{what} anges på sätt som skiljer sig åt: {amounts:or} kr",
        "något anges på sätt som skiljer sig åt",
    ),
    "renewal-open-ended": (
        "överenskommelsen gäller tills vidare och har ändå en klausul om förlängning",
    ),
    "renewal-unread": (
        "ingen har läst om överenskommelsen förlängs efter {last_day}",
        "ingen har läst om överenskommelsen förlängs efter sista dagen",
    ),
    "unit-slip": (
        "{what} är {amount:kr} och totalsumman är {total:kr}: har enheten blivit fel?",
        "{what} är {amount:kr}, mer än {most:kr}: har enheten blivit fel?",
        "ett belopp är svårt att tro på: har enheten blivit fel?",
    ),
    "unpaid": (
        "ingen plan betalar {disbursement} från {first_day} till {last_day}",
        "ingen plan betalar {disbursement} från och med {first_day}",
        "ingen plan betalar en ersättning under en del av den tid den gäller",
    ),
    "unread": (
        "ingen har läst, eller ingen handling säger: {keys}",
        "något är inte läst",
    ),
}
