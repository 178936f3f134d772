"""`ioplife show`: periods, decisions and demands, and who has left."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.shell import document, run, write

GOES_ON = {"kind": "automatic", "length": "P1Y", "notice_before": "P6M"}
ENTERED = {"event": "entered", "on": "2020-01-01", "state": "active", "seen": "2020-01-01"}
DECIDED = {"event": "renewal_decided", "on": "2023-05-15", "by": "kommun"}
ANNOUNCED = {"event": "announced", "on": "2023-05-16"}


def shown(
    folder: Path,
    *events: dict[str, Any],
    on: str = "2023-05-20",
    lang: str = "en",
    **more: Any,  # noqa: ANN401 - as a document has it
) -> list[str]:
    """The lines that are shown of an agreement in which these things have happened."""
    write(folder, [document("a", **more, events=[ENTERED, *events])])
    text = run("show", folder / "a.json", "--on", on, "--lang", lang).stdout
    return [line.rstrip() for line in text.splitlines()]


def below(lines: list[str], heading: str) -> list[str]:
    """What stands below a heading, each line with single blanks; nothing where there is none."""
    if heading not in lines:
        return []
    rest = lines[lines.index(heading) + 1 :]
    end = rest.index("") if "" in rest else len(rest)
    return [" ".join(line.split()) for line in rest[:end]]


@pytest.mark.parametrize(
    ("on", "told"),
    [
        ("2021-03-31", "2021-03-31: active, in force, first day 2020-01-01, last day 2021-09-30"),
        (
            "2021-04-01",
            (
                "2021-04-01: active, in force, first day 2020-01-01, last day 2022-09-30, in 547"
                " days, period no. 1, 2020-01-01 to 2021-09-30"
            ),
        ),
        (
            "2021-10-01",
            (
                "2021-10-01: active, in force, first day 2020-01-01, last day 2022-09-30, in 364"
                " days, period no. 2, 2021-10-01 to 2022-09-30"
            ),
        ),
    ],
)
def test_the_period_is_told_once_there_are_several(tmp_path: Path, on: str, told: str) -> None:
    (line,) = [
        line
        for line in shown(tmp_path, on=on, last_day="2021-09-30", renewal=GOES_ON)
        if line.startswith(on)
    ]

    assert told == line.removesuffix(", in 183 days")


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([DECIDED], []),
        (
            [DECIDED, {"event": "adjusted", "on": "2023-05-16"}],
            [
                (
                    "2023-05-15 2 decision to renew not known to be final minutes adjusted on"
                    " 2023-05-16; no announcement is on record"
                )
            ],
        ),
        (
            [DECIDED, ANNOUNCED],
            [
                (
                    "2023-05-15 2 decision to renew not final announced on 2023-05-16, to be"
                    " appealed by 2023-06-07"
                )
            ],
        ),
        (
            [DECIDED, ANNOUNCED, {"event": "announcement_removed", "on": "2023-05-19"}],
            [
                (
                    "2023-05-15 2 decision to renew not final announcement taken down on"
                    " 2023-05-19, before the last day to appeal, 2023-06-07"
                )
            ],
        ),
        (
            [DECIDED, ANNOUNCED, {"event": "appealed", "on": "2023-05-19"}],
            ["2023-05-15 2 decision to renew not final appealed (event 4)"],
        ),
        (
            [
                DECIDED,
                ANNOUNCED,
                {"event": "appealed", "on": "2023-05-18"},
                {"event": "stayed", "on": "2023-05-19"},
            ],
            [
                (
                    "2023-05-15 2 decision to renew not final must not be carried out for now"
                    " (event 5)"
                )
            ],
        ),
        (
            [
                DECIDED,
                ANNOUNCED,
                {"event": "appealed", "on": "2023-05-18"},
                {"event": "annulled", "on": "2023-05-19"},
            ],
            ["2023-05-15 2 decision to renew not final annulled (event 5)"],
        ),
    ],
)
def test_what_became_of_a_decision_is_told(
    tmp_path: Path, events: list[dict[str, Any]], expected: list[str]
) -> None:
    """6 June 2023 is a holiday, and so the time to appeal is out the day after."""
    assert expected == below(shown(tmp_path, *events), "Decisions")


def test_a_decision_that_is_final_is_told_in_swedish(tmp_path: Path) -> None:
    lines = shown(tmp_path, DECIDED, ANNOUNCED, on="2023-06-08", lang="sv")

    assert [
        (
            "2023-05-15 2 beslut om förnyelse har vunnit laga kraft tillkännagivet 2023-05-16,"
            " överklagas senast 2023-06-07"
        )
    ] == below(lines, "Beslut")


BREACH = {"cure": "P30D", "written": True}
DEMAND = {"event": "demand_made", "on": "2023-05-01", "by": "kommun", "written": True}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        ([DEMAND], "to be corrected by 2023-05-31"),
        ([DEMAND | {"written": False}], "no time to correct it has begun"),
        (
            [{"event": "demand_made", "on": "2023-05-01", "by": "kommun"}],
            "by when it is to be corrected is not known",
        ),
        ([DEMAND, {"event": "demand_corrected", "on": "2023-05-10"}], "corrected (event 3)"),
        (
            [DEMAND, {"event": "cancelled", "on": "2023-05-20", "by": "kommun"}],
            "the agreement was cancelled for it (event 3)",
        ),
    ],
)
def test_what_became_of_a_demand_is_told(
    tmp_path: Path, events: list[dict[str, Any]], expected: str
) -> None:
    assert [f"2023-05-01 2 demand for correction {expected}"] == below(
        shown(tmp_path, *events, breach=BREACH), "Demands"
    )


def test_who_has_left_is_told(tmp_path: Path) -> None:
    parties = [
        {"id": "kommun", "name": "Kommunen", "sector": "public"},
        {"id": "forening", "name": "Föreningen", "sector": "civil"},
        {"id": "klubb", "name": "Klubben", "sector": "civil"},
    ]
    left = {"event": "party_left", "on": "2023-05-01", "party": "klubb"}

    assert "  klubb has left the agreement" in shown(tmp_path, left, parties=parties)
    assert "  klubb har lämnat överenskommelsen" in shown(
        tmp_path, left, parties=parties, lang="sv"
    )
