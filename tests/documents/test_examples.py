"""The shipped examples, against what the papers say, worked out by hand."""

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

from ioplife.agreement import Agreement
from ioplife.dates import Period
from ioplife.documents import dumps, load, load_all, loads
from ioplife.duties import Duty, Fixed, Goal, Horizon, InMonths, PerWindow
from ioplife.events import Entered, FollowedUp
from ioplife.sources import Source
from ioplife.terms import (
    UNKNOWN,
    Absent,
    Body,
    Contribution,
    Description,
    Disbursement,
    IndexClause,
    Party,
    PaymentPlan,
    Reading,
    Stated,
    StatedSum,
    Sum,
    Terms,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "linkoping"
FILES = sorted(EXAMPLES.glob("*.toml"))

AGREED = "SON 2021-404"
MEMO_2023 = "SON 2021-404, tjänsteskrivelse 2023-05-08"
MEMO_2017 = "Tjänsteskrivelse IOP IOGT-NTO och Sionförsamlingen"
REPORT = "SON 2019-1251"


def test_there_are_eleven() -> None:
    assert [
        "amn-bromodellen.toml",
        "amn-hoppfull-framtid.toml",
        "amn-inkludering.toml",
        "amn-spraktraning.toml",
        "amn-sprakvanner.toml",
        "arena-ryds-herrgard.toml",
        "aterbruket.toml",
        "drivbank.toml",
        "iogt-nto-sion.toml",
        "linkstep.toml",
        "son-2021-404.toml",
    ] == [file.name for file in FILES]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_id_is_the_file_name(file: Path) -> None:
    assert file.stem == load(file).id


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_example_survives_json(file: Path) -> None:
    agreement = load(file)

    assert agreement == loads(dumps(agreement), format="json")


def test_json_can_be_read_by_people_too() -> None:
    assert '"name": "Linköpings kommun"' in dumps(load(EXAMPLES / "son-2021-404.toml"))


def test_the_folder_is_read_whole() -> None:
    loaded = load_all(EXAMPLES)

    assert () == loaded.mistakes
    assert [file.stem for file in FILES] == [one.id for one in loaded.agreements]
    assert (11, 1) == (loaded.files, loaded.others)


def test_son_2021_404_says_what_its_papers_say() -> None:
    place_4, place_5, place_8, place_12, place_13 = (
        Source(AGREED, f"§ {n}") for n in (4, 5, 8, 12, 13)
    )
    years = "under två år från och med 2021-10-01 till och med 2023-09-30"
    terms = Terms(
        kind="iop",
        parties=[
            Party(
                "linkoping",
                "Linköpings kommun",
                sector="public",
                bodies=[
                    Body("son", "Social- och omsorgsnämnden", kind="board", source=place_8),
                    Body(
                        "sof",
                        "Social- och omsorgsförvaltningen",
                        kind="administration",
                        source=Source(AGREED, "§ 9"),
                    ),
                ],
                source=place_8,
            ),
            Party("stadsmissionen", "Linköpings Stadsmission", sector="civil", source=place_8),
            Party(
                "domkyrkopastoratet",
                "Linköpings Domkyrkopastorat",
                sector="civil",
                source=place_8,
            ),
        ],
        first_day=Stated([Reading("2021-10-01", text=years, source=place_13)]),
        last_day=Stated([Reading("2023-09-30", text=years, source=place_13)]),
        length="P2Y",
        renewal=Absent(place_13),
        notice=Absent(place_13),
        breach=Absent(Source("SON 2021-404")),
        repayment=Absent(Source("SON 2021-404")),
        total=StatedSum(
            [
                Sum(
                    2_150_000,
                    text="Överenskommelsens ekonomiska omfattning är 2 150 000 kr per år.",
                    source=place_12,
                )
            ]
        ),
        contributions=[
            Contribution(
                "linkoping",
                1_000_000,
                form="cash",
                text="Social- och omsorgsnämnden bidrar med 1 000 000 kr per år",
                source=place_12,
            ),
            Contribution(
                "stadsmissionen",
                700_000,
                form="in_kind",
                text="Linköpings Stadsmission med insatser till ett värde av 700 000 kr per år",
                source=place_12,
            ),
            Contribution(
                "domkyrkopastoratet",
                450_000,
                form="in_kind",
                text="Linköpings Domkyrkopastorat med insatser till ett värde av 450 000 kr per år",
                source=place_12,
            ),
        ],
        disbursements=[
            Disbursement(
                "stadsmissionen",
                700_000,
                text="700 000 kr till Stadsmissionen för Uppsökande",
                source=place_12,
            ),
            Disbursement(
                "domkyrkopastoratet",
                300_000,
                text="300 000 kr till Linköpings Domkyrkopastorat för Migrationsmottagningen",
                source=place_12,
            ),
        ],
        payments=PaymentPlan(
            InMonths([7]),
            who="son",
            text="Utbetalningarna sker en gång per år i juli månad.",
            source=place_12,
        ),
        indexation=[
            IndexClause(
                "OPI",
                "2022-07-01",
                text="Uppräkning sker årligen enligt OPI från och med 2022-07-01.",
                source=place_12,
            ),
            IndexClause(
                "OPI",
                "2022-10-01",
                text=(
                    "Justering av ersättningen sker årsvis fr.o.m. 2022-10-01. Ersättningen "
                    "justeras med omsorgsprisindex (OPI) som publiceras av Sveriges Kommuner och "
                    "Regioner."
                ),
                source=place_12,
            ),
        ],
        duties=[
            Duty(
                "follow-up",
                "follow_up",
                PerWindow(1, "P1Y"),
                who="sof",
                calls="count",
                text=(
                    "dialogmöten mellan parterna minst 1 gång/ år eller då någon av aktörerna "
                    "påkallar behov. Social- och omsorgsförvaltningen ansvarar för att bjuda in "
                    "till gemensamma träffar."
                ),
                source=Source(AGREED, "§ 11"),
            ),
            Duty(
                "operative",
                "meeting",
                PerWindow(1, "P3M"),
                who=["stadsmissionen", "domkyrkopastoratet"],
                calls="count",
                text=(
                    "Den operativa samverkan sammankallas av de idéburna organisationerna en gång "
                    "i kvartalet eller då någon av aktörerna påkallar behov."
                ),
                source=Source(AGREED, "§ 10.5"),
            ),
            Duty(
                "strategic",
                "meeting",
                PerWindow(2, "P1Y"),
                who="linkoping",
                basis="administration",
                text=(
                    "Linköpings kommuns del i partnerskapet handlar om att i två strategiska möten "
                    "per år ser till att återkoppling sker"
                ),
                source=Source(MEMO_2023, "Verksamhetens innehåll"),
            ),
            Duty(
                "annual-report",
                "report",
                PerWindow(1, "P1Y"),
                basis="administration",
                text="En gång om året produceras en årsrapport av utfall.",
                source=Source(MEMO_2023, "Uppföljning och utvärdering"),
            ),
        ],
        goals=[
            Goal(
                "short-meeting-points",
                Horizon("P6M"),
                text=(
                    "Etablera befintliga mötespunkter som en trygg plats för alla individer som "
                    "söker sig dit, nya som gamla."
                ),
                source=place_4,
            ),
            Goal(
                "short-knowledge",
                Horizon("P6M"),
                text=(
                    "Öka kunskapen inom kommunen om IOPns mål och vilken målgrupp som är i fokus."
                ),
                source=place_4,
            ),
            Goal(
                "long-knowledge",
                Horizon("P2Y", beyond=True),
                text=(
                    "Ökad kunskap bland kommunens medarbetare som berörs av målgruppens "
                    "aktiviteter om vilka levnadsvillkor målgruppen lever under."
                ),
                source=place_4,
            ),
            Goal(
                "long-cooperation",
                Horizon("P2Y", beyond=True),
                text=(
                    "Strategisk samverkan mellan myndigheter i syfte att dela erfarenheter och "
                    "kunskaper om målgruppens levnadsvillkor i Linköping och i Sverige."
                ),
                source=place_4,
            ),
            Goal(
                "long-self-reliance",
                Horizon("P2Y", beyond=True),
                text=(
                    "Stärkt självtillit hos målgruppen i sin egen beslutsprocess som rör vistelsen "
                    "i Linköping och i Sverige."
                ),
                source=place_4,
            ),
        ],
        participants=Absent(place_5),
        target_group=[
            Description(
                "Människor som lever i en socialt och ekonomiskt utsatt situation i Linköping, men "
                "inte söker kontakt med samhällets stödfunktioner.",
                source=place_5,
            ),
            Description(
                "Människor som lever i eller riskerar att hamna i utanförskap och segregering.",
                source=place_5,
            ),
            Description(
                "Människor som behöver information och kunskap om skyldigheter och rättigheter för "
                "att de ska öka sin motivation och se möjligheterna att göra alternativa livsval.",
                source=place_5,
            ),
        ],
        referral=Absent(Source(AGREED, "§ 10")),
        activity=[
            Description(
                "Linköpings Domkyrkopastorat tar genom denna överenskommelse ansvar för en öppen "
                "verksamhet i form av en Migrationsmottagning. Här ligger fokus på juridisk "
                "rådgivning.",
                source=Source(AGREED, "§ 10.1"),
            ),
            Description(
                "Linköpings Stadsmission bidrar med uppsökande verksamhet för att nå målgruppen "
                "för att vägleda till befintlig verksamhet.",
                source=Source(AGREED, "§ 10.2"),
            ),
        ],
    )
    agreement = load(EXAMPLES / "son-2021-404.toml")

    assert terms == agreement.terms
    assert (
        Entered(
            "2021-10-01",
            state="active",
            seen="2023-05-08",
            basis=Source(MEMO_2023, "Ärende"),
        ),
    ) == agreement.events
    assert UNKNOWN is agreement.terms.follows
    assert "IOP för människor som lever i en socialt och ekonomiskt utsatt situation" == (
        agreement.title
    )
    assert [
        "dialogue",
        "dialogue-meetings",
        "document-date",
        "earlier-agreement",
        "index-ends",
        "initiative",
        "internal-cooperation",
        "material",
        "other-money",
        "proposal",
        "signatures",
    ] == [name for name, _ in agreement.extra]


def test_iogt_nto_sion_says_what_its_papers_say() -> None:
    case, money = Source(MEMO_2017, "Ärende"), Source(MEMO_2017, "Ekonomiska konsekvenser")
    background = Source(REPORT, "Bakgrund")
    followed = Source(REPORT, "Uppföljning av överenskommelsen")
    years = "under tre år från och med 2018-01-01 – 2020-12-31"
    terms = Terms(
        kind="iop",
        parties=[
            Party(
                "linkoping",
                "Linköpings kommun",
                sector="public",
                bodies=[
                    Body("son", "Omsorgsnämnden", kind="board", source=case),
                    Body(
                        "son",
                        "Social- och omsorgsnämnden",
                        kind="board",
                        source=Source(AGREED, "§ 8"),
                    ),
                    Body(
                        "sof",
                        "Omsorgs- och äldreförvaltningen",
                        kind="administration",
                        source=followed,
                    ),
                    Body(
                        "sof",
                        "Social- och omsorgsförvaltningen",
                        kind="administration",
                        source=followed,
                    ),
                ],
                source=background,
            ),
            Party("iogt-nto", "IOGT-NTO", sector="civil", source=case),
            Party("sionforsamlingen", "Sionförsamlingen i Linköping", sector="civil", source=case),
        ],
        first_day=Stated([Reading("2018-01-01", text=years, source=background)]),
        last_day=Stated([Reading("2020-12-31", text=years, source=background)]),
        length="P3Y",
        total=StatedSum(
            [
                Sum(
                    2_400_000,
                    text="Överenskommelsens ekonomiska omfattning är 2 400 000 kronor per år.",
                    source=money,
                )
            ]
        ),
        contributions=[
            Contribution(
                "linkoping",
                700_000,
                form="cash",
                text="Verksamheten finansieras av omsorgsnämnden med 700 000 kronor",
                source=money,
            ),
            Contribution("iogt-nto", 470_000, text="IOGT-NTO med 470 000 kronor", source=money),
            Contribution(
                "sionforsamlingen",
                1_230_000,
                text="Sionförsamlingen med 1 230 000 kronor per år",
                source=money,
            ),
        ],
        disbursements=[
            Disbursement(
                "sionforsamlingen",
                400_000,
                text="Omsorgsnämnden ersätter Sionförsamlingen med 400 000",
                source=money,
            ),
            Disbursement("iogt-nto", 300_000, text="IOGT-NTO med 300 000", source=money),
        ],
        payments=PaymentPlan(
            InMonths([1]),
            who="son",
            text="Ersättningen utbetalas i januari månad en gång per/år.",
            source=money,
        ),
        indexation=[
            IndexClause(
                "OPI",
                "2019-01-01",
                text="Uppräknings sker årligen enligt OPI från och med 2019-01-01.",
                source=money,
            )
        ],
        duties=[
            Duty(
                "follow-up",
                "follow_up",
                PerWindow(2, "P1Y"),
                who="sof",
                calls="on_top",
                text=(
                    "Överenskommelsen om IOP kommer kontinuerligt att följas upp av parterna två "
                    "gånger per år och därutöver vid behov om någon av parterna påkallar det. "
                    "Omsorgs-och äldreförvaltningen kommer ansvara för att kalla till dessa "
                    "uppföljningsträffar."
                ),
                source=Source(MEMO_2017, "Uppföljning och utvärdering"),
            ),
            Duty(
                "report",
                "report",
                Fixed([Period("2018-11-01", "2018-11-30")]),
                who="sof",
                basis="proposal",
                text=(
                    "Omsorgskontoret ska återrapportera utfallet av överenskommelsen i november "
                    "2018."
                ),
                source=Source(MEMO_2017, "Förslag till beslut"),
            ),
        ],
        participants=Description(
            "En försiktig beräkning är att föreslagen verksamhet kommer nå 40-50 unika personer "
            "årligen.",
            source=money,
        ),
        target_group=Description(
            "Målgruppen för denna IOP är människor som kommunen idag inte når med befintlig "
            "verksamhet.",
            source=Source(MEMO_2017, "Målgrupp och målsättning"),
        ),
        activity=Description(
            "öppna verksamheter riktade till människor i socialt utanförskap",
            source=Source(MEMO_2017, "Bakgrund"),
        ),
    )
    agreement = load(EXAMPLES / "iogt-nto-sion.toml")

    assert terms == agreement.terms
    assert (
        Entered("2018-01-01", state="active", seen="2019-11-15", basis=background),
        FollowedUp(
            "2019-11-15",
            by="sof",
            duty="follow-up",
            occurrence="none",
            result="partly",
            basis=Source(REPORT, "Bedömning"),
        ),
    ) == agreement.events
    assert (UNKNOWN, UNKNOWN) == (agreement.terms.renewal, agreement.terms.notice)
    assert "IOP med IOGT-NTO och Sionförsamlingen" == agreement.title
    assert [
        "earlier-agreement",
        "initiative",
        "meetings",
        "other-money",
        "outlook",
        "proposal",
        "staff",
    ] == [name for name, _ in agreement.extra]


def test_what_son_2021_404_owes_and_when() -> None:
    due: dict[str, list[str]] = {}
    for one in load(EXAMPLES / "son-2021-404.toml").on("2023-05-08").occurrences:
        due.setdefault(one.duty, []).append(str(one.due))
    quarters = [
        *("2021-12-31", "2022-03-31", "2022-06-30", "2022-09-30"),
        *("2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"),
    ]

    assert {
        "payment": ["2022-07-31", "2023-07-31"],
        "follow-up": ["2022-09-30", "2023-09-30"],
        "operative": quarters,
        "strategic": quarters[1::2],
        "annual-report": quarters[3::4],
        "short-meeting-points": ["2022-04-01"],
        "short-knowledge": ["2022-04-01"],
        "long-knowledge": ["2023-10-02"],
        "long-cooperation": ["2023-10-02"],
        "long-self-reliance": ["2023-10-02"],
    } == due


def test_what_iogt_nto_and_sion_owe_and_when() -> None:
    due: dict[str, list[str]] = {}
    for one in load(EXAMPLES / "iogt-nto-sion.toml").on("2020-09-01").occurrences:
        due.setdefault(one.duty, []).append(str(one.due))

    assert {
        "payment": ["2018-01-31", "2019-01-31", "2020-01-31"],
        "follow-up": [
            *("2018-06-30", "2018-12-31", "2019-06-30"),
            *("2019-12-31", "2020-06-30", "2020-12-31"),
        ],
        "report": ["2018-11-30"],
    } == due


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_fact_has_its_source(file: Path) -> None:
    agreement: Agreement = load(file)
    terms = agreement.terms
    clauses = attrs.asdict(terms, recurse=False).values()
    values: list[Any] = [one for row in clauses if isinstance(row, tuple) for one in row]
    values += [body for one in values if isinstance(one, Party) for body in one.bodies]
    values += [one for one in clauses if isinstance(one, Absent)]
    values += [*terms.first_readings, *terms.last_readings]
    amounts = [*clauses, *(getattr(one, "amount", None) for one in values)]
    values += [
        one
        for amount in amounts
        if isinstance(amount, StatedSum) and len(amount.readings) > 1
        for one in amount.readings
    ]
    if isinstance(terms.total, StatedSum):
        values += terms.total.readings

    assert [] == [one for one in values if not isinstance(one.source, Source)]
    assert [] == [event for event in agreement.events if not isinstance(event.basis, Source)]
    assert [] == [text for _, text in agreement.extra if not re.search(r" \[[^]]+\]$", text)]


@pytest.mark.parametrize("name", ["son-2021-404", "iogt-nto-sion"])
def test_the_ledgers_add_up(name: str) -> None:
    terms = load(EXAMPLES / f"{name}.toml").terms
    assert terms.contributions is not UNKNOWN
    assert terms.disbursements is not UNKNOWN
    assert terms.total is not UNKNOWN
    given = {line.party: _sek(line.amount) for line in terms.contributions}

    assert _sek(terms.total) == sum(given.values())
    assert given["linkoping"] == sum(_sek(line.amount) for line in terms.disbursements)


def _sek(stated: object) -> int:
    assert isinstance(stated, StatedSum)
    assert stated.amount is not UNKNOWN
    return int(stated.amount)
