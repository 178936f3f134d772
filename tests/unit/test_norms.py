"""Numbers with their day and their source: which one holds, for whom, and since when."""

from __future__ import annotations

from decimal import Decimal

import pytest
from pendulum import Date

from ioplife.answers import Answer
from ioplife.dates import Duration, Period
from ioplife.errors import BadValue
from ioplife.norms import LIBRARY, LIBRARY_NORMS, Norm, Norms, NumberLike
from ioplife.sources import UNVERIFIED, Source
from ioplife.terms import UNKNOWN, Body, Party, Terms, Unknown, in_force, in_scope

PAPER = Source("Riktlinjer", "§ 2")
ON = Date(2024, 1, 31)
AMN = Body("amn", "Arbetsmarknadsnämnden", kind="board")
SON = Body("son", "Social- och omsorgsnämnden", kind="board")


def share(value: NumberLike, since: str | None = None, *scope: str) -> Norm:
    return Norm("public-share", value, since=since, source=PAPER, scope=scope)


def public(*bodies: Body, name: str = "town", sector: str | Unknown = "public") -> Party:
    return Party(name, name, sector=sector, bodies=bodies)


# --- what a norm holds -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "expected"),
    [(50, Decimal(50)), ("50.5", Decimal("50.5")), (Decimal(0), Decimal(0)), (100, Decimal(100))],
)
def test_a_share_is_percent(given: NumberLike, expected: Decimal) -> None:
    assert (expected, Decimal) == (share(given).percent, type(share(given).value))


def test_a_length_is_a_duration() -> None:
    norm = Norm("urgent-within", "P2M", source=PAPER)

    assert Duration(months=2) == norm.length == norm.value


def test_a_norm_of_anothers_holds_whatever_it_is() -> None:
    found = [Norm("own:x", value, source=PAPER).value for value in (3, "-3.5", "P1Y")]

    assert [Decimal(3), Decimal("-3.5"), Duration(years=1)] == found


def test_a_share_is_no_length_and_a_length_no_share() -> None:
    with pytest.raises(BadValue, match="must be an ISO 8601 length"):
        _ = share(50).length
    with pytest.raises(BadValue, match="must be percent"):
        _ = Norm("urgent-within", "P1M", source=PAPER).percent


def test_the_library_says_that_its_own_numbers_are_unverified() -> None:
    assert {UNVERIFIED} == {norm.source for norm in LIBRARY}
    assert {"public-share-tolerance": Decimal(10)} | {
        "urgent-within": Duration(months=1),
        "notice-within": Duration(months=3),
    } == {norm.name: norm.value for norm in LIBRARY}
    assert None is LIBRARY_NORMS.value("public-share", on=ON)


# --- which one holds ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2024-01-30", None), ("2024-01-31", 50), ("2024-12-31", 50), ("2025-01-01", 40)],
)
def test_a_norm_holds_from_its_day_until_another_takes_over(on: str, expected: int | None) -> None:
    for rows in (
        (share(50, "2024-01-31"), share(40, "2025-01-01")),
        (share(40, "2025-01-01"), share(50, "2024-01-31")),
    ):
        assert expected == Norms([rows]).value("public-share", on=on)


def test_a_norm_without_a_day_holds_until_one_with_a_day_does() -> None:
    norms = Norms([[share(50), share(40, "2025-01-01")]])

    assert [50, 50, 40] == [
        norms.value("public-share", on=on) for on in ("1900-01-01", "2024-12-31", "2025-01-01")
    ]


@pytest.mark.parametrize(
    ("board", "expected"),
    [("amn", 60), ("AMN", 60), ("Arbetsmarknadsnämnden", 60), ("son", 50), (None, 50)],
)
def test_a_norm_of_a_board_goes_before_one_of_all_whichever_is_later(
    board: str | None, expected: int
) -> None:
    scoped = share(60, "2020-01-01", "amn", "arbetsmarknadsnämnden")

    assert expected == Norms([[share(50, "2023-01-01"), scoped]]).value(
        "public-share", on=ON, board=board
    )


