"""What is odd in how an agreement goes on or ends: each remark on both sides of its day."""

from __future__ import annotations

from typing import Any

import pytest

from ioplife import (
    ABSENT,
    UNKNOWN,
    Amended,
    AutomaticRenewal,
    Breach,
    Corrected,
    Norm,
    Notice,
    RenewalOption,
    Source,
    Terms,
)
from ioplife.remarks import Remark, Weight
from tests.unit.test_remarks import ENTERED, WHOLE, remarks

PAPER = Source("KS 2024-17", "§ 9")
ABOUT = {
    "notice-longer-than-extension",
    "notice-longer-than-period",
    "option-never-in-time",
    "renewal-open-ended",
    "cure-longer-than-notice",
    "norm-out-of-scope",
    "amendment-leaves-out",
    "renewal-unread",
}
WARNING = Weight.WARNING


def found(*events: Any, on: str = "2024-06-30", **terms: Any) -> list[Remark]:  # noqa: ANN401
    """What is said of these clauses."""
    return [one for one in remarks(*events, on=on, **terms) if one.code in ABOUT]


def said(*events: Any, **terms: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """The same in both languages."""
    return [(one.text("sv"), one.text("en")) for one in found(*events, **terms)]


def automatic(length: Any = "P1Y", before: Any = "P6M", **more: Any) -> dict[str, Any]:  # noqa: ANN401
    """That it goes on by itself, every other part of the clause read."""
    read: dict[str, Any] = {"written": True, "counts_from": "receipt", "source": PAPER}
    return {"renewal": AutomaticRenewal(length, before, **(read | more))}


# --- notice against an extension -----------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "before", "expected"),
    [
        ("P6M", "P6M", []),
        ("P6M", "P6M1D", [WARNING]),
        ("P1Y", "P12M", []),
        ("P1Y", "P13M", [WARNING]),
        ("P30D", "P1M", [WARNING]),  # January has 31
        ("P31D", "P1M", []),
        (UNKNOWN, "P13M", []),
        ("P1Y", UNKNOWN, []),
    ],
)
def test_notice_that_is_longer_than_the_extension(
    length: object, before: object, expected: list[Weight]
) -> None:
    assert expected == [one.weight for one in found(**automatic(length, before))]


def test_it_says_by_which_day_the_second_extension_is_to_be_stopped() -> None:
    assert [
        (
            (
                "uppsägning mot den andra förlängningen ska ske senast 2025-12-30, innan den första"
                " har börjat: uppsägningstiden är längre än förlängningen"
            ),
            (
                "notice against the second extension is to be given by 2025-12-30, before the first"
                " has begun: the notice is longer than the extension"
            ),
        )
    ] == said(**automatic("P1Y", "P1Y1D"))


@pytest.mark.parametrize(
    "more", [{"renewal": automatic("P6M", "P1Y", times=1)["renewal"]}, {"last_day": UNKNOWN}]
)
def test_where_there_is_no_second_extension_or_no_day_the_lengths_are_told(
    more: dict[str, Any],
) -> None:
    assert [
        (
            "uppsägningstiden (P1Y) är längre än förlängningen (P6M)",
            "notice against an extension (P1Y) is longer than the extension (P6M)",
        )
    ] == said(**automatic("P6M", "P1Y") | more)


# --- notice and the whole period -------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "expected"), [("P1Y11M30D", []), ("P2Y", ["2023-12-31"]), ("P3Y", ["2022-12-31"])]
)
def test_notice_against_extension_that_is_due_before_the_first_day(
    before: str, expected: list[str]
) -> None:
    """From 1 January 2024 to 31 December 2025."""
    given = found(**automatic("P5Y", before))

    assert [("notice-longer-than-period", PAPER, latest) for latest in expected] == [
        (one.code, one.source, dict(one.facts)["latest"]) for one in given
    ]


def test_it_says_by_which_day_before_the_first_it_is_due() -> None:
    assert [
        (
            (
                "uppsägning mot en förlängning ska ske senast 2023-12-31, före första dagen,"
                " 2024-01-01"
            ),
            (
                "notice against an extension is to be given by 2023-12-31, before the first day,"
                " 2024-01-01"
            ),
        )
    ] == said(**automatic("P5Y", "P2Y"))


@pytest.mark.parametrize(
    ("length", "expected"),
    [("P1Y11M30D", []), ("P2Y", ["2026-01-01"]), ("P3Y", ["2027-01-01"]), (UNKNOWN, [])],
)
def test_notice_at_any_time_that_never_comes_before_the_end(
    length: object, expected: list[str]
) -> None:
    notice = Notice(length, written=True, counts_from="receipt", source=PAPER)  # type: ignore[arg-type]
    days = [dict(one.facts)["day"] for one in found(notice=notice)]

    assert expected == days
    assert [] == found(notice=notice, last_day=ABSENT, open_ended=True)


def test_it_says_when_notice_of_the_first_day_would_end_it() -> None:
    assert [
        (
            (
                "uppsägning på första dagen skulle avsluta överenskommelsen 2026-01-01, efter sista"
                " dagen, 2025-12-31"
            ),
            (
                "notice given on the first day would end the agreement on 2026-01-01, after the"
                " last day, 2025-12-31"
            ),
        )
    ] == said(notice=Notice("P2Y", written=True, counts_from="receipt"))


# --- options -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ask_before", "expected"),
    [
        ("P1Y11M30D", []),
        (
            "P2Y",
            [
                (
                    (
                        "rätten att förlänga ska användas senast 2023-12-31, före första dagen,"
                        " 2024-01-01"
                    ),
                    (
                        "the option to extend is to be used by 2023-12-31, before the first day,"
                        " 2024-01-01"
                    ),
                )
            ],
        ),
        (None, []),
        (UNKNOWN, []),
    ],
)
def test_an_option_that_can_never_be_used_in_time(
    ask_before: Any,  # noqa: ANN401 - whatever the clause may hold
    expected: list[tuple[str, str]],
) -> None:
    assert expected == said(renewal=RenewalOption("P1Y", ask_before=ask_before))


