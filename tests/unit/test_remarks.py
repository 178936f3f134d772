"""What deserves a second look: each remark on both sides of what calls for it."""

import typing
from decimal import Decimal
from typing import Any, get_args

import attrs
import pytest

from ioplife import (
    ABSENT,
    UNKNOWN,
    Absent,
    Agreement,
    Approved,
    Body,
    ChangeRaised,
    Contribution,
    Corrected,
    Disbursement,
    Duty,
    Entered,
    Event,
    Every,
    Fixed,
    Goal,
    Horizon,
    IndexClause,
    Initiated,
    InMonths,
    Notice,
    NoticeGiven,
    Once,
    Override,
    Party,
    PaymentPlan,
    Period,
    PerWindow,
    Policy,
    Proposed,
    Reading,
    RenewalDecided,
    RenewalOption,
    Resolved,
    Signed,
    Stated,
    StatedSum,
    Sum,
    Terms,
    guard,
    not_met,
)
from ioplife.decisions import Case, Finding
from ioplife.documents import load
from ioplife.norms import Norm
from ioplife.policy import DEFAULT
from ioplife.remarks import MOST, Remark, Weight, review
from ioplife.sources import UNVERIFIED, Source
from tests.cli.shell import SION, SON

ON = "2024-06-30"
PARTIES = (
    Party("town", "The town", sector="public", bodies=[Body("board", "The board", kind="board")]),
    Party("club", "The club", sector="civil"),
)
WHOLE: dict[str, Any] = {
    name: ABSENT for name, kind in typing.get_type_hints(Terms).items() if Absent in get_args(kind)
} | {
    "parties": PARTIES,
    "first_day": "2024-01-01",
    "last_day": "2025-12-31",
    "length": UNKNOWN,
    "kind": "iop",
    "total": 900,
    "contributions": [
        Contribution("town", 600, form="cash"),
        Contribution("club", 300, form="in_kind"),
    ],
    "disbursements": [Disbursement("club", 600)],
}
"""What is to be said for there to be nothing to say: every other clause is read, and absent."""

ENTERED = Entered("2024-01-01", state="active", seen="2024-01-01")


def remarks(*events: Event, on: str = ON, **terms: Any) -> tuple[Remark, ...]:  # noqa: ANN401
    return review(Agreement("a", Terms(**WHOLE | terms), events), on)