def test_a_norm_of_a_board_holds_for_no_other() -> None:
    norms = Norms([[share(60, None, "amn")]])

    assert [None, None, 60] == [
        norms.value("public-share", on=ON, board=board) for board in (None, "son", "amn")
    ]


def test_a_layer_goes_before_those_below_it() -> None:
    norms = Norms([[share(60, "2024-01-31")], [share(40, "2024-02-15", "amn")]])

    assert [60, 60] == [
        norms.value("public-share", on=on, board="amn") for on in ("2024-01-31", "2024-02-15")
    ]


def test_a_layer_that_holds_nothing_that_day_leaves_it_to_those_below() -> None:
    norms = Norms([[share(60, "2024-02-01")], [share(40)]])

    assert [40, 60] == [norms.value("public-share", on=on) for on in (ON, "2024-02-01")]


# --- whose board it is -------------------------------------------------------------------

RENAMED = (
    Body("board", "Arbetsmarknadsnämnden", kind="board", period=Period("2018-01-01", "2024-01-31")),
    Body("board", "Utbildningsnämnden", kind="board", period=Period("2024-02-01")),
)
MAYBE = (
    Body("board", "Arbetsmarknadsnämnden", kind="board"),
    Body("board", "Utbildningsnämnden", kind="board"),
)


@pytest.mark.parametrize(
    ("parties", "expected"),
    [
        ([public(AMN)], Answer.YES),
        ([public(SON)], Answer.NO),
        ([public(SON, AMN)], Answer.YES),
        ([public()], Answer.UNKNOWN),
        ([public(Body("x", "Kontoret", kind="administration"))], Answer.UNKNOWN),
        ([public(Body("x", "Arbetsmarknadsnämnden", kind="administration"))], Answer.UNKNOWN),
        ([public(Body("x", "Arbetsmarknadsnämnden"))], Answer.YES),
        ([public(SON, Body("x", "Gruppen"))], Answer.NO),
        ([public(*MAYBE)], Answer.UNKNOWN),
        ([public(SON), public(name="region")], Answer.UNKNOWN),
        ([public(SON), public(AMN, name="region")], Answer.YES),
        ([public(AMN, sector=UNKNOWN)], Answer.UNKNOWN),
        ([public(SON, sector=UNKNOWN)], Answer.NO),
        ([public(AMN, sector="civil")], Answer.UNKNOWN),
        ([public(SON), public(AMN, name="club", sector="civil")], Answer.NO),
        (UNKNOWN, Answer.UNKNOWN),
    ],
)
def test_whose_board_it_is_the_public_party_tells(parties: object, expected: Answer) -> None:
    terms = Terms(parties=parties)  # type: ignore[arg-type] # rows of parties, or UNKNOWN

    assert expected is in_scope(terms, share(50, None, "arbetsmarknadsnämnden"), ON)
    assert Answer.YES is in_scope(terms, share(50), ON)


@pytest.mark.parametrize(
    ("on", "expected"), [(Date(2024, 1, 31), Answer.YES), (Date(2024, 2, 1), Answer.NO)]
)
def test_a_board_is_what_it_is_called_that_day(on: Date, expected: Answer) -> None:
    terms = Terms(parties=[public(*RENAMED)])

    assert expected is in_scope(terms, share(50, None, "arbetsmarknadsnämnden"), on)


def test_the_norm_of_an_agreement_is_the_first_that_holds_for_its_board() -> None:
    norms = Norms([[share(60, None, "amn"), share(50)]])
    found = [
        in_force(norms, "public-share", Terms(parties=[public(*bodies)]), ON)
        for bodies in ((AMN,), (SON,), ())
    ]

    assert [share(60, None, "amn"), share(50), UNKNOWN] == found
    assert None is in_force(
        Norms([[share(60, None, "amn")]]), "public-share", Terms(parties=[public(SON)]), ON
    )
