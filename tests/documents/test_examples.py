"""The shipped examples, against what the papers say, worked out by hand."""

import re
from pathlib import Path
from typing import Any

import pytest

from ioplife.agreement import Agreement
from ioplife.documents import dumps, load, load_all, loads
from ioplife.events import Entered
from ioplife.sources import Source
from ioplife.terms import (
    UNKNOWN,
    Absent,
    Body,
    Contribution,
    Disbursement,
    Party,
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


def test_there_are_two() -> None:
    assert ["iogt-nto-sion.toml", "son-2021-404.toml"] == [file.name for file in FILES]


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
    assert ("iogt-nto-sion", "son-2021-404") == tuple(one.id for one in loaded.agreements)
    assert (2, 1) == (loaded.files, loaded.others)


def test_son_2021_404_says_what_its_papers_say() -> None:
    place_8, place_12, place_13 = (Source(AGREED, f"§ {n}") for n in (8, 12, 13))
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
        "document-date",
        "earlier-agreement",
        "initiative",
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
    )
    agreement = load(EXAMPLES / "iogt-nto-sion.toml")

    assert terms == agreement.terms
    assert (
        Entered("2018-01-01", state="active", seen="2019-11-15", basis=background),
    ) == agreement.events
    assert (UNKNOWN, UNKNOWN) == (agreement.terms.renewal, agreement.terms.notice)
    assert "IOP med IOGT-NTO och Sionförsamlingen" == agreement.title
    assert [
        "earlier-agreement",
        "follow-up",
        "initiative",
        "meetings",
        "proposal",
        "staff",
    ] == [name for name, _ in agreement.extra]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_fact_has_its_source(file: Path) -> None:
    agreement: Agreement = load(file)
    terms = agreement.terms
    rows = (terms.parties, terms.contributions, terms.disbursements)
    values: list[Any] = [one for row in rows if row is not UNKNOWN for one in row]
    values += [body for one in values if isinstance(one, Party) for body in one.bodies]
    values += [*terms.first_readings, *terms.last_readings]

    assert [] == [one for one in values if not isinstance(one.source, Source)]
    assert [] == [event for event in agreement.events if not isinstance(event.basis, Source)]
    assert [] == [text for _, text in agreement.extra if not re.search(r" \[[^]]+\]$", text)]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_ledgers_add_up(file: Path) -> None:
    terms = load(file).terms
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