def codes(*events: Event, on: str = ON, **terms: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """What is said, but for the criteria: nobody has assessed them in these lives."""
    found = [(one.weight.value, one.code) for one in remarks(*events, on=on, **terms)]
    return [(weight, code) for weight, code in found if not code.startswith("criterion:")]


def test_of_what_agrees_and_is_whole_there_is_nothing_to_say() -> None:
    assert [] == codes()
    assert [] == codes(ENTERED)


def test_of_the_examples_nothing_is_wrong_and_something_is_not_yet_there() -> None:
    found = {one.code for file in (SON, SION) for one in review(load(file), "2023-05-08")}

    assert {"unread", "renewal-unread", "index-conflict", "goal-beyond-period"} == found


# --- the terms ---------------------------------------------------------------------------


@pytest.mark.parametrize(("total", "expected"), [(900, []), (901, [("warning", "sums")])])
def test_sums_that_do_not_add_up(total: int, expected: list[tuple[str, str]]) -> None:
    assert expected == codes(total=total)


def test_what_the_entry_would_say_again_of_the_terms_is_said_once() -> None:
    assert [("warning", "sums")] == codes(ENTERED, total=901)


def test_parties_of_no_partnership() -> None:
    third = Party("firm", "The firm", sector="other")

    assert [("warning", "parties")] == codes(parties=(*PARTIES, third))


@pytest.mark.parametrize(
    ("last_day", "expected"),
    [("2024-01-01", []), ("2023-12-31", [("warning", "period-order")])],
)
def test_a_first_day_after_the_last(last_day: str, expected: list[tuple[str, str]]) -> None:
    assert expected == codes(last_day=last_day)


def test_a_length_and_a_last_day_that_disagree() -> None:
    (remark,) = remarks(length="P23M")

    assert ("readings-differ", Weight.WARNING) == (remark.code, remark.weight)
    assert "the last day is stated in ways that differ: 2025-11-30 or 2025-12-31" == remark.text(
        "en"
    )
    assert [] == codes(length="P2Y")


def test_a_reading_that_is_settled_is_no_contradiction() -> None:
    stated = Stated([Reading("2025-12-31"), Reading("2026-12-31")])

    assert [("warning", "readings-differ")] == codes(last_day=stated)
    resolved = Resolved("2024-02-01", by="board", what="last_day", reading="2025-12-31")
    assert [] == codes(resolved, last_day=stated)


def test_amounts_that_differ() -> None:
    source = Source("A", "§ 1")
    stated = StatedSum([Sum(900, source=source), Sum(950)])

    (remark,) = remarks(total=stated)

    assert (("amounts", ("900", "950")), ("what", "total")) == remark.facts
    assert source == remark.source
    assert "totalsumman anges på sätt som skiljer sig åt: 900 eller 950 kr" == remark.text("sv")


def test_the_same_said_twice_is_no_contradiction() -> None:
    assert [] == codes(total=StatedSum([Sum(900), Sum(900)]))


def test_index_clauses_that_disagree() -> None:
    source = Source("A", "§ 1")
    clauses = [IndexClause("OPI", "2024-10-01", source=source), IndexClause("OPI", "2024-07-01")]

    (remark,) = remarks(indexation=clauses)

    assert ("index-conflict", Weight.WARNING, source) == (remark.code, remark.weight, remark.source)
    assert "index clauses disagree: OPI from 2024-07-01 or 2024-10-01" == remark.text("en")
    assert [] == codes(indexation=clauses[:1])
    assert [] == codes(indexation=[clauses[0], clauses[0]])


def test_index_clauses_of_which_one_is_settled_disagree_no_more() -> None:
    clauses = [IndexClause("OPI", "2024-10-01"), IndexClause("OPI", "2024-07-01")]
    resolved = Resolved("2024-02-01", by="board", what="indexation", reading="2024-07-01")

    assert [("warning", "index-conflict")] == codes(indexation=clauses)
    assert [] == codes(resolved, indexation=clauses)


@pytest.mark.parametrize(
    ("horizon", "day"),
    [
        (Horizon("P23M30D"), None),  # 2025-12-31, the last day
        (Horizon("P2Y"), "2026-01-01"),
        (Horizon("P2Y", beyond=True), "2026-01-02"),
        (ABSENT, None),
    ],
    ids=str,
)
def test_a_goal_to_be_seen_after_the_last_day(horizon: Any, day: str | None) -> None:  # noqa: ANN401
    goal = Goal("seen", horizon, source=Source("A", "§ 4"))

    found = [one for one in remarks(goals=[goal]) if one.code == "goal-beyond-period"]

    told = [
        (one.weight, *(dict(one.facts)[name] for name in ("goals", "day", "last_day")), one.source)
        for one in found
    ]
    late = (Weight.WARNING, ("seen",), day, "2025-12-31", Source("A", "§ 4"))
    assert ([] if day is None else [late]) == told


def test_goals_of_one_day_are_told_together() -> None:
    goals = [Goal("a", Horizon("P2Y")), Goal("b", Horizon("P3Y")), Goal("c", Horizon("P2Y"))]

    told = [one.text("sv") for one in remarks(goals=goals) if one.code == "goal-beyond-period"]

    assert [
        (
            "målen a och c: ska märkas från 2026-01-01, efter sista dagen, 2025-12-31,"
            " då överenskommelsen är slut"
        ),
        (
            "målet b: ska märkas från 2027-01-01, efter sista dagen, 2025-12-31,"
            " då överenskommelsen är slut"
        ),
    ] == told


@pytest.mark.parametrize(
    "terms",
    [
        {"last_day": Stated([Reading("2025-12-31"), Reading("2026-12-31")])},  # by one reading only
        {"last_day": UNKNOWN, "length": UNKNOWN},
        {"last_day": ABSENT, "open_ended": True},
        {"first_day": Stated([Reading("2023-01-01"), Reading("2024-01-01")])},
        {"first_day": UNKNOWN},
    ],
    ids=str,
)
def test_no_goal_is_late_by_a_day_that_nobody_is_sure_of(terms: dict[str, Any]) -> None:
    found = codes(goals=[Goal("seen", Horizon("P2Y"))], **terms)

    assert ("warning", "goal-beyond-period") not in found


def named(cadence: Any, **own: Any) -> list[Any]:  # noqa: ANN401
    """The duties that are told to fall due on no day."""
    duty = Duty("m", "meeting", cadence, who="town", calls="count", **own)
    found = [one for one in remarks(duties=[duty]) if one.code == "duty-never-due"]
    return [dict(one.facts)["duties"] for one in found]


def test_a_duty_that_falls_due_on_no_day() -> None:
    """The agreement is of 2024 and 2025."""
    yearly, last_day = PerWindow(1, "P1Y"), "2025-12-31"

    assert [] == named(yearly, first=last_day) == named(Once("2024-01-01"))
    assert [("m",)] == named(yearly, first="2026-01-01") == named(Once("2023-12-31"))
    assert [] == named(Every("P2Y")) == named(Every("P23M", stub="drop"))
    assert [("m",)] == named(Every("P2Y", stub="drop"))
    assert [] == named(Fixed([Period("2026-01-01", "2026-03-31")], tail=True))
    assert [("m",)] == named(Fixed([Period("2026-01-01", "2026-03-31")]))


def test_duties_that_fall_due_on_no_day_are_told_together() -> None:
    late = [
        Duty(name, "report", Once("2023-05-31"), who="town", source=Source("A", "§ 4"))
        for name in ("a", "b")
    ]
    (one,) = (one for one in remarks(duties=late) if one.code == "duty-never-due")

    assert (Weight.WARNING, Source("A", "§ 4")) == (one.weight, one.source)
    assert "a and b fall due on no day from 2024-01-01 to 2025-12-31" == one.text()
    assert (
        "a och b infaller ingen dag från och med 2024-01-01 till och med 2025-12-31"
    ) == one.text("sv")


@pytest.mark.parametrize(
    "terms",
    [
        {"last_day": Stated([Reading("2025-12-31"), Reading("2026-12-31")])},  # by one reading only
        {"last_day": UNKNOWN, "length": UNKNOWN},
        {"last_day": ABSENT, "open_ended": True},
        {"first_day": Stated([Reading("2023-01-01"), Reading("2024-01-01")])},
        {"first_day": UNKNOWN},
        {"last_day": "2023-12-31"},
    ],
    ids=str,
)
def test_no_duty_is_missed_by_days_that_nobody_is_sure_of(terms: dict[str, Any]) -> None:
    duty = Duty("m", "report", Fixed([Period("2026-12-31", "2027-01-31")]), who="town")

    assert ("warning", "duty-never-due") not in codes(duties=[duty], **terms)


HELD = Policy(
    "held", norms=[Norm("public-share", 50, source=Source("A"), scope=["The board", "Another"])]
)


def shares(*events: Event, policy: Policy = HELD, **terms: Any) -> list[tuple[str, int | None]]:  # noqa: ANN401
    """How the share is told of, and of which event."""
    found = review(Agreement("a", Terms(**WHOLE | terms), events), ON, policy=policy)
    return [(one.weight.value, one.number) for one in found if one.code == "public-share"]


def put_in(town: int) -> dict[str, Any]:
    return {
        "contributions": [
            Contribution("town", town, form="cash"),
            Contribution("club", 1000 - town, form="in_kind"),
        ],
        "disbursements": [Disbursement("club", town)],
        "total": 1000,
    }


@pytest.mark.parametrize(
    ("town", "expected"), [(600, []), (601, [("warning", None)]), (399, [("warning", None)])]
)
def test_a_share_far_from_the_policys(town: int, expected: list[tuple[str, int | None]]) -> None:
    assert expected == shares(ENTERED, **put_in(town))
    assert expected == shares(**put_in(town))


def test_a_share_is_told_of_partnerships_alone_and_of_the_boards_in_mind() -> None:
    parties = (
        Party("town", "X", sector="public", bodies=[Body("c", "Culture", kind="board")]),
        PARTIES[1],
    )

    assert [] == shares(ENTERED, **put_in(900), kind="joint_project")
    assert [] == shares(ENTERED, **put_in(900), parties=parties)
    assert [] == shares(ENTERED, **put_in(900), policy=DEFAULT)


def test_a_share_that_an_event_is_held_to_is_told_of_the_event() -> None:
    accepted = Override("public-share", by="board", why="they asked for it")
    before = Initiated("2023-01-01", by="club")
    proposed = Proposed("2023-02-01", by="town", to="board")

    assert [("warning", 2)] == shares(before, proposed, **put_in(900))
    assert [] == shares(before, attrs.evolve(proposed, overrides=[accepted]), **put_in(900))


@pytest.mark.parametrize(
    ("amount", "expected"), [(MOST, []), (MOST + Decimal("0.01"), ["unit-slip"])]
)
def test_an_amount_beyond_belief(amount: Decimal, expected: list[str]) -> None:
    line = Contribution("town", amount, form="cash")

    found = remarks(total=amount, contributions=[line], disbursements=UNKNOWN)

    slips = [one for one in found if one.code == "unit-slip" and "contributions" in str(one.facts)]
    assert expected == [one.code for one in slips]
    assert [UNVERIFIED] * len(expected) == [one.source for one in slips]


@pytest.mark.parametrize(("total", "slipped"), [(900, False), (1, False), ("0.90", True)])
def test_a_sum_in_thousands_beside_one_in_crowns(total: Any, slipped: bool) -> None:  # noqa: ANN401, FBT001
    line = Contribution("town", 900, form="cash")
    found = codes(total=total, contributions=[line], disbursements=[Disbursement("club", 900)])

    assert slipped is (("warning", "unit-slip") in found)


def test_what_nobody_has_read_is_not_yet_there_and_not_wrong() -> None:
    (remark,) = review(Agreement("a", Terms()), ON)

    assert ("unread", Weight.NOT_YET) == (remark.code, remark.weight)
    (keys,) = (value for name, value in remark.facts if name == "keys")
    assert isinstance(keys, tuple)
    assert {"parties", "first_day", "last_day", "renewal", "notice", "kind"} <= set(keys)
    assert "length" not in keys


@pytest.mark.parametrize(
    ("terms", "keys"),
    [
        ({"parties": (Party("town", "X"), PARTIES[1])}, ("parties.town.sector",)),
        ({"notice": Notice("P6M", written=True)}, ("notice.counts_from",)),
        ({"renewal": RenewalOption(UNKNOWN)}, None),
        ({"last_day": Stated((), text="till våren")}, ("last_day",)),
        ({"last_day": UNKNOWN, "length": "P2Y"}, None),
        ({"last_day": ABSENT}, ("length",)),
        ({"last_day": ABSENT, "open_ended": True}, None),
        ({"last_day": UNKNOWN, "open_ended": True}, None),
        ({"total": StatedSum()}, ("total",)),
        ({"duties": [Duty("m", "meeting", PerWindow(1, "P1Y"), who="town")]}, ("duties.m.calls",)),
        # Nobody calls for a report.
        ({"duties": [Duty("r", "report", PerWindow(1, "P1Y"), who="town")]}, None),
        ({"duties": [Duty("r", "report", PerWindow(1, "P1Y"))]}, ("duties.r.who",)),
        (
            {"contributions": [Contribution("town", UNKNOWN)]},
            ("contributions.town.amount", "contributions.town.form"),
        ),
    ],
    ids=str,
)
def test_each_part_that_nobody_has_read_is_named(
    terms: dict[str, Any], keys: tuple[str, ...] | None
) -> None:
    found = [dict(one.facts)["keys"] for one in remarks(**terms) if one.code == "unread"]

    assert ([] if keys is None else [keys]) == found


# --- the record --------------------------------------------------------------------------


def test_an_event_without_effect() -> None:
    (remark,) = remarks(ENTERED, Signed("2024-02-01", by="town"))

    assert ("record-conflict", 2, "signed") == (remark.code, remark.number, remark.tag)
    assert (
        "event 2 (signature) has no effect: it cannot happen in the state it meets"
        == remark.text("en")
    )


def test_an_event_that_a_guard_refuses() -> None:
    late = Approved("2024-01-02", by="board")
    events = (Initiated("2023-01-01", by="club"), Proposed("2023-02-01", by="board"), late)

    found = remarks(*events)

    (remark,) = [one for one in found if one.code == "decided-before-start"]
    assert (3, "approved", Weight.WARNING) == (remark.number, remark.tag, remark.weight)
    assert (
        "händelse 3 (godkännande): beslutet fattas inte före första dagen, 2024-01-01"
        == remark.text("sv")
    )


def test_what_a_guard_cannot_tell_is_not_yet_there() -> None:
    found = codes(Initiated("2023-01-01"), Proposed("2023-02-01", by="board"))

    assert ("not_yet", "unknown-actor") in found
    assert ("not_yet", "initiative-civil") in found
    assert "warning" not in {weight for weight, _code in found}


def test_what_somebody_answers_for_is_not_told() -> None:
    events = (Initiated("2023-01-01", by="town"), Proposed("2023-02-01", by="board"))
    answered = Proposed(
        "2023-02-01", by="board", overrides=[Override("initiative-civil", "board", "known")]
    )

    assert [("warning", "initiative-civil")] == codes(*events)
    assert [] == codes(events[0], answered)


def test_a_criterion_that_nobody_has_assessed_is_not_yet_there() -> None:
    events = (Initiated("2023-01-01", by="club"), Proposed("2023-02-01", by="board"))
    assert ("not_yet", "criterion:no_market") in [
        (one.weight.value, one.code) for one in remarks(*events)
    ]


def test_what_has_been_corrected_is_not_told() -> None:
    wrong = Signed("2024-02-01", by="town")
    struck = Corrected("2024-03-01", by="board", event_no=2)

    assert [] == codes(ENTERED, wrong, struck)
    assert [("warning", "record-conflict")] == codes(
        ENTERED, wrong, struck, Corrected("2024-03-02", by="board", event_no=3)
    )


@pytest.mark.parametrize(("on", "expected"), [("2024-02-01", []), ("2024-01-31", [2])])
def test_an_event_that_is_dated_after_the_day_asked(on: str, expected: list[int]) -> None:
    found = remarks(ENTERED, ChangeRaised("2024-02-01", by="club", reason="other"), on=on)

    assert expected == [one.number for one in found if one.code == "event-to-come"]


def test_a_policy_is_asked_too() -> None:
    @guard("town:never", source=Source("The town's rules"))
    def never(case: Case) -> Finding:  # noqa: ARG001 - a guard takes the case
        """Nothing may ever happen."""
        return not_met()

    agreement = Agreement("a", Terms(**WHOLE), [ENTERED])

    (remark,) = review(agreement, ON, policy=Policy("town", guards=[never]))

    assert ("town:never", Weight.WARNING) == (remark.code, remark.weight)
    assert "event 1 (register entry): Nothing may ever happen." == remark.text("en")


# --- what is unfinished ------------------------------------------------------------------

APPROVED = (
    Initiated("2023-01-01", by="club"),
    Proposed("2023-02-01", by="board"),
    Approved("2023-03-01", by="board"),
)


def test_a_signature_that_is_missing_is_not_yet_there() -> None:
    one, all_of_them = (
        codes(*APPROVED, Signed("2023-04-01", by="town")),
        codes(*APPROVED, Signed("2023-04-01", by="town"), Signed("2023-04-02", by="club")),
    )

    final = ("not_yet", "decision-final")  # whether it was announced is on no record
    assert ([final, ("not_yet", "signature-missing")], [final, final]) == (one, all_of_them)


def test_a_condition_that_is_open_is_not_yet_there() -> None:
    approved = Approved("2023-03-01", by="board", condition="the budget")

    assert [("not_yet", "condition-open")] == codes(*APPROVED[:2], approved)


def test_a_successor_that_is_missing_is_not_yet_there() -> None:
    assert [("not_yet", "successor-missing")] == codes(
        ENTERED, RenewalDecided("2024-02-01", by="board")
    )


def test_warnings_come_first() -> None:
    found = codes(ENTERED, NoticeGiven("2024-02-01", by="club"), notice=UNKNOWN, total=901)

    weights = [weight for weight, _code in found]
    assert sorted(weights, reverse=True) == weights
    assert {"warning", "not_yet"} == set(weights)


def test_remarks_are_values() -> None:
    assert remarks(total=901) == remarks(total=901)
    assert 1 == len({*remarks(total=901), *remarks(total=901)})


# --- what is paid ------------------------------------------------------------------------

JULY = PaymentPlan(InMonths([7]), who="board")


def test_what_no_plan_pays() -> None:
    lines = [Disbursement("club", 400), Disbursement("club", 200, id="rent")]
    plan = attrs.evolve(JULY, pays="club")

    (remark,) = remarks(disbursements=lines, payments=plan)

    assert ("unpaid", Weight.WARNING) == (remark.code, remark.weight)
    assert "no plan pays rent from 2024-01-01 to 2025-12-31" == remark.text("en")
    assert "ingen plan betalar rent från 2024-01-01 till 2025-12-31" == remark.text("sv")
    assert [] == codes(disbursements=lines, payments=JULY)
    assert [] == codes(disbursements=lines, payments=ABSENT)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("2025-12-31", []),
        ("2026-06-30", []),
        ("2025-12-30", ["no plan pays club from 2025-12-31 to 2025-12-31"]),
    ],
)
def test_what_a_plan_pays_until_its_own_last_day(last: str, expected: list[str]) -> None:
    found = remarks(payments=attrs.evolve(JULY, last=last))

    assert expected == [one.text("en") for one in found]