@pytest.mark.parametrize("renewal", [RenewalOption("P1Y"), automatic()["renewal"]])
def test_what_runs_until_further_notice_is_not_extended(renewal: Any) -> None:  # noqa: ANN401
    ends = {"renewal": renewal, "last_day": ABSENT}

    assert [] == said(**ends)
    assert [
        (
            "överenskommelsen gäller tills vidare och har ändå en klausul om förlängning",
            "the agreement runs until further notice, and has a clause on extension all the same",
        )
    ] == said(**ends, open_ended=True)


@pytest.mark.parametrize(
    ("renewal", "last_day", "expected"),
    [
        (
            UNKNOWN,
            "2025-12-31",
            [
                (
                    "ingen har läst om överenskommelsen förlängs efter 2025-12-31",
                    "nobody has read whether the agreement goes on after 2025-12-31",
                )
            ],
        ),
        (UNKNOWN, ABSENT, []),
        (ABSENT, "2025-12-31", []),
        (RenewalOption("P1Y"), "2025-12-31", []),
    ],
)
def test_a_clear_end_of_which_nobody_has_read_whether_it_is_one(
    renewal: object, last_day: object, expected: list[tuple[str, str]]
) -> None:
    assert expected == said(renewal=renewal, last_day=last_day)


def test_it_is_told_once_and_is_no_mistake() -> None:
    given = remarks(renewal=UNKNOWN)

    assert [(Weight.NOT_YET, "renewal-unread")] == [(one.weight, one.code) for one in given]
    unread = next(one for one in remarks(renewal=UNKNOWN, last_day=UNKNOWN) if one.code == "unread")
    assert {"renewal", "last_day"} <= set(dict(unread.facts)["keys"])  # type: ignore[arg-type]


def test_how_long_an_extension_is_by_itself_must_be_read() -> None:
    """Of an option it may be told each time it is used; of what time brings, never."""
    keys = [
        dict(one.facts)["keys"]
        for one in remarks(**automatic(UNKNOWN, UNKNOWN))
        if one.code == "unread"
    ]

    assert [("renewal.length", "renewal.notice_before")] == keys
    assert [] == [one.code for one in remarks(renewal=RenewalOption(UNKNOWN))]


# --- breach and norms --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cure", "length", "expected"),
    [
        ("P30D", "P30D", []),
        (
            "P31D",
            "P30D",
            [
                (
                    "ett avtalsbrott får rättas längre (P31D) än uppsägningen tar (P30D)",
                    "a breach may be corrected for longer (P31D) than notice takes (P30D)",
                )
            ],
        ),
        (UNKNOWN, "P30D", []),
        ("P31D", UNKNOWN, []),
    ],
)
def test_a_breach_that_may_be_corrected_for_longer_than_notice_takes(
    cure: Any,  # noqa: ANN401 - whatever the clause may hold
    length: Any,  # noqa: ANN401 - whatever the clause may hold
    expected: list[tuple[str, str]],
) -> None:
    notice = Notice(length, written=True, counts_from="receipt")

    assert expected == said(breach=Breach(cure, written=True), notice=notice)
    assert [] == said(breach=Breach(cure, written=True), notice=ABSENT)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ([], []),
        (["board"], []),
        (["The board", "amn"], []),
        (
            ["amn", "son"],
            [
                (
                    (
                        "överenskommelsen har ett eget urgent-within för amn och son, och det är"
                        " ingen nämnd hos parterna"
                    ),
                    (
                        "the agreement has a urgent-within of its own for amn and son, and that is"
                        " no board of its parties"
                    ),
                )
            ],
        ),
    ],
)
def test_a_number_of_its_own_that_is_for_no_board_of_its_parties(
    scope: list[str], expected: list[tuple[str, str]]
) -> None:
    norm = Norm("urgent-within", "P2M", source=PAPER, scope=scope)

    assert expected == said(norms=[norm])
    assert [] == said(norms=[norm], parties=UNKNOWN)


# --- amendments --------------------------------------------------------------------------------


def amended(on: str, **changes: Any) -> Amended:  # noqa: ANN401
    return Amended(
        on, terms=Terms(**WHOLE | changes), applies_from="2024-07-01", agreed_by=["town", "club"]
    )


def test_an_amendment_that_leaves_out_what_was_read() -> None:
    """Its terms are the whole, so what is left out is no longer known."""
    assert [] == said(ENTERED, amended("2024-06-01", total=900))
    assert [
        (
            (
                "händelse 2 (ändring av överenskommelsen) anger alla villkor på nytt och utelämnar"
                " det som var läst tidigare: notice och payments"
            ),
            (
                "event 2 (amendment) says the whole of the terms anew, and leaves out what was read"
                " before: notice and payments"
            ),
        )
    ] == said(ENTERED, amended("2024-06-01", payments=UNKNOWN, notice=UNKNOWN))


def test_what_the_one_before_left_out_is_told_of_that_one() -> None:
    first = amended("2024-06-01", notice=UNKNOWN)

    numbers = [one.number for one in found(ENTERED, first, amended("2024-06-10", notice=UNKNOWN))]
    assert [2] == numbers
    later = amended("2024-05-01")
    assert [2] == [one.number for one in found(ENTERED, first, later) if one.number]
    assert [] == found(ENTERED, first, Corrected("2024-06-20", event_no=2, by="town"))
