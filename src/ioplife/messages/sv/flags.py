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
    "notice-latest": (
        (
            "överenskommelsen förlängs av sig själv från {period_first}, om den inte sägs upp"
            " senast {latest}, {when}"
        ),
        (
            "överenskommelsen förlängs av sig själv från {period_first}, om den inte sägs upp"
            " senast {latest}"
        ),
        (
            "händelse {decided} beslutar att överenskommelsen upphör, men den gäller tills vidare"
            " och ska sägas upp senast {latest}, {when}"
        ),
        (
            "händelse {decided} beslutar att överenskommelsen upphör, men den gäller tills vidare"
            " och ska sägas upp senast {latest}"
        ),
        (
            "händelse {decided} beslutar att överenskommelsen upphör, men den gäller tills vidare"
            " och är ännu inte uppsagd"
        ),
        "överenskommelsen fortsätter, om den inte sägs upp",
    ),
    "extends-automatically": (
        (
            "ingen uppsägning är registrerad, så överenskommelsen förlängs av sig själv från"
            " {period_first}, {when}, till och med {period_last}, som period {number}"
        ),
        (
            "ingen uppsägning är registrerad, så överenskommelsen förlängs av sig själv från"
            " {period_first} till och med {period_last}, som period {number}"
        ),
        (
            "ingen uppsägning är registrerad, så överenskommelsen förlängs av sig själv från"
            " {period_first}"
        ),
        "ingen uppsägning är registrerad, så överenskommelsen förlängs av sig själv",
    ),
    "option-latest": (
        (
            "rätten att förlänga överenskommelsen efter {last_day} ska användas senast {latest},"
            " {when}, om den ska användas"
        ),
        (
            "rätten att förlänga överenskommelsen ska användas senast {latest}, {when}, om den ska"
            " användas"
        ),
        "rätten att förlänga överenskommelsen ska användas senast {latest}, om den ska användas",
        (
            "det finns en rätt kvar att förlänga överenskommelsen; när den senast ska användas är"
            " inte känt"
        ),
    ),
    "appeal-ends": (
        (
            "sista dag att överklaga händelse {decision} ({tag}) är {appeal_ends}, {when}; den är"
            " överklagad, genom händelse {appeals}"
        ),
        "sista dag att överklaga händelse {decision} ({tag}) är {appeal_ends}, {when}",
        "sista dag att överklaga händelse {decision} ({tag}) är {appeal_ends}",
        "ett beslut kan fortfarande överklagas",
    ),
    "announcement-broken": (
        (
            "tillkännagivandet av händelse {decision} ({tag}) togs ner {removed}, innan tiden att"
            " överklaga var ute; det får laga kraft först när det har tillkännagetts på nytt under"
            " hela den tiden"
        ),
        (
            "tillkännagivandet av ett beslut togs ner innan tiden att överklaga var ute; det får"
            " laga kraft först när det har tillkännagetts på nytt under hela den tiden"
        ),
    ),
    "decide-by": (
        (
            "det ska beslutas på sammanträdet {meeting}, {when}, om överenskommelsen ska sägas upp"
            " senast {notice}"
        ),
        (
            "det ska beslutas senast {decide_by}, {when}, om överenskommelsen ska sägas upp senast"
            " {notice}"
        ),
        (
            "det ska beslutas på sammanträdet {meeting}, {when}, om rätten att förlänga ska"
            " användas senast {option}"
        ),
        (
            "det ska beslutas senast {decide_by}, {when}, om rätten att förlänga ska användas"
            " senast {option}"
        ),
        (
            "det ska beslutas på sammanträdet {meeting}, {when}, vad som följer på"
            " överenskommelsen, som upphör {last_day}"
        ),
        (
            "det ska beslutas senast {decide_by}, {when}, vad som följer på överenskommelsen, som"
            " upphör {last_day}"
        ),
        "det ska beslutas vad som följer på överenskommelsen",
    ),
    "papers-by": (
        (
            "handlingarna om vad som följer ska lämnas in senast {papers_by}, {when}, till"
            " sammanträdet {meeting}"
        ),
        (
            "handlingarna om vad som följer ska lämnas in senast {papers_by}, {when}, för beslut"
            " senast {decide_by}, {when}"
        ),
        "handlingarna om vad som följer ska lämnas in",
    ),
    "follow-up-due": (
        (
            "uppföljning nr {occurrence} ({duty}) ska vara gjord {due}, {when}; handlingen anger"
            ' dagen bara som {precision}, "{text}"'
        ),
        (
            "uppföljning nr {occurrence} ({duty}) ska vara gjord {due}, {when}, och får göras till"
            " och med {last}"
        ),
        "uppföljning nr {occurrence} ({duty}) ska vara gjord {due}, {when}",
        "uppföljning nr {occurrence} ({duty}) ska vara gjord {due}",
        "en uppföljning ska göras",
    ),
    "meeting-due": (
        (
            "möte nr {occurrence} ({duty}) ska vara hållet {due}, {when}; handlingen anger"
            ' dagen bara som {precision}, "{text}"'
        ),
        (
            "möte nr {occurrence} ({duty}) ska vara hållet {due}, {when}, och får hållas till"
            " och med {last}"
        ),
        "möte nr {occurrence} ({duty}) ska vara hållet {due}, {when}",
        "möte nr {occurrence} ({duty}) ska vara hållet {due}",
        "ett möte ska hållas",
    ),
    "report-due": (
        (
            "rapport nr {occurrence} ({duty}) ska vara lämnad {due}, {when}; handlingen anger"
            ' dagen bara som {precision}, "{text}"'
        ),
        (
            "rapport nr {occurrence} ({duty}) ska vara lämnad {due}, {when}, och får lämnas till"
            " och med {last}"
        ),
        "rapport nr {occurrence} ({duty}) ska vara lämnad {due}, {when}",
        "rapport nr {occurrence} ({duty}) ska vara lämnad {due}",
        "en rapport ska lämnas",
    ),
    "payment-due": (
        "utbetalning nr {occurrence} ({label}), på {amount:kr}, ska göras senast {due}, {when}",
        "utbetalning nr {occurrence} ({label}) ska göras senast {due}, {when}",
        "utbetalning nr {occurrence} ({label}) ska göras senast {due}",
        "utbetalning nr {occurrence}, på {amount:kr}, ska göras senast {due}, {when}",
        "utbetalning nr {occurrence} ska göras senast {due}, {when}",
        "utbetalning nr {occurrence} ska göras senast {due}",
        "en utbetalning ska göras",
    ),
    "follow-up-overdue": (
        (
            "uppföljning nr {occurrence} ({duty}) skulle ha gjorts {due}, {when}; ingen är"
            ' registrerad, och handlingen anger dagen bara som {precision}, "{text}"'
        ),
        (
            "uppföljning nr {occurrence} ({duty}) skulle ha gjorts {due}, {when}, och kunde göras"
            " till och med {last}; ingen är registrerad"
        ),
        (
            "uppföljning nr {occurrence} ({duty}) skulle ha gjorts {due}, {when}; ingen är"
            " registrerad"
        ),
        "uppföljning nr {occurrence} ({duty}) skulle ha gjorts {due}; ingen är registrerad",
        "en uppföljning skulle ha gjorts; ingen är registrerad",
    ),
    "meeting-overdue": (
        (
            "möte nr {occurrence} ({duty}) skulle ha hållits {due}, {when}; inget är"
            ' registrerat, och handlingen anger dagen bara som {precision}, "{text}"'
        ),
        (
            "möte nr {occurrence} ({duty}) skulle ha hållits {due}, {when}, och kunde hållas"
            " till och"
            " med {last}; inget är registrerat"
        ),
        "möte nr {occurrence} ({duty}) skulle ha hållits {due}, {when}; inget är registrerat",
        "möte nr {occurrence} ({duty}) skulle ha hållits {due}; inget är registrerat",
        "ett möte skulle ha hållits; inget är registrerat",
    ),
    "report-overdue": (
        (
            "rapport nr {occurrence} ({duty}) skulle ha lämnats {due}, {when}; ingen är"
            ' registrerad, och handlingen anger dagen bara som {precision}, "{text}"'
        ),
        (
            "rapport nr {occurrence} ({duty}) skulle ha lämnats {due}, {when}, och kunde lämnas"
            " till"
            " och med {last}; ingen är registrerad"
        ),
        "rapport nr {occurrence} ({duty}) skulle ha lämnats {due}, {when}; ingen är registrerad",
        "rapport nr {occurrence} ({duty}) skulle ha lämnats {due}; ingen är registrerad",
        "en rapport skulle ha lämnats; ingen är registrerad",
    ),
    "payment-overdue": (
        (
            "utbetalning nr {occurrence} ({label}), på {amount:kr}, skulle ha gjorts senast"
            " {due}, {when}; ingen är registrerad"
        ),
        (
            "utbetalning nr {occurrence} ({label}) skulle ha gjorts senast {due}, {when}; ingen"
            " är registrerad"
        ),
        "utbetalning nr {occurrence} ({label}) skulle ha gjorts senast {due}; ingen är registrerad",
        (
            "utbetalning nr {occurrence}, på {amount:kr}, skulle ha gjorts senast {due}, {when};"
            " ingen är registrerad"
        ),
        "utbetalning nr {occurrence} skulle ha gjorts senast {due}, {when}; ingen är registrerad",
        "utbetalning nr {occurrence} skulle ha gjorts senast {due}; ingen är registrerad",
        "en utbetalning skulle ha gjorts; ingen är registrerad",
    ),
    "unrecorded": (
        (
            "{count} {count:tillfälle|tillfällen} av {duty}, från tiden före införandet i"
            " registret, är inte {count:registrerat|registrerade}: {days}"
        ),
        (
            "{count} {count:tillfälle|tillfällen} av {duty}, från tiden före införandet i"
            " registret, är inte {count:registrerat|registrerade}"
        ),
        "en del av det som skulle ha gjorts före införandet i registret är inte registrerat",
    ),
    "index-step": (
        "det som betalas ut räknas upp med {index} från {step}, {when}",
        "det som betalas ut räknas upp med {index} från {step}",
        "det som betalas ut räknas upp med sitt index",
    ),
    "assessment-due": (
        'målet {goal}, "{text}", ska bedömas från {due}, {when}; ingen bedömning är registrerad',
        "målet {goal} ska bedömas från {due}, {when}; ingen bedömning är registrerad",
        "målet {goal} ska bedömas från {due}; ingen bedömning är registrerad",
        "ett mål ska bedömas",
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
    "cure-ends": (
        "det som händelse {number} kräver rättat ska vara rättat senast {cure_ends}, {when}",
        "det som händelse {number} kräver rättat ska vara rättat senast {cure_ends}",
        "ett avtalsbrott ska rättas (händelse {number}); när senast är inte känt",
        "ett avtalsbrott ska rättas",
    ),
    "end-unknown": (
        "händelse {doubts} avslutar den senast {last_day}, på en dag som ingen har angett",
        "händelse {doubts} avslutar den, på en dag som ingen har angett",
        (
            "överenskommelsen förlängs av sig själv efter {period_last} om den inte sägs upp, och"
            " ingen har läst när senast eller hur länge"
        ),
        "sista dagen är inte känd; handlingar visar att den gällde till och med {seen}",
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
    "index-conflict": (
        (
            "det är inte klarlagt hur utbetalningen {payment} räknas upp med {index:or}:"
            " handlingarna anger {readings:or} som första uppräkning"
        ),
        (
            "det är inte klarlagt hur det som betalas ut räknas upp med {index:or}:"
            " handlingarna anger {readings:or} som första uppräkning"
        ),
        "det är inte klarlagt hur det som betalas ut räknas upp",
    ),
    "record-conflict": (
        "händelse {number} ({tag}) har ingen verkan: {anomaly}",
        "händelse {number} ({tag}) har ingen verkan där den står",
        "en registrerad händelse har ingen verkan där den står",
    ),
}