def test_what_is_paid_twice() -> None:
    later = attrs.evolve(JULY, label="later", first="2025-01-01")
    plans = [attrs.evolve(JULY, last="2025-01-31"), later]

    (remark,) = remarks(payments=plans)

    assert "paid-twice" == remark.code
    assert (
        "club is paid by several plans from 2025-01-01 to 2025-01-31: payment and payment:later;"
        " each pays the whole of it"
    ) == remark.text("en")
    assert [] == codes(payments=[attrs.evolve(JULY, last="2024-12-31"), later])


def test_a_line_is_paid_on_its_own_days_alone() -> None:
    lines = [
        Disbursement("club", 600, id="first", last="2024-12-31"),
        Disbursement("club", 600, id="second", first="2025-01-01"),
    ]
    plans = [
        attrs.evolve(JULY, pays="first", last="2024-12-31"),
        attrs.evolve(JULY, label="b", pays="second", first="2025-01-01"),
    ]

    assert [] == codes(disbursements=lines, payments=plans)
    assert [("warning", "unpaid")] == codes(
        disbursements=lines, payments=[plans[0], attrs.evolve(plans[1], first="2025-01-02")]
    )


def test_until_further_notice_what_is_not_paid_has_no_last_day() -> None:
    plan = attrs.evolve(JULY, last="2025-12-31")

    found = remarks(payments=plan, last_day=ABSENT, open_ended=True)

    assert "no plan pays club from 2026-01-01 on" in [one.text("en") for one in found]


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (JULY, []),
        (attrs.evolve(JULY, timing="advance"), ["payments.stub"]),
        (attrs.evolve(JULY, timing="advance", stub="keep"), []),
        (attrs.evolve(JULY, timing="advance", stub="prorate"), ["payments.by"]),
        (attrs.evolve(JULY, who=UNKNOWN), ["payments.who"]),
        (attrs.evolve(JULY, who=UNKNOWN, label="a"), ["payments.who"]),
    ],
)
def test_what_is_to_be_read_of_a_plan(plan: PaymentPlan, expected: list[str]) -> None:
    found = [dict(one.facts)["keys"] for one in remarks(payments=plan) if one.code == "unread"]

    assert [tuple(expected)] * bool(expected) == found
