"""The page on documents: its examples are read, and it leaves no key out."""

import re
from pathlib import Path

import attrs
import pytest

from ioplife.agreement import Agreement
from ioplife.dates import Duration, Period
from ioplife.documents import dumps, loads
from ioplife.documents.tables import HEAD
from ioplife.documents.toml import COMPLETED
from ioplife.documents.toml import HEAD as ONLY_TOML
from ioplife.duties import Duty, Fixed, Goal, Horizon, InMonths, PerWindow
from ioplife.events import EVENTS, TAG_OF, Approved, Event, NoticeGiven
from ioplife.norms import Norm
from ioplife.sources import Source
from ioplife.terms import (
    Absent,
    Body,
    Breach,
    Contribution,
    Description,
    Disbursement,
    IndexClause,
    Notice,
    Party,
    PaymentPlan,
    Reading,
    Stated,
    StatedSum,
    Sum,
    Terms,
)
from tests.documents.reach import fields_below

PAGE = (Path(__file__).parents[2] / "docs" / "documents.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
PROSE = re.sub(r"^```.*?^```$", "", PAGE, flags=re.DOTALL | re.MULTILINE)
KEYS = {word for code in re.findall(r"`([^`]+)`", PROSE) for word in re.findall(r"\w+", code)}


def section(title: str) -> str:
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", PAGE, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def test_the_commented_example_means_what_it_says() -> None:
    paper = "KS 2024-17"
    agreement = Agreement(
        "iop-1",
        Terms(
            kind="iop",
            parties=[
                Party(
                    "town",
                    "The town",
                    sector="public",
                    bodies=[Body("board", "The social board", kind="board")],
                ),
                Party(
                    "cafe",
                    "The café",
                    sector="civil",
                    source=Source("The associations' register"),
                ),
            ],
            first_day="2024-01-01",
            last_day=Stated([Reading("2025-12-31", precision="month")]),
            length="P2Y",
            notice=Notice("P6M", written=True, text="skriftligen", source=Source(paper, "§ 9")),
            breach=Breach("P30D", written=True),
            renewal=Absent(Source(paper)),
            repayment=Absent(Source(paper)),
            total=StatedSum([Sum(900_000, text="900 000 kr per år", source=Source(paper, "§ 7"))]),
            contributions=[
                Contribution("town", 600_000, form="cash"),
                Contribution("cafe", "300000.00", form="in_kind"),
            ],
            disbursements=[Disbursement("cafe", 600_000)],
            payments=PaymentPlan(InMonths([1, 7]), who="board"),
            indexation=[IndexClause("OPI", "2025-01-01")],
            duties=[
                Duty(
                    "follow-up",
                    "follow_up",
                    PerWindow(1, "P6M"),
                    who=["board", "cafe"],
                    calls="count",
                ),
                Duty(
                    "final-report",
                    "report",
                    Fixed([Period("2026-01-01", "2026-03-31")], tail=True),
                    basis="decision",
                ),
            ],
            goals=[Goal("guests", Horizon("P2Y", beyond=True))],
            norms=[
                Norm(
                    "urgent-within",
                    "P2M",
                    since="2024-07-01",
                    source=Source(paper, "§ 9"),
                    scope=["board"],
                )
            ],
            participants=Description("40 guests a night", source=Source(paper, "§ 2")),
        ),
        [
            Approved("2023-11-20", by="board", basis=Source(paper, "KS § 211")),
            NoticeGiven("2024-08-01", by="cafe", basis=Source("A letter")),
        ],
        title="The night café",
        extra={"case": "2024/17"},
    )

    assert agreement == loads(EXAMPLES[0])


@pytest.mark.parametrize("text", EXAMPLES)
def test_every_example_is_read_and_survives_json(text: str) -> None:
    agreement = loads(text)

    assert agreement == loads(dumps(agreement), format="json")


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 2


def test_no_key_is_left_out() -> None:
    """A length is one text, and a reading's day stands under ``reading``."""
    fields = [one for one in fields_below(Terms, *EVENTS) if one.owner is not Duration]
    keys = {one.name for one in fields} - {"day"}

    assert set() == (keys | {"reading", "event", "v", *HEAD, *ONLY_TOML}) - KEYS


@pytest.mark.parametrize("kind", EVENTS, ids=TAG_OF.get)
def test_an_event_stands_in_the_table_with_its_own_fields(kind: type[Event]) -> None:
    (row,) = [
        line
        for line in section("Events").splitlines()
        if f"`{TAG_OF[kind]}`" in line[:999] and line.startswith("|")
    ]
    names = set(attrs.fields_dict(kind)) - set(attrs.fields_dict(Event))

    assert names <= set(re.findall(r"`([a-z_]+)`", row.partition("|")[2].partition("|")[2]))


def test_what_every_event_may_have_stands_above_the_table() -> None:
    above = section("Events").partition("| tag |")[0]

    assert set() == set(attrs.fields_dict(Event)) - set(re.findall(r"`([a-z_]+)`", above))


def test_a_clause_stands_in_the_table_of_clauses() -> None:
    named = set(re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", section("Clauses"), re.MULTILINE))
    keys = {key for row in named for key in re.findall(r"`(\w+)`", row)}

    assert set(attrs.fields_dict(Terms)) == keys


def test_the_page_says_what_complete_makes_absent() -> None:
    told = re.search(r"with the document's own `paper` as the source:\n(.*?)\.", PAGE, re.DOTALL)
    assert told is not None

    assert list(COMPLETED) == re.findall(r"`(\w+)`", told[1])
